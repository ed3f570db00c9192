"""Texts to measure on, made by code from a seed.

In: the project's own reports (`tests/quality/corpus`) and a seed. Out: dense reports, in which every
paragraph is about the programme, and mixed documents, of which one in a hundred is. Never the same
document twice, so that no cache flatters a figure.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

REPORTS = Path(__file__).parents[1] / "quality" / "corpus"
RELEVANT = 100  # one document in so many

_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d?(?![\d.,])")

_WHO = """
the museum|a local bakery|the school choir|the rowing club|our neighbour|the weather service|the
city council|the ministry of culture|a small publisher|the regional library|the botanical garden|the
orchestra|a team of geologists|the ferry company|the chess federation|the government's statistics
office|a group of students|the dairy cooperative
""".split("|")
_DID = """
has opened|will repair|is planning|announced|has measured|described|postponed|is looking for|has
restored|counted|presented|wants to extend|sold|has planted|recorded|explained|reported on|compared
""".split("|")
_WHAT = """
a new reading room|the old clock tower|its spring concert|forty kilometres of footpath|the price of
rye bread|a collection of maps|the summer timetable|a record harvest of apples|the roof of the
swimming hall|the first snow|two paintings by an unknown master|a course in bookbinding|the tide
tables|an exhibition of toys|the migration of cranes|a quarterly survey of shops|the heating in the
town hall|a film about glaciers|the rules of the tournament
""".split("|")
_HOW = """
in the old harbour|before the holidays|after a long winter|with the help of people from the
parish|for the third time in five years|although the rain did not stop|despite a smaller budget than
last year|to the surprise of many visitors|in a region better known for its cheese|as the newspaper
wrote on Tuesday|because the river had risen by 30 centimetres|without raising the entrance fee|and
thanked everyone who came
""".split("|")


def reports(language: str) -> list[str]:
    """The project's own reports in one language."""
    return [path.read_text(encoding="utf-8") for path in sorted((REPORTS / language).glob("*.txt"))]


def dense(language: str, count: int, seed: int = 1) -> Iterator[str]:
    """Reports in which every paragraph is about the programme.

    Each is one of the project's reports with two paragraphs of others, the paragraphs below the title in
    another order, and the small numbers changed.
    """
    rng = random.Random(seed)
    originals = [text.split("\n\n") for text in reports(language)]
    others = [paragraph for paragraphs in originals for paragraph in paragraphs[1:]]
    for number in range(count):
        title, *paragraphs = originals[number % len(originals)]
        paragraphs += rng.sample(others, 2)
        rng.shuffle(paragraphs)
        text = "\n\n".join((title, *paragraphs))
        yield _NUMBER.sub(lambda m: str(rng.randrange(1, 99)), text)


def filler(rng: random.Random, size: int) -> str:
    """A text of about so many characters on nothing in particular."""
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = " ".join(" ".join(rng.choice(stock).split()) for stock in (_WHO, _DID, _WHAT, _HOW)) + "."
        parts.append(sentence[0].upper() + sentence[1:])
        length += len(sentence) + 1
        if rng.random() < 0.2:
            parts.append("\n\n")
    return " ".join(parts).replace(" \n\n ", "\n\n")


def mixed(count: int, size: int = 3000, seed: int = 1) -> Iterator[str]:
    """Documents of about so many characters; every hundredth is a dense English report."""
    rng = random.Random(seed)
    relevant = dense("en", count // RELEVANT + 1, seed)
    for number in range(count):
        yield next(relevant) if number % RELEVANT == RELEVANT // 2 else filler(rng, size)
