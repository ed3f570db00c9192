"""The words around a criterion: who is taken, who is not, what is asked of them.

In: a pattern book whose lexicon has the ``crit_…`` macros. Out: `Words`, compiled once, and
the frames that a stretch of text holds. Never holds a word of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook

ACCEPT, REFUSE, MUST, OPTIONAL = "accept", "refuse", "must", "optional"
Span = tuple[int, int]
_FRAMES = (OPTIONAL, REFUSE, ACCEPT, MUST)  # of overlapping ones the first
_NAMES = (
    *_FRAMES, "lack", "lack_after", "lead", "goes_on", "person", "joiner", "only", "if", "except",
    "condition", "reject", "asked", "yes", "no", "circle", "draft", "applicant", "wished", "fragment", "pronoun",
    "turn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What a stretch of text says of joining, and where.

    Attributes:
        kind: `ACCEPT`, `REFUSE`, `MUST` or `OPTIONAL`.
        start: First character of the words that say so.
        end: One past the last.
        weak: True where the words tell of plain recruiting as well.
    """

    kind: str
    start: int
    end: int
    weak: bool = False


class Words:
    """The ``crit_…`` expressions of one language."""

    def __init__(self, expressions: dict[str, Gated]) -> None:
        """Keep compiled expressions, by the macro's name without its prefix."""
        self._expressions = expressions

    def has(self, name: str, text: str, start: int, end: int) -> bool:
        """True where an expression is found between two offsets; anchors hold at the ends."""
        return self._expressions[name].found_in(text, start, end)

    def first(self, name: str, text: str, start: int, end: int) -> tuple[str, int, int] | None:
        """The first hit between two offsets: name of its group, start and end."""
        found = self._expressions[name].search(text, start, end)
        return (found.lastgroup or "", found.start(), found.end()) if found else None

    def frames(self, text: str, span: Span) -> list[Frame]:
        """Everything that a stretch says of joining, in order, no two overlapping."""
        found: list[Frame] = []
        for kind in _FRAMES:
            for m in self._expressions[kind].finditer(text, *span):
                if not any(m.start() < f.end and f.start < m.end() for f in found):
                    found.append(Frame(kind, m.start(), m.end(), m.lastgroup == "weak"))
        return sorted(found, key=lambda f: f.start)


_COMPILED: WeakKeyDictionary[PatternBook, dict[str, Words | None]] = WeakKeyDictionary()


def words(book: PatternBook, language: str) -> Words | None:
    """The words of a language, or None where the vocabulary has none for it."""
    known = _COMPILED.setdefault(book, {})
    if language not in known:
        lexicon = book.vocabulary.lexicon
        texts = {name: lexicon.get((language, f"crit_{name}")) for name in _NAMES}
        known[language] = (
            Words({name: Gated(book.expression(text, language)) for name, text in texts.items() if text})
            if all(texts.values())
            else None
        )
    return known[language]
