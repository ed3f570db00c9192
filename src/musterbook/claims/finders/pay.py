"""Pay: every sum of money in a report is a candidate; the words around it decide.

In: a document. Out: drafts of ``pay.amount``. Starts from the sums, leaves documents and
sentences without one at once. Never takes for pay what is spent, fined, lent, priced or
paid to somebody else, nor a total for many people.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from musterbook.claims.arguments import Alternative, bind
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders import pay_kept, pay_table
from musterbook.claims.finders.pay_kinds import Kind, classify, nearest
from musterbook.claims.finders.pay_lead import lead_of
from musterbook.claims.finders.pay_sums import HOME, Span, Sum, large_enough, sensible, stretches, sums_of
from musterbook.claims.finders.pay_words import Hit, Words, words
from musterbook.records import Arg

TYPE = "pay.amount"
_CIRCLE = 1500  # characters before a sum in which the people who are paid must be named: a long paragraph or two
_MEMORY = 2  # sentences for which a sum is remembered
_QUOTED = 70  # characters between a sum and a cue that the quote still takes in
_AGAIN = "f1_1"
_FAR = 15  # sentences for which "the payment" still means the one that was named
_LUMP = 30_000  # roubles: a smaller sum without a period may be a rate as well


@dataclass(frozen=True, slots=True)
class Pay:
    """A sum that is pay.

    Attributes:
        what: Kind and period.
        amount: The sum.
        area: The stretch that speaks of it.
        sentence: Its sentence.
        number: The sentence's number.
        steps: The two ends of a change rather than of a range.
        status: Fixed status or "".
        region: A region assigned by order ("respectively"), or None.
    """

    what: Kind
    amount: Sum
    area: Span
    sentence: Span
    number: int
    steps: bool = False
    status: str = ""
    region: Arg | None = None


def find(document: Document) -> Iterator[Draft]:
    """The pay that a document tells.

    Args:
        document: In a language whose lexicon has the words for it.
    """
    spoken = words(document.book, document.annotations.language)
    if spoken is None or TYPE not in document.vocabulary.types:
        return
    yield from pay_kept.find(document, spoken)
    sentences = document.annotations.sentences
    starts = [s for s, _ in sentences]
    wanted = {
        bisect_right(starts, m.start) - 1 for m in document.annotations.mentions if m.kind in ("money", "count")
    } - {-1}
    tables = pay_table.read(document, spoken) if len(wanted) > 1 else pay_table.Table()
    yield from tables.drafts
    memory: list[Pay] = []
    lump: Pay | None = None
    for number in sorted(wanted | {n + step for n in wanted for step in (1, 2)}):
        if number >= len(sentences) or tables.holds(sentences[number]):
            continue
        passage = _Passage(document, spoken, number, memory, lump)
        found = passage.read() if number in wanted or passage.recent() else []
        for pay in found:
            yield from _drafts(document, spoken, pay)
        memory = found or memory
        lump = next((p for p in reversed(found) if p.what.kind in ("signing_bonus", "one_time")), lump)


class _Passage:
    """One sentence, read with what was said of money before it."""

    def __init__(self, document: Document, spoken: Words, number: int, memory: list[Pay], lump: Pay | None) -> None:
        self.document = document
        self.words = spoken
        self.number = number
        self.sentence = document.annotations.sentences[number]
        self.text = document.plain
        self.memory = memory
        self.lump = lump

    def recent(self) -> bool:
        """True where a sum was named so shortly before that this sentence can speak of it."""
        return bool(self.memory) and self.number - self.memory[-1].number <= _MEMORY

    def read(self) -> list[Pay]:
        """The pay that the sentence tells, in order."""
        start, end = self.sentence
        if not self.words.has("circle", self.text, max(0, start - _CIRCLE), end):
            return []
        sums = sums_of(self.document, self.sentence, self.words)
        found: list[Pay] = []
        same = self._aligned(sums)
        for place, (one, area) in enumerate(zip(sums, stretches(self.document, self.sentence, sums), strict=True)):
            pay = same[place] if same else self._judge(one, area, found)
            if pay is not None:
                found.append(pay)
        found += self._multiples(sums, found)
        return self._respectively(sorted(found, key=lambda p: p.amount.start))

    def _has(self, name: str, start: int, end: int) -> bool:
        return self.words.has(name, self.text, start, end)

    def _aligned(self, sums: list[Sum]) -> list[Pay]:
        """The sums as those of the sentence before, one by one ("the corresponding figures are …")."""
        before = self.memory
        if not (self.recent() and sums and len(sums) == len(before) and self._has("same", *self.sentence)):
            return []
        areas = stretches(self.document, self.sentence, sums)
        return [
            replace(old, amount=one, area=area, sentence=self.sentence, number=self.number)
            for old, one, area in zip(before, sums, areas, strict=True)
        ]

    def _judge(self, one: Sum, area: Span, earlier: list[Pay]) -> Pay | None:
        text, (start, end) = self.text, area
        if self._has("reject", start, end):
            return None
        if self._has("back", start, one.start) and not self._has("share_of", start, one.start):
            return None
        if one.bare and not large_enough(one):
            grown = self._grown(one, earlier)
            if grown is None:
                return None
            one = grown
        rise = self._has("rise", start, one.end)
        if rise and text[max(start, one.start - 4) : one.start].rstrip().endswith((" by", " на")):
            return None
        what, heir = self._what(one, area, earlier)
        if what is None:
            return None
        if heir and self._has("more_before", start, one.start) and self._has("more", one.end, end):
            base = heir.amount.money
            one = one.worth(base.low + one.money.low, base.high + one.money.high)
        if not sensible(one):
            return None
        pay = Pay(what, one, area, self.sentence, self.number, steps=rise and one.money.low != one.money.high)
        return pay

    def _grown(self, one: Sum, earlier: list[Pay]) -> Sum | None:
        """A small number after a sum in thousands, taken as thousands too ("before that it was 54")."""
        last = earlier[-1] if earlier else self.memory[-1] if self.recent() else None
        if last is None or last.amount.money.low < 1000 or last.amount.money.low % 1000 or one.money.low < 1:
            return None
        near = self._has("salary", *self.sentence) or self._has("anaphor", *self.sentence)
        added = any(h.value == "regional_supplement" for h in self.words.hits("kind", self.text, *self.sentence))
        if last.number == self.number or not (near or added) or self.sentence[1] - self.sentence[0] > 80:
            return None
        return one.worth(one.money.low * 1000, one.money.high * 1000)

    def _what(self, one: Sum, area: Span, earlier: list[Pay]) -> tuple[Kind | None, Pay | None]:
        """Kind and period of a sum, and the earlier sum that it follows, if it follows one."""
        own = classify(self.words, self.text, area, one)
        if own and (not one.bare or own.strong or self._told(area)):
            return self._signed(own, one), earlier[-1] if earlier else self.memory[-1] if self.recent() else None
        salary = self._has("salary", *area)
        if earlier and not (salary and earlier[-1].what.kind != "monthly_pay"):
            return replace(earlier[-1].what, cues=()), earlier[-1]
        whole = classify(self.words, self.text, self.sentence, one)
        if whole and (not one.bare or whole.strong or self._told(self.sentence)):
            return self._signed(whole, one), None
        if self.recent() and self._follows():
            last = self.memory[0] if len({p.what.kind for p in self.memory}) == 1 else self._like(area)
            if last is not None:
                return replace(last.what, cues=()), last
        if salary:
            return Kind("monthly_pay", ""), None
        return self._led(one) or self._known(one, area), None

    def _told(self, area: Span) -> bool:
        return self._has("salary", *area) or self._has("given", *area) or lead_of(self.document, self.number) is not None

    def _follows(self) -> bool:
        return self._has("anaphor", *self.sentence)

    def _like(self, area: Span) -> Pay | None:
        """The remembered sum of which the stretch speaks: the last where nothing tells."""
        return self.memory[-1] if self._follows() and area[0] == self.sentence[0] else None

    def _signed(self, kind: Kind, one: Sum) -> Kind:
        """A one-time sum that the sentence or its lead ties to signing is a signing bonus."""
        if kind.kind != "one_time":
            return kind
        hit = nearest(self.words.hits("kind", self.text, *self.sentence), one.span, ("signing_bonus",))
        return replace(kind, kind="signing_bonus", cues=(*kind.cues, hit)) if hit else kind

    def _led(self, one: Sum) -> Kind | None:
        """What a heading, a question or a list's first line says of the sums below it."""
        lead = lead_of(self.document, self.number)
        if lead is None or not self._has("topic", *lead):
            return None
        kind = classify(self.words, self.text, lead, Sum(lead[1], lead[1], one.money))
        if kind:
            return replace(kind, cues=())
        return Kind("monthly_pay", "month") if lead[1] - lead[0] <= _QUOTED and self._short() else None

    def _known(self, one: Sum, area: Span) -> Kind | None:
        """A sum without words of its own: "the payment" named before, or a large sum for those who sign."""
        if self._has("definite", *self.sentence):
            if self.lump is not None and self.number - self.lump.number <= _FAR:
                return replace(self.lump.what, cues=())
            before = self.document.annotations.sentences[self.number - 1] if self.number else self.sentence
            told = classify(self.words, self.text, before, Sum(before[1], before[1], one.money))
            if told and not self._has("reject", *before):
                return replace(told, cues=())
        large = one.money.low * (1 if one.money.currency == HOME else 80) >= _LUMP
        if large and self._has("signer", *self.sentence) and self._has("given", *area):
            return Kind("signing_bonus", "one_time")
        return None

    def _short(self) -> bool:
        return self.sentence[1] - self.sentence[0] <= _QUOTED

    def _multiples(self, sums: list[Sum], found: list[Pay]) -> list[Pay]:
        """Sums that are told as a part or a multiple of the one before."""
        more: list[Pay] = []
        for hit in self.words.hits("multiple", self.text, *self.sentence):
            before = [p for p in found if p.amount.end <= hit.start] or (self.memory if self.recent() else [])
            if not before or self._has("back", self.sentence[0], hit.start):
                continue
            area = (
                max([s.end for s in sums if s.end <= hit.start], default=self.sentence[0]),
                min([s.start for s in sums if s.start >= hit.end], default=self.sentence[1]),
            )
            base = before[-1]
            own = classify(self.words, self.text, area, Sum(hit.start, hit.end, base.amount.money))
            if own and own.kind != base.what.kind:
                base = next((p for p in reversed(before) if p.what.kind == own.kind), base)
            above, below = (int(n) for n in hit.value[1:].split("_"))
            share = Fraction(above, below)
            money = base.amount.money
            one = Sum(hit.start, hit.end, replace(money, low=float(money.low * share), high=float(money.high * share)))
            kind = replace(base.what, cues=())
            if hit.value == _AGAIN:
                kind = replace(kind, kind="one_time" if kind.period == "one_time" else kind.kind)
            more.append(Pay(kind, one, area, self.sentence, self.number))
        return more

    def _respectively(self, found: list[Pay]) -> list[Pay]:
        """Regions and sums by their order, where the sentence says so."""
        places = [p for p in self.document.surroundings.places if self.sentence[0] <= p.start < self.sentence[1]]
        if len(found) < 2 or len(places) != len(found) or not self._has("respectively", *self.sentence):
            return found
        return [
            replace(pay, region=Arg("region", p.region, p.start, p.end)) for pay, p in zip(found, places, strict=True)
        ]


def _drafts(document: Document, spoken: Words, pay: Pay) -> Iterator[Draft]:
    claim_type = document.vocabulary.types[TYPE]
    definition = claim_type.arg("amount")
    if definition is None:
        return
    hits = [h for h in pay.what.cues if h.distance(pay.amount.span) <= _QUOTED]
    args: list[Arg] = [Arg("kind", pay.what.kind)]
    if pay.what.period:
        args.append(Arg("period", pay.what.period))
    for role, name in (("contract_term", "term"), ("payer", "payer")):
        hit = nearest(spoken.hits(name, document.plain, *pay.area), pay.amount.span)
        if hit and not (role == "contract_term" and pay.what.period in ("month", "day")):
            args.append(Arg(role, hit.value.replace("_", " "), hit.start, hit.end))
            hits += [hit] if hit.distance(pay.amount.span) <= _QUOTED else []
    if pay.region:
        args.append(pay.region)
    start = min([pay.amount.start, *(h.start for h in hits)])
    end = max([pay.amount.end, *(h.end for h in hits)])
    for number, amount in enumerate(bind(definition, pay.amount.mention(), claim_type, document.vocabulary)):
        yield Draft(
            type=TYPE,
            args=(*args, *(_stepped(amount) if pay.steps else amount)),
            start=start,
            end=end,
            sentence=pay.sentence,
            status="actual" if pay.steps and number == 0 else "",
        )


def _stepped(amount: Alternative) -> Alternative:
    return tuple(a for a in amount if a.role != "comparator")
