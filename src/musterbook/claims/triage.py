"""Is there anything in it? One pass of an automaton over bytes.

In: a document's bytes or text. Out: whether any word of the programme's people, names or
acts stands in it. Never decides what a document says; a document without such a word
cannot hold a claim of the programme and costs nothing more.
"""

from __future__ import annotations

import ahocorasick_rs

from musterbook.vocabulary.nouns import Vocabulary


class Triage:
    """The automaton of the words without which a document is of no interest."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Compile the words in ``settings.triage`` in UTF-8, in lower case, capitalised and in capitals.

        A word listed with a capital counts only as written ("BARS", not "bars"). Where a
        programme lists no words, every document is of interest.
        """
        listed = vocabulary.settings.get("triage", ())
        words = [str(w) for w in listed] if isinstance(listed, list | tuple) else []
        forms = {form for word in words for form in _cases(word)}
        self._automaton = (
            ahocorasick_rs.BytesAhoCorasick(
                sorted(form.encode() for form in forms), implementation=ahocorasick_rs.Implementation.DFA
            )
            if forms
            else None
        )

    def relevant(self, text: str) -> bool:
        """Whether a text holds any of the words."""
        return self.relevant_bytes(text.encode("utf-8", "replace"))

    def relevant_bytes(self, data: bytes) -> bool:
        """Whether UTF-8 bytes hold any of the words; one pass, no copy."""
        return self._automaton is None or bool(self._automaton.find_matches_as_indexes(data))


def _cases(word: str) -> tuple[str, ...]:
    """The capitalisations in which a word counts: one with a capital of its own only as it is."""
    return (word,) if word != word.lower() else (word, word[:1].upper() + word[1:], word.upper(), word.title())
