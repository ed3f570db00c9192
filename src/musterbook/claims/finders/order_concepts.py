"""Orders by the concepts that stand together: who must, what must, to bring people, units or reports.

In: a document. Out: drafts of ``recruitment.order`` for sentences that hold the words of each
concept near one another, in any order, in a passage about the programme. Never takes a duty
that has nothing to do with raising the reserve, nor another state's.
"""

from __future__ import annotations

from collections.abc import Iterator

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.concepts import Span, around, nearest
from musterbook.records import Arg

ORDER = "recruitment.order"
_CONCEPTS = {
    "report": ("report_what", "report_will", "whom"),
    "form_units": ("units_what", "units_will", "whom"),
    "recruit": ("recruit_what", "recruit_will", "whom"),
}
"""Requirement → what is demanded, the words of demanding, those who are named with them.

Of those that would take the same words for what is demanded, the first has them: who is to
report on recruitment is not told to recruit."""
_WORDS = tuple(dict.fromkeys(w for words in _CONCEPTS.values() for w in words))
_KINDS = frozenset({"force", "unit", "programme_name"})
_CONTEXT = 500  # characters before a sentence in which the programme is named: about a paragraph
_SPAN = 190  # characters in which the words of an order stand


def find(document: Document) -> Iterator[tuple[Span, Draft]]:
    """Every order of whose concepts a sentence has the words, with the sentence.

    Args:
        document: In a language whose lexicon has the ``ord_…`` macros.
    """
    names = (*_WORDS, "against")
    words = document.book.words(names, document.annotations.language, "ord_")
    if len(words) < len(names):
        return
    shadow = document.shadow
    for sentence, _ in document.cues(ORDER):
        orders = [(r, [words[c] for c in concepts]) for r, concepts in _CONCEPTS.items()]
        orders = [(r, parts) for r, parts in orders if all(part.may(shadow, *sentence) for part in parts)]
        if not orders or not _KINDS & document.surroundings.context(sentence, _CONTEXT):
            continue
        if words["against"].search(shadow, *sentence) or document.surroundings.answer(sentence) == "":
            continue
        taken: list[Span] = []
        for requirement, parts in orders:
            found = nearest(parts, shadow, sentence, _SPAN)
            if found is not None and not any(found[0][0] < e and s < found[0][1] for s, e in taken):
                taken.append(found[0])
                start, end = around(found)
                args = (Arg("requirement", requirement, *found[0]),)
                yield sentence, Draft(ORDER, args, start, end, sentence, cue=found[1])
