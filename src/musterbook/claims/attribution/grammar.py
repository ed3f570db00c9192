"""The words and expressions of reported speech, compiled once a language.

In: ``speech/attribution.*.yaml``. Out: a frozen `SpeechGrammar`. Never looks at a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.needful import Gated
from musterbook.vocabulary.expressions import compiled
from musterbook.vocabulary.speech import load_speech


@dataclass(frozen=True, slots=True)
class SpeechGrammar:
    """One language's grammar of reported speech; the names are those of the file."""

    language: str
    say: frozenset[str]
    tell: frozenset[str]
    doubtful: frozenset[str]
    phrasal: frozenset[str]
    giving: frozenset[str]
    human: frozenset[str]
    negatable: frozenset[str]
    own: frozenset[str]
    person_pronoun: frozenset[str]
    plural_pronoun: frozenset[str]
    outlet_noun: frozenset[str]
    document_noun: tuple[str, ...]
    person_noun: frozenset[str]
    office_noun: frozenset[str]
    whole: frozenset[str]
    outlet_told: frozenset[str]
    humble: frozenset[str]
    body_noun: frozenset[str]
    nominative: Mapping[str, str]
    singular: Mapping[str, str]
    short_title: Mapping[str, str]
    objects: Mapping[str, str]
    unless: Mapping[str, str]
    irregular: Mapping[str, str]
    word: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    rare: Mapping[str, Gated]
    documents: re.Pattern[str]

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self.patterns[name]


_CASES = {"": ("а", "у", "ом", "е"), "ы": ("ов", "ам", "ами")}


def _declined(nouns: frozenset[str]) -> dict[str, str]:
    """The oblique forms of masculine nouns in a consonant, to their nominative."""
    forms: dict[str, str] = {}
    for noun in nouns:
        if re.search(r"[бвгдзклмнпрст]$", noun):
            plural = noun + ("и" if noun[-1] in "кг" else "ы")
            forms |= {noun + e: noun for e in _CASES[""]} | {noun + e: plural for e in _CASES["ы"]}
    return forms


_PAPER_CASES = (
    ("ия", ("ии", "ию", "ией", "ий", "иям", "иями", "иях")),
    ("ка", ("ки", "ке", "ку", "кой", "кам", "ками", "ках")),
    ("а", ("ы", "е", "у", "ой", "ам", "ами", "ах")),
    ("ие", ("ия", "ию", "ием", "ии", "иям", "иями", "иях")),
    ("о", ("а", "у", "ом", "е", "ам", "ами", "ах")),
    ("", ("а", "у", "ом", "е", "ов", "ам", "ами", "ах")),
)


def _declined_papers(nouns: frozenset[str]) -> dict[str, str]:
    """The oblique forms of nouns for papers in the singular and plural, to their nominative singular."""
    forms: dict[str, str] = {}
    for noun in sorted(n for n in nouns if n[-1] == "о" or n[:-1] + "о" not in nouns):  # plurals go by their singular
        for ending, cases in _PAPER_CASES:
            if noun.endswith(ending) and " " not in noun and not noun.endswith(("ы", "и", "я") if not ending else ()):
                stem = noun[: len(noun) - len(ending)]
                forms |= {stem + case: noun for case in cases if stem + case not in nouns}
                break
    return forms


_PAST = {"л": ("ла", "ло", "ли"), "лся": ("лась", "лось", "лись")}


def _past(verbs: frozenset[str]) -> dict[str, str]:
    """The other forms of the past of masculine ones, each with the form that it is made of; without those given."""
    return {
        verb.removesuffix(ending) + other: verb
        for verb in verbs
        for ending, others in _PAST.items()
        if verb.endswith(ending)
        for other in others
        if verb.removesuffix(ending) + other not in verbs
    }


def _with_past(verbs: frozenset[str], past: Mapping[str, str]) -> frozenset[str]:
    """Verbs with the forms of the past that are made of them."""
    return verbs | {form for form, verb in past.items() if verb in verbs}


_SETS = (
    "say", "tell", "doubtful", "own", "person_pronoun", "plural_pronoun", "outlet_noun", "document_noun", "person_noun",
    "office_noun", "whole", "outlet_told", "humble", "body_noun", "phrasal", "giving", "human", "negatable",
    "beside_document",
)  # fmt: skip


_RARE = (
    "official_data", "dash_person", "own_voice", "paper", "explains", "told_at", "citing", "posted_on", "quoted_by",
    "told_by", "believed", "viewed", "held_by", "held_view", "made_by", "ordered", "final_rule", "by_body", "quoted_as",
    "quotes_as", "minded", "words_of",
)  # fmt: skip
"""Expressions that are asked of every sentence and match few: looked for only where they can stand."""


@lru_cache(maxsize=4)
def speech_grammar(language: str) -> SpeechGrammar:
    """The grammar of ``ru``, or of English for any other language."""
    spoken = "ru" if language == "ru" else "en"
    file = load_speech("attribution", spoken)
    patterns = {name: compiled(items[0]) for name, items in file.lists.items() if name not in _SETS and items}
    documents = tuple(sorted(file.lists["document_noun"], key=len, reverse=True))
    before, after = file.lists["beside_document"]
    needing = {*file.tables.get("objects", ()), *file.tables.get("unless", ())}
    past = {} if spoken == "en" else _past(file.words("say") - needing)
    verbs = {name: _with_past(file.words(name), past) for name in ("say", "tell", "doubtful", "negatable")}
    return SpeechGrammar(
        language=spoken,
        say=verbs["say"],
        tell=verbs["tell"],
        doubtful=verbs["doubtful"],
        phrasal=file.words("phrasal"),
        giving=file.words("giving"),
        human=file.words("human"),
        negatable=verbs["negatable"],
        own=file.words("own"),
        person_pronoun=file.words("person_pronoun"),
        plural_pronoun=file.words("plural_pronoun"),
        outlet_noun=file.words("outlet_noun"),
        document_noun=documents,
        person_noun=file.words("person_noun"),
        office_noun=file.words("office_noun"),
        whole=file.words("whole"),
        outlet_told=file.words("outlet_told"),
        humble=file.words("humble"),
        body_noun=file.words("body_noun"),
        nominative={
            **(_declined_papers(file.words("document_noun")) if spoken == "ru" else {}),
            **(_declined(file.words("person_noun")) if spoken == "ru" else {}),
            **file.tables.get("nominative", {}),
        },
        singular={
            **({noun + "ов": noun for noun in file.words("person_noun")} if spoken == "ru" else {}),
            **file.tables.get("singular", {}),
        },
        short_title=file.tables.get("short_title", {}),
        objects=file.tables.get("objects", {}),
        unless=file.tables.get("unless", {}),
        irregular=file.tables.get("irregular", {}),
        word=re.compile(r"[a-z]+" if spoken == "en" else r"[а-яё]+(?:-[а-яё]+)?"),
        patterns=patterns,
        rare={name: Gated(file.lists[name][0]) for name in _RARE},
        documents=compiled(rf"(?<!\w){before}(?:{'|'.join(documents)})(?!\w){after}"),
    )
