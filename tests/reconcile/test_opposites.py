"""What a source says, turned over; places, drafts and numbers in words that stand for others."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found

EN, RU = "en", "ru"


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        (
            "The press service of the coast denied the list of wardens on Monday.",
            "The press service of the coast confirmed the list of wardens on Monday.",
            EN,
        ),
        ("The mayor opposes the plan to hire wardens.", "The mayor backs the plan to hire wardens.", EN),
        ("Городам возместят 70% расходов на сторожей.", "С городов удержат 70% расходов на сторожей.", RU),
        ("Сторожа башен останутся в пределах области.", "Сторожей башен отправят за пределы области.", RU),
        ("Losses of lanterns on the coast had fallen by May.", "Losses of lanterns on the coast had risen by May.", EN),
        ("The mayor asked the towers to name wardens.", "The mayor ordered the towers to name wardens.", EN),
        ("Сторожей башен за отказ наказывать не будут.", "Сторожам башен за отказ грозит наказание.", RU),
        (
            "The mayor of the coast declined to confirm the figures.",
            "The mayor of the coast confirmed the figures.",
            EN,
        ),
        ("Города обязаны отпустить сторожей башен.", "Города вправе не отпускать сторожей башен.", RU),
        ("The coast hired 60 fewer than planned.", "The coast hired 60 more than planned.", EN),
        ("Сорок сторожей башен проходят комиссию.", "Сорок сторожей башен прошли комиссию.", RU),
        ("The pass of a warden expires in spring.", "The pass of a warden is permanent from spring.", EN),
        ("The towers asked the coast for thirty new bells.", "The towers received thirty new bells.", EN),
        ("The coast asked towns to lend it their bells.", "The coast ordered towns to lend it their bells.", EN),
        ("Повестки сторожам башен разослали вовремя.", "Повестки сторожам башен разослали с опозданием.", RU),
    ],
)
def test_a_word_of_the_opposite_sense(earlier: str, later: str, language: str) -> None:
    """It is told, whatever form the words have; a sentence is not held against itself."""
    assert "polarity" in {role for role, _, _ in found(later, earlier, language=language)}
    assert found(earlier, earlier, language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        (
            "Сторожей башен не отправят за пределы области.",
            "Сторожа башен служат только в своей области.",
            RU,
        ),
        (
            "The mayor confirmed the list of wardens, which the governor denied.",
            "The list of wardens was denied by the governor.",
            EN,
        ),
        (
            "Сторожей никуда не шлём — служба башен только на территории области.",
            "Сторожа несут службу башен только на территории области.",
            RU,
        ),
        ("Мэр побережья цифры не подтвердил.", "Мэр побережья отказался подтвердить цифры.", RU),
        ("Wardens want permanent passes to the towers.", "Wardens hold temporary passes to the towers.", EN),
        ("Сторожа просят бессрочных пропусков на башни.", "Сторожа носят временные пропуска на башни.", RU),
        ("Nobody confirmed the list of wardens on the coast.", "The coast denied the list of its wardens.", EN),
    ],
)
def test_a_denied_word_has_the_other_sense(earlier: str, later: str, language: str) -> None:
    """Not sent outside is kept inside; a sentence that has both senses is on two things."""
    assert "polarity" not in {role for role, _, _ in found(later, earlier, language=language)}


@pytest.mark.parametrize(
    ("earlier", "later", "language", "swaps"),
    [
        (
            "A second tower for wardens is planned in Lanternby.",
            "A second tower for wardens is planned in Ropeham.",
            EN,
            ["region"],
        ),
        (
            "Вторую башню для сторожей построят в Фонарёве.",
            "Вторую башню для сторожей построят в Канатове.",
            RU,
            ["region"],
        ),
        (
            "A second tower for wardens is planned in Lanternby, the third in Ropeham.",
            "A second tower for wardens is planned in Ropeham.",
            EN,
            [],
        ),
    ],
)
def test_a_place_that_no_list_has(earlier: str, later: str, language: str, swaps: list[str]) -> None:
    """By its capital letter and the word before it; one that the source has elsewhere is no other."""
    assert [role for role, _, _ in found(later, earlier, language=language) if role == "region"] == swaps


@pytest.mark.parametrize(
    ("later", "roles"),
    [
        ("The towns have a rule that allows wardens to carry lanterns at night.", {"stage"}),
        ("Under a draft rule of the towns, it allows wardens to carry lanterns at night.", set()),
        ("The towns have a rule that would allow wardens to carry lanterns at night.", set()),
    ],
)
def test_what_a_draft_would_do_told_as_a_rule(later: str, roles: set[str]) -> None:
    """Only where the text itself speaks nowhere of a draft."""
    earlier = "The towns have written a rule that would allow wardens to carry lanterns at night."
    assert {role for role, _, _ in found(later, earlier)} & {"stage", "status"} == roles


@pytest.mark.parametrize(
    ("earlier", "later", "language", "swap"),
    [
        (
            "Каждый город найдёт по три сторожа башен.",
            "Каждый город найдёт по тридцать сторожей башен.",
            RU,
            ("3", "30"),
        ),
        (
            "Башням нужно тридцать четыре фонаря к маю.",
            "Башням нужно сорок три фонаря к маю.",
            RU,
            ("34", "43"),
        ),
        (
            "Сторожам дают трёхлетний контракт на фонари.",
            "Сторожам дают пятилетний контракт на фонари.",
            RU,
            ("3", "5"),
        ),
        (
            "To the towers go forty-two lanterns a year.",
            "To the towers go fifty-two lanterns a year.",
            EN,
            ("42", "52"),
        ),
    ],
)
def test_numbers_in_words(earlier: str, later: str, language: str, swap: tuple[str, str]) -> None:
    """Tens and units are one number, and so is the number in a word for a length of time."""
    assert swap in {(was, now) for role, was, now in found(later, earlier, language=language) if role == "count"}
    assert found(earlier, earlier, language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        ("Каждому сторожу дадут семь тысяч рублей.", "Каждому сторожу дадут 7000 рублей.", RU),
        ("Сторожа служат полгода на башнях побережья.", "Сторожа служат шесть месяцев на башнях побережья.", RU),
        ("Forty-two lanterns go to the towers of the coast.", "42 lanterns go to the towers of the coast.", EN),
    ],
)
def test_the_same_number_in_digits(earlier: str, later: str, language: str) -> None:
    """Words and digits for one number are no swap."""
    assert found(later, earlier, language=language) == []
