"""How tables of the dossier are made: no more rows than a page holds, no more answers than a cell holds.

In: records of the model and what makes a row or an answer of each. Out: `Table` and `Cell` records. Makes nothing
that is not shown, so that a large book costs no more than a small one; what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from musterbook.publish.page import Cell, Row, Said, Table
from musterbook.publish.quoting import Quoting
from musterbook.records import Line
from musterbook.records.words import plural

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table is called.

    Attributes:
        title: Above it.
        note: In a sentence.
        head: One a column.
        command: Shows the rows that the page does not.
    """

    title: str
    note: str
    head: tuple[str, ...]
    command: str


def table_of(
    quoting: Quoting, frame: Frame, entries: Sequence[Entry], make: Callable[[Entry], tuple[str, Row]]
) -> Table:
    """A table of no more rows than the page holds.

    Args:
        quoting: Knows how many.
        frame: What it is called.
        entries: One a row; those of one heading follow one another.
        make: Gives the heading under which a row stands, which may be empty, and the row.
    """
    most = quoting.edition.bounds.rows
    rows = (make(entry) for entry in entries[:most])
    groups = [(name, tuple(row for _, row in of)) for name, of in groupby(rows, key=lambda pair: pair[0])]
    left = len(entries) - most
    more = f"{plural(left, 'more row')}: {frame.command}" if left > 0 else ""
    return Table(frame.title, frame.head, tuple(groups), frame.note, more)


def cell(quoting: Quoting, entries: Sequence[Entry], make: Callable[[Entry], Said]) -> Cell:
    """What stands in one cell, no more than it holds, nothing twice.

    Args:
        quoting: Knows how many.
        entries: One an answer.
        make: Puts one into words.
    """
    most = quoting.edition.bounds.said
    shown = tuple(dict.fromkeys(make(entry) for entry in entries[:most]))
    left = len(entries) - most
    return (*shown, Said(f"and {left:,} more")) if left > 0 else shown


def words(quoting: Quoting, texts: Iterable[str], lines: Iterable[Line]) -> Cell:
    """Texts of reports, masked by all documents in which the lines stand."""
    claims = [i for line in lines for i in line.support.claims]
    return tuple(Said(quoting.hidden(text, claims)) for text in dict.fromkeys(texts) if text)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that another of them gives together with its native form.

    >>> distinct(("Ivan Primerov", "Ivan Primerov (Иван Примеров)"))
    ('Ivan Primerov (Иван Примеров)',)
    """
    listed = tuple(dict.fromkeys(names))
    return tuple(name for name in listed if not any(other.startswith(f"{name} (") for other in listed))


def where(quoting: Quoting, code: str) -> Said:
    """A region, with a way to all that is known of it."""
    return Said(quoting.edition.wording.name(code), anchor=f"place-{code}") if code else Said("all, or not said where")
