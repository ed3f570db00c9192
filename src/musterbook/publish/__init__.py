"""From findings to what others may read: one page, in several formats.

In: an `Edition` (findings, claims, sources, problems) and the masks of its documents. Out: text in a
format. Never decides what is true, never names a private person, and never touches a file or a book.
"""

from musterbook.publish.html import html
from musterbook.publish.markdown import markdown
from musterbook.publish.page import Edition, Page, Source, compose

FORMATS = {".html": html, ".htm": html, ".md": markdown, ".markdown": markdown}
"""Ending of a file's name → what writes a `Page` in that format."""

__all__ = ["FORMATS", "Edition", "Page", "Source", "compose", "html", "markdown"]
