"""The letter that goes straight to the operator, and what follows from any."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

OPERATOR = {"kind": "vendor", "identity": "verified"}
DESIGNEE = {"kind": "administrator", "designated": True}


def requested(by: str, **more: Any) -> list[dict[str, Any]]:
    return [{"kind": "deletion_request", "by": by, "signed": True, "dated": True, **more}]


@each("requester", [OPERATOR, DESIGNEE])
@each(
    ("by", "age", "outcome"),
    [
        ("parent_with_custody", 14, "must"), ("parent_with_custody", 18, "no"), ("adult_student", 18, "must"),
        ("adult_student", 17, "no"), ("rights_holder", 14, "no"), ("rights_holder", 18, "no"),
        ("parent_without_custody", 14, "no"), ("minor_student", 17, "no"), ("restrained_parent", 14, "no"),
        ("other", 14, "no"),
    ],
)  # fmt: skip
def test_it_goes_on_the_request_of_whoever_may_consent_on_this_day(
    requester: dict[str, Any], by: str, age: int, outcome: str
) -> None:
    assert ask("letter", requester=requester, student__age=age, papers=requested(by)).outcome == outcome


@pytest.mark.parametrize("quality", ["signed", "dated"])
def test_a_request_that_is_not_signed_or_not_dated_is_mended(quality: str) -> None:
    papers = requested("parent_with_custody", **{quality: False})
    assert missing(ask("letter", requester=OPERATOR, papers=papers)) == [f"papers.deletion_request.{quality}"]


def test_a_request_that_was_withdrawn_is_none_and_without_one_the_operator_is_told_why() -> None:
    withdrawn = {"ccpa_excluded": True, "consent_refused": True}
    papers = requested("parent_with_custody")
    assert ask("letter", requester=OPERATOR, papers=papers, other=withdrawn).outcome is Outcome.NO
    ended = requested("parent_with_custody", valid_on=False)
    assert ask("letter", requester=OPERATOR, papers=ended).outcome is Outcome.NO
    assert because(ask("letter", requester=OPERATOR, papers=[])) == [
        "programmes.operators_limits.the_familys_request_first"
    ]


def test_only_the_superintendent_or_a_designee_issues_it() -> None:
    papers = requested("parent_with_custody")
    teacher = {"kind": "teacher"}
    assert missing(ask("letter", requester=teacher, papers=papers)) == ["requester.designated"]
    assert ask("letter", requester=teacher | {"designated": False}, papers=papers).outcome is Outcome.NO
    assert ask("letter", requester={"kind": "vendor", "identity": "refuted"}, papers=papers).outcome is Outcome.NO


def test_every_letter_is_issued_listed_and_kept_and_no_refusal_is() -> None:
    follows = {"issue_letter", "log_release", "retain_consent"}
    assert follows <= duties(ask("letter"))
    assert not follows & duties(ask("letter", student__days_since_left_lea=59))


def test_where_the_operator_keeps_official_records_the_district_decides_on_them_too() -> None:
    other = {"ccpa_excluded": True, "operator_keeps_official_records": True}
    assert "decide_own_deletion" in duties(ask("letter", other=other))
    assert "decide_own_deletion" not in duties(ask("letter"))
    assert "decide_own_deletion" not in duties(ask("letter", other=other, student__grade="PK"))
    assert "decide_own_deletion" in duties(ask("letter", other=other, student__grade=None))


@pytest.mark.parametrize("requester", [OPERATOR, DESIGNEE])
@pytest.mark.parametrize(("grade", "age", "outcome"), [("PK", 4, "must"), ("PK", 18, "no"), ("6", 12, "no")])
def test_a_rights_holder_asks_it_of_a_preschools_operator_alone(
    requester: dict[str, Any], grade: str, age: int, outcome: str
) -> None:
    child = {"student__grade": grade, "student__age": age}
    assert ask("letter", requester=requester, papers=requested("rights_holder"), **child).outcome == outcome
