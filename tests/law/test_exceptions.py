"""The register of declared exceptions: each rests on a law, and covers what that law opens and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law.exceptions import EXCEPTIONS, DeclaredException, UnknownException, exception_named, read_exceptions
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.citation import Citation
from fileroom.law.takings import Verdict, described, ruling

ON = date(2026, 10, 19)
COUNSEL_DECIDES = {
    ("work_permit_b1_1", "the minor's Social Security number"),
    ("livescan", "the Social Security number of a parent or volunteer"),
    ("livescan", "a Social Security number of which the form does not say whose it is"),
}
KEPT_OUT = (
    RecordKind.SSN, RecordKind.SSN_LAST4, RecordKind.ADULT_SSN_LAST4, RecordKind.CITIZENSHIP_STATUS,
    RecordKind.IMMIGRATION_DOCUMENT, RecordKind.US_ENTRY_DATE, RecordKind.BIRTH_COUNTRY, RecordKind.NATIONAL_ORIGIN,
    RecordKind.FIRST_US_SCHOOL_DATE, RecordKind.RELIGION, RecordKind.ETHNICITY, RecordKind.TRIBAL_ENROLMENT,
)  # fmt: skip
ROW = """
[one]
title = "T"
says = "S."
cites = "USC_1758_D"
purpose = "nslp_income_application"
forms = ["a form"]
[[one.covers]]
field = "f"
categories = ["ssn"]
kind = "ssn"
whose = ["student"]
"""


def test_the_exceptions_of_the_contract_are_all_there() -> None:
    assert set(EXCEPTIONS) >= {
        "nslp_last4", "title3_immigrant", "migrant_ed", "sevis_f1", "staff_payroll", "calpads_race", "ed506", "fafsa",
        "livescan", "work_permit_b1_1",
    }  # fmt: skip


@pytest.mark.parametrize("exception", EXCEPTIONS.values(), ids=lambda it: it.name)
def test_what_an_exception_covers_the_law_allows_or_leaves_to_counsel(exception: DeclaredException) -> None:
    assert isinstance(exception.authority, Citation)
    assert exception.says.endswith(".") and exception.covers and exception.forms
    for cover in exception.covers:
        waits = (exception.name, cover.field) in COUNSEL_DECIDES
        asked = ruling(cover.kind, on=ON, asked=True, covered=(exception, cover))
        assert asked.verdict is (Verdict.REVIEW if waits else Verdict.ALLOW)
        assert asked.exception == exception.name


@pytest.mark.parametrize("exception", EXCEPTIONS.values(), ids=lambda it: it.name)
def test_the_facts_of_an_exception_open_no_other_kind(exception: DeclaredException) -> None:
    own = {cover.kind for cover in exception.covers}
    for cover in exception.covers:
        for kind in set(KEPT_OUT) - own:
            for asked in (True, False):
                other = ruling(kind, on=ON, asked=asked, covered=(exception, cover))
                assert other.verdict is Verdict.BLOCK, (kind, cover.field)


def test_a_number_is_covered_with_its_digits_counted_and_four_are_never_nine() -> None:
    for exception in EXCEPTIONS.values():
        for cover in exception.covers:
            whole = "ssn" in cover.categories and not cover.before
            assert (
                cover.digits == (9 if whole else 4 if cover.kind is RecordKind.ADULT_SSN_LAST4 else 0) or cover.before
            )


def test_of_an_unmarked_form_for_fingerprints_somebody_says_first_whose_number_it_is() -> None:
    exception = EXCEPTIONS["livescan"]
    unmarked = [cover for cover in exception.covers if "" in cover.whose]
    assert [cover.facts for cover in unmarked] == [{}]
    for asked in (True, False):
        assert ruling(RecordKind.SSN, on=ON, asked=asked, covered=(exception, unmarked[0])).verdict is Verdict.REVIEW


def test_a_filled_in_federal_application_for_aid_waits_for_counsel() -> None:
    exception = EXCEPTIONS["fafsa"]
    there = ruling(RecordKind.SSN, on=ON, covered=(exception, exception.covers[0]))
    assert there.verdict is Verdict.REVIEW


def test_an_exception_nobody_knows_is_named_by_the_nearest() -> None:
    assert exception_named("fafsa") is EXCEPTIONS["fafsa"]
    with pytest.raises(UnknownException, match="nearest allowed: nslp_last4"):
        exception_named("nslp_last5")


@pytest.mark.parametrize(
    ("was", "now"),
    [("USC_1758_D", "USC_0"), ("nslp_income_application", "lunch"), ('kind = "ssn"', 'kind = "nss"'),
     ('whose = ["student"]', 'whose = ["pupil"]')],
)  # fmt: skip
def test_a_row_that_names_what_there_is_not_is_no_register(was: str, now: str) -> None:
    assert read_exceptions(ROW)["one"].covers[0].whose == ("student",)
    with pytest.raises((KeyError, ValueError)):
        read_exceptions(ROW.replace(was, now))


@pytest.mark.parametrize("exception", EXCEPTIONS.values(), ids=lambda it: it.name)
def test_an_exception_is_told_with_its_authority_and_exactly_what_it_covers(exception: DeclaredException) -> None:
    told = described(exception, on=ON)
    assert told["authority"] == exception.authority.text
    assert told["in_force"] is True
    for row, cover in zip(told["covers"], exception.covers, strict=True):
        assert (row["field"], row["digits"], len(row["whose"])) == (cover.field, cover.digits, len(cover.whose))
        assert row["decision"] in {"allow", "review"}
        assert row["citation"]
