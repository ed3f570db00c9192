"""Judgements of the programme, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            "Military analyst Ivan Primerov believes that the reservists law is a form of covert mobilization.",
            "Ivan Primerov",
        ),
        ("“This is nothing but hidden mobilization of reservists,” said lawyer Oleg Vydumkin.", "Oleg Vydumkin"),
        ("Critics have raised concerns about the call-up of reservists in peacetime.", "critics"),
        (
            "ISW continues to assess that the Kremlin is preparing to mobilize reservists.",
            "ISW",
        ),
        ("Политолог Иван Примеров считает, что набор резервистов — это скрытая мобилизация.", "Иван Примеров"),
        ("Эксперты опасаются, что резервистов отправят на фронт.", "ксперты"),
        ("Parliament passed a reserve law that observers describe as a blank form for commanders.", "observers"),
        ("Sceptics doubt that armed reservists can stop missiles at night.", "Sceptics"),
        (
            "The BARS units were formed in May. “These reservists are no replacement for radars,” "
            "said a source close to the regional government.",
            "source close to the regional government",
        ),
        ("The Institute for Plain Studies judges that the reserve law will strain employers.", "Plain Studies"),
        (
            "БАРС набирает людей. «Это лишь замена охранникам», — рассуждает отставной полковник.",
            "отставной полковник",
        ),
        (
            "In a move that analysts describe as a quiet mobilisation, the army sent reservists to refineries.",
            "analysts",
        ),
        ("In what critics call a backdoor draft, reservists are called up.", "critics"),
        ("Социолог Иван Примеров видит в призыве резервистов попытку успокоить заводы.", "Ivan Primerov"),
    ],
)
def test_judgements(tell: Tell, text: str, holder: str) -> None:
    """An opinion with a verb of judging, or an expert's quotation, is a judgement of its holder."""
    (claim,) = tell("assessment", text)
    assert holder in claim["args"]["holder"]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ivan Primerov said that 300 reservists had signed contracts.",
        "The Defence Ministry reported that reservists guard 12 refineries.",
        "Men join what officials call the mobilisation reserve.",
        "Губернатор Иван Примеров сообщил, что в БАРС вступили 300 человек.",
        "Analyst Ivan Primerov believes that grain prices will rise.",
        "BARS recruits in town. “My husband says it is only for two months,” said the wife of a reservist.",
        "БАРС набирает людей. «Муж сказал, что это только на два месяца», — говорит жена резервиста.",
    ],
)
def test_facts(tell: Tell, text: str) -> None:
    """What an official reports is a fact and no judgement; what is not about the programme is neither."""
    assert tell("assessment", text) == []


def test_own_voice(tell: Tell) -> None:
    """A body that assesses is the holder of what it calls likely in its own voice; sums stay facts."""
    text = (
        "Reserve Update\n\nISW assesses that the Kremlin is preparing reservists for the front. "
        "The Russian command is unlikely to equip many reservists before the winter. "
        "Russian officials likely signed 300 reservists."
    )
    quotes = [c["quote"]["exact"] for c in tell("assessment", text)]
    assert len(quotes) == 2
    assert quotes[1].startswith("The Russian command is unlikely")


def test_two_names_of_one_body(tell: Tell) -> None:
    """A body known by its acronym is held under the acronym and its full name."""
    (claim,) = tell("assessment", "ISW assesses that the Kremlin is preparing to call up reservists.")
    assert claim["args"]["holder"] == "Institute for the Study of War (ISW)"


@pytest.mark.parametrize(
    "text",
    [
        "Эксперт Иван Примеров сравнивает резервистов с ополчением. «Роль у них схожая: закрыть тыл», — говорит он.",
        "Юрист Иван Примеров считает, что гарантий для резервистов нет. «Обещание — не норма права», — объясняет он.",
    ],
)
def test_a_quotation_bears_out_the_judgement_that_leads_it_in(tell: Tell, text: str) -> None:
    """Who has just been told to judge the programme is not told to judge it anew by his words for it."""
    assert len(tell("assessment", text)) == 1
