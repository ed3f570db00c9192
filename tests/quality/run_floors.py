"""Writes floors.yaml anew: the digest of the corpus as it is, and every floor raised to what is measured.

A floor is never lowered here while the corpus is the same. When the corpus has changed, what was
measured on the old one says nothing about the new one: all floors are set anew, and one that is lower
than before says so in its line.

usage: python -m tests.quality.run_floors
"""

from __future__ import annotations

from dataclasses import replace

from tests.quality.measure import FLOORS, LANGUAGES, Floor, allowed, digest, figures, floors, measure

from musterbook.claims.reader import Reader
from musterbook.vocabulary import load

HEAD = """\
# What the reader must reach on this corpus; tests/quality/test_quality.py holds it to that.
# `python -m tests.quality.run_floors` raises the floors to a little under what is measured, and sets all anew
# with the digest when the corpus has changed. Nothing lowers a floor by itself. Whoever lowers one by hand writes
# the reason behind it, in the same line: `# lowered: <why>`; without it the tests fail.
# gold: claims (or matches, for a field) behind the figure; reached: what was measured when the floor was set.
"""


def main() -> None:
    """Measure and write."""
    reader = Reader(load("bars"))
    old_digest, old = floors() if FLOORS.exists() else ("", {})
    now = digest()
    lines = []
    for language in LANGUAGES:
        for key, (count, value) in figures(language, measure(language, reader)).items():
            reached = round(value, 3)
            new = Floor(count, reached, allowed(count, reached))
            kept = old.get(key)
            if now == old_digest and kept and kept.floor >= new.floor:
                new = kept
            elif kept and new.floor < kept.floor:
                new = replace(new, why=f"the corpus changed; the floor was {kept.floor:.2f} on the one before")
            why = f"  # lowered: {new.why}" if new.why else ""
            lines.append(f'  "{key}": {{gold: {new.gold}, reached: {new.reached:.3f}, floor: {new.floor:.2f}}}{why}\n')
            if kept and new.floor != kept.floor:
                print(f"{key}: {kept.floor:.2f} -> {new.floor:.2f}")
    FLOORS.write_text(f"{HEAD}\ndigest: {now}\n\nfloors:\n{''.join(lines)}", encoding="utf-8")
    print(f"{FLOORS.name}: {len(lines)} floors")


if __name__ == "__main__":
    main()
