"""Directory information: the policy's fields, to the policy's recipients, of families that were told."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import DirectoryField
from tests.law.worlds import ask, because, duties, missing

FIELDS = [field.value for field in DirectoryField]
PROFIT = ["for_profit", "vendor", "contractor", "private_professional", "attorney"]
ALL = {"district__directory_recipients": [*PROFIT, "media", "employer", "public", "yearbook"]}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_goes_out_where_the_policy_names_it_and_not_otherwise(field: str) -> None:
    named = {"record__fields": [field], "district__directory_fields": [field]}
    assert ask("directory", **named).outcome is Outcome.MAY
    others = [it for it in FIELDS if it != field]
    assert ask("directory", **{**named, "district__directory_fields": others}).outcome is Outcome.NO


def test_one_field_too_many_closes_the_whole_request() -> None:
    decision = ask("directory", record__fields=["name", "awards", "telephone"])
    assert because(decision) == ["disclosure.directory_information.field_not_in_the_policy"]


@pytest.mark.parametrize("kind", PROFIT)
def test_a_profit_making_company_gets_nothing_even_where_the_policy_names_it(kind: str) -> None:
    decision = ask("directory", requester__kind=kind, **ALL)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.directory_information.profit_making_recipients"]


@pytest.mark.parametrize("kind", ["media", "employer"])
def test_news_media_and_employers_are_the_exceptions(kind: str) -> None:
    assert ask("directory", requester__kind=kind, **ALL).outcome is Outcome.MAY


def test_the_recipients_of_the_policy_are_a_gate_and_the_public_means_everybody() -> None:
    assert ask("directory", requester__kind="researcher").outcome is Outcome.NO
    open_to_all = ask("directory", requester__kind="researcher", district__directory_recipients=["public"])
    assert open_to_all.outcome is Outcome.MAY


@pytest.mark.parametrize("kind", ["photo_or_video", "place_of_birth", "grades", "sex"])
def test_what_is_not_on_the_list_is_not_published_without_consent(kind: str) -> None:
    decision = ask("directory", action="publish", requester__kind="employee", record={"kind": kind})
    assert because(decision) == ["disclosure.directory_information.not_on_the_list"]


@pytest.mark.parametrize(
    ("kind", "field"),
    [("legal_name", "name"), ("address", "address"), ("telephone", "telephone"), ("birth_date", "birth_date")],
)
def test_an_item_of_the_file_that_is_a_directory_field_goes_the_same_way(kind: str, field: str) -> None:
    facts = {"record": {"kind": kind}, "purpose": "directory"}
    assert ask("directory", **facts, district__directory_fields=[field]).outcome is Outcome.MAY
    assert ask("directory", **facts, district__directory_fields=[]).outcome is Outcome.NO


def test_telephone_numbers_stay_in_unless_the_policy_names_them() -> None:
    assert ask("directory", record__fields=["telephone"]).outcome is Outcome.NO


def test_what_the_district_has_not_said_is_asked_and_not_guessed() -> None:
    unsaid = {"district.directory_recipients", "district.directory_fields", "district.directory_notice_given"}
    assert set(missing(ask("directory", district={}))) == unsaid
    assert missing(ask("directory", record={"kind": "directory_information"})) == ["record.fields"]
    assert missing(ask("directory", choices=None)) == ["choices"]


def test_the_yearbook_the_public_and_the_press_are_ways_to_publish() -> None:
    page = {"action": "publish", "requester__kind": "employee", "purpose": "directory"}
    for recipients, outcome in ((["yearbook"], Outcome.MAY), (["public"], Outcome.MAY), (["pta"], Outcome.NO)):
        assert ask("directory", **page, district__directory_recipients=recipients).outcome is outcome
    news = {**page, "purpose": "news"}
    assert ask("directory", **news, district__directory_recipients=["media"]).outcome is Outcome.MAY
    assert ask("directory", **page, district__directory_recipients=["media"]).outcome is Outcome.NO


def test_a_refusal_makes_nobody_nameless_in_the_own_class_and_opens_no_other_door() -> None:
    refused = {"choices": ["directory_refused"], "other__in_own_class": True, "record__fields": ["name"]}
    assert ask("directory", requester__kind="teacher", action="publish", **refused).outcome is Outcome.MAY
    assert ask("directory", requester__kind="media", **refused).outcome is Outcome.NO
    wider = {**refused, "record__fields": ["name", "address"]}
    assert ask("directory", requester__kind="teacher", action="publish", **wider).outcome is Outcome.NO


def test_a_homeless_student_is_in_no_class_list_without_consent_and_nothing_tells_why() -> None:
    listed: dict[str, Any] = {"other__in_own_class": True, "record__fields": ["name"]}
    listed["student"] = {"age": 10, "grade": "5", "enrolled": True, "homeless": True}
    for asker in (
        {"requester__kind": "teacher", "action": "publish", "purpose": "directory"},
        {"requester__kind": "student", "action": "disclose", "purpose": "directory"},
    ):
        left_out = ask("directory", **asker, **listed)
        assert left_out.outcome is Outcome.NO
        assert "homeless" not in left_out.says
        assert ask("directory", **asker, **listed, choices=["directory_consent_homeless"]).granted


def test_police_may_be_named_by_the_policy_but_never_for_immigration() -> None:
    assert ask("directory", requester__kind="police", purpose="law_enforcement").outcome is Outcome.MAY
    for facts in ({"purpose": "immigration_enforcement"}, {"other__assists_immigration_enforcement": True}):
        decision = ask("directory", requester__kind="police", **{"purpose": "law_enforcement", **facts})
        assert decision.outcome is Outcome.NO
        assert "report_to_board" in duties(decision)


def test_a_restrained_person_gets_no_directory_information() -> None:
    facts = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": True}
    assert ask("directory", requester__kind="relative", **facts, **ALL).outcome is Outcome.NO


def test_a_volunteer_has_the_directory_and_nothing_more() -> None:
    named = {"district__directory_recipients": ["volunteer"], "requester__kind": "volunteer"}
    assert ask("directory", **named).outcome is Outcome.MAY
    assert ask("directory", **named, record={"kind": "test_results"}).outcome is Outcome.NO


@pytest.mark.parametrize("page", [{"action": "publish", "requester__kind": "teacher"}, {"requester__kind": "student"}])
def test_a_class_list_leaves_a_homeless_student_out_unless_the_family_consented(page: dict[str, str]) -> None:
    listed: dict[str, Any] = {"purpose": "directory", "other__in_own_class": True, "record__fields": ["name"], **page}
    listed |= {"student": {"age": 10, "grade": "5", "enrolled": True}}
    assert ask("directory", **listed).outcome is Outcome.MAY
    left_out = ask("directory", **listed, student__homeless=True)
    assert left_out.outcome is Outcome.NO
    consented = {"student__homeless": True, "choices": ["directory_consent_homeless"]}
    assert ask("directory", **listed, **consented).outcome is Outcome.MAY
