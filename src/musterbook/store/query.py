"""The language of searches: words, "phrases", beginnings*, -without, this OR that.

Comes in: what a user typed. Goes out: a `Query`, its form for each database, and the
places in a list of words where it matches. No typed character reaches a database as
syntax, so that no query can be a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from musterbook.errors import UsageError
from musterbook.expressions import regex
from musterbook.store.words import level

_PIECE = regex(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_MOST = 50  # pieces of one query


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another; the last may be a beginning."""

    words: tuple[str, ...]
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All groups must be met, each by any of its phrases; none of `without` may occur."""

    groups: tuple[tuple[Phrase, ...], ...]
    without: tuple[Phrase, ...] = ()


def parse_query(text: str, lemma: Callable[[str], str] | None = None) -> Query:
    """Read what a user typed.

    Args:
        text: Words (all must occur), ``"a phrase"``, ``begin*``, ``-without``, ``a OR b``.
        lemma: Brings a word into the form that the search text has.

    Raises:
        UsageError: Nothing to look for is in it, or more than 50 pieces are.

    >>> parse_query('bars "12 months" -draft').groups[1][0].words
    ('12', 'months')
    """
    groups: list[list[Phrase]] = []
    without: list[Phrase] = []
    either = False
    for minus, quoted, bare in _PIECE.findall(text)[: _MOST + 1]:
        if bare == "OR" and not minus:
            either = bool(groups)
            continue
        phrase = _phrase(quoted or bare, lemma)
        if phrase is None:
            continue
        if minus:
            without.append(phrase)
        elif either:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
        either = False
    if not groups:
        raise UsageError(f"nothing to search for in {text[:80]!r}; give at least one word that must occur")
    if len(groups) + len(without) > _MOST:
        raise UsageError(f"a search takes up to {_MOST} words and phrases; this one has more")
    return Query(tuple(tuple(g) for g in groups), tuple(without))


def _phrase(text: str, lemma: Callable[[str], str] | None) -> Phrase | None:
    beginning = text.endswith("*")
    words = level(text)
    if lemma is not None:
        kept = words[-1:] if beginning else ()  # a beginning has no lemma
        words = tuple(part for word in words[: len(words) - len(kept)] for part in level(lemma(word))) + kept
    return Phrase(words, beginning) if words else None


def for_fts5(query: Query) -> str:
    """The query as SQLite's FTS5 wants it."""

    def one(phrase: Phrase) -> str:
        return '"' + " ".join(phrase.words) + '"' + (" *" if phrase.beginning else "")

    wanted = " AND ".join("(" + " OR ".join(map(one, group)) + ")" for group in query.groups)
    return f"({wanted})" + "".join(f" NOT {one(p)}" for p in query.without)


def for_tsquery(query: Query) -> str:
    """The query as PostgreSQL's ``tsquery`` is written."""

    def one(phrase: Phrase) -> str:
        words = [f"'{w}'" for w in phrase.words]
        if phrase.beginning:
            words[-1] += ":*"
        return "(" + " <-> ".join(words) + ")"

    wanted = " & ".join("(" + " | ".join(map(one, group)) + ")" for group in query.groups)
    return wanted + "".join(f" & !{one(p)}" for p in query.without)


def matches(query: Query, words: Sequence[str]) -> list[int]:
    """The positions of all words of a text that stand in a wanted phrase, in order."""
    found: set[int] = set()
    phrases = [phrase for group in query.groups for phrase in group]
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if len(phrase.words) > 1 or not phrase.beginning:
            by_first.setdefault(phrase.words[0], []).append(phrase)
    beginnings = tuple(p.words[0] for p in phrases if p.beginning and len(p.words) == 1)
    for at, word in enumerate(words):
        if beginnings and word.startswith(beginnings):
            found.add(at)
        for phrase in by_first.get(word, ()):
            if _stands_at(phrase, words, at):
                found.update(range(at, at + len(phrase.words)))
    return sorted(found)


def _stands_at(phrase: Phrase, words: Sequence[str], at: int) -> bool:
    here = tuple(words[at : at + len(phrase.words)])
    if len(here) < len(phrase.words):
        return False
    if phrase.beginning:
        return here[:-1] == phrase.words[:-1] and here[-1].startswith(phrase.words[-1])
    return here == phrase.words
