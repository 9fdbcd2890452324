"""Alien registration numbers: behind a label, written as they are, or in a list of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening import numbers
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.goods import is_up_to
from fileroom.screening.grouped import is_said_another
from fileroom.screening.joins import BIG, SMALL
from fileroom.screening.labels import labels, other_label, window_of
from fileroom.screening.lexicon import words
from fileroom.screening.number_columns import is_of_a_thing
from fileroom.screening.once import begun_alike, once
from fileroom.screening.reading import Reading
from fileroom.screening.spelled import spelled_of_aliens
from fileroom.screening.telephones import first_beside, telephones
from fileroom.screening.weakened import as_another_s, less_of

IN_COMMON, SERIES, OF_A_SERIES = 5, 3, 0.3  # letters that a series has in common, its numbers, what it takes away
TO_ANOTHER = 0.2  # of what is the end of a row of numbers
OF_A_COURT = re.compile(words("immigration_court"))
FROM = 11  # characters before a number in which the first of a row ends
FROM_ONE = re.compile(r"(?<![0-9])[0-9]{3,9} $|[0-9]{3}[ .-][0-9]{3,4} $")
LEAST, MANY = 2, 64  # numbers that make a list, and of more nobody asks
NEAR = 36  # characters before a number in which a thing's label may stand
OF_A_THING = re.compile(words("label_of_a_thing"))
A_THING_S = re.compile(rf"(?:{OF_A_THING.pattern})[^,;.\n]{{0,24}}$")
# "Kham, age 8, A25108774": whose it is, at the head of the line or of what a comma or a mark parts.
WHOSE = re.compile(
    rf"(?:^|[\n,;:(|\t•]|- |and |y |và )[ \t\"]*((?:{BIG}(?:{SMALL}+|\.) ?){{1,3}})"
    r"(?:[,;|\t][^,;|\t\n]{0,10}){0,2}[ ,:(|\t\"-]{1,3}$"
)


def alien_numbers(reading: Reading) -> Iterator[Finding]:
    """Alien registration numbers: after a label, or written as they are."""
    for label in labels(reading, "a_number.name"):
        yield from spelled_of_aliens(reading, label)
        window = window_of(reading, label.end)
        match = first_beside(numbers.ALIEN, window, telephones(reading, label, window))
        if match is None or numbers.true_digits(match[0]) < numbers.LEAST_TRUE:
            continue
        less = less_of(reading, label, match)
        if less is None or numbers.is_painted(numbers.digits_of(match[0])):
            continue
        start, end = label.end + match.start(), label.end + match.end()
        one = Finding(Category.A_NUMBER, Mode.VALUE, start, end, 0.95 - less, ("a label for it to the left",))
        yield as_another_s(one) if other_label(reading, start, label.end) else one
    for hit in reading.of("a_number.said"):
        yield Finding(Category.A_NUMBER, Mode.VALUE, hit.start, hit.end, 0.8, ("said to be such a number",))
    listed = _of_a_list(reading)
    for hit in reading.of("a_number.shape"):
        yield from _shaped(reading, hit, listed)


def _shaped(reading: Reading, hit: Hit, listed: frozenset[Hit]) -> Iterator[Finding]:
    written = reading.text[hit.start : hit.end]
    if numbers.is_painted(numbers.digits_of(written)):
        return
    if written[0] == "a" and FROM_ONE.search(reading.text, max(0, hit.start - FROM), hit.start):
        why_ = ("from one number to another",)  # "318-440-726 a 318-440-731"
        yield Finding(Category.A_NUMBER, Mode.VALUE, hit.start, hit.end, TO_ANOTHER, why_)
        return
    grouped = sum(it in " -." for it in written[2:]) >= 2
    confidence, why = (0.65 if grouped else 0.4), ["written as alien registration numbers are"]
    if hit in listed:
        confidence, why = confidence + OF_A_SERIES, [*why, "a list of persons"]
    elif _is_one_of_a_series(reading, hit) or is_up_to(reading, hit):
        confidence, why = confidence - OF_A_SERIES, [*why, "one of a series, and no name for it"]
    if "#" in written or OF_A_COURT.search(reading.text, *reading.sentence(hit.start, hit.end)):
        confidence += 0.2
    elif is_of_a_thing(reading, hit):
        confidence, why = confidence - OF_A_SERIES, [*why, "a column of another number, in a table of things"]
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    if A_THING_S.search(reading.text, max(first, hit.start - NEAR), hit.start) and "kin" not in roles:
        confidence, why = confidence - OF_A_SERIES, [*why, "a thing's number, as its label says"]
    elif (another := is_said_another(reading, hit)) or "other_number" in roles or other_label(reading, hit.start):
        less = 0.1 if grouped and not another else 0.3
        confidence, why = confidence - less, [*why, "a word for another number is near"]
    elif "person" in roles:
        confidence, why = confidence + 0.15, [*why, "a person is named"]
    yield Finding(Category.A_NUMBER, Mode.VALUE, hit.start, hit.end, confidence, tuple(why))


def _is_one_of_a_series(reading: Reading, hit: Hit) -> bool:
    """Whether three and more begin alike, nothing in the text names such a number, and no person is in the line."""
    if reading.of("a_number.name") or "person" in reading.roles(*reading.line(hit.start, hit.end)):
        return False
    others = begun_alike(reading, hit, IN_COMMON)
    return once(reading, ("series", others[0]), lambda: len(set(others)) >= SERIES)


def _of_a_list(reading: Reading) -> frozenset[Hit]:
    """Numbers of which two and more stand each behind another name, and none behind a thing's label."""
    hits = reading.of("a_number.shape")
    if not LEAST <= len(hits) <= MANY or OF_A_THING.search(reading.text):
        return frozenset()
    named: dict[str, Hit] = {}
    for hit in hits:
        first = max(reading.line(hit.start, hit.end)[0], hit.start - NEAR)
        written = reading.written(Hit("", first, hit.start)) if first < hit.start else ""
        whose = WHOSE.search(written)
        if whose and not is_of_a_thing(reading, hit):
            named.setdefault(whose[1].strip(), hit)
    if len(named) < LEAST:
        return frozenset()
    return frozenset(named.values())
