"""Private people, in every form in which reports write their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from musterbook.claims.people import find_people
from musterbook.records.masking import Masker
from musterbook.records.names import diminutives, family_forms, given_forms, transliterate
from musterbook.vocabulary import load

_TABLE = Path(__file__).with_name("private_people.tsv")
_ROWS = [tuple(line.split("\t")) for line in _TABLE.read_text(encoding="utf-8").splitlines()]
_PATRONYMICS = {"m": ("Сергеевич", "Сергеевича"), "f": ("Сергеевна", "Сергеевны")}


def _english(name: str) -> Iterator[str]:
    given, family = name.split()
    yield from (name, family, f"{name}’s", f"{family}'s", name.upper(), family.upper(), f"{given[0]}. {family}")
    yield from (f"{family}, {given[0]}.", f"{family} {given}", f"{given} Sergeyevna {family}", f"{given}-{family}")


def _russian(name: str, gender: str) -> Iterator[str]:
    given, family = name.split()
    cases = family_forms(family, gender)
    yield from cases
    yield from (form.capitalize() for form in cases)
    yield from (f"{g.capitalize()} {family.capitalize()}" for g in given_forms(given.lower(), gender))
    yield from (f"{g.capitalize()} {f.capitalize()}" for g in given_forms(given.lower(), gender) for f in cases)
    yield from (f"{given[0]}. {f.capitalize()}" for f in cases)
    yield from (f"{given[0]}.С. {family}", f"{given[0]}. С. {family}", f"{family} {given[0]}. С.", f"{family} {given}")
    yield from (f"{given} {p} {family}" for p in _PATRONYMICS[gender])
    yield from (f"{family} {given} {p}" for p in _PATRONYMICS[gender])
    yield from (name.upper(), family.upper(), name.replace("ё", "е"), transliterate(name), transliterate(family))
    yield from (f"{short.capitalize()} {family}" for short in diminutives(given.lower()))


def _masker(language: str, capacity: str, name: str) -> Masker:
    text = f"{capacity.capitalize()} {name} " + ("wrote a letter." if language == "en" else "написала письмо.")
    return Masker(tuple(find_people(text, text.lower(), language, load("bars"))), language)


@pytest.mark.parametrize(("language", "capacity", "name", "gender"), _ROWS, ids=[r[2] for r in _ROWS])
def test_no_form_of_the_name_survives(language: str, capacity: str, name: str, gender: str) -> None:
    """Cases, initials, patronymics, short names, capitals, possessives and the other script are all masked."""
    masker = _masker(language, capacity, name)
    family = name.split()[-1]
    stems = {part[: max(4, len(part) - 3)].lower() for part in re.split("-", family)}
    stems |= {transliterate(s).lower() for s in stems}
    forms = _english(name) if language == "en" else _russian(name, gender)
    left = []
    for form in forms:
        if not form[0].isupper():
            continue
        masked = masker.mask(f"ответ {form} дан").lower().replace("ё", "е")
        if any(stem.replace("ё", "е") in masked for stem in stems):
            left.append((form, masked))
    assert left == []
    assert masker.mask("Мосты весной, bridges in spring") == "Мосты весной, bridges in spring"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "“I wrote to them twice,” said Oksana Nebylova, who lives in Belgorod.", "Nebylova"),
        ("en", "RESIDENT OKSANA NEBYLOVA SUES ENLISTMENT OFFICE", "NEBYLOVA"),
        ("en", "Anton Vydumkin, 43, a plumber from Tula, signed up. His wife Maria knew nothing.", "Maria"),
        ("en", "Her brother, Timofei Nesushchestvov, was refused.", "Nesushchestvov"),
        ("en", "O. Nebylova applied to the unit.", "Nebylova"),
        ("en", "A comment by a reader, Zinaida Vymyshlennaya, was removed.", "Vymyshlennaya"),
        ("ru", "«Я писала дважды», — говорит Анна Вымыслова, которая живёт в Белгороде.", "Вымыслова"),
        ("ru", "Небывальцев Борис Сергеевич, 1980 г. р., получил отказ.", "Небывальцев"),
        ("ru", "Суд вернул Кириллу Придуманскому выплату.", "Придуманскому"),
        ("ru", "Слесарь А. В. Выдумкин записался в отряд.", "Выдумкин"),
        ("ru", "Мужа Натальи Придумко в отряд не взяли.", "Придумко"),
        ("ru", "ЖИТЕЛЬНИЦУ АННУ ВЫМЫСЛОВУ НЕ ВЗЯЛИ В ОТРЯД", "ВЫМЫСЛОВУ"),
    ],
)
def test_private_people_are_found_wherever_they_are_named(language: str, text: str, name: str) -> None:
    """Speakers, headlines, appositions, initials and the order of official papers give a private person away."""
    masker = Masker(tuple(find_people(text, text.lower(), language, load("bars"))), language)
    assert name.lower() not in masker.mask(text, 0).lower()
    assert name.lower() not in masker.mask(text).lower()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officials Are Massively Joining The Reserve."),
        ("en", "The acronym stands for Boyevoy Armeyskiy Rezerv Strany."),
        ("ru", "Жительница Острова пришла в военкомат."),
        ("ru", "Отряд уже охраняет Новошахтинский завод."),
        ("ru", "Боевой Армейский Резерв Страны набирает людей."),
    ],
)
def test_words_that_are_no_names_stay(language: str, text: str) -> None:
    """Headlines, names of programmes, towns and plants name nobody."""
    assert find_people(text, text.lower(), language, load("bars")) == []


MET = [
    ("en", "A correspondent spoke to Olga Primerova, a fitter. The unit has 90 men, she said."),
    ("en", "The deputy met with Olga Primerova, a fitter from the plant."),
    ("ru", "Корреспондент поговорил с Ольгой Примеровой, слесарем завода. По её словам, в отряде 90 человек."),
    ("ru", "Журналист встретился с матерью Ольги Примеровой. По её словам, в отряде 90 человек."),
    ("ru", "Депутат побеседовал с женой Ольгой Примеровой."),
]


@pytest.mark.parametrize(("language", "text"), MET)
def test_who_was_met_has_not_the_office_of_who_met_her(language: str, text: str) -> None:
    """A correspondent or deputy who speaks to somebody makes no public person of her."""
    people = find_people(text, text.lower(), language, load("bars"))
    assert [p.role for p in people if "rimerov" in p.name] == ["private"]
