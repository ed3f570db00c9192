from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.intake.encoding import detect, known

RUSSIAN = "Приказ № 5: «Отряд» охраняет мост. Губернатор сообщил, что в регионе набрали 600 человек.\n"
UKRAINIAN = "Наказ: її підрозділ охороняє міст. Є й інші, ґрунтовніші відомості про об'єкти.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "cp866", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_russian_is_read_in_every_encoding_it_is_found_in(encoding: str) -> None:
    """Russian text decodes to itself, without a mark and without a declaration."""
    data = RUSSIAN.replace("«", '"').replace("»", '"').replace("№", "N").encode(encoding) * 4
    assert data.decode(detect(data)) == RUSSIAN.replace("«", '"').replace("»", '"').replace("№", "N") * 4


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["Приказ подписан.", "ПРИКАЗ О ПРИЗЫВЕ НА СБОРЫ", "Курск", "Сбор в 9 утра, г. Орёл"])
def test_a_few_words_are_enough(encoding: str, text: str) -> None:
    """Short Russian text is told apart, in capitals too."""
    assert text.encode(encoding).decode(detect(text.encode(encoding))) == text


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_decide(mark: str) -> None:
    """A byte-order mark names the encoding."""
    data = "Резерв".encode(mark)
    assert data.decode(detect(data)).lstrip("\ufeff") == "Резерв"


def test_a_false_declaration_is_not_believed() -> None:
    """Bytes that are Windows-1251 are read as such, whatever the document claims."""
    assert detect((RUSSIAN * 3).encode("cp1251"), "koi8-r") == "cp1251"
    assert detect((RUSSIAN * 3).encode("cp1251"), "iso-8859-1") == "cp1251"
    assert detect(RUSSIAN.encode(), "windows-1251") == "utf-8"


def test_western_text_stays_western() -> None:
    """Accents and typographic quotes of Western text do not become Cyrillic."""
    text = "The “café” in Besançon – a naïve résumé; it’s £5.\n" * 3
    assert text.encode("cp1252").decode(detect(text.encode("cp1252"))) == text


def test_english_with_a_russian_name_in_cp1251() -> None:
    """A Russian name amid English text is still Russian."""
    text = "The unit is called «Отряд вымышленный» in Russian, the governor said. " * 3
    assert text.encode("cp1251").decode(detect(text.encode("cp1251"))) == text


def test_ukrainian_letters_survive() -> None:
    """Letters that Russian lacks do not turn the text into another alphabet."""
    data = UKRAINIAN.encode("cp1251")
    assert data.decode(detect(data)) == UKRAINIAN


def test_cut_off_utf8_is_utf8() -> None:
    """A file that ends within a character keeps its encoding."""
    assert detect(RUSSIAN.encode()[:-60][:-1]) == "utf-8"


@given(st.binary(max_size=400), st.text(max_size=12))
def test_any_bytes_get_an_encoding_that_exists(data: bytes, declared: str) -> None:
    """No bytes and no label make detection fail, and what it names can decode."""
    assert isinstance(data.decode(detect(data, declared), "replace"), str)


@given(st.text(min_size=1, max_size=300))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    """What decodes as UTF-8 and has no zero bytes is UTF-8."""
    data = text.replace("\0", "").encode("utf-8", "ignore")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert detect(data) == "utf-8"


def test_labels_that_name_nothing() -> None:
    """Labels from the wild that are no codec give an empty name."""
    assert [known(x) for x in ("unicode-1-1", "x-unknown", "", "Windows-1251 ")] == ["", "", "", "cp1251"]
