"""Numbers in words, figures and both, folded into single tokens.

In: a strip of tokens. Out: the same strip in which every number is one token of class
``n`` (could be a day), ``Y`` (could be a year), ``N`` (any other) or ``O`` (ordinal). Never
looks at units.
"""

from __future__ import annotations

import re

from musterbook.claims.values import classes as c
from musterbook.claims.values.strip import Figure, Strip
from musterbook.expressions import regex

_SMALL = r"(?:[ua]h(?:&?(?:t-?u|t|e|u))?|H(?:tu|t|e|u)?|t-?u|e|t|u)"
_NUMBER = regex(
    rf"""
      (?P<ordinal>d-?s|(?:Ht?-?|t-?|[ua]h&?t?-?)?o)
    | (?P<cardinal>
        d(?:i|-?\+)?(?:m(?=-?[C$])|(?<=\$d)m|-?[zZ3]?(?:-?[kl2](?:d[kl2]|d(?=C))?))
      | d(?:i|-?\+)?-?[zZ3]
      | d(?:i|-?\+)?
      | {_SMALL}(?:-?\+)?(?:-?[zZ3])?(?:-?[kl2](?:{_SMALL}[kl2])*(?:{_SMALL})?)?
      | fa?-?[kl2zZ3]+ | a-?[kl2zZ3]{{1,2}}\+? | p-?[kl2zZ3]{{0,2}}
      | l(?:{_SMALL}[kl2])*{_SMALL}? | Z[kl2]? | (?<=[<>~D])[23]
      )
    """,
    re.VERBOSE,
)
_DECIMAL = regex(r"[0-9]{1,3}[.,][0-9]{3}")
_TWICE = regex(r"[nYN]\([nYN]\)")
_PERIOD = regex(r"w[gU]")
_SINGULAR = frozenset(
    "year month week год года году годом месяц месяца месяце месяцем неделя недели неделю неделе".split()
)
_Merged = tuple[int, int, str, object]
_STEP = {"last": -1, "this": 0, "next": 1}


def fold(strip: Strip, lower: str) -> Strip:
    """Fold the numbers of one strip, and "last year" into one token.

    Args:
        strip: As cut.
        lower: The lower-case text that it was cut from.
    """
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    worths: list[object] = []
    at = 0
    for found in _NUMBER.finditer(strip.kinds):
        first, past = found.span()
        kinds.append(strip.kinds[at:first])
        starts += strip.starts[at:first]
        ends += strip.ends[at:first]
        worths += strip.worths[at:first]
        kind, figure = _evaluate(strip, first, past, found.lastgroup == "ordinal")
        kinds.append(kind)
        starts.append(strip.starts[first])
        ends.append(strip.ends[past - 1])
        worths.append(figure)
        at = past
    if not at:
        return _merge_periods(strip, lower)
    kinds.append(strip.kinds[at:])
    starts += strip.starts[at:]
    ends += strip.ends[at:]
    worths += strip.worths[at:]
    folded = Strip("".join(kinds), starts, ends, worths)
    return _merge_periods(_merge_repeated(folded), lower)


def _evaluate(strip: Strip, first: int, past: int, ordinal: bool) -> tuple[str, Figure]:
    """The class and worth of the tokens of one number."""
    if past - first == 1 and strip.kinds[first] == c.DIGITS:
        figure = strip.worths[first]
        assert isinstance(figure, Figure)
        return _shape(figure), figure
    total = current = 0.0
    seen = False
    scale = 1.0
    for i in range(first, past):
        kind, worth = strip.kinds[i], strip.worths[i]
        if kind == c.DIGITS and isinstance(worth, Figure):
            current += _decimal(worth, strip.worths[i + 1] if i + 1 < past else None)
            seen = True
        elif kind == c.AND_A_HALF:
            if not current and total:
                total += 0.5 * scale
            else:
                current += 0.5
        elif isinstance(worth, float):
            if kind in "kl2m":
                total += (current if seen else 1.0) * worth
                current, seen, scale = 0.0, False, worth
            elif kind in "hzZ3":
                current = (current if seen else 1.0) * worth
                seen = True
                scale = worth if kind in "zZ3" else scale
            else:
                current = worth * current if kind == c.ARTICLE and current else current + worth
                seen = True
    value = total + current
    if ordinal:
        year = strip.worths[first]
        if isinstance(year, Figure) and _shape(year) == c.YEARLIKE:  # 2024-го
            return c.YEARLIKE, year
        return c.ORDINAL, Figure(value)
    text = ""
    if past - first == 2 and strip.kinds[first] == c.DIGITS and strip.kinds[first + 1] == c.CARDINAL_END:
        text = " "
    return c.NUMBER, Figure(value, scale, text)


def _decimal(figure: Figure, scale: object) -> float:
    """As in "1,200 млн" and "1.234 billion" have decimals: nobody counts thousands of millions."""
    if isinstance(scale, float) and scale >= 1e6 and _DECIMAL.fullmatch(figure.text):
        return float(figure.text.replace(",", "."))
    return figure.value


def _shape(figure: Figure) -> str:
    """Whether figures could be a day of a month or a year."""
    if figure.text.isdigit():
        if len(figure.text) <= 2 and 1 <= figure.value <= 31:
            return c.DAYLIKE
        if len(figure.text) == 4 and 1900 <= figure.value <= 2100:
            return c.YEARLIKE
    return c.NUMBER


def _merge_repeated(strip: Strip) -> Strip:
    """Read "40 000 (сорок тысяч) рублей" as one number that is written twice."""
    if c.OPEN not in strip.kinds:
        return strip
    merged: list[_Merged] = []
    for found in _TWICE.finditer(strip.kinds):
        i = found.start()
        one, two = strip.worths[i], strip.worths[i + 2]
        if isinstance(one, Figure) and isinstance(two, Figure) and one.value == two.value:
            merged.append((i, i + 4, c.NUMBER, one))
    return _replace(strip, merged)


def _merge_periods(strip: Strip, lower: str) -> Strip:
    """Make "last year", «этого месяца», «на прошлой неделе» one token."""
    if c.RELATIVE not in strip.kinds:
        return strip
    merged: list[_Merged] = []
    for found in _PERIOD.finditer(strip.kinds):
        i = found.start()
        step, unit = _STEP.get(str(strip.worths[i])), strip.worths[i + 1]
        if step is None or lower[strip.starts[i + 1] : strip.ends[i + 1]] not in _SINGULAR:
            continue
        if unit in ("Y", "M"):
            merged.append((i, i + 2, c.RELATIVE_PERIOD, (unit, step)))
        elif unit == "W":
            merged.append((i, i + 2, c.RELATIVE_WEEK, step))
    return _replace(strip, merged)


def _replace(strip: Strip, merged: list[_Merged]) -> Strip:
    """One token in place of several, at each of several places in order."""
    if not merged:
        return strip
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    worths: list[object] = []
    at = 0
    for i, j, kind, worth in [*merged, (len(strip.kinds), len(strip.kinds), "", None)]:
        kinds += [strip.kinds[at:i], kind]
        starts += strip.starts[at:i] + ([strip.starts[i]] if kind else [])
        ends += strip.ends[at:i] + ([strip.ends[j - 1]] if kind else [])
        worths += strip.worths[at:i] + ([worth] if kind else [])
        at = j
    return Strip("".join(kinds), starts, ends, worths)
