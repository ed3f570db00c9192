"""The words by which site furniture, credits, bylines and datelines are known.

In: one paragraph as text. Out: what it is, or an empty string where it may be anything.
Never does: judge by a paragraph's place; `blocks` does that. When unsure the answer is "".
"""

from __future__ import annotations

import re
from typing import Final

from musterbook.expressions import regex

SHORT: Final = 240  # characters; longer paragraphs are only tested for appeals


def _any(lines: str) -> str:
    """The alternatives of a regular expression, written one a line."""
    return "(?:" + "|".join(line.strip() for line in lines.strip().splitlines()) + ")"


# whole paragraphs, casefolded and without the punctuation around them
PHRASES: Final = frozenset(
    " ".join(phrase.split())
    for phrase in re.split(
        r"\|",
        """
    subscribe|subscribe now|subscribe today|subscribe to our newsletter|subscribe to our channel|donate|donate now|
    donate today|share|share this|share this article|share article|share on facebook|share on twitter|
    share on telegram|tweet|facebook|twitter|x|telegram|whatsapp|vkontakte|vk|email|e-mail|print|print this page|
    copy link|link copied|save|saved|bookmark|comment|comments|leave a comment|add comment|no comments|reply|
    sign in|sign up|log in|login|register|my account|account|logout|log out|menu|home|homepage|search|close|skip|
    skip to content|skip to main content|skip to navigation|back to top|top|next|previous|prev|continue|
    continue reading|read more|read more...|more|see more|show more|load more|view more|learn more|find out more|
    read also|read next|related|related articles|related stories|related news|related content|related posts|
    recommended|recommended for you|you may also like|you might also like|most read|most popular|popular|trending|
    latest|latest news|top stories|more stories|more news|editors' picks|editor's picks|in this story|topics|tags|
    news|world|politics|business|opinion|opinions|society|culture|sport|sports|economy|war|video|videos|photo|photos|
    podcast|podcasts|podcast|newsletter|newsletters|about|about us|contact|contacts|contact us|advertise|
    advertisement|advertising|ad|sponsored|sponsored content|promoted|careers|jobs|help|faq|sitemap|rss|privacy|
    privacy policy|cookie policy|cookies|cookie settings|terms|terms of use|terms of service|terms and conditions|
    accept|accept all|accept cookies|accept all cookies|reject|reject all|manage cookies|i agree|got it|
    not ready to support today?|remind me later|remind me next month|remind me later.|support us|support our work|
    become a member|join us|join|join now|unsubscribe|view in browser|view this email in your browser|
    forward to a friend|update your preferences|manage preferences|follow|follow us|listen|listen to this article|
    watch|watch live|live|play|download|download pdf|pdf|translate|en|ru|english|русский|українська|ru en|en ru|
    all rights reserved|payment methods|once|monthly|annual|per month|other amount|
    подписаться|подписывайтесь|подпишитесь|подписка|подписаться на рассылку|подписаться на канал|поделиться|
    поделитесь|поделиться ссылкой|скопировать ссылку|ссылка скопирована|вконтакте|вк|одноклассники|фейсбук|твиттер|
    телеграм|дзен|вотсап|комментарии|комментировать|оставить комментарий|добавить комментарий|нет комментариев|
    войти|вход|регистрация|зарегистрироваться|личный кабинет|выйти|меню|главная|поиск|найти|закрыть|наверх|далее|
    дальше|назад|вперёд|вперед|ещё|еще|читать далее|читать дальше|читать полностью|подробнее|узнать больше|
    показать ещё|показать еще|загрузить ещё|загрузить еще|читайте также|читайте ещё|читайте еще|смотрите также|
    по теме|материалы по теме|новости по теме|другие новости|другие материалы|ещё по теме|еще по теме|похожие новости|
    рекомендуем|рекомендации|популярное|самое читаемое|самое популярное|главное|главное за день|последние новости|
    лента новостей|все новости|новости|новости партнёров|новости партнеров|новости сми2|политика|экономика|общество|
    культура|спорт|происшествия|бизнес|мнения|в мире|россия|мир|видео|фото|фотогалерея|подкасты|рассылка|
    архив рассылок|рассылки|о нас|о проекте|о редакции|редакция|контакты|реклама|рекламодателям|на правах рекламы|
    вакансии|помощь|карта сайта|политика конфиденциальности|пользовательское соглашение|принять|принять все|
    согласен|понятно|хорошо|отклонить|поддержать|поддержать нас|поддержите нас|поддержать редакцию|пожертвовать|
    стать подписчиком|отписаться|отписаться от рассылки|открыть в браузере|посмотреть в браузере|слушать|смотреть|
    скачать|печать|распечатать|версия для печати|отправлено через|теги|метки|все права защищены|18+|16+|12+|0+|
    следите за нами|мы в соцсетях|мы в социальных сетях|наш канал в телеграме|нашли опечатку?
    """,
    )
)

_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|"
    r"(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
)
_DATE: Final = _any(
    rf"""
    (?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}
    \d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH}),?\s+\d{{4}}
    \d{{4}}-\d\d-\d\d
    \d\d?[./]\d\d?[./]\d{{4}}
    """
)
_CLOCK: Final = r"\d\d?[:.]\d\d(?::\d\d)?"
_DATELINE: Final = regex(
    r"(?:(?:published|posted|updated|last updated|date|опубликовано|обновлено|дата(?: публикации)?)\s*:?\s*)?"
    rf"(?:on\s+|[^\W\d]+(?: [^\W\d]+)?\s*[|·]\s*)?(?:\w{{2,11}},?\s+)?(?:{_CLOCK}\s*[,|]?\s*)?"
    rf"{_DATE}(?:\s*(?:г\.|года?))?"
    rf"(?:\s*[,|–—·T-]?\s*(?:at\s+|в\s+)?{_CLOCK}\s*(?:[ap]\.?m\.?)?\s*(?:[^\W\d]{{2,4}}|\(?[^\W\d]+[+-]?\d*\)?|[+-]\d\d:?\d\d)?)?"
    rf"\s*\.?\Z|{_CLOCK}(?:\s*(?:[ap]\.?m\.?|gmt|utc|msk|мск))?\Z"
    rf"|\d\d?\s+(?:{_MONTH})(?:,?\s+(?:в\s+)?{_CLOCK})\Z",
    re.I,
)
_WORD: Final = r"[A-ZА-ЯЁ][\w.’'-]*"
_NAME: Final = rf"{_WORD}(?:\s+(?:de|van|von|al|{_WORD})){{1,3}}"
_BYLINE: Final = regex(
    _any(
        rf"""
        [Bb][Yy]\s+{_NAME}(?:(?:,| and| &)\s+{_NAME})*(?:\s*[,|–—-]\s*[^.!?]{{2,60}})?
        [Bb][Yy]\s+{_WORD}(?:\s+(?:{_WORD}|and|of|the|for|in))*
        (?:Written by|Reported by|Authors?:?|Авторы?:?|Текст:|Корреспондент)\s+{_NAME}(?:(?:,| and| и)\s+{_NAME})*
        {_NAME}\.?,?\s+[Фф]ото автора\.?
        """
    )
    + r"\s*\Z"
)
_AGENCY: Final = _any(
    r"""
    TASS|Reuters|AP|AFP|EPA|EFE|dpa|Getty(?: Images)?|Shutterstock|Sputnik|RIA(?: Novosti)?|Zuma|Alamy|Imago|Anadolu
    Moskva News Agency|Kremlin(?:\.ru)?|kremlin\.ru|mil\.ru|Ministry of Defen[cs]e|Telegram|Facebook|YouTube|Unsplash
    ТАСС|РИА(?: Новости)?|Коммерсантъ?|Интерфакс|РБК|Известия|Ведомости|Лента\.ру|Газета\.Ru|АГН(?: «?Москва»?)?
    пресс-служба[^.]{0,60}|Минобороны(?: РФ)?|Global Look Press
    """
)
_OUTLET: Final = rf"(?:{_AGENCY}|(?:The\s+)?{_WORD}(?:\s+{_WORD}){{0,3}})"
_CREDIT: Final = regex(
    _any(
        rf"""
        (?:[Pp]hoto|[Ii]mage|[Cc]redit|[Pp]icture|[Ii]llustration)s?\s*(?:by|credit|courtesy of)?\s*[:©/]\s*\S.{{0,100}}
        (?:[Фф]ото|[Фф]отография|[Ии]ллюстрация|[Ии]зображение|[Сс]криншот)\s*[:©/]\s*\S.{{0,100}}
        (?:©\s*)?{_NAME}\s*/\s*{_OUTLET}(?:\s*/\s*\S.{{0,40}})?
        (?:©\s*)?(?:{_NAME}|[a-z.]+)\s*[/|]\s*{_AGENCY}(?:\s*/\s*\S.{{0,40}})?
        (?:©\s*)?{_AGENCY}(?:\s*[/|]\s*(?:{_NAME}|{_AGENCY}))?
        """
    )
    + r"\.?\Z"
)
_CAPTION_TAIL: Final = regex(rf"[.!?»”\")]\s+(?:(?:[Pp]hoto|[Фф]ото)\s*:\s*)?(?:©\s*)?{_NAME}\s*[/|]\s*{_OUTLET}\.?\Z")
_RELATED: Final = r"\s*[:：—–]\s*\S"


def _by_prefix(lines: str, tail: str = "") -> dict[str, re.Pattern[str]]:
    """Patterns by the three plain characters with which each line begins, for a quick look-up."""
    groups: dict[str, list[str]] = {}
    for line in lines.strip().splitlines():
        pattern = line.strip()
        groups.setdefault(pattern[:3], []).append(pattern)
    return {prefix: regex(rf"(?:{'|'.join(group)}){tail}", re.I) for prefix, group in groups.items()}


_LEADS: Final = _by_prefix(
    r"""
    related(?: articles?| story| stories| news| content)?
    read (?:also|more)
    also read
    see also
    more on this(?: topic)?
    читайте (?:также|еще|ещё)
    смотрите также
    материалы? по теме
    по теме
    подробнее(?: по теме)?
    """,
    _RELATED,
)
_STARTS: Final = _by_prefix(
    r"""
    subscribe (?:to|and|for|now)\b
    sign up (?:for|to) (?:our|the|a)\b
    follow (?:us|our|\w+(?: \w+)? on (?:social|telegram|twitter|facebook|x\b))
    join (?:us on|our (?:telegram|channel))
    donate (?:to|now|today)\b
    share (?:this|on|via)\b
    support (?:us|our|independent|the [\w ’'-]{2,40}[!.]?$)
    we use cookies
    this (?:site|website) uses cookies
    this (?:email|message|newsletter) was sent
    by (?:continuing|using|clicking|subscribing)\b.{0,60}\b(?:cookies|agree|terms|privacy)
    estimated reading time\b
    reading time\b
    read the full (?:article|story)
    read (?:this|more) (?:at|on|in)\b
    copyright\b
    all rights reserved
    original(?: url| link| article| source)\s*:
    url\s*:
    source url\s*:
    click here\b
    download (?:the|our) app
    you(?: are|'re|’re)? (?:receiving|received) this
    unsubscribe\b
    view (?:this )?(?:email |message )?(?:in|online)
    advertisement\b.{0,60}$
    got a (?:tip|story)
    have a tip\b
    send us (?:a tip|your)
    found a typo
    tags?\s*:
    comments?\s*\(?\d*\)?$
    реклама\b.{0,60}$
    подп(?:исывайтесь|ишитесь|исаться)\b
    следите за (?:нами|новостями|нашими)
    читайте (?:нас|наши новости)
    присоединяйтесь к (?:нам|нашему)
    поддержите (?:нас|нашу|редакцию|независим|«)
    поддержать (?:нас|нашу|редакцию)
    сдела(?:йте|ть) пожертвование
    поделит(?:есь|ься)\b
    мы используем\b.{0,40}(?:cookie|куки)
    сайт использует\b.{0,40}(?:cookie|куки)
    этот сайт использует\b.{0,40}(?:cookie|куки)
    на сайте используются\b.{0,40}(?:cookie|куки)
    продолжая (?:пользоваться|использовать)
    время (?:чтения|на чтение)\b
    все права защищены
    при (?:перепечатке|использовании|цитировании|копировании) материал
    перепечатка (?:материалов )?(?:только|возможна|разрешена)
    оригинал(?:ьный адрес)?\s*:
    ссылка на (?:оригинал|источник)\s*:
    нашли (?:опечатку|ошибку)
    выделите (?:её|ее|ошибку|текст)
    ctrl\s?\+\s?enter
    erid\b
    рекламодатель\b
    вы получили это письмо
    чтобы отписаться
    если письмо отображается
    зарегистрировано? (?:федеральной|роскомнадзор)
    свидетельство о регистрации
    настоящий материал.{0,80}иностранн
    данный материал.{0,80}иностранн
    теги\s*:
    метки\s*:
    просмотров\b
    не хотите пропустить
    больше новостей\b.{0,60}(?:канал|telegram|телеграм)
    наш(?:\s\S+)? (?:telegram|телеграм)
    """
)
_SIGNS: Final = regex(  # furniture that begins with no letter
    r"©|\(c\)\s*\d{4}|\d+ min(?:ute)?s?(?:\.)? read\b|\d[\d.,]*[kкм]? (?:views|comments|shares|просмотр|комментар)",
    re.I,
)
_ADDRESS: Final = regex(r"(?:<?https?://\S+>?|www\.\S+|\S+@\S+\.\w{2,6})[.,]?\Z", re.I)
_TOKEN: Final = regex(r"\w+(?:_\w+)+\Z|[\W_]+\Z|[a-z]+[-_][a-z_-]+\Z")
_WORDY: Final = frozenset("0123456789\"'«“„‘([*•–—-…#<")
_DIGIT: Final = regex(r"\d")
_HAS_WORD: Final = regex(r"\w")
_BARS: Final = regex(r"[|\t·•>→]| [ /]")
_PHRASE_LONGEST: Final = max(map(len, PHRASES)) + 4
_BYLINE_STARTS: Final = frozenset(("By ", "BY ", "Wri", "Rep", "Aut", "Авт", "Тек", "Кор"))
_BAR: Final = regex(r"\s*[|/·•»>→]\s*|\s{2,}|\t")

_APPEAL_START: Final = regex(
    _any(
        r"""
        small favou?r to ask
        (?:before you go|dear reader|a message from the editor)\b.{0,200}(?:support|donat|subscri)
        \b(?:please|consider) (?:support(?:ing)?|donat(?:e|ing)) (?:us|our|the)\b
        support (?:our|independent) journalis
        нам нужна ваша (?:помощь|поддержка)
        поддержите (?:нас|нашу работу|редакцию|независимую)
        (?:оформите|подпишитесь на) (?:ежемесячн|регулярн)\w+ (?:пожертвован|донат|платёж|платеж)
        """
    ),
    re.I | re.S,
)
_APPEAL: Final = regex(
    r"\b"
    + _any(
        r"""
        your (?:support|donation|contribution)s?|support(?:ing)? us|donat(?:e|ion|ions|ing)
        (?:independent|fearless|unbiased|our) (?:journalis\w+|reporting|newsroom)|(?:our|dear) readers?
        monthly starting|small favou?r|silenced?|subscri\w+|newsletter|open journalism|undesirable organi[sz]ation
        foreign agent|set up|credit card|no matter how small|make (?:a|all the) difference
        ваш(?:а|ей|у)? (?:поддержк\w+|помощ\w+|донат\w*|пожертвован\w+)|пожертвован\w+|донат\w*
        наш(?:и|их|им) читател\w+|независим\w+ (?:журналист\w+|редакци\w+|сми|медиа)|подписк\w+|рассылк\w+
        наш(?:ей|у|а) (?:редакци\w+|работ\w+)
        """
    )
    + r"\b",
    re.I,
)
_OURS: Final = regex(r"\b(?:we|us|our|мы|нас|нам|наш\w*)\b", re.I)
_APPEAL_MARKS: Final = (  # without their first letter, which may be a capital
    "avor to ask", "avour to ask", "onat", "upport us", "upport our", "upporting us", "our support",
    "ожертв", "оддержите", "аша помощь",
)  # fmt: skip


def known_kind(piece: str) -> str:
    """What a paragraph is by its own words.

    Args:
        piece: One paragraph without white space at its ends.

    Returns:
        ``furniture`` ``byline`` ``dateline`` ``caption`` ``related`` or "".

    >>> known_kind("Подписывайтесь на наш канал"), known_kind("Reservists were called up.")
    ('furniture', '')
    """
    size = len(piece)
    if size > SHORT:
        return ""
    if size <= _PHRASE_LONGEST and piece.casefold().strip(" .!…:»«→>|") in PHRASES:
        return "furniture"
    if " " not in piece and (_ADDRESS.match(piece) or _TOKEN.match(piece)):
        return "furniture"
    prefix = piece[:3].lower()
    if prefix in _LEADS and _LEADS[prefix].match(piece):
        return "related"
    if prefix in _STARTS and _STARTS[prefix].match(piece):
        return "furniture"
    if not prefix[0].isalpha() and (_SIGNS.match(piece) or (prefix[0] not in _WORDY and not _HAS_WORD.search(piece))):
        return "furniture"
    return _edge_kind(piece) if size <= 100 or "/" in piece[-60:] or "|" in piece else ""


def _edge_kind(piece: str) -> str:
    """Dateline, byline, credit, menu or caption: what stands in short lines or behind a bar."""
    if _BARS.search(piece) and _is_menu(piece):
        return "furniture"
    if len(piece) <= 100:
        if _DIGIT.search(piece) and _DATELINE.match(piece):
            return "dateline"
        if (piece[:3] in _BYLINE_STARTS or piece.endswith(("автора", "автора."))) and _BYLINE.match(piece):
            return "byline"
        if ("/" in piece or "|" in piece or "©" in piece or ":" in piece or len(piece) < 40) and _CREDIT.match(piece):
            return "furniture"
    tailed = "/" in piece[-60:] or "|" in piece[-60:]
    return "caption" if tailed and _CAPTION_TAIL.search(piece) else ""


def starts_appeal(piece: str) -> bool:
    """True where a paragraph begins to ask the reader for money."""
    return may_appeal(piece) and bool(_APPEAL_START.search(piece)) and bool(_OURS.search(piece))


def is_appeal(piece: str) -> bool:
    """True where a paragraph speaks in the outlet's own name of its readers' support."""
    return bool(_OURS.search(piece)) and len({m[0].casefold() for m in _APPEAL.finditer(piece)}) >= 2


def may_appeal(text: str) -> bool:
    """False where no paragraph of a text can be an appeal; a fast test over the whole text."""
    return any(mark in text for mark in _APPEAL_MARKS)


def _is_menu(piece: str) -> bool:
    """True for a line of menu items between bars: "Home | News | Contact"."""
    items = [item.casefold().strip(" .!…:«»") for item in _BAR.split(piece) if item.strip()]
    return len(items) >= 2 and sum(item in PHRASES for item in items) >= 0.6 * len(items)
