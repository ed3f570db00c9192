"""Questions and answers in plain English: sums, limits, conditions.

In: roles and values as claims hold them, and the names that a vocabulary gives. Out: words. Knows no
programme: what a type or a place is called is passed in.

>>> Wording().answer((("amount", 45000),), (("currency", "RUB"), ("period", "month")))
'45,000 RUB a month'
>>> Wording().answer((("count", 20), ("comparator", "at_least")), ())
'at least 20'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from musterbook.records.claim import Scalar
from musterbook.records.words import in_words, plural

Pairs = tuple[tuple[str, Scalar], ...]

_COMPARED = {"at_least": "at least {}", "at_most": "at most {}", "about": "about {}"}
_CHANGES = {"increase": "grows", "decrease": "shrinks", "maintain": "is kept up"}
_WITH_THE_SUM = ("currency", "period")  # asked in the slot, said with the answer


def counts_in_words(documents: int, outlets: int, origins: int) -> str:
    """How many documents, outlets and origins.

    >>> counts_in_words(2, 1, 0)
    '2 documents, 1 outlet, origin unknown'
    """
    voices = plural(origins, "origin") if origins else "origin unknown"
    return ", ".join((plural(documents, "document"), outlet_count(outlets), voices))


def outlet_count(number: int) -> str:
    """How many outlets, where 0 means that no document says who published it."""
    return plural(number, "outlet") if number else "outlet unknown"


@dataclass(frozen=True, slots=True)
class Wording:
    """How things are called.

    Attributes:
        topics: Claim type → what it says, in a line.
        names: Code of a place → its name.
    """

    topics: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def topic(self, claim_type: str) -> str:
        """A claim type in words."""
        return self.topics.get(claim_type, claim_type.replace(".", ": ").replace("_", " ")).rstrip(".")

    def brief(self, claim_type: str) -> str:
        """A claim type in two or three words.

        >>> Wording().brief("unit.formed")
        'unit formed'
        """
        return claim_type.replace(".", " ").replace("_", " ")

    def name(self, code: str) -> str:
        """A place by its name."""
        return self.names.get(code, code)

    def value(self, value: Scalar) -> str:
        """One value, whatever its role.

        >>> Wording().value("P6M"), Wording().value("signing_bonus"), Wording().value(True)
        ('6 months', 'signing bonus', 'yes')
        """
        return (self.names.get(value) if isinstance(value, str) else None) or in_words(value)

    def question(self, scope: Pairs) -> str:
        """What is asked, beside the type and the place."""
        asked = dict(scope)
        said = [self._asked(role, value) for role, value in scope if role not in _WITH_THE_SUM or "kind" not in asked]
        return ", ".join(said)

    def _asked(self, role: str, value: Scalar) -> str:
        wording: Mapping[str, Callable[[str], str]] = {
            "contract_term": lambda v: f"contract of {v}",
            "group": lambda v: f"for {v}",
            "per": lambda v: f"per {v.removeprefix('1 ')}",
        }
        return wording.get(role, str)(self.value(value))

    def answer(self, values: Pairs, scope: Pairs) -> str:
        """What is answered; an empty string where the question only asks whether it is so."""
        given, asked = dict(values), dict(scope)
        compared = str(given.pop("comparator", ""))
        said: list[str] = []
        for role, value in given.items():
            text = self.value(value)
            if role in ("amount", "count"):
                text = _ordinal(text) if compared == "ordinal" else _COMPARED.get(compared, "{}").format(text)
            if role == "amount":
                text = self._sum(text, asked)
            elif role in ("min", "max"):
                text = f"{'from' if role == 'min' else 'to'} {text}"
            elif value == "none":
                text = f"no {role.replace('_', ' ')}"
            elif role == "change":
                text = _CHANGES.get(str(value), text)
            elif role == "share" and isinstance(value, int | float):
                text = f"{value:.0%}"
            said.append(text)
        return (" " if {"min", "max"} & given.keys() else ", ").join(said)

    def _sum(self, text: str, asked: Mapping[str, Scalar]) -> str:
        currency, period = str(asked.get("currency", "")), str(asked.get("period", ""))
        each = {"": "", "one_time": " once"}.get(period, f" a {self.value(period)}")
        return f"{text} {currency}".rstrip() + each


def _ordinal(number: str) -> str:
    """A place in a row.

    >>> _ordinal("1"), _ordinal("12"), _ordinal("23")
    ('1st', '12th', '23rd')
    """
    teens = number.endswith(("11", "12", "13"))
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th"))
