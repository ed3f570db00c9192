"""How claims and their support are written in a table's cell.

In: ids and counts. Out: a few letters. Never leaves out that there are more.
"""

from __future__ import annotations

from collections.abc import Sequence

ID_SHOWN = 8  # characters of a claim's id: `show` takes any beginning that is unique
_IDS_SHOWN = 1  # ids in one cell; more are counted

_COUNTED = "support: documents ≥ outlets ≥ origins of one answer, ? where none is known"
SUPPORT = f"{_COUNTED}; state: of that answer alone; --why shows every quote"
"""The line below a table of answers with their support and state."""

STATES = (
    f"{_COUNTED}; state: of the question with all its answers; this answer: of one of several, corroborated only where "
    "two origins give it themselves; --why shows every quote"
)
"""The line below a table of questions with their state, each with all its answers."""


def short(claim_id: str, length: int = ID_SHOWN) -> str:
    """The beginning of a claim's id.

    >>> short("claim-3158d83aa62752cb1b27")
    '3158d83a'
    """
    return claim_id.removeprefix("claim-")[:length]


def ids(claims: Sequence[str]) -> str:
    """The first claims, and how many more there are.

    >>> ids(["claim-3158d83aa62752cb1b27", "claim-b4bc8ef70325e7719e39"])
    '3158d83a +1'
    """
    more = [f"+{len(claims) - _IDS_SHOWN}"] if len(claims) > _IDS_SHOWN else []
    return " ".join([*map(short, claims[:_IDS_SHOWN]), *more])


def support(documents: int, outlets: int, origins: int) -> str:
    """How many stand behind a statement, as `SUPPORT` explains.

    >>> support(5, 4, 0)
    '5≥4≥?'
    """
    return f"{documents}≥{outlets or '?'}≥{origins or '?'}"


def days(first: str, last: str) -> str:
    """From one ISO date to another, the second without what they share.

    >>> days("2025-11-04", "2025-11-10"), days("2025-11", "2025-12-01"), days("2025", "2025")
    ('2025-11-04–10', '2025-11–2025-12-01', '2025')
    """
    if first == last or len(first) != len(last):
        return "–".join(dict.fromkeys((first, last))).strip("–")
    same = 8 if first[:8] == last[:8] else 5 if first[:5] == last[:5] else 0
    return f"{first}–{last[same:]}"
