"""Compiled expressions that are taken up again are the ones that were compiled."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from musterbook import reading
from musterbook.claims.patterns import PatternBook
from musterbook.claims.reader import Reader, reader_for
from musterbook.expressions import Codes
from musterbook.records import Capture
from musterbook.vocabulary import expressions, load

_REPORTS = Path(__file__).parents[1] / "quality" / "corpus"
_EACH = 12  # reports: enough of either language, in a few seconds


def test_every_expression_of_the_programme_finds_what_that_of_re_finds() -> None:
    """Whether compiled or restored from its code, an expression finds what the one of ``re.compile`` does."""
    vocabulary = load("bars")
    book, reader = PatternBook(vocabulary), reader_for(vocabulary)
    texts = {
        book.expression(text, ready.pattern.language)
        for ready in book.ready
        for text in (ready.pattern.match, ready.pattern.unless, ready.pattern.requires)
        if text
    }
    assert len(texts) > 500
    shadows = list(_shadows(reader))
    found = 0
    for text in texts:
        plain, made = re.compile(text), expressions.compiled(text)
        assert made == Codes().compiled(text)
        assert (made.groupindex, made.groups, made.flags) == (plain.groupindex, plain.groups, plain.flags)
        for shadow in shadows:
            spans = [m.span() for m in made.finditer(shadow)]
            assert spans == [m.span() for m in plain.finditer(shadow)], text
            found += len(spans)
    assert found > 500


def _shadows(reader: Reader) -> Iterator[str]:
    """Some reports of either language, as the patterns see them."""
    for path in sorted(_REPORTS.glob("*/*.txt"))[::_EACH]:
        capture = Capture(path.name, path.read_bytes(), "text/plain", encoding="utf-8")
        document = reader.document(reading.read(capture)[0], capture)
        if document:
            yield document.shadow


def test_a_faulty_expression_is_a_fault_each_time() -> None:
    """What does not compile is not remembered as if it did."""
    for _ in range(2):
        with pytest.raises(re.error):
            expressions.compiled("(open")


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    """The second process that reads with a vocabulary takes up the first one's expressions and its vocabulary."""
    script = (
        "import sys; from pathlib import Path; from musterbook import kept; kept.keep_in(Path(sys.argv[1]))\n"
        "from musterbook.vocabulary import expressions, load, loader\n"
        "from musterbook.claims.reader import reader_for\n"
        "read = []; loader._load = lambda *args, of=loader._load: read.append(1) or of(*args)\n"
        "reader = reader_for(load('signon')); reader.book.check(); [r.needs for r in reader.book.ready]\n"
        "print(len(read), len(expressions._NEW) + len(expressions._CODES.new))\n"
        "expressions.lay_down(reader.vocabulary.digest)\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert said[0][0] == "1"
    assert int(said[0][1]) > 10
    assert said[1] == ["0", "0"]
