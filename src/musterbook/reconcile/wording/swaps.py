"""Words put one for another in passages that a rewrite has from its source.

In: two texts, a vocabulary. Out: `Swap` records. A closed list (what is paid per, which rule of law, which
instrument, rank, court, share, reason, region) has another member, or a figure is another, or an upper bound is
left out, where

- the same words lead up to both passages, or
- two sentences tell the same thing: they have most words in common, or, between two languages and for lists whose
  members are rare, the same figures and names.

Never compares texts that are not linked, nor takes a member for another that its source has elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from musterbook.expressions import regex
from musterbook.reconcile.wording.abreast import abreast, left_over
from musterbook.reconcile.wording.another import COUNTED, DISTRICT, PAPERS, RARE, led_to, other
from musterbook.reconcile.wording.beside import MEASURES, same_beside, so_there
from musterbook.reconcile.wording.bodies import other_bodies
from musterbook.reconcile.wording.bounds import BOUND, BOUND_AFTER, Bounds
from musterbook.reconcile.wording.circumstances import circumstances
from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.concepts import CONCEPT, Concepts, on_one_thing
from musterbook.reconcile.wording.cues import ANONYMOUS, BESIDES, DEED, LIMIT, REFUSALS, Cues
from musterbook.reconcile.wording.differing import FEW, OFFICE, ORDER, PLAN, STAGE, differing, held_by, retitled
from musterbook.reconcile.wording.drafts import as_certain, as_fact, as_law
from musterbook.reconcile.wording.figures import figures_in, is_large
from musterbook.reconcile.wording.hands import hands, is_party
from musterbook.reconcile.wording.named import Names, beside_those, decoys, exact_names
from musterbook.reconcile.wording.numerals import PERIOD, TERM, in_one_word, in_words
from musterbook.reconcile.wording.opposites import turned
from musterbook.reconcile.wording.otherthings import lasts_as_long, of_two_things, reckoned
from musterbook.reconcile.wording.quantities import Figures, otherwise, quantities
from musterbook.reconcile.wording.retold import Sentence, Words, beginning, compared, pairs, sentences
from musterbook.reconcile.wording.spots import moved
from musterbook.reconcile.wording.stead import in_stead, is_of_money
from musterbook.reconcile.wording.unbound import counted, tens_as_dozens, unbound
from musterbook.records import Quote, Reading
from musterbook.vocabulary import Vocabulary

_LED = 4  # words before both passages that must be the same, articles left out
_PREFIX = "swap_"  # of the lexicon's lists, before the role whose value they are
_THINGS, _TENS = "counted", "figure"  # what stands after figures, and figures in words
_ITSELF = "itself"  # the list of words by which a text speaks of itself
_SAYING, _UNNAMED, _HEARSAY = "saying", "unnamed", "hearsay"  # words of saying, and speakers without a name
_REMARK = "remark"  # the list of words by which a text addresses its readers, or remarks on what it tells
_CREDIT = "credit"  # the list of words by which a sentence names its source
_MOTIVE = "motive"  # the list of words that say why, and what something is a sign of
_ANY = "any"  # the list of words that any sentence may have
_OF_SENTENCES = (_ITSELF, _SAYING, _UNNAMED, _HEARSAY, _MOTIVE, _REMARK, _CREDIT)  # lists that are asked of sentences
_BACKGROUND = ("instrument", "jurisdiction")  # roles of words that recall what is known
_BESIDES = (
    BOUND,
    BOUND_AFTER,
    _THINGS,
    _TENS,
    _ITSELF,
    _SAYING,
    _UNNAMED,
    _HEARSAY,
    _MOTIVE,
    _REMARK,
    _CREDIT,
    LIMIT,
    PLAN,
    FEW,
    STAGE,
    ORDER,
    TERM,
    CONCEPT,
    _ANY,
    *BESIDES,
)  # lists that are not compared as the others are
_OUTLET, _REGION = "outlet", "region"
_NAMES = ("instrument", _REGION, "title", _OUTLET)  # the closed lists that are concepts of the vocabulary
_SPOKEN_OF = ("facility", "group", "unit", "place")  # what sentences on one thing are known by
_TOLD, _TOLD_LEAST = 0.6, 3  # share and number of a passage's words that a sentence has which tells the same
_FIGURE = "count"  # the role of figures, which the same words lead up to, and the same word follows
_LED_TO = frozenset({"period", "jurisdiction", "instrument", _FIGURE})  # roles whose members the same words lead up to
_LOOSELY = RARE | MEASURES  # roles that are compared in sentences which only tell of the same
_ALONE = (
    *sorted(RARE - {"title"}),
    "region",
    "instrument",
    "day",
    "month",
    "year",
    "formation",
    "who",
    DISTRICT,
)  # one of which says enough
_ONCE = ("who", "frequency", "jurisdiction", "instrument")  # of which a text that has one speaks of that alone
_ONE_WORD = {"decree", "resolution"}  # one Russian word is translated by either
_TOLD_AS = {
    "per": "period",
    "budget": "payer",
    "day": "date",
    "month": "date",
    "year": "date",
    "formation": "unit",
    "who": "group",
    DISTRICT: "issuer",
}
_ANCHORS = (_FIGURE, "region", "instrument", PAPERS, "frequency")
_AT_PLACES = {"polarity", "condition", "status"}  # roles of which one text may have several swaps that look the same
_TEXTS = 256  # texts whose members are kept
_OF_REGION = regex(r"област|кра[йеюя]|region|oblast|krai")  # what stands after the word that names a region


class Lists:
    """The closed lists of a vocabulary, and where texts have members of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index them.

        Args:
            vocabulary: Its lexicon gives ``swap_ROLE``, whose named groups are meanings, and its surfaces the
                names of regions, titles, and instruments that are law or lead to it.
        """
        self._lists = [
            (language, name.removeprefix(_PREFIX), regex(rf"(?<!\w)(?:{words})(?!\w)", re.I))
            for (language, name), words in sorted(vocabulary.lexicon.items())
            if name.startswith(_PREFIX) and name.removeprefix(_PREFIX) not in _BESIDES
        ]
        self._bounds = Bounds(vocabulary)
        self._things = _patterns(vocabulary, _THINGS, r"(?:[^\S\n]+(?:[\w-]+[^\S\n]+)??|-)?(?:{})(?!\w)")
        self._besides = {n: _patterns(vocabulary, n, r"(?<!\w)(?:{})(?!\w)") for n in _OF_SENTENCES}
        self._tens = _patterns(vocabulary, _TENS, r"(?<!\w)(?:{})(?!\w)")
        self._finer = {role: _patterns(vocabulary, role, r"(?<!\w)(?:{})(?!\w)") for role in (PLAN, FEW, STAGE, ORDER)}
        plain = {language: vocabulary.lexicon.get((language, _PREFIX + _ANY), "") for language in ("en", "ru")}
        self._plain = {language: frozenset(map(beginning, words.split("|"))) for language, words in plain.items()}
        self._terms = _patterns(vocabulary, TERM, r"(?<!\w)(?:{})(?!\w)")
        self._finer_names = Names(_finer_names(vocabulary))
        self._thing_names = Names(
            {
                (language, s.text.casefold()): (s.kind, s.id)
                for s in vocabulary.surfaces
                if s.kind in _SPOKEN_OF and not s.case_sensitive
                for language in ((s.language,) if s.language else ("en", "ru"))
            }
        )
        legal = {i for (kind, i), e in vocabulary.entries.items() if kind == "instrument" and e.attributes.get("legal")}
        self._names = Names(
            {
                (language, s.text.casefold()): (s.kind if s.kind != "instrument" or s.id in legal else PAPERS, s.id)
                for s in vocabulary.surfaces
                if s.kind in _NAMES and not s.case_sensitive
                for language in ((s.language,) if s.language else ("en", "ru"))
            },
        )
        self._exact = exact_names(vocabulary, _OUTLET)
        self._exact_offices, self._exact_regions = (exact_names(vocabulary, kind) for kind in (OFFICE, _REGION))
        self._decoys = decoys(vocabulary, _REGION)
        self._cues, self._concepts = Cues(vocabulary), Concepts(vocabulary)
        self._lexicon, self._expressions = vocabulary.lexicon, dict[tuple[str, str], re.Pattern[str] | None]()
        self._texts: dict[str, Text] = {}
        self._figures: dict[str, Figures] = {}

    def swaps(self, later: Reading, earlier: Reading, others: Sequence[Reading]) -> Iterator[Swap]:
        """What a text has otherwise than the text that it was made from, in order, each thing once.

        Args:
            later: The rewrite.
            earlier: Its source.
            others: Further texts above the rewrite; what one of these has in that place is no swap.
        """
        now, was = self.text(later), self.text(earlier)
        further = [self.text(o) for o in others]
        found: list[Swap] = []
        if later.language == earlier.language:
            same = [o for o in further if o.reading.language == later.language]
            found += led_to(now, was, same)
            found += (Swap(_told(s.now), _told(s.was)) for s in differing(now, was, same))
        found += self._retold(now, was, further)
        found += counted(now, was, further)
        found += tens_as_dozens(now, was)
        found += retitled(now, was)
        together = list(abreast(now, was))
        found += otherwise(self._quantities(now), self._quantities(was), [*map(self._quantities, further)], together)
        found += hands((now, was), further, together)
        left = left_over((now, was), together)
        found += turned((now, was), further, [*together, *left])
        found += other_bodies((now, was), further, together)
        found += moved((now, was), further, together)
        found += as_law((now, was), together)
        found += as_fact((now, was), further, together)
        found += as_certain((now, was), further, together)
        found += circumstances((now, was), further, together)
        found += self._abreast(now, was, further, [*together, *left])
        found += in_stead(now, was, further)
        told: dict[tuple[str, str, str, int], Swap] = {}
        regions = {s.now.id for s in found if s.now.role == "region"}
        for swap in (s for s in found if not of_two_things((now, was), (s.now, s.was), regions)):
            place = swap.was.start if swap.now.role in _AT_PLACES else 0
            once = (swap.now.role, swap.now.id, swap.was.id, place)
            if once not in told or now.length_around(swap.now) > now.length_around(told[once].now):
                told[once] = swap  # a headline says it as well
        yield from sorted(told.values(), key=lambda s: (s.now.start, s.now.role))

    def sentences(self, reading: Reading) -> Sequence[Sentence]:
        """The sentences of a text as they are compared."""
        return self.text(reading).sentences

    def passage(self, reading: Reading, start: int, end: int) -> Sentence:
        """Any passage of a text as sentences are compared."""
        text = self.text(reading)
        anchors = [(m.start, f"{m.role} {m.id}") for m in text.members if m.role in _ANCHORS]
        return compared(reading, text.words, anchors, (start, end))

    def speaks_of_itself(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sentence is on the text and its publication, or on who said something, not on what is so."""
        roles = {m.role for m in self.text(reading).inside(sentence)}
        said = self._has(_SAYING, reading, sentence) and not self.is_of_the_unnamed(reading, sentence)
        named = _OUTLET in roles or ("title" in roles and (said or not roles.isdisjoint(_BACKGROUND)))
        return named or self._has(_ITSELF, reading, sentence) or self._is_refusal(reading, sentence)

    def _is_refusal(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sentence says that somebody would not speak."""
        deeds = (c for c in self.text(reading).cues if c.role == DEED and c.id in REFUSALS)
        return any(sentence.start <= c.start < sentence.end for c in deeds)

    def has_a_figure_of(self, sentence: Sentence, earlier: Sequence[Sentence]) -> bool:
        """Whether a sentence has a large figure of another text's, or any with a word beside: it tells that again."""
        figures = {a for a in sentence.anchors if a.startswith(_FIGURE)}
        large = {a for a in figures if is_large(a.removeprefix(_FIGURE))}
        return any(large & s.anchors or (figures & s.anchors and sentence.words & s.words) for s in earlier)

    def is_known(self, reading: Reading, sentence: Sentence, above: Iterable[Reading]) -> bool:
        """Whether a sentence names somebody with a title, or gives a number in words that stands above."""
        text = self.text(reading)
        few = {m.id for m in text.finer if m.role == FEW and sentence.start <= m.start < sentence.end}
        told = (s.words for t in map(self.text, above) for s in t.sentences if few & _numbers(t, s))
        plain = self.plain(reading.language)
        return any(sentence.start <= at < sentence.end for at in held_by(text)) or any(
            sentence.words & words - plain for words in told
        )

    def is_of_the_unnamed(self, reading: Reading, sentence: Sentence | None = None) -> bool:
        """Whether a sentence, or any of a text, is the word of people without a name; texts only of experts."""
        hearsay = sentence is not None and self._has(_HEARSAY, reading, sentence)
        return hearsay or self._has(_UNNAMED, reading, sentence)

    def has_hearsay(self, reading: Reading) -> bool:
        """Whether a text gives the word of people or sources without a name anywhere."""
        anonymous = any(c.role == ANONYMOUS for c in self.text(reading).cues)
        return anonymous or self._has(_HEARSAY, reading, None)

    def plain(self, language: str) -> frozenset[str]:
        """The beginnings of words that any sentence of a language may have."""
        return self._plain.get(language, frozenset())

    def is_remark(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sentence asks, addresses its readers or only remarks on what it tells, or says whose word it is."""
        asks = "?" in reading.text[sentence.start : sentence.end]
        return asks or self._has(_REMARK, reading, sentence) or self._has(_CREDIT, reading, sentence)

    def is_about(self, later: Reading, sentence: Sentence, above: Iterable[Reading]) -> bool:
        """Whether one sentence of a text above is on much of what another is on, in whatever words and language."""
        text = self.text(later)
        plain = self.plain(later.language)
        return any(on_one_thing((text, sentence), (t, s), plain) for t in map(self.text, above) for s in t.sentences)

    def lasts_as_in(self, later: Reading, sentence: Sentence, above: Iterable[Reading]) -> bool:
        """Whether a sentence gives a length of time that stands above, maybe in another unit."""
        span = sentence.start, sentence.end
        return any(lasts_as_long((self.text(later), self.text(r)), span) for r in above)

    def gives_a_motive(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sentence says why somebody does something, or what it is a sign of."""
        return self._has(_MOTIVE, reading, sentence)

    def speaks_of_law(self, reading: Reading, start: int, end: int) -> bool:
        """Whether a passage names a law, or what leads to one."""
        return any(m.role == "instrument" and start <= m.start < end for m in self.text(reading).members)

    def has_words_of(self, later: Reading, quote: Quote, earlier: Reading) -> bool:
        """Whether a sentence of a text has most words of a quote from another, or its time or sum stands there."""
        span = quote.start, quote.end
        if lasts_as_long((self.text(later), self.text(earlier)), span):
            return True
        if reckoned(self.text(later), span, self.text(earlier)):
            return True
        own = self.passage(later, *span).words if later.language == earlier.language else frozenset()
        return len(own) > 1 and any(own <= s.words or _tells(own, s.words) for s in self.sentences(earlier))

    def expression(self, name: str, language: str) -> re.Pattern[str] | None:
        """An entry of the lexicon as it stands there, or None where a language has none of that name."""
        if (name, language) not in self._expressions:
            words = self._lexicon.get((language, name))
            self._expressions[name, language] = regex(words) if words else None
        return self._expressions[name, language]

    def _has(self, name: str, reading: Reading, sentence: Sentence | None) -> bool:
        words = self._besides[name].get(reading.language)
        start, end = (sentence.start, sentence.end) if sentence else (0, len(reading.text))
        return bool(words and words.search(reading.text, start, end))

    def outlets(self, reading: Reading) -> Sequence[tuple[int, str]]:
        """Where a text names an outlet, and which."""
        return self.text(reading).outlets

    def _retold(self, now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
        for own, theirs, close in pairs(now.sentences, was.sentences):
            shared = {m.role for m in now.inside(own)} & {m.role for m in was.inside(theirs)} - {PAPERS, _OUTLET}
            for role in sorted(r for r in shared if close or r in _LOOSELY or r.startswith(COUNTED)):
                swap = other(role, (own, theirs), (now, was, further))
                if swap and same_beside(role, (now, swap.now), (was, swap.was)) and not so_there(swap.now, now, was):
                    yield Swap(_told(swap.now), _told(swap.was))
        yield from unbound(now, was, further)

    def _abreast(
        self, now: Text, was: Text, further: Sequence[Text], together: Sequence[tuple[Sentence, Sentence]]
    ) -> Iterator[Swap]:
        """The one member of a list that a sentence has for the one of its likest, where neither text has both."""
        for own, theirs in together:
            there = now.roles_in(own) & was.roles_in(theirs)
            for role in (r for r in _ALONE if r in there or r == "instrument"):  # a letter may be one
                swap = other(role, (own, theirs), (now, was, further), alone=True)
                if swap and now.reading.language != was.reading.language and {swap.now.id, swap.was.id} == _ONE_WORD:
                    continue
                if swap and same_beside(role, (now, swap.now), (was, swap.was)):
                    yield Swap(_told(swap.now), _told(swap.was))
            yield from self._beside(own, theirs, (now, was, further))

    def _beside(self, own: Sentence, theirs: Sentence, texts: tuple[Text, Text, Sequence[Text]]) -> Iterator[Swap]:
        """The one member of a list in a text, where the one of its source stands in the sentence before or after."""
        now, was, further = texts
        at = was.sentences.index(theirs)
        for role in _ONCE:
            mine, there = now.of(role), was.of(role)
            if {len({m.id for m in found}) for found in (mine, there)} != {1} or mine[0].id == there[0].id:
                continue
            if {mine[0].id, there[0].id} == _ONE_WORD or (role == "frequency" and is_of_money(mine[0], now)):
                continue
            near = [s for s in was.sentences[max(0, at - 1) : at + 2] if s.start <= there[0].start < s.end]
            told = own.start <= mine[0].start < own.end and not any(mine[0].id in t.has(role) for t in further)
            if near and told:
                yield Swap(_told(mine[0]), _told(there[0]))

    def text(self, reading: Reading) -> Text:
        """A text with everything of closed lists in it, kept by the reading's id: it is asked for at every sentence."""
        if reading.id not in self._texts:
            if len(self._texts) >= _TEXTS:
                first = next(iter(self._texts))
                del self._texts[first]
                self._figures.pop(first, None)
            self._texts[reading.id] = self._text_of(reading)
        return self._texts[reading.id]

    def _quantities(self, text: Text) -> Figures:
        """The figures of a text, kept as it is."""
        if text.reading.id not in self._figures:
            self._figures[text.reading.id] = quantities(text)
        return self._figures[text.reading.id]

    def _text_of(self, reading: Reading) -> Text:
        words = Words(reading.text)
        figures = [*figures_in(reading.text), *self._in_words(reading)]
        members = [*self._by_lexicon(reading), *self._names.within(reading, words), *figures]
        named = [*self._exact_regions.within(reading, words)]
        members += beside_those(named, [*members, *self._decoys.within(reading, words)] if named else ())
        members += [*self._cues.days(reading), *self._cues.months(reading)]
        terms = self._terms.get(reading.language)
        in_one = [*in_one_word(terms.finditer(reading.text))] if terms else []
        figures += [m for m in in_one if m.role == _FIGURE]
        members += in_one
        units = {m.start: m.id for m in in_one if m.role == PERIOD}
        of_term = {m.start: f"{units[m.end]}s" for m in in_one if m.role == _FIGURE}
        members += [
            replace(f, role=COUNTED + thing)
            for f in figures
            if (thing := of_term.get(f.start) or self._thing(reading, f))
        ]
        members.sort(key=lambda m: (m.start, m.end, m.role))
        anchors = [(m.start, f"{m.role} {m.id}") for m in members if m.role in _ANCHORS]
        offices = self._exact_offices.within(reading, words)
        finer = [*self._by_finer(reading), *self._finer_names.within(reading, words), *offices]
        finer.sort(key=lambda m: m.start)
        cues = self._cues.of(reading)
        return Text(
            reading,
            members,
            _leads(members, words),
            words,
            sentences(reading, words, anchors),
            finer,
            cues,
            sorted((m for m in (*members, *finer, *cues) if is_party(m)), key=lambda m: m.start),
            list(self._thing_names.within(reading, words)),
            self._cues.hand,
            self._cues.unranked,
            lambda figure: of_term.get(figure.start) or self._thing(reading, figure),
            partial(self._bounds.of, reading),
            self._outlets(reading, words, members),
            list(self._concepts.within(reading, words)),
            self.plain(reading.language),
        )

    def _outlets(self, reading: Reading, words: Words, members: Sequence[Member]) -> Sequence[tuple[int, str]]:
        plain = [(m.start, m.id) for m in members if m.role == _OUTLET]
        exact = (m for m in self._exact.within(reading, words) if (m.start, m.id) not in plain)
        return sorted([*plain, *((m.start, m.id) for m in exact)])

    def _by_finer(self, reading: Reading) -> Iterator[Member]:
        for role, patterns in self._finer.items():
            pattern = patterns.get(reading.language)
            found = pattern.finditer(reading.text) if pattern else ()
            if role == FEW:
                yield from in_words(found, reading.text)
            else:
                yield from (Member(role, str(m.lastgroup or role), *m.span()) for m in found)

    def _in_words(self, reading: Reading) -> Iterator[Member]:
        """Tens and dozens: the groups of their list are called n and the number."""
        pattern = self._tens.get(reading.language)
        for found in pattern.finditer(reading.text) if pattern else ():
            yield Member(_FIGURE, str(found.lastgroup).removeprefix("n"), *found.span())

    def _thing(self, reading: Reading, figure: Member) -> str:
        """What a figure counts, or nothing."""
        pattern = self._things.get(reading.language)
        found = pattern.match(reading.text, figure.end) if pattern else None
        return str(found.lastgroup) if found else ""

    def _by_lexicon(self, reading: Reading) -> Iterator[Member]:
        for known, role, pattern in self._lists:
            for found in pattern.finditer(reading.text) if known == reading.language else ():
                yield Member(role, str(found.lastgroup), Words.past_article(reading.text, found.start()), found.end())


def _numbers(text: Text, sentence: Sentence) -> set[str]:
    """The numbers of a sentence."""
    return {m.id for m in text.figures if sentence.start <= m.start < sentence.end}


def _tells(own: Collection[str], there: Collection[str]) -> bool:
    """Whether a sentence has most words of a passage."""
    common = len(set(own).intersection(there))
    return common >= _TOLD_LEAST and common >= _TOLD * len(own)


_MADE: dict[str, Lists] = {}


def lists_of(vocabulary: Vocabulary) -> Lists:
    """The closed lists of a vocabulary, indexed once in a process."""
    if vocabulary.digest not in _MADE:
        _MADE[vocabulary.digest] = Lists(vocabulary)
    return _MADE[vocabulary.digest]


def _finer_names(vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[str, str]]:
    """Names that are compared in sentences which are the same besides: bodies, and regions by their first word."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for surface in vocabulary.surfaces:
        if surface.kind not in (OFFICE, "region"):
            continue
        for language in (surface.language,) if surface.language else ("en", "ru"):
            text = surface.text.casefold()
            if surface.kind == OFFICE and not surface.case_sensitive:
                found[language, text] = (OFFICE, surface.id)
            elif surface.kind == "region" and len(parts := text.split()) == 2 and _OF_REGION.match(parts[1]):
                found.setdefault((language, parts[0]), ("region", surface.id))
    return found


def _told(member: Member) -> Member:
    """A word under the role by which a change of it is told."""
    return member.of(_FIGURE if member.role.startswith(COUNTED) else _TOLD_AS.get(member.role, member.role))


def _patterns(vocabulary: Vocabulary, name: str, around: str) -> dict[str, re.Pattern[str]]:
    lists = {language: vocabulary.lexicon.get((language, _PREFIX + name)) for language in ("en", "ru")}
    return {language: regex(around.format(words), re.I) for language, words in lists.items() if words}


def _leads(members: Sequence[Member], words: Words) -> Mapping[tuple[str, tuple[str, ...]], Sequence[Member]]:
    """Members by their list and the words that lead up to them; figures by the word that follows as well."""
    led: dict[tuple[str, tuple[str, ...]], list[Member]] = defaultdict(list)
    for member in (m for m in members if m.role in _LED_TO):
        before = words.before(member.start, _LED)
        if len(before) < _LED:
            continue
        if member.role != _FIGURE:
            led[member.role, before].append(member)
            continue
        led[_FIGURE, ()].append(member)
        after = words.after(member.end)
        if after:
            led[_FIGURE, (*before, after)].append(member)
    return led
