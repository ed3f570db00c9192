from __future__ import annotations

import pytest

from musterbook.claims.mention import Annotations
from musterbook.claims.modality import Modality, read_modality


def read(text: str, passage: str, language: str = "en", said_by: tuple[str, ...] = (), at: int = 0) -> Modality:
    """The modality of a passage of one sentence."""
    annotations = Annotations(text, text.lower(), language, None, ((at, len(text)),), (), ())
    start = text.index(passage, at)
    return read_modality(annotations, (at, len(text)), (start, start + len(passage)), language, said_by)


CASES = [
    ("en", "What they will do: patrol streets, guard bridges.", "guard bridges", ("affirmed", "planned", False)),
    ("en", "Their task is to guard bridges.", "guard bridges", ("affirmed", "actual", False)),
    ("ru", "Отправлять бойцов на фронт не планируется.", "Отправлять бойцов на фронт", ("denied", "planned", False)),
    ("ru", "Бойцов на фронт отправлять не будут.", "на фронт отправлять", ("denied", "planned", False)),
    ("ru", "Срок сборов не может превышать двух месяцев.", "Срок сборов", ("affirmed", "actual", False)),
    ("ru", "В отряд может попасть любой житель.", "может попасть", ("affirmed", "actual", False)),
    ("ru", "Под охрану могут быть переданы порты.", "быть переданы", ("affirmed", "actual", False)),
    ("ru", "В военкомате говорят, что набор идёт.", "набор идёт", ("affirmed", "actual", False)),
    ("ru", "Говорят, что набор идёт.", "набор идёт", ("affirmed", "actual", True)),
    ("ru", "Отряд могли перебросить под Курск.", "перебросить под Курск", ("affirmed", "planned", True)),
    ("ru", "За пределы страны никого направлять не будут.", "За пределы страны", ("denied", "planned", False)),
    ("ru", "На мост бойцов пошлют.", "На мост", ("affirmed", "planned", False)),
    ("ru", "Мосты через реку прикроют резервисты.", "Мосты через реку", ("affirmed", "planned", False)),
    ("ru", "Бойцы охраняют мосты и получат за это выплату.", "охраняют мосты", ("affirmed", "actual", False)),
    ("ru", "Бойцы охраняют мосты, им выдадут форму.", "охраняют мосты", ("affirmed", "actual", False)),
    ("ru", "Бойцов уже отправили, курсы займут месяц.", "курсы займут месяц", ("affirmed", "planned", False)),
    ("ru", "Отряд уже создан и получит технику.", "создан", ("affirmed", "actual", False)),
    ("ru", "Создание отрядов намечено на февраль.", "Создание отрядов", ("affirmed", "planned", False)),
    ("en", "Men aged 20 to 40 may apply.", "Men aged 20 to 40", ("affirmed", "actual", False)),
    ("en", "Women may also sign, but only as cooks.", "Women may also sign", ("affirmed", "actual", False)),
    ("en", "Men under 40 may sign a short contract.", "Men under 40", ("affirmed", "actual", False)),
    ("en", "Wardens may be called up for a month a year.", "a month a year", ("affirmed", "actual", False)),
    ("en", "The pay may rise to 900 rubles.", "pay may rise to 900 rubles", ("affirmed", "planned", True)),
    ("en", "Women may perhaps join the unit.", "join the unit", ("affirmed", "planned", True)),
    ("en", "Reservists will not be sent abroad.", "be sent abroad", ("denied", "planned", False)),
    (
        "en",
        "Wardens would not be sent abroad and would only serve at home.",
        "serve at home",
        ("affirmed", "planned", False),
    ),
    ("en", "They will not be sent abroad and will not serve at sea.", "serve at sea", ("denied", "planned", False)),
    ("ru", "Бойцы не будут воевать и будут служить дома.", "служить дома", ("affirmed", "planned", False)),
    ("ru", "Бойцы не будут воевать и служить вдали от дома.", "служить вдали от дома", ("denied", "planned", False)),
    ("en", "The region reportedly formed a second unit.", "formed a second unit", ("affirmed", "actual", True)),
    (
        "en",
        "North will form a unit, while South keeps its old one.",
        "keeps its old one",
        ("affirmed", "actual", False),
    ),
    ("en", "The mayor was unable to join the unit.", "The mayor was unable to join", ("denied", "actual", False)),
    ("en", "Volunteers not only guard bridges but help builders.", "guard bridges", ("affirmed", "actual", False)),
    ("en", "Recruits must be no older than 47.", "be no older than 47", ("affirmed", "actual", False)),
    (
        "en",
        "Lawmakers passed a bill that lets the army call men up.",
        "lets the army call men up",
        ("affirmed", "proposed", False),
    ),
    (
        "en",
        "The governor ordered the towns to create units of their own.",
        "create units",
        ("affirmed", "ordered", False),
    ),
    ("en", "The Kremlin may send the men to the front later.", "may send the men", ("affirmed", "planned", True)),
    ("en", "Under the law men may be called up for up to 60 days.", "may be called up", ("affirmed", "actual", False)),
    ("en", "It is likely that men will guard bridges.", "men will guard bridges", ("affirmed", "planned", True)),
    (
        "en",
        "Kyiv does not rule out that they will go to the front.",
        "will go to the front",
        ("affirmed", "planned", True),
    ),
    (
        "en",
        "Those who refuse to leave get food from the squad.",
        "get food from the squad",
        ("affirmed", "actual", False),
    ),
    ("ru", "Бойцы не будут отправлены за границу.", "отправлены за границу", ("denied", "planned", False)),
    ("ru", "Сборы продлятся не более двух месяцев.", "продлятся не более двух месяцев", ("affirmed", "planned", False)),
    ("ru", "Якобы глава района уже вступил в отряд.", "вступил в отряд", ("affirmed", "actual", True)),
    ("ru", "Принят законопроект, который разрешит сборы.", "разрешит сборы", ("affirmed", "proposed", False)),
    ("ru", "В области формируются два отряда.", "формируются два отряда", ("affirmed", "planned", False)),
    ("ru", "Мэр отказался вступать в отряд.", "вступать в отряд", ("denied", "actual", False)),
    ("ru", "Отряд охраняет не только мосты, но и порты.", "охраняет не только мосты", ("affirmed", "actual", False)),
    ("ru", "По неподтверждённым данным, отряд уехал.", "отряд уехал", ("affirmed", "actual", True)),
    ("ru", "Губернатор поручил городам создать отряды.", "создать отряды", ("affirmed", "ordered", False)),
]


@pytest.mark.parametrize(("language", "text", "passage", "expected"), CASES, ids=[c[1][:32] for c in CASES])
def test_reads_the_clause(language: str, text: str, passage: str, expected: tuple[str, str, bool]) -> None:
    """Polarity, status and hedge are those of the clause that a passage stands in."""
    assert read(text, passage, language) == Modality(*expected)


def test_what_a_draft_says_is_proposed() -> None:
    """A passage whose source is a bill is proposed, and the same words from a governor are planned."""
    text = "Men will serve at home."
    assert read(text, "Men will serve", said_by=("bill",)).status == "proposed"
    assert read(text, "Men will serve", said_by=("Ivan Primerov",)).status == "planned"


def test_an_item_takes_the_lead_of_its_list() -> None:
    """An item of a list that «предлагается» introduces is proposed."""
    text = "К задачам штабов предлагается отнести:\n1) охрану мостов;"
    assert read(text, "охрану мостов", "ru", at=text.index("1)")).status == "proposed"


def test_a_note_to_a_draft_proposes() -> None:
    """What a draft's own note states without a source is proposed."""
    text = "Пояснительная записка\nЗа бойцами сохраняется место работы."
    assert read(text, "сохраняется место работы", "ru", at=22).status == "proposed"
