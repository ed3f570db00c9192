"""Rights other than money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

GRANTED = [
    ("Reservists are granted the status of servicemen.", {"military_status"}),
    ("Volunteers of the unit receive combat veteran status.", {"veteran_status"}),
    ("Reservists' families will enjoy the same benefits as those of contract soldiers.", {"family_privileges"}),
    ("The reservist keeps his civilian job.", {"job_retention"}),
    ("Employers may not dismiss a reservist.", {"job_retention"}),
    ("Reservists are provided with uniforms, meals and life insurance.", {"clothing", "food", "insurance"}),
    ("Suspects who sign a contract are released from criminal liability.", {"amnesty"}),
    ("Recruits will have their loans written off.", {"debt_relief"}),
    ("Reservists keep both their post and their salary.", {"job_retention"}),
    ("Members of the reserve will count as combat veterans.", {"veteran_status"}),
    ("Wounded reservists are treated in military hospitals free of charge.", {"medical_care"}),
    ("Criminal cases against recruits who sign are dropped.", {"amnesty"}),
    ("Reservists are lodged in barracks.", {"housing"}),
    ("Reservists are entitled to free legal aid.", {"legal_aid"}),
    ("Резервистов приравняют к военнослужащим.", {"military_status"}),
    ("Уволить резервиста за участие в сборах вы не имеете права.", {"job_retention"}),
    ("Предлагают приравнять резервистов к ветеранам боевых действий.", {"veteran_status"}),
    ("Подозреваемым, которые вступят в резерв, обещают прекратить дело.", {"amnesty"}),
    ("Резервистам выдают тепловизоры и каски.", {"equipment"}),
    ("Резервистов селят в казармах.", {"housing"}),
    ("Семьям резервистов дадут скидку на услуги ЖКХ.", {"utility_discount"}),
    ("Добровольцам дадут статус ветерана боевых действий.", {"veteran_status"}),
    ("За резервистом сохраняется рабочее место.", {"job_retention"}),
    ("Резервистам гарантированы питание, обмундирование и страхование.", {"food", "clothing", "insurance"}),
    ("Подписавшим контракт спишут долги по кредитам.", {"debt_relief"}),
    ("A deputy who joins the reserve keeps her mandate.", {"job_retention"}),
    ("Deputies serve in the reserve without giving up their mandates.", {"job_retention"}),
    ("Депутаты вступают в резерв без отрыва от мандата.", {"job_retention"}),
    ("Семьям резервистов бесплатно привезут уголь.", {"family_privileges"}),
    ("Детям резервистов дадут путёвки в лагерь.", {"family_privileges"}),
    ("Резервистов БАРС поставят на довольствие.", {"food"}),
]


@pytest.mark.parametrize(("text", "kinds"), GRANTED)
def test_granted_rights_are_told(told: Told, text: str, kinds: set[str]) -> None:
    """Every right that the sentence says is given is a claim of its kind."""
    assert {c["kind"] for c in told("benefit.granted", text)} == kinds


NOT_GRANTED = [
    "Reservists provide medical care to civilians.",
    "The reservists distribute food and water to residents.",
    "The governor appeared in uniform among the reservists.",
    "A reservist complained of a lack of food and uniforms.",
    "Headquarters of the reserve open in regions where military status has been declared.",
    "Резервисты жалуются: не хватает обмундирования.",
    "Страховая компания наняла резервистов.",
    "Резервистам выдали оружие и отправили на мост.",
    "Волонтёры собирают дрова для семей резервистов.",
]


@pytest.mark.parametrize("text", NOT_GRANTED)
def test_what_is_not_given_is_no_benefit(told: Told, text: str) -> None:
    """What recruits do for others, wear or miss is not given to them."""
    assert told("benefit.granted", text) == []


def test_items_hang_on_the_first_line_of_their_list(told: Told) -> None:
    """Items of a list are granted where its first line says so."""
    text = "Reservists are guaranteed:\n– uniform and boots;\n– medical care;\n– preservation of the workplace.\n"
    kinds = [c["kind"] for c in told("benefit.granted", text)]
    assert kinds == ["clothing", "medical_care", "job_retention"]


def test_ban_on_dismissal_is_affirmed(told: Told) -> None:
    """That somebody cannot be dismissed affirms that the job is kept."""
    (claim,) = told("benefit.granted", "Уволить резервиста с работы не могут.")
    assert claim["polarity"] == "affirmed"
