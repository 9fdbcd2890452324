"""A teacher without a current course meets the gate, opens anyway with a reason, and the custodian reads it the next
school day; another opens a plan of a student she teaches, and meets no gate."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import district_day
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes as night
from tests.journeys.evidence import sentence, stands

pytestmark = pytest.mark.browser
WHY = "Two of them are to be kept apart this morning, and I have to know why."


def filed(site: Site, item: str, words: bytes) -> str:
    """A paper of Ana's file, filed by the office."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.hosting import district_transaction
    from fileroom.law.catalogue import Others
    from fileroom.law.facts import Purpose
    from fileroom.people.models import Account
    from fileroom.people.signed_in import SignedIn

    with district_transaction():
        by = SignedIn(Account.objects.get(sign_in_name="registrar"), "web", stated=Purpose.EDUCATIONAL_INTEREST)
    paper = Document("paper.txt", words)
    done = collect(UUID(site.ana), item, paper, by=by, at=datetime.now(UTC), others=Others.NOBODY)
    assert isinstance(done, Collected), done.decision.says
    return str(done.record)


def a_night_passes() -> None:
    """What was opened, and what is owed for it, is a day older."""
    from django.db.models import F

    from fileroom.disclosure.models import OpenedAnyway
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    day = timedelta(days=1)
    with district_transaction():
        OpenedAnyway.objects.update(opened_at=F("opened_at") - day, on=F("on") - day)
        Duty.objects.filter(room="opened_anyway").update(due_on=district_day(datetime.now(UTC)))


def the_gate_stands() -> None:
    """Since today, without any grace."""
    from uuid import uuid4

    from fileroom.hosting import district_transaction
    from fileroom.people.models import TrainingGate

    now = datetime.now(UTC)
    with district_transaction():
        TrainingGate.objects.create(
            from_on=district_day(now), grace_days=0, set_at=now, set_by=uuid4(), entry=uuid4()
        )  # fmt: skip


def test_the_designee_sets_the_day(signed_in: Callable[[str], Page], site: Site) -> None:
    custodian = signed_in("custodian")
    custodian.goto(f"{site.address}/training/")
    custodian.get_by_role("link", name="Before sensitive records").click()
    expect(custodian.get_by_text("Not set")).to_be_visible()
    photograph(custodian, "training-gate-unset")
    clean(custodian)
    tomorrow = district_day(datetime.now(UTC)) + timedelta(days=1)
    custodian.get_by_label("From").fill(str(tomorrow))
    custodian.get_by_label("Days of grace for each").fill("0")
    custodian.get_by_role("button", name="Set it").click()
    expect(custodian.get_by_text("With 0 days of grace for each")).to_be_visible()
    photograph(custodian, "training-gate")
    clean(custodian)
    custodian.get_by_role("button", name="Ask for no training").click()
    expect(custodian.get_by_text("took the day away")).to_be_visible()


def test_a_sensitive_record_waits_for_a_training_or_a_reason_that_the_custodian_reads(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    notice = filed(site, "disciplinary_notice", b"Was asked to stay in at noon.\n")
    the_gate_stands()
    teacher = signed_in("teacher")
    teacher.goto(f"{site.address}/records/{notice}/")
    expect(teacher.get_by_role("heading", name="Disciplinary notice: a training first")).to_be_visible()
    expect(teacher.get_by_role("heading", name="Yours to see")).to_be_visible()
    expect(teacher.get_by_role("link", name="Take the course")).to_be_visible()
    photograph(teacher, "untrained")
    clean(teacher)
    teacher.get_by_label("Why it cannot wait").fill("Number 536-22-1234 asks for it.")
    teacher.get_by_role("button", name="Open anyway").click()
    expect(teacher.get_by_text("what the law keeps out of every text")).to_be_visible()
    expect(teacher.get_by_label("Why it cannot wait")).to_have_value("")
    photograph(teacher, "untrained-no-reason")
    teacher.get_by_label("Why it cannot wait").fill(WHY)
    teacher.get_by_role("button", name="Open anyway").click()
    expect(teacher.get_by_role("heading", name="Disciplinary notice", exact=True).first).to_be_visible()

    a_night_passes()
    teacher.reload()
    expect(teacher.get_by_role("heading", name="Disciplinary notice: a training first")).to_be_visible()
    principal = signed_in("principal")
    expect(principal.get_by_role("heading", name="A record was opened before a training")).to_be_visible()
    photograph(principal, "today-opened-anyway")
    night("duties.Duty", "due_on")
    unread = "One or more reasons were not read by the next business day"
    stands(principal, site, 8, "Attention", unread)
    principal.goto(site.address)
    principal.get_by_role("link", name=re.compile("Look at it")).click()
    expect(principal.get_by_text(WHY)).to_be_visible()
    photograph(principal, "opened-anyway")
    clean(principal)
    principal.get_by_text("It is in order").click()
    principal.get_by_role("button", name="Note that I looked").click()
    expect(principal.get_by_role("heading", name="Looked at")).to_be_visible()
    photograph(principal, "opened-anyway-looked-at")
    principal.goto(site.address)
    expect(principal.get_by_text("A record was opened before a training")).to_have_count(0)
    expect(sentence(principal, site, 8)).to_contain_text("1 record opened this school year before a training")
    expect(sentence(principal, site, 8)).not_to_contain_text(unread)

    parent = signed_in("parent")
    parent.goto(f"{site.address}/family/{site.ana}/looked/")
    expect(parent.get_by_text("the custodian of records looks at it: Disciplinary notice")).to_be_visible()
    photograph(parent, "family-opened-anyway")
    clean(parent)


def test_a_plan_is_open_to_whoever_teaches_the_student_and_waits_for_an_office_over_school_or_district(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    plan = filed(site, "special_education", b"Sits in front. Has more time.\n")
    the_gate_stands()
    teacher = signed_in("teacher")
    teacher.goto(f"{site.address}/records/{plan}/")
    expect(teacher.get_by_role("heading", name="Special-education participation").first).to_be_visible()
    expect(teacher.get_by_text(re.compile("a training first"))).to_have_count(0)
    for office in (signed_in("custodian"), signed_in("principal")):
        office.goto(f"{site.address}/records/{plan}/")
        expect(office.get_by_role("heading", name=re.compile("a training first"))).to_be_visible()


def test_all_that_is_owed_goes_on_behind_todays_list(signed_in: Callable[[str], Page], site: Site) -> None:
    from uuid import uuid4

    from fileroom.duties.services import Owed, owe
    from fileroom.hosting import district_transaction
    from fileroom.law import default_calendar

    on, now = district_day(datetime.now(UTC)), datetime.now(UTC)
    letter = "programmes.operators_requests.issue_letter"
    with district_transaction():
        these = [
            Owed(letter, "deletions", uuid4(), now, office="superintendent", due_on=on - timedelta(days=number < 3))
            for number in range(70)
        ]
        owe(these, calendar=default_calendar(), caused_by=uuid4())
    desk = signed_in("custodian")
    desk.goto(site.address)
    desk.get_by_role("link", name=re.compile("All that is owed: .* more")).click()
    expect(desk.get_by_role("heading", name="All that is owed")).to_be_visible()
    photograph(desk, "owed")
    clean(desk)
    desk.get_by_role("link", name="After").click()
    expect(desk.get_by_text(re.compile("51 to 7"))).to_be_visible()
    # Three of these, and counsel's reading of an order, which stands here while counsel has no account.
    desk.get_by_role("link", name="Overdue: 4").click()
    expect(desk.locator(".rows .row")).to_have_count(4)
    photograph(desk, "owed-overdue")
    clean(desk)
