"""Who does what, who says it, whether it is done and on what condition: in sentences of two texts."""

from __future__ import annotations

import pytest
from tests.reconcile.made import vocabulary
from tests.reconcile.test_swaps import found, read

from musterbook.reconcile.wording.abreast import abreast
from musterbook.reconcile.wording.swaps import Lists


@pytest.mark.parametrize(
    ("earlier", "later", "role"),
    [
        (
            "The refinery declined to comment on its lanterns.",
            "On lanterns the governor declined to comment.",
            "attribution",
        ),
        (
            "A headquarters for lanterns is headed by the deputy governor of the coast.",
            "The headquarters for lanterns of the coast is headed by the governor.",
            "position",
        ),
        (
            "Wardens of the Pskov region will not be sent beyond its towers.",
            "Wardens of the Pskov region will be sent beyond its towers.",
            "polarity",
        ),
        (
            "Wardens of Pskov region are sent to the coast only if martial law is declared there.",
            "Wardens of Pskov region are sent to the coast.",
            "condition",
        ),
        (
            "Boats of wardens were created in the Pskov region, in the Tver region too.",
            "Boats of wardens were created in all regions.",
            "region",
        ),
        (
            "«Дали сутки на сборы в Пскове», – рассказал один из резервистов 12 мая.",
            "«На сборы в Пскове дали сутки», – рассказал 12 мая губернатор.",
            "attribution",
        ),
    ],
)
def test_a_deed_is_told_otherwise(earlier: str, later: str, role: str) -> None:
    """Another does it, a deputy is the head, a negation or a condition is lost, some are all."""
    language = "ru" if earlier[0] == "«" else "en"
    assert role in {r for r, _, _ in found(later, earlier, language=language)}
    assert found(earlier, earlier, language=language) == []


def test_what_a_further_source_says_is_no_other_hand() -> None:
    """Who is told of by another source of the same text is not put for anybody."""
    earlier, later = "The refinery declined to comment on it.", "The governor declined to comment on it."
    assert found(later, earlier)
    assert found(later, earlier, later) == []


def test_sentences_are_paired_across_languages() -> None:
    """Regions, figures and deeds that are rare in both texts tell which sentences tell the same."""
    earlier = read(
        "a", "В Псковской области 120 сторожей. Отряд в городе возглавит губернатор. Лодки стоят у моря.", "ru"
    )
    later = read("b", "The unit is to be headed by the governor. Pskov region has 120 wardens now.")
    lists = Lists(vocabulary())
    now, was = lists.text(later), lists.text(earlier)
    pairs = [(later.text[o.start : o.end][:3], earlier.text[t.start : t.end][:3]) for o, t in abreast(now, was)]
    assert pairs == [("The", "Отр"), ("Psk", "В П")]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "Wardens of the Pskov region will not be sent beyond its towers.",
            "Wardens of the Pskov region will be sent neither to the coast nor beyond its towers.",
        ),
        (
            "Обучение лодочников Пскова пройдут 226 человек, сообщил военком 12 мая.",
            "Обучение лодочников Пскова, по его словам, пройдут 226 жителей, 12 мая.",
        ),
    ],
)
def test_what_is_denied_or_counted_is_no_other_hand(earlier: str, later: str) -> None:
    """A negation may follow on its verb, and residents that are counted say nothing."""
    language = "ru" if earlier[0] == "О" else "en"
    assert found(later, earlier, language=language) == []


def test_both_ends_of_a_time_are_days_of_it() -> None:
    """The last day of a time is no other day where one language names the month first."""
    earlier = "Обучение лодочников Пскова пройдёт с 5 по 25 апреля в башне."
    lists = Lists(vocabulary())
    later = read("b", "Boatmen of Pskov region will train in a tower on April 5–25.")
    days = {m.id for m in lists.text(later).of("day")}
    assert days == {"apr 5", "apr 25"} == {m.id for m in lists.text(read("a", earlier, "ru")).of("day")}


def test_a_lost_negation_is_shown_at_the_word() -> None:
    """What is denied in the source is told at the word that is denied there, and not as a whole sentence."""
    earlier, later = "Conscripts of Tver are not accepted there.", "Conscripts of Tver are accepted there."
    lists = Lists(vocabulary()).swaps(read("b", later), read("a", earlier), [])
    assert {later[s.now.start : s.now.end] for s in lists if s.now.role == "polarity"} == {"accepted"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "Wardens of the Pskov region waited 24 days for their pay for the lanterns.",
            "Wardens of the Pskov region are without pay for their lanterns.",
        ),
        (
            "Wardens of the Pskov region got their pay for the lanterns 24 days late.",
            "Unpaid wardens of the Pskov region leave their lanterns.",
        ),
        (
            "Towns ordered to report on lanterns of the wardens.",
            "The armed forces ordered towns to report on lanterns of the wardens.",
        ),
        (
            "«До понедельника»: регионы обязали отчитываться о фонарях. Фонарей у резервистов Пскова 340.",
            "О фонарях теперь надо докладывать: так обязало регионы Минобороны. У резервистов Пскова 340 фонарей.",
        ),
    ],
)
def test_what_is_said_in_other_words_is_no_other_deed(earlier: str, later: str) -> None:
    """Who waits for his pay is without it, and who is ordered to report orders nothing."""
    assert found(later, earlier, language="ru" if earlier[0] == "«" else "en") == []


def test_who_spoke_elsewhere_would_not_be_silent() -> None:
    """Who did not answer one paper has told another source of the same text."""
    earlier = "The governor did not answer questions on lanterns."
    later = "The governor said that lanterns will be raised on the coast."
    assert found(later, earlier, "The governor told reporters that lanterns of the coast will be raised.") == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "На доплаты, по данным мэрии, выделили 36 миллионов рублей.",
            "По данным газеты, на доплаты бойцам выделили 36 миллионов рублей.",
        ),
        ("Минобороны предложило возмещать 180 тысяч.", "Работодателям предложили возмещать 180 тысяч."),
        ("The governor paid 36 million for boats.", "Boats of 36 million were paid to reservists."),
    ],
)
def test_whom_something_is_given_to_says_and_does_nothing(earlier: str, later: str) -> None:
    """Neither fighters who get paid nor employers to whom it is proposed are put for who says or pays."""
    language = "ru" if earlier[0] > "z" else "en"
    assert found(later, earlier, language=language) == []
