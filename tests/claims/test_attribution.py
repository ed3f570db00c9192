from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain, who_says

CHAINS = [
    (
        "en",
        "At least 20 regions are recruiting, the Kommersant business newspaper reported on Monday.",
        "20 regions",
        ("Kommersant",),
    ),
    ("en", "Kommersant reported that 20 regions are recruiting.", "20 regions", ("Kommersant",)),
    ("en", "According to Kommersant, 20 regions are recruiting.", "20 regions", ("Kommersant",)),
    ("en", "“Men will guard bridges,” said Ivan Primerov, a military analyst.", "guard bridges", ("Ivan Primerov",)),
    (
        "en",
        "Ivan Primerov, who heads the rights group Example, said men were forced to sign.",
        "men were forced",
        ("Ivan Primerov",),
    ),
    ("en", "Analyst Ivan Primerov told TASS that men would guard bridges.", "guard bridges", ("Ivan Primerov", "TASS")),
    (
        "en",
        "Two sources familiar with the matter said the bill is ready.",
        "the bill is ready",
        ("two sources familiar with the matter",),
    ),
    (
        "en",
        "Russia's General Staff has said that men will not be sent abroad.",
        "not be sent abroad",
        ("General Staff",),
    ),
    (
        "en",
        "Regions were told to recruit, IStories reported, citing a letter it obtained.",
        "told to recruit",
        ("IStories",),
    ),
    ("en", "There are 480 men in the unit. Training takes 21 days.", "480 men", ()),
    ("en", "North said little; 40 men joined, according to TASS.", "40 men joined", ("TASS",)),
    (
        "ru",
        "Служить будут дома, сообщил ТАСС глава комитета Андрей Примеров, пишет РБК.",
        "Служить будут дома",
        ("Андрей Примеров", "ТАСС", "РБК"),
    ),
    ("ru", "По словам губернатора Ивана Примерова, набрали 300 человек.", "300 человек", ("Иван Примеров",)),
    ("ru", "«Служить будут только дома», — сказал депутат Иван Примеров.", "Служить будут", ("Иван Примеров",)),
    ("ru", "Набор начали 20 регионов, пишет «Коммерсантъ».", "20 регионов", ("Коммерсантъ",)),
    (
        "ru",
        "Набор начали 20 регионов, сообщает РБК со ссылкой на источник в правительстве.",
        "20 регионов",
        ("источник в правительстве", "РБК"),
    ),
    ("ru", "Как пояснили в военкомате, контракт заключают на год.", "контракт заключают", ("военкомат",)),
    ("ru", "Сборы продлятся два месяца, говорится в пояснительной записке.", "два месяца", ("пояснительная записка",)),
    ("ru", "Отряд создали в августе. В нём 300 человек.", "300 человек", ()),
]


@pytest.mark.parametrize(("language", "text", "passage", "expected"), CHAINS, ids=[c[1][:40] for c in CHAINS])
def test_names_the_chain(language: str, text: str, passage: str, expected: tuple[str, ...]) -> None:
    """The chain of a passage is the speakers, papers and outlets that its sentence names, nearest first."""
    assert chain(text, passage, language)[0] == expected


def test_told_is_told_apart_from_cited() -> None:
    """What was told to an outlet is marked so, and what an outlet cites is not."""
    assert chain("Analyst Ivan Primerov told TASS that men are ready.", "men are ready")[1]
    assert not chain("TASS reported that men are ready, citing Kommersant.", "men are ready")[1]


def test_the_own_outlet_is_no_link() -> None:
    """An outlet is no link in its own report."""
    text = "Набор начали 20 регионов, выяснил РБК."
    assert chain(text, "20 регионов", "ru", "РБК") == ((), False)


def test_pronouns_and_descriptions_mean_the_speaker_before() -> None:
    """«He added» and "the governor said" are the person who spoke or was named before."""
    text = (
        "Governor Ivan Primerov said the unit is ready. He added that 300 men had signed. "
        "The governor noted the pay is good."
    )
    assert chain(text, "300 men had signed")[0] == ("Ivan Primerov",)
    assert chain(text, "the pay is good")[0] == ("Ivan Primerov",)


def test_a_title_means_who_holds_it() -> None:
    """A title that no list has is that of the person before whose position it heads; of another's office it is none."""
    text = (
        "Об этом рассказал зампред правительства Иван Примеров. За пределы области их не отправят, подчеркнул зампред."
    )
    assert chain(text, "не отправят", "ru")[0] == ("Иван Примеров",)
    text = "Глава администрации Иван Примеров приехал. Резервистам заплатят 40 000 рублей, сообщила администрация."
    assert "Примеров" not in "".join(chain(text, "40 000 рублей", "ru")[0])


def test_what_somebody_wrote_is_no_statement() -> None:
    """Who writes an application says nothing, on whichever side of the verb it stands, and what for is no speaker."""
    text = "Первым рапорт написал мой заместитель Иван Примеров. В отряд вступили 11 сотрудников."
    assert chain(text, "вступили 11 сотрудников", "ru")[0] == ()
    text = "За участие в сборах администрация обещает резервистам доплату 2 тысячи рублей в день."
    assert chain(text, "2 тысячи рублей", "ru")[0] == ("администрация",)


def test_a_quotation_goes_on() -> None:
    """A quotation that resumes after its speaker was named is still that speaker's."""
    text = "“We have 300 men,” Governor Ivan Primerov said. “By spring we will have 600 men in the unit.”"
    assert chain(text, "we will have 600 men")[0] == ("Ivan Primerov",)


def test_a_new_paragraph_speaks_for_itself() -> None:
    """A paragraph without a source of its own takes none from the one before."""
    text = "Kommersant reported that 20 regions are recruiting.\n\nThe unit guards seven bridges near the border."
    assert chain(text, "seven bridges")[0] == ()


def test_a_headline_names_its_outlet() -> None:
    """A related headline that ends in an outlet's name is that outlet's statement."""
    text = "The unit is ready.\n\nRelated: At Least 15 Regions Recruit Reservists – Vyorstka\n\nMore men are needed."
    assert chain(text, "15 Regions")[0] == ("Vyorstka",)


def test_the_source_may_follow_in_the_next_sentence() -> None:
    """«Об этом сообщил X» gives the sentences before it their source."""
    text = "Комиссия одобрила законопроект. Об этом сообщил губернатор Иван Примеров."
    assert chain(text, "одобрила законопроект", "ru")[0] == ("Иван Примеров",)


def test_a_private_speaker_is_masked() -> None:
    """A private person in a chain is the mask of everywhere else, behind what the text says that the person is."""
    text = "“They took the elite,” cosmetologist Irina Vymyslova wrote in a comment."
    assert chain(text, "took the elite")[0] == ("cosmetologist [private person 1]",)
    assert chain("“It is calm,” Irina Vymyslova wrote.", "calm")[0] == ("[private person 1]",)


def test_statements_have_holders() -> None:
    """Direct and indirect statements are listed with who made them."""
    text = "“It is a quiet mobilization of the poor,” said analyst Ivan Primerov."
    made = who_says(text).speakers()
    assert any(s.direct and s.holder == "Ivan Primerov" for s in made)
