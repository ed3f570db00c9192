"""Outlets that no vocabulary knows, by how the text names them.

In: a span of a text. Out: a `Holder`, or the name of an addressee; None where nothing shows that an outlet is named.
Never takes a place, a body or a person for one.
"""

from __future__ import annotations

import re

from musterbook.claims.attribution.cased import in_case, nominative
from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.pronouns import Referrer
from musterbook.expressions import regex

_OUTLET_NAME = regex(r"\s(?:[«“\"]([^»”\"\n]{2,40})[»”\"]|((?:[A-ZА-ЯЁ\d][\w.-]*\w ?){1,4})(?<! ))")
IN_QUOTES = regex(r"[«“\"]([A-ZА-ЯЁ][\w.-]+(?: [\w.-]+){0,3})[»”\"]")
_CAPITALS = regex(
    r"(?:[Tt]he )?((?!(?:The|A|An|He|She|They|It|We|I|Two|Three|Four|Last|This|That|Our|His|Her|Its|Their|In|On|At"
    r"|To|As|By|For|From|If|But|And|Not|No|You|How|What|When|Where|Why|Who|Which) )"
    r"[A-Z][\w’&-]+(?: (?:of|for|and|[A-Z][\w’&-]*\w))*(?<! of)(?<! for)(?<! and))(?![\w’])"
)
_KIND = 20  # characters of a word for outlets before a name in quotation marks
_CASES = regex(r"(?:ом|[ауе])$")  # of a name in a consonant: «по данным ПримерИнформа»
_LONG = 45  # characters of a name
_GOVERNING = 40  # characters before a name in which the words that govern it stand
_NO_OUTLETS = ("region", "place", "unit", "office", "group", "force", "date", "facility", "title")


class OutletNamer(Referrer):
    """Names the outlets of one document that are on no list."""

    domains: list[tuple[int, int]]
    _introduced: dict[str, str]
    _acronyms: set[str]
    _in_quotes: tuple[str, ...]

    def _self_named(self, start: int, end: int) -> Holder | None:
        """A name that shows itself to be one: a site, an outlet introduced before, an acronym spelt out before."""
        site = next(((s, e) for s, e in self.domains if start <= s and e <= end), None)
        if site:
            return Holder((self.text[slice(*site)],), "outlet", self.lower[slice(*site)], start, site[1])
        phrase = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", self.text[start:end].strip(" ,«»“”\"'"))
        known = self._introduced.get(phrase.casefold()) or self._media(phrase)
        if known:
            return Holder((known,), "outlet", known.casefold(), start, end)
        if phrase in self._acronyms:
            return Holder((self._spelt.get(phrase, phrase),), "office", phrase.lower(), start, end)
        return None

    def _media(self, phrase: str) -> str:
        """A name that says itself that it is an outlet's: «Primer Post», «Krai.Online»; or ""."""
        forms = (phrase, _CASES.sub("", phrase)) if self.grammar.language == "ru" else (phrase,)
        return next((f for f in forms if len(f) < _LONG and self.grammar["media_name"].fullmatch(f)), "")

    def unlisted_outlet(self, start: int, end: int) -> Holder | None:
        """An outlet that the vocabulary does not know: «портал «Примерные вести»», the outlet Primer Post."""
        reporter = self.grammar["reporter_of"].match(self.text, start, end + 1)
        if reporter and not self.people_within(*reporter.span(1)):
            name = nominative(reporter.group(1), "genitive", self._in_quotes)
            return Holder((name,), "outlet", name.casefold(), start, reporter.end())
        for found in self.grammar.word.finditer(self.lower, start, end):
            if found.group() in self.grammar.outlet_noun:
                named = _OUTLET_NAME.match(self.text, found.end(), min(len(self.text), end + 40))
                if named:
                    name = named.group(1) or named.group(2)
                    self._introduced[name.casefold()] = name
                    return Holder((name,), "outlet", name.casefold(), start, named.end())
                return None
        return None

    def _quoted_name(self, start: int, end: int) -> Holder | None:
        """A phrase that is nothing but a name in quotation marks: сообщает «Примерный вестник»."""
        opened = max(0, start - 1)
        named = IN_QUOTES.match(self.text, opened if self.text[opened] in '«“"' else start)
        if named and end - named.end() <= 1 and self.lower[end - 1 : end + 1].strip(' «»“”",.:;'):
            return None
        if not named or abs(named.end() - end) > 1:
            return None
        name = self._called(named.group(1), named.start())
        return Holder((name,), "outlet", name.casefold(), start, named.end())

    def outlet_named(self, start: int, end: int) -> Holder | None:
        """A name where nothing but an outlet or a body that made something can stand: «an investigation by Primer»."""
        if self.grammar.language == "ru":
            quoted = IN_QUOTES.search(self.text, start, end)
            found = quoted if quoted and quoted.start() - start <= _KIND else None
        else:
            found = _CAPITALS.match(self.text, start, end)
        if found is None or self.people_within(*found.span(1)):
            return None
        if any(m.kind in _NO_OUTLETS and m.end >= found.end(1) for m in self.annotations.within(*found.span(1))):
            return None
        name = self._called(found.group(1), found.start()) if self.grammar.language == "ru" else found.group(1)
        self._introduced[name.casefold()] = name
        return Holder((name,), "outlet", name.casefold(), *found.span())

    def _called(self, name: str, start: int) -> str:
        """The nominative of a name in quotation marks, by the words that govern it: «по сообщению „Пепла“»."""
        if self.grammar.language == "en":
            return name
        before = self.lower[max(0, start - _GOVERNING) : start]
        for case in ("genitive", "accusative"):
            if self.grammar[f"governs_{case}"].search(before):
                return nominative(name, case, self._in_quotes)
        return name

    def told_to(self, start: int) -> tuple[str, int] | None:
        """An outlet that no vocabulary knows, as the addressee that begins at a place; and where its name ends."""
        found = self.grammar["addressee"].match(self.text, start)
        if found is None:
            return None
        begin, end = found.span("name")
        if self.people_within(begin, end):
            return None
        thing = any(m.kind in _NO_OUTLETS and m.end >= end for m in self.annotations.within(begin, end))
        if thing and not found.group("kind"):
            return None
        if self.grammar.language == "ru":
            name = found.group("name")
            if found.group("kind"):
                of_reporter = self.grammar["reporter_of"].match(self.text, begin - len(found.group("kind")) - 1)
                return nominative(name, "genitive", self._in_quotes) if of_reporter else name, found.end()
            fits = in_case(name, "dative") or name[-1:].isascii()
            return (nominative(name, "dative", self._in_quotes), found.end()) if fits else None
        name = re.sub(r"^[Tt]he ", "", found.group("name"))
        known = self._introduced.get(name.casefold())
        if not known and not found.group("kind") and " " not in name and not re.search(r"[\d.]|[a-z][A-Z]", name):
            return None
        return (known or name, end)
