"""What a statement has otherwise than the one that it was made from.

In: two claims of one type with what is known of their documents. Out: the arguments that were changed; none
where they are two statements and not one told twice. Never looks at who stands between the two documents.

What changed arguments mean depends on what they are for:

- numbers, money, durations, ages: another figure, where all that both give is the same besides;
- the region, the stage of a law, the instrument, how often, per what, in which currency: another member of a
  closed list, where nothing else is another;
- open lists (duties, facilities, groups, kinds of pay): a retelling names them more or less exactly, so another
  member counts only between statements that are worded alike;
- the status: a draft told as law always counts, a plan told as done where the type is of things that happen on a
  day, or where both are worded alike;
- dates: another year.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.reconcile.differences import days_of, reach
from musterbook.reconcile.press import Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Arg, Claim, PartialDate
from musterbook.vocabulary.spelling import key, skeleton

MEASURES = ("amount", "count")
UNITS = frozenset({"kind", "period", "per", "currency"})  # what a figure is counted in, which every list repeats
_CLOSED = UNITS - {"kind"} | {"frequency"}  # lists that a vocabulary may add to, of which no two members can both be so
_TOGETHER = 2  # roles of `UNITS` that change together: monthly pay becomes daily pay, per day
_NAMING = frozenset({"jurisdiction", "trigger"})  # open lists of meanings that no two words of share
_WORDED = ("kind", "contract_term")  # what one sentence says of several sums is told apart by its words alone
_ONE_WORD = {"decree", "resolution"}  # one Russian word is translated by either
_BOTH_SO = frozenset({"signed", "in_reserve"})  # who signed a reserve contract is in the reserve
_TO_BE = frozenset({"signed", "required"})  # who has been told to sign so many up is required to
_NEARLY_SO = ({"selected", "applied"}, {"required", "called_up"}, {"selected", "called_up"}, {"approached", "applied"})
_WEIGHED_DETAILS = ("actor", "by", "issuer", "position", "title")  # details whose change is a garbling
_EVERYTHING = (-math.inf, math.inf)
_FIGURES = ("number", "money", "duration")
_OPEN = ("enum", "group", "facility")
_EARLY = ("proposed", "planned")
_BOUNDED, _RECKONED = "swap_limit", "swap_reckoned"  # of the lexicon: words of an upper bound, and of figures reckoned
_CHANGED = "swap_change"  # of the lexicon: words of what was raised or cut
DRAFTS = ("drafted", "published_draft", "introduced", "first_reading")  # stages before a law is passed, in order
_STAGES = (*DRAFTS, "passed", "approved", "signed", "in_force")
_DUTY = "duty."  # what somebody is there for is no event
_DEPUTY = "deputy"  # what makes another title of one that has it
_GLOSS = regex(r" \(([^()]+)\)$")
_COARSER = {"D": "WMY", "W": "MY", "M": "Y"}  # units of time to which one is rounded
_ROUNDED = 0.12  # by how much a length is another one once it is: six weeks of 41 days, a month and a half of 45
_ENDING = 3  # letters at the end of an inflected word that its other forms may have otherwise
_STEM = 3  # letters that two forms of one word share at least


@dataclass(frozen=True, slots=True)
class Kinship:
    """How the documents of two statements stand to each other.

    Attributes:
        derived: The later one is made from the earlier, not a report that cites it.
        worded: Both statements stand in sentences of nearly the same words.
        one_newsroom: Both are by one newsroom: it knows its own plans, and its kinds by their names.
        only: Each document answers one question of this type only.
        one_place: The document of the statement that names no region speaks of the other's alone.
    """

    derived: bool = True
    worded: bool = False
    one_newsroom: bool = False
    only: bool = False
    one_place: bool = False


def altered(source: Claim, claim: Claim, questions: Questions, kin: Kinship) -> tuple[str, ...]:
    """The arguments in which a statement differs from the one that it was made from.

    Returns:
        Roles, ``status`` and ``polarity`` among them; empty where both say the same, or are two statements.
    """
    if source.type != claim.type:
        return ()
    roles = questions.roles(claim.type)
    weighed = [r for r in ("region", *roles.scope, *roles.answer) if r != "comparator"]
    a, b = values_of(source, questions, weighed), values_of(claim, questions, weighed)
    both = [r for r in weighed if r in a and r in b]
    changed = [
        r for r in both if a[r] != b[r] and not agree(r, source, claim, questions) and not _one_form(r, source, claim)
    ]
    changed += _made_exact(source, claim, questions)
    changed = [r for r in changed if not (r == "acronym" and skeleton(str(a[r])) == skeleton(str(b[r])))]
    if "expansion" in changed and source.language != claim.language:
        known = questions.known_expansion(str(claim.get("acronym") or ""))
        changed = [r for r in changed if r != "expansion" or (known and a[r] == known)]
    if source.language != claim.language:
        changed = [r for r in changed if r not in _WORDED]
        if {source.get("instrument"), claim.get("instrument")} == _ONE_WORD:
            changed = [r for r in changed if r != "instrument"]
    if source.polarity != claim.polarity:
        changed.append("polarity")
    if "stage" in changed and _earlier(str(a["stage"]), str(b["stage"])):
        return ()  # who tells of the way there does not deny where it led
    if not changed:
        return _status(source, claim, bool(roles.since), kin)
    if not _weighs(changed, claim, questions, kin):
        return ()
    if "region" not in changed and a.get("region") != b.get("region") and set(changed) & _figures(claim, questions):
        changed = changed if kin.worded or kin.one_place else []  # a part is no other figure for the whole
    same = [r for r in both if a[r] == b[r]]
    return tuple(changed) if bool(same) or len(changed) == 1 else ()


def _earlier(was: str, now: str) -> bool:
    """Whether a law is told at an earlier stage than by its source."""
    return was in _STAGES and now in _STAGES and _STAGES.index(now) < _STAGES.index(was)


def _weighs(changed: Sequence[str], claim: Claim, questions: Questions, kin: Kinship) -> bool:
    """Whether the arguments that differ are such as a garbling changes, and no more of them."""
    if len(changed) > 1:
        return UNITS.issuperset(changed) and len(changed) == _TOGETHER and not kin.one_newsroom
    role = changed[0]
    if role == "holder":
        return kin.worded  # another's judgement is another statement
    if role == "region" or role in _figures(claim, questions):
        return True
    if kin.one_newsroom:
        return False
    known = questions.type(claim.type)
    arg = next((a for a in known.args if a.role == role), None) if known else None
    is_open = arg is not None and role not in _CLOSED and arg.kind in _OPEN and (arg.open or arg.kind != "enum")
    return kin.worded or not is_open or (role in _NAMING and kin.only)


def _figures(claim: Claim, questions: Questions) -> set[str]:
    """The roles of a type that hold figures: amounts, counts, durations."""
    known, answer = questions.type(claim.type), questions.roles(claim.type).answer
    return {a.role for a in known.args if a.role in answer and a.kind in _FIGURES} if known else set()


def _status(source: Claim, claim: Claim, happens: bool, kin: Kinship) -> tuple[str, ...]:
    """Whether a plan or draft has become a fact.

    It counts where the text itself is derived; a relay may know that it has come true.
    """
    if claim.status != "actual" or source.status not in _EARLY or not kin.derived or kin.one_newsroom:
        return ()
    if source.type.startswith(_DUTY) and not kin.worded:
        return ()
    return ("status",) if source.status == "proposed" or happens or kin.worded else ()


def agree(role: str, source: Claim, claim: Claim, questions: Questions) -> bool:
    """Whether two values can both be so: three weeks and 21 days, 347 and "almost 350", August and 2024."""
    one, two = ({a.role: a.value for a in c.args} for c in (source, claim))
    both = {one.get(role), two.get(role)}
    if both == _BOTH_SO or (both == _TO_BE and (source.status, claim.status) != ("actual", "actual")):
        return True
    if both in _NEARLY_SO:
        return True
    if role in ("date", "effective_since"):
        return not _apart(str(one.get(role)), str(two.get(role)))
    if _rounded(str(one.get(role)), str(two.get(role))):
        return True
    low, high = reach(one, role), reach(two, role)
    if _EVERYTHING in (low, high):
        return False  # a word, not a figure
    if role in MEASURES and _reckoned(role, claim, questions):
        return True
    return max(low[0], high[0]) <= min(low[1], high[1])


def _rounded(was: str, now: str) -> bool:
    """Whether a length of time is another one, told in longer units."""
    one, two = days_of(was), days_of(now)
    if not one or not two or not any(unit in now for unit in _COARSER.get(was[-1], "")):
        return False
    return min(abs(a - b) for a in one for b in two) <= _ROUNDED * min(one)


def _reckoned(role: str, claim: Claim, questions: Questions) -> bool:
    """Whether a figure is reckoned from another one, not given: half of that."""
    words = next((a for a in claim.args if a.role == role), None)
    at = claim.quote.start
    given = claim.quote.exact[words.start - at : words.end - at] if words and words.start >= at else claim.quote.exact
    words_of = questions.words(claim.language, _RECKONED)
    return not any(c.isdigit() for c in given) and bool(words_of and words_of.search(claim.quote.exact))


def _apart(one: str, two: str) -> bool:
    """Whether two dates are of different years."""
    try:
        return PartialDate.parse(one).earliest.year != PartialDate.parse(two).earliest.year
    except ValueError:
        return False


def _one_form(role: str, source: Claim, claim: Claim) -> bool:
    """Whether two texts are one in two inflected forms."""
    a, b = source.get(role), claim.get(role)
    if not isinstance(a, str) or not isinstance(b, str) or " " not in a:
        return False
    glosses = _GLOSS.search(a), _GLOSS.search(b)
    if glosses[0] and glosses[1] and glosses[0][1] == glosses[1][1]:
        return True  # both are told with one name in English
    one, two = skeleton(a).split(), skeleton(b).split()
    return len(one) == len(two) and all(_one_stem(x, y) for x, y in zip(one, two, strict=True))


def _one_stem(a: str, b: str) -> bool:
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= min(_STEM, len(a), len(b)) and max(len(a), len(b)) - shared <= _ENDING


def _made_exact(source: Claim, claim: Claim, questions: Questions) -> list[str]:
    """The role of an upper bound that has become the number itself."""
    if source.get("comparator") != "at_most" or claim.get("comparator") not in (None, "exactly"):
        return []
    change = questions.words(source.language, _CHANGED)
    if change and change.search(source.quote.exact):
        return []  # "down to 176" is no bound
    limits, measured = questions.words(claim.language, _BOUNDED), questions.roles(claim.type).measured
    if limits and limits.search(claim.quote.exact):
        return []  # its words have the bound
    same = "count" in measured and source.get("count") is not None and source.get("count") == claim.get("count")
    return ["comparator"] if same else []


def stands(source: Claim, claim: Claim, questions: Questions) -> bool:
    """Whether a source says nothing against a measured statement: all that both give agrees, figures among it."""
    if source.type != claim.type or source.polarity != claim.polarity:
        return False
    roles = questions.roles(claim.type)
    if _made_exact(source, claim, questions) or (claim.status == "actual" and source.status in _EARLY):
        return False
    weighed = [r for r in ("region", *roles.scope, *roles.answer) if r != "comparator"]
    a, b = values_of(source, questions, weighed), values_of(claim, questions, weighed)
    both = [r for r in weighed if r in a and r in b]
    figures = _figures(claim, questions)
    return any(r in figures for r in both) and all(a[r] == b[r] or agree(r, source, claim, questions) for r in both)


def values_of(claim: Claim, questions: Questions, roles: Iterable[str]) -> dict[str, object]:
    """What a claim gives for some roles, under the names that stand for one thing."""
    slot, answer = questions.of(claim)
    known = {**dict(slot.scope), **dict(answer.values), "region": slot.region}
    return {r: known[r] for r in roles if known.get(r) not in (None, "")}


def redated(source: Claim, claim: Claim, questions: Questions) -> bool:
    """Whether what happened on a day is told of another year: both texts give the date themselves."""
    role = questions.roles(claim.type).since if not _figures(claim, questions) else ""
    dates = [a for c in (source, claim) for a in c.args if a.role == role and a.start >= 0]
    if len(dates) != 2 or not _apart(str(dates[0].value), str(dates[1].value)):
        return False
    return all(_has_year(c, d) for c, d in zip((source, claim), dates, strict=True))


def _has_year(claim: Claim, date: Arg) -> bool:
    """Whether a date is given with its year; where it stands outside the quote, it may be."""
    at = claim.quote.start
    words = claim.quote.exact[date.start - at : date.end - at] if date.start >= at else ""
    return not words or str(date.value)[:4] in words


def renamed(source: Claim, claim: Claim, press: Press, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The details of one statement, told twice, that name another rank or body."""
    return tuple(r for r in _WEIGHED_DETAILS if other_name(source.get(r), claim.get(r), press, titles))


def other_name(was: object, now: object, press: Press, titles: Mapping[str, str]) -> bool:
    """Whether two names are of two holders: both are known offices, or both known titles.

    A name that only says more than the other is none: a minister and the health minister; a deputy is another.

    Args:
        was: The source's.
        now: The later one.
        press: Knows offices.
        titles: Key → title.
    """
    if not isinstance(was, str) or not isinstance(now, str) or was == now:
        return False
    one, two = press.voice(was), press.voice(now)
    if one.kind in ("office", "outlet") and two.kind in ("office", "outlet"):
        words = [set(key(n).split()) for n in (was, now)]
        return one.family != two.family and not (words[0] <= words[1] or words[1] <= words[0])
    first, second = titles.get(key(was)), titles.get(key(now))
    if not first or not second or first == second:
        return False
    a, b = set(first.split("_")), set(second.split("_"))
    return not (a <= b or b <= a) or _DEPUTY in a ^ b


def reason_of(source: Claim, claim: Claim, changed: Sequence[str], questions: Questions) -> str:
    """What has become what, in words."""
    parts = []
    for role in changed:
        was, now = (getattr(c, role) if role in ("status", "polarity") else c.get(role) for c in (source, claim))
        one, two = ("nothing" if value is None else questions.in_words(value) for value in (was, now))
        parts.append(f"{role.replace('_', ' ')} {one} has become {two}")
    return "; ".join(parts)
