"""``read`` and ``score``: claims without a book, and how good they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from musterbook.cli.adding import limits_of
from musterbook.cli.masks import NOBODY, interchange
from musterbook.cli.screen import Row, Screen
from musterbook.errors import UsageError
from musterbook.records.masking import Masker


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--manifest", type=click.Path(path_type=Path), help="JSONL or CSV: what is known of each file.")
@click.option("--programme", help="Vocabulary to read with: a name or a folder. [bars]")
@click.pass_obj
def read(screen: Screen, files: tuple[Path, ...], manifest: Path | None, programme: str | None) -> int:
    """Read FILES (or folders) and print their claims as JSON lines, in the interchange form."""
    from musterbook import course
    from musterbook.intake import read_manifest
    from musterbook.records import Problem

    stated, problems = read_manifest(manifest) if manifest else (None, [])
    plan = course.Plan(programme or screen.settings.programme, limits_of(screen), stated)
    for problem in problems:
        screen.problem(problem, NOBODY)

    def claims() -> Iterator[Row]:
        for item in course.read_files(files, plan):
            if isinstance(item, Problem):
                screen.problem(item, NOBODY)
                continue
            masker = Masker(item.people, item.reading.language if item.reading else "en")
            for problem in item.problems:
                screen.problem(problem, masker)
            yield from ((interchange(claim, masker), masker) for claim in item.claims)

    screen.rows(claims(), (), "jsonl")
    return screen.exit_code


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List what is missed and what is extra.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def score(screen: Screen, gold: Path, predicted: Path, misses: bool, form: str) -> int:
    """Hold PREDICTED claims against GOLD claims: precision, recall and F1 by type and language."""
    from musterbook.claims.scoring import Tally, score
    from musterbook.vocabulary import load

    result = score(_rows(gold), _rows(predicted), load(screen.settings.programme))

    def figures(name: str, tally: Tally) -> dict[str, Any]:
        return {
            "what": name,
            "gold": tally.found + tally.missed,
            "found": tally.found,
            "extra": tally.extra,
            "precision": f"{tally.precision:.3f}",
            "recall": f"{tally.recall:.3f}",
            "F1": f"{tally.f1:.3f}",
        }

    by_size = sorted(result.types.items(), key=lambda t: (-(t[1].found + t[1].missed), t[0]))
    listed = [figures(name, tally) for name, tally in (*by_size, *sorted(result.languages.items()))]
    listed.append(figures("all", result.total))
    screen.rows(((row, NOBODY) for row in listed), tuple(listed[0]), form)
    fields = [
        {"field": name, "right": right, "of": of, "share": f"{right / of:.3f}"}
        for name, (right, of) in result.fields.items()
    ]
    screen.rows(((row, NOBODY) for row in fields), ("field", "right", "of", "share"), form)
    if misses:
        for word, rows in (("missed", result.missed), ("extra", result.extra)):
            for row in rows:
                args = json.dumps(row.get("args", {}), ensure_ascii=False)
                words = (row.get("quote") or {}).get("exact", "")[:100]
                screen.line(f"{word}: {row['doc']} {row['type']} {args} «{words}»", NOBODY)
    return 0


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise UsageError(f"{path} cannot be read ({why}); give a JSONL file of claims") from fault
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as fault:
            raise UsageError(f"{path}:{number}: not JSON ({fault.msg}); give one claim a line") from fault
        if not isinstance(row, dict) or not {"doc", "type"} <= row.keys():
            raise UsageError(f"{path}:{number}: no claim: 'doc' and 'type' are needed; see the claims guide")
        rows.append(row)
    return rows
