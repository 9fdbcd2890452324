"""Who judges a record disposable, and when."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CATALOGUE, HoldingClass
from fileroom.law.facts import RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, missing

PERMANENT = [item.code for item in CATALOGUE.values() if item.class_ is HoldingClass.PERMANENT]
JUDGES = {"custodian_of_records", "administrator"}
HERE = {"age": 15, "enrolled": True}


def judge(**changes: Any) -> Any:
    return ask("destroy", **{"action": "classify", **changes})


def test_the_custodian_judges_an_interim_record_disposable_once_the_student_has_left() -> None:
    assert judge().outcome is Outcome.MAY
    assert because(judge()) == ["retention.classification.interim_records"]


@each("kind", [kind.value for kind in RequesterKind if kind not in JUDGES])
def test_nobody_but_superintendent_designee_and_custodian_judges(kind: str) -> None:
    decision = judge(requester={"kind": kind, "keeps_records": True, "designated": True})
    assert because(decision) == ["retention.classification.by_nobody_else"]


def test_an_administrator_acts_as_the_superintendents_designee_until_known_otherwise() -> None:
    for designated, granted in ((None, True), (True, True), (False, False)):
        assert judge(requester={"kind": "administrator", "designated": designated}).granted is granted


@pytest.mark.parametrize(("useless", "outcome"), [(True, "may"), (False, "no"), (None, "needs_more")])
def test_while_the_student_is_here_only_what_is_of_no_more_use_is_judged(useless: bool | None, outcome: str) -> None:
    decision = judge(student=HERE, record={"kind": "health", "no_longer_needed": useless})
    assert decision.outcome == outcome
    assert missing(decision) == ([] if useless is not None else ["record.no_longer_needed"])


@pytest.mark.parametrize("kind", PERMANENT)
def test_a_permanent_record_is_never_judged_disposable(kind: str) -> None:
    decision = judge(record={"kind": kind, "no_longer_needed": True})
    assert because(decision) == ["retention.classification.permanent_records"]


@pytest.mark.parametrize(
    ("class_", "useless", "outcome"),
    [
        ("class_1", True, "no"), ("class_2", True, "may"), ("class_3", True, "may"), ("class_2", False, "no"),
        ("class_3", None, "needs_more"),
    ],
)  # fmt: skip
def test_a_record_of_the_district_is_continuing_while_it_is_of_use(
    class_: str, useless: bool | None, outcome: str
) -> None:
    record = {"kind": "business_record", "district_class": class_, "no_longer_needed": useless}
    assert judge(record=record).outcome == outcome


def test_what_went_to_the_next_school_and_what_is_permitted_is_not_judged_here() -> None:
    assert judge(record={"kind": "health", "forwarded": True}).outcome is Outcome.NO
    assert judge(record={"kind": "disciplinary_notice"}).outcome is Outcome.NO
