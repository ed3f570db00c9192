"""Noun phrases read as those who say something.

In: a span of a text with its mentions, and what was said so far. Out: a `Holder`. Never
guesses: a phrase that is no speaker gives None, and a pronoun without a speaker before it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from musterbook.claims.attribution.cased import nominative
from musterbook.claims.attribution.describing import (
    LEADING,
    Holder,
    Memory,
    clean,
)
from musterbook.claims.attribution.documents import PaperNamer
from musterbook.claims.attribution.grammar import SpeechGrammar
from musterbook.claims.attribution.unlisted import IN_QUOTES
from musterbook.claims.mention import Annotations, Mention
from musterbook.expressions import regex
from musterbook.records import PersonMention
from musterbook.vocabulary.nouns import Vocabulary

_BESIDE = 5  # characters between an office and its region: « of », «'s »
_DOMAIN = regex(r"\.(?:ru|рф|ру|com|org|net|info|media|news|io|me|su|life|live|today|center)(?![\w/])", re.IGNORECASE)
_SITE_NAME = 40  # characters of a site's name before its domain
_SITE = regex(r"(?<![\w@/.-])[\w-]{2,}$")
_ACRONYM = regex(r"\(([A-ZА-ЯЁ]{2,8})\)")
_CAPITAL = regex(r"(?<![\w-])[A-ZА-ЯЁ]")
_GENITIVE = ("'s", "’s")
_OWN_SITE = 24  # characters behind a body in which its website, or the noun for it, stands
_BEFORE = 80  # characters of a name before its acronym

_WOMEN = (
    "woman",
    "man",
    "official",
    "чиновник",
    "чиновница",
    "офицер",
    "officer",
    "эксперт",
    "expert",
    "analyst",
    "аналитик",
)
_WHOSE = ("его", "её", "ее", "их")
_SAME = ("same", "former", "unnamed", "anonymous", "young", "older", "other", "latter", "retired", "local", "russian")
_ONE_OF = regex(
    r"\s*(?:один из них|одного из них|одна из них"
    r"|(?:второй|вторая|последний|последняя)(?=\s*[,.]?\s*$)|the latter|one of them)\b"
)
_ANOTHER = regex(
    r"(?:второй|вторая|другой|другая|третий|ещ[её] один|another|a second|a third|the (?:second|third|other))\s"
)
_THEIR_SOURCE = regex(r"(?:[’']s?)? (?=(?:[a-z-]+ ){0,2}(?:sources?|interlocutors?|informants?|insiders?)(?!\w))")
_SOURCE_OF = regex(
    r"(?:(?:sources?|interlocutors?|informants?|insiders?) (?:of|for|from) (?:the )?"
    r"|(?:[Сс]обеседни|[Ии]сточни|[Ии]нформатор)[а-яё]+ "
    r"(?:(?:издани|газет|телеканал|канал|портал|агентств|журнал)[а-яё]+ )?)[«„“\"]?$"
)
_PLURAL = regex(r"(?:[^s]s|men|people|wives|ие|ые|[кгрлнтдчщхц][иы]|ели)$")
_SOME_OF = regex(
    r"(?:one|some|many|others) of (?!them\b|us\b|these\b|those\b)|(?:one|some|many) (?!of\b|time|more|\d)[a-z]{4,}"
)
_ACTING = regex(r"^(?:врио|и\.? ?о\.?|(?:временно )?исполняющ\w+ обязанности|acting)\s+", re.IGNORECASE)
_SHOWN = 250  # characters back in which a notice was named that «it» means
_NAMED = 350  # characters back in which several people were named
_TITLE = 5  # letters of a word that may be somebody's title, though no list has it


class HolderReader(PaperNamer):
    """Reads holders off one document."""

    def __init__(
        self,
        annotations: Annotations,
        people: Sequence[PersonMention],
        vocabulary: Vocabulary,
        grammar: SpeechGrammar,
    ) -> None:
        """Take a document.

        Args:
            annotations: Of the reading.
            people: Everybody named in it.
            vocabulary: Gives outlets and offices their names.
            grammar: Of the text's language.
        """
        self.text = annotations.text
        self.lower = annotations.lower
        self.annotations = annotations
        self.people = people
        self.vocabulary = vocabulary
        self.grammar = grammar
        self.memory = Memory()
        numbers: dict[str, int] = {}
        for person in people:
            if person.role == "private":
                numbers.setdefault(person.key, len(numbers) + 1)
        self._numbers = numbers
        self._masks: dict[str, str] = {}
        self._starts = [p.start for p in people]
        self.domains = list(self._sites())
        self._acronyms = {m.group(1) for m in _ACRONYM.finditer(self.text)}
        self._persons = set(grammar.person_noun) - set(grammar.humble)
        self._introduced: dict[str, str] = {}
        self._in_quotes = tuple(dict.fromkeys(IN_QUOTES.findall(self.text))) if grammar.language == "ru" else ()
        self._spelt: dict[str, str] = dict(self._initialled())
        self._first: dict[str, str] = {}
        for person in people:
            shown = person.native or person.name
            if len(shown) > len(self._first.get(person.key, "")):
                self._first[person.key] = shown

    def _initialled(self) -> Iterator[tuple[str, str]]:
        """Acronyms in brackets with the names whose initials they are: «Defence Council of Primer (DCP)»."""
        for found in _ACRONYM.finditer(self.text):
            words = list(_CAPITAL.finditer(self.text, max(0, found.start() - _BEFORE), found.start()))
            for first in reversed(words):
                name = self.text[first.start() : found.start()].strip()
                initials = "".join(w[0] for w in re.findall(r"[^\W\d_][\w’'-]*", name) if w[0].isupper())
                if initials == found.group(1) and "." not in name and "\n" not in name:
                    yield found.group(1), f"{name} ({found.group(1)})"
                    break

    def _sites(self) -> Iterator[tuple[int, int]]:
        """The names of sites in the text: what stands before a dot and a domain."""
        for found in _DOMAIN.finditer(self.text):
            name = _SITE.search(self.text, max(0, found.start() - _SITE_NAME), found.start())
            if name:
                yield name.start(), found.end()

    def _common(self, mention: Mention) -> bool:
        """Whether an outlet's name is written as a common noun: «the agency»."""
        words = re.sub(r"^[Tt]he ", "", self.text[mention.start : mention.end])
        return self.grammar.language == "en" and words.islower() and not any(c in words for c in ".0123456789")

    def read(self, start: int, end: int) -> Holder | None:
        """The holder that a noun phrase names, or None."""
        while start < end and self.text[start] in " \u00a0\n,“”\"«»‘’'":
            start += 1
        raw = self.lower[start:end]
        if not raw.strip(" ,.;:"):
            return None
        found = self.annotations.within(start, end)
        persons = self.people_within(start, end)
        outlets = [m for m in found if m.kind == "outlet" and not self._common(m)]
        pronoun = raw.strip(" ,.;:").split(" ")[0] if raw.strip() else ""
        if _ONE_OF.match(raw) and self.memory.person and not persons:
            return self._one_of_them(start) or self.memory.person
        if pronoun in self.grammar.person_pronoun and len(raw.split()) <= 2:
            return self._he_or_she(pronoun, start)
        if raw.strip(" ,.;:") in ("her", "him"):
            return self._he_or_she("she" if raw.startswith("her") else "he", start)
        plural = pronoun in self.grammar.plural_pronoun and not _SOME_OF.match(raw)
        if plural or raw.strip(" ,.") in self.grammar.plural_pronoun:
            return self._they(pronoun, start)
        called = self._called_only(start, persons)
        if called:
            return called
        if persons and not self._is_outlet(start, persons[0].start) and not self._of_paper(start, persons[0].start):
            person = persons[-1] if self.grammar.language == "ru" else persons[0]
            if len(persons) > 1 and self.text.startswith(("'s ", "’s "), person.end):
                person = persons[1]  # «X's spokesman Y»
            return Holder((self.name_of_person(person),), "person", person.key, start, end)
        account = None if outlets else self._account(raw)
        if account:
            return account
        document = self._document(start, end, outlets)
        if document:
            return document
        described = self.grammar["anonymous"].search(raw)
        if outlets and re.search(r"\b(?:at|of|from|with)(?: the)? $", self.lower[start : outlets[0].start]):
            described = None
        outlet = self._outlet(outlets, described, start, end)
        if outlet:
            return outlet
        unlisted = self._self_named(start, end) or self.unlisted_outlet(start, end) or self._quoted_name(start, end)
        if unlisted:
            return unlisted
        again = self._source_again(raw, start, end)
        if again:
            return again
        anaphor = self._anaphor(raw, start, end)
        if anaphor:
            return anaphor
        offices = [m for m in found if m.kind == "office" and self.text[m.end : m.end + 1] != "-"]
        if offices and not (described and described.start() < offices[0].start - start):
            return self._office(offices[0], start, end)
        if outlets and described and "источник" in described.group():
            self.memory.outlet = Holder((self.name_of(outlets[0]),), "outlet", str(outlets[0].value), start, end)
        if described or offices:
            return self._of_unlisted(start, end) or self.describe(start, end, outlets)
        return None

    def _they(self, pronoun: str, before: int) -> Holder | None:
        """The last who spoke: for «it» a body only, or the notice that was named since."""
        last = self.memory.last
        if pronoun in ("it", "оно"):
            begin = max(last.end if last else 0, before - _SHOWN)
            notice = self.shown((begin, before), "") if begin < before else None
            return notice or (last if last and self._is_body(last) else None)
        return last if pronoun in ("they", "они") else None

    def _of_paper(self, start: int, at: int) -> bool:
        """Whether a Russian phrase is headed by a paper that somebody made: «порядок, утверждённый X»."""
        if self.grammar.language == "en":
            return False
        head = LEADING.sub("", self.lower[start:at])
        words = [self.grammar.nominative.get(w, w) for w in self.grammar.word.findall(head)[:1]]
        return bool(words) and words[0] in self.grammar.document_noun and "," in head

    def _of_unlisted(self, start: int, end: int) -> Holder | None:
        """A source of an outlet that no vocabulary knows: «собеседник „Примерных вестей“ в мэрии»."""
        found = self.grammar["source_of"].search(self.text, start, end)
        if found is None or self.annotations.within(*found.span("name")) or self.people_within(*found.span("name")):
            return None
        if self.grammar.language == "en":
            sources, name = self.describe(found.end("whole"), end), found.group("name")
            return replace(sources, links=(*sources.links, name)) if sources else None
        before, after = self.describe(start, found.start("whole")), self.text[found.end("whole") : end]
        if before is None:
            return None
        name = nominative(found.group("name"), "genitive", self._in_quotes)
        return replace(before, links=(clean(before.links[0] + after), name), end=end)

    def _called_only(self, start: int, persons: Sequence[PersonMention]) -> Holder | None:
        """Somebody of whom no more than a call sign is known, by his description: «командир с позывным Ветер»."""
        if not persons or persons[0].role != "private" or " " in persons[0].native:
            return None
        cue = self.grammar["call_sign"].search(self.lower, max(0, start - 2), persons[0].start)
        if cue is None or cue.start() - start > _BESIDE:
            return self.describe(start, cue.start()) if cue else None
        comma = self.lower.rfind(",", 0, start)
        begin = max(self.lower.rfind(mark, 0, comma) for mark in ".,;:—\n(") + 1
        return self.describe(begin, comma) if comma >= 0 and start - comma <= _BESIDE else None

    def _outlet(self, outlets: list[Mention], described: re.Match[str] | None, start: int, end: int) -> Holder | None:
        """The outlet that a phrase names, or its sources: «Primer Post's sources»."""
        if not outlets:
            return None
        name = self.name_of(outlets[0])
        theirs = _THEIR_SOURCE.match(self.lower, outlets[0].end, end)
        if theirs:
            self.memory.outlet = Holder((name,), "outlet", str(outlets[0].value), start, end)
            sources = self.describe(theirs.end(), end)
            return replace(sources, links=(*sources.links, name)) if sources else None
        if _SOURCE_OF.search(self.text, start, outlets[0].start):
            self.memory.outlet = Holder((name,), "outlet", str(outlets[0].value), start, end)
            sources = self.describe(start, end, outlets[:1])
            return replace(sources, links=(*sources.links, name)) if sources else None
        if described and described.start() < outlets[0].start - start:
            return None
        return Holder((name,), "outlet", str(outlets[0].value), start, end)

    def _one_of_them(self, before: int) -> Holder | None:
        """Of whom «one of them» is, where the last who spoke has a name: those people named last, in the singular."""
        if self.memory.person is None or self.memory.person.kind != "person":
            return None
        begin = max(self.memory.person.end, before - _NAMED)
        several = [
            m for m in self.grammar["anonymous"].finditer(self.lower, begin, before) if _PLURAL.search(m.group())
        ]
        if not several:
            return None
        if self.grammar.language == "ru":
            return self.describe(*several[-1].span())
        word = several[-1].group()
        one = self.grammar.irregular.get(word) or word.removesuffix("s")
        return Holder((one,), "described", one, *several[-1].span())

    def note_addressee(self, outlet: tuple[str, ...]) -> None:
        """Remember the outlet that somebody told something: it is «the newspaper» from then on."""
        if outlet and not (self.memory.outlet and self.memory.outlet.links == outlet[-1:]):
            self.memory.outlet = Holder(outlet[-1:], "outlet", outlet[-1].casefold(), 0, 0)

    def note_body(self, holder: Holder) -> None:
        """Remember an office that spoke, for «the ministry said»; one that is named by its kind alone is none."""
        words = self.grammar.word.findall(holder.key if holder.kind == "described" else "")
        spoke = holder.kind == "office" or (len(words) > 1 and self.grammar["body_words"].search(holder.key))
        if spoke and holder.kind != "person":
            self.memory.body = holder

    def _is_outlet(self, start: int, at: int) -> bool:
        """Whether a name stands right after a word for outlets: «the Telegram channel Primerova Online»."""
        words = self.grammar.word.findall(self.lower[start:at])
        return bool(words) and words[-1] in self.grammar.outlet_noun

    def _office(self, mention: Mention, start: int, end: int) -> Holder | None:
        outlets = self.annotations.within(start, end, "outlet")
        entry = self.vocabulary.entries.get((mention.kind, str(mention.value)))
        name = self.name_of(mention)
        if self.grammar.language == "ru" and " " in self.text[mention.start : mention.end].strip():
            return self.describe(start, end, outlets)
        tail = self.text[mention.end : end]
        lesser = self.grammar["lesser"].search(self.lower, start, mention.start)
        if lesser or (mention.value == "government" and self._of_region(mention, start, end)):
            return self.describe(start, end, outlets)
        if entry and entry.attributes.get("level") in ("regional", "local"):
            region = self.annotations.within(mention.end, end, "region")
            if region and region[0].start - mention.end <= 8:
                name += tail[: region[0].end - mention.end]
            elif self.grammar.language == "ru":
                return self.describe(mention.start, end, outlets)
        return Holder((clean(name),), "office", str(mention.value), start, end)

    def _of_region(self, mention: Mention, start: int, end: int) -> bool:
        """Whether a region stands right beside an office's name: «the Tula Region government»."""
        regions = self.annotations.within(start, end, "region")
        return any(0 <= m.start - mention.end <= _BESIDE or 0 <= mention.start - m.end <= _BESIDE for m in regions)

    def _anaphor(self, raw: str, start: int, end: int) -> Holder | None:
        """A definite description of somebody who spoke before: the newspaper, the governor, депутат."""
        words = _ACTING.sub("", self.grammar["determiner"].sub("", raw.strip(" ,.;:"))).split()
        definite = raw.startswith(("the ", "this ", "that ")) or self.grammar.language == "ru"
        if not words or len(words) > 2 or not definite or words[0] in _WHOSE:
            return None
        head = words[-1] if self.grammar.language == "en" else self.grammar.nominative.get(words[0], words[0])
        if head in self.grammar.outlet_noun:
            body = self._publishing_body(head)
            if body or self.memory.outlet:
                return body or self.memory.outlet
        spoke = self.memory.outlet
        if spoke and self.memory.last is spoke and self.grammar["kind_again"].match(raw.strip()):
            return spoke
        if head in self.grammar.body_noun and len(words) == 1 and self.memory.body:
            return self.memory.body
        if len(words) == 2 and self.grammar["of_body"].match(raw) and self._is_of(self.memory.person, words[-1]):
            return self.memory.person
        first = head if self.grammar.language == "ru" else words[0]
        same = self.grammar.short_title.get(" ".join((first, *words[1:]))) if len(words) > 1 else None
        named = self._titled(same, start, True) if same else None
        if named:
            return named
        if head in self.grammar.person_noun:
            if self.grammar["modifier"].match(self.lower, end):
                return None
            speaker = self.memory.person
            if len(words) == 2 and words[1] in self.grammar.outlet_noun:
                return speaker
            if head in self.grammar.humble and speaker and speaker.kind == "person":
                return None if self._public(speaker.key) else speaker
            titled = self._titled(head, start, of=words[1] if self.grammar.language == "ru" and len(words) > 1 else "")
            if titled is None and self.grammar.language == "ru" and len(words) > 1 and self._titled(head, start):
                return None  # «начальник полиции» after the head of a department
            if not titled and self._of_another(head, words, speaker):
                return None
            whose = len(words) > 1 and words[0].endswith(_GENITIVE)
            if not titled and whose and speaker and speaker.kind == "person":
                return None  # «the unit's commander» after a governor
            if not titled and head in self.grammar.office_noun and speaker and speaker.kind == "person":
                return speaker if self._public(speaker.key) else None
            another = speaker and speaker.kind == "described" and head not in (*self.grammar.humble, *_WOMEN)
            modified = len(words) > 1 and self.grammar.language == "en" and words[0] not in _SAME
            if modified and speaker and speaker.kind == "described" and words[0] not in speaker.key and not titled:
                return None
            if not titled and another and speaker and head not in speaker.key:
                return None
            return titled or speaker
        return self._titled(head, start, True) if len(words) == 1 and len(head) >= _TITLE else None

    def _of_another(self, head: str, words: list[str], speaker: Holder | None) -> bool:
        """Whether a Russian description is of another than the last, nameless speaker: «сотрудник больницы»."""
        if self.grammar.language == "en" or len(words) == 1 or speaker is None or speaker.kind != "described":
            return False
        return head in self.grammar.humble and head not in speaker.key and words[1] not in self.grammar.whole

    def _publishing_body(self, noun: str) -> Holder | None:
        """The body that spoke last, where it is itself «the agency», or has what it says on «the website»."""
        last = self.memory.last
        if last is None or last.kind not in ("office", "described") or not self._is_body(last):
            return None
        named = self.lower[last.start : last.end + _OWN_SITE]
        return last if noun in self.grammar.word.findall(named) else None

    def _source_again(self, raw: str, start: int, end: int) -> Holder | None:
        """Sources that spoke before, or those of the outlet named before: «one of the two sources»."""
        found = self.grammar["source_again"].match(raw.strip(" ,.;:"))
        if found is None:
            return None
        speaker = self.memory.person
        relay = speaker.links[1:] if speaker and speaker.kind == "described" else ()
        if found.group("outlet") and self.memory.outlet:
            relay = self.memory.outlet.links
        elif _ANOTHER.match(raw) and not relay:
            return self.describe(start, end)
        described = self.describe(start, end) if relay else None
        return replace(described, links=(described.links[0], *relay)) if described else None
