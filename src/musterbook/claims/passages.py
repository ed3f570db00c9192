"""Every sentence of a text with who says it, whether or not a finder reads anything in it.

In: a document made ready for the finders. Out: statements without a type, one for each sentence, or for each part
of one that another says, with the values that stand in them. Never leaves a sentence out that has words, never says
what it means, and names no person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from musterbook.claims.anchor import MAX_QUOTE, anchor
from musterbook.claims.attribution import Attribution
from musterbook.claims.document import Document
from musterbook.claims.mention import Count, Duration, Mention, Money, When
from musterbook.expressions import regex
from musterbook.records import Arg, Capture, Claim, Reading

_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SHORT = 4  # words of a part without a source below which it goes with what stands beside: «he said»
_WIDE = MAX_QUOTE - 200  # characters of a part; of a longer one the beginning is quoted

Span = tuple[int, int]
_Said = tuple[tuple[str, ...], bool]


def passages(document: Document, capture: Capture, written: Callable[[str], str]) -> list[Claim]:
    """The sentences of a document as statements, with their attribution.

    Args:
        document: Annotated.
        capture: Its bytes, for the name and the publication date.
        written: How names of sources are written.

    Returns:
        In order, not overlapping; their type is empty, and their arguments are values under what kind they are of:
        counts and sums as numbers, all else as its code.
    """
    reading, said = document.reading, document.attribution
    told_first = telling(said)
    return [
        Claim(
            capture_id=capture.id,
            doc=capture.name,
            type="",
            args=tuple(_values(document.annotations.within(start, end))),
            quote=anchor(reading, start, min(end, start + _WIDE)),
            attribution=tuple(map(written, told_first.get(chain[0], chain) if len(chain) == 1 else chain)),
            told_to=told or (len(chain) == 1 and chain[0] in told_first),
            language=reading.language,
            published=capture.metadata.get("published"),
            programme=document.vocabulary.name,
        )
        for sentence in reading.sentences
        for (start, end), (chain, told) in _parts(reading, sentence, said)
    ]


def telling(said: Attribution) -> Mapping[str, tuple[str, ...]]:
    """Who told something to reporters before anything else of his is told: what he adds, he told them too.

    Returns:
        Speaker → the chain of what he told first.
    """
    first: dict[str, tuple[str, ...]] = {}
    for reach in sorted((*said.reaches, *said.quotes), key=lambda r: (r.start, r.end)):
        if reach.chain:
            first.setdefault(reach.chain[0], reach.chain if reach.told else ())
    return {speaker: chain for speaker, chain in first.items() if chain}


def _values(mentions: Iterable[Mention]) -> Iterator[Arg]:
    """What a passage can be known by in any language."""
    for mention in mentions:
        value, at = mention.value, (mention.start, mention.end)
        if isinstance(value, Count | Money):
            kind = mention.kind if isinstance(value, Count) else value.currency
            yield from (Arg(kind, float(n), *at) for n in dict.fromkeys((value.low, value.high)))
        elif isinstance(value, Duration):
            yield from (Arg(mention.kind, n, *at) for n in dict.fromkeys((value.low, value.high)))
        elif isinstance(value, When):
            yield Arg(mention.kind, str(value.date), *at)
        elif isinstance(value, str):
            yield Arg(mention.kind, value, *at)


def _parts(reading: Reading, sentence: Span, said: Attribution) -> Iterator[tuple[Span, _Said]]:
    """The parts of a sentence that one source has each, with the source."""
    found: list[tuple[Span, _Said]] = []
    for part in _cut(reading, sentence, said):
        count = len(_WORD.findall(reading.text, *part))
        source = said.chain(part)
        if not count and not found:
            continue
        if found and (source == found[-1][1] or count < (_SHORT if not source[0] else 1)):
            found[-1] = (found[-1][0][0], part[1]), found[-1][1]
        elif found and not found[-1][1][0] and len(_WORD.findall(reading.text, *found[-1][0])) < _SHORT:
            found[-1] = (found[-1][0][0], part[1]), source
        else:
            found.append((part, source))
    yield from found


def _cut(reading: Reading, sentence: Span, said: Attribution) -> Iterator[Span]:
    """A sentence where its sources begin and end."""
    start, end = sentence
    ends = {at for r in (*said.reaches, *said.quotes) for at in (r.start, r.end) if start < at < end}
    places = sorted({start, end, *(at for at in ends if not _inside_word(reading.text, at))})
    yield from pairwise(places)


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum()
