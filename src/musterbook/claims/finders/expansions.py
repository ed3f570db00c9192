"""What a name stands for: "BARS (Some Reserve of the Nation)", «расшифровывается как …».

In: a document. Out: drafts of ``name.expansion``. A text that gives a wrong expansion is
recorded as it stands. Never takes a description in brackets for an expansion: the words
must speak of a reserve, or a verb must say that they are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "name.expansion"
_OPEN, _CLOSE = "«“„\"'‘", "»”“\"'’"
_WORD = r"[^\W\d_][\w'’-]*"
_PHRASE = rf"(?:{_WORD})(?:\s+{_WORD}){{2,7}}"
_ACRONYM = regex(rf"(?<!\w)[{_OPEN}]?(?P<name>[A-ZА-ЯЁ]{{3,5}}|Bars|Барс)[{_CLOSE}]?(?!\w)")
_CAPITALS = regex(r"[A-ZА-ЯЁ](?:[A-ZА-ЯЁ]{2}|ars|арс)")  # what every acronym begins with
_BRACKET = regex(
    rf"\s*\((?:[^()]{{0,30}}?[:,]\s*|in full\s+|[a-z]+ for\s+)?[{_OPEN}]?(?P<full>{_PHRASE})[{_CLOSE}]?[^()]{{0,40}}\)"
)
_KIND = regex(rf"\s+(?:[a-z]+|[а-яё]+){_BRACKET.pattern}")  # "the NAME initiative (…)"
_DASH = regex(rf"\s*[—–-]\s*(?:это\s+)?[{_OPEN}]?(?P<full>{_PHRASE})[{_CLOSE}]?\s*(?=[.,;:!)\n]|$)")
_LOOSE = (_KIND, _DASH)  # forms that lead to descriptions as well
_APPOSED = regex(rf",?\s*(?:or\s+)?(?:the\s+|или\s+)?[{_OPEN}](?P<full>{_PHRASE})[{_CLOSE}]")
_BEFORE = regex(
    rf"(?P<full>(?:{_WORD}\s+){{2,7}}{_WORD})[{_CLOSE}]?\s*\(\s*(?:[^()\"«“„]{{0,25}}?[\s,:—–-])?[{_OPEN}]?$"
)
_CLOSED = regex(r"[^()]{0,40}\)|,")  # after an acronym that stands in brackets or between commas
_TITLE = regex(rf"[«“„\"]\s*(?P<full>{_PHRASE})\s*[.,]?[»”\"]")
_TOPICS = 2  # words of the matter in a name in full that no verb introduces
_WORDS = regex(rf"(?P<full>(?:{_WORD}\s+){{2,7}}{_WORD})[{_CLOSE}]?$")
_LEAD = r"\s*(?:the\s+|a\s+)?[\w\s]{0,20}?"
_QUOTED = regex(_LEAD + r"[«“„\"](?P<full>[^«»“”„\"\n]{10,80}?)[.,]?[»”“\"]")
_SINGLE = regex(_LEAD + r"[‘'](?P<full>[^‘\n]{10,80}?)[.,]?[’'](?!\w)")
_BARE = regex(
    rf"\s*(?:the\s+|a\s+)?(?P<full>[^\W\d_][\w'’-]*(?:\s+(?:of|the|{_WORD})){{2,7}}?)(?=[.,;:)\n]|\s+(?:[—–-]\s|(?:and|but|и|а|was|is)\b)|$)"
)
_ARTICLE = regex(r"\b(?:the|an?) ")
_SMALL = frozenset({"of", "the", "for", "and", "in", "и", "для", "по"})
_NAME_LEAST = 3  # words of a name in full
_REACH = 130  # characters between an acronym and the verb that explains it

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The lexicon's words for explaining a name, compiled for one language."""

    says: Gated
    acronym: Gated
    topic: Gated
    before: Gated


@lru_cache(maxsize=8)
def _grammar(book: PatternBook, language: str) -> _Grammar | None:
    if (language, "exp_says") not in book.vocabulary.lexicon:
        return None

    def one(frame: str) -> Gated:
        return Gated(book.expression(frame, language))

    return _Grammar(one(r"(?<!\w){exp_says}(?!\w)"), one(r"\b{exp_acronym}\b"), one("{exp_topic}"), one("{exp_before}"))


@lru_cache(maxsize=8)
def _known(book: PatternBook) -> frozenset[str]:
    """The programme's own names."""
    return frozenset(name for kind, name in book.vocabulary.entries if kind == "programme_name")


def find(document: Document) -> Iterator[Draft]:
    """Every expansion of an acronym that a document gives."""
    grammar = _grammar(document.book, document.annotations.language)
    if grammar is None or TYPE not in document.vocabulary.types:
        return
    known = _known(document.book)
    notes, text = document.annotations, document.annotations.text
    capitals = {notes.sentence_at(m.start()) for m in _CAPITALS.finditer(text)}
    for number, sentence in enumerate(notes.sentences):
        names = list(_ACRONYM.finditer(text, *sentence)) if number in capitals else []
        if not names and not grammar.acronym.search(document.plain, *sentence):
            continue
        yield from _said(document, grammar, sentence, names)
        for name in names:
            found = _beside(document, grammar, sentence, name, known)
            if found is not None:
                yield _draft(document, sentence, name.group("name"), name.span("name"), found)


def _beside(
    document: Document, grammar: _Grammar, sentence: Span, name: re.Match[str], known: frozenset[str]
) -> Span | None:
    """An expansion in brackets, after a dash or in apposition, or before the acronym in brackets."""
    text, plain = document.annotations.text, document.plain
    acronym = name.group("name")
    named = _is_known(acronym, known)
    for pattern in (_BRACKET, _KIND, _DASH, _APPOSED):
        found = pattern.match(text, name.end(), sentence[1])
        if found and _fits(grammar.topic, plain[slice(*found.span("full"))], acronym, named, pattern not in _LOOSE):
            return found.span("full")
    if _CLOSED.match(text, name.end(), sentence[1]):
        before = _BEFORE.search(text, sentence[0], name.start())
        if before:
            return _tail(text, before.span("full"), acronym, grammar, plain)
    if not named:
        return None
    return _named_before(document, grammar, sentence, name) or _quoted(document, grammar, sentence, name)


def _quoted(document: Document, grammar: _Grammar, sentence: Span, name: re.Match[str]) -> Span | None:
    """A name in full that stands in quotation marks beside a known acronym, whatever verb joins them."""
    text, plain = document.annotations.text, document.plain
    left, right = max(sentence[0], name.start() - _REACH), min(sentence[1], name.end() + _REACH)
    for title in _TITLE.finditer(text, left, right):
        full = title.span("full")
        if len({m.group() for m in grammar.topic.finditer(plain, *full)}) >= _TOPICS:
            return full
    return None


def _named_before(document: Document, grammar: _Grammar, sentence: Span, name: re.Match[str]) -> Span | None:
    """The full name before words that lead to the acronym: "…, better known as", «…, сокращённо»."""
    text, plain = document.annotations.text, document.plain
    left = max(sentence[0], name.start() - _REACH)
    lead = grammar.before.search(plain[left : name.start()])
    if lead is None:
        return None
    words = _WORDS.search(text, left, left + lead.start())
    full = _tail(text, words.span("full"), name.group("name"), grammar, plain) if words else None
    full = full or (_described(plain, words.span("full"), grammar) if words else None)
    return _without_owner(plain, full, grammar) if full else None


def _described(plain: str, span: Span, grammar: _Grammar) -> Span | None:
    """A name in small letters: what follows the last article, where it speaks of the matter in more than one word."""
    for article in reversed(list(_ARTICLE.finditer(plain, *span))):
        full = (article.end(), span[1])
        if len({m.group() for m in grammar.topic.finditer(plain, *full)}) >= _TOPICS:
            return full
    return None


def _without_owner(plain: str, full: Span, grammar: _Grammar) -> Span:
    """A name without what is told of it before: "members of the Some Army Reserve"."""
    words = list(re.finditer(r"\S+", plain[full[0] : full[1]]))
    for at, word in enumerate(words[:-_NAME_LEAST]):
        rest = (full[0] + words[at + 1].start(), full[1])
        if word.group() in _SMALL and words[at + 1].group() not in _SMALL and grammar.topic.search(plain, *rest):
            return rest
    return full


def _is_known(acronym: str, known: frozenset[str]) -> bool:
    return acronym.upper() in known or acronym.upper() == "БАРС"


def _fits(topic: Gated, words: str, acronym: str, known: bool, close: bool) -> bool:
    """Whether words are an expansion: their initials spell the acronym, or close by a known one they name a reserve."""
    if topic.search(words):
        return _spells(words, acronym) or (known and close)
    return known and _spells(words, acronym)


def _spells(words: str, acronym: str) -> bool:
    initials = "".join(w[0] for w in re.findall(r"\w[\w'’-]*", words) if w not in _SMALL)
    return initials == acronym.lower().replace("ё", "е")


def _tail(text: str, span: Span, acronym: str, grammar: _Grammar, plain: str) -> Span | None:
    """Of the words before a bracket those whose initials spell the acronym, else the capitalised ones at the end."""
    starts = [span[0] + m.start() for m in re.finditer(r"(?<![\w'’-])\w", text[span[0] : span[1]])]
    for start in reversed(starts):
        if _spells(plain[start : span[1]], acronym) and grammar.topic.search(plain, start, span[1]):
            return start, span[1]
    best: int | None = None
    for start in reversed(starts):
        word = plain[start : span[1]].split()[0]
        if text[start].isupper():
            best = start
        elif word not in _SMALL and not grammar.topic.search(word):
            break
    if best is not None and len(text[best : span[1]].split()) > 2 and grammar.topic.search(plain, best, span[1]):
        return best, span[1]
    return None


def _said(document: Document, grammar: _Grammar, sentence: Span, names: list[re.Match[str]]) -> Iterator[Draft]:
    """An expansion that a verb introduces: "the acronym stands for …"."""
    text, plain = document.annotations.text, document.plain
    for verb in grammar.says.finditer(plain, *sentence):
        before = [n for n in names if n.end() <= verb.start() and verb.start() - n.end() <= _REACH]
        spoken = grammar.acronym.search(plain, max(sentence[0], verb.start() - _REACH), verb.start())
        if not before and not spoken:
            continue
        weak = verb.group() in ("or", "или", "это", "means", "meaning", "значит", "то есть", "which means")
        if weak and not (before and verb.start() - before[-1].end() <= 3):
            continue
        patterns = (_QUOTED, _SINGLE, _BARE)
        found = next((m for p in patterns if (m := p.match(text, verb.end(), sentence[1]))), None)
        if found is None or ((weak or not spoken) and not grammar.topic.search(plain, *found.span("full"))):
            continue
        acronym = before[-1].group("name") if before else _own(document)
        start = before[-1].start("name") if before else spoken.start() if spoken else verb.start()
        yield _draft(document, sentence, acronym, (start, verb.end()), found.span("full"))
        return


def _own(document: Document) -> str:
    """The programme's acronym in the language of the text."""
    for (kind, _), entry in document.vocabulary.entries.items():
        if kind == "programme_name":
            return entry.names.get(document.annotations.language) or entry.id
    return ""


def _draft(document: Document, sentence: Span, acronym: str, beside: Span, full: Span) -> Draft:
    start, end = min(beside[0], full[0]), max(beside[1], full[1])
    expansion = " ".join(document.annotations.text[full[0] : full[1]].split())
    expansion = re.sub(r"^(?:the|a)\s+", "", expansion, flags=re.I)
    args = (Arg("acronym", acronym.upper(), *beside), Arg("expansion", expansion, *full))
    return Draft(TYPE, args, start, end, sentence, cue=(start, end), status="actual", polarity="affirmed")
