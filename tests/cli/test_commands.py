"""Every command, as a user gives it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from musterbook.cli.app import COMMANDS

Run = Any


def lines(text: str) -> list[dict[str, Any]]:
    """JSON lines as values."""
    return [json.loads(line) for line in text.splitlines()]


def test_adding_tells_what_was_done(run: Run, reports: Path) -> None:
    """`add` says how much is new, names each problem, and ends with 1 where there was one."""
    done = run("add", "reports", "--manifest", "reports.jsonl")
    assert done.code == 1
    assert done.out == ""
    assert "added: 2 documents" in done.err
    assert "problem: reports/empty.txt: " in done.err
    assert "[intake.empty]" in done.err
    (reports / "empty.txt").unlink()
    again = run("add", "reports", "--manifest", "reports.jsonl")
    assert again.code == 0
    assert "added: 0 documents, 0 claims, 2 known" in again.err


def test_logs_can_be_json(run: Run, reports: Path) -> None:
    """With --json every line on standard error is an object."""
    done = run("--json", "add", "reports", "--manifest", "reports.jsonl")
    events = lines(done.err)
    assert {e["event"] for e in events} == {"problem", "added", "in the book"}
    assert next(e for e in events if e["event"] == "added")["documents"] == 2


def test_quiet_is_quiet(run: Run, reports: Path) -> None:
    """With --quiet nothing is told; the exit code tells."""
    done = run("-q", "add", "reports")
    assert (done.code, done.out, done.err) == (1, "", "")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_takes_the_options_of_every_run(run: Run, command: str) -> None:
    """--book, --json and --quiet may stand after the command as well as before it."""
    done = run(command, "--help")
    assert done.code == 0
    assert all(option in done.out for option in ("--book PATH", "--json", "--quiet"))


def test_the_book_may_be_named_after_the_command(run: Run, reports: Path, tmp_path: Path) -> None:
    """`add ... --book PATH` writes there; the option nearest to the command holds."""
    run("add", "reports", "--manifest", "reports.jsonl", "--book", "mine.db", "--quiet")
    assert (tmp_path / "mine.db").exists()
    assert not (tmp_path / "musterbook.db").exists()
    before, after = run("--book", "mine.db", "claims"), run("--book", "other.db", "claims", "--book", "mine.db")
    assert before.out == after.out != ""


def test_nothing_that_is_shown_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    """Control characters of a report are shown as such, in tables, passages and problems."""
    text = "Tomsk\x1b[31m Region\x9b2J pays \u202ereservists of the BARS unit 45,000 rubles a month.\n"
    (tmp_path / "odd\x1b[5m.txt").write_text(text, encoding="utf-8")
    run("add", "odd\x1b[5m.txt")
    claim = lines(run("claims", "--format", "jsonl").out)[0]["id"]
    shown = [run("claims"), run("show", claim), run("claims", "--format", "csv"), run("add", "no\x1b[5m.txt")]
    assert "45,000 rubles a month" in shown[1].out
    assert not {c for done in shown for c in done.out + done.err} & {"\x1b", "\x9b", "\u202e"}


def test_claims_in_every_format(filled: Run) -> None:
    """The same claims as a table, JSON lines, a JSON list and CSV."""
    wanted = ("claims", "--region", "RU-TOM", "--type", "pay.amount")
    jsonl = lines(filled(*wanted, "--format", "jsonl").out)
    assert [c["args"]["amount"] for c in jsonl] == [45000, 50000]
    assert json.loads(filled(*wanted, "--format", "json").out) == jsonl
    rows = list(csv.DictReader(io.StringIO(filled(*wanted, "--format", "csv").out)))
    assert [r["id"] for r in rows] == [c["id"] for c in jsonl]
    table = filled(*wanted).out
    assert "amount=45000" in table
    assert "amount=50000" in table


def test_filters_are_understood(filled: Run) -> None:
    """A region by its name, a family of types, a partial date."""
    by_code = filled("claims", "--region", "RU-TOM", "--format", "jsonl").out
    assert by_code
    assert filled("claims", "--region", "Томская область", "--format", "jsonl").out == by_code
    family = lines(filled("claims", "--type", "pay", "--format", "jsonl").out)
    assert {c["type"] for c in family} == {"pay.amount"}
    assert filled("claims", "--until", "2026-02").out == ""
    assert len(lines(filled("claims", "--since", "2026-03-10", "--type", "pay", "--format", "jsonl").out)) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("claims", "--region", "RU-XYZ"), "RU-XYZ"),
        (("claims", "--region", "Moscow"), "RU-MOW"),
        (("claims", "--type", "pay.amuont"), "did you mean pay.amount"),
        (("claims", "--since", "2026-02-30"), "no such day"),
        (("findings", "--as-of", "yesterday"), "--as-of"),
        (("claim",), "did you mean claims"),
        (("show", "claim-0000"), "no claim"),
        (("search", "-"), "nothing to search for"),
        (("report", "-o", "report.docx"), ".html"),
        (("report", "-o", "no/such/folder/report.html"), "cannot be written"),
        (("export", "--whole"), "--reason"),
        (("import", "nothing.jsonl"), "cannot be read"),
        (("--book", "elsewhere.db", "claims"), "there is no book"),
        (("score", "a.jsonl", "b.jsonl"), "cannot be read"),
        (("add",), "PATHS"),
        (("add", "reports", "--manifest", "none.jsonl"), "none.jsonl"),
    ],
)
def test_misuse_says_what_to_do(filled: Run, words: tuple[str, ...], told: str) -> None:
    """What cannot be done as asked ends with 2, nothing on standard output, and words that help."""
    done = filled(*words)
    assert done.code == 2, done
    assert done.out == ""
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_path_that_is_not_there_is_a_problem(run: Run) -> None:
    """A folder that does not exist is told, and nothing is made up."""
    done = run("add", "nowhere")
    assert done.code != 0
    assert "nowhere" in done.err


def test_show_gives_the_words_in_their_place(filled: Run) -> None:
    """`show` prints the claim, its paragraph with the quote set off, the document and its hash."""
    claim = lines(filled("claims", "--type", "pay.amount", "--format", "jsonl").out)[0]
    shown = filled("show", claim["id"].removeprefix("claim-")[:10]).out
    assert "amount: 45000" in shown
    assert f"»{claim['quote']['exact']}«" in " ".join(shown.split())
    assert "agency.txt" in shown
    assert "publisher: Example Agency  (manifest)" in shown
    assert "sha256: " in shown


def test_findings_keep_rivals_side_by_side(filled: Run) -> None:
    """Two sums for one question stand in one finding; `--as-of` takes only what was published by then."""
    pay = lines(filled("findings", "--region", "RU-TOM", "--type", "pay.amount", "--format", "jsonl").out)
    assert [[r["values"]["amount"] for r in f["rivals"]] for f in pay] == [[45000, 50000]]
    assert [r["outlets"] for r in pay[0]["rivals"]] == [1, 1]
    earlier = filled("findings", "--as-of", "2026-03-05", "--type", "pay.amount", "--format", "jsonl")
    assert [[r["values"]["amount"] for r in f["rivals"]] for f in lines(earlier.out)] == [[45000]]
    table = filled("findings", "--region", "RU-TOM").out
    assert table.count("RU-TOM") == 1, "the region is named once, at the head of its findings"


def test_claims_without_a_date_are_told(run: Run, reports: Path) -> None:
    """What `--as-of` leaves out because nobody knows when it was published is said."""
    run("-q", "add", "reports/paper.txt")
    done = run("findings", "--as-of", "2026-12-01")
    assert "without a date" in done.err


def test_reports_are_written_whole(filled: Run, tmp_path: Path) -> None:
    """A page is self-contained, has every rival and its quote, and says what it is not."""
    for name in ("r.html", "r.md"):
        done = filled("report", "-o", name)
        assert done.code == 0
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "not legal advice" in text
        assert "45,000 RUB a month" in text
        assert "50,000 RUB a month" in text
        assert "Example Agency" in text
        assert "empty.txt" in text
        assert not [line for line in text.splitlines() if "<script" in line or "src=" in line or "@import" in line]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".r.")] == []


def test_problems_are_listed(filled: Run) -> None:
    """`problems` ends with 1 where there are any, and can be narrowed to a code."""
    assert filled("problems").code == 1
    assert (
        lines(filled("problems", "--code", "intake.empty", "--format", "jsonl").out)[0]["where"] == "reports/empty.txt"
    )
    none = filled("problems", "--code", "intake.encrypted")
    assert (none.code, none.out) == (0, "")


def test_verify_counts_its_checks(filled: Run) -> None:
    """`verify` says how many checks were made, and that nothing is wrong."""
    done = filled("verify")
    assert done.code == 0
    assert "2 captures re-hashed" in done.out
    assert "0 faults" in done.out


def test_read_needs_no_book(run: Run, reports: Path, tmp_path: Path) -> None:
    """`read` prints the interchange form, whose quotes stand in the files, and leaves no book."""
    done = run("read", "reports")
    assert done.code == 1
    for claim in lines(done.out):
        text = (reports / claim["doc"]).read_text(encoding="utf-8")
        quote = claim["quote"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]
    assert not (tmp_path / "musterbook.db").exists()


def test_what_is_read_is_what_is_added(filled: Run) -> None:
    """`read` and `claims` of a book give the same claims of the same files."""
    read = lines(filled("read", "reports", "--manifest", "reports.jsonl").out)
    kept = lines(filled("claims", "--format", "jsonl").out)
    for claim in kept:
        del claim["id"], claim["published"]
    assert sorted(map(json.dumps, read)) == sorted(map(json.dumps, kept))


def test_score_of_itself_is_perfect(filled: Run, tmp_path: Path) -> None:
    """Claims held against themselves are all found."""
    (tmp_path / "c.jsonl").write_text(filled("read", "reports").out, encoding="utf-8")
    done = filled("score", "c.jsonl", "c.jsonl", "--format", "json")
    assert done.code == 0
    assert '"F1": "1.000"' in done.out


def test_a_whole_book_moves(filled: Run) -> None:
    """`export --whole` and `import` give a book that says the same; who exported it is kept."""
    assert filled("export", "--whole", "--reason", "moving house", "--who", "desk", "-o", "b.jsonl").code == 0
    assert filled("--book", "other.db", "import", "b.jsonl").code == 0
    assert filled("--book", "other.db", "export").out == filled("export").out
    assert "moving house" in Path("b.jsonl").read_text(encoding="utf-8")


def test_searching_finds_inflected_words(filled: Run) -> None:
    """A word is found in any of its forms; nothing found is no fault."""
    hits = lines(filled("search", "reservist", "--format", "jsonl").out)
    assert {h["document"] for h in hits} == {"agency.txt", "paper.txt"}
    none = filled("search", "submarine")
    assert (none.code, none.out) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_each_shell(run: Run, shell: str) -> None:
    """The set-up names the program."""
    assert "_MUSTERBOOK_COMPLETE" in run("completion", shell).out


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_explains_itself(run: Run, command: str) -> None:
    """`--help` of each command ends well."""
    done = run(command, "--help")
    assert done.code == 0
    assert "Usage: musterbook" in done.out
    assert "\\b" not in done.out


def test_help_answers_at_once() -> None:
    """`--help` imports no store, no vocabulary and no reader, and takes under 0.3 s of processor time, at its best."""
    code = (
        "import sys, time; from musterbook.cli.app import main; main(['--help'])\n"
        "print(time.process_time(), *(m for m in sys.modules if m.startswith('musterbook.')))"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    taken, *modules = min((r.stdout.splitlines()[-1].split() for r in runs), key=lambda words: float(words[0]))
    assert float(taken) < 0.3
    assert not [m for m in modules if m.startswith(("musterbook.store", "musterbook.vocabulary", "musterbook.claims"))]


def test_a_reader_that_leaves_is_no_fault(filled: Run) -> None:
    """`musterbook claims | head` ends quietly."""
    program = f"{sys.executable} -c 'import sys; from musterbook.cli.app import main; sys.exit(main())'"
    command = f"{program} export | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_same_bytes_under_two_names_make_their_claims_once(run: Run, tmp_path: Path) -> None:
    """`add` says how many claims it brought into the book, whether a copy comes with its twin or later."""
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("BARS reservists in Tomsk Region will be paid 80,000 rubles a month.\n")
    assert "added: 2 documents, 1 claim, 0 known" in run("add", "copies").err
    (folder / "c.txt").write_bytes((folder / "a.txt").read_bytes())
    assert "added: 1 document, 0 claims, 2 known" in run("add", "copies").err


def test_reasons_are_broken_where_a_screen_ends(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`findings --why` keeps to the width that COLUMNS asks for, and writes whole lines where nobody asks."""
    monkeypatch.setenv("COLUMNS", "60")
    narrow = filled("findings", "--why").out
    monkeypatch.delenv("COLUMNS")
    whole = filled("findings", "--why").out
    assert max(map(len, narrow.splitlines())) <= 60 < max(map(len, whole.splitlines()))
    assert " ".join(narrow.split()) == " ".join(whole.split())


def test_a_passage_in_a_pipe_has_no_padding(filled: Run) -> None:
    """`show` writes no spaces at the end of a line."""
    claim = lines(filled("claims", "--format", "jsonl").out)[0]["id"]
    shown = filled("show", str(claim)).out.splitlines()
    assert shown == [line.rstrip() for line in shown]


def all_ended(group: int) -> bool:
    """Whether every process of a group ends within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_ctrl_c_stops_and_says_so(run: Run, tmp_path: Path) -> None:
    """Interrupted, `add` ends with 130, keeps what it wrote, and leaves no process behind."""
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n:03}.txt").write_text(f"BARS reservists in Tomsk Region will be paid {n},000 rubles a month.\n")
    program = "import sys; from musterbook.cli.app import main; sys.exit(main())"
    words = [sys.executable, "-c", program, "add", str(folder), "--workers", "2"]
    process = subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(2.0)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, err = process.communicate(timeout=60)
    if process.returncode != 0:  # not done already
        assert process.returncode == 130
        assert "run it again" in err
        assert "Traceback" not in err, err
    assert all_ended(process.pid)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where a device that is always full stands in for one")
@pytest.mark.parametrize("command", ["export", "findings", "claims --format jsonl", "verify"])
def test_output_that_nothing_takes_is_told(filled: Run, command: str) -> None:
    """A disk without room for what a command prints gives one line that says what to do, and code 2."""
    program = "import sys; from musterbook.cli.app import main; sys.exit(main())"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program, *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "the output cannot be written (No space left on device)" in done.stderr


def test_a_report_where_nothing_can_be_written_is_told(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes no file and gives none up, being read-only, is told in one line."""

    def refusing(name: str) -> None:
        allowed = getattr(Path, name)

        def refuse(path: Path, *words: Any, **named: Any) -> Any:
            if "report.html" in path.name:
                raise OSError(30, "Read-only file system", str(path))
            return allowed(path, *words, **named)

        monkeypatch.setattr(Path, name, refuse)

    refusing("open")
    refusing("unlink")
    done = filled("report", "-o", "report.html")
    assert (done.code, done.err) == (
        2, "musterbook: report.html cannot be written (Read-only file system); give another path\n"
    )  # fmt: skip


@pytest.mark.parametrize("command", ["import", "score", "whatif", "terms --cases", "add . --manifest", "ledger add"])
def test_files_that_are_not_text_are_told(run: Run, tmp_path: Path, command: str) -> None:
    """A file in whose place another kind of file is given is named, with what is wrong, and nothing breaks."""
    (tmp_path / "photo.jsonl").write_bytes(b"\x89PNG\r\n\x1a\n\xd0\xff\x00\xfe" * 9)
    first, *options = command.split()
    done = run(first, "photo.jsonl", "photo.jsonl") if first == "score" else run(first, *options, "photo.jsonl")
    assert done.code in (1, 2)
    assert "photo.jsonl" in done.err
    assert "codec" not in done.err


def test_why_a_run_ends_is_json_too(filled: Run) -> None:
    """With --json, before or after the command, misuse is told as one object as well."""
    for words in (["--json", "claims", "--type", "no.such"], ["claims", "--region", "Nowhere", "--json"]):
        done = filled(*words)
        (event,) = lines(done.err)
        assert (done.code, event["event"]) == (2, "error")
        assert words[-1 if words[0] == "--json" else 2] in event["what"]
