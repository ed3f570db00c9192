"""Officials: who joined, left, returned or could not join."""

from __future__ import annotations

from tests.programme.made import claim, model

from musterbook.programme import officials

IVAN = "Ivan Primerov"


def test_events_in_order_of_time() -> None:
    """Joined in January, left in March, joined again in May: that is a return, and the last event is the state."""
    said = [
        claim("c", "official.joined", person=IVAN, region="RU-TOM", date="2026-05-02"),
        claim("b", "official.joined", person=IVAN, region="RU-TOM", date="2026-01-02", unit="BARS-Tomsk"),
        claim("a", "official.left", person=IVAN, region="RU-TOM", position="district head"),
    ]
    left = claim("a", "official.left", "2026-03-05", person=IVAN, region="RU-TOM", position="district head")
    (undated,) = officials(model(said))
    assert [e.kind for e in undated.events] == ["joined", "joined", "left"]
    assert undated.state == "joined / left"
    (entry,) = officials(model([*said[:2], left]))
    assert entry.positions == ("district head",)
    assert entry.units == ("BARS-Tomsk",)


def test_who_could_not_join() -> None:
    """A denied entry is somebody who could not join, and a denied leaving somebody who stayed."""
    (one,) = officials(model([claim("a", "official.joined", "denied", person=IVAN)]))
    (two,) = officials(model([claim("a", "official.left", "denied", person=IVAN)]))
    assert (one.state, two.state) == ("could_not_join", "did_not_leave")


def test_one_name_in_two_regions_is_two_people() -> None:
    """The same name in two regions is not taken for one person; without a region it joins the only one known."""
    two = [claim(d, "official.joined", person=IVAN, region=r) for d, r in (("a", "RU-TOM"), ("b", "RU-AMU"))]
    loose = claim("c", "official.left", person=IVAN)
    assert [o.region for o in officials(model(two))] == ["RU-AMU", "RU-TOM"]
    assert [o.region for o in officials(model([*two, loose]))] == ["", "RU-AMU", "RU-TOM"]
    (one,) = officials(model([two[0], loose]))
    assert (one.region, one.state) == ("RU-TOM", "joined / left")


def test_counts_stay_with_their_organisation() -> None:
    """A number of an office's people is an entry without a name; two numbers are no number."""
    said = [claim("a", "official.joined", organisation="Example district", count=7, region="RU-TOM")]
    (entry,) = officials(model(said))
    assert (entry.person, entry.organisation, entry.count) == ("", "Example district", 7)
    said.append(claim("b", "official.joined", organisation="Example district", count=9, region="RU-TOM"))
    (rivals,) = officials(model(said))
    assert (rivals.count, len(rivals.events)) == (None, 2)
