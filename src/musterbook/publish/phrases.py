"""The sentences that stand on every report, in whatever format."""

from __future__ import annotations

NOTE = "This is information, not legal advice."
PRIVATE = "Only holders of public office and people who speak in a public role are named; everyone else is masked."
DIFFERING = (
    "Reports give more than one answer to these questions. All of them stand here, in order of publication; "
    "none is preferred, and a later one is not taken to be right because it is later."
)
HOW_TO_READ = (
    "Every answer is what documents say, not what is known to be true. Open it to see the words it stands on: "
    "the marked words are the quote, the rest is its sentence. "
    "“Documents” counts reports, “outlets” counts who published them; neither is a count of independent sources, "
    "since reports copy one another. “Planned”, “proposed” and “ordered” mark what the text does not say to be so yet; "
    "“denied” marks what it says is not so; “hedged” marks doubt in the text itself. "
    "A date in brackets is the date that the text gives."
)
