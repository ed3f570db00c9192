"""Addresses of documents: what two of them have in common, and what they say about a document.

In: addresses as they are stated. Out: one form for each, whose it is, whether it tells one document from others.
Never opens an address.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from musterbook.expressions import regex

_EDITION_HOSTS = ("www", "m", "amp", "mobile", "print")  # first labels of a site's other hosts
_EDITIONS = regex(r"//(?:m|amp|mobile|print)\.|[/.](?:amp|print)(?:[/.]|$)|[?&](?:amp|print)", re.I)
_LANGUAGES = regex(r"//(en|ru)(?:g|s)?\.|/(en|ru)(?:g|s)?(?:/|$)", re.I)  # what marks a site's other language
_LANGUAGE = regex(r"(?:en|ru)[gs]?")
_OF_MANY = frozenset(
    "t.me telegram.me vk.com vk.ru ok.ru x.com twitter.com facebook.com instagram.com".split()
)  # hosts of which each account is a publisher of its own
_PREVIEW = "s"  # the first step of a channel's page in a browser
_POST = regex(r"(?P<account>[a-z]+-?\d+)_\d+")  # a post and its account in one step
_SECTION = regex(r"@.*|[a-z]+")  # a step that names an account or a section, as long as no other follows


def plain_address(address: str) -> str:
    """One form for an address, its AMP, mobile and print editions.

    >>> plain_address("https://m.example.org/a/1/amp/?utm_source=x") == plain_address("http://example.org/a/1")
    True
    """
    parts = _parts(address)
    steps = [s for s in _steps(parts) if s not in ("amp", "print", "index.html")]
    path = "/".join(steps).removesuffix(".amp").removesuffix(".html")
    query = "&".join(q for q in sorted(parts.query.split("&")) if q and not q.startswith(("utm_", "amp", "print")))
    return _host(parts) + (f"/{path}" if path else "") + (f"?{query}" if query else "")


def document_address(address: str) -> str:
    """The plain form of an address that is one document's; nothing for home pages, sections and channels.

    >>> document_address("https://example.org/ru/"), document_address("https://t.me/s/example")
    ('', '')
    >>> document_address("https://t.me/s/example/12") == document_address("https://t.me/example/12")
    True
    """
    plain = plain_address(address)
    parts = _parts(plain)
    steps = _steps(parts)
    if _host(parts) in _OF_MANY:
        if steps[:1] == [_PREVIEW]:
            return document_address("/".join((_host(parts), *steps[1:])))
        return plain if len(steps) > 1 or any(map(_POST.fullmatch, steps)) else ""
    if any(c.isdigit() for c in parts.query):
        return plain
    while steps and _LANGUAGE.fullmatch(steps[0]):
        steps = steps[1:]
    return plain if len(steps) > 1 or (steps and not _SECTION.fullmatch(steps[0])) else ""


def site_of(address: str) -> str:
    """The host that an address or host is of; where many publish at one host, with the account, or nothing."""
    parts = _parts(address)
    if _host(parts) not in _OF_MANY:
        return parts.netloc.casefold()
    steps = [s for s in _steps(parts) if s != _PREVIEW]
    post = _POST.fullmatch(steps[0]) if steps else None
    return f"{_host(parts)}/{post['account'] if post else steps[0].casefold()}" if steps else ""


def is_edition(address: str, home: str) -> bool:
    """Whether an address is that of another edition: for phones or print, or not in the site's `home` language."""
    other = _LANGUAGES.search(address)
    if other and (other[1] or other[2]).lower() != home:
        return True
    return bool(_EDITIONS.search(address))


def _parts(address: str) -> SplitResult:
    return urlsplit(address if "//" in address else f"//{address}")


def _host(parts: SplitResult) -> str:
    labels = parts.netloc.casefold().split(":")[0].split(".")
    while len(labels) > 2 and labels[0] in _EDITION_HOSTS:
        labels = labels[1:]
    return ".".join(labels)


def _steps(parts: SplitResult) -> list[str]:
    return [s for s in parts.path.split("/") if s]
