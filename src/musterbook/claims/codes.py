"""Every problem code of the claims room, with its meaning in one line.

In: nothing. Out: a mapping that the reference is generated from. Never does: make problems.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CODES: Final = MappingProxyType(
    {
        "claims.unanchored": "A statement was found whose words could not be quoted; it is not recorded as a claim.",
    }
)
