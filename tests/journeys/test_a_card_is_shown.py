"""A mother shows her card at the counter: every record has its address from then on; the father reads it as any. And a
list of orders that somebody brought is counted by another."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import district_day
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import sentence

pytestmark = pytest.mark.browser
STREET = "8128 North Quillfeather Court"


@pytest.fixture
def home(site: Site) -> str:
    """Devon's mother, and a brother at the same school; the file has where they live."""
    from fileroom.collection.services import collect
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Enrolment, Student
    from tests import factories as make

    with district_transaction():
        devon = Student.objects.get(pk=site.devon)
        school = Enrolment.objects.filter(student=devon).select_related("school")[0].school
        office = Account.objects.get(sign_in_name="custodian")
    mother, brother = make.contact("Carmen", "Ruiz"), make.student("Leo", "Ruiz")
    make.enrolment(brother, school)
    for child in (devon, brother):
        make.custody(make.relationship(child, mother))
    make.relationship(devon, make.contact("Al", "Ruiz"))
    where = {"street": STREET, "city": "Sanger", "postal_code": "93657"}
    for child in (devon, brother):
        collect(child.id, "student_address", where, by=make.signed_in(office), at=datetime.now(UTC))
    return site.devon


def fills(page: Page) -> None:
    """What the card says, as the office types it."""
    today = district_day(datetime.now(UTC))
    page.get_by_role("group", name="Who shows the card?").get_by_text("Carmen Ruiz").click()
    expect(page.get_by_label("Leo Ruiz")).to_be_checked()
    page.get_by_label("Participant number").fill("4471")
    page.get_by_label("Street or box, as on the card").fill("P.O. Box 1679, No. 4471")
    page.get_by_label("City, as on the card").fill("Sacramento")
    page.get_by_label("ZIP code, as on the card").fill("95812")
    page.get_by_label("Until").fill((today + timedelta(days=800)).isoformat())
    page.locator("[name=lives_street]").fill(STREET)
    page.locator("[name=lives_city]").fill("Sanger")
    page.locator("[name=lives_postal_code]").fill("93657")


def test_a_mother_shows_her_card_and_nobody_reads_where_they_live_but_for_two_purposes(
    signed_in: Callable[[str], Page], site: Site, home: str
) -> None:
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/students/{home}/choices/")
    desk.get_by_text("Show it, where nobody reads along").click()
    desk.get_by_role("link", name=re.compile("The family’s card")).click()
    photograph(desk, "address-card-form")
    clean(desk)
    desk.get_by_role("button", name="Enter the card").click()
    expect(desk.get_by_text("Choose who shows it").first).to_be_visible()
    photograph(desk, "address-card-form-wrong")
    clean(desk)
    fills(desk)
    desk.locator("label", has_text="I have seen the card, and kept no copy").click()
    desk.get_by_role("button", name="Enter the card").click()
    expect(desk.get_by_text("Entered. Every record of these children")).to_be_visible()
    expect(desk.get_by_text("Quillfeather")).to_have_count(0)
    photograph(desk, "address-card")
    clean(desk)

    desk.goto(f"{site.address}/records/{address_of(home)}/")
    expect(desk.get_by_text("P.O. Box 1679, No. 4471")).to_be_visible()
    expect(desk.get_by_text("Quillfeather")).to_have_count(0)
    photograph(desk, "address-on-file")
    clean(desk)

    desk.goto(f"{site.address}/students/{home}/address/")
    desk.get_by_text("An emergency: somebody is in danger now").click()
    desk.get_by_label("Why, in a sentence").fill("The child did not come to school and does not answer")
    desk.get_by_role("button", name="Open it once").click()
    expect(desk.get_by_text(STREET)).to_be_visible()
    photograph(desk, "address-opened-once")
    clean(desk)
    desk.goto(f"{site.address}/students/{home}/address/")
    expect(desk.get_by_text("Quillfeather")).to_have_count(0)
    desk.get_by_text("The family gives it back").click()
    desk.get_by_role("button", name="Propose to end it").click()
    expect(desk.get_by_text("You have proposed to end it.")).to_be_visible()
    expect(desk.get_by_role("button", name="Confirm: the family has given it back")).to_have_count(0)
    photograph(desk, "address-card-end-proposed")
    clean(desk)
    second = signed_in("principal")
    second.goto(f"{site.address}/students/{home}/address/")
    confirm = second.get_by_role("button", name="Confirm: the family has given it back")
    second.get_by_text("No, or nobody was reached: then it stands").click()
    photograph(second, "address-card-end-asked")
    clean(second)
    confirm.click()
    expect(second.get_by_text("Until they have said so, it stands.")).to_be_visible()
    second.get_by_text("Yes, in person, their ID seen").click()
    second.get_by_label("On which day?").fill(district_day(datetime.now(UTC)).isoformat())
    confirm.click()
    expect(second.get_by_role("heading", name="What the card says")).to_be_visible()
    second.goto(f"{site.address}/records/{address_of(home)}/")
    expect(second.get_by_text("P.O. Box 1679, No. 4471")).to_be_visible()
    row = sentence(desk, site, 3)
    expect(row).to_contain_text(re.compile(r"0\s*of what is owed about families’ addresses is overdue"))


def test_a_card_that_was_noted_by_mistake_stands_until_the_family_has_said_that_there_is_none(
    signed_in: Callable[[str], Page], site: Site, home: str
) -> None:
    desk, second = signed_in("custodian"), signed_in("principal")
    page = f"{site.address}/students/{home}/address/"
    noted(home)
    desk.goto(page)
    desk.get_by_role("button", name="The family has no card: it was noted by mistake").click()
    second.goto(page)
    second.get_by_text("No, or nobody was reached: then it stands").click()
    photograph(second, "address-noted-end-asked")
    clean(second)
    confirm = second.get_by_role("button", name="Confirm: the family has no card")
    confirm.click()
    expect(second.get_by_text("Until they have said so, it stands.")).to_be_visible()
    photograph(second, "address-noted-end-not-done")
    clean(second)
    second.get_by_text("Yes, by telephone: we called a number of the file").click()
    second.get_by_label("On which day?").fill(district_day(datetime.now(UTC)).isoformat())
    confirm.click()
    second.goto(page)
    expect(second.get_by_text("A card is awaited")).to_have_count(0)


def noted(student: str) -> None:
    """It is noted that the family has a card."""
    from fileroom.hosting import district_transaction
    from fileroom.people.circumstances import note
    from fileroom.people.models import Account
    from tests import factories as make

    with district_transaction():
        office = Account.objects.get(sign_in_name="custodian")
    note(UUID(student), "safe_at_home", by=make.signed_in(office), at=datetime.now(UTC))


def address_of(student: str) -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.get(student=UUID(student), item="student_address").id


def mother_of(student: str) -> UUID:
    """The first contact of this student."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Relationship

    with district_transaction():
        found: UUID = Relationship.objects.filter(student=UUID(student)).values_list("contact", flat=True)[0]
        return found


def test_a_list_of_orders_is_in_doubt_until_another_person_has_counted_it(
    signed_in: Callable[[str], Page], site: Site, home: str, tmp_path: Path
) -> None:
    from fileroom.collection.orders.imports import import_orders
    from fileroom.ledger.services import Actor

    file = tmp_path / "orders.csv"
    file.write_text(
        "student_id,restrained,terms,court,case_number,paper,protects\n"
        f"{site.devon},Al Ruiz,records,Superior Court of Fresno,24FL-118,yes,{mother_of(site.devon)}\n"
        f"{site.priya},Sam Patel,stay_away,Superior Court of Fresno,24FL-204,no,\n"
    )
    import_orders(file, by=Actor(account=uuid4(), role="employee", door="cli"), at=datetime.now(UTC))
    office = signed_in("custodian")
    office.goto(f"{site.address}/orders/")
    photograph(office, "orders-said-by-a-list")
    clean(office)
    office.get_by_role("link", name="Count and agree").click()
    expect(office.get_by_text("Some have no paper here")).to_be_visible()
    expect(office.get_by_text("Of 1 the list says whom the order protects")).to_be_visible()
    photograph(office, "orders-of-a-list")
    clean(office)
    office.get_by_label("How many rows").fill("2")
    office.get_by_role("button", name="I have counted them, and agree").click()
    expect(office.get_by_text("Agreed.")).to_be_visible()
    photograph(office, "orders-of-a-list-agreed")
    clean(office)
    office.goto(f"{site.address}/orders/")
    office.get_by_role("link", name=re.compile("the order about Priya")).click()
    expect(office.get_by_role("heading", name="A list says that there is this order")).to_be_visible()
    expect(office.get_by_role("heading", name="Whom does it protect?")).to_be_visible()
    photograph(office, "order-said-by-a-list")
    clean(office)
