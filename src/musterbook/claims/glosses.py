"""What a Russian name or description of a source means in English, beside its own words.

In: a link of an attribution chain, or who orders, acts or judges, as a Russian text names them. Out: the same
with a gloss in brackets, «письмо (letter)», or as it is where nothing is known of its words. Never takes the
place of the words, never says more than they do, never names a person, but for a holder of office:
people who may be named stand in two scripts already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.lexer import Lexer, lower
from musterbook.expressions import regex
from musterbook.records.names import transliterate
from musterbook.vocabulary.nouns import Vocabulary
from musterbook.vocabulary.speech import load_speech

_RUSSIAN = regex("[а-яё]", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*|[«»\"“”]")
_QUOTED = regex(r"[«“\"]([^«»“”\"]+)[»”\"]")
_ADJECTIVE = regex(r"(?:[ыио]й|[ая]я|[оеыи]е|ую|юю|[ое]го|[ое]му|[ыи]х|[ыи]м|[ыи]ми|[ое]м)$")
_QUALIFIES = regex(r"[а-я]+[ыи]й [а-я]+[бвгджзклмнпрстфхцчшщ]$")  # «военный эксперт», but «рабочий завода»
_PLURAL = regex(r"(?:ы|и|ов|ев|ам|ами|ах|ям|ями|ях)$")
_DEPUTY = "зам"  # before an office in the genitive: «замглавы» is one
_OF_MANY = regex(r"(?:ов|ев|ам|ами|ах|ям|ями|ях)$")
_FAMILY = regex(r"[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н|ский|цкий|ской|ко|ук|юк|ян|дзе|швили|[оеё]ва|[иы]на|ская)$")
_NAMED = ("region", "office", "outlet", "official", "title", "unit", "instrument")
"""Kinds of mention that stand for their English names."""
_COMMON = ("office", "title", "instrument")  # of these, those that take an article
_MOST_WORDS = 4  # the longest phrase of the list, and what binds it


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a description.

    Attributes:
        kind: ``noun`` ``name`` ``apposed`` (a name after a noun) ``family`` (that of a person) ``adjective``
            ``joint`` ``number`` or ``unknown``.
        gloss: In English; empty for what is left out.
        many: Whether a noun is of many.
    """

    kind: str
    gloss: str
    many: bool = False


class Glossary:
    """The glosses of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, lexer: Lexer) -> None:
        """Index the names of a vocabulary, and read the list of words.

        Raises:
            VocabularyError: The list of words has a fault.
        """
        self._entries = vocabulary.entries
        self._find = lexer.find
        self._names = {
            entry.names["ru"]: entry.names["en"]
            for (kind, _), entry in vocabulary.entries.items()
            if kind in _NAMED and {"ru", "en"} <= entry.names.keys()
        }
        words = load_speech("glosses", "ru")
        self._tables = words.tables
        self._bare, self._public = words.words("bare"), words.words("public")
        self._phrases = {tuple(phrase.split()): gloss for phrase, gloss in words.tables["phrases"].items()}
        self.beside: Callable[[str], str] = lru_cache(maxsize=8192)(self._beside)
        """A name or description with its gloss in brackets; as it is where it is not Russian or nothing is known."""

    def _beside(self, text: str) -> str:
        if not _RUSSIAN.search(text) or text[:1] == "[" or "(" in text:
            return text
        gloss = self.gloss(text.partition(" [")[0])
        return f"{text} ({gloss})" if gloss and gloss != text else text

    def gloss(self, text: str) -> str:
        """What a name or description means in English; empty where its first noun is not known."""
        if text in self._names:
            return self._names[text]
        parts = list(self._parts(text))
        if text[:1].isupper() and any(p.kind == "unknown" for p in parts):
            return transliterate(text.strip('«»“”"'))
        return self._said(parts)

    def _said(self, parts: Iterable[_Part]) -> str:
        out: list[str] = []
        qualities: list[str] = []
        count = joint = ""
        for part in parts:
            if part.kind == "unknown":
                break
            if part.kind == "adjective":
                qualities += [part.gloss] if part.gloss else []
            elif part.kind == "number":
                count = part.gloss
            elif part.kind == "joint":
                joint = part.gloss
            elif part.kind == "family" and not (out and out[-1] in self._public):
                break
            elif part.kind in ("apposed", "family"):
                out.append(part.gloss)
            else:
                many = part.many or bool((count and not count.startswith("one")) or count.endswith("the"))
                common = part.kind == "noun" and part.gloss not in self._bare
                article = "the" if out and common and not many and not count else ""
                noun = _many(part.gloss) if many else part.gloss
                words = (joint or ("of" if out else ""), article, count, *qualities, noun)
                out.append(" ".join(w for w in words if w))
                qualities, count, joint = [], "", ""
        return " ".join(out)

    def _parts(self, text: str) -> Iterator[_Part]:
        """The pieces of a description in order."""
        words = list(_WORD.finditer(text))
        named = {m.start: m for m in self._find(text, lower(text)).mentions if m.kind in _NAMED}
        at, first = 0, True
        while at < len(words):
            quoted = _QUOTED.match(text, words[at].start())
            if quoted:
                yield _Part("apposed", self._names.get(quoted[1]) or transliterate(quoted[1]))
                at += sum(w.start() < quoted.end() for w in words[at:])
                continue
            written = [w.group() for w in words[at : at + _MOST_WORDS]]
            taken, part = self._phrase(written, first)
            mention = named.get(words[at].start())
            if mention and not (part and (taken > 1 or mention.kind in ("title", "instrument"))):
                length = sum(mention.start <= w.start() < mention.end for w in words[at:])
                following = words[at + length].group() if at + length < len(words) else ""
                entry = self._entries.get((mention.kind, str(mention.value)))
                if entry and "en" in entry.names and following not in ("и", "«", '"', "“") and length:
                    noun = next((w.group() for w in words[at : at + length] if not _ADJECTIVE.search(w.group())), "")
                    many = mention.kind in _COMMON and _is_plural(noun, first)
                    part, taken = _Part("noun" if mention.kind in _COMMON else "name", entry.names["en"], many), length
            part = part or _unknown(written[0], first)
            if part:
                yield part
                first = first and part.kind in ("adjective", "number")
            at += taken

    def _phrase(self, words: list[str], first: bool) -> tuple[int, _Part | None]:
        """The longest thing that the list of words knows at the beginning of some words, and how many words it is."""
        folded = [w.lower().replace("ё", "е") for w in words]
        for table in ("joints", "numbers"):
            for length in (2, 1):
                gloss = self._tables[table].get(" ".join(folded[:length]))
                if gloss and len(folded) >= length:
                    return length, _Part(table[:-1], gloss)
        for length in (3, 2):
            for phrase, gloss in self._phrases.items():
                if len(phrase) == length <= len(folded) and all(map(str.startswith, folded, phrase)):
                    return length, _Part("noun", gloss, _is_plural(folded[length - 1], first))
        stems = {table: _stem(folded[0], self._tables[table]) for table in ("nouns", "adjectives")}
        longer = len(stems["adjectives"]) > len(stems["nouns"]) or _QUALIFIES.match(" ".join(folded[:2]))
        if stems["adjectives"] and longer and _ADJECTIVE.search(folded[0]):
            return 1, _Part("adjective", self._tables["adjectives"][stems["adjectives"]])
        if stems["nouns"]:
            table = (
                "named" if stems["nouns"] in self._tables["named"] and folded[1:2] in (["«"], ["“"], ['"']) else "nouns"
            )
            return 1, _Part("noun", self._tables[table][stems["nouns"]], _is_plural(folded[0], first))
        return 1, None


def _unknown(word: str, first: bool) -> _Part | None:
    """A word that nothing is known of: a quality is left out, a family name written in Latin; all else ends a gloss."""
    if word in '«»"“”':
        return None
    if word.isupper() and len(word) > 1:
        return _Part("name", transliterate(word).upper())
    if not first and _FAMILY.match(word):
        return _Part("family", transliterate(word))
    if not word[:1].isupper() or not first:
        return _Part("adjective", "") if _ADJECTIVE.search(word.lower()) else _Part("unknown", "")
    return _Part("unknown", "")


_LONGEST_ENDING = 3  # letters after a beginning of a word: «-ами», «-ого»


def _stem(word: str, table: Mapping[str, str]) -> str:
    """The longest beginning of a word in a table, where no more than an ending follows it."""
    for length in range(len(word), max(0, len(word) - _LONGEST_ENDING - 1), -1):
        if word[:length] in table:
            return word[:length]
    return ""


def _is_plural(word: str, first: bool) -> bool:
    """Whether a noun is of many: the first is in the nominative, those after it are not."""
    return (_PLURAL if first else _OF_MANY).search(word) is not None and not (first and word.startswith(_DEPUTY))


def _many(noun: str) -> str:
    """The plural of an English noun; what ends in -s is one already."""
    head, of, rest = noun.partition(" of ")
    if head.endswith(("s", "data", "military", "police", "information")):
        return noun
    if head.endswith(("man", "fe")):
        head = head[:-3] + "men" if head.endswith("man") else head[:-2] + "ves"
    elif head.endswith(("ch", "sh", "x")):
        head += "es"
    elif head.endswith("y") and head[-2] not in "aeiou":
        head = head[:-1] + "ies"
    else:
        head += "s"
    return f"{head}{of}{rest}"
