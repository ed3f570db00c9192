"""Lineage: five layers of evidence, and nothing from what proves nothing."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.reconcile.made import claim, press

from musterbook.reconcile.lineage.index import LineageIndex
from musterbook.reconcile.lineage.leaves import leaf_of
from musterbook.records import Claim, Edge, Metadata, Reading, Stated

BODY = (
    "Authorities in two northern districts are forming units of reservists to protect oil refineries from drones. "
    "By the end of February some 105 people had signed contracts there, and training lasts for seventeen days."
)
PLEA = "Support our newsroom with a small monthly gift so that we can go on with this work in difficult times."


def index_of(*documents: tuple[str, dict[str, str], str, list[Claim]]) -> LineageIndex:
    """An index of (id, metadata, text, claims)."""
    texts = {f"capture-{name}": text for name, _, text, _ in documents}
    index = LineageIndex(press(), texts.__getitem__)
    for name, stated, text, claims in documents:
        metadata = Metadata(tuple(Stated(k, v, "manifest") for k, v in stated.items()))
        language = "ru" if "есть" in text or "ь" in text else "en"
        reading = Reading(f"capture-{name}", text, language)
        index.add(leaf_of(press().paper(f"capture-{name}", name, metadata), reading, claims, press()))
    return index


def stated(outlet: str, day: int, **more: str) -> dict[str, str]:
    """What is stated about a document."""
    return {"publisher": outlet, "published": f"2025-03-{day:02}", **more}


def edges(index: LineageIndex, name: str) -> list[tuple[str, str, str]]:
    """(target or name, kind, layers) of a document's edges."""
    found: list[Edge] = index.edges(f"capture-{name}")
    return [(e.target or e.named, e.kind, "".join(sorted({str(v.layer) for v in e.evidence}))) for e in found]


def test_contained_text_shows_a_copy() -> None:
    """A later text whose words stand in an earlier one comes from it, with the passage in both as evidence."""
    index = index_of(("a", stated("Kommersant", 1), BODY, []), ("b", stated("Lenta.ru", 2), f"Today. {BODY}", []))
    assert edges(index, "b") == [("capture-a", "copies", "4")]
    assert edges(index, "a") == []
    (evidence,) = index.edges("capture-b")[0].evidence
    assert f"Today. {BODY}"[evidence.start : evidence.end] == BODY[evidence.source_start : evidence.source_end]


def test_boilerplate_decides_nothing() -> None:
    """A plea that a newsroom prints under everything leads from none of its articles to another."""
    rest = ("A school for 825 pupils was opened here on Tuesday.", "The river rose by two metres in one night.")
    papers = [(n, stated("Meduza", d), f"{t} {PLEA}", []) for n, d, t in (("a", 1, rest[0]), ("b", 2, rest[1]))]
    index = index_of(*papers, ("c", stated("Meduza", 3), f"{BODY} {PLEA}", []))
    assert edges(index, "c") == []


def test_direct_speech_decides_nothing() -> None:
    """Two reports that quote one speech share it without either coming from the other."""
    speech = f"“{BODY}”"
    index = index_of(
        ("a", stated("Kommersant", 1), f"He spoke in the north. {speech}", []),
        ("b", stated("Vedomosti", 2), f"In the evening he said this. {speech}", []),
    )
    assert edges(index, "b") == []


def test_the_same_address_shows_an_edition() -> None:
    """The AMP copy of an article is the same article."""
    index = index_of(
        ("a", stated("Kommersant", 1, address="https://www.kommersant.ru/doc/1"), BODY, []),
        ("b", stated("Kommersant", 1, address="https://m.kommersant.ru/doc/1/amp"), "Another wording.", []),
    )
    both = {n: edges(index, n) for n in "ab"}
    assert sorted(map(len, both.values())) == [0, 1]


def test_a_named_outlet_is_a_source() -> None:
    """Who is named as a source is one, in the book or not; told to one's own newsroom is not."""
    said = [claim("b", "training.duration", duration="P3W", by=("Kommersant",))]
    index = index_of(("b", stated("Lenta.ru", 2), "Kommersant reported it.", said))
    assert edges(index, "b") == [("Kommersant", "cites", "3")]
    own = [claim("b", "training.duration", duration="P3W", by=("Kommersant",), told=True)]
    assert edges(index_of(("b", stated("Kommersant", 2), "Told us.", own)), "b") == []


def test_rare_values_lead_across_languages() -> None:
    """The same rare values together, published later in another language, show an echo; one value does not."""
    english = (
        "Some 21 men from Nizhnekamsk and Almetyevsk joined unit 4718 and got 52,500 rubles each, in all 105 of them."
    )
    russian = (
        "В отряд 4718 вступили 21 житель Нижнекамска и Альметьевска, каждый получил 52 500 рублей, всего 105 человек."
    )
    index = index_of(("a", stated("Kommersant", 1), english, []), ("b", stated("Meduza", 3), russian, []))
    assert edges(index, "b") == [("capture-a", "rewrites", "5")]
    little = "В отряде есть 105 человек."
    index = index_of(("a", stated("Kommersant", 1), english, []), ("b", stated("Meduza", 3), little, []))
    assert edges(index, "b") == []


WARDENS = (
    "In the district of Kazan 3,471 wardens keep watch over 5,093 boats from spring on, and the harbour has 8,214 "
    "lanterns. Each warden was promised 41,700 rubles for the winter."
)
RETOLD = (
    "In the district of Kazan now 3,471 wardens keep watch over all 5,093 boats, from spring. The harbour also has "
    "8,214 lanterns, and each warden was promised just 41,700 rubles for winter."
)
OTHERWISE = "Of wardens Kazan has 3,471 now. Boats number 5,093, lanterns 8,214; a winter earns 41,700 rubles there."


@pytest.mark.parametrize(
    ("text", "outlet", "by", "found"),
    [
        (RETOLD, "Baza", (), ["capture-a"]),
        (OTHERWISE, "Baza", (), []),
        (RETOLD, "Baza", ("Vedomosti",), ["Vedomosti"]),
    ],
)
def test_a_report_told_again_without_a_word_of_where_from(
    text: str, outlet: str, by: tuple[str, ...], found: list[str]
) -> None:
    """A channel that names nobody and tells a report in its words comes from it; one that tells the same facts not."""
    said = [
        [claim(n, "unit.strength", count=3471, by=w), claim(n, "pay.amount", amount=41700)]
        for n, w in (("a", ()), ("b", by))
    ]
    index = index_of(("a", stated("Kommersant", 1), WARDENS, said[0]), ("b", stated(outlet, 2), text, said[1]))
    assert [t for t, _, _ in edges(index, "b")] == found


def test_two_who_tell_what_an_office_published_need_not_know_another() -> None:
    """Of two reports of one public page, the later does not come from the earlier."""
    said = [[claim(n, "unit.strength", count=3471), claim(n, "pay.amount", amount=41700)] for n in "abc"]
    index = index_of(
        ("c", stated("Ministry of Defence", 1), OTHERWISE, said[2]),
        ("a", stated("Kommersant", 1), WARDENS, said[0]),
        ("b", stated("Baza", 2), RETOLD, said[1]),
    )
    assert "capture-a" not in [t for t, _, _ in edges(index, "b")]


def test_order_of_adding_changes_nothing() -> None:
    """The same documents give the same edges in every order."""
    documents = [
        ("a", stated("Kommersant", 1), BODY, []),
        ("b", stated("Lenta.ru", 2), f"Today. {BODY}", []),
        ("c", stated("Meduza", 2), f"{BODY} It is said to be so by many.", []),
        ("d", stated("Vedomosti", 3), f"{PLEA} {BODY}", []),
    ]
    ways = {tuple(index_of(*order).all_edges()) for order in permutations(documents)}
    assert len(ways) == 1


def test_an_earlier_document_touches_later_ones() -> None:
    """When a source is added after its echo, the echo is named as one whose edges may change."""
    index = index_of(("b", stated("Lenta.ru", 2), f"Today. {BODY}", []))
    source = Reading("capture-a", BODY, "en")
    paper = press().paper("capture-a", "a", Metadata((Stated("published", "2025-03-01", "manifest"),)))
    assert index.add(leaf_of(paper, source, [], press())) == ["capture-b"]


def echo(
    doc: str, language: str, day: int, outlet: str, by: tuple[str, ...] = ()
) -> tuple[str, dict[str, str], str, list[Claim]]:
    """A report in one language of the same figures."""
    text = {
        "en": "Some 2 615 men signed by June, of 4 180 in Kemerovo and Omsk, and 402 of them in Kemerovo alone.",
        "ru": "К июню подписали 2 615 человек из 4 180, есть 402 из Кемерова и ещё люди из Омска.",
    }[language]
    values = (("count", 2615), ("count", 4180), ("count", 402))
    said = [claim(doc, "recruitment.count", by=by, **{role: value}) for role, value in values]
    return doc, stated(outlet, day), text, said


def test_who_cites_an_outlet_read_it_in_his_own_language() -> None:
    """Of the two editions of a report that a text names, that in the language of the text is its source."""
    editions = echo("a", "ru", 1, "Meduza"), echo("b", "en", 2, "Meduza")
    for language, source in (("ru", "capture-a"), ("en", "capture-b")):
        index = index_of(*editions, echo("c", language, 3, "Reuters", ("Meduza",)))
        assert edges(index, "c")[0][0] == source


def test_a_translation_comes_from_its_newsroom_whoever_is_named_in_it() -> None:
    """A newsroom's report in its other language comes from the first one, and not from whom both name."""
    official = echo("a", "ru", 1, "Rossiyskaya Gazeta")
    first, second = (echo(d, lang, 2, "Meduza", ("Rossiyskaya Gazeta",)) for d, lang in (("b", "ru"), ("c", "en")))
    index = index_of(official, first, second)
    assert [e[0] for e in edges(index, "b")] == ["capture-a"]
    assert [e[0] for e in edges(index, "c")] == ["capture-b"]


def test_only_the_last_outlet_of_a_chain_is_a_source() -> None:
    """«X reported, citing Y» comes from X; Y is where X has it from."""
    said = [claim("b", "training.duration", duration="P3W", by=("TASS", "Kommersant"))]
    index = index_of(("b", stated("Lenta.ru", 2), "Kommersant reported it, citing TASS.", said))
    assert edges(index, "b") == [("Kommersant", "cites", "3")]
    said.append(claim("b", "callup.limit", max_duration="P60D", by=("TASS",)))
    index = index_of(("b", stated("Lenta.ru", 2), "Kommersant reported it, citing TASS. TASS said so.", said))
    assert edges(index, "b") == [("Kommersant", "cites", "3"), ("TASS", "cites", "3")]


def test_a_rewriter_keeps_the_names_of_what_it_retells() -> None:
    """Whom a retold report names is no source of the one that retells it."""
    said = [claim(d, "recruitment.count", count=105, by=("TASS",)) for d in "bc"]
    lead = "This is what TASS said on Monday."
    rest = "Nobody there would say how many of them had served before, or who pays for the boots and the tents."
    index = index_of(
        ("a", stated("TASS", 1), "In all 105 men signed up, of 4 718 who were asked in Omsk and Kemerovo.", []),
        ("b", stated("Reuters", 1), f"{lead} {BODY} {rest}", said[:1]),
        ("c", stated("Lenta.ru", 2), f"{lead} {BODY} A new era begins.", said[1:]),
    )
    assert [e[0] for e in edges(index, "c")] == ["capture-b"]


def test_the_later_report_of_a_source_is_the_one_that_is_cited() -> None:
    """Where a source spoke twice, what is told the next day comes from what it said last."""
    old = ("a", stated("TASS", 1), "In all 105 men of 4 718 signed up in Omsk and Kemerovo.", [])
    new = ("b", {"publisher": "TASS", "published": "2025-04-10"}, "By now 4 718 have come in Omsk and Kemerovo.", [])
    said = [claim("c", "recruitment.count", count=105, by=("TASS",))]
    told = (
        "c",
        {"publisher": "Reuters", "published": "2025-04-11"},
        "There are 4 718, and 105 in Omsk, TASS said.",
        said,
    )
    assert [e[0] for e in edges(index_of(old, new, told), "c")] == ["capture-b"]


def test_an_outlet_whose_name_begins_with_a_figure_is_seen() -> None:
    """A newsroom called by a figure is found in a text that gives no statement of its."""
    values = "In all 105 men of 4 718 signed up in Omsk and Kemerovo"
    source = ("a", stated("7x7", 1), f"{values}.", [])
    index = index_of(source, ("b", stated("Reuters", 2), f"{values}, the website 7x7 reported.", []))
    assert [e[0] for e in edges(index, "b")] == ["capture-a"]


def test_the_page_of_an_office_that_a_text_names_is_its_source() -> None:
    """An office named for figures leads to its own page in the book, and to nothing where it has none."""
    page = echo("a", "ru", 1, "Правительство Тульской области")
    for by in ("regional government", "government of Tula Oblast"):
        told = echo("b", "en", 2, "Reuters", (by,))
        told[3][0] = claim("b", "recruitment.count", count=2615, region="RU-TUL", by=(by,))
        assert [e[0] for e in edges(index_of(page, told), "b")] == ["capture-a"]
        assert edges(index_of(told), "b") == []


def test_what_was_told_to_its_own_newsroom_comes_from_nowhere() -> None:
    """An official who told a newsroom something is no source that its report was taken from."""
    said = [claim("b", "training.duration", duration="P3W", by=("Rossiyskaya Gazeta", "Kommersant"), told=True)]
    assert edges(index_of(("b", stated("Kommersant", 2), "They told Kommersant.", said)), "b") == []
    assert edges(index_of(("b", stated("Lenta.ru", 2), "They told Kommersant.", said)), "b")[0][0] == "Kommersant"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.kommersant.ru/",
        "https://www.kommersant.ru/en/?utm_source=x",
        "https://www.kommersant.ru/regions",
        "https://t.me/",
        "https://t.me/example_channel",
        "https://t.me/s/example_channel",
        "https://vk.com/club12",
        "https://video.example.org/@example.channel",
    ],
)
def test_an_address_of_no_document_shows_nothing(address: str) -> None:
    """The home page of a newsroom, a section of it or its channel makes no two documents one."""
    index = index_of(
        ("a", stated("Kommersant", 1, address=address), BODY, []),
        ("b", stated("Kommersant", 2, address=address), "Another event altogether was told of here.", []),
        ("c", {"published": "2025-03-03", "source": "https://t.me/"}, "A third event was told of on this page.", []),
    )
    assert {n: edges(index, n) for n in "abc"} == {"a": [], "b": [], "c": []}
    assert index.edges("capture-b") == []


def test_two_posts_of_one_channel_are_two_documents() -> None:
    """What is posted in a channel is found by its own address, in either form of it, and by no other."""
    index = index_of(
        ("a", {"published": "2025-03-01", "address": "https://t.me/example_channel/12"}, BODY, []),
        ("b", {"published": "2025-03-02", "address": "https://t.me/s/example_channel/12"}, "A wording.", []),
        ("c", {"published": "2025-03-03", "address": "https://t.me/example_channel/13"}, "Another thing.", []),
        ("d", {"published": "2025-03-04", "address": "https://t.me/other_channel/12"}, "A fourth thing.", []),
    )
    assert [len(edges(index, n)) for n in "abcd"] == [0, 1, 0, 0]
    families = {index.leaves[f"capture-{n}"].paper.family for n in "abcd"}
    assert len(families) == 2


def test_who_carries_what_a_page_says_has_it_from_there() -> None:
    """A report of the page's figures that names no newsroom comes from the page, in either language."""
    page = echo("a", "ru", 1, "Правительство Тульской области")
    for language, day, found in (("ru", 1, ["capture-a"]), ("en", 2, ["capture-a"])):
        assert [e[0] for e in edges(index_of(page, echo("b", language, day, "TASS")), "b")] == found


def test_the_page_of_an_office_comes_before_who_carries_it() -> None:
    """On one day what an office publishes is earlier than any report of it, whatever their length."""
    page = leaf_of(press().paper("a", "a", Metadata(one_day("Правительство Тульской области"))), None, [], press())
    report = leaf_of(press().paper("b", "b", Metadata(one_day("TASS"))), Reading("b", BODY, "ru"), [], press())
    assert page.rank < report.rank


def one_day(outlet: str) -> tuple[Stated, ...]:
    """What is stated about a document of one day."""
    return tuple(Stated(k, v, "manifest") for k, v in stated(outlet, 1).items())


MARSH = (
    "In the district of Kazan 3,471 wardens keep watch over the marshes from early spring. Their captain, a retired "
    "ferryman, promised every volunteer 41,700 rubles, woollen blankets and a lantern. Fishermen lent 5,093 boats, and "
    "the harbour office keeps the ledger of whoever leaves before harvest."
)
SHUFFLED = (
    "Wardens of the Kazan marshes get woollen blankets, a lantern and 41,700 rubles from the retired ferryman who is "
    "their captain. All 5,093 boats were lent by fishermen. Who leaves before harvest stands in the harbour ledger; "
    "3,471 keep watch."
)


@pytest.mark.parametrize(
    ("outlet", "text", "found"),
    [
        ("Lenta.ru", SHUFFLED, ["capture-a"]),
        ("Vedomosti", SHUFFLED, []),
        (
            "Lenta.ru",
            "The 3,471 sentries near Kazan were trained by an engineer from abroad, some believe. Contracts worth "
            "41,700 rubles have been signed quietly since autumn; the fleet of 5,093 barges belongs to nobody.",
            [],
        ),
    ],
)
def test_most_of_the_words_of_a_report_in_another_order(outlet: str, text: str, found: list[str]) -> None:
    """A rewriter that tells a report in its words, in other sentences, comes from it; a newspaper may have its own."""
    index = index_of(("a", stated("Kommersant", 1), MARSH, []), ("b", stated(outlet, 2), text, []))
    assert [e.target for e in index.edges("capture-b") if e.evidence[0].layer == 4] == found
