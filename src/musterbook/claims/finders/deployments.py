"""Where somebody is not sent, told of a place that the sentence before names: "nobody will go there".

In: a document. Out: drafts of ``deployment.area`` for sentences that deny (or tell) that the
programme's people go to a place which a word like "there" takes up. Never takes up a place
that is further back than two sentences, nor one of several.
"""

from __future__ import annotations

from collections.abc import Iterator

from musterbook.claims.agents import OWN
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.needful import Gated
from musterbook.records import Arg

TYPE = "deployment.area"
_NAMES = ("not_there", "ukraine", "combat_zone", "person")
_AREAS = (("ukraine", "UA"), ("combat_zone", "combat_zone"))
_BACK = 2  # sentences before, in which the place is named

Span = tuple[int, int]


def find(document: Document) -> Iterator[Draft]:
    """The denials of a document that take up a place named before.

    Args:
        document: In a language whose lexicon has the ``dep_…`` macros.
    """
    words = document.book.words(_NAMES, document.annotations.language, "dep_")
    if len(words) < len(_NAMES) or TYPE not in document.vocabulary.types:
        return
    notes = document.annotations
    for found in words["not_there"].finditer(document.shadow):
        number = notes.sentence_at(found.start())
        sentence = notes.sentences[number]
        if any(words[name].search(document.shadow, *sentence) for name, _ in _AREAS):
            continue
        area = _taken_up(document, words, number)
        if area is not None and _meant(document, words, sentence, found.span()):
            yield Draft(TYPE, (Arg("area", area),), *found.span(), sentence, cue=found.span(), polarity="denied")


def _meant(document: Document, words: dict[str, Gated], sentence: Span, span: Span) -> bool:
    """Whether it is somebody of the programme who does not go, by name or by a pronoun."""
    person = words["person"].search(document.shadow, *sentence)
    return person is not None and document.surroundings.agents.of(span, sentence) == OWN


def _taken_up(document: Document, words: dict[str, Gated], number: int) -> str | None:
    """The one area that the sentences before speak of."""
    sentences = document.annotations.sentences
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        for name, area in _AREAS:
            if words[name].search(document.shadow, *sentences[earlier]):
                return area
    return None
