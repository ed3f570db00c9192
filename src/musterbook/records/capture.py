"""One document as it was received: bytes, SHA-256, media type, address, when; never changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from musterbook.records.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Stated:
    """One piece of metadata with where it came from.

    Attributes:
        field: ``address`` ``publisher`` ``published`` ``retrieved`` ``language`` ``title``
            ``author`` ``canonical`` ``source`` (a syndication origin), and for mail ``part``
            (where its text stands: media type, transfer encoding, first byte, one past the last).
        value: As text; dates in ISO 8601 with the precision that was given.
        origin: ``manifest`` ``json-ld`` ``meta`` ``mail`` ``front-matter`` ``printed`` ``file``.
    """

    field: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything stated about a capture, strongest origin first."""

    stated: tuple[Stated, ...] = ()

    def get(self, name: str) -> str:
        """The first stated value of a field, or an empty string; nothing is invented."""
        return next((s.value for s in self.stated if s.field == name), "")

    @property
    def published(self) -> PartialDate | None:
        """The publication date, or None. A crawl date is not a publication date."""
        value = self.get("published")
        return PartialDate.parse(value) if value else None

    @property
    def outlet(self) -> str:
        """Who published it: the stated publisher, else the host of the stated address, else an empty string."""
        return self.get("publisher") or urlsplit(self.get("address")).netloc.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Capture:
    """One document as it was received.

    Attributes:
        name: The path that the user knows it by, relative to what was added, with ``/``
            between folders and ``!`` before a member of an archive or mail.
        data: The bytes as received.
        media_type: By content: ``text/plain`` ``text/markdown`` ``text/html`` ``message/rfc822``
            ``application/pdf``.
        metadata: What is stated about it.
        encoding: The character encoding that the bytes were decoded with; empty for PDF.
        sha256: Hex digest of ``data``.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str
    metadata: Metadata = Metadata()
    encoding: str = ""
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())

    @property
    def id(self) -> str:
        """``capture-`` and the first 20 hex digits of the SHA-256: content only, not the name."""
        return f"capture-{self.sha256[:20]}"
