"""A page says what the claims say, in words, with nobody private in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musterbook.publish import FORMATS, Edition, Page, Source, compose, html, markdown
from musterbook.publish.wording import Wording
from musterbook.records import (
    Arg,
    AsOf,
    Claim,
    Finding,
    Metadata,
    PersonMention,
    Problem,
    Quote,
    Reading,
    Rival,
    Slot,
    Stated,
)
from musterbook.records.masking import Masker

TEXT = 'They pay <45,000> rubles, said Olga Vydumannaya. "It was 50,000," her neighbour said.'
READING = Reading("capture-a", TEXT, "en", sentences=((0, 48), (49, len(TEXT))))
NAME = TEXT.index("Olga")
PEOPLE = (PersonMention(NAME, NAME + 16, "vydumannaya o", "Olga Vydumannaya", "private", "", "Olga Vydumannaya"),)


def claim(amount: int, start: int, end: int, **more: object) -> Claim:
    """A claim on pay in a made-up region."""
    args = (Arg("kind", "monthly_pay"), Arg("amount", amount), Arg("currency", "RUB"), Arg("region", "RU-TOM"))
    quote = Quote(READING.id, start, end, TEXT[start:end])
    made = Claim("capture-a", "olga-vydumannaya.txt", "pay.amount", args, quote, attribution=("Olga Vydumannaya",))
    return replace(made, **more)  # type: ignore[arg-type]


def edition(*claims: Claim) -> Edition:
    """An edition with one finding, whose rivals are these claims, and a problem."""
    slot = Slot("pay.amount", "RU-TOM", (("kind", "monthly_pay"), ("currency", "RUB"), ("period", "month")))
    rivals = tuple(Rival((("amount", c.get("amount") or 0),), c.polarity, (c.id,), 1, 0) for c in claims)
    stated = Metadata((Stated("title", "What Olga Vydumannaya says", "meta"), Stated("author", "Nobody Named", "meta")))
    return Edition(
        title="A made-up programme",
        as_of=AsOf("2026-03-31"),
        only="",
        findings=(Finding(slot, rivals),),
        claims={c.id: c for c in claims},
        sources=(Source("capture-a", "olga-vydumannaya.txt", "ab" * 32, stated),),
        reading=lambda capture_id: READING,
        problems=(Problem("intake.empty", "empty.txt", "holds nothing"),),
        wording=Wording({"pay.amount": "Money owed to a reservist."}, {"RU-TOM": "Tomsk region"}),
    )


def masking(capture_id: str) -> Masker:
    """The mask of the one document."""
    return Masker(PEOPLE if capture_id == "capture-a" else ())


@pytest.fixture
def page() -> Page:
    """A page with two rivals."""
    return compose(edition(claim(45000, 5, 30), claim(50000, 49, 62)), masking)


def test_rivals_stand_side_by_side(page: Page) -> None:
    """A question with two answers keeps both, and is among those that differ."""
    (question,) = page.differing
    assert [a.text for a in question.answers] == ["45,000 RUB a month", "50,000 RUB a month"]
    assert (question.place, question.topic) == ("Tomsk region", "Money owed to a reservist")
    assert (page.known, page.held[:10]) == ("published until 2026-03-31", "on any day")


def test_a_quote_stands_in_its_sentence(page: Page) -> None:
    """Around the quote stands the rest of its sentence, and no other."""
    said = page.differing[0].answers[0].statements[0]
    assert said.quote == TEXT[5:30]
    assert said.before == "They "
    assert said.after == " [private person 1]."
    assert "neighbour" not in said.after


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_no_format_names_anybody_private(page: Page, ending: str) -> None:
    """Quotes, speakers, titles and names of files are masked in every format, and the author is left out."""
    text = FORMATS[ending](page)
    assert "ydumannaya" not in text
    assert "Nobody Named" not in text
    assert "private person 1" in text


def test_documents_cannot_write_into_the_page(page: Page) -> None:
    """What a document holds is text in HTML, never markup; and in Markdown nothing of it has a meaning."""
    assert "&lt;45,000&gt;" in html(page)
    assert "<45,000>" not in html(page)
    assert "\\<45,000\\>" in markdown(page)


def test_a_page_asks_nothing_of_the_network(page: Page) -> None:
    """No script, no style, picture or font from elsewhere; links leave only on a click, without saying from where."""
    text = html(page)
    assert not [word for word in ("<script", "<link", "<img", "url(", "@import", "<iframe") if word in text]
    assert 'name="referrer" content="no-referrer"' in text


def test_every_figure_opens_its_quotes(page: Page) -> None:
    """Each answer is a fold that holds its statements, each with a link to its row among the sources."""
    text = html(page)
    assert text.count("<details id=") == 2
    assert text.count("<blockquote>") == 2
    assert text.count('href="#source-1"') == 2
    assert 'id="source-1"' in text


def test_a_denial_is_another_answer() -> None:
    """The same sum, once said and once denied, differs; the same sum of two dates does not."""
    once = claim(45000, 5, 30)
    assert compose(edition(once, claim(45000, 49, 62, polarity="denied")), masking).differing
    assert not compose(edition(once, claim(45000, 49, 62, published="2026-03-01")), masking).differing


def test_an_empty_book_makes_a_page() -> None:
    """A page without findings is still a page, in every format."""
    nothing = replace(edition(), findings=(), sources=(), problems=())
    for write in FORMATS.values():
        assert "not legal advice" in write(compose(nothing, masking))


@pytest.mark.parametrize(
    ("values", "scope", "words"),
    [
        ((("count", 20), ("comparator", "at_least")), (), "at least 20"),
        ((("count", 5), ("comparator", "ordinal")), (), "5th"),
        ((("min", 18), ("max", 65)), (), "from 18 to 65"),
        ((("share", 1.0),), (), "100%"),
        ((("limit", "none"),), (), "no limit"),
        ((("max_duration", "P6M"),), (), "6 months"),
        ((("amount", 200000),), (("currency", "RUB"), ("period", "one_time")), "200,000 RUB once"),
        ((("verified", False),), (), "no"),
        ((), (), ""),
    ],
)
def test_values_in_words(
    values: tuple[tuple[str, object], ...], scope: tuple[tuple[str, str], ...], words: str
) -> None:
    """Normal forms become plain English."""
    assert Wording().answer(values, scope) == words  # type: ignore[arg-type]
