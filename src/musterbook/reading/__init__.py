"""From captures to readings: text with a map back to it, blocks, sentences, language.

In: `Capture` records. Out: `Reading` and `Problem` records. Never does: read text for
meaning, or lose the way back to the captured bytes.
"""

from musterbook.reading.blocks import blocks
from musterbook.reading.codes import CODES
from musterbook.reading.decode import decode
from musterbook.reading.language import SUPPORTED, language
from musterbook.reading.locate import Place, check, locate
from musterbook.reading.read import SKIMMED, finish, main_sample, read, skim
from musterbook.reading.searching import guarded, searchable, stem
from musterbook.reading.sentences import sentences

__all__ = [
    "CODES",
    "SKIMMED",
    "SUPPORTED",
    "Place",
    "blocks",
    "check",
    "decode",
    "finish",
    "guarded",
    "language",
    "locate",
    "main_sample",
    "read",
    "searchable",
    "sentences",
    "skim",
    "stem",
]
