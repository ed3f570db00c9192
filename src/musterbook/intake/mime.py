"""A mail's parts, each with the bytes at which it stands.

In: the bytes of a mail. Out: a tree of parts. Never does: decode a body, or change a byte.

The standard library parses header fields; the bodies are split here, since it does not say
where in the file a part begins. Sources: RFC 5322 2.1 (fields and body), RFC 2046 5.1
(multipart, boundaries).
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Final

from musterbook.intake.encoding import detect, known

DEEPEST: Final = 30  # multiparts inside one another; real mail has fewer than ten
MOST: Final = 10_000  # parts of one mail
_HEADERS_END: Final = re.compile(rb"\r?\n[ \t]*\r?\n|\A\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a mail.

    Attributes:
        fields: Its header fields.
        start: First byte of its body.
        end: One past the last.
        children: The parts of a multipart.
        complete: False where the closing boundary of a multipart is missing.
        too_deep: True where parts below were left out.
    """

    fields: Message
    start: int
    end: int
    children: tuple[Part, ...] = ()
    complete: bool = True
    too_deep: bool = False

    @property
    def media_type(self) -> str:
        """Its Content-Type, ``text/plain`` where there is none."""
        return self.fields.get_content_type()

    @property
    def transfer(self) -> str:
        """Its Content-Transfer-Encoding, ``7bit`` where there is none."""
        return str(self.fields.get("Content-Transfer-Encoding", "7bit")).strip().casefold() or "7bit"

    @property
    def charset(self) -> str:
        """The charset that it declares; it may be wrong."""
        value = self.fields.get_param("charset")
        text = value[2] if isinstance(value, tuple) else value
        return str(text) if text else ""

    @property
    def file_name(self) -> str:
        """The name that it is to be saved under, decoded, without any folder; often empty."""
        name = self.fields.get_filename() or ""
        name = plain_header(name) if "=?" in name else repair(name)
        return re.sub(r"[\x00-\x1f\x7f]", "", re.split(r"[/\\]", name)[-1]).strip()

    @property
    def attached(self) -> bool:
        """True for what is not shown with the mail."""
        return self.fields.get_content_disposition() == "attachment" or bool(self.file_name)

    def leaves(self) -> Iterator[Part]:
        """The parts that hold content, in order."""
        waiting = [self]
        while waiting:
            part = waiting.pop(0)
            if part.children or part.media_type.startswith("multipart/"):
                waiting[:0] = part.children
            else:
                yield part

    def whole(self) -> bool:
        """False where a closing boundary is missing here or below."""
        return self.complete and all(child.whole() for child in self.children)

    def deep(self) -> bool:
        """True where parts were left out here or below."""
        return self.too_deep or any(child.deep() for child in self.children)


def split(data: bytes) -> Part:
    """Split a mail into its parts.

    Args:
        data: The mail; a line of an mbox file before its fields is passed over.
    """
    start = data.find(b"\n") + 1 if data.startswith(b"From ") else 0
    return _split(data, start, len(data), DEEPEST)


def _split(data: bytes, start: int, end: int, depth: int) -> Part:
    """One part and those inside it."""
    found = _HEADERS_END.search(data, start, end)
    if data[start : start + 1] in (b"\n", b"\r"):  # no fields at all
        found = re.compile(rb"\r?\n").match(data, start, end)
    head, body = (found.start(), found.end()) if found else (end, end)
    fields = BytesHeaderParser().parsebytes(data[start:head])
    if not fields.get_content_type().startswith("multipart/"):
        return Part(fields, body, end)
    boundary = fields.get_boundary()
    if not boundary:
        return Part(fields, body, end, complete=False)
    if depth < 1:
        return Part(fields, body, end, too_deep=True)
    mark = re.escape(boundary.encode("utf-8", "replace"))
    children: list[Part] = []
    opened = -1
    closed = False
    for line in re.finditer(rb"^--" + mark + rb"(--)?[ \t]*\r?$", data[body:end], re.M):
        at = body + line.start()
        if opened >= 0 and len(children) < MOST:
            stop = at - 1 if data[at - 1 : at] == b"\n" else at
            stop -= 1 if data[stop - 1 : stop] == b"\r" else 0
            children.append(_split(data, opened, max(opened, stop), depth - 1))
        if line[1]:
            closed, opened = True, -1
            break
        opened = min(end, body + line.end() + 1)
    if opened >= 0:
        children.append(_split(data, opened, end, depth - 1))
    return Part(fields, body, end, tuple(children), closed)


def content(data: bytes, part: Part) -> bytes:
    """The bytes of a part without its transfer encoding; a truncated one gives what there is."""
    raw = data[part.start : part.end]
    if part.transfer == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    return quopri.decodestring(raw) if part.transfer == "quoted-printable" else raw


def plain_header(value: str) -> str:
    """A header field as text: encoded words decoded (RFC 2047), unlabelled bytes by detection."""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, binascii.Error, ValueError):
        return repair(value)
    out = []
    for piece, label in pieces:
        if isinstance(piece, str):
            out.append(repair(piece))
            continue
        name = known(label or "")
        if name in ("", "ascii") or not _takes(piece, name):
            name = detect(piece, label or "")
        out.append(piece.decode(name, "replace"))
    return " ".join("".join(out).split())


def _takes(piece: bytes, name: str) -> bool:
    """True where a codec decodes bytes without a fault."""
    try:
        piece.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True


def repair(value: str) -> str:
    """Text in which raw bytes stand as surrogates, with those bytes decoded by detection."""
    try:
        raw = value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        raw = value.encode("utf-8", "replace")
    return raw.decode(detect(raw), "replace")
