"""From files, folders and archives to captures with what is stated about them.

In: paths, a manifest, limits. Out: `Capture` and `Problem` records. Never does: read text
for meaning, invent metadata, or let one bad file stop the rest.
"""

from musterbook.intake.codes import CODES
from musterbook.intake.collect import collect, file_mark, find, name_of, take, walk_file
from musterbook.intake.limits import Limits
from musterbook.intake.manifest import Manifest, read_manifest

__all__ = [
    "CODES",
    "Limits",
    "Manifest",
    "collect",
    "file_mark",
    "find",
    "name_of",
    "read_manifest",
    "take",
    "walk_file",
]
