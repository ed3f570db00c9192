"""A web page: which of its blocks are the article, and what kind each is.

In: decoded HTML. Out: the text of all blocks, their kinds, the title, and the way back.
Never does: leave a block out; what is not main text is marked as furniture or related.

What surrounds a block decides first (``nav``, ``footer``, class names), then its own words
(`furniture`), then how much of it is links. Where no ``article`` or ``main`` element tells
the main text, `trafilatura` is asked and settles the blocks in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.blocks import Draft, settle
from musterbook.reading.bytemap import ByteMap, Source
from musterbook.reading.furniture import known_kind
from musterbook.reading.markup import Element, Markup, Run
from musterbook.records import Block, Segment

_GAP: Final = "\n\n"
_ASK_LONGEST: Final = 3_000_000  # characters; above that trafilatura would take seconds
_ASK_DEEPEST: Final = 200  # elements; libxml2 gives up at 256
_PARAGRAPH: Final = 80  # characters from which on a block that ends as a sentence is prose
_FURNITURE_TAGS: Final = frozenset(("nav", "footer", "form", "button", "select", "textarea", "dialog", "menu", "label"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FURNITURE: Final = regex(
    r"[ _-](?:nav|navbar|navigation|menu|footer|breadcrumbs?|share|sharing|social|socials|subscribe|"
    r"subscription|newsletter|signup|sign-up|cookies?|consent|gdpr|banner|promo|advert\w*|ads?|sponsor\w*|donat\w*|support-us|paywall|comments?|"
    r"disqus|toolbar|sidebar|widget|popup|modal|tags|pagination|pager|search|login|skip-link|copyright|hidden|"
    r"screen-reader-text|sr-only|visually-hidden|preheader|contentinfo|complementary)(?=[ _-])"
)
_RELATED: Final = regex(
    r"[ _-](?:related|read-?also|read-?more|see-?also|more-?on|recommend\w*|recirc\w*|similar)(?=[ _-])"
)
_MAIN: Final = regex(
    r"[ _-](?:articlebody|article-?(?:body|content|text)|entry-?content|post-?(?:content|body)|story-?body|"
    r"text-?content|js-mediator-article)(?=[ _-])"
)
_BYLINE: Final = regex(r"[ _-](?:byline|author|authors|autor)(?=[ _-])")
_DATE: Final = regex(r"[ _-](?:date|dateline|pubdate|published|datepublished|timestamp)(?=[ _-])")
_CAPTION: Final = regex(r"[ _-](?:caption|figcaption|wp-caption-text|media-caption|image-caption)(?=[ _-])")
_CREDIT: Final = regex(r"[ _-](?:credit|copyright|photo-?credit|image-?credit)(?=[ _-])")
_SITE: Final = regex(r"\s+[|–—•·»-]\s+[^|–—•·»]{2,40}\Z")
_SPACES: Final = regex(r"\s+")
_SQUASH: Final = regex(r"\W+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is read.

    Attributes:
        text: All blocks with an empty line between them.
        blocks: What is what.
        segments: The way back to the capture.
        title: From the page's heading or its ``title`` element.
        cut: True where a part was not read, since there was too much of it.
    """

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    title: str
    cut: bool = False


def read_page(source: Source) -> Page:
    """Read a page.

    Args:
        source: Decoded HTML with its segments.

    Returns:
        Its text and blocks; both are empty where the page shows nothing.
    """
    markup = Markup(source.text)
    runs = [run for run in markup.runs() if not _in_head(run)]
    head_title = next((r.text for r in markup.titles), "")
    parts: list[str] = []
    drafts: list[Draft] = []
    segments: list[Segment] = []
    mapper = ByteMap(source)
    at = 0
    for run in runs:
        text = run.text
        parts.append(text)
        segments += mapper.segments(run.pieces, at)
        drafts.append(Draft(at, at + len(text), text, _kind(run, text)))
        at += len(text) + len(_GAP)
    whole = _GAP.join(parts)
    _settle_main(drafts, runs, source.text if markup.deepest <= _ASK_DEEPEST else "")
    _settle_title(drafts, runs, head_title)
    settle(drafts, whole)
    blocks = tuple(Block(d.kind, d.start, d.end) for d in drafts)
    return Page(whole, blocks, tuple(segments), _SITE.sub("", " ".join(head_title.split())), markup.cut)


def _in_head(run: Run) -> bool:
    """True for what stands in the page's head: it is not shown."""
    return any(e.name in ("head", "title") for e in run.path[:4])


def _kind(run: Run, text: str) -> str:
    """The kind of a block by its elements and words, "" where it may be main text."""
    for element in run.path:
        if element.name in _FURNITURE_TAGS or (element.marks and _surroundings(element) == "furniture"):
            return "furniture"
    if any(_surroundings(e) == "related" for e in run.path if e.marks):
        return "related" if 12 <= len(text) <= 240 else "furniture"
    inner = run.path[-3:]
    marks = " ".join(e.marks for e in inner)
    if marks:
        if _CREDIT.search(marks):
            return "furniture"
        if _CAPTION.search(marks):
            return "caption"
        if _BYLINE.search(marks) and len(text) < 120:
            return "byline"
    name = next(
        (e.name for e in reversed(run.path) if e.name not in ("a", "b", "i", "strong", "em", "span", "font", "u")), ""
    )
    if name in ("figcaption", "caption") or any(e.name == "figcaption" for e in inner):
        return "caption" if known_kind(text) != "furniture" else "furniture"
    if name in _HEADINGS and len(text) < 300:
        return known_kind(text) or "heading"
    known = known_kind(text)
    if not known and marks and _DATE.search(marks) and len(text) < 60 and any(map(str.isdigit, text)):
        return "dateline"
    if not known and name not in ("p", "td", "tr") and len(text) < 200 and run.linked > 0.9 * len(text):
        return "furniture"
    return known


@lru_cache(maxsize=8192)
def _surroundings(element: Element) -> str:
    """``furniture`` or ``related`` where an element's marks say so; the page's own body never is."""
    if element.name in ("html", "body", "article", "main"):
        return ""
    marks = _SPACES.sub(" ", element.marks)
    return "furniture" if _FURNITURE.search(marks) else "related" if _RELATED.search(marks) else ""


def _settle_main(drafts: list[Draft], runs: list[Run], source: str) -> None:
    """Mark what stands outside the main text as furniture, where it is plain what is inside."""
    told = _rescue(drafts, source)
    inside = [any(e.name in ("article", "main") or _MAIN.search(e.marks) for e in run.path) for run in runs]
    open_size = sum(len(d.text) for d in drafts if d.kind in ("", "heading"))
    inside_size = sum(len(d.text) for d, main in zip(drafts, inside, strict=True) if main and not d.kind)
    if inside_size > 0.5 * open_size and inside_size > 200:
        for draft, main in zip(drafts, inside, strict=True):
            if not main and draft.kind == "" and len(draft.text) < 400:
                draft.kind = "furniture"
        return
    doubtful = [d for d in drafts if not d.kind and len(d.text) < 200 and d.text[-1:] not in '.!?…»”"']
    if doubtful:
        told = told or _ask(source)
        if len(told) > 200:
            for draft in doubtful:
                if _SQUASH.sub("", draft.text) not in told:
                    draft.kind = "furniture"


def _rescue(drafts: list[Draft], source: str) -> str:
    """Paragraphs that a misleading class name around them made furniture become open again.

    Returns:
        What trafilatura told, where it had to be asked.
    """
    whole = [d for d in drafts if len(d.text) >= _PARAGRAPH and d.text[-1:] in '.!?…»”"']
    lost = [d for d in whole if d.kind in ("furniture", "related") and not known_kind(d.text)]
    if len(lost) <= 0.5 * len(whole):
        return ""
    told = _ask(source)
    for draft in lost:
        if _SQUASH.sub("", draft.text) in told:
            draft.kind = ""
    return told


def _ask(source: str) -> str:
    """The main text that trafilatura finds, letters and digits only; empty where it finds none."""
    if not source or len(source) > _ASK_LONGEST:
        return ""
    from trafilatura import extract  # imported late: it costs half a second

    told = extract(source, include_comments=False, include_tables=True, favor_recall=True, fast=True)
    return _SQUASH.sub("", told or "")


def _settle_title(drafts: list[Draft], runs: list[Run], head_title: str) -> None:
    """The first h1 of the page, or the heading that its title element repeats, is the title."""
    wanted = _SQUASH.sub("", head_title).casefold()
    best: Draft | None = None
    for draft, run in zip(drafts, runs, strict=True):
        if not any(e.name in _HEADINGS for e in run.path) or draft.kind not in ("heading", "furniture", "related"):
            continue
        plain = _SQUASH.sub("", draft.text).casefold()
        if len(plain) >= 8 and wanted and (plain in wanted or wanted in plain):
            best = draft
            break
        if best is None and any(e.name == "h1" for e in run.path) and draft.kind == "heading":
            best = draft
    if best:
        best.kind = "title"
