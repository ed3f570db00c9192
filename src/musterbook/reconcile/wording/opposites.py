"""What a source says, turned over: denied for confirmed, against for in favour, withheld for paid back.

In: two texts with their closed lists, and which of their sentences tell the same. Out: `Swap` records, where a word of
one sense stands for one of the opposite sense. Never takes a word that is denied for itself, nor a sentence of a
source that has both senses for either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import DONE, NOT, OPPOSITE, PLAN, WISH
from musterbook.reconcile.wording.retold import Sentence, pairs

_YES, _ROLE = "yes", "polarity"  # the side of a word in its id, before what it is of
_ORDERED = "ordered"  # the sense in which one asks or orders
_WISHED = 12  # characters between a word of asking and what is asked for
_DENIED = 24  # characters between a negation and the word that it turns over; "no" is, wherever it is denied

_DASH = regex(r"\s[–—-]\s")  # what stands before such a one is said of something else

Together = Sequence[tuple[Sentence, Sentence]]
Senses = Mapping[str, Sequence[tuple[bool, Member]]]


def turned(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """Words of one sense that stand for the opposite one of the source.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one; what one of these says as it does is not turned over.
        together: The sentences that tell the same.
    """
    now, was = texts
    close = {(o.start, t.start) for o, t, same in pairs(now.sentences, was.sentences) if same}
    whole = _senses(was, was.sentences)
    seen: set[tuple[str, int]] = set()
    for own, theirs in (*_close(texts, close), *together):
        mine, there = _senses(now, [own]), _senses(was, [theirs])
        for thing in sorted(mine.keys() & there.keys()):
            one, two = ({side for side, _ in found[thing]} for found in (mine, there))
            if len(one) != 1 or len(two) != 1 or one == two:
                continue
            word, word_there = mine[thing][0][1], there[thing][0][1]
            elsewhere = one <= {side for side, _ in whole[thing]} and (own.start, theirs.start) not in close
            if elsewhere or _is_so_above(thing, one, own, further) or (thing, word.start) in seen:
                continue
            seen.add((thing, word.start))
            yield Swap(word.of(_ROLE), word_there.of(_ROLE))


def _close(texts: tuple[Text, Text], close: Iterable[tuple[int, int]]) -> Iterator[tuple[Sentence, Sentence]]:
    ours, theirs = ({s.start: s for s in t.sentences} for t in texts)
    return ((ours[a], theirs[b]) for a, b in sorted(close))


def _senses(text: Text, sentences: Sequence[Sentence]) -> Senses:
    """The words that have an opposite in some sentences, by what they are of, with their sense as it stands there."""
    found: dict[str, list[tuple[bool, Member]]] = defaultdict(list)
    for sentence in sentences:
        for word in (c for c in text.of(OPPOSITE) if sentence.start <= c.start < sentence.end):
            side, *things = word.id.split("_")
            if _ORDERED not in things and any(0 <= word.start - c.end <= _WISHED for c in text.of(WISH)):
                continue  # what somebody asks for is not so
            start, end = text.clause(word.start)
            start = max([start, *(m.end() for m in _DASH.finditer(text.reading.text, start, word.start))])
            near = (max(start, word.start - _DENIED), word.start) if side == _YES else (start, end)
            denials = [c for c in text.of(NOT) if near[0] <= c.start < near[1]]
            if side != _YES:  # who is free not to do something is not denied to be free
                denials = [c for c in denials if c.start != word.end + 1]
            denied = bool(denials) or is_denied_behind(word, text)
            for thing in things:  # a word may be of several: who must do something is ordered to
                found[thing].append(((side == _YES) != denied, word))
    return found


def is_denied_behind(word: Member, text: Text) -> bool:
    """Whether a negation follows right on a word, with what it is of behind: in Russian, what one will not do."""
    denials = [c.end + 1 for c in text.of(NOT) if c.start == word.end + 1]
    return any(c.start in denials for role in (PLAN, DONE) for c in text.of(role))


def _is_so_above(thing: str, sense: set[bool], own: Sentence, further: Sequence[Text]) -> bool:
    """Whether another source tells the same in that sense."""
    return any(sense & {s for s, _ in _senses(t, t.near(own)).get(thing, ())} for t in further)
