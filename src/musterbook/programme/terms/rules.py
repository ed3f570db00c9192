"""The questions that terms answer, and the rules that answer them: label, reference, formula.

In: a sheet of terms, a service, conventions. Out: answers. A rule without a reference has no place here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from musterbook.errors import UsageError
from musterbook.programme.terms.admission import may_join
from musterbook.programme.terms.answer import CONTESTED, DRAFT, KNOWN, RANGE, UNKNOWN, Answer, Option
from musterbook.programme.terms.choosing import Desk, choices
from musterbook.programme.terms.conventions import Conventions
from musterbook.programme.terms.held import rules_held
from musterbook.programme.terms.lengths import over_lengths
from musterbook.programme.terms.limits import days_left
from musterbook.programme.terms.place import where
from musterbook.programme.terms.repayment import net, repaid
from musterbook.programme.terms.service import Service
from musterbook.programme.terms.sums import Tally, owed, supplement
from musterbook.programme.terms.term import ASIDE, Sheet
from musterbook.programme.terms.wording import KINDS, between, rule_words

_PAY = ("month", "days", "paid", "daily", "about", "scope", "drafts")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        name: As the working calls it.
        question: Which question it helps to answer.
        label: What it gives, in words.
        reference: The claim types that it stands on.
        formula: How it is worked out, as one reads it.
    """

    name: str
    question: str
    label: str
    reference: tuple[str, ...]
    formula: str


RULES = (
    Rule("pay.monthly", "owed", "Monthly pay", ("pay.amount",),
         "monthly rate × months of service (calendar months; the days of part of one over the days that it has)"),
    Rule("pay.daily", "owed", "Daily pay", ("pay.amount",), "daily rate × days on duty"),
    Rule("pay.supplement", "owed", "Regional supplement", ("pay.amount",),
         "supplement × months on which its rule held and the place was within its distance from the border"),
    Rule("pay.bonus", "owed", "Signing bonus", ("pay.amount", "contract.term"),
         "the bonus of the day of signing, for the length of the contract"),
    Rule("pay.one_time", "owed", "Other sums paid once", ("pay.amount",), "the sum, where it hangs on no condition"),
    Rule("repay", "repaid", "What has to be repaid", ("pay.clawback", "pay.amount", "contract.term"),
         "bonus × share; in proportion: bonus × days of the contract not served ÷ days of the contract; or a sum"),
    Rule("net", "net", "What is left of the sums", ("pay.amount", "pay.clawback"), "owed − to be repaid"),
    Rule("limit", "days_left", "Days of call-up left", ("callup.limit",),
         "days of the limit − days on duty in its period, each day once; for each reported limit by itself"),
    Rule("age", "may_join", "Age", ("eligibility.age",), "lowest age ≤ age ≤ highest age of the rank group"),
    Rule("criterion", "may_join", "Other criteria", ("eligibility.criterion",),
         "required and so, or excluded and not so; a category of fitness by its letter, never by its look"),
    Rule("place", "where", "Place of service", ("callup.place", "deployment.area"),
         "statute, contract, officials: three layers in this order, none merged"),
    Rule("held", "held", "Rule of the day", ("callup.limit", "pay.amount", "eligibility.age", "callup.place"),
         "since ≤ day ≤ until, as the source gives them; a draft never held"),
)  # fmt: skip


def compute(
    sheet: Sheet,
    service: Service,
    conventions: Conventions | None = None,
    questions: Iterable[str] = (),
) -> tuple[Answer, ...]:
    """Answer questions on terms.

    Args:
        sheet: What the book says.
        service: What is told of the service; never a name.
        conventions: What is agreed; the defaults where nothing is.
        questions: Names of `QUESTIONS`; those that what is told allows where none is named.

    Returns:
        The answers, in the order of `QUESTIONS` or of the names.

    Raises:
        UsageError: There is no such question.
    """
    desk = Desk(sheet, service, conventions or Conventions())
    asked = tuple(questions) or suited(service)
    for name in asked:
        if name not in QUESTIONS:
            near = get_close_matches(name, QUESTIONS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(QUESTIONS)}"
            raise UsageError(f"there is no question {name!r}; {hint}")
    return tuple(QUESTIONS[name](desk) for name in asked)


def suited(service: Service) -> tuple[str, ...]:
    """The questions that what is told allows: where always, which rules held where a day is asked about."""
    out: list[str] = []
    if service.signed:
        out += ["owed", "repaid", "net"] if service.left or service.on else ["owed"]
    if service.signed and service.km is not None:
        out.append("supplement")
    if service.duty is not None:
        out.append("days_left")
    if service.age is not None or service.born or service.category or service.facts:
        out.append("may_join")
    return (*out, "where", *(["held"] if service.on else []))


def _owed(desk: Desk) -> Answer:
    return _money(desk, "owed", "Owed so far", owed)


def _repaid(desk: Desk) -> Answer:
    return _money(desk, "repaid", "To be repaid", repaid)


def _net(desk: Desk) -> Answer:
    return _money(desk, "net", "Left after repayment", net)


def _supplement(desk: Desk) -> Answer:
    return _money(desk, "supplement", "Supplement by date and place", supplement)


def _money(desk: Desk, name: str, label: str, work: Callable[[Desk], Tally]) -> Answer:
    """A tally as an answer; where only drafts speak, by them, and it says so."""
    unit = _unit(desk)
    desk, foreign, elsewhere = _narrowed(desk, name, unit)
    tally = over_lengths(desk, work)
    reach, state = tally.reach, _state(tally)
    if state == DRAFT and desk.conventions.drafts == "apart":
        reach = over_lengths(replace(desk, conventions=replace(desk.conventions, drafts="with")), work).reach
    text = between(reach, unit) + (f" ({tally.note})" if tally.note else "")
    if state == DRAFT:
        text = f"only a draft says so: {text}"
    elif reach is not None and not tally.complete and reach.high is not None:
        text += "; not all of it is known"
    used = _PAY if name != "repaid" else ("days", "about", "scope", "drafts")
    return Answer(
        name, label, state, text, reach, unit, tally.complete, tally.options, (), tally.steps, tally.held,
        (*tally.aside, *foreign), (*elsewhere, *tally.not_known), desk.conventions.says(*used),
    )  # fmt: skip


def _state(tally: Tally) -> str:
    if tally.drafted:
        return DRAFT
    if tally.reach is None or (tally.reach.low is None and tally.reach.high is None):
        return UNKNOWN
    if tally.contested:
        return CONTESTED
    return KNOWN if tally.complete and tally.reach.low == tally.reach.high else RANGE


def _unit(desk: Desk) -> str:
    listed = [t.text("currency") for t in desk.sheet.of("pay.amount") if t.text("currency")]
    return max(listed, key=listed.count) if listed else "RUB"


def _narrowed(desk: Desk, name: str, unit: str) -> tuple[Desk, tuple[Option, ...], tuple[str, ...]]:
    """The desk with sums of the region and in one currency only; what was left out; what is known elsewhere only."""
    wanted = {"supplement": ("regional_supplement",), "repaid": ("signing_bonus",)}.get(name, tuple(KINDS))
    sums = [t for t in desk.sheet.of("pay.amount") if t.text("kind") in wanted]
    away = [t for t in sums if t.region not in ("", desk.service.region)]
    other = [t for t in sums if t.text("currency") not in ("", unit) and t not in away]
    doubt = [t for t in (*sums, *desk.sheet.of("pay.clawback")) if t.tier == ASIDE and t not in away]
    shown = [c.option(UNKNOWN, None, "not counted: another currency") for c in choices(other)]
    shown += [c.option(UNKNOWN, None, f"not counted: {c.term.standing}") for c in choices(doubt)]
    kept = tuple(t for t in desk.sheet.terms if t not in other and t not in away and t not in doubt)
    here = {t.text("kind") for t in kept if t.type == "pay.amount"}
    notes = [f"whether it is so, being {c.term.standing}: {rule_words(c.term)}" for c in choices(doubt)]
    for kind in wanted:
        elsewhere = sorted({t.region for t in away if t.text("kind") == kind})
        if elsewhere and kind not in here:
            notes.append(f"{KINDS[kind]} in this region: the book has it only for {', '.join(elsewhere)}")
    return replace(desk, sheet=replace(desk.sheet, terms=kept)), tuple(shown), tuple(notes)


QUESTIONS: dict[str, Callable[[Desk], Answer]] = {
    "owed": _owed,
    "repaid": _repaid,
    "net": _net,
    "supplement": _supplement,
    "days_left": days_left,
    "may_join": may_join,
    "where": where,
    "held": rules_held,
}
"""Question → how it is answered."""
