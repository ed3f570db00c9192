"""Judgements of the programme: opinions, evaluations, predictions, motives.

In: a document whose statements have holders. Out: drafts of ``assessment``, one for each
holder and passage. A statement counts by its weight: the verb that introduces it, the trade
of its holder, and whether its words weigh or tell. Never takes a fact that an official
reports, nor the words of a private person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from musterbook.claims.attribution import Statement
from musterbook.claims.attribution.grammar import speech_grammar
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders import own_voice
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg, PersonMention

TYPE = "assessment"
_SIGNS = ("belief", "office", "strong", "expert", "lay", "words", "lead", "tail")
_WORDS = (*_SIGNS, "by_critics", "by_name", "by_author", "author_name", "own", "ruling", "general")
_KINDS = frozenset({"force", "unit", "programme_name", "instrument"})
_SUMS = ("count", "money", "percent", "ages")
_FACTS = (*_SUMS, "facility")
_QUOTED = regex(r"\"[^\"]{18,}\"")
_ACRONYM = regex(r"[a-z]{3,5}")
_NEAR = 300  # characters before a sentence in which the programme is named, where a body speaks for itself
_CONTEXT = 600  # characters before a statement in which the programme is named: about a paragraph
_PASSAGE = 260  # characters between two statements of one holder that belong together
_BESIDE = 110  # characters around a quotation in which the verb that introduces it stands
_NEEDED = 3  # weight of a judgement
_OFFICIAL = 2  # what the words of an office holder weigh less
_LEAST = 22  # characters: less is a word or a name in quotation marks

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A statement and how much of a judgement it is."""

    statement: Statement
    weight: int


def find(document: Document) -> Iterator[Draft]:
    """Every judgement that somebody in the document passes on the programme."""
    words = document.book.words(_WORDS, document.annotations.language, "judge_")
    if len(words) < len(_WORDS) or TYPE not in document.vocabulary.types:
        return
    weighed: dict[str, list[_Weighed]] = {}
    for statement in document.attribution.speakers():
        if statement.end - statement.start < _LEAST or not _about(document, statement):
            continue
        if words["general"].search(document.plain, statement.start, statement.end):
            continue
        weight = _weight(document, words, statement)
        if weight >= _NEEDED:
            weighed.setdefault(statement.holder, []).append(_Weighed(statement, weight))
    drafts = [_draft(document, words, one.statement) for told in weighed.values() for one in _strongest(told)]
    taken = [(d.start, d.end) for d in drafts]
    drafts += _told_of(document, words, taken)
    yield from _once(drafts, document.written)
    yield from own_voice.find(document, taken)


def _once(drafts: list[Draft], written: Mapping[str, str]) -> Iterator[Draft]:
    """Judgements without those whose holder has just been told to judge: a quotation bears out what leads it in."""
    before: dict[str, int] = {}
    for draft in sorted(drafts, key=lambda d: d.start):
        holder = str(draft.args[0].value)
        holder = written.get(holder, holder)
        if not draft.speaker or draft.start - before.get(holder, -_BESIDE) >= _BESIDE:
            yield draft  # a body that assesses in its own voice goes on to another judgement
        before[holder] = draft.end


def _told_of(document: Document, words: dict[str, Gated], taken: list[Span]) -> Iterator[Draft]:
    """Judgements without a verb of speech: critics who raise concerns, a body that assesses."""
    author = ""
    for name, matches in (
        ("by_critics", _cited(document, words)),
        ("by_author", _sentences(document, words["by_author"])),
    ):
        for found in matches:
            groups = {g.rstrip("0123456789"): found.span(g) for g, v in found.groupdict().items() if v}
            who, (start, end) = groups["who"], groups["what"]
            body = name == "by_author" and _body(document, who)
            if name == "by_author" and not body:
                continue
            author = author or (_author(document, words, who) if body else "")
            if any(start < e and s < end for s, e in taken) or _quoted_in(document, who[0]):
                continue
            if words["general"].search(document.plain, start, end):
                continue
            if not (body or _judges(document, words, who) or _rules(document, words, who, (start, end))):
                continue
            sentence = _sentence(document, who[0])
            if not _KINDS & document.surroundings.context((sentence[0], max(sentence[1], end)), _CONTEXT):
                continue
            taken.append((start, end))
            if body:
                printed = document.annotations.text[slice(*who)]
                said = () if printed.casefold() == "we" else (printed,)
                yield _of(_author(document, words, who), who, (start, end), sentence, said)
            else:
                holder = _critic(document, who, start)
                yield _of(holder, who, (start, end), sentence, (holder,))
    if author:
        yield from _own(document, words, author, taken)


def _cited(document: Document, words: dict[str, Gated]) -> list[re.Match[str]]:
    """Where critics, or somebody by name, judge without a verb of speech: in order, no two overlapping."""
    found = list(_sentences(document, words["by_critics"]))
    for _, span, _ in document.annotations.sentences_with("person"):
        found += words["by_name"].finditer(document.shadow, *span)
    kept: list[re.Match[str]] = []
    for match in sorted(found, key=lambda m: m.start()):
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def _sentences(document: Document, expression: Gated) -> Iterator[re.Match[str]]:
    """The matches of an expression, sentence by sentence."""
    for span in document.annotations.sentences if expression.may(document.shadow) else ():
        yield from expression.finditer(document.shadow, *span)


def _own(document: Document, words: dict[str, Gated], author: str, taken: list[Span]) -> Iterator[Draft]:
    """What a body that assesses says likely or continuing in its own voice, sums and figures aside."""
    for found in words["own"].finditer(document.shadow):
        start, end = found.span("what")
        sentence = _sentence(document, start)
        told = document.annotations.within(start, end)
        if any(start < e and s < end for s, e in taken) or any(m.kind in _SUMS for m in told):
            continue
        if document.attribution.chain((start, end))[0] or not _KINDS & document.surroundings.context(sentence, _NEAR):
            continue
        taken.append((start, end))
        yield _of(author, (start, end), (start, end), sentence, ())


def _of(holder: str, who: Span, what: Span, sentence: Span, chain: tuple[str, ...]) -> Draft:
    return Draft(
        TYPE, (Arg("holder", holder, *who),), *what, sentence,
        cue=what, status="actual", polarity="affirmed", speaker=chain,
    )  # fmt: skip


def _judges(document: Document, words: dict[str, Gated], who: Span) -> bool:
    """Whether somebody who is named may be cited as a judge: by trade, and not in private."""
    named = [p for p in document.people if who[0] <= p.start < who[1]]
    return all(p.role == "voice" or (p.role != "private" and words["expert"].search(p.position.lower())) for p in named)


def _rules(document: Document, words: dict[str, Gated], who: Span, what: Span) -> bool:
    """Whether somebody in public office judges the programme outright, in words that are quoted."""
    named = [p for p in document.people if who[0] <= p.start < who[1]]
    if not named or any(p.role == "private" for p in named):
        return False
    return '"' in document.plain[slice(*what)] and words["ruling"].search(document.plain, *what) is not None


def _body(document: Document, who: Span) -> bool:
    """Whether a body assesses: a known one, an institute, an acronym, or the authors themselves."""
    printed = document.annotations.text[slice(*who)]
    return not _ACRONYM.fullmatch(printed.lower()) or printed.isupper()


def _critic(document: Document, who: Span, until: int) -> str:
    """Who judges: the person who is named after the trade, else the trade as the text has it."""
    named = next((p for p in document.people if who[0] <= p.start and p.end <= until), None)
    if named is not None and named.role != "private":
        return named.name
    nominative = speech_grammar(document.annotations.language).nominative
    return " ".join(nominative.get(w, w) for w in document.annotations.text[slice(*who)].split())


def _quoted_in(document: Document, at: int) -> bool:
    """Whether a place lies in a heading or a quotation, where a report does not speak for itself."""
    block = document.reading.block_at(at)
    return block is not None and block.kind in ("title", "heading", "related", "caption")


def _author(document: Document, words: dict[str, Gated], span: Span) -> str:
    """The name of the body that assesses as the text has it, with its full name where there is one."""
    printed = document.annotations.text[slice(*span)]
    for m in document.annotations.within(*span, "outlet"):
        return _with_full_name(document, str(m.value), printed)
    named = None if printed.isupper() else words["author_name"].search(document.annotations.text)
    return named.group() if named else printed


def _with_full_name(document: Document, outlet: str, printed: str) -> str:
    """The name of a known body; where the text has its acronym, that as well."""
    entry = document.vocabulary.entries.get(("outlet", outlet))
    full = (entry.names.get(document.annotations.language) if entry else None) or printed
    return f"{full} ({printed})" if printed.isupper() and full != printed else full


def _about(document: Document, statement: Statement) -> bool:
    """Whether a statement stands where the programme or its law is spoken of."""
    sentence = _sentence(document, statement.start)
    return bool(_KINDS & document.surroundings.context((sentence[0], max(sentence[1], statement.end)), _CONTEXT))


def _sentence(document: Document, at: int) -> Span:
    number = document.annotations.sentence_at(at)
    start, end = document.annotations.sentences[number] if number >= 0 else (at, at)
    return (start, end) if at < end else (at, at + 1)


def _weight(document: Document, words: dict[str, Gated], statement: Statement) -> int:
    """How much of a judgement a statement is; `_NEEDED` and more is one."""
    text = document.plain
    said = text[statement.start : statement.end]
    intro = _beside(text, statement) if statement.direct else said
    person = _person(document, statement)
    if person is not None and person.role == "private":
        return 0
    expert = _expert(words, statement, person)
    if not expert and statement.kind == "described" and words["lay"].search(statement.holder.lower().replace("ё", "е")):
        return 0
    body = statement.kind in ("outlet", "office", "document")
    if body and not (statement.direct and words["expert"].search(intro)):
        return _NEEDED if statement.kind != "document" and words["strong"].search(intro) else 0
    quoted = statement.direct or _QUOTED.search(said) is not None
    rules = words["ruling"].search(said) is not None
    weak = statement.kind == "described" and not statement.direct and not expert
    if weak and not rules and not words["strong"].search(intro):
        return 0
    weight = 2 * bool(words["belief"].search(intro)) + 2 * (expert or body) + quoted
    weight += min(2, len(words["words"].findall(said))) + 2 * rules
    weight -= _OFFICIAL if person is not None and person.role == "office" else 0
    voice = person is None or person.role == "voice"
    weight += statement.direct and not body and voice and not words["office"].search(statement.holder.lower())
    told = _FACTS if not statement.direct else _SUMS
    inside = document.annotations.within(statement.start, statement.end)
    facts = sum(1 for m in inside if m.kind in told and getattr(m.value, "comparator", "") != "ordinal")
    return weight - min(2, facts)


def _expert(words: dict[str, Gated], statement: Statement, person: PersonMention | None) -> bool:
    """Whether somebody judges by trade, as the text names him."""
    named = f"{statement.holder} {person.position if person else ''}".lower().replace("ё", "е")
    return words["expert"].search(named) is not None


def _beside(text: str, statement: Statement) -> str:
    """The words of the same sentence around a quotation."""
    before = re.split(r"[.!?]\s|\n", text[max(0, statement.start - _BESIDE) : statement.start])[-1]
    after = re.split(r"[.!?](?:\s|$)", text[statement.end : statement.end + _BESIDE])[0]
    return f"{before} {after}"


def _person(document: Document, statement: Statement) -> PersonMention | None:
    """The holder, where it is somebody named; a masked name is that of a private person, whatever stands before it."""
    if "[" in statement.holder:
        return PersonMention(0, 0, "", statement.holder, "private")
    if statement.kind != "person":
        return None
    return next((p for p in document.people if statement.holder in (p.name, p.native)), None)


def _strongest(told: list[_Weighed]) -> Iterator[_Weighed]:
    """Of the statements of one holder that stand together the weightiest, quotations first."""
    group: list[_Weighed] = []
    for one in sorted(told, key=lambda w: w.statement.start):
        if group and one.statement.start - max(w.statement.end for w in group) > _PASSAGE:
            yield _chosen(group)
            group = []
        group.append(one)
    if group:
        yield _chosen(group)


def _chosen(group: list[_Weighed]) -> _Weighed:
    """The weightiest of a passage; of a sentence with a quotation, the quotation."""
    best = max(group, key=_rank)
    span = best.statement
    inside = [
        w for w in group if w.statement.direct and span.start <= w.statement.start and w.statement.end <= span.end
    ]
    return max(inside, key=_rank) if inside and not span.direct else best


def _rank(one: _Weighed) -> tuple[int, bool, int]:
    return one.weight, one.statement.direct, -one.statement.start


def _bare(words: dict[str, Gated], text: str, start: int, end: int) -> Span:
    """Indirect speech without the words that tell, behind it or else before it, who judges."""
    tail = words["tail"].search(text[start:end])
    if tail and tail.start() > _LEAST:
        return start, start + tail.start()
    lead = words["lead"].match(text[start:end])
    return start + (lead.end() if lead and end - start - lead.end() > _LEAST else 0), end


def _draft(document: Document, words: dict[str, Gated], statement: Statement) -> Draft:
    text = document.annotations.text
    start, end = statement.start, statement.end
    if not statement.direct:
        start, end = _bare(words, document.plain, start, end)
    while start < end and text[start] in " \n\"'“”«»‘’":
        start += 1
    while end > start and text[end - 1] in " \n\"'“”«»‘’,.":
        end -= 1
    holder = statement.holder
    if statement.kind == "outlet" and holder.isupper():
        holder = _with_full_name(document, holder, holder)
    return Draft(
        TYPE, (Arg("holder", holder),), start, end, _sentence(document, start),
        cue=(start, end), status="actual", polarity="affirmed", speaker=statement.chain,
    )  # fmt: skip
