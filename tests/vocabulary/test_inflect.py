"""Inflected forms: right, and made from the concept files as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from musterbook.errors import UsageError
from musterbook.vocabulary.inflect import forms_of, inflect, main, render
from musterbook.vocabulary.loader import DATA, FORMS


@pytest.mark.parametrize("folder", sorted(p.parent.name for p in DATA.glob("*/programme.yaml")))
def test_the_forms_are_fresh(folder: str) -> None:
    """The inflected forms in a folder are those that its concept files call for."""
    written = (DATA / folder / FORMS).read_text(encoding="utf-8")
    assert written == render(forms_of(DATA / folder)), "run python -m musterbook.vocabulary.inflect"


@pytest.mark.parametrize(
    ("head", "some", "never"),
    [
        ("~Белгородская область", {"Белгородской области", "Белгородскую область"}, {"Белгородские области"}),
        ("~~резервист", {"резервиста", "резервистов", "резервистами"}, set()),
        ("~~курский", {"курского", "курской", "курские", "курских"}, set()),
        ("~Крым", {"Крыма", "Крыму", "Крымом"}, set()),
        ("~БАРС", {"БАРСа", "БАРСом", "БАРСе"}, {"БАРСА"}),
        ("~~критически важный объект", {"критически важные объекты", "критически важных объектов"}, set()),
        ("~Важные истории", {"Важным историям", "Важных историй"}, {"Важной истории"}),
        ("~~заключённый", {"заключённого", "заключённых"}, {"заключивший"}),
        ("~ДНР", set(), {"ДНРа"}),
        ("@Сергей Примеров", {"Сергея Примерова", "Сергеем Примеровым"}, {"Сергея Примеровой"}),
        ("@@Анна Вымышленная", {"Анны Вымышленной", "Анну Вымышленную"}, set()),
    ],
)
def test_heads_take_the_forms_of_their_words(head: str, some: set[str], never: set[str]) -> None:
    """A head inflects as a whole, with the number, agreement and capitals of its words."""
    forms = set(inflect(head))
    assert some <= forms
    assert not never & forms
    assert head.lstrip("~@") not in forms


def test_a_word_without_a_nominative_is_refused() -> None:
    """A head that cannot be inflected is an error that names the word."""
    with pytest.raises(UsageError, match="вышли"):
        inflect("~вышли")


def test_a_folder_can_be_compiled_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command writes the forms of a folder that is not part of the package."""
    folder = tmp_path / "mine"
    (folder / "types").mkdir(parents=True)
    (folder / "programme.yaml").write_text("title: {en: Mine}\nconcepts: [words]\n", encoding="utf-8")
    (folder / "words.yaml").write_text("kind: word\nentries: {a: {ru: [~~отряд]}}\n", encoding="utf-8")
    assert main([str(folder)]) == 0
    assert "отрядами" in (folder / FORMS).read_text(encoding="utf-8")
    assert "1 heads" in capsys.readouterr().out
