"""Conventions: what has to be agreed before a sum can be worked out, and what sources do not say.

In: names and choices. Out: `Conventions`, each choice in words. Never changes an answer silently: every
answer lists the conventions that it used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches

from musterbook.errors import UsageError

ROUNDING = "sums are exact and rounded once, at the end, to the kopeck, half a kopeck up"

CHOICES: dict[str, dict[str, str]] = {
    "month": {
        "calendar": "a month of pay is a calendar month; part of one is paid by its days",
        "30": "a month of pay is 30 days",
        "whole": "only whole months are paid, counted from the day of signing",
    },
    "days": {
        "inclusive": "the first and the last day both count",
        "exclusive": "the last day does not count",
    },
    "paid": {
        "service": "monthly pay and supplements run through the whole service",
        "duty": "monthly pay and supplements run only on days on duty",
    },
    "daily": {
        "duty": "daily pay is for each day on duty",
        "service": "daily pay is for each day of service",
    },
    "year": {
        "calendar": "a yearly limit counts the days of the calendar year",
        "any12": "a yearly limit counts the days of any 12 months; here those that end on the day asked about",
    },
    "limit": {
        "range": "months of a limit last as long as calendar months can (six months are 181 to 184 days)",
        "30": "months of a limit are 30 days each",
    },
    "about": {
        "10": "“about” reaches 10 per cent to each side",
        "0": "“about” is taken as exactly",
    },
    "age": {
        "inclusive": "an upper age limit lets in those who are of that age",
        "exclusive": "an upper age limit keeps out those who are of that age",
    },
    "birthday": {
        "28-02": "who was born on 29 February has the birthday of an ordinary year on 28 February",
        "01-03": "who was born on 29 February has the birthday of an ordinary year on 1 March",
    },
    "scope": {
        "nearest": "what is said of the region, rank or contract goes before what is said of all",
        "all": "what is said of all stands beside what is said of the region, rank or contract",
    },
    "drafts": {
        "apart": "what only a draft says is shown apart and not counted",
        "with": "what only a draft says is counted with the rest",
    },
}
"""Convention → choice → in words; the first choice is the default."""

_SAME = {
    ("month", "30 days"): "30",
    ("month", "calendar months"): "calendar",
    ("month", "whole months"): "whole",
    ("year", "calendar year"): "calendar",
    ("year", "any 12 months"): "any12",
    ("year", "12"): "any12",
    ("limit", "30 days"): "30",
}
"""Other ways in which people write a choice."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """One choice for each convention of `CHOICES`."""

    month: str = "calendar"
    days: str = "inclusive"
    paid: str = "service"
    daily: str = "duty"
    year: str = "calendar"
    limit: str = "range"
    about: str = "10"
    age: str = "inclusive"
    birthday: str = "28-02"
    scope: str = "nearest"
    drafts: str = "apart"

    @classmethod
    def of(cls, given: Mapping[str, object]) -> Conventions:
        """The defaults, with some choices made.

        Raises:
            UsageError: There is no such convention, or it has no such choice.

        >>> Conventions.of({"month": 30}).month
        '30'
        """
        chosen: dict[str, str] = {}
        for name, value in given.items():
            if name not in CHOICES:
                raise UsageError(f"there is no convention {name!r}; {_near(name, list(CHOICES))}")
            text = str(value).strip().lower().replace("_", " ")
            choice = _SAME.get((name, text), text.replace(" ", ""))
            if choice not in CHOICES[name]:
                listed = " or ".join(f"{name}={c}" for c in CHOICES[name])
                raise UsageError(f"convention {name} has no choice {value!r}; give {listed}")
            chosen[name] = choice
        return replace(cls(), **chosen)

    def says(self, *names: str) -> tuple[tuple[str, str, str], ...]:
        """Name, choice and words of some conventions; of all where none is named."""
        wanted = names or tuple(f.name for f in fields(self))
        return tuple((n, str(getattr(self, n)), CHOICES[n][str(getattr(self, n))]) for n in wanted)


def _near(name: str, known: list[str]) -> str:
    found = get_close_matches(name, known, n=2)
    return f"did you mean {' or '.join(found)}?" if found else f"there are: {', '.join(known)}"
