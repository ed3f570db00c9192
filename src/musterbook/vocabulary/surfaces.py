"""Written forms from the short notation of concept files.

In: one line of notation and the precomputed inflections. Out: the written forms it stands
for. Never guesses an inflection: a Russian head without precomputed forms is an error.

The notation: ``!`` in front makes the capitalisation count; ``~`` stands before a Russian
head that inflects by case, ``~~`` before one that inflects by case and number (an
adjective: by gender too); ``|`` ends the head; ``{name}`` is replaced by an attribute of
the entry (each value of a list in turn), ``{name?}`` likewise, but drops the line where
the entry has no such attribute.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

_FIELD = re.compile(r"\{(\w+)(\?)?\}")

Forms = Mapping[str, tuple[str, ...]]


def expand(notation: str, fields: Mapping[str, object]) -> Iterator[str]:
    """Replace the fields of one notation by an entry's attributes.

    Args:
        notation: For instance ``{short} oblast``.
        fields: Attribute → string, number, or list of them.

    Yields:
        One notation without fields for each combination of values; none where an
        optional attribute is absent.

    Raises:
        KeyError: An attribute that is not optional is absent.

    >>> list(expand("{short} oblast", {"short": ["Orel", "Oryol"]}))
    ['Orel oblast', 'Oryol oblast']
    """
    found = dict(_FIELD.findall(notation))
    if not found:
        yield notation
        return
    choices: list[Sequence[object]] = []
    for name, optional in found.items():
        value = fields.get(name)
        if value is None:
            if optional:
                return
            raise KeyError(name)
        choices.append(value if isinstance(value, (list, tuple)) else [value])
    for combination in itertools.product(*choices):
        filled = dict(zip(found, map(str, combination), strict=True))
        yield _FIELD.sub(lambda m: filled[m.group(1)], notation)


def head(notation: str) -> tuple[str, str, str]:
    """Split a notation without fields into what stands before, at and after its head.

    Returns:
        (before, head with its ``~``, after); the head is empty where nothing inflects.

    >>> head("~министр| обороны")
    ('', '~министр', ' обороны')
    """
    text = notation.removeprefix("!")
    if "~" not in text:
        return text.replace("|", ""), "", ""
    before, mark, rest = text.partition("~")
    if rest.startswith("~"):
        mark, rest = "~~", rest[1:]
    inner, _, after = rest.partition("|")
    return before, mark + inner, after.replace("|", "")


def written(notation: str, forms: Forms) -> tuple[str, ...]:
    """All written forms that one notation without fields stands for, the basic one first.

    Args:
        notation: As in a concept file, fields replaced.
        forms: Head with its ``~`` → its other forms.

    Returns:
        The forms with their capitals, е beside ё and the typewriter apostrophe beside the
        curly one; no repeats.

    Raises:
        KeyError: The head has no precomputed forms.

    >>> written("~Псков", {"~Псков": ("Пскова", "Пскову")})
    ('Псков', 'Пскова', 'Пскову')
    """
    before, inflected, after = head(notation)
    if not inflected:
        return variants(before)
    stem = inflected.lstrip("~")
    made: dict[str, None] = {}
    for form in (stem, *forms[inflected]):
        for variant in variants(f"{before}{form}{after}"):
            made[variant] = None
    return tuple(made)


def variants(text: str) -> tuple[str, ...]:
    """A text with the spellings that writers use for one another: ё or е, ’ or '."""
    made = [text]
    if "ё" in text or "Ё" in text:
        made.append(text.replace("ё", "е").replace("Ё", "Е"))
    if "'" in text:
        made += [m.replace("'", "’") for m in made]
    return tuple(made)


def bare(notation: str) -> str:
    """The basic form of a notation without fields, without its marks."""
    return "".join(head(notation)).replace("~", "")
