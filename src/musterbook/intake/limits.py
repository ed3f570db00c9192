"""How much one source may cost.

In: numbers from the settings. Out: one frozen record. Never does: read the environment.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds that keep one hostile file from costing memory, time or disk.

    Attributes:
        file_bytes: Largest file, or unpacked archive member or attachment, that is read; bytes.
        archive_bytes: Largest sum of all unpacked members of one archive, nested ones included; bytes.
        archive_ratio: Largest quotient of unpacked to packed size of one member over 1 MiB;
            DEFLATE reaches at most 1032, prose seldom more than 10.
        archive_members: Most members of one archive, nested ones included.
        nesting: Most archives or mails inside one another.
        folders: Most folders inside one another.
        tags: Most HTML elements inside one another; deeper ones are read flat.
    """

    file_bytes: int = 64 * MIB
    archive_bytes: int = 1024 * MIB
    archive_ratio: float = 200.0
    archive_members: int = 100_000
    nesting: int = 4
    folders: int = 64
    tags: int = 512
