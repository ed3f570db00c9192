"""The generated reference is what the code says, and nothing is missing from it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The generator, loaded from its file."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["commands.md", "settings.md", "claim-types.md", "problems.md"])
def test_page_is_not_stale(reference: ModuleType, page: str) -> None:
    """A page that no longer says what the code says fails; `make reference` mends it."""
    path = ROOT / "docs" / "reference" / page
    assert path.is_file(), f"docs/reference/{page} is missing; run: make reference"
    assert path.read_text(encoding="utf-8") == reference.page(page), "stale; run: make reference"


def test_every_code_in_use_has_a_meaning(reference: ModuleType) -> None:
    """Every problem that the code makes is in a room's registry."""
    known = {code for codes in reference.registries().values() for code in codes}
    assert {c: f for c, f in reference.used_codes().items() if c not in known} == {}


def test_codes_carry_the_name_of_their_room(reference: ModuleType) -> None:
    """A code begins with its room, so that no two rooms can share one."""
    faults = [
        (room, code)
        for room, codes in reference.registries().items()
        for code in codes
        if not code.startswith(f"{room}.")
    ]
    assert faults == []


def test_every_setting_is_explained(reference: ModuleType) -> None:
    """Every field of the settings has a line in the table."""
    text = reference.page("settings.md")
    assert "MUSTERBOOK_BOOK" in text
    assert "NO_COLOR" in text
    assert text.count("\n| `") == len(reference.attributes(reference.Settings))


def test_every_page_is_in_the_menu() -> None:
    """A page that nobody can find is not documentation."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [str(p.relative_to(ROOT / "docs")) for p in (ROOT / "docs").rglob("*.md")]
    assert [p for p in pages if p not in menu] == []
