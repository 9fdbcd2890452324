"""A school has no custodian of records: the district's office is told, designates somebody, and the public reads who it
is. The new custodian counts the drawer and signs for the paper orders; only then do families of the school see a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import PASSWORD, Site, photograph
from tests.journeys.evidence import sentence, stands

pytestmark = pytest.mark.browser
SCHOOL = "Mesa Middle"
AWAY = re.compile("weather.gov")


@pytest.fixture
def _round(site: Site) -> None:
    """What the round notes, and an account for whoever will be designated."""
    from django.contrib.auth.hashers import make_password

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee
    from fileroom.people.vacancies import look_round

    look_round(at=datetime.now(UTC))
    with district_transaction():
        luis = Employee.objects.get(given="Luis", family="Bautista")
    make.account("luis", employee=luis, password=make_password(PASSWORD))


def designates(desk: Page, name: str) -> None:
    """From Today, in three clicks and a choice."""
    row = desk.get_by_role("listitem").filter(has=desk.get_by_role("heading", name=f"Custodian of records · {SCHOOL}"))
    expect(row).to_contain_text("Vacant")
    row.get_by_role("link").click()
    desk.get_by_label("Who", exact=True).select_option(label=name)
    desk.get_by_role("button", name="Designate from today").click()


@pytest.mark.usefixtures("_round")
def test_a_vacant_office_is_given_and_its_custodian_opens_the_school(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("custodian")
    photograph(desk, "custodians-today")
    clean(desk)
    stands(desk, site, 5, "Attention", re.compile(rf"Nobody holds the office at .*{SCHOOL}"))
    desk.goto(site.address)
    designates(desk, "Maribel Ocampo (no certificated position on file)")
    expect(desk.get_by_text("Not designated")).to_be_visible()
    expect(desk.locator("p.law")).to_contain_text("The custodian of records holds a certificated position")
    photograph(desk, "custodians-refused")
    desk.goto(site.address)
    designates(desk, "Luis Bautista")
    expect(desk.get_by_text("since").first).to_be_visible()
    expect(desk.get_by_role("heading", name="Hand the office over")).to_be_visible()
    expect(desk.get_by_text("Hand it over again from tomorrow on")).to_be_visible()
    photograph(desk, "custodians-office")
    clean(desk)
    desk.get_by_role("button", name="It was a mistake: take it back now").click()
    expect(desk.get_by_text("by mistake; taken back the same day")).to_be_visible()
    photograph(desk, "custodians-taken-back")
    clean(desk)
    desk.goto(site.address)
    designates(desk, "Luis Bautista")
    desk.goto(site.address)
    expect(desk.get_by_role("heading", name=f"Custodian of records · {SCHOOL}")).to_have_count(0)

    anyone = desk.context.browser.new_page() if desk.context.browser else desk
    anyone.goto(f"{site.address}/sign-in/")
    anyone.get_by_role("link", name="Who keeps the records").click()
    row = anyone.locator("dl > div").filter(has_text=SCHOOL)
    expect(row).to_contain_text("Luis Bautista")
    photograph(anyone, "custodians-public")
    clean(anyone)
    anyone.get_by_role("button", name="Español").click()
    expect(anyone.get_by_role("heading", name="Quién guarda los expedientes")).to_be_visible()
    photograph(anyone, "custodians-public-es")

    luis = signed_in("luis")
    row = luis.get_by_role("listitem").filter(has_text=f"Paper orders not signed for · {SCHOOL}")
    row.get_by_role("link").click()
    photograph(luis, "custodians-open-site")
    clean(luis)
    refused = ("refused directory", "refused military", "refused college", "Other refusals")
    for field, number in (("Court orders that hold", "1"), *((it, "0") for it in refused), ("Safe at", "0")):
        luis.get_by_label(field).fill(number)
    luis.get_by_text("I have gone through the whole drawer").click()
    luis.get_by_role("button", name="Sign: all of it is entered").click()
    expect(luis.get_by_text("The drawer has more than are entered here")).to_be_visible()
    photograph(luis, "custodians-counts-differ")
    clean(luis)
    luis.get_by_label("Court orders that hold").fill("0")
    luis.get_by_role("button", name="Sign: all of it is entered").click()
    expect(luis.get_by_role("heading", name=f"The paper orders of {SCHOOL} are signed for")).to_be_visible()
    photograph(luis, "custodians-signed")
    clean(luis)
    luis.goto(site.address)
    expect(luis.get_by_text("Paper orders not signed for")).to_have_count(0)
    expect(sentence(desk, site, 5)).not_to_contain_text(SCHOOL)
    expect(sentence(desk, site, 16)).to_contain_text(re.compile(r"\d of \d schools have signed"))


@pytest.mark.usefixtures("_round")
def test_the_designee_says_who_takes_in_orders_and_the_public_reads_the_office(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("custodian")
    desk.get_by_role("link", name="District").first.click()
    desk.get_by_role("link", name="Custodians: designate, hand over").click()
    photograph(desk, "custodians-list")
    clean(desk)
    desk.get_by_role("link", name="Alder Creek Elementary").click()
    desk.get_by_label("Who takes them in").select_option(label="Maribel Ocampo")
    desk.get_by_label("Who, when they are away").select_option(label="Ruth Whitfield")
    desk.get_by_role("button", name="Designate them from today").click()
    expect(desk.get_by_role("definition").filter(has_text="Maribel Ocampo")).to_be_visible()
    photograph(desk, "custodians-receivers")
    clean(desk)
    desk.get_by_role("link", name="The protocol, to print").click()
    expect(desk.get_by_role("heading", name="A part is lacking")).to_be_visible()
    photograph(desk, "custodians-protocol")
    clean(desk)

    anyone = desk.context.browser.new_page() if desk.context.browser else desk
    anyone.goto(f"{site.address}/hand-in-a-court-order/")
    expect(anyone.locator("dl > div").filter(has_text="Alder Creek Elementary")).to_contain_text("The school office")
    assert "Maribel" not in anyone.inner_text("main")
    photograph(anyone, "custodians-hand-in")
    clean(anyone)
    anyone.get_by_role("button", name="Español").click()
    expect(anyone.get_by_role("heading", name="Entregar una orden judicial")).to_be_visible()
    photograph(anyone, "custodians-hand-in-es")
    clean(anyone)
    anyone.route(AWAY, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    anyone.get_by_role("button", name="Salir rápido").click()
    anyone.wait_for_url(AWAY, timeout=5000)
