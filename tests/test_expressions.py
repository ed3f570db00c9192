"""What is compiled from kept code is what ``re.compile`` gives, in every way that can be asked of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from array import array
from collections.abc import Iterator
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]

import pytest

from musterbook import expressions, kept

_REPORTS = sorted((Path(__file__).parents[1] / "examples" / "bars").glob("*.txt"))[:3]
CASES = [
    ("plain", 0),
    (r"(?P<day>\d{1,2})\.(?P<month>\d\d)|(x)(?P<rest>y+)?", 0),
    (r"(?i)[а-яё]+\b", 0),
    (r"[а-яё]+(?=\.)|É", re.I),
    (r"\w+\s", re.A),
    (r"(?a:\w)(?-i:X)", re.I),
    ("^a.b$", re.S | re.M),
    (r"""a  # a letter
        (?P<b> b )""", re.VERBOSE | re.IGNORECASE),
    (r"(?:[^\W\d_]{2,40}?|(?>a+)b*+)+", re.U),
    ("", 0),
    ("\u0000\uffff\U0001f600[\ue000-\uf8ff]", 0),
]  # fmt: skip
TEXT = "12.03 xyy ПРАПОР. слово a\nb ab É é plain \u0000\uffff\U0001f600 \ue123 word "


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which this process keeps things while the test lasts, and nothing taken up before."""
    before = kept.folder()
    kept.keep_in(tmp_path / "cache")
    _forget(monkeypatch)
    yield tmp_path / "cache"
    kept.keep_in(before)


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be as a process that has just begun."""
    monkeypatch.setattr(expressions, "_OWN", expressions.Codes())
    monkeypatch.setattr(expressions, "_TAKEN", [])


def _asked(pattern: re.Pattern[str]) -> tuple[object, ...]:
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)]
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found, repr(pattern)


def _body(code: list[int]) -> list[int]:
    """The code without its head, which tells only where a match can begin."""
    return code[code[1] + 1 :]


@pytest.mark.parametrize(("expression", "flags"), CASES)
def test_it_is_what_re_makes_of_it(expression: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled now or taken up, an expression is equal to and does the same as the one of ``re``; also its flags."""
    plain = re.compile(expression, flags)
    new = expressions.regex(expression, flags)
    expressions.lay_down()
    _forget(monkeypatch)
    again = expressions.regex(expression, flags)
    assert not expressions._OWN.new
    assert new == again
    assert hash(new) == hash(again)
    made = expressions._code(expression, flags)
    assert made
    assert _body(array("I", made[1]).tolist()) == _body(_compiler._code(_parser.parse(expression, flags), flags))
    assert _asked(new) == _asked(plain) == _asked(again)


def test_flags_keep_expressions_apart() -> None:
    """One text with other flags is another expression."""
    assert expressions.regex("a").flags != expressions.regex("a", re.I).flags
    assert expressions.regex("a", re.I).search("A")
    assert not expressions.regex("a").search("A")


@pytest.mark.parametrize(
    ("expression", "flags"), [("(open", 0), ("a**", 0), ("(?P<a>x)(?P<a>y)", 0), ("a", re.A | re.U)]
)
def test_a_fault_is_the_one_of_re_each_time(expression: str, flags: int) -> None:
    """What does not compile says so in the words of ``re``, and is never remembered as if it did."""
    with pytest.raises((re.error, ValueError)) as theirs:
        re.compile(expression, flags)
    for _ in range(2):
        with pytest.raises(type(theirs.value)) as ours:
            expressions.regex(expression, flags)
        assert (str(ours.value), vars(ours.value)) == (str(theirs.value), vars(theirs.value))
        expressions.lay_down()


def test_a_warning_is_given_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ``re`` warns of is warned of in every run, and an error where warnings are errors."""
    for _ in range(2):
        re.purge()
        with pytest.warns(FutureWarning, match="Possible nested set"):
            assert expressions.regex("[[a]").search("[")
        expressions.lay_down()
        _forget(monkeypatch)
    re.purge()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(FutureWarning):
            expressions.regex("[[a]")


def test_where_nothing_is_kept_all_is_left_to_re(folder: Path) -> None:
    """A user of the library who names no folder has plain ``re.compile``, and nothing is written."""
    kept.keep_in(None)
    assert expressions.regex("left to re", re.I) is re.compile("left to re", re.I)
    expressions.lay_down()
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    """Nothing is kept there, and every expression is compiled."""
    (tmp_path / "file").write_bytes(b"")
    kept.keep_in(tmp_path / "file" / "cache")
    assert expressions.regex("a+b").fullmatch("aab")
    expressions.lay_down()


def test_what_another_process_kept_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs with different commands add up."""
    expressions.regex("one")
    mine = expressions._OWN
    _forget(monkeypatch)
    expressions.regex("two")
    expressions.lay_down()
    monkeypatch.setattr(expressions, "_OWN", mine)
    expressions.lay_down()
    _forget(monkeypatch)
    assert expressions.regex("one").search("one")
    assert expressions.regex("two").search("two")
    assert not expressions._OWN.new


def test_expressions_of_older_versions_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are more than a program has, only those stay that the run which laid them down used."""
    monkeypatch.setattr(expressions, "_MOST", 10)
    for number in range(10):
        expressions.regex(f"old {number}")
    expressions.lay_down()
    _forget(monkeypatch)
    expressions.regex("old 3")
    expressions.regex("new")
    expressions.lay_down()
    _forget(monkeypatch)
    expressions.regex("new")
    assert {text for text, _ in expressions._OWN.all()} == {"old 3", "new"}


_EVERY_MODULE = """
import importlib, pkgutil, re, sys
from array import array
from pathlib import Path
from musterbook import expressions, kept
kept.keep_in(Path(sys.argv[1]))
import musterbook
for found in pkgutil.walk_packages(musterbook.__path__, "musterbook."):
    if ".migrations" not in found.name and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
own = expressions._OWN
for (text, flags), code in own.all().items():
    plain, made = re.compile(text, flags), expressions._pattern(text, code)
    theirs, ours = re._compiler._code(re._parser.parse(text, flags), flags), array("I", code[1]).tolist()
    assert ours[ours[1] + 1 :] == theirs[theirs[1] + 1 :] and ours[3] == theirs[3], text
    assert made.flags == plain.flags and made.groupindex == plain.groupindex and made.groups == plain.groups, text
print(len(own.all()), len(own.new))
expressions.lay_down()
"""


def test_a_second_run_compiles_nothing_of_the_program(tmp_path: Path) -> None:
    """Every expression of the modules is what ``re`` makes of it, the same in each run, and compiled in the first."""
    said = [
        subprocess.run(
            [sys.executable, "-c", _EVERY_MODULE, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert int(said[0][0]) > 100
    assert said[0][0] == said[0][1]
    assert said[1] == [said[0][0], "0"]
    assert int(said[0][0]) * 2 < expressions._MOST


_READ = """
import sys
from musterbook.cli.app import main
code = main(["read", *sys.argv[1:]])
print("yaml" in sys.modules, file=sys.stderr)
sys.exit(code)
"""


def test_a_second_reading_makes_nothing_anew(tmp_path: Path) -> None:
    """What a command makes of the program and its vocabulary is kept: the next writes none of it and reads no YAML."""
    told = []
    for seed in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", _READ, *map(str, _REPORTS)],
            cwd=tmp_path,
            env={**os.environ, "MUSTERBOOK_CACHE": str(tmp_path / "kept"), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        files = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "kept").iterdir()}
        told.append((ran.stdout, files, ran.stderr.split()[-1]))
    assert told[0][:2] == told[1][:2]
    assert told[0][0]
    assert [said for _, _, said in told] == ["True", "False"]
    assert {name.split("-")[0] for name in told[0][1]} >= {"program", "expressions", "vocabulary", "speech.people.en"}
