"""The same word in other words: statements of two linked documents that differ only in what one leaves out.

In: claims, questions. Out: yes or no. Never compares documents that are not linked: of strangers, one common
number proves nothing.
"""

from __future__ import annotations

import re

from musterbook.expressions import regex
from musterbook.reconcile.differences import days_of, reach
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, Reading
from musterbook.records.claim import Scalar

_ROUND, _MORE = 10, 1.1  # the least round number, and how much more «more than» it may be
_OFTEN = "frequency"
_MONTH = 30  # days that are a month in other words
_NUMBER = regex(r"\d+(?:[\s.,]\d{3}(?!\d))*")


def nearly(source: Claim, claim: Claim, questions: Questions) -> bool:
    """Whether two statements give one measured answer, though one leaves out where, of whom or what else.

    Three weeks and 21 days are one answer, 347 and "almost 350" too; "up to 640" and "640" are two. Kinds are
    not held against each other across languages, where one word is translated by several.
    """
    if source.type != claim.type or source.polarity != claim.polarity:
        return False
    one, two = _said(source, questions), _said(claim, questions)
    both = one.keys() & two.keys() - {"comparator"}
    answer = questions.roles(claim.type).answer
    measured = {r for r in both if r in answer and (_is_measure(one[r]) or (r == _OFTEN and one[r] == two[r]))}
    if not measured or ("at_most" in (one.get("comparator"), two.get("comparator"))) != (
        one.get("comparator") == two.get("comparator") == "at_most"
    ):
        return False
    plain = both - measured - ({"kind"} if source.language != claim.language else set())
    return all(one[r] == two[r] for r in plain) and all(_one_measure(r, one, two) for r in measured)


def same_elsewhere(source: Claim, claim: Claim, questions: Questions) -> bool:
    """Whether two statements say the same of the same things, though one leaves out the region."""
    if source.type != claim.type or source.polarity != claim.polarity:
        return False
    one, two = _said(source, questions), _said(claim, questions)
    regions = one.pop("region", ""), two.pop("region", "")
    return bool(one) and one == two and "" in regions


def _said(claim: Claim, questions: Questions) -> dict[str, Scalar]:
    slot, answer = questions.of(claim)
    known = {**dict(slot.scope), **dict(answer.values), "region": slot.region}
    return {r: v for r, v in known.items() if r != "status" and v != ""}


def _is_measure(value: Scalar) -> bool:
    return days_of(value) is not None if isinstance(value, str) else not isinstance(value, bool)


def _one_measure(role: str, one: dict[str, Scalar], two: dict[str, Scalar]) -> bool:
    a, b = one[role], two[role]
    if a == b or isinstance(a, str) or isinstance(b, str):
        return a == b or (isinstance(a, str) and isinstance(b, str) and _one_length(a, b))
    if "about" not in (one.get("comparator"), two.get("comparator")):
        return any(_rounded_down(x, y, role) for x, y in ((one, two), (two, one)))
    low, high = reach(one, role), reach(two, role)
    return max(low[0], high[0]) <= min(low[1], high[1])


def _one_length(one: str, two: str) -> bool:
    """Whether two durations are one: three weeks and 21 days, a month and 30 days."""
    if days_of(one) == days_of(two):
        return True
    days, months = sorted((one, two), key=lambda d: d[-1:] == "M")
    if days[-1:] != "D" or months[-1:] != "M" or not days[1:-1].isdecimal() or not months[1:-1].isdecimal():
        return False
    return int(days[1:-1]) == _MONTH * int(months[1:-1])


def _rounded_down(told: dict[str, Scalar], exact: dict[str, Scalar], role: str) -> bool:
    """Whether «more than 4,000» may be another figure told again: it is round, and the other a little more."""
    low, value = told[role], exact[role]
    if told.get("comparator") != "at_least" or exact.get("comparator") == "at_most":
        return False
    if not isinstance(low, int) or not isinstance(value, int | float) or low < _ROUND:
        return False
    return low % 10 ** (len(str(low)) - 1) == 0 and low < value <= _MORE * low


def figures_stand_in(claim: Claim, source: Reading | None) -> bool:
    """Whether every figure of a statement stands in a source's text: then it may say it in words that none read.

    Returns:
        False where the statement has no figure.
    """
    if source is None:
        return False
    told, there = _numbers(claim.quote.exact), source.text
    if told:
        return told <= _numbers(there)
    at = claim.quote.start
    words = [
        claim.quote.exact[a.start - at : a.end - at]
        for a in claim.args
        if a.start >= at and isinstance(a.value, int | float) and not isinstance(a.value, bool)
    ]
    stand = [re.search(rf"\b{re.escape(w)}\b", there, re.I) for w in words if w.strip()]
    return bool(stand) and all(stand)


def _numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", found) for found in _NUMBER.findall(text)}
