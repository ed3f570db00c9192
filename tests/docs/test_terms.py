"""The page on terms: its commands and its Python do what it says."""

from __future__ import annotations

from tests.docs.conftest import ROOT
from tests.docs.test_tutorial import Blocks, Shell, words

from musterbook.programme.terms import CHOICES, QUESTIONS
from musterbook.programme.terms.comparing import EXPECTED
from musterbook.programme.terms.service import KEYS

PAGE = "docs/terms.md"


def test_every_command_does_what_the_page_says(blocks: Blocks, shell: Shell) -> None:
    """Each `sh` block ends well, and prints each line of the `text` block that follows it."""
    done = None
    for language, content in blocks(PAGE):
        if language == "sh":
            done = shell(content)
            assert done.returncode == 0, f"{content}\n{done.stdout}\n{done.stderr}"
        elif language == "text":
            assert done is not None
            printed = words(done.stdout + done.stderr)
            missing = [line for line in content.splitlines() if words(line) not in printed]
            assert not missing, f"not printed: {missing}\nprinted:\n{done.stdout}"


def test_the_python_of_the_page_runs(blocks: Blocks, shell: Shell) -> None:
    """What a reader copies works as it stands."""
    (code,) = (content for language, content in blocks(PAGE) if language == "python")
    done = shell(f"cat > example.py <<'END'\n{code}END\npython example.py")
    assert done.returncode == 0, done.stderr
    assert "Owed so far 166,666.67 RUB" in done.stdout


def test_everything_that_can_be_written_is_on_the_page() -> None:
    """Every convention with its choices, every question, input and expectation is named."""
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    named = {*CHOICES, *(c for choices in CHOICES.values() for c in choices), *QUESTIONS, *KEYS, *EXPECTED}
    assert [name for name in sorted(named) if f"`{name}`" not in text and f"`{name}:" not in text] == []
