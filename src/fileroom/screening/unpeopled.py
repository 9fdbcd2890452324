"""What is told of no person: of a beast, a plant, a parcel, a piece in a game; of one who came a hundred years ago."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.framing import ASKED_ITSELF, LISTED
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

NO_PERSON = re.compile(words("no_person"))
# Whoever is called after a thing is somebody: "the delivery guy".
AT_WORK = re.compile(
    r" (?:driver|guy|man|men|woman|women|lady|boy|girl|person|people|worker|owner|keeper|operator|handler|farmer|"
    r"groomer|trainer|walker|sitter|seller|crew|famil(?:y|ie))s?\b"
)
PERSONS = frozenset({"particular", "kin", "person", "general", "says"})
# "Country of origin of the package".
ORIGIN, OF_A_PERSON = re.compile(r"origin|origen"), re.compile(r"birth|nacimiento|citizen|ciudadan|national|nacional")
# A ware is one, whatever is said before it but who is to use it; materials and a package may be for somebody too, "for
# bilingual materials".
OF_WARES = re.compile(
    rf" (?:(?:of|for|del?) (?:(?:the|this|each|your|our|el|la|los|las|cada) )?"
    rf"(?:(?!newcomer|refugee|immigrant|migrant|famil|student|pupil|parent|child|kid|alumn|estudiant)\w+ )?"
    rf"(?:{words('wares')})|"
    rf"(?:(?:of|for) (?:(?:the|this|each|all|an?) )?(?:(?:{words('of_a_craft')}) )?|"
    r"del? (?:(?:el|la|los|las|cada|est[ae]|un|una) )?)"
    rf"(?:{words('things_for_some')}|{words('no_person')})) ?(?:[:?_(,;.\n\[]|$)"
)
# Chinese has a word of its own for it.
IT = re.compile(r"(?<!其)[它牠][^。;；！？他她我]{0,16}$")
# What holds a thing up: no officer, no camp.
HELD_BY = re.compile(rf"(?:{words('holds_things')})")
OF_THEM = re.compile(
    rf" (?:of|in|de|en|del) (?:(?:the|our|my|a|el|la|mi|nuestr[oa]) )?(?:\w+ )?(?:{words('no_person')})"
)
NAMED_NEXT = re.compile(  # "a permanent resident, our therapy dog"
    rf", (?:our|the|my|nuestr[oa]|mi|el|la) (?:[a-z]+ ){{0,2}}?(?:{words('no_person')})"
    r"(?! (?:walk|driv|help|volunt|lady|ladies|guy|man|woman|teach|train|owner|sitt|handl|keep|aide|coach|unit))"
)
TO_A_STAR = re.compile(
    r" (?:for|to|on|from|para|a|en) (?:the )?(?:planet )?(?:earth|mars|moon|jupiter|saturn|la tierra|marte|la luna)\b"
)
# "No visa to leave that gym alive".
TO_LEAVE = re.compile(
    r" (?:to|para|upang) (?:leave|enter|exit|visit|cross|escape|get (?:into|past|out of|in|out)|go (?:into|in|to)|"
    r"salir de|entrar (?:al?|en)|cruzar|lumabas sa|pumasok sa) (?:(?:that|the|this|our|my|your|his|her|el|la|mi|tu|ese|"
    rf"esa|este|esta) )?(?:\w+ )?(?:{words('no_country')}|{words('a_room')}|gym|kitchen|gimnasio|cocina)\b"
)
# Who is a citizen, or lives somewhere for good: a cat of a basement.
LIVES = re.compile(rf"(?:{words('lives_for_good')})(?: (?:of|de))?$")
OF_A_PLACE = re.compile(
    rf" (?:of|in|de|del|en|cua|trong|ng|sa) (?:(?:the|our|my|this|el|la|mi|nuestr[oa]) )?"
    rf"(?:\w+ ){{0,2}}?(?:{words('no_country')})"
)
FROM_A_PLACE = re.compile(rf"(?:{words('no_country')})[^。.,，;!?]{{0,6}}$")  # named first, in Chinese and Korean
# A plant that has come to grow wild, or a bank of a ditch that is planted with such.
GROWN = re.compile(r"naturali[sz](?:ed|ad[oa]s?)|归化|귀화")
GROWS = re.compile(
    r" (?!in |at |on |by |as |to |near |with |during |for |from |last |this \w+ (?:in|at) )"
    rf"(?:an? |the |our |this |some )?(?:[a-z]+ ){{0,2}}?(?:{words('no_person')}|{words('ground')})"
)
# Absences, expenses, of which so many are on no paper: "Undocumented, that is no note: 54".
ON_NO_PAPER = re.compile(r"(?:undocumented|indocumentad[oa]s)")
SO_MANY = re.compile(r"[^.;\n]{0,70}?[:=] ?[0-9]{1,4}\b(?![/-])")
ABSENCES = re.compile(words("absences"))
SEIZED = re.compile(r"(?:.* )?(?:detained|held|seized|stopped|deten\w+|retenid\w+)(?: (?:by|at|in|por|en))?")
FOREBEARS, LONG_AGO, NOW = (re.compile(words(it)) for it in ("forebears", "long_ago", "told_now"))
# The year stands with what is told, and is none of a birth: a grandmother born then may sit in the office.
IN_THE_FORTIES = re.compile(rf"[^.,;:!?\n。]{{0,24}}?(?:{words('in_the_forties')})")
YEAR_BEFORE = re.compile(r"194[0-9] ?(?:年|년)[^.,;。\n]{0,8}$")
# The life of somebody famous: its text says so at its head, and names a year long past.
OF_A_HERO = re.compile(rf"[^\n.:]{{0,24}}?(?:{words('of_a_hero')})")
LONG_PAST = re.compile(r"\b1(?:[0-8][0-9]{2}|9[0-6][0-9])(?![0-9])")
# "Roberto Clemente by Matteo, Rm 8."; "Book report, gr 5:". Whoever applies for something writes of himself.
TITLE_BY = re.compile(
    rf"(?i:(?!{words('of_the_office')}))"
    r"[^\n.:,]{3,40}?,? (?:by|por|ni) [A-Z\u00c0-\u00de][\w'-]{1,14}(?: [A-Z]\.?| [A-Z][\w'-]{1,14})?,? ?"
    rf"\(?(?i:{words('class')})[^\n.:]{{0,10}}[.:\n]"
)
OF_A_PAPER = re.compile(
    rf"(?!.{{0,24}}(?:scholarship|college|personal|application|beca))[^\n.:]{{0,24}}?(?:{words('pupils_paper')})"
    r"[^\n.:—–-]{0,32}[.:—–\n-]"
)
ONESELF = re.compile(rf"(?<!the )(?:{words('oneself')})")  # and not "the US"
KNEW, HE = (
    re.compile(r"(?:know|knew|known|sabia|conocia)"),
    re.compile(r"[ \"'“]{0,3}(?:he|she|they|(?:el|ella|siya)\b|他|她|그는|그녀)"),
)
# "In Plyler v. Doe": what a court held, of all of them.
CASE = re.compile(r"\b(?P<name>[A-Z][\w'’.-]+) vs?\.? (?:the )?(?!(?P=name)\b)[A-Z]\w+")  # of a divorce both are one
ALL_OF_THEM = re.compile(rf"(?:{words('all_of_them')}) $")
WERE = re.compile(r"(?:were|are|weren't|eran|son|fueran|sean|estaban)\b")
# Whoever the paper is on has told it to all; and a word for a child that says how old somebody was.
WROTE = re.compile(r"(?:wrote|writes|published|found out|found|learned|escribio|publico|supo)\b")
# At a lesson's end a pupil writes of himself; and of what is so now no book on somebody of old tells.
TELLS_NOW = re.compile(
    r"\b(?:wrote|writes|published) (?:in it |down )?(?:that )?(?:he|she|they)(?:'s|'re| (?:is|are|has|have))\b|"
    r"\b(?:escribio|escribe) que (?:es|esta|no tiene)\b"
)
AS_A_CHILD = re.compile(r"\b(?:was|were|as|de|era) (?:an? |un[ao]? )?(?:little |small |young )?$")
# Whom everybody knows and no office does: of history, of a film. Names that are borne here are none.
FAMOUS = re.compile(words("famous"))
OF_A_FAN = re.compile(
    r"s? (?:fan|shirt|t-?shirt|costume|backpack|lunch ?box|cape|mask|movie|book|poster)\b|"
    r" (?:elementary|middle|junior|high|school|academy|campus|park|ave|st|street|primaria|secundaria)\b"
)
BEFORE, BEHIND = 120, 40
WHOSE = 3  # letters of whose it is: "my", "our", "mi"


def is_of_no_person(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence tells it of a thing or a beast that is named before it, and of nobody before it."""
    first, last = reading.sentence(hit.start, hit.end)
    first = max(first, hit.start - BEFORE)
    if IT.search(reading.text, first, hit.start) or _is_of_a_star(reading, hit):
        return True
    if _is_of_a_place(reading, hit) or _is_grown(reading, hit) or _is_of_absences(reading, hit, last):
        return True
    if SEIZED.fullmatch(reading.text, hit.start, hit.end) and HELD_BY.match(
        reading.text, hit.end, min(last, hit.end + BEHIND)
    ):
        return True
    # Up to the place's end: "ice tuesday the compressor is detained".
    things = [
        it for it in NO_PERSON.finditer(reading.text, first, hit.end) if AT_WORK.match(reading.text, it.end()) is None
    ]
    if not things:
        return False
    return not any(
        it.tag in PERSONS and not any(_is_its_own(it, *thing.span()) for thing in things)
        for it in reading.about(first, hit.end)
    )


def is_of_wares(reading: Reading, hit: Hit) -> bool:
    """Whether a country is the one that a thing is from, by what is named behind it: "of the package"."""
    return (
        OF_WARES.match(reading.text, hit.end) is not None
        and ORIGIN.search(reading.text, hit.start, hit.end) is not None
        and OF_A_PERSON.search(reading.text, hit.start, hit.end) is None
    )


def _is_of_a_star(reading: Reading, hit: Hit) -> bool:
    """Whether such things, or a star, are named right behind it: "no visa for Earth"."""
    if any(it.match(reading.text, hit.end) is not None for it in (OF_THEM, TO_A_STAR, TO_LEAVE)):
        return True
    before = reading.roles(reading.sentence(hit.start, hit.end)[0], hit.start)
    return "kin" not in before and NAMED_NEXT.match(reading.text, hit.end) is not None


def _is_of_a_place(reading: Reading, hit: Hit) -> bool:
    """Whether what is lived in for good is a cage, a couch, a basement, and no country."""
    if LIVES.search(reading.text, hit.start, hit.end) is None:
        return False
    if "kin" in reading.roles(reading.sentence(hit.start, hit.end)[0], hit.start):
        return False
    end = hit.end - len(" of") * reading.text.startswith(" of", hit.end - len(" of"))
    if OF_A_PLACE.match(reading.text, end):
        return True
    return FROM_A_PLACE.search(reading.text, max(0, hit.start - BEHIND // 2), hit.start) is not None


def _is_grown(reading: Reading, hit: Hit) -> bool:
    """Whether it is a plant that grows wild, named behind: "the naturalized fennel"."""
    if GROWN.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    return GROWS.match(reading.text, hit.end) is not None


def _is_of_absences(reading: Reading, hit: Hit, last: int) -> bool:
    """Whether so many of what was counted before, absences or expenses, are said to be on no paper."""
    if ON_NO_PAPER.fullmatch(reading.text, hit.start, hit.end) is None or SO_MANY.match(reading.text, hit.end) is None:
        return False
    line, _ = reading.line(hit.start, hit.end)
    if ABSENCES.search(reading.text, max(line, hit.start - 2 * BEFORE), hit.start) is None:
        return False
    return {"kin", "particular", "person"}.isdisjoint(reading.roles(reading.sentence(hit.start, hit.end)[0], last))


def _is_its_own(person: Hit, start: int, end: int) -> bool:
    """Whether a word for somebody is a part of the thing's name, or says whose it is: "my hamster"."""
    if person.start < end and start < person.end:
        return True
    return person.end == start - 1 and person.end - person.start <= WHOSE


def is_of_forebears(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of those who lived long ago, settlers or somebody in 1911, and of nothing that is so now: a
    great-grandmother may sit in the office."""
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - BEFORE), min(last, hit.end + BEHIND)
    old = any(it.search(reading.text, first, last) for it in (FOREBEARS, LONG_AGO)) or _is_of_the_forties(reading, hit)
    return (old or _is_of_a_hero(reading, hit)) and NOW.search(reading.text, first, last) is None


def _is_of_the_forties(reading: Reading, hit: Hit) -> bool:
    """Whether it came to be so some eighty years ago: "became a citizen in 1945"."""
    if IN_THE_FORTIES.match(reading.text, hit.end):
        return True
    return YEAR_BEFORE.search(reading.text, max(0, hit.start - BEHIND // 2), hit.start) is not None


def _is_of_a_hero(reading: Reading, hit: Hit) -> bool:
    """Whether a short text is about somebody famous of old, and the sentence speaks of nobody's family."""
    if not reading.is_short() or not reading.matches(OF_A_HERO):
        return False
    if "kin" in reading.roles(*reading.sentence(hit.start, hit.end)) or "kin" in reading.roles(0, BEHIND):
        return False
    return LONG_PAST.search(reading.text) is not None


def is_of_a_pupils_paper(reading: Reading, hit: Hit) -> bool:
    """Whether a short text is a paper on somebody, by its head, and the sentence has no kin and no "I"."""
    if not reading.is_short() or reading.kind in LISTED or not _is_headed_as_a_paper(reading):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if ONESELF.search(reading.text, first, last) or _is_of_kin_before(reading, first):
        return False
    told = [it for it in reading.about(first, last) if it.tag in ("kin", "says")]
    if told and (reading.matches(ASKED_ITSELF) or TELLS_NOW.search(reading.text, first, hit.end)):
        return False
    return all(_is_of_itself(reading, it) for it in told)


def _is_of_itself(reading: Reading, hit: Hit) -> bool:
    """Whether the word tells nothing here: what somebody in it knew or wrote, how old a child was then."""
    if hit.tag == "says":
        return KNEW.match(reading.text, hit.start) is not None or WROTE.match(reading.text, hit.start) is not None
    return AS_A_CHILD.search(reading.text, max(0, hit.start - BEHIND // 2), hit.start) is not None


def _is_of_kin_before(reading: Reading, first: int) -> bool:
    """Whether "he" or "she" opens the sentence, and the one before speaks of somebody of the writer's family."""
    if first < 2 or HE.match(reading.text, first) is None:
        return False
    low, _ = reading.sentence(first - 2, first - 2)
    return "kin" in reading.roles(low, first) and ONESELF.search(reading.text, low, first) is not None


def _is_headed_as_a_paper(reading: Reading) -> bool:
    """Whether the first words are a title by a pupil of a class, or name a sort of paper and nobody of a family."""
    if TITLE_BY.match(reading.folded.original):
        return True
    head = OF_A_PAPER.match(reading.text)
    return head is not None and {"kin", "particular"}.isdisjoint(reading.roles(0, head.end()))


def is_of_the_famous(reading: Reading, hit: Hit) -> bool:
    """Whether somebody of history or of a film was named before it, and nobody of a family since."""
    low = max(0, hit.start - 2 * BEFORE)
    named = max((it.end() for it in FAMOUS.finditer(reading.text, low, hit.start)), default=-1)
    if named < 0 or {"kin", "says"} & reading.roles(named, hit.end) or OF_A_FAN.match(reading.text, named):
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    return named > first or (reading.is_short() and "kin" not in reading.roles(0, len(reading.text)))


def is_of_a_case(reading: Reading, hit: Hit) -> bool:
    """Whether a case of a court is named before it, and it is said of many what they were: of nobody here."""
    named = CASE.search(
        *_original(reading, max(reading.line(hit.start, hit.end)[0], hit.start - 2 * BEFORE), hit.start)
    )
    if named is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if ONESELF.search(reading.text, first, last) or WERE.match(reading.text, hit.start) is None:
        return False
    if "says" in reading.roles(first, hit.start):
        return False  # whoever said it was asked about his own
    return ALL_OF_THEM.search(reading.text, max(first, hit.start - BEHIND), hit.start) is not None


def _original(reading: Reading, first: int, last: int) -> tuple[str, int, int]:
    start, end = reading.folded.span(first, last) if first < last else (0, 0)
    return reading.folded.original, start, end
