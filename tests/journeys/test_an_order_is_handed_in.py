"""A court's order is handed in at the counter while the person it binds is signed in elsewhere: their next click is the
sign-in page, the receipt is right, anyone can check it, and two people lift it in the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import stands
from tests.journeys.officers import LAWYER, counsel
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser
FETCH = "async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer()))"
PAPER = b"Superior Court of Alder County. Order after hearing, with a clause on records.\n"


def fills(desk: Page, whom: str = "Rosa Torres (parent)") -> None:
    """The order's terms, as whoever brought it says them."""
    desk.get_by_text("One person may not see the child").click()
    desk.get_by_label("Whom does it bind?").select_option(label=whom)
    desk.get_by_label("Whom does it protect, besides the child?").select_option(label="Nobody besides the child")
    desk.get_by_label("The day the court made it").fill("2026-11-20")
    desk.get_by_role("textbox", name="Until").fill("2029-11-20")
    desk.get_by_label("Which court made it?").fill("Superior Court of Alder County")
    desk.get_by_label("Its case number").fill("FL-2026-0417")
    desk.get_by_label("Who brings it?").select_option(label="Whom it protects")
    desk.get_by_role("group", name="Has the other person been served").get_by_text("Not known").click()
    desk.get_by_role("group", name="safe tonight").get_by_text("Yes").click()
    desk.get_by_role("group", name="How may we reach them").get_by_text("Only here").click()


def test_an_order_binds_at_once_and_its_receipt_can_be_checked(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    paper = tmp_path / "order.txt"
    paper.write_bytes(PAPER)
    family = signed_in("parent")
    expect(family.get_by_text("Ana").first).to_be_visible()

    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="A court’s order was handed in").click()
    photograph(desk, "orders-take")
    clean(desk)
    fills(desk)
    desk.get_by_role("button", name="See what each person could see").click()
    seen = desk.get_by_role("region", name="What this order changes for each person")
    expect(seen.get_by_role("row").filter(has_text="Rosa Torres")).to_contain_text("Nothing, and no word of why")
    photograph(desk, "orders-preview")
    clean(desk)
    family.reload()
    expect(family.get_by_text("Ana").first).to_be_visible()

    desk.get_by_label("The order", exact=True).set_input_files(paper)
    desk.get_by_label("Pages handed in").fill("4")
    desk.get_by_label("Language of the receipt").select_option("es")
    desk.get_by_role("button", name="File it, and make the receipt").click()
    expect(desk.get_by_role("heading", name="This order is in force")).to_be_visible()
    photograph(desk, "orders-in-force")
    clean(desk)

    family.reload()
    expect(family).to_have_url(re.compile("/sign-in/"))
    anyone = desk.context.browser.new_page() if desk.context.browser else desk
    anyone.goto(f"{site.address}/sign-in/")
    assert family.inner_text("main") == anyone.inner_text("main"), "as anybody's ended session"

    link = desk.get_by_role("link", name="Open to print").get_attribute("href")
    pdf = bytes(desk.evaluate(FETCH, link))
    said = text_of(pdf)
    assert "Recibo de una orden judicial" in said and "Torres" not in said
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert code

    anyone.goto(f"{site.address}/check/")
    photograph(anyone, "papers-check")
    clean(anyone)
    anyone.get_by_label("Code").fill(code.group().lower())
    (tmp_path / "receipt.pdf").write_bytes(pdf)
    anyone.get_by_label("The file, if you have it").set_input_files(tmp_path / "receipt.pdf")
    anyone.get_by_role("button", name="Check it").click()
    expect(anyone.get_by_text("nothing in it was changed")).to_be_visible()
    photograph(anyone, "papers-checked")
    clean(anyone)


def test_a_receipt_is_found_again_by_its_code(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/orders/")
    desk.get_by_label("Code").fill("AAAA-BBBB-CCCC")
    desk.get_by_role("button", name="Open the receipt").click()
    expect(desk.get_by_text("No receipt that you may open has this code")).to_be_visible()
    photograph(desk, "orders-code")
    clean(desk)


def test_an_order_is_looked_after_and_lifted_by_two_people(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    paper = tmp_path / "ended.txt"
    paper.write_bytes(b"Superior Court of Alder County. The order is terminated.\n")
    principal = signed_in("principal")  # custodian of records of Ana's school
    principal.get_by_role("link", name="Programmes").first.click()
    photograph(principal, "programmes")
    clean(principal)
    principal.get_by_role("link", name=re.compile("^Court orders")).click()
    photograph(principal, "orders-list")
    clean(principal)
    principal.get_by_role("link", name="the order about Ana").click()
    expect(principal.get_by_text("Victor Torres")).to_be_visible()

    _somebody_of_that_name_works_here()
    principal.reload()
    same = principal.get_by_role("region", name="Is it the same person?")
    expect(same).to_contain_text("an employee")
    photograph(principal, "orders-same-person")
    clean(principal)
    same.get_by_role("button", name="No, somebody else").click()
    expect(same).to_contain_text("You have said that it is somebody else")
    photograph(principal, "orders-same-person-first-no")
    clean(principal)
    custodian = signed_in("custodian")
    custodian.goto(principal.url)
    same = custodian.get_by_role("region", name="Is it the same person?")
    same.get_by_role("button", name="No, somebody else").click()
    expect(same.get_by_text("Somebody else", exact=True)).to_be_visible()

    principal.reload()
    principal.get_by_text("I have looked at it, and asked").click()
    principal.get_by_text("The court is asked to renew it").click()
    principal.get_by_role("button", name="Note it").click()
    principal.get_by_role("button", name="Counsel has read it").click()
    expect(principal.get_by_role("button", name="Counsel has read it")).to_have_count(0)
    principal.get_by_text("It no longer holds").click()
    principal.get_by_text("A court’s paper that ends it").click()
    principal.get_by_text("A judge has signed it").click()
    principal.get_by_text("It says that this very order has ended").click()
    principal.get_by_label("The paper").set_input_files(paper)
    principal.get_by_role("button", name="Propose that it is lifted").click()
    expect(principal.get_by_text("It is obeyed until another person")).to_be_visible()
    expect(principal.get_by_role("button", name="Confirm: it no longer holds")).to_have_count(0)
    photograph(principal, "orders-lift-proposed")
    clean(principal)

    custodian.goto(site.address)
    expect(custodian.get_by_role("heading", name="waits to be lifted by a second person")).to_be_visible()
    stands(custodian, site, 16, "Attention", "1 court order is on file and obeyed")
    custodian.goto(principal.url)
    custodian.get_by_role("button", name="Confirm: it no longer holds").click()
    expect(custodian.get_by_text("Open the paper first")).to_be_visible()
    custodian.get_by_role("link", name="Open the paper").click()
    custodian.goto(principal.url)
    custodian.get_by_text("I have read the paper, and whom").click()
    photograph(custodian, "orders-lift-confirm")
    clean(custodian)
    custodian.get_by_role("button", name="Confirm: it no longer holds").click()
    expect(custodian.get_by_role("heading", name="This order was lifted")).to_be_visible()
    photograph(custodian, "orders-lifted")
    clean(custodian)
    stands(custodian, site, 16, "Attention", "0 court orders are on file and obeyed")


def test_counsel_says_what_counsel_has_read(signed_in: Callable[[str], Page], site: Site, tmp_path: Path) -> None:
    paper = tmp_path / "order.txt"
    paper.write_bytes(PAPER)
    counsel()
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/orders/")
    fills(desk)
    desk.get_by_label("How was it made?").select_option(label="Temporary, until a hearing, or in an emergency")
    desk.get_by_role("textbox", name="Until").fill("")
    desk.get_by_label("The day of the hearing").fill((timezone.localdate() + timedelta(days=50)).isoformat())
    desk.get_by_label("The order", exact=True).set_input_files(paper)
    desk.get_by_label("Pages handed in").fill("4")
    desk.get_by_role("button", name="File it, and make the receipt").click()
    expect(desk.get_by_role("heading", name="This order is in force")).to_be_visible()
    photograph(desk, "orders-temporary")

    order = desk.url.removeprefix(site.address)
    lawyer = signed_in(LAWYER)
    expect(lawyer.get_by_role("link", name="Say what you found").first).to_be_visible()
    lawyer.goto(f"{site.address}{order}for-counsel/")
    expect(lawyer.get_by_role("heading", name="A court’s order waits for you")).to_be_visible()
    expect(lawyer.get_by_text("Torres")).to_have_count(0)
    photograph(lawyer, "orders-for-counsel")
    clean(lawyer)
    address = lawyer.url
    lawyer.get_by_role("button", name="I have read it").click()
    expect(lawyer).not_to_have_url(address)
    lawyer.goto(address)
    expect(lawyer.get_by_text("Nothing is open")).to_be_visible()

    principal = signed_in("principal")
    principal.goto(desk.url)
    expect(principal.get_by_role("button", name="Counsel has read it")).to_have_count(0)
    photograph(principal, "orders-temporary-kept")
    clean(principal)


def _somebody_of_that_name_works_here() -> None:
    """A second row of the name that the order has; the look at orders finds it within the hour."""
    from fileroom.collection.orders.nightly import look_round
    from tests import factories as make

    make.employee("Victor", "Torres")
    look_round(at=datetime.now(UTC))
