r"""Where a string tells how to reach somebody, or where he lives.

In: any string. Out: half-open spans of telephone numbers, e-mail addresses, handles and
profiles of social networks, number plates, cards and papers by number, and addresses of
houses. Whose they are is not asked: a report needs none of them, and no site is shown more
nearly than by its region. The address of a publication stays: a post has a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from musterbook.expressions import regex

Span = tuple[int, int]
_KEPT = 200  # characters of strings whose spans are remembered: names and titles come again and again
_S = "[ \u00a0]"
_COUNTED = rf"(?![\w%]|[.,]\d|{_S}(?:[а-яёa-z]{{4,}}|%|тыс|млн|km\b|км\b))"  # a number of something, not of a house

_MAIL = regex(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = regex(r"(?<![\w@./:])@[a-zA-Z_][\w.]{1,30}\w")
_NICK = regex(r"^[ \t]*([a-z][a-z\d]*[_.][a-z\d_.]*[a-z\d])(?=:\s)", re.M)
_NETWORKS = (
    r"vk\.com|vkontakte\.ru|ok\.ru(?:/profile)?|odnoklassniki\.ru|facebook\.com|fb\.com|instagram\.com|t\.me|telegram\.me"
    r"|twitter\.com|x\.com|tiktok\.com|linkedin\.com/in|wa\.me|threads\.net|youtube\.com"
)
_PROFILE = regex(
    rf"(?<![\w.-])(?:https?://)?(?:www\.|m\.)?(?:{_NETWORKS})/(@?[\w.+-]*\w)((?:[/?][\w?=&%/.-]*)?(?<=[\w/]))?", re.I
)
_POST = regex(r"^/(?:s/)?\d+\b|^/(?:posts?|status|videos?|p|reels?)/|^(?:wall|video|clip|topic|photo|watch|s$)", re.I)

_PHONE = regex(
    r"(?<![\w.,/+-])(?:\+\d{1,3}[ \u00a0.()-]{0,2}\d{2,5}(?:[ \u00a0.()-]{0,2}\d{1,4}){1,4}"
    r"|[78][ \u00a0-]?\(?\d{3,5}\)?[ \u00a0-]?\d{1,3}(?:[ \u00a0-]?\d{2}){2})(?![\w%]|[.,]\d)"
)
_LOCAL_PHONE = regex(
    r"(?:\bтел\w*|\bмоб\.|\btel\b|phone|\bcall|\bзвон\w+|\bномер\w*)[^\d\n;]{0,25}"
    r"(\(?\d{1,5}\)?[ -]\d{2,3}(?:[ -]?\d{2}){1,2})(?!\w)",
    re.I,
)
_CARD = regex(r"(?<![\w-])(?:(?:\d{4}[ \u00a0-]){3}\d{4}|\d{3}-\d{3}-\d{3}[ -]\d{2})(?![\w-])")
_PAPER = regex(
    r"(?:паспорт\w*|passport|инн|снилс|жетон\w*)[^\d\n;.]{0,20}(\d{2} ?\d{2}[ №N-]{0,4}\d{6}|\d{9,12})(?!\w)", re.I
)
_LETTER = "[АВЕКМНОРСТУХABEKMHOPCTYX]"
_PLATE = regex(
    rf"(?<!\w){_LETTER}(?:\d{{3}}{_LETTER}{{2}}(?:{_S}?\d{{2,3}})?| \d{{3}} {_LETTER}{{2}} \d{{2,3}})"
    rf"(?:{_S}?RUS)?(?!\w)"
)

_HOUSE = rf"(?:д\.|дом[аеу]?)?{_S}?№?{_S}?\d{{1,4}}(?:/\d{{1,3}})?(?:{_S}?[«\"]?[А-Жа-ж][»\"]?(?!\w))?"
_FLAT = (
    rf"(?:,?{_S}(?:корпус|корп\.|к\.|стр\.|строение){_S}?\d+\w?)?"
    rf"(?:,?{_S}(?:кв\.|квартир\w+|оф\.|комн\.|комнат\w+){_S}?\d+)?"
)
_WAY = (
    r"(?:[уУ]л\.|[уУ]лиц(?:[аеыу]|ей)|[пП]р-т|[пП]росп\.|[пП]роспект[аеу]?|[пП]ер\.|[пП]ереул\w+|[бБ]-р|[бБ]ульвар\w?"
    r"|[пП]лощад[ьи]|[шШ]оссе|[нН]аб\.|[нН]абережн\w+|[пП]роезд\w?|[мМ]кр-?н?\.?|[мМ]икрорайон\w?)"
)
_STREET_RU = regex(
    rf"(?<!\w){_WAY}{_S}(?:[«\"]?[А-ЯЁ\d][\w.»\"-]*{_S}?){{1,4}}?,?{_S}?{_HOUSE}{_FLAT}{_COUNTED}"
    rf"|(?<!\w)[А-ЯЁ][\w-]+(?:ая|ой|ую|ий|ого|ому|ом|ый){_S}{_WAY},?{_S}?{_HOUSE}{_FLAT}{_COUNTED}"
    rf"|(?<!\w)(?:д\.|дом[аеу]?){_S}?\d{{1,4}}\w?,?{_S}(?:кв\.|квартир\w+){_S}?\d+"
)
_ROAD = r"(?:Street|St\.|Avenue|Ave\.|Road|Lane|Prospekt|Prospect|Boulevard|Square|Drive|Highway|Embankment)"
_ROOM = r"(?:,? (?:[aA]pt|[aA]partment|[fF]lat)\.? ?#?\d+)?"
_NAMED = r"(?:[A-Z][\w'’-]+ ){1,3}"
_STREET_EN = regex(
    rf"(?<![\w.,-])\d{{1,4}}[A-Za-z]?(?:/\d+)?,? {_NAMED}{_ROAD}(?!\w){_ROOM}"
    rf"|(?<!\w){_NAMED}{_ROAD},? (?:house |No\. ?)?\d{{1,4}}(?:/\d+)?[A-Za-z]?{_ROOM}{_COUNTED}"
    r"|\b(?:[uU]litsa|[uU]l\.|[pP]rospekt|[pP]ereulok) "
    rf"(?:[A-Z][\w'’-]+ ?){{1,3}}?,? ?(?:d\. ?)?\d{{1,4}}{_ROOM}{_COUNTED}"
)
_RUN = regex(
    rf"\d(?:[\d \u00a0()-]{{4,}}\d|\d\d(?={_S}?{_LETTER}{{2}}))"
)  # where a number may stand that is long enough
_WAYS_RU = (
    "л. ", "ул.\u00a0", "лиц", "р-т", "росп", "ер. ", "ереул", "-р ", "ульвар", "лощад", "оссе",
    "аб. ", "абереж", "роезд", "кр. ", "кр-н", "икрорайон", "кв.", "квартир",
)  # fmt: skip
_WAYS_EN = (
    "Street", "St.", "Avenue", "Ave.", "Road", "Lane", "rosp", "Boulevard", "Square", "Drive", "Highway",
    "Embankment", "litsa", "l. ", "ereulok",
)  # fmt: skip
_SITES = (".com/", ".me/", ".ru/", ".net/")


def contacts(text: str) -> tuple[Span, ...]:
    """The spans of everything by which somebody can be reached or found, in order, not overlapping.

    >>> [text[s:e] for text in ("call +7 900 000-00-00 or write to a@example.org",) for s, e in contacts(text)]
    ['+7 900 000-00-00', 'a@example.org']
    >>> contacts("45 000 рублей, https://t.me/primer/123")
    ()
    """
    return _remembered(text) if len(text) <= _KEPT else _contacts(text)


@lru_cache(maxsize=16384)
def _remembered(text: str) -> tuple[Span, ...]:
    return _contacts(text)


def _contacts(text: str) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted({*_online(text), *_by_number(text), *_houses(text)}):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def _online(text: str) -> Iterator[Span]:
    for start, end in _around(text, ("@",), 60, 60):
        yield from (m.span() for m in _MAIL.finditer(text, start, end))
        yield from (m.span() for m in _HANDLE.finditer(text, start, end) if len(m[0]) < len(text))
    if "_" in text or ": " in text:
        yield from (m.span(1) for m in _NICK.finditer(text))
    for start, end in _around(text, _SITES, 40, 80) if "/" in text else ():
        for found in _PROFILE.finditer(text, start, end):
            if not any(map(_POST.match, (found[1], found[2] or ""))):
                yield found.span()


def _by_number(text: str) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        start, end = max(0, run.start() - 6), run.end() + 8
        for pattern in (_PHONE, _CARD, _PLATE):
            yield from (m.span() for m in pattern.finditer(text, start, end))
        for pattern in (_LOCAL_PHONE, _PAPER):
            yield from (m.span(1) for m in pattern.finditer(text, max(0, start - 40), end))


def _houses(text: str) -> Iterator[Span]:
    text = text.replace("\n", " ")  # an address may run over the end of a line
    for words, pattern in ((_WAYS_RU, _STREET_RU), (_WAYS_EN, _STREET_EN)):
        for start, end in _around(text, words, 60, 90):
            yield from (m.span() for m in pattern.finditer(text, start, end))


def _around(text: str, words: Iterable[str], before: int, after: int) -> Iterator[Span]:
    """Stretches of a text around certain words, as far as white space."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            start = max(0, at - before)
            yield (
                text.find(" ", start, at) + 1 if start and " " in text[start:at] else start,
                min(len(text), at + after),
            )
            at = text.find(word, at + len(word))
