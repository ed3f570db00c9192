"""What differs between sentences that are the same besides, whatever it is."""

from __future__ import annotations

import pytest
from tests.reconcile.made import vocabulary
from tests.reconcile.test_swaps import found, read

from musterbook.reconcile.wording.swaps import Lists

EN, RU = "en", "ru"


@pytest.mark.parametrize(
    ("earlier", "now", "language", "swap"),
    [
        (
            "Heads of the towns must report on lanterns every two weeks.",
            ("every two weeks", "twice a week"),
            EN,
            ("frequency", "biweekly", "twice_weekly"),
        ),
        (
            "Главы городов должны докладывать о фонарях раз в две недели.",
            ("раз в две недели", "дважды в неделю"),
            RU,
            ("frequency", "biweekly", "twice_weekly"),
        ),
        (
            "Each warden is paid for his lantern from the regional budget at once.",
            ("regional", "federal"),
            EN,
            ("payer", "regional", "federal"),
        ),
        (
            "Каждому сторожу фонарь оплатят из областного бюджета сразу.",
            ("областного", "федерального"),
            RU,
            ("payer", "regional", "federal"),
        ),
        (
            "Такие же фонари разосланы в Курганскую и Тюменскую области.",
            ("Курганскую", "Курскую"),
            RU,
            ("region", "RU-KGN", "RU-KRS"),
        ),
        (
            "Дежурства у башен длятся сутки, затем двое суток отдыха у моря.",
            ("двое суток", "сутки"),
            RU,
            ("count", "2", "day"),
        ),
        (
            "Сторожа башен побережья будут охранять маяки и причалы.",
            ("будут охранять", "уже охраняли"),
            RU,
            ("status", "plan", "actual"),
        ),
        (
            "Deputies wrote that a rule would set up watches in towns of the coast.",
            ("would set", "has set"),
            EN,
            ("status", "plan", "actual"),
        ),
        (
            "Законопроект о сторожах башен внесён в Госдуму в пятницу утром.",
            ("внесён в Госдуму", "принят Госдумой"),
            RU,
            ("stage", "introduced", "passed"),
        ),
        (
            "Начальник башни Иван Примеров распорядился, чтобы каждый город нанял сторожа.",
            ("Начальник башни Иван Примеров распорядился", "Минобороны распорядилось"),
            RU,
            ("issuer", "Начальник башни Иван Примеров распорядился", "ministry_of_defence"),
        ),
        (
            "Если сторож уйдёт по собственному желанию, фонарь он возвращает.",
            ("по собственному желанию", "по здоровью"),
            RU,
            ("reason", "own_accord", "health"),
        ),
    ],
)
def test_another_word_of_a_list_between_the_same_words(
    earlier: str, now: tuple[str, str], language: str, swap: tuple[str, str, str]
) -> None:
    """How often, out of whose budget, which region, how many, planned or done, who ordered it, and why."""
    swaps = found(earlier.replace(*now), earlier, language=language)
    assert swap[0] in {role for role, _, _ in swaps}
    if swap[0] != "issuer":
        assert swap in swaps
    assert found(earlier, earlier, language=language) == []
    assert found(earlier.replace(*now), earlier, earlier.replace(*now), language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        ("Wardens will guard the old lighthouse.", "Wardens guard the old lighthouse.", EN),
        ("Сторожа будут нести службу у моря.", "Сторожа несут службу у моря.", RU),
        ("Heads of towns report every two weeks.", "Heads of towns report fortnightly.", EN),
        ("Сторожей призывают на срок до 40 дней в году.", "Сторожей призывают максимум на 40 дней в году.", RU),
        ("Wardens may be called up for up to 40 days a year.", "The rule limits watches to 40 days a year.", EN),
        ("Wardens get 2 lanterns and three bells each.", "Wardens get two lanterns and three bells each.", EN),
        ("The plan of 4,180 boats for the towns was set.", "The order of 4,180 boats for the towns was sent.", EN),
    ],
)
def test_other_words_for_one_thing(earlier: str, later: str, language: str) -> None:
    """A tense, a word for the same time, a bound in other words, a number in letters: nothing is put for another."""
    assert found(later, earlier, language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "swaps"),
    [
        (
            "Сторожа просят до 40 дней отдыха в году.",
            "Отдых – 40 дней в году.",
            [("comparator", "at_most", "exactly")],
        ),
        ("Сторожам нужно около 40 дней отдыха в году.", "Отдых – 40 дней в году.", []),
        ("Сторожами берут людей до 40 лет.", "Сторожу Примерову 40 лет.", []),
    ],
)
def test_an_upper_bound_left_out_of_a_time(earlier: str, later: str, swaps: list[tuple[str, str, str]]) -> None:
    """So many days at most have become so many days, in whatever words; an age has not."""
    assert found(later, earlier, language=RU) == swaps


@pytest.mark.parametrize(
    ("was", "now", "count"),
    [
        ("Фонари раздал заместитель губернатора Иван Примеров.", "Governor Ivan Primerov gave out lanterns.", 1),
        ("Фонари раздал вице-губернатор Иван Примеров.", "Deputy governor Ivan Primerov gave out lanterns.", 0),
        ("Фонари раздал губернатор Иван Примеров.", "Mayor Anna Vymyshlennaya gave out lanterns.", 0),
        (
            "Фонари раздал заместитель губернатора Иван Примеров.",
            "Ivan Primerov, the coast's governor, gave lanterns.",
            1,
        ),
        ("Фонари раздал заместитель губернатора Иван Примеров.", "Ivan Primerov, the coast’s deputy governor, did.", 0),
    ],
)
def test_a_deputy_made_the_head(was: str, now: str, count: int) -> None:
    """Who is a deputy in the source is the head in what was made from it, in another language too."""
    swaps = Lists(vocabulary()).swaps(read("b", now), read("a", was, RU), [])
    assert [s.now.role for s in swaps] == ["position"] * count


def test_tens_are_no_dozens() -> None:
    """Two tens of one language are not two dozen of another."""
    lists = Lists(vocabulary())
    source = read("a", "Башням передадут два десятка фонарей.", RU)
    told = [(s.was.id, s.now.id) for s in lists.swaps(read("b", "The towers get two dozen lanterns."), source, [])]
    assert told == [("20", "24")]
    assert not [*lists.swaps(read("c", "The towers get twenty lanterns."), source, [])]
