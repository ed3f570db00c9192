"""Which verbs of saying say something where they stand, and which do other work.

In: a verb with the cue that it would make. Out: yes or no. Never looks for subjects.
"""

from __future__ import annotations

import re

from musterbook.claims.attribution.naming import NAME, Cue
from musterbook.claims.attribution.subjects import SubjectReader
from musterbook.expressions import regex

_NAMED = ("person", "outlet", "office", "document")
_FINITE = regex(r"\s(?:has|have|had|is|are|was|were|will|would|can|could|to|not|may|must)\s")
_NOUNS = (
    "wrote",
    "reports",
    "report",
    "claims",
    "claim",
    "notes",
    "note",
    "shows",
    "show",
    "lists",
    "names",
    "posted",
    "points",
)
_POSTED = regex(r"\s(?:on|in) [^.,;:]{3,50}?(?: that\s|:|,\s(?:adding|saying|calling))")
_FIGURE = regex(
    r"\s(?:the|that|this|their|its) (?:[\w’'-]+ ){0,2}(?:figure|number|total|cost|count|size"
    r"|strength|share|sum|toll|bill)s? at\b"
    r"|\s(?:[\w’'-]+ ){0,7}at (?:(?:about|around|some|nearly|roughly|over|under|between|just|only|almost|no|more|less"
    r"|fewer|than|at least|up to) ){0,3}[$€£]?\d"
)
_BRACKETED = regex(r"\s\([^()]{2,60}\)$")
_CLOSED = regex(
    r"(?: (?:out|it|them|that|there|here|too))?(?: to (?:me|us|reporters|journalists))?"
    r"(?: (?:in|on) (?:(?:his|her|its|their|the|an?) )?[a-z]+(?: (?:channel|page|post))?)?[,.:;]"
)
_SPEAKERS = ("person", "described", "office")
_QUOTES = regex(r"[^.;:“\"«]{0,40}: [“\"«]")
_NAMED_SO = regex(r"[^.;:]{0,50}\s[“\"‘«]")
_OF_NUMBER = regex(r"\s(?:of|about) (?:(?:only|some|about|around|nearly|over|at least|up to|no more than) )*\d")
_RECKONING = ("put", "puts", "estimate", "estimates", "estimated")
_PLACING = ("put", "puts")
_REST = 60  # characters after a verb that tell what it does
_AS = regex(r"(?:^|\W)as\s$")
_BIDDEN = regex(
    r"(?!(?: [\w’'-]+){0,5} (?:that|in response)\b)(?: (?!(?:reporters|journalists|us|me|he|she|they|it|had|have|has"
    r"|is|are|was|were|wants?|wanted|will|would|going|able|due|ready|needs?|needed|about)\b)[\w’'-]+){1,5}"
    r" (?:not )?to (?!(?:the|an?|his|her|their|its|our|my|questions?|reporters|journalists)\b)[a-z]+\b"
)
_SUM = 14  # characters between a verb of giving and the sum


class VerbReader(SubjectReader):
    """Judges the verbs of one document."""

    def _core(self, left: str) -> str:
        """What stands before a verb, without auxiliaries, adverbs and words in parenthesis."""
        while True:
            found = (
                self.grammar["auxiliary"].search(left)
                or self.grammar["parenthetical"].search(left)
                or _BRACKETED.search(left)
            )
            if found is None:
                return left
            left = left[: found.start()].rstrip()

    def _fits(self, verb: str, cue: Cue, at: int) -> bool:
        """Whether a verb that also does other work says something here: its subject stands right beside it."""
        wanted = self.grammar.objects.get(verb)
        if self.grammar.language == "ru" and verb in self.grammar.tell and not cue.told:
            return False
        rest = self.lower[at + len(verb) : at + len(verb) + _REST]
        if self.grammar.language == "en" and verb in self.grammar.tell and _BIDDEN.match(rest):
            return False  # «the ministry told governors to find men»: an order, no statement
        trailing = cue.before and (cue.holder.kind == "document" or verb.startswith("заключ")) and rest[:1] in ",.;: "
        trailing = trailing or (cue.holder.kind in _SPEAKERS and self._trailing(cue, rest))
        said = bool(wanted and re.match(rf"\W+(?:\w+\W+){{0,3}}(?:{wanted})", rest))
        aside = self.grammar.language == "ru" and self.lower.endswith(("как ", "как уже "), 0, min(at, cue.start))
        if rest[:1] == ":" and cue.holder.kind in _SPEAKERS and self.grammar.language == "en":
            return True
        if wanted and not (trailing or said or aside):
            return False
        if self._gives(verb, rest, at + len(verb)):
            return False
        if verb not in self.grammar.doubtful or cue.told:
            return True
        if self.grammar.language == "en" and (self._aside(verb, cue, rest) or (said and verb not in _PLACING)):
            return True
        if verb.startswith("spe") and cue.holder.kind in _SPEAKERS and _OF_NUMBER.match(rest):
            return True
        if verb in _RECKONING and cue.holder.kind in _SPEAKERS and _FIGURE.match(self.lower, at + len(verb)):
            return True
        if cue.holder.kind == "described" and self.grammar.language == "en":
            if rest.startswith(" that "):
                return True
            if not cue.before:
                return False
        if cue.holder.kind not in _NAMED:
            return self.grammar.language == "ru" and (not cue.before or self._closes(cue, at))
        return self.grammar.language == "ru" or self._beside(verb, cue, at)

    def _closes(self, cue: Cue, at: int) -> bool:
        """Whether a Russian verb and its subject close a sentence behind a clause: «…, отчитался губернатор»."""
        parted = self.lower[:at].rstrip().endswith((",", "—", "–", "»"))
        subject = self.grammar.word.findall(self.lower[cue.start : cue.end])[1:3]
        somebody = any(self.grammar["anonymous"].fullmatch(w) for w in subject[: 1 + (subject[0][-1:] == "й")])
        return parted and somebody and self.lower[cue.end : cue.end + 1] in ("", ".", "\n")

    def _beside(self, verb: str, cue: Cue, at: int) -> bool:
        """Whether nothing but its subject stands before an English verb, and no object of a noun after it."""
        phrase = self._core(self.lower[cue.start : at].rstrip()) + " "
        rest = self.lower[at + len(verb) : at + len(verb) + _REST]
        if cue.before and (len(phrase) <= NAME or self._trailing(cue, rest)):
            return True
        if _FINITE.search(phrase) and not phrase.rstrip().endswith(","):
            return False
        noun = verb in _NOUNS and re.match(r"\s(?:an?|to|by|on|of|in)\s", self.lower[at + len(verb) :])
        return not noun or bool(_POSTED.match(self.lower, at + len(verb)))

    def _gives(self, verb: str, rest: str, at: int) -> bool:
        """Whether a verb tells of a deed, not of words: «the region adds 5,000 roubles», «wrote a resignation»."""
        unless = self.grammar.unless.get(verb)
        if unless and re.match(rf"\W+(?:{unless})", rest):
            return True
        if unless and self.grammar.language == "ru":  # the object may come first: «рапорт написал заместитель»
            before = self.lower[max(0, at - len(verb) - _SUM) : at - len(verb)]
            if re.search(rf"(?<!\w)(?:{unless})\w*\s$", before):
                return True
        if verb not in self.grammar.giving:
            return False
        sums = self.holders.annotations.within(at, at + _SUM, "money")
        return bool(sums or self.grammar["sum_follows"].match(rest))

    def _trailing(self, cue: Cue, rest: str) -> bool:
        """Whether an English speaker and his verb stand between commas or close a sentence."""
        return _CLOSED.match(rest) is not None and self.lower[: cue.start].rstrip().endswith(",")

    def _aside(self, verb: str, cue: Cue, rest: str) -> bool:
        """Whether a doubtful English verb can do nothing but say: «as its chair lists them», «a clerk mentioned»."""
        if _AS.search(self.lower, max(0, cue.start - _SUM), cue.start) and _CLOSED.match(rest):
            return True
        if not cue.before and cue.holder.kind in _SPEAKERS and _QUOTES.match(rest):
            return True
        if verb.startswith("call") and cue.holder.kind in _SPEAKERS and _NAMED_SO.match(rest):
            return True
        if cue.holder.kind != "described":
            return False
        if self._trailing(cue, rest):
            return True
        if cue.before:
            return False
        if self.lower.endswith((" that ", " which ", " what "), 0, cue.start):
            return False
        return verb in self.grammar.human and not self.holders.is_office(cue.holder.key)
