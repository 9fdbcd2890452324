"""The sieve walks a text once: no pair of findings is compared, and no bracket is scanned from again.

Each text is one on which a pattern once went over its own tracks: sixteen times the work for four times the length.
What four times the text takes is held against what the text takes, in processor time: no machine is too slow for that.
A text is made longer until it takes long enough to be told from what else a processor does in between, and stays short
enough to be judged in one piece. ALLOWED_S is for those that take no time at any length: of them eight times nothing
would be asked. CEILING_S is for what is slow from the first letter on, and so no slower for four times as many.
"""

from __future__ import annotations

import gc
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from types import CodeType, FrameType
from typing import Any

import pytest

from fileroom.collection.imports.kept_out import ssn_shaped
from fileroom.collection.oneroster.headers import header_faults
from fileroom.collection.oneroster.layouts import Release
from fileroom.collection.oneroster.values import ssid
from fileroom.screening import (
    LOOKS_AT_WRITING,
    MOST_OF_A_LOOK,
    Category,
    TextKind,
    banned_field,
    findings_in,
    screen_text,
)
from fileroom.screening.answered import is_affirmed
from fileroom.screening.engine import Hit, ready
from fileroom.screening.folding import fold, squeezed
from fileroom.screening.let_off import is_let_off
from fileroom.screening.meant import as_meant
from fileroom.screening.reading import Reading
from fileroom.screening.refusals import is_unwanted
from fileroom.screening.telephones import is_misdialled
from tests.each import each

LENGTH, PAIRED = 6_250, 1_875
MOST_TIMES = 32  # four times as much is judged in one piece
LEAST_S, ALLOWED_S, CEILING_S = 0.025, 0.06, 20.0


@pytest.fixture(autouse=True, scope="module")
def compiled() -> Iterator[None]:
    """The matchers are compiled once a process, before anything is timed, and what other tests left lies still."""
    ready()
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def seconds(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def is_walked_once(look: Callable[[Any], object], of: Callable[[int], object]) -> bool:
    """Whether four times as much takes nearer to four times as long than to sixteen times. `of`: so many times a text.

    What is looked at first warms up, and is not timed; nothing is looked at twice, for some of it is remembered.
    """
    many = 1
    look(of(many))
    took = 0.0
    while took < LEAST_S and many < MOST_TIMES:
        many *= 2
        took = seconds(partial(look, of(many)))
    return seconds(partial(look, of(4 * many))) < min(8 * took + ALLOWED_S, CEILING_S)


@each(
    "over",
    [
        "123-45-6789\n", "123-", "12", "I-94 ", "ssn ", "ssn:", "s. s. n ", "soc sec ", "seguro  ", "seguro social ",
        "last four of ssn ", "xxx-xx-", "a ", "a 123 ", "alien no ", "immigration status ", "citizenship status: ",
        "citizenship status:", " ", "\n", "ñ ", "student number is ", "phone ", "219099999 ", "zip",
        "１２３-４５-６７８９ ",
    ],
)  # fmt: skip
def test_no_text_is_walked_twice(over: str) -> None:
    texts: tuple[Callable[[int], str], ...] = (
        lambda many: over * (many * LENGTH // len(over)),
        lambda many: over + " " * LENGTH * many,
        lambda many: over.strip() + "." * LENGTH * many,
    )
    for text in texts:
        assert is_walked_once(lambda words: findings_in(words, LOOKS_AT_WRITING), text)


# A name with its own value beside it, and two kinds of thing in one text: each is judged by what stands about it.
PAIRS = (
    "Student: ssn: 219-09-9999\n", "Student: ssn: 219099999\n", "last 4 of ssn 9999 ", '"citizenship status" "',
    "Mother is undocumented and has no green card.\n", "Her mother is undocumented. Her passport was copied. ",
    "what is your citizenship status, ", "visa/green card? citizenship status: ", "religion, ssn, ", "took visa ",
)  # fmt: skip
KINDS = (TextKind.PROSE, TextKind.FORM_ANSWERS, TextKind.CSV_ROW)


@each("kind", KINDS)
@each("over", PAIRS)
def test_no_name_is_looked_for_among_all_values_nor_a_value_among_all_names(over: str, kind: TextKind) -> None:
    assert is_walked_once(lambda text: screen_text(text, kind), lambda many: over * (many * PAIRED // len(over)))


LONG_LINES: tuple[Callable[[int], str], ...] = (
    lambda many: "Mexican students: " + "aa " * 1875 * many,
    lambda many: "i<usa" + "a" * 20 + "\n" + "1" * 24 + "\n" + "a" * 1875 * many + " p<<a",
    lambda many: "religion, ssn, " * 156 * many + "\n" + "a,b\n" * 625 * many,
    lambda many: "ssn" + ("x" * 500 + "ssn") * 31 * many,
    lambda many: "ssn " + "a_" * 6 * many + "( " + "country of birth religion " * 62 * many,
    lambda many: ",".join(["name", "ssn"] * 125 * many) + "\n" + "1234," * 250 * many,
    lambda many: ("Her visa was copied. " + "drive " * 40 + "\n") * 30 * many,
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", LONG_LINES, ids=range(len(LONG_LINES)))
def test_nothing_is_tried_again_from_each_letter_of_a_long_line(text: Callable[[int], str], kind: TextKind) -> None:
    assert is_walked_once(lambda words: screen_text(words, kind), text)


@pytest.mark.parametrize("over", ["ssn", "ssn ", "Ss1", "_", "last four ", "citizenship ", "a "])
def test_no_name_of_a_field_is_walked_twice(over: str) -> None:
    assert is_walked_once(banned_field, lambda many: over * (many * LENGTH // len(over)))


@pytest.mark.parametrize("over", ["ssn ", "ss ", "soc sec ", "{", "{ ", "{SSID ", "1", "123-45-", "{SSID: 1"])
def test_no_identifier_of_a_roster_is_walked_twice(over: str) -> None:
    def read(text: str) -> object:
        return ssn_shaped(text), ssid(text)

    assert is_walked_once(read, lambda many: over * (many * LENGTH // len(over)))


# Many of one kind in one text, and tables as wide as they are long, which no rule may hold each against all others.
MANY: tuple[tuple[TextKind, Callable[[int], str]], ...] = (
    (TextKind.PROSE, lambda many: numbered("Line {}: her mother Ana Lopez is undocumented.\n", many)),
    (TextKind.FORM_ANSWERS, lambda many: numbered("Ink cartridge 219-09-{}\n", many)),
    (TextKind.PROSE, lambda many: numbered("the crate A219-09{0}-{0}, ", many)),
    (TextKind.FORM_FIELD, lambda many: "Please write your Social Security number → do not use dashes\n" * many),
    (TextKind.PROSE, lambda many: "Once upon a time, a lesson plan: undocumented, a short story.\n" * many),
    (TextKind.TABLE, lambda many: wide("citizenship\tmath mark\t", "O\tB\t", many)),
    (TextKind.TABLE, lambda many: wide("Muslim\tx\t", "x\ty\t", many)),
    (TextKind.TABLE, lambda many: wide("religion\tcountry of birth\t", "12\t4\t", many)),
    (TextKind.TABLE, lambda many: wide("id no\tname\t", "219-09-9999\tAna Lopez\t", many)),
    (TextKind.TABLE, lambda many: wide("vendor\titem\tid no\t", "x\ty\tA219-099-123\t", many)),
    (TextKind.TABLE, lambda many: wide("field\trequired\tb\t", "ssn\tvisa\treligion\t", many)),
)
MORE, AT_HAND = 4, 300  # times as many; and steps that any rule may take besides


def numbered(line: str, many: int) -> str:
    return "".join(line.format(1000 + it) for it in range(many))


def wide(heads: str, cells: str, many: int) -> str:
    return f"{heads * many}\n{cells * many}\n{cells * many}\n"


def steps(work: Callable[[], object]) -> Counter[CodeType]:
    """How many lines each function goes through, those of a loop once for each time: no clock is asked."""
    taken: Counter[CodeType] = Counter()

    def trace(frame: FrameType, event: str, _value: object) -> Any:
        taken[frame.f_code] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize(("kind", "text"), MANY, ids=range(len(MANY)))
def test_no_rule_holds_each_place_against_all_others(kind: TextKind, text: Callable[[int], str]) -> None:
    screen_text(text(40), kind)  # what is known ever after
    few, more = (steps(partial(screen_text, text(it), kind)) for it in (40, 40 * MORE))
    walked = {
        f"{code.co_filename}:{code.co_firstlineno} {code.co_qualname}": (few[code], times)
        for code, times in more.items()
        if times > 2 * MORE * few[code] + AT_HAND
    }
    assert walked == {}


def places_of(text: str, pattern: str, tag: str) -> Iterator[Hit]:
    return (Hit(tag, *it.span()) for it in re.finditer(pattern, text))


def asked_of_each(rule: Callable[[Reading, Hit], object], pattern: str, tag: str, kind: TextKind, text: str) -> None:
    reading = Reading(fold(text), kind, "", places_of(text, pattern, tag), strict=False)
    for hit in reading.of(tag):
        rule(reading, hit)


# What a rule asks at each place of a text, that once went from there to the text's beginning, or to its end.
RULES: tuple[tuple[Callable[[Reading, Hit], object], str, str, TextKind, str], ...] = (
    (lambda reading, hit: is_misdialled(reading, hit.end), "[0-9-]{11}", "ssn.shape", TextKind.PROSE,
     "219-09-9999 (one digit short) "),
    (is_let_off, "paroled?", "immigration_status.state", TextKind.PROSE, "paroled on parole after jail "),
    (is_unwanted, "visa", "immigration_document.name", TextKind.PROSE, "bring your visa recycle it "),
    (is_affirmed, "visa", "immigration_document.name", TextKind.FORM_ANSWERS, "Ana: do I need a visa?\nStaff: no.\n"),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pattern", "tag", "kind", "over"), RULES, ids=range(len(RULES)))
def test_no_rule_goes_from_each_place_to_an_end_of_the_text(
    rule: Callable[[Reading, Hit], object], pattern: str, tag: str, kind: TextKind, over: str
) -> None:
    look = partial(asked_of_each, rule, pattern, tag, kind)
    assert is_walked_once(look, lambda many: over * (many * LENGTH // len(over)))


def test_of_what_drive_a_word_is_stands_right_before_it() -> None:
    def meant(text: str) -> object:
        return as_meant(fold(text), list(places_of(text, "drive", "a_road")))

    assert is_walked_once(meant, lambda many: "scenic drive visa " * (many * LENGTH // 18))


@pytest.mark.parametrize("above", ["x\t", "移\t"])
def test_the_heads_over_figures_in_cells_are_read_once(above: str) -> None:
    over = "1\t2\t3\t4\t5\t6\t7\t8\t9 b "
    assert is_walked_once(
        lambda text: squeezed(fold(text)),
        lambda many: above * LENGTH * many + "\n" + over * (many * LENGTH // len(over)),
    )


def test_a_header_of_many_columns_is_counted_once() -> None:
    def header(many: int) -> list[str]:
        return [f"metadata.{number}" for number in range(1875 * many)]

    assert is_walked_once(lambda names: header_faults("users", names, Release.V1_1), header)


def test_of_a_text_full_of_numbers_enough_are_named_and_no_more() -> None:
    found = findings_in("123-45-6789\n" * 10_000)
    assert [it.category for it in found] == [Category.SSN] * MOST_OF_A_LOOK
    assert all(one.end <= next_.start for one, next_ in pairwise(found))


def test_a_look_that_has_enough_keeps_no_other_from_looking() -> None:
    found = findings_in("I-94\n" * 5000 + "123-45-6789")
    assert {it.category for it in found} == {Category.IMMIGRATION_DOCUMENT, Category.SSN}


def test_the_first_look_has_a_place_that_two_would_name() -> None:
    found = findings_in("Citizenship status: 123-45-6789 and citizenship status: pending")
    assert [it.category for it in found] == [Category.SSN, Category.IMMIGRATION_STATUS]
