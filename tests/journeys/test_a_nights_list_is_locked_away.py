"""A night seals a school's essential list, and somebody prints and locks it away; completions come by a list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import sentence, stands

pytestmark = pytest.mark.browser


def test_last_nights_list_is_opened_printed_and_locked_away(signed_in: Callable[[str], Page], site: Site) -> None:
    from fileroom.programmes.incidents.nightly import look_round

    look_round(days=7, at=datetime.now(UTC) - timedelta(days=8))
    desk = signed_in("principal")
    desk.goto(f"{site.address}/incidents/essential-list/")
    expect(desk.get_by_text("No list of last night").or_(desk.get_by_text(", none since"))).to_be_visible()
    photograph(desk, "essential-list-missing")
    stands(desk, site, 18, "Attention", "no list of last night")
    look_round(days=7, at=datetime.now(UTC))
    desk.goto(site.address)
    expect(desk.get_by_role("heading", name="The essential list is to be printed and locked away")).to_be_visible()
    photograph(desk, "essential-list-today")
    desk.goto(f"{site.address}/incidents/essential-list/")
    photograph(desk, "essential-list")
    clean(desk)
    form = desk.locator("form", has=desk.get_by_role("button", name="Open to print")).nth(1)
    with desk.context.expect_page():
        form.get_by_role("button", name="Open to print").click()
    desk.reload()
    photograph(desk, "essential-list-opened")
    clean(desk)
    desk.get_by_role("button", name="It is printed and locked away").click()
    expect(desk.get_by_text("Last locked away on")).to_be_visible()
    photograph(desk, "essential-list-locked")
    row = sentence(desk, site, 18)
    expect(row).to_contain_text("schools have their essential list of last night")
    expect(row).not_to_contain_text("no list of last night")
    desk.goto(f"{site.address}/policy/evidence/incidents.essentials/")
    expect(desk.get_by_text("The last was locked away in print on")).to_be_visible()


def test_completions_of_another_system_are_tried_and_then_entered(signed_in: Callable[[str], Page], site: Site) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee

    with district_transaction():
        teacher = Employee.objects.get(account__sign_in_name="teacher")
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/training/")
    desk.get_by_role("link", name="Bring another system’s list").click()
    photograph(desk, "training-list")
    clean(desk)
    rows = ["employee_id,course,completed_on", f"{teacher.id},cybersecurity,2026-09-01", "E-99,knitting,2026-09-01"]
    desk.get_by_label("Paste the list").fill("\n".join(rows))
    desk.get_by_role("button", name="See what it would do").click()
    expect(desk.get_by_text("Dry run: nothing was written")).to_be_visible()
    photograph(desk, "training-list-tried")
    clean(desk)
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_text("What was done")).to_be_visible()
    photograph(desk, "training-list-done")
    desk.goto(f"{site.address}/lists/new/?list=overdue")
    photograph(desk, "list-of-employees")
    clean(desk)


def test_a_parent_of_another_list_stands_on_the_incident(signed_in: Callable[[str], Page], site: Site) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.incidents.known import System
    from fileroom.programmes.incidents.reaching import import_list
    from fileroom.programmes.incidents.services import Answer, Report, report

    with district_transaction():
        parent = Account.objects.select_related("contact").get(sign_in_name="parent")
        parent.sign_in_name = "parent@home.example"
        parent.save(update_fields=["sign_in_name"])
        by = SignedIn(Account.objects.get(sign_in_name="custodian"), "web")
    now = datetime.now(UTC)
    said = Report("A company lost a list.", now - timedelta(hours=2), (System.VENDOR,), Answer.NO, exercise=False)
    of = report(uuid4(), said, by=by, at=now)
    assert parent.contact is not None
    named = f"{parent.contact.given} {parent.contact.family},{parent.sign_in_name}"
    body = f"name,email\n{named}\nSomebody Else,{parent.sign_in_name}\n"
    import_list(uuid4(), of, System.VENDOR, body.encode(), by=by, at=now)
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/incidents/{of}/")
    expect(desk.get_by_text("Parents", exact=True)).to_be_visible()
    photograph(desk, "incident-parents")
    desk.goto(f"{site.address}/incidents/{of}/people/")
    photograph(desk, "incident-parents-people")
    clean(desk)
