"""Models made of a few claims for the tests of this room."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from tests.reconcile.made import claim, matter, paper, vocabulary

from musterbook.programme import Model, model_of
from musterbook.reconcile.findings import find
from musterbook.reconcile.press import Paper
from musterbook.records import AsOf, Claim, Line

__all__ = ["at", "claim", "claims_in", "known", "lines_in", "model", "paper", "vocabulary"]


def model(claims: Iterable[Claim], papers: list[Paper] | None = None, held: str = "") -> Model:
    """The model of some claims, as it held on a day where one is given."""
    listed = list(claims)
    found = find(listed, matter(listed, papers or [], as_of=held))
    return model_of(found, {c.id: c for c in listed}, vocabulary(), AsOf("", held))


def known(claims: Iterable[Claim], until: str) -> Model:
    """The model of what was published until a day."""
    return model(c for c in claims if c.published and c.published <= until)


def at(one: Claim, start: int) -> Claim:
    """The same claim, told at another place of its document."""
    quote = dataclasses.replace(one.quote, start=start, end=start + len(one.quote.exact))
    return dataclasses.replace(one, quote=quote)


def lines_in(answer: object) -> Iterator[Line]:
    """Every line of an answer, however deep."""
    if isinstance(answer, Line):
        yield answer
    elif dataclasses.is_dataclass(answer) and not isinstance(answer, type):
        for field in dataclasses.fields(answer):
            yield from lines_in(getattr(answer, field.name))
    elif isinstance(answer, list | tuple):
        for one in answer:
            yield from lines_in(one)


def claims_in(answer: object) -> set[str]:
    """Ids of all claims that an answer stands on."""
    return {i for line in lines_in(answer) for i in line.support.claims}
