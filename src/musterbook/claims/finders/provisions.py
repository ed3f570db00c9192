"""What a legal instrument allows or demands, by the concepts that stand together in a sentence.

In: a document. Out: drafts of ``law.provision``. A provision is told where words of each of
its concepts (who decides, what is decided, the verb of deciding) stand near one another, in
any order, in a sentence about the reserve where a legal instrument is spoken of. Never takes
one where the sentence speaks of conscripts, of another law or of another state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.concepts import around, nearest
from musterbook.claims.mention import Mention
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.records import Arg

TYPE = "law.provision"
_PARTS = ("what", "how", "who")  # the concepts of a provision; the second is the verb that is read for its mood
_LAW, _AMENDMENTS = "law", "amendments"
_ACTS = frozenset({_LAW, "bill", _AMENDMENTS})
_CONTEXT = 700  # characters before a sentence in which the instrument is named: about a paragraph
_SPAN = 170  # characters in which the words of a provision stand
_UNDENIED = frozenset({"no_other_duties", "indefinite_activation"})  # what is forbidden or not limited is stated
_BESIDE = 25  # characters around the words of a provision in which something can speak against it

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Provision:
    """A provision and the expressions of its concepts."""

    name: str
    parts: tuple[Gated, ...]
    against: Gated | None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """All provisions of a language, and the words without which none is looked for."""

    provisions: tuple[_Provision, ...]
    topic: Gated
    against: Gated


@lru_cache(maxsize=8)
def _grammar(book: PatternBook, language: str) -> _Grammar | None:
    lexicon = book.vocabulary.lexicon

    def one(name: str) -> Gated | None:
        return Gated(book.expression(f"{{{name}}}", language)) if (language, name) in lexicon else None

    definition = book.vocabulary.types[TYPE].arg("provision")
    found = []
    for name in definition.values if definition else ():
        parts = tuple(g for p in _PARTS if (g := one(f"prov_{name}_{p}")) is not None)
        if parts:
            found.append(_Provision(name, parts, one(f"prov_{name}_not")))
    topic, against = one("prov_topic"), one("prov_against")
    return _Grammar(tuple(found), topic, against) if found and topic and against else None


def find(document: Document) -> Iterator[Draft]:
    """Every provision that a document tells of."""
    if TYPE not in document.vocabulary.types:
        return
    grammar = _grammar(document.book, document.annotations.language)
    if grammar is None:
        return
    shadow = document.shadow
    for sentence, _ in document.cues(TYPE):
        told = [p for p in grammar.provisions if all(part.may(shadow, *sentence) for part in p.parts)]
        if not told or "instrument" not in document.surroundings.context(sentence, _CONTEXT):
            continue
        if not grammar.topic.search(shadow, *_goes_on(document, sentence)) or grammar.against.search(shadow, *sentence):
            continue
        if document.surroundings.answer(sentence) == "":
            continue
        for provision in told:
            words = _together(provision, document, sentence)
            if words is not None:
                yield _draft(document, provision.name, words, sentence)


def _goes_on(document: Document, sentence: Span) -> Span:
    """A sentence with the one before it, which tells what it goes on about."""
    sentences = document.annotations.sentences
    at = document.annotations.sentence_at(sentence[0])
    return sentences[max(0, at - 1)][0], sentence[1]


def _together(provision: _Provision, document: Document, sentence: Span) -> tuple[Span, ...] | None:
    """The words of each concept of a provision, where they stand near enough and nothing speaks against it."""
    words = nearest(provision.parts, document.shadow, sentence, _SPAN)
    if words is None or provision.against is None:
        return words
    start, end = around(words)
    beside = (max(sentence[0], start - _BESIDE), min(sentence[1], end + _BESIDE))
    return None if provision.against.search(document.shadow, *beside) else words


def _draft(document: Document, name: str, words: tuple[Span, ...], sentence: Span) -> Draft:
    start, end = around(words)
    cue = words[1] if len(words) > 1 else words[0]
    polarity = "affirmed" if name in _UNDENIED else ""
    law = _instrument(document, sentence, start)
    args = [Arg("provision", name, *words[0])]
    if law is not None:
        args.append(Arg("instrument", _LAW if law.value == _AMENDMENTS else str(law.value), law.start, law.end))
    return Draft(TYPE, tuple(args), start, end, sentence, cue=cue, polarity=polarity)


def _instrument(document: Document, sentence: Span, start: int) -> Mention | None:
    """What provides: an act in the sentence, another instrument that stands first there, else the last act before it.

    "By a decree" tells how something is done under an act, and does not provide it.
    """
    here = document.annotations.within(*sentence, "instrument")
    acts = [m for m in here if m.value in _ACTS]
    if acts:
        return min(acts, key=lambda m: abs(m.start - start))
    leading = [m for m in here if m.start < start]
    if leading:
        return leading[-1]
    before = document.annotations.within(max(0, sentence[0] - _CONTEXT), sentence[0], "instrument")
    earlier = [m for m in before if m.value in _ACTS] or [] if here else list(before)
    return earlier[-1] if earlier else (here[0] if here else None)
