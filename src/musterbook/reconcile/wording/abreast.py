"""Which sentences of two linked texts tell the same thing, in one language or two.

In: two texts with everything of closed lists in them. Out: pairs of sentences, each the other's likest. Common words
and what stands in every sentence say little; what stands in one sentence of each text says much. Of the sentences that
are left, those that answer one question (who pays, how often, confirmed or denied) are paired as well.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from musterbook.reconcile.wording.closed import Text
from musterbook.reconcile.wording.cues import DEED, OPPOSITE
from musterbook.reconcile.wording.retold import Sentence

Marks = Mapping[int, frozenset[str]]
_QUESTIONS = ("budget", "frequency", "jurisdiction", "court", "penalty", "share", "reason", "facility")
Pair = tuple[Sentence, Sentence]
_SOME = 0.5  # weight of what two sentences that are left have in common themselves
_FINISHED = "finished"  # the opposite of what is under way, which may be so of everything
_ENOUGH = 1.0  # weight of what two sentences have in common that are left, or their neighbours'
_LEAST = 1.6  # weight of what two sentences have in common
_SHARE = 0.3  # of the weight of the lighter of the two
_ALIKE = 0.9  # part of the best likeness from which on another sentence is as like
_TWICE = 0.5  # part of it from which on another sentence of the later text may tell the same again


def abreast(now: Text, was: Text) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of sentences, of the later text and its source; either may say a thing twice, in the headline and below."""
    alike = now.reading.language == was.reading.language
    ours, theirs = _marks(now, alike), _marks(was, alike)
    weights = _weights([*ours.values(), *theirs.values()])
    whole = [{n: sum(weights[m] for m in marks) for n, marks in found.items()} for found in (ours, theirs)]
    likeness: dict[tuple[int, int], float] = {}
    for i, mine in ours.items():
        for j, other in theirs.items():
            same = mine & other
            if not same:
                continue
            common, lighter = sum(weights[m] for m in same), min(whole[0][i], whole[1][j])
            if common >= _LEAST and common >= _SHARE * lighter:
                likeness[i, j] = common * common / lighter
    mine_best: dict[int, float] = {}
    their_best: dict[int, float] = {}
    for (i, j), like in likeness.items():
        mine_best[i], their_best[j] = max(like, mine_best.get(i, 0.0)), max(like, their_best.get(j, 0.0))
    for (i, j), like in sorted(likeness.items()):
        if like >= _ALIKE * mine_best[i] and like >= _TWICE * their_best[j]:
            yield now.sentences[i], was.sentences[j]


def left_over(texts: tuple[Text, Text], together: Sequence[tuple[Sentence, Sentence]]) -> list[Pair]:
    """Of the sentences that have no pair, those of which each is the only one to answer the other's question.

    Args:
        texts: The later text, and its source.
        together: The sentences that have pairs.
    """
    alike = texts[0].reading.language == texts[1].reading.language
    marks = [_marks(t, alike) for t in texts]
    weights = _weights([m for found in marks for m in found.values()])
    at = [{s.start: n for n, s in enumerate(t.sentences)} for t in texts]
    found = {(at[0][o.start], at[1][t.start]) for o, t in together}
    taken = {i for i, _ in found}, {j for _, j in found}
    asked = [t.once("asked", _asked) for t in texts]
    rated: dict[tuple[int, int], float] = {}
    for i in asked[0].keys() - taken[0]:
        for j in asked[1].keys() - taken[1]:
            if asked[0][i] & asked[1][j]:
                beside = (i - 1, j - 1) in found or (i + 1, j + 1) in found
                common = sum(weights[m] for m in marks[0][i] & marks[1][j])
                if common >= _SOME:
                    rated[i, j] = common + beside
    best = {(n, p[n]): max(v for q, v in rated.items() if q[n] == p[n]) for p in rated for n in (0, 1)}
    pairs = sorted(p for p, v in rated.items() if v >= _ENOUGH and v == best[0, p[0]] == best[1, p[1]])
    return [(texts[0].sentences[i], texts[1].sentences[j]) for i, j in pairs]


def _asked(text: Text) -> dict[int, frozenset[str]]:
    """The questions that sentences answer: what is done, and of which lists they have a member."""
    found: dict[int, frozenset[str]] = {}
    for n, sentence in enumerate(text.sentences):
        inside = [m for m in text.marks if sentence.start <= m.start < sentence.end]
        asked = {m.id for m in inside if m.role == DEED} | {m.role for m in inside if m.role in _QUESTIONS}
        asked |= {thing for m in inside if m.role == OPPOSITE for thing in m.id.split("_")[1:]}
        if asked - {_FINISHED}:
            found[n] = frozenset(asked - {_FINISHED})
    return found


def _weights(sentences: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much it says that two sentences have a mark in common: the more, the fewer sentences have it."""
    found = Counter(m for s in sentences for m in s)
    return {m: math.log(1 + len(sentences) / n) * (1.0 if " " in m else 0.5) for m, n in found.items()}


def _marks(text: Text, by_words: bool) -> Marks:
    """What each sentence is known by: what of it is the same in every language and, within one, its words."""
    ids = text.once("marked", _marked)
    return {
        n: found | (s.words - text.plain) if by_words else found
        for n, (s, found) in enumerate(zip(text.sentences, ids, strict=True))
    }


def _marked(text: Text) -> Sequence[frozenset[str]]:
    """Of each sentence what is the same in every language."""
    marks = [(m.start, f"{m.role} {m.id}") for m in text.marks]
    return [frozenset(name for at, name in marks if s.start <= at < s.end) for s in text.sentences]
