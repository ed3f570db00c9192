"""How many people of which organisation joined: "seven of its officials", «трое депутатов горсовета».

In: a document, a clause that tells of joining. Out: drafts of ``official.joined`` with
``count`` and ``organisation``. Never counts people who are not said to work for a public body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.mention import Count, Mention
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.expressions import regex
from musterbook.records import Arg

_MOST = 400  # more officials than this no organisation sends: a sum or a year
_PEOPLE = "p"  # the gender under which the lexicon gives words for people: no body's name
_BODY = 120  # characters before a sentence in which the body is named whose people it counts
_PARAGRAPH = 400  # characters before a sentence in which the district is named of him whose people it counts
_STOP = regex(r"[,:;]")
_SENT = 90  # characters before a number in which the body is named that the people come from
_PLACE = 90  # characters before a name in which his district stands

Span = tuple[int, int]


@lru_cache(maxsize=8)
def _grammar(book: PatternBook, language: str) -> dict[str, Gated]:
    def one(frame: str) -> Gated:
        return Gated(book.expression(frame, language))

    return {
        "people": one(
            r"\s+(?:[-–]\s+)?(?:(?:of|из)\s+(?:the\s+)?)?(?:[\w'-]+\s+){0,3}?(?P<who>{off_people})(?:\s+{off_org}(?P<org>{off_organisation})|\s+(?P<org2>{off_organisation})(?=[\s,.;]))?"
        ),
        "from": one(r"\s+(?:-\s+)?(?:more\s+)?{off_org}(?P<org>{off_organisation})"),
        "group": one(r"\b{off_group}(?P<org>{off_organisation})"),
        "sent": one(r"\b{off_sends}"),
        "bare": one("{off_bare}"),
        "own": one("{off_own_administration}"),
        "his": one("{off_his}"),
        "district": one("{off_district}"),
        "its": one("{off_its_people}"),
        "body": one("{off_organisation}"),
    }


def countable(document: Document, sentence: Span) -> bool:
    """Whether a sentence counts people of a body, or names a group of them, at all."""
    words = _grammar(document.book, document.annotations.language)
    shadow = document.shadow
    numbers = _numbers(document, sentence)
    if any(_told_of(words, shadow, m, sentence[1]) or _sent_by(words, shadow, m, sentence) for m in numbers):
        return True
    return words["group"].search(shadow, *sentence) is not None


def _numbers(document: Document, span: Span) -> list[Mention]:
    """The numbers in a span that can be one of people."""
    counts = (m for m in document.annotations.within(*span, "count") if isinstance(m.value, Count))
    return [
        m for m in counts if m.value.low == m.value.high and m.value.low <= _MOST and m.value.comparator != "ordinal"
    ]


def _told_of(words: dict[str, Gated], shadow: str, number: Mention, end: int) -> re.Match[str] | None:
    """The people of a body that a number counts."""
    return words["people"].match(shadow, number.end, end) or words["from"].match(shadow, number.end, end)


def counted(document: Document, sentence: Span, clause: Span, people: list[Mention], denied: bool) -> Iterator[Draft]:
    """The numbers of officials that a clause gives, each with its organisation.

    Args:
        document: With its mentions.
        sentence: Around the clause.
        clause: Which tells of joining.
        people: Holders of office in the sentence.
        denied: Whether the clause denies it.
    """
    words = _grammar(document.book, document.annotations.language)
    shadow = document.shadow
    polarity = "denied" if denied else "affirmed"
    found = False
    for m in _numbers(document, clause):
        match = _told_of(words, shadow, m, clause[1])
        sent = _sent_by(words, shadow, m, clause) if match is None else None
        if sent is not None:
            found = True
            yield _of_body(document, m, sent, sentence, polarity)
        if match is None or _followed_by_name(document, match.end(), people):
            continue
        org = _organisation(document, words, match, sentence, people)
        args = [Arg("count", int(m.value.low), m.start, m.end)]
        if org is not None:
            args.append(org)
        found = True
        yield Draft(
            "official.joined",
            tuple(args),
            m.start,
            match.end(),
            sentence,
            cue=(m.start, match.end()),
            polarity=polarity,
        )
    if not found:
        group = words["group"].search(shadow, *clause)
        if group is not None and not _followed_by_name(document, group.end(), people):
            span = group.span("org")
            arg = Arg("organisation", _named(document, document.annotations.text[span[0] : span[1]]), *span)
            yield Draft("official.joined", (arg,), *group.span(), sentence, cue=group.span(), polarity=polarity)


def _sent_by(words: dict[str, Gated], shadow: str, number: Mention, clause: Span) -> re.Match[str] | None:
    """The body that a clause names before the number of those who come from it."""
    if words["bare"].match(shadow, number.end, clause[1]) is None:
        return None
    named = list(words["sent"].finditer(shadow, max(clause[0], number.start - _SENT), number.start))
    return named[-1] if named and _STOP.search(shadow, named[-1].end(), number.start) is None else None


def _of_body(document: Document, number: Mention, body: re.Match[str], sentence: Span, polarity: str) -> Draft:
    """So many people of a body that is named before their number."""
    span = body.span("org")
    org = Arg("organisation", _named(document, document.annotations.text[slice(*span)]), *span)
    args = (Arg("count", int(number.value.low), number.start, number.end), org)
    quote = (body.start(), number.end)
    return Draft("official.joined", args, *quote, sentence, cue=quote, polarity=polarity)


def _followed_by_name(document: Document, at: int, people: list[Mention]) -> bool:
    """Whether the people counted are named right after: then the names are the claim."""
    return any(
        0 <= p.start - at <= 40 and not re.search(r"[.;]|\bhave\b", document.plain[at : p.start]) for p in people
    )


def _organisation(
    document: Document, words: dict[str, Gated], match: re.Match[str], sentence: Span, people: list[Mention]
) -> Arg | None:
    """The body that the people counted work for; "his administration" is that of the district named before."""
    text = document.annotations.text
    own = words["own"].search(document.plain, match.start(), min(sentence[1], match.end() + 30))
    if own is not None:
        before = [p for p in people if p.end <= match.start()]
        his = words["his"].search(document.plain, *own.span()) is not None
        far = max(0, sentence[0] - _PARAGRAPH) if his else match.start()
        place = max(sentence[0], before[-1].start - _PLACE) if before else far
        districts = list(words["district"].finditer(document.plain, place, match.start()))
        if districts:
            span = districts[-1].span(1)
            return Arg("organisation", text[span[0] : span[1]], *span)
    groups = match.groupdict()
    for name in ("org", "org2"):
        if groups.get(name):
            span = match.span(name)
            return Arg("organisation", _named(document, text[span[0] : span[1]]), *span)
    if words["its"].search(document.plain, match.start(), match.end()):
        named = list(words["body"].finditer(document.shadow, max(0, sentence[0] - _BODY), match.start()))
        if named:
            span = named[-1].span()
            return Arg("organisation", _named(document, text[span[0] : span[1]]), *span)
    if groups.get("who"):
        span = match.span("who")
        return Arg("organisation", _named(document, text[span[0] : span[1]]), *span)
    return None


@lru_cache(maxsize=8)
def _forms(book: PatternBook, language: str) -> tuple[dict[str, tuple[str, str]], dict[tuple[str, str], str]]:
    """Heads of names in the text → (nominative, gender); (gender, ending) → ending of an adjective before."""

    def rows(name: str) -> list[tuple[str, str]]:
        given = book.vocabulary.lexicon.get((language, name), "")
        return [(one, other) for one, _, other in (row.partition("=") for row in given.split("|") if row)]

    heads = {
        form: (name, gender) for form, (name, _, gender) in ((f, o.partition(":")) for f, o in rows("off_nominative"))
    }
    endings = {}
    for ending, nominative in rows("off_nominative_endings"):
        gender, _, last = ending.partition(":")
        endings[gender, last] = nominative
    return heads, endings


def _named(document: Document, words: str) -> str:
    """The name of a body in its first form: «депутатов Примерской областной думы» is «Примерская областная дума»."""
    heads, endings = _forms(document.book, document.annotations.language)
    parts = _clean(words).split()
    found = [n for n, word in enumerate(parts) if word.lower() in heads]
    bodies = [n for n in found if heads[parts[n].lower()][1] != _PEOPLE]
    if not found:
        return " ".join(parts)
    at = bodies[0] if bodies else found[0]
    name, gender = heads[parts[at].lower()]
    before = parts[found[0] + 1 if found[0] < at else 0 : at]
    kept = [_first_form(word, gender, endings) for word in before]
    return " ".join([*kept, name, *parts[at + 1 :]])


def _first_form(word: str, gender: str, endings: dict[tuple[str, str], str]) -> str:
    for (of, ending), nominative in endings.items():
        if of == gender and word.endswith(ending):
            return word[: -len(ending)] + nominative
    return word


def _clean(words: str) -> str:
    """An organisation's name without article and white space around."""
    return re.sub(r"^(?:the|his|her|its|my|their)\s+", "", " ".join(words.split()), flags=re.I)
