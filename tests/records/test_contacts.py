"""By what somebody can be reached or found, in both languages; and what only looks like it."""

from __future__ import annotations

import pytest

from musterbook.records.contacts import contacts
from musterbook.records.masking import Masker

WITHHELD = [
    ("Call +7 900 000-00-00 today.", "+7 900 000-00-00"),
    ("Звоните: 8-900-000-00-00, спросить сына", "8-900-000-00-00"),
    ("тел. 8 (4712) 00-00-00", "8 (4712) 00-00-00"),
    ("Её номер 89000000000.", "89000000000"),
    ("домашний тел. 2-00-00, вечером", "2-00-00"),
    ("or +380 50 000 00 00", "+380 50 000 00 00"),
    ("Write to anna.primerova@example.org, please", "anna.primerova@example.org"),
    ("пользователь @vymysel_77 написал", "@vymysel_77"),
    ("страница vk.com/id000000001, друзья", "vk.com/id000000001"),
    ("His page is https://ok.ru/profile/500000000000", "https://ok.ru/profile/500000000000"),
    ("в телеграме — t.me/vymysel77, пишите", "t.me/vymysel77"),
    ("machine with the plate А000ВС 46, grey", "А000ВС 46"),
    ("«Нива» Х000АМ116 стоит", "Х000АМ116"),
    ("карта 2200 0000 0000 0000, спасибо", "2200 0000 0000 0000"),
    ("паспорт 0000 000000, выдан", "0000 000000"),
    ("живёт на ул. Вымышленной, д. 14, кв. 7, с мужем", "ул. Вымышленной, д. 14, кв. 7"),
    ("дом на Вымышленной улице, 5а, сгорел", "Вымышленной улице, 5а"),
    ("She lives at 14 Primerov Street, Apt. 7, Kursk", "14 Primerov Street, Apt. 7"),
    ("on Primerov Street, 15.", "Primerov Street, 15"),
]


@pytest.mark.parametrize(("text", "contact"), WITHHELD, ids=[c for _, c in WITHHELD])
def test_what_leads_to_somebody_is_hidden(text: str, contact: str) -> None:
    """Numbers, addresses, handles, plates and papers are found whole, and the mask hides them, whoever is named."""
    assert contact in [text[start:end] for start, end in contacts(text)]
    for language in ("en", "ru"):
        masked = Masker((), language).mask(text)
        assert contact not in masked
        assert ("[contact withheld]" if language == "en" else "[контакт скрыт]") in masked
    assert Masker((), reachable=True).mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "300 000 рублей и 8 900 000 000 рублей в год",
        "с 12.11.2025 по 1.12.2025, 12:30",
        "Federal law 123-FZ, article 5, part 12 of 2025",
        "https://t.me/primer/123 and https://vk.com/wall-12_34",
        "на улице Вымышленной 15 резервистов охраняют мост",
        "On Primerov Street 200 reservists stood guard.",
        "military unit 00000, 45,000 rubles, 1,200 people",
        "claim-8900123456789012",
        "В 2025 году, в 300 метрах, к 100 % готовности",
        "@primer",
    ],
)
def test_figures_dates_and_publications_stay(text: str) -> None:
    """Sums, dates, laws, counts, ids and the addresses of posts are nobody's contact."""
    assert contacts(text) == ()
    assert Masker(()).mask(text) == text
