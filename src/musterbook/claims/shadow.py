"""The shadow of a text: the same text, equally long, with every mention made one typed sign.

In: annotations. Out: a string in which a mention of a region is the sign of regions
followed by fillers up to the mention's length, so that a pattern says ``{region}`` and
every offset stays what it is. Quotation marks, dashes, apostrophes, white space and ё are
made one each; those around the name of a unit belong to its sign. Never longer or shorter than the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from musterbook.claims.mention import Annotations
from musterbook.errors import VocabularyError
from musterbook.expressions import regex

FILLER = "\uf8ff"
_FIRST = 0xE001  # the private use area: no text of a report means anything by these
_FOLD = tuple(
    (variant, sign)
    for sign, variants in (
        ('"', "“”„‟«»″"),
        ("'", "’‘ʼ`´′"),
        ("-", "–—−‒―‑"),
        (" ", "\u00a0\u202f\u2009\u2007\u2002\u2003\t\n\r\x0b\x0c\x85\u2028\u2029"),
        ("е", "ё"),
    )
    for variant in variants
)
_NAMES = frozenset({"unit", "force"})  # written in quotation marks more often than not
_PRIVATE = regex("[\ue000-\uf8ff]")


def plain(lowered: str) -> str:
    """A lower-cased text with quotation marks, dashes, white space and ё made one each, equally long."""
    for variant, sign in _FOLD:
        if variant in lowered:  # thirty looks cost a tenth of one `str.translate`
            lowered = lowered.replace(variant, sign)
    return lowered


def _in_quotes(folded: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The span of a name with the quotation marks right around it, if both are there."""
    if start > at and folded[start - 1] in "\"'" and folded[end : end + 1] == folded[start - 1]:
        return start - 1, end + 1
    return start, end


class Signs:
    """The signs of mentions: one for each kind of value, one for each entry of a concept."""

    def __init__(self, values: Iterable[str], entries: Iterable[tuple[str, str]]) -> None:
        """Number kinds of values and entries.

        Args:
            values: Kinds of values: ``date``, ``money`` …
            entries: (concept, id) of each entry of the vocabulary.

        Raises:
            VocabularyError: There are more entries than signs.
        """
        ids: dict[str, dict[str, None]] = {kind: {"": None} for kind in values}
        for kind, name in entries:
            ids.setdefault(kind, {})[name] = None
        self._sign: dict[tuple[str, str], str] = {}
        self._range: dict[str, str] = {}
        for kind, names in ids.items():
            first = _FIRST + len(self._sign)
            for name in names:
                self._sign[kind, name] = chr(_FIRST + len(self._sign))
            last = _FIRST + len(self._sign) - 1
            self._range[kind] = chr(first) if first == last else f"[{chr(first)}-{chr(last)}]"
        if len(self._sign) >= ord(FILLER) - _FIRST:
            what = f"{len(self._sign)} entries, more than there are signs; divide the programme"
            raise VocabularyError(what, path="vocabulary")

    def __contains__(self, kind: str) -> bool:
        return kind in self._range

    def pattern(self, kind: str, names: Iterable[str] = ()) -> str:
        """The regular expression that matches one whole mention of a kind, or of some of its entries.

        Raises:
            KeyError: The kind has no entry of that name.
        """
        signs = [self._sign[kind, name] for name in names]
        return ("[" + "".join(signs) + "]" if signs else self._range[kind]) + FILLER + "*+"

    def cast(self, annotations: Annotations, folded: str = "") -> str:
        """The shadow of a text, of which `plain` made ``folded``; kinds without a sign stay words."""
        folded = folded or plain(annotations.lower)
        if _PRIVATE.search(folded):
            folded = _PRIVATE.sub(" ", folded)
        parts: list[str] = []
        at = 0
        for m in annotations.mentions:
            sign = self._sign.get((m.kind, m.value if isinstance(m.value, str) else ""))
            if sign is None:
                continue
            start, end = _in_quotes(folded, at, m.start, m.end) if m.kind in _NAMES else (m.start, m.end)
            parts.append(folded[at:start])
            parts.append(sign + FILLER * (end - start - 1))
            at = end
        parts.append(folded[at:])
        return "".join(parts)
