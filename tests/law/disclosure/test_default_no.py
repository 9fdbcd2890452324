"""Where nothing grants, no."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RequesterKind
from fileroom.law.phrases import STAFF_KINDS
from tests.each import each
from tests.law.worlds import ask, because, missing

CARE_FOR_THE_CHILD = (
    "caregiver", "foster_caregiver", "foster_family_agency", "strtp_staff", "child_welfare_worker",
    "tribal_caseworker", "county_placing_agency",
)  # fmt: skip
WITH_A_GROUND = {
    *STAFF_KINDS,
    *CARE_FOR_THE_CHILD,
    "parent",
    "educational_rights_holder",
    "student",
    "former_student",
    "sarb_aide",
}


@each("kind", [kind for kind in RequesterKind if kind not in WITH_A_GROUND])
def test_nobody_else_sees_anything_by_asking(kind: RequesterKind) -> None:
    decision = ask("outsider", requester={"kind": kind.value, "identity": "verified"}, purpose="none_stated")
    assert decision.outcome is Outcome.NO
    assert decision.missing == ()


@pytest.mark.parametrize("kind", CARE_FOR_THE_CHILD)
def test_those_who_care_for_the_child_are_asked_and_not_refused(kind: str) -> None:
    requester = {"kind": kind, "identity": "verified"}
    decision = ask("outsider", requester=requester, purpose="none_stated", record__kind="grades")
    assert decision.outcome is Outcome.NEEDS_MORE
    assert set(missing(decision)) <= {
        "purpose", "papers.caregiver_affidavit", "papers.written_agreement", "requester.responsible_for_education",
        "requester.legally_responsible",
    }  # fmt: skip


def test_the_refusal_says_what_would_open_a_record() -> None:
    decision = ask("outsider", requester__kind="media", purpose="news")
    assert because(decision) == ["disclosure.default_no.no_access_without_consent_or_order"]
    assert "written consent" in decision.says
