"""Where somebody may serve: statute, contract, officials, in that order; none merged with another.

In: a desk. Out: an answer of layers. A layer of which the book says nothing is silent; silence is no denial.
"""

from __future__ import annotations

from musterbook.programme.terms.answer import CONTESTED, DRAFT, KNOWN, UNKNOWN, Answer, Layer
from musterbook.programme.terms.choosing import Choice, Desk, choices, concerned
from musterbook.programme.terms.term import Term
from musterbook.programme.terms.wording import rule_words

PLACE, AREA = "callup.place", "deployment.area"
LAYERS = (("statute", "law"), ("contract", "contract"), ("officials", "statement"))
_OTHER = "by whom is not said"
_OPPOSED = {("home_region", "none"), ("home_region", "country"), ("home_region_preferred", "none")}


def where(desk: Desk) -> Answer:
    """What the law, the contract and officials say of the place of service, each by itself."""
    day = desk.service.day
    terms = [t for type_ in (PLACE, AREA) for t in desk.sheet.of(type_) if day is None or t.may_hold(day)]
    listed = [t for type_ in (PLACE, AREA) for t in concerned(desk, (x for x in terms if x.type == type_))]
    layers = [_layer(name, [t for t in listed if t.text("instrument") == instrument]) for name, instrument in LAYERS]
    known = {instrument for _, instrument in LAYERS}
    rest = [t for t in listed if t.text("instrument") not in known]
    if rest:
        layers.append(_layer(_OTHER, rest))
    said = [y for y in layers if y.state != "silent"]
    state = UNKNOWN if not said else CONTESTED if any(y.state == CONTESTED for y in said) else KNOWN
    if said and all(y.state == DRAFT for y in said):
        state = DRAFT
    silent = tuple(f"{y.name}: the book says nothing of the place" for y in layers if y.state == "silent")
    text = "; ".join(f"{y.name}: {y.text}" for y in layers) if said else "unknown"
    return Answer(
        "where", "Where he may serve", state, text, complete=not silent, layers=tuple(layers), not_known=silent
    )


def _layer(name: str, terms: list[Term]) -> Layer:
    if not terms:
        return Layer(name, "silent", "silent")
    listed = choices(terms, by_time=True)
    options = tuple(c.option("said", None, "") for c in listed)
    state = "said"
    if all(c.term.tier == "draft" for c in listed):
        state = DRAFT
    elif _opposed(listed):
        state = CONTESTED
    return Layer(name, state, "; ".join(dict.fromkeys(rule_words(c.term) for c in listed)), options)


def _opposed(listed: tuple[Choice, ...]) -> bool:
    live = [c.term for c in listed if c.term.tier == "live"]
    for at, one in enumerate(live):
        for two in live[at + 1 :]:
            same = one.type == two.type and one.get("limit") == two.get("limit") and one.get("area") == two.get("area")
            pair = (one.text("limit"), two.text("limit"))
            if (same and one.denied != two.denied) or pair in _OPPOSED or pair[::-1] in _OPPOSED:
                return True
    return False
