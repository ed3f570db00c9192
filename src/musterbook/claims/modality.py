"""Whether a passage affirms or denies, how far the matter has got, and whether the text doubts it.

In: a sentence, the span of a claim in it, who says it. Out: a `Modality`. The cues are data
(`vocabulary/data/*/speech/modality.*.yaml`); what is decided here is their scope: the clause
of the span and the clauses that share its verb. Never decides for a claim type: a type that
*is* an order, a refusal or a draft gives its own status or polarity in its pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.mention import Annotations
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.vocabulary.expressions import compiled
from musterbook.vocabulary.speech import load_speech

_KINDS = (
    "neutral", "hedge", "unlikely", "refuting", "denial", "ordered", "proposed", "draft",
    "settled", "would", "planned",
)  # fmt: skip
_LEADING = ("planned", "would", "ordered")  # hold for the list that their clause introduces
_INFINITIVE = regex(r"[а-яё]{3,}(?:ть|ти|чь)(?:ся)?\b")
_PREDICATE = regex(r"\s(?:планир|намерен|собира|предполага|буд[уе]|допуска|предусм|разреша|предписыва)")
_POSTPOSED_REACH = 30  # characters between an infinitive and the auxiliary of its future
_HEAD = 400  # characters at the top of a document in which it says that it is a draft's note
_POSTPOSED = regex(
    r"(?:намечен\w*|запланирован\w*|планируется|планируют|планирует|намерен\w*|собира(?:ется|ются)|предстоит|предполагается"
    r"|рассчитыва(?:ет|ют)|ожида(?:ется|ются))$"
)
_PART = regex(r"[;:()—–]|\s-\s|,\s(?!и\s)")  # what parts a predicate from the words before it
_PREDICATIVE = regex(r"\b\w{2,}(?:[аеиуюя]т|[лс]я|[сл]ь|л|л[аои]|[еая]н[аоы]?|[дтж]но|нн\w{2})\b")  # its endings
_FUTURE_REACH = 60  # characters between what a Russian verb in the future is said of and the verb
_EPISTEMIC = regex(r"(?:may|might|could|мо(?:жет|гут|г|гла|гли|гло))(?: well)?$")
_PERFECT = regex(r"\bhave been\b|\bhave \w+ed\b|\bбыть\b")
_ENACTED = regex(r"(?:sign|enact|adopt|подписа|вступил)\w*(?:\W+\w+){0,3}\W*$")
_CONJOINED = regex(r"\s(?:and|but|и|а|но)\s")
_ITEM = regex(r"(?:\d{1,2}[.)]|[-–—•*▪])\s")
_LIST_REACH = 1000  # characters back in which the sentence that introduces a list is looked for
_LONG_WORD = regex(r"[а-яё]{4,}")
_PHRASAL = ("without", "ни", "nor", "нет")  # deny their own phrase where they stand inside a span
_DRAFT_REACH = 500  # characters back in which the draft was named that a sentence goes on about
_RELATIVE_REACH = 4  # words between "who" and the "not" that belongs to it
_ADJOINING = regex(r"\s*(?:(?:be|been|have|yet|any|быть|бы)\s+)*")


@dataclass(frozen=True, slots=True)
class Modality:
    """How a passage is said.

    Attributes:
        polarity: ``affirmed`` or ``denied``.
        status: ``actual`` ``planned`` ``proposed`` ``ordered``.
        hedged: The text itself marks doubt.
    """

    polarity: str = "affirmed"
    status: str = "actual"
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    cues: Gated
    forming: Gated
    clause: re.Pattern[str]
    comma: re.Pattern[str] | None
    shield: re.Pattern[str]
    subordinate: re.Pattern[str]
    relative: re.Pattern[str]
    introducing: re.Pattern[str] | None
    contracted: re.Pattern[str] | None
    permitting: Gated
    draft_source: Gated
    note_source: Gated
    draft_subject: re.Pattern[str]
    draft_document: Gated
    draft: Gated
    future: frozenset[str]


def _any(items: tuple[str, ...]) -> str:
    return "|".join(items)


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    lists = load_speech("modality", language).lists
    groups = "|".join(f"(?P<{kind}>{_any(lists[kind])})" for kind in _KINDS)
    relatives = _any(lists["relatives"])
    return _Grammar(
        cues=Gated(rf"\b(?:{groups})(?!\w)"),
        forming=Gated(rf"\b(?:{_any(lists['forming'])})(?!\w)"),
        clause=compiled(_any(lists["clause"])),
        comma=compiled(_any(lists["comma"])) if "comma" in lists else None,
        shield=compiled(rf"\b(?:{_any(lists['shields'])})\b"),
        subordinate=compiled(rf"\s*(?:{_any(lists['subordinators'])})\b"),
        relative=compiled(rf"\b(?:{relatives})\b(?:\W+\w+){{0,{_RELATIVE_REACH}}}\W*$"),
        introducing=compiled(rf"\b(?:{_any(lists['introducing'])})\W*$") if "introducing" in lists else None,
        contracted=compiled(rf"\b(?:{_any(lists['contracted'])})\b") if "contracted" in lists else None,
        permitting=Gated(rf"\b(?:{_any(lists['permitting'])})\b"),
        draft_source=Gated(rf"\b(?:{_any(lists['draft_sources'])})"),
        note_source=Gated(rf"\b(?:{_any(lists['note_sources'])})"),
        draft_subject=compiled(rf"\W*(?:{_any(lists['draft_subjects'])})\b"),
        draft_document=Gated(rf"(?:{_any(lists['draft_documents'])})"),
        draft=Gated(rf"\b(?:{_any(lists['draft'])})(?!\w)"),
        future=load_speech("modality", language).words("future"),
    )


@dataclass(frozen=True, slots=True)
class _Scan:
    """What one lower-cased sentence holds: its cues, and where its clauses part."""

    cues: tuple[_Cue, ...]
    bounds: tuple[tuple[int, int], ...]
    commas: tuple[tuple[int, int], ...]


@lru_cache(maxsize=512)
def _scan(sentence: str, language: str) -> _Scan:
    grammar = _grammar(language)
    cues = [_Cue(m.lastgroup or "", m.start(), m.end()) for m in grammar.cues.finditer(sentence, 0, len(sentence))]
    cues += [_Cue("forming", m.start(), m.end()) for m in grammar.forming.finditer(sentence, 0, len(sentence))]
    if grammar.contracted:
        cues += [_Cue("planned", m.start(), m.end()) for m in grammar.contracted.finditer(sentence)]
    if grammar.future:
        cues += [
            _Cue("planned", m.start(), m.end()) for m in _LONG_WORD.finditer(sentence) if m.group() in grammar.future
        ]
    cues.sort(key=lambda c: c.start)
    bounds = [(m.start(), m.end()) for m in grammar.clause.finditer(sentence)]
    if grammar.subordinate.match(sentence):
        comma = sentence.find(",")
        if comma > 0:
            bounds = sorted({*bounds, (comma, comma + 1)})
    commas = [(m.start(), m.end()) for m in grammar.comma.finditer(sentence)] if grammar.comma else []
    return _Scan(tuple(cues), tuple(bounds), tuple(sorted({*bounds, *commas})))


def _clause(bounds: tuple[tuple[int, int], ...], start: int, end: int, length: int) -> tuple[int, int]:
    left, right = 0, length
    for first, last in bounds:
        if last <= start:
            left = max(left, last)
        if first >= end:
            right = min(right, first)
    return left, right


def read_modality(
    annotations: Annotations,
    sentence: tuple[int, int],
    span: tuple[int, int],
    language: str,
    said_by: tuple[str, ...] = (),
) -> Modality:
    """Read polarity, status and hedge off the clause of a span.

    Args:
        annotations: Of the reading.
        sentence: Half-open span of the sentence, in the reading.
        span: Half-open span of the claim's words within it.
        language: ``en`` or ``ru``.
        said_by: The attribution chain, if known: what a draft says is proposed.

    Returns:
        The modality; affirmed, actual and not hedged where nothing says otherwise.
    """
    lower = annotations.lower[sentence[0] : sentence[1]]
    start, end = max(0, span[0] - sentence[0]), min(len(lower), span[1] - sentence[0])
    grammar = _grammar(language)
    scan = _scan(lower, language)
    left, right = _clause(scan.bounds, start, end, len(lower))
    near = [c for c in scan.cues if left <= c.start and c.end <= right]
    if left and lower[left - 1 : left] == ":":
        lead = _clause(scan.bounds, left - 1, left - 1, left - 1)
        near += [c for c in scan.cues if c.kind in _LEADING and lead[0] <= c.start and c.end < left]
    clause = lower[left:right]
    doubts = [c for c in near if c.kind == "hedge"]
    parted = _clause(scan.commas, start, end, len(lower))
    status = _status(near, scan.cues, (start, end), lower, parted)
    permitted = (doubts or status == "planned") and _permitted(grammar, clause, said_by)
    hedged = any(not (permitted and _EPISTEMIC.match(lower[c.start : c.end])) for c in doubts)
    unlikely = any(c.kind == "unlikely" for c in near) and " more than " not in clause
    negations = _denials(scan, (start, end), lower, grammar) + unlikely
    if status == "planned" and permitted and not _is_planned(near, (start, end), lower):
        status = "actual"
    if status in ("actual", "planned") and _proposal(annotations, sentence[0], said_by, near, language):
        status = "proposed"
    return Modality(
        "denied" if negations % 2 else "affirmed", status, hedged or any(c.kind == "unlikely" for c in near)
    )


def _permitted(grammar: _Grammar, clause: str, said_by: tuple[str, ...]) -> bool:
    """Whether a rule speaks, in the clause or as the source: what may be done under it is no doubt and no plan."""
    return any(grammar.permitting.search(part) for part in (clause, *(s.lower() for s in said_by)))


def _denials(scan: _Scan, span: tuple[int, int], lower: str, grammar: _Grammar) -> int:
    """How many denials reach the span; two in one clause undo each other."""
    left, right = _clause(scan.commas, *span, len(lower))
    found = 0
    for cue in scan.cues:
        if left <= cue.start and cue.end <= right:
            found += cue.kind == "refuting" or _denies(cue, lower, span, grammar)
    return found if found < 2 or grammar.comma is None else 1


def _denies(cue: _Cue, lower: str, span: tuple[int, int], grammar: _Grammar) -> bool:
    """Whether a denial reaches the span: it precedes its end and is not shut in a relative clause."""
    if cue.kind != "denial":
        return False
    if cue.start >= span[1]:
        return cue.start - span[1] <= _POSTPOSED_REACH and bool(
            _PREDICATE.match(lower, cue.end) and _INFINITIVE.search(lower[span[0] : cue.start])
        )
    if cue.start > span[0]:
        word = lower[cue.start : cue.end]
        return word not in _PHRASAL and not grammar.shield.search(lower, span[0], cue.start)
    if _in_relative(lower[: cue.start], grammar):
        return bool(_ADJOINING.fullmatch(lower, cue.end, span[0]))
    return True


def _in_relative(before: str, grammar: _Grammar) -> bool:
    """Whether what follows stands in a relative clause; "that" behind a verb of saying opens none."""
    found = grammar.relative.search(before)
    return found is not None and not (grammar.introducing and grammar.introducing.search(before[: found.start()]))


def _status(
    near: list[_Cue], cues: tuple[_Cue, ...], span: tuple[int, int], lower: str, parted: tuple[int, int]
) -> str:
    """How far the matter has got; ``parted`` is the part of the clause between its commas."""
    start, end = span
    before = [c for c in near if c.start < end]
    if any(c.kind == "ordered" and c.end <= start for c in before):
        return "ordered"
    settled = [c for c in before if c.kind == "settled"]
    here = [c for c in near if c.kind == "planned" and parted[0] <= c.start and c.end <= parted[1]]
    if settled and not (here and (all(c.end <= parted[0] for c in settled) or _goes_on(settled, here, span, lower))):
        return "actual"
    for cue in cues:
        proposing = cue.start < end if cue.kind == "proposed" else cue.kind == "draft" and cue.start < start
        if proposing and not _ENACTED.search(lower[: cue.start]):
            return "proposed"
    if _is_planned(near, span, lower):
        return "planned"
    if any(c.kind == "hedge" and c.end < end and _EPISTEMIC.match(lower[c.start : c.end]) for c in before):
        return "actual" if _PERFECT.search(lower, start, end) else "planned"
    return "actual"


def _goes_on(settled: list[_Cue], planned: list[_Cue], span: tuple[int, int], lower: str) -> bool:
    """Whether what is so now stands before an "and", and the plan that ends the span after it: "has 400 and will …"."""
    last = settled[-1].end
    return any(last <= c.start < span[1] and _CONJOINED.search(lower, last, c.start) for c in planned)


def _is_planned(near: list[_Cue], span: tuple[int, int], lower: str) -> bool:
    """Whether a word of plan, not of mere possibility, precedes the end of the span, or is its Russian predicate."""
    return any(
        (c.start < span[1] or _is_postposed(c, span, lower))
        and (c.kind in ("planned", "would") or (c.kind == "forming" and c.end > span[0]))
        for c in near
    )


@lru_cache(maxsize=64)
def _explains_draft(head: str, language: str) -> bool:
    """Whether a document that begins so is a draft, or the note that goes with one."""
    return bool(_grammar(language).draft_document.search(head))


def _is_postposed(cue: _Cue, span: tuple[int, int], lower: str) -> bool:
    """Whether a Russian word of plan is the predicate of what stands before it: «отправлять не планируется»."""
    word = lower[cue.start : cue.end]
    first = max((m.end() for m in _PART.finditer(lower, 0, cue.start)), default=0)
    if word.startswith("буд"):
        infinitive = _INFINITIVE.search(lower, min(first, span[0]), cue.start)
        return infinitive is not None and cue.start - span[1] <= _POSTPOSED_REACH
    if _POSTPOSED.match(word):
        return True
    if word not in _grammar("ru").future or cue.start - span[1] > _FUTURE_REACH:
        return False
    return first <= span[1] and not _PREDICATIVE.search(lower, min(first, span[0]), cue.start)


def _proposal(annotations: Annotations, at: int, said_by: tuple[str, ...], near: list[_Cue], language: str) -> bool:
    """Whether a draft speaks: it is the source, or the sentence goes on about it."""
    grammar = _grammar(language)
    kinds = {c.kind for c in near}
    if _ITEM.match(annotations.text, at):
        head = annotations.lower.rfind(":\n", max(0, at - _LIST_REACH), at)
        lead = annotations.lower[annotations.lower.rfind("\n", 0, head) + 1 : head] if head >= 0 else ""
        if any(c.kind in ("proposed", "draft") for c in _scan(lead, language).cues):
            return True
    if "settled" in kinds:
        return False
    if not said_by and _explains_draft(annotations.lower[:_HEAD], language):
        return True
    source = said_by[0].lower() if said_by else ""
    if grammar.draft_source.search(source):
        return True
    if not kinds & {"planned", "would", "hedge"}:
        return False
    if grammar.note_source.search(source):
        return True
    if not grammar.draft_subject.match(annotations.lower[at : at + 80]) and "would" not in kinds:
        return False
    return not source and grammar.draft.found_in(annotations.lower, max(0, at - _DRAFT_REACH), at)
