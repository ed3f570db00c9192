"""Duties at facilities: guarded by whom does not matter to the grammar, guarded what does.

In: a document. Out: drafts of ``duty.assigned`` for each facility that the programme's
people guard, and for the drones that they guard it from. Never takes a facility for
guarded because it stands in the same sentence: a verb or noun of guarding must govern it,
and somebody of the programme must be the doer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from musterbook.claims.agents import OWN
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.duty_words import Grammar, grammar_of
from musterbook.claims.mention import Count, Mention
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "duty.assigned"
_GENERAL = "critical_infrastructure"
_HEADLINES = frozenset({"title", "heading"})  # "infrastructure" sums up there what the body spells out
_ANY_PLANT = "industrial"  # so general a word that it must be governed
_VAGUE_POST = frozenset({"industrial", "storage", "social", "military", "government_building"})  # many work there
_NO_POST = frozenset({"social", "military", "border"})  # where they live, are treated and are trained
_CLOSE = 4  # characters at the end of a question: its mark, quotation marks, a blank
_CLOSING = ' "\n'
_QUOTE = '"'  # as the shadow has all of them
_BORDER = "border"  # a line, not a facility: guarding it is a duty of its own
_REACH = 90  # characters from the verb to the first facility: a list of adjectives and threats fits
_PASSAGE = 250  # characters before a sentence: the sentence before it
_NEAR = 48  # characters from a verb of place to the facility
_WIDE = 160  # characters after a place, named first, in which somebody is on duty there
_COUNT_REACH = 26  # characters from a number to the facility that it counts
_MOST = 1000  # more than this many of one kind of facility are a year or a sum

_OTHER_PLACE = regex(r",\s(?:а\s|and\s)?(?:в|во|на|in)\s(?:the\s)?$")
_BESIDE = regex(r"\s+(?:[\w-]+\s+){0,2}")  # between a number and what it counts

Span = tuple[int, int]


def find(document: Document) -> Iterator[Draft]:
    """Every facility that the programme's people guard, and the drones that they guard it from."""
    grammar = grammar_of(document.book, document.annotations.language)
    if grammar is None or TYPE not in document.vocabulary.types:
        return
    headlines: list[Draft] = []
    told: set[tuple[object, object]] = set()
    for number, sentence, sites in document.annotations.sentences_with("facility"):
        here = _Sentence(document, grammar, sentence, list(sites))
        for draft in (*here.drafts(), *here.taken_up(number + 1)):
            if here.headline:
                headlines.append(draft)
            else:
                told.add(_duty(draft))
                yield draft
    duties = {duty for duty, _ in told}
    for draft in headlines:
        duty, facility = _duty(draft)
        if duty not in duties or (facility is not None and (duty, facility) not in told):
            yield draft


def _duty(draft: Draft) -> tuple[object, object]:
    duty, facility = draft.arg("duty"), draft.arg("facility")
    return duty and duty.value, facility and facility.value


class _Sentence:
    """One sentence that names facilities."""

    def __init__(self, document: Document, grammar: Grammar, span: Span, sites: list[Mention]) -> None:
        self._document = document
        self._shadow = document.shadow
        self._grammar = grammar
        self._span = span
        block = document.reading.block_at(span[0])
        self.headline = block is not None and block.kind in _HEADLINES
        self._lists = list(self._group(sites))

    def drafts(self) -> Iterator[Draft]:
        """The duties that the sites of a sentence show, each list with what governs it."""
        for sites in self._lists:
            found = None if self._of_people(sites[0].start) else self._governed(sites)
            if found is None:
                continue
            duty, start, end = found
            if self._document.surroundings.agents.of((start, end), self._span) != OWN:
                continue
            for site in self._meant([*self._implied(sites), *sites]):
                if site.value == _GENERAL and self.headline:
                    continue
                if site.value != _BORDER:
                    vague = self._grammar.vague.fullmatch(self._document.annotations.lower, site.start, site.end)
                    yield self._draft(duty, (start, end), None if vague else site)
                elif self._grammar.border.fullmatch(self._document.annotations.lower, site.start, site.end):
                    yield self._draft("border_guard", (start, end), None)
            threat = self._threat(start, end) if duty == "guard_facilities" else None
            if threat is not None:
                yield self._draft("counter_drone", threat, None)

    def taken_up(self, following: int) -> Iterator[Draft]:
        """The duties at this sentence's last list that the next one tells by a pronoun: "reservists guard them"."""
        sentences = self._document.annotations.sentences
        if following >= len(sentences):
            return
        span = sentences[following]
        reading = self._document.reading
        if reading.block_at(span[0]) is not reading.block_at(self._span[0]):
            return
        if self._document.annotations.within(*span, "facility"):
            return
        found = self._grammar.taken_up.search(self._shadow, *span)
        agents = self._document.surroundings.agents
        if found is None or agents.of(found.span(), span, here=True) != OWN:
            return
        quote = found.span()
        for site in self._meant(self._lists[-1]):
            if site.value != _BORDER:
                args = (Arg("duty", "guard_facilities"), Arg("facility", str(site.value), site.start, site.end))
                yield Draft(TYPE, args, *quote, span, cue=quote)
        if self._grammar.against.search(self._shadow, quote[0], min(span[1], quote[1] + _REACH)):
            yield Draft(TYPE, (Arg("duty", "counter_drone"),), *quote, span, cue=quote)

    def _group(self, sites: list[Mention]) -> Iterator[list[Mention]]:
        """The facilities of one list together."""
        current: list[Mention] = []
        for site in sites:
            if current and (
                not self._grammar.list_gap.fullmatch(self._shadow, current[-1].end, site.start)
                or self._elsewhere(current[-1].end, site.start)
            ):
                yield current
                current = []
            current.append(site)
        if current:
            yield current

    def _elsewhere(self, start: int, end: int) -> bool:
        """Whether between two sites another place begins: "guard bridges, in the next region power plants"."""
        notes = self._document.annotations
        return any(
            _OTHER_PLACE.search(self._shadow, start, m.start) and notes.text[m.end : m.end + 3].strip(" ")[:1] in "-–—"
            for m in notes.within(start, end, "region")
        )

    def _governed(self, sites: list[Mention]) -> tuple[str, int, int] | None:
        """The duty and the quote where something governs the list, else None."""
        first, last = sites[0].start, sites[-1].end
        verb = self._before(first) or self._listing(first) or self._kept(first, last)
        verb = verb or self._promised(sites) or self._bare(sites) or self._answered(sites)
        if verb is not None:
            watch = self._grammar.watching.match(self._shadow[last : self._span[1]]) if verb[2] else None
            return ("counter_drone", verb[1], last + watch.end()) if watch else (verb[0], verb[1], last)
        after = self._grammar.guarded.match(self._shadow[last : self._span[1]])
        if after is None:
            after = self._grammar.noun_after.match(self._shadow[last : self._span[1]])
        if after is None and self._asked(first, _PASSAGE):
            after = self._grammar.added.match(self._shadow[last : self._span[1]])
        if after is not None:
            return "guard_facilities", first, last + after.end()
        return self._on_duty_at(first, last) or self._in_clause(sites) or self._by_signs(sites)

    def _before(self, first: int) -> tuple[str, int, bool] | None:
        """The nearest verb or noun before a list that governs it, where it starts, and whether it is one of place."""
        left = max(self._span[0], first - _REACH)
        best: tuple[str, int, bool] | None = None
        for found in self._grammar.guarding.finditer(self._shadow, left, first):
            if self._grammar.gap.fullmatch(self._shadow, found.end(), first):
                best = ("guard_facilities", found.start(), False)
        for found in self._grammar.task.finditer(self._shadow, left, first) if best is None else ():
            if self._grammar.colon.fullmatch(self._shadow, found.end(), first):
                best = ("guard_facilities", found.start(), False)
        for found in self._grammar.posted.finditer(self._shadow, left, first):
            later = best is None or found.start() > best[1]
            if later and self._grammar.place_gap.fullmatch(self._shadow, found.end(), first):
                best = ("guard_facilities", found.start(), True)
        for found in self._grammar.counter.finditer(self._shadow, left, first):
            target = self._grammar.target.search(self._shadow, found.start(), first)
            nearer = best is None or best[2] or found.start() >= best[1]
            if target and nearer and first - target.end() <= _NEAR:
                best = ("counter_drone", found.start(), False)
        return best

    def _kept(self, first: int, last: int) -> tuple[str, int, bool] | None:
        """A verb before a list that only words after it make one of guarding: "keep … safe"."""
        left = max(self._span[0], first - _NEAR)
        head = self._grammar.kept_head.search(self._shadow[left:first])
        if head is None or not self._grammar.kept_tail.match(self._shadow[last : min(self._span[1], last + _NEAR)]):
            return None
        return "guard_facilities", left + head.start(), False

    def _listing(self, first: int) -> tuple[str, int, bool] | None:
        """Words like "These include …" or "only … are named" where guarding is spoken of."""
        start = self._span[0]
        led = self._grammar.listing.match(self._shadow[start:first])
        end = start + led.end() if led is not None else None
        for found in self._grammar.naming.finditer(self._shadow, start, first):
            end = found.end()
        if end is None or not self._grammar.gap.fullmatch(self._shadow, end, first):
            return None
        return ("guard_facilities", start, False) if self._asked(first, _PASSAGE) else None

    def _promised(self, sites: list[Mention]) -> tuple[str, int, bool] | None:
        """Words like "we were told …" right before a list of sites that ends the clause."""
        first, last = sites[0].start, sites[-1].end
        left = max(self._span[0], first - _REACH)
        told = self._grammar.promised.search(self._shadow[left:first]) if len(sites) > 1 else None
        if told is None or not self._grammar.bare_tail.fullmatch(self._shadow[last : self._span[1]].split(",")[0]):
            return None
        return "guard_facilities", left + told.start(), False

    def _asked(self, before: int, reach: int) -> bool:
        """Whether guarding is spoken of in the sentence, before an offset, or right before the sentence."""
        if self._grammar.task.search(self._shadow, self._span[0], before):
            return True
        return self._grammar.guarding.search(self._shadow, max(0, self._span[0] - reach), before) is not None

    def _bare(self, sites: list[Mention]) -> tuple[str, int, bool] | None:
        """A sentence that is nothing but a list of sites, after one that asks or tells what the task is."""
        first, last = sites[0].start, sites[-1].end
        head, tail = self._shadow[self._span[0] : first], self._shadow[last : self._span[1]]
        if len(sites) < 2 or not self._grammar.bare_head.fullmatch(head) or not self._grammar.bare_tail.fullmatch(tail):
            return None
        before = max(0, self._span[0] - _PASSAGE // 2), self._span[0]
        return ("guard_facilities", first, False) if self._grammar.task.search(self._shadow, *before) else None

    def _of_people(self, first: int) -> bool:
        """Whether a list of sites only tells whose managers or workers are meant: «поручил директорам заводов»."""
        return self._grammar.people_of.search(self._shadow[max(self._span[0], first - _NEAR) : first]) is not None

    def _answered(self, sites: list[Mention]) -> tuple[str, int, bool] | None:
        """Sites in a sentence without a verb, after a question where they serve: "At the refinery and on bridges"."""
        at = self._document.annotations.sentence_at(self._span[0]) - 1
        if at < 0:
            return None
        asked = self._document.annotations.sentences[at]
        if not self._shadow[asked[1] - _CLOSE : asked[1]].rstrip(_CLOSING).endswith("?"):
            return None
        if not self._grammar.where.search(self._shadow, *asked) or self._grammar.predicate.search(
            self._shadow, *self._span
        ):
            return None
        return "guard_facilities", sites[0].start, False

    def _on_duty_at(self, first: int, last: int) -> tuple[str, int, int] | None:
        """Somebody on duty at sites that are named first: "at the refinery … a section keeps watch for drones"."""
        head = self._grammar.at_site.search(self._shadow[max(self._span[0], first - _NEAR) : first])
        if head is None:
            return None
        tail = self._shadow[last : min(self._span[1], last + _WIDE)]
        words = self._grammar
        for duty, there in (("counter_drone", words.watching_there), ("guard_facilities", words.on_duty)):
            found = there.match(tail)
            if found is not None:
                return duty, first, last + found.end()
        return None

    def _in_clause(self, sites: list[Mention]) -> tuple[str, int, int] | None:
        """Guarding spoken of anywhere in the clause of a list, where somebody of the programme is named."""
        around = self._document.surroundings
        if not around.agents.named(self._span) or all(s.value == _ANY_PLANT for s in sites):
            return None
        first, last = sites[0].start, sites[-1].end
        clause = around.clause(self._span, first)
        area = max(clause[0], first - _REACH), min(clause[1], last + _REACH)
        if self._grammar.spoilt.search(self._shadow, *area):
            return None
        cues = [m.span() for m in self._grammar.sense.finditer(self._shadow, *area)]
        if not cues:
            return self._standing_at(area[0], first, last)
        cue = min(cues, key=lambda c: max(c[0] - last, first - c[1]))
        between = (cue[1], first) if cue[1] <= first else (last, cue[0])
        if _QUOTE in self._shadow[slice(*between)] or self._document.annotations.within(*between, "facility"):
            return None  # the words are another's, or another site's
        return "guard_facilities", min(first, cue[0]), max(last, cue[1])

    def _by_signs(self, sites: list[Mention]) -> tuple[str, int, int] | None:
        """Sites that no verb of guarding governs, where enough signs say that the programme's people serve there."""
        around = self._document.surroundings
        kinds = {s.value for s in sites}
        if self.headline or kinds <= _NO_POST or self._grammar.spoilt.search(self._shadow, *self._span):
            return None
        first, last = sites[0].start, sites[-1].end
        clause = around.clause(self._span, first)
        serving = self._grammar.serving.search(self._shadow, max(clause[0], first - _WIDE), first)
        serving = serving or self._grammar.serving.search(self._shadow, last, min(clause[1], last + _WIDE))
        if serving is None:
            return None
        near = self._shadow[max(self._span[0], first - _NEAR) : first]
        weights = self._grammar.signs
        signs = {
            "serving": True,
            "several": len(kinds) > 1,
            "named": around.agents.named(self._span),
            "own": around.agents.of(serving.span(), self._span, here=True) == OWN,
            "place": self._grammar.at_site.search(near) is not None,
        }
        told = sum(weights[name] for name, there in signs.items() if there)
        if told < weights["enough" if kinds - _VAGUE_POST else "enough_vague"]:
            return None
        return "guard_facilities", min(first, serving.start()), max(last, serving.end())

    def _standing_at(self, left: int, first: int, last: int) -> tuple[str, int, int] | None:
        """Somebody of the programme before a preposition of place: there he stands, whatever verb says so."""
        place = self._grammar.at_site.search(self._shadow[max(left, first - _NEAR) : first])
        if place is None:
            return None
        at = max(left, first - _NEAR) + place.start()
        stays = self._grammar.stays.search(self._shadow, left, at)
        return ("guard_facilities", stays.start(), last) if stays is not None else None

    def _implied(self, sites: list[Mention]) -> Iterator[Mention]:
        """What shares a list's noun: "energy and transport sites", «объектов транспорта и связи»."""
        first, last = sites[0], sites[-1]
        left = max(self._span[0], first.start - _NEAR)
        found = (
            (left, self._grammar.site_head.search(self._shadow[left : first.start])),
            (last.end, self._grammar.site_tail.match(self._shadow[last.end : min(self._span[1], last.end + _NEAR)])),
        )
        for at, match in found:
            if match is None:
                continue
            for name in match.groupdict():
                start, end = match.span(name)
                if start >= 0:
                    yield replace(first, start=at + start, end=at + end, value=name)

    def _meant(self, sites: list[Mention]) -> Iterator[Mention]:
        """A list without the general words that its other items spell out."""
        seen: set[object] = set()
        special = any(s.value != _GENERAL for s in sites)
        for at, site in enumerate(sites):
            if special and site.value == _GENERAL and self._spelt_out(sites, at):
                continue
            beside = site.value == "industrial" and "oil_refinery" in seen
            if beside and self._grammar.companion.search(self._document.annotations.lower, site.start, site.end):
                continue
            if site.value not in seen:
                seen.add(site.value)
                yield site

    def _spelt_out(self, sites: list[Mention], at: int) -> bool:
        site = sites[at]
        if at + 1 < len(sites) and self._grammar.such_as.match(self._shadow[site.end : sites[at + 1].start]):
            return True
        return bool(at) and self._grammar.other.search(self._shadow[sites[at - 1].end : site.start]) is not None

    def _threat(self, start: int, end: int) -> Span | None:
        """The words that say that drones are what the facility is guarded from."""
        found = self._grammar.against.search(self._shadow, start, min(self._span[1], end + _REACH))
        return (min(start, found.start()), max(found.end(), start)) if found else None

    def _draft(self, duty: str, quote: Span, site: Mention | None) -> Draft:
        args = [Arg("duty", duty)]
        if site is not None:
            args.append(Arg("facility", str(site.value), site.start, site.end))
            number = self._number(site)
            if number is not None:
                args.append(number)
        withheld = self._grammar.withheld.match(self._shadow, *quote) is not None  # "not let through" denies nothing
        return Draft(TYPE, tuple(args), *quote, self._span, cue=quote, polarity="affirmed" if withheld else "")

    def _number(self, site: Mention) -> Arg | None:
        """How many of them: the number right before."""
        for m in self._document.annotations.within(max(self._span[0], site.start - _COUNT_REACH), site.start, "count"):
            value = m.value
            between = self._shadow[m.end : site.start]
            if isinstance(value, Count) and value.low == value.high < _MOST and _BESIDE.fullmatch(between):
                return Arg("count", int(value.low), m.start, m.end)
        return None
