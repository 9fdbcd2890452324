"""The law book read by anyone, and counsel's desk: a signature changes an answer, and is a line of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]
RULE = "rule-disclosure-educational_rights_holders-as_a_parent"
BOOK = ("", "?q=subpoena", "?q=zzzz", "disclosure/parents/", "figures/", "catalogue/", "theorems/",
        "changes/?from=2019-01-01&to=2026-01-01", "changes/?from=never", "policy/")  # fmt: skip


def signatures() -> list[tuple[str, str]]:
    from fileroom.hosting import district_transaction
    from fileroom.ledger.models import Event

    with district_transaction():
        signed = Event.objects.filter(act="law:signed").order_by("at").values_list("part", "outcome")
        return [(part, outcome.partition(":")[0]) for part, outcome in signed]


def an_educational_rights_holder(of: str) -> None:
    """Devon gets one whom a court has appointed, verified."""
    from fileroom.people.models import Contact, Custody, Relationship

    today = datetime.now(ZoneInfo("America/Los_Angeles")).date()
    row = Contact(given="Edna", family="Reyes", search_name="edna reyes")
    tie = Relationship(
        student_id=UUID(of), contact=row, kind="educational_rights_holder", standing="verified",
        verified_how="birth_record", verified_on=today, verified_by=UUID(int=1),
    )  # fmt: skip
    make.keep(row, tie, Custody(relationship=tie, education_rights=True))


def test_counsel_asks_to_be_asked_first_and_the_answer_at_the_counter_waits_and_comes_back(
    signed_in: SignIn, site: Site
) -> None:
    an_educational_rights_holder(site.devon)
    people = f"{site.address}/students/{site.devon}/people/"
    desk = signed_in("custodian")
    desk.goto(people)
    edna = desk.locator("li.contact").filter(has_text="Edna Reyes")
    expect(edna).to_contain_text("May see the file, once the ID is checked.")

    desk.goto(f"{site.address}/counsel/")
    row = desk.locator(f"#{RULE}")
    expect(row.locator("> .chip")).to_have_text("Unsigned")
    row.locator("summary").click()
    row.get_by_text("Counsel first: ask me").click()
    row.get_by_role("button", name="Sign", exact=True).click()
    expect(desk.locator(f"#{RULE} > .chip")).to_have_text("Counsel first")
    expect(desk.locator(f"#{RULE} .signatures")).to_contain_text("Helen Park")
    photograph(desk, "counsel-desk")
    clean(desk)

    desk.goto(people)
    expect(edna).to_contain_text("May not see the file yet. District counsel looks at this before it is answered.")
    desk.goto(f"{site.address}/counsel/")
    row.locator("summary").click()
    row.get_by_text("Confirmed: I have read").click()
    row.get_by_role("button", name="Sign", exact=True).click()
    desk.goto(people)
    expect(edna).to_contain_text("May see the file, once the ID is checked.")
    name = "rule:disclosure.educational_rights_holders.as_a_parent"
    assert signatures() == [(name, "counsel_first"), (name, "confirmed")]


def test_the_law_in_force_is_asked_for_on_the_first_screen_until_somebody_of_the_district_has_signed(
    signed_in: SignIn, site: Site
) -> None:
    office = signed_in("registrar")
    expect(office.locator(".rows")).not_to_contain_text("The law this district follows")
    desk = signed_in("custodian")
    asked = desk.locator("li.row").filter(has_text="The law this district follows")
    expect(asked).to_contain_text("nothing waits")
    asked.get_by_role("link").click()
    section = desk.locator("section").filter(has=desk.get_by_role("heading", name="The law that decides here"))
    expect(section).to_contain_text("a district that has signed for nothing follows the first release")
    photograph(desk, "counsel-desk-of-a-new-district")
    clean(desk)
    section.get_by_role("button", name="Sign for release 1").click()
    expect(section).to_contain_text("Helen Park")
    expect(section.locator(".chip")).to_have_text("Signed for")
    desk.goto(site.address)
    expect(desk.get_by_text("The law this district follows")).to_have_count(0)
    assert signatures() == [("release:1", "confirmed")]


def test_a_reading_is_chosen_and_holds_from_then_on(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/counsel/")
    reading = desk.locator("#reading-interim_reading")
    expect(reading.locator("li.holds")).to_contain_text("nobody has chosen")
    reading.locator("summary").click()
    reading.get_by_text("B: From the school year in which the record originated").click()
    reading.get_by_role("button", name="Sign this reading").click()
    expect(reading.locator("li.holds")).to_contain_text("From the school year in which the record originated")
    assert signatures() == [("reading:interim_reading", "B")]


def test_who_is_not_designated_reads_the_desk_and_signs_nothing(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/counsel/")
    expect(desk.get_by_text("The Superintendent’s designee, or district counsel, signs here.")).to_be_visible()
    expect(desk.locator("form.sign-form")).to_have_count(0)
    clean(desk)
    answer = desk.evaluate(
        """async (address) => {
            const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
            const item = 'disclosure.educational_rights_holders.as_a_parent';
            const body = new URLSearchParams({csrfmiddlewaretoken: token, kind: 'rule', item, effect: 'confirmed',
                from_on: new Date(Date.now() + 86400000).toISOString().slice(0, 10)});
            return (await fetch(address, {method: 'POST', body})).status;
        }""",
        f"{site.address}/counsel/sign/",
    )
    assert answer == 403
    assert signatures() == []


def test_a_family_account_finds_no_counsels_desk(signed_in: SignIn, site: Site) -> None:
    page = signed_in("parent")
    answer = page.goto(f"{site.address}/counsel/")
    assert answer is not None and answer.status == 404


def test_why_leads_to_the_rules_own_place_in_the_book(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("region", name="Who is asking?").get_by_role("button", name="Rosa Torres").click()
    desk.locator("details.why summary").click()
    desk.get_by_role("link", name="disclosure.parents.absolute_access").click()
    rule = desk.locator("#rule-absolute_access")
    expect(rule.get_by_role("heading")).to_have_text("A parent may see any and all records of the child.")
    assert desk.url.endswith("/law/disclosure/parents/#rule-absolute_access")


def test_the_law_book_is_open_to_anyone_and_to_everyone(site: Site, chromium: Browser) -> None:
    page = chromium.new_context(locale="es-US").new_page()
    for address in BOOK:
        answer = page.goto(f"{site.address}/law/{address}")
        assert answer is not None and answer.status == 200, address
        clean(page)
    page.goto(f"{site.address}/law/disclosure/parents/")
    page.locator("#rule-absolute_access summary").first.click()
    expect(page.locator("#rule-absolute_access .told")).to_contain_text("Whoever asks is a parent")
    photograph(page, "law-book-chapter")
    page.goto(f"{site.address}/law/")
    page.get_by_label("Find a rule").fill("subpoena")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#found")).to_contain_text("with “subpoena”")
    answer = page.goto(f"{site.address}/law/disclosure/nothing/")
    assert answer is not None and answer.status == 404
