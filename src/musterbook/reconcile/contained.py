"""Which passages one text has from another.

In: two texts. Out: the passages that stand in both, and how much of the later one they make up. Never
counts direct speech, of which two independent reports may each have a copy.
"""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.reconcile.leaves import WIDTH, unquoted, words_at

_SHORTEST = 8  # words: shorter common runs are turns of phrase


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in both texts: half-open spans in the later and in the earlier one."""

    start: int
    end: int
    source_start: int
    source_end: int
    words: int


def passages(later: str, earlier: str) -> tuple[tuple[Passage, ...], int]:
    """Passages of a text that stand in an earlier one.

    Args:
        later: The text that may have copied.
        earlier: The text that may have been copied.

    Returns:
        Passages, longest first, and how many words the later text has outside direct speech.
    """
    words, spans = words_at(unquoted(later))
    others, other_spans = words_at(unquoted(earlier))
    places: dict[tuple[str, ...], int] = {}
    for n in range(len(others) - WIDTH + 1):
        places.setdefault(tuple(others[n : n + WIDTH]), n)
    found: list[Passage] = []
    at = 0
    while at <= len(words) - WIDTH:
        start = places.get(tuple(words[at : at + WIDTH]))
        if start is None:
            at += 1
            continue
        length = WIDTH
        while (
            at + length < len(words) and start + length < len(others) and words[at + length] == others[start + length]
        ):
            length += 1
        if length >= _SHORTEST:
            last, other_last = at + length - 1, start + length - 1
            found.append(
                Passage(spans[at][0], spans[last][1], other_spans[start][0], other_spans[other_last][1], length)
            )
        at += length
    found.sort(key=lambda p: (-p.words, p.start))
    return tuple(found), len(words)
