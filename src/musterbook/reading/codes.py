"""Every problem code of the reading room, with its meaning in one line.

In: nothing. Out: a mapping that the reference is generated from. Never does: make problems.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CODES: Final = MappingProxyType(
    {
        "reading.empty": "The document has no text to read.",
        "reading.undecodable": "Some bytes are no characters of the document's encoding; each stands as U+FFFD.",
        "reading.language": "The main text is in a language that claims are not read in.",
        "reading.transliterated": "The main text is Russian in Latin letters, which claims are not read in.",
        "reading.cut": "The document has more lines, pieces or sentences than the limit; the rest is not read.",
        "reading.pdf": "The PDF, or a page of it, could not be read.",
        "reading.mail": "The mail's text part could not be found or decoded.",
        "reading.media_type": "There is no reader for documents of this media type.",
    }
)
