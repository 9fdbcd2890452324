"""Numbers that are there: Social Security and taxpayer numbers, their last four digits, alien numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from fileroom.screening import numbers
from fileroom.screening.aliens import alien_numbers
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.folding import COMB
from fileroom.screening.grouped import IN_COLUMNS, grouped
from fileroom.screening.joins import is_code
from fileroom.screening.labels import REACH, is_apposed, is_owned, labels, other_label, window_of
from fileroom.screening.order import begins, begun, is_free, start_of
from fileroom.screening.other_meanings import is_in_a_title
from fileroom.screening.paid_with import is_of_another, is_of_what_pays
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.refusals import is_denied
from fileroom.screening.sentences import WIDE
from fileroom.screening.spelled import spelled
from fileroom.screening.taxed import taxed
from fileroom.screening.telephones import first_beside, telephones
from fileroom.screening.told_next import told_next
from fileroom.screening.weakened import as_another_s, is_another_s, less_of, with_doubted

LISTS = (TextKind.CSV_ROW, TextKind.TABLE)
HEADS = 3  # lines of a list in which its columns may be named
AHEAD_OF_IT = 40  # characters between a name and what says that its last digits are meant
OR_ANOTHER = re.compile(r" ?(?:(?:or|o)\b|/)")  # "SSN or case no.": either it is
FOUR_BEFORE = re.compile(r"(?<![0-9-])([0-9]{4}) (?:(?:as|is|are|for|were|es|son) )?(?:the |his |her |my |los |sus )?$")
OF_ITS_DIGITS = re.compile(r"-[0-9]| [0-9](?![0-9])")  # "SSN 4 6 2 - 5 5", "SS-4-1120": the four is a digit
WHICH = re.compile(r"[.?!,;]{0,2} ?(?:which|is (?:that|this|it)|that'?s|this is|cual|es(?:e|o)|alin|哪个|어느)\b")
A_STATUTE = re.compile(  # "42 U.S.C. 1758"
    r"\b(?:u\.? ?s\.? ?c|c\.? ?f\.? ?r|sections?|secc?|u\.? ?s\.? ?code|seccion)\b\.? ?(?:§+ ?)?$|§+ ?$"
)
OF_ASIA = r"[\u4e00-\ud7a3]{2}"
FOUR_INSIDE = re.compile(
    rf"(?:[a-z]{{3}} ?4?|{OF_ASIA}|\b(?:en|in|es))[^a-z0-9\n]{{1,4}}([0-9](?: ?[0-9]){{3}})"
    rf"[^0-9\n]{{1,12}}(?:[a-z]{{3}}|{OF_ASIA})"
)


def found(reading: Reading) -> list[Finding]:
    """Every number, in order; offsets are the folded text's."""
    out: list[Finding] = []
    doubted: list[Finding] = []
    for judge, tags in JUDGES:
        if not tags.isdisjoint(reading.by_tag):
            judged = list(grouped(reading, out) if judge is grouped else judge(reading))
            doubted += filter(is_another_s, judged)
            out += [one for one in judged if not is_another_s(one) and is_free(one, out)]
            out.sort(key=start_of)
    return with_doubted(out, doubted)


def labelled(reading: Reading) -> Iterator[Finding]:
    """Nine digits that follow a label for them, however a scanner or a form has spread them."""
    for label in labels(reading, "ssn.name", "ssn.loose", "ssn.said", "itin.name"):
        window = window_of(reading, label.end)
        phones = telephones(reading, label, window)
        match = first_beside(numbers.PLAIN, window, phones) or first_beside(numbers.NOISY, window, phones)
        if match is None or numbers.true_digits(match[0]) < numbers.LEAST_TRUE or is_in_a_title(reading, label):
            continue
        if match[0].count("\n") > 1 and is_denied(reading, label):
            continue  # "No SSN:" and how many, by line
        less = less_of(reading, label, match)
        if less is None or _heads_another(reading, label, label.end + match.start()):
            continue
        start, end = label.end + match.start(), label.end + match.end()
        digits = numbers.digits_of(match[0])
        why = ("a label for it to the left", "the digits could have been issued")
        if numbers.is_itin(digits):
            one = Finding(Category.ITIN, Mode.VALUE, start, end, 0.9 - less, ("in the range of taxpayer numbers",))
        elif numbers.is_ssn(digits) and label.tag != "itin.name":
            confidence = 0.97 if label.tag == "ssn.name" else 0.8
            one = Finding(Category.SSN, Mode.VALUE, start, end, confidence - less, why)
        else:
            continue
        if _is_another_s(reading, label, one):
            if is_denied(reading, label):
                continue
            one = as_another_s(one, doubted=is_owned(reading, label))
        yield one


def _is_another_s(reading: Reading, label: Hit, number: Finding) -> bool:
    """Whether another number's label stands between a label and its digits, and is not said of the same number."""
    clean = reading.text[number.start : number.end].isdecimal()
    if not clean and reading.line(label.start, label.end) == reading.line(number.start, number.start):
        return False
    if OR_ANOTHER.match(reading.text, label.end) or is_apposed(reading, label, number.start):
        return False
    return other_label(reading, number.start, label.end)


def _heads_another(reading: Reading, label: Hit, place: int) -> bool:
    """Whether the label heads another column than the one in which the digits stand."""
    if reading.table is None or label.start >= reading.table.body or place < reading.table.body:
        return False
    head = reading.table.head_of(place)
    return head is not None and not head.start <= label.start <= head.end


def bare(reading: Reading) -> Iterator[Finding]:
    """Nine digits and no mark between them: for what a person wrote, where a number of another kind is labelled."""
    named = [it for it in labels(reading, "ssn.name", "ssn.loose") if not is_in_a_title(reading, it)]
    headed = reading.is_form() and reading.table is None and _is_headed(reading, named)
    under = reading.text.find("\n") if headed else -1
    for hit in reading.of("ssn.nine") if named or reading.strict else ():
        digits = reading.text[hit.start : hit.end]
        if not numbers.is_ssn(digits) or is_code(reading.text, hit.start, hit.end):
            continue
        spoken_of = _in_sentence(reading, hit, named)
        if not (spoken_of or headed or reading.strict):
            continue
        another = other_label(reading, hit.start)
        if another and not (spoken_of and _is_wanted(reading, hit, named)):
            continue
        if spoken_of:
            why: tuple[str, ...] = ("nine digits that could have been issued", "the sentence speaks of such a number")
            confidence = 0.7
            if numbers.is_routing(digits):
                confidence, why = 0.55, (*why, "a bank's checksum holds too")
            one = Finding(Category.SSN, Mode.VALUE, hit.start, hit.end, confidence, why)
            yield as_another_s(one) if another else one
        elif 0 <= under < hit.start:
            why = ("nine digits that could have been issued", "the first line names such a number")
            yield Finding(Category.SSN, Mode.VALUE, hit.start, hit.end, 0.6, why)
        elif reading.strict:
            yield Finding(Category.SSN, Mode.VALUE, hit.start, hit.end, 0.3, ("nine digits that no word explains",))


def _is_wanted(reading: Reading, hit: Hit, named: Sequence[Hit]) -> bool:
    """Whether the sentence of a place names one that it does not deny: "student ID 40…, SSN not collected"."""
    first, last = reading.sentence(hit.start, hit.end)
    return any(not is_denied(reading, it) for it in begun(named, first, last))


def _in_sentence(reading: Reading, hit: Hit, named: Sequence[Hit]) -> bool:
    """Whether one of the names stands in the sentence of a place."""
    if not begins(named, hit.start - WIDE + 1, hit.start + WIDE):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if begins(named, first, last):
        return True
    # "We have her under 608…. Which one is her real social?"
    following = reading.sentence(last + 2, last + 2) if last + 2 < len(reading.text) else (last, last)
    return WHICH.match(reading.text, last) is not None and begins(named, *following)


def _is_headed(reading: Reading, named: Sequence[Hit]) -> bool:
    """Whether a name stands in the first lines of a list whose columns are counted in letters."""
    return bool(named) and reading.kind in LISTS and reading.text.count("\n", 0, named[0].start) < HEADS


def last_four(reading: Reading) -> Iterator[Finding]:
    """The last four digits, after a label or behind a mask."""
    for hit in reading.of("ssn_last4.mask"):
        yield Finding(Category.SSN_LAST4, Mode.VALUE, hit.end - 4, hit.end, 0.9, ("the rest of the number is masked",))
    for label, confidence in tails(reading):
        before = FOUR_BEFORE.search(reading.text, max(0, label.start - 24), label.start)
        if before:
            start = before.start(1)
            yield Finding(Category.SSN_LAST4, Mode.VALUE, start, start + 4, confidence, ("a label for them behind",))
            continue
        inside = FOUR_INSIDE.search(reading.text, label.start, label.end)
        if inside:
            why = ("a label for them about it",)
            yield Finding(Category.SSN_LAST4, Mode.VALUE, inside.start(1), inside.end(1), confidence, why)
            continue
        window = _in_breath(reading, label, window_of(reading, label.end)[:60])
        match = numbers.FOUR.search(window) or numbers.FOUR_NOISY.search(window)
        while match is not None and (A_STATUTE.search(window, 0, match.start()) or _is_a_year(window, match)):
            match = numbers.FOUR.search(window, match.end())
        if match is None:
            why = ("the next sentence tells somebody's",)
            yield from (Finding(Category.SSN_LAST4, Mode.VALUE, *it, 0.8, why) for it in told_next(reading, label))
        if match is None or numbers.true_digits(match[0]) < 2:
            continue
        start = label.end + match.start()
        why = ("a label for the last four digits to the left",)
        one = Finding(Category.SSN_LAST4, Mode.VALUE, start, start + len(match[0]), confidence, why)
        yield as_another_s(one) if other_label(reading, start, label.end) else one


def _is_a_year(window: str, match: re.Match[str]) -> bool:
    """Whether the four digits are a year: "since 2017"."""
    if numbers.A_YEAR.fullmatch(match[0]) is None:
        return False
    before = numbers.SINCE.search(window, max(0, match.start() - 16), match.start())
    return before is not None or numbers.OF_YEARS.match(window, match.end()) is not None


def _in_breath(reading: Reading, label: Hit, window: str) -> str:
    """Of what follows a label what its sentence says, and where the line ends first, the next line too."""
    last = reading.sentence(label.start, label.end)[1]
    return window if reading.text[last : last + 1] in ("\n", "") else window[: last - label.end]


def tails(reading: Reading) -> Iterator[tuple[Hit, float]]:
    """Labels for the last four digits of a Social Security number: one for four digits, and whose they are near it."""
    for hit in labels(reading, "ssn_last4.name"):
        if OF_ITS_DIGITS.match(reading.text, hit.end) is None:
            yield hit, 0.95
    if "ssn_last4.tail" not in reading.by_tag:
        return
    named = labels(reading, "ssn.name", "ssn.loose", "ssn.said")
    for tail in labels(reading, "ssn_last4.tail"):
        nearest = _nearest(reading, tail, named)
        if nearest and not is_of_what_pays(reading, tail, nearest):
            yield Hit(tail.tag, min(tail.start, nearest.start), max(tail.end, nearest.end)), 0.9
        elif begins(named, tail.start - WIDE + 1, tail.start + WIDE) and not is_of_another(reading, tail):
            yield tail, 0.6


def _nearest(reading: Reading, tail: Hit, named: Sequence[Hit]) -> Hit | None:
    """The nearest name, within reach and on the tail's line, or None."""
    first, last = reading.line(tail.start, tail.end)
    after = bisect_left(named, tail.start, key=start_of)
    around = [it for it in named[max(0, after - 1) : after + 1] if first <= it.start <= last]
    near = [it for it in around if tail.start - it.end < AHEAD_OF_IT and it.start - tail.end < REACH]
    return min(near, key=lambda it: abs(it.start - tail.end), default=None)


def in_cells(reading: Reading) -> Iterator[Finding]:
    """Nine figures, each in a cell of its own, that no label names: marks of nine subjects, or a number in boxes."""
    for match in COMB.finditer(reading.text):
        if numbers.is_ssn(numbers.digits_of(match[0])):
            why = ("nine figures that could have been issued", "each in a cell of its own")
            yield Finding(Category.SSN, Mode.VALUE, match.start(), match.end(), IN_COLUMNS, why)


# In this order: the first to name a place has it. Beside each what it cannot do without.
JUDGES: tuple[tuple[Callable[[Reading], Iterator[Finding]], frozenset[str]], ...] = (
    (labelled, frozenset({"ssn.name", "ssn.loose", "ssn.said", "itin.name"})),
    (spelled, frozenset({"ssn.name", "ssn.loose", "ssn.said"})),
    (last_four, frozenset({"ssn_last4.mask", "ssn_last4.name", "ssn_last4.tail"})),
    (alien_numbers, frozenset({"a_number.name", "a_number.said", "a_number.shape"})),
    (grouped, frozenset({"ssn.shape"})),
    (bare, frozenset({"ssn.nine"})),
    (taxed, frozenset({"itin.nine"})),
    (in_cells, frozenset({"text.spread"})),
)
