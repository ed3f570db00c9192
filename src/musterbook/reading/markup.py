"""HTML as blocks of text whose every character knows where it stands.

In: decoded HTML. Out: runs of pieces, one for each block-level element, with what surrounds
them; ``cut`` where there are too many. Never does: decide what is main text, run scripts, or fail on broken markup.

The tokenizer is one regular expression without nested repetition, so that hostile input
costs linear time. Elements nested deeper than the limit are read flat. Rules for which
elements are blocks and which end others: HTML Living Standard 4 and 13.2.6, simplified.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.bytemap import Piece
from musterbook.reading.wordlist import words

MOST: Final = 500_000  # pieces of text; a long law has some ten thousand, and each costs 300 bytes
DEEPEST: Final = 512  # open elements; browsers stop at 512 too

_TOKEN: Final = regex(
    r"<!--(?:(?!-->).)*+(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<cdata>(?:(?!\]\]>).)*+)(?:\]\]>|\Z)"
    r"|<[!?][^>]*+(?:>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/><]*+)(?P<attrs>(?:[^<>\"']++|\"[^\"]{0,4000}\"|'[^']{0,4000}'|[\"'])*+)(?:>|\Z|(?=<))"
    r"|</[^<>]*+(?:>|\Z|(?=<))",
    re.S,
)
_FOLD: Final = regex(
    r"[ ]?[\t\n\r\f][ \t\n\r\f]*|[ ]{2,}|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)
_SPACE: Final = " \t\n\r\f"
_VOID: Final = words("area base br col embed hr img input link meta param source track wbr")
_BLOCKS: Final = words(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table
    tbody tfoot thead title tr ul caption button select option textarea"""
)
_SKIPPED: Final = words("script style template svg math iframe object noscript canvas audio video datalist")
_SELF_CLOSING: Final = {
    "p": frozenset(("p",)), "li": frozenset(("li", "p")), "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")), "tr": frozenset(("tr", "td", "th", "p")), "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")), "option": frozenset(("option",)),
}  # fmt: skip
_ENDS: Final = {name: regex(rf"</{name}\b[^>]*+(?:>|\Z)", re.I) for name in _SKIPPED}
_PARAGRAPH: Final = frozenset(("p",))
_CELL: Final = " | "
_ATTRIBUTE: Final = regex(r"""([a-zA-Z_:][\w:.-]*)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_WANTED: Final = regex(r"class|id|role|itemprop|hidden|style|rel|property", re.I)


@dataclass(frozen=True, slots=True)
class Element:
    """An open element.

    Attributes:
        name: Lower case.
        marks: Its class, id, role, rel and itemprop, lower case, between spaces.
    """

    name: str
    marks: str


@dataclass(slots=True)
class Run:
    """The text of one block-level element.

    Attributes:
        path: The elements that were open where it began, outermost first.
        pieces: Its characters.
        linked: How many of them stand in links.
    """

    path: tuple[Element, ...]
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(piece.text for piece in self.pieces)


class Markup:
    """One walk over the tokens of a page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[Element] = []
        self._runs: list[Run] = []
        self._run = Run(())
        self._counts = {"a": 0, "pre": 0, "tr": 0}
        self._endless: set[str] = set()
        self._deep = 0
        self._count = 0
        self.deepest = 0
        self.cut = False
        self.titles: list[Run] = []

    def runs(self) -> list[Run]:
        """All runs that hold text, in order."""
        at = 0
        source = self._source
        while found := _TOKEN.search(source, at):
            if found.start() > at:
                self._text(at, found.start())
            at = found.end()
            if self._count > MOST:
                self.cut = True
                break
            cdata, close, name, attrs = found.groups()
            if cdata:
                self._text(found.start("cdata"), found.end("cdata"))
            if not name:
                continue
            if close:
                self._close(name.lower())
            else:
                at = self._start(name.lower(), attrs, at)
        if at < len(source) and not self.cut:
            self._text(at, len(source))
        self._break()
        return self._runs

    def _start(self, name: str, attrs: str, at: int) -> int:
        """Take a start tag; the place at which to read on."""
        if name in _SKIPPED:
            return self._skip(name, at)
        if name == "br":
            self._add(Piece("\n", at - 1, at, False))
            return at
        if name in ("td", "th") and self._run.pieces and self._counts["tr"]:
            self._add(Piece(_CELL, at - 1, at, False))
        closing = _SELF_CLOSING.get(name) or _PARAGRAPH
        if name in _BLOCKS:
            self._break()
        if name in _BLOCKS or name in _SELF_CLOSING:
            while self._open and self._open[-1].name in closing:
                self._pop(len(self._open) - 1)
        if name not in _VOID and not attrs.endswith("/"):
            if len(self._open) < DEEPEST:
                self._open.append(Element(name, _marks(attrs)))
                if name in self._counts:
                    self._counts[name] += 1
            else:
                self._deep += 1
            self.deepest = max(self.deepest, len(self._open) + self._deep)
        return at

    def _skip(self, name: str, at: int) -> int:
        """The end of an element whose contents are no text; an unclosed one ends with its tag."""
        if name in self._endless:
            return at
        end = _ENDS[name].search(self._source, at)
        if end:
            return end.end()
        self._endless.add(name)
        return len(self._source) if name in ("script", "style", "template") else at

    def _close(self, name: str) -> None:
        """Take an end tag: everything opened since its start tag ends too."""
        if name in _BLOCKS:
            self._break()
        if self._deep:
            self._deep -= 1
            return
        for index in range(len(self._open) - 1, -1, -1):
            here = self._open[index].name
            if here == name:
                self._pop(index)
                break
            if here in ("table", "body") and name not in ("body", "html", "table"):
                break

    def _pop(self, index: int) -> None:
        """Close all elements from one on."""
        for element in self._open[index:]:
            if element.name in self._counts:
                self._counts[element.name] -= 1
        del self._open[index:]

    def _break(self) -> None:
        """End the run; it counts where it holds more than white space."""
        pieces = _trimmed(self._run.pieces)
        if pieces:
            run = Run(self._run.path, pieces, self._run.linked)
            (self.titles if run.path and run.path[-1].name == "title" else self._runs).append(run)
        self._run = Run(())

    def _add(self, piece: Piece) -> None:
        """Append a piece to the run."""
        if not self._run.pieces:
            self._run.path = tuple(self._open)
        self._run.pieces.append(piece)
        self._count += 1
        if self._counts["a"]:
            self._run.linked += len(piece.text)

    def _text(self, start: int, end: int) -> None:
        """Take characters: entities decoded, white space folded as a browser shows it."""
        source = self._source
        if self._counts["pre"]:
            self._add(Piece(source[start:end], start, end))
            return
        last = self._run.pieces[-1].text[-1:] if self._run.pieces else " "
        at = start
        if last in _SPACE:
            while at < end and source[at] in _SPACE:
                at += 1
        for found in _FOLD.finditer(source, at, end):
            if self._count > MOST:
                self.cut = True
                return
            if found.start() > at:
                self._add(Piece(source[at : found.start()], at, found.start()))
            self._add(Piece(html.unescape(found[0]) if found[0][0] == "&" else " ", found.start(), found.end(), False))
            at = found.end()
        if at < end:
            self._add(Piece(source[at:end], at, end))


def _marks(attrs: str) -> str:
    """The values that tell what an element is for."""
    if not attrs or not _WANTED.search(attrs):
        return ""
    out = []
    for name, *values in _ATTRIBUTE.findall(attrs[:4000]):
        low = name.lower()
        value = "".join(values).lower()
        if low in ("class", "id", "role", "itemprop", "rel", "property"):
            out.append(value)
        elif low == "hidden" or (low == "style" and "display:none" in value.replace(" ", "")):
            out.append("hidden")
    return f" {' '.join(out)} " if out else ""


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Pieces without white space at both ends of their whole."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first].text.strip():
        first += 1
    while last > first and not pieces[last - 1].text.strip():
        last -= 1
    out = pieces[first:last]
    if out:
        out[0] = _cut(out[0], len(out[0].text) - len(out[0].text.lstrip()), 0)
        out[-1] = _cut(out[-1], 0, len(out[-1].text) - len(out[-1].text.rstrip()))
    return out


def _cut(piece: Piece, head: int, tail: int) -> Piece:
    """A piece without some characters at its ends; an inexact one keeps its whole source span."""
    if not head and not tail:
        return piece
    text = piece.text[head : len(piece.text) - tail]
    if not piece.exact:
        return Piece(text, piece.start, piece.end, False)
    return Piece(text, piece.start + head, piece.end - tail)
