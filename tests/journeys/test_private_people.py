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

Musterbook = Any

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
def newsletters(musterbook: Musterbook, tmp_path: Path) -> Musterbook:
    """A book of both letters."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.html").write_text(NEWSLETTER, encoding="utf-8")
    (folder / "pismo.txt").write_text(LETTER, encoding="utf-8")
    done = musterbook("add", "letters")
    assert done.returncode == 0, done.stderr
    assert not NAMES.search(done.stdout + done.stderr)
    return musterbook


def ids(musterbook: Musterbook) -> list[str]:
    """The ids of all claims."""
    return [json.loads(line)["id"] for line in musterbook("claims", "--format", "jsonl").stdout.splitlines()]


def test_no_output_names_them(newsletters: Musterbook, tmp_path: Path) -> None:
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
        assert done.returncode < 2, done.stderr
        assert not NAMES.search(done.stdout), f"{words}: {NAMES.findall(done.stdout)}"
        assert not NAMES.search(done.stderr), words
        shown += len(done.stdout)
    for name in ("book.jsonl", "report.html", "report.md"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text
        assert not NAMES.search(text), name
    assert shown > 10_000
    assert "Primerov" in newsletters("claims", "--format", "jsonl").stdout, "a governor is named"


def test_no_search_confirms_a_name(newsletters: Musterbook) -> None:
    """Searching for a private name, or its beginning, finds nothing."""
    for name in ("Vymyslova", "Nebyvalaya", "Вымыслова", "Вымысловой", "Небывалую", "Vymysl*", "Небыв*", "Vimyslova"):
        for words in (("search", name), ("claims", "--text", name)):
            done = newsletters(*words)
            assert (done.returncode, done.stdout) == (0, ""), words


def test_the_index_does_not_hold_them(newsletters: Musterbook, tmp_path: Path) -> None:
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


def test_unmasking_needs_a_reason_and_is_kept(newsletters: Musterbook) -> None:
    """Without a reason there is no name; with one there is, and who asked, when and why is in the book."""
    named = ""
    for one in ids(newsletters):
        refused = newsletters("show", one, "--unmask")
        assert refused.returncode == 2
        assert not NAMES.search(refused.stdout + refused.stderr)
        done = newsletters("show", one, "--unmask", "--reason", "the desk checks a quote", "--who", "editor")
        named += done.stdout
    assert NAMES.search(named), "the quotes around which they stand are shown whole"
    whole = newsletters("export", "--whole", "--reason", "to keep").stdout
    assert '"unmask","set","","editor"' in whole
    assert "the desk checks a quote" in whole
    again = newsletters("show", ids(newsletters)[0])
    assert not NAMES.search(again.stdout), "a mask that was lifted once is down again"


def test_documents_that_nobody_read_for_people(musterbook: Musterbook, tmp_path: Path) -> None:
    """A text of no interest, or in a language that is not read, can be found, but shows no name either."""
    (tmp_path / "recipe.txt").write_text(
        "A recipe for plum cake\n\nBeat the eggs with sugar. My neighbour Irina Vymyslova adds cinnamon, and the cake "
        "keeps for a week.\n",
        encoding="utf-8",
    )
    assert musterbook("add", "recipe.txt").returncode == 0
    found = musterbook("search", "cinnamon")
    assert "recipe.txt" in found.stdout
    assert "cake" in found.stdout
    assert not NAMES.search(found.stdout)
    assert musterbook("search", "Vymyslova").stdout == ""
