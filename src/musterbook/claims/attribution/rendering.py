"""Names of sources of Russian reports in English besides, for readers of the interchange form.

In: a claim of a Russian report, the vocabulary. Out: the claim whose sources and holders stand as
``decree (указ)``, as names of people do: in English, and as the text has them so that they can be
found there. Never renders a name of a person, a mask, or a name of which no word is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from musterbook.expressions import regex
from musterbook.records import Arg, Claim
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.speech import load_speech

_ROLES = frozenset({"holder", "actor", "issuer", "organisation", "by"})
_KINDS = ("outlet", "office")
_WORD = regex(r"[а-яё]+(?:-[а-яё]+)*")
_CYRILLIC = regex(r"[А-ЯЁа-яё]")
_LATIN = regex(r"[A-Za-z]")
_PREPOSITIONS = {
    "в": "in",
    "во": "in",
    "на": "on",
    "из": "from",
    "от": "from",
    "для": "for",
    "о": "on",
    "по": "on",
    "к": "to",
}
_ADJECTIVE = regex(r"(?:[ыио]й|ая|[ое]е|ые|(?<![нт])ие|[ое]го|[ыи]х|[ое]м|ую)$")
_NUMERALS = ("two", "three", "four", "several")
_PLACES = {"region": "regional", "city": "city", "district": "district"}


def renderer(vocabulary: Vocabulary) -> Callable[[Claim], Claim]:
    """How the claims of a programme are rendered.

    Args:
        vocabulary: Gives outlets and offices their English names.
    """
    known = {
        entry.names["ru"].casefold(): entry.names["en"]
        for (kind, _), entry in vocabulary.entries.items()
        if kind in _KINDS and "ru" in entry.names and "en" in entry.names
    }

    def rendered(claim: Claim) -> Claim:
        if claim.language != "ru":
            return claim
        args = tuple(_argument(a, known) for a in claim.args)
        return replace(claim, attribution=tuple(in_both(link, known) for link in claim.attribution), args=args)

    return rendered


def in_both(name: str, known: dict[str, str]) -> str:
    """A Russian name as ``English (Russian)``; as it is where it has Latin letters, is a mask or is not known.

    Args:
        name: Of an outlet, office or paper, or a description.
        known: Russian names in lower case, to English ones.

    >>> in_both("указ", {})
    'decree (указ)'
    >>> in_both("два собеседника в правительстве области", {})
    'two sources in regional government (два собеседника в правительстве области)'
    """
    if not _CYRILLIC.search(name) or _LATIN.search(name) or "[" in name:
        return name
    english = (known.get(name.casefold(), "") if name != name.lower() else "") or _worded(name.lower())
    return f"{english} ({name})" if english and english != name else name


def _argument(arg: Arg, known: dict[str, str]) -> Arg:
    if arg.role not in _ROLES or not isinstance(arg.value, str):
        return arg
    return replace(arg, value=in_both(arg.value, known))


@lru_cache(maxsize=1)
def _glossary() -> tuple[tuple[str, str], ...]:
    """The beginnings of Russian words with their English, the longest first."""
    table = load_speech("attribution", "ru").tables["english"]
    return tuple(sorted(table.items(), key=lambda item: -len(item[0])))


def _worded(name: str) -> str:
    """A description word by word, without the words that are not known; or "" where its first noun is none."""
    parts: list[str] = []
    phrase, noun, headed = 0, False, False  # where the phrase begins, whether it has its noun, whether any has
    for word in _WORD.findall(name):
        if word in _PREPOSITIONS:
            parts += [_PREPOSITIONS[word]] if headed else []
            phrase, noun = len(parts), False
            continue
        english = next((e for stem, e in _glossary() if word.startswith(stem)), "")
        described = bool(_ADJECTIVE.search(word)) or english in _NUMERALS
        if not english:
            if not headed and not described:
                return ""
        elif noun and english in _PLACES:
            parts.insert(phrase, _PLACES[english])
        else:
            if noun:
                parts += ["of"] if parts[-1] != "draft" else []
                phrase, noun = len(parts), False
            several = word.endswith(("ы", "и")) or parts[:1] in ([n] for n in _NUMERALS)
            plural = not headed and not described and several and not english.endswith("s")
            parts.append(_plural(english) if plural else english)
            noun = not described
            headed = headed or noun
    parts = parts if noun else parts[:phrase]
    while parts and (parts[-1] == "of" or parts[-1] in _PREPOSITIONS.values()):
        parts.pop()
    return " ".join(parts) if headed else ""


def _plural(noun: str) -> str:
    """An English noun in the plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeo":
        return noun[:-1] + "ies"
    return {"wife": "wives", "serviceman": "servicemen", "woman": "women", "man": "men"}.get(noun, noun + "s")
