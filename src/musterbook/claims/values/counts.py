"""Numbers of things, ordinals, percentages, distances; and numbers that count nothing.

In: amounts. Out: mentions of kind ``count``, ``percent``, ``distance``. Never keeps a number
that only names something: a law, a page, a house, a model, a year, an hour.
"""

from __future__ import annotations

import re

from musterbook.claims.mention import Count, Mention
from musterbook.claims.values import ages
from musterbook.claims.values import classes as c
from musterbook.claims.values.amounts import Amount, figure
from musterbook.claims.values.scene import Found, Scene
from musterbook.claims.values.strip import Strip
from musterbook.expressions import regex

_COMPOUND = regex(r"[-‐‑–](?:strong|member|person|man|men|people|soldier|volunteer|seat|region)\b")
_PEOPLE = regex(
    r"\s*(?:\w+\s){0,2}?(?:people|men|women|persons|volunteers?|soldiers?|troops|reservists?|recruits?|fighters|"
    r"человек\w*|мужчин|женщин|доброволь\w*|бойц\w*|резервист\w*|военнослужащ\w*|солдат)\b"
)
_STREET = regex(r"(?:\s[A-Z]\w+){1,2}\s(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Square|Drive)\b")
_ADDRESS = regex(
    r"(?:\b(?:ул|улиц\w+|пр|просп|пер|бульвар|площад\w+|проспект\w*|переул\w+|шоссе|street|avenue|road)\b\.?[^.;\n\d]{0,40},?\s*(?:д\.?\s*)?)$"
)
_PRONOUN = regex(
    r"\s*(?:$|[.,;:!?)'’—–\"”-]|(?:of|who|that|which|is|was|has|had|can|could|might|may|would|should|must|"
    r"another|such|more|by|thing|way|side|hand|time|will|in|to|for|and|or|at|on|as|from|with|day|does|"
    r"reason|official|source|person|man|woman|analyst|expert|resident|observer|commentator|point|"
    r"from|out|or|if|where|when|whose|whom|step|"
    r"из|за|от|и|же|только|лишь|на|в|к|день|раз|другого|другой|другому|момент|год)\b)"
)
_NOT_ALONE = regex(r"\b(?:no|any|every|each|this|that|the|ни|не|еще|ещё|другого|другой|тот|та|number)\s+$")
_ORDINAL_LEADS = regex(
    r"\b(?:the|a|its|his|her|their|our|my|this|that|another|every|each|was|became|becomes|'s|’s|region's)\s+$"
)
_NOT_ORDINAL = regex(
    r"[-‐–](?:rate|hand|class|year|term|aid|born|ever|line|person)"
    r"|\s*(?:of all|time|place|lady|world|half|day|deputy|[.,])\b"
)
_NO_RANK = regex(
    r"(?:первых|первые|первыми)\b|перв\w+\s(?:помощ|очеред|лиц|план|раз|заместител|вице|зам|делом|ряд)|втор\w+\s(?:раз|план)"
)
_AMBIGUOUS_ORDINALS = ("first", "second", "third")
_RECENT = range(1985, 2041)


def read(strip: Strip, amount: Amount, scene: Scene) -> Mention | None:
    """The count that a number without a unit is, unless it is somebody's age or "one" a pronoun."""
    if ages.is_own_age(strip, amount, scene):
        return None
    start, end = strip.starts[amount.first], strip.ends[amount.past - 1]
    if amount.low == amount.high == 1 and _is_pronoun(amount, strip, scene, end):
        return None
    if amount.lead[:1] in ("F", "S", "B", "J", "D") and amount.low == amount.high:
        start, compared = _without_opener(strip, amount)
    else:
        compared = _plain(amount.comparator)
    return Mention("count", start, end, Count(_whole(amount.low), _whole(amount.high), compared))


def read_share(strip: Strip, amount: Amount, scene: Scene) -> Mention | None:
    """A percentage, or a distance in kilometres; None for a speed."""
    start, end = strip.starts[amount.first], strip.ends[amount.past - 1]
    if scene.lower.startswith("/", end):
        return None
    compared = _plain(amount.comparator)
    kind = "percent" if amount.unit == c.PERCENT else "distance"
    km = amount.worth if isinstance(amount.worth, float) else 1.0
    low, high = _whole(round(amount.low * km, 3)), _whole(round(amount.high * km, 3))
    return Mention(kind, start, end, Count(low, high, compared))


def read_ordinal(strip: Strip, i: int, scene: Scene) -> Found | None:
    """fifth, 20th, «пятый»; "first" and its like only where they number something."""
    start, end = strip.starts[i], strip.ends[i]
    word = scene.lower[start:end]
    before = scene.lower[max(0, start - 12) : start]
    if strip.kinds[i - 1 : i] == c.NUMBER:  # one fifth
        return [], i + 1
    if word in _AMBIGUOUS_ORDINALS:
        if not _ORDINAL_LEADS.search(before) or _NOT_ORDINAL.match(scene.lower, end):
            return [], i + 1
    elif before.endswith(("во-", "в-")) or _NO_RANK.match(scene.lower, start):
        return [], i + 1
    value = _whole(figure(strip, i).value)
    return [Mention("count", start, end, Count(value, value, "ordinal"))], i + 1


def names_something(strip: Strip, amount: Amount, scene: Scene) -> bool:
    """Whether a number names (a law, a page, a house, a model, a year, an hour) and counts nothing."""
    i, past, kinds = amount.number, amount.past, strip.kinds
    start, end = strip.starts[i], strip.ends[past - 1]
    digits = bool(figure(strip, i).text)
    before, after = kinds[i - 1 : i], kinds[past : past + 1]
    if before == c.SUPPRESSOR and digits:
        return True
    if before in (c.HYPHEN, c.SYMBOL, c.VAGUE) or after in (c.FRACTION, c.MEASURE, c.LETTER_M):
        return True
    joined = kinds[past + 1 : past + 2]
    if after == c.HYPHEN and not _COMPOUND.match(scene.lower, end) and (not joined or joined not in "nYN"):
        return True
    if after in (c.FULL_DATE, c.TIME_ADJECTIVE) or (before == c.MONTH and after == c.MONTH):
        return True
    recent = kinds[i] == c.YEARLIKE and amount.comparator == "exactly" and amount.low in _RECENT
    if kinds[i] == c.YEARLIKE and not scene.lower[end - 1].isdigit():  # 1941-м
        return True
    if recent and not _PEOPLE.match(scene.lower, end):
        return True
    if scene.lower[start:end] == "тысячу" and scene.lower[start - 3 : start] == "на ":
        return True  # per thousand
    if not digits and after == c.ORDINAL:
        return True
    if not digits:
        return kinds[past : past + 2] == "-/" or _is_name(scene, start, end)
    return _is_place(scene, start, end) or _is_label(strip, i, scene, start, end)


def _is_name(scene: Scene, start: int, end: int) -> bool:
    """Channel One, Air Force One."""
    return scene.text[start : start + 1].isupper() and bool(
        re.search(r"[A-Z][a-z]+ $", scene.text[max(0, start - 20) : start])
    )


def _is_place(scene: Scene, start: int, end: int) -> bool:
    """The number of a house."""
    if _STREET.match(scene.text, end):
        return True
    return _ADDRESS.search(scene.lower[max(0, start - 60) : start]) is not None


def _is_label(strip: Strip, i: int, scene: Scene, start: int, end: int) -> bool:
    """The number of a list item or footnote, a time of day, a score."""
    line = scene.lower[max(0, scene.lower.rfind("\n", max(0, start - 200), start) + 1) : start]
    if not line.strip(" \t\u00a0(#*-") and re.match(r"[.)]\s|\)", scene.lower[end : end + 2] + " "):
        return bool(line.strip() == "" or line.strip() in "(#*-")
    if strip.kinds[i - 1 : i] == c.OPEN and strip.kinds[i + 1 : i + 2] == c.CLOSE and strip.kinds[i] == "n":
        return True
    if scene.lower[start - 1 : start] == "[" and scene.lower[end : end + 1] == "]":
        return True
    if scene.lower[end : end + 1] == ":" and scene.lower[end + 1 : end + 2].isdigit():
        return True
    if scene.lower[start - 1 : start] in ("/", "#", "_", ".", ":", "\\", "@", "=", "-", "−", "+"):
        return True
    return scene.lower[end : end + 1] in ("/", "°", "_", "\\", "@", "=")


def _is_pronoun(amount: Amount, strip: Strip, scene: Scene, end: int) -> bool:
    """As in "one of which", "no one", «один из», «ни один»."""
    if figure(strip, amount.number).text or amount.comparator != "exactly":
        return False
    start = strip.starts[amount.number]
    return bool(_PRONOUN.match(scene.lower, end) or _NOT_ALONE.search(scene.lower, max(0, start - 12), start))


def is_hour(strip: Strip, amount: Amount, scene: Scene) -> bool:
    """«в 9 часов», «до 18 часов», "by 8 hours": a time of day."""
    if amount.worth != "TH" or amount.high > 24:
        return False
    if amount.low != amount.high:
        return amount.lead[:1] == c.SINCE
    start, end = strip.starts[amount.number], strip.ends[amount.past - 1]
    word = scene.lower[max(0, end - 6) : end]
    if not word.endswith(("часов", "часа", "час", "часам")):
        return False
    return bool(re.search(r"\b(?:в|с|к)\s+$", scene.lower[max(0, start - 5) : start]))


def _without_opener(strip: Strip, amount: Amount) -> tuple[int, str]:
    """As in "from 20 regions", «с 300 бойцами»: the preposition says nothing about the number."""
    if amount.lead[:1] == c.UP_TO:
        return strip.starts[amount.first], "at_most"
    if amount.lead[:1] == c.FROM and strip.worths[amount.first] == "from":
        return strip.starts[amount.first], "at_least"
    rest = strip.kinds[amount.first + 1 : amount.number]
    if rest:
        compared = "about" if rest[0] == c.ABOUT else str(strip.worths[amount.first + 1])
        return strip.starts[amount.first + 1], _plain(compared)
    return strip.starts[amount.number], "exactly"


def _plain(comparator: str) -> str:
    return comparator if comparator in ("at_least", "at_most", "about") else "exactly"


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
