"""What follows from a breach beside the notice."""

from __future__ import annotations

import pytest

from fileroom.law import Decision
from tests.law.worlds import ask, duties

COPY = "copy_to_attorney_general"
BEFORE = {"on": "2025-12-31", "received_on": "2025-12-31"}


def says(decision: Decision, code: str) -> str:
    return next(duty.says for duty in decision.duties if duty.code == code)


@pytest.mark.parametrize("holder", ["district", "vendor_for_district", "vendor_for_itself"])
@pytest.mark.parametrize(("residents", "owed"), [(0, False), (500, False), (501, True)])
def test_from_501_residents_the_attorney_general_has_a_copy(holder: str, residents: int, owed: bool) -> None:
    decision = ask("breach", incident__holder=holder, incident__residents=residents)
    assert (COPY in duties(decision)) is owed


def test_the_district_counts_no_days_for_the_copy_and_a_business_fifteen_from_2026() -> None:
    assert "names no day" in says(ask("breach"), COPY)
    assert "within 15 days" in says(ask("breach", incident__holder="vendor_for_itself"), COPY)
    assert "15" not in says(ask("breach", incident__holder="vendor_for_itself", **BEFORE), COPY)


def test_no_copy_is_owed_of_what_is_no_breach() -> None:
    assert COPY not in duties(ask("breach", incident__encryption="key_safe"))
    assert COPY not in duties(ask("breach", incident__holder="district_for_another"))


def test_a_vendor_tells_the_district_at_once_and_what_it_owns_it_tells_nobody_so() -> None:
    assert "tell_owner_at_once" in duties(ask("breach", incident__holder="vendor_for_district"))
    assert "tell_owner_at_once" in duties(
        ask("breach", incident__holder="vendor_for_district", incident__encryption="key_safe")
    )
    assert "tell_owner_at_once" not in duties(ask("breach", incident__holder="vendor_for_itself"))
    assert "tell_owner_at_once" not in duties(
        ask("breach", incident__holder="vendor_for_district", incident__data=["full_name", "grades"])
    )


@pytest.mark.parametrize(
    ("holder", "owed"),
    [("vendor_for_district", True), ("vendor_for_itself", True), ("district", False), ("district_for_another", False)],
)
def test_the_contract_is_followed_even_where_no_statute_asks(holder: str, owed: bool) -> None:
    decision = ask("breach", incident__holder=holder, incident__data=["full_name", "grades"])
    assert ("follow_the_contract" in duties(decision)) is owed


def test_who_asked_to_wait_is_written_down() -> None:
    assert "notify_when_police_allow" in duties(ask("breach", incident__police_ask_to_wait=True))
    assert "notify_when_police_allow" not in duties(ask("breach"))


@pytest.mark.parametrize("base", ["attack", "breach"])
def test_the_evidence_that_nothing_was_taken_is_kept(base: str) -> None:
    assert "keep_the_analysis" in duties(ask(base, incident__acquisition="not_believed"))
    assert "keep_the_analysis" not in duties(ask(base, incident__acquisition="reasonably_believed"))


def test_a_report_to_the_state_replaces_no_notice_to_the_people() -> None:
    assert "notify_breach" not in duties(ask("attack"))
    taken = {"incident__acquisition": "known", "incident__data": ["login_with_password"]}
    assert "notify_breach" in duties(ask("attack", **taken))
