"""Which terms concern a service on a day: by region, rank, contract and scheme, by time, by stage.

In: a sheet of terms and a service. Out: choices, each one value with everything that speaks for it. Never
prefers one source to another: what differs stays side by side.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from musterbook.programme.terms.answer import Option, Reach
from musterbook.programme.terms.conventions import Conventions
from musterbook.programme.terms.days import Span, cut
from musterbook.programme.terms.service import Service
from musterbook.programme.terms.term import ASIDE, DRAFT, LIVE, Sheet, Term
from musterbook.programme.terms.wording import rule_words, time_words

_GENERAL = 99  # level of what is said of all: after every level of nearness
_NEXT = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk while a question is worked out.

    Attributes:
        sheet: What the book says.
        service: What was told.
        conventions: What was agreed.
    """

    sheet: Sheet
    service: Service
    conventions: Conventions


@dataclass(frozen=True, slots=True)
class Choice:
    """One value, with everything that says it.

    Attributes:
        terms: The terms, first reported first; all give the same value at the same stage.
    """

    terms: tuple[Term, ...]

    @property
    def term(self) -> Term:
        """The first term that gives the value."""
        return self.terms[0]

    @property
    def words(self) -> str:
        """The rule in words, with whose word it is."""
        who = dict.fromkeys(t.who for t in self.terms)
        return f"{rule_words(self.term)} — {', '.join(who)}"

    @property
    def documents(self) -> frozenset[str]:
        """What it is told in."""
        return frozenset(g.capture or g.doc for t in self.terms for g in t.grounds if g.capture or g.doc)

    def amount(self, about: str) -> Reach:
        """The sum that it gives, with the bounds that its words set."""
        return bounded(self.term.number("amount"), self.term.text("comparator"), about, self.terms)

    def option(self, state: str, reach: Reach | None = None, reason: str = "") -> Option:
        """The choice as it is shown."""
        return Option(self.words, self.terms, state, reach, self.term.stage, time_words(self.terms), reason)


@dataclass(frozen=True, slots=True)
class Picked:
    """What speaks to a question on a day.

    Attributes:
        live: Choices that count.
        denials: Choices that say it is not so.
        drafts: What only drafts say.
    """

    live: tuple[Choice, ...] = ()
    denials: tuple[Choice, ...] = ()
    drafts: tuple[Choice, ...] = ()


def bounded(value: Fraction | None, comparator: str, about: str, terms: tuple[Term, ...]) -> Reach:
    """A value between the bounds that "at least", "up to" or "about" set to it."""
    match comparator if value is not None else "none":
        case "none":
            return Reach(None, None, terms, terms)
        case "at_least":
            return Reach(value, None, terms, terms)
        case "at_most":
            return Reach(None, value, terms, terms)
        case "about" if about != "0":
            assert value is not None
            width = value * Fraction(int(about), 100)
            return Reach(value - width, value + width, terms, terms)
        case _:
            return Reach(value, value, terms, terms)


def signature(term: Term) -> tuple[object, ...]:
    """What makes two terms say the same: values, stage and yes or no; not who says it, nor since when."""
    values = sorted((r, str(v)) for r, v in term.values if r not in ("payer", "contract_term", "group"))
    return (tuple(v for v in values if v != ("comparator", "exactly")), term.status, term.polarity)


def choices(terms: Iterable[Term], *, by_time: bool = False) -> tuple[Choice, ...]:
    """Terms gathered by what they say, the first reported first; by when they held too where that matters."""
    kept: dict[tuple[object, ...], list[Term]] = {}
    for term in sorted(terms, key=lambda t: (t.reported or "9999", repr(t.values), t.origins)):
        times = (term.since, term.until) if by_time else ()
        kept.setdefault((*signature(term), *times), []).append(term)
    return tuple(Choice(tuple(k)) for k in kept.values())


def concerned(desk: Desk, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms that concern the service, the nearest only where the convention says so; those in doubt are left out.

    Stages do not push one another out: a draft for the region stands beside what is so for all.
    """
    listed = [t for t in terms if t.tier != ASIDE]
    out: list[Term] = []
    for tier in (LIVE, DRAFT):
        kept = [t for t in listed if t.tier == tier]
        for level in (_by_region, _by_contract, _by_rank, _by_scheme):
            kept = _nearest(desk, kept, level)
        out += kept
    return tuple(out)


def pick(desk: Desk, terms: Iterable[Term], day: dt.date | None) -> Picked:
    """The choices that speak to a question on a day; on any day where none is given."""
    valid = concerned(desk, (t for t in terms if day is None or t.may_hold(day)))
    counted = desk.conventions.drafts == "with"
    live = [t for t in valid if t.tier == LIVE or counted]
    return Picked(
        choices(t for t in live if not t.denied),
        choices(t for t in live if t.denied),
        choices(t for t in valid if t.tier == DRAFT and not counted),
    )


def stretches(desk: Desk, terms: tuple[Term, ...], span: Span) -> list[tuple[Span, Picked]]:
    """A span cut wherever a rule begins or ends, with what speaks to each piece; equal neighbours are one piece."""
    edges = [t.first for t in terms if t.first] + [t.last + _NEXT for t in terms if t.last and t.last < dt.date.max]
    out: list[tuple[Span, Picked]] = []
    for piece in cut(span, edges):
        picked = pick(desk, terms, piece.first)
        if out and picked.live and out[-1][1] == picked:
            piece = Span(out.pop()[0].first, piece.last)
        out.append((piece, picked))
    return out


def contested(worth: Mapping[Choice, Reach]) -> bool:
    """Whether choices come to what cannot all be so: at one stage, and not as cases that one document tells."""
    for (one, a), (two, b) in combinations(worth.items(), 2):
        if one.term.status != two.term.status or (one.documents and one.documents == two.documents):
            continue
        for low, high in ((a.low, b.high), (b.low, a.high)):
            if low is not None and high is not None and low > high:
                return True
    return False


def _nearest(desk: Desk, terms: list[Term], level: Callable[[Desk, Term], int | None]) -> list[Term]:
    levels = [(level(desk, t), t) for t in terms]
    known = [n for n, _ in levels if n is not None]
    if desk.conventions.scope == "nearest" and known:
        return [t for n, t in levels if n == min(known)]
    return [t for n, t in levels if n is not None]


def _by_region(desk: Desk, term: Term) -> int | None:
    if not term.region:
        return _GENERAL
    return 0 if term.region == desk.service.region else None


def _by_contract(desk: Desk, term: Term) -> int | None:
    length = term.length("contract_term")
    if length is None:
        return _GENERAL
    return 0 if length == desk.service.term else None


def _by_rank(desk: Desk, term: Term) -> int | None:
    group = term.text("group")
    if not group:
        return _GENERAL
    groups = desk.sheet.groups(desk.service.rank)
    return groups.index(group) if group in groups else None


def _by_scheme(desk: Desk, term: Term) -> int | None:
    scheme = term.text("scheme")
    if not scheme:
        return _GENERAL
    return 0 if scheme == desk.service.scheme else None
