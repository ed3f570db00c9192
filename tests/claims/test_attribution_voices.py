"""Who speaks where no verb of saying stands beside him: made-up texts of both languages."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import check_source

ASKED = "Попросили ответить юриста Анну Вымышленную.\n\n— Служба добровольная. Берут до 50 лет.\n\nВыплату вернут."
_TALK = "О резерве рассказал военком.\n\n— Сколько платят?\n\n— 45 тысяч в месяц.\n\n— До скольких лет?\n\n— До 55."
_POST = "Губернатор Иван Примеров в своём телеграм-канале:\n\n«Друзья!\n\nВ отряде 410 человек.\n\nПлатим 50 тысяч».\n"
MONOLOGUES = [
    ("ru", _POST, "410 человек", "Примеров"),
    ("ru", _POST, "50 тысяч", "Примеров"),
    ("ru", _TALK, "45 тысяч", "военком"),
    ("ru", _TALK, "До 55", "военком"),
    ("ru", ASKED, "Служба добровольная", "Вымышленная"),
    ("ru", ASKED, "Выплату вернут", "Вымышленная"),
    ("ru", f"{ASKED}\n\nЕсли есть вопросы, напишите нам.", "есть вопросы", ""),
    ("ru", f"{ASKED}\n\nВымышленная ведёт приём. В отряде 90 человек.", "90 человек", ""),
    (
        "ru",
        "Отвечает адвокат Иван Примеров:\n\nКонтракт заключают на два года.\n\nСудимых не берут.",
        "Судимых",
        "Примеров",
    ),
    ("ru", "Условия объяснил военком Иван Примеров.\n\n— Платят 60 тысяч.\n\nКормят бесплатно.", "Кормят", "Примеров"),
    ("ru", "В мае приехал военком Иван Примеров.\n\n— Платят 60 тысяч.\n\nКормят бесплатно.", "Кормят", ""),
    (
        "en",
        "We asked lawyer Anna Primerova to explain:\n\nThe term is two years.\n\nNobody is forced.",
        "Nobody",
        "Primerova",
    ),
    ("en", "Lawyer Anna Primerova answers readers:\n\nThe term is two years.", "two years", "Primerova"),
    ("en", "Lawyer Anna Primerova lives in Tomsk.\n\nThe term is two years.", "two years", ""),
]

MODIFIED = [
    (
        "ru",
        "Источник «Коммерсанта», близкий к Минобороны, утверждает, что призовут 900 человек.",
        "источник, близкий к",
    ),
    ("ru", "Два источника РБК, близких к правительству, говорят, что призовут 900 человек.", "два источника, близких"),
    ("ru", "Собеседник РБК, знакомый с ходом набора, сообщил, что призовут 900 человек.", "собеседник, знакомый"),
    ("ru", "Председатель комитета, созданного в марте, заявил, что призовут 900 человек.", "председатель комитета"),
    ("ru", "На сборах, начавшихся при Минобороны, рассказал губернатор, служат 900 человек.", "губернатор"),
]

ASIDES = [
    (
        "en",
        "Men over fifty are turned away, although leaflets in one town say otherwise about sailors.",
        "turned away",
        "",
    ),
    ("en", "Men over fifty are turned away, although a leaflet said that sailors may come.", "sailors", "leaflet"),
    ("en", "The men get two days off and, according to the city council, earn 900 rubles a day.", "two days off", ""),
    (
        "en",
        "The men get two days off and, according to the city council, earn 900 rubles a day.",
        "earn 900",
        "city council",
    ),
    (
        "ru",
        "В области берут только местных, хотя закон допускает и приезжих из соседних районов.",
        "только местных",
        "",
    ),
    ("ru", "В области берут только местных, хотя закон допускает и приезжих. Судимым отказывают.", "Судимым", ""),
    ("ru", "Люди стоят сутками, но, по словам мэра Ивана Примерова, им платят 60 тысяч.", "стоят сутками", ""),
    ("ru", "Люди стоят сутками, но, по словам мэра Ивана Примерова, им платят 60 тысяч.", "60 тысяч", "Примеров"),
]

SUBJECTS = [
    (
        "ru",
        "О наборе объявил губернатор Иван Примеров. Корреспондент поговорил с сотрудником военкомата. "
        "По его словам, в отряде 90 человек.",
        "90 человек",
        "сотрудник военкомата",
    ),
    (
        "en",
        "Governor Ivan Primerov announced the drive. Our reporter spoke to a clerk at the enlistment office. "
        "In his words, the unit has 90 men.",
        "90 men",
        "clerk at the enlistment office",
    ),
    ("en", "The weekly Argumenty i Fakty reports that the men are paid daily.", "paid daily", "Argumenty i Fakty"),
    (
        "ru",
        "Отряд создадут в мае. Об этом вчера на заседании областного совета заявил министр Иван Примеров.",
        "создадут в мае",
        "Примеров",
    ),
    ("ru", "Отряд создадут. Об этом 3 мая на брифинге рассказал мэр Иван Примеров.", "Отряд создадут", "Примеров"),
    (
        "ru",
        "Отряд создадут. Об этом сегодня губернатор Иван Примеров сообщил журналистам.",
        "Отряд создадут",
        "Примеров",
    ),
    ("ru", "Желающим обещают 35 тысяч рублей в месяц и форму.", "35 тысяч", ""),
    ("ru", "Желающим в объявлениях обещают 35 тысяч рублей в месяц.", "35 тысяч", "объявления"),
    ("ru", "В листовках предлагают службу рядом с домом.", "рядом с домом", "листовк"),
    ("ru", "В отряде предлагают службу рядом с домом.", "рядом с домом", ""),
    ("ru", "Судя по таблице, план выполнили 3 района.", "3 района", "таблица"),
    ("ru", "По словам одного из бойцов, платят 40 тысяч.", "40 тысяч", "боец"),
    ("ru", "По словам одной из жительниц, платят 40 тысяч.", "40 тысяч", "жительница"),
    ("ru", "По данным опрошенных «Вымыслом» кадровых агентств, платят 40 тысяч.", "40 тысяч", "кадровые агентства"),
    ("en", "Ninety men had joined by May, judging by the tables.", "Ninety men", "tables"),
    ("en", "The Telegram channel Primerova Online writes that pay is 900 rubles.", "900 rubles", "Primerova Online"),
    (
        "en",
        "The city council said 40 men had signed. Two more will follow, it added in a reply.",
        "Two more",
        "city council",
    ),
    ("en", "The city council met in May. It promises to be a long year, he joked.", "long year", ""),
    (
        "en",
        "The resolution, published in May, takes effect in June.\n\nIt says men serve near home.",
        "near home",
        "resolution",
    ),
    ("en", "The decree takes effect in June. It also tells towns to name 40 men.", "40 men", "decree"),
    ("en", "The decree takes effect in June. It snowed in the hills.", "snowed", ""),
    (
        "en",
        "A sergeant in his forties, who gave no name because he may not meet reporters, said he gets 900 rubles.",
        "900 rubles",
        "sergeant",
    ),
    (
        "en",
        "Pay is 900 rubles, the outlet Primer Post said. Once on duty, they would also get coats.",
        "coats",
        "Primer Post",
    ),
    ("en", "The unit said it had hit a drone. The Herald was unable to confirm that account.", "that account", ""),
    ("ru", "По данным мэрии, в отряде 90 человек. Проверить эти данные пока нельзя.", "Проверить", ""),
]


@pytest.mark.parametrize(
    ("language", "text", "passage", "expected"),
    [*MONOLOGUES, *ASIDES, *SUBJECTS],
)
def test_names_the_voice_or_nobody(language: str, text: str, passage: str, expected: str) -> None:
    """A passage belongs to the voice that the text gives it, or to the text itself."""
    check_source(language, text, passage, expected)


@pytest.mark.parametrize(("language", "text", "expected"), MODIFIED)
def test_what_stands_between_commas_before_the_verb_is_of_the_speaker(language: str, text: str, expected: str) -> None:
    """It says how a source is placed, and is no speaker itself; whoever follows the verb speaks."""
    check_source(language, text, "900", expected)


@pytest.mark.parametrize(
    "where",
    ["в Telegram-канале", "в телеграм-канале", "в своём телеграм-канале", "в мессенджере MAX", "в блоге", "в соцсетях"],
)
def test_whoever_says_it_on_a_channel_speaks_and_not_the_channel(where: str) -> None:
    """The place of a post before the verb is a circumstance: who posts it stands behind the verb."""
    text = f"В отряде 410 человек. Об этом {where} сообщил губернатор Иван Примеров."
    check_source("ru", text, "410 человек", "Примеров")
