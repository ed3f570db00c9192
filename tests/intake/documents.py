"""Documents that the tests of the intake and of the reading make for themselves."""

from __future__ import annotations

import base64
import io
import quopri
import zipfile

ENGLISH = "Two hundred reservists signed contracts in the made-up region, the governor said on Monday."
RUSSIAN = "В вымышленной области контракты подписали двести резервистов, сообщил губернатор в понедельник."


def pdf(pages: list[list[str]], *, encrypted: bool = False, title: str = "") -> bytes:
    """A PDF with one Latin text line a line, as small as one can be."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        text = b"BT /F1 11 Tf 14 TL 60 760 Td "
        for line in lines:
            text += (
                b"("
                + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("latin-1")
                + b") Tj T* "
            )
        text += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    trailer = b"/Root 1 0 R"
    if title:
        objects.append(b"<< /Title (%s) >>" % title.encode("latin-1"))
        trailer += b" /Info %d 0 R" % len(objects)
    if encrypted:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32))
        trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(objects), b"43" * 16, b"43" * 16)
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def archive(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def part(kind: str, body: bytes, transfer: str = "8bit", charset: str = "utf-8", more: str = "") -> bytes:
    """One part of a mail."""
    if transfer == "base64":
        body = base64.encodebytes(body)
    elif transfer == "quoted-printable":
        body = quopri.encodestring(body)
    head = f"Content-Type: {kind}" + (f"; charset={charset}" if kind.startswith("text/") else "")
    return f"{head}\nContent-Transfer-Encoding: {transfer}\n{more}\n".encode() + body


def mail(
    parts: list[bytes], *, kind: str = "mixed", newsletter: bool = True, closed: bool = True, edge: str = "=_b"
) -> bytes:
    """A mail of several parts."""
    bulk = "List-Unsubscribe: <https://example.org/u>\n" if newsletter else ""
    head = (
        "Received: from relay.example.org; Mon, 01 Dec 2025 09:00:00 +0300\n"
        f"From: =?utf-8?b?{base64.b64encode('Вымышленная газета'.encode()).decode()}?= <news@example.org>\n"
        "To: reader@example.org\nSubject: =?koi8-r?Q?=F2=C5=DA=C5=D2=D7?=\n"
        "Date: Fri, 28 Nov 2025 23:30:00 +0300\nMIME-Version: 1.0\n"
        f'{bulk}Content-Type: multipart/{kind}; boundary="{edge}"\n\n'
    ).encode()
    line = b"--" + edge.encode()
    return head + b"".join(line + b"\n" + p + b"\n" for p in parts) + (line + b"--\n" if closed else b"")
