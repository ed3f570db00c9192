"""The frozen nouns that pass between the rooms. Imports nothing but `errors`."""

from musterbook.records.capture import Capture, Metadata, Stated
from musterbook.records.claim import Arg, Claim, Quote
from musterbook.records.dates import PartialDate
from musterbook.records.finding import Difference, Doubt, Finding, Rival, Slot
from musterbook.records.ids import content_id
from musterbook.records.judgement import Judgement
from musterbook.records.lineage import Edge, Evidence
from musterbook.records.model import (
    AsOf,
    Counted,
    CountHeld,
    HeadquartersEntry,
    InstrumentEntry,
    Line,
    OfficialEntry,
    OfficialEvent,
    OrderEntry,
    RegionEntry,
    RuleEntry,
    RuleVersion,
    StageEntry,
    Support,
    UnitEntry,
)
from musterbook.records.person import PersonMention
from musterbook.records.problem import Problem
from musterbook.records.reading import Block, Reading, Segment

__all__ = [
    "Arg",
    "AsOf",
    "Block",
    "Capture",
    "Claim",
    "CountHeld",
    "Counted",
    "Difference",
    "Doubt",
    "Edge",
    "Evidence",
    "Finding",
    "HeadquartersEntry",
    "InstrumentEntry",
    "Judgement",
    "Line",
    "Metadata",
    "OfficialEntry",
    "OfficialEvent",
    "OrderEntry",
    "PartialDate",
    "PersonMention",
    "Problem",
    "Quote",
    "Reading",
    "RegionEntry",
    "Rival",
    "RuleEntry",
    "RuleVersion",
    "Segment",
    "Slot",
    "StageEntry",
    "Stated",
    "Support",
    "UnitEntry",
    "content_id",
]
