"""Judgements in the voice of the author of an opinion piece, or of the one who is interviewed.

In: a document. Out: drafts of ``assessment`` for the sentences of a column, a comment or an
interview that judge the programme most clearly, with the author or the interviewed as their
holder. Never takes a report of news, nor the words of somebody who is no public voice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "assessment"
_WORDS = ("words", "value", "opinion", "byline", "first")
_KINDS = frozenset({"force", "unit", "programme_name"})
_SUMS = frozenset({"count", "money", "percent", "ages"})
_HEAD = 300  # characters at the top of a text in which it says what it is and who wrote it
_TAIL = 420  # characters at its end in which it says who its author is
_NEAR = 600  # characters before a sentence in which the programme is named
_FIRST = 2  # times that somebody speaks of himself in a piece that is not labelled
_NEEDED = 3  # weight of a judgement
_MOST = 2  # judgements of one author that are taken
_TURNS = 8  # sentences of one who is interviewed
_SHARE = 0.3  # of all sentences
_LEAST, _LONGEST = 25, 260  # characters of a sentence that judges
_TURN = regex(r"\n\s*(?:[-–—]\s|[A-ZА-ЯЁ][\w. ]{0,30}:\s)")
_BY = regex(r"^(?:by|автор\w*|текст)\W+", re.I)
_NAME = regex(r"(?:[A-ZА-ЯЁ][\w'-]+)(?: [A-ZА-ЯЁ][\w.'-]+){1,2}")
_EDGES = " \n\"'“”«»‘’—–-•*"

Span = tuple[int, int]


def find(document: Document, taken: list[Span]) -> Iterator[Draft]:
    """What an author, or somebody interviewed, judges in his own voice.

    Args:
        document: In a language whose lexicon has the ``judge_…`` macros.
        taken: Where judgements have been found already.
    """
    words = document.book.words(_WORDS, document.annotations.language, "judge_")
    if len(words) < len(_WORDS) or not _KINDS & {m.kind for m in document.annotations.mentions}:
        return
    author = _author(document, words)
    if author is not None:
        yield from _judged(document, words, author, (), taken)
        return
    interviewed = _interviewed(document)
    if interviewed is not None:
        yield from _judged(document, words, interviewed, (interviewed,), taken)


def _author(document: Document, words: dict[str, Gated]) -> str | None:
    """Who signs an opinion piece; None where the text is none, or nobody signs it."""
    plain = document.plain
    tail = max(0, len(plain) - _TAIL)
    labelled = words["opinion"].search(plain, 0, _HEAD) or words["opinion"].search(plain, tail)
    if not labelled and len(list(islice(words["first"].finditer(plain), _FIRST))) < _FIRST:
        return None
    printed = _NAME.search(_BY.sub("", document.reading.byline))
    if printed is not None:
        named = next((p for p in document.people if printed.group() in (p.native, p.name)), None)
        return named.name if named and named.role != "private" else None
    voices = [p for p in document.people if p.role == "voice"]
    for person in voices:
        if (
            " " in person.name
            and person.start < _HEAD
            and words["byline"].search(plain, max(0, person.start - _HEAD), person.start)
        ):
            return person.name
    lines = (p for p in voices if p.start >= tail and document.annotations.text[: p.start].rstrip(" *").endswith("\n"))
    signed = next((p for p in lines if " " in p.name), None)
    return signed.name if signed else None


def _interviewed(document: Document) -> str | None:
    """Whose answers make up much of the text."""
    voices = {name for p in document.people if p.role == "voice" for name in (p.name, p.native)}
    if not voices or len(_TURN.findall(document.annotations.text)) < _TURNS // 2:
        return None
    sentences = document.annotations.sentences
    heads = Counter(chain[0] for s in sentences if (chain := document.attribution.chain(s)[0]))
    for name, turns in heads.most_common(1):
        if name in voices and turns >= max(_TURNS, _SHARE * len(sentences)):
            return name
    return None


def _judged(
    document: Document, words: dict[str, Gated], holder: str, chain: tuple[str, ...], taken: list[Span]
) -> Iterator[Draft]:
    """The sentences in one voice that judge most clearly, in the order of the text."""
    weighed: list[tuple[int, int, Span]] = []
    text = document.annotations.text
    for number, sentence in enumerate(document.annotations.sentences):
        start, end = sentence
        if not _LEAST <= end - start <= _LONGEST or any(start < e and s < end for s, e in taken):
            continue
        if text[start:end].rstrip(_EDGES).endswith("?"):
            continue
        block = document.reading.block_at(start)
        if block is not None and block.kind != "body":
            continue
        if document.attribution.chain(sentence)[0] != chain:
            continue
        if not _KINDS & document.surroundings.context(sentence, _NEAR):
            continue
        weight = _weight(document, words, sentence)
        if weight >= _NEEDED:
            weighed.append((-weight, number, sentence))
    for _, _, (start, end) in sorted(sorted(weighed)[:_MOST], key=lambda w: w[1]):
        first = start + len(text[start:end]) - len(text[start:end].lstrip(_EDGES))
        last = first + len(text[first:end].rstrip(_EDGES + "."))
        yield Draft(
            TYPE, (Arg("holder", holder),), first, last, (start, end),
            cue=(first, last), status="actual", polarity="affirmed", speaker=chain,
        )  # fmt: skip


def _weight(document: Document, words: dict[str, Gated], sentence: Span) -> int:
    """How much of a judgement a sentence is."""
    said = document.plain[slice(*sentence)]
    counted = (m for m in document.annotations.within(*sentence) if m.kind in _SUMS)
    facts = sum(1 for m in counted if getattr(m.value, "comparator", "") != "ordinal")
    told = min(3, len(words["words"].findall(said)))
    return told + 2 * bool(words["value"].search(said)) + 2 * bool(words["first"].search(said)) - min(3, facts)
