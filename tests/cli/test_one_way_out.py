"""Nothing leaves the command line but through the one place that masks it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from musterbook.cli import masks, screen
from musterbook.cli.screen import Screen
from musterbook.publish import FORMATS, Page, compose

ROOT = Path(screen.__file__).parents[1]
OUTSIDE = sorted(p for p in (ROOT / "cli").glob("*.py") if p.name != "screen.py")
PUBLISH = sorted((ROOT / "publish").glob("*.py"))
WRITERS = {"print", "echo", "secho", "write", "writelines", "write_text", "write_bytes", "pprint", "echo_via_pager"}
STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}


def ways_out(path: Path) -> list[str]:
    """Every place of a module at which something could leave."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = ""
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name == "open" and not opens_to_read(node):
                found.append(f"{path.name}:{node.lineno} opens a file to write")
        elif isinstance(node, ast.ImportFrom | ast.Import):
            names = [a.name for a in node.names if a.name.split(".")[0] in ("logging", "rich", "warnings")]
            found += [f"{path.name}:{node.lineno} imports {n}" for n in names]
        if name in WRITERS:
            found.append(f"{path.name}:{node.lineno} calls {name}")
        if isinstance(node, ast.Attribute) and node.attr in STREAMS:
            found.append(f"{path.name}:{node.lineno} touches {node.attr}")
    return found


def opens_to_read(call: ast.Call) -> bool:
    """Whether a call of `open` names no mode that writes."""
    given = call.args[1:] if isinstance(call.func, ast.Name) else call.args  # the first of the built-in is a path
    modes = [a.value for a in given if isinstance(a, ast.Constant)]
    modes += [k.value.value for k in call.keywords if k.arg == "mode" and isinstance(k.value, ast.Constant)]
    return not any(set(str(mode)) & set("wax+") for mode in modes)


@pytest.mark.parametrize("path", [*OUTSIDE, *PUBLISH], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_other_file_writes_anything(path: Path) -> None:
    """Only `cli/screen.py` prints or writes; the way a reader left early is closed is the one exception."""
    allowed = {"app.py": ["touches stdout", "touches stdout"]}.get(path.name, [])
    found = [place.split(" ", 1)[1] for place in ways_out(path)]
    if path == ROOT / "cli" / "reporting.py":
        found = [f for f in found if f != "calls write"]  # `write(page)` makes a text of a masked page
    assert found == allowed


def test_the_check_sees_what_it_looks_for(tmp_path: Path) -> None:
    """Each kind of way out is noticed where it is added."""
    module = tmp_path / "leaks.py"
    module.write_text(
        "import click, sys, logging\n"
        "print(1)\nclick.echo(1)\nsys.stdout.write('')\nsys.stderr\n"
        "open('a', 'w')\nopen('a', mode='ab')\np.write_text('')\nopen('a')\nopen('a', 'rb')\np.open('r')\n"
    )
    assert len(ways_out(module)) == 9


def test_whatever_shows_takes_a_mask() -> None:
    """Every method of the screen that shows what documents say takes a mask, or rows that each have one."""
    own_words = {"log", "progress"}
    for name, method in inspect.getmembers(Screen, inspect.isfunction):
        if name.startswith("_") or name in own_words | {"console"}:
            continue
        takes = {p.annotation for p in inspect.signature(method).parameters.values()}
        masked = {"Mask", "Iterable[Row]", "Iterable[tuple[str, Mask]]"}
        assert takes & masked, f"Screen.{name} takes no mask"
    assert "Mask" in str(screen.Row)


def test_logs_hold_no_text_of_documents() -> None:
    """What is logged is the program's own words, numbers, and what was masked before."""
    for path in OUTSIDE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") != "log":
                continue
            names = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
            assert not names & {"text", "exact", "name", "title", "where", "what", "attribution", "doc"}, path.name


def calls(function: ast.FunctionDef) -> set[str]:
    """The names of what a function calls."""
    return {getattr(n.func, "id", "") for n in ast.walk(function) if isinstance(n, ast.Call)}


def test_a_format_sees_masked_pages_only() -> None:
    """What writes a format takes a `Page` and nothing else, and only `compose`, which takes the masks, makes one."""
    for write in FORMATS.values():
        assert [p.annotation for p in inspect.signature(write).parameters.values()] == ["Page"]
    assert "masking" in inspect.signature(compose).parameters
    nodes = [n for p in [*PUBLISH, *OUTSIDE] for n in ast.walk(ast.parse(p.read_text(encoding="utf-8")))]
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef)]
    assert [f.name for f in functions if Page.__name__ in calls(f)] == ["compose"]


def test_nobody_is_unmasked_without_need() -> None:
    """The mask that hides nobody goes with the program's own words only; each use of it is known here."""
    uses = {p.name: p.read_text(encoding="utf-8").count("NOBODY") for p in OUTSIDE if p.name != "masks.py"}
    assert {name: n for name, n in uses.items() if n} == {
        "adding.py": 3,  # problems of manifests and of files, masked where they were made
        "checking.py": 5,  # problems of no document; the sums of `verify`
        "claims.py": 3,  # type, status and ids of a claim
        "completion.py": 2,
        "ledger.py": 5,  # problems of tables and proposed mappings, without names as they were made
        "lineage.py": 4,  # fixed words; ends that are no paper, named by attributions that were masked when read
        "moving.py": 4,  # heads of an export, problems of no document, decisions without their reasons
        "reading.py": 6,  # problems of files; figures of `score`, and claims that the user gave to it
        "reporting.py": 3,  # problems of no document; a page that is masked already
        "terms.py": 4,  # the table of rules; cases that the user wrote; how many passed
        "whatif.py": 2,  # a plan by hand alone: the user's own words and figures
    }
    assert inspect.signature(masks.Masks.lift).parameters["reason"].default is inspect.Parameter.empty
