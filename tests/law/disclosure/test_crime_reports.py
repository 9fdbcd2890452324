"""Records that go along with the school's own report of a crime, and the police without one."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

KINDS = ["special_education", "iep_or_504_plan", "discipline", "disciplinary_notice", "expulsion_file"]


@pytest.mark.parametrize("record", KINDS)
@pytest.mark.parametrize("kind", ["police", "district_attorney"])
def test_special_education_and_discipline_records_go_along_on_a_certificate(record: str, kind: str) -> None:
    decision = ask("crime_report", record__kind=record, requester__kind=kind, purpose="law_enforcement")
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("fixed_list_only",)
    assert {"keep_certification", "log_release", "no_redisclosure_notice"} <= duties(decision)
    assert "obtain_certification" not in duties(decision)  # it is there
    assert "obtain_certification" in duties(ask("crime_report", record__kind=record, papers=[]))


def test_the_certificate_and_the_schools_own_report_are_asked_for() -> None:
    assert missing(ask("crime_report", papers=[])) == ["papers.certification"]
    assert missing(ask("crime_report", other={})) == ["other.crime_reported"]
    assert ask("crime_report", other__crime_reported=False).outcome is Outcome.NO


@pytest.mark.parametrize("record", ["grades", "attendance", "health", "cumulative_file", "schedule"])
def test_nothing_else_goes_along(record: str) -> None:
    decision = ask("crime_report", record__kind=record)
    assert because(decision) == ["disclosure.crime_reports.police_inquiries"]


def test_of_a_student_without_exceptional_needs_nothing_goes_along() -> None:
    assert ask("crime_report", student__disability=False).outcome is Outcome.NO


@pytest.mark.parametrize("purpose", ["law_enforcement", "criminal_investigation"])
def test_police_are_told_what_would_open_a_record(purpose: str) -> None:
    decision = ask("crime_report", record__kind="grades", purpose=purpose)
    assert decision.outcome is Outcome.NO
    assert "written consent" in decision.says
    assert "warrant" in decision.says


def test_the_report_helps_nobody_else() -> None:
    for kind in ("immigration_officer", "federal_agency", "school_resource_officer", "media"):
        assert ask("crime_report", requester__kind=kind).outcome is Outcome.NO
