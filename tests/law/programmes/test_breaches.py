"""Who is told of a breach, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Taken
from tests.law.worlds import ask, because, missing

DISTRICT, NO_STATUTE = "programmes.breaches.by_the_district", "programmes.breaches.where_no_statute_asks"
WITH_A_NAME = (
    Taken.SSN, Taken.GOVERNMENT_ID_NUMBER, Taken.ACCOUNT_NUMBER_WITH_CODE, Taken.MEDICAL, Taken.HEALTH_INSURANCE,
    Taken.BIOMETRIC, Taken.LICENSE_PLATE_READER, Taken.GENETIC,
)  # fmt: skip
NEVER = (Taken.ADDRESS, Taken.BIRTH_DATE, Taken.DISCIPLINE, Taken.GRADES, Taken.OTHER)


def told(*data: Taken) -> bool:
    """A statute asks the district to tell people that these were taken."""
    decision = ask("breach", incident__data=[str(kind) for kind in data])
    assert decision.granted
    return decision.outcome is Outcome.MUST


@pytest.mark.parametrize("kind", WITH_A_NAME)
def test_it_is_personal_with_a_name_and_not_without(kind: Taken) -> None:
    assert told(Taken.FULL_NAME, kind)
    assert not told(kind)
    assert not told(kind, *NEVER)


@pytest.mark.parametrize("kind", NEVER)
def test_a_name_with_what_schools_keep_of_everybody_is_not_enough(kind: Taken) -> None:
    assert not told(Taken.FULL_NAME, kind)


def test_a_password_with_its_login_needs_no_name() -> None:
    assert told(Taken.LOGIN_WITH_PASSWORD)
    assert not told(Taken.FULL_NAME)
    assert {*WITH_A_NAME, *NEVER, Taken.FULL_NAME, Taken.LOGIN_WITH_PASSWORD} == set(Taken)


def test_a_leak_of_names_and_grades_is_told_by_choice_or_contract_and_by_no_statute() -> None:
    decision = ask("breach", incident__data=["full_name", "grades"])
    assert (decision.outcome, because(decision)) == (Outcome.MAY, [NO_STATUTE])
    assert "own policy" in decision.says


@pytest.mark.parametrize(("encryption", "owed"), [("none", True), ("key_taken", True), ("key_safe", False)])
def test_who_holds_the_key_decides(encryption: str, owed: bool) -> None:
    assert (ask("breach", incident__encryption=encryption).outcome is Outcome.MUST) is owed


@pytest.mark.parametrize(
    ("believed", "owed"), [("known", True), ("reasonably_believed", True), ("not_believed", False)]
)
def test_reasonable_belief_is_enough_and_no_belief_is_not(believed: str, owed: bool) -> None:
    assert (ask("breach", incident__acquisition=believed).outcome is Outcome.MUST) is owed


def test_what_an_employee_opened_in_good_faith_is_no_breach() -> None:
    assert because(ask("breach", incident__good_faith_by_staff=True)) == [NO_STATUTE]


@pytest.mark.parametrize("holder", ["district", "vendor_for_district"])
def test_the_district_tells_of_its_own_data_wherever_they_lay_and_no_day_is_counted(holder: str) -> None:
    decision = ask("breach", incident__holder=holder)
    assert because(decision) == [DISTRICT]
    assert decision.deadline is None
    assert decision.because[0].citation == "Civ. Code 1798.29(a)"


def test_a_business_has_thirty_days_from_2026_and_none_are_counted_before() -> None:
    own = {"incident__holder": "vendor_for_itself"}
    before = ask("breach", on="2025-12-31", received_on="2025-12-31", **own)
    assert (because(before), before.deadline) == (["programmes.breaches.by_a_business_before_2026"], None)
    after = ask("breach", on="2026-01-01", received_on="2026-01-01", **own)
    assert because(after) == ["programmes.breaches.by_a_business"]
    assert after.deadline is not None
    assert (after.deadline.on, after.deadline.within) == (date(2026, 1, 31), "30 days")  # 31 January is a Saturday


def test_the_thirty_days_run_from_the_discovery() -> None:
    decision = ask("breach", incident__holder="vendor_for_itself", received_on="2026-10-01")
    assert decision.deadline is not None
    assert decision.deadline.on == date(2026, 10, 31)  # a Saturday: our closed days are not the business's


def test_whoever_only_keeps_the_data_tells_the_owner() -> None:
    decision = ask("breach", incident__holder="district_for_another")
    assert decision.outcome is Outcome.MUST
    assert "immediately" in decision.says


@pytest.mark.parametrize("holder", ["district", "vendor_for_district", "vendor_for_itself", "district_for_another"])
def test_while_police_ask_to_wait_the_notice_may_wait_and_no_day_runs(holder: str) -> None:
    decision = ask("breach", incident__holder=holder, incident__police_ask_to_wait=True)
    assert because(decision) == ["programmes.breaches.while_police_ask_to_wait"]
    assert decision.deadline is None


@pytest.mark.parametrize("fact", ["data", "acquisition", "encryption", "holder"])
def test_what_decides_and_is_not_known_is_asked_in_the_words_of_the_duty(fact: str) -> None:
    decision = ask("breach", **{f"incident__{fact}": None})
    assert (decision.outcome, missing(decision)) == (Outcome.NEEDS_MORE, [f"incident.{fact}"])
    assert because(decision) != [NO_STATUTE]


def test_where_nothing_is_known_the_answer_is_never_that_no_statute_asks() -> None:
    nothing = dict.fromkeys((f"incident__{it}" for it in ("data", "acquisition", "encryption", "holder")), None)
    decision = ask("breach", **nothing)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert because(decision) != [NO_STATUTE]
