"""Claims, papers and texts made for the tests of this room."""

from __future__ import annotations

from functools import lru_cache

from musterbook.reconcile.doubts.raising import doubts_of
from musterbook.reconcile.findings import Matter, find
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.press import Paper, Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Arg, Claim, Edge, Finding, Quote
from musterbook.records.claim import Scalar
from musterbook.vocabulary import Vocabulary, load


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """That of bars."""
    return load("bars")


@lru_cache(maxsize=1)
def press() -> Press:
    """The outlets of bars."""
    return Press(vocabulary())


def claim(
    doc: str, type_: str, said: str = "", *, by: tuple[str, ...] = (), told: bool = False, **args: Scalar
) -> Claim:
    """A claim of document ``doc``; ``said`` holds marks: ``denied``, a status, a date."""
    words = said.split()
    status = next((w for w in words if w in ("planned", "proposed", "ordered")), "actual")
    published = next((w for w in words if w[:2] == "20"), "")
    exact = f"{type_} {sorted(args.items())} {said}"
    return Claim(
        f"capture-{doc}",
        doc,
        type_,
        tuple(Arg(r, v) for r, v in args.items()),
        Quote(f"reading-{doc}", 0, len(exact), exact),
        "denied" if "denied" in words else "affirmed",
        status,
        attribution=by,
        told_to=told,
        published=published,
    )


def paper(doc: str, outlet: str = "", kind: str = "", published: str = "") -> Paper:
    """A document of an outlet of the vocabulary, or of a made-up one of some kind."""
    known = press().voice(outlet) if outlet else None
    family = known.family if known and known.kind == "outlet" else press().family(outlet) if outlet else ""
    return Paper(f"capture-{doc}", doc, published, outlet, family, kind or press().kind(outlet))


def edge(doc: str, target: str = "", named: str = "", kind: str = "rewrites") -> Edge:
    """An edge between two documents, or to a name."""
    return Edge(f"capture-{doc}", f"capture-{target}" if target else "", named, kind, 0.9)


def matter(claims: list[Claim], papers: list[Paper] = [], edges: list[Edge] = [], as_of: str = "") -> Matter:  # noqa: B006
    """Everything that findings are made of."""
    questions = Questions(vocabulary())
    origins = Origins(claims, {p.capture_id: p for p in papers}, edges, press(), questions)
    said: dict[str, list[Claim]] = {}
    for one in claims:
        said.setdefault(one.capture_id, []).append(one)
    return Matter(questions, origins, tuple(doubts_of(said, origins, questions, vocabulary())), as_of=as_of)


def findings(claims: list[Claim], papers: list[Paper] = [], edges: list[Edge] = []) -> list[Finding]:  # noqa: B006
    """All findings on some claims."""
    return find(claims, matter(claims, papers, edges))


def only(claims: list[Claim], papers: list[Paper] = [], edges: list[Edge] = []) -> Finding:  # noqa: B006
    """The one finding on some claims."""
    (found,) = findings(claims, papers, edges)
    return found
