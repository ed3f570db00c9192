"""Slots: which question a claim answers, and what it answers.

In: claims and the claim types of a vocabulary. Out: slots, answers, and groups of claims by both. Never
drops, averages or prefers an answer.

Which arguments ask and which answer follows from the definition of the claim type:

- the region asks; so do group, kind, facility, unit of measure, contract term and whatever else is
  an open list (`duty`, `criterion`, `remit`);
- what is measured answers: numbers, money, durations, yes or no, how often; so does a closed list in
  a key argument (`effect`, `stage` of the law, `limit`), and the last of several free texts;
- a date by itself answers only where a type has nothing else; elsewhere it tells since when;
- names of units, issuers, payers, conditions are details of single claims: they stay with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from musterbook.expressions import regex
from musterbook.records import Claim, Slot, content_id
from musterbook.records.claim import Scalar
from musterbook.records.words import in_words
from musterbook.vocabulary import ArgDef, ClaimType, Vocabulary
from musterbook.vocabulary.spelling import key

_MEASURED = frozenset({"number", "money"})
_MEASURED_BY_KEY = frozenset({"duration", "boolean"})
_MEASURES = frozenset({"comparator", "frequency"})  # roles that say how exactly and how often
_DETAILS = frozenset({"text", "date", "person", "boolean", "unit"})
_CODES = frozenset({"enum", "group", "facility", "number", "money", "duration", "boolean", "date"})
_UNTIL = "until"  # the role that says until when, in types that have one

Pairs = tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """What each argument of a claim type is for; the rest are details of single claims.

    Attributes:
        scope: Roles that are part of the question, without the region.
        answer: Roles that answer it.
        since: The role that says from when, or "".
        details: Roles that neither ask nor answer.
        measured: Answering roles that hold an amount or a count.
    """

    scope: tuple[str, ...]
    answer: tuple[str, ...]
    since: str = ""
    details: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What makes two claims say the same on one question.

    Attributes:
        values: (role, value) pairs, with the status where it is not ``actual``.
        polarity: ``affirmed`` or ``denied``.
        since: From when, as the text gives it, or "".
        until: Until when, or "".
    """

    values: Pairs
    polarity: str
    since: str = ""
    until: str = ""


def roles_of(claim_type: ClaimType) -> Roles:
    """Which arguments of a type ask and which answer."""
    args = [a for a in claim_type.args if a.role != "region"]
    answer = [a for a in args if _answers(a)]
    texts = [a for a in args if a.key and a.kind == "text"]
    if not answer and len(texts) > 1:
        answer = texts[-1:]
    dates = [a for a in args if a.kind == "date" and a.role != _UNTIL]
    if not answer and dates and not any(a.key for a in claim_type.args):
        answer, dates = dates[:1], dates[1:]
    asked = {a.role for a in answer}
    scope = [a for a in args if a.role not in asked and (a.key or a.kind not in _DETAILS)]
    used = asked | {a.role for a in scope} | {d.role for d in dates}
    return Roles(
        tuple(a.role for a in scope),
        tuple(a.role for a in answer),
        dates[0].role if dates else "",
        tuple(a.role for a in args if a.role not in used),
        tuple(a.role for a in answer if a.kind in _MEASURED),
    )


def _answers(arg: ArgDef) -> bool:
    if arg.role in _MEASURES or arg.kind in _MEASURED:
        return True
    if arg.kind == "enum":
        return arg.key and not arg.open
    if arg.kind == "instrument":
        return not arg.key
    return arg.key and arg.kind in _MEASURED_BY_KEY


def slot_of(claim: Claim, roles: Roles) -> Slot:
    """The question that a claim answers."""
    return Slot(claim.type, str(claim.get("region") or ""), _pairs(claim, roles.scope))


def answer_of(claim: Claim, roles: Roles) -> Pairs:
    """What a claim answers, with its status where it is not yet so ("planned", "proposed", "ordered").

    "Exactly" is what a plain number says as well, so it is left out.
    """
    status: Pairs = () if claim.status == "actual" else (("status", claim.status),)
    return tuple(p for p in _pairs(claim, roles.answer) if p != ("comparator", "exactly")) + status


def _pairs(claim: Claim, roles: tuple[str, ...]) -> Pairs:
    return tuple((a.role, a.value) for role in roles for a in claim.args if a.role == role)


@lru_cache(maxsize=64)
def _expression(words: str) -> re.Pattern[str]:
    return regex(rf"(?<!\w)(?:{words})(?!\w)", re.I)


class Questions:
    """The questions of one programme: slots and answers of claims, each worked out once."""

    def __init__(self, vocabulary: Vocabulary, one_name: Callable[[str], str] = str) -> None:
        """Take the claim types, and the names that are one name: by the vocabulary, and by `one_name`."""
        self._types = vocabulary.types
        self._one_name = one_name
        self._roles: dict[str, Roles] = {}
        self._one: dict[str, str] = {}
        self._known: dict[str, str] = {}
        for entry in vocabulary.entries.values():
            names = entry.attributes.get("expansions")
            if isinstance(names, list | tuple) and names:
                for name in names:
                    self._one[key(str(name))] = str(names[0])
                for name in (entry.id, *entry.names.values()):
                    self._known[key(name)] = str(names[0])
        self._regions = {i: e.names.get("en", i) for (kind, i), e in vocabulary.entries.items() if kind == "region"}
        self._kept: dict[str, tuple[Slot, Answer]] = {}
        self._lexicon = vocabulary.lexicon
        self._coded = lru_cache(maxsize=None)(self._coded_in)

    @property
    def digest(self) -> str:
        """Of what `signs` follow from."""
        coded = [[name, [a.role for a in t.args if a.kind in _CODES]] for name, t in sorted(self._types.items())]
        return content_id("questions", coded, [repr(self.roles(name)) for name in sorted(self._types)])

    def signs(self, claim: Claim) -> tuple[str, str]:
        """What a question and a statement are looked up by: equal for equal ones, but not only for them.

        Names are left out, so that the signs stay when people make two names one.
        """
        coded, roles = self._coded(claim.type), self.roles(claim.type)
        question, answer = (
            " ".join(f"{r}:{v if isinstance(v, str) else float(v)}" for r, v in pairs if r in coded)
            for pairs in (_pairs(claim, roles.scope), answer_of(claim, roles))
        )
        asked = f"{claim.type} {claim.get('region') or ''} {question}"
        return asked, f"{asked} = {claim.status} {answer}"

    def in_words(self, value: Scalar) -> str:
        """One value in plain English, a region by its name."""
        return (self._regions.get(value) if isinstance(value, str) else None) or in_words(value)

    def _coded_in(self, name: str) -> frozenset[str]:
        """The roles of a type whose values are no words."""
        known = self._types.get(name)
        return frozenset(a.role for a in known.args if a.kind in _CODES) if known else frozenset()

    def words(self, language: str, name: str) -> re.Pattern[str] | None:
        """The expression of a list of the lexicon, between word ends; None where the language has none."""
        words = self._lexicon.get((language, name))
        return _expression(words) if words else None

    def roles(self, name: str) -> Roles:
        """What the arguments of a type are for; of an unknown type every argument answers."""
        if name not in self._roles:
            known = self._types.get(name)
            self._roles[name] = roles_of(known) if known else Roles((), ())
        return self._roles[name]

    def type(self, name: str) -> ClaimType | None:
        """A claim type, or None."""
        return self._types.get(name)

    def of(self, claim: Claim) -> tuple[Slot, Answer]:
        """The slot of a claim and what it answers."""
        kept = self._kept.get(claim.id)
        if kept is None:
            roles = self.roles(claim.type)
            if claim.type not in self._types:
                roles = Roles((), tuple(a.role for a in claim.args if a.role != "region"))
            values = tuple(
                (r, self._one_name(self._one.get(key(v), v)) if isinstance(v, str) else v)
                for r, v in answer_of(claim, roles)
            )
            since = str(claim.get(roles.since) or "") if roles.since else ""
            answer = Answer(values, claim.polarity, since, str(claim.get(_UNTIL) or ""))
            slot = slot_of(claim, roles)
            scope = tuple((r, self._one_name(v) if isinstance(v, str) else v) for r, v in slot.scope)
            kept = self._kept[claim.id] = (replace(slot, scope=scope), answer)
        return kept

    def known_expansion(self, name: str) -> str:
        """What the vocabulary knows a name to stand for; empty where it knows nothing."""
        return self._known.get(key(name), "")

    def statement(self, claim: Claim) -> tuple[Slot, Pairs, str]:
        """What a claim says, without when: equal for two claims that say the same."""
        slot, answer = self.of(claim)
        return slot, answer.values, answer.polarity


def gather(claims: Iterable[Claim], questions: Questions) -> Mapping[Slot, Mapping[Answer, list[Claim]]]:
    """Group claims by question and answer.

    Returns:
        The whole programme first, then region by region; in each by type and scope. Answers in order of
        their first publication, the undated last; claims likewise.
    """
    slots: dict[Slot, dict[Answer, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for claim in claims:
        slot, answer = questions.of(claim)
        slots[slot][answer][claim.id] = claim
    out: dict[Slot, dict[Answer, list[Claim]]] = {}
    for slot in sorted(slots, key=lambda s: (s.region, s.type, repr(s.scope))):
        said = {a: sorted(c.values(), key=by_publication) for a, c in slots[slot].items()}
        order = sorted(said, key=lambda a: (by_publication(said[a][0])[0], repr(a.values), a.polarity, a.since))
        out[slot] = {a: said[a] for a in order}
    return out


def by_publication(claim: Claim) -> tuple[str, str, int, str]:
    """Sorts claims by date, document and place; the undated last."""
    return (claim.published or "9999", claim.doc, claim.quote.start, claim.id)
