"""The sieve walks a text once: no pair of findings is compared, and no bracket is scanned from again.

Each text is one on which a pattern once went over its own tracks: four times the work for twice the length. The
ceiling is of processor time, twice and more above what these take, and far below what they took.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

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
from fileroom.screening.engine import ready

LENGTH = 200_000
PAIRED = 30_000
NOISE_S = 0.2
CEILING_S = 2.0


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


@pytest.mark.parametrize(
    "over",
    [
        "123-45-6789\n", "123-", "12", "I-94 ", "ssn ", "ssn:", "s. s. n ", "soc sec ", "seguro  ", "seguro social ",
        "last four of ssn ", "xxx-xx-", "a ", "a 123 ", "alien no ", "immigration status ", "citizenship status: ",
        "citizenship status:", " ", "\n", "ñ ", "student number is ", "phone ", "219099999 ", "zip",
        "１２３-４５-６７８９ ",
    ],
)  # fmt: skip
def test_no_text_is_walked_twice(over: str) -> None:
    many = LENGTH // len(over)
    for text in (over * many, over + " " * LENGTH, over.strip() + "." * LENGTH):
        assert seconds(partial(findings_in, text, LOOKS_AT_WRITING)) < CEILING_S


# A name with its own value beside it, and two kinds of thing in one text: each is judged by what stands about it.
PAIRS = (
    "Student: ssn: 219-09-9999\n", "Student: ssn: 219099999\n", "last 4 of ssn 9999 ", '"citizenship status" "',
    "Mother is undocumented and has no green card.\n", "Her mother is undocumented. Her passport was copied. ",
    "what is your citizenship status, ", "visa/green card? citizenship status: ", "religion, ssn, ", "took visa ",
)  # fmt: skip
KINDS = (TextKind.PROSE, TextKind.FORM_ANSWERS, TextKind.CSV_ROW)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("over", PAIRS)
def test_no_name_is_looked_for_among_all_values_nor_a_value_among_all_names(over: str, kind: TextKind) -> None:
    once, four_times = (over * (many * PAIRED // len(over)) for many in (1, 4))
    ceiling = 8 * seconds(partial(screen_text, once, kind)) + NOISE_S  # walked again and again, it would take 16
    assert seconds(partial(screen_text, four_times, kind)) < ceiling


@pytest.mark.parametrize(
    "text",
    [
        "Mexican students: " + "aa " * 60_000, "i<usa" + "a" * 20 + "\n" + "1" * 24 + "\n" + "a" * 60_000 + " p<<a",
        "religion, ssn, " * 5000 + "\n" + "a,b\n" * 20_000, "ssn" + ("x" * 500 + "ssn") * 1000,
        "ssn " + "a_" * 200 + "( " + "country of birth religion " * 2000,
        ",".join(["name", "ssn"] * 4000) + "\n" + "1234," * 8000,
    ],
)  # fmt: skip
def test_nothing_is_tried_again_from_each_letter_of_a_long_line(text: str) -> None:
    for kind in KINDS:
        assert seconds(partial(screen_text, text, kind)) < CEILING_S


@pytest.mark.parametrize("over", ["ssn", "ssn ", "Ss1", "_", "last four ", "citizenship ", "a "])
def test_no_name_of_a_field_is_walked_twice(over: str) -> None:
    assert seconds(lambda: banned_field(over * (LENGTH // len(over)))) < CEILING_S


@pytest.mark.parametrize("over", ["ssn ", "ss ", "soc sec ", "{", "{ ", "{SSID ", "1", "123-45-", "{SSID: 1"])
def test_no_identifier_of_a_roster_is_walked_twice(over: str) -> None:
    text = over * (LENGTH // len(over))
    assert seconds(lambda: (ssn_shaped(text), ssid(text))) < CEILING_S


def test_a_header_of_many_columns_is_counted_once() -> None:
    header = [f"metadata.{number}" for number in range(60_000)]
    assert seconds(lambda: header_faults("users", header, Release.V1_1)) < CEILING_S


def test_of_a_text_full_of_numbers_enough_are_named_and_no_more() -> None:
    found = findings_in("123-45-6789\n" * 50_000)
    assert [it.category for it in found] == [Category.SSN] * MOST_OF_A_LOOK
    assert all(one.end <= next_.start for one, next_ in pairwise(found))


def test_a_look_that_has_enough_keeps_no_other_from_looking() -> None:
    found = findings_in("I-94\n" * 5000 + "123-45-6789")
    assert {it.category for it in found} == {Category.IMMIGRATION_DOCUMENT, Category.SSN}


def test_the_first_look_has_a_place_that_two_would_name() -> None:
    found = findings_in("Citizenship status: 123-45-6789 and citizenship status: pending")
    assert [it.category for it in found] == [Category.SSN, Category.IMMIGRATION_STATUS]
