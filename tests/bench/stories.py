"""Stories told by many newsrooms, made by code from a seed, with their claims.

In: how many documents, a seed. Out: read documents as a book takes them in: a report, then its copies, its
editions, its relays, its translation, with numbers and names of their own and the claims that stand in them.
Nothing in them is about anybody: regions are real, everything else is drawn by lot.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import partial

from musterbook.records import Arg, Block, Capture, Claim, Metadata, Quote, Reading, Stated
from musterbook.store import Method, ReadDocument

REGIONS = ("RU-BEL", "RU-KRS", "RU-BRY", "RU-BA", "RU-TA", "RU-SAM", "RU-LEN", "RU-VOR", "RU-ROS", "RU-PNZ")
OUTLETS = ("Kommersant", "Vedomosti", "Meduza", "Lenta.ru", "Mash", "IStories", "TASS", "Made-up Mix", "Daily Primer")
KINDS = ("source", "copy", "relay", "relay", "edition", "translation", "own", "own")
_BEGIN, _A_DAY = dt.date(2017, 1, 1), 4  # stories a day: an archive of eight years
_SYLLABLES = "ka lo mi ra ve so du ni pe ta go ri ze bu fa shi yo che".split()
_VERBS = "opened closed counted measured postponed announced repaired described visited planned".split()
_ROLES = "a foreman|the council|a clerk|the board|a driver|the depot|a teacher|the office|an engineer|a crew".split("|")
_MORE = (
    "after a long talk that nobody had asked for|before the second shift went home|because the road was shut|"
    "with neither a map nor a list at hand|as had been written on the gate|in spite of the thaw that month|"
    "while the others waited by the river|and said so to whoever would listen|without a word to the neighbours"
).split("|")
_RU = "и в на что по не из за от до для при после перед под над между через около кроме".split()


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randrange(3, 5))).capitalize() + "sk"


def _sentence(rng: random.Random, names: list[str]) -> str:
    said = f"{rng.choice(_ROLES)} in {rng.choice(names)} {rng.choice(_VERBS)} {rng.randrange(2, 9000)} {_name(rng)} "
    words = " ".join("".join(rng.choice(_SYLLABLES) for _ in range(rng.randrange(1, 4))) for _ in range(9))
    return f"{said[0].upper()}{said[1:]}{words}{f' {rng.choice(_MORE)}' if rng.random() < 0.3 else ''}."


def _russian(rng: random.Random, source: str) -> str:
    """The numbers and names of a text among other words."""
    kept = [w for w in source.split() if w[0].isdigit() or w.endswith("sk")]
    return " ".join(f"{rng.choice(_RU)} {rng.choice(_RU)} {word}" for word in kept) + "."


def story(rng: random.Random, number: int) -> Iterator[tuple[str, str, str, dict[str, str], tuple[str, ...]]]:
    """(kind, language, text, what is stated, who is cited) of each document of a story."""
    names = [_name(rng) for _ in range(6)]
    sentences = [_sentence(rng, names) for _ in range(9)]
    first = _BEGIN + dt.timedelta(days=number // _A_DAY)
    newsroom = rng.choice(OUTLETS[:7])
    for n, kind in enumerate(KINDS):
        outlet = newsroom if kind in ("source", "edition") else rng.choice(OUTLETS)
        day = first + dt.timedelta(days=n // 3)
        address = f"https://example.org/{number}/{0 if kind == 'edition' else n}"
        stated = {"publisher": outlet, "published": day.isoformat(), "address": address}
        body, cited, language = list(sentences), (), "en"
        if kind == "copy":
            body = [*sentences[:7], _sentence(rng, names)]
        elif kind == "relay":
            body, cited = [*sentences[:2], *(_sentence(rng, names) for _ in range(6))], (newsroom,)
        elif kind == "own":
            body = [_sentence(rng, [_name(rng)]) for _ in range(9)]
        elif kind == "edition":
            body = ["Mobile edition.", *sentences]
        text = " ".join(body)
        if kind == "translation":
            text, language = _russian(rng, text), "ru"
        yield (
            kind,
            language,
            f"{text} Support {outlet} with a small gift so that we can go on with this work.",
            stated,
            cited,
        )


def _claims(rng: random.Random, reading: Reading, doc: str, day: str, cited: tuple[str, ...]) -> Iterator[Claim]:
    at = 0
    make = partial(Claim, reading.capture_id, doc, language=reading.language, published=day, attribution=cited)
    for _ in range(6):
        end = at + 30
        quote = Quote(reading.id, at, end, reading.text[at:end])
        region, number = Arg("region", rng.choice(REGIONS)), rng.randrange(20, 90)
        which = rng.randrange(4)
        if which == 0:
            args = (Arg("kind", "monthly_pay"), Arg("amount", number * 1000), Arg("currency", "RUB"), region)
            yield make("pay.amount", args, quote)
        elif which == 1:
            yield make("unit.strength", (region, Arg("count", number * 10), Arg("date", day)), quote)
        elif which == 2:
            yield make("training.duration", (Arg("duration", f"P{number}D"), region), quote)
        else:
            yield make("contract.term", (Arg("duration", f"P{number % 4 + 1}Y"), region), quote)
        at = end


def documents(count: int, seed: int = 1, after: int = 0) -> Iterator[ReadDocument]:
    """So many documents, story after story, day after day; the same for the same seed.

    Args:
        count: How many.
        seed: Of everything that is drawn by lot.
        after: So many stories were published before the first of these.
    """
    rng = random.Random(seed)
    made, number = 0, after
    while made < count:
        number += 1
        said = rng.randrange(10**9)
        for n, (kind, language, text, stated, cited) in enumerate(story(rng, number)):
            if made == count:
                return
            made += 1
            name = f"{seed}/{number:06}-{n}.txt"
            metadata = Metadata(tuple(Stated(k, v, "manifest") for k, v in stated.items()))
            capture = Capture(name, text.encode(), "text/plain", metadata, "utf-8")
            reading = Reading(capture.id, text, language, True, (Block("body", 0, len(text)),))
            own = random.Random(said if kind != "own" else rng.random())
            claims = tuple(_claims(own, reading, name, stated["published"], cited))
            yield ReadDocument(capture, reading, claims, method=Method("bars", "made", "1"))
