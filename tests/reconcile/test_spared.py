"""Differences between two statements that their sentences show to be none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.made import claim, matter, paper, vocabulary
from tests.reconcile.test_swaps import read

from musterbook.reconcile.doubts.holders import Holders
from musterbook.reconcile.doubts.spared import Spared, once_at_the_law
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Doubt, Quote

LISTS = Lists(vocabulary())
COUNT, LAW, LIMIT, STRENGTH = "recruitment.count", "law.stage", "callup.limit", "unit.strength"
PSKOV, PERM = "In the Pskov region", "In the Perm region"


def spares(roles: tuple[str, ...], was: tuple[Claim, str], now: tuple[Claim, str]) -> bool:
    """Whether the texts of two statements show that both can be so; each statement is all of its text's first half."""
    texts = {c.capture_id: replace(read(t, t), capture_id=c.capture_id) for c, t in (was, now)}
    told = [replace(c, quote=Quote("r", 0, len(t) // 2, t[: len(t) // 2])) for c, t in (was, now)]
    made = matter(told, [paper("a"), paper("b")])
    held = Holders({c.capture_id: [c] for c in told}, made.origins, made.questions, texts.get)
    return Spared(held, Lists(vocabulary())).is_so(roles, *told)


@pytest.mark.parametrize(
    ("roles", "was", "now", "so"),
    [
        (
            ("region",),
            (claim("a", STRENGTH, count=41, region="RU-PSK"), f"{PSKOV} 41 wardens serve, as in the Perm region."),
            (claim("b", STRENGTH, count=41, region="RU-PER"), f"{PERM} 41 wardens serve."),
            True,
        ),
        (
            ("region",),
            (claim("a", STRENGTH, count=41, region="RU-PSK"), f"{PSKOV} 41 wardens serve."),
            (claim("b", STRENGTH, count=41, region="RU-PER"), f"{PERM} 41 wardens serve."),
            False,
        ),
        (
            ("region",),
            (claim("a", STRENGTH, count=41, region="RU-PSK"), f"{PSKOV} 41 wardens serve."),
            (claim("b", STRENGTH, count=41, region="RU-PER"), "Of the unit 41 wardens serve."),
            True,
        ),
        (
            ("count",),
            (claim("a", STRENGTH, count=41), "On the coast 41 wardens serve."),
            (claim("b", STRENGTH, count=60), "On the coast 60 wardens serve, up from 41."),
            True,
        ),
        (
            ("count",),
            (claim("a", STRENGTH, count=41), "On the coast 41 wardens serve."),
            (claim("b", STRENGTH, count=60), "On the coast 60 wardens serve."),
            False,
        ),
        (
            ("instrument",),
            (claim("a", LAW, instrument="law", stage="signed"), "A law on wardens was signed."),
            (claim("b", LAW, instrument="decree", stage="signed"), "What the wardens get was signed on Friday."),
            True,
        ),
        (
            ("stage",),
            (claim("a", COUNT, count=41, stage="applied"), "So far 41 wardens have filed applications."),
            (claim("b", COUNT, count=41, stage="called_up"), "So far 41 wardens have come to the coast."),
            True,
        ),
        (
            ("stage",),
            (claim("a", COUNT, count=41, stage="applied"), "So far 41 wardens have filed applications."),
            (claim("b", COUNT, count=41, stage="called_up"), "So far 41 wardens were called up."),
            False,
        ),
        (
            ("status",),
            (claim("a", STRENGTH, "proposed", count=41), "The note says that 41 wardens serve."),
            (claim("b", STRENGTH, count=41), "On the coast 41 wardens serve."),
            True,
        ),
        (
            ("status",),
            (claim("a", STRENGTH, "proposed", count=41), "The note says that 41 wardens are to serve."),
            (claim("b", STRENGTH, count=41), "On the coast 41 wardens serve."),
            False,
        ),
    ],
)
def test_what_the_words_around_show(
    roles: tuple[str, ...], was: tuple[Claim, str], now: tuple[Claim, str], so: bool
) -> None:
    """Both regions or figures in one sentence, a place, law or stage that no word names, a level in a draft's note."""
    assert spares(roles, was, now) is so


def test_without_a_text_nothing_is_spared() -> None:
    """Words that are not at hand show nothing."""
    told = [claim("a", STRENGTH, count=41, region="RU-PSK"), claim("b", STRENGTH, count=41, region="RU-PER")]
    made = matter(told, [paper("a"), paper("b")])
    held = Holders({c.capture_id: [c] for c in told}, made.origins, made.questions)
    assert not Spared(held, LISTS).is_so(("region",), *told)


def doubt(of: Claim, against: Claim, *roles: str) -> Doubt:
    """A garbling of one statement."""
    return Doubt("garbled", of.id, (against.id,), "made up", "edge", roles)


@pytest.mark.parametrize(
    ("status", "law", "kept"),
    [("proposed", True, ["stage"]), ("planned", True, ["stage", "status"]), ("proposed", False, ["status"])],
)
def test_a_draft_told_as_a_law_is_garbled_once(status: str, law: bool, kept: list[str]) -> None:
    """What it gives is not told again; a plan that is no draft's is, and so is a draft's where no law is told of."""
    draft, gives = (
        claim("a", LAW, "proposed", instrument="bill"),
        claim("a", "callup.limit", status, max_duration="P2M"),
    )
    told, given = claim("b", LAW, instrument="law"), claim("b", "callup.limit", max_duration="P2M")
    doubts = [*([doubt(told, draft, "stage")] if law else []), doubt(given, gives, "status")]
    assert [r for d in once_at_the_law(doubts, {c.id: c for c in (draft, gives)}) for r in d.roles] == kept
