"""How reports speak, as data: who-says verbs, holders, quotation, denial, plan, doubt.

In: the files ``data/<folder>/speech/<file>.<language>.yaml``. Out: each file as one frozen
`SpeechFile` of word lists and regular expressions, every expression tried at load. Never
looks at a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from musterbook.errors import VocabularyError
from musterbook.vocabulary.expressions import compiled
from musterbook.vocabulary.yamlfile import Section, read, taken_up

DATA = Path(__file__).parent / "data"
FOLDER = "russia"
LANGUAGES = ("en", "ru")


@dataclass(frozen=True, slots=True)
class SpeechFile:
    """One file of the speech folder.

    Attributes:
        language: ``en`` or ``ru``.
        lists: Name → its items, in file order.
        tables: Name → word → value, for the lists that map one word to another.
    """

    language: str
    lists: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, str]]

    def words(self, name: str) -> frozenset[str]:
        """One list as a set; empty where the language has none."""
        return frozenset(self.lists.get(name, ()))


@lru_cache(maxsize=16)
def load_speech(name: str, language: str, folder: str = FOLDER) -> SpeechFile:
    """Read one speech file.

    Args:
        name: ``modality``, ``attribution`` or ``people``.
        language: ``en`` or ``ru``; any other is read as ``en``.
        folder: The folder below ``vocabulary/data``.

    Raises:
        VocabularyError: The file is missing, a list holds something other than strings, or
            an item is no regular expression.
    """
    spoken = language if language in LANGUAGES else "en"
    return taken_up("speech", DATA / folder / "speech" / f"{name}.{spoken}.yaml", partial(_read, spoken))


def _read(spoken: str, path: Path) -> SpeechFile:
    section = read(path)
    if section.text("language") != spoken:
        section.fail(f"'language' is {section.text('language')!r}, but the file's name says {spoken!r}", "language")
    lists: dict[str, tuple[str, ...]] = {}
    tables: dict[str, Mapping[str, str]] = {}
    for key in section:
        if key == "language":
            continue
        if isinstance(section.raw(key), Section):
            inner = section.section(key)
            tables[key] = {word: inner.text(word) for word in inner}
        else:
            lists[key] = _checked(section, key)
    return SpeechFile(spoken, lists, tables)


def _checked(section: Section, key: str) -> tuple[str, ...]:
    items = section.texts(key)
    for item in items:
        try:
            compiled(item)
        except re.error as error:
            message = f"{item!r} in {key!r} is no regular expression: {error}; escape or mend it"
            raise VocabularyError(message, path=section.path, line=section.line_of(key)) from error
    return items
