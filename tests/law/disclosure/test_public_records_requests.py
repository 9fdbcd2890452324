"""The Public Records Act, and what tells of nobody."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

DATA = {"requester__kind": "researcher", "purpose": "study", "record__kind": "deidentified"}


@pytest.mark.parametrize("kind", ["discipline", "health", "photo_or_video", "test_results"])
@pytest.mark.parametrize(
    "facts", [{"purpose": "public_records_request"}, {"papers": [{"kind": "public_records_request"}]}]
)
def test_the_act_opens_no_pupil_record(kind: str, facts: dict[str, object]) -> None:
    decision = ask("outsider", requester__kind="media", record__kind=kind, **facts)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.public_records_requests.never_a_way_to_pupil_records"]


def test_not_even_directory_information_the_policy_would_release() -> None:
    assert ask("directory").outcome is Outcome.MAY
    assert ask("directory", purpose="public_records_request").outcome is Outcome.NO


def test_a_family_that_cites_the_act_keeps_its_own_right() -> None:
    decision = ask("parent", purpose="public_records_request", papers=[{"kind": "public_records_request"}])
    assert decision.outcome is Outcome.MUST


def test_a_business_record_is_answered_in_ten_days() -> None:
    decision = ask(
        "outsider", requester__kind="media", record__kind="business_record", purpose="public_records_request"
    )
    assert decision.outcome is Outcome.MAY
    assert decision.deadline is not None
    assert decision.deadline.within == "10 days"
    assert "log_request" not in duties(decision)


def test_a_record_that_names_a_student_is_none() -> None:
    decision = ask("outsider", record={"kind": "business_record", "identifies_student": True})
    assert decision.outcome is Outcome.NO


def test_data_are_checked_before_they_go_out() -> None:
    assert missing(ask("outsider", **DATA)) == ["record.reidentification_checked"]
    assert ask("outsider", **DATA, record__reidentification_checked=False).outcome is Outcome.NO
    checked = ask("outsider", **DATA, record__reidentification_checked=True)
    assert checked.outcome is Outcome.MAY
    assert "register_release" in duties(checked)


@pytest.mark.parametrize(
    ("basis", "outcome"),
    [("none", Outcome.MAY), ("random", Outcome.MAY), ("ssn", Outcome.NO), ("personal", Outcome.NO)],
)
def test_a_code_is_made_from_nothing_personal(basis: str, outcome: Outcome) -> None:
    facts = {**DATA, "record__reidentification_checked": True, "record__code_basis": basis}
    assert ask("outsider", **facts).outcome is outcome


def test_immigration_enforcement_gets_no_business_record_on_staff() -> None:
    assert ask("officer", record__kind="business_record").outcome is Outcome.NO
