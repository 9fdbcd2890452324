"""What follows from a breach beside the notice."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask, duties


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
