"""Which clause of a sentence, and which sentence around it, a source speaks in: made-up English sentences."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import check_source

SET_ASIDE = [
    ("Joining is voluntary, whatever the recruitment office tells you.", "voluntary", ""),
    ("Joining is voluntary, no matter what officials say.", "voluntary", ""),
    ("Contrary to what the governor claimed, men have left for the coast.", "have left", ""),
    ("Under the law, men serve for two months.", "two months", ""),
    ("The mayor said men would guard the port. The law does not say where else they may serve.", "where else", ""),
    ("The note says men guard ports. The bill would also let them guard bridges.", "guard bridges", ""),
    ("The law forbids any other use of reservists.", "any other use", "law"),
    ("Under the draft, men would serve for two months.", "two months", "draft"),
]

JOINED = [
    ("In Primersk, sign-up opened in May, and the authorities say 40 men have come.", "sign-up opened", ""),
    ("In Primersk, sign-up opened in May, and the authorities say 40 men have come.", "40 men", "authorities"),
    ("The mayor said 40 men had signed, and a recruiter added that ten more were waiting.", "40 men", "mayor"),
    ("The mayor said 40 men had signed, and a recruiter added that ten more were waiting.", "ten more", "recruiter"),
    ("Men guard bridges, and they stay at home, the mayor said.", "guard bridges", "mayor"),
    ("Drivers, cooks, and officials say that 40 men have left.", "40 men", "officials"),
]

COUNTED = [
    ("Primer Watch, a group of volunteers, puts the number of those called up at no more than 800.", "800", "Primer"),
    (
        "They get a retainer that a source in the city hall put at between 4,000 and 9,000 roubles.",
        "4,000",
        "source",
    ),
    ("By the recruiter's account, drills take a month.", "a month", "recruiter"),
    ("The city puts men at risk.", "men at risk", ""),
]

SPEAKING_BODIES = [
    ("Governor Ivan Primerov said men came. The unit's commander said 40 men came.", "40 men", "unit's commander"),
    ("A letter to mayors says men are needed. An attached table requires 40 men.", "40 men", "letter"),
    ("The weekly Primernik has heard of 40 men who signed.", "40 men", "Primernik"),
    ("Men are scarce. As one governor put it to me, “we are paying men to look at the sky.”", "paying men", "governor"),
    (
        "The spy agency of Primeria (SAP) said 40 men had come. They man posts, according to the agency.",
        "man posts",
        "SAP",
    ),
    ("The daily Primer Post said 40 men came. They will man posts, the newspaper said.", "man posts", "Primer Post"),
    (
        "Pay is 900 roubles, the Primer Post said. Drills take a month, according to the regional government's website."
        " Men must be healthy, the website says.",
        "healthy",
        "regional government",
    ),
]

TURNED = [
    ("Governor Ivan Primerov said men would come. The law was signed in May.", "signed in May", ""),
    ("Governor Ivan Primerov said men would come. The law had been signed in May.", "signed in May", "Primerov"),
    ("Governor Ivan Primerov said men would come. The law allows it.", "allows it", ""),
    ("Governor Ivan Primerov said men would come. His deputy, Anna Primerova, spoke of forty men.", "forty", "Anna"),
    ("The letter orders mayors to find men. The mayor of Tula did not answer questions.", "did not answer", ""),
    ("Forty men came, though the ministry denies it.", "Forty men", ""),
    ("No official has confirmed that forty men came.", "forty men", ""),
    ("It emerged from a reply to a lawmaker that forty men came.", "forty men", "reply"),
]

BIDDEN = [
    ("The Kremlin told governors to recruit forty men, according to Kommersant.", "forty men", "Kommersant"),
    ("The mayor told employers to send forty men.", "forty men", ""),
    ("The mayor told the Primer Post in response to questions that forty men came.", "forty men", "mayor"),
    ("A lawyer told the Primer Post forty men had to go.", "forty men", "lawyer"),
    ("Forty men came, Artur Parfenchikov, the head of Karelia, wrote on VKontakte.", "Forty men", "Parfenchikov"),
]

ANSWERED = [
    ("Can they be sent to the front? The Defense Ministry says no.", "sent to the front", "Ministry of Defence"),
    ("Can they be sent to the front? Officially, no.", "sent to the front", ""),
    ("Can they be sent to the front? The Defense Ministry says 40 have signed.", "sent to the front", ""),
    ("The mayor said men would guard the port. The law, however, sets no limits.", "sets no limits", ""),
    ("The mayor said men would guard the port. Towns, however, pay little.", "pay little", ""),
]


@pytest.mark.parametrize(
    ("text", "passage", "expected"), [*SET_ASIDE, *JOINED, *COUNTED, *SPEAKING_BODIES, *TURNED, *BIDDEN, *ANSWERED]
)
def test_a_source_speaks_in_its_own_clause(text: str, passage: str, expected: str) -> None:
    """A passage belongs to the source in whose clause or answer it stands, or to the text itself."""
    check_source("en", text, passage, expected)
