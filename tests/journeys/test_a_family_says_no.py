"""The Board decides, a mother refuses on her telephone in Spanish, and tonight's list leaves her child out; an order
that comes in meanwhile stops the list that was prepared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fileroom.law.days import district_day
from tests.disclosure.listing import now_that_this_year_is_old
from tests.journeys.axe import clean
from tests.journeys.conftest import PASSWORD, Site, photograph
from tests.journeys.evidence import a_night_passes, stands

pytestmark = pytest.mark.browser


@pytest.fixture
def rosa(site: Site) -> str:
    """Devon's mother, who can sign in; and what names the school's other children."""
    from django.contrib.auth.hashers import make_password

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Student
    from tests import factories as make

    with district_transaction():
        devon = Student.objects.get(pk=site.devon)
    person = make.contact("Carmen", "Ruiz")
    make.custody(make.relationship(devon, person))
    make.account("carmen", contact=person, password=make_password(PASSWORD))
    return "carmen"


@pytest.fixture
def telephone(chromium: Browser, site: Site, rosa: str) -> Iterator[Page]:
    """Her telephone, which speaks Spanish."""
    context = chromium.new_context(locale="es-MX", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site.address}/sign-in/")
    page.locator("input[name=login]").fill(rosa)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Iniciar sesión").click()
    yield page
    context.close()


def decides(office: Page, site: Site) -> None:
    """The Board's decision and the year's notice are entered."""
    today = district_day(now_that_this_year_is_old(days=40))
    office.goto(f"{site.address}/directory/policy/")
    office.get_by_label("The day of the meeting").fill((today - timedelta(days=40)).isoformat())
    office.get_by_label("Which meeting").fill("Regular meeting of the Board")
    for what in ("Name", "Date of birth", "Address", "Dates of attendance"):
        office.get_by_role("group", name="What may be released").get_by_text(what, exact=True).click()
    office.get_by_text("Parents’ clubs (PTA)").click()
    office.get_by_text("A directory or class list").click()
    photograph(office, "directory-policy-form")
    clean(office)
    office.get_by_role("button", name="Enter this decision").click()
    stands(office, site, 14, "Attention", "families have not had this school year’s notice of it")
    office.goto(f"{site.address}/directory/policy/")
    office.get_by_label("The families had the notice on").fill((today - timedelta(days=35)).isoformat())
    office.get_by_label("They were asked to refuse by").fill((today - timedelta(days=2)).isoformat())
    office.get_by_role("button", name="Enter the notice").click()
    photograph(office, "directory-policy")
    clean(office)


def asks(office: Page, site: Site) -> None:
    """A list for the parents' club."""
    office.goto(f"{site.address}/directory/lists/new/")
    office.get_by_label("Who gets it?").select_option("pta")
    office.get_by_label("Their name").fill("Alder Creek PTA")
    office.get_by_text("I have checked who they are").click()
    office.get_by_label("What is it for?").select_option("directory")
    if office.locator("select[name=school] option").count() > 1:
        office.get_by_label("Of which school?").select_option(label="Alder Creek Elementary")


def taken(office: Page, form: str) -> bytes:
    """The file that the button gives."""
    with office.expect_download() as waiting:
        office.get_by_role("button", name=form).click()
    return Path(waiting.value.path()).read_bytes()


def test_a_family_refuses_on_a_telephone_and_tonights_list_leaves_the_child_out(
    signed_in: Callable[[str], Page], site: Site, telephone: Page
) -> None:
    office = signed_in("custodian")
    decides(office, site)
    office.goto(f"{site.address}/directory/")
    photograph(office, "directory")
    clean(office)

    principal = signed_in("principal")
    asks(principal, site)
    photograph(principal, "directory-new-list")
    clean(principal)
    principal.get_by_role("button", name="Prepare it").click()
    photograph(principal, "directory-list-ready")
    clean(principal)
    before = taken(principal, "Take it as a spreadsheet").decode("utf-8-sig")
    assert '"Ruiz","Devon"' in before and "Ana" not in before, "an order names Ana"

    telephone.get_by_role("link", name=re.compile("Qué se puede decir")).click()
    photograph(telephone, "family-choices-es")
    clean(telephone)
    telephone.get_by_role("button", name=re.compile("Rechazar.*Información de directorio")).click()
    expect(telephone.get_by_text("Quedó anotado y cuenta desde ahora.")).to_be_visible()
    photograph(telephone, "family-choices-refused-es")
    clean(telephone)

    asks(principal, site)
    principal.get_by_role("button", name="Prepare it").click()
    after = taken(principal, "Take it as a PDF")
    from tests.letters.test_letters import text_of

    said = text_of(after)
    assert "Devon" not in said and "Zhao" in said and "For Alder Creek PTA" in said
    principal.reload()
    expect(principal.get_by_text("Handed over").first).to_be_visible()
    photograph(principal, "directory-list-over")
    clean(principal)

    a_night_passes("disclosure.StudentList", "closed_at")
    stands(office, site, 14, "Running", "2 lists of students handed over this school year")
    clean(office)
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert code
    principal.goto(f"{site.address}/check/")
    principal.get_by_label("Code").fill(code.group())
    principal.get_by_role("button", name="Check it").click()
    expect(principal.get_by_text("A list of this district")).to_be_visible()
    assert "PTA" not in principal.inner_text("main")
    photograph(principal, "directory-check")
    clean(principal)

    principal.goto(f"{site.address}/students/{site.devon}/choices/")
    photograph(principal, "student-choices")
    clean(principal)
    telephone.goto(f"{site.address}/directory-information/")
    photograph(telephone, "directory-information-es")
    clean(telephone)


def test_an_order_that_comes_in_meanwhile_stops_the_list_that_was_prepared(
    signed_in: Callable[[str], Page], site: Site, rosa: str
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Student
    from tests import factories as make

    office = signed_in("custodian")
    decides(office, site)
    principal = signed_in("principal")
    asks(principal, site)
    principal.get_by_role("button", name="Prepare it").click()
    with district_transaction():
        devon = Student.objects.get(pk=site.devon)
    make.order(devon, make.contact("Al", "Ruiz"))
    principal.get_by_role("button", name="Take it as a spreadsheet").click()
    expect(principal.get_by_role("heading", name="Not handed over")).to_be_visible()
    photograph(principal, "directory-list-stopped")
    clean(principal)


def test_a_refusal_at_the_counter_takes_two_clicks(signed_in: Callable[[str], Page], site: Site, rosa: str) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.devon}/choices/")
    desk.get_by_role("group", name="Who stands here?").get_by_text("Carmen Ruiz").click()
    desk.get_by_role("button", name=re.compile("They refuse.*Directory information")).click()
    expect(desk.get_by_text("Noted. It counts from now on")).to_be_visible()
    expect(desk.get_by_text("by Carmen Ruiz").first).to_be_visible()
    photograph(desk, "student-choices-refused")
    clean(desk)
    desk.get_by_text("Show it, where nobody reads along").click()
    desk.get_by_role("button", name=re.compile("It is so.*Without a fixed home")).click()
    desk.get_by_text("Show it, where nobody reads along").click()
    expect(desk.get_by_role("button", name=re.compile("It is over.*Without a fixed home"))).to_be_visible()
    photograph(desk, "student-choices-minded")
    clean(desk)


def test_a_second_person_counts_a_list_of_another_system_and_sees_to_what_was_set_aside(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    from datetime import UTC, datetime

    from fileroom.collection.choices.imports import import_choices
    from fileroom.ledger.services import Actor

    file = tmp_path / "choices.csv"
    file.write_text(
        f"student_id,choice,chosen_on\n{site.devon},directory,2026-09-01\n{site.priya},military,2026-09-02\n"
        "nobody,directory,2026-09-03\n"
    )
    import_choices(file, by=Actor(account=None, role="system", door="cli"), at=datetime.now(UTC))
    office = signed_in("custodian")
    office.goto(f"{site.address}/directory/")
    photograph(office, "directory-choices-are-counted")
    office.get_by_role("link", name="Count and agree").click()
    photograph(office, "directory-choices-wait")
    clean(office)
    office.get_by_label("How many rows").fill("2")
    office.get_by_role("button", name="I have counted them").click()
    expect(office.get_by_text("Another number came in").first).to_be_visible()
    photograph(office, "directory-choices-miscounted")
    clean(office)
    office.get_by_label("How many rows").fill("3")
    office.get_by_text("Row 4: no student here has this id").click()
    office.get_by_role("button", name="I have counted them").click()
    expect(
        office.get_by_text("Agreed. 3 rows came: 2 count, 1 was set aside, and you have seen to it.")
    ).to_be_visible()
    photograph(office, "directory-choices-agreed")
    clean(office)
    office.goto(f"{site.address}/students/{site.devon}/choices/")
    expect(office.get_by_role("region", name="Directory information").get_by_text("Refused")).to_be_visible()
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.devon}/choices/")
    expect(desk.get_by_text("Everybody who holds the rights has signed that it is withdrawn")).to_be_visible()
    photograph(desk, "student-choices-imported")
    clean(desk)
