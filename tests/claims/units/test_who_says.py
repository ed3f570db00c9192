"""Who says a passage, in the many ways in which reports say so: the nearest source of made-up passages."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain

NOBODY = ""
SAID: list[tuple[str, str, str, str]] = [
    # Whose view, count or claim it is.
    ("en", "In Primerov's view, the reserve exists on paper. Governor Ivan Primerov left.", "on paper", "Primerov"),
    ("en", "The governor Ivan Primerov's claim that the unit has 300 men drew laughter.", "300 men", "Ivan Primerov"),
    ("en", "A tally by the BBC found openings in 33 regions.", "33 regions", "BBC"),
    ("en", "A review of regional budgets carried out by the BBC found pay in 33 regions.", "33 regions", "BBC"),
    ("ru", "На взгляд губернатора, служба пройдёт дома. Губернатор уехал.", "пройдёт дома", "губернатор"),
    ("ru", "Довод ответчика о том, что контракт он подписал под давлением, отклонён.", "под давлением", "ответчик"),
    ("ru", "Губернатор Иван Примеров — депутат. По его подсчётам, в отряде 300 человек.", "300 человек", "Примеров"),
    # Verbs that say something with an object of their own, and verbs whose denial says something.
    ("en", "But lawyers point out that the law names no region.", "names no region", "lawyers"),
    ("en", "The ministry has proposed paying reservists 3,500 rubles a day.", "3,500 rubles", "ministry"),
    ("en", "Governor Ivan Primerov ruled out sending reservists abroad.", "reservists abroad", "Ivan Primerov"),
    ("en", "The General Staff does not rule out that drills will be cut.", "drills will be cut", "General Staff"),
    ("ru", "«Служат дома», — ответили на запрос редакции в правительстве области.", "Служат", "правительство"),
    ("ru", "На запрос редакции в мэрии ответили, что служат дома.", "служат дома", "мэрия"),
    (
        "ru",
        "В области служат дома, рассказал источник „Фонтанки“ в правительстве.",
        "служат",
        "источник в правительстве",
    ),
    ("ru", "Говорил врио губернатора Иван Примеров. По словам врио главы региона, служат дома.", "служат", "Примеров"),
    ("ru", "Депутаты спросили военкома Ивана Примерова о БАРС. Он ответил: служат дома.", "служат", "Примеров"),
    ("ru", "О БАРС рассказали депутаты города. По их словам, служат дома.", "служат", "депутаты"),
    ("ru", "Двое рабочих комбината рассказали, что служат дома.", "служат", "рабочие комбината"),
    ("ru", "Военкомат на звонок корреспондента ответил, что служат дома.", "служат", "военкомат"),
    ("ru", "В Минобороны не исключают, что сборы продлят.", "сборы продлят", "Минобороны"),
    ("ru", "Авторы поправок предлагают дать резервистам статус ветерана.", "статус ветерана", "авторы"),
    ("ru", "Суд установил, что ответчик получил 300 тысяч рублей.", "300 тысяч рублей", "суд"),
    ("ru", "Судом установлено, что ответчик получил 300 тысяч рублей.", "300 тысяч рублей", "суд"),
    # Verbs that tell of a deed.
    ("en", "The regional government adds another 25,000 rubles a month.", "25,000 rubles", NOBODY),
    ("ru", "Министр Иван Примеров написал заявление об увольнении.", "об увольнении", NOBODY),
    # People by their trade, asides, quotations after a colon.
    ("en", "A clerk in Primerovo mentioned an allowance of 2,000 rubles.", "2,000 rubles", "clerk in Primerovo"),
    ("en", "Two of them, local media found out, never left their desks.", "never left", "local media"),
    ("en", "Its tasks, as the commander lists them: bridges, ports, depots.", "bridges, ports", "commander"),
    ("en", "The enlistment officer contradicts her on this: “We took nobody with a record.”", "nobody", "officer"),
    # Not a verb, and yet it says something.
    ("en", "The governor, Ivan Primerov, is convinced that the unit will stay.", "unit will stay", "Ivan Primerov"),
    ("en", "Governor Ivan Primerov was quoted as saying that the unit will stay.", "unit will stay", "Ivan Primerov"),
    ("en", "It follows from a leaked presentation that 1,900 men signed up.", "1,900 men", "presentation"),
    ("ru", "Губернатор Иван Примеров дал понять, что отряд останется дома.", "останется дома", "Примеров"),
    # One of several, another one, a person beside a description.
    ("en", "Two sources spoke to us. One of the sources said that 500 men signed.", "500 men", "source"),
    ("en", "The plan is ready, says one of those present, a welder.", "plan is ready", "welder"),
    ("en", "According to one of the authors, Senator Ivan Primerov, it is a matter of days.", "of days", "Primerov"),
    ("ru", "По словам одного из авторов, сенатора Ивана Примерова, это вопрос дней.", "вопрос дней", "Примеров"),
    # When it was said is no part of who said it; what was said stands before or after.
    ("ru", "«Коммерсантъ» писал о сборах. В декабре газета сообщала о 19 регионах.", "19 регионах", "Коммерсантъ"),
    ("en", "Kommersant wrote first. In December the newspaper wrote that 19 regions had units.", "19", "Kommersant"),
    ("ru", "Как говорил в феврале замначальника Генштаба, их не пошлют за границу.", "за границу", "замначальник"),
    ("ru", "В облвоенкомате редакции пояснили: берут всех до 60 лет.", "до 60 лет", "облвоенкомат"),
    ("ru", "«Никто не уезжал», — заверил журналистов командир отряда.", "Никто не уезжал", "командир"),
    # Papers: ordered in the passive, at the end of the sentence, after a colon, on a site.
    ("ru", "Губернатор подписал указ. Штабу поручено координировать полицию.", "координировать", "указ"),
    ("ru", "Указом губернатора устанавливается выплата в 100 тысяч рублей.", "100 тысяч", "указ"),
    ("ru", "Всех районов это касается: постановление запрещает иные задачи.", "иные задачи", "постановление"),
    ("ru", "В методичке районам предписано найти по 15 человек.", "по 15 человек", "методичка"),
    ("en", "They have no other duty: the statute forbids their use elsewhere.", "use elsewhere", "statute"),
    # Where something stands is not who says it, if somebody does.
    ("ru", "В военкомате заверили, что их не вывезут: это условие прописано в контракте.", "не вывезут", "военкомат"),
]


@pytest.mark.parametrize(("language", "text", "passage", "source"), SAID)
def test_the_nearest_source_is_found_however_it_is_named(language: str, text: str, passage: str, source: str) -> None:
    """The nearest source of a passage is who says it, whatever the grammar in which the text says so."""
    found, _ = chain(text, passage, language)
    assert (source in found[0] if source else True) if found else not source
    assert bool(found) == bool(source)


CITED = [
    (
        "Officials were told to find 2,400 men, the outlet Primer Gazette reported, citing an internal letter.\n\n"
        "The letter tells them to report every Friday.",
        "report every Friday",
        ("Primer Gazette",),
    ),
    (
        "Officials were told to find 2,400 men, the outlet Primer Gazette reported, citing a letter from the envoy.\n\n"
        "The letter tells them to report every Friday.",
        "report every Friday",
        ("letter",),
    ),
]


@pytest.mark.parametrize(("text", "passage", "expected"), CITED)
def test_what_a_paper_says_that_only_an_outlet_has_the_outlet_says(
    text: str, passage: str, expected: tuple[str, ...]
) -> None:
    """A paper of which a text knows no more than that an outlet cites it is that outlet's report."""
    assert chain(text, passage)[0] == expected


def test_they_who_receive_are_not_the_office_that_spoke() -> None:
    """After an office a sentence about «them» is the text's own, after people without a name it is theirs."""
    office = "The enlistment office told Primer Post that training lasts a month. They also receive 3,000 rubles."
    people = "Residents told Primer Post that training lasts a month. They also receive 3,000 rubles."
    assert chain(office, "3,000 rubles")[0] == ()
    assert chain(people, "3,000 rubles")[0][0] == "residents"


def test_a_line_that_names_the_source_is_that_of_the_paragraph_above() -> None:
    """«Source: X» on a line of its own gives the paragraph above it its source."""
    text = "Reservists will replace the guard at checkpoints.\n\nSource: General Staff of Ukraine\n\nA third paragraph."
    assert chain(text, "at checkpoints")[0][0].startswith("General Staff")


def test_scare_quotes_are_nobodys_speech_in_a_new_paragraph() -> None:
    """Who spoke in one paragraph does not speak in quotation marks that stand inside a sentence of the next."""
    text = "The mayor's office denied it.\n\nOn Monday a so-called “headquarters of defence” met in the town."
    assert chain(text, "headquarters of defence")[0] == ()


def test_a_bill_has_no_voice_of_its_own_in_the_note_to_it() -> None:
    """A note to a bill tells in its own voice what the bill does; elsewhere the bill is the source."""
    said = "Законопроектом предлагается создать штабы обороны."
    assert chain(said, "создать штабы", "ru")[0] == ("законопроект",)
    assert chain("ПОЯСНИТЕЛЬНАЯ ЗАПИСКА\nк проекту закона\n\n" + said, "создать штабы", "ru")[0] == ()
