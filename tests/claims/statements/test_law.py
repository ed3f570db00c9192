"""Stages of legal instruments and what the instruments provide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]

_STAGES = [
    ("President Vladimir Putin signed a law on the call-up of reservists.", [("law", "signed")]),
    ("A new law signed by Putin allows reservists to be called up.", [("law", "signed")]),
    ("The State Duma adopted the bill on reservists in its second and third readings.", [("bill", "passed")]),
    ("A bill on reservists passed its first reading.", [("bill", "first_reading")]),
    ("A bill on reservists was submitted to the State Duma by the government.", [("bill", "introduced")]),
    ("The Defense Ministry has drafted a bill on reservists.", [("bill", "drafted")]),
    (
        "A draft resolution on reservists was posted on the legal portal.",
        [("resolution", "published_draft")],
    ),
    (
        "The law on reservists came into force on November 4. It was adopted by the State Duma in October.",
        [("law", "in_force"), ("law", "passed")],
    ),
    ("Президент подписал закон о привлечении резервистов к охране объектов.", [("law", "signed")]),
    ("Закон о резервистах вступил в силу 4 ноября.", [("law", "in_force")]),
    ("Госдума приняла законопроект о резервистах в первом чтении.", [("bill", "first_reading")]),
    ("Закон о специальных сборах резервистов Госдума приняла в октябре.", [("law", "passed")]),
    ("Законопроект о резервистах внесён в Госдуму правительством.", [("bill", "introduced")]),
    (
        "Минобороны подготовило проект указа о резервистах. Документ опубликован на портале проектов.",
        [("decree", "drafted"), ("decree", "published_draft")],
    ),
    ("Совет Федерации одобрил закон о резервистах.", [("law", "approved")]),
    ("Putin approved a law on reservists.", [("law", "signed")]),
    ("In May the parliament approved a law on reservists.", [("law", "passed")]),
    ("A government resolution on reservists was adopted in March.", [("resolution", "approved")]),
    ("The regional parliament passed a law that grants reservists a tax exemption.", [("law", "passed")]),
    ("A bill on reservists is now before the Duma.", [("bill", "introduced")]),
    ("Законопроект о том, чтобы призывать резервистов, внесён в Госдуму.", [("bill", "introduced")]),
    ("Deputies debate a bill on reservists. Its first reading is due in May.", [("bill", "first_reading")]),
    ("Правительство утвердило правила прохождения специальных сборов резервистами.", [("resolution", "approved")]),
    ("Закон о резервистах действует более года.", [("law", "in_force")]),
]


@pytest.mark.parametrize(("text", "expected"), _STAGES)
def test_stages(tell: Tell, text: str, expected: list[tuple[str, str]]) -> None:
    """The instrument and its stage are told apart in every voice, and "the document" takes up the one before."""
    assert [(c["args"]["instrument"], c["args"]["stage"]) for c in tell("law.stage", text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's parliament passed a law on mobilization of reservists.",
        "The Duma passed the budget bill while BARS units were recruiting.",
        "Reservists will sign contracts under the new law.",
        "Reservists serve in regions where martial law is in force.",
        "Госдума приняла закон о бюджете, а резервисты охраняют НПЗ.",
        "Комитет Госдумы рекомендовал принять законопроект о резервистах в первом чтении.",
        "Под Курском добровольцы подписали контракты с БАРС по новому закону.",
    ],
)
def test_other_laws(tell: Tell, text: str) -> None:
    """A law of another matter or state, and what is only asked for, reach no stage."""
    assert tell("law.stage", text) == []


def test_actor_and_future(tell: Tell) -> None:
    """Who acts is named, and what is yet to come is planned."""
    (claim,) = tell("law.stage", "The State Duma will adopt the law on reservists next week.")
    assert (claim["args"]["actor"], claim["status"]) == ("State Duma", "planned")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Законопроект о резервистах внесён правительством 13 октября 2025 года, "
            "а 28 октября 2025 года Госдума приняла его.",
            [("government", "2025-10-13"), ("State Duma", "2025-10-28")],
        ),
        (
            "29 октября 2025 года закон о резервистах одобрил Совет Федерации, "
            "4 ноября 2025 года его подписал президент.",
            [("Federation Council", "2025-10-29"), ("president", "2025-11-04")],
        ),
        (
            "The bill on reservists was tabled on 13 October 2025, passed by the State Duma on 28 October 2025.",
            [(None, "2025-10-13"), ("State Duma", "2025-10-28")],
        ),
        (
            "On 24 July 2025, after a year of talks, the president signed the law on reservists.",
            [("president", "2025-07-24")],
        ),
    ],
)
def test_each_stage_of_a_list_has_its_own_date_and_actor(
    tell: Tell, text: str, expected: list[tuple[str | None, str]]
) -> None:
    """Where a sentence tells several stages, the date and the doer between the commas around a verb are its own."""
    found = [(c["args"].get("actor"), c["args"].get("date")) for c in tell("law.stage", text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Внести законопроект о резервистах в Госдуму планируется до конца ноября.",
        "Закон о резервистах заработает с 1 января.",
    ],
)
def test_a_stage_to_come_is_planned(tell: Tell, text: str) -> None:
    """An infinitive with its auxiliary behind and a perfective verb tell of what has not yet happened."""
    (claim,) = tell("law.stage", text)
    assert claim["status"] == "planned"


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("The law allows the military to call up reservists in peacetime.", "peacetime_use"),
        ("The bill bans the use of reservists for any other tasks.", "no_other_duties"),
        (
            "The procedure for calling up reservists will be determined by the government under the bill.",
            "procedure_set_by_government",
        ),
        ("Закон позволяет призывать резервистов в мирное время.", "peacetime_use"),
        ("По законопроекту о резерве перечень объектов определит правительство.", "facility_list"),
        ("Закон запрещает привлекать резервистов для других задач.", "no_other_duties"),
        (
            "The law leaves it to the government to determine how reservists are called up.",
            "procedure_set_by_government",
        ),
        ("Under the law, reservists may be summoned without a general mobilisation.", "peacetime_use"),
        ("Правительство вправе менять порядок проведения сборов резервистов.", "procedure_set_by_government"),
    ],
)
def test_provisions(tell: Tell, text: str, provision: str) -> None:
    """What an instrument allows or demands is recorded by kind."""
    assert [c["args"]["provision"] for c in tell("law.provision", text)] == [provision]


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("The letter on reservists could not be independently verified.", False),
        ("The outlet said it had confirmed the authenticity of the letter about reservists.", True),
        ("Подтвердить подлинность письма о резервистах редакции не удалось.", False),
        ("Подлинность документа о резервистах подтвердили два сотрудника.", True),
    ],
)
def test_verification(tell: Tell, text: str, verified: bool) -> None:
    """Whether a source was confirmed independently is told either way."""
    assert [c["args"]["verified"] for c in tell("source.verification", text)] == [verified]


@pytest.mark.parametrize(
    "text",
    [
        "The BARS programme was launched by the Defence Ministry in 2021.",
        "Программу БАРС Минобороны запустило в 2021 году.",
        "Программу БАРС запустило Минобороны в 2021 году.",
    ],
)
def test_launch(tell: Tell, text: str) -> None:
    """The start of the programme as a whole names its year."""
    (claim,) = tell("programme.launched", text)
    assert claim["args"]["date"] == "2021"
