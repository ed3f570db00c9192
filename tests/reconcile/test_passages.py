"""Whose word each passage of a document is."""

from __future__ import annotations

from dataclasses import replace

from tests.reconcile.made import claim, edge, paper, press, vocabulary

from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.passages import Passages
from musterbook.reconcile.slots import Questions
from musterbook.records import Arg, Claim, Edge, Quote


def passages(doc: str, *texts: str, by: dict[int, tuple[str, ...]] = {}, rubles: dict[int, int] = {}) -> list[Claim]:  # noqa: B006
    """The passages of a document, one after another; those of some numbers have a source, or a sum."""
    made, at = [], 0
    for n, text in enumerate(texts):
        args = (Arg("RUB", float(rubles[n])),) if n in rubles else ()
        quote = Quote(f"reading-{doc}", at, at + len(text), text)
        made.append(Claim(f"capture-{doc}", doc, "", args, quote, attribution=by.get(n, ())))
        at += len(text) + 1
    return made


def read_in(passage: Claim, made: Claim) -> Claim:
    """A statement that stands in a passage."""
    return replace(made, quote=replace(passage.quote, end=passage.quote.start + 5))


def words(
    documents: dict[str, list[Claim]], edges: list[Edge], read: dict[str, list[Claim]], kinds: dict[str, str]
) -> dict[str, list[str]]:
    """Whose word the passages of each document are; a is of Kommersant, b of Interfax, c of a made-up newsroom."""
    outlets = {"a": "Kommersant", "b": "Interfax", "c": "Made-up mix"}
    papers = {f"capture-{d}": paper(d, outlets[d], kinds.get(d, "")) for d in documents}
    claims = [c for own in read.values() for c in own]
    origins = Origins(claims, papers, edges, press(), Questions(vocabulary()))
    said = {f"capture-{d}": own for d, own in read.items()}
    found = Passages(origins, said, lambda i: documents[i.removeprefix("capture-")])
    return {d: [o.name for _, o in found.every(f"capture-{d}")] for d in documents}


A = passages("a", "Wardens get 41,700 rubles each winter.", "Boats stay ashore.", rubles={0: 41700})


def test_what_a_source_says_is_its_word_though_nothing_was_read() -> None:
    """A relay's passage that its source has is the source's; its own besides is its own."""
    told = passages("b", "Every winter wardens get 41,700 rubles.", "The harbour asked for more.", rubles={0: 41700})
    found = words({"a": A, "b": told}, [edge("b", "a", kind="cites")], {}, {})
    assert found["b"] == ["Kommersant", "Interfax"]


def test_what_was_read_in_a_passage_decides() -> None:
    """A passage is the word of whom the statement in it is, whatever stands in a source."""
    told = passages("b", "Every winter wardens get 41,700 rubles.", rubles={0: 41700})
    own = read_in(told[0], claim("b", "pay.amount", amount=41700, by=("TASS",)))
    assert words({"a": A, "b": told}, [edge("b", "a")], {"b": [own]}, {})["b"] == ["TASS"]


def test_who_is_named_for_a_passage_has_it_from_whom_his_report_has_it() -> None:
    """A newsroom that is named, and has it from another, is not the one whose word it is."""
    relay = passages("b", "Wardens get 41,700 rubles, Kommersant wrote.", by={0: ("Kommersant",)}, rubles={0: 41700})
    again = passages("c", "A winter is 41,700 rubles for wardens.", by={0: ("Interfax",)}, rubles={0: 41700})
    links = [edge("b", "a", kind="cites"), edge("c", "b", kind="cites")]
    assert words({"a": A, "b": relay, "c": again}, links, {}, {"c": "rewriter"})["c"] == ["Kommersant"]


def test_a_newsrooms_own_count_is_its_word_though_the_rest_of_its_report_is_not() -> None:
    """Who names a newsroom for what is its own in a report made from another's has that from this newsroom."""
    relay = passages(
        "b",
        "Wardens get 41,700 rubles.",
        "Interfax counted 815 boats for 90,400 rubles.",
        by={1: ("Interfax",)},
        rubles={0: 41700, 1: 90400},
    )
    again = passages("c", "Boats are worth 90,400 rubles, Interfax counted.", by={0: ("Interfax",)}, rubles={0: 90400})
    links = [edge("b", "a"), edge("c", "b", kind="cites")]
    assert words({"a": A, "b": relay, "c": again}, links, {}, {"c": "rewriter"})["c"] == ["Interfax"]


def test_between_two_passages_of_one_source_stands_that_sources() -> None:
    """What stands between is the source's; what follows on the last is the newsroom's own."""
    a = passages(
        "a", "Wardens get 41,700 rubles each winter.", "The best is paid 90,400 rubles.", rubles={0: 41700, 1: 90400}
    )
    told = passages(
        "b",
        "Wardens get 41,700 rubles.",
        "Nothing was said of ropes.",
        "The best is paid 90,400 rubles.",
        "Harbours are busy.",
        rubles={0: 41700, 2: 90400},
    )
    found = words({"a": a, "b": told}, [edge("b", "a")], {}, {})
    assert found["b"] == ["Kommersant", "Kommersant", "Kommersant", "Interfax"]


def test_nobodys_word_is_nobodys() -> None:
    """A passage of a newsroom that is not known to report, which no source has, is nobody's word."""
    told = passages("c", "Lanterns were lit on the pier.")
    assert words({"a": A, "c": told}, [edge("c", "a")], {}, {"c": "rewriter"})["c"] == [""]


def test_documents_that_come_from_one_another_end_somewhere() -> None:
    """A circle of sources gives every passage an origin, or none, and an end."""
    told = passages("b", "Every winter wardens get 41,700 rubles.", rubles={0: 41700})
    found = words({"a": A, "b": told}, [edge("b", "a"), edge("a", "b")], {}, {})
    assert set(found["a"] + found["b"]) <= {"", "Kommersant", "Interfax"}


def test_who_is_come_back_to_by_a_part_of_the_description_is_the_one_named_before() -> None:
    """A director, in a relay of what a director of the boatyard told another newsroom."""
    told = passages(
        "b",
        "A director of the boatyard told Kommersant that boats cost 41,700 rubles.",
        "Half of the boats are ashore, the director said.",
        by={0: ("director of the boatyard", "Kommersant"), 1: ("director",)},
    )
    assert words({"a": A, "b": told}, [], {}, {})["b"] == ["Kommersant", "Kommersant"]
