"""Whom something was told to: the outlet beside a source and its verb.

In: a cue, or a verb of saying with what stands around it. Out: the outlets that are links of the chain, and whether
the source told them itself. Never looks for sources.
"""

from __future__ import annotations

from dataclasses import replace

from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.naming import NAME, Cue
from musterbook.claims.attribution.verbs import VerbReader
from musterbook.claims.mention import Mention
from musterbook.expressions import regex

_TOLD = (" told", " tells", " tell")
_SEVERAL = regex(r"дв[ае]|три|четыре|пять|шесть|несколько|двое|трое|оба|обе")
_PLACES = ("в ", "во ", "на ")
_BESIDE = 4  # characters between the word before an outlet and its name: a quotation mark, an article
_SPEAKS_FOR = regex(r"(?:пресс-служб|аппарат|сайт|секретариат|представител|сообщени|бюллетен)[а-яё]*\s[«\"]?$")


class AddresseeReader(VerbReader):
    """Reads whom the sources of one document told what they say."""

    def _asked(self, begin: int, at: int) -> int:
        """Where a subject begins after the outlet that it was told to: «в интервью X командир рассказал»."""
        asked = next(iter(self.grammar.rare["told_at"].finditer(self.lower, begin, at)), None)
        if asked is None or asked.start() - begin > _BESIDE:
            return begin
        outlets = self.holders.annotations.within(asked.start(), at, "outlet")
        if outlets and outlets[0].start - asked.end() <= _BESIDE:
            return outlets[0].end
        return asked.end() if asked.group().startswith(("на ", "в ответ на ")) else begin  # «на запрос редакции»

    def _told_at(self, cue: Cue, start: int, end: int) -> Cue:
        """A cue with the outlet that it was told to, where that is said apart: «in an interview with X, he said»."""
        if cue.told or cue.relay or cue.holder.kind not in ("person", "described", "office"):
            return cue
        for found in self.grammar.rare["told_at"].finditer(self.lower, start, end):
            outlets = self.holders.annotations.within(found.start(), min(end, found.end() + NAME), "outlet")
            if outlets and outlets[0].start - found.end() <= _BESIDE:
                return replace(cue, relay=self._foreign(self.holders.name_of(outlets[0])), told=True)
        return cue

    def _quoted_through(self, cues: list[Cue]) -> list[Cue]:
        """Cues whose speakers the same sentence says are quoted by somebody: «сказал X, чьи слова приводит Y»."""
        through = {c.holder.key: c.relay for c in cues if c.relay and not c.told}
        return [replace(c, relay=through.get(c.holder.key, c.relay)) if not c.told else c for c in cues]

    def _addressed(self, begin: int, at: int) -> tuple[str, int] | None:
        """An unlisted outlet between a Russian subject and its verb: «в военкомате „Примерной газете“ рассказали»."""
        if self.grammar["source_of"].search(self.holders.text, begin, at):
            return None  # «источник „Примера“» is whose source he is
        names = self.grammar["addressee"].finditer(self.holders.text, begin, at)
        found = next((m for m in names if m.end() == at), None)
        told = self.holders.told_to(found.start()) if found and found.start() - begin > _BESIDE else None
        return (told[0], found.start()) if told and found else None

    def _before_addressee(self, begin: int, at: int) -> int:
        """Where a Russian subject ends before whom it told something: «в военкомате агентству рассказали»."""
        addressed = self._addressed(begin, at)
        if addressed:
            return addressed[1]
        if self.lower.startswith(_PLACES, begin):
            what = self.grammar["object_between"].search(self.lower, begin + _BESIDE, at)
            at = what.start() if what else at
        last = self.lower.rfind(" ", begin, at)
        noun = self.lower[last + 1 : at]
        addressee = noun in self.grammar.outlet_told or noun in self.grammar.own
        return last if last > begin + _BESIDE and addressee else at

    def _close_to(self, cue: Cue) -> Cue:
        """A cue with what tells who its nameless source is: «источник, близкий к мэрии», «знакомый с планом»."""
        holder, at = cue.holder, cue.holder.end
        if holder.kind != "described":
            return cue
        at += len(self.lower[at : at + _BESIDE]) - len(self.lower[at : at + _BESIDE].lstrip('»" '))
        close = self.grammar["close_to"].match(self.lower, at)
        if close is None:
            return cue
        head = holder.links[0].split()[0]
        plural, near = head[-1:] in "иы", close.group("how").endswith("к")
        if plural and not near:
            return cue  # several people who know something are known by what they are
        if _SEVERAL.fullmatch(head):
            ending = "их" if near else "ых"
        else:
            ending = "ие" if plural else "ая" if head[-1:] in "ая" else "ий" if near else "ый"
        name = f"{holder.links[0]}, {close.group('how')}{ending}{self.holders.text[slice(*close.span('to'))]}"
        return replace(cue, holder=replace(holder, links=(name, *holder.links[1:]), key=name.lower()))

    def _addressee(self, at: int, end: int) -> tuple[tuple[str, ...], int, bool]:
        """Whom something was told: the outlets that are links, where the phrase ends, whether at all."""
        stop = self.phrase_end(at + 1, end)
        outlets = self.holders.annotations.within(at, min(stop, at + 50), "outlet")
        if outlets and outlets[0].start - at <= 30:
            return self._foreign(self.holders.name_of(outlets[0])), outlets[0].end, True
        unlisted = self.holders.told_to(at) if self.lower.endswith(_TOLD, 0, at) else None
        if unlisted:
            return self._foreign(unlisted[0]), unlisted[1], True
        again = self.grammar["outlet_again"].match(self.lower, at + 1, end)
        before = self.holders.memory.last
        if again and before and before.links[1:] and before.kind in ("person", "described"):
            return before.links[1:], again.end(), True
        if again and self.holders.memory.outlet:
            return self.holders.memory.outlet.links, again.end(), True
        return (), at, True

    def _spoken_to(self, at: int, stop: int, end: int) -> tuple[tuple[str, ...], int, bool]:
        """The outlet right after «confirmed to», as `_addressee` gives it; nobody where none stands there."""
        outlets = self.holders.annotations.within(at, min(end, at + NAME), "outlet")
        if outlets and outlets[0].start - at <= _BESIDE:
            return self._foreign(self.holders.name_of(outlets[0])), outlets[0].end, True
        return (), stop, False

    def _foreign(self, name: str) -> tuple[str, ...]:
        own = bool(self.publisher) and name.casefold() in self.publisher
        self.holders.memory.outlet = None if own else self.holders.memory.outlet  # then «the paper» is its own
        return () if own else (name,)

    def _told(
        self, right: tuple[int, int], left: tuple[int, int], holder: Holder | None
    ) -> tuple[tuple[str, ...], bool]:
        for begin, stop in (right, left):
            outlets = self.holders.annotations.within(begin, stop, "outlet")
            if outlets and holder and holder.kind != "outlet" and outlets[0].start - begin <= 30:
                return self._foreign(self.holders.name_of(outlets[0])), not self._speaks_for(outlets[0], begin)
        other = holder is not None and holder.kind != "outlet"
        unlisted = (self.holders.told_to(right[0]) or self._addressed(*left)) if other else None
        if unlisted:
            return self._foreign(unlisted[0]), True
        words = set(self.grammar.word.findall(self.lower[left[0] : right[1]]))
        again = self.holders.memory.outlet if other and words & self.grammar.outlet_told else None
        return again.links if again else (), bool(words & self.grammar.own or again)

    def _speaks_for(self, outlet: Mention, begin: int) -> bool:
        """Whether the words before an office that publishes are its speakers: «пресс-служба суда», no addressee."""
        entry = self.holders.vocabulary.entries.get(("outlet", str(outlet.value)))
        official = entry is not None and entry.attributes.get("outlet_kind") == "official"
        return official and bool(_SPEAKS_FOR.search(self.lower, begin, outlet.start))
