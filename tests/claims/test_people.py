from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from tests.claims.speech_texts import people_of

from musterbook.records.masking import Masker

NAMED = [
    ("en", "Governor Ivan Primerov joined the unit.", "Ivan Primerov", "office"),
    ("en", "Anna Vymyshlennaya, a military analyst with a think tank, disagrees.", "Anna Vymyshlennaya", "voice"),
    ("en", "The former head of the district, Pavel Nebylov, left.", "Pavel Nebylov", "office"),
    ("en", "“It hurts,” cosmetologist Irina Vymyslova wrote in a comment.", "Irina Vymyslova", "private"),
    ("en", "Belgorod resident Yelena Primerova applied twice.", "Yelena Primerova", "private"),
    ("en", "Britta Muster, a nurse, signed a contract.", "Britta Muster", "private"),
    ("en", "Chad Muster, who leads a team of welders, signed up.", "Chad Muster", "private"),
    ("en", "Helena Muster, who heads a shop floor, signed up.", "Helena Muster", "private"),
    ("en", "Karolina Muster, who studies the Russian army, disagrees.", "Karolina Muster", "voice"),
    ("en", "Ivan Primerov, who heads the legislation committee, agrees.", "Ivan Primerov", "office"),
    ("ru", "Об этом сообщил губернатор Вячеслав Владимирович Небылов.", "Vyacheslav Vladimirovich Nebylov", "office"),
    ("ru", "По словам аналитика Семёна Придумкина, это мало.", "Semyon Pridumkin", "voice"),
    ("ru", "Мать резервиста Ирина Вымыслова написала в комментарии.", "Irina Vymyslova", "private"),
    ("ru", "Со ссылкой на Ивана Примерова пишет газета.", "Ivan Primerov", "private"),
    ("ru", "Приказ подписал А. В. Примеров, глава района.", "A. V. Primerov", "office"),
    ("ru", "Заявление Примерова Ивана Петровича получили.", "Ivan Petrovich Primerov", "private"),
    ("ru", "Прошла встреча жителей с военным комиссаром района Иваном Примеровым.", "Ivan Primerov", "office"),
    ("ru", "Прошла встреча районного комиссара с рабочим Иваном Примеровым.", "Ivan Primerov", "private"),
]


@pytest.mark.parametrize(("language", "text", "name", "role"), NAMED, ids=[n[2] + n[3] for n in NAMED])
def test_names_and_capacities(language: str, text: str, name: str, role: str) -> None:
    """A name is given in Latin script, nominative, with the capacity that the words beside it give."""
    found = people_of(text, language)
    assert [(p.name, p.role) for p in found] == [(name, role)]
    assert text[found[0].start : found[0].end].split()[0][0].isupper()


def test_a_bare_family_name_is_the_person_named_before() -> None:
    """A family name alone, in any case, has the key and the role of the full name before it."""
    found = people_of("Губернатор Иван Примеров выступил. С Примеровым спорили, Примерову верят.", "ru")
    assert len(found) == 3
    assert {(p.key, p.role) for p in found} == {("primerov i", "office")}


def test_places_and_offices_are_no_people() -> None:
    """Capitalised words that the vocabulary or the calendar knows are not taken for names."""
    assert people_of("On Monday the State Duma and the Belgorod Region met near Nizhny Novgorod.") == []
    assert people_of("Primer Watch, a group of volunteers, counted them.") == []


def test_reads_fast_where_nobody_is_named() -> None:
    """Text without capitalised pairs costs at most some hundred times what finding its words costs."""
    text = "The squads guard bridges and refineries in the region every day. " * 400
    words = re.compile(r"\w+")
    people_of(text[:500])
    reading, splitting = (min(_seconds(work, text) for _ in range(5)) for work in (people_of, words.findall))
    assert reading < 300 * splitting


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


@pytest.fixture
def masker() -> Masker:
    """Of a text with one private person and one holder of office."""
    text = "Cosmetologist Irina Vymyslova wrote. Governor Ivan Primerov answered."
    return Masker(tuple(people_of(text)))


FORMS = [
    "Irina Vymyslova",
    "IRINA VYMYSLOVA",
    "Vymyslova's",
    "Vymyslova",
    "I. Vymyslova",
    "Vymyslova I. P.",
    "Ira Vymyslova",
    "irina-vymyslova",
    "irina_vymyslova",
]


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_a_private_name_survives(masker: Masker, form: str) -> None:
    """Every written form of a private person's name is masked, in every string."""
    masked = masker.mask(f"reply to {form} today")
    assert "ymyslova" not in masked.lower()
    assert "irina" not in masked.lower()
    assert "[private person 1]" in masked


RUSSIAN_FORMS = [
    "Ирина Вымыслова",
    "Ирины Вымысловой",
    "Ирине Вымысловой",
    "Ирину Вымыслову",
    "Ириной Вымысловой",
    "Вымысловой",
    "ВЫМЫСЛОВОЙ",
    "Вымысловой И. П.",
    "И. П. Вымысловой",
    "Ирине Петровне",
    "Иры Вымысловой",
    "Irina Vymyslova",
]


@pytest.mark.parametrize("form", RUSSIAN_FORMS)
def test_no_russian_form_survives(form: str) -> None:
    """Cases, patronymics, initials, short forms and the other script are masked in Russian."""
    people = people_of("Жительница города Ирина Петровна Вымыслова написала жалобу.", "ru")
    masked = Masker(tuple(people), "ru").mask(f"ответ {form} дан")
    assert masked == "ответ [частное лицо 1] дан"


def test_office_is_named_and_others_are_untouched(masker: Masker) -> None:
    """A holder of public office stays named, and a string without private names comes back as it is."""
    assert masker.mask("Governor Ivan Primerov, Primerov's deputy") == "Governor Ivan Primerov, Primerov's deputy"
    assert not masker.hides("Bridges in spring")


def test_a_relative_is_masked_and_the_office_holder_of_that_name_is_not() -> None:
    """One family name shared by an office holder and a private person is masked only where it is the latter's."""
    text = "Губернатор Иван Примеров ответил. Пенсионерка Анна Примерова спросила."
    masker = Masker(tuple(people_of(text, "ru")), "ru")
    assert masker.mask("Примеров обещал Анне Примеровой") == "Примеров обещал [частное лицо 1]"
    assert "Анна" not in masker.mask(text, 0)


def test_masks_count_by_first_mention() -> None:
    """Masks are numbered in the order in which the document names people, and stay the same in every string."""
    people = people_of("Resident Anna Vymyslova met resident Boris Nebylov.")
    masker = Masker(tuple(people))
    assert masker.mask("Nebylov and Vymyslova") == "[private person 2] and [private person 1]"
