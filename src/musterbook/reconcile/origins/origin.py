"""One origin: whose word something is.

In: nothing. Out: the `Origin` record. Never says how it was found out; see `Origins`.
"""

from __future__ import annotations

from dataclasses import dataclass

ITSELF = "says it itself, and is known to report"
"""How an origin is told that nothing speaks for but its own document."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose word it is.

    Attributes:
        name: Canonical; empty where nobody knows.
        family: What origins of one newsroom share.
        speaker: Whose words the origin relays, where the text says so: an office or person; else empty.
        how: In words.
        via: The edge that led there, or empty.
    """

    name: str = ""
    family: str = ""
    speaker: str = ""
    how: str = "nobody is named, and the document's source is not known to report"
    via: str = ""

    @property
    def is_assumed(self) -> bool:
        """Whether nothing speaks for it but that its document names nobody else."""
        return not self.via and self.how.endswith(ITSELF)


UNKNOWN = Origin()
"""Whose word nobody knows."""
