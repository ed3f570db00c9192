"""What a web page states of itself: JSON-LD, meta tags, links.

In: decoded HTML. Out: `Stated` values, and the encoding that the page declares.
Never does: take a date from the text of the page, or a build or crawl date for a publication date.

Sources: schema.org NewsArticle; Open Graph (ogp.me); HTML Living Standard 4.2; the
``syndication-source`` and ``original-source`` meta tags of Google News.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Final

from musterbook.expressions import regex
from musterbook.intake.printed import normal
from musterbook.records import Stated

_TAG: Final = regex(r"<(meta|link|html|title)\b((?:[^<>\"']++|\"[^\"]{0,4000}\"|'[^']{0,4000}'|[\"'])*+)>", re.I)
_ATTRIBUTE: Final = regex(r"""([a-zA-Z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SCRIPT: Final = regex(r"<script\b[^<>]*?application/ld\+json[^<>]*+>", re.I)
_SCRIPT_END: Final = regex(r"</script", re.I)
_MOST_SCRIPTS: Final = 200
_TITLE: Final = regex(r"<title\b[^<>]*+>([^<]{1,1000})", re.I)
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_XML: Final = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""", re.I)
_META: Final = {
    "article:published_time": "published", "og:published_time": "published", "datepublished": "published",
    "date": "published", "dc.date": "published", "dc.date.issued": "published", "dcterms.issued": "published",
    "pubdate": "published", "publish-date": "published", "parsely-pub-date": "published", "sailthru.date": "published",
    "article.published": "published", "mediator_published_time": "published",
    "og:site_name": "publisher", "publisher": "publisher", "dc.publisher": "publisher", "application-name": "publisher",
    "og:title": "title", "twitter:title": "title", "dc.title": "title",
    "og:url": "address",
    "author": "author", "article:author": "author", "dc.creator": "author", "parsely-author": "author",
    "og:locale": "language", "content-language": "language", "dc.language": "language",
    "syndication-source": "source", "original-source": "source",
}  # fmt: skip
_ARTICLES: Final = regex(
    r"(?:News|Reportage|BackgroundNews|OpinionNews|AnalysisNews)?Article|BlogPosting|LiveBlogPosting|Report"
)
_MOST: Final = 2_000  # JSON-LD nodes looked at in one page


def declared(data: bytes) -> str:
    """The encoding that a page's first bytes declare, or an empty string."""
    found = _CHARSET.search(data[:8192]) or _XML.match(data[:512])
    return found[1].decode("ascii", "replace") if found else ""


def read_statements(text: str) -> list[Stated]:
    """Everything that a page states of itself.

    Args:
        text: Decoded HTML.

    Returns:
        JSON-LD before meta tags; each field at most once for each origin.
    """
    out: dict[tuple[str, str], Stated] = {}

    def put(name: str, value: str, origin: str) -> None:
        form = normal(name, html.unescape(value).strip())
        if form and (origin, name) not in out:
            out[origin, name] = Stated(name, form, origin)

    for script in _scripts(text):
        for name, value in _json_ld(script):
            put(name, value, "json-ld")
    for tag, attributes in _tags(text):
        if tag == "meta":
            key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
                   or attributes.get("http-equiv") or "").casefold()  # fmt: skip
            if key in _META:
                put(_META[key], attributes.get("content", ""), "meta")
        elif tag == "link":
            relations = attributes.get("rel", "").casefold().split()
            if "canonical" in relations:
                put("canonical", attributes.get("href", ""), "meta")
            if "syndication-source" in relations or "original-source" in relations:
                put("source", attributes.get("href", ""), "meta")
        elif tag == "html":
            put("language", attributes.get("lang", ""), "meta")
    if ("meta", "title") not in out and (title := _TITLE.search(text)):
        put("title", title[1], "meta")
    if ("meta", "address") not in out and ("meta", "canonical") in out:
        put("address", out["meta", "canonical"].value, "meta")
    return list(out.values())


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The tags that state something, with their attributes."""
    for found in _TAG.finditer(text):
        name = found[1].lower()
        if name != "title":
            yield name, {k.lower(): a or b or c for k, a, b, c in _ATTRIBUTE.findall(found[2])}


def _scripts(text: str) -> Iterator[str]:
    """The JSON-LD scripts of a page; an unclosed one ends the search."""
    for number, found in enumerate(_SCRIPT.finditer(text)):
        end = _SCRIPT_END.search(text, found.end())
        if end is None or number >= _MOST_SCRIPTS:
            return
        yield text[found.end() : end.start()]


def _json_ld(source: str) -> Iterator[tuple[str, str]]:
    """(field, value) pairs of the articles in one JSON-LD script."""
    try:
        whole = json.loads(source.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return  # broken JSON-LD is common and states nothing
    waiting: list[object] = [whole]
    seen = 0
    while waiting and seen < _MOST:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(v for k, v in node.items() if k in ("@graph", "mainEntity", "mainEntityOfPage"))
            kinds = node.get("@type")
            if any(
                isinstance(k, str) and _ARTICLES.fullmatch(k) for k in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield from _article(node)


def _article(node: dict[object, object]) -> Iterator[tuple[str, str]]:
    """(field, value) pairs of one schema.org article."""
    for key, name in (
        ("datePublished", "published"), ("headline", "title"), ("publisher", "publisher"), ("author", "author"),
        ("inLanguage", "language"), ("url", "address"), ("mainEntityOfPage", "canonical"), ("isBasedOn", "source"),
        ("sourceOrganization", "source"),
    ):  # fmt: skip
        value = _plain(node.get(key))
        if value:
            yield name, value


def _plain(value: object) -> str:
    """Text of a JSON-LD value: itself, its name or address, or those of a list's members."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((v for k in ("name", "alternateName", "@id", "url") if isinstance(v := value.get(k), str)), "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value[:10])))
    return ""
