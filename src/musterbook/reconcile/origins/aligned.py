"""Passages of two linked texts that tell the same thing, in one language or in two.

In: passages of both, with their values. Out: for each of the later the one of the earlier that tells the same, where
there is one. Never takes a common word, a region or a small number for a trace, and compares only texts that are
linked: of strangers, one common sum proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from musterbook.expressions import regex
from musterbook.reconcile.differences import days_of
from musterbook.reconcile.wording.retold import beginning
from musterbook.records import Claim
from musterbook.records.claim import Scalar

_WORD = regex(r"[^\W\d_]{4,}")
_LARGE, _SMALL = (100, 10)  # numbers from which on two texts seldom have one by chance, and may have
_MEASURED = frozenset(
    {"count", "percent", "distance", "duration", "ages", "date"}
)  # and sums: a currency is their role
_LEFT_OUT = frozenset({"outlet", "person"})  # who says it, and not what
_SUM = 3  # letters of a currency
_OWN_MONEY = "RUB"  # that of the sources
_ACROSS, _FEW = (3.0, 2.0)  # weight of common values between languages: enough, and enough where they are most of them
_MOST = 0.6  # share of a passage's weight that is most of it
_LIKE, _WORDS = (0.5, 4)  # share of its words in common that makes two passages alike, and how many at least
_RARELY = 0.3  # the same where so many of these words stand nowhere else in the earlier text
_SEVERAL = 2  # figures that one passage has from several
_SOME = 0.25  # the same where they have values in common as well
_LED = 2.0  # how much words in common say, in the weight of values


@dataclass(frozen=True)
class Passage:
    """A passage as it is compared.

    Attributes:
        claim: The passage itself.
    """

    claim: Claim

    @cached_property
    def words(self) -> frozenset[str]:
        """The beginnings of its longer words."""
        return frozenset(map(beginning, _WORD.findall(self.claim.quote.exact.casefold())))

    @cached_property
    def values(self) -> dict[str, float]:
        """What it can be known by in any language, with how much that says."""
        args = [a for a in self.claim.args if a.role not in _LEFT_OUT]
        if any(a.role == _OWN_MONEY for a in args):  # sums of another are worked out for the readers
            args = [a for a in args if a.role == _OWN_MONEY or not _is_money(a.role)]
        return {f"{a.role} {_one(a.value)}": _weight(a.role, a.value) for a in args}

    @cached_property
    def measured(self) -> frozenset[str]:
        """Those of its values that are numbers, sums, lengths or dates."""
        return frozenset(v for v in self.values if _is_measured(v.split(" ", 1)[0]))

    @cached_property
    def tells_figures(self) -> bool:
        """Whether it has a figure that two texts seldom have by chance."""
        return any(self.values[v] >= _FEW for v in self.measured)


def _is_measured(role: str) -> bool:
    return role in _MEASURED or _is_money(role)


def _is_money(role: str) -> bool:
    return len(role) == _SUM and role.isupper()


def _one(value: Scalar) -> str:
    """A value as it is compared: three weeks are 21 days."""
    days = days_of(value) if isinstance(value, str) else None
    return f"{days}" if days is not None else f"{value}"


def _weight(role: str, value: Scalar) -> float:
    if not _is_measured(role):
        return 1.0 if role == "facility" else 0.5
    if isinstance(value, str):
        return 2.0
    return 3.0 if value >= _LARGE else 2.0 if value >= _SMALL else 1.0


def likeness(own: Passage, other: Passage, rare: frozenset[str] = frozenset()) -> float:
    """How surely two passages tell the same thing; 0 where nothing shows it.

    Args:
        own: Of the later text.
        other: Of the earlier.
        rare: Words that one passage alone of the earlier text has.
    """
    shared = own.values.keys() & other.values.keys()
    weight = sum(own.values[v] for v in shared)
    missing = sum(own.values[v] for v in own.measured - shared)
    if missing and missing >= sum(own.values[v] for v in own.measured & shared):
        return 0.0
    whole = sum(own.values.values())
    if own.claim.language != other.claim.language:
        enough = weight >= _ACROSS or (weight >= _FEW and weight >= _MOST * whole)
        return weight if enough and own.measured & shared else 0.0
    common = len(own.words & other.words)
    share = common / len(own.words) if own.words else 0.0
    alike = common >= _WORDS and (
        share >= _LIKE or (share >= _RARELY and len(own.words & other.words & rare) >= _WORDS)
    )
    if weight >= _ACROSS and own.measured and own.measured <= shared:
        alike = alike or common > 1 or any(own.values[v] >= _ACROSS for v in shared)
    if alike or (weight >= _FEW and share >= _SOME and own.measured & shared):
        return weight + _LED * share
    return 0.0


def counterpart(own: Passage, earlier: Sequence[Passage]) -> Claim | None:
    """The passage of an earlier text that tells what a passage does; the first of those that do equally.

    Where no passage alone does, two that follow on each other may: then it is the one that has more of it.
    """
    alone = _likest(own, earlier)
    if alone is not None:
        return earlier[alone].claim
    both = [Passage(_joined(one.claim, two.claim)) for one, two in pairwise(earlier)]
    at = _likest(own, both)
    return max(earlier[at : at + 2], key=lambda p: _common(own, p)).claim if at is not None else None


def parts(own: Passage, earlier: Sequence[Passage]) -> list[Claim]:
    """The passages of an earlier text that have all figures of one between them; none where a figure is missing.

    Several figures of which two texts seldom have one by chance must be there: one proves nothing.
    """
    if sum(own.values[v] >= _FEW for v in own.measured) < _SEVERAL:
        return []
    there = [(p, own.measured & p.measured) for p in earlier]
    if frozenset().union(*(shared for _, shared in there)) != own.measured:
        return []
    first = {v: next(p for p, shared in there if v in shared) for v in sorted(own.measured)}
    return list({p.claim.id: p.claim for p in first.values()}.values())


def _likest(own: Passage, earlier: Sequence[Passage]) -> int | None:
    often = Counter(w for other in earlier for w in other.words) if own.words else Counter[str]()
    rare = frozenset(w for w in own.words if often[w] == 1)
    best = max(((likeness(own, other, rare), -n) for n, other in enumerate(earlier)), default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _common(own: Passage, other: Passage) -> float:
    return sum(own.values[v] for v in own.values.keys() & other.values.keys()) + len(own.words & other.words)


def _joined(one: Claim, two: Claim) -> Claim:
    """Two passages as one."""
    quote = replace(one.quote, end=two.quote.end, exact=f"{one.quote.exact} {two.quote.exact}")
    return replace(one, quote=quote, args=one.args + two.args)
