"""What the readers of values know of the document besides the tokens before them.

In: a document's text and date. Out: nothing of its own. Never changes the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from musterbook.claims.mention import Mention
from musterbook.expressions import regex
from musterbook.records import PartialDate

Found = tuple[list[Mention], int]
"""What was read, and the index of the first token after it."""

_RUSSIAN = ("ruble", "rouble", "russia")
_TABLED = ("in roubles", "in rubles", "в рублях")
_LINE = r"\n\s*\n|\n\s*[-–—•*·▪]"  # a single line break may be mere wrapping
_SENTENCE = regex(rf"[.!?…]\s|{_LINE}")
_CLAUSE = regex(rf"[.!?;…]\s|{_LINE}")


@dataclass(slots=True)
class Scene:
    """One document while its values are being read, in order.

    Attributes:
        text: As given.
        lower: Lower-cased, equal length.
        language: ISO 639-1.
        published: Publication date or None.
        currency: Of the last sum that was read; empty before the first.
        paid_until: Where the last sum ends; -1 before the first.
        aged_until: Where the last age limit ends; -1 before the first.
        age_bound: ``max`` or ``min`` where the last age limit was one-sided, else empty.
        understood: The rouble in Russian, or where an English document names it, or Russia; else empty.
        tabled: Whether the document says that sums are "in roubles".
    """

    text: str
    lower: str
    language: str
    published: PartialDate | None
    currency: str = ""
    paid_until: int = -1
    aged_until: int = -1
    age_bound: str = ""
    understood: str = field(init=False)
    tabled: bool = field(init=False)

    def __post_init__(self) -> None:
        named = self.language == "ru" or any(word in self.lower for word in _RUSSIAN)
        self.understood = "RUB" if named else ""
        self.tabled = any(words in self.lower for words in _TABLED)

    def before(self, at: int, reach: int = 60) -> str:
        """The same clause before a place, lower-case, at most ``reach`` characters."""
        piece = self.lower[max(0, at - reach) : at]
        cuts = [found.end() for found in _CLAUSE.finditer(piece)]
        return piece[cuts[-1] :] if cuts else piece

    def after(self, at: int, reach: int = 60) -> str:
        """The same clause after a place, lower-case, at most ``reach`` characters."""
        piece = self.lower[at : at + reach]
        cut = _CLAUSE.search(piece)
        return piece[: cut.start()] if cut else piece

    def same_sentence(self, start: int, end: int) -> bool:
        """Whether no sentence ends between two places."""
        return 0 <= end - start < 400 and not _SENTENCE.search(self.lower, start, end)
