"""The commands on lineage, conflicts, sources and changes, as a user gives them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Run = Any

BODY = (
    "Authorities in Tomsk Region are forming units of reservists to guard oil refineries from drones. By the end of "
    "February 105 people had signed contracts there. Reservists in Tomsk Region are paid {pay} rubles per month."
)


@pytest.fixture
def book(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A book with a report and a rewrite of it that garbles the pay."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "first.txt").write_text(f"A unit\n\n{BODY.format(pay='43,700')}\n", encoding="utf-8")
    (folder / "later.txt").write_text(f"Reserve\n\n{BODY.format(pay='47,300')}\n", encoding="utf-8")
    lines = [
        {"file": "first.txt", "publisher": "Kommersant", "published": "2026-03-01"},
        {"file": "later.txt", "publisher": "Example Mix", "published": "2026-03-04"},
    ]
    (tmp_path / "m.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run("add", "stories", "--manifest", "m.jsonl").code == 0
    return run


def rows(text: str) -> list[dict[str, Any]]:
    """JSON lines as values."""
    return [json.loads(line) for line in text.splitlines()]


def test_a_garbled_echo_is_shown_with_both_quotes(book: Run) -> None:
    """`conflicts` gives the echo, its source's words and the edge between them."""
    (row,) = [r for r in rows(book("conflicts", "--format", "jsonl").out) if r["kind"] == "garbled"]
    assert "47,300" in row["quotes"][0]
    assert "43,700" in row["quotes"][1]
    assert row["edge"].startswith("rewrites") or row["edge"].startswith("copies")


def test_an_edge_is_drawn_rejected_and_brought_back(book: Run) -> None:
    """`lineage` draws where a document comes from; a decision needs a reason, counts at once, and can be undone."""
    drawn = book("lineage", "later.txt").out
    assert "first.txt" in drawn
    assert "words in a row" in drawn
    (row,) = rows(book("lineage", "later.txt", "--format", "jsonl").out)
    assert book("lineage", "later.txt", "--reject", row["edge"]).code == 2
    assert rows(book("lineage", "later.txt", "--reject", row["edge"], "--why", "no", "--format", "jsonl").out) == []
    assert not [r for r in rows(book("conflicts", "--format", "jsonl").out) if r["kind"] == "garbled"]
    again = rows(book("lineage", "later.txt", "--undo", row["edge"], "--why", "read again", "--format", "jsonl").out)
    assert again == [row]


def test_whose_word_each_sentence_is(book: Run) -> None:
    """`lineage --words` tells of each sentence whose word it is, and by what; it needs a document."""
    told = rows(book("lineage", "later.txt", "--words", "--format", "jsonl").out)
    assert [r["whose"] for r in told if "drones" in r["words"] or "105" in r["words"]] == ["Kommersant"] * 2
    assert all(r["how"] for r in told)
    assert "Kommersant" in book("lineage", "later.txt", "--words").out
    assert book("lineage", "--words").code == 2


def test_a_source_is_set_by_hand(book: Run) -> None:
    """`lineage --set` puts a person's source in the place of what is proposed."""
    done = book("lineage", "first.txt", "--set", "TASS", "--kind", "copies", "--why", "seen", "--format", "jsonl")
    assert [(r["from"], r["kind"], r["confidence"]) for r in rows(done.out)] == [("TASS", "copies", 1.0)]


def test_sources_are_judged_by_people(book: Run) -> None:
    """`sources` says F until somebody gives a letter with a reason."""
    before = {r["source"]: r["reliability"] for r in rows(book("sources", "--format", "jsonl").out)}
    assert set(before.values()) == {"F"}
    assert book("sources", "Kommersant", "--judge", "B").code == 2
    (after,) = rows(book("sources", "Kommersant", "--judge", "B", "--why", "checked", "--format", "jsonl").out)
    assert (after["reliability"], after["why"]) == ("B", "checked")


def test_what_is_new_since_a_date(book: Run) -> None:
    """`diff` names what a later document changed, and nothing before it."""
    kinds = {r["kind"] for r in rows(book("diff", "--since", "2026-03-02", "--format", "jsonl").out)}
    assert kinds == {"changed"}
    assert {r["kind"] for r in rows(book("diff", "--since", "2026-01-01", "--format", "jsonl").out)} >= {"added"}
    assert book("diff", "--since", "2027-01-01", "--format", "jsonl").out == ""


def test_a_finding_says_why(book: Run) -> None:
    """`findings --why` shows reason, credibility and every quote."""
    told = book("findings", "--type", "pay.amount", "--why").out
    assert "single origin" in told
    assert "43,700" in told
    assert "credibility 3" in told
    assert "garbled" in told


def test_two_names_are_made_one_and_two_again(book: Run) -> None:
    """`entities` lists who is named; a decision on two names needs a reason, counts at once, and can be undone."""
    names = {r["name"] for r in rows(book("entities", "outlet", "--format", "jsonl").out)}
    assert {"Kommersant", "Example Mix"} <= names
    assert book("entities", "same", "Kommersant", "Example Mix").code == 2
    assert book("entities", "planet").code == 2
    said = book("entities", "same", "Kommersant", "Example Mix", "--why", "one newsroom", "--format", "jsonl")
    (row,) = rows(said.out)
    assert (row["name"], row["also"]) == ("Kommersant", ["Example Mix"])
    book("entities", "undo", "Kommersant", "Example Mix", "--why", "it was another")
    assert {r["name"] for r in rows(book("entities", "outlet", "--format", "jsonl").out)} == names


def test_people_say_what_a_source_is(book: Run) -> None:
    """The kind of a source is set with a reason, counts at once, and is taken back."""
    assert book("sources", "Example Mix", "--kind", "rewriter").code == 2
    (row,) = rows(book("sources", "Example Mix", "--kind", "rewriter", "--why", "no desk", "--format", "jsonl").out)
    assert row["kind"] == "rewriter"
    (row,) = rows(book("sources", "Example Mix", "--undo-kind", "--why", "it has one", "--format", "jsonl").out)
    assert row["kind"] == "unknown"


def test_words_name_nobody_where_no_statement_was_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`lineage --words` shows the sentences of a document without claims, and no private name in them."""
    monkeypatch.chdir(tmp_path)
    told = "The reservists of Tomsk Region are much talked about. “They walk past my shop”, says shopkeeper {}.\n"
    (tmp_path / "plain.txt").write_text(f"Talk of the town\n\n{told.format('Zinaida Vydumova')}", encoding="utf-8")
    assert run("add", "plain.txt").code == 0
    assert rows(run("claims", "--format", "jsonl").out) == []
    shown = run("lineage", "plain.txt", "--words", "--format", "jsonl").out
    assert "reservists of Tomsk Region" in shown
    assert "Zinaida" not in shown
    assert "Vydumova" not in shown


def test_a_source_that_nobody_knows_is_misuse(book: Run) -> None:
    """`sources NAME` ends with 2 where the book has no such source, and offers no kind without a name."""
    assert book("sources", "Kommersant").code == 0
    asked = book("sources", "Nobody")
    assert (asked.code, "no source is named 'Nobody'" in asked.err) == (2, True)
    assert "[|" not in book("sources", "--help").out


def test_edges_are_listed_in_the_order_of_documents(book: Run) -> None:
    """Without a document `lineage` goes by the documents' names."""
    names = [r["document"] for r in rows(book("lineage", "--format", "jsonl").out)]
    assert names
    assert names == sorted(names)


def test_an_echo_that_garbles_is_called_so_whatever_the_question_is(book: Run) -> None:
    """The answer of a garbled echo is not shown in the state of the answers beside it."""
    told = [line for line in book("region", "Tomsk").out.splitlines() if "47,300" in line]
    assert told
    assert all("garbled" in line.split("RUB")[-1] for line in told)
