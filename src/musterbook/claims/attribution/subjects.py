"""Which noun phrases of a Russian sentence can be the subject of a verb of saying.

In: spans beside a verb. Out: yes or no. Never reads who the subject is.
"""

from __future__ import annotations

from musterbook.claims.attribution.describing import TRADE, Holder
from musterbook.claims.attribution.naming import NAME
from musterbook.claims.attribution.sources import SourceReader
from musterbook.expressions import regex

_LONGEST_SUBJECT = 80  # characters of a noun phrase that nothing but its place shows to be a subject
NO_SUBJECT = regex(
    r"\W*(?:according to|citing|under|as per|(?:\w+ ){0,2}than"
    r"|whatever|whoever|whichever|however (?:much|often)|no(?! \d)(?: one)?|neither)\s"
)
"""Openings of phrases that no verb of saying has as its subject: «whatever the office says»."""
SUPPOSED = regex(
    r"(?<!\w)(?:if|unless|in case|whether"
    r"|(?:no matter|regardless of|contrary to|despite|in spite of|unlike|than|not) what)\s$"
)
"""Ends of what stands before a subject of whose words a text supposes, or sets aside, that he said them."""
_NOMINATIVE = regex(r"(?:[бвгджзклмнпрстфхцчшщ]|ник|[ая]|тель|арь|ый|ий|ой|ы|и|ие|ые)$")
_HOUSE = regex(r"\s[Вв] (?:[А-ЯЁ][а-яё]{3,}(?:ом|ем|ой|е)|[А-ЯЁ][а-яё]+ом доме)|\s(?:в|на) [А-ЯЁ][а-яё]{4,}")
_WORDS = 7  # of a subject by trade
_ADVERBS = regex(
    r"[\s\W]*(?:(?:официально|неофициально|формально|публично|открыто|между тем|тем временем|при этом"
    r"|также|теперь|сейчас|сегодня|вчера"
    r"|накануне|позже|ранее|там же|здесь же|зато|вот|так"
    r"|поначалу|сначала|потом|впрочем|кстати|вдобавок|правда|например),?\s)+"
)
_NOBODY = ("money", "percent", "duration", "date")
_SELF = ("сами", "самих", "сам", "сама", "мой", "моя", "мои", "наш", "наша", "наши", "его", "её", "ее", "их")
_THERE = ("там", "там же", "здесь же", "тут же")
_SHORTEST = 3  # letters of a noun
_OBLIQUE = regex(r"(?:ов|ев|ей|ам|ям|ами|ями|ах|ях|ого|его|ому|ему|ым|им|ой|ую|ом|ем|у|ю)$")
_VOWELS = "аеёиоуыэюяь"
_NUMERAL = regex(
    r"дв[ае]|оба|обе|три|четыре|пять|несколько|двое|трое|многие|часть|большинство|один|одна|другой|другая|втор(?:ой|ая)|трет(?:ий|ья)|перв(?:ый|ая)"
)
_CIRCUMSTANCE = regex(
    r"\s*(?:на вопрос[а-яё]*|за|для|из|из-за|от|до|без|под|над|между|после|перед|кроме|вместо|ради|благодаря)\s"
)
_SUBJECT = regex(r"\s?(?:the|an?|one|another|his|her|its|their) (?:[\w’-]+ ){0,2}")


class SubjectReader(SourceReader):
    """Judges the subjects of one document."""

    def _after_adverb(self, begin: int, at: int) -> int:
        """Where a subject begins after the adverbs before it: «официально в военкомате говорят»."""
        found = _ADVERBS.match(self.lower, begin, at)
        return found.end() if found else begin

    def _after_time(self, begin: int, at: int) -> int:
        """Where a subject begins after the time before it: «in December the newspaper wrote»."""
        found = self.grammar["opening_time"].match(self.lower, begin, at)
        return found.end() if found else begin

    def _by_trade(self, verb: str, begin: int, at: int) -> bool:
        """Whether nothing but somebody by his trade stands before a verb that only people can be the subject of."""
        words = self.grammar.word.findall(self.lower[begin:at])
        if verb in self.grammar.doubtful or not words or len(words) > _WORDS:
            return False
        heads = [w for w in words[:3] if TRADE.search(w) or w in self.grammar.person_noun]
        return bool(heads) and self._nominative_first(begin, at)

    def _in_a_house(self, begin: int, stop: int) -> bool:
        """Whether a plural verb of saying is followed by a place with a name: «сообщили в Смольном»."""
        named = _HOUSE.fullmatch(self.holders.text, begin, stop)
        verb = self.lower[max(0, begin - NAME) : begin].rstrip()
        return bool(named and verb.endswith("ли")) and not self.holders.annotations.within(begin, stop, "region")

    def house(self, begin: int, stop: int) -> Holder | None:
        """A place with a name that stands for those who sit there, beside whom they told: «в Смольном „Примеру“»."""
        found = _HOUSE.match(" " + self.holders.text[begin:stop].lstrip(' »"').rstrip(' «"'))
        named = found is not None and found.end() >= stop - begin - _SHORTEST
        seated = named and not self.holders.annotations.within(begin, stop, "region")
        return self.holders.describe(begin, stop) if seated else None

    def _subject_alone(self, begin: int, stop: int) -> bool:
        """Whether a noun phrase closes the sentence after a verb of saying and can be nothing but its subject."""
        if self.lower[stop : stop + 1] not in (".", "") or stop - begin > _LONGEST_SUBJECT:
            return False
        words = self.grammar.word.findall(self.lower[begin:stop])
        if not words or words[0] in self.grammar.plural_pronoun or words[0] in self.grammar.person_pronoun:
            return False
        if len(words[0]) < _SHORTEST or words[0].startswith(("так", "это", "эт")) or not _NOMINATIVE.search(words[0]):
            return False
        before = self.lower[max(0, begin - NAME) : begin].rstrip()
        verb = before.rpartition(" ")[2]
        plural = verb.endswith(("ли", "ют", "ят", "ут", "ат"))
        closed = before[: len(before) - len(verb)].rstrip().endswith((",", "—", "–", "-"))
        return closed and verb not in self.grammar.doubtful and plural == words[0].endswith(("ы", "и", "ие", "ые"))

    def _agrees(self, verb: str, begin: int, stop: int) -> bool:
        """Whether what follows a Russian verb in the past can be its subject by number and gender."""
        words = self.grammar.word.findall(self.lower[begin:stop])
        if not words or words[0] in ("в", "во", "на") or any(map(_NUMERAL.match, words[:3])):
            return True  # «рассказали ТАСС два источника»: whom it was told to may come first
        head = next((w for w in words[:4] if self.grammar["anonymous"].fullmatch(w)), words[0])
        if verb.endswith("л") and not head.startswith(("зам", "врио")):
            return not head.endswith(("ость", "ы", "и", "о", "ия", "ка"))
        return not verb.endswith("ли") or not head.endswith(("ость", "о", "ка", "ия"))

    def _is_sum(self, begin: int, stop: int) -> bool:
        """Whether a phrase begins with money, a share or a time, which nobody who speaks does."""
        first = next(iter(self.holders.annotations.within(begin, stop)), None)
        return bool(first and first.kind in _NOBODY and first.start - begin <= _SHORTEST)

    def _nominative_first(self, begin: int, at: int) -> bool:
        """Whether a Russian phrase begins with a noun or adjective that can be a subject."""
        words = self.grammar.word.findall(self.lower[begin:at])[:4]
        if words and _NUMERAL.fullmatch(words[0]):
            return True
        if words and TRADE.search(words[0]) and words[0] not in self.grammar.nominative:
            return True
        heads = [w for w in words if self.grammar["anonymous"].fullmatch(w)]
        first = heads[0] if heads else (words[0] if words else "")
        if words and words[0] in self.grammar.person_noun:
            return True
        if words[0] in _SELF:
            words = words[1:]
        if not first:
            return False
        masculine = words and words[0].endswith("ой") and first[-1] not in _VOWELS  # «отставной полковник»
        if words and words[0] != first and _OBLIQUE.search(words[0]) and not masculine:
            return False
        return first not in self.grammar.nominative and not _OBLIQUE.search(first)

    def _after_circumstance(self, begin: int, at: int) -> int:
        """Where the subject begins behind words that can be none: «за участие в сборах администрация обещает»."""
        if not _CIRCUMSTANCE.match(self.lower, begin, at):
            return begin
        nouns = self.grammar["anonymous"].finditer(self.lower, begin, at)
        return next((m.start() for m in nouns if m.group() not in self.grammar.nominative), begin)

    def _body_there(self) -> Holder | None:
        """The body that spoke last, where «там» stands for it."""
        last = self.holders.memory.last
        asked = self.grammar["asked_body"].search(self.lower, *self._before)
        if asked:
            stop = self.phrase_end(asked.start("body"), self._before[1])
            body = self.holders.read(asked.start("body"), stop) or self.holders.describe(asked.start("body"), stop)
            if body and body.kind in ("office", "described"):
                return body
        return last if last and last.kind in ("office", "described") else self.holders.memory.body

    def _is_clause(self, start: int, begin: int) -> bool:
        """Whether what stands before a speaker is a statement, not an adverbial or the name of a bigger speaker."""
        between = self.lower[start:begin].rstrip()
        return between.endswith((",", "”", '"', "'", "’", ";", "»", "?", "!", "—", "–"))

    def there(self, phrase: str) -> bool:
        """Whether a phrase stands for the body that was named before."""
        return phrase.strip() in _THERE

    def circumstantial(self, begin: int, at: int) -> bool:
        """Whether a phrase opens with words that can be no subject: «за подписание контракта обещают»."""
        return bool(_CIRCUMSTANCE.match(self.lower, begin, at))

    def _did(self, verb: str, begin: int, at: int) -> Holder | None:
        """The subject of the verb before «and said»: «the clerk laughed and said»."""
        noun = (
            self.grammar["anonymous"].search(self.lower, begin, at) if self.lower.endswith(" and", begin, at) else None
        )
        if noun is None or verb in self.grammar.doubtful or not _SUBJECT.fullmatch(self.lower, begin, noun.start()):
            return None
        return self.holders.read(begin, noun.end())
