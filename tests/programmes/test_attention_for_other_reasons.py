"""An evidence wants attention for more reasons than the one that its flip shows: nothing was done yet, what was done is
old, or another row is wrong. Each says which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from fileroom.duties.states import Evidence, State
from fileroom.law.policy import POLICY
from tests import factories as make
from tests.conftest import AT
from tests.programmes.flips import FLIPS
from tests.programmes.test_every_evidence_flips import ASKED
from tests.programmes.test_every_evidence_flips import counted as now

NOTHING_DONE = {
    "disclosure.ledger_checked": "It was never checked from end to end",
    "enforcement.board_report": "No report was released in this half-year or the last",
    "enforcement.guide": "Nobody has noted yet where it is found",
    "enforcement.own_steps": "Counsel has approved none yet",
    "notices.adopted": "None is adopted for this school year",
    "policy.adopted": "The text that the Board adopted is not entered",
    "regulation.adopted": "None is adopted",
    "safekeeping.restored": "No backup was ever restored",
}
GROWN_OLD = {
    "disclosure.ledger_checked": (35, "more than a month old"),
    "notices.adopted": (365, "None is adopted for this school year"),
    "safekeeping.restored": (100, "more than a quarter of a year old"),
}


def after(name: str, days: int) -> Evidence:
    """The evidence as it stands so many days later."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.evidences import EVIDENCES

    with district_transaction():
        return EVIDENCES[name](replace(ASKED, at=AT + timedelta(days=days)))


@pytest.fixture
def no_drill(town: make.Town) -> None:
    """A drill stands in the register of districts, and outlives the rows of one."""
    from django.db import connections

    from fileroom.hosting.transactions import REGISTER

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{REGISTER}.drill"])
        if cursor.fetchone() != (None,):
            cursor.execute(f"DELETE FROM {REGISTER}.drill")


@pytest.mark.parametrize("name", NOTHING_DONE)
def test_where_nothing_was_done_yet_it_says_so(name: str, town: make.Town, no_drill: None) -> None:
    found = now(name)
    assert found.state is State.ATTENTION and found.whose
    assert found.why.startswith(NOTHING_DONE[name])


def test_in_a_district_without_a_school_nobody_takes_in_orders_until_one_is_entered(district: str) -> None:
    from fileroom.people.models import OrderReceiver

    found = now("people.order_receivers")
    assert (found.state, found.why) == (State.ATTENTION, "No school is entered") and found.whose
    row = OrderReceiver(
        school=make.school("Birch"), employee=make.employee("Lee", "Lund"), backup=make.employee("Ray", "Roe"),
        named_by=uuid4(), entry=uuid4(), from_on=make.TODAY,
    )  # fmt: skip
    make.keep(row)
    assert (now("people.order_receivers").state, now("people.order_receivers").why) == (State.RUNNING, "")


def test_what_a_person_does_each_month_or_quarter_is_old_after_a_month_or_a_quarter(installation: object) -> None:
    often = {duty.what: duty.how_often for duty in POLICY.sentences[17].duties}
    assert [often[it] for it in often if "restored" in it] == ["every quarter"]
    assert [often[it] for it in often if "checks the ledger" in it] == ["every month"]
    assert 31 < GROWN_OLD["disclosure.ledger_checked"][0] <= 92 < GROWN_OLD["safekeeping.restored"][0]


@pytest.mark.parametrize("name", GROWN_OLD)
def test_what_was_right_grows_old(name: str, town: make.Town) -> None:
    days, why = GROWN_OLD[name]
    FLIPS[name](town).right()
    assert after(name, 1).state is State.RUNNING
    assert (after(name, days).state, why in after(name, days).why) == (State.ATTENTION, True)


def test_a_tool_approved_for_students_records_under_no_contract(town: make.Town) -> None:
    from fileroom.programmes.models import AiTool

    row = AiTool(
        name="Draftly", does="Drafts", receives=["grades"], trains=False, state="approved",
        until_on=make.TODAY + timedelta(days=30), entered_at=AT, entry=uuid4(), decided_at=AT,
        decided_entry=uuid4(), entered_by=uuid4(), decided_by=uuid4(),
    )  # fmt: skip
    make.keep(row)
    assert now("tools.approved").why == "1 tool approved for students’ records without a contract"
    make.change(row, receives=["deidentified"])
    assert now("tools.approved").state is State.RUNNING


FORMS: dict[str, Callable[[str], dict[str, object]]] = {
    "sieve": lambda was: {"sieve": was[::-1]},
    "law": lambda was: {"law": was[::-1]},
    "screened_on": lambda was: {"screened_on": make.TODAY - timedelta(days=ASKED.form_days + 1)},
}


@pytest.mark.parametrize("changed", FORMS)
def test_a_form_screened_by_another_law_or_sieve_or_long_ago(changed: str, town: make.Town) -> None:
    from fileroom.collection.models import RegisteredForm
    from fileroom.hosting import district_transaction

    FLIPS["collection.forms"](town).right()
    assert now("collection.forms").state is State.RUNNING
    with district_transaction():
        row = RegisteredForm.objects.get()
    make.change(row, **FORMS[changed](str(getattr(row, changed))))
    assert now("collection.forms").state is State.ATTENTION


def test_a_company_that_gathers_was_not_told_that_a_student_is_18(town: make.Town) -> None:
    from fileroom.programmes.models import SocialMediaVendorNotice
    from tests.programmes.social_media.world import vendor_row

    FLIPS["social_media.program"](town).right()
    assert now("social_media.program").state is State.RUNNING
    row = SocialMediaVendorNotice(
        vendor=vendor_row(), student=town.ana, why="adult", due_on=make.TODAY, noticed_at=AT - timedelta(days=2)
    )
    make.keep(row)
    assert now("social_media.program").why == "A company was not told what it is to destroy of a student"
    make.change(row, back_at=AT)
    assert now("social_media.program").state is State.RUNNING
