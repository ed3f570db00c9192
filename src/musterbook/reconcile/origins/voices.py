"""Who the names are that statements are ascribed to, each in its own document.

In: claims, the press, questions, texts. Out: voices. An office that every region has is that of the region spoken of,
what a document calls by a shorter name is what it has named in full, and what it calls an outlet is one. Never knows
any other name that the press does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from musterbook.reconcile.press import Press, Voice
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim

_TEXTS = 1024  # texts of which is kept whom they call an outlet


class Voices:
    """The names of documents, each worked out by what stands in its document."""

    def __init__(
        self,
        claims: Iterable[Claim],
        said: Mapping[str, Sequence[Claim]],
        press: Press,
        questions: Questions,
        text_of: Callable[[str], str],
    ) -> None:
        """Note of which regions documents speak.

        Args:
            claims: All of them.
            said: Capture id → statements with their attribution.
            press: Who is who.
            questions: Of the programme.
            text_of: Capture id → its text, for outlets that only the text calls so; empty where it is left out.
        """
        self._called = lru_cache(maxsize=_TEXTS)(lambda capture_id: press.called_outlets(text_of(capture_id)))
        self._said, self._press, self._questions = said, press, questions
        self._local: dict[str, Voice | None] = {}
        self._regions: dict[str, str] = {}
        for claim in claims:
            for region in (a.value for a in claim.args if a.role == "region" and isinstance(a.value, str)):
                if self._regions.setdefault(claim.capture_id, region) != region:
                    self._regions[claim.capture_id] = ""  # of several nobody knows which is meant

    def of(self, name: str, claim: Claim) -> Voice:
        """Who a name is that stands in the document of a statement."""
        voice = self._press.as_outlet(name, self._called(claim.capture_id))
        if voice.family in self._press.regional_of:
            return self._named_in_full(claim, self._press.regional_of[voice.family]) or voice
        if not voice.everywhere:
            return voice
        region = self._questions.of(claim)[0].region or self._regions.get(claim.capture_id, "")
        return self._press.placed(voice, region)

    def _named_in_full(self, claim: Claim, office: str) -> Voice | None:
        """The office of a region that a document calls by a shorter name after its full one: «the government»."""
        if claim.capture_id not in self._local:
            region, found = self._regions.get(claim.capture_id, ""), {}
            for name in {n: None for c in self._said.get(claim.capture_id, ()) for n in c.attribution}:
                voice = self._press.placed(self._press.voice(name), region)
                if voice.family.split()[:1] == [office]:
                    found[voice.family] = voice
            self._local[claim.capture_id] = next(iter(found.values())) if len(found) == 1 else None
        return self._local[claim.capture_id]
