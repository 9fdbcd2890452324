"""What a school may ask: how many there are of each, who lives near, and the number of a firm it pays."""

from __future__ import annotations

import re

from fileroom.screening import numbers
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.once import once
from fileroom.screening.reading import Reading
from fileroom.screening.sentences import WIDE

# "Totals of students by", "the number of pupils by": and what comes behind is what they are counted by.
RATES_BY = re.compile(
    rf"(?:{words('counted')}|(?:(?<=the )|(?<=by )|(?<=how many )|(?<![^\W\d] ))numbers? of) "
    r"(?:\w+ ){0,2}(?:by|por) $"
)
COUNTED_BY = re.compile(r"(?<!the )\b[0-9]{1,5} (?:\w+ ){1,2}(?:by|por) $")  # and what comes behind are counts
COUNTS_FOLLOW = re.compile(r" ?[:(—–-] ?[^\W\d]+(?: [^\W\d]+)? [0-9]+\b")
CHOOSES = re.compile(rf"(?:{words('chooses')}) (?:the |their |el |la |su )?$")
CHOSEN = re.compile(r"s?(?: is| are|:| ?=| in| es| sea| son|是) ?[^\s?]")
NAMED, NO_NAMES = re.compile(words("named")), re.compile(words("no_names"))
# A resident of this class is no neighbour, wherever the home is.
OF_STATUS = re.compile(words("of_status"))
# "Ethnicity of the school as a whole".
OF_THE_WHOLE = re.compile(
    r" (?:of|for|across|en|de|del) (?:the |our |this |your |la |el |toda la )?(?:entire |whole |escuela |distrito )?"
    r"(?:school|district|campus|student body|enrollment|class|program|completa|enter[oa])"
    r"(?= (?:as a whole|overall|in total)|[ ,(]{1,3}(?:percent|%|totals?|counts?))"
)
HOW_MANY, ONLY_COUNTED = re.compile(words("how_many")), re.compile(words("only_counted"))
# {"hispanic": 201, "white": 118}, and what holds them: "by_ethnicity": {...}
IN_A_RECORD = re.compile(
    r"[\w ]{0,12}\"\s{0,2}:\s{0,2}(?:\{\s{0,4}\"[\w /-]{1,30}\"\s{0,2}:\s{0,2})?[0-9]{1,6}\s{0,2}[,}]\s{0,4}"
    r"\"?[\w /-]{0,30}\"?(?:\s{0,2}:\s{0,2}[0-9]{1,6}|)"
)
SUMS_UP = re.compile(
    r"\b(?:summary|totals?|counts?|survey|distribution|breakdown|tally|resumen|conteo)\b|统计|汇总|합계|통계"
)
TOTALS = re.compile(r"\b(?:tot|totals?|pct|percent|count)\b|%|合计|총계")
OF_PERSONS = re.compile(
    r"name|last|first|(?<![a-z])(?:ss)?id(?![a-z])|stu|pupil|alumn|nombre|姓|名|ten\b|이름|pangalan"
)
FEW_DIGITS = 6  # of a count
WRITTEN = re.compile(r"\S")
ROWS = 50  # rows that tell what a column holds
# Of whom it is said: of somebody who lives near, or goes to school here.
NEAR_HERE = re.compile(
    rf" (?:of|in|within|inside|del?|en) (?!order\b)(?![^\n.?;:]{{0,60}}(?:{words('of_the_country')}))"
    rf"[^\n.?;:]{{0,50}}?(?:{words('near_here')})"
)


def lives_near(reading: Reading, hit: Hit) -> bool:
    """Whether a "legal resident" is one of a district, a county or the State, which a school may ask."""
    said = reading.text[hit.start : hit.end]
    first, last = reading.line(hit.start, hit.end)
    if "resident" not in said or OF_STATUS.search(reading.text, first, last):
        return False
    return NEAR_HERE.match(reading.text, hit.end) is not None


def asks_names(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence wants it told who they are, and does not say that it wants no names."""
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - WIDE), min(last, hit.end + WIDE)
    return NAMED.search(reading.text, first, last) is not None and NO_NAMES.search(reading.text, first, last) is None


def chooses(reading: Reading, hit: Hit) -> bool:
    """Whether persons are chosen by it whose names are wanted: "where country of origin is"."""
    if CHOSEN.match(reading.text, hit.end) is None or not asks_names(reading, hit):
        return False
    return CHOOSES.search(reading.text, max(0, hit.start - 24), hit.start) is not None


def is_by_count(reading: Reading, hit: Hit) -> bool:
    """Whether what is told by the trait are numbers of persons, and not who they are."""
    if _are_figures(reading, hit):
        return True
    first = max(0, hit.start - 48)
    if RATES_BY.search(reading.text, first, hit.start) is None:
        counted = COUNTED_BY.search(reading.text, first, hit.start)
        if counted is None or COUNTS_FOLLOW.match(reading.text, hit.end) is None:
            return False
    return not asks_names(reading, hit)


def _are_figures(reading: Reading, hit: Hit) -> bool:
    """Whether figures follow in a record, one for each, or the head of a page says that it sums them up."""
    if IN_A_RECORD.match(reading.text, hit.end) or _heads_figures(reading, hit):
        return True
    first, last = reading.line(hit.start, hit.end)
    if WRITTEN.search(reading.text, 0, first) or SUMS_UP.search(reading.text, first, last) is None:
        return False
    return TOTALS.search(reading.text, last, last + WIDE // 2) is not None


def _heads_figures(reading: Reading, hit: Hit) -> bool:
    """Whether it heads a column of figures among others, in a table that names nobody."""
    table = reading.table
    cell = table.head_at(hit.start) if table is not None and hit.start < table.body else None
    if table is None or cell is None:
        return False
    head = table.head[0].start, table.head[-1].end
    if once(reading, OF_PERSONS, lambda: OF_PERSONS.search(reading.text, *head) is not None):
        return False
    return cell.column in once(reading, "columns of figures", lambda: table.holding(ROWS, ' "%', _is_a_figure))


def _is_a_figure(written: str) -> bool:
    return written.isdigit() and len(written) < FEW_DIGITS


def is_how_many(reading: Reading, hit: Hit) -> bool:
    """Whether a field asks how many there are, and says that it wants the count only."""
    first, last = reading.line(hit.start, hit.end)
    if OF_THE_WHOLE.match(reading.text, hit.end) and not asks_names(reading, hit):
        return True
    return (
        HOW_MANY.match(reading.text, first, hit.start) is not None
        and ONLY_COUNTED.search(reading.text, hit.end, last) is not None
        and not asks_names(reading, hit)
    )


def heads_employers(reading: Reading, hit: Hit) -> bool:
    """Whether a tax number heads a column in which stand numbers of employers and nothing else."""
    table = reading.table
    cell = table.head_at(hit.start) if table is not None and hit.start < table.body else None
    if table is None or cell is None or not numbers.OF_AN_EMPLOYER.search(reading.text, cell.start, cell.end):
        return False
    such = numbers.OTHERWISE
    return cell.column in once(reading, such, lambda: table.holding(ROWS, ' "', lambda it: bool(such.fullmatch(it))))
