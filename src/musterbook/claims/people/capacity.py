"""In what capacity somebody is named: public office, public voice, or private.

In: a text and the span of a name. Out: a role with the words that give it, or nothing where
the words around the name are silent. Never decides by the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.people.lexicon import is_nominative, is_oblique, name_lexicon
from musterbook.expressions import regex
from musterbook.vocabulary.expressions import compiled

_TITLE = 45  # characters beyond which words before a comma are a clause and no title
_REACH = 120  # characters on either side in which a title or an apposition is looked for
_BREAK = regex(r"[.!?;:«»\"“”()\n\[\]—–/]")
_OPENING = regex(r"\s?[,(—–]\s*(?:[—–]\s*)?|\s+(?:—|–|-)\s+")
_QUOTED = regex(r"[«“\"‘']([\w-]{3,24}(?: [\w-]{1,24}){0,3})[»”\"’']")
_SHORTENED = regex(r"(?<=\b)(gov|sen|rep|gen|col|adm|maj|lt)\.(?=\s)")
_PREDICATE = regex(r"\s(?=who\b|a\b|an\b|is an?\b|is the\b|was an?\b|was the\b|teaches\b|taught\b|heads\b|chairs\b)")
_ONE_OF = regex(r"\b(?:one of them|один из них|одна из них|одного из них|одной из них|одним из них)\s*$")
_MEMBER = regex(r"\s(?:of|at|with|from|из)\s[^,.;:\n]{4,60}")
_KIN = regex(
    r"(?:сын|муж|брат|отец|дочь|жена|мать|сестра|вдова|внук|внучка|племянни(?:к|ца)|водитель|охранник|помощник|сосед"
    r"|супруга?|братья|с[её]стры|сыновья|дети|родители|родственники|друзья|зять|тесть|двоюродный|друг|подруга|повар|родственни(?:к|ца))"
)
_FROM = (" from ", " for ", " to ", " by ", " with ", " against ", " about ", " on ")
_SEVERAL = regex(
    r"(?:адвокаты|юристы|журналисты|правозащитники|активисты|представители|помощники|директора|редакторы)$"
)
_POST = regex(r"(?<!\w)(?:пост|должност|кресл)[а-яё]{0,3} $")  # what somebody takes or leaves has its title in it
_OFFICE = regex(r"\b(?:post|office|seat|job|position) of (?:the )?$")
_MANY = regex(r"(?:ами|ями|ам|ям|ах|ях)$")
_WITH = regex(r"(?<!\w)(?:с|со|перед|для|ко?|у|от|при) $")
_APART = regex(r"(?<!\w)(?:с|со|перед|ко?|у|от) ")
"""Words after which another is named: «встреча жителей с комиссаром Иваном Примеровым»."""
_CREDIT = regex(
    r"(?:\b(?:photo|text|words|story|report|posted|reporting|editing|interview|translation|translated|written) by"
    r"|photo:|(?<!на )фото:?"
    r"|автор:?|текст:?)\s*$"
)
_MYSELF = regex(r"\b(?:i['’]m|this is|i am|меня зовут)\s*$")
_GREETING = 500  # characters at the head of a text in which its author may introduce himself
_BYLINE = ("by", "by:", "от редакции:")
_CLAUSE = regex(r"(?:котор\w+|чь[яёеию]\w*|где|who|whose|whom) ")
_IS = regex(
    r"(?:котор\w+|who) (?:[\w-]+ ){0,2}(?:явля|возглав|руковод|служ|работа|занима|был|назнач|представля"
    r"|is|was|are|were|has been"
    r"|heads?\b|led|leads|chairs|runs|works?|worked|serves?|served|teaches|taught|advises|represents|holds|held|became|covers)"
)
_RUNS = regex(
    r"(?:who|котор(?:ый|ая)) (?:[\w-]+ ){0,3}?(?:run|ran|runs|head(?:ed|s)?|led|leads|govern(?:ed|s)?|chair(?:ed|s)?"
    r"|возглавля\w+|возглавил\w*|руковод\w+|управля\w+) (?:the )?(?:[\w-]+ ){0,3}?(?:district|city|town|municipality"
    r"|region|ministry|department|administration|council|assembly|duma|committee|commission|agency|directorate"
    r"|commissariat|headquarters|government|faction|район|округ|город|област|министерств|департамент"
    r"|администраци|дум)(?:ом|ой|ью|у|ю|а)?(?![\w'’])"
)
"""A clause that says what body somebody runs, without a word for his office."""
_STUDIES = regex(
    r"(?:who|котор(?:ый|ая)) (?:[\w-]+ )?(?:studie[sd]|research(?:es|ed)|speciali[sz](?:es|ed) in|tracks|monitors"
    r"|analy[sz]es|writes about|изучает|исследует|специализируется|пишет о|(?:leads|heads|directs|chairs|founded|edits"
    r"|возглавляет|основал|основала) [^,.;]{0,50}?(?:institute|cent(?:er|re)|think[ -]tank|university|ngo|foundation"
    r"|movement|research|институт|центр|университет|нко|фонд|движени|проект))(?!ed)"
)
"""A clause that says what somebody studies or leads outside of office, without a word for his trade."""
_VERB = regex(r"who (?:[\w-]+ ){0,3}?(?:heads|chairs)")
_AGENCY = regex(r"\s*/\s*[A-ZА-ЯЁ]")
_ADDRESSEE = regex(r"\b(?:журналист|корреспондент|читател|подписчик)(?:ам|у|ке|ами)\b|\b(?:told|tells) \w+s\b")


_MET = regex(
    r"^.*\b(?:(?:spoke|talked|met|speaking|talking|spoken) (?:to|with)|interviewed|visited|contacted|met|reached)(?!\w)"
    r"|^.*(?<!\w)(?:поговорил|побеседовал|пообщал|встретил|связал|созвонил|переговорил|виделись|увидел|разыскал|навестил|"
    r"расспросил|опросил|спросил|нашёл|нашел|нашл)[аи]?(?:сь|ся)?(?: со?| у)?(?!\w)"
)
"""Whoever met somebody, up to the verb: what he is, the other is not."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """A role and the words that give it."""

    role: str
    position: str


@dataclass(frozen=True, slots=True)
class _Words:
    role: re.Pattern[str]
    acts: re.Pattern[str]
    done: re.Pattern[str]
    outside: re.Pattern[str]


@lru_cache(maxsize=4)
def _words(language: str) -> _Words:
    lexicon = name_lexicon(language)
    tail = r"(?:e?s|men|women)?\b" if language == "en" else r"(?!и?ат)\w*"
    kinds = []
    for kind in ("private", "voice", "office"):
        options = _alternatives(getattr(lexicon, kind))
        kinds.append(f"(?P<{kind}>(?:{options}){tail})")
    acts = compiled(rf"^.*\b(?:{_alternatives(lexicon.acts)})(?!\w)(?! by\b)")
    return _Words(
        compiled(rf"\b(?:{'|'.join(kinds)})"),
        acts,
        compiled(lexicon.done),
        compiled(rf"\b(?:{_alternatives(lexicon.outside)})"),
    )


def _alternatives(words: Iterable[str]) -> str:
    """The longest first, and in every run in the same order, so that an expression is the one that was kept."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def capacity_of(text: str, lower: str, start: int, end: int, language: str, floor: int = 0) -> Capacity | None:
    """What the words beside a name say of its bearer, or None.

    Args:
        text: The reading's text.
        lower: The same in lower case.
        start: Where the name begins.
        end: One past its end.
        language: Of the text.
        floor: Where the name before it ends: what stands before that is said of another.
    """
    line = text.rfind("\n", 0, start) + 1
    if _CREDIT.search(lower, max(line, start - 20), start) or _AGENCY.match(text, end):
        return Capacity("voice", "")
    if start - line < 14 and lower[line:start].strip() in _BYLINE:
        return Capacity("voice", "")
    if start < _GREETING and _MYSELF.search(lower, max(line, start - 20), start) and not _quoted(text[:start]):
        return Capacity("voice", "")
    spoken = "ru" if language == "ru" else "en"
    before, after = _before(text, lower, (floor, start), spoken), _after(text, lower, end, spoken)
    apposed = lower[max(0, start - 2) : start].strip() == ","
    return (after or before) if apposed and before and len(before.position) > _TITLE else (before or after)


def _quoted(before: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    return any(before.count(a) > before.count(b) for a, b in ("“”", "«»")) or before.count('"') % 2 == 1


def _before(text: str, lower: str, room: tuple[int, int], language: str) -> Capacity | None:
    start = room[1]
    floor = max(text.rfind("\n", 0, start) + 1, start - _REACH, room[0])
    window = _SHORTENED.sub(r"\1 ", _QUOTED.sub(r" \1 ", lower[floor:start]))
    breaks = [m.end() for m in _BREAK.finditer(window.rstrip(" ,:"))]
    begin = floor + (breaks[-1] if breaks else 0)
    phrase = window[begin - floor :]
    apposed = phrase.rstrip().endswith((",", ":"))
    parts = phrase.rstrip(" ,:\n").split(",")
    inner = parts[-1]
    told = _ADDRESSEE.sub(_blank, _words(language).acts.sub(_blank, _MET.sub(_blank, inner)))
    done = _words(language).done
    matches = [
        m
        for m in _words(language).role.finditer(told)
        if not done.match(inner, m.end()) or _POST.search(inner, 0, m.start())
    ]
    if language == "en" and len(matches) > 1:
        written = text[start - len(phrase) :][: len(phrase)]
        shift = len(",".join(parts[:-1])) + (1 if len(parts) > 1 else 0)
        matches = [m for m in matches if not _of_body(m, written[shift:])] or matches
    if language == "en" and phrase.endswith(_FROM):
        matches = [m for m in matches if _OFFICE.search(inner, 0, m.start())]  # not in «a letter to the editor from X»
    if language == "ru" and matches and not is_nominative(text[start:].split(maxsplit=1)[0]):
        matches = [m for m in matches if m.end() < len(inner.rstrip()) or not _SEVERAL.search(m.group())]
    if language == "ru" and matches and is_nominative(text[start:].split(maxsplit=1)[0]):
        matches = [m for m in matches if not _WITH.search(inner, 0, m.start())]
    earlier = _ONE_OF.search(inner)
    if not matches and earlier:
        # «Two deputies voted against. One of them, X, …»: the noun is in the sentence before.
        inner, apposed = lower[max(0, begin - _REACH) : begin], True
        matches = list(_words(language).role.finditer(inner))[-1:]
        if matches:
            return _capacity(matches[0], inner, text[begin - len(inner) + matches[0].start() : begin], language)
    if language == "ru" and len(matches) > 1:
        matches = _of_one(inner, matches)
        if len(matches) > 1 and _KIN.fullmatch(matches[0].group()) and is_oblique(text[start:].split(maxsplit=1)[0]):
            matches = matches[1:]  # «дочь губернатора Ивана Примерова»
    if not matches:
        return None
    chosen = matches[-1] if language == "en" and not apposed else matches[0]
    if language == "ru" and len(matches) > 1:
        verb = max((inner.rfind(f" {v} ") for v in name_lexicon("ru").speech), default=-1)
        later = [m for m in matches if m.start() > verb]
        chosen = later[0] if later else chosen
    offset = start - len(phrase) + len(",".join(parts[:-1])) + (1 if len(parts) > 1 else 0)
    return _capacity(chosen, inner, text[offset + chosen.start() : start], language)


def _of_body(matched: re.Match[str], written: str) -> bool:
    """Whether a word for private people is part of a body's name: «the Border Guard Service»."""
    following = written[matched.end() + 1 : matched.end() + 2]
    return matched.lastgroup == "private" and following.isupper() and written[matched.start()].isupper()


def _of_one(inner: str, matches: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Those Russian nouns that can be an apposition to one person: «на встрече с ветеранами мэр Иван Примеров».

    What stands right before the name is the last to go: «встреча жителей с комиссаром Иваном Примеровым».
    """
    last = matches[-1]
    left = [m for m in matches if not _MANY.search(m.group()) and (m is last or not _WITH.search(inner, 0, m.start()))]
    if last in left and _APART.search(inner, left[0].end(), last.start()):
        left = [m for m in left if not _APART.search(inner, m.end(), last.start())]
    return left or list(matches)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _after(text: str, lower: str, end: int, language: str) -> Capacity | None:
    member = _MEMBER.match(lower, end)
    if member and _words(language).outside.search(member.group()):
        return Capacity("voice", text[end : member.end()].strip())
    opening = _OPENING.match(text, end)
    who = _PREDICATE.match(lower, end) if not opening else None
    at = opening.end() if opening else (who.end() if who else -1)
    if at < 0:
        return None
    stop = re.compile(r"[,.;:)»\"“”\n]|\s[—–-]\s").search(text, at)
    until = min(stop.start() if stop else len(text), at + _REACH)
    phrase = lower[at:until]
    matched = _words(language).role.search(phrase)
    if matched and _VERB.fullmatch(phrase, 0, matched.end()) and not _words(language).outside.search(phrase):
        matched = _words(language).role.search(phrase, matched.end())  # «who heads a shop floor» tells of no office
    runs = None if matched else _RUNS.match(phrase)
    if runs and not _words(language).outside.search(phrase):
        return Capacity("office", text[at + len(phrase.split()[0]) : at + runs.end()].strip())
    if _STUDIES.match(phrase):
        return Capacity("voice", text[at + len(phrase.split()[0]) : until].strip())
    if not matched or (_CLAUSE.match(phrase) and not _IS.match(phrase)):
        return None
    if re.search(r"\b[A-ZА-ЯЁ][a-zа-яё]+ [A-ZА-ЯЁ][a-zа-яё]+", text[at + matched.end() : until]) and phrase.startswith(
        ("and ", "along ", "as ", "и ", "а ", "while ")
    ):
        return None
    if phrase.startswith(("and ", "along ", "as well", "и ", "а ", "но ", "but ", "while ", "что ", "that ", "said ")):
        return None
    return _capacity(matched, phrase, text[at:until], language)


def _capacity(matched: re.Match[str], phrase: str, position: str, language: str) -> Capacity:
    role = matched.lastgroup or "private"
    said = phrase[matched.start() :] if language == "ru" else phrase
    if role == "office" and _words(language).outside.search(said):
        role = "voice"
    return Capacity(role, position.strip(" ,:\n"))
