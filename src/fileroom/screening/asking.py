"""What is asked for: a field, a column, an identifier or a sentence that wants what may not be collected."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from fileroom.screening.answered import is_affirmed
from fileroom.screening.aside import ASIDE, NO_MORE, set_aside
from fileroom.screening.asked_next import is_asked_next, is_brought_instead, is_handed_next, is_only_this
from fileroom.screening.beneath import heads_one_of, is_there, is_titled, masked
from fileroom.screening.beside_status import is_in_a_paper, is_of_a_status, names_a_number, says_for_whom
from fileroom.screening.conditions import (
    CONDITION,
    is_condition,
    is_for_those_born_elsewhere,
    is_whose_paper_is_wanted,
)
from fileroom.screening.counts import chooses
from fileroom.screening.engine import Hit
from fileroom.screening.federal import is_federal, is_told_of
from fileroom.screening.fields import in_query, is_filled
from fileroom.screening.findings import LEAST, Category, Finding, Mode
from fileroom.screening.framed import FORMS, LEAST_DOUBT, framed, where
from fileroom.screening.framing import is_quoted
from fileroom.screening.labels import REACH, labels
from fileroom.screening.leads import listed_under
from fileroom.screening.numbered import tails
from fileroom.screening.offers import in_parentheses, is_among_choices, is_answer_above, is_choice
from fileroom.screening.order import start_of
from fileroom.screening.otherwise import told_otherwise
from fileroom.screening.papers import runs_over
from fileroom.screening.placing import of_the_place
from fileroom.screening.reading import Reading
from fileroom.screening.refusals import is_denied
from fileroom.screening.spoken import asks_nobody, is_forbidden_item, is_out_of_place, is_spoken_of
from fileroom.screening.whom_to_ask import is_turned_to, only_turns_to

SUBJECTS = (
    (Category.SSN, ("ssn.name", "ssn.loose")),
    (Category.ITIN, ("itin.name",)),
    (Category.A_NUMBER, ("a_number.name",)),
    (Category.IMMIGRATION_STATUS, ("immigration_status.name",)),
    (Category.IMMIGRATION_DOCUMENT, ("immigration_document.name",)),
    (Category.PROTECTED_LIST, ("protected_list.name",)),
)
NAMES = frozenset(tag for _, tags in SUBJECTS for tag in tags) | {"ssn_last4.name"}
OF_ORIGIN = re.compile(r"birth|country|origin|nation|nac|pais")  # whoever chooses persons by these makes a list of them
BORN = re.compile(r"born |naci|foreign born|non-?citizen|(?:co |duoc )?sinh |ipinanganak")
YES_OR_NO = re.compile(r"(?:co|duoc) .*\bkhong")  # Vietnamese asks with a "no" at the end
QUESTION = re.compile(r"[^\n.!;]{0,30}[?？]")
APPOSED = re.compile(r"[\w ]{0,24}\(")
DENIED = 0.6  # what it takes away that the sentence says no
UNSURE = 0.3  # of what is denied no judge that comes later leaves more, unless it was surer
BESIDE = 3  # characters between a value and its name behind it
GOVERNED = 60  # characters between a word that asks and what it asks for
YOURS = re.compile(r"(?:your|tu|su) (?:social|seguro|soc)\b")  # whoever says so to somebody means the number
OBJECT = re.compile(r"(?:(?:이나|과|와|,)[^.\n]{1,14}?)?[을를]")  # in Korean the word that asks stands behind it
BARE = re.compile(r"citizenship|nationality|ciudadania|nacionalidad|国籍|국적|quoc tich")
TYPED = re.compile(
    r"[\w.]{0,16}[\"'`]? ?[(:]? ?(?:n?varchar2?|n?char|int(?:eger)?|bigint|text|date|bool(?:ean)?|string)\b"
)
ONLY_THIS = "nothing else is needed"
BEGS_ANEW = re.compile(r"[,，、] ?(?:please|pls|kindly|favor de|por favor|le[s]? ruego|xin|vui long|paki|请|請|麻烦)")
MAKES_A_TABLE, FAR = re.compile(r"\b(?:create|alter) (?:\w+ )?table\b"), 2000
ASKED_NEXT = "the next sentence asks for it"
NUMBERS = frozenset({Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.A_NUMBER})
WANTED_ALONE = NUMBERS | {Category.IMMIGRATION_DOCUMENT}
WORDS = frozenset({Category.IMMIGRATION_STATUS, Category.IMMIGRATION_DOCUMENT})
TOLD_BY = {
    Category.SSN: (Category.SSN, Category.SSN_LAST4, Category.ITIN),
    Category.ITIN: (Category.ITIN, Category.SSN),
}


def found(reading: Reading, values: list[Finding]) -> Iterator[Finding]:
    """Everything asked for. `values`: what was found to be there; a label beside its own value asks no second time."""
    if NAMES.isdisjoint(reading.by_tag):
        return
    last4 = sorted((hit for hit, _ in tails(reading)), key=start_of)
    for hit in {it[1:]: it for it in last4}.values():  # "last 4 of SSN" is a name and a tail: one place
        yield from _asked(reading, Category.SSN_LAST4, hit, values)
    last_only = masked(reading, values)
    for category, tags in SUBJECTS:
        for hit in labels(reading, *tags):
            if category is Category.SSN and (
                _is_of_last4(reading, hit, last4) or heads_one_of(reading, hit, last_only)
            ):
                continue
            if category is Category.IMMIGRATION_STATUS and (is_in_a_paper(reading, hit) or says_for_whom(reading, hit)):
                continue
            if category is Category.IMMIGRATION_DOCUMENT and is_of_a_status(reading, hit):
                continue
            if category is Category.IMMIGRATION_STATUS and OF_ORIGIN.search(reading.text, hit.start, hit.end):
                chosen = in_query(reading, hit) or chooses(reading, hit)
                yield from _asked(reading, Category.PROTECTED_LIST if chosen else category, hit, values)
                continue
            if category is Category.PROTECTED_LIST and is_titled(reading, hit, values):
                continue
            yield from _asked(reading, category, hit, values)


def _is_of_last4(reading: Reading, hit: Hit, last4: list[Hit]) -> bool:
    """Whether the name is a part of one that asks for the last digits, or is put in parentheses behind it."""
    if _within(hit, last4):
        return True
    before = bisect_right(last4, hit.start, key=start_of)
    return before > 0 and APPOSED.fullmatch(reading.text, last4[before - 1].end, hit.start) is not None


def _within(hit: Hit, others: list[Hit]) -> bool:
    before = bisect_right(others, hit.start, key=start_of)
    return any(hit.start < it.end for it in others[max(0, before - 2) : before])


def _asked(reading: Reading, category: Category, hit: Hit, values: list[Finding]) -> Iterator[Finding]:
    if _is_told(reading, category, hit, values):
        return
    if reading.text.startswith("</", max(0, hit.start - 2)) or runs_over(reading, hit):
        return  # the end of an element asks for nothing, nor what two lines of answers make together
    confidence, why = _asked_by(reading, category, hit)
    conditional = is_condition(reading, hit)
    if confidence < reading.keeps and not conditional and category is not Category.PROTECTED_LIST:
        return  # nothing else that is said of it makes it surer
    if is_turned_to(reading, hit):
        return
    denied = not {ASKED_NEXT, ONLY_THIS} & set(why) and _says_no(reading, hit)
    in_words = not reading.is_form(hit.start) and not conditional
    if denied and in_words and reading.least > 0 and max(confidence - DENIED, UNSURE) < LEAST:
        return  # nor is it doubted: only who is shown all that is named sees it
    confidence, why = _weighed(reading, category, hit, confidence, why, denied=denied)
    if conditional:
        condition = CONDITION - 0.2 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        confidence, why = max(confidence, condition), [*why, "without it something is refused"]
    elif is_denied(reading, hit) and ASKED_NEXT not in why:
        confidence, why = max(LEAST_DOUBT, min(confidence - 0.5, 0.3)), [*why, "it says that there is none"]
    mode = Mode.VALUE if category is Category.PROTECTED_LIST and is_there(reading, hit) else Mode.SOLICIT
    aside = set_aside(reading, category, hit) if confidence > ASIDE and mode is Mode.SOLICIT else ""
    if aside and not (ASKED_NEXT in why and aside == NO_MORE):  # a line that is empty is to be filled in next
        confidence, why = ASIDE, [*why, aside]
    yield Finding(category, mode, hit.start, hit.end, min(confidence, 0.99), tuple(why))


def _is_told(reading: Reading, category: Category, hit: Hit, values: list[Finding]) -> bool:
    """Whether the name stands beside its own value, or in a sentence that tells the status it is about."""
    after = bisect_left(values, hit.start, key=start_of)
    if after and values[after - 1].category is category and hit.start - values[after - 1].end <= BESIDE:
        return True
    if category is Category.IMMIGRATION_DOCUMENT and names_a_number(reading, hit, values[after : after + 1]):
        return True
    reach = reading.line(hit.start, hit.end)[1] if reading.is_form(hit.start) else hit.end + REACH
    if any(
        it.mode is Mode.VALUE
        and it.category in TOLD_BY.get(category, (category,))
        and it.start <= min(reach, hit.end + REACH)
        for it in values[after : after + 3]
    ):
        return True
    near = values[max(0, after - 2) : after + 2]
    if any(it.mode is Mode.VALUE and it.start <= hit.start and hit.end <= it.end for it in near):
        return True
    if category not in WORDS or reading.is_form():
        return False
    first, last = reading.sentence(hit.start, hit.end)
    return any(it.mode is Mode.VALUE and it.category in WORDS and first <= it.start < last for it in near)


def _says_no(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence, or the rule whose item the place is, says no to it, and nothing asks for it anew."""
    return is_forbidden_item(reading, hit) or (
        reading.says_no(hit)
        and not (reading.asks_anew(hit) or _is_begged_anew(reading, hit))
        and not YES_OR_NO.fullmatch(reading.text, hit.start, hit.end)
        and not is_affirmed(reading, hit)
    )


def _is_begged_anew(reading: Reading, hit: Hit) -> bool:
    """Whether behind a comma one is begged for the place, and nothing denied from there on: "you have none, please"."""
    first, last = reading.sentence(hit.start, hit.end)
    begs = max((it.start() for it in BEGS_ANEW.finditer(reading.text, first, hit.start)), default=-1)
    return begs >= 0 and "negation" not in reading.roles(begs, last)


def _weighed(
    reading: Reading, category: Category, hit: Hit, confidence: float, why: list[str], *, denied: bool
) -> tuple[float, list[str]]:
    """How surely a name asks for what it names, less for what speaks against it, and why."""
    form = reading.is_form(hit.start)
    first = where(reading, hit)[0]
    if hit.tag.endswith("loose"):
        confidence -= 0.05 if form or _is_governed(reading, hit) else 0.5
    if not form and is_quoted(reading, hit):
        confidence -= 0.15
    if not form and BORN.match(reading.text, hit.start) and not _is_governed(reading, hit):
        # "Players born abroad" says who is meant, and asks nobody.
        confidence -= 0.0 if QUESTION.match(reading.text, hit.end) else 0.3
    confidence = told_otherwise(reading, hit, first, confidence)
    if confidence > ASIDE and is_spoken_of(reading, category, hit):
        confidence, why = ASIDE, [*why, "it is spoken of, and asked of nobody"]
    if denied and (not form or confidence <= 0.9 or reading.forbids(hit)):
        confidence, why = min(confidence - DENIED, 0.45), [*why, "the sentence says no"]
    if category is Category.PROTECTED_LIST and (is_federal(reading, hit) or is_told_of(reading, hit)):
        return 0.3, [*why, "the two questions of the federal standards"]
    if category in WORDS and _is_asked_elsewhere(reading, category, hit):
        confidence = min(confidence - 0.3, 0.4)
    if not form and BARE.fullmatch(reading.text, hit.start, hit.end) and not _is_governed(reading, hit):
        confidence -= 0.2
    return framed(reading, category, hit, confidence), why


def _is_asked_elsewhere(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether it is an answer to what is asked before it, or says only of whom a paper is wanted."""
    if in_parentheses(reading, hit) or is_choice(reading, hit):
        return True
    if not reading.is_form(hit.start):
        return False
    return is_answer_above(reading, hit) or (
        category is Category.IMMIGRATION_STATUS and is_whose_paper_is_wanted(reading, hit)
    )


def _asked_by(reading: Reading, category: Category, hit: Hit) -> tuple[float, list[str]]:
    """How surely the place of a name, and the sentence, the list or the query about it, ask for it, and why."""
    of_itself, why = of_the_place(reading, hit)
    added = 0.0
    form = reading.is_form(hit.start)
    roles = reading.roles(*where(reading, hit))
    asks = "request" in roles and (form or reading.requests(hit))
    if category is Category.IMMIGRATION_STATUS and reading.kind in FORMS and is_among_choices(reading, hit):
        added, why = added + 0.35, [*why, "one of the answers to choose from"]
    if form and category is Category.IMMIGRATION_DOCUMENT and is_for_those_born_elsewhere(reading, hit):
        added, why = added + 0.35, [*why, "of those who were born elsewhere"]
    asks = asks and not (category in WANTED_ALONE and not form and is_only_this(reading, hit))
    asks = asks and not only_turns_to(reading, hit)
    if asks and not form and asks_nobody(reading, category, hit):
        why = [*why, "what seems to ask for it asks nobody here"]
    elif not asks and not form and category in WANTED_ALONE and is_only_this(reading, hit):
        added, why = added + 0.75, [*why, ONLY_THIS]
    elif not form and _is_asked_next(reading, category, hit):
        added, why = added + 0.55, [*why, ASKED_NEXT]
    elif asks:
        added, why = added + 0.55, [*why, "the sentence asks"]
    elif not form and listed_under(reading, hit, "request"):
        added, why = added + 0.45, [*why, "one of a list that asks"]
    if category is Category.PROTECTED_LIST and (
        reading.lists(hit) and not is_out_of_place(reading, hit) if not form else "list" in roles
    ):
        added, why = added + 0.5, [*why, "a list of persons"]
    if not form and TYPED.match(reading.text, hit.end):
        in_program = MAKES_A_TABLE.search(reading.text, max(0, hit.start - FAR), hit.start)
        added, why = added + (0.5 if in_program else 0.3), [*why, "a column, and of what type it is"]
    if category is Category.PROTECTED_LIST and is_filled(reading, hit):
        added, why = added + 0.3, [*why, "it is filled in"]
    if category is Category.PROTECTED_LIST and (in_query(reading, hit) or chooses(reading, hit)):
        added, why = added + 0.8, [*why, "a query for persons"]
    return of_itself + added, why


def _is_asked_next(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether the next sentence asks for a number, or for a number or a paper that only is not to be mailed."""
    if category in NUMBERS and is_asked_next(reading, hit):
        return True
    return category in WANTED_ALONE and is_brought_instead(reading, hit)


def _is_governed(reading: Reading, hit: Hit) -> bool:
    """Whether a loose name stands close under a word that asks, so that no other thing of the sentence is asked for."""
    first, last = reading.sentence(hit.start, hit.end)
    if is_only_this(reading, hit) or (reading.requests(hit) and is_handed_next(reading, hit)):
        return True
    if YOURS.match(reading.text, hit.start):
        return reading.requests(hit)
    named = OBJECT.match(reading.text, hit.end, last)
    if named and any(
        it.tag == "request" and 0 <= it.start - named.end() <= BESIDE for it in reading.about(first, last)
    ):
        return True
    return any(
        it.tag == "request"
        and hit.start - GOVERNED <= it.end <= hit.end
        and ";" not in reading.text[it.end : hit.start]
        for it in reading.about(first, last)
    )
