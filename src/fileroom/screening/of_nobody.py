"""What is told of nobody: what such a one may do, what is not taken, told or asked."""

from __future__ import annotations

import re

from fileroom.screening.cards import is_spelled_out
from fileroom.screening.conduct import is_kept_in, is_what_a_mark_means
from fileroom.screening.crossings import has_riders, is_on_the_way
from fileroom.screening.engine import Hit
from fileroom.screening.explained import is_of_a_word_list, is_said_at_large
from fileroom.screening.framing import is_unasked
from fileroom.screening.in_charge import is_in_charge, is_news
from fileroom.screening.let_off import is_let_off
from fileroom.screening.lexicon import words
from fileroom.screening.named_works import is_of_a_named_work
from fileroom.screening.not_brought import is_named_by_it, is_not_to_bring, is_to_us
from fileroom.screening.order import begun
from fileroom.screening.other_meanings import in_scare_quotes
from fileroom.screening.own_clause import is_in_its_own_clause
from fileroom.screening.queries import is_of_some_of_them
from fileroom.screening.reading import NEARBY, PAPER, STATED, Reading
from fileroom.screening.rumors import is_a_rumor
from fileroom.screening.themes import is_spoken_on
from fileroom.screening.unpeopled import (
    is_of_a_case,
    is_of_a_pupils_paper,
    is_of_forebears,
    is_of_no_person,
    is_of_the_famous,
)

NOT_TOLD = re.compile(
    r"\b(?:do not|don't|never|won't|will not|cannot|can't|may not|shall not|must not|"
    r"(?<!asked us )(?<!asked me )(?<!asked that we )(?<!begged us )(?<!begged me )(?<!told me )(?<!asks us )not to|"
    r"no|nunca) "
    r"(?:say|tell|ask|share|disclose|record|write|list|reveal|give|diga|digan|pregunte|comparta|revele)\w*"
    r"(?:(?! that | que |,)[^.;]){0,40}$"
)
SUPPOSING = re.compile(rf"(?:{words('supposing')})[^.?!]{{0,16}}$")
ANSWERED = re.compile(rf"[^.?!\n]{{0,40}}\? ?(?:{words('answer')})[.,!](?! ?\[)")
MAY_ONE = re.compile(rf"[^。.?!\n]{{0,4}}(?:{words('may_one')})[^。.!\n]{{0,24}}[?？]")
# Whoever speaks of himself tells it, though he asks.
ONESELF = re.compile(words("oneself"))
NO_SUCH = re.compile(r"no (?:green ?cards|visas)(?= ?(?:[·•;.,*\n]|$))")
# And another of the kind: a list of what nobody takes, and not what somebody has not.
NONE_ELSE = re.compile(r"no (?:soc(?:ial)? (?:security )?(?:cards|numbers)|ssns|passports|green ?cards|visas)\b")
ITEM = re.compile(r"(?:^|[·•:;*\n.,]) ?$")
# What they may not do, though they are named.
AGENTS = re.compile(r"(?:la |the )?(?:migra|ice|immigration(?: (?:agents?|officers?))?|agentes? de (?:inmi|mi)gracion)")
MAY_NOT = re.compile(
    r" (?:no (?:entra\w*|puede\w*|podra\w*)|may not|can ?not|can't|must (?:have|show|wait)|has to (?:have|show|wait)|"
    r"needs? an? (?:warrant|order)|necesitan? (?:una? )?orden)\b"
)


# "A change of status from general to resource": of a class, a job, a lunch.
CHANGES = re.compile(r"chang\w+ (?:of |in )?(?:\w+ )?status|(?:cambi\w+ )(?:de )?(?:su )?estatus")
OF_A_PLACEMENT = re.compile(
    r"(?: [a-z]+){0,2} ?[:,(]? ?(?:from|to|as|de|a|mula|tu|sang) "
    rf"(?:an? |the )?(?:{words('placement')})"
)
OF_A_VISA = re.compile(
    r"\b(?:uscis|visas?|immigra\w+|green card|asylum|petition\w*|"
    r"i?n?migra\w+|refugee|asyl\w+|parole\w*|i-?[0-9]{3}|[fjhbl]-?[12]b?|h-?4)\b"
)
PERMIT = re.compile(r"(?<!work )(?<!travel )permit (?!to )")
# "Ortega - permit expired", where the line above says that these are papers.
A_NAME_S = re.compile(
    r"(?:^|\n) ?(?:[-*•·]|[0-9]{1,2}[.)])? ?[A-Z\u00c0-\u00de][\w'’-]+,?(?: [A-Z][\w'’.-]*)? ?[-–—:] ?$"
)
PAPERS, OF_CARS = re.compile(words("documents")), re.compile(words("of_cars"))
OF_FAMILIES = re.compile(words("families_papers"))  # a lease, a birth certificate: no fire marshal's
ABOVE = 400  # characters before a line in which its list says of what it is
# "The priority date is March 2", for money or a place.
A_DEADLINE, FOR_MONEY = re.compile(r"priority date"), re.compile(words("applied_for"))
WHOSE, SOMEBODY_S = 8, re.compile(r"(?:\b(?:my|his|her|their)|'s) $")
# "Pinabalik ko bukas", I told him to come again tomorrow; and not "back to the Philippines".
TO_COME_AGAIN = re.compile(
    r"(?:pinabalik|pinauwi|ibinalik)(?: na| po| ulit| muna)*"
    r"(?: (?:ko|namin|natin|ng (?:nars|nurse|guro|titser|opisina))\b|"
    r"(?: (?:siya|sila))?(?: na lang| ulit)? (?:bukas|mamaya|"
    r"sa (?:klase|silid|upuan|opisina|lunes|martes|miyerkules|huwebes|biyernes))\b)"
)
# "Immigration status is to be kept out of the file": a rule, and nobody's status.
RULED = re.compile(
    r"(?<=status is) (?:to (?:be|remain|stay)|never|private|confidential|protected|irrelevant|required|needed|asked|"
    r"not (?:to\b|asked|required|needed|relevant|collected|recorded|discussed|shared|a (?:factor|reason|condition)|"
    r"our|part|something))\b"
)
OF_A_LAND = re.compile(r"\b(?:pinas|pilipinas|mexico|bansa|imigrasyon|immigration|border|airport|ice|deport\w*)\b")


def of_nobody(reading: Reading, hit: Hit, before: str) -> tuple[float, tuple[str, ...]]:
    """What it takes away that such papers are not taken, that it is not told or asked, or a word is quoted; and why."""
    doubts = (
        (0.4, "it is asked whether such a one may", _is_whether_one_may(reading, hit)),
        (0.4, "it is asked whether such a one may", _is_faq(reading, hit, before)),
        (0.4, "none of them are taken", _is_item_of_no(reading, hit)),
        (0.4, "it is not to be told", NOT_TOLD.search(before)),
        (0.25, "a word between quotation marks, and nobody's", in_scare_quotes(reading, hit)),
        (0.4, "it is not asked", is_unasked(reading, hit) and not is_in_its_own_clause(reading, hit)),
        (0.4, "it is said what such a thing is", is_said_at_large(reading, hit)),
        (0.4, "a word that a class learns", is_of_a_word_list(reading, hit)),
        (0.5, "whoever works here told them to come again", _is_told_to_come_again(reading, hit)),
        (0.4, "it is said what they may not do", _is_barred(reading, hit)),
        (0.45, "it is told of no person", is_of_no_person(reading, hit) and not has_riders(reading, hit)),
        (0.5, "a place on the way is called so", is_on_the_way(reading, hit)),
        (0.5, "it is of a sentence served, or of a fine", is_let_off(reading, hit)),
        (0.5, "it is said who has charge of a child", is_in_charge(reading, hit)),
        (0.5, "it is news that somebody has none of", is_news(reading, hit)),
        (0.4, "it is told of those who lived long ago", is_of_forebears(reading, hit)),
        (0.4, "some of all who were asked tell it", is_of_some_of_them(reading, hit)),
        (0.4, "a talk or a page is about it", is_spoken_on(reading, hit)),
        (0.5, "a school keeps somebody in", is_kept_in(reading, hit)),
        (0.4, "it is told of somebody famous", is_of_the_famous(reading, hit)),
        (0.4, "it is what a court held", is_of_a_case(reading, hit)),
        (0.4, "a pupil's paper tells it", is_of_a_pupils_paper(reading, hit)),
        (0.4, "it is the permit of a thing", _is_of_a_thing(reading, hit)),
        (0.4, "it is the day till which money or a place is applied for", _is_a_deadline(reading, hit)),
        (0.4, "it is a rumor of nobody", is_a_rumor(reading, hit)),
        (0.4, "it is told in a work that a pupil names", is_of_a_named_work(reading, hit)),
        (0.4, "it is the status of a place in school or at work", _is_of_a_placement(reading, hit)),
        (0.5, "it stands for another thing", is_spelled_out(reading, hit)),
        (0.5, "a rule says what is done about it", RULED.match(reading.text, hit.end) is not None),
        (0.4, "it is told what a mark does not mean", is_what_a_mark_means(reading, hit)),
        (0.4, "no papers are to be brought", is_not_to_bring(reading, hit)),
        (0.4, "a class bears the name", is_named_by_it(reading, hit)),
        (0.4, "somebody came to us, and to no country", is_to_us(reading, hit)),
    )
    held = [(less, why) for less, why, holds in doubts if holds]
    return sum(less for less, _ in held), tuple(why for _, why in held)


def _is_whether_one_may(reading: Reading, hit: Hit) -> bool:
    """Whether it is asked what any such one may, by nobody who tells it of himself or of a family."""
    if MAY_ONE.match(reading.text, hit.end) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    return ONESELF.search(reading.text, first, last) is None and "kin" not in reading.roles(first, hit.start)


def _is_faq(reading: Reading, hit: Hit, before: str) -> bool:
    """Whether somebody asks what is if one has none, and is answered: "if I have no papers? Yes."."""
    if reading.is_form(hit.start) or SUPPOSING.search(before) is None:
        return False
    return ANSWERED.match(reading.text, hit.end) is not None


def _is_item_of_no(reading: Reading, hit: Hit) -> bool:
    """Whether it is one of a list of what is not taken: "NO green cards"."""
    if NO_SUCH.match(reading.text, hit.start) is None:
        return False
    first, last = reading.line(hit.start, hit.end)
    if not (NONE_ELSE.search(reading.text, first, hit.start) or NONE_ELSE.search(reading.text, hit.end, last)):
        return False
    if {"kin", "particular"} & reading.roles(first, last):
        return False
    return ITEM.search(reading.text, max(0, hit.start - 3), hit.start) is not None


def _is_barred(reading: Reading, hit: Hit) -> bool:
    """Whether it is said of officers what they may not do: "ICE may not enter"."""
    if AGENTS.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    return MAY_NOT.match(reading.text, hit.end) is not None


def _is_told_to_come_again(reading: Reading, hit: Hit) -> bool:
    """Whether somebody at the desk, in Tagalog, sends one away till another day, and no country is spoken of."""
    if TO_COME_AGAIN.match(reading.text, hit.start) is None:
        return False
    return OF_A_LAND.search(reading.text, *reading.sentence(hit.start, hit.end)) is None


def _is_of_a_thing(reading: Reading, hit: Hit) -> bool:
    """Whether a permit, and no word says for what, has run out in a sentence that speaks of nobody."""
    if PERMIT.match(reading.text, hit.start) is None or _is_a_family_s(reading, hit):
        return False
    return {"person", "particular", "kin"}.isdisjoint(reading.roles(*reading.sentence(hit.start, hit.end)))


def _is_a_family_s(reading: Reading, hit: Hit) -> bool:
    """Whether a name alone stands before it in the line, and what is above speaks of papers, not of cars."""
    start, end = reading.folded.span(max(0, hit.start - NEARBY), hit.start) if hit.start else (0, 0)
    if A_NAME_S.search(reading.folded.original, start, end) is None:
        return False
    first, last = max(0, hit.start - ABOVE), min(len(reading.text), hit.end + ABOVE)
    if PAPERS.search(reading.text, first, hit.start) is None or OF_CARS.search(reading.text, first, last):
        return False
    return OF_FAMILIES.search(reading.text, first, last) is not None


def _is_a_deadline(reading: Reading, hit: Hit) -> bool:
    """Whether it is the day till which money or a place in a school is applied for, and no petition is spoken of."""
    if A_DEADLINE.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    if SOMEBODY_S.search(reading.text, max(0, hit.start - WHOSE), hit.start):
        return False
    first, last = reading.line(hit.start, hit.end)
    first, last = max(first, hit.start - 2 * NEARBY), min(last, hit.end + NEARBY)
    others = [*begun(reading.of(*STATED), first, hit.start), *begun(reading.of(*STATED, PAPER), hit.end, last)]
    if others or begun(reading.of(PAPER), first, hit.start):
        return False
    return FOR_MONEY.search(reading.text, first, last) is not None


def _is_of_a_placement(reading: Reading, hit: Hit) -> bool:
    """Whether a status changes from or to what a class, a job or a lunch is, and no word of a visa stands in it."""
    if CHANGES.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    if OF_A_PLACEMENT.match(reading.text, hit.end) is None:
        return False
    first, last = reading.line(hit.start, hit.end)
    first, last = max(first, hit.start - NEARBY), min(last, hit.end + NEARBY)
    return OF_A_VISA.search(reading.text, first, last) is None
