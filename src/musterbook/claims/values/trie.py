"""Many words in one regular expression, sharing their beginnings.

In: words and phrases. Out: the text of a pattern. Never compiles and never matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def alternation(words: Iterable[str]) -> str:
    r"""One pattern for many words, longest first; a blank in a phrase is any white space.

    Args:
        words: Lower-case words or phrases.

    Returns:
        A non-capturing group without word boundaries around it.

    >>> alternation(["may", "march"])
    '(?:ma(?:rch|y))'
    """
    root: dict[str, Any] = {}
    for word in sorted(words):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?:{_branches(root)})"


def _branches(node: dict[str, Any]) -> str:
    """The alternatives below one node."""
    final = _END in node
    parts = []
    for letter, below in node.items():
        if letter == _END:
            continue
        parts.append((r"\s+" if letter == " " else re.escape(letter)) + _branches(below))
    if not parts:
        return ""
    joined = "|".join(parts)
    if final:
        return f"(?:{joined})?"
    return joined if len(parts) == 1 else f"(?:{joined})"
