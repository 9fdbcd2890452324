"""A course is owed, and Today says so; it is read, failed once, passed; its certificate is checked by anyone; and the
school's number rises. A sheet is entered for whoever has no account."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import district_day
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import stands
from tests.journeys.test_an_order_is_handed_in import FETCH
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser
TITLE = "Sensitive student information, and what never to ask for"
SCHOOL = "Alder Creek Elementary"
RIGHT = (
    "It may not stand there",
    "Give it back uncopied",
    "Leave it where it is held back",
    "without work with that student there is no purpose",
    "Leave it out, and bring the form to the register",
)


def night(days_ago: int = 0) -> None:
    """The first night has passed."""
    from fileroom.programmes.training.assigning import assign
    from fileroom.programmes.training.courses import Rhythm

    assign(rhythm=Rhythm(), at=datetime.now(UTC) - timedelta(days=days_ago))


def share(desk: Page, site: Site) -> str:
    """How many have a current training in the course, of how many at the school."""
    desk.goto(f"{site.address}/training/sites/")
    row = desk.get_by_role("row").filter(has_text=SCHOOL)
    return row.get_by_role("cell").nth(4).inner_text()


def test_a_teacher_takes_a_course(signed_in: Callable[[str], Page], site: Site) -> None:
    night()
    custodian, teacher = signed_in("custodian"), signed_in("teacher")
    assert share(custodian, site) == "0 of 3"

    expect(teacher.get_by_role("heading", name=TITLE)).to_be_visible()
    photograph(teacher, "training-today")
    teacher.get_by_role("link", name=TITLE).click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Gather only what a law needs")
    photograph(teacher, "training-page")
    clean(teacher)
    for _ in range(4):  # by the keyboard alone
        teacher.get_by_role("link", name="Next page").focus()
        teacher.keyboard.press("Enter")
        teacher.wait_for_load_state()
    expect(teacher.get_by_text("Page 5 of 5")).to_be_visible()
    teacher.get_by_role("link", name="Page before").click()
    expect(teacher.get_by_text("Page 4 of 5")).to_be_visible()
    teacher.get_by_role("link", name="Page before").click()
    photograph(teacher, "training-words")
    teacher.goto(f"{teacher.url.partition('?')[0]}?page=6")
    photograph(teacher, "training-questions")
    clean(teacher)

    teacher.get_by_text("It is fine, because nobody has to fill it in.").click()
    for answer in RIGHT[1:]:
        teacher.get_by_text(answer).click()
    teacher.get_by_role("button", name="Answer").click()
    expect(teacher.get_by_role("heading", name="Four of five are right")).to_be_visible()
    expect(teacher.get_by_text("Not right", exact=True)).to_have_count(1)
    photograph(teacher, "training-not-yet")
    clean(teacher)

    teacher.get_by_text(RIGHT[0]).click()
    teacher.get_by_role("button", name="Answer again").click()
    expect(teacher.get_by_role("heading", level=1)).to_contain_text("Completed, and current until")
    photograph(teacher, "training-completed")
    clean(teacher)
    link = teacher.get_by_role("link", name="Open to print").get_attribute("href")
    said = text_of(bytes(teacher.evaluate(FETCH, link)))
    assert "Tunde Abara" in said and TITLE in said
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert code
    teacher.get_by_role("button", name="Make it in Spanish").click()
    expect(teacher.get_by_role("link", name="Open to print")).to_have_count(2)

    teacher.get_by_role("link", name="Your other courses").click()
    expect(teacher.get_by_role("listitem").filter(has_text=TITLE)).to_contain_text("Current until")
    photograph(teacher, "training-own")
    clean(teacher)
    teacher.goto(site.address)
    expect(teacher.get_by_role("heading", name=TITLE)).to_have_count(0)
    assert share(custodian, site) == "1 of 3"
    stands(custodian, site, 8, "Running", re.compile(r"\b1 of \d+ employees have a current training in student info"))

    custodian.goto(f"{site.address}/check/")
    custodian.get_by_label("Code").fill(code.group())
    custodian.get_by_role("button", name="Check it").click()
    expect(custodian.get_by_text("Certificate of training")).to_be_visible()


def _all_of_maribels() -> None:
    """Her other courses were noted elsewhere."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account
    from tests import factories as make
    from tests.programmes.training.steps import CYBERSECURITY, ENFORCEMENT, SPECIAL_EDUCATION, answers

    with district_transaction():
        registrar = Account.objects.get(sign_in_name="registrar")
    for course in (CYBERSECURITY, ENFORCEMENT, SPECIAL_EDUCATION):
        answers(make.signed_in(registrar), course, at=datetime.now(UTC))


def test_the_designee_enters_a_sheet_and_sees_how_each_school_stands(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    night(days_ago=35)
    custodian = signed_in("custodian")
    custodian.get_by_role("link", name="Programmes").first.click()
    custodian.get_by_role("link", name="Training").click()
    photograph(custodian, "training-designee")
    clean(custodian)
    custodian.get_by_role("link", name="Enter a sign-in sheet").click()
    custodian.get_by_label("Which course was given?").select_option(label=TITLE)
    custodian.get_by_label("At which school?").select_option(label=SCHOOL)
    custodian.get_by_role("button", name="Show who works there").click()
    day = district_day(datetime.now(UTC)) - timedelta(days=2)
    custodian.get_by_label("On which day?").fill(day.isoformat())
    custodian.get_by_text("policies and procedures for gathering").click()
    custodian.get_by_text("Maribel Ocampo").click()
    custodian.get_by_text("Ruth Whitfield").click()
    photograph(custodian, "training-sheet")
    clean(custodian)
    custodian.get_by_role("button", name="Note who was there").click()
    expect(custodian.get_by_text("It counts when it has covered gathering")).to_be_visible()
    photograph(custodian, "training-sheet-refused")
    clean(custodian)

    for topic in ("Those for handling it", "Which information is never"):
        custodian.get_by_text(topic).click()
    custodian.get_by_role("button", name="Note who was there").click()
    expect(custodian.get_by_role("status")).to_contain_text("2 noted")
    photograph(custodian, "training-sheet-noted")
    clean(custodian)
    assert share(custodian, site) == "2 of 3"
    _all_of_maribels()
    custodian.reload()
    expect(custodian.get_by_role("listitem").filter(has_text=SCHOOL)).to_contain_text("1 of 3")
    photograph(custodian, "training-sites")
    clean(custodian)
    assert "Ocampo" not in custodian.inner_text("main")
    custodian.get_by_role("link", name="Who is overdue").click()
    late = custodian.get_by_role("listitem").filter(has_text="Luis Bautista").first
    expect(late).to_contain_text("Has no account: enter a sign-in sheet")
    expect(custodian.get_by_role("listitem").filter(has_text="Maribel Ocampo")).to_have_count(0)
    photograph(custodian, "training-overdue")
    clean(custodian)
    stands(custodian, site, 8, "Attention", re.compile(r"\d overdue"))
    stands(custodian, site, 20, "Attention", re.compile(r"\b1 of \d+ employees have a current training in cybersec"))
