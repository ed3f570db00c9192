"""A payment put together from the pieces of a service, each with the rules that spoke to it then.

In: pieces of a span with their choices, and what a choice is worth over a piece. Out: a `Part`: two ends, the
working, what each source comes to by itself, gaps. A gap is never counted as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from musterbook.programme.terms.answer import NOTHING, HeldRule, Option, Reach, Step, hull
from musterbook.programme.terms.choosing import Choice, Desk, Picked, choices, contested
from musterbook.programme.terms.days import Span
from musterbook.programme.terms.term import Term
from musterbook.programme.terms.wording import KINDS, between, rule_words

Pieces = list[tuple[Span, Picked]]
Worth = Callable[[Choice, Span], tuple[Reach, str]]
"""What a choice comes to over a piece, and how that is worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What a payment or a sum of payments comes to, with everything that an answer tells of it.

    Attributes:
        reach: Between what it lies; None where the book says nothing of it.
        steps: The working.
        options: What each source's rule comes to by itself, where sources differ.
        held: Which rule held on which days.
        aside: What was not counted.
        not_known: In words.
        complete: False where something of it could not be counted.
        contested: Whether sources differ.
        drafted: Whether only drafts speak of it.
    """

    reach: Reach | None = None
    steps: tuple[Step, ...] = ()
    options: tuple[Option, ...] = ()
    held: tuple[HeldRule, ...] = ()
    aside: tuple[Option, ...] = ()
    not_known: tuple[str, ...] = ()
    complete: bool = True
    contested: bool = False
    drafted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Reckoning):
    """One payment over the service.

    Attributes:
        rule: Name of the rule.
    """

    rule: str


def gathered(desk: Desk, rule: str, terms: tuple[Term, ...], pieces: Pieces, worth: Worth) -> Part:
    """The pieces of a payment together.

    Args:
        desk: What was told and agreed.
        rule: Name of the rule.
        terms: Everything that the book says of the payment, for whatever case.
        pieces: The service, cut where what speaks to it changes.
        worth: What a choice comes to over a piece.
    """
    name = name_of(terms)
    steps: list[Step] = []
    sums: list[dict[Choice, Reach]] = []
    notes: list[str] = []
    for piece, picked in pieces:
        each: dict[Choice, Reach] = {}
        for choice in applying(desk, picked.live):
            each[choice], how = worth(choice, piece)
            text = f"{rule_words(choice.term)}: {how} = {between(each[choice], unit_of(terms))}"
            steps.append(Step(rule, text, each[choice], choice.terms, piece))
        sums.append(each)
        if each:
            notes += [f"whether it is paid at all: {c.words}" for c in picked.denials]
            notes += [f"how much exactly: {c.words}" for c in each if _loose(c)]
            notes += [f"since when it holds: {rule_words(c.term)}" for c in each if not (c.term.first or c.term.last)]
        else:
            notes += _gap(name, terms, picked, piece)
    aside = tuple(dict.fromkeys(c.option("draft") for _, p in pieces for c in p.drafts))
    part = Part(
        rule=rule, steps=tuple(steps), held=_held(name, pieces), aside=aside, not_known=tuple(dict.fromkeys(notes))
    )
    told = [hull(s.values()) for s in sums if s]
    gaps = any(not s and not over(terms, piece) for s, (piece, _) in zip(sums, pieces, strict=True))
    if not told:
        drafted = any(p.drafts for _, p in pieces)
        return replace(part, reach=Reach(None, None) if gaps else NOTHING, complete=not gaps, drafted=drafted)
    reach = added(told)
    disputed = any(p.denials for s, (_, p) in zip(sums, pieces, strict=True) if s)
    return replace(
        part,
        reach=replace(reach, high=None) if gaps else reach,
        options=_options(sums) if any(len(s) > 1 for s in sums) else (),
        complete=not gaps,
        contested=disputed or any(contested(s) for s in sums),
    )


def applying(desk: Desk, live: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices without those whose distance is not met, where the same document tells another case that is."""
    listed = tuple(live)
    met = [c for c in listed if near(desk, c.term) is not False]
    told = frozenset(d for c in met for d in c.documents)
    return tuple(c for c in listed if c in met or not told & c.documents)


def near(desk: Desk, term: Term) -> bool | None:
    """Whether the place of service is as near to the border as a term wants; None where that is not known."""
    limit = term.number("within_km")
    if limit is None:
        return True
    return None if desk.service.km is None else desk.service.km <= limit


def over(terms: tuple[Term, ...], piece: Span) -> bool:
    """Whether a supplement has ended, or not begun: by its own words nothing is due then, unlike for pay."""
    kinds = {t.text("kind") for t in terms}
    return kinds == {"regional_supplement"} and not any(t.may_hold(piece.first) for t in terms)


def added(pieces: list[Reach]) -> Reach:
    """The sum of reaches of which each end must be known; a lower end that is not known makes the sum's unknown."""
    lows, highs = [p.low for p in pieces], [p.high for p in pieces]
    low = None if None in lows else sum((x for x in lows if x is not None), Fraction(0))
    high = None if None in highs else sum((x for x in highs if x is not None), Fraction(0))
    low_by = tuple(dict.fromkeys(t for p in pieces for t in p.low_by))
    return Reach(low, high, low_by, tuple(dict.fromkeys(t for p in pieces for t in p.high_by)))


def name_of(terms: tuple[Term, ...]) -> str:
    """What a payment is called."""
    kind = terms[0].text("kind")
    return KINDS.get(kind, kind.replace("_", " "))


def unit_of(terms: tuple[Term, ...]) -> str:
    """The currency of a payment."""
    return next((t.text("currency") for t in terms if t.text("currency")), "RUB")


def _options(sums: list[dict[Choice, Reach]]) -> tuple[Option, ...]:
    """Each choice held through all pieces in which it speaks; elsewhere the others."""
    wholes = [(s, hull(s.values())) for s in sums if s]
    out = []
    for choice in dict.fromkeys(c for s in sums for c in s):
        own = added([s.get(choice, whole) for s, whole in wholes])
        out.append(choice.option("known" if own.low == own.high else "range", own))
    return tuple(out)


def _gap(name: str, terms: tuple[Term, ...], picked: Picked, piece: Span) -> list[str]:
    if picked.denials:
        return [f"{name}: {picked.denials[0].words}; what is paid instead is not said"]
    if picked.drafts:
        return [f"{name} for {piece}: only a draft speaks of it: {picked.drafts[0].words}"]
    if over(terms, piece):
        return [f"{name} for {piece}: whether another rule held, when the known one did not"]
    others = choices(t for t in terms if t.may_hold(piece.first))
    if others:
        return [f"{name} for this service: the book has it only for other cases: {'; '.join(c.words for c in others)}"]
    return [f"{name} for {piece}: no rule in the book held then"]


def _loose(choice: Choice) -> bool:
    return choice.term.text("comparator") in ("at_least", "at_most", "about") or choice.term.get("amount") is None


def _held(name: str, pieces: Pieces) -> tuple[HeldRule, ...]:
    out = []
    for piece, picked in pieces:
        rules = [(c, _standing(c.term)) for c in picked.live] + [(c, "draft") for c in picked.drafts]
        out += [HeldRule(piece, name, rule_words(c.term), s, _WHY[s], c.terms) for c, s in rules]
        if not rules:
            out.append(HeldRule(piece, name, "", "none", _WHY["none"]))
    return tuple(out)


_WHY = {
    "draft": "a draft is no rule that held",
    "held": "its source gives its time",
    "since_not_said": "its source does not say since when; taken to hold on every day of the service",
    "none": "no rule in the book held then",
}


def _standing(term: Term) -> str:
    return "draft" if term.tier == "draft" else "held" if term.since or term.until else "since_not_said"
