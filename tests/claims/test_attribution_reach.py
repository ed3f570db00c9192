"""How far a source reaches, and what counts as one: made-up sentences of both languages."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain, check_source

REACHES = [
    (
        "en",
        "The contract pays 900 rubles a shift, according to a flyer. The term is two years.",
        "two years",
        "flyer",
    ),
    ("en", "The regional commissariat said 40 men had joined. Another 12 await a check.", "Another 12", "commissariat"),
    ("en", "The regional commissariat said 40 men had joined. However, the barracks are empty.", "the barracks", ""),
    ("en", "A recruiter said 40 men had joined. In Tomsk, 15 men have signed.", "15 men", ""),
    ("en", "Officials insist on home duty; however, some may be moved to the coast.", "moved to", ""),
    (
        "ru",
        "По данным военкомата, взяли 40 человек. Ещё 12 проходят комиссию.",
        "Ещё 12",
        "военкомат",
    ),
    ("ru", "В военкомате рассказали, что взяли 40 человек. Однако казармы пусты.", "казармы", ""),
    ("ru", "По словам вербовщика, взяли 40 человек. В Томске набрали 15.", "набрали 15", ""),
    (
        "ru",
        "Отряд собирают с мая. О наборе «Вымыслу» рассказали в областном военкомате.",
        "Отряд собирают",
        "военкомат",
    ),
    ("ru", "По официальным данным, в отряде 90 человек; проверить эту цифру не удалось.", "90 человек", "данные"),
    ("ru", "По официальным данным, в отряде 90 человек; проверить эту цифру не удалось.", "проверить", ""),
]

RULES = [
    ("en", "The statute forbids any other use of reservists.", "any other use", "statute"),
    ("en", "The decree approved on 3 May caps training at 50 days.", "caps training", "decree"),
    ("en", "The decree approved on 3 May caps training at 50 days.", "approved on 3 May", ""),
    ("en", "The regulation takes effect in May. It obliges towns to feed reservists.", "feed reservists", "regulation"),
    ("en", "The measure takes effect in May. It worries the miners.", "worries", ""),
    ("en", "By an order of the mayor, dated 3 May, bosses are obliged to name men.", "name men", "order"),
    ("ru", "Указ главы региона, принятый в мае, обязывает заводы отпускать людей.", "отпускать людей", "указ"),
    ("ru", "Постановление также запрещает иные задачи.", "иные задачи", "постановление"),
    ("ru", "Закон вступил в силу в мае.", "вступил в силу", ""),
]

NAMES = [
    ("en", "Pay will rise by a tenth, the news site 81primer.ru reported.", "Pay will rise", "81primer.ru"),
    ("en", "Forty men signed, the northern rights group (NRG) said.", "Forty men", "NRG"),
    (
        "en",
        "Men are taken until 50, according to a notice on the website of the Primer city council.",
        "until 50",
        "notice on the website of the Primer city council",
    ),
    ("en", "So-called volunteers guard the port.", "volunteers guard", ""),
    ("en", "The State Council met in May to discuss the ports.", "met in May", ""),
    ("en", "Pay is lower than the posters suggest.", "lower", ""),
    ("en", "If an officer says that you must go, ask for the paper.", "ask for the paper", ""),
    ("ru", "За смену платят тысячу, рассказал крановщик порта.", "За смену", "крановщик порта"),
    ("ru", "За смену платят тысячу, говорит одна из сотрудниц порта.", "За смену", "сотрудниц"),
    ("ru", "Дежурят в «Заслоне» посменно, рассказал «Вымыслу» один из водителей.", "Дежурят", "водител"),
    ("ru", "Набор закончат в мае, сообщили в Смольном.", "Набор", "смольн"),
    ("ru", "По правилам, размещённым на сайте районной управы, берут до 50 лет.", "до 50 лет", "сайт районной управы"),
    ("ru", "Мэр Иван Примеров заключил контракт на год.", "контракт на год", ""),
    ("ru", "В Вымышленной области резервистам обещают по тысяче.", "по тысяче", ""),
]

IN_HAND = "В памятке, копия которой есть у редакции, обещаны 90 тысяч рублей и страховка. Служба — рядом с домом."
LETTERS = (
    "Первое письмо датировано 3 мая. Управа поручает главам сёл найти 40 человек.\n\nВ нём перечислены пять групп."
)
PAPERS = [
    ("ru", IN_HAND, "90 тысяч", "памятка"),
    ("ru", IN_HAND, "рядом с домом", "памятка"),
    ("ru", LETTERS, "найти 40 человек", "письмо"),
    ("ru", LETTERS, "пять групп", "письмо"),
    ("ru", "На дверях клуба висит объявление: платят 45 тысяч рублей в месяц.", "45 тысяч", "объявление"),
    ("en", "The key paper is a letter of 3 May. It instructs towns to name 40 men.", "40 men", "letter"),
    ("en", "The first letter, dated 3 May, is short. It instructs towns to name 40 men.", "40 men", "letter"),
    ("en", "A notice pinned up at the post office invites men under 55.", "under 55", "notice"),
    (
        "en",
        "Drills, which the poster had promised would take a week, took nine days.",
        "would take a week",
        "poster",
    ),
    ("en", "Drills, which the poster had promised would take a week, took nine days.", "took nine days", ""),
    ("en", "The draft that the government put out on 3 May would let men serve six months.", "six months", ""),
]

OFFICES = [
    ("ru", "В МФЦ объяснили, что половину суммы заплатят через год.", "половину суммы", "МФЦ"),
    ("ru", "В министерстве на запрос «Вымысла» ответили, что служба добровольная.", "добровольная", "министерство"),
    ("ru", "Отряд собирают, заявил на днях спикер думы.", "Отряд собирают", "спикер думы"),
    ("ru", "Нашли по десять человек, рассказала работница администрации.", "по десять", "работница администрации"),
    (
        "en",
        "The floor went to the military commissar. He reminded those present that 40 men serve.",
        "40 men",
        "commissar",
    ),
    (
        "en",
        'Asked about it, the commissar shook his head. "No one goes anywhere at all," he said.',
        "No one",
        "commissar",
    ),
    ("en", '"They told us it would be 900 rubles," recalls a fitter at the depot.', "900 rubles", "fitter"),
    ("en", "“Debtors first, then the rest of them,” one of those recipients says.", "Debtors first", "recipient"),
]


@pytest.mark.parametrize(("language", "text", "passage", "expected"), [*REACHES, *RULES, *NAMES, *PAPERS, *OFFICES])
def test_reaches_as_far_as_the_statement(language: str, text: str, passage: str, expected: str) -> None:
    """A passage belongs to the source whose statement it is, or to nobody."""
    check_source(language, text, passage, expected)


def test_a_document_is_the_paper_that_was_cited_before() -> None:
    """«The document» after a cited paper is that paper."""
    text = "Согласно памятке, платят тысячу. Берут до 50 лет.\n\nВ документе названы пять групп."
    assert chain(text, "пять групп", "ru")[0] == ("памятка",)
    text = "The Bugle has obtained 12 tables of the council.\n\nA separate sheet lists 9 groups."
    assert chain(text, "9 groups")[0][0] == "tables of the council"


def test_the_own_outlet_is_named_for_its_own_count_alone() -> None:
    """A document's outlet is a link where it gives its own count, and none where it only found out."""
    counted = "According to Kommersant's count, 31 regions recruit."
    assert chain(counted, "31 regions", "en", "Kommersant")[0] == ("Kommersant",)
    assert chain("По подсчётам «Вёрстки», набирают 31 регион.", "31 регион", "ru", "Вёрстка")[0] == ("Вёрстка",)
    assert chain("Набирают 31 регион, выяснила «Вёрстка».", "31 регион", "ru", "Вёрстка")[0] == ()


def test_quotations_within_quotations_end_where_the_outer_one_does() -> None:
    """A name in quotation marks neither opens nor closes somebody's speech."""
    text = "«Отряд «Заслон» стоит у порта, и ему нужны люди», — сказал депутат Иван Примеров."
    assert chain(text, "нужны люди", "ru")[0] == ("Иван Примеров",)
    text = "В «Заслоне» платят тысячу, сообщает «Вымысел», а в порту две."
    assert chain(text, "платят тысячу", "ru")[0] == ("Вымысел",)
