"""The settings: what decides, in which order, and what is refused."""

from __future__ import annotations

import dataclasses
import os

import pytest

from musterbook.errors import UsageError
from musterbook.intake import Limits
from musterbook.settings import Settings, read_settings, variable


def test_defaults_need_no_environment() -> None:
    """An empty environment gives the book in the current folder, text logs and colours."""
    settings = read_settings({})
    assert settings == Settings()
    assert (settings.book, settings.log, settings.color) == ("musterbook.db", "text", True)


def test_environment_goes_before_defaults() -> None:
    """Every field can be set by its variable."""
    settings = read_settings(
        {
            "MUSTERBOOK_BOOK": "postgresql://localhost/desk",
            "MUSTERBOOK_LOG": "json",
            "MUSTERBOOK_PROGRAMME": "bonuses",
            "MUSTERBOOK_WORKERS": "3",
            "MUSTERBOOK_MAX_FILE_BYTES": "1000",
            "MUSTERBOOK_MAX_ARCHIVE_BYTES": "5000",
            "MUSTERBOOK_MAX_NESTING": "2",
            "NO_COLOR": "1",
        }
    )
    assert settings == Settings("postgresql://localhost/desk", "json", False, "bonuses", 3, 1000, 5000, 2)


def test_command_line_goes_before_environment() -> None:
    """What is given on the command line wins; None means that nothing was given."""
    environment = {"MUSTERBOOK_BOOK": "env.db", "MUSTERBOOK_LOG": "json"}
    settings = read_settings(environment, book="given.db", log=None)
    assert (settings.book, settings.log) == ("given.db", "json")


@pytest.mark.parametrize(("text", "color"), [("", True), ("0", False), ("1", False), ("yes", False)])
def test_no_color_with_any_value_asks_for_plain_text(text: str, color: bool) -> None:
    """NO_COLOR counts when it is set and not empty, whatever it says."""
    assert read_settings({"NO_COLOR": text}).color is color


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("MUSTERBOOK_LOG", "xml"),
        ("MUSTERBOOK_BOOK", ""),
        ("MUSTERBOOK_WORKERS", "many"),
        ("MUSTERBOOK_WORKERS", "-1"),
        ("MUSTERBOOK_MAX_FILE_BYTES", "0"),
        ("MUSTERBOOK_MAX_NESTING", "1.5"),
    ],
)
def test_wrong_value_is_refused_by_name(name: str, text: str) -> None:
    """A wrong value is misuse, and the message names the variable and the value."""
    with pytest.raises(UsageError) as caught:
        read_settings({name: text})
    assert name in str(caught.value)
    assert text in str(caught.value)


def test_unknown_variables_are_left_alone() -> None:
    """Other people's variables change nothing."""
    assert read_settings({"MUSTERBOOK": "x", "BOOK": "y", "COLOR": "z"}) == Settings()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [({}, ""), ({"HOME": "/h"}, "/h/.cache/musterbook"), ({"HOME": "/h", "MUSTERBOOK_CACHE": ""}, "")],
)
def test_where_things_are_kept(environment: dict[str, str], folder: str) -> None:
    """The user's own cache folder, unless another, or none, is asked for."""
    assert read_settings(environment).cache == folder


def test_settings_cannot_be_changed() -> None:
    """One frozen record: a run cannot change its settings on the way."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().book = "other.db"  # type: ignore[misc]


def test_workers_default_to_the_cores() -> None:
    """0 workers means one process for each core."""
    assert Settings().processes == (os.cpu_count() or 1)
    assert Settings(workers=5).processes == 5


def test_every_field_has_a_variable_of_its_own() -> None:
    """No two fields share a variable."""
    names = [variable(field.name) for field in dataclasses.fields(Settings)]
    assert len(set(names)) == len(names)


def test_limits_are_those_of_the_intake() -> None:
    """Without a word from outside, the limits are the ones that the intake was tested with."""
    settings, limits = Settings(), Limits()
    assert settings.max_file_bytes == limits.file_bytes
    assert settings.max_archive_bytes == limits.archive_bytes
    assert settings.max_nesting == limits.nesting
