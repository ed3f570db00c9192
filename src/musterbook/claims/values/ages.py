"""Age limits.

In: amounts of years, bare numbers beside words of age. Out: mentions of kind ``ages``. Never
takes a length of service, a sentence or somebody's own age for a limit.
"""

from __future__ import annotations

from musterbook.claims.mention import Ages, Mention
from musterbook.claims.values import amounts
from musterbook.claims.values import classes as c
from musterbook.claims.values.amounts import Amount
from musterbook.claims.values.scene import Scene
from musterbook.claims.values.strip import Strip
from musterbook.expressions import regex

_YOUNGEST, _OLDEST = 14, 80  # years: limits outside are not those of military service
_AGE = regex(r"\b(?:aged?|ages|younger|older|возраст\w*|старше|младше|моложе)\b")
_PEOPLE = regex(
    r"\b(?:men|women|man|person|persons|people|males?|females?|citizens?|volunteers?|anyone|those|candidates?|"
    r"applicants?|recruits?|residents?|adults?|reservists?|soldiers?|officers?|privates?|sergeants?|russians?|"
    r"everyone|individuals?|everybody|ranks?|enlisted|"
    r"мужчин\w*|женщин\w*|граждан\w*|лиц[аоу]?м?|доброволь\w*|кандидат\w*|рядов\w*|солдат\w*|сержант\w*|прапорщик\w*|"
    r"офицер\w*|резервист\w*|россиян\w*|жител\w*|люд\w+|желающ\w*|тех|бойц\w*|военнослужащ\w*|запас\w*|состав\w*)\b"
)
_LENGTH = regex(
    r"\b(?:стаж\w*|опыт\w*|срок\w*|контракт\w*|договор\w*|лишени\w*|тюр\w*|колони\w*|заключен\w*|осу[жд]\w*|приговор\w*|"
    r"каторг\w*|служб\w*|служи\w*|прослуж\w*|течени\w*|прошл\w*|последни\w*|сентен\w*|арест\w*|стро\w*|"
    r"sentence\w*|prison|jail\w*|service|experience|contract\w*|term|terms|serv\w+|penalt\w*|punish\w*|"
    r"imprison\w*|last(?:s|ed|ing)?|past|period|every|lease|loan)\W+(?:\w+\W+){0,2}$|"
    r"\b(?:over|for|within|during|after|за|на|через|спустя)\s+$"
)
_PRISON = regex(
    r"\s*(?:of (?:service|experience|work)|in (?:prison|jail|a)|behind|imprisonment|лишения|тюрьмы|колонии|стажа|"
    r"службы|заключения|опыта|работы|подряд|в колонии|назад|строгого|prison|sentence|ago)"
)
_BOUND = regex(
    r"\s*(?:[.,;:!?)»”\"–—-]|$|\n|(?:and|or|to|can|may|are|is|will|who|with|и|или|а|на|по|при|с|могут|может)\b)"
)
_LIMIT = regex(r"\b(?:ceiling|limit|maximum|cap|minimum|threshold|предел|планка|порог|граница)\b[^,.;]{0,12}$")
_BE = regex(r"\b(?:be|is|are|were|turn\w*|been|must be|reach\w*)\W+$")


def read(strip: Strip, amount: Amount, scene: Scene) -> Mention | None:
    """The age limits that an amount of years, or a bare number, gives; None where it gives none."""
    if not _plausible(amount):
        return None
    start, end = strip.starts[amount.first], strip.ends[amount.past - 1]
    context = _context(strip, amount)
    if amount.comparator == amounts.CHANGED and _AGE.search(scene.before(start, 90)):
        context = "max"
    if not context and not amount.unit and amount.comparator == "exactly" and _continues(scene, start, end):
        context = scene.age_bound
    said = context or amount.unit == c.YEARS_OLD or c.AGE_COMPARATOR in amount.lead
    if not said and not _implied(amount, scene, start, end):
        return None
    low, high = _limits(strip, amount, context)
    if low is None and high is None:
        return None
    scene.aged_until, scene.age_bound = end, "" if low and high else "min" if low else "max"
    return Mention("ages", start, end, Ages(low, high))


def _continues(scene: Scene, start: int, end: int) -> bool:
    """As in "no older than 47; for officers the ceiling is 52"."""
    if scene.aged_until < 0 or not scene.age_bound or not scene.same_sentence(scene.aged_until, start):
        return False
    before = scene.before(start, 30)
    return bool(_BOUND.match(scene.lower, end)) and bool(_PEOPLE.search(before[-22:]) or _LIMIT.search(before))


def is_own_age(strip: Strip, amount: Amount, scene: Scene) -> bool:
    """Whether a number is somebody's own age: ", 34," after a name, "aged 34"."""
    if amount.low != amount.high or not 5 <= amount.low <= 110:
        return False
    first, past = amount.number, amount.past
    if amount.first == first and _context(strip, amount) == "aged" and amount.comparator == "exactly":
        return True
    if amount.unit == c.YEARS_OLD or amount.worth == "years":
        return True
    if amount.unit or strip.kinds[first - 1 : first] != c.COMMA or first < 2:
        return False
    if strip.kinds[past : past + 1] not in (c.COMMA, c.STOP, c.CLOSE, ""):
        return False
    before = strip.starts[first - 2]
    return strip.kinds[first - 2] == c.OTHER and scene.text[before : before + 1].isupper()


def _plausible(amount: Amount) -> bool:
    return amount.low == int(amount.low) and amount.scale == 1 and amount.low >= _YOUNGEST and amount.high <= _OLDEST


def _context(strip: Strip, amount: Amount) -> str:
    """``aged``, ``max``, ``min`` by the words of age shortly before, or empty."""
    i = amount.first - 1
    for _ in range(4):
        if i < 0:
            return ""
        kind = strip.kinds[i]
        if kind == c.AGED:
            return "aged"
        if kind == c.AGE_BOUND:
            return str(strip.worths[i])
        if kind not in "xc_.,=T-v&":
            return ""
        if kind in ".," and i < amount.first - 1:
            return ""
        i -= 1
    return ""


def _implied(amount: Amount, scene: Scene, start: int, end: int) -> bool:
    """Whether limits are meant without a word of age: «от 18 до 65 лет», "men under 50"."""
    before = scene.before(start, 60)
    if _LENGTH.search(before) or _PRISON.match(scene.lower, end):
        return False
    if amount.worth == "years":  # «20–50-летние»: a range is nobody's own age
        return amount.high - amount.low >= 5
    years = amount.worth == "Y"
    if years and amount.lead[:1] == c.SINCE:
        return True
    if amount.unit and not years:
        return False
    ranged = amount.high - amount.low >= 5
    bounded = amount.comparator in ("at_least", "at_most") or amount.lead[:1] in (c.SINCE,)
    about_people = bool(_PEOPLE.search(before[-45:]))
    if amount.comparator in ("older", "younger"):
        return True
    if years:
        return ranged or (bounded and (about_people or amount.high >= 25 or bool(_AGE.search(before))))
    if not _BOUND.match(scene.lower, end):
        return False
    if ranged:
        return about_people or bool(_AGE.search(before))
    if not bounded:
        return False
    continued = scene.aged_until >= 0 and scene.same_sentence(scene.aged_until, start)
    tight = _PEOPLE.search(before[-14:]) or _BE.search(before)
    return bool(tight) or continued


def _limits(strip: Strip, amount: Amount, context: str) -> tuple[int | None, int | None]:
    """The least and the greatest age."""
    low, high = int(amount.low), int(amount.high)
    if low != high:
        return low, high
    if c.AGE_COMPARATOR in amount.lead:
        worth = strip.worths[amount.first + amount.lead.index(c.AGE_COMPARATOR)]
        return (low, None) if worth == "min" else (None, low)
    if amount.comparator in ("at_least", "older") or amount.lead[:1] in (c.SINCE,):
        return low, None
    if amount.comparator in ("at_most", "younger"):
        return None, low
    if context in ("max", "min"):
        return (None, low) if context == "max" else (low, None)
    return None, None
