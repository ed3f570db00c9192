"""The words of guarding: what governs a facility, what stands beside it, what lists it.

In: a pattern book whose lexicon has the macros of guarding. Out: a `Grammar`, compiled once
for a language. Never holds a word of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon's expressions for guarding, compiled for one language.

    Attributes:
        guarding: Verbs and nouns that govern what is guarded.
        posted: Verbs of being on duty, with the preposition of the place.
        guarded: What follows a facility that is guarded.
        noun_after: A noun of guarding after the facility.
        gap: What may stand between such words and a facility.
        place_gap: What may stand between a verb of being on duty and the place.
        colon: The same up to a colon, with which the list begins.
        list_gap: What may stand between two facilities of a list.
        such_as: After a general word: what is meant follows.
        other: Before a general word: it only closes a list.
        companion: A facility that is named along with another, and is the same.
        border: A line that is guarded.
        vague: A word for a facility that tells no kind.
        listing: The beginning of a sentence that lists what is guarded.
        naming: Words within a sentence that list it.
        task: Words that ask or tell what the task is.
        promised: Words that tell what somebody was promised that he would guard, right before the list.
        people_of: Somebody's people right before a facility: they are meant, not the facility.
        where: A question about where they serve and what they guard.
        predicate: A verb, as a bare list of places has none.
        bare_head: What may stand before a list that is a sentence by itself.
        bare_tail: What may stand after it.
        at_site: A preposition of place before a facility.
        on_duty: After a place that is named first: somebody is on duty there.
        watching: After a place at which somebody is: what he watches for are drones.
        watching_there: The same after a place that is named first.
        counter: Words for fighting drones.
        withheld: What is fought, said as not letting it happen.
        target: Drones on their way to what follows.
        against: Drones that a facility is guarded from.
        site_head: Before a list: what shares its noun.
        site_tail: After a list: what shares its noun.
        kept_head: A verb before a list that only the words after it make one of guarding.
        kept_tail: Those words.
        sense: Words of guarding that may stand anywhere in the clause of a facility.
        spoilt: Words in that clause that speak of a facility for another reason.
        stays: Verbs of staying, spending time and taking turns somewhere.
        serving: Words that tell of a place where somebody serves, whatever he does there.
        added: After a list: its sites are added to those that are guarded.
        signs: What each sign of a place of service weighs, and how much is ``enough``.
        taken_up: Guarding of what a pronoun takes up from the sentence before.
    """

    guarding: Gated
    posted: Gated
    guarded: Gated
    noun_after: Gated
    gap: Gated
    place_gap: Gated
    colon: Gated
    list_gap: Gated
    such_as: Gated
    other: Gated
    companion: Gated
    border: Gated
    vague: Gated
    listing: Gated
    naming: Gated
    task: Gated
    promised: Gated
    people_of: Gated
    where: Gated
    predicate: Gated
    bare_head: Gated
    bare_tail: Gated
    at_site: Gated
    on_duty: Gated
    watching: Gated
    watching_there: Gated
    counter: Gated
    withheld: Gated
    target: Gated
    against: Gated
    site_head: Gated
    site_tail: Gated
    kept_head: Gated
    kept_tail: Gated
    sense: Gated
    spoilt: Gated
    stays: Gated
    serving: Gated
    added: Gated
    taken_up: Gated
    signs: Mapping[str, int]


_FRAMES = {
    "guarding": "{guarding}|{guarding_more}",
    "posted": "{posted}",
    "guarded": "{guarded}|{guarded_more}",
    "noun_after": "{guard_noun_after}",
    "gap": "{guard_gap}*",
    "place_gap": r"\s+(?:(?:(?<=, )|(?!{duty_preposition}\b))[^\s;.:]+\s+){0,5}",
    "colon": r"[^.;:]{0,60}(?::|{duty_namely})\s*(?:\w+\s+){0,2}?",
    "list_gap": "{guard_list_gap}",
    "such_as": r"^\W*(?:\w+\W+){0,3}?(?:{such_as})",
    "other": "{other_before}",
    "companion": "{companion_facility}",
    "border": "{border_line}",
    "vague": "{vague_site}",
    "listing": "{listing}",
    "naming": "{duty_naming}",
    "task": "{guarding}|{guarding_more}|{duty_task}",
    "promised": "{duty_promised}",
    "people_of": "{duty_people_of}",
    "where": "{duty_where}",
    "predicate": "{duty_predicate}",
    "bare_head": "{duty_bare_head}",
    "bare_tail": "{duty_bare_tail}",
    "at_site": "{duty_at_site}",
    "on_duty": "{duty_on_duty}",
    "watching": r"^[^.;]{0,60}?\b{duty_purpose}\s+{counter_drone}\s+(?:[^\s.;]+\s+){0,4}?{drone}",
    "watching_there": r"^[^.;]{0,120}?{counter_drone}\s+(?:[^\s.;]+\s+){0,4}?{drone}",
    "counter": "{counter_drone}",
    "withheld": "{duty_withheld}",
    "target": r"{drone}[^.;]{0,45}?\b{drone_target}\b",
    "against": r"(?:{guarding_from})\s+(?:[^\s.;]+\s+){0,6}?{drone}",
    "site_head": "{site_head}",
    "site_tail": "{site_tail}",
    "kept_head": "{kept_head}",
    "kept_tail": "{kept_tail}",
    "sense": "{duty_sense}",
    "spoilt": "{duty_spoilt}",
    "stays": "{duty_stays}",
    "serving": "{duty_serving}",
    "added": "{duty_added}",
    "taken_up": "{duty_taken_up}",
}


@lru_cache(maxsize=8)
def grammar_of(book: PatternBook, language: str) -> Grammar | None:
    """The expressions of a language, or None where the vocabulary has none for it.

    Args:
        book: The patterns; its lexicon holds the words.
        language: ``en`` or ``ru``.
    """
    if (language, "guarding") not in book.vocabulary.lexicon:
        return None
    rows = (row.partition("=") for row in book.vocabulary.lexicon[language, "duty_signs"].split("|"))
    signs = {name: int(weight) for name, _, weight in rows}
    return Grammar(**{name: Gated(book.expression(frame, language)) for name, frame in _FRAMES.items()}, signs=signs)
