"""From a programme's folder to a `Vocabulary`.

In: the name of a programme that the package carries, or the path of a folder. Out: the
vocabulary, read once in a process, and on one machine only when a file has changed (see
`kept`). Never writes into a programme, never imports morphology: inflected forms were made
beforehand (see `inflect`).

A folder holds ``programme.yaml`` (title, what it extends, the order of its concept files,
settings), concept files, and the folders ``types``, ``patterns`` and ``lexicon``.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from musterbook import kept
from musterbook.errors import UsageError, VocabularyError
from musterbook.vocabulary.claimtypes import VALUE_KINDS, read_type
from musterbook.vocabulary.concepts import Shelf, make_surfaces, read_concept
from musterbook.vocabulary.nouns import ClaimType, Pattern, Vocabulary
from musterbook.vocabulary.patternfile import check, read_lexicon, read_patterns
from musterbook.vocabulary.yamlfile import Section, read, taken_up, version

DATA = Path(__file__).parent / "data"
FORMS = "forms.tsv"
_PROGRAMME = "programme.yaml"
_SUFFIXES = (".yaml", ".tsv", ".txt")
_PROGRAMME_KEYS = ("title", "extends", "concepts", "settings")
_KIND = "vocabulary"
_LOADED: dict[Path, Vocabulary] = {}


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a programme or of what it extends."""

    path: Path
    programme: Section

    def concepts(self) -> Iterator[Path]:
        """The concept files, in the order that ``programme.yaml`` gives."""
        for name in self.programme.texts("concepts"):
            path = self.path / f"{name}.yaml"
            if not path.is_file():
                self.programme.fail(f"no concept file {path.name!r} in {self.path}", "concepts")
            yield path

    def files(self, kind: str) -> list[Path]:
        """The YAML files below one of ``types`` ``patterns`` ``lexicon``, sorted."""
        return sorted((self.path / kind).rglob("*.yaml"))


def available() -> tuple[str, ...]:
    """The names of the programmes that the package carries, sorted."""
    return tuple(sorted(p.parent.name for p in DATA.glob("*/types") if (p.parent / _PROGRAMME).is_file()))


def load(name_or_path: str | Path = "bars") -> Vocabulary:
    """Read a programme's vocabulary; a second call gives the same object.

    Args:
        name_or_path: A name among `available`, or the path of a folder. The expressions of
            a folder given by path are compiled once to check them; those that the package
            carries were checked by its tests.

    Raises:
        UsageError: There is no such programme.
        VocabularyError: A file has a fault; the error names file and line.
    """
    named = isinstance(name_or_path, str) and name_or_path in available()
    path = DATA / name_or_path if named else Path(name_or_path)
    key = path.resolve()
    if key not in _LOADED:
        if not (path / _PROGRAMME).is_file():
            known = ", ".join(available())
            raise UsageError(
                f"no programme {str(name_or_path)!r}: neither one of {known} nor a folder with a {_PROGRAMME}"
            )
        _LOADED[key] = _taken_up(path, checked=not named)
    return _LOADED[key]


def folders(path: Path) -> list[Folder]:
    """A programme's folder after all that it extends, each once.

    Raises:
        VocabularyError: A base is missing, or a folder extends itself.
    """
    found: dict[Path, Folder] = {}
    _collect(path, found, ())
    return list(found.values())


def _collect(path: Path, found: dict[Path, Folder], under: tuple[Path, ...]) -> None:
    key = path.resolve()
    if key in found:
        return
    programme = taken_up("yaml", path / _PROGRAMME, read)
    programme.allow(_PROGRAMME_KEYS)
    for name in programme.texts("extends"):
        places = (path.parent / name, DATA / name)
        base = next((p for p in places if (p / _PROGRAMME).is_file()), None)
        if base is None:
            programme.fail(f"extends {name!r}, but neither {places[0]} nor {places[1]} has a {_PROGRAMME}", "extends")
        if base.resolve() in (*under, key):
            programme.fail(f"extends {name!r}, which extends this one; break the circle", "extends")
        _collect(base, found, (*under, key))
    found[key] = Folder(path, programme)


def read_shelf(chain: list[Folder]) -> Shelf:
    """Read the concept files of a programme and its bases.

    Raises:
        VocabularyError: A file has a fault.
    """
    shelf = Shelf()
    for folder in chain:
        for path in folder.concepts():
            read_concept(read(path), shelf)
    return shelf


def read_forms(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a file of inflected forms: head, tab, the other forms separated by ``|``.

    Raises:
        VocabularyError: A line has no tab.
    """
    forms: dict[str, tuple[str, ...]] = {}
    if not path.is_file():
        return forms
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        head, tab, rest = line.partition("\t")
        if not tab:
            raise VocabularyError("not 'head, tab, forms'; make the file anew", path=str(path), line=number)
        forms[head] = tuple(rest.split("|")) if rest else ()
    return forms


def _taken_up(path: Path, checked: bool) -> Vocabulary:
    """The vocabulary as an earlier run kept it, or read from its files and kept."""
    chain = folders(path)
    digest = _digest(chain)
    name = hashlib.sha256(f"{path.resolve()}\0{digest}\0{version()}".encode()).hexdigest()
    return kept.made(_KIND, name, lambda: _load(path, chain, digest, checked))


def _load(path: Path, chain: list[Folder], digest: str, checked: bool) -> Vocabulary:
    own = chain[-1].programme
    title = own.section("title")
    title.allow(("en", "ru"))
    forms: dict[str, tuple[str, ...]] = {}
    for folder in chain:
        forms.update(read_forms(folder.path / FORMS))
    shelf = read_shelf(chain)
    types = _types(chain, Counter(kind for kind, _ in shelf.entries))
    patterns = _patterns(chain, types)
    lexicon, where = _lexicon(chain)
    if checked:
        check(patterns, lexicon, where)
    settings: dict[str, object] = {}
    for folder in chain:
        settings.update(folder.programme.section("settings").plain())
    return Vocabulary(
        name=path.resolve().name,
        title={language: title.text(language) for language in title},
        digest=digest,
        surfaces=make_surfaces(shelf, forms),
        entries=dict(shelf.entries),
        types=types,
        patterns=patterns,
        lexicon=lexicon,
        settings=settings,
    )


def _types(chain: list[Folder], kinds: Mapping[str, int]) -> dict[str, ClaimType]:
    types: dict[str, ClaimType] = {}
    for folder in chain:
        for path in folder.files("types"):
            file = read(path)
            made = read_type(file, kinds)
            if made.name in types:
                file.fail(f"claim type {made.name!r} is defined twice; keep one", "type")
            if path.stem != made.name:
                file.fail(f"claim type {made.name!r} must be in a file of that name, not {path.name!r}", "type")
            if any(arg.kind in kinds and arg.kind in VALUE_KINDS for arg in made.args):
                file.fail("a concept has the name of a kind of value; rename the concept", "args")
            types[made.name] = made
    return types


def _patterns(chain: list[Folder], types: dict[str, ClaimType]) -> tuple[Pattern, ...]:
    found: dict[str, Pattern] = {}
    for folder in chain:
        for path in folder.files("patterns"):
            for pattern in read_patterns(path, types):
                first = found.setdefault(pattern.id, pattern)
                if first is not pattern:
                    message = f"pattern {pattern.id!r} is defined twice; the first is {first.path}:{first.line}"
                    raise VocabularyError(message, path=pattern.path, line=pattern.line)
    return tuple(found.values())


def _lexicon(chain: list[Folder]) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """The macros and the file of each; a programme's macro takes the place of its base's."""
    lexicon: dict[tuple[str, str], str] = {}
    where: dict[str, str] = {}
    for folder in chain:
        here: dict[tuple[str, str], Path] = {}
        for path in folder.files("lexicon"):
            for key, text in read_lexicon(path).items():
                if key in here:
                    message = f"macro {key[1]!r} is defined twice; the first is in {here[key]}"
                    raise VocabularyError(message, path=str(path))
                here[key] = path
                lexicon[key] = text
                where[".".join(key)] = str(path)
    return lexicon, where


def _digest(chain: list[Folder]) -> str:
    """SHA-256 over names and bytes of all files, in an order that does not depend on the machine."""
    digest = hashlib.sha256()
    for folder in chain:
        for path in sorted(p for p in folder.path.rglob("*") if p.suffix in _SUFFIXES):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(folder.path).as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()
