"""Documents made for the tests of the store; no text of theirs is anybody's."""

from __future__ import annotations

from musterbook.records import Arg, Block, Capture, Claim, Metadata, PersonMention, Quote, Reading, Segment, Stated
from musterbook.store import Method, ReadDocument

TEXT = "Region {n} pays its reservists {n} thousand roubles a month. Ivan Primerov, a resident, was told so in spring."


def capture(n: int = 1, name: str = "", published: str = "2025-11-14", text: str = "") -> Capture:
    """A plain-text capture with a publication date in its manifest."""
    data = (text or TEXT.format(n=n)).encode()
    stated = (Stated("published", published, "manifest"),) if published else ()
    return Capture(name or f"reports/{n:03}.txt", data, "text/plain", Metadata(stated), "utf-8")


FIRST = Method(vocabulary="v1")


def document(n: int = 1, name: str = "", published: str = "2025-11-14", method: Method = FIRST) -> ReadDocument:
    """A read document with two claims and one private person."""
    given = capture(n, name, published)
    text = TEXT.format(n=n)
    reading = Reading(
        capture_id=given.id,
        text=text,
        language="en" if n % 2 else "ru",
        blocks=(Block("body", 0, len(text)),),
        sentences=((0, text.index(" Ivan")), (text.index("Ivan"), len(text))),
        segments=(Segment(0, len(text), 0, len(text)),),
        title=f"Report {n}",
        version=method.reader,
    )
    at = text.index("Ivan Primerov")
    masked = text.replace("Ivan Primerov", "[private person 1]")
    return ReadDocument(
        capture=given,
        reading=reading,
        claims=(_pay(given, reading, n), _told(given, reading)),
        people=(PersonMention(at, at + 13, "primerov i", "Ivan Primerov", "private"),),
        search_text=masked,
        method=method,
    )


def _pay(given: Capture, reading: Reading, n: int) -> Claim:
    start = reading.text.index("pays")
    end = reading.text.index(" a month") + len(" a month")
    amount = reading.text.index(f"{n} thousand")
    return Claim(
        capture_id=given.id,
        doc=given.name,
        type="pay.amount",
        args=(
            Arg("kind", "monthly_pay"),
            Arg("amount", n * 1000, amount, amount + len(f"{n} thousand")),
            Arg("currency", "RUB", amount + len(f"{n} thousand "), amount + len(f"{n} thousand roubles")),
            Arg("region", "RU-BEL" if n % 2 else "RU-KRS", 0, 8),
        ),
        quote=Quote(reading.id, start, end, reading.text[start:end]),
        status="planned" if n % 3 == 0 else "actual",
        attribution=("Ministry of Examples",),
        language=reading.language,
        published=given.metadata.get("published"),
    )


def _told(given: Capture, reading: Reading) -> Claim:
    start = reading.text.index("Ivan")
    return Claim(
        capture_id=given.id,
        doc=given.name,
        type="recruitment.voluntary",
        args=(),
        quote=Quote(reading.id, start, len(reading.text), reading.text[start:]),
        polarity="denied",
        hedged=True,
        told_to=True,
        language=reading.language,
        published=given.metadata.get("published"),
    )
