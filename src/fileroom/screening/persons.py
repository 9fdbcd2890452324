"""Of whom something is told: of a person somebody here knows, of people in general, of a person in a book."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

# What is written of one student or family, whether it names them again or not.
ABOUT_SOMEBODY = (TextKind.NOTE, TextKind.FORM_ANSWERS, TextKind.CSV_ROW)
A_SINGLE = re.compile(r"\b(?:an?|this|un|una|este|esta) $")  # "an undocumented student" is one of them
KNOWN, SOMEBODY, IN_GENERAL = 0.35, 0.3, -0.15
OWN = 24  # characters between whose own it is and the thing
LONGEST_PRONOUN = 4
CALLS = re.compile(
    r"(?:^|[.!?\n。！] ?)(?:(?:hi|hello|hey|dear|hola|estimad[oa]|querid[oa]|oye|disculpe|perdon|kinh gui|thua|chao|"
    r"(?:magandang )?\w+ po)[ ,]{0,2})?(?:mi |la |el )?$"
)
CALLED = re.compile(r"(?: (?!(?:ha[sd]|is|was)\b)[a-z.'-]{2,16})?(?: po| oi)?(?:们|們)?(?:您?好|님|께)? ?[,!，！]")
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
    r"sargento|senador[a]?|gobernador[a]?) "
    r"(?!(?:after|before|when|because|since|that|and|if|as|on|but|while|despues|antes|cuando|porque|que|y)\b)"
    r"[a-z'-]{2,20}(?:,? (?:who|quien|que)\b[^.;:\n]{0,40})? $"
)
TITLED = re.compile(r"\b(?:mr|mrs|ms|dr|coach|sr|sra|senora?|maestr[oa])\.? [^.,;\n]{2,30},? (?:who|quien|que)? ?$")
# A name, or a label, behind the one who works: of that one it is told.
SOMEBODY_ELSE = re.compile(
    r"[:\"\u201c\u00ab]|(?:^|[\s(,;–—-])(?!Ms|Mr|Mrs|Dr|She|He|They|Her|His)[A-Z][a-z]+(?: [A-Z][\w.]*)?"
    r"(?:'s|\u2019s)? (?:is|was|has|had|got|who|and|es|tiene|fue|est[aá]|la|del?)\b"
)
# "Uncle told us", though a poem was spoken of before.
TOLD_HERE = re.compile(
    r"\b(?:told|tells|informed|confided in) (?:us|me|the office|staff)\b|\bspoke (?:to|w/|with) (?:her|him|them)\b|"
    r"\b(?:me|nos) (?:dijo|dijeron|conto|cuenta|comento)\b|告诉(?:我|我们|老师)|\bnoi voi (?:toi|co|em)\b|"
    r"(?<!\bmga )\bk(?:uw?|w)ento (?:ni|ng) (?:lola|lolo|nanay|tatay|inay|itay|mama|papa|ate|kuya|tita|tito) ?[:,]|"
    r"\bsabi (?:sa akin|niya sa amin)\b|라고 ?(?:하심|말씀)"
)
# A name right before what is told, and no word that begins a sentence.
NAMED = re.compile(
    r"(?:^|(?<=[\s(,:;—–-]))(?!(?:The|This|That|These|It|He|She|They|We|You|Who|What|Which|Every\w*|No\w*|Any\w*|"
    r"Some\w*|All|Both|Each|Many|Most|One|If|When|Where|While|And|But|Or|So|Because|Status|Policy|Congress|California|"
    r"America|El|La|Los|Las|Lo|Esto|Eso|Quien|Nadie|Alg\w+|Tod\w+|Si|Cuando|Que|Y|Pero|Ya|Su|Mi|Aqu[ií]|Social|Act|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Chromebooks?)\b)"
    r"(?P<name>[A-Z\u00c0-\u00de\u0110][a-z\u00df-\u024f\u1ea0-\u1ef9]{1,14}(?: [A-Z\u00c0-\u00de][\w'.-]{0,14}){0,2})"
    r"(?: (?:in|from|of|de|del) (?:(?:rm|room|gr|grade|period|sal[oó]n) )?\w{1,5})?,? "
    r"(?:(?:is|was|here|now|still|has|had|been) ){0,3}$"
)
# A name alone may begin a sentence about anything; one that is called so is somebody's. A teacher is called "Ms.".
CALLED_MR = re.compile(r"\b(?:Mr|Mrs|Sr|Sra|Don|Doña)\.? $")
SI_NAMED = re.compile(r" (?:(?:na|po|daw|raw|pa) )*si(?:na)? [A-Z]")  # "US citizen na po si Enzo"
SINGULAR = re.compile(
    r"(?:is|isn't|was|wasn't|has|had|became|got|lost|came|overstayed|es|esta|tiene|no tiene|fue|se hizo|on)\b"
)
IN_A_CLASS = re.compile(
    r"(?<![Bb]y )(?<!por )\b[A-Z\u00c0-\u00de][\w'’-]+ [A-Z\u00c0-\u00de][\w'’-]+,? ?"
    rf"(?:\((?i:{words('class')})[^)\n]{{0,8}}\)|(?i:gr|rm)\.? ?[0-9K]{{1,3}}\b)[, ]{{0,2}}$"
)
NAMED_BEHIND = re.compile(r" (?:(?:na|po|daw|raw|pa) )*(?:si|ni|sina|kay) [A-Z]")
LITTLE = re.compile(r"(?:^|[^\u4e00-\u9fff大太最])[小阿][\u4e00-\u9fff]$")  # "小明"
NAME = 48  # characters before what is told
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
    if any(it.tag == "person" for it in about) or is_named(reading, hit, first) or is_in_a_class(reading, hit):
        return SOMEBODY, ("a person is spoken of",)
    return 0.0, ()


def is_named(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a name alone says of whom it is told: "Luis has no papers"."""
    start, end = reading.folded.span(max(first, hit.start - NAME), hit.start)
    named = NAMED.search(reading.folded.original, start, end)
    if named is None:
        last = reading.folded.span(hit.start, hit.end)[1]
        behind = NAMED_BEHIND.match(reading.folded.original, last)
        return behind is not None or LITTLE.search(reading.folded.original, start, end) is not None
    if CALLED_MR.search(reading.folded.original, start, named.start()):
        return True
    if " " in named["name"].strip() or SINGULAR.match(reading.text, hit.start):
        return True
    return named.start() > start and reading.folded.original[named.start("name") - 2] not in ".?!:\n"


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
        if it.tag == "staff"
        and not _is_called(reading, it)
        and (it.start >= first or not TO_ONE.search(reading.text, max(0, it.start - 12), it.start))
    ]
    if not worked:
        return False
    if WHO.fullmatch(reading.text, worked[-1].end, hit.start):
        return True
    if SI_NAMED.match(reading.folded.original, reading.folded.span(hit.start, hit.end)[1]):
        return False
    if any(it.tag == "own" and 0 <= hit.start - it.end <= OWN for it in about):
        return True
    near = [*reading.about(low, last), *about]
    if any(it.tag in ("kin", "says") or (it.tag == "particular" and _is_kin(reading, it)) for it in near):
        return False
    between = slice(*reading.folded.span(worked[-1].end, hit.start))
    return SOMEBODY_ELSE.search(reading.folded.original[between]) is None


def _is_called(reading: Reading, worker: Hit) -> bool:
    """Whether whoever works here is called by that name at a sentence's beginning: "Coach, Osmar has"."""
    before = reading.text[max(0, worker.start - OWN) : worker.start]
    return CALLS.search(before) is not None and CALLED.match(reading.text, worker.end) is not None


def _is_kin(reading: Reading, hit: Hit) -> bool:
    """Whether a word for somebody is no mere "he", "her", "my"."""
    return hit.end - hit.start > LONGEST_PRONOUN and not HONORIFIC.fullmatch(reading.text, hit.start, hit.end)


def is_in_a_class(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of somebody beside whose two names stands a grade or a room, as an office writes them."""
    first, _ = reading.sentence(hit.start, hit.end)
    start, end = reading.folded.span(max(first, hit.start - NAME), hit.start)
    return IN_A_CLASS.search(reading.folded.original, start, end) is not None


def is_invented(reading: Reading, hit: Hit) -> bool:
    """Whether the text, or the paragraph of a long one, is about a story, a poem or a film."""
    if reading.frame(hit.start, hit.end, "fiction") == 0 or is_in_a_class(reading, hit):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    told = TOLD_HERE.search(reading.text, first, hit.start)
    if told is None:
        return True
    return any(it.tag == "fiction" and not told.start() <= it.start < told.end() for it in reading.about(first, last))
