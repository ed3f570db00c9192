"""The places in a sentence where the text says who says so.

In: a sentence and a `HolderReader`. Out: its `Cue`s in order. Never decides how far one reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from musterbook.claims.attribution.addressees import AddresseeReader
from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.naming import CONTENT, NAME, Cue
from musterbook.claims.attribution.subjects import NO_SUBJECT, SUPPOSED
from musterbook.expressions import regex

_APPOSITIONS = 3  # commas between a subject and its verb
_IN_PLACE = regex(r"\s*(?:в|во|на)\s(?:[а-яё-]+(?:ом|ем|ой|ей|[иы]х|ух|[её]х)\s)*([а-яё-]+)")
_ACRONYM_PLACE = regex(r"\s*[Вв]о? ([А-ЯЁ]{2,8})\s*")  # in which somebody said something: «в МФЦ объяснили»
_DISPUTES = regex(r"опроверг|отриц|отверг|подтверд|прокоммент|пресек")
_QUOTES = regex(r"(?:про)?цитир")
_READS = (" гласит", " гласят")
_TITLE = regex(r",\s?(?:[\w’'-]+ ){0,4}")  # between a comma and the name of an apposition
_REPORTING = ("reports", "reported", "writes", "wrote")
_MODAL = regex(r"\s?(?:would|will|could|can|may|might|had|have|has|are|were|is|was|should|must)\s")
_INSERTION = regex(
    r"(?:who|which|whose|(?:with |to |of )?whom"
    r"|a|an|the|seen|written|sent|drawn|head|chair|deputy|first|former|formerly|now|one of|himself"
    r"|herself|director|governor|member|author|spokes|(?!(?:includ|accord|exclud|follow|dur|consider)ing)[a-z]{3,}(?:ing|ed))\b"
)  # what stands between a speaker and his verb: «X, who heads the committee, said», «X, speaking in Tula, said»
_SINGULAR = regex(r"\b(?:an?|this|another) (?:(?!(?:of|that|who|which|when|as) )[\w.'-]+ ){1,3}$")  # «a Post report»
_TRADE = regex(r"(?!(?:and|but|or|while|when|after|as|because|so|if|that)\b)(?:[\w'-]+ ){1,4}(?:of|for|at|in|with|on) ")
_ONE = regex(
    r"\s*(?:one|another|both|two) of (?:them|those|these)\b"
    r"|\s*(?:the (?:first|second|other|older|younger)|one|another)(?= ?,)"
)
_TO_HIM = regex(r" (?:him|her|ему|ей|его|её|ее)(?:,? (?:that|что|как)|,)(?!\w)")  # of whom a text goes on speaking
_PRONOUN = regex(r"\s(он|она)\s")
_ALONE = regex(r"(?:,\sчто(?!\w)|,\s(?!что|как|о )|[.:])")
_OF_ONE = ("ет", "ит", "ёт", "ется", "ится", "ал", "ила", "ил", "ала", "ался", "алась", "лся", "лась")
_KNOWING = regex(r"\s*знаком(?:ый|ая|ые|ых|ого|ой) со?\s")  # what tells who a source is: no acquaintance
_SEATED = regex(r"\s*(?:в|во)\s")
_NAMELESS = regex(r"\s?one of (?:them|those|these)(?!\w)")
_WHO = regex(r",?\swho\s?$|,\swhich\s?$")
_MODIFIED = regex(
    r"((?!(?:как|не|по|в) )[^,;:—–]{3,80}), (?:не |хорошо |близко )?(?:[а-яё]+(?:щ|вш|нн|м|т)(?:ий|ый|ая|ие|ые)(?:ся)?"
    r"|(?:с |на |в |муж |сын |брат |отец )?котор\w+|близк\w+|знаком\w+) [^,;]{0,80}(?:, [^,;]{0,40})?,\s?"
)
_INVERTED = regex(r"^\s*(?:the |a |an )?[«“\"]?[^\W\d_]")


class CueReader(AddresseeReader):
    """Finds the cues of one document, sentence by sentence."""

    def read(self, start: int, end: int, quoted: list[tuple[int, int]]) -> list[Cue]:
        """The cues of one sentence, in order; those inside direct speech are left out."""
        self._before, self._now = self._now, (start, end)
        self._quoted = quoted
        sentence = self.lower[start:end]
        words = set(self.grammar.word.findall(sentence))
        spoken, phrased = not words.isdisjoint(self.grammar.say), not words.isdisjoint(self.grammar.phrasal)
        phrased = phrased or sentence.startswith("by ")
        if not (spoken or phrased):
            return [] if _within(start, quoted) else self._noted(self._silent(start, end))
        said = self._standing(words & self.grammar.say, start, end) if spoken else ()
        cues = [c for c in self._verbs(start, end, said) if not _within(c.start, quoted)]
        if phrased:
            named = [c for c in self._phrases(start, end) if not _within(c.start, quoted)]
            made = [c for c in named if c.counted]
            cues = [c for c in cues if not any(m.start < c.end and c.start < m.end for m in made)] + named
        if len(cues) > 1:
            held = self.grammar.rare["held_by"].regex
            under = [c for c in cues if self.lower.startswith("under ", c.start)]
            if any(c not in under and not held.match(self.lower, c.start) for c in cues):
                cues = [c for c in cues if c not in under]
        if not cues or (len(cues) == 1 and self.grammar.rare["held_by"].regex.match(self.lower, cues[0].start)):
            papers = self._documents(start, end)
            cues = papers if papers and (not cues or len(papers[0].holder.links) > 1) else cues
        cues = self._quoted_through([self._told_at(self._close_to(c), start, end) for c in cues])
        cues.sort(key=lambda c: c.start)
        kept: list[Cue] = []
        for cue in cues:
            if not kept or cue.start >= kept[-1].end or cue.holder.links != kept[-1].holder.links:
                kept.append(cue)
        return self._noted(kept)

    def before(self, start: int, at: int) -> Holder | None:
        """The subject of any verb of a sentence that begins at ``start``: what stands before it."""
        at = start + len(self.lower[start:at].rstrip())
        begin = self.subject(start, at)
        if self.lower[begin:at].strip(" ,"):
            return self.holders.read(begin, self.phrase_end(begin + 1, at))
        return self._modified(start, at) if self.grammar.language == "ru" else self._apposed(start, at)

    def after(self, at: int, end: int) -> Holder | None:
        """The subject that follows a Russian verb, or None: «об этом рассказал военком»."""
        return self._spoken_right(at, self.phrase_end(at + 1, end)) if self.grammar.language == "ru" else None

    def _noted(self, cues: list[Cue]) -> list[Cue]:
        cues = [replace(c, counted=self._counted(c)) if c.holder.kind == "outlet" else c for c in cues]
        through = next((c.holder.links for c in cues if c.holder.kind == "outlet" and not c.cited), ())
        for cue in sorted(cues, key=lambda c: not c.cited):  # «it» is who reported, not whom he cited
            heard = cue.holder.kind == "described" and cue.cited and not cue.relay
            if cue.holder.kind != "described" or not _TO_HIM.match(self.lower, cue.end):
                self.holders.memory.note(cue.holder, through if heard else cue.relay)
            self.holders.note_body(cue.holder)
            self.holders.note_addressee(cue.relay if cue.told else ())
        outlet = self.holders.memory.outlet
        for paper in self._pending if outlet else ():
            # What an outlet holds is cited through that outlet later on.
            self.holders.memory.hand(paper, outlet.links if outlet else ())
        self._pending.clear()
        return cues

    def _standing(self, verbs: set[str], start: int, end: int) -> list[re.Match[str]]:
        """Where some words of a sentence stand in it, in order."""
        made: list[re.Match[str]] = []
        for verb in verbs:
            at = self.lower.find(verb, start, end)
            while at >= 0:
                found = self.grammar.word.match(self.lower, at, end)
                before = self.lower[at - 1] if at > start else " "
                if found and found.group() == verb and not before.isalpha():
                    made.append(found)
                at = self.lower.find(verb, at + len(verb), end)
        return sorted(made, key=re.Match.start)

    def _verbs(self, start: int, end: int, said: Iterable[re.Match[str]]) -> Iterator[Cue]:
        """The cues of a sentence's verbs of saying."""
        previous: Holder | None = None
        for found in said:
            verb = found.group()
            if self._is_noun(found, start):
                continue
            core = self._core(self.lower[start : found.start()].rstrip())
            if self.grammar["passive_before"].search(core):
                continue
            if self.grammar["attributive_before"].search(core):
                denial = self.grammar["denial"].search(core) if verb in self.grammar.negatable else None
                if denial is None:
                    continue
                core = self._core(core[: denial.start()].rstrip())
            cue = (self._russian if self.grammar.language == "ru" else self._english)(
                verb, found, start + len(core), (start, end), previous
            )
            if cue and self._fits(verb, cue, found.start()):
                previous = cue.holder
                yield cue

    def _is_noun(self, found: re.Match[str], start: int) -> bool:
        """Whether a word with the letters of a verb is part of a compound or a name: «so-called», «State Duma»."""
        if self.lower[found.start() - 1 : found.start()] == "-":
            return True
        if _SINGULAR.search(self.lower, start, found.start()) and not found.group().endswith(("s", "d", "g")):
            return True
        around = max(start, found.start() - NAME), found.end() + NAME
        if any(m.start <= found.start() < m.end for m in self.holders.annotations.within(*around, "outlet")):
            return True
        return found.start() > start and self.grammar.language == "en" and self.holders.text[found.start()].isupper()

    def _english(
        self, verb: str, found: re.Match[str], at: int, sentence: tuple[int, int], previous: Holder | None
    ) -> Cue | None:
        start, end = sentence
        begin = self._after_time(self._asked(self.subject(start, at), at), at)
        told: tuple[str, ...] = ()
        stop, is_told = found.end(), False
        if verb in self.grammar.tell:
            told, stop, is_told = self._addressee(found.end(), end)
        elif self.lower.startswith(" to ", found.end()):
            told, stop, is_told = self._spoken_to(found.end() + len(" to "), stop, end)
        relative = self._antecedent(verb, start, begin, at)
        if relative:
            return Cue(relative.start, stop, relative, relative.start - start > CONTENT, told, is_told)
        if subject := self.lower[begin:at].strip(" ,“”\"'’"):
            if subject == "it" and not self._trails(verb, start, begin):
                return None
            first = self.grammar.word.match(self.lower, begin)
            inverted = first and begin > start and self.holders.text[begin].islower()
            if first and inverted and first.group() in self.grammar.say and not first.group().startswith("report"):
                return None  # «insists the head of the recruitment point, …»
            if NO_SUBJECT.match(self.lower, begin) or SUPPOSED.search(self.lower, start, begin):
                return None
            held = self.grammar.rare["held_by"].regex.match(self.lower, begin)
            holder = (self._wider(start, begin, at) if held else None) or self.holders.read(begin, at)
            holder = holder or self._wider(start, begin, at) or self._somebody(verb, begin, at)
            if holder is None:
                if (apposed := self._apposed(start, at) or self._did(verb, begin, at)) is None:
                    return None
                return Cue(apposed.start, stop, apposed, apposed.start - start > CONTENT, told, is_told)
            holder = self._apposition_of(holder, start, begin)
            return Cue(begin, stop, holder, begin - start > CONTENT and self._is_clause(start, begin), told, is_told)
        joined = re.search(r"(?:\band|\bbut|,)\s*$", self.lower[start:at]) if previous else None
        if joined and previous and (verb.endswith("ing") or joined.group().strip() in ("and", "but")):
            return Cue(found.start(), stop, previous, False, told, is_told)
        apposed = self._apposed(start, at)
        if apposed:
            return Cue(apposed.start, stop, apposed, apposed.start - start > CONTENT, told, is_told)
        if at - start > 2 and _INVERTED.match(self.lower[found.end() : end]):
            limit = self.phrase_end(found.end() + 1, end)
            holder = self._named_after(found.end(), limit) or self._somebody(verb, found.end(), limit)
            holder = holder or self._closing_outlet(verb, found.end(), end)
            if holder and not (holder.kind != "person" and _MODAL.match(self.lower, limit)):
                return Cue(found.start(), limit, holder, True, told, is_told)
        return None

    def _closing_outlet(self, verb: str, begin: int, end: int) -> Holder | None:
        """An outlet that no vocabulary knows, as the last words of a sentence: «…, reports Primer TV»."""
        named = self.holders.told_to(begin) if verb in _REPORTING else None
        if named is None or self.lower[named[1] : end].strip(" ."):
            return None
        return Holder((named[0],), "outlet", named[0].casefold(), begin + 1, named[1])

    def _trails(self, verb: str, start: int, begin: int) -> bool:
        """Whether «it said» follows a statement: only then does it mean a body that spoke before."""
        return verb not in self.grammar.doubtful and begin - start > CONTENT and self._is_clause(start, begin)

    def _named_after(self, begin: int, limit: int) -> Holder | None:
        """The speaker after a verb; «our coordinator, Anna Vymyshlennaya» is Anna Vymyshlennaya."""
        holder = self.holders.read(begin, limit)
        if _NAMELESS.match(self.lower, begin) and self.lower.startswith((", a ", ", an "), limit):
            return self.holders.describe(limit + 2, self.phrase_end(limit + 3, limit + NAME)) or holder
        if holder and holder.kind == "described" and self.lower[limit : limit + 1] == ",":
            people = self.holders.people_within(limit, limit + 3)
            if people:
                return self.holders.read(people[0].start, people[0].end)
        return holder

    def _somebody(self, verb: str, begin: int, at: int) -> Holder | None:
        """A subject of a verb that only people and papers can have: «the wife of a driver says», «Moscow says»."""
        phrase = self.holders.text[begin:at].strip(' ,“”"«»')
        if verb in self.grammar.doubtful or not self.grammar["somebody"].match(phrase):
            return None
        return self.holders.describe(begin, at)

    def _wider(self, start: int, begin: int, at: int) -> Holder | None:
        """A subject that a boundary word inside it cut short."""
        earlier = self.subject(start, max(start, begin - 2))
        if earlier >= begin or at - earlier > 110 or not re.search(r"(?:\s(?:and|as)\s|,\s)$", self.lower[start:begin]):
            return None
        return self.holders.read(earlier, begin)

    def _apposition_of(self, holder: Holder, start: int, begin: int) -> Holder:
        """The person of whom a description before a verb is the apposition: «X, deputy head of Y, said»."""
        before = self.lower[start:begin].rstrip()
        if holder.kind not in ("described", "office") or not before.endswith(","):
            return holder
        comma = start + len(before) - 1
        people = self.holders.people_within(max(start, comma - NAME), comma)
        if people and comma - people[-1].end <= 1:
            return self.holders.read(people[-1].start, people[-1].end) or holder
        return holder

    def _antecedent(self, verb: str, start: int, begin: int, at: int) -> Holder | None:
        """The noun before «who»: «the speaker, X, who told reporters», «a lawyer who asked not to be named told»."""
        relative = _WHO.search(self.lower, start, at if self.lower[begin:at].strip() in ("who", "which") else begin)
        if relative is None:
            return None
        people = self.holders.people_within(max(start, relative.start() - NAME), relative.start())
        if people and relative.start() - people[-1].end <= 1:
            return self.holders.read(people[-1].start, people[-1].end)
        first = self.subject(start, relative.start())
        return self.holders.read(first, relative.start()) or self._somebody(verb, first, relative.start())

    def _apposed(self, start: int, at: int) -> Holder | None:
        """The head of «X, who heads the committee, said» and «X, an analyst, said»."""
        comma = self.lower.rfind(", ", start, max(start, at - 1))
        if comma < 0 or not self.lower[start:at].rstrip().endswith(","):
            return None
        inner = self.lower[comma + 1 : at].strip(" ,")
        anonymous = self.lower[comma + 1 :].startswith((" a ", " an ")) and _ONE.match(
            self.lower, self.subject(start, comma)
        )
        if anonymous and self.grammar["anonymous"].search(inner):
            return self.holders.describe(comma + 1, at)
        named = self.holders.people_within(comma, at)
        if named and _TITLE.fullmatch(self.lower, comma, named[0].start) and at - named[0].end <= 2:
            return self.holders.read(named[0].start, named[0].end)
        begin = self.subject(start, comma)
        if inner.rpartition(" ")[2] in self.grammar.outlet_noun:
            return self.holders.read(begin, comma) or self.holders.outlet_named(begin, comma)
        people = self.holders.people_within(max(start, comma - NAME), comma)
        if not (_INSERTION.match(inner) or (people and comma - people[-1].end <= 1 and _TRADE.match(inner))):
            return None
        holder = self.holders.read(begin, comma) if comma - begin > 1 else None
        if holder is None and self.grammar["somebody"].match(self.holders.text[begin:comma].strip()):
            holder = self.holders.describe(begin, comma)
        return self._apposition_of(holder, start, begin) if holder else self._apposed(start, comma + 1)

    def _russian(
        self, verb: str, found: re.Match[str], at: int, sentence: tuple[int, int], previous: Holder | None
    ) -> Cue | None:
        start, end = sentence
        between = self.grammar["after_verb"].match(self.lower[found.end() : end])
        verb_end = found.end() + (between.end() if between else 0)
        stop = self.phrase_end(verb_end, end)
        begin = self.subject(start, at)
        before, after = (begin, at), (verb_end, stop)
        left = self._spoken_left(begin, at)
        closed = self.lower[verb_end : verb_end + 1] in (":", ".", ";")
        right = self._spoken_right(*after) if stop - verb_end > 2 and not closed else None
        if right and (_QUOTES.match(verb) or (_DISPUTES.match(verb) and right.key.startswith("слух"))):
            right = None  # whom the subject quotes, what it disputes
        if right and right.kind in ("described", "office") and not self._agrees(verb, verb_end, stop):
            right = None
        if right and left and (left.kind == "document" or verb.startswith("обрати")):
            left = None  # «подлинность письма подтвердили двое сотрудников»
        if right and left and not (left.kind == "outlet" and right.kind != "outlet"):
            right = None
        if right and right.kind == "outlet" and not left:
            left = self._modified(start, at)
            right = None if left else right
        modified = None if right else self._modified(start, at)  # «источник, близкий к министерству, утверждает»
        if modified:
            left, begin = modified, start
        elif left and not right:
            left = self._apposition_of(left, start, begin)
        holder = right or left
        if holder:
            told = self._told((found.end(), stop), before, holder)
            first = begin if left or begin > start else found.start()
            return Cue(
                min(first, found.start()), stop if right else found.end(), holder,
                (found.start() if right else begin) - start > CONTENT, told[0], told[1],
            )  # fmt: skip
        if at > start and re.search(r"(?:(?<!\w)и|,)\s*$", self.lower[start:at]):
            previous = previous or self._doer(verb, start, at)
            if previous:
                return Cue(found.start(), found.end(), previous, False)
        if self._by_trade(verb, begin, at):
            subject = self.holders.describe(begin, at)
            return Cue(begin, found.end(), subject, begin - start > CONTENT) if subject else None
        comma = begin if self.grammar["modifier"].match(self.lower, begin - 1) else at
        for _ in range(_APPOSITIONS):
            if not self.lower[start:comma].rstrip(" ").endswith(","):
                break
            comma = self.lower.rfind(",", start, comma)
            begin = self.subject(start, comma)
            subject = self._spoken_left(begin, comma)
            if subject and subject.kind in ("person", "described", "office"):
                subject = self._apposition_of(subject, start, begin)
                return Cue(begin, found.end(), subject, begin - start > CONTENT)
            comma = begin
        return self._implied(verb, found, (start, at))

    def _implied(self, verb: str, found: re.Match[str], before: tuple[int, int]) -> Cue | None:
        """A subject whose participle stands before the verb, or one that is left out: «Через месяц, говорит, …»."""
        start, at = before
        modified = self._modified(start, at)
        if modified:
            return Cue(start, found.end(), modified, False)
        parted = at - start <= 1 or self.lower[start:at].rstrip().endswith((",", "—", "–"))
        alone = parted and _ALONE.match(self.lower, found.end())
        if not alone or verb in self.grammar.doubtful or not verb.endswith(_OF_ONE):
            return None
        speaker = self.holders.implied(verb, start)
        return Cue(found.start(), found.end(), speaker, at - start > CONTENT) if speaker else None

    def _doer(self, verb: str, start: int, at: int) -> Holder | None:
        """The person who opens a sentence, of whose second deed the verb tells: «X приехал и рассказал»."""
        person = next(iter(self.holders.people_within(start, at)), None)
        if person is None or verb in self.grammar.doubtful or person.start - start > NAME:
            return None
        if self.holders.text[person.start : person.end] != person.native:
            return None
        return self.holders.read(person.start, person.end)

    def _modified(self, start: int, at: int) -> Holder | None:
        """The subject, at the start of a sentence, whose participle stands before its verb: «юрист, знающий её, …»."""
        found = _MODIFIED.fullmatch(self.lower, start, at)
        subject = self._spoken_left(start, found.end(1)) if found else None
        if found and subject is None and self._by_trade("", start, found.end(1)):
            subject = self.holders.describe(start, found.end(1))
        return subject if subject and subject.kind in ("person", "described", "office") else None

    def _spoken_left(self, begin: int, at: int) -> Holder | None:
        """The subject before a Russian verb, or the place «в военкомате» that stands for one."""
        about = self.grammar["about"].match(self.lower, begin, at)
        begin = about.end() if about else begin
        begin = self._asked(begin, at)
        begin = self._after_circumstance(self._after_adverb(self._after_time(begin, at), at), at)
        whole, at = at, self._before_addressee(begin, at)
        phrase = self.lower[begin:at]
        if self.there(phrase) and self.lower[at : at + 1] == " ":
            return self._body_there()
        if (
            not phrase.strip(" ,—–»")
            or _KNOWING.match(phrase)
            or (about and self.grammar["circumstance"].match(phrase))
        ):
            return None
        acronym = _ACRONYM_PLACE.fullmatch(self.holders.text, begin, at)
        if acronym:
            return Holder((acronym.group(1),), "office", acronym.group(1).lower(), *acronym.span(1))
        house = self.house(begin, at) if at < whole else None
        if house:
            return house
        holder = self.holders.read(begin, at) or (self.holders.read(begin, whole) if at < whole else None)
        if holder and holder.kind == "outlet" and holder.start - begin <= 1 and _SEATED.match(phrase):
            told = next((m.start for m in self.holders.annotations.within(begin, at, "outlet")), 0) or next(
                (s for s, e in self.holders.domains if begin < s < at), begin
            )
            body = self.holders.read(begin, told) if told - begin > CONTENT else None
            holder = body if body and body.kind in ("office", "described") else holder
        if holder is None or holder.kind in ("person", "outlet"):
            return holder
        if holder.kind == "document" and self.circumstantial(begin, at):
            return None
        if holder.kind == "described" and self._is_sum(begin, at):
            return None
        in_place = _IN_PLACE.match(phrase)
        if in_place:
            seated = holder.kind != "described" or self.grammar["anonymous"].fullmatch(in_place.group(1))
            return holder if seated else None
        return holder if self._nominative_first(begin, at) else None

    def _spoken_right(self, begin: int, stop: int) -> Holder | None:
        """The speaker that follows a Russian verb; its addressee, if any, comes first."""
        text = self.lower[begin:stop]
        if self.there(text):
            return self._body_there()
        own = re.match(r"\s(?:" + "|".join(sorted(self.grammar.own)) + r")(?!\w)", text)
        if own:
            begin += own.end()
        if pronoun := _PRONOUN.match(self.lower, begin, stop):
            return self.holders.read(*pronoun.span(1))
        outlets = self.holders.annotations.within(begin, stop, "outlet")
        if outlets and outlets[0].start - begin <= 3 and stop - outlets[0].end > 4:
            behind = self.holders.name_end(outlets[0])
            rest = self.holders.read(behind, stop) or self.house(behind, stop)
            if rest and rest.kind != "outlet" and not self.lower[behind:stop].lstrip('»" ').startswith("по "):
                return rest
        holder = self.holders.read(begin, stop)
        if (holder is None or holder.kind == "described") and self._is_sum(begin, stop):
            return None
        if holder is None and (self._subject_alone(begin, stop) or self._in_a_house(begin, stop)):
            return self.holders.describe(begin, stop)
        if holder and holder.kind in ("described", "office", "document") and holder is not self.holders.memory.person:
            in_place = re.match(r"\s*(?:в|во)\s", self.lower[begin:stop])
            if not in_place and not self._nominative_first(begin, stop):
                return None
        paper = holder is not None and holder.kind == "document"
        return None if paper and not self.lower.endswith(_READS, 0, begin) else holder


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(s <= at < e for s, e in spans)
