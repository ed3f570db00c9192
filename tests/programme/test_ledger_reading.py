"""What tables in the shapes in which they come are understood to say, and what is not sure."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.intake.sheets import DATE, PERCENT, Formula, Styled, ods, xlsx

from musterbook.errors import VocabularyError
from musterbook.intake.tables import read_table, table_type
from musterbook.programme.ledger.mapping import NOTHING, Mapping, read_mapping
from musterbook.programme.ledger.reader import LedgerReader, Paper
from musterbook.programme.ledger.words import Dictionary
from musterbook.records import Capture, Problem
from musterbook.records.ledger import LedgerRow
from musterbook.vocabulary import load
from musterbook.vocabulary.ledgerwords import given_names, ledger_words
from musterbook.vocabulary.yamlfile import read

Said = tuple[str, str, str, str, int | float | None]


def understood(
    data: bytes | str, published: str = "", mapping: Mapping = NOTHING
) -> tuple[list[LedgerRow], list[Problem]]:
    """The rows and problems of one table."""
    capture = Capture("made", data.encode() if isinstance(data, str) else data, "")
    capture = Capture("made", capture.data, table_type(capture.data))
    dictionary = Dictionary(load(), ledger_words(), mapping.given)
    reader = LedgerReader(Paper(capture.id, "made", published), dictionary, mapping, given_names())
    items = list(reader.read(read_table(capture)))
    return [i for i in items if isinstance(i, LedgerRow)], [i for i in items if isinstance(i, Problem)]


def said(rows: list[LedgerRow]) -> list[Said]:
    """Rows in short."""
    return [(r.region, r.group, r.period, r.metric, r.value) for r in rows]


def test_weeks_across_with_totals_and_notes() -> None:
    """Weeks in the head, a total column and row, thousands, dashes and a note."""
    rows, problems = understood(
        "Сведения о числе согласившихся за 2025 год, чел.;;;\nРегион;45 неделя;46 неделя;Всего\n"
        "Белгородская область;1 234;–;1234\nКурская обл.;12;7;19\nИтого;1246;7;1253\n"
        "Примечание: данные предварительные;;;\n"
    )
    assert problems == []
    assert said(rows)[:4] == [
        ("RU-BEL", "", "2025-W45", "agreed", 1234),
        ("RU-BEL", "", "2025-W46", "agreed", None),
        ("RU-BEL", "", "2025-11-03/2025-11-16", "agreed", 1234),
        ("RU-KRS", "", "2025-W45", "agreed", 12),
    ]
    assert [r.total for r in rows[-3:]] == [("region",), ("region",), ("period", "region")]
    assert rows[0].words == "1 234"
    assert [(x.role, x.address) for x in rows[0].labels] == [("metric", "A1"), ("region", "A3"), ("period", "B2")]


def test_one_fact_a_row() -> None:
    """A long table in English: region, group, week and metric each in a column."""
    rows, problems = understood(
        "Region,Group,Week,Metric,Count\nBelgorod,Debtors,2025-W45,approached,120\nBryansk Oblast,migrants,week of "
        "10 Nov 2025,agreed,7\n"
    )
    assert problems == []
    assert said(rows) == [
        ("RU-BEL", "debtors", "2025-W45", "approached", 120),
        ("RU-BRY", "migrants", "2025-W46", "agreed", 7),
    ]


def test_a_head_of_two_rows_with_merged_cells() -> None:
    """Weeks over metrics, regions merged downwards, numbered columns, subtotals and a grand total."""
    week = ["охвачено, чел.", "дали согласие, чел."]
    data = xlsx(
        {
            "Отчёт": [
                ["Отчёт о работе с отдельными категориями граждан"],
                ["Регион", "Категория", "03.11-09.11.2025", None, "10.11-16.11.2025", None],
                [None, None, *week, *week],
                [1, 2, 3, 4, 5, 6],
                ["Белгородская область", "должники", 100, 10, 110, 11],
                [None, "мигранты", 50, 5, "н/д", 6],
                [None, "Итого", 150, 15, 110, 17],
                ["Всего", None, 150, 15, 110, 17],
            ]
        },
        {"Отчёт": ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "A5:A7", "A8:B8"]},
    )
    rows, problems = understood(data)
    assert problems == []
    assert said(rows)[1] == ("RU-BEL", "debtors", "2025-W45", "agreed", 10)
    assert said(rows)[6] == ("RU-BEL", "migrants", "2025-W46", "approached", None)
    assert [r.total for r in rows[8:10]] == [("group",), ("group",)]
    assert (rows[-1].region, rows[-1].group, rows[-1].total) == ("*", "*", ("group", "region"))


def test_serial_dates_percentages_and_formulas() -> None:
    """Mondays in the head are weeks; a share keeps its unit; a formula's saved value is marked."""
    rows, problems = understood(
        xlsx({"Согласились": [["Регион", Styled(45964, DATE), Styled(45971, DATE)], ["Тула", 5, Formula("B2", 6.0)]]})
    )
    assert problems == []
    assert said(rows) == [("RU-TUL", "", "2025-W45", "agreed", 5), ("RU-TUL", "", "2025-W46", "agreed", 6)]
    assert [r.formula for r in rows] == [False, True]
    rows, _ = understood(
        ods({"2025-W45": [["Region", "signed", "plan fulfilment, %"], ["Orel", 7, Styled(0.14, PERCENT)]]})
    )
    assert [(r.metric, r.value, r.unit) for r in rows] == [("signed", 7, "persons"), ("plan_fulfilment", 14, "percent")]


def test_regions_as_banners_and_tables_one_after_another() -> None:
    """A region alone in a row speaks for the rows below it; a second table has a head of its own."""
    rows, problems = understood(
        "Охвачено\nКатегория;2025-W45\nБрянская область;\nдолжники;50\nТульская область;\nдолжники;60\n\n\n"
        "Согласились\nРегион;2025-W46\nКурская область;7\n"
    )
    assert problems == []
    assert said(rows) == [
        ("RU-BRY", "debtors", "2025-W45", "approached", 50),
        ("RU-TUL", "debtors", "2025-W45", "approached", 60),
        ("RU-KRS", "", "2025-W46", "agreed", 7),
    ]
    assert [r.table for r in rows] == [1, 1, 2]


HEAD = "Регион;Неделя;Согласились\n"


@pytest.mark.parametrize(
    "text,code,hint",
    [
        ("Регион;Неделя;Охвачено и согласились\nТула;2025-W45;5\n", "ledger.column", "agreed|approached"),
        ("Регион;Неделя;Количество\nТула;2025-W45;5\n", "ledger.missing", "metric: …"),
        (HEAD + "Нигдеево;2025-W45;5\n", "ledger.label", "regions: {Нигдеево: …}"),
        (HEAD + "Тула;45;5\n", "ledger.label", "year: YYYY"),
        (HEAD + "Тула;03/11/2025;5\n", "ledger.label", "dates: dmy"),
        (HEAD + "Тула;2025-W45;5,5\n", "ledger.number", "not a whole number"),
        (HEAD + "Тула;2025-W45;999999999\n", "ledger.number", "more than 200,000,000"),
        (HEAD + "Тула;2025-W45;=A1+B1\n", "ledger.formula", "never calculated"),
        ("Регион;Согласились\nТула;5\n", "ledger.missing", "period: 2025-W45"),
        ("Неделя;Согласились\n2025-W45;5\n", "ledger.missing", "region: RU-"),
    ],
)
def test_what_is_not_sure_says_what_to_write(text: str, code: str, hint: str) -> None:
    """No value is taken where two are possible or none is known: a Problem says what the mapping may say."""
    rows, problems = understood(text)
    assert rows == []
    assert code in [p.code for p in problems]
    assert any(hint in p.what for p in problems)


def test_a_mapping_decides(tmp_path: Path) -> None:
    """What the user writes takes the place of a guess, by column, label and sheet."""
    path = tmp_path / "mapping.yaml"
    path.write_text(
        "year: 2025\npublished: 2025-11-12\ncolumns:\n  C: {metric: signed}\nregions: {Нигдеево: RU-TUL}\n"
        "groups: {Прочие: other}\nsheets:\n  b: ignore\n",
        encoding="utf-8",
    )
    words = ledger_words()
    mapping = read_mapping(read(path), words.metrics, {"RU-TUL"})
    table = [["Регион", "Неделя", "Количество", "Категория"], ["Нигдеево", 45, 5, "Прочие"]]
    rows, problems = understood(xlsx({"a": table, "b": table}), "2025-11-12", mapping)
    assert problems == []
    assert said(rows) == [("RU-TUL", "other", "2025-W45", "signed", 5)]
    path.write_text("metric: nonsense\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"metric 'nonsense' is not known; give one of"):
        read_mapping(read(path), words.metrics, {"RU-TUL"})


@pytest.mark.parametrize(
    "text",
    [
        "№;ФИО;Регион\n1;;Тула\n",
        "Region;Agreed\nИванов Пример Вымыслович;1\nВымышленная Анна Петровна;1\n",
        "a;b\nПримеров И.И.;1\nВымышленный П.П.;1\n",
        "Name;x\nIvan Primerov;1\nAnna Primerova;1\n",
        "id;x\n1;+7 (900) 000-00-01\n2;+7 (900) 000-00-02\n",
        "x;y\nАнна;1\nИван;1\nПётр;1\n",
        "Имя;Телефон\n;\n",
        "Регион;Паспорт;Дата рождения\n",
    ],
)
def test_lists_of_people_are_refused(text: str) -> None:
    """Names, telephones or papers in a column end the file, without a name in the reason."""
    rows, problems = understood(text)
    assert [p.code for p in problems][-1] == "ledger.people"
    assert not any(name in problems[-1].what for name in ("Вымыш", "Пример", "Primerov", "900"))
    assert rows == []


def test_columns_by_the_thousand() -> None:
    """5,000 columns of weeks, the same ones again and again, are read."""
    weeks = ";".join(f"2025-W{1 + n % 50:02}" for n in range(2000))
    rows, problems = understood(f"Согласились\nРегион;{weeks}\nТула;{';'.join('7' * 2000)}\n")
    assert problems == []
    assert len(rows) == 2000
