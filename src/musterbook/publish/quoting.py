"""Words of documents, masked: quotes in their sentences, and any string that was made from documents.

In: an `Edition` and the mask of each document. Out: plain strings in which nobody private is named. The one
place of this room where texts of documents become texts for readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from musterbook.expressions import regex
from musterbook.publish.edition import Edition, Masking
from musterbook.publish.page import Said, Statement
from musterbook.publish.wording import Pairs
from musterbook.records import Claim, Line, Reading, Support
from musterbook.records.masking import Masker

_AROUND = 240  # characters of the sentence shown on each side of a quote
_NORMAL = regex(r"[a-z0-9_]*|P\d+[YMWD]")  # forms that a vocabulary gives, no words of a document


@dataclass(frozen=True, slots=True)
class Quoting:
    """Masks strings, and finds where on the page a claim is quoted.

    Attributes:
        edition: What the report is made of.
        masking: The mask of each document.
        numbers: Capture id → the document's number among the sources; grows as documents are quoted.
        anchors: (finding, claim) → anchor of its quotes; filled as questions are put on the page.
        asked: Finding → its number on the page.
        newsrooms: Capture id → whose outlet published it, in small letters; empty where nobody knows.
        names: Capture id → who published it, or the document's own name where nobody knows; neither is masked.
        sources: Capture id → the captures that it comes from.
    """

    edition: Edition
    masking: Masking
    numbers: dict[str, int] = field(default_factory=dict)
    anchors: dict[tuple[str, str], str] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    newsrooms: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    sources: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for edge in self.edition.edges:
            if edge.target:
                self.sources.setdefault(edge.capture_id, []).append(edge.target)
        for source in self.edition.sources:
            outlet = source.metadata.outlet
            self.newsrooms[source.capture_id] = (source.newsroom or outlet).casefold()
            self.names[source.capture_id] = outlet or source.name

    def hidden(self, text: str, claims: Iterable[str] = (), captures: Iterable[str] = ()) -> str:
        """A string without whoever is private in any of the documents that it comes from."""
        if not text:
            return text
        known = self.edition.claims
        documents = list(dict.fromkeys((*captures, *(known[i].capture_id for i in claims if i in known))))
        for capture_id in documents:  # grows: a reason may name where they come from
            documents += [i for i in self.sources.get(capture_id, ()) if i not in documents]
            text = self.masking(capture_id).mask(text)
        return text

    def worded(self, text: str, values: Pairs, claims: Iterable[str]) -> str:
        """Words made of values: masked, unless every value is a number, a code or a normal form."""
        names = self.edition.wording.names
        closed = all(not isinstance(v, str) or v in names or _NORMAL.fullmatch(v) for _, v in values)
        return text if closed else self.hidden(text, claims)

    def number(self, capture_id: str) -> int:
        """The document's number among the sources, given when it is first quoted."""
        if len(self.numbers) >= self.edition.bounds.sources and capture_id not in self.numbers:
            return 0
        return self.numbers.setdefault(capture_id, len(self.numbers) + 1)

    def statement(self, claim: Claim) -> Statement:
        """A claim with its words, in its sentence."""
        mask: Masker = self.masking(claim.capture_id)
        start, end = claim.quote.start, claim.quote.end
        reading = self.edition.reading(claim.capture_id)
        before, after = _sentence(reading, start, end) if reading else ("", "")
        marks = (claim.polarity, claim.status, "hedged in the text" if claim.hedged else "")
        return Statement(
            id=claim.id,
            before=mask.mask(before, start - len(before)).lstrip(),
            quote=mask.mask(claim.quote.exact, start),
            after=mask.mask(after, end).rstrip(),
            said_by=mask.mask(" ← ".join(claim.attribution)),
            marks=tuple(m for m in marks if m and m not in ("affirmed", "actual")),
            source=self.number(claim.capture_id),
            outlet=mask.mask(self.names.get(claim.capture_id, "")),
            published=claim.published,
        )

    def said(self, text: str, line: Line, *marks: str) -> Said:
        """Words for one answer of the model, masked, with its marks and counts and where its quotes are.

        Args:
            text: The words.
            line: The answer.
            marks: Further marks, before those of the answer.
        """
        claims = line.support.claims
        anchor = next((self.anchors[k] for k in ((line.finding, i) for i in claims) if k in self.anchors), "")
        return Said(
            self.hidden(text, claims),
            tuple(m for m in dict.fromkeys((*marks, *marks_of(line.support))) if m != text),
            counted(line.support),
            anchor,
            self.asked.get(line.finding, 0),
        )

    def phrase(self, line: Line) -> str:
        """One answer in words, with what was asked beside type and place; not masked."""
        wording = self.edition.wording
        question, answer = wording.question(line.scope), wording.answer(line.values, line.scope)
        return ": ".join(w for w in (question, answer) if w) or wording.brief(line.type)


def numbers_of(quoting: Quoting, documents: Iterable[str], origins: Iterable[str]) -> tuple[int, int, int]:
    """How many documents, outlets and origins there are together, each at most as many as the one before.

    Publishers that nobody knows count as one, beside those that are known; where one newsroom carries several voices,
    no more of them count than there are newsrooms. It is how they are counted behind a single answer.
    """
    held = set(documents)
    rooms = {quoting.newsrooms.get(i, "") for i in held}
    outlets = 0 if rooms == {""} else len(rooms)
    voices = len(set(origins))
    return len(held), outlets, min(voices, outlets or 1)


def behind(documents: int, outlets: int, origins: int) -> str:
    """Documents, outlets and origins as they stand behind every answer; ``?`` where nobody knows."""
    return f"{documents:,}≥{outlets or '?'}≥{origins or '?'}"


def counted(support: Support) -> str:
    """How many documents, outlets and origins say so.

    >>> counted(Support((), 3, 2, ("Example Agency",)))
    '3≥2≥1'
    >>> counted(Support((), 1, 0))
    '1≥?≥?'
    """
    return behind(support.documents, support.outlets, len(support.origins))


def marks_of(support: Support) -> tuple[str, ...]:
    """What a reader must know of an answer: that it is denied, planned, a draft, contested, doubted, over."""
    marks = [support.polarity, support.status, support.standing]
    marks += ["contested"] if support.state == "contested" and support.standing in ("", "live") else []
    marks += ["hedged"] if support.hedged else []
    marks += ["unknown on that day"] if support.held == "unknown" else []
    return tuple(m for m in dict.fromkeys(marks) if m not in ("", "affirmed", "actual", "live"))


def _sentence(reading: Reading, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span in its sentences, cut at a word where it is long."""
    around = [s for s in reading.sentences if s[0] < end and s[1] > start]
    first, last = (min(s[0] for s in around), max(s[1] for s in around)) if around else (start, end)
    before = reading.text[min(first, start) : start]
    after = reading.text[end : max(last, end)]
    if len(before) > _AROUND:
        before = before[before.find(" ", len(before) - _AROUND) :]
    if len(after) > _AROUND:
        after = after[: after.rfind(" ", 0, _AROUND)]
    return before, after
