"""Mail: one capture for the text, one for each document that is attached.

In: the bytes of a mail. Out: which part is the text, what the mail states, and the attachments.
Never does: record a private sender, or take the time of a relay for a publication date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Final

from musterbook.expressions import regex
from musterbook.intake.encoding import detect
from musterbook.intake.mime import Part, content, plain_header, split
from musterbook.intake.page import declared, read_statements
from musterbook.intake.printed import normal, read_printed
from musterbook.intake.stated import read_address, read_language, read_mail_date
from musterbook.records import Stated

_TAGS: Final = regex(r"<(?:style|script|title)\b[^<]*</(?:style|script|title)|<[^<>]*>|\s+", re.I)
_PLAIN_SHARE: Final = 0.5  # of the visible HTML text from which on the plain alternative counts as the same text
_MEDIA: Final = ("image/", "audio/", "video/", "font/")
_SILENT: Final = frozenset(("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
                            "text/calendar", "message/delivery-status", "text/rfc822-headers"))  # fmt: skip
_BULK: Final = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
_OWN_DOCUMENT: Final = 200  # characters from which a further text part is a document of its own


@dataclass(frozen=True, slots=True)
class Attached:
    """A document inside a mail.

    Attributes:
        name: Its own name, without folders.
        data: Its bytes, without transfer encoding.
        media_type: What the mail calls it.
    """

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it is taken in.

    Attributes:
        stated: What it states, with the field ``part`` that tells the reader where the text is:
            media type, transfer encoding, first byte, one past the last.
        encoding: Of the text part; empty where there is no text.
        attached: The documents inside.
        complete: False where it was cut off.
        too_deep: True where parts below the limit were left out.
    """

    stated: tuple[Stated, ...]
    encoding: str
    attached: tuple[Attached, ...]
    complete: bool
    too_deep: bool


def read_mail(data: bytes) -> Mail:
    """Read a mail.

    Args:
        data: Its bytes.

    Returns:
        Its text part, statements and attachments.
    """
    root = split(data)
    leaves = list(root.leaves())
    shown = [p for p in leaves if not p.attached and p.media_type in ("text/plain", "text/html")]
    chosen = _choose(data, shown)
    stated = _fields(root)
    encoding = ""
    rest: list[Part] = []
    if chosen:
        raw = content(data, chosen)
        page = chosen.media_type == "text/html"
        encoding = detect(raw, chosen.charset or (declared(raw) if page else ""))
        text = raw.decode(encoding, "replace")
        own = read_statements(text) if page else read_printed(text)
        stated += [s for s in own if s.field in ("address", "canonical", "source", "published")]
        where = f"{chosen.media_type} {chosen.transfer} {chosen.start} {chosen.end}"
        stated.append(Stated("part", where, "mail"))
        family = {p.media_type for p in shown}
        rest = [p for p in shown if p is not chosen and (p.media_type == chosen.media_type or len(family) < 2)]
    attached = [_attached(data, p, i) for i, p in enumerate(leaves, 1) if p not in shown and _is_document(p)]
    attached += [a for i, p in enumerate(rest, 2) if len((a := _attached(data, p, i)).data) >= _OWN_DOCUMENT]
    return Mail(tuple(stated), encoding, tuple(attached), root.whole(), root.deep())


def _choose(data: bytes, shown: list[Part]) -> Part | None:
    """The part that is the text: the plain alternative, unless it says much less than the HTML."""
    plain = next((p for p in shown if p.media_type == "text/plain" and content(data, p).strip()), None)
    page = next((p for p in shown if p.media_type == "text/html" and content(data, p).strip()), None)
    if plain is None or page is None:
        return plain or page
    return plain if _size(data, plain) >= _PLAIN_SHARE * _size(data, page) else page


def _size(data: bytes, part: Part) -> int:
    """How many characters of a part are shown, without white space and addresses."""
    raw = content(data, part)
    text = raw.decode(detect(raw, part.charset), "replace")
    return len(_TAGS.sub("", re.sub(r"https?://\S+", "", text)))


def _fields(root: Part) -> list[Stated]:
    """What the mail's own header states."""
    fields = root.fields
    out: list[Stated] = []

    def put(name: str, value: str) -> None:
        if value:
            out.append(Stated(name, value, "mail"))

    put("published", read_mail_date(str(fields.get("Date", ""))) if fields.get("Date") else "")
    put("title", plain_header(str(fields.get("Subject", ""))))
    if any(fields.get(name) for name in _BULK):  # a newsletter's sender is its publisher; others are private
        put("publisher", normal("publisher", plain_header(parseaddr(str(fields.get("From", "")))[0])))
    put("address", read_address(str(fields.get("Archived-At", ""))))
    put("language", read_language(str(fields.get("Content-Language", "")).split(",")[0]))
    return out


def _is_document(part: Part) -> bool:
    """False for pictures, signatures and the like, which belong to the mail's look."""
    if part.media_type in _SILENT:
        return False
    return part.fields.get_content_disposition() == "attachment" or not part.media_type.startswith(_MEDIA)


def _attached(data: bytes, part: Part, number: int) -> Attached:
    """A part as a document of its own."""
    suffix = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
    name = part.file_name or f"part{number}{suffix.get(part.media_type, '')}"
    return Attached(name, content(data, part), part.media_type)
