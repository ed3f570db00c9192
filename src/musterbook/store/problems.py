"""Problems, with the turns of documents in which they showed.

Comes in: problems. Goes out: rows, and the problems that stand: those of no document, those of each
file's last look, and those of each document's latest turn. Never removes one, only what says that it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, or_, select

from musterbook.records import Problem
from musterbook.store import judgements, tables
from musterbook.store.coding import dump, parse, plain

FILE = "file-"
"""How the marks of files begin, under which problems of files that hold no document stand."""

P, U, T, E = (tables.problems.c, tables.problem_turns.c, tables.turns.c, tables.extractions.c)


def problem_row(problem: Problem) -> dict[str, Any]:
    """A row of `problems`."""
    return {
        "id": problem.id,
        "code": plain(problem.code),
        "place": plain(problem.where),
        "body": dump([problem.code, problem.where, problem.what, problem.record]),
    }


def problem_of(body: str) -> Problem:
    """A problem from its body."""
    return Problem(*parse(body))


def add_problems(connection: Connection, problems: Iterable[Problem], document_id: str = "", turn: int = 0) -> int:
    """Write problems of no document (or of a file, or of a document's turn); says how many were new there."""
    wanted = {p.id: p for p in problems}
    if not wanted:
        return 0
    known = _present(connection, select(P.id).where(P.id.in_(wanted)))
    used = _present(
        connection,
        select(U.problem_id).where(U.problem_id.in_(wanted), U.document_id == document_id, U.turn == turn),
    )
    rows = [problem_row(p) for i, p in wanted.items() if i not in known]
    if rows:
        connection.execute(insert(tables.problems), rows)
    uses = [{"problem_id": i, "document_id": document_id, "turn": turn} for i in wanted if i not in used]
    if uses:
        connection.execute(insert(tables.problem_turns), uses)
    return len(uses)


def stand(connection: Connection, mark: str, found: Iterable[Problem]) -> None:
    """Make these the problems of a file; a problem that stood without a file is that file's from now on."""
    listed = list(found)
    connection.execute(delete(tables.problem_turns).where(U.document_id == mark))
    loose = delete(tables.problem_turns).where(U.document_id == "")
    connection.execute(loose.where(U.problem_id.in_([p.id for p in listed])))
    add_problems(connection, listed, mark)


def file_problems(connection: Connection) -> list[tuple[str, Problem]]:
    """The problems of files, with the marks of the files."""
    query = select(U.document_id, P.body).join(tables.problems, P.id == U.problem_id).where(is_file())
    return [(row.document_id, problem_of(row.body)) for row in connection.execute(query)]


def of_no_document() -> Select[Any]:
    """The bodies of problems that stand and belong to no document, each once, by id."""
    theirs = select(U.problem_id).where(or_(U.document_id == "", is_file()))
    return select(P.body).where(P.id.in_(theirs)).order_by(P.id)


def is_file() -> ColumnElement[bool]:
    """Whether a problem stands under the mark of a file."""
    return U.document_id.startswith(FILE, autoescape=True)


def _present(connection: Connection, query: Select[Any]) -> set[str]:
    return set(connection.execute(query).scalars())


def _standing_ids() -> Select[Any]:
    last = (
        select(T.document_id, func.max(T.turn).label("turn"))
        .join(tables.extractions, E.no == T.extraction_no)
        .group_by(T.document_id, E.programme)
        .subquery()
    )
    return (
        select(U.problem_id)
        .join(last, and_(last.c.document_id == U.document_id, last.c.turn == U.turn), isouter=True)
        .where(or_(U.document_id == "", is_file(), last.c.turn.is_not(None)))
    )


def problems(connection: Connection, code: str = "") -> Iterator[Problem]:
    """Standing problems that no judgement has retracted, sorted by place."""
    query = select(P.id, P.body).where(P.id.in_(_standing_ids())).order_by(P.place, P.code, P.id)
    if code:
        query = query.where(or_(P.code == code, P.code.startswith(code + ".", autoescape=True)))
    gone = judgements.retracted(connection)
    for row in connection.execute(query):
        if row.id not in gone:
            yield problem_of(row.body)


def count(connection: Connection) -> int:
    """How many problems stand."""
    return sum(1 for _ in problems(connection))
