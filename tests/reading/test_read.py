from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.reading import CODES, read
from musterbook.records import Capture, Metadata, Stated

BODY = "Two hundred reservists signed contracts in the made-up region, and the governor said so."


def test_the_title_is_the_texts_own() -> None:
    """The printed title goes before a stated one; without one the stated one counts."""
    stated = Metadata((Stated("title", "Stated title", "manifest"),))
    own = read(Capture("a", f"A Title of Its Own\n\n{BODY}\n".encode(), "text/plain", stated, "utf-8"))[0]
    none = read(Capture("a", f"{BODY}\n\n{BODY}\n".encode(), "text/plain", stated, "utf-8"))[0]
    assert own is not None
    assert none is not None
    assert (own.title, none.title) == ("A Title of Its Own", "Stated title")


def test_nothing_to_read_is_told() -> None:
    """A page that shows nothing, a mail without a known part and an unknown kind are problems."""
    for data, kind, code in (
        (b"<html><script>x</script></html>", "text/html", "reading.empty"),
        (b"From: a\n\nb", "message/rfc822", "reading.mail"),
        (b"%PDF-broken", "application/pdf", "reading.pdf"),
        (b"x", "image/png", "reading.media_type"),
    ):
        reading, problems = read(Capture("a", data, kind, encoding="utf-8"))
        assert reading is None
        assert code in [p.code for p in problems]
        assert {p.code for p in problems} <= set(CODES)
        assert all(p.record.startswith("capture-") for p in problems)


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/plain", "text/markdown", "text/html"]),
    st.sampled_from(["utf-8", "cp1251"]),
)
def test_no_bytes_make_reading_fail(data: bytes, kind: str, encoding: str) -> None:
    """Any bytes give a reading or a problem."""
    reading, problems = read(Capture("a", data, kind, encoding=encoding))
    assert reading is not None or problems


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"A\n" * 5_000, "text/plain"),
        (b"A\r" * 5_000, "text/plain"),
        (b"<p>x" * 5_000, "text/html"),
        (b"It ran. " * 5_000, "text/plain"),
    ],
)
def test_more_than_a_report_is_cut_and_told(data: bytes, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of more lines, pieces or sentences than any report costs bounded memory, and says that it was cut."""
    for module, name in (("markup", "MOST"), ("blocks", "MOST_LINES"), ("sentences", "MOST"), ("read", "MOST")):
        monkeypatch.setattr(sys.modules[f"musterbook.reading.{module}"], name, 1_000)
    reading, problems = read(Capture("a", b"Words of a report. " + data, kind, encoding="utf-8"))
    assert reading is not None
    assert [p.code for p in problems if p.code != "reading.language"] == ["reading.cut"]
    assert len(reading.blocks) <= 1_002
    assert len(reading.sentences) <= 1_002


def test_the_same_capture_gives_the_same_reading() -> None:
    """Reading twice gives one id."""
    capture = Capture("a", BODY.encode(), "text/plain", encoding="utf-8")
    one, two = read(capture)[0], read(capture)[0]
    assert one is not None
    assert two is not None
    assert one == two
    assert one.id == two.id
