"""A person named in a reading, and whether the text names them as a holder of public office."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a person is named.

    Attributes:
        start: First code point in the reading.
        end: One past the last.
        key: Family name and first letter of the given name, in Latin script, nominative,
            casefolded: equal for all mentions of one person in the document. It begins with
            a space where the text gives no family name.
        name: Latin script, given name first, nominative, as far as the text gives it.
        role: ``office`` (a holder of public office), ``voice`` (speaks in public in a
            professional role that the text names: analyst, journalist, head of an
            organisation, spokesperson), or ``private`` (everyone else).
        position: The office or professional role as the text gives it, nominative; else "".
        native: The name in the script of the text; equal to ``name`` in a Latin text.
    """

    start: int
    end: int
    key: str
    name: str
    role: str
    position: str = ""
    native: str = ""
