"""Holders of public office who joined the reserve, or left their office or unit.

In: a document. Out: drafts of ``official.joined`` and ``official.left``: one for each
named holder of a list, and for each number of people of an organisation. Never takes a
private person, nor an official who only tells of others.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.official_counts import countable, counted
from musterbook.claims.finders.positions import position
from musterbook.claims.mention import Mention
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg, PersonMention

JOINED, LEFT = "official.joined", "official.left"
_CONTEXT = 1500  # characters before a sentence in which the reserve is named: an item of a digest
_KINDS = frozenset({"force", "unit", "programme_name"})
_BEFORE = 260  # characters before a sentence that goes on with a list: the sentence before it
_SELF = 60  # characters between "I" and the verb
_OBJECT = 70  # characters between a verb of dismissal and a name
_STOP = regex(r"[.;:]")
_OPENING = " ,;:.-"
_QUOTES = "\"'"
_AHEAD = 400  # characters after a sentence in which the reserve is named, where a report opens with it
_NEAR = 40  # characters around a title in which the name of its holder stands
_ANSWER = 90  # characters after a clause in which stands what came of a wish
_TELLS = 16  # characters after an office in which its verb of telling stands
_GAP = 170  # characters from a name to its verb: an apposition fits
_WORDS = (
    "join", "ellipsis", "bar", "after", "between", "denied", "clause", "pronoun", "speech_self",
    "no_post", "left", "tells", "among", "dismiss", "first_person", "unit", "unnamed",
    "unnamed_not", "tried", "refused", "among_them", "called", "asked", "cited", "inserted",
)  # fmt: skip

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence with one verb of joining or leaving, or none."""

    start: int
    end: int
    cue: Span | None
    denied: bool


def find(document: Document) -> Iterator[Draft]:
    """Every official of whom the document tells that he joined or left."""
    words = document.book.words(_WORDS, document.annotations.language, "off_")
    if len(words) < len(_WORDS) or not {JOINED, LEFT} <= document.vocabulary.types.keys():
        return
    verbs = {t: (words[w], {span for span, _ in document.cues(t)}) for t, w in ((JOINED, "join"), (LEFT, "left"))}
    cued = sorted(set().union(*(spans for _, spans in verbs.values())))
    holders = _holders(document, words["no_post"]) if cued else []
    starts = [m.start for m in holders]
    for sentence in cued:
        first = bisect_left(starts, sentence[0])
        people = holders[first : bisect_left(starts, sentence[1])]
        for claim_type, (cue, spans) in verbs.items():
            if (
                sentence not in spans
                or _asks(document, sentence)
                or not _names_somebody(document, words, sentence, holders, people)
            ):
                continue
            among = _goes_on(document, words, sentence) if claim_type == JOINED else None
            if among is None and not cue.search(document.shadow, *sentence):
                continue
            if _of_the_reserve(document, words, sentence):
                yield from _Telling(document, words, sentence, people, (holders, first)).drafts(claim_type, cue, among)


def _names_somebody(
    document: Document, words: dict[str, Gated], sentence: Span, holders: list[Mention], people: list[Mention]
) -> bool:
    """Whether a sentence can tell of anybody: it names or counts officials, or takes up one who is named elsewhere."""
    if people or countable(document, sentence) or document.annotations.within(*sentence, "title"):
        return True
    if not holders:
        return False
    if words["first_person"].search(document.plain, *sentence):
        return True
    if holders[0].start >= sentence[0]:
        return False
    opening = document.shadow[slice(*sentence)].lstrip(_OPENING)
    return bool(words["pronoun"].search(opening) or words["clause"].search(document.shadow, *sentence))


def _asks(document: Document, sentence: Span) -> bool:
    """Whether a sentence is a question: it tells nothing, and whom it names is asked."""
    return document.plain[slice(*sentence)].rstrip(_OPENING + _QUOTES).endswith("?")


def _of_the_reserve(document: Document, words: dict[str, Gated], sentence: Span) -> bool:
    """Whether a sentence stands where the reserve is spoken of, or tells of a unit where a text names the reserve."""
    if _KINDS & document.surroundings.context(sentence, _CONTEXT):
        return True
    if any(m.kind in _KINDS for m in document.annotations.within(sentence[1], sentence[1] + _AHEAD)):
        return True
    return words["unit"].search(document.plain, *sentence) is not None and any(
        m.kind in _KINDS for m in document.annotations.mentions
    )


def _goes_on(document: Document, words: dict[str, Gated], sentence: Span) -> Span | None:
    """The words that open a list of those of whom the sentence before has told that they joined: "Among them is …"."""
    opening = words["among"].match(document.plain[sentence[0] : sentence[1]])
    found = words["among_them"].search(document.plain, *sentence) if opening is None else None
    if opening is None and found is None:
        return None
    before = max(0, sentence[0] - _BEFORE), sentence[0]
    joined = words["join"].search(document.shadow, *before)
    if not joined and (found is None or not words["called"].search(document.plain, *before)):
        return None
    return found.span() if found is not None else (sentence[0], sentence[0] + opening.end()) if opening else None


def _holders(document: Document, no_post: Gated) -> list[Mention]:
    """The holders of public office that the sentences name, in order."""
    notes = document.annotations
    named = [m for kind in ("official", "person") for _, _, found in notes.sentences_with(kind) for m in found]
    return sorted((m for m in named if _holder(document, m, no_post)), key=lambda m: m.start)


def _holder(document: Document, mention: Mention, no_post: Gated) -> bool:
    """Whether a mention is a holder of public office, by a title of his own."""
    value = mention.value
    if not isinstance(value, PersonMention):
        return mention.kind == "official"
    if value.role == "voice":  # one who is asked for his opinion, and holds an office as well
        before = mention.start - len(value.position) - 1
        return bool(value.position) and bool(document.annotations.within(max(0, before), mention.start, "title"))
    return value.role == "office" and not no_post.fullmatch(value.position.lower())


def _names(mention: Mention) -> tuple[str, ...]:
    """What somebody is called, in either script."""
    value = mention.value
    return (value.name, value.native) if isinstance(value, PersonMention) else (str(value),)


class _Telling:
    """One sentence that tells of joining or leaving."""

    def __init__(
        self,
        document: Document,
        words: dict[str, Gated],
        span: Span,
        people: list[Mention],
        holders: tuple[list[Mention], int],
    ) -> None:
        self._holders, first = holders
        self._previous = self._holders[first - 1] if first else None
        self._document = document
        self._shadow = document.shadow
        self._words = words
        self._span = span
        self._people = people

    def drafts(self, claim_type: str, cue: Gated, among: Span | None) -> Iterator[Draft]:
        """Those who joined or left, as a sentence names them; ``among`` opens a list that goes on."""
        told: set[int] = set()
        clauses = list(self._clauses(cue, among))
        for clause in clauses:
            meant = self._of(clause)
            for person in meant:
                if person.start not in told:
                    told.add(person.start)
                    yield self._draft(claim_type, clause, person)
            if not meant and claim_type == JOINED:
                yield from self._unnamed(clause)
        if claim_type == JOINED:
            for clause in clauses:
                if clause.cue is not None:
                    span = (clause.start, clause.end)
                    for draft in counted(self._document, self._span, span, self._people, clause.denied):
                        if not self._words["tells"].search(self._shadow, draft.end, max(draft.end, clause.cue[0])):
                            yield draft

    def _clauses(self, cue: Gated, among: Span | None) -> Iterator[_Clause]:
        """The clauses in order; one that takes up the verb before has that verb."""
        bounds = [
            self._span[0],
            *(m.start() for m in self._words["clause"].finditer(self._shadow, *self._span)),
            self._span[1],
        ]
        last = among
        for start, end in itertools.pairwise(bounds):
            found = cue.search(self._shadow, start, end)
            denied = bool(self._words["denied"].search(self._document.plain, start, end)) or self._in_vain(start, end)
            if found is not None:
                last = found.span()
                yield _Clause(start, end, last, denied)
            elif last is not None and (
                start == self._span[0] or self._words["ellipsis"].search(self._document.plain, start, end)
            ):
                yield _Clause(start, end, last, denied)

    def _in_vain(self, start: int, end: int) -> bool:
        """Whether a clause tells that somebody wanted to join, and the words after it that he was refused."""
        plain = self._document.plain
        if self._words["tried"].search(plain, start, end) is None:
            return False
        until = min(self._span[1], end + _ANSWER)
        return not any(end < p.start < until for p in self._people) and (
            self._words["refused"].search(plain, start, until) is not None
        )

    def _of(self, clause: _Clause) -> list[Mention]:
        """Who joined or left, as one clause tells."""
        if clause.cue is None:
            return []
        inside = [p for p in self._people if clause.start <= p.start < clause.end]
        if self._words["dismiss"].search(self._shadow, *clause.cue):
            put_out = self._put_out([p for p in inside if p.start >= clause.cue[1]], clause.cue[1])
            if put_out:
                return put_out
        subjects = [p for p in inside if p.end <= clause.cue[0] and self._subject(p, clause)]
        listed = self._listed([p for p in inside if p.start >= clause.cue[1]], clause)
        if subjects or listed:
            return subjects + listed
        speaker = self._speaker(clause)
        if speaker is not None:
            return [speaker]
        opening = self._shadow[clause.start : clause.end].lstrip(_OPENING)
        taken_up = None if inside else self._words["pronoun"].search(opening)
        if taken_up is not None and self._does(clause.end - len(opening) + taken_up.end(), clause.cue):
            before = [p for p in self._people if p.end <= clause.start]
            meant = before[-1] if before else self._previous
            return [meant] if meant is not None else []
        return []

    def _unnamed(self, clause: _Clause) -> Iterator[Draft]:
        """One whom the text names by office and place alone: "Tver's mayor has enlisted", «мэр Твери не пошёл»."""
        if clause.cue is None or any(clause.start <= p.start < clause.end for p in self._people):
            return
        for found in self._words["unnamed"].finditer(self._shadow, clause.start, clause.end):
            titles = self._document.annotations.within(*found.span(), "title")
            if not titles or found.span() == (titles[0].start, titles[0].end) or self._held(titles[0]):
                continue
            if self._words["unnamed_not"].fullmatch(self._document.plain, titles[0].start, titles[0].end):
                continue
            gap = self._shadow[min(found.end(), clause.cue[1]) : max(found.start(), clause.cue[0])]
            if len(gap) > _GAP or self._words["bar"].search(gap) or self._only_tells(found.span(), clause.cue):
                continue
            entry = self._document.vocabulary.entries.get(("title", str(titles[0].value)))
            post = (entry.names.get("en") if entry else None) or str(titles[0].value).replace("_", " ")
            arg = Arg("position", post, titles[0].start, titles[0].end)
            start, end = min(found.start(), clause.cue[0]), max(found.end(), clause.cue[1])
            polarity = "denied" if clause.denied else "affirmed"
            yield Draft(JOINED, (arg,), start, end, self._span, cue=clause.cue, polarity=polarity)
            return

    def _only_tells(self, named: Span, cue: Span) -> bool:
        """Whether an office after the verb is where it is known from: "… signed up, according to the mayor of Tver"."""
        cited = self._words["cited"].search(self._shadow, cue[1], max(cue[1], named[0]))
        tells = self._words["tells"].search(self._document.plain, named[1], named[1] + _TELLS)
        return named[0] >= cue[1] and (cited or tells) is not None

    def _held(self, title: Mention) -> bool:
        """Whether the text names a holder of the same office, there or elsewhere: then he is meant."""
        notes = self._document.annotations
        near = notes.within(max(0, title.start - _NEAR), title.end + _NEAR)
        if any(m.kind in ("person", "official") for m in near):
            return True
        return any(
            t.value == title.value
            for p in self._holders
            for t in notes.within(max(0, p.start - _NEAR), p.end + _NEAR, "title")
        )

    def _put_out(self, people: list[Mention], after: int) -> list[Mention]:
        """The one who is named after a verb of dismissal as its object."""
        gap = self._shadow[after : people[0].start] if people else ""
        return people[:1] if len(gap) <= _OBJECT and not _STOP.search(gap) else []

    def _speaker(self, clause: _Clause) -> Mention | None:
        """The official who tells in the first person that he himself joined or left."""
        assert clause.cue is not None
        around = (max(clause.start, clause.cue[0] - _SELF), min(clause.end, clause.cue[1] + _SELF))
        own = self._words["first_person"].search(self._document.plain, *around)
        if own is None or self._words["bar"].search(self._shadow, own.end(), clause.cue[0]):
            return None
        said_by, _ = self._document.attribution.chain(clause.cue)
        named = (m for m in self._holders if said_by and said_by[0] in _names(m))
        return next(named, None)

    def _subject(self, person: Mention, clause: _Clause) -> bool:
        """Whether a name before the verb is its subject, alone or in a list."""
        assert clause.cue is not None
        gap = self._shadow[person.end : clause.cue[0]]
        if len(gap) > _GAP + 80 * sum(1 for p in self._people if person.end <= p.start < clause.cue[0]):
            return False
        if self._words["speech_self"].search(self._shadow[person.end : clause.cue[1] + 40]):
            return True
        if gap.startswith(",") and not self._words["pronoun"].search(gap.lstrip(_OPENING)):
            before = self._shadow[max(self._span[0], person.start - _GAP) : person.start]
            if self._words["inserted"].search(before):
                return False
        return not self._words["bar"].search(gap)

    def _does(self, after: int, cue: Span) -> bool:
        """Whether a pronoun's verb is the one of joining, and not one of telling of others."""
        gap = self._shadow[after : max(after, cue[0])]
        told = self._words["speech_self"].search(self._shadow[after : cue[1] + 40])
        return told is not None or not self._words["bar"].search(gap)

    def _listed(self, people: list[Mention], clause: _Clause) -> list[Mention]:
        """The names after the verb that are its subjects: "joined by A and B", «вступили А и Б»."""
        assert clause.cue is not None
        found: list[Mention] = []
        if self._words["asked"].search(self._document.plain, clause.start, clause.cue[0]):
            return found
        at = clause.cue[1] if clause.cue[0] >= clause.start else clause.start
        for person in people:
            gap = self._shadow[at : person.start]
            rule = self._words["between"] if found else self._words["after"]
            if not rule.search(gap):
                break
            found.append(person)
            at = person.end
        return found

    def _draft(self, claim_type: str, clause: _Clause, person: Mention) -> Draft:
        assert clause.cue is not None
        name = person.value.name if isinstance(person.value, PersonMention) else str(person.value)
        args = [Arg("person", name, person.start, person.end)]
        post = position(self._document, person)
        if post is not None:
            args.append(Arg("position", post[0], post[1], post[2]))
        near = self._span[0] <= person.start < self._span[1]
        start, end = (person.start, person.end) if near else clause.cue
        if near and sum(1 for p in self._people if clause.start <= p.start < clause.end) == 1:
            start, end = min(start, clause.cue[0]), max(end, clause.cue[1])
        return Draft(
            claim_type, tuple(args), start, end, self._span, cue=clause.cue,
            polarity="denied" if clause.denied else "affirmed",
        )  # fmt: skip
