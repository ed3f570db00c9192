"""The sentences that stand on every report, in whatever format."""

from __future__ import annotations

NOTE = "This is information, not legal advice."
PRIVATE = "Only holders of public office and people who speak in a public role are named; everyone else is masked."
COUNTS = (
    "Behind an answer, 3≥2≥1 means: 3 documents, of 2 outlets, on the word of 1 origin; ? is an origin or outlet that "
    "nobody knows. Only origins corroborate."
)
DIFFERING = (
    "Reports give more than one answer to these questions. All of them stand here; "
    "none is preferred, and a later one is not taken to be right because it is later."
)
HOW_TO_READ = (
    "Every answer is what documents say, not what is known to be true. Open it to see the words it stands on: "
    "the marked words are the quote, the rest is its sentence. "
    "“Documents” counts reports, “outlets” who published them, “origins” whose word it is in the end, since reports "
    "copy one another: only origins corroborate. A question's state is that of all its answers together; an answer's "
    "own counts only who gives that very answer. “Planned”, “proposed” and “ordered” mark what the text does not say "
    "to be so yet; “denied” what it says is not so; “draft” what only a draft says and what was adopted does not; "
    "“garbled” what the report's own source says otherwise; “contested” answers that cannot both be right; “hedged” "
    "doubt in the text itself."
)
DATES = (
    "“As known” is the day until which documents had been published; “as held” is the day on which an answer is asked "
    "to have been valid. What no report dates is not left out, but marked as unknown on that day."
)
HOW_TO_OPEN = "Each underlined figure leads to the words that it stands on."
SETTLED = "with answers that go together: another time, bound or stage, a draft, a garbled echo"
