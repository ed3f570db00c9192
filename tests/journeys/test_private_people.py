"""From a newsletter that quotes private people to every output: none of them is named anywhere."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Any

NEWSLETTER = """\
<html><head><title>Why Irina Vymyslova was sent home</title><meta name="author" content="Irina Vymyslova"></head>
<body><article><h1>Why Irina Vymyslova was sent home</h1>
<p>Tomsk Region has begun recruiting reservists for its BARS unit. Governor Ivan Primerov said that reservists would be
paid 45,000 rubles a month and would guard oil refineries.</p>
<p>“I came to the enlistment office twice, and they do not take women yet,” said cosmetologist Irina Vymyslova, 34.
Vymyslova’s sister, Yelena Nebyvalaya, who lives in Tomsk, applied in March. Nebyvalaya was told that women are not
accepted. According to Nebyvalaya, reservists receive 50,000 rubles a month.</p>
<p>I. Vymyslova later wrote that the contract is signed for one year.</p>
</article></body></html>
"""

LETTER = """\
Резервистов ждут

В Томской области начался набор резервистов в отряд «БАРС». Губернатор Иван Примеров сообщил, что резервистам будут
платить 45 тысяч рублей в месяц за охрану нефтеперерабатывающих заводов.

Как рассказала косметолог Ирина Вымыслова, женщин пока не берут. Вместе с Вымысловой приходила её сестра, жительница
Томска Елена Небывалая. Небывалой отказали, хотя Небывалую поддержал муж. По словам Ирины Вымысловой, резервисты
получают 50 тысяч рублей в месяц. «Контракт подписывают на год», — написала Вымыслова. Елене Небывалой ответили, что
письма Вымысловых и Небывалых получены.
"""

NAMES = re.compile(r"v[yi]m[yi]slov|neb[yi]val|вымысл|небывал", re.IGNORECASE)


@pytest.fixture
def newsletters(run: Run, tmp_path: Path) -> Run:
    """A book of both letters."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.html").write_text(NEWSLETTER, encoding="utf-8")
    (folder / "pismo.txt").write_text(LETTER, encoding="utf-8")
    done = run("add", "letters")
    assert done.code == 0, done.err
    assert not NAMES.search(done.out + done.err)
    return run


def ids(run: Run) -> list[str]:
    """The ids of all claims."""
    return [json.loads(line)["id"] for line in run("claims", "--format", "jsonl").out.splitlines()]


def test_no_output_names_them(newsletters: Run, tmp_path: Path) -> None:
    """No form of either name, in either script, is in what any command prints or writes."""
    forms = ("table", "jsonl", "csv", "json")
    commands = [
        *(("claims", "--format", form) for form in forms),
        *(("findings", "--format", form) for form in forms),
        *(("problems", "--format", form) for form in forms),
        *(("search", "женщин OR women OR cosmetologist OR косметолог", "--format", form) for form in forms),
        ("verify",),
        ("export",),
        ("export", "-o", "book.jsonl"),
        ("report", "-o", "report.html"),
        ("report", "-o", "report.md"),
        ("read", "letters"),
        ("--json", "add", "letters"),
        *(("show", one) for one in ids(newsletters)),
    ]
    shown = 0
    for words in commands:
        done = newsletters(*words)
        assert done.code < 2, done.err
        assert not NAMES.search(done.out), f"{words}: {NAMES.findall(done.out)}"
        assert not NAMES.search(done.err), words
        shown += len(done.out)
    for name in ("book.jsonl", "report.html", "report.md"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text
        assert not NAMES.search(text), name
    assert shown > 10_000
    assert "Primerov" in newsletters("claims", "--format", "jsonl").out, "a governor is named"


def test_no_search_confirms_a_name(newsletters: Run) -> None:
    """Searching for a private name, or its beginning, finds nothing."""
    for name in ("Vymyslova", "Nebyvalaya", "Вымыслова", "Вымысловой", "Небывалую", "Vymysl*", "Небыв*", "Vimyslova"):
        for words in (("search", name), ("claims", "--text", name)):
            done = newsletters(*words)
            assert (done.code, done.out) == (0, ""), words


def test_the_index_does_not_hold_them(newsletters: Run, tmp_path: Path) -> None:
    """Neither the words of the full-text index nor anything else that a search reads holds a name."""
    with closing(sqlite3.connect(tmp_path / "musterbook.db")) as book:
        tables = [r[0] for r in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        indexed = [t for t in tables if "search" in t]
        assert indexed
        for table in indexed:
            for row in book.execute(f"SELECT * FROM {table}"):
                for value in row:
                    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                    assert not NAMES.search(text), table
        words = [r[0] for r in book.execute("SELECT words FROM extractions")]
    assert words
    assert not any(NAMES.search(zlib.decompress(w).decode("utf-8", "replace")) for w in words if w[:1] == b"x")


def test_unmasking_needs_a_reason_and_is_kept(newsletters: Run) -> None:
    """Without a reason there is no name; with one there is, and who asked, when and why is in the book."""
    named = ""
    for one in ids(newsletters):
        refused = newsletters("show", one, "--unmask")
        assert refused.code == 2
        assert not NAMES.search(refused.out + refused.err)
        done = newsletters("show", one, "--unmask", "--reason", "the desk checks a quote", "--who", "editor")
        named += done.out
    assert NAMES.search(named), "the quotes around which they stand are shown whole"
    whole = newsletters("export", "--whole", "--reason", "to keep").out
    assert '"unmask","set","","editor"' in whole
    assert "the desk checks a quote" in whole
    again = newsletters("show", ids(newsletters)[0])
    assert not NAMES.search(again.out), "a mask that was lifted once is down again"


def test_documents_that_nobody_read_for_people(run: Run, tmp_path: Path) -> None:
    """A text of no interest, or in a language that is not read, can be found, but shows no name either."""
    (tmp_path / "recipe.txt").write_text(
        "A recipe for plum cake\n\nBeat the eggs with sugar. My neighbour Irina Vymyslova adds cinnamon, and the cake "
        "keeps for a week.\n",
        encoding="utf-8",
    )
    assert run("add", "recipe.txt").code == 0
    found = run("search", "cinnamon")
    assert "recipe.txt" in found.out
    assert "cake" in found.out
    assert not NAMES.search(found.out)
    assert run("search", "Vymyslova").out == ""
