"""``whatif``: a plan run forward week by week, as bands over many runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from musterbook.cli import shorthand, wanted
from musterbook.cli.masks import NOBODY, Mask, Masks
from musterbook.cli.screen import FORMATS, Row, Screen
from musterbook.errors import UsageError

if TYPE_CHECKING:
    from musterbook.programme.whatif import Outcome, Plan, Used
    from musterbook.publish.charts import Bands, Bar, Head

_MEASURES = ("posts_covered", "shortfall", "called_up", "trained", "reserve", "cost")
_SHARES = ("5 %", "25 %", "50 %", "75 %", "95 %")
_SHOWN = 6  # weeks in a table
_DRIVERS = 8  # inputs that drive a result, in a table
_ENDINGS = (".svg", ".html", ".htm")
_CAUTION = "This says what would follow from the inputs below if the model held. It is not a forecast."
_DUTY = {"at_once": "whoever is needed is called up until the limit is used", "even": "duty is spread over the year"}
_YEAR = {"calendar": "the limit counts from 1 January", "any12": "the limit counts in any 52 weeks"}


@click.command()
@click.argument("plan", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--runs", type=int, default=None, metavar="N", help="How many runs, instead of the plan's.")
@click.option("--seed", type=int, default=None, metavar="S", help="Where all draws begin, instead of the plan's.")
@click.option("--measure", type=click.Choice(_MEASURES), default="posts_covered", show_default=True, help="To chart.")
@wanted.region_option
@wanted.as_of_option
@wanted.held_on_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A .svg or .html.")
@click.pass_obj
def whatif(screen: Screen, /, plan: Path, runs: int | None, seed: int | None, output: Path | None, **given: str) -> int:
    """Run PLAN (a YAML file) forward week by week: sign-ups, training, call-up, contracts, posts.

    Inputs are figures or ranges, by hand or from the book; what comes out are bands over many runs, by region,
    and which input drives them. Nothing is said below the region, and nothing is recommended.
    """
    from musterbook.programme.whatif import ALL, read_plan, run
    from musterbook.vocabulary import load

    if output is not None and output.suffix.lower() not in _ENDINGS:
        raise UsageError(f"{output}: charts are written as .svg or .html; end the name in one of these")
    vocabulary = load(screen.settings.programme)
    names = {i: e.names.get("en", i) for (kind, i), e in vocabulary.entries.items() if kind == "region"}
    read = read_plan(plan, names).but(runs, seed)
    region = wanted.region(given["region"], vocabulary) or ALL
    if region not in (ALL, *read.regions):
        raise UsageError(f"--region {given['region']!r}: the plan has {', '.join(read.regions)}; give one of these")
    used, mask = _inputs(screen, read, given["as_of"], given["held_on"])
    told = _Telling(run(read, used), names, region, given["measure"], mask)
    if given["measure"] not in told.outcome.weekly[region]:
        raise UsageError(f"--measure {given['measure']}: the plan gives no pay; add pay, or chart another measure")
    if output is not None:
        text = told.page() if output.suffix.lower() != ".svg" else told.drawing()
        screen.save(output, ((text, mask),))
        screen.log(f"written: {output}: {read.runs:,} runs of {read.weeks:,} weeks")
        return 0
    told.show(screen, given["form"])
    return 0


def _inputs(screen: Screen, plan: Plan, as_of: str, held_on: str) -> tuple[tuple[Used, ...], Mask]:
    """The plan's inputs, and the mask of all documents that give one."""
    from musterbook.programme.whatif import use

    known, day = wanted.last_day(as_of, "--as-of"), wanted.day(held_on, "--held-on")
    if not plan.asks:
        if known or day:
            screen.log("the plan asks nothing of the book: --as-of and --held-on change nothing")
        return use(plan), NOBODY
    from musterbook.modelling import model
    from musterbook.store import open_book

    with open_book(screen.settings.book, create=False) as book:
        made = model(book, screen.settings.programme, known, day)
        used = use(plan, made.lines)
        masks = Masks(book)
        mask = masks.together(made.claims[i].capture_id for u in used for i in u.claims)
        wanted.tell_left_out(screen, book, known, day)
    return used, mask


@dataclass(frozen=True, slots=True)
class _Telling:
    """An outcome in words, tables and charts, for one region or all together."""

    outcome: Outcome
    names: Mapping[str, str]
    region: str
    measure: str
    mask: Mask

    def show(self, screen: Screen, form: str) -> None:
        """On the screen."""
        if form in ("json", "jsonl"):
            screen.rows([(self._record(), self.mask)], (), form)
        elif form == "csv":
            columns = ("region", "measure", "unit", "week", "date", *_SHARES)
            screen.rows(self._weeks(), columns, "csv")
        else:
            self._tables(screen)

    def _tables(self, screen: Screen) -> None:
        from musterbook.publish.charts import plain_bands

        plan, plain = self.outcome.plan, not screen.marked
        for line in (plan.title, *self._words(), ""):
            screen.line(line, self.mask)
        for title, head, rows in (self._used(), self._results(), self._by_region()):
            screen.line(title, self.mask)
            screen.rows(((dict(zip(head, row, strict=True)), self.mask) for row in rows), head, grouped=1)
            screen.line("", self.mask)
        screen.line(f"{self._called(self.measure)}, {self._place(self.region)}", self.mask)
        for line in plain_bands(self._bands(self.region, self.measure), ascii_only=plain):
            screen.line(line, self.mask)
        for result in self.outcome.drivers:
            title, head, rows = self._driving(result)
            screen.line(f"\n{title}", self.mask)
            screen.rows(((dict(zip(head, row, strict=True)), self.mask) for row in rows), head)

    def drawing(self) -> str:
        """One chart, as a file."""
        from musterbook.publish.charts import alone, band_chart

        return alone(band_chart(self._head(self.region, self.measure), self._bands(self.region, self.measure)))

    def page(self) -> str:
        """Everything, as one page: a region alone where one is asked for."""
        from musterbook.programme.whatif import ALL
        from musterbook.publish.charts import Chapter, Head, Table, band_chart, bar_chart, chart_page

        weekly = self.outcome.weekly
        regions = [ALL, *self.outcome.plan.regions] if self.region == ALL else [self.region]
        shown = [m for m in ("posts_covered", "called_up", "reserve", "cost") if m in weekly[regions[0]]]
        chapters = []
        for code in regions:
            measures = shown if code == regions[0] else [self.measure]
            charts = tuple(band_chart(self._head(code, m), self._bands(code, m)) for m in measures)
            chapters.append(Chapter(self._place(code), (), charts))
        title, head, rows = self._results()
        chapters.append(Chapter(title, (), (), (Table(head, rows),)))
        for result in self.outcome.drivers:
            title, head, rows = self._driving(result)
            chart = bar_chart(Head(title, unit="% of the spread"), self._driver_bars(result))
            chapters.append(Chapter(title, (), (chart,), (Table(head, rows),)))
        title, head, rows = self._used()
        chapters.append(Chapter(title, (), (), (Table(head, rows),)))
        return chart_page(self.outcome.plan.title, self._words(), chapters)

    def _words(self) -> list[str]:
        plan = self.outcome.plan
        how = f"{plan.runs:,} runs of {plan.weeks:,} weeks from {plan.start.isoformat()}, seed {plan.seed}"
        priced = {kind for kinds in self.outcome.priced.values() for kind in kinds}
        costs = f"The cost counts {', '.join(_plain(k) for k in sorted(priced))}, and nothing else." if priced else ""
        lines = (plan.note, _CAUTION, f"{how}; {_DUTY[plan.duty]}; {_YEAR[plan.year]}.", costs)
        return [line for line in lines if line]

    def _place(self, code: str) -> str:
        return f"{self.names[code]} ({code})" if code in self.names else "all regions of the plan"

    def _unit(self, measure: str) -> str:
        from musterbook.programme.whatif import UNITS

        return UNITS[measure].replace("money", self.outcome.plan.currency)

    def _called(self, measure: str) -> str:
        return f"{_plain(measure)}, {self._unit(measure)}"

    def _head(self, code: str, measure: str) -> Head:
        from musterbook.publish.charts import Head

        plan = self.outcome.plan
        note = f"{plan.runs:,} runs, seed {plan.seed}. {plan.note}".strip()
        title = f"{_plain(measure).capitalize()}, {self._place(code)}"
        return Head(title, f"{plan.title}.", self._unit(measure), note)

    def _bands(self, code: str, measure: str) -> Bands:
        from musterbook.publish.charts import Bands

        weekly = self.outcome.weekly[code]
        low, lower, middle, upper, high = zip(*weekly[measure], strict=True)
        needed = [b[2] for b in weekly["posts_needed"]] if measure == "posts_covered" else None
        return Bands(self.outcome.days, low, lower, middle, upper, high, needed, "needed (the middle run)")

    def _used(self) -> tuple[str, Sequence[str], list[list[str]]]:
        """Inputs; those that are the same in all regions once."""
        from musterbook.programme.whatif import INPUTS

        rows: dict[tuple[str, ...], list[str]] = {}
        for one in self.outcome.used:
            definition = INPUTS[one.input]
            source = ": ".join(w for w in (one.source, shorthand.ids(one.claims)) if w)
            unit = definition.unit.replace("money", self.outcome.plan.currency)
            shared = unit == "share"
            figure = one.amount.words()
            amount = figure if shared else f"{figure} {_one(unit) if figure == '1' else unit}"
            row = (one.input, amount, f"share {definition.says}" if shared else definition.says, source, one.note)
            rows.setdefault(row, []).append(one.region)
        every = len(self.outcome.plan.regions)
        listed = [
            [row[0], "all" if len(codes) == every and every > 1 else " ".join(codes), *row[1:]]
            for row, codes in rows.items()
        ]
        listed.sort(key=lambda row: list(INPUTS).index(row[0]))
        return "Inputs, and where they come from", ("input", "region", "figure", "what", "source", "note"), listed

    def _results(self) -> tuple[str, Sequence[str], list[list[str]]]:
        from musterbook.programme.whatif import RESULTS

        rows = []
        for name, says in RESULTS.items():
            for code, results in self.outcome.results.items():
                if name in results and self.region in (code, "all"):
                    said = says.replace("money", self.outcome.plan.currency)
                    rows.append([said, self._place(code), *(_figure(f, name == "covered") for f in results[name])])
        title = "Over the whole time: so many per cent of the runs stay below"
        return title, ("result", "region", *_SHARES), rows

    def _by_region(self) -> tuple[str, Sequence[str], list[list[str]]]:
        days = self.outcome.days
        picked = sorted({round(n * (len(days) - 1) / (_SHOWN - 1)) for n in range(_SHOWN)})
        rows = []
        for code, weekly in self.outcome.weekly.items():
            if self.region in (code, "all"):
                bands = [weekly[self.measure][n] for n in picked]
                rows.append([self._place(code), *(f"{_figure(b[2])} ({_figure(b[0])}–{_figure(b[4])})" for b in bands)])
        title = f"{self._called(self.measure)}: the middle run (nine in ten runs)".capitalize()
        return title, ("region", *(days[n] for n in picked)), rows

    def _driving(self, result: str) -> tuple[str, Sequence[str], list[list[str]]]:
        rows = []
        for driver in self.outcome.drivers[result][:_DRIVERS]:
            place, words = self._input(driver.input)
            rows.append([words, place, f"{driver.share:.0%}", f"{driver.rank:+.2f}"])
        title = f"What drives it: {_driven(result, self.outcome.plan.currency)}"
        return title, ("input", "region", "share of the spread", "rank correlation"), rows

    def _driver_bars(self, result: str) -> list[Bar]:
        from musterbook.publish.charts import Bar

        bars = []
        for driver in self.outcome.drivers[result][:_DRIVERS]:
            place, words = self._input(driver.input)
            way = "more with more" if driver.rank > 0 else "less with more"
            bars.append(Bar(f"{words}, {place}", round(100 * driver.share, 1), note=f"% ({way})"))
        return bars

    def _input(self, draw: str) -> tuple[str, str]:
        from musterbook.programme.whatif import named

        region, words = named(draw)
        return region or "all", words.replace("money", self.outcome.plan.currency)

    def _weeks(self) -> Iterator[Row]:
        """One row a region, measure and week."""
        for code, weekly in self.outcome.weekly.items():
            if self.region not in (code, "all"):
                continue
            for measure, bands in weekly.items():
                for week, band in enumerate(bands):
                    shares = {s: _rounded(f) for s, f in zip(_SHARES, band, strict=True)}
                    row = {"region": code, "measure": measure, "unit": self._unit(measure), "week": week}
                    yield {**row, "date": self.outcome.days[week], **shares}, self.mask

    def _record(self) -> dict[str, Any]:
        """Everything, as one object."""
        outcome, plan = self.outcome, self.outcome.plan
        own = [c for c in outcome.weekly if self.region in (c, "all")]
        return {
            "title": plan.title,
            "note": plan.note,
            "caution": _CAUTION,
            "start": plan.start.isoformat(),
            "weeks": plan.weeks,
            "runs": plan.runs,
            "seed": plan.seed,
            "duty": plan.duty,
            "year": plan.year,
            "currency": plan.currency,
            "quantiles": list(_SHARES),
            "inputs": [
                {
                    "input": u.input,
                    "region": u.region,
                    "kind": u.amount.kind,
                    "figures": list(u.amount.figures),
                    "source": u.source,
                    "claims": list(u.claims),
                    "note": u.note,
                    "drawn": u.draw,
                }
                for u in outcome.used
            ],
            "priced": {c: list(kinds) for c, kinds in outcome.priced.items()},
            "results": {c: {n: list(map(_rounded, b)) for n, b in outcome.results[c].items()} for c in own},
            "drivers": {
                name: [{"input": d.input, "share": round(d.share, 4), "rank": round(d.rank, 4)} for d in found]
                for name, found in outcome.drivers.items()
            },
            "days": list(outcome.days),
            "weekly": {
                c: {m: [list(map(_rounded, b)) for b in bands] for m, bands in outcome.weekly[c].items()} for c in own
            },
        }


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _driven(result: str, currency: str) -> str:
    from musterbook.programme.whatif import RESULTS

    return RESULTS[result].replace("money", currency)


def _figure(figure: float, share: bool = False) -> str:
    if share:
        return f"{figure:.0%}"
    return f"{figure:,.0f}" if abs(figure) >= 100 or figure == round(figure) else f"{figure:.3g}"


def _rounded(figure: float) -> float:
    """Six digits: what 32 bits are good for."""
    return float(f"{figure:.6g}")


def _one(unit: str) -> str:
    """A unit of measure behind the figure 1.

    >>> _one("weeks"), _one("people a week"), _one("RUB a month")
    ('week', 'person a week', 'RUB a month')
    """
    first, space, rest = unit.partition(" ")
    return {"weeks": "week", "people": "person", "posts": "post", "places": "place"}.get(first, first) + space + rest
