"""Words that compare, held against the figures beside them.

In: the claims of one document, a vocabulary. Out: contradictions: a passage calls high (or low) what the
same document's figures show to be the lower (or higher) of two. Never compares figures of different
documents, kinds, currencies, periods or contract terms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from musterbook.expressions import regex
from musterbook.records import Claim, Doubt, Reading
from musterbook.vocabulary import Vocabulary

_FAMILY = "pay.amount"  # what the vocabulary's comparing words speak of


def contradictions(
    claims: Sequence[Claim], vocabulary: Vocabulary, reading_of: Callable[[str], Reading | None] = lambda _: None
) -> Iterator[Doubt]:
    """Passages whose comparison goes against the figures of their own document.

    Args:
        claims: Of one document.
        reading_of: Capture id → its text, which is looked through where there are figures to compare: what
            calls pay high need not be a claim itself.
        vocabulary: Its lexicon gives ``compare_high``, ``compare_low`` and ``compare_pay`` by language, and
            its surfaces the names of regions.
    """
    figures: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        amount, region = claim.get("amount"), claim.get("region")
        if claim.type == _FAMILY and isinstance(amount, int | float) and region and claim.polarity == "affirmed":
            measure = tuple(claim.get(r) for r in ("kind", "currency", "period", "contract_term", "group"))
            figures[measure].setdefault(str(region), claim)
    told = [f for f in figures.values() if len(f) > 1]
    if not told:
        return
    found = False
    for claim in claims:
        quote = claim.quote.exact
        way = _way(quote, claim.language, vocabulary) if claim.get("amount") is None else 0
        for region in _regions(quote, claim.language, vocabulary) if way else ():
            for by_region in told:
                if region in by_region:
                    doubts = list(_against(claim, way, region, by_region))
                    found = found or bool(doubts)
                    yield from doubts
    reading = None if found else reading_of(claims[0].capture_id)
    if reading is not None:
        yield from _beside(vocabulary, reading, told)


def _beside(vocabulary: Vocabulary, reading: Reading, told: Sequence[dict[str, Claim]]) -> Iterator[Doubt]:
    """The same of sentences, each told at the figure of the region that it speaks of."""
    for start, end in reading.sentences:
        words = reading.text[start:end]
        way = _way(words, reading.language, vocabulary)
        for region in _regions(words, reading.language, vocabulary) if way else ():
            for by_region in told:
                if region in by_region and not any(_meets(c, start, end) for c in by_region.values()):
                    for doubt in _against(by_region[region], way, region, by_region):
                        yield replace(doubt, words=words, start=start)


def _meets(claim: Claim, start: int, end: int) -> bool:
    return claim.quote.start < end and start < claim.quote.end


def _against(claim: Claim, way: int, region: str, by_region: dict[str, Claim]) -> Iterator[Doubt]:
    own = by_region[region]
    amounts = {r: float(str(c.get("amount"))) for r, c in by_region.items()}
    others = [r for r in amounts if r != region and (amounts[r] - amounts[region]) * way > 0]
    if others and len(others) == len(amounts) - 1:
        word = "high" if way > 0 else "low"
        listed = ", ".join(f"{r} {by_region[r].get('amount')}" for r in sorted(others))
        reason = f"{region} is called {word}, and the same document gives {region} {own.get('amount')}, {listed}"
        yield Doubt("contradiction", claim.id, (own.id, *(by_region[r].id for r in sorted(others))), reason)


def _way(text: str, language: str, vocabulary: Vocabulary) -> int:
    """1 where pay is called high, -1 where it is called low, 0 where neither or both."""
    ways = {way for name, way in (("compare_high", 1), ("compare_low", -1)) if _found(text, language, name, vocabulary)}
    return ways.pop() if len(ways) == 1 else 0


def _found(text: str, language: str, name: str, vocabulary: Vocabulary) -> bool:
    words = vocabulary.lexicon.get((language, name))
    pay = vocabulary.lexicon.get((language, "compare_pay"))
    return bool(words and pay and _pattern(words, pay).search(text))


@lru_cache(maxsize=32)
def _pattern(words: str, pay: str) -> re.Pattern[str]:
    near = r"\W+(?:\w+\W+){0,2}?"
    return regex(rf"\b(?:{words}){near}(?:{pay})|\b(?:{pay}){near}(?:{words})", re.I)


def _regions(text: str, language: str, vocabulary: Vocabulary) -> list[str]:
    """The regions that a passage names; none where it names several."""
    words = [w.casefold() for w in re.findall(r"[\w-]+", text)]
    names = _names(vocabulary.digest, vocabulary)
    found = {names[g] for n in (1, 2, 3) for i in range(len(words)) if (g := " ".join(words[i : i + n])) in names}
    return sorted(found) if len(found) == 1 else []


_kept: dict[str, dict[str, str]] = {}


def _names(digest: str, vocabulary: Vocabulary) -> dict[str, str]:
    if digest not in _kept:
        _kept[digest] = {s.text.casefold(): s.id for s in vocabulary.surfaces if s.kind == "region"}
    return _kept[digest]
