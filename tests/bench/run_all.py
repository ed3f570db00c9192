"""Everything that is measured, in one run on one core: a table on the screen, and JSON.

usage: run_all.py [--quick] [--others PYTHON] [--out FILE]

The programs take turns, three rounds, and the middle of the three counts. Each has a process of its own,
held to one core and one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from corpus import dense, mixed
from measuring import WARM_UP
from stories import documents

HERE = Path(__file__).parent
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
Result = dict[str, Any]


def write(path: Path, documents: Iterable[str]) -> str:
    """Put documents into a file, one JSON string a line."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    return str(path)


def run(python: str, program: str, *arguments: str) -> Result:
    """One program in a process of its own, on one core."""
    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None

    def hold() -> None:
        if core is not None:
            os.sched_setaffinity(0, {core})

    done = subprocess.run(
        [python, str(HERE / program), *arguments],
        env={**os.environ, **ONE_THREAD},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        preexec_fn=hold if core is not None else None,
    )
    found: Result = json.loads(done.stdout.splitlines()[-1])
    return found


def middle(rounds: list[Result]) -> Result:
    """The round whose speed is the middle one, with the spread of all."""
    speeds = sorted(r["documents_per_second"] for r in rounds)
    chosen = next(r for r in rounds if r["documents_per_second"] == statistics.median_low(speeds))
    return {**chosen, "slowest": speeds[0], "fastest": speeds[-1]}


def compare(folder: Path, others: str, quick: bool) -> Iterator[tuple[str, Result]]:
    """Dense reports in both languages, each program on the same documents, taking turns."""
    count = 60 if quick else 240
    for language, program in (("en", "run_spacy.py"), ("ru", "run_slovnet.py")):
        path = write(folder / f"dense.{language}.jsonl", dense(language, count + WARM_UP))
        rivals = [(f"dense {language}: Musterbook, to claims", sys.executable, "run_musterbook.py")]
        if others:
            name = program.removeprefix("run_").removesuffix(".py")
            rivals.append((f"dense {language}: {name}, names only", others, program))
        rounds: dict[str, list[Result]] = {}
        for _ in range(1 if quick else 3):
            for label, python, script in rivals:
                rounds.setdefault(label, []).append(run(python, script, path))
        for label, results in rounds.items():
            yield label, middle(results)


def bulk(folder: Path, quick: bool) -> Iterator[tuple[str, Result]]:
    """Plain text of which one document in a hundred is relevant."""
    path = write(folder / "mixed.jsonl", chain(dense("en", WARM_UP, seed=2), mixed(2_000 if quick else 20_000)))
    repeats = 1 if quick else 3
    triaged = [run(sys.executable, "run_musterbook.py", path, "--triage") for _ in range(repeats)]
    yield "mixed, 1 in 100: as it is read from files", middle(triaged)
    yield "mixed, 1 in 100: every document read", middle([run(sys.executable, "run_musterbook.py", path)])


def memory(folder: Path, quick: bool) -> Iterator[Result]:
    """Peak memory of reading more and more documents into a new book."""
    for count in (1_000, 5_000) if quick else (1_000, 10_000, 100_000):
        yield run(sys.executable, "run_memory.py", str(count), str(folder / f"{count}.db"))


def whatif(others: str, quick: bool) -> Iterator[tuple[str, Result]]:
    """The what-if model: the same figures in SimPy, then 10,000 runs of 104 weeks and 20 regions with all else."""
    few = ("5" if quick else "25", "20")
    own = run(sys.executable, "run_whatif.py", *few)
    if others:
        other = run(others, "run_simpy.py", *few)
        apart = abs(own["sum"] / other["sum"] - 1)
        if apart > 1e-6:
            raise SystemExit(
                f"the two models differ by {apart:.1e} on the same figures: what is measured is not the same"
            )
        yield "what-if: SimPy, the weekly steps", other
    yield (
        "what-if: Musterbook, the weekly steps",
        run(sys.executable, "run_whatif.py", "200" if quick else "2000", "20"),
    )
    yield "what-if: Musterbook, a whole plan", run(sys.executable, "run_whatif.py", "10000", "20", "--plan")


def show_whatif(found: list[tuple[str, Result]]) -> None:
    """Print the table of what-if models."""
    print(f"\n{'':48} {'region-weeks':>14} {'seconds':>9} {'a second':>12} {'peak MiB':>9}")
    for label, r in found:
        speed = r["region_weeks"] / r["seconds"]
        print(f"{label:48} {r['region_weeks']:14,} {r['seconds']:9.2f} {speed:12,.0f} {r['peak_mib']:9.1f}")


def lineage(folder: Path, others: str, quick: bool) -> Iterator[tuple[str, Result]]:
    """Who has it from whom: more and more documents, and near duplicates by others on the same texts."""
    counts = (1_000, 2_000) if quick else (25_000, 50_000, 100_000)
    for count in counts:
        yield f"lineage and findings of {count:,}, in memory", run(sys.executable, "run_lineage.py", str(count))
    place = str(folder / "lineage.db")
    yield f"lineage of {counts[-1]:,}, in a book", run(sys.executable, "run_lineage.py", str(counts[-1]), place)
    if others:
        path = write(folder / "stories.jsonl", (d.reading.text for d in documents(counts[-1]) if d.reading))
        yield f"near duplicates of {counts[-1]:,}, datasketch", run(others, "run_datasketch.py", path)


def show_lineage(traced: list[tuple[str, Result]]) -> None:
    """Print the table of lineage."""
    print(f"\n{'':48} {'documents/s':>12} {'added/s':>9} {'edges':>9} {'peak MiB':>9}")
    for label, r in traced:
        added = f"{r['added_per_second']:9,.0f}" if "added_per_second" in r else " " * 9
        print(f"{label:48} {r['documents_per_second']:12,.1f} {added} {r['edges']:9,} {r['peak_mib']:9.1f}")
        if "prepared_ms" in r:
            print(f"{'':48} (beside it {r['prepared_ms']:.1f} ms a document where it is read, on all cores)")
    own = [r["seconds"] for label, r in traced if label.endswith("in memory")]
    times = ", ".join(f"{b / a:.2f}" for a, b in pairwise(own))
    print(f"twice the documents take {times} times as long")


def show(speeds: list[tuple[str, Result]], peaks: list[Result]) -> None:
    """Print the tables."""
    head = ("", "documents/s", "words/s", "MB/s", "found", "peak MiB", "load s")
    print(f"{head[0]:48} {head[1]:>12} {head[2]:>10} {head[3]:>8} {head[4]:>8} {head[5]:>9} {head[6]:>7}")
    for label, r in speeds:
        print(
            f"{label:48} {r['documents_per_second']:12,.1f} {r['words_per_second']:10,} {r['mb_per_second']:8.2f} "
            f"{r['found']:8,} {r['peak_mib']:9.1f} {r['load_seconds']:7.2f}"
        )
    by_label = dict(speeds)
    for language, program in (("en", "spacy"), ("ru", "slovnet")):
        other = by_label.get(f"dense {language}: {program}, names only")
        own = by_label[f"dense {language}: Musterbook, to claims"]
        if other:
            times = own["documents_per_second"] / other["documents_per_second"]
            print(f"dense {language}: {times:.1f} times the documents per second of {program}")
    print(f"\n{'into a new book, documents':48} {'documents/s':>12} {'peak MiB':>9}")
    for r in peaks:
        print(f"{r['documents']:<48,} {r['documents'] / r['seconds']:12,.1f} {r['peak_mib']:9.1f}")
    spread = max(r["peak_mib"] for r in peaks) / min(r["peak_mib"] for r in peaks) - 1
    print(f"memory grows by {spread:.1%} from the fewest to the most")


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller corpora, one round")
    parser.add_argument("--others", default="", help="a Python with the programs to compare with")
    parser.add_argument("--out", type=Path, help="where to write the figures as JSON")
    options = parser.parse_args()
    machine = {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()}
    print(f"{machine['system']}, Python {machine['python']}, one of {machine['cores']} cores\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        speeds = [*compare(folder, options.others, options.quick), *bulk(folder, options.quick)]
        peaks = list(memory(folder, options.quick))
        traced = list(lineage(folder, options.others, options.quick))
    models = list(whatif(options.others, options.quick))
    show(speeds, peaks)
    show_lineage(traced)
    show_whatif(models)
    if options.out:
        figures = {"machine": machine, "speed": dict(speeds), "memory": peaks}
        figures |= {"lineage": dict(traced), "whatif": dict(models)}
        options.out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"\nwritten: {options.out}")


if __name__ == "__main__":
    main()
