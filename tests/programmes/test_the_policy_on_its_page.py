"""Who is told what on the policy page, what its nights keep, and what its paper says."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from fileroom.duties.states import Asked, State
from fileroom.letters import Letterhead
from tests import factories as make
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.at_once import at_once
from tests.programmes.flips import FLIPS

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

ASKED = Asked(AT, quarantine_days=10, form_days=365)
HEAD = Letterhead("Alder Creek", "(559) 555-0134", "https://alder-creek.example/check/")
GUARDED = {
    "collection.addresses", "collection.orders", "disclosure.immigration", "duties.owed", "enforcement.requests"
}  # fmt: skip


@pytest.fixture
def superintendent(town: make.Town) -> SignedIn:
    """An administrator of the district's own office."""
    return make.staffed("superintendent", "administrator", None).by


def names_on(by: SignedIn) -> set[str]:
    from fileroom.programmes.policy.page import policy_page

    return {it.name for row in policy_page(by=by, asked=ASKED).rows for it in row.shown if it.evidence}


def test_what_could_point_to_somebody_is_told_to_the_designated_alone(
    town: make.Town, superintendent: SignedIn
) -> None:
    from fileroom.programmes.policy.evidences import EVIDENCES

    assert names_on(superintendent) == set(EVIDENCES)
    for by in (town.teacher.by, town.principal.by, town.registrar.by):
        assert names_on(by) == set(EVIDENCES) - GUARDED


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_an_order_or_an_agent_at_the_door_changes_nothing_for_an_employee_who_is_not_designated(
    name: str, town: make.Town
) -> None:
    from fileroom.programmes.policy.page import policy_page

    flip, before = FLIPS[name](town), policy_page(by=town.teacher.by, asked=ASKED)
    flip.right()
    flip.wrong()
    after = policy_page(by=town.teacher.by, asked=ASKED)
    assert [(it.state, it.on_paper) for it in after.rows] == [(it.state, it.on_paper) for it in before.rows]


def test_the_page_of_one_that_is_guarded_is_not_there_for_others_nor_is_any_for_a_family(
    town: make.Town, superintendent: SignedIn
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.policy.page import evidence_page, policy_page

    assert evidence_page("collection.orders", by=superintendent, asked=ASKED).sentences
    for by, name in (
        (town.teacher.by, "collection.orders"),
        (superintendent, "nothing.of_that_name"),
        (town.mother.by, "people.paper_orders"),
    ):
        with pytest.raises(Missing):
            evidence_page(name, by=by, asked=ASKED)
    with pytest.raises(Missing):
        policy_page(by=town.mother.by, asked=ASKED)


def test_what_is_done_today_is_counted_tomorrow(town: make.Town) -> None:
    from fileroom.disclosure.evidence import answered
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act

    with district_transaction():
        by = town.registrar.by.acting_as("registrar")
        ledger.write(ledger.event(Act.DISCLOSURE_ANSWERED, part="counter", by=by, at=AT))
        assert answered(ASKED).number == 0
        assert answered(Asked(AT + timedelta(days=1), 10, 365)).number == 1
        assert answered(Asked(AT + timedelta(days=365), 10, 365)).number == 0, "another school year"


def test_a_night_is_kept_once_for_a_year_and_of_what_is_guarded_never(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import PolicySnapshot
    from fileroom.programmes.policy.evidences import EVIDENCES
    from fileroom.programmes.policy.history import keep_night, year_of

    make.keep(PolicySnapshot(evidence="policy.adopted", on=make.TODAY - 2 * make.YEAR, number=1, state="duty"))
    assert keep_night(ASKED) == len(EVIDENCES) - len(GUARDED)
    assert keep_night(ASKED) == 0
    (night,) = year_of("people.paper_orders", make.TODAY)
    assert (night.on, night.number, night.of, night.state) == (make.TODAY, 1, 1, State.RUNNING)
    with district_transaction():
        assert not PolicySnapshot.objects.filter(evidence__in=GUARDED).exists()
        assert not PolicySnapshot.objects.exclude(on=make.TODAY).exists()


def test_a_night_that_counted_kinds_of_record_has_no_number_beside_those_that_count_copies(town: make.Town) -> None:
    from django.db import connection

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import PolicySnapshot
    from fileroom.programmes.policy.history import year_of

    marks, custodians = "disclosure.marks", "people.school_custodians"
    for name, days, number, of in ((marks, 9, 4, 7), (marks, 1, 3, None), (custodians, 9, 1, 1)):
        day = make.TODAY - timedelta(days=days)
        make.keep(PolicySnapshot(evidence=name, on=day, number=number, of=of, state="attention"))
    step = import_module("fileroom.programmes.migrations.0038_a_number_of_kinds_of_record_is_none_of_copies")
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute(step.KINDS_OF_RECORD)
    nights = [(it.number, it.of, it.state) for name in (marks, custodians) for it in year_of(name, make.TODAY)]
    assert nights == [(None, None, State.ATTENTION), (3, None, State.ATTENTION), (1, 1, State.ATTENTION)]


def test_the_boards_report_is_made_by_the_designated_and_opened_again_byte_for_byte(
    town: make.Town, superintendent: SignedIn
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.policy.report import issue_report, open_report, reports

    made = issue_report(uuid4(), head=HEAD, by=superintendent, asked=ASKED)
    pdf = open_report(made, by=superintendent, at=AT)
    assert open_report(made, by=superintendent, at=AT) == pdf
    assert [it.id for it in reports(by=superintendent, at=AT)] == [made]
    for by in (town.teacher.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            issue_report(uuid4(), head=HEAD, by=by, asked=ASKED)
        with pytest.raises(Missing):
            open_report(made, by=by, at=AT)
    with pytest.raises(Missing):
        open_report(uuid4(), by=superintendent, at=AT)


def test_one_press_of_the_boards_report_makes_one_paper_also_twice_and_at_the_same_moment(
    town: make.Town, superintendent: SignedIn
) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.policy.report import issue_report, reports

    once = uuid4()
    assert at_once(lambda: issue_report(once, head=HEAD, by=superintendent, asked=ASKED)) == [once, once]
    assert [it.id for it in reports(by=superintendent, at=AT)] == [once]
    other = make.staffed("assistant", "administrator", None).by
    with pytest.raises(FormUsed):
        issue_report(once, head=HEAD, by=other, asked=ASKED)


def test_the_report_has_each_sentence_with_its_state_and_nothing_of_what_is_guarded(
    town: make.Town, superintendent: SignedIn
) -> None:
    from fileroom.law.policy import POLICY
    from fileroom.programmes.policy.report import issue_report, open_report

    for name in GUARDED:
        flip = FLIPS[name](town) if name != "duties.owed" else None
        if flip:
            flip.right()
            flip.wrong()
    made = issue_report(uuid4(), head=HEAD, by=superintendent, asked=ASKED)
    said = text_of(open_report(made, by=superintendent, at=AT))
    plain = "".join(said.split())
    assert [it.number for it in POLICY.sentences if "".join(it.says.split()) not in plain] == []
    assert "court order is on file" not in said and "immigration enforcement this school year" not in said
    assert "Done by hand" in said and "Nobody holds the office at the district" in said


def test_the_report_tells_how_each_sentence_stood_through_the_year_and_no_day_of_what_was_somebodys(
    town: make.Town, superintendent: SignedIn
) -> None:
    from fileroom.programmes.models import PolicySnapshot
    from fileroom.programmes.policy.report import issue_report, open_report

    for weeks, state in ((8, "running"), (7, "attention"), (6, "attention"), (5, "running")):
        on = make.TODAY - timedelta(weeks=weeks)
        for name in ("people.school_custodians", "collection.lists_by_trait"):
            make.keep(PolicySnapshot(evidence=name, on=on, number=1, state=state))
    made = issue_report(uuid4(), head=HEAD, by=superintendent, asked=ASKED)
    said = " ".join(text_of(open_report(made, by=superintendent, at=AT)).split())
    began, turned, back = (f"{make.TODAY - timedelta(weeks=it):%B %-d, %Y}" for it in (8, 7, 5))
    year = f"The last year: Running from {began}; Attention from {turned}; Running from {back}."
    assert said.count(year) == 1, "the custodians of schools"
    months = dict.fromkeys(f"{make.TODAY - timedelta(weeks=it):%B %Y}" for it in (7, 6))
    assert f"attention in {', '.join(months)}." in said, "of lists that were somebody’s the months alone"
    assert said.count("The last year: no night of it is kept yet.") > 10
