"""What is asked for: a field, a column, an identifier or a sentence that wants what may not be collected."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from fileroom.screening.aside import ASIDE, BESIDE_YOU, TO_YOU, is_to_family, obliges, set_aside
from fileroom.screening.beneath import heads_one_of, is_there, is_titled, masked
from fileroom.screening.conditions import CONDITION, is_condition
from fileroom.screening.conduct import is_mark
from fileroom.screening.counts import asks_names, chooses, heads_employers, is_by_count, is_how_many, lives_near
from fileroom.screening.engine import Hit
from fileroom.screening.faiths import is_no_list
from fileroom.screening.federal import is_federal, is_told_of
from fileroom.screening.fields import in_query, is_filled
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.explained import is_taught
from fileroom.screening.framing import OF_A_GENRE, is_of_one_here, is_quoted, of_a_genre, told_otherwise
from fileroom.screening.labels import REACH, labels
from fileroom.screening.leads import listed_under
from fileroom.screening.lexicon import words
from fileroom.screening.numbered import tails
from fileroom.screening.offers import in_parentheses, is_choice
from fileroom.screening.order import start_of
from fileroom.screening.other_meanings import (
    is_a_program_s,
    is_a_topic,
    is_in_a_title,
    is_into_a_program,
    is_of_a_room,
    is_unwritten,
    means_another,
)
from fileroom.screening.persons import is_invented
from fileroom.screening.placing import of_the_place
from fileroom.screening.proofs import is_of_the_law_s_list
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.refusals import is_denied
from fileroom.screening.sayings import is_not_to_be_said
from fileroom.screening.sentences import WIDE
from fileroom.screening.services import is_a_class
from fileroom.screening.spoken import asks_nobody, is_forbidden_item, is_out_of_place, is_spoken_of
from fileroom.screening.themes import is_for_a_meeting, is_theme

SUBJECTS = (
    (Category.SSN, ("ssn.name", "ssn.loose")),
    (Category.ITIN, ("itin.name",)),
    (Category.A_NUMBER, ("a_number.name",)),
    (Category.IMMIGRATION_STATUS, ("immigration_status.name",)),
    (Category.IMMIGRATION_DOCUMENT, ("immigration_document.name",)),
    (Category.PROTECTED_LIST, ("protected_list.name",)),
)
NAMES = frozenset(tag for _, tags in SUBJECTS for tag in tags) | {"ssn_last4.name"}
LEAST_DOUBT = 0.05  # of what is said to be wanting: doubted, and not forgotten
FRAMED_FROM = 0.3  # what is doubted already need not be asked what sort of writing it stands in
ESSAY = (0, 0.1, 0.35, 0.6)  # what so many words of an essay take away
OF_ORIGIN = re.compile(r"birth|country|origin|nation|nac|pais")  # whoever chooses persons by these makes a list of them
BORN = re.compile(r"born |naci|foreign born|non-?citizen|(?:co |duoc )?sinh |ipinanganak")
YES_OR_NO = re.compile(r"(?:co|duoc) .*\bkhong")  # Vietnamese asks with a "no" at the end
QUESTION = re.compile(r"[^\n.!;]{0,30}[?？]")
BESIDE = 3  # characters between a value and its name behind it
GOVERNED = 60  # characters between a word that asks and what it asks for
LABEL = 90  # and up to this long, a label
YOURS = re.compile(r"(?:your|tu|su) (?:social|seguro|soc)\b")  # whoever says so to somebody means the number
BARE = re.compile(r"citizenship|nationality|ciudadania|nacionalidad|国籍|국적|quoc tich")
COUNTED = (Category.PROTECTED_LIST, Category.IMMIGRATION_STATUS)  # how many are of each is free to ask
OF_A_DAY = re.compile(words("of_a_day"))  # when somebody came is of one, though the sheet counts them
YOUR_CHILD = re.compile(words("your_child"))
TYPED = re.compile(
    r"[\w.]{0,16}[\"'`]? ?[(:]? ?(?:n?varchar2?|n?char|int(?:eger)?|bigint|text|date|bool(?:ean)?|string)\b"
)
GOES_ON = re.compile(r"(?:and|or|y|o|e|at|o kaya|va|hoac|和|或|및|또는)\b ?")  # a form's line goes on in the next
FORMS = (TextKind.FORM_FIELD, TextKind.FORM_ANSWERS)
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
    for hit in last4:
        yield from _asked(reading, Category.SSN_LAST4, hit, values)
    last_only = masked(reading, values)
    for category, tags in SUBJECTS:
        for hit in labels(reading, *tags):
            if category is Category.SSN and (_within(hit, last4) or heads_one_of(reading, hit, last_only)):
                continue
            if category is Category.IMMIGRATION_STATUS and reading.in_paper(hit):
                continue
            if category is Category.IMMIGRATION_STATUS and OF_ORIGIN.search(reading.text, hit.start, hit.end):
                chosen = in_query(reading, hit) or chooses(reading, hit)
                yield from _asked(reading, Category.PROTECTED_LIST if chosen else category, hit, values)
                continue
            if category is Category.PROTECTED_LIST and is_titled(reading, hit, values):
                continue
            yield from _asked(reading, category, hit, values)


def _within(hit: Hit, others: list[Hit]) -> bool:
    before = bisect_right(others, hit.start, key=start_of)
    return any(hit.start < it.end for it in others[max(0, before - 2) : before])


def _asked(reading: Reading, category: Category, hit: Hit, values: list[Finding]) -> Iterator[Finding]:
    if _is_told(reading, category, hit, values):
        return
    if reading.text.startswith("</", max(0, hit.start - 2)):  # the end of an element asks for nothing
        return
    confidence, why = weigh(reading, category, hit)
    if is_condition(reading, hit):
        condition = CONDITION - 0.2 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        confidence, why = max(confidence, condition), [*why, "without it something is refused"]
    elif is_denied(reading, hit):
        confidence, why = max(LEAST_DOUBT, min(confidence - 0.5, 0.3)), [*why, "it says that there is none"]
    mode = Mode.VALUE if category is Category.PROTECTED_LIST and is_there(reading, hit) else Mode.SOLICIT
    aside = set_aside(reading, category, hit) if confidence > ASIDE and mode is Mode.SOLICIT else ""
    if aside:
        confidence, why = ASIDE, [*why, aside]
    yield Finding(category, mode, hit.start, hit.end, min(confidence, 0.99), tuple(why))


def _is_told(reading: Reading, category: Category, hit: Hit, values: list[Finding]) -> bool:
    """Whether the name stands beside its own value, or in a sentence that tells the status it is about."""
    after = bisect_left(values, hit.start, key=start_of)
    if after and values[after - 1].category is category and hit.start - values[after - 1].end <= BESIDE:
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


def weigh(reading: Reading, category: Category, hit: Hit) -> tuple[float, list[str]]:
    """How surely a name asks for what it names, and why."""
    confidence, why = of_the_place(reading, hit)
    form = reading.is_form(hit.start)
    first, last = _where(reading, hit)
    roles = reading.roles(first, last)
    added, reasons = _asked_by(reading, category, hit, roles)
    confidence, why = confidence + added, [*why, *reasons]
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
    denied = is_forbidden_item(reading, hit) or (
        reading.says_no(hit)
        and not reading.asks_anew(hit)
        and not YES_OR_NO.fullmatch(reading.text, hit.start, hit.end)
    )
    if denied and (not form or confidence <= 0.9 or reading.forbids(hit)):
        confidence, why = min(confidence - 0.6, 0.45), [*why, "the sentence says no"]
    if category is Category.PROTECTED_LIST and (is_federal(reading, hit) or is_told_of(reading, hit)):
        return 0.3, [*why, "the two questions of the federal standards"]
    if category in WORDS and (in_parentheses(reading, hit) or is_choice(reading, hit)):
        confidence = min(confidence - 0.3, 0.4)
    if not form and BARE.fullmatch(reading.text, hit.start, hit.end) and not _is_governed(reading, hit):
        confidence -= 0.2
    return _frames(reading, category, hit, roles, confidence), why


def _where(reading: Reading, hit: Hit) -> tuple[int, int]:
    """In a form the line of a place, else its sentence: where what speaks for or against it stands."""
    around = reading.line if reading.is_form(hit.start) else reading.sentence
    first, last = around(hit.start, hit.end)
    if around == reading.line and GOES_ON.match(reading.text, first) and reading.text[first - 2 : first] == ",\n":
        first = reading.line(first - 1, first - 1)[0]
    return max(first, hit.start - WIDE), min(last, hit.end + WIDE)


def _asked_by(reading: Reading, category: Category, hit: Hit, roles: frozenset[str]) -> tuple[float, list[str]]:
    """What the sentence, the list or the query about a name adds to its asking, and why."""
    form = reading.is_form(hit.start)
    confidence = 0.0
    why: list[str] = []
    asks = "request" in roles and (form or reading.requests(hit))
    if asks and not form and asks_nobody(reading, category, hit):
        why = [*why, "what seems to ask for it asks nobody here"]
    elif asks:
        confidence, why = confidence + 0.55, [*why, "the sentence asks"]
    elif not form and listed_under(reading, hit, "request"):
        confidence, why = confidence + 0.45, [*why, "one of a list that asks"]
    if category is Category.PROTECTED_LIST and (
        reading.lists(hit) and not is_out_of_place(reading, hit) if not form else "list" in roles
    ):
        confidence, why = confidence + 0.5, [*why, "a list of persons"]
    if not form and TYPED.match(reading.text, hit.end):
        confidence, why = confidence + 0.3, [*why, "a column, and of what type it is"]
    if category is Category.PROTECTED_LIST and is_filled(reading, hit):
        confidence, why = confidence + 0.3, [*why, "it is filled in"]
    if category is Category.PROTECTED_LIST and (in_query(reading, hit) or chooses(reading, hit)):
        confidence, why = confidence + 0.8, [*why, "a query for persons"]
    return confidence, why


def _is_governed(reading: Reading, hit: Hit) -> bool:
    """Whether a loose name stands close under a word that asks, so that no other thing of the sentence is asked for."""
    first, last = reading.sentence(hit.start, hit.end)
    if YOURS.match(reading.text, hit.start):
        return reading.requests(hit)
    return any(
        it.tag == "request"
        and hit.start - GOVERNED <= it.end <= hit.end
        and ";" not in reading.text[it.end : hit.start]
        for it in reading.about(first, last)
    )


def _is_yours(reading: Reading, hit: Hit) -> bool:
    """Whether it is the reader's own, or the reader's child's."""
    if TO_YOU.search(reading.text, hit.start, hit.end):
        return True
    return YOUR_CHILD.search(reading.text, max(0, hit.start - BESIDE_YOU), hit.end) is not None


def _is_for_me(reading: Reading, hit: Hit) -> bool:
    """Whether it is to be sent or told to whoever writes: such a sentence asks, and is no notice."""
    return any(
        it.tag == "request" and reading.text.endswith((" me", " us"), it.start, it.end)
        for it in reading.about(max(reading.sentence(hit.start, hit.end)[0], hit.start - GOVERNED), hit.start)
    )


def _is_none_sought(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether the name is none of what is sought: a part of a program, a resident of the district, a proof of age."""
    if category is Category.SSN:
        return is_a_program_s(reading, hit)
    if category is Category.IMMIGRATION_STATUS:
        return (
            is_into_a_program(reading, hit)
            or is_theme(reading, hit)
            or lives_near(reading, hit)
            or is_unwritten(reading, hit)
            or is_of_a_room(reading, hit)
        )
    return category is Category.IMMIGRATION_DOCUMENT and is_of_the_law_s_list(reading, hit)


def _wants_names(reading: Reading, category: Category, hit: Hit) -> bool:
    return category is Category.PROTECTED_LIST and asks_names(reading, hit)


def _is_another(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether the name stands for another thing: in a title, of a card to pay with, of a feast, of employers."""
    if category is Category.SSN and heads_employers(reading, hit):
        return True
    if category is Category.IMMIGRATION_DOCUMENT and means_another(reading, hit):
        return True
    if category is Category.PROTECTED_LIST and reading.table is None and is_no_list(reading, hit):
        return True
    if category is Category.IMMIGRATION_DOCUMENT and not reading.is_form(hit.start) and is_a_topic(reading, hit):
        return True
    return is_in_a_title(reading, hit)


def _frames(reading: Reading, category: Category, hit: Hit, roles: frozenset[str], confidence: float) -> float:
    if category is Category.IMMIGRATION_STATUS and (is_mark(reading, hit) or is_a_class(reading, hit)):
        return 0.1
    if is_taught(reading, hit) or is_not_to_be_said(reading, hit):
        return min(confidence - 0.5, 0.4)
    if _is_none_sought(reading, category, hit):
        return LEAST_DOUBT
    if _is_another(reading, category, hit):
        return min(confidence - 0.5, 0.4)
    if category is Category.PROTECTED_LIST and is_by_count(reading, hit):
        return min(confidence - 0.6, 0.4)
    counts = [it for it in reading.about(*_where(reading, hit)) if it.tag == "aggregate"]
    # "est_migratorio" estimates nothing.
    beside = any(it.end <= hit.start or hit.end <= it.start for it in counts)
    dated = reading.is_form(hit.start) and OF_A_DAY.search(reading.text, hit.start, hit.end) is not None
    told_of_each = dated or (reading.kind in FORMS and confidence > 0.9)
    counted = beside and (not told_of_each or is_how_many(reading, hit))
    if category in COUNTED and counted and not reading.requests(hit) and not _wants_names(reading, category, hit):
        confidence = min(confidence - 0.6, 0.4)
    if of_a_genre(reading) and not (
        reading.is_short() and (is_to_family(reading, hit, roles) or is_of_one_here(reading, hit))
    ):
        confidence = min(confidence - OF_A_GENRE, 0.45)
    if confidence >= FRAMED_FROM and (not reading.is_form(hit.start) or len(reading.text) > LABEL):
        essay = reading.frame(hit.start, hit.end, "essay") + 2 * is_invented(reading, hit)
        asked = (
            TO_YOU.search(reading.text, hit.start, hit.end) and reading.requests(hit) and not is_quoted(reading, hit)
        )
        confidence -= ESSAY[min(essay, 1 if asked else 3)]
        plain = _is_yours(reading, hit) or obliges(reading, hit) or _is_for_me(reading, hit)
        weight = 0.1 if plain or is_for_a_meeting(reading, hit) else 0.2
        confidence -= weight * min(reading.frame(hit.start, hit.end, "notice"), 3)
    return confidence
