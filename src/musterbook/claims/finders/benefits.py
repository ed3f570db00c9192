"""Benefits: rights other than money that recruits are given.

In: a document. Out: drafts of ``benefit.granted``, one per kind and sentence. Starts from
the names of benefits (cues of the claim type); a name counts where the sentence, or the
list that it is an item of, says that it is given, or where the cue itself says so (flag
``grants``). Never takes what people ask for, or what they do for others, for a benefit.
"""

from __future__ import annotations

from collections.abc import Iterator

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.pay_lead import lead_of
from musterbook.claims.finders.pay_sums import Span
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import Ready
from musterbook.records import Arg

TYPE = "benefit.granted"
GRANTS = "grants"
_CIRCLE = 700  # characters before a sentence in which the people must be named: about a paragraph
_REACH = 140  # characters between a word of giving and a benefit: the longest lists of the corpora have fewer
_BEHIND = 60  # characters after a benefit in which it is said not to be given
_SEVERAL = 4  # kinds of benefits in one sentence: it lists what there is, whatever its verb
_NAMES = ("benefit_grant", "benefit_reject", "benefit_withheld", "pay_circle", "pay_topic")

_Words = dict[str, Gated]


def find(document: Document) -> Iterator[Draft]:
    """The benefits that a document tells.

    Args:
        document: In a language whose lexicon has the words of giving.
    """
    words = document.book.words(_NAMES, document.annotations.language)
    if len(words) < len(_NAMES) or TYPE not in document.vocabulary.types:
        return
    numbers = {s: n for n, s in enumerate(document.annotations.sentences)}
    for sentence, cues in document.cues(TYPE):
        text = document.plain
        if not words["pay_circle"].search(text, max(0, sentence[0] - _CIRCLE), sentence[1]):
            continue
        if words["benefit_reject"].search(text, *sentence):
            continue
        named = list(_named(document, sentence, cues))
        several = len(named) >= _SEVERAL
        for cue, span in named:
            granted = several or GRANTS in cue.pattern.flags
            if not granted and not _given(document, words, sentence, numbers[sentence], span):
                continue
            kind = Arg("kind", cue.pattern.args["kind"])
            withheld = words["benefit_withheld"].search(text[span[1] : min(sentence[1], span[1] + _BEHIND)])
            polarity = cue.pattern.polarity or ("denied" if withheld else "")
            yield Draft(TYPE, (kind,), *span, sentence=sentence, cue=span, polarity=polarity)


def _named(document: Document, sentence: Span, cues: list[Ready]) -> Iterator[tuple[Ready, Span]]:
    """Each kind of benefit that a sentence names, once, with its words; cues that grant by themselves first."""
    seen: set[str] = set()
    for cue in sorted(cues, key=lambda c: GRANTS not in c.pattern.flags):
        kind = str(cue.pattern.args["kind"])
        if kind in seen:
            continue
        found = cue.search(document.plain, *sentence)
        if found and not (cue.unless and cue.unless.search(document.plain, *sentence)):
            if cue.requires and not cue.requires.search(document.plain, *sentence):
                continue
            seen.add(kind)
            yield cue, found.span()


def _given(document: Document, words: _Words, sentence: Span, number: int, span: Span) -> bool:
    """True where the words around a benefit, or what its list begins with, say that it is given."""
    area = (max(sentence[0], span[0] - _REACH), min(sentence[1], span[1] + _REACH))
    if words["benefit_grant"].search(document.plain, *area):
        return True
    lead = lead_of(document, number, short=0)
    if lead is None:
        return False
    return any(words[name].search(document.plain, *lead) for name in ("benefit_grant", "pay_topic"))
