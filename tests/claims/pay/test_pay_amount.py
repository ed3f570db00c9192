"""Sums that are pay, and sums that are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]
Sums = list[tuple[str, float]]

RATES: list[tuple[str, Sums]] = [
    ("Reservists in the battalion earn 45,000 rubles a month.", [("monthly_pay", 45000)]),
    ("Each reservist gets 2,700 roubles for every day on duty.", [("daily_pay", 2700)]),
    ("A recruit who signs up for the reserve receives 120,000 rubles.", [("signing_bonus", 120000)]),
    ("The reserve offers a one-off payment of 70,000 rubles.", [("one_time", 70000)]),
    ("If a reservist is wounded, he gets 2 million rubles.", [("injury_compensation", 2000000)]),
    ("The widow of a reservist would receive 6 million rubles.", [("death_compensation", 6000000)]),
    ("The region tops up reservists' pay by 15,000 rubles a month, or about $190.", [("regional_supplement", 15000)]),
    ("Reservists get a regional allowance of 15,000 rubles a month.", [("regional_supplement", 15000)]),
    ("Reservists are paid per diems of 800 rubles.", [("per_diem", 800)]),
    ("Reservists get 1,100 rubles for every shift at the depot.", [("daily_pay", 1100)]),
    ("Tula pays reservists 22,000 rubles a month over and above the federal sum.", [("regional_supplement", 22000)]),
    ("The local budget chips in 10,000 rubles a month for reservists.", [("regional_supplement", 10000)]),
    ("Officers of the reserve make 80,000 rubles, privates 60,000.", [("monthly_pay", 80000), ("monthly_pay", 60000)]),
    ("The region lures reservists with a 200,000-ruble sweetener.", [("signing_bonus", 200000)]),
    ("Reservists receive 60,000 rubles a month, more than the average pension.", [("monthly_pay", 60000)]),
    (
        "A law grants reservists a tax exemption, and anyone who signs a contract gets 65,000 rubles.",
        [("signing_bonus", 65000)],
    ),
    ("Резервисты получают 45 тысяч рублей в месяц.", [("monthly_pay", 45000)]),
    ("Резервистам капает по 3 тысячи рублей за выход на дежурство.", [("daily_pay", 3000)]),
    ("15 тысяч рублей в месяц резервисту платит область.", [("regional_supplement", 15000)]),
    (
        "При подписании контракта с резервистом район доплачивает 30 тысяч рублей, область — 60 тысяч.",
        [("signing_bonus", 30000), ("signing_bonus", 60000)],
    ),
    ("Тем, кто вступает в резерв, обещают разовую выплату — 80 тысяч рублей.", [("signing_bonus", 80000)]),
    ("Резервисту платят 2700 рублей за каждый день сборов.", [("daily_pay", 2700)]),
    ("При заключении контракта резервист получит 120 тыс. рублей.", [("signing_bonus", 120000)]),
    ("За ранение резервисту выплатят 2 млн рублей.", [("injury_compensation", 2000000)]),
    ("Семье погибшего резервиста положено 6 млн рублей.", [("death_compensation", 6000000)]),
    ("Резервистам установили ежемесячную надбавку в 15 тысяч рублей.", [("regional_supplement", 15000)]),
    ("Резервистам выплатят суточные — 800 рублей.", [("per_diem", 800)]),
    ("Резервисты получают 45 тысяч рублей в месяц, сообщает агентство ТАСС.", [("monthly_pay", 45000)]),
    ("Reservists earn 45,000 rubles a month, an investigation by Meduza has found.", [("monthly_pay", 45000)]),
    (
        "A recruit who signs up for the reserve gets 120,000 rubles, a business daily wrote.",
        [("signing_bonus", 120000)],
    ),
]


@pytest.mark.parametrize(("text", "sums"), RATES)
def test_kind_follows_the_words_around_a_sum(told: Told, text: str, sums: Sums) -> None:
    """A sum is of the kind that the words of its stretch name."""
    assert [(c["kind"], c["amount"]) for c in told("pay.amount", text)] == sums


NOT_PAY = [
    "The region spent 12 million rubles on vehicles for the reservists.",
    "Reservists who ignore a summons face a fine of 25,000 rubles.",
    "Whoever brings in a recruit is paid 60,000 rubles by the region.",
    "The average salary in the region of the reservists is 61,000 rubles.",
    "Ukrainian soldiers get 100,000 hryvnias a month, while Russia calls up reservists.",
    "A drone that the reservists shot down costs 200,000 rubles.",
    "Reservists guard the plant. Support us with a donation of $5 a month.",
    "Contract soldiers can earn up to 5 million rubles in the first year.",
    "The budget of the reserve programme is 38 billion rubles.",
    "A reservist was paid 12,000 rubles for two weeks.",
    "На технику для резервистов потратили 12 млн рублей.",
    "Резервисту грозит штраф до 25 тысяч рублей.",
    "За приведённого в резерв друга платят 60 тысяч рублей.",
    "Средняя зарплата в регионе резервистов — 61 тысяча рублей.",
    "Дрон, который сбили резервисты, стоит 200 тысяч рублей.",
    "Жена резервиста зарабатывает 60 тысяч рублей в месяц.",
]


@pytest.mark.parametrize("text", NOT_PAY)
def test_money_of_others_is_no_pay(told: Told, text: str) -> None:
    """What is spent, fined, priced, given or paid to others is not pay of a recruit."""
    assert told("pay.amount", text) == []


SEVERAL: list[tuple[str, Sums]] = [
    (
        "Reservists get 40,000 rubles a month, 90,000 rubles on signing and 3 million rubles if wounded.",
        [("monthly_pay", 40000), ("signing_bonus", 90000), ("injury_compensation", 3000000)],
    ),
    (
        "Reservists are promised between 30,000 and 50,000 rubles a month.",
        [("monthly_pay", 30000), ("monthly_pay", 50000)],
    ),
    (
        "For a one-year contract a reservist gets 200,000 rubles, or half that amount for six months.",
        [("signing_bonus", 200000), ("signing_bonus", 100000)],
    ),
    (
        "Контракт резервиста на год приносит 200 тысяч рублей, на полгода — вдвое меньше.",
        [("signing_bonus", 200000), ("signing_bonus", 100000)],
    ),
    (
        "Единовременную выплату резервистам подняли с 50 до 80 тысяч рублей.",
        [("one_time", 50000), ("one_time", 80000)],
    ),
    (
        "Резервистам платят 40 тысяч рублей в месяц. Раньше было 32.",
        [("monthly_pay", 40000), ("monthly_pay", 32000)],
    ),
    (
        "Reservists receive 150,000 rubles ($1,900) on signing.",
        [("signing_bonus", 150000)],
    ),
]


@pytest.mark.parametrize(("text", "sums"), SEVERAL)
def test_each_sum_keeps_its_own_words(told: Told, text: str, sums: Sums) -> None:
    """Lists, ranges, halves, rises and conversions come out as the sums that are owed."""
    assert [(c["kind"], c["amount"]) for c in told("pay.amount", text)] == sums


def test_ends_of_a_range_are_compared(told: Told) -> None:
    """A range is two claims, at least its lower end and at most its upper."""
    claims = told("pay.amount", "Резервистам платят от 30 до 50 тысяч рублей в месяц.")
    assert [c["comparator"] for c in claims] == ["at_least", "at_most"]


def test_ellipsis_takes_the_region_beside_it(told: Told) -> None:
    """Sums in one sentence belong to the regions named beside them."""
    text = "BARS-Kursk pays reservists 50,000 rubles a month, while those in the Bryansk region get 35,000."
    claims = told("pay.amount", text)
    assert [(c["amount"], c["region"], c["period"]) for c in claims] == [
        (50000, "RU-KRS", "month"),
        (35000, "RU-BRY", "month"),
    ]


def test_respectively_assigns_by_order(told: Told) -> None:
    """The word "respectively" gives the first sum to the first region."""
    text = "Резервистам платят 80 000 и 40 000 рублей в месяц в Белгородской и Брянской областях соответственно."
    claims = told("pay.amount", text)
    assert [(c["amount"], c["region"]) for c in claims] == [(80000, "RU-BEL"), (40000, "RU-BRY")]


def test_corresponding_figures_follow_the_sentence_before(told: Told) -> None:
    """Figures said to correspond take kind and order from the sentence before."""
    text = (
        "Reservists in the Tula region get 60,000 rubles on signing and 2,000 rubles a day. "
        "In the Oryol region, the corresponding figures are 50,000 rubles and 1,800 rubles."
    )
    claims = told("pay.amount", text)
    assert [(c["kind"], c["amount"]) for c in claims][2:] == [("signing_bonus", 50000), ("daily_pay", 1800)]


def test_table_of_regions_is_read_by_its_header(told: Told) -> None:
    """Each cell of a table is a claim, and "none" says that nothing is paid."""
    text = (
        "What reservists are paid\n\nRegion — on signing — per month — per day\n"
        "Tula — 60,000 — 25,000 — none\nOryol — 50,000 — 20,000 — 1,500\n\nAll sums are in roubles.\n"
    )
    claims = told("pay.amount", text)
    assert [(c["kind"], c.get("amount"), c["polarity"]) for c in claims] == [
        ("signing_bonus", 60000, "affirmed"),
        ("monthly_pay", 25000, "affirmed"),
        ("daily_pay", None, "denied"),
        ("signing_bonus", 50000, "affirmed"),
        ("monthly_pay", 20000, "affirmed"),
        ("daily_pay", 1500, "affirmed"),
    ]


def test_payer_and_term_are_told(told: Told) -> None:
    """Who pays and for which contract are arguments of the sum that they stand beside."""
    text = "За годовой контракт резервист получит 90 тысяч рублей из областного бюджета."
    (claim,) = told("pay.amount", text)
    assert (claim["contract_term"], claim["payer"]) == ("P1Y", "областной бюджет")


KEPT = [
    ("The reservist keeps his average wage at work.", ["wage_kept"]),
    ("Reservists are reimbursed for rent.", ["housing_costs"]),
    ("The fare to the training ground is paid for reservists. Travel is reimbursed.", ["travel_costs"]),
    ("Employers go on paying reservists the average wage.", ["wage_kept"]),
    ("The salary that reservists keep at work is taxed.", ["wage_kept"]),
    ("Reservists keep drawing their salaries at the plant.", ["wage_kept"]),
    ("Officials in the reserve continue to draw their pay.", ["wage_kept"]),
    ("He joined the reserve unit; the factory keeps paying him.", ["wage_kept"]),
    ("Чиновники, вступившие в резерв, продолжают получать зарплату.", ["wage_kept"]),
    ("Бойцу отряда БАРС завод продолжает платить зарплату.", ["wage_kept"]),
    ("During training reservists are paid like contract soldiers.", ["monthly_pay"]),
    ("Резервисту сохраняют средний заработок.", ["wage_kept"]),
    ("За дни сборов резервисту платят средний заработок.", ["wage_kept"]),
    ("Резервистам на время сборов полагается денежное довольствие.", ["monthly_pay"]),
    ("Резервистам компенсируют проезд и наём жилья.", ["travel_costs", "housing_costs"]),
]


@pytest.mark.parametrize(("text", "kinds"), KEPT)
def test_pay_without_a_sum_has_no_amount(told: Told, text: str, kinds: list[str]) -> None:
    """A wage that is kept and costs that are met are claims without amount."""
    claims = told("pay.amount", text)
    assert [c["kind"] for c in claims] == kinds
    assert all("amount" not in c for c in claims)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "Резервистам платят 7 тыс. рублей в месяц, а на сборах сохраняют среднюю зарплату по месту работы.",
            [("monthly_pay", 7000), ("wage_kept", None)],
        ),
        (
            "Reservists get 7,000 rubles a month; their average salary is kept during training.",
            [("monthly_pay", 7000), ("wage_kept", None)],
        ),
        (
            "Reservists get 7,000 rubles a month. The average salary in the region is 61,000 rubles.",
            [("monthly_pay", 7000)],
        ),
    ],
)
def test_an_average_wage_that_is_kept_is_no_statistic(told: Told, text: str, sums: Sums) -> None:
    """What a region earns on average is nobody's pay; what a reservist earned at work is his."""
    assert sorted((c["kind"], c.get("amount")) for c in told("pay.amount", text)) == sums


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Reservists are recruited. The Omsk region pays nothing extra.", "RU-OMS"),
        ("Резервистов набирают. В Омской области доплаты не предусмотрены.", "RU-OMS"),
    ],
)
def test_missing_supplement_is_denied(told: Told, text: str, region: str) -> None:
    """A region that adds nothing is a claim of its own, denied."""
    (claim,) = told("pay.amount", text)
    assert (claim["kind"], claim["region"], claim["polarity"]) == ("regional_supplement", region, "denied")


@pytest.mark.parametrize(
    "text",
    [
        "The region tops up reservists' pay. It must recruit 1,100.",
        "С начала года контракт о резерве подписали 280 тыс., по словам министра.",
        "Белгородская область; 40 000 руб.\nКурская область; компенсация резервисту при ранении",
    ],
)
def test_numbers_without_words_of_pay_are_none(told: Told, text: str) -> None:
    """People who joined are no money, and a row of a table lends no kind to the row before."""
    assert told("pay.amount", text) == []
