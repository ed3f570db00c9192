"""One sentence read for pay: which of its sums are owed to a recruit, and for what.

In: a document, a sentence, what was said of money before. Out: `Pay`s. Never takes for pay
what is spent, fined, lent, priced or paid to somebody else, nor a total for many people.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, zip_longest
from math import log

from musterbook.claims.document import Document
from musterbook.claims.finders.pay_kinds import HARM, Kind, classify, nearest
from musterbook.claims.finders.pay_lead import lead_of
from musterbook.claims.finders.pay_others import of_others
from musterbook.claims.finders.pay_sums import HOME, Span, Sum, large_enough, sensible, stretches
from musterbook.claims.finders.pay_words import Hit, Words
from musterbook.claims.mention import When
from musterbook.expressions import regex
from musterbook.records import Arg

_CIRCLE = 1500  # characters before a sum in which the people who are paid must be named: a long paragraph or two
_AHEAD = 250  # the same after its sentence: the next sentence or list item
_MEMORY = 2  # sentences for which a sum is remembered
QUOTED = 70
"""Characters between a sum and a cue that the quote still takes in."""
_AGAIN = "f1_1"
_FAR = 15  # sentences for which "the payment" still means the one that was named
_SPELT_OUT = 5  # characters between a multiple and the sum that spells it out
_BETWEEN = 5  # characters between two sums of one list: " and "
_BRIEF = 80  # characters of a sentence in which a small number can be meant in thousands
_TO = regex(r"(?: (?:rubles|roubles|рублей|тысяч))? (?:to|до) ")  # between what a sum was and what it is now
_MILLION = 1_000_000
_OPENS = 12  # characters of a sentence before a sum that opens it
_SCALE = 25  # times by which two sums of one list differ at most
_REGULAR = ("monthly_pay", "daily_pay")
_MONTH = 250_000  # roubles: the largest monthly pay reported of a recruit is about 240,000
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
        was: What a change starts from, the next sum being what it comes to.
        said: The words that the sum shares with one before it in the sentence, if it has none of its own.
        args: Term, payer, date and region, where the text gives them.
    """

    what: Kind
    amount: Sum
    area: Span
    sentence: Span
    number: int
    steps: bool = False
    was: bool = False
    said: Span | None = None
    args: tuple[Arg, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What was said of money before a sentence.

    Attributes:
        last: The sums of the last sentence that told any.
        lump: The last sum that is paid once.
    """

    last: tuple[Pay, ...] = ()
    lump: Pay | None = None

    def after(self, found: list[Pay]) -> Memory:
        """The memory with a sentence's sums added."""
        lump = next((p for p in reversed(found) if p.what.kind in ("signing_bonus", "one_time")), self.lump)
        return Memory(tuple(found) or self.last, lump)


class Passage:
    """One sentence, read with what was said of money before it."""

    def __init__(self, document: Document, spoken: Words, number: int, memory: Memory) -> None:
        """Take up a sentence.

        Args:
            document: The document.
            spoken: Words of its language.
            number: The sentence's number.
            memory: Of the sentences before.
        """
        self.document = document
        self.words = spoken
        self.number = number
        self.sentence = document.annotations.sentences[number]
        self.text = document.plain
        self.memory = memory.last
        self.lump = memory.lump

    def recent(self) -> bool:
        """True where a sum was named so shortly before that this sentence can speak of it."""
        return bool(self.memory) and self.number - self.memory[-1].number <= _MEMORY

    def read(self, sums: list[Sum]) -> list[Pay]:
        """The pay that the sentence tells, in order.

        Args:
            sums: What could be pay in it, in order; none where it may tell a part of an earlier one.
        """
        start, end = self.sentence
        multiples = list(self.words.hits("multiple", self.text, start, end)) if sums or self.recent() else []
        if not sums and not multiples:
            return []
        if not self.words.has("circle", self.text, max(0, start - _CIRCLE), min(len(self.text), end + _AHEAD)):
            return []
        found: list[Pay] = []
        same = self._aligned(sums)
        for place, (one, area) in enumerate(zip(sums, stretches(self.document, self.sentence, sums), strict=True)):
            later = [h.start for h in multiples if one.end <= h.start < area[1]]
            if later:
                area = (area[0], max(one.end, *(self.text.rfind(mark, one.end, later[0]) for mark in ",;")))
            pay = same[place] if same else self._judge(one, area, found)
            if pay is not None:
                found.append(pay)
        found = [self._left(pay, after) for pay, after in zip_longest(found, found[1:]) if pay]
        found += self._multiples(multiples, sums, found)
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
            self._furnished(Pay(old.what, one, area, self.sentence, self.number), old, ("contract_term", "payer"))
            for old, one, area in zip(before, sums, areas, strict=True)
        ]

    def _judge(self, one: Sum, area: Span, earlier: list[Pay]) -> Pay | None:
        text, (start, end) = self.text, area
        if self._has("reject", *self._own(one, area)) or self._has("less", one.end, end):
            return None
        if self._taken_back(start, one):
            return None
        if of_others(self.document, self.words, self.number, self._own(one, area), one.span):
            return None
        if one.bare and not large_enough(one.money):
            grown = self._grown(one, earlier)
            if grown is None:
                return None
            one = grown
        rise = self._has("rise", start, one.end)
        if rise and text[max(start, one.start - 4) : one.start].rstrip().endswith((" by", " на")):
            return None
        what, heir = self._what(one, area, earlier)
        if what is None or not what.kind:
            return None
        if what.kind == "monthly_pay" and self._beside(start, one):
            what = replace(what, kind="regional_supplement")
        if earlier and earlier[-1].what.kind == "regional_supplement" and what.kind == "monthly_pay":
            risen = _TO.fullmatch(text, earlier[-1].amount.end, one.start)
            what = replace(what, kind="regional_supplement") if risen else what
        before = earlier[-1].what if earlier else None
        if what.kind == "regional_supplement" and what.period != "month" and before and before.period == "one_time":
            what = replace(before, cues=what.cues)
        if heir and self._has("more_before", start, one.start) and self._has("more", one.end, end):
            base = heir.amount.money
            one = one.worth(base.low + one.money.low, base.high + one.money.high)
        if not sensible(one):
            return None
        changed = rise or (bool(earlier) and self._has("rise", self.sentence[0], one.start))
        if changed and one.money.comparator in ("at_most", "at_least") and one.money.low == one.money.high:
            one = replace(one, money=replace(one.money, comparator="exactly"))
        if one.money.comparator == "exactly" and self._has("average", start, end):
            one = replace(one, money=replace(one.money, comparator="about"))
        heir = heir if heir and heir.number == self.number and heir.what.kind == what.kind and not what.cues else None
        pay = Pay(what, one, area, self.sentence, self.number, steps=rise and one.money.low != one.money.high)
        return self._furnished(pay, heir, ("payer",))

    def _beside(self, start: int, one: Sum) -> bool:
        """Whether a sum is what somebody pays beside the state, whose pay the sentence tells before."""
        return self._has("beside", start, one.start) and self._has("state", self.sentence[0], one.start)

    def _taken_back(self, start: int, one: Sum) -> bool:
        """Whether a sum is what somebody has to return, and no clause tells how much was paid at all."""
        hit = self.words.first("back", self.text, start, one.start)
        if hit is None or self._has("share_of", start, one.start):
            return False
        return not self._has("relates", hit.end, one.start)

    def _own(self, one: Sum, area: Span) -> Span:
        """The clause of a stretch that speaks of the sum itself, without what it is compared with."""
        start, end = area
        clause = max((h.end for h in self.words.hits("clause", self.text, start, one.start)), default=start)
        if clause > start and any(self._has(name, clause, one.start) for name in ("given", "paying", "salary")):
            start = clause
        compared = self.words.first("compared", self.text, one.end, end)
        return start, compared.start if compared else end

    def _furnished(self, pay: Pay, heir: Pay | None, taken: tuple[str, ...]) -> Pay:
        """A sum with its term, payer and date; what it lacks may be taken over from the one that it follows."""
        args: dict[str, Arg] = {a.role: a for a in heir.args if a.role in taken} if heir else {}
        for role, name in (("contract_term", "term"), ("payer", "payer")):
            hit = nearest(self.words.hits(name, self.text, *pay.area), pay.amount.span)
            if hit and not (role == "contract_term" and pay.what.period in ("month", "day")):
                args[role] = Arg(role, hit.value.replace("_", " "), hit.start, hit.end)
        for m in self.document.annotations.within(*pay.area, kind="date"):
            if isinstance(m.value, When) and m.value.direction == "since":
                args["date"] = Arg("date", str(m.value.date), m.start, m.end)
        what = pay.what
        if what.kind == "regional_supplement" and not what.period:
            before = heir or (self.memory[-1] if self.recent() else None)
            what = replace(what, period="month") if before and before.what.period == "month" else what
        places = {p.region: p for p in self.document.surroundings.places_in(pay.area)}
        if len(places) == 1:
            args["region"] = next(Arg("region", p.region, p.start, p.end) for p in places.values())
        said = (heir.said or heir.amount.span) if heir and heir.number == self.number else None
        return replace(pay, what=what, args=tuple(args.values()), said=said)

    def _left(self, pay: Pay, after: Pay | None) -> Pay:
        """A sum that a change starts from is marked ("raised from 30 to 45 thousand")."""
        if after is None or self.text[pay.amount.end : after.amount.start].strip() not in ("to", "до"):
            return pay
        return replace(pay, was=True) if self._has("rise", self.sentence[0], after.amount.start) else pay

    def _grown(self, one: Sum, earlier: list[Pay]) -> Sum | None:
        """A small number after a sum in thousands, taken as thousands too ("before that it was 54")."""
        if self._has("thousands", one.end, self.sentence[1]):
            told = any(self._has(name, *self.sentence) for name in ("given", "paying", "salary"))
            return one.worth(one.money.low * 1000, one.money.high * 1000) if told else None
        last = earlier[-1] if earlier else self.memory[-1] if self.recent() else None
        if last is None or last.amount.money.low < 1000 or last.amount.money.low % 1000 or one.money.low < 1:
            return None
        if last.amount.money.low >= _MILLION and last.number == self.number and self._alike(last, one, _MILLION):
            return one.worth(one.money.low * _MILLION, one.money.high * _MILLION)
        near = any(self._has(name, *self.sentence) for name in ("salary", "paying")) or self._has(
            "anaphor", *self.sentence
        )
        added = any(h.value == "regional_supplement" for h in self.words.hits("kind", self.text, *self.sentence))
        if last.number == self.number:
            near = self.text[last.amount.end : one.start].rstrip().endswith(" -") or self._alike(last, one)
        elif self.sentence[1] - self.sentence[0] > _BRIEF:
            return None
        if not (near or added):
            return None
        return one.worth(one.money.low * 1000, one.money.high * 1000)

    def _alike(self, last: Pay, one: Sum, scale: int = 1000) -> bool:
        """Whether a small number close behind a sum is one like it: "45,000, sometimes 50"."""
        between = self.text[last.amount.end : one.start]
        close = len(between) <= _BRIEF // 2
        least, most = (float(last.amount.money.low) * share for share in (1 / _SCALE, _SCALE))
        return close and self._has("alike", one.end, self.sentence[1]) and least <= one.money.low * scale <= most

    def _what(self, one: Sum, area: Span, earlier: list[Pay]) -> tuple[Kind | None, Pay | None]:
        """Kind and period of a sum, and the earlier sum that it follows, if it follows one."""
        own = classify(self.words, self.text, area, one)
        listed = own is not None and own.kind in _REGULAR and bool(earlier)
        monthly = own is not None and own.kind == "monthly_pay" and not self._has("signer", *self.sentence)
        if own and (not one.bare or own.strong or listed or monthly or self._told(area)):
            return self._signed(own, one), earlier[-1] if earlier else self.memory[-1] if self.recent() else None
        salary = self._has("salary", *area)
        again = self._again(area, earlier)
        if again is not None:
            return again, None
        if earlier and not (salary and earlier[-1].what.kind != "monthly_pay"):
            return self._share(replace(earlier[-1].what, cues=()), area), earlier[-1]
        if not salary and self._has("reject", *self.sentence):
            return None, None
        whole = classify(self.words, self.text, self.sentence, one)
        if salary and whole and whole.kind != "monthly_pay":
            whole = None if whole.kind else whole
        known = self._known(one, area) if whole and self._of_another(whole, area) else None
        if known is not None:
            return known, None
        if whole and (not one.bare or whole.strong or self._told(self.sentence)):
            return self._signed(whole, one), None
        if self.recent() and self._follows():
            last = self.memory[0] if len({p.what.kind for p in self.memory}) == 1 else self._like(area)
            if last is not None:
                return replace(last.what, cues=()), last
        if salary:
            lasting = self._has("lasting", one.end, area[1])
            return None if lasting else Kind("monthly_pay", "month"), None
        if self.recent() and self._multiple_before(one):
            return replace(self.memory[-1].what, cues=()), self.memory[-1]
        return self._led(one) or self._known(one, area) or self._elsewhere(one) or self._paid(one, area), None

    def _elsewhere(self, one: Sum) -> Kind | None:
        """The kind of the sums before, where a sentence goes on with what another region pays or how it ranks."""
        if not self.recent() or not self.document.annotations.within(*self.sentence, kind="region"):
            return None
        if not any(self._has(name, *self.sentence) for name in ("paying", "given", "ranked")):
            return None
        last = min(self.memory, key=lambda p: abs(log(max(p.amount.money.low, 1) / max(one.money.low, 1))))
        return replace(last.what, cues=())

    def _share(self, kind: Kind, area: Span) -> Kind:
        """A kind taken over: what the state pays beside a supplement is the monthly pay itself."""
        if kind.kind == "regional_supplement" and kind.period == "month" and self._has("state", *area):
            return replace(kind, kind="monthly_pay")
        return kind

    def _again(self, area: Span, earlier: list[Pay]) -> Kind | None:
        """One more sum, paid once, after one that is paid once ("another 50,000 after the training")."""
        last = earlier[-1] if earlier else self.memory[-1] if self.recent() else None
        if last is None or last.what.period != "one_time" or not self._has("another", *area):
            return None
        if last.what.kind == "signing_bonus" and last.number == self.number and not self._has("after", *area):
            return replace(last.what, cues=())
        return replace(last.what, kind="one_time" if last.what.kind == "signing_bonus" else last.what.kind, cues=())

    def _paid(self, one: Sum, area: Span) -> Kind | None:
        """What somebody is paid, of the size of a month's pay and for no other stretch of time."""
        roubles = one.money.high * (1 if one.money.currency == HOME else 80)
        opens = one.start - self.sentence[0] <= _OPENS and self._has("during", one.end, area[1])
        paid = opens or self._has("paying", *area) or (self._has("given", *area) and self._has("during", *area))
        if not paid or self._has("lasting", one.end, area[1]) or roubles > _MONTH:
            return None
        return Kind("monthly_pay", "month")

    def _told(self, area: Span) -> bool:
        named = any(self._has(name, *area) for name in ("salary", "paying", "given"))
        return named or lead_of(self.document, self.number) is not None

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
        if hit is None and self.lump is not None and self.recent() and self._multiple_before(one):
            return replace(kind, kind=self.lump.what.kind)
        if hit is None and self._signed_before():
            return replace(kind, kind="signing_bonus")
        return replace(kind, kind="signing_bonus", cues=(*kind.cues, hit)) if hit else kind

    def _signed_before(self) -> bool:
        """True where the sentence before speaks of payments to those who sign, and names no sum."""
        if not self.number or (self.memory and self.memory[-1].number == self.number - 1):
            return False
        before = self.document.annotations.sentences[self.number - 1]
        signing = any(h.value == "signing_bonus" for h in self.words.hits("kind", self.text, *before))
        return signing and self._has("given", *before)

    def _of_another(self, whole: Kind, area: Span) -> bool:
        """True where "it comes to a million" speaks of what was named before, the sentence's cues of another sum."""
        outside = all(not area[0] <= c.start < area[1] for c in whole.cues)
        return bool(whole.cues) and outside and self._has("definite", *area)

    def _multiple_before(self, one: Sum) -> bool:
        """True where a sum spells out a multiple of the one named before ("twice as much, 100,000")."""
        hits = self.words.hits("multiple", self.text, self.sentence[0], one.start)
        return any(one.start - hit.end <= _SPELT_OUT for hit in hits)

    def _led(self, one: Sum) -> Kind | None:
        """What a heading, a question or a list's first line says of the sums below it."""
        lead = lead_of(self.document, self.number)
        if lead is None:
            return None
        kind = classify(self.words, self.text, lead, Sum(lead[1], lead[1], one.money))
        if not (kind and kind.kind in HARM) and not self._has("topic", *lead):
            return None
        if kind:
            return replace(kind, cues=())
        return Kind("monthly_pay", "month") if lead[1] - lead[0] <= QUOTED and self._short() else None

    def _known(self, one: Sum, area: Span) -> Kind | None:
        """A sum without words of its own: "the payment" named before, or a large sum for those who sign."""
        if self._has("definite", *self.sentence):
            led = self.document.annotations.sentences[self.number - 1] if self.number else self.sentence
            harm = classify(self.words, self.text, led, Sum(led[1], led[1], one.money))
            if harm and harm.kind in HARM and not self._has("reject", *led):
                return replace(harm, cues=())
            told = classify(self.words, self.text, led, Sum(led[1], led[1], one.money))
            told = replace(told, cues=()) if told and not self._has("reject", *led) else None
            summed = bool(self.memory) and self.memory[-1].number == self.number - 1
            if told and told.kind and told.strong and not summed:
                return told
            if self.lump is not None and self.number - self.lump.number <= _FAR:
                return replace(self.lump.what, cues=())
            if told:
                return told
        if self.number and self._has("given", *area):
            before = self.document.annotations.sentences[self.number - 1]
            rate = classify(self.words, self.text, before, Sum(before[1], before[1], one.money))
            lasting = self._has("lasting", one.end, area[1])
            if rate and rate.period in ("month", "day") and not lasting and not self._has("reject", *before):
                return replace(rate, cues=())
        large = one.money.low * (1 if one.money.currency == HOME else 80) >= _LUMP
        if large and self._has("signer", *self.sentence) and self._has("given", *area):
            return Kind("signing_bonus", "one_time")
        return None

    def _short(self) -> bool:
        return self.sentence[1] - self.sentence[0] <= QUOTED

    def _multiples(self, hits: list[Hit], sums: list[Sum], found: list[Pay]) -> list[Pay]:
        """Sums that are told as a part or a multiple of the one before."""
        more: list[Pay] = []
        for hit in hits:
            before = [p for p in found if p.amount.end <= hit.start] or list(self.memory if self.recent() else ())
            if not before or self._has("back", self.sentence[0], hit.start):
                continue
            if any(0 <= s.start - hit.end <= _SPELT_OUT for s in sums):
                continue  # "twice as much, 100,000": the sum itself is there
            area = (
                max([s.end for s in sums if s.end <= hit.start], default=self.sentence[0]),
                min([s.start for s in sums if s.start >= hit.end], default=self.sentence[1]),
            )
            base = before[-1]
            own = classify(self.words, self.text, area, Sum(hit.start, hit.end, base.amount.money))
            added = own is not None and own.kind == "regional_supplement"
            if own and own.kind != base.what.kind:
                base = next((p for p in reversed(before) if p.what.kind == own.kind), base)
            above, below = (int(n) for n in hit.value[1:].split("_"))
            share = Fraction(above, below)
            money = base.amount.money
            one = Sum(hit.start, hit.end, replace(money, low=float(money.low * share), high=float(money.high * share)))
            kind = replace(own if own and own.kind in HARM else base.what, cues=())
            if added and kind.kind == "monthly_pay":
                kind = replace(kind, kind="regional_supplement")
            if hit.value == _AGAIN:
                kind = replace(kind, kind="one_time" if kind.period == "one_time" else kind.kind)
            pay = Pay(kind, one, area, self.sentence, self.number)
            more.append(self._furnished(pay, base, ("payer",)))
        return more

    def _respectively(self, found: list[Pay]) -> list[Pay]:
        """Regions and sums by their order, where the sentence says so or lists as many of each."""
        places = self.document.surroundings.places_in(self.sentence)
        if len(found) < 2 or len(places) != len(found):
            return found
        ends = [(one.amount.end, after.amount.start) for one, after in pairwise(found)]
        listed = places[-1].end <= found[0].amount.start and all(after - end <= _BETWEEN for end, after in ends)
        if not listed and not self._has("respectively", *self.sentence):
            return found
        return [
            replace(pay, args=(Arg("region", p.region, p.start, p.end), *pay.args))
            for pay, p in zip(found, places, strict=True)
        ]
