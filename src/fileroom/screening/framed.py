"""What a name that asks stands in: another meaning, a count, a lesson, a notice take away from its asking."""

from __future__ import annotations

import re

from fileroom.screening.aside import BESIDE_YOU, TO_YOU, is_to_family, obliges
from fileroom.screening.asked_next import is_only_this
from fileroom.screening.cards import is_spelled_out
from fileroom.screening.conduct import is_mark
from fileroom.screening.counts import asks_names, heads_employers, is_by_count, is_how_many, lives_near
from fileroom.screening.engine import Hit
from fileroom.screening.explained import is_taught
from fileroom.screening.faiths import is_no_list
from fileroom.screening.findings import Category
from fileroom.screening.framing import OF_A_GENRE, is_of_one_here, is_quoted, of_a_genre
from fileroom.screening.into_what import is_into_a_program
from fileroom.screening.lexicon import words
from fileroom.screening.other_meanings import (
    is_a_program_s,
    is_a_topic,
    is_in_a_title,
    is_of_a_room,
    is_unwritten,
    means_another,
)
from fileroom.screening.persons import is_invented
from fileroom.screening.promises import is_pledged
from fileroom.screening.proofs import is_of_the_law_s_list
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.refusals import is_for_who_has_not
from fileroom.screening.sayings import is_not_to_be_said
from fileroom.screening.sentences import WIDE
from fileroom.screening.services import (
    asks_which_are_needed,
    is_a_class,
    is_an_event,
    is_help,
    is_help_with,
    is_legal_help,
)
from fileroom.screening.themes import is_for_a_meeting, is_theme
from fileroom.screening.unpeopled import is_of_a_pupils_paper, is_of_no_person, is_of_the_famous, is_of_wares

LEAST_DOUBT = 0.05  # of what is said to be wanting: doubted, and not forgotten
FRAMED_FROM = 0.3  # what is doubted already need not be asked what sort of writing it stands in
ESSAY = (0, 0.1, 0.35, 0.6)  # what so many words of an essay take away
LABEL = 90  # and up to this long, a label
GOVERNED = 60  # characters between a word that asks and what it asks for
COUNTED = (Category.PROTECTED_LIST, Category.IMMIGRATION_STATUS)  # how many are of each is free to ask
OF_A_DAY = re.compile(words("of_a_day"))  # when somebody came is of one, though the sheet counts them
YOUR_CHILD = re.compile(words("your_child"))
GOES_ON = re.compile(r"(?:and|or|y|o|e|at|o kaya|va|hoac|和|或|및|또는)\b ?")  # a form's line goes on in the next
IN_A_SCHEMA = re.compile(r"\"required\"\s{0,3}:\s{0,3}\[[^\]]*$")
# "Ask them about leases, wages, visas": who is asked has to answer.
ABOUT = re.compile(r"\bask (?:them|him|her|us|me|a lawyer|the lawyers?) about [^.;?!\n]{0,60}$")
BEGS = re.compile(r"\b(?:please|pls|kindly|xin|vui long|por favor|favor de|paki\w*)\b|请|麻烦")
YOURS = re.compile(r"\b(?:your|tus?|in?yong)(?: own)? $|您的?$|你的?$|당신의 ?$")
RIGHT_BEFORE = re.compile(r".?| (?:(?:an?|the|his|her|their|una?|el|la|los|las|ang) )?")
ANOTHERS = frozenset({"negation", "supposes", "unwanted"})
ITEMS = re.compile(r"[^.:?!\n]{3,64}, ?[^.:?!\n]{0,64}")
SENTENCE_BEGINS = " .?!\"'\n*•-"  # signs with which a sentence begins
NEAR = 24  # characters before a place in which somebody begs for it
# "For the trip, please bring it", "we need it": behind such a beginning the word itself must say what is done with it.
INTRODUCED = re.compile(
    r"(?:(?!if |si |kung |neu )[^,;:()]{1,60},|"
    r"(?:within|by|before|no later than) [^,;:()]{1,24})?(?: ?(?:please|kindly|we))?"
)
WE, NEED = re.compile(r"(?:.* )?we"), re.compile(r"need|requir")
BEGS_ONLY = re.compile(r"(?:please|pls|kindly|por favor|favor de|xin|vui long|请|麻烦)|return\b.*|we (?!need|requir).*")
# "Report any request for it": what is bidden is of a request, and not of what is requested.
OF_A_REQUEST = re.compile(
    r"\b(?:requests?|(?<!answer )(?<!answer the )(?<!answer all )questions?|inquir\w+|calls?|rumors?|solicitud\w*)\b"
)
AN_OPTION = re.compile(r"\"(?:choices|options|answers|values)\"\s{0,3}:\s{0,3}\[[^\]]*$")
OF_A_CARD = re.compile(r"[ _-]?(?:card|receipt)(?! ?(?:no|num|nbr|#))")  # "alien_reg_card": a paper
OF_AN_OFFICER = re.compile(r"(?:form )?i-?20[05]")  # a warrant that no family has
FORMS = (TextKind.FORM_FIELD, TextKind.FORM_ANSWERS)


def framed(reading: Reading, category: Category, hit: Hit, confidence: float) -> float:
    """The confidence, less where the name is another thing, is counted, or stands in a lesson or a notice."""
    if category is Category.IMMIGRATION_STATUS and (is_mark(reading, hit) or is_a_class(reading, hit)):
        return 0.1
    if category is Category.PROTECTED_LIST and reading.kind in FORMS and _is_an_option(reading, hit):
        return min(confidence - 0.6, 0.35)
    if reading.kind in FORMS and IN_A_SCHEMA.search(reading.text, max(0, hit.start - WIDE), hit.start):
        return min(confidence - 0.6, 0.35)  # the field is named, and asked, where it is described
    if is_pledged(reading.text, hit, form=reading.kind in FORMS):
        return min(confidence - 0.6, 0.35)
    if is_taught(reading, hit) or is_not_to_be_said(reading, hit):
        return min(confidence - 0.5, 0.4)
    if _is_none_sought(reading, category, hit):
        return LEAST_DOUBT
    if _is_another(reading, category, hit):
        return min(confidence - 0.5, 0.4)
    if category is Category.PROTECTED_LIST and is_by_count(reading, hit):
        return min(confidence - 0.6, 0.4)
    counts = [it for it in reading.about(*where(reading, hit)) if it.tag == "aggregate"]
    # "est_migratorio" estimates nothing.
    beside = any(it.end <= hit.start or hit.end <= it.start for it in counts)
    dated = reading.is_form(hit.start) and OF_A_DAY.search(reading.text, hit.start, hit.end) is not None
    told_of_each = dated or (reading.kind in FORMS and confidence > 0.9)
    counted = beside and (not told_of_each or is_how_many(reading, hit))
    if category in COUNTED and counted and not reading.requests(hit) and not _wants_names(reading, category, hit):
        confidence = min(confidence - 0.6, 0.4)
    said = reading.roles(*reading.sentence(hit.start, hit.end))
    if of_a_genre(reading) and not (
        reading.is_short()
        and (is_to_family(reading, hit, said) or is_of_one_here(reading, hit) or _is_begged(reading, hit))
    ):
        confidence = min(confidence - OF_A_GENRE, 0.45)
    if confidence >= FRAMED_FROM and (not reading.is_form(hit.start) or len(reading.text) > LABEL):
        essay = reading.frame(hit.start, hit.end, "essay") + 2 * is_invented(reading, hit)
        asked = (
            TO_YOU.search(reading.text, hit.start, hit.end) and reading.requests(hit) and not is_quoted(reading, hit)
        )
        sure = confidence if reading.is_form(hit.start) else min(confidence, 1.0)
        confidence = sure - ESSAY[min(essay, 1 if asked else 3)]
        plain = _is_yours(reading, hit) or obliges(reading, hit) or _is_for_me(reading, hit) or _is_begged(reading, hit)
        plain = plain or is_for_who_has_not(reading, hit) or is_only_this(reading, hit) or _is_bidden(reading, hit)
        weight = 0.1 if plain or is_for_a_meeting(reading, hit) else 0.2
        confidence -= weight * min(reading.frame(hit.start, hit.end, "notice"), 1 if plain else 3)
    return confidence


def where(reading: Reading, hit: Hit) -> tuple[int, int]:
    """In a form the line of a place, else its sentence: where what speaks for or against it stands."""
    around = reading.line if reading.is_form(hit.start) else reading.sentence
    first, last = around(hit.start, hit.end)
    if around == reading.line and GOES_ON.match(reading.text, first) and reading.text[first - 2 : first] == ",\n":
        first = reading.line(first - 1, first - 1)[0]
    return max(first, hit.start - WIDE), min(last, hit.end + WIDE)


def _is_yours(reading: Reading, hit: Hit) -> bool:
    """Whether it is the reader's own, or the reader's child's."""
    if TO_YOU.search(reading.text, hit.start, hit.end):
        return True
    own = YOURS.search(reading.text, max(0, hit.start - NEAR // 2), hit.start) is not None
    if own and not is_legal_help(reading, hit) and reading.requests(hit):
        return True
    return YOUR_CHILD.search(reading.text, max(0, hit.start - BESIDE_YOU), hit.end) is not None


def _is_the_writer_s(reading: Reading, hit: Hit) -> bool:
    """Whether a pupil is asked for his own: "what is your immigration status?"."""
    near = YOURS.search(reading.text, max(0, hit.start - NEAR // 2), hit.start) is not None
    return near or _is_yours(reading, hit)


def _is_an_option(reading: Reading, hit: Hit) -> bool:
    """Whether it is one of the answers of a question in a record."""
    return AN_OPTION.search(reading.text, max(0, hit.start - WIDE), hit.start) is not None


def _is_begged(reading: Reading, hit: Hit) -> bool:
    """Whether a word that asks stands right before the place: it is what is asked for."""
    first, _ = reading.sentence(hit.start, hit.end)
    if BEGS.search(reading.text, max(first, hit.start - NEAR), hit.start) is None:
        return False
    return any(
        it.tag == "request" and it.end <= hit.start and RIGHT_BEFORE.fullmatch(reading.text, it.end, hit.start)
        for it in reading.about(first, hit.start)
    )


def _is_bidden(reading: Reading, hit: Hit) -> bool:
    """Whether its sentence, or what follows its first comma, begins by bidding that it be given.

    What another sentence says of a policy is not said of this.
    """
    first, last = reading.sentence(hit.start, hit.end)
    if not ANOTHERS.isdisjoint(reading.roles(first, last)) or is_legal_help(reading, hit):
        return False
    return any(
        it.tag == "request"
        and it.start < hit.start
        and _is_first(reading.text[first : it.start].strip(SENTENCE_BEGINS), reading.text[it.start : it.end])
        and (hit.start - it.end <= NEAR or _is_of_its_list(reading, it, hit))
        and OF_A_REQUEST.search(reading.text, it.end, hit.start) is None
        and not reading.text.startswith("wh", it.start)  # "what's with the last four?"
        for it in reading.about(first, last)
    )


def _is_of_its_list(reading: Reading, asks: Hit, hit: Hit) -> bool:
    """Whether the place is one of several things, parted by commas, that are bidden for with one word."""
    return hit.start - asks.end <= LABEL and ITEMS.fullmatch(reading.text, asks.end, hit.start) is not None


def _is_first(before: str, asks: str) -> bool:
    """Whether a word that asks begins a sentence, or what stands before it only says when, for what or by whom."""
    if not before:
        return True
    if BEGS_ONLY.fullmatch(asks) or (WE.fullmatch(before) and NEED.match(asks) is None):
        return False
    return INTRODUCED.fullmatch(before) is not None


def _is_for_me(reading: Reading, hit: Hit) -> bool:
    """Whether it is to be sent or told to whoever writes: such a sentence asks, and is no notice."""
    return any(
        it.tag == "request" and reading.text.endswith((" me", " us"), it.start, it.end)
        for it in reading.about(max(reading.sentence(hit.start, hit.end)[0], hit.start - GOVERNED), hit.start)
    )


def _is_none_sought(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether the name is none of what is sought: a part of a program, a resident of the district, a proof of age."""
    if category is Category.SSN:
        return is_a_program_s(reading, hit) or is_spelled_out(reading, hit)
    if category is Category.PROTECTED_LIST:
        return is_of_wares(reading, hit)
    if category is Category.A_NUMBER:
        return OF_A_CARD.match(reading.text, hit.end) is not None
    if category is Category.IMMIGRATION_STATUS:
        return (
            is_into_a_program(reading, hit)
            or is_of_wares(reading, hit)
            or is_theme(reading, hit)
            or lives_near(reading, hit)
            or is_unwritten(reading, hit)
            or is_of_a_room(reading, hit)
            or asks_which_are_needed(reading, hit)
            or (is_of_a_pupils_paper(reading, hit) and not _is_the_writer_s(reading, hit))
            or is_of_the_famous(reading, hit)
            or (not reading.is_form(hit.start) and (is_help(reading, hit) or is_of_no_person(reading, hit)))
        )
    return category is Category.IMMIGRATION_DOCUMENT and is_of_the_law_s_list(reading, hit)


def _wants_names(reading: Reading, category: Category, hit: Hit) -> bool:
    return category is Category.PROTECTED_LIST and asks_names(reading, hit)


def _is_spoken_about(reading: Reading, hit: Hit) -> bool:
    """Whether help with such papers is offered, or somebody may be asked about them."""
    about = ABOUT.search(reading.text, max(0, hit.start - LABEL), hit.start) is not None
    return about or is_a_topic(reading, hit) or is_an_event(reading, hit) or is_help_with(reading, hit)


def _is_another(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether the name stands for another thing: in a title, of a card to pay with, of a feast, of employers."""
    if category is Category.SSN and heads_employers(reading, hit):
        return True
    if category is Category.IMMIGRATION_DOCUMENT and (
        means_another(reading, hit) or OF_AN_OFFICER.fullmatch(reading.text, hit.start, hit.end)
    ):
        return True
    if category is Category.PROTECTED_LIST and reading.table is None and is_no_list(reading, hit):
        return True
    if category is Category.IMMIGRATION_DOCUMENT and not reading.is_form(hit.start) and _is_spoken_about(reading, hit):
        return True
    return is_in_a_title(reading, hit)
