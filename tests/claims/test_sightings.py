"""What is sighted once in a whole text answers for every part of it."""

from __future__ import annotations

import random
import re

from musterbook.claims.needful import Gated, Needs, conditions
from musterbook.claims.shadow import plain
from musterbook.claims.sightings import WATCH, Sighted, Watch

_SENTENCES = ["The guards came “early” to the bridge.", "Nobody else did.", "They left; the bridge—unguarded—stood."]
_TEXT = " ".join(_SENTENCES)
_SPANS = [(m.start(), m.end()) for m in re.finditer(r"\S[^.]*\.", _TEXT)]


def test_a_string_is_sighted_exactly_in_its_sentence() -> None:
    """Each sentence has the bits of the sets of which it holds a string, and no other."""
    watch = Watch()
    sets = [{"guards", "nobody"}, {'"early"'}, {"bridge-"}, {"nowhere"}]
    bits = [watch.bit(s) for s in sets]
    watch.sight("", ())
    watch.sight("", ())  # the automaton is built at the second text
    seen = watch.sight(plain(_TEXT.lower()), _SPANS)
    for (start, end), text in zip(_SPANS, _SENTENCES, strict=True):
        expected = [any(s in plain(text.lower()) for s in strings) for strings in sets]
        assert [seen.mask(start, end) & bit != 0 for bit in bits] == expected
    assert [seen.mask(0, len(_TEXT)) & bit != 0 for bit in bits] == [True, True, True, False]


def test_what_came_into_use_later_may_stand_anywhere() -> None:
    """A set that the automaton does not know yet is never denied."""
    watch = Watch()
    watch.bit({"guards"})
    watch.sight("", ())
    watch.sight("", ())
    late = watch.bit({"nowhere"})
    assert watch.sight(_TEXT.lower(), _SPANS).mask(*_SPANS[1]) & late


def test_short_strings_and_signs_are_not_watched() -> None:
    """What would be sighted everywhere, or never, has no bit."""
    assert Watch().bit({"guards", "at"}) == 0
    assert Watch().bit({"\ue005"}) == 0


def test_a_sighted_text_gives_the_same_matches() -> None:
    """Gates and needs judge a sighted text as they judge any other."""
    expressions = [r"\bguards?\b", r"bridge\W+unguarded", r"(?:nobody|somebody) else", r"never\w*"]
    gates = [Gated(e) for e in expressions]
    needs = [Needs(conditions(e)) for e in expressions]
    watch = WATCH
    folded = plain(_TEXT.lower())
    rng = random.Random(1)
    for _ in range(40):
        text = Sighted.of(folded, watch.sight(folded, _SPANS))
        start, end = sorted(rng.sample(range(len(text)), 2))
        for gate, need in zip(gates, needs, strict=True):
            plainly = [m.span() for m in gate.regex.finditer(str(text), start, end)]
            assert [m.span() for m in gate.finditer(text, start, end)] == plainly
            if plainly:
                assert need.met(text.sightings.mask(start, end), text[start:end], {})
