"""Whom a pronoun or a title means: who spoke before, or was spoken of.

In: a pronoun, and where it stands. Out: a `Holder`, or None where nobody was named before whom it can mean.
Never gives a pronoun somebody of the other sex while one of its own was named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from musterbook.claims.attribution.describing import Describer, Holder, Memory, clean, is_woman
from musterbook.claims.mention import Annotations, Mention
from musterbook.expressions import regex
from musterbook.records import PersonMention
from musterbook.records.masking import LABELS
from musterbook.vocabulary.nouns import Vocabulary

_REPORTERS = 40  # characters from an outlet to what its reporters did
_BROUGHT_IN = 300  # characters back in which somebody without a name was brought in
_PLACED = ("from", "in", "at", "из", "в", "с")
"""Words before the name of a place in what somebody is called."""
_SHE = ("she", "her", "она", "её", "ее")
_SEVERAL = regex(
    r"\b(?:people|women|men|[a-z]{3,}[^s\W]s)\b|(?<!\w)(?:два|две|двое|трое|[а-яё]{4,}(?:ки|ры|ты|ли|цы|ди))(?!\w)"
)
_POSSESSED = ("his ", "her ", "their ", "its ", "my ", "'s ", "’s ")
_BODY = 6  # letters of a body's name, at least
_TITLE = 2  # words before a noun for a person that belong to it
_LAST = "аяьй"  # letters in which a Russian title ends in the nominative
_OF = regex(r" (?:of|at|in|for|with) |,")
_WHOSE = regex(r"^(?:[\w-]+ )?[\w-]+[’']s? (?=\w)")  # whose body it is: «the governor's press service»
_STEM = 5  # letters of a Russian noun that its forms share
_STOPS = (". ", "\n", "» ", "” ")
_TITLED = 60  # characters of a title before the name that opens a sentence
_OPENS = 2  # characters before a name that opens a sentence
_ADJECTIVE = regex(r"(?:[оы]й|ий|ого|его|ому|ему|[ыи]м|[ао]я|[еу]ю)$")
_CLOSING = '»”"'
_MARKS = regex(r"[«»“”\"]")
_FUNCTION = frozenset(
    "the a an to of by from with and or for that this his her its their our was is were are had has "
    "и или а но с со от к ко у на в во что это его её их был была".split()
)


class Referrer(Describer):
    """Finds whom the pronouns of one document mean."""

    lower: str
    annotations: Annotations
    vocabulary: Vocabulary
    people: Sequence[PersonMention]
    memory: Memory
    _starts: list[int]
    _numbers: dict[str, int]
    _masks: dict[str, str]
    _first: dict[str, str]
    _persons: set[str]

    def people_within(self, start: int, end: int) -> list[PersonMention]:
        """The people named in a span."""
        first = bisect_left(self._starts, start)
        return [p for p in self.people[first : bisect_left(self._starts, end)] if p.end <= end + 1]

    def name_of_person(self, person: PersonMention) -> str:
        """The full name of a public person; the mask of a private one, behind what the text says that he is."""
        if person.role != "private":
            return self._first[person.key]
        if person.key not in self._masks:
            label = LABELS["ru" if self.grammar.language == "ru" else "en"].format(self._numbers[person.key])
            called = (self._trade_of(p) for p in self.people if p.key == person.key)
            self._masks[person.key] = f"{next(filter(None, called), '')} {label}".strip()
        return self._masks[person.key]

    def _trade_of(self, person: PersonMention) -> str:
        """What the text says that a private person is, without any name but that of a place; or ""."""
        words = (person.position[:1].lower() + person.position[1:]).split()
        named = [n for n, w in enumerate(words) if w[0].isupper() and words[n - 1] not in _PLACED]
        words = words[: named[0]] if named else words
        while words and words[-1] in (*_PLACED, *_FUNCTION, "named", "called", "имени"):
            words.pop()
        return " ".join(words)

    def _is_body(self, holder: Holder) -> bool:
        """Whether a speaker is no person."""
        if holder.kind != "described":
            return holder.kind != "person"
        words = self.grammar.word.findall(holder.key)
        return bool(words) and not any(
            w.rstrip("s") in self.grammar.person_noun or w in self.grammar.person_noun for w in words
        )

    def name_of(self, mention: Mention) -> str:
        """The vocabulary's name of an outlet or office in the language of the text; an English outlet as written."""
        written = self.text[mention.start : self.name_end(mention)]
        entry = self.vocabulary.entries.get((mention.kind, str(mention.value)))
        names = entry.names if entry else {}
        if written[-1:] in _CLOSING and _MARKS.sub("", written) not in names.values():
            return written
        if mention.kind == "outlet" and self.grammar.language == "en":
            words = self.text[mention.start : mention.end].split()
            capitals = [n for n, word in enumerate(words) if not word.islower()]
            if capitals:
                return clean(" ".join(words[capitals[0] : capitals[-1] + 1]))
        return names.get(self.grammar.language) or self.text[mention.start : mention.end]

    def possessor(self, pronoun: str, before: int) -> Holder | None:
        """Whose view «in his view», «по её словам» is."""
        if pronoun in ("their", "их"):
            last, cited = self.memory.last, self.memory.person
            several = cited and cited.kind == "described" and _SEVERAL.search(cited.key)
            return cited if several and last and last.kind == "outlet" else last  # whom an outlet has just cited
        return self._he_or_she(pronoun, before)

    def _he_or_she(self, pronoun: str, before: int) -> Holder | None:
        """The last speaker of that sex; else the last public person of it who was named."""
        woman = pronoun in _SHE
        speaker = self.memory.person
        if speaker and speaker.kind == "described" and self.is_office(speaker.key):
            speaker = None
        if speaker and speaker.kind != "person" and _SEVERAL.search(speaker.key):
            return self._just_named(before) or self._named_since(speaker.start, before, woman) or speaker
        subject = self._opened_by(woman, before) or self._subject_before(woman, before)
        if subject and (speaker is None or subject.start > speaker.start):
            return subject
        met = self._met(speaker.start if speaker else 0, before)
        if met:
            return self._asked(met, before)
        if speaker and (speaker.kind != "person" or is_woman(speaker.links[0]) == woman):
            return speaker
        for person in reversed([p for p in self.people if p.start < before]):
            if person.role != "private" and is_woman(person.name) == woman:
                return Holder((self.name_of_person(person),), "person", person.key, person.start, person.end)
        last = self.memory.last
        if speaker is None and last is None:
            alone = {p.key: p for p in self.people if p.start < before}
            if len(alone) == 1:
                (one,) = alone.values()
                return Holder((self.name_of_person(one),), "person", one.key, one.start, one.end)
        if speaker and speaker.kind == "person":
            other = [p for p in self.people if speaker.start < p.start < before and is_woman(p.name) == woman]
            if other:
                mask = self.name_of_person(other[-1])
                return Holder((mask,), "person", other[-1].key, other[-1].start, other[-1].end)
        return (
            speaker
            or (last if last and not self._is_body(last) else self._just_named(before))
            or self._brought_in(woman, before)
        )

    def implied(self, verb: str, before: int) -> Holder | None:
        """Whom a Russian verb without a subject means: of whom the sentence before speaks, or who spoke last."""
        women = (True,) if verb.endswith(("ла", "лась")) else (False,) if verb.endswith(("л", "лся")) else (False, True)
        for woman in women:
            subject = self._subject_before(woman, before)
            if subject:
                return subject
        last = self.memory.last
        return last if last and last is self.memory.person and not self.is_office(last.key) else None

    def _opened_by(self, woman: bool, before: int) -> Holder | None:
        """The one person of that sex by whose name a pronoun's sentence opens: «X went further: men, he said»."""
        begin = max(self.lower.rfind(mark, max(0, before - _BROUGHT_IN), before) for mark in _STOPS) + 1
        named = {p.key: p for p in self.people_within(begin, before)} if begin else {}
        first = next(iter(named.values()), None)
        if first is None or len(named) > 1 or first.start - begin > _OPENS or is_woman(first.name) != woman:
            return None
        if self.text[first.start : first.end] != first.native and self.grammar.language == "ru":
            return None
        if self.text.startswith(("'s", "’s"), first.end):
            return None
        return Holder((self.name_of_person(first),), "person", first.key, first.start, first.end)

    def _subject_before(self, woman: bool, before: int) -> Holder | None:
        """The person of that sex by whose name the sentence before opens: of him a pronoun speaks."""
        floor = max(0, before - 2 * _BROUGHT_IN)
        end = max(self.lower.rfind(mark, floor, before) for mark in _STOPS)
        begin = max(self.lower.rfind(mark, floor, max(floor, end)) for mark in _STOPS) + 1
        if end < 0 or before - begin > _BROUGHT_IN:
            return None
        begin += self.lower.startswith(" ", begin)
        first = next(iter(self.people_within(begin, end)), None)
        if first is None:
            return self._whose(woman, begin, end)
        if self.grammar["call_sign"].search(self.lower, begin, first.start):
            return None
        if first.start - begin > _TITLED or is_woman(first.name) != woman:
            return None
        named = self.text[first.start : first.end] == first.native or self.lower.startswith("у ", begin)
        if self.grammar.language == "ru" and not named:
            return None
        return Holder((self.name_of_person(first),), "person", first.key, first.start, first.end)

    def _whose(self, woman: bool, begin: int, end: int) -> Holder | None:
        """Somebody by whose tie to another a sentence opens: «Его заместитель настроен бодрее»."""
        found = self.grammar["relation"].match(self.lower, begin, end)
        nouns = self.grammar.word.finditer(self.lower, *found.span("words")) if found else ()
        noun = next((n for n in nouns if n.group() in self._persons), None)
        return self.describe(*noun.span()) if noun and noun.group().endswith("woman") <= woman else None

    def _met(self, since: int, before: int) -> re.Match[str] | None:
        """Where reporters spoke to somebody in the sentence before, after all others spoke: «talked to a clerk»."""
        found = list(self.grammar["spoke_to"].finditer(self.lower, max(since, before - _BROUGHT_IN), before))
        return found[-1] if found and self.lower.count(". ", found[-1].end(), before) <= 1 else None

    def _asked(self, met: re.Match[str], before: int) -> Holder | None:
        """Whom reporters spoke to, with their outlet; None where it is somebody whom no report may name."""
        closed = self.grammar["clause_end"].search(self.lower, met.end(), before)
        start, end = met.end(), closed.start() if closed else before
        named = self.people_within(start, end)
        if named and named[0].start == start:
            found: Holder | None = Holder((self.name_of_person(named[0]),), "person", named[0].key, start, end)
        else:  # a name that nothing is known of is nobody's whom a report may name
            found = None if self.text[start : start + 1].isupper() else self.describe(start, end)
        outlets = self.annotations.within(met.start() - _REPORTERS, met.start(), "outlet")
        return replace(found, links=(*found.links, self.name_of(outlets[-1]))) if found and outlets else found

    def _named_since(self, start: int, before: int, woman: bool) -> Holder | None:
        """The holder of an office who was named after several had spoken: «депутаты спросили военкома … Он ответил»."""
        named = [p for p in self.people if start < p.start < before and p.role != "private"]
        if not named or is_woman(named[-1].name) != woman:
            return None
        return Holder((self.name_of_person(named[-1]),), "person", named[-1].key, named[-1].start, named[-1].end)

    def _just_named(self, before: int) -> Holder | None:
        """The one person of whom the sentence before a pronoun speaks by his office or trade."""
        opening = self.lower.rfind("\n", 0, before) + 1
        found = [
            m
            for m in self.grammar.word.finditer(self.lower, opening, before)
            if m.group() in self._persons and not self.lower.endswith(_POSSESSED, opening, m.start())
        ]
        if not found or self.lower.count(". ", found[-1].end(), before) > 1:
            return None
        begin = found[-1].start()
        for _ in range(_TITLE):
            space = self.lower.rfind(" ", opening, begin - 1) + 1
            word = self.lower[max(opening, space) : begin].strip()
            if not word.isalpha() or word in _FUNCTION:
                break
            begin = max(opening, space)
        return self.describe(begin, found[-1].end())

    def is_office(self, key: str) -> bool:
        """Whether a description is that of a body: «press office», «administration of the town»."""
        words = self.grammar.word.findall(_WHOSE.sub("", key))
        first = next((w for w in words if w in ("of", "in", "at", "в", "на", "из")), "")
        head = words[: words.index(first)] if first else words
        return bool(self.grammar["body_words"].search(" ".join(head))) and not any(w in self._persons for w in head)

    def _brought_in(self, woman: bool, before: int) -> Holder | None:
        """Somebody without a name who was brought in a little before: «A woman who works in the canteen»."""
        begin = max(0, before - _BROUGHT_IN)
        found = [
            m
            for m in self.grammar["brought_in"].finditer(self.lower, begin, before)
            if m.group("she" if woman else "he") or m.group("both")
        ]
        return self.describe(*found[-1].span()) if found else None

    def _public(self, key: str) -> bool:
        """Whether a person is named with an office."""
        return any(p.key == key and p.role == "office" for p in self.people)

    def _is_of(self, speaker: Holder | None, body: str) -> bool:
        """Whether a speaker holds an office of a body: «представитель Генштаба» after its deputy head has spoken."""
        if speaker is None or len(body) < _BODY:
            return False
        stem = body.rstrip(_LAST + "уюыие")
        if stem in self.grammar.person_noun:  # «представитель губернатора» is not the governor
            return False
        held = (p.position.lower() for p in self.people if p.key == speaker.key and p.role == "office")
        return any(re.search(rf"(?<!\w){re.escape(stem)}", position) for position in held)

    def _titled(self, title: str, before: int, headed: bool = False, of: str = "") -> Holder | None:
        """The last person before whose position has this word; as its head, and no private person, if ``headed``.

        Where the text says ``of`` what somebody is the head, his position must not say otherwise.
        """
        whole = not of or of in self.grammar.whole
        titles = (title, self.grammar.short_title.get(title, title))
        for person in reversed([p for p in self.people if p.start < before and p.position]):
            position = person.position.lower().replace("_", " ")
            if headed:
                fits = person.role != "private" and any(self._heads(position, t.rstrip(_LAST)) for t in titles)
            else:
                fits = any(re.search(rf"(?<!\w){re.escape(t)}", position) for t in titles)
            if fits and (whole or of[:_STEM] in position or " " not in position):
                return Holder((self.name_of_person(person),), "person", person.key, person.start, person.end)
        return None

    def _heads(self, position: str, stem: str) -> bool:
        """Whether a position has a word for its head: «зампред правительства»."""
        words = _OF.split(position)[0].split()
        if self.grammar.language == "en":
            return words[-1].startswith(stem)
        if position.endswith(stem):  # «замначальника управления контр-адмирал»: the last of two titles
            return True
        return any(h.startswith(stem) for h in [w for w in words if not _ADJECTIVE.search(w)][:1])
