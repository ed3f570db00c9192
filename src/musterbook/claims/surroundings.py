"""What stands around a statement: its clause, its sentence, the passage it belongs to.

In: a reading, its annotations and the vocabulary. Out: the clause of a span, and the
places that a statement without a place of its own is about. Never reaches over a heading,
and never chooses between two places that are equally near.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from musterbook.claims.agents import Agents
from musterbook.claims.arguments import kinds_for
from musterbook.claims.mention import Annotations, Mention
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.expressions import regex
from musterbook.records import Reading
from musterbook.vocabulary.nouns import ArgDef

Span = tuple[int, int]
_QUOTES = " \t\n\"'“”„«»‘’—–-•*"
_HEADINGS = frozenset({"heading"})
_HEADLINES = frozenset({"title", "heading"})  # which say in short what the body says in full
_LOOK_BACK = 5  # sentences: the usual length of a paragraph
_HOME_LEAST, _HOME_SHARE = 2, 0.75  # places of one region, of all, in a reading about that region
_AHEAD = 250  # characters after a sentence in which a reading about the programme names it at last
_LEAD = 4  # sentences: headline, dateline, the first two
_OPENING = 9  # sentences, within which a reading that names one region only names it
_SUMMED_UP = 4  # places that "these", "their task" sum up; of more, not each is meant
_OWN = frozenset({"force", "unit", "programme_name"})  # a list of places with one of these tells where units are
_BESIDE = 24  # characters from a statement to the place right after it
_ORIGIN = 12  # characters before a place in which "from" stands
_WAY = 36  # characters before a place in which the road to it stands
_DATELINE = regex(
    r",?\s*\([A-ZА-ЯЁ][^()\n]{2,30}\)\s*[-–—]|\.?\s*/[A-ZА-ЯЁ][^/\n]{2,30}/"
)  # behind the date of a report: "Oct 14 (Agency) - "
_SAID = 40  # characters before a date in which the word stands that says it
_DASH = regex(r"[-–—](?:st\.? )?$")  # between the ends of a route
_DASHED = regex(r"\.?(?:\s?руб\w*\.?|\s(?:roubles|rubles))?\s[-–—]\s")  # between a sum and its place
_ITEM = regex(r"\s*(?:[-–—•*▪]|\d{1,2}(?:\.\d{1,2})?[.)])\s*\w")
_JOIN = regex(
    r"[\s,/\"'«»“”]*(?:\b(?:and|or|as well as|neighbou?ring|nearby|the|in|of|both|occupied|annexed|border|also"
    r"|russia'?s|regions?|oblasts?|krais?|provinces?|republics?(?: of)?"
    r"|и|или|а|также|так же|в|во|на|областях|области|областей|областям|края|краях|республиках|регионах"
    r"|соседн\w+|республик\w*)\b[\s,/\"'«»“”]*)*"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A region named at a span, by itself or through its unit."""

    start: int
    end: int
    region: str
    mention: Mention


class Surroundings:
    """The clauses, places and passages of one reading."""

    def __init__(self, reading: Reading, annotations: Annotations, shadow: str, book: PatternBook) -> None:
        """Find the places once; all else is looked up when asked for."""
        self._reading = reading
        self._annotations = annotations
        self._shadow = shadow
        self._breaks = _lexicon(book, annotations.language, "clause_break")
        self._anaphor = _lexicon(book, annotations.language, "anaphor")
        self._plural = _lexicon(book, annotations.language, "plural_anaphor")
        self._of_each = _lexicon(book, annotations.language, "units_anaphor")
        self._local = _lexicon(book, annotations.language, "local_subject")
        self._generic = _lexicon(book, annotations.language, "generic_subject")
        self._origin = _lexicon(book, annotations.language, "origin")
        self._own_region = _lexicon(book, annotations.language, "own_region")
        self._said_when = _lexicon(book, annotations.language, "said_when")
        self._book = book
        self._contexts: dict[Span, set[str]] = {}
        self._broken: dict[Span, list[Span]] = {}
        self._macros: dict[str, Gated | None] = {}
        self.agents = Agents(annotations, book)
        self.places: tuple[Place, ...] = tuple(_places(annotations, book))
        self._starts = [p.start for p in self.places]
        self._sentence_starts = [s for s, _ in annotations.sentences]

    def clause(self, sentence: Span, at: int) -> Span:
        """The clause of a sentence that holds a character."""
        start, end = sentence
        if self._breaks is None:
            return sentence
        breaks = self._broken.get(sentence)
        if breaks is None:
            breaks = [found.span() for found in self._breaks.finditer(self._shadow, *sentence)]
            self._broken[sentence] = breaks
        for first, last in breaks:
            if last <= at:
                start = last
            elif first > at:
                end = first
                break
        return start, end

    def regions(self, span: Span, sentence: Span, ways: tuple[str, ...]) -> tuple[Mention, ...]:
        """The regions that a statement is about, looked for in widening surroundings.

        Args:
            span: The statement's quote.
            sentence: Its sentence.
            ways: In order, any of ``clause`` ``sentence`` ``passage``.

        Returns:
            The mentions of one list of regions; empty where none is near or two are.
        """
        clause = self.clause(sentence, span[0])
        for way in ways:
            if way == "clause":
                found = self._nearest(clause, span)
            elif way == "sentence":
                found = self._only(sentence, clause)
            elif not self._named(sentence) or self._says(self._plural, clause):
                found = self._passage(sentence)
            else:
                continue
            if found:
                return tuple(p.mention for p in found)
        return ()

    def nearest(self, span: Span, sentence: Span, definition: ArgDef) -> tuple[Mention, ...]:
        """The one mention for a role other than the region: in the statement, its clause or its sentence.

        Within a clause the nearest counts, further away only the only one.
        """
        kinds = kinds_for(definition)
        for way in definition.fill:
            if way in ("passage", "saying"):
                continue
            area = self.clause(sentence, span[0]) if way == "clause" else sentence
            found = [m for m in self._annotations.within(*area) if m.kind in kinds]
            if "saying" not in definition.fill:
                found = [m for m in found if not self._tells_when_said(m)]
            if len(found) == 1 or (found and way == "clause"):
                return (min(found, key=lambda m: max(m.start - span[1], span[0] - m.end, 0)),)
        return ()

    def _tells_when_said(self, mention: Mention) -> bool:
        """Whether a date is that of saying, not of what is said: "the governor said on 4 March that …"."""
        if mention.kind != "date" or self._said_when is None:
            return False
        if _DATELINE.match(self._annotations.text, mention.end):
            return True
        before = self._annotations.lower[max(0, mention.start - _SAID) : mention.start]
        return self._said_when.regex.search(before) is not None

    def unit_of(self, region: str) -> Mention | None:
        """The only unit of a region that the reading names, where it is first named; None of several or none."""
        return self._units.get(region)

    @cached_property
    def _units(self) -> dict[str, Mention | None]:
        """For each region its unit, None where the reading names more than one of it."""
        found: dict[str, Mention | None] = {}
        for place in self.places:
            if place.mention.kind == "unit":
                known = found.setdefault(place.region, place.mention)
                if known is not None and known.value != place.mention.value:
                    found[place.region] = None
        return found

    def _named(self, sentence: Span) -> bool:
        return bool(self.places_in(sentence))

    def places_in(self, span: Span) -> list[Place]:
        """The places that begin in a span, in order."""
        return list(self.places[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])])

    def _lists(self, span: Span) -> list[list[Place]]:
        """The places in a span, those of one list together."""
        lists: list[list[Place]] = []
        for place in self.places_in(span):
            if lists and _JOIN.fullmatch(self._annotations.lower, lists[-1][-1].end, place.start):
                lists[-1].append(place)
            else:
                lists.append([place])
        return lists

    def _nearest(self, clause: Span, span: Span) -> list[Place]:
        """The list of places inside the span, else the last before it, else the first after it."""
        lists = self._lists(clause)
        inside = [places for places in lists if places[0].start < span[1] and places[-1].end > span[0]]
        if inside:
            return inside[0]
        before = [places for places in lists if places[-1].end <= span[0]]
        after = [places for places in lists if places[0].start >= span[1]]
        if before and after and after[0][0].start - span[1] <= _BESIDE and self._from(before[-1][0]):
            return after[0]
        if before and after and _DASHED.fullmatch(self._annotations.text, span[1], after[0][0].start):
            if "," in self._annotations.text[before[-1][-1].end : span[0]]:
                return after[0]  # «… платит одна область, меньше - 50 тыс. - другая»
        return before[-1] if before else after[0] if after else []

    def _from(self, place: Place) -> bool:
        """Whether a place is where somebody comes from, rather than where he is."""
        lead = self._shadow[max(0, place.start - _ORIGIN) : place.start]
        return self._origin is not None and self._origin.search(lead) is not None

    def _only(self, sentence: Span, clause: Span) -> list[Place]:
        """The one list of places in a sentence, unless it belongs to a clause that comes later."""
        lists = self._lists(sentence)
        return lists[0] if len(lists) == 1 and lists[0][0].start < clause[1] else []

    def _passage(self, sentence: Span) -> list[Place]:
        """The places that the sentences before speak of.

        One region, within the block or, after a word that points back, one block back; a
        list of regions after "both regions", "these three"; the region under whose heading
        the block stands; and in a reading about one region, that region.
        """
        if self._says(self._generic, sentence) and not self._says(self._own_region, sentence):
            return []
        if self._says(self._plural, sentence):
            listed = self._listed(sentence)
            if listed or len({p.region for p in self.places}) > 1:  # "their job" in a reading about one region is its
                return listed
        at = bisect_right(self._sentence_starts, sentence[0]) - 1
        block = self._reading.block_at(sentence[0])
        item = block is not None and self._item(block.start)
        anaphoric = item or self._says(self._anaphor, sentence)
        local = self._says(self._local, sentence)
        for earlier in range(at - 1, max(at - 1 - _LOOK_BACK, -1), -1):
            span = self._annotations.sentences[earlier]
            there = self._reading.block_at(span[0])
            places = self.places_in(span)
            if there is not block:
                if there is not None and there.kind in _HEADINGS:
                    if places:
                        return places[:1] if len({p.region for p in places}) == 1 else []
                    if self._home is None or bisect_right(self._sentence_starts, self._home.start) > _LEAD:
                        return []
                    break  # a heading without a place: the region stays that the lead names
                if not anaphoric or there is None or block is None or there.kind != block.kind:
                    break
                anaphoric = item and self._item(there.start)  # one block back, no further; a list's items in a row
                block = there
            if places:
                here, home = {p.region for p in places}, self._home
                if home is not None and home.region not in here and local:
                    return [home]  # what is told by the way of another place is not of it
                return places[:1] if len(here) == 1 else self._distributed(sentence, span)
            if not local and self._says(self._generic, span) and not self._says(self._own_region, span):
                return []  # the sentence goes on about the country
        return self._whole(sentence)

    def _distributed(self, sentence: Span, before: Span) -> list[Place]:
        """The one list of places right before, where "each detachment", "the units", "they" take up what is there."""
        lists = self._lists(before)
        if len(lists) != 1 or len(lists[0]) > _SUMMED_UP or not self._says(self._of_each, sentence):
            return []
        own = any(m.kind in _OWN for m in self._annotations.within(*before))
        return lists[0] if own and not self._annotations.text[before[1] : sentence[0]].strip() else []

    def _listed(self, sentence: Span) -> list[Place]:
        """The places that "both regions" or "these three" sum up: those named last, by one sentence or by several."""
        at = bisect_right(self._sentence_starts, sentence[0]) - 1
        found: dict[str, Place] = {}
        for earlier in range(at - 1, max(at - 1 - _LOOK_BACK, -1), -1):
            here = {p.region: p for p in self.places_in(self._annotations.sentences[earlier])}
            found = here if len(here) > 1 else {**here, **found}
            if len(found) > 1:
                return list(found.values()) if len(found) <= _SUMMED_UP else []
        return []

    def _whole(self, sentence: Span) -> list[Place]:
        """The region of a reading that is about one, where the sentence speaks of the local or of us.

        "Our region" and the like mean the only region that a reading names, named once or often.
        """
        local = self._says(self._local, sentence) or self._says(self._local, self._asked(sentence))
        if self._home is not None and local:
            return [self._home]
        alone = len({p.region for p in self.places}) == 1
        only = self.places[0] if alone else self._so_far(sentence)
        if only is None:
            return []
        general = any(m.kind == "instrument" for m in self._annotations.within(*sentence))
        own = self._says(self._own_region, sentence) or (local and not alone)
        return [only] if own or (alone and self._home is not None and not general) else []

    def _asked(self, sentence: Span) -> Span:
        """The question that a sentence answers; an empty span where the one before asks nothing."""
        at = bisect_right(self._sentence_starts, sentence[0]) - 2
        start, end = self._annotations.sentences[at] if at >= 0 else (0, 0)
        return (start, end) if self._annotations.text[start:end].rstrip(_QUOTES).endswith("?") else (0, 0)

    def _so_far(self, sentence: Span) -> Place | None:
        """The one region that a reading has spoken of up to a sentence, if its lead names it."""
        before = self.places[: bisect_left(self._starts, sentence[1])]
        if not before or any(p.region != before[0].region for p in before):
            return None
        return before[0] if bisect_right(self._sentence_starts, before[0].start) <= _LEAD else None

    @cached_property
    def _home(self) -> Place | None:
        """The region that nearly every place of the reading belongs to, or the only one, if its lead names it."""
        counts = Counter(p.region for p in self.places)
        if not counts:
            return None
        region, often = counts.most_common(1)[0]
        first = next(p for p in self.places if p.region == region)
        led = len(counts) == 1 and bisect_right(self._sentence_starts, first.start) <= _OPENING
        if not led and (often < _HOME_LEAST or often < _HOME_SHARE * len(self.places)):
            return None
        return first

    def _item(self, at: int) -> bool:
        """Whether an item of a list begins at a character."""
        return _ITEM.match(self._annotations.text, at) is not None

    def _says(self, words: Gated | None, sentence: Span) -> bool:
        return words is not None and words.found_in(self._shadow, *sentence)

    def answer(self, sentence: Span) -> str | None:
        """What a question's answer makes of it.

        Returns:
            None where the sentence asks nothing; ``affirmed`` or ``denied`` where the next
            sentence begins with yes or no; else "": a question states nothing.
        """
        text = self._annotations.text
        last = text[sentence[1] - 1]
        if last != "?" and (last not in _QUOTES or not text[slice(*sentence)].rstrip(_QUOTES).endswith("?")):
            return None
        at = bisect_right(self._sentence_starts, sentence[0])
        if at >= len(self._annotations.sentences):
            return ""
        following = self._annotations.sentences[at]
        start = self._annotations.lower[following[0] : following[1]].lstrip(_QUOTES)
        for macro, polarity in (("answer_no", "denied"), ("answer_yes", "affirmed")):
            words = self._macro(macro)
            if words is not None and words.regex.match(start):
                return polarity
        return ""

    def answering(self, sentence: Span) -> Span | None:
        """The sentence whose yes or no makes a question a statement; None where the sentence asks nothing."""
        if not self.answer(sentence):
            return None
        return self._annotations.sentences[bisect_right(self._sentence_starts, sentence[0])]

    def _macro(self, name: str) -> Gated | None:
        if name not in self._macros:
            self._macros[name] = _lexicon(self._book, self._annotations.language, name)
        return self._macros[name]

    def speaks_of(self, macro: str, sentence: Span, reach: int) -> bool:
        """Whether the sentence, or ``reach`` characters before it, hold what a lexicon macro says."""
        words = self._macro(macro)
        return words is not None and words.found_in(self._annotations.lower, max(0, sentence[0] - reach), sentence[1])

    def context(self, sentence: Span, reach: int) -> set[str]:
        """The kinds of mention in the sentence and in ``reach`` characters before it.

        A reading that is about the programme as a whole is context everywhere; words that
        speak of the programme without its name (``programme_word``) count as its name.
        """
        ahead = 0
        if self.agents.about:
            block = self._reading.block_at(sentence[0])
            reach, ahead = sentence[0], 0 if block is not None and block.kind in _HEADLINES else _AHEAD
        area = (max(0, sentence[0] - reach), sentence[1] + ahead)
        kinds = self._contexts.get(area)
        if kinds is None:
            kinds = self._contexts[area] = self._annotations.kinds_in(*area)
            if "programme_name" not in kinds and self.speaks_of("programme_word", (sentence[0], area[1]), reach):
                kinds.add("programme_name")
        return kinds


@lru_cache(maxsize=256)
def _lexicon(book: PatternBook, language: str, name: str) -> Gated | None:
    text = book.vocabulary.lexicon.get((language, name))
    return Gated(book.expression(text, language)) if text else None


def _places(annotations: Annotations, book: PatternBook) -> list[Place]:
    found: list[Place] = []
    leading = _lexicon(book, annotations.language, "leading_to")
    route = _lexicon(book, annotations.language, "route_after")
    lower = annotations.lower
    for m in annotations.mentions:
        if m.kind == "region":
            if leading and leading.regex.search(lower[max(0, m.start - _WAY) : m.start]):
                continue
            if route and _DASH.search(lower, max(0, m.start - 5), m.start) and route.regex.match(lower, m.end):
                continue
            found.append(Place(m.start, m.end, str(m.value), m))
        elif m.kind == "unit":
            entry = book.vocabulary.entries.get(("unit", str(m.value)))
            region = entry.attributes.get("region") if entry else None
            if isinstance(region, str) and region:
                found.append(Place(m.start, m.end, region, m))
    return found
