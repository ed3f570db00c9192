"""Which problems of files stand: those of the last look at a file.

In: what came of each file that is looked at, and a book. Out: problems in the book under the mark of
their file. Never forgets a problem of a file that was not looked at again and may still be there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from musterbook.intake import Manifest, file_mark
from musterbook.records import Problem
from musterbook.store import Book

Looked = tuple[str, Sequence[Problem]]
"""The mark of a file, and what is wrong with it."""


class Standing:
    """The problems of files in a book, kept as the files are looked at."""

    def __init__(self, book: Book) -> None:
        """Ask which files had problems before."""
        self._book = book
        self._before = {mark for mark, _ in book.file_problems()}
        self._marks: set[str] = set()
        self._told: list[Problem] = []

    def tell(self, problem: Problem) -> None:
        """The walk over folders stumbled over something: it tells of the path itself."""
        self._told.append(problem)

    def look(self, looked: Iterable[Looked]) -> tuple[Problem, ...]:
        """Files were looked at: what was wrong with them before, and is no longer, does not stand.

        Returns:
            What is wrong with them, after what the walk has told since the last look.
        """
        looked = [*((file_mark(problem.where), (problem,)) for problem in self._told), *looked]
        self._told.clear()
        changed = {mark: some for mark, some in looked if some or mark in self._before}
        self._marks.update(changed)
        if changed:
            self._book.stand(changed)
        return tuple(problem for _, some in looked for problem in some)

    def unmatched(self, manifest: Manifest | None, names: Iterable[str]) -> tuple[Problem, ...]:
        """What a manifest says of documents that go by none of some names; it stands beside what is wrong with it."""
        found = tuple(manifest.unmatched(names)) if manifest else ()
        self._book.add_problems(found, file_mark(manifest.path) if manifest and manifest.path else "")
        return found

    def leave(self, roots: Iterable[Path]) -> None:
        """All is looked at: files that lay beside what was added, and are there no longer, have no problems.

        A file is known by its mark alone, so that no path of this machine is kept: it is sought under the folder
        that holds what was added, by the place that its problem tells. So a folder that was given another name
        takes its problems along.
        """
        added = tuple(os.path.abspath(root) for root in roots)
        self.look((mark, ()) for mark in map(file_mark, added) if mark not in self._marks)
        parents = {os.path.dirname(root) for root in added} | {os.getcwd()}
        gone = [mark for mark, problem in self._book.file_problems() if self._is_gone(mark, problem, parents, added)]
        if gone:
            self._book.stand(dict.fromkeys(gone, ()))

    def _is_gone(self, mark: str, problem: Problem, parents: Iterable[str], added: Iterable[str]) -> bool:
        """Whether a file is nowhere; one that never was, and was asked for by name, stays to be looked for."""
        if mark in self._marks:
            return False
        places = (os.path.join(parent, problem.where.partition("!")[0]) for parent in parents)
        found = next((place for place in places if file_mark(place) == mark), "")
        if not found or os.path.lexists(found):
            return False
        return problem.code != "intake.missing" or found.startswith(tuple(f"{root}{os.sep}" for root in added))
