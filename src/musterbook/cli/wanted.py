"""What a user wants to see, checked against the vocabulary before the book is asked.

In: the filters of a command line. Out: a `ClaimFilter`. Never lets a misspelt filter give an empty
answer: what the vocabulary does not know is an error that says what it has.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from musterbook.errors import UsageError
from musterbook.records import Metadata, PartialDate, Stated

if TYPE_CHECKING:
    from musterbook.cli.screen import Screen
    from musterbook.store import Book, ClaimFilter
    from musterbook.vocabulary import Vocabulary

_UNSAID = ("author",)  # stated of a document, but a private person's name as often as not
_LIKE = 0.5  # similarity from which a suggestion is of use


def region_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--region``, as all commands have it."""
    return click.option("--region", default="", metavar="REGION", help="ISO 3166-2 (RU-BEL) or a name (Belgorod).")(
        command
    )


def type_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--type``, as all commands have it."""
    return click.option(
        "--type", "type_", default="", metavar="TYPE", help="A claim type (pay.amount) or family (pay)."
    )(command)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--as-of``, as all commands have it: as known on a date."""
    return click.option(
        "--as-of",
        default="",
        metavar="DATE",
        help="As known: published until then: YYYY-MM-DD, YYYY-MM, YYYY.",
    )(command)


def held_on_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--held-on``, as all commands have it: as it held on a day."""
    return click.option(
        "--held-on", default="", metavar="DAY", help="As held: without what did not hold on that day: YYYY-MM-DD."
    )(command)


def day(text: str, option: str) -> str:
    """A full day, or nothing.

    Raises:
        UsageError: It is none, or a month or a year.
    """
    given = date(text, option)
    if given and PartialDate.parse(given).precision != "day":
        raise UsageError(f"{option} {given}: what held on one day may not have held on the next; give YYYY-MM-DD")
    return given


def date(text: str, option: str) -> str:
    """A partial date as the book compares it.

    Raises:
        UsageError: It is none.
    """
    try:
        return str(PartialDate.parse(text)) if text else ""
    except ValueError as fault:
        raise UsageError(f"{option}: {fault}") from None


def last_day(text: str, option: str) -> str:
    """The last day that a partial date may be.

    Raises:
        UsageError: It is none.
    """
    return PartialDate.parse(date(text, option)).latest.isoformat() if text else ""


def region(text: str, vocabulary: Vocabulary) -> str:
    """The code of a region that is given by code or name.

    Raises:
        UsageError: The vocabulary does not know it, or knows several.
    """
    if not text:
        return ""
    codes = {i: e.names for (kind, i), e in vocabulary.entries.items() if kind == "region"}
    if text.upper() in codes:
        return text.upper()
    from musterbook.vocabulary import resolve_name

    found = resolve_name(text, "region")
    if len(found) == 1 and found[0] in codes:
        return found[0]
    if found:
        listed = " or ".join(f"{code} ({codes[code].get('en', '')})" for code in found if code in codes)
        raise UsageError(f"--region {text!r} may be {listed}; give the code")
    near = _near(text.upper(), codes) or _near(text, [n for names in codes.values() for n in names.values()])
    raise UsageError(f"--region {text!r} is not known; {near or 'give an ISO 3166-2 code such as RU-BEL, or a name'}")


def stated(metadata: Metadata) -> tuple[Stated, ...]:
    """What is stated of a document and may be shown: all but who wrote it."""
    return tuple(s for s in metadata.stated if s.field not in _UNSAID)


def claim_type(text: str, vocabulary: Vocabulary) -> str:
    """A claim type, or a family of them.

    Raises:
        UsageError: The vocabulary has none of that name.
    """
    families = {name.split(".")[0] for name in vocabulary.types}
    if not text or text in vocabulary.types or text in families:
        return text
    near = _near(text, [*vocabulary.types, *families])
    raise UsageError(f"--type {text!r} is not a claim type; {near or 'there are: ' + ', '.join(vocabulary.types)}")


def claim_filter(programme: str, **given: str) -> ClaimFilter:
    """All filters of a command, checked.

    Raises:
        UsageError: One of them cannot be what the user meant.
    """
    from musterbook.store import ClaimFilter

    for name in ("since", "until"):
        if given.get(name):
            given[name] = date(given[name], f"--{name}")
    if given.get("region") or given.get("type"):
        from musterbook.vocabulary import load

        vocabulary = load(programme)
        given["region"] = region(given.get("region", ""), vocabulary)
        given["type"] = claim_type(given.get("type", ""), vocabulary)
    texts: dict[str, Any] = {name: value for name, value in given.items() if value}
    return ClaimFilter(**texts)


def _near(text: str, known: Any) -> str:
    found = get_close_matches(text, list(known), n=3, cutoff=_LIKE)
    return f"did you mean {' or '.join(found)}?" if found else ""


def tell_left_out(screen: Screen, book: Book, as_of: str, held_on: str) -> None:
    """Say what an answer as known and as held leaves out."""
    from musterbook.store import ClaimFilter

    undated = sum(1 for c in book.claims(ClaimFilter()) if not c.published) if as_of else 0
    if undated:
        screen.log(f"not shown: {undated:,} claims of documents without a date, of which nobody knows since when")
    if held_on:
        screen.log(f"left out: what did not hold on {held_on}; unknown: no report speaks of that day")
