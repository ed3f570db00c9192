"""Writes the reference pages from the code, or tells which of them are stale.

In: the commands, the settings, the claim types and the problem codes, as the code has them. Out: the
pages under ``docs/reference/``. Never edits any other page.

usage: python scripts/reference.py [--check]
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import click

import musterbook
from musterbook.settings import Settings, variable
from musterbook.vocabulary import ArgDef, Vocabulary, available, load

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"
NOTE = "<!-- Written by `make reference`; do not edit. -->\n"


def page(name: str) -> str:
    """One of the generated pages, as it should be."""
    return NOTE + "".join(PAGES[name]())


def cell(text: object) -> str:
    """Text that may stand in one cell of a table."""
    return " ".join(str(text).split()).replace("|", "\\|")


def table(head: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(head) + " |\n" + "| --- " * len(head) + "|\n"
    for row in rows:
        yield "| " + " | ".join(cell(value) for value in row) + " |\n"


def commands() -> Iterator[str]:
    """Every command with its arguments and options, from the command line itself."""
    app = importlib.import_module("musterbook.cli.app")
    main = app.musterbook
    yield "# Commands\n\n"
    yield inspect.cleandoc(main.help or "").replace("\b", "") + "\n"
    context = click.Context(main, info_name="musterbook")
    yield "\n## Options of every command\n\nBefore the command or after it.\n\n"
    yield from options(main, context)
    for path, command, inner in walk(main, context):
        yield f"\n## `{path}`\n\n{prose(command.help or '')}\n"
        usage = command.get_usage(inner).removeprefix("Usage: ")
        yield f"\n    {' '.join(usage.split())}\n\n"
        yield from options(command, inner, without=app.EVERYWHERE)


def prose(text: str) -> str:
    """A command's help as Markdown: passages that click leaves unwrapped become code."""
    out = []
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text).split("\f")[0]):
        if paragraph.startswith("\b"):
            out.append("\n".join("    " + line for line in paragraph.lstrip("\b\n").splitlines()))
        else:
            out.append(paragraph)
    return "\n\n".join(out)


def walk(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every command below a group that is not hidden, in order of its name."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield inner.command_path, command, inner
        if isinstance(command, click.Group):
            yield from walk(command, inner)


def options(command: click.Command, context: click.Context, without: Sequence[click.Parameter] = ()) -> Iterator[str]:
    """The table of a command's arguments and options, without some."""
    rows: list[tuple[object, ...]] = []
    command._help_option = None  # click keeps the names that an earlier context gave
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and parameter not in without:
            rows.append((f"`{record[0]}`", record[1]))
    if rows:
        yield from table(("option", "does"), rows)


def settings() -> Iterator[str]:
    """Every setting, from the record and its docstring."""
    yield "# Settings\n\nRead once, when a command starts. "
    yield "What is given on the command line goes before the environment.\n\n"
    said = attributes(Settings)
    rows: list[tuple[object, ...]] = []
    for field in dataclasses.fields(Settings):
        default = "not set" if field.name == "color" else f"`{field.default}`"
        rows.append((f"`{variable(field.name)}`", default, said[field.name]))
    yield from table(("variable", "by default", "means"), rows)


def attributes(noun: type) -> dict[str, str]:
    """What the docstring of a record says of each attribute."""
    text = inspect.cleandoc(noun.__doc__ or "").split("Attributes:\n")[1]
    found: dict[str, str] = {}
    for part in re.split(r"\n(?=    \w+: )", "\n" + text):
        name, _, rest = part.strip().partition(": ")
        if name:
            found[name] = " ".join(rest.split()).replace("``", "`")
    return found


def claim_types() -> Iterator[str]:
    """Every claim type of every programme, from the vocabulary."""
    yield "# Claim types\n\nArguments in **bold** make two claims the same claim.\n"
    for name in available():
        vocabulary = load(name)
        yield f"\n## `{name}`: {vocabulary.title.get('en', name)}\n"
        for claim_type in vocabulary.types.values():
            yield f"\n### {claim_type.name}\n\n{sentence(claim_type.says)}\n\n"
            rows = [(f"**{a.role}**" if a.key else a.role, values(a, vocabulary)) for a in claim_type.args]
            if rows:
                yield from table(("argument", "value"), rows)


def sentence(text: str) -> str:
    """Text that begins with a capital and ends with a full stop."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:].rstrip(".") + "."


def values(argument: ArgDef, vocabulary: Vocabulary) -> str:
    """What one argument may hold."""
    if argument.values:
        return " ".join(f"`{v}`" for v in argument.values) + (" …" if argument.open else "")
    if argument.kind not in {kind for kind, _ in vocabulary.entries}:
        return argument.kind
    return f"an entry of `{argument.kind}`"


def problems() -> Iterator[str]:
    """Every problem code, from the rooms' registries."""
    yield "# Problems\n\nA fault in a source is a value: it is stored, counted and shown by `musterbook problems`.\n"
    for room, codes in sorted(registries().items()):
        yield f"\n## {room}\n\n"
        yield from table(("code", "means"), [(f"`{code}`", meaning) for code, meaning in codes.items()])


def registries() -> dict[str, Mapping[str, str]]:
    """Room → its problem codes with their meanings."""
    found: dict[str, Mapping[str, str]] = {}
    for module in pkgutil.walk_packages(musterbook.__path__, "musterbook."):
        if module.name.endswith(".codes"):
            found[module.name.split(".")[-2]] = importlib.import_module(module.name).CODES
    found["course"] = importlib.import_module("musterbook.course").CODES
    return found


def used_codes() -> dict[str, str]:
    """Every text in the code that has the form of a problem code → the first file that holds it."""
    rooms = "|".join(registries())
    form = re.compile(rf"(?:{rooms})\.[a-z_]+")
    found: dict[str, str] = {}
    for path in sorted(Path(musterbook.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and form.fullmatch(node.value):
                found.setdefault(node.value, path.name)
    return found


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "settings.md": settings,
    "claim-types.md": claim_types,
    "problems.md": problems,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale; 1 where there are any."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    stale = 0
    for name in PAGES:
        path, text = FOLDER / name, page(name)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if "--check" in arguments:
            sys.stderr.write(f"docs/reference/{name} is stale; run: make reference\n")
        else:
            path.write_text(text, encoding="utf-8")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
