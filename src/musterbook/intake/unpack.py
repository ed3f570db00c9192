"""From one file's bytes to its documents: the kind is told by content, containers are opened.

In: a named piece of bytes. Out: captures with metadata, and problems.
Never does: read text for claims, or write anything to disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from musterbook.intake import sniff
from musterbook.intake.encoding import detect
from musterbook.intake.limits import Limits
from musterbook.intake.manifest import Manifest
from musterbook.intake.printed import read_front_matter, read_printed
from musterbook.records import Capture, Metadata, Problem, Stated


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


def unpack(piece: Piece, manifest: Manifest | None, limits: Limits) -> Iterator[Capture | Problem]:
    """Read one piece by what its bytes are.

    Args:
        piece: What to read.
        manifest: What the user states about documents.
        limits: Upper bounds.

    Yields:
        Captures and problems.
    """
    data = piece.content
    if not isinstance(data, bytes):
        data = data.read()
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        what = "holds nothing" if not data else "holds nothing but white space"
        yield Problem("intake.empty", piece.name, f"{what}; nothing is read")
        return
    kind = sniff.media_type(data[: sniff.HEAD_BYTES], piece.name)
    if kind in (sniff.TEXT, sniff.MARKDOWN):
        yield from _take_text(piece.name, data, kind, manifest)
    elif kind:
        yield Problem("intake.unsupported", piece.name, f"{kind} is not read; convert it to text, HTML or PDF")
    else:
        yield Problem("intake.binary", piece.name, "neither text nor a known kind of document; nothing is read")


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


def gather(name: str, own: list[Stated], manifest: Manifest | None) -> Metadata:
    """Everything stated about a document, the manifest's word before its own."""
    entry = manifest.find(name) if manifest else None
    return Metadata((entry.stated if entry else ()) + tuple(own))
