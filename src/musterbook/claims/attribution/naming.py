"""A place in a sentence where the text says who says so.

In: nothing but what the readers of sources give. Out: `Cue`. Never reads a text.
"""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.claims.attribution.describing import Holder

CONTENT = 12
"""Letters before a speaker that make what stands there a statement."""

NAME = 40
"""Characters of a name in quotation marks."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One naming of a source.

    Attributes:
        start: Where the naming begins: its noun phrase or its verb, whichever is first.
        end: One past its end.
        holder: Who.
        before: Whether the statement stands before the cue.
        relay: Outlets to which it was told, or that were given as the source of the source.
        told: Whether the holder told it to somebody.
        bare: Whether only the words after the cue are the holder's, and nothing goes on with them.
        counted: Whether an outlet is named for its own count or for what it wrote before.
        cited: Whether it is named as the source of another source: «X reported, citing Y».
    """

    start: int
    end: int
    holder: Holder
    before: bool
    relay: tuple[str, ...] = ()
    told: bool = False
    bare: bool = False
    counted: bool = False
    cited: bool = False
