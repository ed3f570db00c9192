"""What a draft would do, told as what is so.

In: two texts of one language with their closed lists, and which of their sentences tell the same. Out: one `Swap`
record at most. Never holds a text to a word that it has itself anywhere: whoever speaks of a draft or of what would
be, tells of no law.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import MAY, PLAN, WOULD
from musterbook.reconcile.wording.retold import Sentence

_FRAME, _STAGE = "frame", "stage"
_LEAST = 4  # letters that two forms of one verb have in common


def as_law(texts: tuple[Text, Text], together: Sequence[tuple[Sentence, Sentence]]) -> Iterator[Swap]:
    """The verb by which a later text tells as a rule what its source tells of a draft.

    Args:
        texts: The later text, and its source.
        together: The sentences that tell the same.
    """
    now, was = texts
    if now.reading.language != was.reading.language:
        return
    if now.of(WOULD) or any(c.role == PLAN and c.id == _FRAME for c in now.cues):
        return
    for own, theirs in together:
        if any(c.role in (MAY, PLAN) and own.start <= c.start < own.end for c in now.cues):
            continue
        for would in (c for c in was.of(WOULD) if theirs.start <= c.start < theirs.end):
            verb = was.words.after(would.end)
            told = _same_verb(verb, now, own) if len(verb) >= _LEAST else None
            if told:
                yield Swap(told, would.of(_STAGE))
                return


def _same_verb(verb: str, text: Text, sentence: Sentence) -> Member | None:
    """Where a verb stands in a sentence, in whatever form."""
    for start, end in text.words.every:
        word = text.reading.text[start:end].casefold()
        stem = verb.rstrip("e")
        if sentence.start <= start < sentence.end and len(stem) >= _LEAST and word.startswith(stem):
            return Member(_STAGE, "told as law", start, end)
    return None
