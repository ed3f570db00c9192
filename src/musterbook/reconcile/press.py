"""Who publishes: papers, the newsrooms behind them, and what kind of voice a name is.

In: what is stated about documents, names out of attributions, a vocabulary, decisions on sources. Out:
`Paper` records, families, kinds. Never takes a publisher for a reporter because it published something.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from musterbook.expressions import regex
from musterbook.reconcile.addresses import document_address, is_edition, site_of
from musterbook.reconcile.declined import stem, stems
from musterbook.reconcile.directory import directory_of
from musterbook.reconcile.presswords import CALLED, words_of_press
from musterbook.records import Judgement, Metadata, content_id
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.spelling import key, skeleton

REPORTING = frozenset({"official", "agency", "newspaper", "broadcaster", "channel", "monitor"})
"""Kinds of source that are known to report; ``rewriter`` and ``unknown`` are not."""

VOICES = ("outlet", "office", "person")
"""What the end of an attribution chain may be to be an origin; documents and descriptions are none."""

_WORDS = regex(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_POSSESSIVE = regex(r"[’']s?(?!\w)")
_OBLIQUE = tuple(
    (regex(oblique), nominative)
    for oblique, nominative in (
        (r"(?<=[кгхж])(?:ого|ому|им|ом)(?!\w)", "ий"),
        (r"(?<=[нвт])(?:ого|ому|ым|ом)(?!\w)", "ый"),
        (r"(?<!\w)(?i:суд)(?:а|у|е|ом)(?!\w)", "суд"),
        (r"(?<=[кнвт])ой(?= прокуратур)", "ая"),
        (r"(?<!\w)(?i:прокуратур)(?:ы|е|у|ой)(?!\w)", "прокуратура"),
        (r"(?<=\wдминистраци)(?:и|ю|ей)(?!\w)", "я"),
    )
)  # of names of bodies, to their nominative
_OF_REGION = (
    "regional", "oblast", "krai", "republic", "local", "област", "края", "краю", "крае", "республик", "регион", "местн",
)  # fmt: skip
"""How words begin that say that an office is of some region."""

_INITIAL = regex(r"[A-ZА-ЯЁ][\w’'.-]*")
MEDIA = frozenset({"сми", "media", "the media"})
"""Names of nobody in particular: any newsroom."""

_ADMINISTRATION = "regional_administration"
_HEAD = "head"  # of a region, by whatever title
_REGIONAL = {"government": "regional_government"}  # of a region it is another office
_IN_BRACKETS = regex(r"\(([^()]{2,12})\)$")
_HOSTS = ("www", "m", "amp", "mobile", "ru", "en", "eng", "eu", "print")  # first labels that name an edition


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as lineage sees it: who, when, under which addresses.

    Attributes:
        capture_id: The bytes.
        name: As the user knows it.
        published: ISO date, partial allowed; empty where unknown.
        outlet: Canonical name of the publisher, or what is stated; empty where unknown.
        family: What editions, mirrors and translations of one newsroom share; empty where unknown.
        kind: Of source, as in the specification of lineage; ``unknown`` where nobody said.
        addresses: Its own address and the canonical one, in one form, where they tell it from other documents.
        sources: Addresses and names stated as what it was taken from.
        title: Where stated.
        edition: Whether it is another edition of a page (its address or what it states says so).
    """

    capture_id: str
    name: str = ""
    published: str = ""
    outlet: str = ""
    family: str = ""
    kind: str = "unknown"
    addresses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    title: str = ""
    edition: bool = False

    @property
    def reports(self) -> bool:
        """Whether its source is known to report."""
        return self.kind in REPORTING


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody named as a source.

    Attributes:
        name: Canonical.
        kind: ``outlet`` ``office`` ``person`` or ``described``.
        family: The newsroom, for outlets; else the name.
        everywhere: Whether it is an office that every region has, and its region is not said.
    """

    name: str
    kind: str
    family: str
    everywhere: bool = False


class Press:
    """The outlets and offices of a vocabulary, with what people decided about them."""

    def __init__(
        self, vocabulary: Vocabulary, judgements: Iterable[Judgement] = (), one_name: Callable[[str], str] = str
    ) -> None:
        """Index names and sites.

        Args:
            one_name: Gives the name that stands for an entity, where people decided that two names are one.
            vocabulary: Gives outlets their kinds, families and sites, and offices their names.
            judgements: Those of kind ``entity`` on ``outlet:NAME`` whose value is a JSON object may set
                ``kind`` and ``family``; the last one stands, ``undone`` takes it back.
        """
        self._one_name = one_name
        known = directory_of(vocabulary)
        self._forms, self._facts = dict(known.forms), dict(known.facts)
        self._sites, self._names, self._regions = known.sites, known.names, known.regions
        self._regional, self._small, self._office_words = known.regional, known.small, known.office_words
        self._last_names, self._cities = known.last_names, known.cities
        self._heading = {official: region for region, official in known.heads.items()}
        self._words = words_of_press(vocabulary)
        for name, facts_set in decided_sources(judgements).items():
            facts_now = self._facts.get(name, {"kind": "unknown", "family": name})
            self._facts[name] = {**facts_now, **facts_set}
            self._forms.setdefault(key(name), ("outlet", name))
        self._forms.pop("", None)  # the skeleton of a name that is a lone sign
        outlets = {f: i for f, (kind, i) in self._forms.items() if kind == "outlet"}
        outlets |= {key(n): i for (k, i), e in vocabulary.entries.items() if k == "outlet" for n in e.names.values()}
        self._cases: dict[tuple[str, ...], str] = {s: i for f, i in sorted(outlets.items()) if (s := stems(f))}
        self._first_stems = {s[0] for s in self._cases}
        self.first_words = {form.split()[0] for form, found in self._forms.items() if found[0] == "outlet"}
        """First words of the names of outlets, in small letters."""
        told = [sorted(f.items()) for f in (self._forms, self._facts, self._sites, self._regions, self._names)]
        told += [sorted(self._last_names.items()), sorted(self._heading.items())]
        words = [*self._words.listed, sorted(self._small), sorted(self._regional)]
        merged = sorted((f, one_name(f)) for f in (*self._facts, *self._names) if one_name(f) != f)
        self.regional_of = _REGIONAL
        """Office → what it is in a region, where a text calls that by the shorter name."""
        self.digest = content_id("press", repr((told, merged, words)))
        """Of everything that is known about outlets and offices."""
        self.voice = lru_cache(maxsize=65536)(self._voice)
        self.begins_outlet = lru_cache(maxsize=65536)(self._begins_outlet)
        """Whether a word may be the first of an outlet's name."""
        self.outlet_named = lru_cache(maxsize=65536)(self._outlet_named)
        """The outlet whose name a text is, and nothing else."""
        self._hosted = lru_cache(maxsize=65536)(self._outlet_at)
        self._officials = {self._names[i] for k, i in self._forms.values() if k == "official"}
        self.is_public = lru_cache(maxsize=65536)(self._is_public)
        """Whether a name is of what an office has made public, or of a site: «the explanatory note»."""

    def paper(self, capture_id: str, name: str, metadata: Metadata) -> Paper:
        """A document's place in the press, from what is stated about it."""
        address = metadata.get("address")
        outlet = self._named(metadata.get("publisher")) or self.outlet_at(address)
        facts = self._facts.get(outlet, {})
        if not facts and (voice := self.holder(outlet)):
            outlet, facts = voice.name, {"kind": "official", "family": voice.family}
        elif not facts and f".{outlet.casefold()}".endswith(self._words.public_hosts):
            facts = {"kind": "official"}
        addresses = dict.fromkeys(a for a in map(document_address, (metadata.get("canonical"), address)) if a)
        sources = tuple(s.value for s in metadata.stated if s.field == "source")
        published = metadata.published
        return Paper(
            capture_id,
            name,
            str(published) if published else "",
            outlet,
            facts.get("family", "") or _unlisted_family(outlet),
            facts.get("kind", "unknown"),
            tuple(addresses),
            sources,
            metadata.get("title"),
            bool(sources) or len(addresses) > 1 or is_edition(address, facts.get("language", "")),
        )

    def _named(self, publisher: str) -> str:
        if not publisher:
            return ""
        voice = self.voice(publisher.title() if publisher.islower() else publisher)
        if voice.kind in ("outlet", "office"):
            return publisher if voice.kind == "outlet" and self._is_another(publisher) else voice.name
        owner = self._owner(publisher)
        return owner.name if owner else publisher

    def _is_another(self, publisher: str) -> bool:
        """Whether an outlet's name is but a word in the name of another: «Example Paper», «Вести залива»."""
        name = _BESIDE.sub("", publisher)
        form = key(name)
        if self._forms.get(form) or self._forms.get(skeleton(name)) or self._bare(form):
            return False
        within = self._outlet_within(name)
        known = self._words
        return within is not None and not known.edition_words | known.around_names | known.speakers >= within[1]

    def _owner(self, publisher: str) -> Voice | None:
        """The holder of office whose page a publisher is by its name: «Telegram channel of …»."""
        words = _WORDS.findall(_POSSESSIVE.sub("", publisher))
        pairs = (self._forms.get(skeleton(" ".join(p))) for p in pairwise(words))
        found = next((f[1] for f in pairs if f and f[0] == "official"), "")
        if not found and not CALLED.isdisjoint(key(publisher).split()):
            called = {self._last_names.get(skeleton(w)) or self._last_names.get(stem(w)) for w in words if w.istitle()}
            named = called - {None, ""}
            found = (named.pop() or "") if len(named) == 1 else ""
        return self.voice(self._names[found]) if found else None

    def holder(self, name: str) -> Voice | None:
        """The office that a name is of, or the holder of one whom the vocabulary knows: both have pages."""
        voice = self.voice(name)
        return voice if voice.kind == "office" or (voice.kind == "person" and voice.name in self._officials) else None

    def _outlet_at(self, host: str) -> str:
        labels = host.split(":")[0].split(".")
        while len(labels) > 1:
            site = ".".join(labels)
            if site in self._sites:
                return self._sites[site]
            if labels[0] not in _HOSTS and len(labels) == 2:
                break
            labels = labels[1:]
        return host.removeprefix("www.")

    def outlet_at(self, address: str) -> str:
        """The outlet at an address or host, or its bare host; nothing where that is a host of many."""
        return self._hosted(site_of(address))

    def family(self, outlet: str) -> str:
        """The newsroom of an outlet, or what stands for an office on whose page it is."""
        known = self._facts.get(outlet)
        if known is None and (voice := self.holder(outlet)):
            return voice.family
        return known.get("family", key(outlet)) if known else _unlisted_family(outlet)

    def kind(self, outlet: str) -> str:
        """The kind of an outlet, ``unknown`` where nobody said."""
        return self._facts.get(outlet, {}).get("kind", "unknown")

    def _bare(self, form: str) -> tuple[str, str] | None:
        """What a name means without the words that stand around names."""
        words = form.split()
        while words and words[0] in self._words.around_names:
            words = words[1:]
        while words and words[-1] in self._words.around_names:
            words = words[:-1]
        bare = " ".join(words)
        return (self._forms.get(bare) or self._forms.get(skeleton(bare))) if bare and bare != form else None

    def _begins_outlet(self, word: str) -> bool:
        return word.casefold() in self.first_words or stem(word) in self._first_stems

    def _outlet_named(self, text: str) -> Voice | None:
        found = self._forms.get(key(text)) or self._in_case(text)
        return self.voice(found[1]) if found and found[0] == "outlet" else None

    def _in_case(self, text: str) -> tuple[str, str] | None:
        """The outlet whose Russian name a text is, in some case."""
        outlet = self._cases.get(stems(key(text))) if text[:1].isupper() else None
        return ("outlet", outlet) if outlet else None

    def _office_in(self, form: str) -> Voice | None:
        """The office that a longer name is of, with its region: a press service speaks for its office."""
        words = f" {form} "
        office = next((o for o in self._office_words if f" {o} " in words), "")
        if not office or " " not in form:
            return None
        parts = form.split()
        if self._is_unnamed(form):
            return None
        grams = [" ".join(parts[at : at + n]) for n in (3, 2, 1) for at in range(len(parts) - n + 1)]
        region = next((self._regions[g] for g in grams if g in self._regions), "")
        rest = [p for p in parts if p not in office.split() and p not in self._words.speakers]
        office_id = self._forms[office][1]
        if region:
            return self._office(office_id, region)
        if not rest or (office_id in self._regional and all(p.startswith(_OF_REGION) for p in rest)):
            return self._office(office_id)
        return Voice(form, "office", form)

    def _office(self, office_id: str, region: str = "") -> Voice:
        if region:
            office_id = _REGIONAL.get(office_id, office_id)
            named = f"{self._names[region]} {self._names.get(office_id, office_id)}"
            return Voice(named, "office", f"{office_id} {region}")
        return Voice(self._names.get(office_id, office_id), "office", office_id, office_id in self._regional)

    def _is_unnamed(self, form: str) -> bool:
        words = f" {form} "
        return any(f" {w} " in words for w in self._words.unnamed_speakers)

    def returns(self, name: str) -> bool:
        """Whether a description is how a text comes back to the office that it has named: «the ministry»."""
        return key(_BESIDE.sub("", name)) in self._words.office_again

    def is_told_of(self, words: str) -> bool:
        """Whether words tell of somebody whom a newsroom has spoken to: «the source»."""
        form = f" {key(words)} "
        return any(f" {w} " in form for w in self._words.told_of)

    def _is_public(self, name: str) -> bool:
        words = f" {key(_BESIDE.sub('', name))} "
        return any(f" {w} " in words for w in self._words.public_papers) and not self._is_unnamed(words)

    def _head_in(self, form: str) -> Voice | None:
        """The head of a region who is called by the title: «the governor of X», and nobody who works for him."""
        words = form.split()
        if self._words.public_titles.isdisjoint(words) or self._is_unnamed(form):
            return None
        spans = [" ".join(words[at : at + n]) for n in (3, 2, 1) for at in range(len(words) - n + 1)]
        place = next((s for s in spans if s in self._regions), "")
        known = self._words
        rest = {w for w in words if w not in place.split()}
        rest -= known.public_titles | known.speakers | known.around_names
        if not place or any(not w.startswith(_OF_REGION) for w in rest - self._words.acting):
            return None
        if not self._words.municipal_titles.isdisjoint(words) and stem(place.split()[-1]) in self._cities:
            return None  # the head of a city
        region = self._regions[place]
        return Voice(f"{_HEAD} of {self._names[region]}", "office", f"{_HEAD} {region}")

    def is_heard(self, name: str) -> bool:
        """Whether a description is of whom a newsroom heard: «the newspaper's sources»."""
        return not self._words.newsroom_again.isdisjoint(key(_POSSESSIVE.sub("", _BESIDE.sub("", name))).split())

    def is_credit(self, words: str) -> bool:
        """Whether words beside an outlet's name, on a line of its own, only say whose report it is: «by AFP»."""
        return self._words.credits.issuperset(key(words).split())

    def called_outlets(self, text: str) -> frozenset[str]:
        """The names that a text calls outlets, as `as_outlet` looks them up: «the news site Example»."""
        found = {m["name"] for p in self._words.outlet_called for m in p.finditer(text)}
        return frozenset(sign for name in found for sign in _signs(name))

    def as_outlet(self, name: str, called: frozenset[str]) -> Voice:
        """Who a name is in a text that calls some names outlets: one that nobody knows is one of these."""
        voice = self.voice(name)
        if not called or voice.kind not in ("described", "person") or called.isdisjoint(_signs(name)):
            return voice
        plain = _BESIDE.sub("", name)
        return Voice(plain, "outlet", _unlisted_family(plain))

    def has_reported(self, before: str, after: str) -> bool:
        """Whether the words before or after an outlet's name say that it reported something: «as X wrote»."""
        return self._words.says_it_reported(before, after)

    def placed(self, voice: Voice, region: str) -> Voice:
        """An office that every region has, as that of one region; any other voice as it is."""
        return self._office(voice.family, region) if voice.everywhere and region in self._names else voice

    def _outlet_in(self, name: str) -> Voice | None:
        """The one outlet that a longer description names: its bulletin, its press service, a source of its."""
        within = self._outlet_within(name)
        return within[0] if within else None

    def _outlet_within(self, name: str) -> tuple[Voice, frozenset[str]] | None:
        """The one outlet that a longer description names, with the words beside its name."""
        found: dict[str, tuple[Voice, frozenset[str]]] = {}
        words = list(_WORDS.finditer(name := _POSSESSIVE.sub("", name)))
        for at, first in enumerate(words):
            if not (first[0][0].isupper() or first[0][0].isdigit()) or key(first[0]) not in self.first_words:
                continue
            for last in reversed(words[at : at + 4]):
                voice = self.outlet_named(name[first.start() : last.end()])
                if voice:
                    beside = (w[0] for w in words if w.start() < first.start() or w.start() > last.start())
                    found.setdefault(voice.family, (voice, frozenset(map(key, beside))))
                    break
        return next(iter(found.values())) if len(found) == 1 else None

    def _body_in(self, name: str, form: str) -> Voice | None:
        """A public body with a name of its own, which the vocabulary does not list: a district court."""
        if self._words.bodies.isdisjoint(form.split()) or self._is_unnamed(form):
            return None
        words = _WORDS.findall(_POSSESSIVE.sub("", name))
        while words and self._words.speakers.issuperset(key(words[0]).split()):
            words = words[1:]
        while words and self._words.speakers.issuperset(key(words[-1]).split()):
            words = words[:-1]
        if len(words) < 2 or not any(w[0].isupper() for w in words):
            return None
        for ruling, place in ((words[0], words[1:]), (words[-1], words[:-1])):
            region = self._regions.get(key(" ".join(place)))
            if region and key(ruling) in self._words.administrations and stem(place[-1]) not in self._cities:
                return self._office(_ADMINISTRATION, region)
        body = next((n for n, w in enumerate(words) if key(w) in self._words.bodies), len(words))
        shown, beyond = " ".join(words[: body + 1]), words[body + 1 :]
        for oblique, nominative in _OBLIQUE:
            shown = oblique.sub(nominative, shown)
        shown = " ".join((shown, *beyond))
        return Voice(shown, "office", f"body {skeleton(shown)}")

    def _voice(self, name: str) -> Voice:
        short = _IN_BRACKETS.search(name)
        found = self._forms.get(key(short[1])) if short and short[1].isupper() else None
        if found and found[0] == "office":  # a name and its short form, by which it is known
            return self._office(found[1])
        name = self._one_name(_BESIDE.sub("", name))
        form = key(name)
        if form in MEDIA:
            return Voice(form, "described", form)
        found = self._forms.get(form) or self._forms.get(skeleton(name)) or self._bare(form)
        found = found or self._in_case(name.strip('«»“”"'))
        if found and found[0] == "outlet" and name.islower() and self._small.isdisjoint((form, skeleton(name))):
            found = None  # a common noun that is an outlet's name as well: «проект»
        if found and found[0] == "outlet":
            return Voice(found[1], "outlet", self.family(found[1]))
        if found and found[0] == "official":
            region = self._heading.get(found[1])
            return Voice(self._names[found[1]], "person", f"{_HEAD} {region}" if region else found[1])
        if found:
            return self._office(found[1])
        office = self._outlet_in(name) or self._head_in(form) or self._office_in(form) or self._body_in(name, form)
        if office:
            return office
        names = _INITIAL.findall(name)
        if len(names) >= 2 and len(names) == len(name.split()):
            return Voice(name, "person", skeleton(name))
        if len(names) == 1 and len(name.split()) == 1 and form not in self._words.people:
            return Voice(name, "person", skeleton(name))
        return Voice(name, "described", form)


def _unlisted_family(outlet: str) -> str:
    """What stands for the newsroom of an outlet that nobody knows, in whatever script it is named."""
    return skeleton(outlet) or key(outlet)


def _signs(name: str) -> tuple[str, ...]:
    """What a name is known by, in whatever case: it itself, and the stems of its words."""
    name = _BESIDE.sub("", name)
    return tuple(s for s in (skeleton(name), " ".join(stems(key(name)))) if s)


_BESIDE = regex(r"(?<=\S)\s*\([^()]*\)$")  # a name in the other script, beside the name


def decided_sources(judgements: Iterable[Judgement]) -> Mapping[str, dict[str, str]]:
    """What people set about sources: name → kind, family."""
    out: dict[str, dict[str, str]] = {}
    for judgement in sorted(judgements, key=lambda j: (j.when, j.id)):
        if judgement.kind != "entity" or not judgement.subject.startswith("outlet:"):
            continue
        name = judgement.subject.removeprefix("outlet:")
        if judgement.verdict == "undone":
            out.pop(name, None)
        elif judgement.verdict == "set" and judgement.value.startswith("{"):
            out[name] = {str(k): str(v) for k, v in json.loads(judgement.value).items()}
    return out
