"""Confidences of a counselor and reports of abuse: noted by whose they are, apart from every file."""

from __future__ import annotations

import pytest

from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because


@pytest.mark.parametrize("kind", sorted(STAFF_KINDS))
def test_a_confidence_is_noted_by_the_counselor_alone(kind: str) -> None:
    decision = ask(
        "collect", purpose="none_stated", requester={"kind": kind, "has_student": True},
        record={"kind": "counselling_confidence"},
    )  # fmt: skip
    assert decision.granted is (kind == "counselor")
    assert ("kept_apart" in decision.limits) is decision.granted


@pytest.mark.parametrize("serves", [True, False])
def test_a_report_of_abuse_is_kept_by_staff_who_serve_the_student(serves: bool) -> None:
    decision = ask(
        "collect", purpose="none_stated", requester={"kind": "nurse", "has_student": serves},
        record={"kind": "child_abuse_report"},
    )  # fmt: skip
    assert decision.granted is serves
    if serves:
        assert because(decision) == ["collection.confidences.reports_of_abuse"]


def test_neither_enters_a_file() -> None:
    for kind in ("counselling_confidence", "child_abuse_report"):
        assert not ask("add", requester={"kind": "counselor", "has_student": True}, record={"kind": kind}).granted
