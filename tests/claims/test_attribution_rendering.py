"""Sources of Russian reports in English besides, for readers of the interchange form."""

from __future__ import annotations

import pytest

from musterbook.claims.attribution.rendering import in_both, renderer
from musterbook.records import Arg, Claim, Quote
from musterbook.vocabulary import load

KNOWN = {"вымысел": "Vymysel"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("указ", "decree (указ)"),
        ("проект постановления", "draft resolution (проект постановления)"),
        ("источники в областном правительстве", "sources in regional government (источники в областном правительстве)"),
        ("начальник управления снабжения", "head of directorate (начальник управления снабжения)"),
        ("Вымысел", "Vymysel (Вымысел)"),
        ("вымысел", "вымысел"),
        ("атаман хутора", "атаман хутора"),
        ("[частное лицо 1]", "[частное лицо 1]"),
        ("Ivan Primerov (Иван Примеров)", "Ivan Primerov (Иван Примеров)"),
    ],
)
def test_names_of_sources_stand_in_english_and_as_written(name: str, shown: str) -> None:
    """A source is shown in English and as the text has it; a mask, a person and what is not known stay as they are."""
    assert in_both(name, KNOWN) == shown


def test_only_claims_of_russian_reports_are_rendered() -> None:
    """Sources and holders of a Russian claim are rendered, those of an English one are not."""
    claim = Claim(
        capture_id="c",
        doc="a.txt",
        type="assessment",
        args=(Arg("holder", "юрист"),),
        quote=Quote("r", "набор идёт", 0, 10),
        attribution=("юрист", "Коммерсантъ"),
        language="ru",
    )
    shown = renderer(load("bars"))(claim)
    assert shown.attribution == ("lawyer (юрист)", "Kommersant (Коммерсантъ)")
    assert shown.args[0].value == "lawyer (юрист)"
    english = Claim(capture_id="c", doc="a.txt", type="assessment", args=(), quote=claim.quote, attribution=("указ",))
    assert renderer(load("bars"))(english).attribution == ("указ",)
