from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.intake import take
from musterbook.reading import check, locate, read
from musterbook.records import Capture, Reading

LETTERS = st.text(alphabet=st.sampled_from('abz АБЯё\u0301й🙂é\r\n\t«»—.\u00a0\ufeff\0&<>";'), max_size=120)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")


def hold(capture: Capture, reading: Reading) -> None:
    """Assert that the map of a reading is whole, in order and true."""
    assert all(a.end <= b.start for a, b in pairwise(reading.segments))
    assert all(0 <= s.source <= s.source_end <= len(capture.data) for s in reading.segments)
    for s in reading.segments:
        if s.exact:
            assert capture.data[s.source : s.source_end].decode(capture.encoding) == reading.text[s.start : s.end]
    for block in reading.blocks:
        assert all(reading.segment_at(i) for i in range(block.start, block.end) if not reading.text[i].isspace())
        assert check(capture, reading, block.start, block.end)
        assert locate(capture, reading, block.start, block.end)


@given(LETTERS, st.sampled_from(ENCODINGS), st.booleans())
def test_plain_text_is_the_decoded_file(text: str, encoding: str, mark: bool) -> None:
    """Offsets are those of the decoded file, with line ends, combining marks and NUL kept."""
    text = text.lstrip("\ufeff")
    data = ("\ufeff" if mark else "").encode(encoding) + text.encode(encoding)
    capture = Capture("a", data, "text/plain", encoding=encoding)
    reading, _ = read(capture)
    if reading is None:
        assert not any(c.isalnum() for c in text)
        return
    assert reading.text == text
    hold(capture, reading)
    for at in range(0, len(text), 7):
        (place,) = locate(capture, reading, at, at + 1)
        assert data[place.start : place.end].decode(encoding) == text[at]


@given(st.binary(max_size=200))
def test_faulty_bytes_keep_their_place(noise: bytes) -> None:
    """Bytes that are no characters become U+FFFD where they stand; all others map exactly."""
    capture = Capture("a", "Слово ".encode() + noise + " конец.".encode(), "text/plain", encoding="utf-8")
    reading, problems = read(capture)
    assert reading is not None
    hold(capture, reading)
    faulty = [s for s in reading.segments if not s.exact]
    assert bool(faulty) == any(p.code == "reading.undecodable" for p in problems)


PIECES = """<p>|</p>|
<b>|</b>|<a href='x'>|</a>|<br>|<div class=share>|</div>|<!-- x -->|&laquo;|&#1073;|&amp;|&bogus;|&|<|
слово |word|  \n |🙂|е\u0301|<table><tr><td>|</table>|<script>x<p></script>|<pre>|</pre>|\u00a0|<h1>|</h1>|<li>|\r\n|
<!DOCTYPE html>|<td>""".replace("|\n", "|")
MARKUP = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@given(MARKUP, st.sampled_from(("utf-8", "utf-16-le")))
def test_pages_map_back_to_their_bytes(markup: str, encoding: str) -> None:
    """Every character of a page's text leads back to its bytes, through entities and folded space."""
    data = f"<html><body>{markup}<p>Конец text.</p></body></html>".encode(encoding)
    capture = Capture("a", data, "text/html", encoding=encoding)
    reading, _ = read(capture)
    assert reading is not None
    hold(capture, reading)
    assert "text." in reading.text


@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1251"])
@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_mails_map_back_to_their_bytes(
    make: ModuleType, tmp_path: Path, transfer: str, charset: str, kind: str
) -> None:
    """A mail's text is read through its transfer encoding, and leads back to the right lines."""
    text = f"{make.RUSSIAN}\n\n{make.ENGLISH}\n\nПоследняя строка = конец.\n"
    if kind == "text/html":
        text = "".join(f"<p>{line}</p>\n" for line in text.split("\n\n"))
    path = tmp_path / "m.eml"
    path.write_bytes(make.mail([make.part(kind, text.encode(charset), transfer, charset)]))
    (capture,), _ = take(path)
    reading, problems = read(capture)
    assert reading is not None
    assert problems == []
    assert make.RUSSIAN in reading.text
    assert "Последняя строка = конец." in reading.text
    hold(capture, reading)
    at = reading.text.index(make.ENGLISH)
    places = locate(capture, reading, at, at + len(make.ENGLISH))
    body = capture.data[places[0].start : places[-1].end]
    if transfer == "8bit":
        assert body.decode() == make.ENGLISH
        assert all(p.exact for p in places)
    else:
        assert len(body) < 4 * len(make.ENGLISH)


def test_pdfs_map_to_pages(make: ModuleType, tmp_path: Path) -> None:
    """Each character of a PDF knows its page; sentences run over line ends, running heads are furniture."""
    pages = [
        [
            "Bulletin of the made-up region",
            f"Report number {n} of the made-up ministry",
            "Two hundred reservists signed contracts in the made-up",
            "region, the governor said on Monday, and they will",
            f"guard {what}. The second sentence of the page is here.",
            f"Nobody said why the {what} need it.",
            f"{n}",
        ]
        for n, what in enumerate(("bridges", "depots", "ports"), 1)
    ]
    path = tmp_path / "r.pdf"
    path.write_bytes(make.pdf(pages))
    (capture,), _ = take(path)
    reading, problems = read(capture)
    assert reading is not None
    assert problems == []
    sentences = [" ".join(reading.text[a:b].split()) for a, b in reading.sentences]
    whole = "Two hundred reservists signed contracts in the made-up region, the governor said on Monday, and they"
    assert sum(s.startswith(whole) for s in sentences) == 3
    last = reading.text.rindex("guard ports")
    (place,) = locate(capture, reading, last, last + 5)
    assert (place.unit, place.start, str(place)) == ("page", 3, "page 3")
    assert not any(s.startswith("Bulletin") for s in sentences)
