"""Values in English and Russian text: dates, sums, counts, lengths, ages, shares, distances.

In: a text with its publication date. Out: mentions, each with its own span. Never looks
at anything but values, and holds no value without its characters.
"""

from musterbook.claims.values.reader import find

__all__ = ["find"]
