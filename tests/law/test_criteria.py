"""The published criteria of legitimate educational interest: who, for what, which records, from which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fileroom.law.criteria import TEXT, TEXTS, capacity, criteria_of, interest, purposes_of, read_criteria
from fileroom.law.facts import Interest, Purpose, RecordKind
from fileroom.law.offices import OFFICES
from tests.each import each

ON = date(2026, 10, 19)
WORK = Purpose.EDUCATIONAL_INTEREST
FITS, DOES_NOT = Interest.STATED_AND_FITS, Interest.STATED_AND_DOES_NOT_FIT


def test_an_interest_that_nobody_stated_is_not_stated_whoever_it_is() -> None:
    for role in OFFICES.offices:
        assert interest(role, Purpose.NONE_STATED, RecordKind.LEGAL_NAME, on=ON) is Interest.NOT_STATED


def test_a_word_that_is_no_office_has_no_interest_to_measure() -> None:
    for role in ("parent", "volunteer", "", "chief_wizard"):
        assert interest(role, WORK, RecordKind.LEGAL_NAME, on=ON) is None
        assert capacity([role], WORK, RecordKind.LEGAL_NAME, on=ON) is None
        assert purposes_of([role], on=ON) == {}


@pytest.mark.parametrize(
    ("role", "kind", "fits"),
    [
        ("teacher", RecordKind.TEST_RESULTS, True), ("teacher", RecordKind.HEALTH, False),
        ("teacher", RecordKind.EXPULSION_FILE, False), ("counselor", RecordKind.EXPULSION_FILE, True),
        ("counselor", RecordKind.TEST_RESULTS, True), ("counselor", RecordKind.HEALTH, False),
        ("nurse", RecordKind.HEALTH, True), ("nurse", RecordKind.TEST_RESULTS, False),
        ("registrar", RecordKind.HEALTH, True), ("aide", RecordKind.MARKS_AND_CREDITS, True),
        ("principal", RecordKind.DISCIPLINE, True), ("custodian", RecordKind.COURT_ORDER, True),
    ],
)  # fmt: skip
def test_the_work_of_an_office_needs_some_records_and_not_others(role: str, kind: RecordKind, fits: bool) -> None:
    assert interest(role, WORK, kind, on=ON) is (FITS if fits else DOES_NOT)


@each("purpose", sorted(set(Purpose) - {Purpose.NONE_STATED}))
def test_only_a_purpose_that_is_published_fits(purpose: Purpose) -> None:
    published = criteria_of(ON)
    assert published is not None
    fits = [role for role in OFFICES.offices if interest(role, purpose, RecordKind.CUMULATIVE_FILE, on=ON) is FITS]
    assert bool(fits) is (purpose in published.purposes)


@pytest.mark.parametrize(
    ("kind", "fits"), [(RecordKind.EXPULSION_FILE, True), (RecordKind.TEST_RESULTS, False), (RecordKind.HEALTH, False)]
)
def test_one_function_of_an_office_lends_another_neither_its_purpose_nor_its_records(
    kind: RecordKind, fits: bool
) -> None:
    """A counselor also teaches: that needs test results, and safety at the school is not what teaching is for."""
    assert interest("counselor", Purpose.SCHOOL_SAFETY, kind, on=ON) is (FITS if fits else DOES_NOT)


def test_each_office_is_offered_the_purposes_that_are_its_work() -> None:
    assert set(purposes_of(["teacher"], on=ON)) == {WORK}
    assert set(purposes_of(["counselor"], on=ON)) == {WORK, Purpose.SCHOOL_SAFETY}
    assert Purpose.CORRECTION in purposes_of(["registrar"], on=ON)
    assert Purpose.SCHOOL_SAFETY not in purposes_of(["registrar"], on=ON)
    assert set(purposes_of(["teacher", "registrar"], on=ON)) == set(purposes_of(["registrar"], on=ON))
    assert next(iter(purposes_of(["principal"], on=ON))) is WORK
    assert next(iter(purposes_of(["principal"], on=ON).values())) == "work with this student"


def test_of_several_offices_the_one_whose_work_needs_the_record_is_acted_in() -> None:
    both = ["nurse", "teacher"]
    assert capacity(both, WORK, RecordKind.HEALTH, on=ON) == "nurse"
    assert capacity(both, WORK, RecordKind.TEST_RESULTS, on=ON) == "teacher"
    assert capacity(reversed(both), WORK, RecordKind.TEST_RESULTS, on=ON) == "teacher"
    assert capacity(both, WORK, RecordKind.EXPULSION_FILE, on=ON) == "nurse", "none fits: the first in the table"


def test_before_the_first_text_nothing_was_published_and_nothing_fits() -> None:
    first = TEXTS[0].from_on
    assert interest("registrar", WORK, RecordKind.LEGAL_NAME, on=first) is FITS
    assert interest("registrar", WORK, RecordKind.LEGAL_NAME, on=first - timedelta(days=1)) is DOES_NOT
    assert purposes_of(["registrar"], on=first - timedelta(days=1)) == {}


def test_the_text_in_force_on_the_day_is_the_one_that_is_asked() -> None:
    later = TEXT[TEXT.index("[[text]]") :].replace("2026-07-01", "2027-07-01").replace('"2026-07"', '"2027-07"')
    texts = read_criteria(later + TEXT)
    assert [it.version for it in texts] == ["2026-07", "2027-07"]
    for day, version in ((date(2027, 6, 30), "2026-07"), (date(2027, 7, 1), "2027-07")):
        found = criteria_of(day, texts)
        assert found is not None and found.version == version


def test_a_purpose_without_words_is_refused_when_the_text_is_read() -> None:
    with pytest.raises(ValueError, match="every purpose needs its words"):
        read_criteria(TEXT.replace('correction = "a correction of the record"\n', ""))
    with pytest.raises(ValueError, match="gossip"):
        read_criteria(TEXT.replace("correction", "gossip"))
