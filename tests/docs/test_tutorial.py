"""The tutorial is run as a reader would: every command, in order, in one empty folder."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

Blocks = Callable[[str], list[tuple[str, str]]]
Shell = Callable[[str], subprocess.CompletedProcess[str]]


def words(text: str) -> str:
    """Text without the white space and lines that only lay it out."""
    return " ".join("".join(c if c not in "│┃━─┏┓┗┛┡┩└┘├┤┬┴┼╇╞╡═╪" else " " for c in text).split())


@pytest.mark.parametrize(
    ("page", "least"),
    [
        ("docs/tutorial.md", 8),
        ("docs/model.md", 8),
        ("docs/report.md", 4),
        ("docs/ledger.md", 5),
        ("docs/whatif.md", 1),
    ],
)
def test_every_command_does_what_the_page_says(page: str, least: int, blocks: Blocks, shell: Shell) -> None:
    """Each `sh` block ends well, and prints each line of the `text` block that follows it."""
    done = None
    count = 0
    for language, content in blocks(page):
        if language == "sh":
            done = shell(content)
            count += 1
            assert done.returncode == 0, f"{content}\n{done.stdout}\n{done.stderr}"
        elif language == "text":
            assert done is not None, "a text block stands before any command"
            printed = words(done.stdout + done.stderr)
            missing = [line for line in content.splitlines() if words(line.replace("…", "")) not in printed]
            assert not missing, f"not printed: {missing}\nprinted:\n{done.stdout}\n{done.stderr}"
    assert count >= least


def test_readme_python_runs_as_it_stands(blocks: Blocks, shell: Shell) -> None:
    """The example of the README has five statements at most, runs, and prints claims with their words."""
    (code,) = (content for language, content in blocks("README.md") if language == "python")
    lines = [line for line in code.splitlines() if line.strip() and not line.startswith(("import", "from"))]
    assert len(lines) <= 5
    done = shell(f"cat > example.py <<'END'\n{code}END\npython example.py")
    assert done.returncode == 0, done.stderr
    assert "|" in done.stdout


def test_readme_commands_exist(blocks: Blocks, shell: Shell) -> None:
    """Every command that the README shows is one, with those options."""
    shown = [line for language, content in blocks("README.md") if language == "sh" for line in content.splitlines()]
    commands = [line.split("#")[0].strip() for line in shown if line.startswith("musterbook")]
    assert len(commands) >= 6
    run = [command for command in commands if "CLAIM" not in command]
    done = shell(" && ".join(f"{{ {command}; [ $? -lt 2 ]; }}" for command in run))
    assert done.returncode == 0, done.stderr
