"""Words that say who does what, whether it is done, and when.

In: a vocabulary's lexicon, a text. Out: `Member` records: acts, deeds, those who do them, words of what is planned,
may be, is done or is not, and dates. Never says which of them belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import WHOLE, Member, Text
from musterbook.records import Reading
from musterbook.vocabulary import Vocabulary

ACT, DEED, PARTY, MAY, PLAN, DONE, NOT = "act", "deed", "party", "may", "plan", "done", "not"
WHO, FORMATION, EXTENT, LIMIT, CHANGE = "who", "formation", "extent", "limit", "change"
ANONYMOUS, SAYING, ONLY, BELOW, SPEAKER = "anonymous", "saying", "only", "below", "speaker"
EARMARK, OPPOSITE, BY = "earmark", "opposite", "by"
WISH, EXCEPT = "wish", "except"
IF, VAGUE, BE, PLACE, WOULD = "if", "vague", "be", "place", "would"
EVERYONE, BECAUSE, AGREED, OF, RELATIVE, TOTAL = "everyone", "because", "agreed", "of", "relative", "total"
LISTS = (
    DEED,
    PARTY,
    MAY,
    DONE,
    NOT,
    WHO,
    FORMATION,
    EXTENT,
    CHANGE,
    ANONYMOUS,
    ONLY,
    BELOW,
    SPEAKER,
    EARMARK,
    OPPOSITE,
    WISH,
    EXCEPT,
    BY,
    IF,
    VAGUE,
    BE,
    PLACE,
    WOULD,
    EVERYONE,
    BECAUSE,
    AGREED,
    OF,
    RELATIVE,
    TOTAL,
    WHOLE,
)  # lists that are looked at here alone
REFUSALS = frozenset({"declined", "silent"})  # deeds of those who would not speak
DATE, _MONTH, _HANDS, _LOWER = "day", "month_name", "hands", "lower"
MONTH, YEAR, _IN = "month", "year", "in"
_YEAR = regex(r"(?<![\w.,])20[0-9]{2}(?![\w]|[.,]\d)")
BESIDES = (*LISTS, _MONTH, _HANDS, _LOWER, _IN)
_DATIVE = regex(r"[А-ЯЁа-яё-]{3,}(?:ам|ям)")
_PREPOSITION = 4  # characters before a word in which one stands
_PREFIX = "swap_"
_TO = r"\s*(?:–|—|-|по|до|to|and|и)\s*"  # between the first and the last day of a time
_DAY = (
    rf"(?<![\w.,:])(?:(?P<other>[0-3]?\d){_TO})?"
    r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|-?го)?(?:\s+of)?\s+(?P<month>{0})(?!\w)"
)
_MONTH_ALONE = r"(?<!\w)(?:{})\s+(?:{})(?!\w)(?!\s+\d{{1,2}}(?!\d))"
_DAY_AFTER = (
    r"(?<!\w)(?P<month>{0})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    rf"(?:{_TO}(?P<other>[0-3]?\d)(?!\w))?(?![\w,.]*\d)"
)


class Cues:
    """The lists of a vocabulary, as expressions."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index them: ``swap_LIST`` of the lexicon, whose named groups are meanings.

        ``swap_hands`` and ``swap_lower`` are of ids, and stand in the English list for both languages.
        """
        lexicon = vocabulary.lexicon
        self._lists: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for (language, name), words in sorted(lexicon.items()):
            role = name.removeprefix(_PREFIX)
            if name.startswith(_PREFIX) and role in (*LISTS, ACT, PLAN, LIMIT, SAYING):
                pattern = regex(rf"(?<!\w)(?:{words})(?!\w)", re.I)
                self._lists.setdefault(language, []).append((role, pattern))
        self._dates = _dates(lexicon)
        self._months = {
            language: regex(words, re.I) for (language, name), words in lexicon.items() if name == _PREFIX + _MONTH
        }
        self._spans = {
            language: regex(_MONTH_ALONE.format(words, lexicon[language, _PREFIX + _MONTH]), re.I)
            for (language, name), words in lexicon.items()
            if name == _PREFIX + _IN and (language, _PREFIX + _MONTH) in lexicon
        }
        hands = lexicon.get(("en", _PREFIX + _HANDS))
        self._hands = regex(hands) if hands else None
        lower = lexicon.get(("en", _PREFIX + _LOWER))
        self._lower = regex(rf"^(?:(?:{lower})_)+") if lower else None

    def of(self, reading: Reading) -> list[Member]:
        """All members of a text, in order."""
        found = [
            Member(role, str(m.lastgroup or role), *m.span())
            for role, pattern in self._lists.get(reading.language, ())
            for m in pattern.finditer(reading.text)
        ]
        plans = {m.start for m in found if m.role in (MAY, PLAN)}  # "намерена" has the form of what is done
        kept = (m for m in found if m.role != DONE or m.start not in plans)
        return sorted(kept, key=lambda m: (m.start, m.end, m.role))

    def hand(self, id_: str) -> str:
        """Whose hand an office or title is: a minister's and his ministry's are one."""
        found = self._hands.fullmatch(id_) if self._hands else None
        return str(found.lastgroup) if found else id_

    def unranked(self, id_: str) -> str:
        """A title's id without what makes it one below or beside another: the governor's for the deputy governor."""
        return self._lower.sub("", id_) if self._lower else id_

    def days(self, reading: Reading) -> Iterator[Member]:
        """Days of a month."""
        month_of = self._months.get(reading.language)
        for pattern in self._dates.get(reading.language, ()) if month_of else ():
            for found in pattern.finditer(reading.text):
                month = month_of.fullmatch(found["month"]) if month_of else None
                for day in (found["day"], found["other"]) if month else ():
                    if day and month and int(day):
                        yield Member(DATE, f"{month.lastgroup} {int(day)}", *found.span())

    def months(self, reading: Reading) -> Iterator[Member]:
        """Months that are named without a day, after a word that a time begins with, and years."""
        pattern = self._spans.get(reading.language)
        for found in pattern.finditer(reading.text) if pattern else ():
            yield Member(MONTH, str(found.lastgroup), *found.span(str(found.lastgroup)))
        yield from (Member(YEAR, m[0], *m.span()) for m in _YEAR.finditer(reading.text))


def is_below(member: Member, text: Text) -> bool:
    """Whether a word before an office makes it another one: a deputy's, or one held for the time being."""
    return any(c.role == BELOW and 0 <= member.start - c.end <= 1 for c in text.cues)


def _dates(lexicon: Mapping[tuple[str, str], str]) -> dict[str, Sequence[re.Pattern[str]]]:
    months = {language: words for (language, name), words in lexicon.items() if name == _PREFIX + _MONTH}
    plain = {language: re.sub(r"\(\?P<\w+>", "(?:", words) for language, words in months.items()}
    return {lang: [regex(form.format(w), re.I) for form in (_DAY, _DAY_AFTER)] for lang, w in plain.items()}


def is_given(text: str, start: int, end: int) -> bool:
    """Whether a passage names those to whom something is given or said: in the dative plural, or after "to".

    >>> is_given("выплаты бойцам", 8, 14), is_given("says it to wardens", 11, 18), is_given("a warden says", 2, 8)
    (True, True, False)
    """
    before = text[max(0, start - _PREPOSITION) : start].split()[-1:]
    return before == ["to"] or any(map(_DATIVE.fullmatch, text[start:end].split()))
