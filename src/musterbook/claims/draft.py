"""A claim in the making: found by a finder, not yet anchored, attributed or weighed.

In: nothing; these are nouns. Never leaves the claims room.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from musterbook.records import Arg


@dataclass(frozen=True, slots=True)
class Draft:
    """What a finder says that a passage states.

    Attributes:
        type: Claim type.
        args: Arguments found so far, without those that are filled from the surroundings.
        start: First code point of the quote.
        end: One past its last.
        sentence: The sentence's span, for clauses and modality.
        cue: Span of the words that carry the statement's verb; polarity, status and hedge
            are read around it. The quote's span where a finder knows no better.
        status: Fixed status or "".
        polarity: Fixed polarity or "".
        speaker: Fixed attribution, nearest first, or None to ask the text.
        fixed: Roles that must not be filled from the surroundings.
        required: Roles without which the draft says nothing, once all is filled.
    """

    type: str
    args: tuple[Arg, ...]
    start: int
    end: int
    sentence: tuple[int, int]
    cue: tuple[int, int] = (-1, -1)
    status: str = ""
    polarity: str = ""
    speaker: tuple[str, ...] | None = None
    fixed: frozenset[str] = field(default_factory=frozenset)
    required: frozenset[str] = field(default_factory=frozenset)

    def with_args(self, args: tuple[Arg, ...]) -> Draft:
        """The same with other arguments; `dataclasses.replace` takes three times as long."""
        return Draft(
            self.type, args, self.start, self.end, self.sentence, self.cue, self.status, self.polarity, self.speaker,
            self.fixed, self.required,
        )  # fmt: skip

    def arg(self, role: str) -> Arg | None:
        """One argument, or None."""
        return next((a for a in self.args if a.role == role), None)
