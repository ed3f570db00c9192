"""Claims with their arguments, each argument with its own span.

Comes in: claims. Goes out: rows, and claims as they went in, under the name that stands
for their document. Never changes or removes one: what no longer stands is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from musterbook.errors import StoreError
from musterbook.expressions import regex
from musterbook.records import Arg, Claim, PersonMention, Quote
from musterbook.store import captures, judgements, tables
from musterbook.store.coding import dump, fold, parse, plain
from musterbook.store.identity import by_beginning
from musterbook.store.ports import ClaimFilter

K, D, E, S, T = (
    tables.claims.c,
    tables.documents.c,
    tables.extractions.c,
    tables.standing.c,
    tables.turns.c,
)
_REGION = regex(r"[A-Z]{2}-[A-Z0-9]{1,3}\Z")  # ISO 3166-2


def claim_body(claim: Claim) -> dict[str, Any]:
    """Everything of a claim but the document's name, which the book knows."""
    return {
        "type": claim.type,
        "args": [[a.role, a.value, a.start, a.end] for a in claim.args],
        "quote": [claim.quote.start, claim.quote.end, claim.quote.exact],
        "polarity": claim.polarity,
        "status": claim.status,
        "hedged": claim.hedged,
        "attribution": list(claim.attribution),
        "told_to": claim.told_to,
        "language": claim.language,
        "published": claim.published,
        "programme": claim.programme,
    }


def claim_of(capture_id: str, reading_id: str, doc: str, body: dict[str, Any]) -> Claim:
    """A claim from its body."""
    start, end, exact = body["quote"]
    return Claim(
        capture_id=capture_id,
        doc=doc,
        type=body["type"],
        args=tuple(Arg(*arg) for arg in body["args"]),
        quote=Quote(reading_id, start, end, exact),
        polarity=body["polarity"],
        status=body["status"],
        hedged=body["hedged"],
        attribution=tuple(body["attribution"]),
        told_to=body["told_to"],
        language=body["language"],
        published=body["published"],
        programme=body["programme"],
    )


def region_of(claim: Claim) -> str:
    """The region that a claim is about: its ``region``, else the first argument that is a region's code."""
    named = claim.get("region")
    if isinstance(named, str) and named:
        return named
    return next((a.value for a in claim.args if isinstance(a.value, str) and _REGION.match(a.value)), "")


def claim_row(claim: Claim, claim_id: str, body: dict[str, Any], people: Sequence[PersonMention]) -> dict[str, Any]:
    """A row of `claims` but for its place; private names are blanked in the column that queries look in."""
    quote = claim.quote
    shown = list(quote.exact)
    for person in people:
        if person.role == "private":
            for at in range(max(person.start, quote.start), min(person.end, quote.end)):
                shown[at - quote.start] = " "
    return {
        "id": claim_id,
        "type": plain(claim.type),
        "region": plain(region_of(claim)),
        "language": plain(claim.language),
        "published": plain(claim.published),
        "polarity": claim.polarity,
        "status": claim.status,
        "start": quote.start,
        "end": quote.end,
        "folded": plain(fold("".join(shown))),
        "body": dump(body),
    }


def _standing() -> Select[Any]:
    return (
        select(K.body, E.capture_id, E.reading_id, D.name, D.body.label("document"))
        .join(tables.extractions, E.no == K.extraction_no)
        .join(tables.standing, S.extraction_no == K.extraction_no)
        .join(tables.documents, D.id == S.document_id)
    )


def claims(connection: Connection, wanted: ClaimFilter, place: str) -> Iterator[Claim]:
    """Standing claims that pass a filter, by document name and place in the text.

    Raises:
        StoreError: The filter names a document that is not there, or several.
    """
    query = _standing().order_by(D.name, D.id, K.start, K.end, K.id)
    for column, value in (
        (K.region, wanted.region),
        (K.language, wanted.language),
        (K.polarity, wanted.polarity),
        (K.status, wanted.status),
        (S.programme, wanted.programme),
    ):
        if value:
            query = query.where(column == value)
    if wanted.type:
        family = wanted.type + "."
        query = query.where(or_(K.type == wanted.type, K.type.startswith(family, autoescape=True)))
    if wanted.document:
        query = query.where(E.capture_id == captures.capture_id(connection, wanted.document, place))
    query = _within(query, wanted.since, wanted.until)
    for word in fold(plain(wanted.text)).split():
        query = query.where(K.folded.contains(word, autoescape=True))
    gone = frozenset() if wanted.retracted else judgements.retracted(connection)
    for row in connection.execute(query):
        claim = _claim(row)
        if not gone or (claim.id not in gone and claim.capture_id not in gone):
            yield claim


def claims_of(connection: Connection, capture_ids: Sequence[str]) -> Iterator[Claim]:
    """Standing claims of some captures, those too that were retracted."""
    names: dict[str, str] = {}
    for row in connection.execute(_standing().where(E.capture_id.in_(capture_ids)).order_by(K.start, K.end, K.id)):
        name = names.get(row.document) or names.setdefault(row.document, parse(row.document)["name"])
        yield claim_of(row.capture_id, row.reading_id, name, parse(row.body))


def _within(query: Select[Any], since: str, until: str) -> Select[Any]:
    """Dates of less precision than the bound count if any day of theirs fits."""
    if since or until:
        query = query.where(K.published != "")
    if since:
        shorter = [K.published >= since]
        shorter += [(K.published == since[:length]) for length in (4, 7) if len(since) > length]
        query = query.where(or_(*shorter))
    if until:
        query = query.where(K.published <= until + "~")
    return query


def _claim(row: Row[Any]) -> Claim:
    return claim_of(row.capture_id, row.reading_id, parse(row.document)["name"], parse(row.body))


def claim(connection: Connection, wanted: str, place: str) -> Claim:
    """A claim by its id or a unique beginning of it; one that no longer stands is found too.

    Raises:
        StoreError: No claim, or more than one, has an id that begins so.
    """
    found = by_beginning(connection, wanted, "claim", K.id, K.id, place)
    if not found:
        raise StoreError(f"{place}: no claim has an id that begins with {wanted!r}; `claims` lists what there is")
    row = connection.execute(_standing().where(K.id == found).order_by(S.programme).limit(1)).first()
    if row is None:
        earlier = (
            select(K.body, E.capture_id, E.reading_id, D.name, D.body.label("document"))
            .join(tables.extractions, E.no == K.extraction_no)
            .join(tables.turns, T.extraction_no == E.no)
            .join(tables.documents, D.id == T.document_id)
            .where(K.id == found)
            .order_by(T.turn.desc(), D.name)
        )
        row = connection.execute(earlier.limit(1)).one()
    return _claim(row)
