"""Written names and what they may mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from musterbook.vocabulary import resolve_name

_TABLE = Path(__file__).with_name("names.txt")


def _rows() -> list[tuple[str, tuple[str, ...], str]]:
    rows = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        kind, ids, forms = (part.strip() for part in line.split("|"))
        wanted = () if ids == "-" else tuple(sorted(ids.split(",")))
        rows += [(kind, wanted, form.strip()) for form in forms.split(";")]
    return rows


@pytest.mark.parametrize(("kind", "wanted", "form"), _rows())
def test_a_written_form_means_its_entry(kind: str, wanted: tuple[str, ...], form: str) -> None:
    """A name in either script, any case and spelling leads to its entry, and a stranger's to none."""
    assert resolve_name(form, kind) == wanted


def test_the_table_is_large_enough() -> None:
    """At least 500 written forms in both scripts are held against their entries."""
    forms = {(kind, form) for kind, _, form in _rows()}
    cyrillic = [f for _, f in forms if any("а" <= c.lower() <= "я" for c in f)]
    assert len(forms) >= 500
    assert 200 <= len(cyrillic) <= len(forms) - 200


def test_a_family_name_alone_is_nobody_unless_officials_are_asked_for() -> None:
    """A bare family name may be anyone's, so it names an official only where one is looked for."""
    assert resolve_name("Гладков") == ()
    assert resolve_name("Гладков", "official") == ("Vyacheslav Gladkov",)


def test_two_officials_of_one_family_name_are_unsure() -> None:
    """Two candidates are both given and none is picked."""
    assert resolve_name("Nikolayev", "official") == ("Aisen Nikolayev", "Oleg Nikolayev")


def test_the_same_name_is_resolved_alike_every_time() -> None:
    """Resolving is deterministic: order and repetition change nothing."""
    forms = ["Алтай", "BARS-NN", "Belgrood", "РБК"]
    assert [resolve_name(f) for f in forms] == [resolve_name(f) for f in reversed(forms)][::-1]


def test_short_names_are_not_taken_for_their_neighbours() -> None:
    """Names one letter from a region's, where the name is short, mean nothing."""
    assert resolve_name("Umsk", "region") == ()
    assert resolve_name("Omsk", "region") != resolve_name("Tomsk", "region")
