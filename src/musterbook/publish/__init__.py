"""From findings and the working model to what others may read: one page, in several formats; and charts.

In: an `Edition` (findings, claims, the model's answers, sources, problems) and the masks of its documents. Out:
text in a format. Never decides what is true, never names a private person, and never touches a file or a book.
"""

from musterbook.publish.compose import compose
from musterbook.publish.edition import Bounds, Edition, Ledger, Programme, Publisher, Source
from musterbook.publish.html import html
from musterbook.publish.markdown import markdown
from musterbook.publish.page import Page

FORMATS = {".html": html, ".htm": html, ".md": markdown, ".markdown": markdown}
"""Ending of a file's name → what writes a `Page` in that format."""

__all__ = [
    "FORMATS",
    "Bounds",
    "Edition",
    "Ledger",
    "Page",
    "Programme",
    "Publisher",
    "Source",
    "compose",
    "html",
    "markdown",
]
