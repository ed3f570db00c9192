"""Who is named in a text, in what form, and whether as a holder of public office."""

from __future__ import annotations

from musterbook.claims.people.finder import find_people

__all__ = ["find_people"]
