"""A fault in a source, as a value: stored, counted, shown; never a silent skip."""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.records.ids import content_id


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a source, and where.

    Attributes:
        code: A dotted code from the reference, for instance ``intake.encrypted``.
        where: The file (and member, page, cell …) at fault, as the user knows it.
        what: What is wrong, with which value, and what to do, in one sentence.
        record: The id of the record concerned, where there is one.
    """

    code: str
    where: str
    what: str
    record: str = ""

    @property
    def id(self) -> str:
        """The content-derived id."""
        return content_id("problem", self.code, self.where, self.what, self.record)
