"""Everybody who is named in a text.

In: a text, its language, the vocabulary and what of it was found. Out: person mentions in
order, one key a person, roles settled over the whole document. Never drops a name because
its bearer is private: what is not found cannot be masked.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from musterbook.claims.mention import Mention
from musterbook.claims.people.alone import (
    aged,
    in_genitive,
    is_hand,
    is_honoured,
    is_kin,
    is_somebody,
    nicknames,
    with_nickname,
)
from musterbook.claims.people.capacity import Capacity, capacity_of
from musterbook.claims.people.levelled import level
from musterbook.claims.people.lexicon import NameLexicon, name_lexicon
from musterbook.claims.people.officials import Known, officials_of
from musterbook.claims.people.spelling import Spelled, Token, apposed, full_names, introduced, side_by_side, tokens
from musterbook.expressions import regex
from musterbook.records import PersonMention
from musterbook.records.names import diminutives, family_forms, family_nominative, given_forms, latin_key, transliterate
from musterbook.vocabulary.nouns import Vocabulary

_PUBLIC = ("title", "official", "person", "date", "group", "force")
_RANK = {"office": 2, "voice": 1, "private": 0}
_COORDINATED = 30  # characters between two names under one title
_ADJECTIVE = regex(r"(?:ск|цк)(?:ого|ому|ом|ой|ую|их|ие)$")
_AREA = regex(
    r"(?:['’]s)?[ -](?:district|region|oblast|raion|krai|county|city|council|duma|street|village"
    r"|embankment|square|avenue|bridge|район|округ|област|кра[йяю]|улиц|сельсовет|набережн|площад|проспект|переул"
    r"|бульвар|шоссе|квартал|аэс|нпз|гэс|полк|бригад|дивизи)"
)
_OF_PLACE = regex(
    r"(?:жител(?:ь|я|ю|ем|и|ей|ям|ями)|жительниц\w{1,2}|мэр\w*|глав[аыеу]|администраци\w|из|в|residents? of|in|from) $"
)
_OF_WHAT = 30  # characters that "residents of" and the like take
_QUALIFIES = regex(r"(?:ск|цк)(?:ий|ая|ое|ие|ой)$")
_COURTESY = ("Mr. ", "Mrs. ", "Ms. ", "Mr ", "Mrs ", "Ms ", "Miss ")
_OPENED = ("«", "“", "„", '"')
_CLOSED = ("»", "”", "“", '"')
_PET = regex(r"(?:chik|ik|k|ushk|iush|ochk|enk|echk|ul|iash|ash)(?:a|i|y|e|u|oi|om)?$")
_LISTED = (", ", " и ", " and ", ", and ")
_BEHIND = regex(r" ([A-ZА-ЯЁ][a-zа-яё]+(?:-[A-ZА-ЯЁ][a-zа-яё]+)*)(?![\w-])")
_POSSESSIVE = regex(r"['’]s?$")


@dataclass(slots=True)
class _Person:
    key: str
    name: str
    native: str
    gender: str
    family: str
    capacity: Capacity | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    calls: list[tuple[int, int, str]] = field(default_factory=list)


def find_people(
    text: str,
    lower: str,
    language: str,
    vocabulary: Vocabulary,
    mentions: Sequence[Mention] = (),
) -> list[PersonMention]:
    """Find everybody who is named.

    Args:
        text: The reading's text.
        lower: The same in lower case, equally long.
        language: ``en`` or ``ru``.
        vocabulary: Whose entries of kind ``official`` hold public office by themselves.
        mentions: What of the vocabulary was found in the text, in order.

    Returns:
        The mentions in order of start, not overlapping.
    """
    levelled = level(text, lower)
    taken = [(m.start, m.end) for m in mentions if m.kind not in _PUBLIC]
    if not levelled.gaps:
        return _find(levelled.text, levelled.lower, language, vocabulary, taken)
    starts = [levelled.place(at) for at in range(len(levelled.text))]
    there = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in taken]
    found = _find(levelled.text, levelled.lower, language, vocabulary, there)
    return [replace(m, start=starts[m.start], end=starts[m.end - 1] + 1) for m in found]


def _find(
    text: str, lower: str, language: str, vocabulary: Vocabulary, taken: list[tuple[int, int]]
) -> list[PersonMention]:
    """`find_people`, in a text that is levelled."""
    found = tokens(text)
    groups = side_by_side(text, found)
    people: dict[str, _Person] = {}
    covered: list[tuple[int, int]] = []
    spoken = "ru" if language == "ru" else "en"
    for spelled, nick in with_nickname(text):
        _enter(people, spelled, capacity_of(text, lower, spelled.start, spelled.end, spoken))
        person = people[spelled.key]
        person.spans[-1:] = [(spelled.start, nick[0]), (nick[3], spelled.end)]
        person.calls.append((nick[1], nick[2], text[nick[1] : nick[2]]))
        covered.append((spelled.start, spelled.end))
    told = sorted(taken + covered) if covered else taken
    floor = 0
    for spelled in full_names(text, groups, told):
        capacity = capacity_of(text, lower, spelled.start, spelled.end, spoken, floor)
        if not spelled.sure and capacity is None and not _spoken_for(lower, spelled, spoken):
            listed = text[floor : spelled.start] in _LISTED and spelled.given.endswith(".")
            if not listed and not name_lexicon("en" if spelled.family.isascii() else "ru").is_family(spelled.family):
                continue
        if not spelled.sure and capacity is None and len(spelled.given) > 2 and spelled.key not in people:
            if _known(people, spelled.family.lower().replace("ё", "е")):
                continue  # «Напротив Примеров»: who is named already, behind some other word
        if capacity is None and _names_a_thing(text, lower, (spelled.start, spelled.end)):
            continue
        floor = spelled.end
        _enter(people, spelled, capacity)
        covered.append((spelled.start, spelled.end))
    lexicon = name_lexicon(spoken)
    held = sorted(taken + covered)
    for spelled in introduced(text, groups, lexicon.office | lexicon.voice | lexicon.private, held):
        _enter(people, spelled, capacity_of(text, lower, spelled.start, spelled.end, spoken))
        covered.append((spelled.start, spelled.end))
    covered.sort()
    for spelled in apposed(text, groups, lexicon.office | lexicon.voice | lexicon.private, held):
        if not _inside(covered, spelled.start):
            known = capacity_of(text, lower, spelled.start, spelled.end, spoken)
            if known or lexicon.given_name(spelled.given):
                _enter(people, spelled, known or Capacity("private", ""))
                covered.append((spelled.start, spelled.end))
    for spelled in aged(text, covered, lexicon.stop):
        if not _inside(held, spelled.start):
            _enter(people, spelled, capacity_of(text, lower, spelled.start, spelled.end, spoken))
            covered.append((spelled.start, spelled.end))
    covered.sort()
    _unite(people)
    _inherit(people, text)
    officials = officials_of(vocabulary)
    for begin, end in nicknames(text, lower):
        if not _inside(held, begin) and text[begin:end].lower() not in lexicon.stop:
            _enter(people, Spelled(begin, end, text[begin:end], "", "", ""), Capacity("private", ""))
            covered.append((begin, end))
    covered.sort()
    for token in found:
        if not token.initial and not _inside(covered, token.start):
            _bare(people, token, (text, lower, spoken), officials, taken)
    return _mentions(people, officials)


def _enter(people: dict[str, _Person], spelled: Spelled, capacity: Capacity | None) -> None:
    key = spelled.key
    person = people.get(key)
    if person is None:
        person = _Person(key, spelled.latin, spelled.native, spelled.gender, spelled.family)
        people[key] = person
    elif len(spelled.given.strip(".")) > 1 and "." in person.name and "." not in spelled.given:
        person.name, person.native, person.gender = spelled.latin, spelled.native, spelled.gender
    person.spans.append((spelled.start, spelled.end))
    _judge(person, capacity)


def _names_a_thing(text: str, lower: str, span: tuple[int, int]) -> bool:
    """Whether a name is borne by a street, a plant or a prize; in Russian in the genitive."""
    words = text[span[0] : span[1]].split()
    if len(words) == 1 and lower.endswith((" порт ", " порту ", " мыс ", " port "), 0, span[0]):
        return True
    return is_honoured(text, lower, *span) and (words[0].isascii() or in_genitive(words))


def _judge(person: _Person, capacity: Capacity | None) -> None:
    if capacity and (person.capacity is None or _RANK[capacity.role] > _RANK[person.capacity.role]):
        person.capacity = capacity


def _spoken_for(lower: str, spelled: Spelled, language: str) -> bool:
    """Whether a verb of speech stands beside a name."""
    verbs = name_lexicon(language).speech
    before = re.findall(r"\w+", lower[max(0, spelled.start - 20) : spelled.start])[-1:]
    after = re.findall(r"\w+", lower[spelled.end : spelled.end + 20])[:1]
    return any(w in verbs for w in (*before, *after))


def _unite(people: dict[str, _Person]) -> None:
    """Initials with a family name, or a given name with a patronymic, are the person named in full."""
    for key, person in list(people.items()):
        if person.family or len(person.native.split()) < 2:
            continue
        given = person.native.split()[0]
        whole = [p for p in people.values() if p.family and p.native.split()[0] == given]
        if len(whole) == 1:
            whole[0].spans += person.spans
            del people[key]
    for key, person in list(people.items()):
        if "." not in person.native or person.family.isascii():
            continue
        form = person.family.lower().replace("ё", "е")
        whole = [
            p
            for p in people.values()
            if p is not person
            and "." not in p.native
            and form in _forms(p.family, p.gender)
            and p.name[:1] == person.name[:1]
        ]
        if len(whole) == 1:
            whole[0].spans += person.spans
            _judge(whole[0], person.capacity)
            del people[key]


def _inherit(people: dict[str, _Person], text: str) -> None:
    """A title in the plural covers all the names that it is followed by."""
    ordered = sorted((p.spans[0], p.key) for p in people.values())
    for (earlier, first), (later, second) in itertools.pairwise(ordered):
        between = text[earlier[1] : later[0]]
        if len(between) <= _COORDINATED and re.fullmatch(
            r"(?:\s+(?:of|из)\s+\w+)?\s*(?:,|and|и|, and|as well as|а также|, а также)\s*", between
        ):
            source = people[first].capacity
            if people[second].capacity is None and source is not None:
                people[second].capacity = source


def _inside(covered: list[tuple[int, int]], at: int) -> bool:
    place = bisect_right(covered, (at, 1 << 60)) - 1
    return place >= 0 and at < covered[place][1]


def _names_a_body(text: str, lower: str, token: Token, lexicon: NameLexicon) -> bool:
    """Whether a word is the name, in quotation marks, of an organisation or outlet: «движение „Пример“»."""
    if text[token.start - 1 : token.start] not in _OPENED or text[token.end : token.end + 1] not in _CLOSED:
        return False
    before = lower[max(0, token.start - _OF_WHAT) : token.start - 1].split()
    return bool(before) and before[-1].startswith(tuple(lexicon.outside))


def _bare(
    people: dict[str, _Person],
    token: Token,
    context: tuple[str, str, str],
    officials: dict[str, Known],
    taken: list[tuple[int, int]],
) -> None:
    """A family name, or a given name, that stands alone."""
    word = _POSSESSIVE.sub("", token.word) if "'" in token.word or "’" in token.word else token.word
    lower_word = word.lower().replace("ё", "е")
    span = (token.start, token.start + len(word))
    text, lower, language = context
    person = _known(people, lower_word)
    if person:
        person.spans += [] if word is token.word and _AREA.match(lower, span[1]) else [span]
        return
    hand = is_hand(text, lower, *span)
    if hand == "family":
        _enter(people, Spelled(*span, "", "", word, ""), Capacity("private", ""))
        return
    if _inside(taken, token.start) or token.word.isupper():
        return
    if lower_word in officials:
        _official(people, word, officials[lower_word]).spans.append(span)
        return
    lexicon = name_lexicon("en" if word.isascii() else "ru")
    if lower_word in lexicon.stop or len(word) < 3 or _names_a_body(text, lower, token, name_lexicon(language)):
        return
    if hand and not _given(lexicon, word):
        _call(people, span, (word, ""), Capacity("private", ""))
        return
    titled = word.isascii() and text.endswith(_COURTESY, max(0, span[0] - 6), span[0])
    is_family = titled or (lexicon.is_family(word) and not _ADJECTIVE.search(lower_word))
    readings = [] if titled or (is_family and not lexicon.usual(word)) else _given(lexicon, word)
    kin = not (is_family or readings) and is_kin(lower, span[0])
    if (
        not (is_family or readings or kin or _bearers(people, word) or _is_called(people, word))
        or _AREA.match(lower, span[1])
        or _names_a_thing(text, lower, span)
    ):
        return
    bearers = _bearers(people, _nominative(word, readings)[0])
    called = _key_of(_nominative(word, readings)[0])
    alone = kin or called in people or bool(bearers) or (bool(readings) and is_somebody(text, lower, token, word))
    if not alone and _OF_PLACE.search(lower, max(0, span[0] - _OF_WHAT), span[0]):
        return
    if _QUALIFIES.search(lower_word) and re.match(r" [а-яё]{4,}", lower[span[1] : span[1] + 6]):
        return
    capacity = capacity_of(text, lower, span[0], span[1], language)
    spelled = Spelled(*span, "", "", word, "")
    capacity = capacity if capacity and _beside(lower, span[0], capacity) else None
    if not capacity and not alone and not titled and not _spoken_for(lower, spelled, language):
        return
    whole = None if is_family and not alone else _with_family(text, word, span, readings, lexicon)
    if whole:
        _complete(people, whole, capacity, called)
    elif is_family and not alone:
        _enter(people, spelled, Capacity("private", "") if titled else capacity)
    else:
        _call(people, span, _nominative(word, readings), capacity)


def _complete(people: dict[str, _Person], whole: Spelled, capacity: Capacity | None, called: str) -> None:
    """Enter a full name; who had no more than its given name before is the same person."""
    before = people.pop(called).spans if called in people else []
    _enter(people, whole, capacity)
    people[whole.key].calls += [(*at, whole.given) for at in before]


def _is_called(people: dict[str, _Person], word: str) -> bool:
    """Whether somebody without a family name is called so."""
    return any(key[:1] == " " for key in people) and _key_of(word) in people


def _official(people: dict[str, _Person], word: str, known: Known) -> _Person:
    """Whom the vocabulary knows by the family name alone."""
    native = known.named(latin=word.isascii())
    key = f"{latin_key(known.name.split()[-1])} {known.name[:1].casefold()}"
    made = _Person(key, known.name, native, known.gender, native.split()[-1], Capacity("office", known.office))
    return people.setdefault(key, made)


@lru_cache(maxsize=8192)
def _key_of(given: str) -> str:
    """The key of a person whose family name the text does not give."""
    return f" {latin_key(transliterate(given))}"


def _with_family(
    text: str, word: str, span: tuple[int, int], readings: list[tuple[str, str, bool]], lexicon: NameLexicon
) -> Spelled | None:
    """A given name that is somebody's with the family name behind it, where that is told by its build."""
    behind = _BEHIND.match(text, span[1])
    if not behind or not lexicon.is_family(behind[1]) or behind[1].isascii() != word.isascii():
        return None
    given, gender = _nominative(word, readings)
    family = behind[1]
    if given != word and not family.isascii():
        family = family_nominative(family, gender)
        family = family[:1].upper() + family[1:]
    return Spelled(span[0], behind.end(1), given, "", family, gender)


def _given(lexicon: NameLexicon, word: str) -> list[tuple[str, str, bool]]:
    return [r for r in lexicon.given_name(word) if r[2] or not word.isascii()]


def _nominative(word: str, readings: list[tuple[str, str, bool]]) -> tuple[str, str]:
    """A given name as it is called, and its gender."""
    if not readings or word.isascii():
        return word, readings[0][1] if readings else ""
    chosen = next((r for r in readings if r[2]), readings[0])
    return chosen[0][:1].upper() + chosen[0][1:], chosen[1]


def _call(
    people: dict[str, _Person], span: tuple[int, int], called: tuple[str, str], capacity: Capacity | None
) -> None:
    """A given name alone: that of the one private person in the document who has it, or of somebody new."""
    name, gender = called
    bearers = _bearers(people, name)
    if len(bearers) == 1 and capacity is None:
        bearers[0].calls.append((*span, name))
        return
    _enter(people, Spelled(*span, name, "", "", gender), capacity or Capacity("private", ""))


def _bearers(people: dict[str, _Person], name: str) -> list[_Person]:
    """The private persons of the document, named in full, who have a given name."""
    private = [
        p for p in people.values() if p.family and (p.capacity is None or p.capacity.role == "private") and p.native
    ]
    if not private:
        return []
    key, first = latin_key(transliterate(name)), name[:1]
    return [
        p
        for p in private
        if key in (known := _called(p.native.split()[0])) or (first == p.native[:1] and _is_pet_name(key, known))
    ]


def _is_pet_name(key: str, known: frozenset[str]) -> bool:
    """Whether a key is that of a given name with an ending of endearment: «Арамчик», «Димка»."""
    found = _PET.search(key)
    stem = key[: found.start()] if found else ""
    return len(stem) > 2 and any(name == stem or (name[-1] in "aiey" and name[:-1] == stem) for name in known)


@lru_cache(maxsize=4096)
def _called(given: str) -> frozenset[str]:
    """Keys of a given name and its short forms."""
    names = {given, *diminutives(given)}
    if not given.isascii() and not name_lexicon("ru").given_name(given):
        names |= given_forms(given, "f" if given[-1] in "ая" else "m")
    return frozenset(latin_key(transliterate(n)) for n in names)


def _beside(lower: str, start: int, capacity: Capacity) -> bool:
    """Whether the words of office end right before a name, or enclose it as an apposition."""
    before = lower[max(0, start - 40) : start].rstrip(" ,")
    position = capacity.position.lower()
    if position.endswith((" to", " on", " in", " at", " near", " from", " на", " в", " из")):
        return False  # «reservists man the road to Primerovo»
    return not position or before.endswith(position.split()[-1]) or position not in lower[max(0, start - 120) : start]


def _known(people: dict[str, _Person], word: str) -> _Person | None:
    """The one person in the document whose family name has this form."""
    first = word[:1]
    fitting = [
        p for p in people.values() if p.family and p.family[0].lower() == first and word in _forms(p.family, p.gender)
    ]
    if not fitting:
        return None
    exact = [p for p in fitting if p.family.lower().replace("ё", "е") == word]
    return next(iter(exact or fitting), None)


@lru_cache(maxsize=2048)
def _forms(family: str, gender: str) -> frozenset[str]:
    if family.isascii():
        return frozenset({family.lower(), family.lower() + "s"})
    genders = (gender,) if gender else ("m", "f")
    return frozenset(f.replace("ё", "е") for g in genders for f in family_forms(family, g))


def _mentions(people: dict[str, _Person], officials: dict[str, Known]) -> list[PersonMention]:
    made = []
    for person in people.values():
        capacity = person.capacity
        known = officials.get(person.family.lower().replace("ё", "е")) if person.family else None
        private = capacity is not None and capacity.role == "private" and " " not in person.native
        if known and not private and known.may_be(person.native):
            capacity = Capacity("office", capacity.position if capacity and capacity.position else known.office)
            person.name, person.native = known.name, known.named(latin=person.family.isascii())
        role, position = (capacity.role, capacity.position) if capacity else ("private", "")
        made += [
            PersonMention(start, end, person.key, person.name, role, position, person.native)
            for start, end in person.spans
        ]
        made += [
            PersonMention(start, end, person.key, transliterate(name), role, position, name)
            for start, end, name in person.calls
        ]
    made.sort(key=lambda m: (m.start, -m.end))
    kept: list[PersonMention] = []
    for mention in made:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return [replace(m, native=m.native or m.name) for m in kept]
