"""Private people whom a text gives no full name, and names that are broken, listed, or nobody's."""

from __future__ import annotations

import textwrap

import pytest

from musterbook.claims.people import find_people
from musterbook.records import PersonMention
from musterbook.records.masking import Masker
from musterbook.vocabulary import load


def people(text: str, language: str) -> list[PersonMention]:
    """Everybody in a text."""
    return find_people(text, text.lower(), language, load("bars"))


PRIVATE = [
    ("en", "Olga, who asked that her surname not be used, waits. The squad knows Olga.", "Olga"),
    ("en", "The reservist told his wife Lyuba nothing, and left.", "Lyuba"),
    ("en", "“They lied,” wrote Natalia N. in a comment.", "Natalia"),
    ("en", "A fighter with the call sign “Veter” came. Later Veter left.", "Veter"),
    ("en", "The driver, nicknamed “Borz”, was wounded; Borz will live.", "Borz"),
    ("en", "Sergei “Batya” Vymyshlenny died. Friends miss Batya.", "Batya"),
    ("en", "Mr. Vydumkin and Mrs. Vydumkina lost a son.", "Vydumkin"),
    ("en", "The petition was signed by Anna Pridumanskaya and K. P. Nepravdina.", "Pridumanskaya"),
    ("en", "“I am Anton Bezfamilny. I served for 90 days,” he says.", "Bezfamilny"),
    ("en", "Lawmaker Pavel Primerov of the duma came with his driver, Vadim Bezymyanny.", "Bezymyanny"),
    ("en", "The list:\n- Yerlan Oydantayev\n- Nino Skazkashvili\n", "Skazkashvili"),
    ("en", "Q: And then?\nRoman: Then we were sent away.\n", "Roman"),
    ("en", "A driver, Sean O’Fiction, signed. His mother wept for Sean.", "Fiction"),
    ("ru", "«Ему заплатили», — рассказывает Ольга (имя изменено). С Ольгой мы говорили дома.", "Ольг"),
    ("ru", "Жене Любе таксист ничего не сказал.", "Люб"),
    ("ru", "«Почему?» — написала Наталья Н. под постом.", "Натал"),
    ("ru", "Боец с позывным «Ветер» пришёл. С Ветром не спорят.", "Вет"),
    ("ru", "Его товарищ по прозвищу «Борз» ранен. Борза увезли.", "Борз"),
    ("ru", "Сергей «Батя» Вымышленный погиб. Друзья помнят Батю.", "Бат"),
    ("ru", "Врио губернатора Иван Примеров назвал слова Антона Бесфамильного ложью.", "Бесфамильн"),
    ("ru", "Ринат Насочиняев, который бесплатно помогает военкомату, ушёл.", "Насочиняев"),
    ("ru", "На фото: Людмила Сказкина с внуком Федей у ворот.", "Сказкин"),
    ("ru", "Жительница Тулы Анна Вымышленникова ждёт. Адвокат Вымышленниковой Лев Примеров молчит.", "Вымышленников"),
    ("ru", "В список вошли:\n1. Ерлан Ойдантаев\n2. Нино Сказкашвили\n", "Сказкашвили"),
    ("ru", "Медсестра Алия позвонила. Алие не ответили.", "Али"),
    ("ru", "Соседи зовут её баба Зина. Бабе Зине денег не надо.", "Зин"),
    ("ru", "Юрий Неправдин ранен. Юре ампутировали ногу.", "Юр"),
    ("en", "Aital came. My son Aital joined. Aital Nepridumov is 22.", "Nepridumov"),
    ("en", "The roll: A. P. Nepravdin, E. S. Nebyval.", "Nebyval"),
    ("en", "The welder Togzhan left. The unit paid Togzhan nothing.", "Togzhan"),
    ("en", "Comments:\nkostya_vymyslov: When will they pay?\n", "vymyslov"),
    ("en", "Lawyers for Magomed Nebylov say he was beaten.", "Nebylov"),
    ("en", "A letter to the editor from Alla Nebyl-Mnimaya, Ufa.", "Mnimaya"),
    ("en", "His friend Aram Vydumyan left. “Aramchik is too trusting,” he says.", "Aramchik"),
    ("ru", "Дюлан Небылиев служит с мая. Дюлану 44 года.", "Дюлан"),
    ("ru", "Слесарь Курский и водитель Орлов записались. Курскому и Орлову не заплатили.", "рлов"),
    ("ru", "Боец Выдумoв ушёл. Выдумову 45 лет.", "Выдум"),
    ("ru", "Пришёл Выдум-\nлин Фарит. Выдумлину отказали.", "Фарит"),
    ("ru", "Повар Цырен-Дулма пришла. Цырен-Дулме 38 лет.", "Дулм"),
    ("ru", "Братья Ислам и Хасан Никудаевы ушли. Никудаевых провожали.", "Никуд"),
    ("ru", "Пришёл 54-летний Тогжан Сказ. Тогжана не взяли.", "Тогжан"),
    ("ru", "Дочь губернатора Петра Примерова Ксения Примерова ушла.", "Ксения"),
    ("ru", "Жительница Анна Вы\u00adмыс\u00adлова и её муж. Вымы\u0301слову не пустили.", "мысл"),
]


@pytest.mark.parametrize(("language", "text", "name"), PRIVATE, ids=[f"{n}-{t[:12]}" for _, t, n in PRIVATE])
def test_no_form_is_left(language: str, text: str, name: str) -> None:
    """Given names alone, initials, nicknames, lists and answers give a private person away, and all are masked."""
    masker = Masker(tuple(people(text, language)), language)
    masked_by_form = () if "-\n" in text else (masker.mask(text),)
    for masked in (masker.mask(text, 0), *masked_by_form):
        assert name.lower() not in masked.lower().replace("\u00ad", "").replace("\u0301", "")


@pytest.mark.parametrize("width", [32, 40, 55, 70])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The governor of the region, Pavel Primerov, told reporters that the squad would be paid, said Larisa "
            "Nevzapravdova, who lives nearby, and her neighbour Kirill Pridumansky, who had seen Mayor Igor Primerov.",
        ),
        (
            "ru",
            "Губернатор области Павел Примеров рассказал журналистам, что отряду заплатят, говорит соседка Лариса "
            "Невзаправдова, с которой живёт её муж Кирилл Придуманский, а мэр города Игорь Примеров это подтвердил.",
        ),
    ],
)
def test_names_run_over_the_ends_of_lines(language: str, text: str, width: int) -> None:
    """Wherever full lines are broken, private people are masked and holders of office are named."""
    wrapped = textwrap.fill(text, width)
    masked = Masker(tuple(people(wrapped, language)), language).mask(wrapped, 0)
    flat = " ".join(masked.split())
    for private in ("evzapravd", "ridumansk", "евзаправд", "ридуманск", "Larisa", "Лариса", "Kirill", "Кирилл"):
        assert private not in flat
    named = ("Pavel Primerov", "Igor Primerov") if language == "en" else ("Павел Примеров", "Игорь Примеров")
    assert all(name in flat for name in named)


NAMED = [
    ("en", "Judge Rustam Primerov refused.", "Rustam Primerov"),
    ("en", "By Jane Madeupson\n\nThe squad is paid.", "Jane Madeupson"),
    ("en", "Former mayor Viktor Primerov joined. Primerov later left.", "Viktor Primerov"),
    ("en", "Hello, this is Jane Madeupson from Moscow.", "Jane Madeupson"),
    ("ru", "Дочь губернатора Петра Примерова Ксения Примерова ушла.", "Петра Примерова"),
    ("ru", "Братья депутата Глеба Примерова Фома и Прохор ушли. Глеб Примеров остался.", "Глеба Примерова"),
    ("ru", "Решение вынесла судья Ирина Судейская.", "Ирина Судейская"),
    ("ru", "Фото: Пётр Выдумщиков", "Пётр Выдумщиков"),
    ("ru", "Приказом директора завода Игоря Примерова отпуск дан всем.", "Игоря Примерова"),
    ("ru", "Губернатор Игорь Примеров ответил; пенсионерка Анна Примерова спросила.", "Игорь Примеров"),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED, ids=[n for _, _, n in NAMED])
def test_office_and_public_voice_stay_named(language: str, text: str, name: str) -> None:
    """Judges, former officials, authors and directors are named."""
    assert name in Masker(tuple(people(text, language)), language).mask(text, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge on Pushkin Square is guarded. In Germany nobody is."),
        ("en", "And the war goes on. May brought rain; Vital roads were closed."),
        ("ru", "Мост на площади Пушкина охраняют у метро Александра Невского."),
        ("ru", "Людей не хватает. Любой может прийти. Вера в победу крепка."),
        ("ru", "Раис республики поехал во Владимир."),
        ("ru", "Резервисты стерегут порт Оля. Улицу Вымыслова перекрыли."),
        ("en", "Reservists man checkpoints on the road to Ostrov. Comments (37) are closed."),
    ],
)
def test_squares_words_and_towns_are_nobody(language: str, text: str) -> None:
    """What is named after people, and words that are given names too, name nobody."""
    assert people(text, language) == []


def test_a_private_person_with_the_name_of_a_place_hides_no_place() -> None:
    """Regions and streets are named even where somebody private is called like them."""
    text = "Сапёр Томский и Света Волжская ушли. Томскому платят. В Томской области и на Волжской набережной тихо."
    masker = Masker(tuple(people(text, "ru")), "ru")
    for masked in (masker.mask(text, 0), masker.mask(text)):
        assert "Томской области" in masked
        assert "Волжской набережной" in masked
        assert "Томский" not in masked
        assert "Томскому" not in masked
