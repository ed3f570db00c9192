"""Answers on terms as text: the answers first, then what drives each end, conventions, what is not known.

In: answers of `programme.terms`, and who masks a document. Out: lines with the mask that each needs. Never shows
a quote without the mask of its document, and never an answer without the notice that it is no advice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from musterbook.cli import shorthand
from musterbook.cli.masks import Mask

if TYPE_CHECKING:
    from musterbook.programme.terms import Answer, Ground, Layer, Option, Term

_TOGETHER = 6  # lines of rules that held, from which one needs --why to see more

Line = tuple[str, Mask]
MaskOf = Callable[[Iterable[str]], Mask]
"""From ids of documents to one mask for all of them."""


class Account:
    """The lines of one account; a quote is shown once, and after that named by its number."""

    def __init__(self, answers: tuple[Answer, ...], mask_of: MaskOf, *, why: bool = False) -> None:
        """Take the answers; ``why`` shows the working and every rule that held."""
        self._answers, self._mask_of, self._why = answers, mask_of, why
        self._numbers: dict[tuple[str, str, str], int] = {}

    def lines(self, notice: str, rounding: str) -> Iterator[Line]:
        """The whole account."""
        plain = self._mask_of(())
        width = max((len(a.label) for a in self._answers), default=0)
        everything = self._mask_of(captures(self._answers))
        for answer in self._answers:
            mark = f"  [{answer.state}]" if answer.state == "contested" and answer.state not in answer.text else ""
            yield f"{answer.label:{width}}  {answer.text}{mark}", everything
        yield notice, plain
        for answer in self._answers:
            yield "", plain
            yield f"{answer.label}: {answer.text if not answer.layers else answer.state}", everything
            yield from self._told(answer)
        yield "", plain
        yield "Conventions (change one with --convention NAME=CHOICE)", plain
        for name, choice, says in dict.fromkeys(c for a in self._answers for c in a.conventions):
            yield f"  {name}={choice}: {says}", plain
        yield f"  {rounding}", plain
        yield "", plain
        yield from self._not_known(everything)

    def _not_known(self, mask: Mask) -> Iterator[Line]:
        asked: dict[str, list[str]] = {}
        for answer in self._answers:
            for note in answer.not_known:
                asked.setdefault(note, []).append(answer.label)
        yield "Not known", mask
        for note, labels in asked.items():
            yield f"  {note}  [{', '.join(labels)}]", mask
        if not asked:
            yield "  nothing else that these questions need", mask

    def _told(self, answer: Answer) -> Iterator[Line]:
        if answer.reach and answer.reach.low == answer.reach.high:
            yield from self._terms("stands on", answer.reach.high_by)
        elif answer.reach:
            from musterbook.programme.terms.wording import shown

            yield from self._terms(f"lower end, {shown(answer.reach.low, answer.unit)}, by", answer.reach.low_by)
            yield from self._terms(f"upper end, {shown(answer.reach.high, answer.unit)}, by", answer.reach.high_by)
        yield from self._options("by each rule", answer.options, answer.unit)
        for layer in answer.layers:
            yield from self._layer(layer)
        if answer.question == "net" and any(a.question == "owed" for a in self._answers):
            return
        if answer.steps:
            yield "  worked out", self._mask_of(())
            for step in answer.steps:
                yield f"    {step.text}", self._masked(step.terms)
        yield from self._held(answer)
        yield from self._options("found, and not counted", answer.aside, answer.unit)

    def _held(self, answer: Answer) -> Iterator[Line]:
        listed = answer.held if self._why or answer.question == "held" else answer.held[:_TOGETHER]
        if listed:
            yield "  rules of the days", self._mask_of(())
        for rule in listed:
            standing = rule.standing.replace("_", " ")
            days = f"{rule.days}: " if rule.days and answer.question != "held" else ""
            yield f"    {days}{rule.topic}: {rule.text or '—'} [{standing}]", self._masked(rule.terms)
            if rule.reason:
                yield f"      {rule.reason}", self._masked(rule.terms)
            if self._why or answer.question == "held":
                yield from self._quotes(rule.terms, "      ")
        if len(answer.held) > len(listed):
            yield f"    … {len(answer.held) - len(listed)} more with --why", self._mask_of(())

    def _options(self, head: str, options: tuple[Option, ...], unit: str) -> Iterator[Line]:
        if not options:
            return
        from musterbook.programme.terms.wording import between

        yield f"  {head}", self._mask_of(())
        for option in options:
            mask = self._masked(option.terms)
            figure = f": {between(option.reach, unit)}" if option.reach and unit != "days" else ""
            state = option.state.replace("_", " ")
            yield f"    {option.text}{figure}{f' [{state}]' if state == 'exceeded' else ''}", mask
            for said in (option.reason, "; ".join(x for x in (option.stage, option.time) if x)):
                if said:
                    yield f"      {said}", mask
            yield from self._quotes(option.terms, "      ")

    def _layer(self, layer: Layer) -> Iterator[Line]:
        mask = self._masked(t for o in layer.options for t in o.terms)
        yield f"  {layer.name.replace('_', ' ')}: {layer.state}", mask
        if not layer.options and layer.text != layer.state:
            yield f"    {layer.text}", mask
        for option in layer.options:
            own = self._masked(option.terms)
            verdict = f" [{option.state}]" if option.state != "said" else ""
            yield f"    {option.text}{verdict}", own
            for said in (option.reason, "; ".join(x for x in (option.stage, option.time) if x)):
                if said:
                    yield f"      {said}", own
            yield from self._quotes(option.terms, "      ")

    def _terms(self, head: str, terms: tuple[Term, ...]) -> Iterator[Line]:
        from musterbook.programme.terms.wording import rule_words

        if terms:
            yield f"  {head}", self._mask_of(())
        for term in terms:
            yield f"    {rule_words(term)} — {term.who}", self._masked([term])
            yield from self._quotes((term,), "      ")

    def _quotes(self, terms: tuple[Term, ...], margin: str) -> Iterator[Line]:
        again: list[int] = []
        for ground in (g for t in terms for g in t.grounds):
            if not ground.words:
                continue
            key = (ground.capture, ground.doc, ground.words)
            if key in self._numbers:
                again.append(self._numbers[key])
                continue
            number = self._numbers[key] = len(self._numbers) + 1
            yield f"{margin}[{number}] {_quote(ground)}", self._mask_of([ground.capture] if ground.capture else [])
        if again:
            listed = ", ".join(f"[{n}]" for n in dict.fromkeys(again))
            yield f"{margin}see {listed}", self._mask_of(())

    def _masked(self, terms: Iterable[Term]) -> Mask:
        return self._mask_of(g.capture for t in terms for g in t.grounds if g.capture)


def _quote(ground: Ground) -> str:
    by = f", says {' ← '.join(ground.by)}" if ground.by and ground.capture else ""
    where = ", ".join(x for x in (ground.doc, ground.published) if x)
    claim = f" ({shorthand.short(ground.claim)})" if ground.claim else ""
    return f"«{' '.join(ground.words.split())}» {where}{by}{claim}"


def captures(answers: Iterable[Answer]) -> list[str]:
    """The ids of all documents that answers stand on, each once, in order."""
    found: list[Term] = []
    for answer in answers:
        if answer.reach:
            found += (*answer.reach.low_by, *answer.reach.high_by)
        for option in (*answer.options, *answer.aside, *(o for y in answer.layers for o in y.options)):
            found += option.terms
        for step in answer.steps:
            found += step.terms
        for rule in answer.held:
            found += rule.terms
    return list(dict.fromkeys(g.capture for t in found for g in t.grounds if g.capture))
