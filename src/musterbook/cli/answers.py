"""Answers of the working model on the screen: as tables, as JSON and CSV, or with every quote.

In: parts of an answer, each a list of lines in words, and the records themselves. Out: what the screen shows.
Never shows a quote without the mask of its document, and no line without the claims it stands on.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from musterbook.cli import shorthand, wanted
from musterbook.cli.masks import Masks
from musterbook.cli.screen import FORMATS, Row, Screen
from musterbook.records import Claim, Line

if TYPE_CHECKING:
    from musterbook.programme import Model
    from musterbook.publish.wording import Wording

_VOICES_SHOWN = 2
_CSV = (
    "part", "about", "type", "region", "said", "status", "polarity", "hedged", "state", "question_state", "standing",
    "documents", "outlets", "origins", "first", "last", "since", "until", "held", "held_why", "claims", "quotes",
)  # fmt: skip
_TOPICS = {
    "benefit.granted": "benefit",
    "callup.limit": "call-up limit",
    "callup.place": "call-up place",
    "deployment.area": "sent to",
    "duty.assigned": "duty",
    "eligibility.age": "age",
    "eligibility.criterion": "who may join",
    "pay.amount": "pay",
    "pay.clawback": "to be returned",
    "recruitment.count": "people",
    "recruitment.open": "recruitment",
    "recruitment.voluntary": "voluntary",
    "training.duration": "training",
    "unit.action": "unit did",
    "unit.formed": "unit formed",
    "unit.strength": "strength",
}
_STATUS = {"proposed": "draft", "planned": "planned", "ordered": "ordered"}
_UNSAID = frozenset({"date", "comparator", "effective_since", "person", "issuer", "recipients", "actor", "position"})


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """One line of an answer in words: what it is about, what is said, what it stands on."""

    about: str
    text: str
    line: Line


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Some lines of an answer under a heading, with what there is to know about them all."""

    title: str
    lines: tuple[Said, ...]
    notes: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """What a command was asked for: until when known, on which day held, how shown."""

    as_of: str
    held_on: str
    why: bool
    form: str


def answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all answers of the model have, handed over as one `Asked`."""

    def run(*given: Any, as_of: str, held_on: str, why: bool, form: str, **others: Any) -> Any:
        known, day = wanted.last_day(as_of, "--as-of"), wanted.day(held_on, "--held-on")
        return command(*given, asked=Asked(known, day, why, form), **others)

    run.__doc__, run.__name__ = command.__doc__, command.__name__
    options = (
        wanted.as_of_option,
        wanted.held_on_option,
        click.option("--why", is_flag=True, help="With reasons and every quote; as text."),
        click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True),
    )
    for option in reversed(options):
        run = option(run)
    return run


@dataclasses.dataclass(frozen=True, slots=True)
class Desk:
    """What a command needs to answer: the model, how things are called, the masks."""

    screen: Screen
    model: Model
    wording: Wording
    masks: Masks
    asked: Asked

    def words(self, line: Line, *, staged: bool = True) -> str:
        """A line in words: question, answer, details, how it is told and by whom.

        Args:
            line: The line.
            staged: Say whether it is planned, ordered or a draft's.
        """
        question = self.wording.question(line.scope)
        answer = self.wording.answer(line.values, line.scope)
        details = self.wording.question(tuple(d for d in line.details if d[0] not in _UNSAID))
        text = ": ".join(w for w in (question, answer) if w) or "yes"
        text += f", {details}" if details else ""
        return marked(line, text, staged=staged) + self.voices(line)

    def voices(self, line: Line) -> str:
        """Who is named in the reports as saying it, nearest first; nothing where they speak for themselves."""
        names = list(dict.fromkeys(c.attribution[0].split(" (")[0] for c in self._claims(line) if c.attribution))
        more = f" and {len(names) - _VOICES_SHOWN} more" if len(names) > _VOICES_SHOWN else ""
        return f", says {' and '.join(names[:_VOICES_SHOWN])}{more}" if names else ""

    def topic(self, line: Line) -> str:
        """The claim type of a line, as short as a column wants it."""
        return _TOPICS.get(line.type, line.type.replace(".", " ").replace("_", " "))

    def say(self, lines: Iterable[Line]) -> tuple[Said, ...]:
        """Lines in words, each about its claim type."""
        return tuple(Said(self.topic(line), self.words(line), line) for line in lines)

    def phrase(self, line: Line) -> str:
        """A line in words after its topic: for lists in which lines of several claim types stand under one head."""
        said = self.words(line)
        return self.topic(line) + said.removeprefix("yes") if said.startswith("yes") else f"{self.topic(line)}: {said}"

    def told(self, parts: Sequence[Part], records: Iterable[object]) -> int:
        """Show an answer; tell where there is nothing; the exit code of the command."""
        if not self.show([p for p in parts if p.lines or p.notes], records) and self.asked.form == "table":
            self.screen.log("no report says anything on it; ask for another date, or add reports first")
        return 0

    def show(self, parts: Sequence[Part], records: Iterable[object]) -> int:
        """Show an answer in the form that was asked for; says how many lines or records there were."""
        if self.asked.form in ("json", "jsonl"):
            return self.screen.rows((self._record(r) for r in records), (), self.asked.form)
        if self.asked.form == "csv":
            return self.screen.rows((self._cells(p, s) for p in parts for s in p.lines), _CSV, "csv")
        told = sum(self._tell(part) for part in parts)
        if told and not self.asked.why:
            self.screen.log(shorthand.SUPPORT)
        return told

    def _tell(self, part: Part) -> int:
        """A part as text: its title, its notes, then a table, or every line with its quotes."""
        mask = self.masks.together(self._documents(s.line for s in part.lines))
        self.screen.told(part.title, mask)
        for note in part.notes:
            self.screen.told(f"  {note}", mask)
        if self.asked.why:
            for said in part.lines:
                self._explain(said)
        else:
            held = ("held",) if self.asked.held_on else ()
            dated = ("published",) if any(s.line.support.first for s in part.lines) else ()
            columns = ("about", "said", "state", "support", *dated, *held, "claims")
            self.screen.rows((self._row(said) for said in part.lines), columns, grouped=1)
        self.screen.line("", mask)
        return len(part.lines)

    def _row(self, said: Said) -> Row:
        support = said.line.support
        row = {
            "about": said.about,
            "said": said.text,
            "state": support.state.replace("_", " "),
            "support": shorthand.support(support.documents, support.outlets, len(support.origins)),
            "published": shorthand.days(support.first, support.last) or "undated",
            "held": support.held,
            "claims": shorthand.ids(support.claims),
        }
        return row, self.masks.together(self._documents([said.line]))

    def _cells(self, part: Part, said: Said) -> Row:
        line, support = said.line, said.line.support
        row: dict[str, Any] = {
            "part": part.title,
            "about": said.about,
            "type": line.type,
            "region": line.region,
            "said": said.text,
            **{f.name: getattr(support, f.name) for f in dataclasses.fields(support)},
            "quotes": [f"{q['doc']}: «{q['exact']}»" for q in self._quotes(line)],
        }
        return row, self.masks.together(self._documents([line]))

    def _explain(self, said: Said) -> None:
        """A line with its support and every quote."""
        line, support = said.line, said.line.support
        mask = self.masks.together(self._documents([line]))
        who = ", ".join(support.origins) or "none known"
        self.screen.told(f"  {said.about}: {said.text}", mask)
        counts = f"documents {support.documents}, outlets {support.outlets or '?'}, origins {len(support.origins)}"
        self.screen.told(f"    {support.state.replace('_', ' ')}: {counts} ({who})", mask)
        if support.reason:
            self.screen.told(f"    {support.reason}", mask)
        if support.held:
            self.screen.told(f"    held on {self.asked.held_on}: {support.held}; {support.held_why}", mask)
        for claim in self._claims(line):
            own = self.masks.of(claim.capture_id, claim.language)
            quote = " ".join(own.mask(claim.quote.exact, claim.quote.start).split())
            by = f", by {' ← '.join(claim.attribution)}" if claim.attribution else ""
            head = f"    {shorthand.short(claim.id)} {claim.doc} {claim.published}".rstrip()
            self.screen.told(f"{head}: «{quote}»{by}", own)

    def _record(self, record: object) -> Row:
        """A record as one JSON object, its lines with their quotes."""
        lines: list[Line] = []
        row = self._plain(record, lines)
        return row, self.masks.together(self._documents(lines))

    def _plain(self, value: object, lines: list[Line]) -> Any:
        if isinstance(value, Line):
            lines.append(value)
            support = {f.name: getattr(value.support, f.name) for f in dataclasses.fields(value.support)}
            return {
                "finding": value.finding,
                "type": value.type,
                "region": value.region,
                "scope": dict(value.scope),
                "values": dict(value.values),
                "details": {role: list(value.each(role)) for role, _ in value.details},
                "support": {**support, "claims": self._quotes(value)},
            }
        if isinstance(value, Part):
            return {"about": value.title, "lines": [self._plain(said.line, lines) for said in value.lines]}
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {f.name: self._plain(getattr(value, f.name), lines) for f in dataclasses.fields(value)}
            state = getattr(value, "state", "")
            return {"record": type(value).__name__, **fields, **({"state": state} if state else {})}
        if isinstance(value, list | tuple):
            return [self._plain(v, lines) for v in value]
        return value

    def _quotes(self, line: Line) -> list[Mapping[str, Any]]:
        out: list[Mapping[str, Any]] = []
        for claim in self._claims(line):
            own = self.masks.of(claim.capture_id, claim.language)
            out.append(
                {
                    "id": claim.id,
                    "doc": claim.doc,
                    "published": claim.published,
                    "attribution": list(claim.attribution),
                    "exact": own.mask(claim.quote.exact, claim.quote.start),
                }
            )
        return out

    def _claims(self, line: Line) -> Iterator[Claim]:
        return (self.model.claims[i] for i in line.support.claims)

    def _documents(self, lines: Iterable[Line]) -> Iterator[str]:
        return (claim.capture_id for line in lines for claim in self._claims(line))


@contextmanager
def desk(screen: Screen, asked: Asked) -> Iterator[Desk]:
    """The book's model, open while an answer is shown."""
    from musterbook.modelling import model
    from musterbook.publish.wording import Wording
    from musterbook.store import open_book

    programme = screen.settings.programme
    with open_book(screen.settings.book, create=False) as book:
        made = model(book, programme, asked.as_of, asked.held_on)
        types = {t.name: t.says for t in made.vocabulary.types.values()}
        names = {"UA": "Ukraine"} | {
            i: e.names.get("en", i) for (kind, i), e in made.vocabulary.entries.items() if kind == "region"
        }
        yield Desk(screen, made, Wording(types, names), Masks(book), asked)
        wanted.tell_left_out(screen, book, asked.as_of, asked.held_on)


def marked(line: Line, text: str, *, dated: bool = True, staged: bool = True) -> str:
    """A text with how it is told: denied, hedged, garbled; planned or a draft's if staged; since when if dated."""
    support = line.support
    denied = support.polarity == "denied"
    marks = [_STATUS[support.status]] if support.status in _STATUS and staged and not denied else []
    marks += ["hedged"] if support.hedged else []
    marks += [support.standing] if support.standing not in ("", "live", "draft") else []
    marks += ["not adopted so"] if support.standing == "draft" else []
    marks += [f"since {support.since}"] if support.since and dated else []
    marks += [f"until {support.until}"] if support.until else []
    return ("denied: " if denied else "") + text + (f" ({', '.join(marks)})" if marks else "")
