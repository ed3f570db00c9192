"""Tables of pay: a header of kinds, then one row per region.

In: a document. Out: drafts of ``pay.amount``, one per cell, and where the tables stand.
Only lines that part their cells by one and the same mark are rows; a cell that says
"none" is a claim that nothing is paid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from musterbook.claims.arguments import bind
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.pay_kinds import Kind, classify
from musterbook.claims.finders.pay_sums import HOME, Span, Sum, sensible
from musterbook.claims.finders.pay_words import Words
from musterbook.claims.mention import Count, Mention, Money
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "pay.amount"
_CELLS = regex(r" [—–-] |\s*[|\t]\s*")
_MARKS = (" — ", " – ", " - ", "|", "\t")
_MARK = r"(?: [—–-] |\s?\|\s?|\t)"
_ROW = regex(rf"^[^\n]{{2,60}}?{_MARK}[^\n]{{1,60}}?{_MARK}[^\n]{{0,120}}$", re.MULTILINE)
_LEAST_CELLS = 3
_LONGEST_CELL = 40  # characters: longer is running text
_NOTHING = Money(0, 0, HOME)


@dataclass(frozen=True)
class Table:
    """What the tables of a document say, and where they stand."""

    drafts: tuple[Draft, ...] = ()
    spans: tuple[Span, ...] = ()
    header: tuple[Kind | None, ...] = field(default=())

    def holds(self, sentence: Span) -> bool:
        """True where a sentence is part of a table."""
        return any(start <= sentence[0] < end for start, end in self.spans)


def read(document: Document, words: Words) -> Table:
    """Read all tables of a document.

    Args:
        document: The document; a row is a line of its text.
        words: Of its language.
    """
    if all(document.annotations.text.count(mark) < 2 * (_LEAST_CELLS - 1) for mark in _MARKS):
        return Table()
    drafts: list[Draft] = []
    spans: list[Span] = []
    header: list[Kind | None] = []
    end = -1
    for line in _ROW.finditer(document.annotations.text):
        cells = _cells(document.annotations.text, line.span())
        if header and len(cells) == len(header) and line.start() <= end + 2:
            drafts += _row(document, words, header, cells)
            end = line.end()
            spans[-1] = (spans[-1][0], end)
            continue
        header = [classify(words, document.plain, cell, Sum(*cell, money=_NOTHING)) for cell in cells]
        named = sum(bool(kind and kind.kind) for kind in header)
        if len(cells) < _LEAST_CELLS or named < _LEAST_CELLS - 1 or header[0]:
            header = []
            continue
        end = line.end()
        spans.append(line.span())
    return Table(tuple(drafts), tuple(spans))


def _cells(text: str, line: Span) -> list[Span]:
    marks = [m.span() for m in _CELLS.finditer(text, *line)]
    edges = [line[0], *(e for mark in marks for e in mark), line[1]]
    cells = list(zip(edges[::2], edges[1::2], strict=True))
    return cells if all(b - a <= _LONGEST_CELL for a, b in cells) else []


def _row(document: Document, words: Words, header: list[Kind | None], cells: list[Span]) -> Iterator[Draft]:
    places = document.surroundings.places_in(cells[0])
    region = [Arg("region", places[0].region, places[0].start, places[0].end)] if len(places) == 1 else []
    claim_type = document.vocabulary.types[TYPE]
    definition = claim_type.arg("amount")
    for kind, cell in zip(header[1:], cells[1:], strict=True):
        if kind is None or not kind.kind or definition is None:
            continue
        args = [Arg("kind", kind.kind), *region]
        whole = (cells[0][0], cell[1])
        one = next((s for s in _sums(document, cell) if sensible(s)), None)
        if one is None:
            if words.has("none", document.plain, *cell):
                yield Draft(TYPE, tuple(args), *whole, whole, cell, polarity="denied", status="actual")
            continue
        if kind.period:
            args.append(Arg("period", kind.period))
        for amount in bind(definition, one.mention(), claim_type, document.vocabulary):
            yield Draft(TYPE, (*args, *amount), *whole, sentence=whole, cue=cell, status="actual")


def _sums(document: Document, cell: Span) -> Iterator[Sum]:
    for m in document.annotations.within(*cell):
        value = _money(m)
        if value is not None:
            yield Sum(m.start, m.end, value)


def _money(mention: Mention) -> Money | None:
    match mention.value:
        case Money():
            return mention.value
        case Count(low=low, high=high, comparator=comparator) if mention.kind == "count":
            return Money(low, high, HOME, comparator)
        case _:
            return None
