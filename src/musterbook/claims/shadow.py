"""The shadow of a text: the same text, equally long, with every mention made one typed sign.

In: annotations. Out: a string in which a mention of a region is the sign of regions
followed by fillers up to the mention's length, so that a pattern says ``{region}`` and
every offset stays what it is. Quotation marks, dashes, apostrophes, white space and ё are
made one each. Never longer or shorter than the text.
"""

from __future__ import annotations

import re

from musterbook.claims.mention import Annotations

FILLER = "\uf8ff"
_FIRST = 0xE001  # the private use area: no text of a report means anything by these
_FOLD = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("’‘ʼ`´′", "'"),
        **dict.fromkeys("–—−‒―‑", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\t\n\r\x0b\x0c\x85\u2028\u2029", " "),
        "ё": "е",
    }
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def plain(lowered: str) -> str:
    """A lower-cased text with quotation marks, dashes, white space and ё made one each, equally long."""
    return lowered.translate(_FOLD)


class Signs:
    """The sign of each kind of mention."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        """Number the kinds, in the order given."""
        self._sign = {kind: chr(_FIRST + number) for number, kind in enumerate(kinds)}

    def __contains__(self, kind: str) -> bool:
        return kind in self._sign

    def pattern(self, kind: str) -> str:
        """The regular expression that matches one whole mention of a kind."""
        return f"{self._sign[kind]}{FILLER}*+"

    def cast(self, annotations: Annotations) -> str:
        """The shadow of a text; kinds without a sign stay words."""
        folded = plain(annotations.lower)
        if _PRIVATE.search(folded):
            folded = _PRIVATE.sub(" ", folded)
        parts: list[str] = []
        at = 0
        for m in annotations.mentions:
            sign = self._sign.get(m.kind)
            if sign is None:
                continue
            parts.append(folded[at : m.start])
            parts.append(sign + FILLER * (m.end - m.start - 1))
            at = m.end
        parts.append(folded[at:])
        return "".join(parts)
