"""What a draft would do, or what may or is to be, told as what is so.

In: two texts of one language with their closed lists, and which of their sentences tell the same. Out: `Swap`
records. Never holds a text to a word that it has itself anywhere: whoever speaks of a draft or of what would
be, tells of no law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import BE, DEED, DONE, EARMARK, IF, MAY, NOT, PLAN, RELATIVE, SAYING, WOULD
from musterbook.reconcile.wording.quantities import is_denied
from musterbook.reconcile.wording.retold import Sentence, beginning

_FRAME, _ABLE, _STAGE, _RULE = "frame", "able", "stage", "instrument"
_Sense = Callable[[Text, Sentence], list[Member]]
_STATUS, _UNSURE = "status", ("bare", "present")  # words of what is done that may be participles, or of what is to come
_SAYS_LITTLE = (MAY, PLAN, DONE, WOULD, SAYING, BE, NOT)
_LED_BY = 24  # characters between "if" and what it is of
_SHARED = 3  # marks that the clauses have in common which tell of one thing
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


def as_fact(
    texts: tuple[Text, Text], further: Sequence[Text], together: Sequence[tuple[Sentence, Sentence]]
) -> Iterator[Swap]:
    """What a sentence of the source says that may or is to be, told as done in a sentence that says nothing else.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one.
        together: The sentences that tell the same.
    """
    yield from _surer(texts, further, together, (_meant, _done))


def as_certain(
    texts: tuple[Text, Text], further: Sequence[Text], together: Sequence[tuple[Sentence, Sentence]]
) -> Iterator[Swap]:
    """What a sentence of the source says that may be, told as what will be; as `as_fact` takes it.

    What may be done under a rule or its draft will be done under it: such sources say nothing unsure.
    """
    if any(c.id == _FRAME for c in texts[1].of(PLAN)) or any(m.role == _RULE for m in texts[1].marks):
        return
    yield from _surer(texts, further, together, (_may, _will))


def _surer(
    texts: tuple[Text, Text],
    further: Sequence[Text],
    together: Sequence[tuple[Sentence, Sentence]],
    senses: tuple[_Sense, _Sense],
) -> Iterator[Swap]:
    """What a source tells in one sense alone, told in a surer one alone."""
    now, was = texts
    unsure, sure = senses
    told = [(o, t) for o, t in together if sure(now, o) and not unsure(now, o) and not _is_set_aside(now, o)]
    for own, theirs in told:
        meant = unsure(was, theirs)
        if not meant or sure(was, theirs):
            continue
        if any(sure(was, t) and not unsure(was, t) for o, t in together if o is own):
            continue  # the source tells elsewhere that it is so
        if any(sure(t, s) and not unsure(t, s) for t in further for s in t.near(own)[:1]):
            continue
        done = sure(now, own)[0]
        clauses = (now, now.clause(done.start)), (was, was.clause(meant[0].start))
        shared = [
            {(m.role, m.id) for m in t.marks if s <= m.start < e and m.role not in _SAYS_LITTLE}
            for t, (s, e) in clauses
        ]
        words = [{w for w in map(beginning, t.words.between(*c)) if len(w) >= _LEAST} - t.plain for t, c in clauses]
        if len(shared[0] & shared[1]) + len(words[0] & words[1]) >= _SHARED:
            yield Swap(Member(_STATUS, f"actual {done.start}", *done.span), meant[0].of(_STATUS))


def _may(text: Text, sentence: Sentence) -> list[Member]:
    """The words by which a sentence says that something may be; none where it says who or what is able to."""
    every = [c for c in text.of(MAY) if sentence.start <= c.start < sentence.end and not is_denied(c, text)]
    return [] if any(c.id == _ABLE for c in every) else every


def _will(text: Text, sentence: Sentence) -> list[Member]:
    """The words by which a sentence says that something will be, or is to be."""
    every = (c for role in (PLAN, WOULD) for c in text.of(role) if c.id != _FRAME)
    meant = [c for c in every if sentence.start <= c.start < sentence.end and not is_denied(c, text)]
    return meant + _done(text, sentence)


def _is_set_aside(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence says that something is set aside for what is to be, or speaks of a draft."""
    frames = (c for c in text.of(PLAN) if c.id == _FRAME)
    return any(sentence.start <= c.start < sentence.end for c in (*text.of(EARMARK), *frames))


def _meant(text: Text, sentence: Sentence) -> list[Member]:
    """The words by which a sentence says that something may or is to be."""
    every = (c for role in (MAY, PLAN, WOULD) for c in text.of(role) if c.id != _FRAME)
    relative = {c.end + 1 for c in text.of(RELATIVE)}  # "men who are to guard" says nothing of what is told of them
    return [c for c in every if sentence.start <= c.start < sentence.end and c.start not in relative]


def _done(text: Text, sentence: Sentence) -> list[Member]:
    """The words by which a sentence says that something is done, but for what somebody has said."""
    said = {c.start for role in (SAYING, DEED) for c in text.of(role)}
    every = (c for c in text.of(DONE) if sentence.start <= c.start < sentence.end)
    ifs = [c.end for c in text.of(IF)]
    every = (c for c in every if not any(0 <= c.start - e <= _LED_BY for e in ifs))
    return [c for c in every if c.start not in said and c.id not in _UNSURE and not is_denied(c, text)]


def _same_verb(verb: str, text: Text, sentence: Sentence) -> Member | None:
    """Where a verb stands in a sentence, in whatever form."""
    for start, end in text.words.every:
        word = text.reading.text[start:end].casefold()
        stem = verb.rstrip("e")
        if sentence.start <= start < sentence.end and len(stem) >= _LEAST and word.startswith(stem):
            return Member(_STAGE, "told as law", start, end)
    return None
