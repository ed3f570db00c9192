"""Additions: what a document that passes on others' words says without anybody's.

In: the claims of one document, `Holders`, words. Out: `Doubt` records of kind ``unsupported``. Never doubts what a
newsroom that reports says itself, nor what only has other words for what its source says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from musterbook.reconcile.doubts.copied import has_one_source, passes_on
from musterbook.reconcile.doubts.garbled import UNSAID, retells
from musterbook.reconcile.doubts.holders import NEAREST, Holders, paragraphs
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.nearly import figures_stand_in
from musterbook.reconcile.press import VOICES
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.retold import Sentence, stands_alone
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Doubt, Reading

_GENERAL = ("name.", "programme.", "law.")  # families that speak of the whole: an addition here changes the picture
_NAMED = "name.expansion"
_TOLD_IN_WORDS = (
    "benefit.",
    "callup.place",
    "contract.term",
    "duty.",
    "eligibility.criterion",
    "unit.action",
)  # types that any words may say
# share of words that may stand above, and how many in one sentence there
_PLAIN, _ANONYMOUS, _MOTIVE = (0.4, 1), (0.6, 3), (0.75, 3)
_FOUNDING = (_NAMED, "programme.launched")  # what a text cannot know by itself, whoever wrote it


def unsupported(own: Sequence[Claim], named: set[str], held: Holders, lists: Lists) -> Iterator[Doubt]:
    """What a document that passes on others' words adds without anybody's.

    Args:
        own: The claims of one document.
        named: Ids of those that are doubted already.
        held: Of the whole book.
        lists: The closed lists of the vocabulary.
    """
    for doubt in _added([c for c in own if c.id not in named], held):
        if not _read_over(doubt, own, held, lists) and not _out_of_a_paper(doubt, own, held, lists):
            yield doubt


def _out_of_a_paper(doubt: Doubt, own: Sequence[Claim], held: Holders, lists: Lists) -> bool:
    """Whether the paragraph speaks of a law or draft before: that may say it, and anybody can read it."""
    claim = next(c for c in own if c.id == doubt.claim)
    reading = held.reading_of(claim.capture_id)
    if reading is None or claim.type in _FOUNDING:
        return False
    start = next((s for s, e in paragraphs(reading) if s <= claim.quote.start < e), 0)
    return lists.speaks_of_law(reading, start, claim.quote.start)


def _added(own: Sequence[Claim], held: Holders) -> Iterator[Doubt]:
    origins, questions = held.origins, held.questions
    if not own or origins.paper(own[0].capture_id).reports:
        return
    edges = origins.edges(own[0].capture_id)
    if not edges and not any(_is_named(c, origins) for c in own):
        return
    if edges and all(held.of_one_newsroom(own[0].capture_id, e.target) for e in edges):
        return  # another edition of its newsroom's own word
    above = held.above(own[0].capture_id)
    derived = any(e.target and e.kind != "cites" for e in edges)
    for claim in own:
        doubt = _not_said_there(claim, origins)
        if doubt:
            yield doubt
            continue
        if " " not in claim.quote.exact.strip():
            continue  # one word says too little to be nobody's
        if origins.of(claim).name or claim.told_to or (claim.type.startswith(UNSAID) and not above):
            continue
        if held.others(claim):
            continue
        _, answer = questions.of(claim)
        known = questions.known_expansion(str(claim.get("acronym") or ""))
        if known and known in dict(answer.values).values():
            continue
        others = held.otherwise(claim)
        if any(_paraphrased(claim, c, questions) for t in above for c in origins.claims_of(t)):
            continue
        general = claim.type in _FOUNDING and claim.status == "actual" and not claim.attribution
        if not derived and not (general and (known or others or claim.type != _NAMED)):
            continue
        reason = "nobody is named for it, and no other document of the book has it"
        if known:
            reason += f"; known is “{known}”"
        if others:
            reason += "; others say otherwise"
        shown = tuple(c.id for c in others)
        yield Doubt("unsupported", claim.id, shown, reason, next((w[0].id for w in above.values()), ""))


def told_beside(own: Sequence[Claim], doubts: Sequence[Doubt], held: Holders, lists: Lists) -> Iterator[Doubt]:
    """Sentences of a text made from others that none of them has, though no statement was read in it.

    Args:
        own: The claims of one document; at least one.
        doubts: Those on it that are known.
        held: Of the whole book.
        lists: For the words of sentences.
    """
    capture_id = own[0].capture_id
    above = held.above(capture_id)
    later = held.reading_of(capture_id) if above and passes_on(capture_id, held) else None
    nearest = islice(above if later else (), NEAREST)
    texts = {t: r for t in nearest if (r := held.reading_of(t))}
    direct = [texts[w[0].target] for w in above.values() if len(w) == 1 and w[0].target in texts]
    if later is None or not direct:
        return
    across = any(r.language != later.language for r in direct)
    of_one = has_one_source(later, capture_id, held, lists)
    made_from = [w for w in above.values() if of_one or all(e.kind != "cites" or retells(e, held) for e in w)]
    unnamed = any(lists.is_of_the_unnamed(r) for r in texts.values())
    hearsay = any(lists.has_hearsay(r) for r in texts.values())
    claims = {c.id: c for c in own}
    taken = [(d.start, d.start + len(d.words)) for d in doubts if d.words]
    taken += [(c.quote.start, c.quote.end) for d in doubts if not d.words and (c := claims.get(d.claim))]
    said = [(c.quote.start, c.quote.end) for c in own if c.attribution or held.origins.of(c).name]
    press = held.origins.press
    told = [c for c in own if any(press.voice(n).kind in ("outlet", "office") for n in c.attribution)]
    voiced = [(c.quote.start, c.quote.end) for c in told]
    earlier = [s for r in texts.values() for s in lists.sentences(r)]
    for sentence in _of_the_article(later, lists):
        start, end = sentence.start, sentence.end
        if any(s < end and start < e for s, e in taken) or lists.speaks_of_itself(later, sentence):
            continue
        anonymous = not unnamed and lists.is_of_the_unnamed(later, sentence)
        anonymous = anonymous and not any(s < end and start < e for s, e in voiced)
        motive = lists.gives_a_motive(later, sentence) and bool(made_from)
        if across and not motive and not (anonymous and not hearsay):
            continue  # in another language, what is said cannot be told from what is not
        if not (anonymous or motive) and (not made_from or any(s < end and start < e for s, e in said)):
            continue
        known = lists.is_known(later, sentence, texts.values()) or lists.has_a_figure_of(sentence, earlier)
        known = known or lists.is_remark(later, sentence) or lists.lasts_as_in(later, sentence, texts.values())
        known = known or lists.is_about(later, sentence, texts.values())
        if not anonymous and (known if not motive else lists.is_about(later, sentence, texts.values())):
            continue
        most = _MOTIVE if motive else _ANONYMOUS if anonymous else _PLAIN
        if stands_alone(sentence, earlier, most, lists.plain(later.language)):
            near = min(own, key=lambda c: (abs(c.quote.start - start), c.id))
            words = later.text[start:end].rstrip()
            reason = "nothing of it stands in what the document was made from, and no source is named for it"
            edge = (made_from or list(above.values()))[0][0].id
            yield Doubt("unsupported", near.id, (), reason, edge, (), words, start)


def _of_the_article(reading: Reading, lists: Lists) -> Iterator[Sentence]:
    """The sentences of a text's body."""
    body = [(b.start, b.end) for b in reading.blocks if b.kind == "body"]
    for sentence in lists.sentences(reading):
        if not body or any(s <= sentence.start < e for s, e in body):
            yield sentence


def _read_over(doubt: Doubt, own: Sequence[Claim], held: Holders, lists: Lists) -> bool:
    """Whether what an addition says stands in a text above it, which may say it in words that none read.

    Its figures stand there, or its lengths of time in any unit, or all of its words in one sentence.
    """
    claim = next(c for c in own if c.id == doubt.claim)
    above, later = held.above(claim.capture_id), held.reading_of(claim.capture_id)
    if any(held.origins.says(t, claim) or figures_stand_in(claim, held.reading_of(t)) for t in above):
        return True
    texts = [r for t in above if (r := held.reading_of(t))]
    if later is None or any(lists.has_words_of(later, claim.quote, r) for r in texts):
        return later is not None
    sentence = lists.passage(later, *later.sentence_at(claim.quote.start))
    return claim.type.startswith(_TOLD_IN_WORDS) and lists.is_about(later, sentence, texts)


def _not_said_there(claim: Claim, origins: Origins) -> Doubt | None:
    """What is put into the mouth of an outlet whose report is in the book and does not say it."""
    if not claim.attribution or not claim.type.startswith(_GENERAL):
        return None
    end = origins.press.voice(claim.attribution[-1])
    for edge in origins.edges(claim.capture_id):
        paper = origins.paper(edge.target)
        if edge.target and end.kind == "outlet" and paper.family == end.family and not origins.says(edge.target, claim):
            if any(c.type == claim.type for c in origins.claims_of(edge.target)):
                return None
            reason = f"{end.name} is named for it, and its report in the book says nothing of it"
            return Doubt("unsupported", claim.id, (), reason, edge.id)
    return None


def _paraphrased(claim: Claim, source: Claim, questions: Questions) -> bool:
    """Whether a source says something so near that the rewrite may only have other words for it."""
    if claim.type != source.type:
        return False
    if claim.language != source.language:
        return True
    (own, _), (theirs, _) = questions.of(claim), questions.of(source)
    return bool(set(own.scope) & set(theirs.scope)) or bool(own.region and own.region == theirs.region)


def _is_named(claim: Claim, origins: Origins) -> bool:
    return any(origins.press.voice(n).kind in VOICES for n in claim.attribution)
