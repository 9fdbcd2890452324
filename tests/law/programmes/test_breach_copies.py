"""The Attorney General's sample copy."""

from __future__ import annotations

import pytest

from fileroom.law import Decision
from tests.law.worlds import ask, duties

COPY = "copy_to_attorney_general"
BEFORE = {"on": "2025-12-31", "received_on": "2025-12-31"}


def says(decision: Decision, code: str) -> str:
    return next(duty.says for duty in decision.duties if duty.code == code)


@pytest.mark.parametrize("holder", ["district", "vendor_for_district", "vendor_for_itself"])
@pytest.mark.parametrize(("residents", "owed"), [(0, False), (500, False), (501, True), (None, True)])
def test_from_501_residents_the_attorney_general_has_a_copy(holder: str, residents: int | None, owed: bool) -> None:
    decision = ask("breach", incident__holder=holder, incident__residents=residents)
    assert (COPY in duties(decision)) is owed


def test_the_district_counts_no_days_for_the_copy_and_a_business_fifteen_from_2026() -> None:
    assert "names no day" in says(ask("breach"), COPY)
    assert "within 15 days" in says(ask("breach", incident__holder="vendor_for_itself"), COPY)
    assert "15" not in says(ask("breach", incident__holder="vendor_for_itself", **BEFORE), COPY)


def test_no_copy_is_owed_of_what_is_no_breach() -> None:
    assert COPY not in duties(ask("breach", incident__encryption="key_safe"))
    assert COPY not in duties(ask("breach", incident__holder="district_for_another"))
