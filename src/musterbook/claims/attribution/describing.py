"""Sources without a name, as they are described, in the nominative.

In: a span of a text. Out: a `Holder` with a description, or None where there is none or it is too long. Never
gives a description a name that the text does not give it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from musterbook.claims.attribution.grammar import SpeechGrammar
from musterbook.claims.mention import Mention
from musterbook.expressions import regex

ANNEXED = {"annex": "to", "appendix": "to", "приложение": "к"}
"""Papers that belong to another: «an annex to the letter»."""

NOTES = ("explanatory note", "пояснительная записка")
"""Papers about another paper: «the document» is the other one."""

LONGEST = 90
"""Characters of a description that is kept as a holder's name."""

LEADING = regex(
    r"^(?:(?:ранее|позже|накануне|вчера|сегодня|также|однако|earlier|later|on|at|in|by|from|for|through|в|во|на|о|об|из|от|с|со|к|у)\s+)+"
)
"""Words before a description that do not belong to it."""

_IN_BRACKETS = regex(r"\s?\(([A-ZА-ЯЁ]{2,8})\)")
_MEN = (
    "nikita",
    "ilya",
    "luka",
    "kuzma",
    "foma",
    "savva",
    "danila",
    "никита",
    "илья",
    "лука",
    "кузьма",
    "фома",
    "данила",
)
_ASKED = regex(r"^опрошенн\w+ (?:[«“\"][^»”\"]+[»”\"] |изданием |нами |редакцией |корреспондентами )?", re.IGNORECASE)
_SOFT = ("тамошн", "здешн", "соседн", "прежн", "нынешн", "последн", "тогдашн", "вчерашн", "внутренн", "средн")
_ONE = regex(r"од(?:ин|на|ного|ной|ному|ним)")
_RELATIVE = regex(r"\s(?:who|which|whose|that|котор\w+)\s")
_OURS = regex(
    r"(?<!\w)(?:мо[йяи]|мо(?:его|ей|их)|наших|нашего|нашему|нашими|нашей|нашим|его|её|ее|их|тогда|сами|сам|сама) "
)
_TRADES = regex(
    r"([а-яё]{2,}(?:тел|ник|[чщ]ик|ист|лог|ент|ант|[её]р|вед|граф))(?:(я|а|ю|у|ем|ом|е)|(?:ей|ов|ям|ам|ями|ами))$"
)
_NO_HARD = tuple("кгхжшчщ")  # letters after which no «ы» is written
STRESSED = ("делов", "молод", "областн", "городск", "краев", "полев", "передов", "заводск", "воров", "страхов")
_NO_NAME = regex(
    r"\s(?:as|and|or|that|и|или|а)$|\s(?:is|are|was|were|has|have|had|will|would) (?:said|to|been|be|not)\s"
    r"|^(?:is|are|was|would|will)\s"
)
"""What shows that words are a clause, or the end of one, and name nobody."""
_MORE_OF_NAME = regex(r"Ъ(?:-[А-ЯЁ][а-яё]+)+|[A-ZА-ЯЁ]{2,4} [«“\"][A-ZА-ЯЁ][\w.-]+(?: [\w.-]+){0,3}[»”\"]")
_SEVERAL_OF = regex(
    r"^(?:(?:(?:one|another|the (?:first|second|third|other|latter)) )?of )(?:the|those|these|its|his|her|our|their) "
    r"(?:(?:two|three|four|five|six) )?",
    re.IGNORECASE,
)
_LINKS = frozenset("of in at from who whom with on to close present familiar near for by".split())
_OF_THEM = regex(r"^of (?:the|our|his|her|their|its|(?:those|these)(?! (?:in|at|on|who|from|with|of|present)\b)) ")
_WHEN = regex(
    r"^(?:later|earlier|meanwhile|separately|then|also|now|today|yesterday|finally) (?:(?:the|an?) )?", re.IGNORECASE
)
_ON_DAY = regex(r"\s(?:(?:early |late )?on |last |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?$")
_REQUESTED = regex(
    r"\s(?:(?:на|в ответ на|после) (?:запрос|вопрос|просьб|обращени|звон)\w*"
    r"|по телефону|на условиях анонимности)(?!\w).*$"
)
_OF_A_PEOPLE = regex(r"[A-Z][a-z]{2,}(?:ian|ish|ese)")
TRADE = regex(
    r"(?:[нщч]ица|ник|[щч]ик|тель|тельница|арь|ист|истка|лог|вед|граф|ант|ент|янин|анин|янка|анка|ёр|мать|жена|вдова)$"
)
"""How Russian nouns for people by trade or place end in the nominative."""
_NOBODY = regex(
    r"(?:him|her|them|me|us|you|котор[а-яё]+"
    r"|(?:с )?(?:ним|ней|ними|них|нём|нем|нами|нас|мной|мне|меня|вами|вас|собой|себя|себе))(?!\w)",
    re.IGNORECASE,
)
"""Pronouns that open no description."""
_OF_COURT = {"а": "ого", "у": "ому", "е": "ом", "м": "ым"}
"""The ending of adjectives before a masculine body, by the last letter of its case."""
_TRAILING = regex(r"[\s,;:–—-]+$")
_MANNER = regex(
    r"(?:\s(?:[а-яё]+(?:ски|цки)|при этом|между тем|тем временем|также|тоже|теперь|сейчас|уже|ещё|еще|пока|лишь))+$"
)
"""Words of manner and time between a Russian subject and its verb."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who says something.

    Attributes:
        links: Nearest first.
        kind: ``person`` ``outlet`` ``office`` ``document`` ``described``.
        key: The person's key, the outlet's id, or the description.
        start: Where the phrase begins.
        end: One past its end.
    """

    links: tuple[str, ...]
    kind: str
    key: str
    start: int
    end: int


@dataclass(slots=True)
class Memory:
    """Who spoke so far in the document."""

    person: Holder | None = None
    outlet: Holder | None = None
    document: Holder | None = None
    last: Holder | None = None
    body: Holder | None = None
    documents: dict[str, Holder] = field(default_factory=dict)

    def note(self, holder: Holder, relay: tuple[str, ...] = ()) -> None:
        """Remember a speaker, and whom it was told to."""
        if relay and holder.links[-len(relay) :] != relay:
            holder = replace(holder, links=(*holder.links, *relay))
        self.last = holder
        if holder.kind == "outlet":
            self.outlet = holder
        elif holder.kind == "document":
            self.document = self.document if self.document and holder.key in (*ANNEXED, *NOTES) else holder
            self.documents[holder.key] = holder
        elif holder.kind in ("person", "described"):
            self.person = holder

    def hand(self, paper: Holder, outlet: tuple[str, ...]) -> None:
        """Remember a paper of which no more is known than that an outlet cites it: what it says, the outlet says."""
        kept = replace(paper, links=outlet or paper.links)
        self.documents[paper.key] = kept
        self.document = kept

    def handed(self, paper: Holder) -> bool:
        """Whether a paper is known through the outlet that cites it alone."""
        return self.outlet is not None and paper.links == self.outlet.links

    def keep(self, paper: Holder, relay: tuple[str, ...]) -> None:
        """Remember a paper that an outlet holds, without anybody having spoken."""
        kept = replace(paper, links=(paper.links[0], *relay))
        self.documents[paper.key] = kept
        self.document = kept


class Describer:
    """Describes the sources of one document."""

    text: str
    grammar: SpeechGrammar
    _spelt: dict[str, str]

    def describe(self, start: int, end: int, outlets: Sequence[Mention] = ()) -> Holder | None:
        """A source that has no name, by its description in the nominative; or None if it is too long."""
        text = self.text[start:end]
        for outlet in outlets:
            name = self.text[outlet.start : self.name_end(outlet)]
            text = re.sub(rf"(?: of(?: the)?)? ?{re.escape(name)}(?!\w)", " ", text, count=1).replace("  ", " ")
        relative = _RELATIVE.search(text)
        text = _OURS.sub("", _ASKED.sub("", text))
        text = clean(re.sub(r"[«»„“”\"]", "", text[: relative.start()] if relative else text))
        text = re.sub(self.grammar["determiner"].pattern, "", text, flags=re.IGNORECASE).removeprefix("own ")
        if self.grammar.language == "en":
            text = _ON_DAY.sub("", self._one_of(_WHEN.sub("", text)))
        text = _OF_THEM.sub("", _REQUESTED.sub("", text))
        if self.grammar.language == "ru":
            text = self._nominative(_MANNER.sub("", text))
        else:
            text = re.sub(self.grammar["representative"].pattern, "", text, flags=re.IGNORECASE)
        if not text or _NOBODY.match(text) or (len(text) > LONGEST and self.grammar.language == "en"):
            return None
        text = text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0]
        if text.split()[0].istitle() and not self._is_name(text.split(), start, end):
            text = text[0].lower() + text[1:]
        if _NO_NAME.search(text.lower()):
            return None
        text = self._spell_out(text, end)
        text = text if text != text.lower() else self._body_named(text, start)
        return Holder((text,), "described", text.lower(), start, end)

    def _is_name(self, words: Sequence[str], start: int, end: int) -> bool:
        """Whether the capital that a description begins with is that of a name, and not of a sentence."""
        if words[1:] and words[1].istitle() and self.grammar.language == "en":
            return True
        at = self.text.find(words[0], start, end)
        before = self.text[:at].rstrip(" «“\"'")
        return _OF_A_PEOPLE.fullmatch(words[0]) is not None or (at > 0 and before[-1:].isalpha())

    def name_end(self, mention: Mention) -> int:
        """Where the name of an outlet ends: an agency's may go on in quotation marks, «РИА „Пример“»."""
        longer = _MORE_OF_NAME.match(self.text, mention.start) if mention.kind == "outlet" else None
        return max(mention.end, longer.end()) if longer else mention.end

    def _one_of(self, text: str) -> str:
        """One of several people, in the singular: «one of the sources» → «source»."""
        several = _SEVERAL_OF.match(text)
        if several is None:
            return text
        words = text[several.end() :].split()
        last = next((n for n, w in enumerate(words) if w in _LINKS), len(words)) - 1
        if last >= 0:
            plural = words[last].lower()
            words[last] = self.grammar.irregular.get(plural) or (
                words[last][:-1] if plural.endswith("s") else words[last]
            )
        return " ".join(words)

    def _body_named(self, text: str, before: int) -> str:
        """A description of a body by its kind alone, with its name from the text: «the court's press service»."""
        body = self.grammar["body"].search(text)
        if body is None:
            return text
        named = list(self.grammar["body_name"].finditer(self.text, 0, before))
        if not named:
            return text
        words = named[-1].group(1).split()
        if self.grammar.language == "ru":
            words = [_adjective(w, _OF_COURT.get(body.group()[-1:], "ый")) for w in words]
        return clean(" ".join((text[: body.start()], *words, "")) + _capital_of(named[-1], body) + text[body.end() :])

    def _spell_out(self, name: str, end: int) -> str:
        """A description with the acronym that follows it in brackets, which is its name from then on."""
        bracketed = _IN_BRACKETS.match(self.text, end)
        if bracketed is None:
            return name
        self._spelt[bracketed.group(1)] = f"{name} ({bracketed.group(1)})"
        return self._spelt[bracketed.group(1)]

    def _nominative(self, text: str) -> str:
        """A Russian description with its head, and the adjectives before it, in the nominative."""
        begun = text[:1].isupper() and not text[1:2].isupper()  # an acronym keeps its letters
        words = LEADING.sub("", text[0].lower() + text[1:] if begun else text).split()
        if len(words) > 1 and _ONE.fullmatch(words[0]):
            words = words[2:] if words[1] == "из" else words[1:]
            words[:3] = [self.grammar.singular.get(w.lower(), w) for w in words[:3]]
        if words and re.fullmatch(r"два|две|три|четыре|оба|обе", words[0]):
            return " ".join(words)
        if words and TRADE.search(words[0].lower()) and words[0].lower() not in self.grammar.nominative:
            return " ".join(words)
        while words and re.fullmatch(r"двух|тр[её]х|двумя|нескольких|несколько|ряде|одном|одной|двое|трое", words[0]):
            words.pop(0)
        for at, word in enumerate(words[:3]):
            bare = word.lower()
            if at + 1 < len(words) and bare.startswith("военн") and not bare.endswith(("ые", "ых")):
                continue  # an adjective: «в областном военном комиссариате»
            nominative = self.grammar.nominative.get(bare) or _of_trade(bare)
            if nominative or self.grammar["anonymous"].fullmatch(bare):
                head = nominative or word
                plural = head.endswith(("ы", "и", "ые", "ие")) or bool(nominative and head.endswith("ства"))
                woman, neuter = head[-1:] in "ая", head[-1:] in "оеё"
                for back in range(at):
                    words[back] = _adjective(
                        words[back], "ые" if plural else "ая" if woman else "ое" if neuter else "ый"
                    )
                words[at] = head
                break
        return " ".join(words)


def is_woman(name: str) -> bool:
    """Whether a given name, first in a full name, is a woman's by its ending.

    >>> is_woman("Anna Vymyshlennaya"), is_woman("Никита Примеров")
    (True, False)
    """
    given = name.split()[0].lower()
    return (given.endswith(("a", "а", "я", "ova")) and given not in _MEN) or name.lower().endswith(
        ("ova", "aya", "ская", "ова")
    )


def _of_trade(word: str) -> str:
    """The nominative of an oblique noun for a person by trade: «доверителей» → «доверители»; or ""."""
    found = _TRADES.fullmatch(word)
    if found is None or TRADE.search(word):
        return ""
    stem = found.group(1)
    if found.group(2):
        return stem + ("ь" if stem.endswith("тел") else "")
    return stem + ("и" if stem.endswith(("тел", "к", "г")) else "ы")


def _capital_of(named: re.Match[str], body: re.Match[str]) -> str:
    """The noun of a body's name in the case of the description, with the capital that it has in the name."""
    noun = body.group()
    return noun[0].upper() + noun[1:] if named.group(2)[0].isupper() else noun


def _adjective(word: str, ending: str) -> str:
    stem = re.sub(r"(?:ыми|ими|ого|его|ому|ему|ых|их|ым|им|ой|ей|ом|ем|ую|ый|ий|ая|ое|ые|ие)$", "", word)
    if ending == "ый" and word.endswith("ой"):  # before a man's title it stands in the nominative: «отставной»
        return word
    return word if stem == word else fitted(stem, ending)


def fitted(stem: str, ending: str) -> str:
    """A Russian stem with an ending as it is spelt after it.

    >>> fitted("городск", "ый"), fitted("местн", "ый"), fitted("соседн", "ые"), fitted("лесник", "ы")
    ('городской', 'местный', 'соседние', 'лесники')
    """
    if ending == "ый" and stem.lower().endswith(STRESSED):
        return stem + "ой"
    if stem.endswith(_SOFT):
        return stem + {"ый": "ий", "ые": "ие", "ая": "яя", "ое": "ее"}.get(ending, ending)
    return stem + ("и" + ending[1:] if ending[:1] == "ы" and stem[-1:] in _NO_HARD else ending)


def clean(text: str) -> str:
    """A name without line breaks and the signs around it."""
    return _TRAILING.sub("", " ".join(text.replace("\n", " ").split())).strip(" .,'‘’")
