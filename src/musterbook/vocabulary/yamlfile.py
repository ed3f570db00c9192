"""A YAML file as plain values that remember their lines.

In: the path of a vocabulary file. Out: dictionaries, lists and scalars in which every
string and every mapping knows its file and line, so that a fault can be reported where
it stands. Never interprets what a file says, and never constructs objects from tags.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from musterbook import kept
from musterbook.errors import VocabularyError
from musterbook.expressions import regex

if TYPE_CHECKING:
    import yaml

Made = TypeVar("Made")

_PLAIN = "plain"
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = regex(r"[-+]?(?:0|[1-9]\d*)(\.\d+)?\Z")


@cache
def _loader() -> Any:
    """PyYAML's loader, imported where a file is read: as a rule an earlier run kept what came of it."""
    import yaml

    parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(parser):  # type: ignore[misc]
        """Tells quoted scalars from plain ones and leaves the rest to `_scalar`: half the time."""

        def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
            """The tag of a node: only scalars that are not quoted need one."""
            return _PLAIN if kind is yaml.ScalarNode and isinstance(implicit, tuple) and implicit[0] else ""

    return Loader


class Section:
    """A mapping of a file, with the line of each key.

    Attributes:
        path: The file, as given to the loader.
        line: The line on which the mapping begins, from 1.
    """

    __slots__ = ("_lines", "_values", "line", "path")

    def __init__(self, path: str, line: int, values: dict[str, object], lines: dict[str, int]) -> None:
        self.path = path
        self.line = line
        self._values = values
        self._lines = lines

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def line_of(self, key: str) -> int:
        """The line of a key, or that of the mapping where the key is absent."""
        return self._lines.get(key, self.line)

    def fail(self, message: str, key: str = "") -> NoReturn:
        """Raise the error that names this file and the line of a key.

        Raises:
            VocabularyError: Always.
        """
        raise VocabularyError(message, path=self.path, line=self.line_of(key))

    def allow(self, keys: Iterable[str]) -> None:
        """Refuse every key that is not among those given.

        Raises:
            VocabularyError: A key is not known here.
        """
        known = set(keys)
        for key in self._values:
            if key not in known:
                self.fail(f"unknown key {key!r}; known here: {', '.join(sorted(known))}", key)

    def raw(self, key: str) -> object:
        """The value of a key as it was read: `Section`, list, or scalar; None where absent."""
        return self._values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A string.

        Raises:
            VocabularyError: The key is absent and has no default, or holds something else.
        """
        value = self._values.get(key, default)
        if value is None:
            self.fail(f"{key!r} is missing; add it", key)
        if not isinstance(value, str):
            self.fail(f"{key!r} is {value!r}, but must be a string; quote it", key)
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """A boolean.

        Raises:
            VocabularyError: The key holds something else.
        """
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            self.fail(f"{key!r} is {value!r}, but must be true or false", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one; absent is empty.

        Raises:
            VocabularyError: The key holds something else.
        """
        value = self._values.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or any(type(v) is not str for v in value):
            self.fail(f"{key!r} is {value!r}, but must be a list of strings", key)
        return tuple(value)

    def section(self, key: str) -> Section:
        """A mapping below this one; absent is an empty one.

        Raises:
            VocabularyError: The key holds something else.
        """
        value = self._values.get(key)
        if value is None:
            return Section(self.path, self.line_of(key), {}, {})
        if not isinstance(value, Section):
            self.fail(f"{key!r} must be a mapping", key)
        return value

    def plain(self) -> dict[str, object]:
        """The same as ordinary dictionaries, lists and scalars."""
        return {k: plain(v) for k, v in self._values.items()}


def plain(value: object) -> object:
    """A value of a file without its lines."""
    if isinstance(value, Section):
        return value.plain()
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value


def read(path: Path) -> Section:
    """Read a file whose top level is a mapping.

    Raises:
        VocabularyError: The file cannot be read, is not YAML, is empty or a list at its
            top level, repeats a key, or has a key that is not a string.
    """
    value = read_any(path)
    if not isinstance(value, Section):
        raise VocabularyError("the top level must be a mapping of keys to values", path=str(path), line=1)
    return value


def read_any(path: Path) -> object:
    """Read a file whatever its top level is.

    Raises:
        VocabularyError: As for `read`.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"cannot be read ({error.strerror}); check the path", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise VocabularyError("not text in UTF-8; save it as such", path=str(path)) from error
    import yaml

    try:
        node = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise VocabularyError(f"not valid YAML: {error.problem}", path=str(path), line=line) from error
    except yaml.YAMLError as error:
        raise VocabularyError(f"not valid YAML: {error}", path=str(path)) from error
    if node is None:
        raise VocabularyError("the file is empty; give it content or delete it", path=str(path), line=1)
    return _value(str(path), node)


def taken_up(kind: str, path: Path, make: Callable[[Path], Made]) -> Made:
    """What is made of one file, as an earlier run kept it, or made of it now and kept.

    Args:
        kind: Of what is made; with the name of the file.
        path: The file.
        make: Makes it; gives what can be pickled.

    Raises:
        VocabularyError: As `make` does; a file that cannot be read is left to it.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return make(path)
    name = hashlib.sha256(f"{path}\0{version()}\0".encode() + data).hexdigest()
    return kept.made(f"{kind}.{path.stem}", name, lambda: make(path))


@cache
def version() -> str:
    """Of the program's part in a vocabulary: what another version made is not taken up."""
    return hashlib.sha256(b"".join(p.read_bytes() for p in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()


def _value(path: str, node: Any) -> object:
    if node.id == "scalar":
        return _scalar(node)
    if node.id == "sequence":
        return [_value(path, item) for item in node.value]
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise VocabularyError("a key must be a plain string", path=path, line=line)
        if key in values:
            raise VocabularyError(
                f"{key!r} is given twice; the first is on line {lines[key]}; keep one", path=path, line=line
            )
        lines[key] = line
        values[key] = _value(path, value_node)
    return Section(path, node.start_mark.line + 1, values, lines)


def _scalar(node: yaml.ScalarNode) -> object:
    """A scalar as YAML 1.2 reads it: "no", "on" and 08 are words."""
    text: str = node.value
    if node.tag != _PLAIN:
        return text
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.match(text) if text[0] in "-+0123456789" else None
    if number is None:
        return text
    return float(text) if number.group(1) else int(text)
