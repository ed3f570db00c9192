"""Sources that a text names by a case, a date, or not at all."""

from __future__ import annotations

import pytest
from tests.reconcile.made import claim, press
from tests.reconcile.test_index import edges, index_of, stated

from musterbook.reconcile.lineage.own_reports import own_reports
from musterbook.reconcile.press import Paper
from musterbook.records import Claim

Made = tuple[str, dict[str, str], str, list[Claim]]
PAPER = Paper("capture-b", published="2025-03-20", outlet="Kommersant", family="kommersant", kind="newspaper")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In our report of March 4 we gave a wrong figure.", ["2025-03-04"]),
        ("Our story from 4 March was wrong.", ["2025-03-04"]),
        ("В материале от 4 марта мы ошиблись.", ["2025-03-04"]),
        ("В сообщении «Коммерсанта» от 30 декабря была ошибка.", ["2024-12-30"]),
        ("В сообщении министерства от 4 марта была ошибка.", []),
        ("The ministry's statement of March 4 was wrong.", []),
        ("We will meet on March 4.", []),
        ("Наш указ от 4 марта действует.", []),
        ("В нашем материале от 31 февраля была ошибка.", []),
        ("Как ранее писал «Коммерсантъ», лодок 12.", [""]),
        ("As Kommersant previously reported, there are 12 boats.", [""]),
        ("We previously reported that there are 12 boats.", [""]),
        ("Раньше мы писали о лодках.", [""]),
        ("He spoke a day after Kommersant reported that there are 12 boats.", [""]),
        ("He spoke a day after Reuters reported that there are 12 boats.", []),
        ("After the fire the boats were reported lost.", []),
        ("Это было после того, как «Коммерсантъ» написал о лодках.", [""]),
        ("Это было после публикации РБК о лодках.", []),
        ("Reuters earlier reported that there are 12 boats.", []),
        ("Ранее сообщалось, что лодок 12.", []),
        ("Ранее РБК писал о лодках.", []),
    ],
)
def test_a_newsroom_speaks_of_its_own_report_by_its_date(text: str, dates: list[str]) -> None:
    """The date of an earlier report counts where the text says that it is the newsroom's own."""
    assert [d for d, _, _ in own_reports(text, PAPER, press())] == dates


def test_a_correction_comes_from_the_report_that_it_corrects() -> None:
    """A correction by date leads to the newsroom's report of that day, in whatever order they were added."""
    report: Made = ("a", stated("Kommersant", 4), "In the district of Kazan 4,870 wardens have been hired by now.", [])
    other: Made = ("c", stated("Vedomosti", 4), "In the district of Kazan 4,870 wardens have been hired by now.", [])
    text = "In our report of March 4 we were wrong: it is 4,780 and not 4,870 in the district of Kazan."
    correction: Made = ("b", stated("Kommersant", 20), text, [claim("b", "unit.strength", count=4780)])
    found = [edges(index_of(*order), "b") for order in ((report, other, correction), (correction, other, report))]
    assert found == [[("capture-a", "cites", "3")]] * 2
    assert edges(index_of(other, correction), "b") == []


def test_what_a_newsroom_wrote_before_leads_to_its_report() -> None:
    """A background paragraph comes from the newsroom's own earlier report that has the most in common with it."""
    known = "In the district of Kazan 4,870 wardens have been hired by now."
    report: Made = ("a", stated("Kommersant", 4), known, [])
    other: Made = ("c", stated("Kommersant", 6), "In the district of Samara 3,120 boats are kept.", [])
    text = "Lanterns were lit. As Kommersant previously reported, 4,870 wardens are at work in Kazan."
    later: Made = ("b", stated("Kommersant", 20), text, [])
    found = [edges(index_of(*order), "b") for order in ((report, other, later), (later, other, report))]
    assert found == [[("capture-a", "cites", "3")]] * 2


def test_all_newsrooms_that_are_named_count() -> None:
    """Of two newsrooms that a text names one after the other, neither takes the other's place."""
    kommersant: Made = ("a", stated("Kommersant", 4), "In the district of Kazan 4,870 wardens are at work.", [])
    meduza: Made = ("c", stated("Meduza", 5), "In the town of Samara 3,120 boats are kept.", [])
    text = "Kommersant counted 4,870 wardens in Kazan, Meduza 3,120 boats in Samara."
    later: Made = ("b", stated("Vedomosti", 6), text, [])
    assert {t for t, _, _ in edges(index_of(kommersant, meduza, later), "b")} == {"capture-a", "capture-c"}


@pytest.mark.parametrize(("published", "found"), [("2025-01-04", ["capture-a"]), ("2024-09-04", [])])
def test_a_report_is_named_long_after(published: str, found: list[str]) -> None:
    """A digest that names a report of a season ago, and tells much of it, comes from it; not from one of last year."""
    text = "In the district of Kazan 4,870 wardens keep 3,120 boats and 5,093 lanterns."
    report: Made = ("a", {"publisher": "Kommersant", "published": published}, text, [])
    told = "Kommersant once counted 4,870 wardens, 3,120 boats, 5,093 lanterns at Kazan."
    digest: Made = ("b", stated("Vedomosti", 28), told, [])
    assert [t for t, _, _ in edges(index_of(report, digest), "b")] == found


def test_an_earlier_report_makes_its_correction_stale() -> None:
    """A report that comes into the book after its correction touches it."""
    text = "In our report of March 4 we were wrong: it is 4,780 and not 4,870 in the district of Kazan."
    correction: Made = ("b", stated("Kommersant", 20), text, [])
    report: Made = ("a", stated("Kommersant", 4), "In the district of Kazan 4,870 wardens have been hired by now.", [])
    index = index_of(correction, report)
    assert edges(index, "b") == [("capture-a", "cites", "3")]


def test_what_was_told_to_a_newsroom_is_told_in_its_other_language() -> None:
    """A translation by the newsroom itself comes from its report, also where somebody spoke to it."""
    numbers = "3,471 and 5,093 and 8,214 and 9,956"
    told = [[claim(n, "unit.strength", count=3471, by=("Ivan Primerov",), told=True)] for n in "ab"]
    index = index_of(
        ("a", stated("Meduza", 4), f"В крае есть {numbers} сторожей в Казани.", told[0]),
        ("b", stated("Meduza", 4, address="https://meduza.io/en/x/1"), f"There are {numbers} wardens here.", told[1]),
    )
    assert edges(index, "b") == [("capture-a", "rewrites", "25")]


def test_a_copy_of_a_report_is_not_what_was_read() -> None:
    """Of a report and its copy for phones, which shares a word more by chance, the report is cited."""
    body = "In the town of Kazan 3,471 wardens keep watch over 5,093 boats, as the captain told us."
    index = index_of(
        ("a", stated("Kommersant", 4, address="https://www.kommersant.ru/doc/1"), body, []),
        ("c", stated("Kommersant", 4, address="https://m.kommersant.ru/doc/1/amp"), f"{body} Now in Samara.", []),
        (
            "b",
            stated("Lenta.ru", 5),
            "Kommersant counted 3,471 wardens and 5,093 boats, far from Samara.",
            [claim("b", "unit.strength", count=3471, by=("Kommersant",))],
        ),
    )
    assert [t for t, _, _ in edges(index, "b")] == ["capture-a"]


@pytest.mark.parametrize(("by", "found"), [("СМИ", ["capture-a"]), ("свидетели", [])])
def test_a_channel_that_passes_on_what_the_media_have(by: str, found: list[str]) -> None:
    """Who says that the media have it comes from the report with the same values; who does not may report itself."""
    numbers = "3 471, 5 093, 8 214"
    said = [claim("b", "unit.strength", count=3471, by=(by,))]
    index = index_of(
        ("a", stated("Kommersant", 4), f"В крае есть {numbers} сторожей, лодок и вёсел.", []),
        ("b", stated("Mash", 5), f"Уже есть {numbers}, вот это да.", said),
    )
    assert [t for t, _, _ in edges(index, "b")] == found


GARBLED = "Some 2,780 wardens keep the towers of Kazan, Kommersant writes."


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ((("c", "Vedomosti", 5),), ["capture-a"]),
        ((("c", "Kommersant", 6),), ["Kommersant"]),
        ((("c", "Kommersant", 1),), ["capture-a"]),
    ],
)
def test_whose_figures_are_garbled_is_the_one_report_of_the_last_days(
    others: tuple[tuple[str, str, int], ...], found: list[str]
) -> None:
    """A newsroom that is named for other figures is meant by its one report lately on the same place."""
    text = "In the district of Kazan 4,870 wardens have been hired by now."
    made: list[Made] = [(n, stated(outlet, day), text, []) for n, outlet, day in (("a", "Kommersant", 5), *others)]
    told = [claim("b", "unit.strength", count=2780, by=("Kommersant",))]
    later: Made = ("b", stated("Meduza", 6), GARBLED, told)
    assert [t for t, _, _ in edges(index_of(*made, later), "b")] == found


ACT = "Resolution No. 12 of 3 March on wardens\n\nWardens keep towers for 73 days. It is in force from 9 March 2025."


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("The prime minister signed a resolution on March 3 on the towers of wardens.", [], ["capture-a"]),
        ("The prime minister signed a resolution on March 2 on the towers of wardens.", [], []),
        ("Towers of wardens are kept for 73 days from Monday.", ["2025-03-09"], ["capture-a"]),
        ("Towers of wardens are kept for 73 days from Monday.", ["2025-03-10"], []),
        ("Boats of anglers are kept at home from Monday.", ["2025-03-09"], []),
    ],
)
def test_an_act_is_known_by_its_day_and_by_when_it_is_in_force(text: str, said: list[str], found: list[str]) -> None:
    """What is in force since a day leads to the page of an act that is, where something else is in common."""

    def in_force(doc: str, date: str) -> list[Claim]:
        stage = claim(doc, "law.stage", instrument="resolution", stage="in_force", date=date)
        return [stage, claim(doc, "callup.limit", max_duration="P73D")] if "73" in text or doc == "a" else [stage]

    page: Made = ("a", stated("Government of Russia", 4), ACT, in_force("a", "2025-03-09"))
    own = [c for date in said for c in in_force("b", date)] or [claim("b", "law.stage", stage="signed")]
    later: Made = ("b", stated("Interfax", 5), text, own)
    assert [t for t, _, _ in edges(index_of(page, later), "b")] == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Signed on March 3, the resolution keeps wardens for 73 days", {"capture-a", "capture-c"}),
        ("Wardens are kept for 73 days", {"capture-c"}),
    ],
)
def test_who_tells_the_day_of_an_act_has_it_from_the_page(told: str, found: set[str]) -> None:
    """A report that cites another for something else, which does not tell that day, comes from both."""
    limit = {n: claim(n, "callup.limit", max_duration="P73D") for n in "abc"}
    page: Made = ("a", stated("Government of Russia", 4), ACT, [limit["a"]])
    cited: Made = ("c", stated("Kommersant", 5), "In Kazan 4,870 wardens are wanted for 73 days.", [limit["c"]])
    text = f"The prime minister signed a resolution on {'March 3' if 'March 3' in told else 'wardens'}. {told}."
    number = claim("b", "recruitment.count", count=4870, by=("Kommersant",))
    later: Made = (
        "b",
        stated("Vedomosti", 6),
        f"{text} Kommersant counted 4,870 wardens in Kazan.",
        [limit["b"], number],
    )
    assert {t for t, _, _ in edges(index_of(page, cited, later), "b")} == found


def test_the_page_of_a_draft_is_known_by_the_day_on_which_it_came_out() -> None:
    """«The draft resolution published on 4 March» is the one on the page of an office of that day."""
    page: Made = ("a", stated("Government of Russia", 4), "Draft resolution on wardens\n\nWardens keep towers.", [])
    stage = claim("b", "law.stage", stage="drafted")
    later: Made = ("b", stated("Interfax", 8), "The draft resolution published on March 4 is on wardens.", [stage])
    assert [t for t, _, _ in edges(index_of(page, later), "b")] == ["capture-a"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There are quotas for wardens in Kazan, as Kommersant wrote.", ["capture-a"]),
        ("Квоты на сторожей в Казани вводят со ссылкой на «Коммерсантъ».", ["capture-a"]),
        ("Квоты на сторожей в Казани описаны в письме, которое оказалось в распоряжении «Коммерсанта».", ["capture-a"]),
        ("Wardens in Kazan read Kommersant on the towers at noon.", []),
    ],
)
def test_who_is_said_to_have_reported_something_is_a_source_without_a_statement(text: str, found: list[str]) -> None:
    """A newsroom's one report of the last days that has anything in common, where a text says that it reported."""
    report: Made = ("a", stated("Kommersant", 5), "In the district of Kazan quotas for wardens are set.", [])
    later: Made = ("b", stated("Meduza", 6), text, [claim("b", "recruitment.open", region="RU-TA")])
    assert [t for t, _, _ in edges(index_of(report, later), "b")] == found
