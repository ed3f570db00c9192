"""Sequences of capitalised words read as names of people.

In: a text and the spans that the vocabulary has taken. Out: `Spelled` names, nominative,
with their spans. Never says in what capacity somebody is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from musterbook.claims.people.lexicon import NameLexicon, is_patronymic, is_usual, name_lexicon
from musterbook.expressions import regex
from musterbook.records.names import family_nominative, latin_key, transliterate

Span = tuple[int, int]
_TOKEN = regex(
    r"(?<![\w@/])(?:[A-ZА-ЯЁ](?:\.|[a-zа-яё]+(?:['’][a-zа-яё]{2,})?(?:[A-Z][a-z]+)?(?:-[A-ZА-ЯЁ]?[a-zа-яё]+)*)"
    r"|[A-ZОД]['’][A-ZА-ЯЁ][a-zа-яё]+|[A-ZА-ЯЁ]{3,}(?:-[A-ZА-ЯЁ]{3,})*(?![\w-]))"
)
_GAP = regex(r"[ \u00a0]?(?:(?:van|von|de|der|den|bin|al|ibn|el|la|di|da|du|фон|де|ван|дер|ибн|аль)[ \u00a0])?")
_APPOSED = regex(r", (?:who\b|an? (?P<what>(?:(?!of )[\w'-]+ ?){1,4}))")
_PAIR = 2  # words of a name
_WIDEST = 5  # characters of the widest gap
_PATRONYMIC_LATIN = regex(r"(?:[oe]vich|[oe]vna|ichna|ilyich)$")
_ITEM = regex(r"(?:^|\n)[ \t]*(?:[-–—•*·]|\d{1,3}[.)])[ \t]+$")
_ITEM_WIDTH = 8  # characters of a list's mark
_OBLIQUE_MAN = regex(r"(?:[оеё]в|[ыи]н)(?:а|у|ым|ом|е)$|(?:ск|цк)(?:ого|ому|им)$")
_OBLIQUE_GIVEN = regex(r"(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|е)$")
_PLURAL = regex(r"((?:[оеё]в|[ыи]н))ы$")
_FOREIGN = (
    "U.S.",
    "U.K.",
    "U.N.",
    "U.A.",
    "E.U.",
    "D.C.",
    "P.S.",
    "P.P.",
    "З.Ы.",
    "Н.В.",
    "S.S.",
    "N.B.",
    "A.D.",
    "B.C.",
)
_START = regex(r"(?:^|[.!?…:»”\"]\s*|\n\s*|[—–•]\s*)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A capitalised word, or an initial with its dot."""

    start: int
    end: int
    word: str

    @property
    def initial(self) -> bool:
        """Whether it is an initial."""
        return self.word.endswith(".")


@dataclass(frozen=True, slots=True)
class Spelled:
    """One full name as it stands in a text.

    Attributes:
        start: First code point.
        end: One past the last.
        given: Given name in the nominative, or initials, or "".
        patronymic: In the nominative, or "".
        family: In the nominative, or "" where the text gives none.
        gender: ``m`` ``f`` or "".
        sure: False where build alone speaks for a name.
    """

    start: int
    end: int
    given: str
    patronymic: str
    family: str
    gender: str
    sure: bool = True

    @property
    def native(self) -> str:
        """The name in the script of the text, given name first."""
        return " ".join(p for p in (self.given, self.patronymic, self.family) if p)

    @property
    def latin(self) -> str:
        """The name in Latin script."""
        return transliterate(self.native)

    @property
    def key(self) -> str:
        """Family name and first letter of the given name; a space first where there is no family name."""
        if not self.family:
            return f" {latin_key(transliterate(self.given))}"
        first = transliterate(self.given)[:1].casefold()
        return f"{latin_key(transliterate(self.family))} {first}".strip()


def introduced(
    text: str, groups: Sequence[Sequence[Token]], words: frozenset[str], taken: Sequence[Span]
) -> Iterator[Spelled]:
    """Two or three capitalised words right after a word of capacity: «researcher Ola Oppdiktet»."""
    held = (taken, [s for s, _ in taken])
    for group in groups:
        if len(group) not in (2, 3) or text[group[0].start - 1] != " ":
            continue
        before = text[max(0, group[0].start - 30) : group[0].start].split()
        if not before or before[-1] not in words:
            continue
        if all(_usable(t, _lexicon(t), held) or (t.initial and t is not group[-1]) for t in group):
            names = [t.word for t in group]
            yield Spelled(group[0].start, group[-1].end, " ".join(names[:-1]), "", names[-1], "", False)


def apposed(text: str, groups: Sequence[list[Token]], words: Set[str], taken: Sequence[Span]) -> Iterator[Spelled]:
    """Two capitalised words before ", who …", or ", a …" with one of some words ahead of any "of": a name."""
    held = (taken, [s for s, _ in taken])
    for group in groups:
        found = _APPOSED.match(text, group[-1].end) if len(group) == _PAIR else None
        if found is None or not (found["what"] is None or words & set(found["what"].lower().split())):
            continue
        if all(_usable(t, _lexicon(t), held) and not t.word.isupper() for t in group):
            names = [t.word for t in group]
            yield Spelled(group[0].start, group[-1].end, names[0], "", names[-1], "", False)


def tokens(text: str) -> list[Token]:
    """All capitalised words and initials of a text."""
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]


def side_by_side(text: str, found: Sequence[Token]) -> list[list[Token]]:
    """The tokens that stand side by side, a list each; those that stand alone are left out."""
    made: list[list[Token]] = []
    reached = -_WIDEST - 1
    for before, token in pairwise(found):
        if token.start - before.end > _WIDEST or not _GAP.fullmatch(text, before.end, token.start):
            continue
        if before.end == reached:
            made[-1].append(token)
        else:
            made.append([before, token])
        reached = token.end
    return made


def full_names(text: str, groups: Sequence[list[Token]], taken: Sequence[Span]) -> Iterator[Spelled]:
    """The names of at least two parts."""
    starts = [s for s, _ in taken]
    for group in groups:
        at = 0
        while at < len(group):
            spelled, used = _read(text, group, at, (taken, starts))
            if spelled:
                yield spelled
            at += max(1, used)


def _is_taken(token: Token, taken: tuple[Sequence[Span], list[int]]) -> bool:
    at = bisect_right(taken[1], token.start) - 1
    return at >= 0 and token.start < taken[0][at][1]


def _lexicon(token: Token) -> NameLexicon:
    return name_lexicon("en" if token.word.isascii() else "ru")


def _usable(token: Token, lexicon: NameLexicon, taken: tuple[Sequence[Span], list[int]]) -> bool:
    word = token.word.lower()
    return not token.initial and word not in lexicon.stop and not _is_taken(token, taken) and len(word) > 1


def _read(
    text: str, group: list[Token], at: int, taken: tuple[Sequence[Span], list[int]]
) -> tuple[Spelled | None, int]:
    """A name that begins at one token of a group, and how many tokens it uses."""
    rest = group[at : at + 4]
    lexicon = _lexicon(rest[0])
    if rest[0].initial:
        return _initials_first(rest, lexicon, taken)
    if not _usable(rest[0], lexicon, taken) and not (len(rest) > 1 and lexicon.given_name(rest[0].word)):
        return None, 1
    following = rest[1] if len(rest) > 1 else None
    if following and rest[0].word.lower() in lexicon.stop and lexicon.usual(following.word):
        return None, 1  # «And Ivan Primerov»
    if following and _is_title(rest[0].word, lexicon, len(rest) > 2 and bool(lexicon.given_name(following.word))):
        return None, 1  # «Mayor Ivan Primerov»: some titles are given names as well
    behind = next((t for t in rest[1:] if not t.initial), None) if following and following.initial else None
    if behind and lexicon.is_family(behind.word) and not lexicon.is_family(rest[0].word):
        return None, 1
    if following and following.initial and (lexicon.is_family(rest[0].word) or not lexicon.given_name(rest[0].word)):
        return _initials_last(rest)
    readings = lexicon.given_name(rest[0].word)
    if readings and following:
        spelled, used = _given_first(text, rest, readings, lexicon, taken)
        if spelled:
            return spelled, used
    if following and not readings:
        spelled, used = _family_first(rest, lexicon, taken)
        if spelled:
            return spelled, used
        if _unknown_given(text, rest, lexicon, taken):
            return _unknown(rest), 2
    return None, 1


def _is_title(word: str, lexicon: NameLexicon, before_given: bool) -> bool:
    """Whether a capitalised word is what somebody is, not how he is called."""
    lower = word.lower()
    return lower in lexicon.office or (before_given and (lower in lexicon.voice or lower in lexicon.private))


def _initials_first(
    rest: list[Token], lexicon: NameLexicon, taken: tuple[Sequence[Span], list[int]]
) -> tuple[Spelled | None, int]:
    used = 1
    while used < len(rest) and rest[used].initial:
        used += 1
    if used >= len(rest) or not (_usable(rest[used], lexicon, taken) or _is_whole(rest[used], lexicon, taken)):
        return None, used
    family = rest[used].word
    gender = _gender(family)
    initials = " ".join(t.word for t in rest[:used])
    sure = lexicon.is_family(family) or (used == 2 and initials.replace(" ", "") not in _FOREIGN)
    return Spelled(rest[0].start, rest[used].end, initials, "", _cased(family), gender, sure), used + 1


def _is_whole(token: Token, lexicon: NameLexicon, taken: tuple[Sequence[Span], list[int]]) -> bool:
    """Whether a word that was read as a place, alone, has the build of a family name: «О. Тульская»."""
    at = bisect_right(taken[1], token.start) - 1
    return at >= 0 and taken[0][at] == (token.start, token.end) and lexicon.is_family(token.word)


def _initials_last(rest: list[Token]) -> tuple[Spelled | None, int]:
    used = 1
    while used < len(rest) and rest[used].initial:
        used += 1
    family = rest[0].word
    if family.isascii() and used < 2:
        return None, 1
    initials = " ".join(t.word for t in rest[1:used])
    return Spelled(rest[0].start, rest[used - 1].end, initials, "", _cased(family), _gender(family)), used


def _given_first(
    text: str,
    rest: list[Token],
    readings: list[tuple[str, str, bool]],
    lexicon: NameLexicon,
    taken: tuple[Sequence[Span], list[int]],
) -> tuple[Spelled | None, int]:
    at, patronymic = 1, ""
    if is_patronymic(rest[1].word) and not rest[1].word.isascii():
        patronymic, at = rest[1].word, 2
    elif len(rest) > 2 and (rest[1].initial or (_PATRONYMIC_LATIN.search(rest[1].word) and not rest[2].initial)):
        at = 2
    if at < len(rest) and _usable(rest[at], lexicon, taken):
        family = rest[at].word
        if family.isascii():
            common = readings[0][2]
            given = _cased(rest[0].word)
            patronymic = _cased(rest[1].word) if at == 2 and not rest[1].initial else ""
            return Spelled(
                rest[0].start, rest[at].end, given, patronymic, _cased(family), readings[0][1], common
            ), at + 1
        reading = _choose(text, rest[0].start, readings, family, lexicon)
        return _russian(rest, at, reading, patronymic, family), at + 1
    if patronymic:
        reading = readings[0]
        return _russian(rest, 1, reading, patronymic, ""), 2
    if rest[1].initial and len(rest) == 2:
        given = _cased(rest[0].word) if rest[0].word.isascii() else _title(readings[0][0])
        return Spelled(rest[0].start, rest[1].end, given, "", "", readings[0][1]), 2
    return None, 1


def _russian(rest: list[Token], last: int, reading: tuple[str, str, bool], patronymic: str, family: str) -> Spelled:
    given, gender, nominative = reading
    family = _PLURAL.sub(r"\1", family)
    if family and not nominative:
        family = _capital(family_nominative(family, gender), family)
    if patronymic and not nominative:
        stem = re.sub(r"(?:а|у|ем|ом|е|ой|ы)$", "", patronymic)
        patronymic = stem if gender == "m" else stem + "а"
    return Spelled(rest[0].start, rest[last].end, _title(given), _cased(patronymic), _cased(family), gender)


def _choose(
    text: str, start: int, readings: list[tuple[str, str, bool]], family: str, lexicon: NameLexicon
) -> tuple[str, str, bool]:
    """The reading of a given name that agrees with the family name beside it."""
    woman = bool(re.search(r"(?:[ое]ва|[ыи]на|ская|цкая|ая)$", family.lower()))
    man = bool(re.search(r"(?:[оеё]в|[ыи]н|ский|цкий|ый|ий)$", family.lower()))
    fitting = [
        r for r in readings
        if not (r[2] and ((r[1] == "m" and woman) or (r[1] == "f" and man)))
        and not (not r[2] and (man or (r[1] == "f" and woman)))
    ]  # fmt: skip
    fitting = fitting or readings
    nominative = [r for r in fitting if r[2]]
    oblique = [r for r in fitting if not r[2]]
    if oblique and any(is_usual(r[0]) for r in oblique):
        nominative = [r for r in nominative if is_usual(r[0])]  # «искал Эдуарда»: Эдуард, not the rare Эдуарда
    if nominative and oblique:
        before = re.findall(r"[а-яё-]+", text[max(0, start - 40) : start].lower())[-1:]
        governed = bool(before) and (
            before[0] in lexicon.oblique
            or bool(re.search(r"(?:ора|ника|ента|тета|атора|нера|ера|ста|ога|ина|еля|аря|ого|его)$", before[0]))
        )
        man_named = nominative[0][1] == "m" and not woman
        return oblique[0] if governed and not man_named else nominative[0]
    return (nominative or oblique or readings)[0]


def _family_first(
    rest: list[Token], lexicon: NameLexicon, taken: tuple[Sequence[Span], list[int]]
) -> tuple[Spelled | None, int]:
    """Family name, given name, patronymic: the order of Russian official papers."""
    family, given = rest[0], rest[1]
    if family.word.isascii() or not _usable(given, lexicon, taken):
        return None, 1
    readings = lexicon.given_name(given.word)
    with_patronymic = len(rest) > 2 and is_patronymic(rest[2].word)
    if not readings or not (with_patronymic or lexicon.is_family(family.word)):
        return None, 1
    behind = rest[2] if len(rest) > 2 and not with_patronymic else None
    if behind and _usable(behind, lexicon, taken) and lexicon.is_family(behind.word):
        return None, 1  # «адвокат Примеровой Иван Вымыслов»: the given name goes with what follows
    reading = _choose("", 0, readings, family.word, lexicon)
    spelled = _russian([given, given, given], 0, reading, rest[2].word if with_patronymic else "", family.word)
    last = rest[2] if with_patronymic else given
    return Spelled(family.start, last.end, spelled.given, spelled.patronymic, spelled.family, spelled.gender), (
        3 if with_patronymic else 2
    )


def _unknown_given(text: str, rest: list[Token], lexicon: NameLexicon, taken: tuple[Sequence[Span], list[int]]) -> bool:
    """Whether two words look like an unlisted given name and a family name."""
    given, family = rest[0], rest[1]
    if not (_usable(given, lexicon, taken) and _usable(family, lexicon, taken)) or given.word.isupper():
        return False
    if not lexicon.is_family(family.word) or lexicon.is_family(given.word) or len(given.word) < 3:
        return False
    if re.search(r"(?:ая|ое|ый|ий|ой|ого|ому|ых|их|ые|sky|skiy|skaya|ian|ern)$", given.word.lower()):
        return False
    if _ITEM.search(text[max(0, given.start - _ITEM_WIDTH) : given.start]):
        return True
    if not _START.search(text[max(0, given.start - 3) : given.start]):
        return True
    return _opens(text, given.word.lower(), lexicon)


def _opens(text: str, word: str, lexicon: NameLexicon) -> bool:
    """Whether a word that begins a sentence can be a given name: it is no ordinary word, here or elsewhere."""
    known = (lexicon.openers, lexicon.office, lexicon.voice, lexicon.private)
    if word.endswith(("ly", "ing", "ed", "ska")) or any(word in words for words in known) or f" {word} " in text:
        return False
    stems = (*lexicon.office, *lexicon.voice, *lexicon.private) if lexicon.language == "ru" else ()
    return not any(len(stem) > 3 and word.startswith(stem) for stem in stems)


def _unknown(rest: list[Token]) -> Spelled:
    given, family = rest[0].word, rest[1].word
    gender = _gender(family)
    if not family.isascii() and re.search(r"(?:[оеё]в|[ыи]н)(?:а|у|ым|ом|е)$|(?:ск|цк)(?:ого|ому|им)$", family.lower()):
        if given[-1] in "аяуюеом" and gender != "f":
            gender = "m"
    if not family.isascii():
        gender = gender or ("m" if family_nominative(family, "m") != family.lower() else "")
        given, family = _called(given, family, gender)
    return Spelled(rest[0].start, rest[1].end, given, "", family, gender, False)


def _called(given: str, family: str, gender: str) -> tuple[str, str]:
    """An unlisted given name and its family name in the nominative, where the endings of both say the same case."""
    if gender == "m" and _OBLIQUE_MAN.search(family.lower()):
        return _OBLIQUE_GIVEN.sub("", given), _capital(family_nominative(family, "m"), family)
    if family.lower().endswith(("ой", "у", "ую")) and given[-2:].lower() in ("ой", "ей"):
        return given[:-2] + "а", _capital(family_nominative(family, "f"), family)
    return given, family


def _gender(family: str) -> str:
    lower = family.lower()
    if re.search(r"(?:[ое]ва|[ыи]на|ая|ova|eva|ina|yna|aya)$", lower):
        return "f"
    return "m" if re.search(r"(?:[оеё]в|[ыи]н|ий|ый|ov|ev|in|yn|sky|skiy)$", lower) else ""


def _capital(lower: str, model: str) -> str:
    return "-".join(p[:1].upper() + p[1:] for p in lower.split("-")) if model[:1].isupper() else lower


def _cased(word: str) -> str:
    """A name in capitals brought to one capital; any other as it stands."""
    return _capital(word.lower(), word) if len(word) > 2 and word.isupper() else word


def _title(name: str) -> str:
    return "-".join(p[:1].upper() + p[1:] for p in name.split("-"))
