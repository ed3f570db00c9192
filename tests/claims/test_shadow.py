"""Shadows: equally long, mentions made signs, typography made one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.lexer import lower
from musterbook.claims.mention import Annotations, Mention
from musterbook.claims.shadow import FILLER, Signs
from musterbook.errors import VocabularyError


def annotated(text: str, *mentions: Mention) -> Annotations:
    """Annotations of a text with some mentions."""
    return Annotations(text, lower(text), "en", None, ((0, len(text)),), mentions, tuple(m.start for m in mentions))


SIGNS = Signs(("money",), (("region", "RU-BEL"), ("region", "RU-KRS"), ("duty", "guard")))


def test_a_mention_is_one_sign_of_its_kind_and_entry() -> None:
    """A pattern can ask for a kind, or for some of its entries."""
    shadow = SIGNS.cast(annotated("Belgorod pays “80”", Mention("region", 0, 8, "RU-BEL"), Mention("money", 15, 17, 1)))
    assert len(shadow) == 18
    assert shadow[1:8] == FILLER * 7
    assert re.match(SIGNS.pattern("region") + ' pays "' + SIGNS.pattern("money"), shadow)
    assert re.match(SIGNS.pattern("region", ["RU-BEL"]), shadow)
    assert not re.match(SIGNS.pattern("region", ["RU-KRS"]), shadow)


def test_an_unknown_entry_is_an_error() -> None:
    """A pattern that names an entry that is not there is found out."""
    with pytest.raises(KeyError):
        SIGNS.pattern("region", ["RU-XXX"])


def test_more_entries_than_signs_are_refused() -> None:
    """A programme too large for the signs says so at load, not by mixing them up."""
    with pytest.raises(VocabularyError, match="more than there are signs"):
        Signs((), (("kind", str(n)) for n in range(7000)))


@given(st.text(max_size=60))
def test_a_shadow_is_as_long_as_its_text(text: str) -> None:
    """Whatever stands in a text, private-use characters included, no offset moves."""
    shadow = SIGNS.cast(annotated(text))
    assert len(shadow) == len(text)
    assert not re.search("[\ue000-\uf8ff]", shadow)
