"""The rules of the house that a machine can check."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "src").rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "common", "misc", "manager", "base"}

MOST_LINES = 500
MOST_LINES_OF_A_FUNCTION = 60
MOST_PARAMETERS = 6


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package as a syntax tree, with its path."""
    for path in FILES:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Every node of some kinds in the package, with where it stands."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield f"{path}:{getattr(node, 'lineno', 0)}", node


def test_no_file_is_longer_than_can_be_read() -> None:
    """A module has at most 500 lines."""
    assert [p.name for p in FILES if len(p.read_text(encoding="utf-8").splitlines()) > MOST_LINES] == []


def test_no_module_is_a_drawer() -> None:
    """A module is named for a thing."""
    assert [str(p) for p in FILES if p.stem in DRAWERS or p.parent.name in DRAWERS] == []


def test_functions_fit_on_a_screen() -> None:
    """A function has at most 60 lines and takes at most 6 things besides itself."""
    faults = []
    for where, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        lines = (node.end_lineno or 0) - node.lineno + 1
        names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        takes = len([n for n in names if n not in ("self", "cls")])
        is_command = any("command" in ast.unparse(d) or "option" in ast.unparse(d) for d in node.decorator_list)
        if lines > MOST_LINES_OF_A_FUNCTION or (takes > MOST_PARAMETERS and not is_command):
            faults.append(f"{where} {node.name}: {lines} lines, {takes} parameters")
    assert faults == []


def test_a_module_gives_a_name_once() -> None:
    """No constant of a module takes the name of an earlier one, and none that is private goes unused."""
    faults = []
    for path, tree in trees():
        given = [
            (target.id, node.lineno)
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        ]
        first = dict(reversed(given))
        faults += [f"{path}:{line} {name}: given on line {first[name]}" for name, line in given if line != first[name]]
        read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        private = {name for name in first if name.startswith("_") and not name.startswith("__")}
        faults += [f"{path}:{first[name]} {name}: not used" for name in sorted(private - read)]
    assert faults == []


def test_errors_are_caught_by_name() -> None:
    """Only the one boundary around each document catches everything."""
    faults = []
    for where, node in nodes(ast.ExceptHandler):
        assert isinstance(node, ast.ExceptHandler)
        caught = "everything" if node.type is None else ast.unparse(node.type)
        last = node.body[-1]
        passes_on = isinstance(last, ast.Raise) and last.exc is None
        wide = caught in ("everything", "Exception", "BaseException") and not passes_on
        if wide and not where.startswith("src/musterbook/course"):
            faults.append(f"{where} catches {caught}")
    assert faults == []


def test_nothing_is_left_for_later() -> None:
    """There is no NotImplementedError, and no note to do something another day."""
    faults = [where for where, node in nodes(ast.Raise) if "NotImplementedError" in ast.dump(node)]
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        faults += [f"{path.name}: {word}" for word in ("TODO", "FIXME", "XXX") if word in text]
    assert faults == []


def test_every_module_says_what_it_is() -> None:
    """Every module has a docstring."""
    assert [path for path, tree in trees() if not ast.get_docstring(tree)] == []


def test_every_public_name_is_explained() -> None:
    """Every public class, function and method has a docstring, or overrides one that has."""
    faults = []
    for path, tree in trees():
        for holder in (tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))):
            for node in holder.body:
                if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                    continue
                if not ast.get_docstring(node):
                    faults.append(f"{path}:{node.lineno} {node.name}")
    assert faults == []


def test_pages_are_fetched_only_in_the_intake() -> None:
    """No other room opens an address with the standard library."""
    faults = []
    for where, node in nodes(ast.Import, ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if any(n.startswith(("urllib.request", "http.client")) for n in names) and "/intake/" not in where:
            faults.append(where)
    assert faults == []


@pytest.mark.parametrize("variable", ["environ", "getenv"])
def test_the_environment_is_read_at_the_edge(variable: str) -> None:
    """Stages get what they need as values; only the edges read the environment."""
    edges = ("src/musterbook/cli/", "src/musterbook/web/")
    found = [w for w, n in nodes(ast.Attribute) if isinstance(n, ast.Attribute) and n.attr == variable]
    assert [where for where in found if not where.startswith(edges)] == []
