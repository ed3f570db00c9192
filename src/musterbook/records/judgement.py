"""A person's decision, appended, with who, when and why; or ``unsure``."""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.records.ids import content_id

VERDICTS = ("positive", "negative", "unsure", "set", "undone")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision by a person; later ones stand beside earlier ones, nothing is overwritten.

    Attributes:
        subject: Id of the edge, pair of entities, claim, person mention or source judged.
        kind: ``lineage`` ``entity`` ``reliability`` ``retraction`` ``unmask``.
        verdict: One of `VERDICTS`.
        value: What was set, as text or JSON; may be empty.
        who: Who decided.
        when: ISO 8601 instant.
        why: The reason given.
    """

    subject: str
    kind: str
    verdict: str
    value: str
    who: str
    when: str
    why: str

    @property
    def id(self) -> str:
        """Derived from the whole decision."""
        return content_id("judgement", self.subject, self.kind, self.verdict, self.value, self.who, self.when, self.why)
