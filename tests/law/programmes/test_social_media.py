"""A program to gather from social media: told, heard, adopted, and for safety."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

STEPS = {
    "pupils_and_parents_notified": "before_families_are_told",
    "comment_at_regular_meeting": "before_the_public_is_heard",
    "adopted": "before_adoption",
    "limited_to_safety": "beyond_safety",
}
FOUR = [1, 2, 3, 4]


def program(**more: bool | None) -> dict[str, Any]:
    return {"social_media": dict.fromkeys(STEPS, True) | more}


def test_an_adopted_program_limited_to_safety_may_gather() -> None:
    decision = ask("monitor", district=program())
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("safety_only", "kept_apart")


@pytest.mark.parametrize(("step", "ban"), STEPS.items())
def test_without_one_step_nothing_is_gathered_and_an_unknown_one_is_asked_for_by_name(step: str, ban: str) -> None:
    without = ask("monitor", district=program(**{step: False}))
    assert without.outcome is Outcome.NO
    assert because(without) == [f"programmes.social_media.{ban}"]
    assert missing(ask("monitor", district=program(**{step: None}))) == [f"district.social_media.{step}"]


def test_where_it_is_not_said_who_gathers_that_is_asked() -> None:
    assert missing(ask("monitor", requester={})) == ["requester.kind"]


def test_to_collect_it_is_to_gather_it() -> None:
    kept = {"action": "collect", "record": {"kind": "social_media_information"}}
    assert ask("monitor", **kept).outcome is Outcome.MAY
    assert because(ask("monitor", district=program(adopted=False), **kept)) == [
        "programmes.social_media.before_adoption"
    ]
    assert ask("monitor", **kept | {"action": "require_for_enrolment"}).outcome is Outcome.NO


@pytest.mark.parametrize("action", ["collect", "monitor_social_media"])
@pytest.mark.parametrize("kind", ["administrator", "custodian_of_records", "employee", "teacher", "nurse"])
def test_whoever_gathers_or_keeps_is_designated_for_it(action: str, kind: str) -> None:
    facts = {"action": action, "record": {"kind": "social_media_information"}}
    assert ask("monitor", requester={"kind": kind, "designated": True}, **facts).outcome is Outcome.MAY
    assert ask("monitor", requester={"kind": kind, "designated": False}, **facts).outcome is Outcome.NO


def test_who_keeps_it_is_asked_for_the_designation_where_it_is_not_said() -> None:
    kept = {"action": "collect", "record": {"kind": "social_media_information"}}
    assert missing(ask("monitor", requester={"kind": "administrator"}, **kept)) == ["requester.designated"]


def test_an_account_for_school_needs_no_designation_to_be_kept_from() -> None:
    kept = {"action": "collect", "record": {"kind": "social_media_information"}, "other__school_account": True}
    assert ask("monitor", requester={"kind": "teacher"}, **kept).outcome is Outcome.MAY


def test_an_emergency_adopts_no_program() -> None:
    facts = {"purpose": "health_or_safety_emergency", "other__emergency": "articulable_threat"}
    assert ask("monitor", district=program(adopted=False), **facts).outcome is Outcome.NO
    assert ask("monitor", district=program(), **facts).outcome is Outcome.MAY


@pytest.mark.parametrize("purpose", ["educational_interest", "recruitment", "marketing", "registry", "law_enforcement"])
def test_under_the_program_nothing_is_gathered_for_another_end(purpose: str) -> None:
    assert because(ask("monitor", purpose=purpose)) == ["programmes.social_media.beyond_safety"]


def test_a_purpose_nobody_stated_is_asked() -> None:
    assert missing(ask("monitor", purpose="none_stated")) == ["purpose"]
    assert missing(ask("monitor", purpose=None)) == ["purpose"]


@pytest.mark.parametrize("facts", [
    {"purpose": "immigration_enforcement"}, {"other__assists_immigration_enforcement": True},
    {"requester": {"kind": "immigration_officer"}},
    {"other__school_account": True, "purpose": "immigration_enforcement"},
])  # fmt: skip
def test_nothing_is_gathered_for_immigration_enforcement(facts: dict[str, Any]) -> None:
    assert ask("monitor", **facts).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("requester", "outcome"),
    [
        ({"kind": "administrator"}, "may"), ({"kind": "employee"}, "may"), ({"kind": "system"}, "may"),
        ({"kind": "administrator", "designated": False}, "no"), ({"kind": "teacher"}, "needs_more"),
        ({"kind": "teacher", "designated": True}, "may"), ({"kind": "school_resource_officer"}, "no"),
        ({"kind": "police"}, "no"), ({"kind": "parent"}, "no"), ({"kind": "volunteer", "designated": True}, "no"),
    ],
)  # fmt: skip
def test_the_superintendent_or_a_designee_gathers(requester: dict[str, Any], outcome: str) -> None:
    assert ask("monitor", requester=requester).outcome == outcome


@pytest.mark.parametrize("kind", ["vendor", "contractor", "administrator"])
@pytest.mark.parametrize("term", FOUR)
def test_where_a_vendor_gathers_its_contract_has_the_four_terms(kind: str, term: int) -> None:
    def gathers(*terms: int) -> Any:
        return ask(
            "monitor", requester={"kind": kind}, papers=[{"kind": "vendor_contract", "social_media_terms": terms}]
        )

    assert gathers(*FOUR).outcome is Outcome.MAY
    lacking = gathers(*(other for other in FOUR if other != term))
    assert missing(lacking) == [f"papers.vendor_contract.social_media_terms.{term}"]


def test_the_nine_clauses_are_not_the_four_terms() -> None:
    nine = [{"kind": "vendor_contract", "clauses": [1, 2, 3, 4, 5, 6, 7, 8, 9], "board_policy": True}]
    decision = ask("monitor", requester={"kind": "vendor"}, papers=nine)
    assert missing(decision) == ["papers.vendor_contract.social_media_terms"]
    assert missing(ask("monitor", requester={"kind": "vendor"})) == ["papers.vendor_contract"]
