"""From what a pattern caught to the arguments of a claim, in normal form.

In: the mentions or words that a pattern's group holds, and the definition of a role. Out:
alternatives, each a tuple of `Arg`s: a list gives one alternative per item, a range one
per end. Never gives a value whose characters are not the ones caught.
"""

from __future__ import annotations

from collections.abc import Iterable

from musterbook.claims.mention import Ages, Annotations, Count, Duration, Mention, Money, When
from musterbook.records import Arg
from musterbook.records.claim import Scalar
from musterbook.vocabulary.nouns import ArgDef, ClaimType, Vocabulary

Alternative = tuple[Arg, ...]

_VALUE_KINDS: dict[str, tuple[str, ...]] = {
    "amount": ("money",),
    "count": ("count", "percent"),
    "date": ("date",),
    "effective_since": ("date",),
    "duration": ("duration",),
    "max_duration": ("duration",),
    "contract_term": ("duration",),
    "min": ("ages", "count"),
    "max": ("ages", "count"),
    "share": ("percent",),
    "person": ("person",),
    "region": ("region", "unit"),
    "jurisdiction": ("region",),
    "area": ("region",),
    "category": ("group",),
}


def whole(number: float) -> int | float:
    """An int where the number is whole.

    >>> whole(3.0), whole(2.5)
    (3, 2.5)
    """
    return int(number) if float(number).is_integer() else number


def kinds_for(definition: ArgDef) -> tuple[str, ...]:
    """The kinds of mention that can fill a role."""
    return _VALUE_KINDS.get(definition.role) or (definition.kind,)


def bind(definition: ArgDef, mention: Mention, claim_type: ClaimType, vocabulary: Vocabulary) -> list[Alternative]:
    """What one mention says for a role.

    Args:
        definition: The role.
        mention: What was caught.
        claim_type: Decides which companion roles (``comparator`` ``currency`` ``max``) exist.
        vocabulary: Tells the region of a unit.

    Returns:
        No alternative where the mention has no value for the role; one for a single value;
        two for a range, ``at_least`` its lower and ``at_most`` its upper end.
    """
    start, end, value = mention.start, mention.end, mention.value
    has = claim_type.arg

    def ends(low: Scalar, high: Scalar, comparator: str, *companions: Arg) -> list[Alternative]:
        pairs = [(low, comparator)] if low == high else [(low, "at_least"), (high, "at_most")]
        found: list[Alternative] = []
        for number, relation in pairs:
            args = [Arg(definition.role, number, start, end), *companions]
            if has("comparator") and (relation != "exactly" or definition.role == "count"):
                args.append(Arg("comparator", relation, start, end))
            found.append(tuple(args))
        return found

    match value:
        case Money():
            currency = Arg("currency", value.currency, start, end)
            return ends(whole(value.low), whole(value.high), value.comparator, currency)
        case Count():
            if mention.kind == "percent" and definition.role == "share":
                return ends(value.low / 100, value.high / 100, value.comparator)
            if value.comparator == "ordinal" and not has("comparator"):
                return [()]  # "the first group": what it is the first of is not counted
            if definition.most and value.high > definition.most:
                return []
            return ends(whole(value.low), whole(value.high), value.comparator)
        case Duration():
            return ends(value.low, value.high, value.comparator)
        case Ages():
            limits = [Arg(r, v, start, end) for r, v in (("min", value.low), ("max", value.high)) if v is not None]
            return [tuple(limits)] if limits else []
        case When():
            return [(Arg(definition.role, str(value.date), start, end),)]
        case str():
            return _concept(definition, mention, vocabulary)
        case _:
            name = getattr(value, "name", "")
            return [(Arg(definition.role, name, start, end),)] if name else []


def _concept(definition: ArgDef, mention: Mention, vocabulary: Vocabulary) -> list[Alternative]:
    """An entry of the vocabulary as an argument: its id, its name, or the region of a unit."""
    entry = vocabulary.entries.get((mention.kind, str(mention.value)))
    value: object = mention.value
    if definition.role in ("region", "jurisdiction", "area") and mention.kind == "unit":
        value = entry.attributes.get("region", "") if entry else ""
    elif definition.kind == "text" and entry is not None:
        value = entry.names.get("en") or mention.value
    if not isinstance(value, str | int | float | bool) or value == "":
        return []
    return [(Arg(definition.role, value, mention.start, mention.end),)]


def caught(annotations: Annotations, span: tuple[int, int], definition: ArgDef) -> tuple[Mention, ...]:
    """The mentions inside a group's span that can fill a role; of several kinds, the first that is there."""
    inside = annotations.within(*span)
    for kind in kinds_for(definition):
        found = tuple(m for m in inside if m.kind == kind and m.end <= span[1])
        if found:
            return found
    return ()


def product(parts: Iterable[list[Alternative]]) -> list[Alternative]:
    """Distribute: every combination of the alternatives of each role, first roles first."""
    combined: list[Alternative] = [()]
    for alternatives in parts:
        if alternatives:
            combined = [done + new for done in combined for new in alternatives]
    return combined
