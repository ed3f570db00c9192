"""What kind of document some bytes are.

In: the first bytes of a file (all of them, or a few KiB) and its name. Out: a media type.
Never does: trust the name where the bytes say otherwise.
"""

from __future__ import annotations

import re
from typing import Final

TEXT, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
MAIL, PDF, ZIP = "message/rfc822", "application/pdf", "application/zip"
HEAD_BYTES: Final = 8192  # enough for every signature below; PDF allows 1,024 bytes of junk first

_SIGNATURES: Final = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "a RIFF media file"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "application/rtf"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"WARC/1", "application/warc"),
    (b"ID3", "audio/mpeg"),
    (b"%!PS", "application/postscript"),
)
_OFFICE: Final = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/epub")
_HTML_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|table|script|link|style|h[1-6]|p)\b",
    re.I | re.S,
)
_HTML_INSIDE: Final = re.compile(rb"</(?:p|div|a|span|body|title|h[1-6]|table|head|html)\s*>", re.I)
_JSON: Final = re.compile(rb"""\s*(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})""")
_FIELD: Final = re.compile(rb"([!-9;-~]{1,60}):[ \t]?")
_MAIL_SURE: Final = frozenset((b"received", b"mime-version", b"message-id", b"return-path", b"delivered-to"))
_MAIL_PLAIN: Final = frozenset((b"from", b"to", b"subject", b"date", b"sender", b"reply-to", b"content-type"))
_CONTROL: Final = bytes(set(range(32)) - {0, 7, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"
_FRONT: Final = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")


def media_type(head: bytes, name: str) -> str:
    """Tell the media type by content; the name only decides between kinds of text.

    Args:
        head: The first bytes, `HEAD_BYTES` or more where there are as many.
        name: The file's name.

    Returns:
        One of the types above; another media type or a phrase for a known kind that is not
        read; an empty string for bytes that are no text.
    """
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return "an Office document or e-book" if any(mark in head[:200] for mark in _OFFICE) else ZIP
    if b"%PDF-" in head[:1024]:
        return PDF
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            return kind
    plain = _narrow(head)
    if plain is None:
        return ""
    if _HTML_START.match(plain):
        return HTML
    if _is_mail(plain):
        return MAIL
    suffix = name.rpartition(".")[2].casefold()
    if suffix in ("html", "htm", "xhtml", "shtml") and _HTML_INSIDE.search(plain):
        return HTML
    if _JSON.match(plain):
        return "JSON data"
    if suffix in ("md", "markdown") or _FRONT.match(plain):
        return MARKDOWN
    return TEXT


def _narrow(head: bytes) -> bytes | None:
    """The head with one byte a character where it is wide text; None where it is no text."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\0\0\xfe\xff":
        return head[2:].replace(b"\0", b"").lstrip(b"\xfe\xff")
    if head.startswith(b"\xef\xbb\xbf"):
        head = head[3:]
    zeros = head.count(0)
    if zeros > 0.2 * len(head):
        tops = (head[0::2].count(0) + head[0::2].count(4), head[1::2].count(0) + head[1::2].count(4))
        if max(tops) < 0.7 * len(head) / 2:
            return None
        return head.replace(b"\0", b"")
    control = len(head) - len(head.translate(None, _CONTROL))
    return None if control > 0.05 * len(head) else head


def _is_mail(head: bytes) -> bool:
    """True where the bytes begin with a block of header fields that only a mail has."""
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    names: set[bytes] = set()
    for line in head.splitlines()[:200]:
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t"):
            if not names:
                return False
            continue
        found = _FIELD.match(line)
        if not found:
            return False
        names.add(found[1].lower())
    return bool(names & _MAIL_SURE and names & _MAIL_PLAIN) or len(names & {b"from", b"date", b"subject", b"to"}) >= 3
