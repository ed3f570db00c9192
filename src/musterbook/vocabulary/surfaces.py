"""Written forms from the short notation of concept files.

In: one line of notation and the precomputed inflections. Out: the written forms it stands
for. Never guesses an inflection: a Russian head without precomputed forms is an error.

The notation: ``!`` in front makes the capitalisation count; ``~`` stands before a Russian
head that inflects by case, ``~~`` before one that inflects by case and number (an
adjective: by gender too), ``@`` before a man's name and ``@@`` before a woman's; ``|``
ends the head; ``{name}`` is replaced by an attribute of the entry (each value of a list
in turn), ``{name?}`` likewise, but drops the line where the entry has no such attribute.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from musterbook.expressions import regex

_FIELD = regex(r"\{(\w+)(\?)?\}")

MARKS = "~@"
_TWOFOLD = frozenset("ёЁ'")
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
    if "{" not in notation:
        yield notation
        return
    found = dict(_FIELD.findall(notation))
    choices: list[Sequence[object]] = []
    for name, optional in found.items():
        value = fields.get(name)
        if value is None:
            if optional:
                return
            raise KeyError(name)
        choices.append(value if isinstance(value, (list, tuple)) else [value])
    for combination in itertools.product(*choices):
        text = notation
        for (name, optional), value in zip(found.items(), combination, strict=True):
            text = text.replace(f"{{{name}{optional}}}", str(value))
        yield text


def head(notation: str) -> tuple[str, str, str]:
    """Split a notation without fields into what stands before, at and after its head.

    Returns:
        (before, head with its mark, after); the head is empty where nothing inflects.

    >>> head("~министр| обороны")
    ('', '~министр', ' обороны')
    """
    text = notation.removeprefix("!")
    mark = "@" if "@" in text else "~"
    if mark not in text:
        return text.replace("|", ""), "", ""
    before, _, rest = text.partition(mark)
    if rest.startswith(mark):
        mark, rest = mark * 2, rest[1:]
    inner, _, after = rest.partition("|")
    return before, mark + inner, after.replace("|", "")


def written(notation: str, forms: Forms) -> tuple[str, ...]:
    """All written forms that one notation without fields stands for, the basic one first.

    Args:
        notation: As in a concept file, fields replaced.
        forms: Head with its mark → its other forms.

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
    stem = inflected.lstrip(MARKS)
    made = [f"{before}{form}{after}" for form in (stem, *forms[inflected])]
    if any(c in _TWOFOLD for c in "".join(made)):
        made = [variant for text in made for variant in variants(text)]
    return tuple(dict.fromkeys(made))


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
    before, inflected, after = head(notation)
    return before + inflected.lstrip(MARKS) + after
