from __future__ import annotations

import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.intake import Limits
from musterbook.intake.unpack import Piece, unpack
from musterbook.records import Capture, Problem


def open_up(
    data: bytes, limits: Limits | None = None, name: str = "x"
) -> tuple[dict[str, Capture], list[tuple[str, str]]]:
    """Captures by name, and (where, code) of problems."""
    items = list(unpack(Piece(name, data), None, limits or Limits()))
    captures = {i.name: i for i in items if isinstance(i, Capture)}
    return captures, [(i.where, i.code) for i in items if isinstance(i, Problem)]


def test_members_are_named_behind_the_archive(make: ModuleType) -> None:
    """Members of archives in archives keep their whole way."""
    inner = make.archive({"b.txt": make.RUSSIAN.encode("koi8-r")})
    captures, problems = open_up(make.archive({"a.txt": make.ENGLISH.encode(), "f/in.zip": inner}), name="x.zip")
    assert {n: c.encoding for n, c in captures.items()} == {"x.zip!a.txt": "utf-8", "x.zip!f/in.zip!b.txt": "koi8-r"}
    assert problems == []


@pytest.mark.parametrize("path", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:\\a.txt"])
def test_members_that_climb_out(make: ModuleType, path: str) -> None:
    """A path out of the archive is refused by name; the other members are read."""
    captures, problems = open_up(make.archive({path: b"words", "ok.txt": b"Words of a report."}))
    assert list(captures) == ["x!ok.txt"]
    assert [code for _, code in problems] == ["intake.archive_path"]


def test_members_that_unpack_without_end(make: ModuleType) -> None:
    """A member that unpacks to a thousand times its size is not unpacked."""
    captures, problems = open_up(make.archive({"bomb.txt": bytes(20_000_000), "ok.txt": b"Words of a report."}))
    assert list(captures) == ["x!ok.txt"]
    assert problems == [("x!bomb.txt", "intake.archive_ratio")]


def test_the_sum_and_the_number_are_bounded(make: ModuleType) -> None:
    """Many small members cannot cost more than the bounds for the whole, nested ones included."""
    some = {f"{i}.txt": b"Words of a report. " * 50 for i in range(20)}
    captures, problems = open_up(make.archive(some), Limits(archive_bytes=5_000))
    assert len(captures) == 5
    assert problems == [("x", "intake.archive_total")]
    nested = make.archive({"a.zip": make.archive(some), "b.zip": make.archive(some)})
    captures, problems = open_up(nested, Limits(archive_members=25))
    assert len(captures) == 23
    assert problems == [("x!b.zip", "intake.archive_members")]


def test_nesting_is_bounded(make: ModuleType) -> None:
    """An archive in an archive in an archive … ends at the limit."""
    data = make.archive({"a.txt": b"Words of a report."})
    for _ in range(8):
        data = make.archive({"n.zip": data})
    captures, problems = open_up(data, Limits(nesting=3))
    assert captures == {}
    assert [code for _, code in problems] == ["intake.too_deep"]


def test_encrypted_members() -> None:
    """An encrypted member is told as such."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", b"Words of a report.")
    data = bytearray(out.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert open_up(bytes(data))[1] == [("x!a.txt", "intake.encrypted")]


def test_names_packed_under_dos() -> None:
    """Russian names packed without the UTF-8 flag are read as CP866."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("NAMING.txt", b"Words of a report.")
    data = out.getvalue().replace(b"NAMING", "Приказ".encode("cp866"))
    assert list(open_up(data)[0]) == ["x!Приказ.txt"]


def test_alternatives_are_one_capture(make: ModuleType) -> None:
    """Plain text and HTML of one newsletter are one document, with the mail's own bytes."""
    page = f"<html><body><p>{make.RUSSIAN}</p></body></html>".encode("cp1251")
    data = make.mail(
        [
            make.part("text/plain", make.RUSSIAN.encode("koi8-r"), "base64", "koi8-r"),
            make.part("text/html", page, "quoted-printable", "windows-1251"),
        ],
        kind="alternative",
    )
    captures, problems = open_up(data, name="m.eml")
    assert problems == []
    assert list(captures) == ["m.eml"]
    mail = captures["m.eml"]
    assert (mail.data, mail.encoding) == (data, "koi8-r")
    assert mail.metadata.get("part").startswith("text/plain base64 ")
    assert mail.metadata.get("published") == "2025-11-28"
    assert mail.metadata.get("publisher") == "Вымышленная газета"
    assert mail.metadata.get("title") == "Резерв"


def test_a_stub_of_plain_text_gives_way_to_the_page(make: ModuleType) -> None:
    """A plain part that only says where to look is not the newsletter."""
    page = f"<html><body><p>{make.ENGLISH * 3}</p></body></html>".encode()
    stub = make.part("text/plain", b"View this email in your browser: https://example.org/v")
    captures, _ = open_up(make.mail([stub, make.part("text/html", page)], kind="alternative"))
    assert captures["x"].metadata.get("part").startswith("text/html 8bit ")


def test_a_wrong_charset_is_not_believed(make: ModuleType) -> None:
    """Windows-1251 that calls itself something else is still read."""
    for claimed in ("utf-8", "us-ascii", "iso-8859-1", "x-unknown"):
        data = make.mail([make.part("text/plain", make.RUSSIAN.encode("cp1251"), charset=claimed)])
        assert open_up(data)[0]["x"].encoding == "cp1251"


def test_a_private_sender_is_not_recorded(make: ModuleType) -> None:
    """Only a newsletter's sender is a publisher."""
    data = make.mail([make.part("text/plain", make.ENGLISH.encode())], newsletter=False)
    assert open_up(data)[0]["x"].metadata.get("publisher") == ""


def test_attachments_and_mails_inside_mails(make: ModuleType) -> None:
    """Attached documents are captures of their own; pictures of the layout are not spoken of."""
    inner = make.mail([make.part("text/plain", make.RUSSIAN.encode())], edge="in")
    parts = [
        make.part("text/plain", make.ENGLISH.encode()),
        make.part("image/png", b"\x89PNG", "base64", more="Content-ID: <logo>\n"),
        make.part("application/pdf", make.pdf([[make.ENGLISH]]), "base64",
                  more='Content-Disposition: attachment; filename="../../r.pdf"\n'),
        make.part("message/rfc822", inner, "8bit"),
        make.part("application/zip", make.archive({"a.txt": b"Words of a report."}), "base64",
                  more='Content-Disposition: attachment; filename="r.pdf"\n'),
    ]  # fmt: skip
    captures, problems = open_up(make.mail(parts), name="m.eml")
    assert problems == []
    assert list(captures) == ["m.eml", "m.eml!r.pdf", "m.eml!part4.eml", "m.eml!2-r.pdf!a.txt"]
    assert captures["m.eml!part4.eml"].data == inner


def test_a_mail_that_breaks_off(make: ModuleType) -> None:
    """A mail without its closing boundary is read as far as it goes."""
    captures, problems = open_up(make.mail([make.part("text/plain", make.ENGLISH.encode())], closed=False))
    assert list(captures) == ["x"]
    assert problems == [("x", "intake.damaged")]


def test_parts_without_end(make: ModuleType) -> None:
    """Multiparts nested past the limit are told, and nothing fails."""
    body = make.part("text/plain", make.ENGLISH.encode())
    for i in range(200):
        body = f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n'.encode() + body + f"\n--b{i}--\n".encode()
    _, problems = open_up(make.mail([body]))
    assert ("x", "intake.too_deep") in problems


def test_a_pdf_states_its_title_and_printed_date(make: ModuleType) -> None:
    """What a PDF prints and names is stated; when the file was made is not."""
    data = make.pdf([["A made-up report", "10 November 2025", make.ENGLISH]], title="A made-up report")
    stated = open_up(data)[0]["x"].metadata
    assert [(s.field, s.value, s.origin) for s in stated.stated] == [
        ("title", "A made-up report", "file"),
        ("published", "2025-11-10", "printed"),
    ]


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"From: a\nSubject: b\nDate: c\n", b"<html>"]),
)
def test_no_bytes_make_it_fail(data: bytes, start: bytes) -> None:
    """Any bytes give captures or problems, never an exception."""
    assert list(unpack(Piece("x", start + data), None, Limits()))


@given(st.data())
def test_no_cut_makes_a_container_fail(data: st.DataObject) -> None:
    """A mail, an archive or a PDF cut anywhere, or with a byte changed, gives something."""
    whole = data.draw(st.sampled_from(_wholes()))
    at = data.draw(st.integers(1, len(whole) - 1))
    changed = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    for piece in (whole[:at], changed):
        assert list(unpack(Piece("x", piece), None, Limits()))


def _wholes() -> list[bytes]:
    """One of each container, built once."""
    if not _BUILT:
        import importlib.util

        spec = importlib.util.spec_from_file_location("documents_whole", Path(__file__).parent / "documents.py")
        assert spec is not None
        assert spec.loader is not None
        make = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(make)
        _BUILT.append(make.pdf([[make.ENGLISH]]))
        _BUILT.append(make.archive({"a.txt": b"Words of a report. " * 9, "b.txt": b"More words."}))
        _BUILT.append(
            make.mail([make.part("text/plain", make.RUSSIAN.encode(), "base64"), make.part("text/html", b"<p>x</p>")])
        )
    return _BUILT


_BUILT: list[bytes] = []
