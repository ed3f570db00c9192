from __future__ import annotations

import pytest

from musterbook.reading import language, read
from musterbook.records import Capture

TEXTS = {
    "en": "The governor of the made-up region said that reservists had signed contracts and would guard bridges.",
    "ru": "Губернатор вымышленной области сообщил, что резервисты подписали контракты и будут охранять мосты.",
    "uk": "Губернатор вигаданої області повідомив, що резервісти підписали контракти й охоронятимуть мости.",
    "be": "Губернатар выдуманай вобласці паведаміў, што рэзервісты падпісалі кантракты "
    "і будуць ахоўваць масты, у тым ліку ўначы.",
    "bg": "Губернаторът на измислената област съобщи, че резервистите са подписали договори "
    "и ще пазят мостовете в областта.",
    "sr": "Гувернер измишљене области саопштио је да су резервисти потписали уговоре и да ће чувати мостове.",
    "de": "Der Gouverneur der erfundenen Region sagte, dass die Reservisten Verträge unterschrieben haben.",
    "fr": "Le gouverneur de la région inventée a déclaré que les réservistes avaient signé des contrats.",
    "pl": "Gubernator zmyślonego obwodu powiedział, że rezerwiści podpisali kontrakty i będą strzec mostów.",
    "ru-Latn": "Gubernator vymyshlennoj oblasti soobshchil, chto rezervisty podpisali kontrakty, "
    "a takzhe budut ohranyat mosty "
    "posle novogo goda, esli eto potrebuetsya dlya zashchity.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_languages_are_told_apart(code: str, text: str) -> None:
    """Neighbours of Russian are not Russian, at one sentence as at twenty."""
    assert language(text) == code
    assert language(f"{text}\n" * 20) == code


def test_short_russian_is_not_bulgarian() -> None:
    """A sentence of few words that both languages have is told by more than a list of such words."""
    for text in (
        "По решению штаба резервистов смогут привлекать к охране объектов на срок до 45 дней в год.",
        "Стрелять, по словам собеседника, учат на третий день. Перед отправкой на объект проводят собеседование.",
    ):
        assert language(text) == "ru"


def test_what_is_stated_decides_a_doubt_alone() -> None:
    """A stated language holds where nothing else tells, in its own script, and nowhere else."""
    doubtful = "Возраст кандидатов в крае ограничили:"
    assert language(doubtful) == ""
    assert language(doubtful, "ru") == "ru"
    assert language(doubtful, "en") == ""
    for code in ("bg", "uk", "ru", "en"):
        assert language(TEXTS[code], "en" if code == "ru" else "ru") == code


def test_too_little_to_tell() -> None:
    """A number or a word is no language."""
    assert [language(x) for x in ("", "2025", "БАРС", "№ 5")] == ["", "", "", ""]


def test_a_russian_page_with_english_menus() -> None:
    """The main text decides, not what stands around it."""
    text = "Subscribe\n\nDonate\n\nShare\n\n" + "\n\n".join([TEXTS["ru"]] * 3) + "\n\nRead more"
    reading, problems = read(Capture("a", text.encode(), "text/plain", encoding="utf-8"))
    assert reading is not None
    assert (reading.language, reading.supported, problems) == ("ru", True, [])


@pytest.mark.parametrize(("code", "problem"), [("uk", "reading.language"), ("ru-Latn", "reading.transliterated")])
def test_other_languages_are_kept_and_told(code: str, problem: str) -> None:
    """A text that claims are not read in is kept as a reading, and said to be so."""
    reading, problems = read(Capture("a", TEXTS[code].encode(), "text/plain", encoding="utf-8"))
    assert reading is not None
    assert (reading.language, reading.supported, reading.sentences) == (code, False, ())
    assert [p.code for p in problems] == [problem]


def test_a_papers_old_spelling_is_no_bulgarian() -> None:
    """A short Russian text that names «Коммерсантъ» stays Russian, though it has no letter that only Russian has."""
    for text in (
        "Берут людей до пятидесяти лет, пишет газета «Коммерсантъ».",
        "«КОММЕРСАНТЪ»: в области набирают людей",
    ):
        assert language(text) == "ru"
