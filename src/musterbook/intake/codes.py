"""Every problem code of the intake, with its meaning in one line.

In: nothing. Out: a mapping that the reference is generated from. Never does: make problems.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CODES: Final = MappingProxyType(
    {
        "intake.missing": "There is no file or folder of this name.",
        "intake.unreadable": "The file or folder could not be opened or read.",
        "intake.special": "A pipe, socket or device stands where a document was expected; it is not opened.",
        "intake.loop": "A symbolic link leads back to a folder that is being read; it is not followed.",
        "intake.empty": "The file holds no bytes, or nothing but white space.",
        "intake.too_large": "The file is larger than the limit; its contents are not read.",
        "intake.too_deep": "Folders, archives, mails or tags are nested deeper than the limit.",
        "intake.unsupported": "The file is of a known kind that is not read.",
        "intake.binary": "The bytes are neither text nor a known kind of document.",
        "intake.encrypted": "The document or archive member is encrypted and there is no password.",
        "intake.damaged": "The document is truncated or broken; what can be read of it is read.",
        "intake.no_text": "The document has no text layer.",
        "intake.archive_path": "An archive member's name climbs out of the archive's folder; it is not unpacked.",
        "intake.archive_ratio": "An archive member unpacks to implausibly many bytes; it is not unpacked.",
        "intake.archive_total": "An archive unpacks to more bytes than the limit; the rest is not unpacked.",
        "intake.archive_members": "An archive holds more members than the limit; the rest is not unpacked.",
        "intake.table_limit": "A table is larger than a limit (rows, columns, cells, bytes); nothing of it is read.",
        "intake.table_entities": "A spreadsheet declares XML entities, which no spreadsheet needs; nothing is read.",
        "intake.table_kind": "The file is no CSV, XLSX or ODS table.",
        "intake.manifest_line": "A line of the manifest could not be understood; the other lines count.",
        "intake.manifest_value": "A manifest or document states a value that is not a value of its kind.",
        "intake.manifest_unmatched": "A line of the manifest names a file that is not among what was added.",
        "intake.front_matter": "The front matter of a document could not be understood.",
    }
)
