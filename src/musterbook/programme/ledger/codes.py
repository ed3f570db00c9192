"""The problem codes of the recruitment ledger, with their meanings in one line.

In: nothing. Out: a mapping that the reference is generated from. Never makes problems.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CODES: Final = MappingProxyType(
    {
        "ledger.people": "A sheet looks like a list of people; nothing of the file is kept.",
        "ledger.nothing": "No table of counts was found in the file, or none of its cells could be read.",
        "ledger.column": "It is not sure what a column counts; a mapping file says so.",
        "ledger.label": "It is not sure which region, group, week or metric a label means; a mapping file says so.",
        "ledger.missing": "A table does not say the region, the metric or the week of its figures.",
        "ledger.number": "A cell that should hold a count holds something else.",
        "ledger.formula": "A cell holds a formula that was never calculated, or an error.",
        "ledger.duplicate": "Two cells of one file give different figures for the same region, group, week and metric.",
        "ledger.more": "A file has more problems than are listed.",
    }
)
