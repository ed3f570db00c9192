"""The answers of the working model, as a user asks for them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from musterbook.cli.app import main

Run = Any

REPORTS = {
    "law.txt": (
        "Law on reservists signed\n\nPresident Ivan Primerov signed the law on February 4, 2026. It allows reservists "
        "to be deployed in peacetime. At least 20 regions have begun recruiting reservists for BARS units, the Example "
        "Wire agency reported. A draft government decree published on February 6 allows training sessions lasting up "
        "to six months a year. Reservists will not be sent to Ukraine, the General Staff said.\n"
    ),
    "tomsk.txt": (
        "Tomsk Region pays its reservists\n\nA BARS unit was formed in Tomsk Region in January 2026. Reservists in "
        "Tomsk Region are paid 80,000 rubles a month. Those who sign a contract for 12 months receive a one-time bonus "
        "of 300,000 rubles. If the contract is ended early, the bonus must be returned in full. Training takes three "
        "weeks. Men aged 18 to 65 can join.\n\n"
        '"My husband signed last week," said Olga Vydumannaya, who lives in the town.\n'
    ),
    "headquarters.txt": (
        "Bill on defence headquarters\n\nThe Ministry of Defence has published a bill under which defence headquarters "
        "will be established in regions where martial law is in effect. The headquarters would coordinate agencies and "
        "protect critical infrastructure. Such headquarters already operate in the Donetsk and Luhansk regions.\n"
    ),
    "orders.txt": (
        "Weekly reports on recruitment\n\nThe Kremlin has ordered regional officials to file weekly reports on the "
        "recruitment of reservists, Example Wire reported, citing a letter. Recruitment orders have been in effect "
        "since March 1, 2023. An attached document lists 22 groups of people, among them debtors, migrants and the "
        "unemployed. Officials must report every week how many people were approached and how many signed a "
        "contract. The letter could not be independently verified.\n"
    ),
}
MANIFEST = (
    '{"file": "law.txt", "publisher": "Example Agency", "published": "2026-02-10"}\n'
    '{"file": "tomsk.txt", "publisher": "Example Paper", "published": "2026-03-10"}\n'
    '{"file": "headquarters.txt", "publisher": "Example Agency", "published": "2026-02-20"}\n'
    '{"file": "orders.txt", "publisher": "Example Paper"}\n'
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of four made-up reports, made once."""
    folder = tmp_path_factory.mktemp("model")
    (folder / "reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    (folder / "reports.jsonl").write_text(MANIFEST, encoding="utf-8")
    place = folder / "kept.db"
    words = ("-q", "--book", str(place), "add", str(folder / "reports"), "--manifest", str(folder / "reports.jsonl"))
    assert main(list(words)) == 0
    return place


@pytest.fixture
def book(run: Run, kept: Path, tmp_path: Path) -> Run:
    """Runs commands where a copy of that book is."""
    for file in kept.parent.glob("kept.db*"):  # with what SQLite has not yet written back
        copyfile(file, tmp_path / file.name.replace("kept", "musterbook"))
    return run


def records(done: Any) -> list[dict[str, Any]]:
    """What a command printed as JSON."""
    return list(json.loads(done.out))


def test_a_region_with_everything_that_holds_there(book: Run) -> None:
    """One command gives a region's pay and, under a heading of its own, bonus, return, age, training, limit, place."""
    done = book("region", "Tomsk Region", "--why")
    assert done.code == 0
    for quote in ("80,000 rubles a month", "300,000 rubles", "aged 18 to 65", "three weeks", "six months"):
        assert quote in done.out, quote
    head, own, general = done.out.partition("Without naming a region")
    assert "Tomsk region (RU-TOM): formed" in head
    assert "80,000 RUB a month" in head
    assert own
    assert "denied: Ukraine, says General Staff" in general
    assert "6 months (draft)" in general
    assert "Vydumannaya" not in done.out
    (entry,) = records(book("region", "RU-TOM", "--format", "json"))
    assert entry["state"] == "formed"
    assert entry["pay"][0]["support"]["claims"][0]["exact"] in REPORTS["tomsk.txt"]


def test_all_regions_and_their_number(book: Run) -> None:
    """Without a region: every region with its state, and the count of 20 held against the one that is named."""
    done = book("region")
    assert "Tomsk region: formed" in done.out
    assert "at least 20 regions" in done.out
    assert "at least 19 named nowhere" in book("region", "--format", "csv").out
    assert [r["record"] for r in records(book("region", "--format", "json"))] == ["RegionEntry", "Counted"]
    assert "denied: Ukraine" in book("region", "--everywhere").out


def test_law_and_draft_are_told_apart(book: Run) -> None:
    """The signed law is one, the draft decree none yet, and the rule of the draft says so on a day."""
    done = book("law", "--held-on", "2026-02-10")
    words = " ".join(done.out.split())
    assert "law: signed" in words
    assert "decree: published draft, no law yet" in words
    assert "draft of a decree, no law yet; on 2026-02-10:" in words
    adopted = {(r["kind"], r["adopted"]) for r in records(book("law", "--format", "json")) if "kind" in r}
    assert ("law", True) in adopted
    assert ("decree", False) in adopted


def test_headquarters_that_exist_and_that_are_proposed(book: Run) -> None:
    """Existing ones and the proposed ones stand apart, the latter under the bill, with its remit and quotes."""
    states = {r["jurisdiction"]: r["state"] for r in records(book("headquarters", "--format", "json"))}
    assert states == {"UA-14": "exists", "UA-09": "exists", "regions_under_martial_law": "proposed"}
    done = book("headquarters", "--why")
    assert "is proposed under bill" in done.out
    assert "remit: agency coordination" in done.out
    assert "«" in done.out


def test_orders_with_groups_and_what_is_counted(book: Run) -> None:
    """Orders show who, to whom, since when, how often; the groups counted and named; what is reported; unverified."""
    done = book("orders", "--why")
    shown = ("report by Kremlin, to regional officials", "how often: weekly", "in effect since 2023-03-01")
    for words in (*shown, "22 groups", "debtors", "approached: weekly", "not verified", "3 named beside the count"):
        assert words in done.out, words


def test_officials_by_region(filled: Run, tmp_path: Path) -> None:
    """Officials who joined are listed with their office; nobody else is; a region narrows the list."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text(
        "Governor joins\n\nTomsk Region Governor Ivan Primerov has joined the BARS-Tomsk unit.\n", encoding="utf-8"
    )
    assert filled("-q", "add", "more").code == 0
    done = filled("officials", "--region", "RU-TOM")
    assert "Ivan Primerov, governor, joined BARS-Tomsk" in " ".join(done.out.split())
    assert "Vydumannaya" not in done.out
    nobody = filled("officials", "--region", "RU-AMU")
    assert (nobody.code, nobody.out) == (0, "")
    assert "no report says anything on it" in nobody.err


@pytest.mark.parametrize("command", ["region", "law", "headquarters", "officials", "orders"])
def test_every_form_of_every_answer(book: Run, command: str) -> None:
    """JSON, JSON lines and CSV hold the same claims; every line of CSV has its claims and quotes."""
    listed = [json.loads(line) for line in book(command, "--format", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(book(command, "--format", "csv").out)))
    assert all(row["claims"].startswith("claim-") and "«" in row["quotes"] for row in rows)
    assert bool(rows) == bool(listed) == (command != "officials")
    assert {i for row in rows for i in row["claims"].split(" · ")} <= set(re.findall("claim-[0-9a-f]+", str(listed)))


def test_as_known_and_as_held_are_two_things(book: Run) -> None:
    """Before its report was published the unit is unknown; before it was formed it did not hold, and both are said."""
    known = book("region", "RU-TOM", "--as-of", "2026-02")
    assert "nothing known" in known.out
    assert "not shown" in known.err
    held = book("region", "RU-TOM", "--held-on", "2025-12-31")
    assert "unit formed" not in held.out
    assert "left out: what did not hold on 2025-12-31" in held.err
    assert "formed" in book("region", "RU-TOM", "--as-of", "2026-03", "--held-on", "2026-02-01").out


def test_findings_claims_and_conflicts_of_a_day(book: Run) -> None:
    """What did not hold on a day is left out of findings, claims and conflicts, and the rest says yes or unknown."""
    for command in ("findings", "claims"):
        before = book(command, "--type", "law.stage", "--held-on", "2026-01-01", "--format", "json")
        after = book(command, "--type", "law.stage", "--held-on", "2026-02-28", "--format", "json")
        assert '"signed"' not in before.out
        assert '"held": "yes"' in after.out
    assert "held" in book("findings", "--held-on", "2026-02-28").out.splitlines()[0]
    assert "held that day: " in book("findings", "--held-on", "2026-02-28", "--why").out
    rows = records(book("conflicts", "--all", "--held-on", "2026-02-28", "--format", "json"))
    assert {r["held"] for r in rows} <= {"yes", "unknown"}
    assert book("conflicts", "--all", "--as-of", "2026-01").out == ""


def test_a_day_is_a_day(book: Run) -> None:
    """A month is no day on which something held, and a region that nobody knows is an error."""
    for words in (("law", "--held-on", "2026-02"), ("claims", "--held-on", "soon"), ("region", "Atlantis")):
        done = book(*words)
        assert done.code == 2
        assert done.err.startswith("musterbook: ")


def test_a_region_that_no_report_names(book: Run) -> None:
    """It is shown as one of which nothing is known, not as an error, beside what holds without naming a region."""
    done = book("region", "RU-AMU")
    assert "Amur region (RU-AMU): nothing known" in done.out
    assert "no report says that it recruits or has a unit" in done.out
