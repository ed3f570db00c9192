"""The finders that say what no single pattern can: one file each, listed here.

In: a document. Out: the drafts of all of them. Adding a finder is a file and a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders import (
    age_limits,
    assessments,
    benefits,
    clawback,
    criteria,
    deployments,
    duties,
    expansions,
    laws,
    officials,
    orders,
    pay,
    provisions,
    strengths,
    tallies,
    targets,
    terms,
)

Finder = Callable[[Document], Iterator[Draft]]
FINDERS: dict[str, Finder] = {
    "duties": duties.find,
    "pay": pay.find,
    "clawback": clawback.find,
    "benefits": benefits.find,
    "criteria": criteria.find,
    "tallies": tallies.find,
    "targets": targets.find,
    "age_limits": age_limits.find,
    "orders": orders.find,
    "terms": terms.find,
    "laws": laws.find,
    "expansions": expansions.find,
    "assessments": assessments.find,
    "officials": officials.find,
    "strengths": strengths.find,
    "provisions": provisions.find,
    "deployments": deployments.find,
}


def find(document: Document) -> Iterator[Draft]:
    """The drafts of every special finder whose claim types the vocabulary has."""
    wanted = {t.finder for t in document.vocabulary.types.values()}
    for name, finder in FINDERS.items():
        if name in wanted:
            yield from finder(document)
