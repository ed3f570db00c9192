"""Whose word a claim is, in the end.

In: claims, papers, standing edges, the press. Out: for each claim its origin and how it was found. Never
counts an unknown lineage as an origin, and never a page for a voice.

The order of the rules is that of the specification: the end of the attribution chain if that is an outlet,
office or person (what was told to the document's own outlet is that outlet's); else the root of the
document's lineage; else the document's source, where that source is known to report; else none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from musterbook.reconcile.origins.heard import Heard
from musterbook.reconcile.origins.origin import ITSELF, UNKNOWN, Origin
from musterbook.reconcile.origins.pages import Pages
from musterbook.reconcile.origins.placed import Placed, Span
from musterbook.reconcile.origins.relayed import Relayed
from musterbook.reconcile.origins.rulings import Rulings
from musterbook.reconcile.origins.said import Said
from musterbook.reconcile.origins.voices import Voices
from musterbook.reconcile.press import Paper, Press, Voice
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.records import Claim, Edge
from musterbook.vocabulary.spelling import skeleton

_NAMED = 0.7  # confidence of an edge below which nobody is named as the source of anything
_SEVERAL, _LONG = (2, 40)  # statements of a report whose one origin is that of what else it says
_REACH = 300  # characters up to which a report of one public voice goes on with its words
_NAMING = 3, 5  # layers of evidence that are passages in which a source is named
_LENGTHS = ("duration", "max_duration")  # roles that are lengths of time
_NOT_KNOWN = "unknown"  # a kind of source: one that was told something, and comes from nobody, has reported that
_NOBODY = Voice("", "described", "")


def _is_particular(claim: Claim) -> bool:
    """Whether two reporters seldom have a statement on their own: with a figure, a length of time or a speaker."""
    return bool(claim.attribution) or any(
        a.role in _LENGTHS or (isinstance(a.value, int | float) and not isinstance(a.value, bool)) for a in claim.args
    )


def _place_of(claim: Claim) -> tuple[int, str]:
    return claim.quote.start, claim.id


def _no_text(_: str) -> str:
    return ""


class Origins:
    """The origins of all claims of a book, each worked out once."""

    def __init__(
        self,
        claims: Iterable[Claim],
        papers: Mapping[str, Paper],
        edges: Iterable[Edge],
        press: Press,
        questions: Questions,
        placed: Placed | None = None,
    ) -> None:
        """Take everything that is known; nothing is worked out yet.

        Args:
            claims: Of the book, or of some documents and all that they come from, so that relays can be followed.
            papers: Capture id → paper.
            edges: Those that stand.
            press: Who is who.
            questions: Of the programme.
            placed: The texts, for what a source says without a statement read in it; not looked at where left out.
        """
        self._papers, self.press, self._questions, self._placed = (papers, press, questions, placed)
        self._edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            if edge.kind != "unknown":
                self._edges[edge.capture_id].append(edge)
        upstream = {e.target for held in self._edges.values() for e in held if e.target}
        self._said = Said(questions)
        self._own: dict[str, list[Claim]] = defaultdict(list)
        all_claims = list(claims)
        for claim in all_claims:
            if claim.attribution or claim.capture_id in self._edges:
                self._own[claim.capture_id].append(claim)
            if claim.capture_id in upstream:
                self._said.add(claim)
        self._voices = Voices(all_claims, self._own, press, questions, placed.text if placed else _no_text)
        self._pages = Pages(self.edges, self.paper)
        self._rulings = Rulings(self.edges, press, placed)
        self._heard = Heard(all_claims, self.paper, press, self._voices, placed)
        self.relayed = Relayed(self._said, self._own, self.paper, press)
        self._kept: dict[str, Origin] = {}
        self._under_way: set[str] = set()

    def paper(self, capture_id: str) -> Paper:
        """The paper of a capture; an empty one where it is not known."""
        return self._papers.get(capture_id) or Paper(capture_id)

    def edges(self, capture_id: str) -> list[Edge]:
        """The standing edges of a document, surest first."""
        return self._edges.get(capture_id, [])

    def claims_of(self, capture_id: str) -> Sequence[Claim]:
        """What a document says that others come from."""
        return self._said.of(capture_id)

    def of(self, claim: Claim) -> Origin:
        """The origin of one claim."""
        kept = self._kept.get(claim.id)
        if kept is not None:
            return kept
        if claim.id in self._under_way:
            return Origin(how="its sources name one another in a circle")
        self._under_way.add(claim.id)
        origin = self._find(claim)
        self._under_way.discard(claim.id)
        self._kept[claim.id] = origin
        return origin

    def _find(self, claim: Claim) -> Origin:
        paper = self.paper(claim.capture_id)
        heard = [self._voices.of(name, claim) for name in claim.attribution]
        own = next((n for n, v in enumerate(heard) if n and v.kind == "outlet" and v.family == paper.family), 0)
        if own and heard[own - 1].kind == "described":  # somebody told it to the newsroom, whomever he spoke of
            heard = heard[: own + 1]
        voices = [v for v in heard if v.kind != "described"]
        speaker = next((v.name for v in voices if v.kind != "outlet"), "")
        end = heard[-1] if heard else _NOBODY
        if end.kind == "described" and voices:
            end = voices[-1]
        told = self._heard.is_told(claim) or (end.kind == "office" and self._heard.by_office(claim, end))
        told = told or (end.kind == "person" and self._heard.in_a_talk(claim))
        if not told:
            end = self._cited_office(heard, paper) or end
        public = self._made_public(claim, end) if self._asked(end) and end.kind != "described" else None
        if public:
            return public
        if told and heard[0].kind == "described" and (of_paper := self._of_public_paper(claim)):
            return of_paper
        hears = told or any(map(self.press.is_heard, claim.attribution[-1:]))
        elsewhere = self._told_elsewhere(claim, paper) if hears and end.kind == "described" else None
        if elsewhere:
            return elsewhere
        reports = paper.reports or (paper.kind == _NOT_KNOWN and not self.edges(claim.capture_id))
        if told and self._asked(end) and paper.outlet and reports and not self._heard.in_public(claim):
            how = f"{speaker or end.name} told it to {paper.outlet}, which published the document"
            return Origin(paper.outlet, paper.family, speaker, how)
        if end.kind == "outlet" and (not paper.family or end.family != paper.family):
            return self._relayed(claim, end, speaker)
        if end.kind in ("person", "office") and paper.kind == "official" and paper.outlet:
            how = f"{end.name} says it on a page of {paper.outlet}"
            return Origin(paper.outlet, paper.family, end.name, how)
        page = self._page_of(claim, end)
        if page:
            return page
        if end.kind in ("office", "person"):
            named = Origin(end.name, end.family, speaker, f"the text names {end.name} as its source")
            return self._spoken_there(claim, end) or named
        if end.kind == "outlet":
            return self._retold(claim) or Origin(end.name, end.family, speaker, f"{end.name} reports it itself")
        return self._inherited(claim, paper)

    def _page_of(self, claim: Claim, voice: Voice) -> Origin | None:
        """The page above a document of whom it calls by the last name alone, as headlines do."""
        if voice.kind != "person" or " " in voice.name:
            return None
        page = self._pages.above(claim.capture_id)
        last = self.paper(page.target).outlet.split()[-1:] if page else []
        return self._pages.word(page) if page and last and skeleton(last[0]) == voice.family else None

    def _cited_office(self, heard: Sequence[Voice], paper: Paper) -> Voice | None:
        """The office that a newsroom names as the source of what it says itself, which has made it public."""
        own = len(heard) > 1 and heard[-1].kind == "outlet" and heard[-1].family == paper.family
        return heard[-2] if own and heard[-2].kind == "office" else None

    def _told_elsewhere(self, claim: Claim, paper: Paper) -> Origin | None:
        """The report of another newsroom which says the same, where that is the newspaper that was told it."""
        edges = [e for e in self.edges(claim.capture_id) if e.target and self.paper(e.target).family != paper.family]
        first = self._heard.first(claim)
        telling = [c for c in (claim, first) if c and (c.told_to or c is claim)] if self._placed and edges else []
        family = next((self.press.family(o) for c in telling if self._placed and (o := self._placed.told_to(c))), "")
        there = [e for e in edges if family and self.paper(e.target).family == family]
        for edge in there:
            found = self._said.find(edge.target, claim)
            above = self.of(found) if found else self._passage(claim, edge)
            if above:
                how = f"it was told to {self.paper(edge.target).outlet}, whose report is in the book"
                return Origin(above.name, above.family, above.speaker, f"{how}; there {above.how}", edge.id)
        if not there:
            return None
        source = self.paper(there[0].target)
        how = f"it was told to {source.outlet}, whose report is in the book"
        return Origin(source.outlet, source.family, "", how, there[0].id)

    def _made_public(self, claim: Claim, voice: Voice) -> Origin | None:
        """The page of an office that a document comes from, where that has the words of whom the document names."""
        beyond = self._pages.above(claim.capture_id)
        for edge in dict.fromkeys((*self.edges(claim.capture_id), *((beyond,) if beyond else ()))):
            paper = self.paper(edge.target)
            if not edge.target or paper.kind != "official" or not paper.outlet:
                continue
            own = voice.family == paper.family
            heard = own or any(self._speaks(voice, c) for c in self._said.of(edge.target))
            if claim.told_to and not heard:
                continue
            if (own and not claim.told_to) or self.says(edge.target, claim) or self._place(claim, edge.target):
                how = f"{voice.name} says it on a page of {paper.outlet}, which the document {edge.kind}"
                return Origin(paper.outlet, paper.family, voice.name, how, edge.id)
        return None

    def _of_public_paper(self, claim: Claim) -> Origin | None:
        """The page of an office, where it has what a sentence says of a bill, which nobody had to be told."""
        for edge in self.edges(claim.capture_id):
            if edge.kind == "official" and self._placed and self.says(edge.target, claim):
                sentence = self._placed.words(claim.capture_id, claim.quote.start)
                return self._pages.word(edge) if self.press.is_public(sentence) else None
        return None

    def _spoken_in(self, capture_id: str) -> list[Claim]:
        """What a document says with a name for it."""
        return [c for c in self._own.get(capture_id, ()) if c.attribution]

    def _spoken(self, claim: Claim) -> bool:
        """Whether somebody without a name says a statement, and no paper that is public or comes back."""
        return any(not self.press.is_public(n) and not self.press.returns(n) for n in claim.attribution[-1:])

    def _retold(self, claim: Claim) -> Origin | None:
        """Whose word it is where a newsroom tells again what a report has that its document copies or rewrites."""
        for edge in self.edges(claim.capture_id):
            found = self._said.find(edge.target, claim) if edge.target and edge.kind in ("copies", "rewrites") else None
            above = self.of(found) if found else UNKNOWN
            if above.name:
                how = f"the document {edge.kind} {self.paper(edge.target).outlet or edge.target}, where {above.how}"
                return Origin(above.name, above.family, above.speaker, how, edge.id)
        return None

    def _spoken_there(self, claim: Claim, voice: Voice) -> Origin | None:
        """Whose word it is where the report that a document comes from has the words of the same speaker."""
        for edge in self.edges(claim.capture_id):
            heard = [c for c in self._said.of(edge.target) if self._speaks(voice, c)] if edge.target else []
            said = self._said.find(edge.target, claim)
            spoken = said and (said in heard or self._voices.of(self.of(said).speaker, said).family == voice.family)
            found = {self.of(c).family: self.of(c) for c in ([said] if said and spoken else heard)}
            above = next(iter(found.values())) if len(found) == 1 else UNKNOWN
            if above.name and above.family != voice.family:
                where = self.paper(edge.target).outlet or edge.target
                how = f"{voice.name} is heard in {where}, which the document {edge.kind}; there {above.how}"
                return Origin(above.name, above.family, voice.name, how, edge.id)
        return None

    def _one_speaker(self, source: Claim, claim: Claim) -> bool:
        """Whether two statements have somebody with a name in common who says them."""
        heard = {v.family for n in claim.attribution if (v := self._voices.of(n, claim)).kind in ("office", "person")}
        return any(self._voices.of(n, source).family in heard for n in source.attribution)

    def _speaks(self, voice: Voice, claim: Claim) -> bool:
        return any(self._voices.of(name, claim).family == voice.family for name in claim.attribution)

    def _asked(self, voice: Voice) -> bool:
        """Whether somebody can have told something to reporters: anybody but another newsroom."""
        return voice.kind != "outlet" or self.press.kind(voice.name) == "official"

    def _relayed(self, claim: Claim, end: Voice, speaker: str) -> Origin:
        """An outlet is named: where it has it from another, by its report or by the text, it is the other's word."""
        nearer = self._cited_by(claim, end)
        other = self._said_by_another(claim, end)
        if other:
            return other
        for edge in self.edges(claim.capture_id):
            if edge.target and self.paper(edge.target).family == end.family:
                found = self._said.find(edge.target, claim)
                if claim.told_to and speaker:  # that newsroom has it from him, whatever else it has from others
                    found = found if found and (found.told_to or self._one_speaker(found, claim)) else None
                    above = self.of(found) if found else self._of_speaker(edge, claim)
                else:
                    above = self.of(found) if found else self._passage(claim, edge) or self._one_of(edge.target)
                own = above.family == end.family and not above.speaker and not (found and found.told_to)
                if above.name and not (nearer and own):
                    how = f"the text names {end.name}, whose report is in the book; there {above.how}"
                    return Origin(above.name, above.family, above.speaker or speaker, how, edge.id)
        if nearer:
            how = f"the text names {end.name} as its source, and {nearer.name} as the source of that"
            return Origin(nearer.name, nearer.family, speaker, how)
        return Origin(end.name, end.family, speaker, f"the text names {end.name} as its source")

    def _of_speaker(self, edge: Edge, claim: Claim) -> Origin:
        """Whose word the passage of a report is that has the same, where that is the word of who says it."""
        heard = {self._voices.of(n, claim).family for n in claim.attribution[:-1]}
        return above if (above := self._passage(claim, edge)) and above.family in heard else UNKNOWN

    def _said_by_another(self, claim: Claim, end: Voice) -> Origin | None:
        """Whose word it is where the named outlet's report answers otherwise, and another that is named says it."""
        held: dict[bool, list[Edge]] = {True: [], False: []}
        for edge in self.edges(claim.capture_id):
            if edge.target:
                held[self.paper(edge.target).family == end.family].append(edge)
        if not held[True] or not held[False] or any(self.says(e.target, claim) for e in held[True]):
            return None
        slot = self._questions.of(claim)[0]
        asked = (c for e in held[True] for c in self._said.of(e.target))
        if not any(self._questions.of(c)[0] == slot for c in asked):
            return None
        for edge in held[False]:
            found = self._said.exactly(edge.target, claim)
            if found:
                above = self.of(min(found, key=by_publication))
                how = f"{end.name} says otherwise in its report, and {self.paper(edge.target).outlet} says it"
                return Origin(above.name, above.family, above.speaker, f"{how}; there {above.how}", edge.id)
        return None

    def _one_of(self, capture_id: str) -> Origin:
        """The origin of all that a document says, where it is one and says several things; else unknown."""
        own = self._said.of(capture_id)
        found = [self.of(c) for c in own] if _SEVERAL <= len(own) <= _LONG else []
        if not self.paper(capture_id).reports:  # what nobody knows of is from somebody, too
            found = [o for o in found if o.name]
        return found[0] if len({o.family for o in found}) == 1 and len(found) >= _SEVERAL else UNKNOWN

    def _cited_by(self, claim: Claim, end: Voice) -> Voice | None:
        """The outlet or office that an outlet cites in turn; what was told to it is its own."""
        if claim.told_to:
            return None
        chain = [v for v in (self._voices.of(name, claim) for name in claim.attribution[:-1]) if v.family != end.family]
        known = (v for v in reversed(chain) if v.kind == "outlet" or (v.kind == "office" and v.family != v.name))
        return next(known, None)

    def _of_own_source(self, claim: Claim, paper: Paper) -> bool:
        """Whether a report that names no other newsroom tells of its own source: «the source got half of it»."""
        if claim.attribution or not self._placed or not paper.reports:
            return False
        others = any(self.paper(e.target).kind != "official" for e in self.edges(claim.capture_id))
        return not others and self.press.is_told_of(self._placed.words(claim.capture_id, claim.quote.start))

    def _inherited(self, claim: Claim, paper: Paper) -> Origin:
        if self._of_own_source(claim, paper):
            return Origin(paper.outlet, paper.family, "", f"{paper.outlet} tells it of its source")
        for edge in sorted(self._nearest_first(claim), key=lambda e: self._from_a_name(claim, e)):
            if self.answers(edge) and not claim.attribution:
                continue
            public = self.paper(edge.target).kind == "official"  # its page is there to be quoted
            named = edge.kind != "cites" or edge.confidence >= _NAMED or public
            found = self._said.find(edge.target, claim) if edge.target else None
            if paper.reports and not named and not (found and _is_particular(claim)) and not self.relayed.all(edge):
                continue  # it mentions the other and has this from its own reporters
            above = self.of(found) if found else self._passage(claim, edge) or UNKNOWN
            if not above.name and not found and paper.reports and not claim.attribution and self.relayed.all(edge):
                above = self._one_of(edge.target) if self.relayed.goes_on(claim, edge) else above
            if found or above.name:
                how = f"the document {edge.kind} {self.paper(edge.target).outlet or edge.target}, where {above.how}"
                return Origin(above.name, above.family, above.speaker, how, edge.id)
            if edge.named and not edge.target and edge.kind in ("copies", "rewrites", "official"):
                how = f"the document {edge.kind} {edge.named}"
                return Origin(edge.named, self.press.voice(edge.named).family, "", how, edge.id)
        page = self._pages.above(claim.capture_id) if any(map(self.press.is_public, claim.attribution[-1:])) else None
        if page:
            return self._pages.word(page)
        if (court := self._rulings.word(claim)).name:
            return court
        around = (self._among(claim) or self._credited(claim) or self._between(claim)) if paper.reports else None
        if around:
            return around
        if paper.reports and paper.outlet:
            return Origin(paper.outlet, paper.family, "", f"{paper.outlet} {ITSELF}")
        if self.edges(claim.capture_id):
            return Origin(how="what the document comes from does not say it, and nobody else is named")
        return Origin()

    def _among(self, claim: Claim) -> Origin | None:
        """Whose word it is in a text that was made from another, where what stands around comes from that."""
        for edge in () if self._spoken(claim) else self.edges(claim.capture_id):
            if not edge.target or edge.kind == "cites":
                continue
            own = [c for c in self._own[claim.capture_id] if c.id not in self._under_way and self.says(edge.target, c)]
            before = max((c for c in own if c.quote.end <= claim.quote.start), key=_place_of, default=None)
            after = min((c for c in own if c.quote.start >= claim.quote.end), key=_place_of, default=None)
            found = [o for c in (before, after) if c and not c.told_to and (o := self.of(c)).via == edge.id]
            if len(found) > 1 and found[0].family == found[1].family:
                where = self.paper(edge.target).outlet or edge.target
                how = f"the document {edge.kind} {where}, which has what stands before and after"
                return Origin(found[0].name, found[0].family, found[0].speaker, how, edge.id)
        return None

    def _credited(self, claim: Claim) -> Origin | None:
        """Whose word it is in a report of one public voice, which is named above and not in every sentence."""
        spoken = self._spoken_in(claim.capture_id)
        spoken = [c for c in spoken if c.told_to or not self.press.returns(c.attribution[-1])]
        paper = self.paper(claim.capture_id)
        chains = [[self._voices.of(n, c) for n in c.attribution] for c in spoken]
        ends = [self._cited_office(heard, paper) or heard[-1] for heard in chains]
        if len({v.family for v in ends}) != 1 or ends[0].kind not in ("office", "person"):
            return None
        if any(c.told_to and not self._heard.in_public(c) for c in spoken) or not all(
            map(self.press.returns, claim.attribution)
        ):
            return None
        above = max((c for c in spoken if c.quote.end <= claim.quote.start), key=_place_of, default=None)
        if above is None and claim.attribution:  # a headline names an office, and the lead says who holds it
            above = min(spoken, key=_place_of)
        if above is None or max(claim.quote.start - above.quote.end, above.quote.start - claim.quote.end) > _REACH:
            return None
        origin = self.of(above)
        how = f"the report has one public voice, {ends[0].name}, which is named above; {origin.how}"
        return Origin(origin.name, origin.family, origin.speaker, how, origin.via) if origin.name else None

    def _between(self, claim: Claim) -> Origin | None:
        """Whose word it is between statements of one outlet or office, with one of which it stands in a paragraph."""
        if claim.attribution or not self._placed or not _is_particular(claim):
            return None
        spoken = self._spoken_in(claim.capture_id)
        before = max((c for c in spoken if c.quote.end <= claim.quote.start), key=_place_of, default=None)
        after = min((c for c in spoken if c.quote.start >= claim.quote.end), key=_place_of, default=None)
        if before is None or after is None or after.quote.start - before.quote.end > _REACH:
            return None
        one, other = self.of(before), self.of(after)
        if not one.name or one.family != other.family or one.family == self.paper(claim.capture_id).family:
            return None
        if not any(self._placed.in_one_paragraph(claim, c) for c in (before, after)):
            return None
        how = f"what stands before and after is {one.name}'s word: {other.how}"
        return Origin(one.name, one.family, one.speaker, how, other.via or one.via)

    def _nearest_first(self, claim: Claim) -> list[Edge]:
        """The edges of a statement's document, those first whose source is named in its sentence."""
        edges = self.edges(claim.capture_id)
        if len(edges) < _SEVERAL or not self._placed:
            return edges
        start, end = self._placed.sentence(claim.capture_id, claim.quote.start)

        def far(edge: Edge) -> tuple[bool, bool]:
            named = any(v.layer in _NAMING and start <= v.start < end for v in edge.evidence)
            return not named, edge.kind in ("cites", "official")

        return sorted(edges, key=far)

    def _from_a_name(self, claim: Claim, edge: Edge) -> bool:
        """Whether a source has from somebody with a name what a statement has from somebody without one."""
        found = self._said.find(edge.target, claim) if claim.attribution and edge.target else None
        return bool(found and any(self._voices.of(n, found).kind in ("office", "person") for n in found.attribution))

    def _passage(self, claim: Claim, edge: Edge) -> Origin | None:
        """Whose word the passage of a source is that tells what a statement does, where no statement was read in it."""
        span = self._place(claim, edge.target) if edge.target and claim.polarity == "affirmed" else None
        return self._word_of(edge.target, span, {claim.capture_id}) if span else None

    def _place(self, claim: Claim, target: str) -> Span | None:
        return self._placed.of(claim, target) if self._placed else None

    def _word_of(self, capture_id: str, span: Span, seen: set[str]) -> Origin | None:
        """Whose word a passage is: that of what is stated in it, of where it comes from, of what stands around."""
        own = self._said.of(capture_id)
        inside = {o.family: o for c in own if span[0] <= c.quote.start < span[1] and (o := self.of(c)).name}
        if len(inside) == 1:
            return next(iter(inside.values()))
        for edge in self.edges(capture_id) if not inside and self._placed else ():
            if edge.target and edge.target not in seen:
                there = self._placed.within(capture_id, span, edge.target) if self._placed else None
                above = self._word_of(edge.target, there, seen | {capture_id}) if there else None
                if above:
                    return above
        paper = self.paper(capture_id)
        named = {self.press.family(o) for o in self._placed.names(capture_id, span[0])} if self._placed else set()
        if paper.family in named and not inside:
            return Origin(paper.outlet, paper.family, "", f"{paper.outlet} names itself for it")
        before = max((c for c in own if c.quote.end <= span[0]), key=lambda c: (c.quote.end, c.id), default=None)
        after = min((c for c in own if c.quote.start >= span[1]), key=lambda c: (c.quote.start, c.id), default=None)
        beside = {o.family: o for c in (before, after) if c and (o := self.of(c)).name}
        if len(beside) > 1 and paper.reports and paper.outlet:
            return Origin(paper.outlet, paper.family, "", f"{paper.outlet} says it beside what it has from others")
        return next(iter(beside.values())) if len(beside) == 1 else None

    def says(self, capture_id: str, claim: Claim) -> bool:
        """Whether a document that others come from says the same."""
        return self._said.find(capture_id, claim) is not None

    def answers(self, edge: Edge) -> bool:
        """Whether an office speaks of a report on its own page, and not only carries it: what it says is its word."""
        page = self.paper(edge.capture_id).kind == "official" and edge.kind == "cites"
        return page and self.paper(edge.target).kind != "official" and not self.relayed.all(edge)
