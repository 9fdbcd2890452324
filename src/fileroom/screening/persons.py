"""Of whom something is told: of a person somebody here knows, of people in general, of a person in a book."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading, TextKind

# What is written of one student or family, whether it names them again or not.
ABOUT_SOMEBODY = (TextKind.NOTE, TextKind.FORM_ANSWERS, TextKind.CSV_ROW)
A_SINGLE = re.compile(r"\b(?:an?|this|un|una|este|esta) $")  # "an undocumented student" is one of them
KNOWN, SOMEBODY, IN_GENERAL = 0.35, 0.3, -0.15
OWN = 24  # characters between whose own it is and the thing
LONGEST_PRONOUN = 4
HONORIFIC = re.compile(r"(?:el |la )?(?:senor|senora|senorita|don|dona|mister|ginoong?|ginang)")
WHO = re.compile(r",? (?:who|quien|que) $")  # "the teacher who": of nobody else
# Behind what is told: what one does here.
WORKS_HERE = re.compile(
    r"[^.\n]{0,40}?\b(?:(?:now )?(?:teaches|coaches|runs our|"
    r"works (?:in|for|at) (?:our|the) (?:school|district|office|cafeteria|library|kitchen))|"
    r"(?:ahora )?(?:ensena|maneja nuestro|trabaja en (?:nuestra|la) (?:escuela|oficina|cocina)))\b"
)
# Who is called by a public office is no pupil's family, where none is spoken of.
PUBLIC = re.compile(
    r"\b(?:officer|sergeant|deputy|judge|mayor|trustee|superintendent|senator|governor|commissioner|alcalde(?:sa)?|juez[a]?|"
    r"sargento|senador[a]?|gobernador[a]?) [a-z'-]{2,20}(?:,? (?:who|quien|que)\b[^.;:\n]{0,40})? $"
)
TITLED = re.compile(r"\b(?:mr|mrs|ms|dr|coach|sr|sra|senora?|maestr[oa])\.? [^.,;\n]{2,30},? (?:who|quien|que)? ?$")
# A name, or a label, behind the one who works: of that one it is told.
SOMEBODY_ELSE = re.compile(
    r"[:\"\u201c\u00ab]|(?:^|[\s(,;–—-])(?!Ms|Mr|Mrs|Dr|She|He|They|Her|His)[A-Z][a-z]+(?: [A-Z][\w.]*)?"
    r"(?:'s|\u2019s)? (?:is|was|has|had|got|who|and|es|tiene|fue|est[aá]|la|del?)\b"
)
OF_STAFF = 0.45  # what it takes away that it is told of one who works here
INVENTED = 0.45  # what one word of a made-up story takes away


def of_whom(reading: Reading, hit: Hit) -> tuple[float, tuple[str, ...]]:
    """What the one it is told of adds to a confidence, and why.

    A mother, "she", "my": somebody is known. "Students", "anyone", the law: people in general. Where both are spoken
    of, the one named last before what is told.
    """
    first, last = reading.sentence(hit.start, hit.end)
    about = reading.about(first, last)
    known = [it for it in about if it.tag == "particular"]
    told = known + [it for it in about if it.tag == "general" and not _is_of_one(reading, it, known)]
    nearest = max((it for it in told if it.start <= hit.end), key=lambda it: (it.start, it.end), default=None)
    nearest = nearest or min(told, key=lambda it: it.start, default=None)
    if nearest is not None:
        if nearest.tag == "particular":
            return KNOWN, ("a person is spoken of",)
        return IN_GENERAL, ("it is said of people in general",)
    return (SOMEBODY, ("a person is spoken of",)) if any(it.tag == "person" for it in about) else (0.0, ())


def _is_of_one(reading: Reading, general: Hit, known: list[Hit]) -> bool:
    """Whether a word for people in general stands here for one of them: "a student who", "our parents can"."""
    if A_SINGLE.search(reading.text, max(0, general.start - 6), general.start):
        return True
    return any(it.start < general.end and general.start < it.end for it in known)


# Whoever a note is for is not whom its next sentence is about.
TO_ONE = re.compile(r"\b(?:for|to|tell|ask|dear|para|cho|kay) (?:the |our |la |el )?$")


def is_of_staff(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of somebody who works for the school: named by the work, and nobody of a family beside.

    What a teacher says, asks or hears is told of somebody else, and so is what is told of one who is named behind.
    """
    first, last = reading.sentence(hit.start, hit.end)
    if TITLED.search(reading.text, max(first, hit.start - 48), hit.start) and WORKS_HERE.match(reading.text, hit.end):
        return True
    if PUBLIC.search(reading.text, max(first, hit.start - 90), hit.start) and "kin" not in reading.roles(first, last):
        return True
    about = reading.about(first, last)
    low = reading.sentence(first - 2, first - 2)[0] if first > 2 else first
    worked = [
        it
        for it in reading.about(low, hit.start)
        if it.tag == "staff" and (it.start >= first or not TO_ONE.search(reading.text, max(0, it.start - 12), it.start))
    ]
    if not worked:
        return False
    if WHO.fullmatch(reading.text, worked[-1].end, hit.start):
        return True
    if any(it.tag == "own" and 0 <= hit.start - it.end <= OWN for it in about):
        return True
    near = [*reading.about(low, last), *about]
    if any(it.tag in ("kin", "says") or (it.tag == "particular" and _is_kin(reading, it)) for it in near):
        return False
    between = slice(*reading.folded.span(worked[-1].end, hit.start))
    return SOMEBODY_ELSE.search(reading.folded.original[between]) is None


def _is_kin(reading: Reading, hit: Hit) -> bool:
    """Whether a word for somebody is no mere "he", "her", "my"."""
    return hit.end - hit.start > LONGEST_PRONOUN and not HONORIFIC.fullmatch(reading.text, hit.start, hit.end)


def is_invented(reading: Reading, hit: Hit) -> bool:
    """Whether the text, or the paragraph of a long one, is about a story, a poem or a film."""
    return reading.frame(hit.start, hit.end, "fiction") > 0
