"""Which name and which extraction speak for a capture: decided here, purely.

Comes in: the documents of a capture and their turns. Goes out: for each programme the
extraction that stands and the document that it stands under. The order in which
documents were added decides nothing; the order in which one document was corrected or
read again does.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Named:
    """A document of a capture.

    Attributes:
        id: Its id.
        name: As it is looked up.
        edition: Of this name.
        published: ISO date, or empty.
        turns: Number, id and programme of each extraction, oldest first.
    """

    id: str
    name: str
    edition: int
    published: str
    turns: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Shelf:
    """All documents of one capture, by id."""

    documents: dict[str, Named] = field(default_factory=dict)

    def next_edition(self, name: str) -> int:
        """The number of the next statement about these bytes under a name."""
        return 1 + max((d.edition for d in self.documents.values() if d.name == name), default=0)

    def standing(self) -> dict[str, tuple[int, str]]:
        """Extraction's number and document's id, by programme.

        Of each name the latest statement counts; of the names, one with a date before one
        without, then the first by alphabet. Its last turn stands.
        """
        latest: dict[tuple[str, str], Named] = {}
        for document in self.documents.values():
            for programme in {turn[2] for turn in document.turns}:
                other = latest.get((programme, document.name))
                if other is None or other.edition < document.edition:
                    latest[programme, document.name] = document
        best: dict[str, Named] = {}
        for (programme, _), document in latest.items():
            other = best.get(programme)
            if other is None or _rank(document) < _rank(other):
                best[programme] = document
        return {
            programme: (next(t[0] for t in reversed(d.turns) if t[2] == programme), d.id)
            for programme, d in best.items()
        }


def _rank(document: Named) -> tuple[bool, str, str]:
    return (not document.published, document.name, document.id)
