"""Every sentence of a text with who says it."""

from __future__ import annotations

from functools import lru_cache

from musterbook import reading
from musterbook.claims.reader import Reader, reader_for
from musterbook.records import Capture, Claim, Metadata
from musterbook.records.capture import Stated
from musterbook.vocabulary import load


@lru_cache(maxsize=1)
def reader() -> Reader:
    """That of bars."""
    return reader_for(load("bars"))


def passages(text: str, publisher: str = "") -> list[Claim]:
    """The passages of a text."""
    stated = (Stated("publisher", publisher, "manifest"),) if publisher else ()
    capture = Capture("a.txt", text.encode(), "text/plain", Metadata(stated), "utf-8")
    read = reading.read(capture)[0]
    assert read is not None
    return reader().passages(read, capture)


def test_sentences_in_which_nothing_is_read_are_passages_too() -> None:
    """No sentence with words is left out, and none is cut where one source has all of it."""
    found = passages("Reservists guard the bridge. The river is wide here. Boats stay ashore.")
    assert [p.quote.exact for p in found] == [
        "Reservists guard the bridge.",
        "The river is wide here.",
        "Boats stay ashore.",
    ]
    assert all(p.type == "" and not p.attribution for p in found)


def test_passages_have_their_values_whatever_the_language() -> None:
    """Sums, counts, lengths and regions of a passage are the same in English and Russian."""
    english = passages("In Komi reservists get 3,900 rubles and train for three weeks, fifteen at a time.")
    russian = passages("В Коми резервисты получают 3,9 тыс. рублей и три недели учатся, по пятнадцать человек.")
    values = [{(a.role, a.value) for p in own for a in p.args if a.role != "force"} for own in (english, russian)]
    assert values[0] == values[1] >= {("region", "RU-KO"), ("RUB", 3900.0), ("count", 15.0), ("duration", "P3W")}


def test_what_somebody_adds_he_told_to_the_same_reporters() -> None:
    """Who told something to an outlet before anything else of his is told, told it what he adds."""
    text = (
        "Reservists will get boats, Governor Ivan Primerov told Interfax. The river is wide. "
        "Primerov added that 300 reservists had signed contracts."
    )
    *_, added = passages(text)
    assert added.told_to
    assert added.attribution[-1] == "Interfax"


def test_who_has_spoken_in_public_before_told_nobody_what_he_adds() -> None:
    """Words of somebody whose public words the text has first are not taken for told."""
    text = (
        "Reservists will get boats, Governor Ivan Primerov said. Primerov told Interfax that the river is wide. "
        "Primerov added that 300 reservists had signed contracts."
    )
    *_, added = passages(text)
    assert not added.told_to
