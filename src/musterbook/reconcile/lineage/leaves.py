"""What of a document's text lineage is traced by: shingles, rare numbers and names, who is cited.

In: a paper, its reading, its claims. Out: a `Leaf`. Never keeps the text itself, and takes nothing from
what is not the article: furniture and links to other articles decide nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from zlib import crc32

from musterbook.expressions import regex
from musterbook.reconcile.lineage.acts import acts, in_force
from musterbook.reconcile.lineage.own_reports import own_reports
from musterbook.reconcile.press import MEDIA, Paper, Press
from musterbook.records import Claim, PartialDate, Reading
from musterbook.records.claim import Scalar
from musterbook.vocabulary.spelling import skeleton

WIDTH = 5  # words of a shingle: shorter ones recur between unrelated reports
SAMPLED = 8  # one shingle in so many is indexed, by its hash: of 60 shared words 1 in 200 shows fewer than two
VERSION = f"18.{hash((1, 2, 3, 4, 5)):x}"  # of what leaves hold; hashes of tuples are those of one Python
SHINGLE, MARK, ADDRESS, CITED = range(4)  # what a key stands for, in its two lowest bits
_KEY = 47  # bits of a key's hash: a database keeps such a number in seven bytes
_MASK = (1 << _KEY) - 1
_UNDATED = (1 << 20) - 1  # days
_COUNTRY = "ru"  # what the sources of the programme speak: on one day their reports come before translations
_CITES, _LONG, _SPREAD = (3, 4, 33)  # bits of a rank: how many are cited, how long, and what tells others apart
_BELOW = 3 + _CITES + _LONG + _SPREAD  # bits below the day
_LINE = 60  # characters around an outlet's name in a line that credits it
_STAGE = "law.stage"  # the type of statements on what becomes of a bill
_READ = frozenset({"title", "heading", "body", "caption"})
_NOT_ARTICLE = regex(r"[^\n]")
_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NUMBER = regex(r"\d(?<![\w.,]\d)(?:\d{0,2}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|\d{1,8}(?!\w))")
_NAME = regex(r"[A-ZА-ЯЁ](?:(?<=[\w,;:–—»”\"’)] .)|(?<=[\w,;:–—»”\"’)] [«“\"(].))[\w-]{4,}")
_LARGE = regex(
    r"(\d(?<![\w.,]\d)\d{0,3})(?:[.,](\d{1,2}))?[ \u00a0\u202f-]?"
    r"(?:(тыс\.|тысяч\w*|thousand\b)|(млн\b|миллион\w*|million\b)|(?:млрд\b|миллиард\w*|billion\b))"
)
_THOUSAND, _MILLION, _BILLION = 1_000, 1_000_000, 1_000_000_000
_YEAR = regex(r"(?:19|20)\d\d")
_ENDING = regex(r"(?<=.{4})(?:ogo|omu|aia|oi|om|am|em|sk|ov|ev|in|[aeiou])$")  # of cases, and of adjectives
_CAPITAL = regex(r"\b(?:[A-ZА-ЯЁ]|\d{1,3}(?=[^\W\d_]|\.[A-ZА-Я]{2})|i(?=[A-Z]))[^\W_]*")
_NAME_WORDS, _NAME_REACH = 4, 80  # words and characters of an outlet's name
_TELLING = 100  # a number from which on it is seldom another's by chance, whatever else is said of it
_LEFT_OUT = ("comparator", "region", "contract_term")  # roles that one report leaves out and another does not
_CODED = regex(r"P\d+[DWMY]|[A-Z]{2}-[A-Z0-9]{1,3}|[a-z_]+|[A-Z]{3}|\d{4}(?:-\d\d){0,2}")
_APART = 512  # texts kept taken apart: a document is, for what it is found by and again for its comparison
_OFFICIAL = "official"  # a kind of source
_CREDIT_ENDS = regex(r"\)[.]?[ \t]*(?:\n|\Z)")  # of a name in brackets that ends a paragraph
_BESIDE = 40  # characters beside a name in which it is said that it reported something
_QUOTED = regex(r"[“«\"][^”»\"\n]{20,}[”»\"]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document as the index of lineage keeps it.

    Attributes:
        paper: Who, when, where.
        language: Of the reading.
        shingles: Keys of sampled shingles, sorted.
        marks: Numbers, names and statements that may be rare, sorted.
        cites: (outlet, start, end) of each outlet named as a source that is not the document's own.
        told: Whether somebody told something to the document's own outlet.
        words: How many words the article has.
        mentions: (outlet, start, end) of each outlet that the text names without a statement of its in it.
        reading_id: Of the reading, where it has one.
        answers: Keys of the questions that it answers and of what it says, below zero as no others are.
        earlier: (date, start, end) of each earlier report of its own newsroom that it speaks of.
        hearsay: Whether it says that the media have it, and not which.
        public: Whether it tells what an office has made public: a bill, a statement, its stage.
        quoted: Outlets among the mentions of which the text says that they reported something.
        rank: Its place among all documents, and its number in the index.
    """

    paper: Paper
    language: str = ""
    shingles: tuple[int, ...] = field(default=(), repr=False)
    marks: tuple[str, ...] = field(default=(), repr=False)
    cites: tuple[tuple[str, int, int], ...] = ()
    told: bool = False
    words: int = 0
    mentions: tuple[tuple[str, int, int], ...] = ()
    reading_id: str = ""
    answers: tuple[int, ...] = field(default=(), repr=False)
    earlier: tuple[tuple[str, int, int], ...] = ()
    hearsay: bool = False
    public: bool = False
    quoted: tuple[str, ...] = ()
    rank: int = field(default=-1, compare=False)

    def __post_init__(self) -> None:
        if self.rank < 0:
            object.__setattr__(self, "rank", rank_of(self.paper, self.language, len(self.cites), self.words))


def rank_of(paper: Paper, language: str, cites: int, words: int) -> int:
    """A number that sorts documents by what may come from what.

    By day; on one day those that report before those that do not, those that cite fewer before those that cite
    more, editions of another page last, pages of offices before whoever carries them, those in the language of
    the country before translations, long ones before short ones. It follows from the document alone,
    so that the order of adding changes nothing.
    """
    day = min(PartialDate.parse(paper.published).earliest.toordinal(), _UNDATED) if paper.published else _UNDATED
    rank: int = day << 1 | int(not paper.reports)
    rank = (rank << _CITES | min(cites, 2**_CITES - 1)) << 1 | int(paper.edition)
    public = paper.kind == "official"
    rank = rank << 1 | int(language != _COUNTRY and not public)
    length = 2**_LONG - 1 - min(words.bit_length(), 2**_LONG - 1)
    rank = rank << _LONG | (int(language != _COUNTRY) if public else length)
    return rank << _SPREAD | crc32(paper.capture_id.encode()) << 1 | crc32(paper.capture_id[::-1].encode()) & 1


def day_of(rank: int) -> int | None:
    """The day of a rank, as a proleptic ordinal; None where nobody knows it."""
    day = rank >> _BELOW
    return None if day == _UNDATED else day


def first_rank(day: int) -> int:
    """The lowest rank that a document of a day may have."""
    return max(0, min(day, _UNDATED)) << _BELOW


def key_of(value: int | str, what: int) -> int:
    """The key of a shingle's hash, a mark, an address or a newsroom."""
    number = value >> 3 if isinstance(value, int) else crc32(value.encode("utf-8", "surrogatepass")) << 15 | len(value)
    return (number & _MASK) << 2 | what


def answer_key(sign: str) -> int:
    """The key of a question or a statement, all of whose holders are kept."""
    return ~key_of(sign, MARK)


def sampled(hashes: Iterable[int]) -> list[int]:
    """The keys of those shingles that are indexed."""
    return [(h >> 3 & _MASK) << 2 | SHINGLE for h in hashes if not h % SAMPLED]  # as `key_of` gives them


def body_of(leaf: Leaf) -> str:
    """A leaf as text, from which `leaf_in` makes it again."""
    p = leaf.paper
    paper = [p.capture_id, p.name, p.published, p.outlet, p.family, p.kind, p.addresses, p.sources, p.title, p.edition]
    rest = [leaf.language, leaf.shingles, leaf.marks, leaf.cites, leaf.told, leaf.words]
    return json.dumps(
        [
            paper,
            *rest,
            leaf.mentions,
            leaf.reading_id,
            leaf.answers,
            leaf.earlier,
            leaf.hearsay,
            leaf.public,
            leaf.quoted,
        ],
        ensure_ascii=True,
        separators=(",", ":"),
    )


def leaf_in(body: str, rank: int = -1) -> Leaf:
    """The leaf of a text that `body_of` made, and of its rank, which is worked out where it is left out."""
    ((capture_id, name, published, outlet, family, kind, addresses, sources, title, edition), *rest) = json.loads(body)
    (language, shingled, marked, cited, told, words, named, reading_id, answers, dated, hearsay, public, quoted) = rest
    cites, mentions, earlier = (tuple(map(tuple, found)) for found in (cited, named, dated))
    paper = Paper(
        capture_id, name, published, outlet, family, kind, tuple(addresses), tuple(sources), title, edition
    )  # fmt: skip
    shown = (tuple(shingled), tuple(marked), cites, told, words, mentions)
    return Leaf(paper, language, *shown, reading_id, tuple(answers), earlier, hearsay, public, tuple(quoted), rank)


def leaf_of(paper: Paper, reading: Reading | None, claims: Sequence[Claim], press: Press) -> Leaf:
    """What lineage needs of one document."""
    cites: dict[str, tuple[str, int, int]] = {}
    beyond: set[str] = set()
    text = article(reading) if reading else ""
    called = press.called_outlets(text)
    asked = {n for c in claims if c.told_to for n in c.attribution[-1:]}  # officials whom its reporters asked
    for claim in claims:
        voices = [press.as_outlet(n, called) for n in claim.attribution if n not in asked or not _official(press, n)]
        if voices and paper.family and voices[-1].family == paper.family:
            continue  # told to its own newsroom
        voices = [v for v in voices if v.kind == "outlet" and v.family != paper.family]
        beyond |= {v.family for v in voices[:-1]}  # whom its source cites in turn
        for voice in voices[-1:]:
            cites.setdefault(voice.name, (voice.name, claim.quote.start, claim.quote.end))
    heard = {o: c for o, c in cites.items() if press.kind(o) == _OFFICIAL and press.family(o) in beyond}
    cites = {o: c for o, c in cites.items() if o not in heard}
    beyond -= {press.family(outlet) for outlet in cites}
    offices = {o: (o, c.quote.start, c.quote.end) for c in reversed(claims) for o in _offices(c, press)}
    offices |= heard
    told = any(c.told_to for c in claims)
    if reading is None:
        return Leaf(paper, cites=tuple(cites.values()), told=told)
    words, hashes = apart(text)
    said = {m for c in claims if (m := said_mark(c))}
    named = list(mentioned(text, press, beyond | {paper.family, *map(press.family, cites)}))
    credited = [m for m in named if _is_credit(text, m, press)]
    cites |= {m[0]: m for m in credited}
    return Leaf(
        paper,
        reading.language,
        tuple(sorted(set(sampled(hashes)))),
        tuple(sorted(marks(text) | {*acts(text, paper), *in_force(claims)} | said)),
        tuple(cites.values()),
        told,
        len(words),
        (*(m for m in named if m not in credited), *sorted(offices.values())),
        reading.id,
        earlier=tuple(own_reports(text, paper, press)),
        hearsay=any(press.voice(n).family in MEDIA for c in claims for n in c.attribution[-1:]),
        public=any(_is_public(c, press) for c in claims),
        quoted=tuple(m[0] for m in named if m not in credited and _has_reported(text, m, press)),
    )


def _is_credit(text: str, named: tuple[str, int, int], press: Press) -> bool:
    """Whether an outlet is named on a line that only says whose report it is."""
    _, start, end = named
    if text[start - 1 : start] == "(" and _CREDIT_ENDS.match(text, end):
        return True
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    around = text[first:start] + " " + (text[end:last] if last >= 0 else text[end:])
    return len(around) <= _LINE and press.is_credit(around)


def _has_reported(text: str, named: tuple[str, int, int], press: Press) -> bool:
    """Whether the words around an outlet's name say that it reported something."""
    _, start, end = named
    return press.has_reported(text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE])


def _is_public(claim: Claim, press: Press) -> bool:
    """Whether a statement tells what an office has made public, as far as it says."""
    if claim.type == _STAGE:
        return True
    said_by = () if claim.told_to else claim.attribution[:1]
    return any(press.is_public(n) or press.holder(n) for n in said_by)


def _official(press: Press, name: str) -> bool:
    return press.kind(press.voice(name).name) == _OFFICIAL


def _offices(claim: Claim, press: Press) -> Iterator[str]:
    """The offices, or their holders, that a statement names and that told it nobody: they may have a page."""
    region = next((str(a.value) for a in claim.args if a.role == "region"), "")
    for voice in map(press.voice, () if claim.told_to else claim.attribution[:1]):
        if press.holder(voice.name):
            yield press.placed(voice, region).name


def mentioned(text: str, press: Press, known: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Other newsrooms that a text names, each once; known ones, and those of its own newsroom, are left out."""
    seen, begins = set(known), press.begins_outlet
    for first in _CAPITAL.finditer(text):
        if not begins(first[0]):
            continue
        start = first.start()
        ends = [start + m.end() for m in islice(_WORD.finditer(text[start : start + _NAME_REACH]), _NAME_WORDS)]
        for end in reversed(ends):
            voice = press.outlet_named(text[start:end])
            if voice and voice.family not in seen:
                seen.add(voice.family)
                yield voice.name, start, end
                break


def article(reading: Reading) -> str:
    """The text of a reading with everything blanked that is not the article, at the same offsets."""
    if not reading.blocks:
        return reading.text
    parts, at = [], 0
    for block in reading.blocks:
        if block.kind in _READ:
            between = reading.text[at : block.start]
            parts += [between and _NOT_ARTICLE.sub(" ", between), reading.text[block.start : block.end]]
            at = block.end
    return "".join(parts)


def unquoted(text: str) -> str:
    """The text with direct speech blanked: two reports of one speech share it without sharing anything else."""
    return _QUOTED.sub(lambda m: " " * len(m[0]), text)


def shingles(words: Sequence[str]) -> Iterable[int]:
    """Hashes of all runs of `WIDTH` words, in order; the same on every run, as those of integers are."""
    hashes = list(map(_hash, words))
    return map(hash, zip(*(hashes[n:] for n in range(WIDTH)), strict=False))


@lru_cache(maxsize=262144)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) * 0x5851F42D + len(word)


@lru_cache(maxsize=_APART)
def apart(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a text in lower case, and the hashes of its shingles."""
    words = tuple(map(str.casefold, _WORD.findall(text)))
    return words, tuple(shingles(words))


def spans_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a text stand."""
    return tuple([m.span() for m in _WORD.finditer(text)])


def marks(text: str) -> set[str]:
    """Numbers of two digits and more, and names within sentences, in a form that both scripts share.

    >>> sorted(marks("in the city of Kazan, 1,250 men")) == sorted(marks("в городе Казани, 1 250 человек"))
    True
    """
    large = list(_LARGE.finditer(text))
    within = {m.start() for m in large}
    numbers = {re.sub(r"\D", "", m[0]) for m in _NUMBER.finditer(text) if m.start() not in within} | set(
        map(_whole, large)
    )
    names = {_stem(name) for name in _NAME.findall(text)}
    return {f"#{n}" for n in numbers if not _YEAR.fullmatch(n)} | {n for n in names if len(n) > 3}


def _whole(found: re.Match[str]) -> str:
    """A number in words and figures, in figures alone: «3,6 тыс.» is 3600."""
    unit = _THOUSAND if found[3] else _MILLION if found[4] else _BILLION
    return str(int(found[1]) * unit + int((found[2] or "0").ljust(2, "0")) * (unit // 100))


def said_mark(claim: Claim) -> str:
    """What a claim says, in a form that does not depend on its language; empty where it has no value.

    Numbers, durations and codes count, words do not. The status is left out: a rewrite may have changed it.
    """
    values = {a.role: a.value for a in claim.args if not isinstance(a.value, str) or _is_coded(a.value)}
    measured = {r: v for r, v in values.items() if not isinstance(v, bool) and _is_measured(v)}
    if not measured:
        return ""
    if not any(isinstance(v, int | float) and v >= _TELLING for v in measured.values()):
        measured = {r: v for r, v in values.items() if r not in _LEFT_OUT}
    return f"={claim.type} " + " ".join(f"{r}:{v}" for r, v in sorted(measured.items()))


@lru_cache(maxsize=65536)
def _is_coded(value: str) -> bool:
    return bool(_CODED.fullmatch(value))


def _is_measured(value: Scalar) -> bool:
    return not isinstance(value, str) or value[:1] == "P"


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    stem, last = skeleton(word).replace(" ", ""), ""
    while stem != last:
        last, stem = stem, _ENDING.sub("", stem)
    return stem[:8]
