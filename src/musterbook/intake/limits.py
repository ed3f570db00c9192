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
        table_rows: Most rows of one sheet; a spreadsheet program has 1,048,576.
        table_columns: Most columns of one sheet; a spreadsheet program has 16,384.
        table_cells: Most cells with something in them, of one file: 90 regions by 50 groups for four years are as many,
            and take two minutes.
        table_bytes: Most unpacked bytes of one file's sheets; they are read as a stream, never held.
        cell_characters: Longest text of one cell; a spreadsheet program has 32,767.
    """

    file_bytes: int = 64 * MIB
    archive_bytes: int = 1024 * MIB
    archive_ratio: float = 200.0
    archive_members: int = 100_000
    nesting: int = 4
    folders: int = 64
    tags: int = 512
    table_rows: int = 1_048_576
    table_columns: int = 16_384
    table_cells: int = 1_000_000
    table_bytes: int = 2048 * MIB
    cell_characters: int = 32_767
