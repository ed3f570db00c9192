"""From one file's bytes to its documents: the kind is told by content, containers are opened.

In: a named piece of bytes. Out: captures with metadata, and problems.
Never does: read text for claims, or write anything to disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from musterbook.expressions import regex
from musterbook.intake import sniff
from musterbook.intake.archive import Budget, members
from musterbook.intake.encoding import detect
from musterbook.intake.limits import Limits
from musterbook.intake.mail import read_mail
from musterbook.intake.manifest import Manifest, seems_manifest
from musterbook.intake.page import declared, read_statements
from musterbook.intake.pdf import read_pdf
from musterbook.intake.printed import read_front_matter, read_printed
from musterbook.records import Capture, Metadata, Problem, Stated

_CONVERT: Final = "convert it to text, HTML or PDF"
_HTML_OPEN: Final = regex(r"<(?:html|body)\b", re.I)
_HTML_CLOSE: Final = regex(r"</(?:html|body)\s*>", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to be read.

    Attributes:
        name: As in `Capture.name`.
        content: Its bytes, or an open file for archives too large to hold.
        depth: How many archives or mails it is inside.
    """

    name: str
    content: bytes | BinaryIO
    depth: int = 0


def unpack(
    piece: Piece, manifest: Manifest | None, limits: Limits, budget: Budget | None = None
) -> Iterator[Capture | Problem]:
    """Read one piece by what its bytes are.

    Args:
        piece: What to read.
        manifest: What the user states about documents.
        limits: Upper bounds.
        budget: What is left of the bounds for the file that this is a piece of.

    Yields:
        Captures and problems.
    """
    budget = budget or Budget(limits.archive_bytes, limits.archive_members)
    data = piece.content
    if not isinstance(data, bytes):
        yield from _open_archive(piece, manifest, limits, budget)
        return
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        what = "holds nothing" if not data else "holds nothing but white space"
        yield Problem("intake.empty", piece.name, f"{what}; nothing is read")
        return
    kind = sniff.media_type(data[: sniff.HEAD_BYTES], piece.name)
    if kind in (sniff.TEXT, sniff.MARKDOWN):
        yield from _take_text(piece.name, data, kind, manifest)
    elif kind == sniff.HTML:
        yield from _take_page(piece.name, data, manifest)
    elif kind == sniff.PDF:
        yield from _take_pdf(piece.name, data, manifest)
    elif kind in (sniff.MAIL, sniff.ZIP):
        if piece.depth >= limits.nesting:
            what = (
                f"inside {piece.depth} archives or mails, more than the limit of {limits.nesting}; unpack it yourself"
            )
            yield Problem("intake.too_deep", piece.name, what)
        elif kind == sniff.MAIL:
            yield from _open_mail(piece, data, manifest, limits, budget)
        else:
            yield from _open_archive(piece, manifest, limits, budget)
    elif kind:
        advice = "this seems to be a manifest: give it with --manifest" if seems_manifest(data) else _CONVERT
        yield Problem("intake.unsupported", piece.name, f"{kind} is not read; {advice}")
    else:
        yield Problem("intake.binary", piece.name, "neither text nor a known kind of document; nothing is read")


def _open_archive(
    piece: Piece, manifest: Manifest | None, limits: Limits, budget: Budget
) -> Iterator[Capture | Problem]:
    """The members of a ZIP archive, each as a piece of its own."""
    for found in members(piece.name, piece.content, limits, budget):
        if isinstance(found, Problem):
            yield found
        else:
            inner = Piece(f"{piece.name}!{found.name}", found.data, piece.depth + 1)
            yield from unpack(inner, manifest, limits, budget)


def _open_mail(
    piece: Piece, data: bytes, manifest: Manifest | None, limits: Limits, budget: Budget
) -> Iterator[Capture | Problem]:
    """A mail's text as one capture, then its attachments."""
    mail = read_mail(data)
    if not mail.complete:
        what = "the mail ends before its closing boundary; what is there is read, get it again"
        yield Problem("intake.damaged", piece.name, what)
    if mail.too_deep:
        yield Problem("intake.too_deep", piece.name, "parts are nested deeper than the limit; those below are not read")
    if mail.encoding:
        metadata = gather(piece.name, list(mail.stated), manifest)
        yield Capture(piece.name, data, sniff.MAIL, metadata, mail.encoding)
    elif not mail.attached:
        yield Problem("intake.empty", piece.name, "the mail has no text and nothing attached; nothing is read")
    seen: dict[str, int] = {}
    for attached in mail.attached:
        budget.members_left -= 1
        budget.bytes_left -= len(attached.data)
        if budget.members_left < 0 or budget.bytes_left < 0:
            what = "its attachments are more or larger than the limit; the rest is not read"
            yield Problem("intake.archive_total", piece.name, what)
            return
        seen[attached.name] = seen.get(attached.name, 0) + 1
        name = attached.name if seen[attached.name] == 1 else f"{seen[attached.name]}-{attached.name}"
        yield from unpack(Piece(f"{piece.name}!{name}", attached.data, piece.depth + 1), manifest, limits, budget)


def _take_pdf(name: str, data: bytes, manifest: Manifest | None) -> Iterator[Capture | Problem]:
    """A PDF with a text layer."""
    pdf = read_pdf(name, data)
    if pdf.fault:
        yield pdf.fault
    if pdf.readable:
        yield Capture(name, data, sniff.PDF, gather(name, list(pdf.stated), manifest))


def _take_text(name: str, data: bytes, kind: str, manifest: Manifest | None) -> Iterator[Capture | Problem]:
    """Plain text or Markdown."""
    encoding = detect(data)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    stated: list[Stated] = []
    if kind == sniff.MARKDOWN:
        stated, fault = read_front_matter(text)
        if fault:
            yield Problem("intake.front_matter", name, fault)
    yield Capture(name, data, kind, gather(name, [*stated, *read_printed(text)], manifest), encoding)


def _take_page(name: str, data: bytes, manifest: Manifest | None) -> Iterator[Capture | Problem]:
    """A web page."""
    encoding = detect(data, declared(data))
    text = data.decode(encoding, "replace")
    if text.rfind("<") > text.rfind(">") or (_HTML_OPEN.search(text) and not _HTML_CLOSE.search(text)):
        what = "the page ends before its closing tag; what is there is read, get it again"
        yield Problem("intake.damaged", name, what)
    yield Capture(name, data, sniff.HTML, gather(name, read_statements(text), manifest), encoding)


def gather(name: str, own: list[Stated], manifest: Manifest | None) -> Metadata:
    """Everything stated about a document, the manifest's word before its own."""
    entry = manifest.find(name) if manifest else None
    return Metadata((entry.stated if entry else ()) + tuple(own))
