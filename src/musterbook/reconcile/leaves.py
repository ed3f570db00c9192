"""What of a document's text lineage is traced by: shingles, rare numbers and names, who is cited.

In: a paper, its reading, its claims. Out: a `Leaf`. Never keeps the text itself, and takes nothing from
what is not the article: furniture and links to other articles decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from zlib import crc32

from musterbook.reconcile.press import Paper, Press
from musterbook.records import Claim, Reading
from musterbook.vocabulary.spelling import skeleton

WIDTH = 5  # words of a shingle: shorter ones recur between unrelated reports
SAMPLED = (
    4  # one shingle in so many is indexed, by its hash; a passage of 40 shared words is missed in 1 of 10,000 cases
)
_READ = frozenset({"title", "heading", "body", "caption"})
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NUMBER = re.compile(r"\d(?<![\w.,]\d)(?:\d{0,2}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|\d{1,8}(?!\w))")
_NAME = re.compile(r"(?<=[\w,;:–—»”\"’)] )[«“\"(]?([A-ZА-ЯЁ][\w-]{4,})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDING = re.compile(r"(?<=.{4})(?:ogo|omu|aia|oi|om|am|em|sk|ov|ev|in|[aeiou])$")  # of cases, and of adjectives
_QUOTED = re.compile(r"[“«\"][^”»\"\n]{20,}[”»\"]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document as the index of lineage keeps it.

    Attributes:
        paper: Who, when, where.
        language: Of the reading.
        shingles: Hashes of sampled shingles, sorted.
        marks: Numbers and names that may be rare, sorted.
        cites: (outlet, start, end) of each outlet named as a source that is not the document's own.
        told: Whether somebody told something to the document's own outlet.
        words: How many words the article has.
    """

    paper: Paper
    language: str = ""
    shingles: tuple[int, ...] = field(default=(), repr=False)
    marks: tuple[str, ...] = field(default=(), repr=False)
    cites: tuple[tuple[str, int, int], ...] = ()
    told: bool = False
    words: int = 0

    @property
    def order(self) -> tuple[str, bool, int, str]:
        """Earlier documents first; on one day those that report before those that cite."""
        return (self.paper.published or "9999", not self.paper.reports, len(self.cites), self.paper.capture_id)


def leaf_of(paper: Paper, reading: Reading | None, claims: Sequence[Claim], press: Press) -> Leaf:
    """What lineage needs of one document."""
    cites: dict[str, tuple[str, int, int]] = {}
    for claim in claims:
        for name in claim.attribution:
            voice = press.voice(name)
            if voice.kind == "outlet" and voice.family != paper.family:
                cites.setdefault(voice.name, (voice.name, claim.quote.start, claim.quote.end))
    told = any(c.told_to for c in claims)
    if reading is None:
        return Leaf(paper, cites=tuple(cites.values()), told=told)
    text = article(reading)
    words = _WORD.findall(text.casefold())
    return Leaf(
        paper,
        reading.language,
        tuple(sorted({h for h in shingles(words) if h % SAMPLED == 0})),
        tuple(sorted(marks(text))),
        tuple(cites.values()),
        told,
        len(words),
    )


def article(reading: Reading) -> str:
    """The text of a reading with everything blanked that is not the article, at the same offsets."""
    if not reading.blocks:
        return reading.text
    parts, at = [], 0
    for block in reading.blocks:
        if block.kind in _READ:
            parts += [re.sub(r"[^\n]", " ", reading.text[at : block.start]), reading.text[block.start : block.end]]
            at = block.end
    return "".join(parts)


def unquoted(text: str) -> str:
    """The text with direct speech blanked: two reports of one speech share it without sharing anything else."""
    return _QUOTED.sub(lambda m: " " * len(m[0]), text)


def shingles(words: Sequence[str]) -> Iterable[int]:
    """Hashes of all runs of `WIDTH` words, in order; the same on every run, as those of integers are."""
    hashes = [_hash(w) for w in words]
    return map(hash, zip(*(hashes[n:] for n in range(WIDTH)), strict=False))


@lru_cache(maxsize=262144)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) * 0x5851F42D + len(word)


def words_at(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text and where they stand."""
    found = list(_WORD.finditer(text))
    return [m[0].casefold() for m in found], [m.span() for m in found]


def marks(text: str) -> set[str]:
    """Numbers of two digits and more, and names within sentences, in a form that both scripts share.

    >>> sorted(marks("in the city of Kazan, 1,250 men")) == sorted(marks("в городе Казани, 1 250 человек"))
    True
    """
    numbers = {re.sub(r"\D", "", m[0]) for m in _NUMBER.finditer(text)}
    names = {_stem(m[1]) for m in _NAME.finditer(text)}
    return {f"#{n}" for n in numbers if not _YEAR.fullmatch(n)} | {n for n in names if len(n) > 3}


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    stem, last = skeleton(word).replace(" ", ""), ""
    while stem != last:
        last, stem = stem, _ENDING.sub("", stem)
    return stem[:8]
