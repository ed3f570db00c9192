"""Noun phrases read as papers: letters, laws, notices, and what stands in them.

In: a span of a text with its mentions, and the papers named so far. Out: a `Holder` of kind ``document``, or None.
Never finds where a paper speaks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from musterbook.claims.attribution.describing import ANNEXED, LEADING, LONGEST, NOTES, Holder, clean
from musterbook.claims.attribution.unlisted import OutletNamer
from musterbook.claims.mention import Mention
from musterbook.expressions import regex

GENERIC = ("document", "документ", "text", "текст")
"""What any paper may be called."""
_MODIFIERS = 4  # words before a document's noun
_ORDERED = 350  # characters back in which a paper that orders something was named
_TEXT = ("text", "текст")
_HEAPS = (*GENERIC, "correspondence", "files", "papers", "materials", "переписка", "материалы", "документы")
_INDEFINITE = regex(r"(?:an?|another|некий|другой)\s")
_ATTACHED = ("sheet", "worksheet", "tab", "slide", "page", "слайд", "страница", "графа", "лист")
_ENCLOSURES = ("table", "tables", "form", "forms", "list", "spreadsheet")
"""Papers that say what the paper says to which they are attached."""
_IN_NAMES = ("post", "bulletin", "register", "telegram", "record", "report")
"""Papers that are part of an outlet's name where they have a capital: «the Primer Post»."""
_PARTS = ("article", "clause", "paragraph", "section", "пункт", "статья", "часть")
_ENCLOSED = regex(r"(?:attached|accompanying|enclosed|приложенн\w+) $")
_NO_MODIFIER = regex(r"\s(?:of|in|an?|the|than|for)\s")
_DECIDED = ("решение", "контракт", "договор", "contract", "agreement", "article", "section", "decision", "закон", "law")
"""Papers that a sentence names as often without showing them: a pronoun is seldom theirs."""
_DEEDS = ("решение", "decision")  # what somebody takes rather than writes
_NAMED_BEFORE = 900  # characters back in which "the document" was called what it is
_VERBAL = regex(r"^(?:has|have|had|was|were|is|are)(?: \w+)?\s")


class PaperNamer(OutletNamer):
    """Names the papers of one document."""

    def _account(self, raw: str) -> Holder | None:
        """The outlet whose report, named before, is spoken of as «the report»."""
        if self.memory.outlet is None or not self.grammar["account"].fullmatch(LEADING.sub("", raw.strip(" ,.;:"))):
            return None
        words = [self.grammar.nominative.get(w, w) for w in self.grammar.word.findall(raw)]
        return None if any(w in self.memory.documents for w in words) else self.memory.outlet

    def _document(self, start: int, end: int, outlets: list[Mention]) -> Holder | None:
        start += self._wording(start, end)
        raw = LEADING.sub("", self.lower[start:end])
        raw = _VERBAL.sub("", raw) if self.grammar.language == "en" else raw
        russian = self.grammar.language == "ru"
        folded = " ".join([self.grammar.nominative.get(w, w) for w in raw.split()[:4]]) if russian else raw
        matched = self.grammar.documents.search(folded[:60])
        if not matched or (russian and matched.start() > 24):
            return None
        before = folded[: matched.start()]
        if russian and self.grammar["anonymous"].search(before):
            return None
        if len(before.split()) > _MODIFIERS or _NO_MODIFIER.search(before):
            return None
        noun = matched.group() if russian else self.grammar.nominative.get(matched.group(), matched.group())
        if noun in _IN_NAMES and noun.title() in self.text[start:end]:
            return None
        given = [h for n, h in self.memory.documents.items() if n == noun]
        if given and (len(given[-1].links) > 1 or self.memory.handed(given[-1])):
            return given[-1]
        enclosed = noun in _ENCLOSURES and _ENCLOSED.search(before)
        if (noun in _ATTACHED or enclosed) and self.memory.document:
            return self.memory.document
        if noun in _PARTS:
            whole = self._named_before(start)
            known = self.memory.documents.get(whole) or self.memory.document
            return known if known or not whole else Holder((whole,), "document", whole, start, end)
        if noun in ANNEXED and self.memory.document and noun != self.memory.document.key:
            return self._annexed(noun, self.memory.document)
        if noun in GENERIC and (not _INDEFINITE.match(raw) or (_ENCLOSED.search(before) and self._is_handed())):
            named = self.memory.document
            if named and named.key not in NOTES and (named.key not in _HEAPS or len(named.links) > 1):
                return named
            earlier = noun in _TEXT and self._named_before(start)
            seen = [self.name_of(outlets[-1])] if outlets else []
            return Holder((earlier or noun, *seen), "document", earlier or noun, start, end)
        links: tuple[str, ...] = (noun,)
        adjective = self.grammar["determiner"].sub("", raw[: raw.find(noun)]) if noun in raw else ""
        if self.grammar.language == "en" and adjective and len(adjective) < 24 and "," not in adjective:
            at = self.lower.find(noun, start)
            links = (clean(self.text[at - len(adjective) : at] + noun),)
        links = (self._with_owner(links[0], start, noun),) if not outlets else links
        held = self.grammar["held_by"].search(self.lower, start, min(len(self.lower), end + 60))
        if outlets:
            links += (self.name_of(outlets[-1]),)
        elif held:
            after = self.annotations.within(held.end(), held.end() + 50, "outlet")
            if after:
                links += (self.name_of(after[0]),)
            elif self.memory.outlet and re.match(
                r"the (?:outlet|newspaper|website|agency|paper)", self.lower[held.end() :]
            ):
                links += self.memory.outlet.links
            else:
                unlisted = self.outlet_named(held.end(), held.end() + LONGEST)
                links += unlisted.links if unlisted else ()
        return Holder(links, "document", noun, start, end)

    def _is_handed(self) -> bool:
        """Whether the paper named last is known through the outlet that cites it alone."""
        return bool(self.memory.document and self.memory.handed(self.memory.document))

    def _annexed(self, noun: str, paper: Holder) -> Holder:
        """A paper that belongs to one named before: «annex to the letter»."""
        between = "," if self.grammar.language == "ru" else " to the"
        name = f"{noun}{between} {paper.links[0]}"
        return replace(paper, links=(name, *paper.links[1:]), key=noun)

    def _wording(self, start: int, end: int) -> int:
        """How much of a phrase stands before a paper's own name: «the text of the law»."""
        leading = LEADING.match(self.lower[start:end])
        skipped = leading.end() if leading else 0
        found = self.grammar["wording"].match(self.lower[start + skipped : end])
        return skipped + found.end() if found else 0

    def _with_owner(self, name: str, start: int, noun: str) -> str:
        """A paper's name with the office on whose site it stands or from which it comes."""
        behind = self._behind(noun, start)
        owner = self.grammar["paper_of"].match(self.lower, behind) if behind >= 0 else None
        if owner is None or self.annotations.within(owner.start(), owner.end(), "outlet"):
            return name
        longer = clean(name + self.text[owner.start() : owner.end()])
        return longer if len(longer) <= LONGEST else name

    def _behind(self, noun: str, start: int) -> int:
        """Where a paper's noun ends in the text, in whatever case it stands there; or -1."""
        if self.grammar.language == "en":
            at = self.lower.find(noun, start, start + LONGEST)
            return at + len(noun) if at >= 0 else -1
        words = self.grammar.word.finditer(self.lower, start, start + LONGEST)
        return next((w.end() for w in words if self.grammar.nominative.get(w.group(), w.group()) == noun), -1)

    def _named_before(self, start: int) -> str:
        """What the last paper before a place was called; or ""."""
        begin = max(0, start - _NAMED_BEFORE)
        found = self.grammar.documents.finditer(self.lower, begin, start)
        earlier = [m.group() for m in found if not self.lower.endswith("into ", begin, m.start())]
        specific = [n for n in earlier if self.grammar.nominative.get(n, n) not in (*GENERIC, *_DEEDS)]
        return self.grammar.nominative.get(specific[-1], specific[-1]) if specific else ""

    def ordering(self, before: int) -> Holder | None:
        """The order, decree or letter that was named last, a little before a place."""
        found = list(self.grammar["ordering"].finditer(self.lower, max(0, before - _ORDERED), before))
        if not found:
            return None
        noun = self.grammar.nominative.get(found[-1].group(), found[-1].group())
        known = self.memory.documents.get(noun)
        return known or (
            Holder((noun,), "document", noun, *found[-1].span()) if noun in self.grammar.document_noun else None
        )

    def shown(self, span: tuple[int, int], pronoun: str) -> Holder | None:
        """The last paper that a sentence names, if a pronoun can mean it: «it», «в ней»; any notice for none."""
        for found in reversed(list(self.grammar.word.finditer(self.lower, *span))):
            noun = self.grammar.nominative.get(found.group(), found.group())
            if self.grammar.language == "ru" and found.group() in self.grammar.document_noun:
                noun = found.group()
            if noun in self.grammar.document_noun and noun not in _DECIDED and self._fits(noun, found.group(), pronoun):
                return self.memory.documents.get(noun) or Holder((noun,), "document", noun, *found.span())
        return None

    def _fits(self, noun: str, written: str, pronoun: str) -> bool:
        """Whether a paper has the number and gender of a pronoun."""
        if not pronoun:
            return bool(self.grammar["notice"].search(noun))
        if self.grammar.language == "en":
            return noun.endswith("s") == (pronoun == "they")
        several = noun.endswith(("ы", "и", "ия")) and written != noun
        if pronoun in ("нем", "нём", "он", "оно"):
            return noun.endswith(("о", "е")) or noun[-1] not in "аяиы"
        if pronoun in ("ней", "неё", "нее", "она"):
            return noun.endswith(("а", "я"))
        return several
