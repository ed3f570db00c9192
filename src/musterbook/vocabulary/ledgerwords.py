"""The words of tables that count recruits, from the file ``ledger.yaml`` of a programme's folders.

In: a programme's name or folder. Out: `LedgerWords`, read once in a process. Never decides what
a head means: that is for the programme's ledger, which sees the whole table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from musterbook.errors import UsageError
from musterbook.records.names import latin_key
from musterbook.vocabulary.loader import DATA, folders
from musterbook.vocabulary.spelling import key
from musterbook.vocabulary.yamlfile import Section, read

_STEM = "ledger"
_NAMED = ("columns", "metrics", "units")
_LISTS = ("count", "totals", "everywhere", "cumulative", "notes", "people")
_LOADED: dict[Path, LedgerWords] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """One written form.

    Attributes:
        kind: ``columns`` ``metrics`` ``units``, or the name of a list (``totals`` …).
        id: What it means, in its kind.
        words: Its words, as `head_key` gives them; a word that ends in a star stands for any ending.
    """

    kind: str
    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """All words of tables.

    Attributes:
        forms: In file order.
        unknown: Cells that say that nothing is known, as `str.casefold` gives them.
        metrics: The ids of what can be counted.
        shares: Id of a percentage → the counts that it is a quotient of.
    """

    forms: tuple[Form, ...]
    unknown: frozenset[str]
    metrics: tuple[str, ...]
    shares: Mapping[str, tuple[str, ...]]


def head_key(text: str) -> str:
    """A head for comparing: as `spelling.key`, but a per cent or number sign is a word.

    >>> head_key("Выполнение, %"), head_key("№ п/п")
    ('выполнение %', '# п п')
    """
    spread = text.replace("%", " процзнак ").replace("№", " номзнак ").replace("#", " номзнак ")
    return key(spread).replace("процзнак", "%").replace("номзнак", "#")


def ledger_words(programme: str | Path = "bars") -> LedgerWords:
    """Read the words of a programme and of what it extends; a second call gives the same object.

    Raises:
        UsageError: There is no such programme.
        VocabularyError: A file has a fault; the error names file and line.
    """
    path = DATA / programme if (DATA / programme / "programme.yaml").is_file() else Path(programme)
    found = path.resolve()
    if found not in _LOADED:
        if not (path / "programme.yaml").is_file():
            raise UsageError(f"no programme {str(programme)!r}: give its name or its folder")
        files = [folder.path / f"{_STEM}.yaml" for folder in folders(path)]
        _LOADED[found] = _read([read(file) for file in files if file.is_file()])
    return _LOADED[found]


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of both scripts, as `names.latin_key` gives them: by these a list of people is told."""
    keys: set[str] = set()
    for name in ("given_keys.txt", "given_latin.txt"):
        for line in (DATA / "russia" / "names" / name).read_text(encoding="utf-8").splitlines():
            keys |= {latin_key(word) for word in line.split()[1:]}
    return frozenset(keys)


def _read(files: list[Section]) -> LedgerWords:
    forms: list[Form] = []
    unknown: set[str] = set()
    shares: dict[str, tuple[str, ...]] = {}
    metrics: dict[str, None] = {}
    for file in files:
        file.allow((*_NAMED, *_LISTS, "unknown"))
        unknown |= {word.casefold() for word in file.texts("unknown")}
        for kind in _NAMED:
            section = file.section(kind)
            for name in section:
                entry = section.section(name)
                entry.allow(("en", "ru", "percent") if kind == "metrics" else ("en", "ru"))
                forms += _forms(kind, name, entry)
                if kind == "metrics":
                    metrics[name] = None
                if "percent" in entry:
                    shares[name] = entry.texts("percent")
        for kind in _LISTS:
            forms += _forms(kind, kind, file.section(kind))
    return LedgerWords(tuple(forms), frozenset(unknown), tuple(metrics), shares)


def _forms(kind: str, name: str, entry: Section) -> list[Form]:
    made = []
    for language in ("en", "ru"):
        for text in entry.texts(language):
            words = tuple(_word(word) for word in text.split())
            made.append(Form(kind, name, tuple(part for word in words for part in word)))
    return made


def _word(word: str) -> tuple[str, ...]:
    """The words of one written word, its star kept."""
    parts = head_key(word.rstrip("*")).split()
    if word.endswith("*") and parts:
        parts[-1] += "*"
    return tuple(parts)
