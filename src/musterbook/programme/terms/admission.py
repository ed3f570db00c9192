"""May he join: age, category of fitness, and every other criterion, each a layer with its reasons.

In: a desk. Out: an answer of layers. A layer says yes, no, contested, unclear (told, and not decidable) or
unknown (not told, or the book is silent). No layer outweighs another but a plain no.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musterbook.programme.terms.answer import (
    CONTESTED,
    DRAFT,
    NO,
    UNCLEAR,
    UNKNOWN,
    YES,
    Answer,
    Layer,
    Option,
)
from musterbook.programme.terms.choosing import Choice, Desk, pick
from musterbook.programme.terms.days import age_on
from musterbook.programme.terms.fitness import meets, read_categories
from musterbook.programme.terms.term import Term
from musterbook.programme.terms.wording import rule_words

AGE, CRITERION, FITNESS = "eligibility.age", "eligibility.criterion", "fitness_category"
_RANKS = ("soldiers", "ensigns", "officers", "junior_officers", "senior_officers")
"""Groups of the vocabulary that are ranks."""

Verdict = tuple[str, str]
Judge = Callable[[Desk, Term], Verdict]


def may_join(desk: Desk) -> Answer:
    """No where any criterion says no; contested where sources differ; yes only where all that is said is met."""
    layers = [_age_layer(desk)]
    names = dict.fromkeys(t.text("criterion") for t in desk.sheet.of(CRITERION))
    if desk.service.category:
        names.setdefault(FITNESS)
    for name in names:
        judge = _fitness if name == FITNESS else _criterion
        layers.append(_layer(desk, name, _of(desk, name), judge))
    stated = [y for y in layers if y.state != "silent"]
    state = _overall([y.state for y in stated])
    silent = tuple(f"{y.name.replace('_', ' ')}: {y.text}" for y in layers if y.state in ("silent", UNKNOWN))
    text = {
        YES: "yes, by all that is said",
        NO: "no: " + "; ".join(y.text for y in stated if y.state == NO),
        CONTESTED: "contested: " + "; ".join(y.text for y in stated if y.state == CONTESTED),
        UNCLEAR: "unclear: " + "; ".join(y.text for y in stated if y.state == UNCLEAR),
        DRAFT: "only a draft says: " + "; ".join(y.text for y in stated if y.state == DRAFT),
        UNKNOWN: "unknown" + _so_far(stated),
    }[state]
    return Answer(
        "may_join",
        "May he join",
        state,
        text,
        complete=not silent,
        layers=tuple(layers),
        not_known=silent,
        conventions=desk.conventions.says("age", "birthday", "scope"),
    )


def _so_far(layers: list[Layer]) -> str:
    met = [y.name.replace("_", " ") for y in layers if y.state == YES]
    open_ = [y.name.replace("_", " ") for y in layers if y.state == UNKNOWN]
    said = f"; nothing told so far stands against it ({', '.join(met)})" if met else ""
    return said + (f"; to be told: {', '.join(open_)}" if open_ else "")


def _overall(states: list[str]) -> str:
    for state in (NO, CONTESTED, UNCLEAR, UNKNOWN, DRAFT):
        if state in states:
            return state
    return YES if states else UNKNOWN


def _of(desk: Desk, criterion: str) -> tuple[Term, ...]:
    return tuple(t for t in desk.sheet.of(CRITERION) if t.text("criterion") == criterion)


def _age_layer(desk: Desk) -> Layer:
    terms = desk.sheet.of(AGE)
    groups = {t.text("group") for t in terms if t.text("group") in _RANKS}
    if groups and not desk.service.rank:
        return _any_rank(desk, terms)
    return _layer(desk, "age", terms, _age)


def _any_rank(desk: Desk, terms: tuple[Term, ...]) -> Layer:
    """The rank is not told: the age is held against the limits of every group."""
    plain = tuple(_plain_group(t) for t in terms if t.text("group") in ("", *_RANKS))
    groups = dict.fromkeys(t.text("for") for t in plain)
    layers = [_layer(desk, "age", tuple(t for t in plain if t.text("for") == g), _age) for g in groups]
    options = tuple(dict.fromkeys(o for y in layers for o in y.options))
    if len({y.state for y in layers}) == 1:
        return Layer("age", layers[0].state, "; ".join(dict.fromkeys(y.text for y in layers)), options)
    return Layer("age", UNCLEAR, "it hangs on the group of ranks, which is not told", options)


def _plain_group(term: Term) -> Term:
    """A term whose group is only shown, so that the limits of all groups stand side by side."""
    values = tuple(("for" if r == "group" else r, v) for r, v in term.values)
    return Term(
        term.type, values, term.region, term.status, term.polarity, term.since, term.until, term.grounds,
        term.origins, term.standing,
    )  # fmt: skip


def _layer(desk: Desk, name: str, terms: tuple[Term, ...], judge: Judge) -> Layer:
    """One criterion: what each source's rule says of the person."""
    picked = pick(desk, terms, desk.service.day)
    judged = (*picked.live, *picked.denials)
    if judged:
        layer = _judged(desk, name, judged, judge)
        drafts = tuple(c.option(*_by_draft(judge(desk, c.term))) for c in picked.drafts)
        return Layer(layer.name, layer.state, layer.text, (*layer.options, *drafts))
    if picked.drafts:
        layer = _judged(desk, name, picked.drafts, judge)
        return Layer(name, DRAFT, f"{layer.state} by a draft only: {layer.text}", layer.options)
    others = [t for t in terms if t.region or t.get("group")]
    if others:
        listed = "; ".join(dict.fromkeys(rule_words(t) for t in others))
        return Layer(name, UNKNOWN, f"the book has it only for other cases: {listed}")
    return Layer(name, "silent", "the book says nothing of it")


def _by_draft(verdict: Verdict) -> tuple[str, None, str]:
    """What a draft would say, shown beside what holds and not counted."""
    return verdict[0], None, f"{verdict[1]}; a draft, not counted"


def _judged(desk: Desk, name: str, listed: Sequence[Choice], judge: Judge) -> Layer:
    verdicts = [(c, *judge(desk, c.term)) for c in listed]
    options = tuple(c.option(v, None, why) for c, v, why in verdicts)
    states = {v for _, v, _ in verdicts}
    if len(states) > 1 and _separate(desk, verdicts):
        state = _overall(list(states))
    elif {YES, NO} <= states:
        state = CONTESTED
    else:
        state = _overall(list(states))
    text = "; ".join(dict.fromkeys(_said(o, state) for o in options))
    return Layer(name, state, text, options)


def _separate(desk: Desk, verdicts: list[tuple[Choice, str, str]]) -> bool:
    """Whether the rules are several conditions of one document, all of which must be met."""
    told = {c.documents for c, _, _ in verdicts}
    return len(told) == 1 and bool(next(iter(told)))


def _said(option: Option, state: str) -> str:
    return f"{option.state} by {option.text}: {option.reason}" if state == CONTESTED else option.reason


def _age(desk: Desk, term: Term) -> Verdict:
    """The age lies between the limits, both counted unless the convention says otherwise."""
    service = desk.service
    age = service.age
    if age is None and service.born and service.day:
        age = age_on(service.born, service.day, desk.conventions.birthday)
    words = rule_words(term)
    if age is None:
        missing = "the day asked about" if service.born else "the age"
        return UNKNOWN, f"{missing} is not told; the rule is {words}"
    if term.denied:
        return UNCLEAR, f"said not to be so: {words}; what holds instead is not said"
    low, high = term.number("min"), term.number("max")
    if low is None and high is None:
        return UNCLEAR, "the limits are not said"
    if low is not None and age < low:
        return NO, f"{age} is below {low} ({words})"
    if high is not None and (age > high or (age == high and desk.conventions.age == "exclusive")):
        return NO, f"{age} is {'at' if age == high else 'above'} {high} ({words})"
    edge = f"; at the limit: {high} itself is let in by convention" if high is not None and age == high else ""
    open_ = "" if low is not None and high is not None else "; the other limit is not said"
    return YES, f"{age} is within {words}{edge}{open_}"


def _fitness(desk: Desk, term: Term) -> Verdict:
    """The category is among those asked for; letters of two alphabets are not taken for one another."""
    words = rule_words(term)
    asked = read_categories(term.text("value"))
    if not desk.service.category:
        return UNKNOWN, f"the category is not told; the rule is {words}"
    own = read_categories(desk.service.category)
    if len(own) != 1:
        return UNCLEAR, f"“{desk.service.category}” is no single category; give a letter from А to Д"
    if not asked:
        return UNCLEAR, f"which categories is not said ({words})"
    verdict, why = meets(own[0], asked)
    effect = term.text("effect")
    if effect == "restricted":
        return (UNCLEAR if verdict != NO else YES), f"{why}; {words}"
    flip = (effect == "excluded") != term.denied
    turned = {YES: NO, NO: YES}.get(verdict, verdict) if flip else verdict
    return turned, f"{why}, which is {effect}" if flip else why


def _criterion(desk: Desk, term: Term) -> Verdict:
    """Required and so, or excluded and not so: yes. The reverse: no. Admitted: yes either way."""
    name, effect = term.text("criterion"), term.text("effect")
    told = desk.service.fact(name)
    words = rule_words(term)
    if effect == "admitted" or term.denied:
        if effect == "admitted" and term.denied:
            effect = "excluded"
        else:
            return YES, f"it does not matter: {words}"
    if told is None:
        return UNKNOWN, f"whether it is so is not told; the rule is {words}"
    is_so = "it is so" if told else "it is not so"
    if effect == "restricted":
        return (UNCLEAR, f"{is_so}, and {words}") if told else (YES, f"{is_so}; {words}")
    good = told if effect == "required" else not told
    return (YES if good else NO), f"{is_so}; {words}"
