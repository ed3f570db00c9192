"""From findings to the working model: one file per answer, every answer made of lines that stand on claims.

In: a `Model`, made of findings, claims and a vocabulary. Out: records. Never reads a book, a file or a clock.
"""

from musterbook.programme.headquarters import headquarters
from musterbook.programme.holding import held, holding, validity
from musterbook.programme.law import instruments, rules
from musterbook.programme.model import Model, model_of
from musterbook.programme.officials import officials
from musterbook.programme.orders import counted_groups, orders
from musterbook.programme.registry import counted_regions, everywhere, region, regions

__all__ = [
    "Model",
    "counted_groups",
    "counted_regions",
    "everywhere",
    "headquarters",
    "held",
    "holding",
    "instruments",
    "model_of",
    "officials",
    "orders",
    "region",
    "regions",
    "rules",
    "validity",
]
