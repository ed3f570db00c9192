"""Why something is done, for whom, and with whose consent: what a rewrite tells otherwise than its source.

In: two texts with their closed lists, and which of their sentences tell the same. Out: `Swap` records, where a sentence
gives a reason that its source has not in the stead of its own, tells of everybody, or of all, what is so of some, or
lets another agree than the source does. Never takes silence on a reason or on who it is for another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from musterbook.reconcile.wording.closed import WHOLE, Member, Span, Swap, Text
from musterbook.reconcile.wording.cues import AGREED, BECAUSE, EVERYONE
from musterbook.reconcile.wording.retold import Sentence

_CONDITION, _ISSUER, _FIGURE = "condition", "issuer", "count"
_SOME = "some"  # words of everybody's list that say of whom alone something is so
_ALL, _PART = "all", "part"
_OWN = "own"  # words of consent that say it is of those who are spoken of
_LARGE = 20  # a figure from which on two texts that are linked have it of one thing
_REASON, _WITH = 80, 40  # characters after a word that a reason begins with, or a consent

Together = Sequence[tuple[Sentence, Sentence]]


def circumstances(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """What is told with another reason, of other people, or with another's consent.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one.
        together: The sentences that tell the same.
    """
    now, was = texts
    yield from _for_everybody(now, was, further)
    for own, theirs in together:
        mine, there = (own.start, own.end), (theirs.start, theirs.end)
        yield from _for_another_reason((now, mine), (was, there), further)
        yield from _with_another((now, mine), (was, there))
        yield from _of_all((now, mine), (was, there), further)


def _inside(members: Sequence[Member], span: Span) -> list[Member]:
    return [m for m in members if span[0] <= m.start < span[1]]


def _ids(members: Collection[Member]) -> set[str]:
    return {m.id for m in members}


def _for_another_reason(
    later: tuple[Text, Span], earlier: tuple[Text, Span], further: Sequence[Text]
) -> Iterator[Swap]:
    """A reason of which the source's sentence has nothing, in the stead of one of which this sentence has nothing."""
    told = [(t, s, _inside(t.of(BECAUSE), s)) for t, s in (later, earlier)]
    if [len(found) for _, _, found in told] != [1, 1]:
        return
    reasons = [_inside(t.concepts, (b[0].end, min(s[1], b[0].end + _REASON))) for t, s, b in told]
    whole = [_ids(_inside(t.concepts, s)) for t, s, _ in told]
    if not all(reasons) or _ids(reasons[0]) & whole[1] or _ids(reasons[1]) & whole[0]:
        return
    if any(
        _ids(reasons[0]) <= _ids(_inside(t.concepts, (b.end, b.end + _REASON))) for t in further for b in t.of(BECAUSE)
    ):
        return
    now, was = (Member(_CONDITION, r[0].id, b[0].start, r[-1].end) for r, (_, _, b) in zip(reasons, told, strict=True))
    yield Swap(now, was)


def _for_everybody(now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    """What the source says of some, by the same figure, told of each or of all."""
    if any(m.id != _SOME for t in (was, *further) for m in t.of(EVERYONE)):
        return
    some = [(m, was.reading.sentence_at(m.start)) for m in was.of(EVERYONE)]
    for word in (m for m in now.of(EVERYONE) if m.id != _SOME):
        span = now.reading.sentence_at(word.start)
        figures = {f.id for f in _inside(now.figures, span) if float(f.id) >= _LARGE}
        there = [m for m, theirs in some if figures & _ids(_inside(was.figures, theirs))]
        if there and _SOME not in _ids(_inside(now.of(EVERYONE), span)):
            yield Swap(word.of(_CONDITION), there[0].of(_CONDITION))
            return


def _of_all(later: tuple[Text, Span], earlier: tuple[Text, Span], further: Sequence[Text]) -> Iterator[Swap]:
    """What the source says of some of several, told of all of them."""
    mine, there = (_inside(t.of(WHOLE), s) for t, s in (later, earlier))
    if _ids(mine) != {_ALL} or _ids(there) != {_PART} or any(m.id == _ALL for t in further for m in t.of(WHOLE)):
        return
    yield Swap(mine[0].of(_FIGURE), there[0].of(_FIGURE))


def _with_another(later: tuple[Text, Span], earlier: tuple[Text, Span]) -> Iterator[Swap]:
    """Who agrees to what the source says that he decides."""
    mine, there = (_agreeing(t, s) for t, s in (later, earlier))
    own = [m for m in _inside(earlier[0].of(AGREED), earlier[1]) if m.id == _OWN]
    if mine and own and not there:  # whoever it is about agrees himself
        yield Swap(mine.of(_CONDITION), own[0].of(_CONDITION))
    if mine is None or there is None:
        return
    now, was = later[0], earlier[0]
    deciding = {was.hand(m.id) for m in _inside(was.parties, earlier[1]) if m.start != there.start}
    if now.hand(mine.id) != was.hand(there.id) and now.hand(mine.id) in deciding:
        yield Swap(mine.of(_ISSUER), there.of(_ISSUER))


def _agreeing(text: Text, span: Span) -> Member | None:
    """Who agrees to something, in a sentence that says so once."""
    told = _inside(text.of(AGREED), span)
    if len(told) != 1:
        return None
    after = (told[0].end, min(span[1], told[0].end + _WITH))
    return next(iter(_inside(text.parties, after)), None)
