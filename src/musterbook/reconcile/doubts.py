"""Statements in doubt: garbled echoes, additions without an origin, contradictions within a document.

In: claims by document, origins with their edges, questions, a vocabulary. Out: `Doubt` records, each with
the claims it is held against. Never says that a statement is false: it says what does not agree with what.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from musterbook.reconcile.comparisons import contradictions
from musterbook.reconcile.differences import reach
from musterbook.reconcile.nearly import figures_stand_in
from musterbook.reconcile.origins import Origins
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.reconcile.swaps import Lists
from musterbook.records import Claim, Doubt, Edge, Reading, Slot
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.spelling import distance, skeleton

Statement = tuple[Slot, object]

_EARLIEST, _SHOWN = 6, 3  # claims kept of each answer, and shown beside one that others answer otherwise
_SWAPPED = 2  # arguments that a garbled statement may have changed; with more it is another statement
_GENERAL = ("name.", "programme.", "law.")  # families that speak of the whole: an addition here changes the picture
_NAMED = "name.expansion"
_FOUNDING = (_NAMED, "programme.launched")  # what a text cannot know by itself, whoever wrote it
_UNSAID = ("assessment", "source.verification")  # judgements, which are their holders' own
_ONE_WORD = {"decree", "resolution"}  # one Russian word is translated by either
_COPIED, _LED_BY = 4, 60  # the layer of evidence that compares words; characters shown before a word that is another
_UNITS = frozenset({"kind", "period", "per", "currency"})  # what a figure is counted in, which every list repeats
_WEIGHED_DETAILS = ("actor", "by", "issuer", "position", "title")  # details whose change is a garbling


def doubts_of(
    said: Mapping[str, Sequence[Claim]],
    origins: Origins,
    questions: Questions,
    vocabulary: Vocabulary,
    reading_of: Callable[[str], Reading | None] = lambda _: None,
) -> list[Doubt]:
    """Every doubt of a book, sorted.

    Args:
        said: Capture id → its claims.
        origins: Of all of them.
        questions: Of the programme.
        vocabulary: For words that compare, and names that are known.
        reading_of: Capture id → its text, for passages that compare and are no claims.
    """
    held, lists = Holders(said, origins, questions), Lists(vocabulary)
    found: dict[str, Doubt] = {}
    for capture_id in sorted(said):
        own = sorted(said[capture_id], key=by_publication)
        doubts = [*_garbled(own, said, origins, questions, held)]
        doubts += _swapped(own, doubts, said, origins, lists, reading_of) if own else ()
        named = {d.claim for d in doubts if not d.words}
        added = _unsupported([c for c in own if c.id not in named], origins, questions, held)
        doubts += [d for d in added if not _read_over(d, own, origins, held, reading_of)]
        doubts += contradictions(own, vocabulary, reading_of)
        found.update({d.id: d for d in doubts})
    return sorted(found.values(), key=lambda d: (d.kind, d.claim, d.against))


class Holders:
    """Who says what, and what else is said on a question; each looked up at a cost that does not grow."""

    def __init__(self, said: Mapping[str, Sequence[Claim]], origins: Origins, questions: Questions) -> None:
        """Take all claims of a book, by document."""
        self._origins, self._questions = origins, questions
        self._of: dict[Statement, set[str]] = defaultdict(set)
        self._first: dict[Slot, dict[tuple[object, ...], list[Claim]]] = defaultdict(dict)
        self._outside: dict[tuple[Statement, str], set[str]] = {}
        self._above: dict[str, dict[str, Edge]] = {}
        for claim in sorted((c for claims in said.values() for c in claims), key=by_publication):
            self._of[questions.statement(claim)[:2]].add(claim.capture_id)
            answers = self._first[questions.of(claim)[0]]
            answers.setdefault(tuple(sorted(_plain(claim, questions).items(), key=repr)), []).append(claim)
        for answers in self._first.values():
            for claims in answers.values():
                del claims[_EARLIEST:]

    def above(self, capture_id: str) -> dict[str, Edge]:
        """`upstream` of a document."""
        if capture_id not in self._above:
            self._above[capture_id] = upstream(capture_id, self._origins)
        return self._above[capture_id]

    def others(self, claim: Claim) -> bool:
        """Whether another document says the same."""
        return len(self._of[self._questions.statement(claim)[:2]] | {claim.capture_id}) > 1

    def outside(self, claim: Claim, target: str) -> bool:
        """Whether a source or another document that does not come from it says the same."""
        key = self._questions.statement(claim)[:2]
        if (key, target) not in self._outside:
            self._outside[key, target] = {i for i in self._of[key] if i == target or target not in self.above(i)}
        return bool(self._outside[key, target] - {claim.capture_id})

    def otherwise(self, claim: Claim) -> list[Claim]:
        """What other documents answer otherwise, earliest first; at most `_SHOWN`."""
        own = tuple(sorted(_plain(claim, self._questions).items(), key=repr))
        answers = self._first[self._questions.of(claim)[0]]
        found = [c for answer, claims in answers.items() if answer != own for c in claims]
        return sorted((c for c in found if c.capture_id != claim.capture_id), key=by_publication)[:_SHOWN]


def upstream(capture_id: str, origins: Origins) -> dict[str, Edge]:
    """Every document that one comes from, directly or not, with the first edge that leads there."""
    seen: dict[str, Edge] = {}
    ways = [(e, e) for e in origins.edges(capture_id)]
    while ways:
        first, edge = ways.pop(0)
        if edge.target and edge.target not in seen and edge.target != capture_id:
            seen[edge.target] = first
            ways += [(first, e) for e in origins.edges(edge.target)]
    return seen


def _garbled(
    own: Sequence[Claim],
    said: Mapping[str, Sequence[Claim]],
    origins: Origins,
    questions: Questions,
    held: Holders,
) -> Iterator[Doubt]:
    """Statements that differ from what the document's source says in their stead."""
    above = held.above(own[0].capture_id) if own else {}
    if not above:
        return
    mine = {questions.statement(c)[:2] for c in own}
    taken: set[str] = set()
    for target, edge in above.items():
        theirs = [c for c in said.get(target, ()) if questions.statement(c)[:2] not in mine]
        there = {questions.statement(c)[:2] for c in said.get(target, ())}
        pairs = []
        careful = any(map(_is_draft, own))
        corrected = _corrects(own, target, origins)
        for claim in own:
            key = questions.statement(claim)[:2]
            if claim.type.startswith(_UNSAID) and not claim.attribution:
                continue
            if edge.kind == "cites" and not _cites(claim, edge, origins):
                continue
            if claim.id in taken or key in there or _elsewhere(claim, target, above, origins, held):
                continue
            for source in theirs:
                changed = _changed(source, claim, questions, edge.kind != "cites")
                changed = () if corrected or _both_say(changed, claim, own, said.get(target, ())) else changed
                if changed and not (careful and changed == ("status",)):
                    pairs.append(
                        (len(changed), _unlike(source, claim, changed), source.id, claim.id, source, claim, changed)
                    )
        used: set[str] = set()
        for _, _, source_id, claim_id, source, claim, changed in sorted(pairs, key=lambda p: p[:4]):
            if claim_id not in taken and source_id not in used:
                taken.add(claim_id)
                used.add(source_id)
                yield Doubt(
                    "garbled", claim_id, (source_id,), _reason(source, claim, changed, origins), edge.id, changed
                )
        yield from _renamed(own, said.get(target, ()), questions, edge, origins)


def _swapped(
    own: Sequence[Claim],
    doubts: Sequence[Doubt],
    said: Mapping[str, Sequence[Claim]],
    origins: Origins,
    lists: Lists,
    reading_of: Callable[[str], Reading | None],
) -> Iterator[Doubt]:
    """Words put one for another in what a rewrite has word for word, told at the statement they stand in or nearest."""
    capture_id = own[0].capture_id
    above, named = upstream(capture_id, origins), {d.claim for d in doubts}
    copied = [e for e in origins.edges(capture_id) if e.target and any(v.layer == _COPIED for v in e.evidence)]
    later = reading_of(capture_id) if copied and not origins.paper(capture_id).reports else None
    for edge in copied if later else ():
        earlier, theirs = reading_of(edge.target), said.get(edge.target, ())
        if later is None or earlier is None or not theirs or _corrects(own, edge.target, origins):
            continue
        if not any(lists.swaps(later, earlier, ())):
            continue  # the further texts above, of which there may be many, are not asked for
        others = [r for t in sorted(above) if t != edge.target and (r := reading_of(t))]
        for swap in lists.swaps(later, earlier, others):
            claim, source = _nearest(own, swap.now.start), _nearest(theirs, swap.was.start)
            inside = claim.quote.start < swap.now.end and swap.now.start < claim.quote.end
            if any(c.id in named and c.quote.start < swap.now.end and swap.now.start < c.quote.end for c in own):
                continue
            first = max((s for s, e in later.sentences if s <= swap.now.start), default=swap.now.start)
            words = "" if inside else later.text[max(first, swap.now.start - _LED_BY) : swap.now.end]
            start = -1 if inside else swap.now.end - len(words)
            was, now = earlier.text[swap.was.start : swap.was.end], later.text[swap.now.start : swap.now.end]
            paper = origins.paper(edge.target)
            reason = f"its source ({paper.outlet or paper.name}) says otherwise: “{was}” has become “{now}”"
            yield Doubt("garbled", claim.id, (source.id,), reason, edge.id, (swap.now.role,), words, start)


def _nearest(claims: Sequence[Claim], at: int) -> Claim:
    """The statement that a place in a text is in, or that stands nearest to it."""
    return min(claims, key=lambda c: (max(c.quote.start - at, at - c.quote.end + 1, 0), c.quote.start, c.id))


def _corrects(own: Sequence[Claim], target: str, origins: Origins) -> bool:
    """Whether a document is a later version by the newsroom itself, in the same language: it may correct itself."""
    paper, there = origins.paper(own[0].capture_id), origins.claims_of(target)
    same = bool(paper.family) and paper.family == origins.paper(target).family
    return same and bool(there) and there[0].language == own[0].language and not paper.edition


def _both_say(changed: Sequence[str], claim: Claim, own: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Whether the changed value stands in the source as well: then it belongs to another statement of a list."""
    roles = [r for r in changed if r not in ("status", "polarity")]
    if roles and _UNITS.issuperset(roles):
        roles += [a.role for a in claim.args if a.role in ("amount", "count")]
        return any(all(c.get(r) == claim.get(r) for r in roles) for c in theirs if c.type == claim.type)
    there = [c for c in theirs if c.type == claim.type]
    return bool(roles) and all(claim.get(r) in {c.get(r) for c in there} for r in roles)


def _cites(claim: Claim, edge: Edge, origins: Origins) -> bool:
    """Whether a statement is said to be the cited outlet's: what else a digest says need not come from it."""
    family = origins.paper(edge.target).family
    if claim.attribution:
        return origins.press.voice(claim.attribution[-1]).family == family
    return not claim.told_to and (origins.relays_all(edge) or origins.relayed_around(claim, edge))


def _elsewhere(claim: Claim, target: str, above: Mapping[str, Edge], origins: Origins, held: Holders) -> bool:
    """Whether a value occurs outside what is downstream of a source, or on another's word."""
    origin = origins.of(claim)
    paper = origins.paper(claim.capture_id)
    known = {origins.paper(t).family for t in above} | {paper.family}
    via = next((e.target for e in origins.edges(claim.capture_id) if e.id == origin.via), "")
    if via and via != target and origins.says(via, claim) and not origins.says(target, claim):
        return True
    if claim.told_to or (origin.name and origin.family not in known and not _speaks_in(origin.name, target, origins)):
        return claim.told_to or origins.paper(target).family != origin.family
    return held.outside(claim, target)


def _speaks_in(name: str, target: str, origins: Origins) -> bool:
    return any(name in c.attribution for c in origins.claims_of(target))


def _changed(source: Claim, claim: Claim, questions: Questions, derived: bool) -> tuple[str, ...]:
    """The arguments in which a statement differs from another of its type, none where it is another statement.

    That a plan has become a fact counts where the text itself is derived; a relay may know it has come true.
    """
    if source.type != claim.type:
        return ()
    roles = questions.roles(claim.type)
    weighed = [r for r in ("region", *roles.scope, *roles.answer) if r != "comparator"]
    a, b = _values(source, questions, weighed), _values(claim, questions, weighed)
    both = [r for r in weighed if r in a and r in b]
    changed = [r for r in both if a[r] != b[r] and not _agree(r, source, claim)]
    changed += _made_exact(source, claim, roles.measured)
    if source.language != claim.language:
        changed = [r for r in changed if r != "kind"]
    if "region" in changed and len(changed) > 1:
        return ()
    if source.polarity != claim.polarity:
        changed.append("polarity")
    if claim.status == "actual" and source.status in ("proposed", "planned")[: 2 * derived]:
        changed.append("status")
    if source.language != claim.language and {source.get("instrument"), claim.get("instrument")} == _ONE_WORD:
        changed = [r for r in changed if r != "instrument"]
    same = [r for r in both if a[r] == b[r]]
    enough = bool(same) or len(changed) == 1
    return tuple(changed) if 0 < len(changed) <= _SWAPPED and enough else ()


def _agree(role: str, source: Claim, claim: Claim) -> bool:
    """Whether two values can both be so: three weeks and 21 days, 347 and "almost 350"."""
    one, two = ({a.role: a.value for a in c.args} for c in (source, claim))
    low, high = reach(one, role), reach(two, role)
    if math.inf in (*map(abs, low), *map(abs, high)) and not {one.get("comparator"), two.get("comparator")} - {None}:
        return False
    return max(low[0], high[0]) <= min(low[1], high[1])


def _made_exact(source: Claim, claim: Claim, measured: Sequence[str]) -> list[str]:
    """The role of an upper bound that has become the number itself."""
    if source.get("comparator") != "at_most" or claim.get("comparator") not in (None, "exactly"):
        return []
    same = "count" in measured and source.get("count") is not None and source.get("count") == claim.get("count")
    return ["comparator"] if same else []


def _is_draft(claim: Claim) -> bool:
    """Whether a statement speaks of a draft: who does so does not tell it as law."""
    drafts = ("drafted", "published_draft", "introduced", "first_reading")
    return claim.status == "proposed" or claim.get("stage") in drafts or claim.get("instrument") == "bill"


def _values(claim: Claim, questions: Questions, roles: Iterable[str]) -> dict[str, object]:
    slot, answer = questions.of(claim)
    known = {**dict(slot.scope), **dict(answer.values), "region": slot.region}
    return {r: known[r] for r in roles if known.get(r) not in (None, "")}


def _unlike(source: Claim, claim: Claim, changed: Sequence[str]) -> int:
    """How far the words of two quotes are apart, so that like is held against like."""
    one, two = set(skeleton(source.quote.exact).split()), set(skeleton(claim.quote.exact).split())
    return 100 - round(100 * len(one & two) / max(1, len(one | two))) + 10 * ("region" not in changed)


def _reason(source: Claim, claim: Claim, changed: Sequence[str], origins: Origins) -> str:
    parts = []
    for role in changed:
        was = getattr(source, role) if role in ("status", "polarity") else source.get(role)
        now = getattr(claim, role) if role in ("status", "polarity") else claim.get(role)
        parts.append(f"{role} {was} has become {now}")
    paper = origins.paper(source.capture_id)
    return f"its source ({paper.outlet or paper.name or source.doc}) says otherwise: {'; '.join(parts)}"


def _renamed(
    own: Sequence[Claim], theirs: Sequence[Claim], questions: Questions, edge: Edge, origins: Origins
) -> Iterator[Doubt]:
    """The same statement, with a rank or body that is another."""
    there: dict[object, list[Claim]] = defaultdict(list)
    for source in theirs:
        there[questions.statement(source)].append(source)
    for claim in own:
        for source in there.get(questions.statement(claim), ())[:1]:
            changed = [r for r in _WEIGHED_DETAILS if _other_name(source.get(r), claim.get(r), origins)]
            if changed:
                yield Doubt(
                    "garbled", claim.id, (source.id,), _reason(source, claim, changed, origins), edge.id, tuple(changed)
                )


def _other_name(was: object, now: object, origins: Origins) -> bool:
    """Whether two names are of two holders: both are known offices, or titles with no word in common."""
    if not isinstance(was, str) or not isinstance(now, str) or was == now:
        return False
    one, two = origins.press.voice(was), origins.press.voice(now)
    if one.kind in ("office", "outlet") and two.kind in ("office", "outlet"):
        return one.family != two.family
    a, b = skeleton(was), skeleton(now)
    return not set(a.split()) & set(b.split()) and distance(a, b, 3) > 3 and was.isascii() == now.isascii()


def _unsupported(
    own: Sequence[Claim],
    origins: Origins,
    questions: Questions,
    held: Holders,
) -> Iterator[Doubt]:
    """What a document that passes on others' words adds without anybody's."""
    relays = bool(own) and (bool(origins.edges(own[0].capture_id)) or any(_is_named(c, origins) for c in own))
    if not relays or origins.paper(own[0].capture_id).reports:
        return
    above = held.above(own[0].capture_id)
    derived = any(e.target and e.kind != "cites" for e in origins.edges(own[0].capture_id))
    for claim in own:
        doubt = _not_said_there(claim, origins)
        if doubt:
            yield doubt
            continue
        if origins.of(claim).name or claim.told_to or (claim.type.startswith(_UNSAID) and not above):
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
        yield Doubt("unsupported", claim.id, shown, reason, next((e.id for e in above.values()), ""))


def _read_over(
    doubt: Doubt,
    own: Sequence[Claim],
    origins: Origins,
    held: Holders,
    reading_of: Callable[[str], Reading | None],
) -> bool:
    """Whether an addition has figures that all stand in a text above it, which may say it in words that none read."""
    claim = next(c for c in own if c.id == doubt.claim)
    above = held.above(claim.capture_id)
    return any(origins.says(t, claim) or figures_stand_in(claim, reading_of(t)) for t in above)


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


def _plain(claim: Claim, questions: Questions) -> dict[str, object]:
    """What a claim answers, without its status."""
    return {r: v for r, v in questions.of(claim)[1].values if r != "status"}


def _is_named(claim: Claim, origins: Origins) -> bool:
    return any(origins.press.voice(n).kind in ("outlet", "office", "person") for n in claim.attribution)
