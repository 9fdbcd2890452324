"""An AI tool is entered and approved; a teacher asks whether a text may go to it, and takes the people out first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, counted, sentence, stands

pytestmark = pytest.mark.browser
ABOUT_ANA = "Write three lines of feedback. Ana Torres read two pages aloud; Ana’s mother, Rosa Torres, helped."


def enters(desk: Page, site: Site) -> None:
    desk.goto(f"{site.address}/programmes/")
    desk.get_by_role("link", name="AI tools").click()
    clean(desk)
    photograph(desk, "tools-none")
    desk.get_by_role("link", name="Enter a tool").click()
    desk.get_by_label("Name", exact=True).fill("Draftly")
    desk.get_by_label("What staff use it for").fill("Feedback on writing, newsletters")
    desk.get_by_label("How long it keeps one").fill("30 days")
    desk.get_by_text("Students’ work, grades and feedback, with names").click()
    desk.get_by_role("button", name="Enter it as a draft").click()
    expect(desk.get_by_text("may tell of nobody")).to_be_visible()
    clean(desk)
    desk.get_by_text("Students’ work, grades and feedback, with names").click()
    desk.get_by_text("Texts that tell of nobody").click()
    desk.get_by_text("Texts without the people in them").click()
    photograph(desk, "tools-new")
    desk.get_by_role("button", name="Enter it as a draft").click()
    expect(desk.get_by_text("Draft", exact=True)).to_be_visible()
    desk.get_by_label("Approve until").fill((timezone.localdate() + timedelta(days=120)).isoformat())
    desk.get_by_role("button", name="Approve").click()
    expect(desk.get_by_text("Approved until")).to_be_visible()
    clean(desk)
    photograph(desk, "tools")


def asks(page: Page, kind: str, text: str) -> None:
    page.locator("#tool").select_option(label="Draftly")
    page.locator("label").filter(has_text=kind).click()
    page.get_by_label("Your text").fill(text)
    page.get_by_role("button", name="Ask", exact=True).click()


def test_a_text_goes_to_a_tool_without_the_people_in_it(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    enters(desk, site)
    stands(desk, site, 18, "Attention", "1 of 1 AI tool approved today")
    clean(desk)
    counted(desk, site, "tools.approved", "Running", "1 of 1 AI tool approved today")
    class_ = signed_in("teacher")
    class_.goto(f"{site.address}/tools/")
    class_.get_by_role("link", name="May this text go to a tool?").click()
    clean(class_)
    asks(class_, "It tells of no student", "The fair begins at ten. Bring a chair.")
    expect(class_.get_by_role("heading", name="May go as it stands")).to_be_visible()
    clean(class_)
    asks(class_, "It tells of no student", "On Friday we thank Zephyrine for the chairs.")
    expect(class_.get_by_role("heading", name="Read it once more first")).to_be_visible()
    clean(class_)
    photograph(class_, "tools-read-first")
    class_.locator("label[for=nobody]").click()
    class_.get_by_role("button", name="Ask with this text").click()
    expect(class_.get_by_role("heading", name="May go as it stands")).to_be_visible()
    asks(class_, "School work", ABOUT_ANA)
    expect(class_.get_by_role("heading", name="Take the people out first")).to_be_visible()
    expect(class_.locator(".clean-copy")).to_have_text(
        "Write three lines of feedback. Person A read two pages aloud; Person A’s mother, Person B, helped."
    )
    clean(class_)
    photograph(class_, "tools-read-it")
    class_.get_by_role("button", name="Ask with this text").click()
    expect(class_.get_by_text("say that nobody in it can be found")).to_be_visible()
    asks(class_, "School work", ABOUT_ANA)
    class_.locator("label[for=nobody]").click()
    class_.get_by_role("button", name="Ask with this text").click()
    expect(class_.get_by_role("heading", name="Copy this, not your original")).to_be_visible()
    clean(class_)
    photograph(class_, "tools-may-go")
    asks(class_, "School work", "Ana Torres is undocumented, and the only student in a wheelchair.")
    expect(class_.get_by_role("heading", name="Do not give it to the tool", exact=True)).to_be_visible()
    clean(class_)
    photograph(class_, "tools-do-not")
    class_.goto(f"{site.address}/tools/")
    expect(class_.get_by_text("2 may go")).to_be_visible()
    assert class_.get_by_role("button", name="Approve").count() == 0, "a teacher approves nothing"


def test_a_scripted_reader_is_asked_about(signed_in: Callable[[str], Page], site: Site) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account
    from fileroom.programmes.watch.looking import look
    from fileroom.programmes.watch.reading import Limits
    from tests.programmes.watch.test_the_watch import every, note

    now = timezone.now()
    with district_transaction():
        teacher = Account.objects.get(sign_in_name="teacher").id
    note(teacher, every(3, 90, at=now - timedelta(minutes=5)))
    note(teacher, [(now - timedelta(minutes=1), None, "student:searched")], outcome="25")
    assert look(limits=Limits(), at=now) == 1
    desk = signed_in("custodian")
    expect(desk.get_by_role("heading", name="Somebody reads faster than a person: ask")).to_be_visible()
    photograph(desk, "reading-today")
    a_night_passes("programmes.ReadingAlarm", "raised_at", nights=2)
    asked_by_nobody = "Nobody has asked about one for more than a day"
    stands(desk, site, 18, "Attention", asked_by_nobody)
    desk.goto(site.address)
    desk.get_by_role("link", name="See what was counted").click()
    expect(desk.get_by_role("heading", name="The account of Tunde Abara reads faster than a person")).to_be_visible()
    clean(desk)
    photograph(desk, "reading-alarm")
    desk.locator("label[for=outcome-incident]").click()
    desk.get_by_role("button", name="Note it").click()
    expect(desk.get_by_role("heading", name="What it was")).to_be_visible()
    clean(desk)
    photograph(desk, "reading-incident")
    desk.get_by_role("link", name="Open the incident").click()
    photograph(desk, "reading-incident-opened")
    desk.go_back()
    desk.get_by_role("link", name="Reading that looks like a machine’s").click()
    expect(desk.get_by_text("Incident", exact=True)).to_be_visible()
    clean(desk)
    photograph(desk, "reading-alarms")
    expect(sentence(desk, site, 18)).not_to_contain_text(asked_by_nobody)
    counted(desk, site, "reading.alarms", "Running", "1 alarm this school year of reading that looks like a machine’s")
    others = signed_in("teacher")
    answer = others.goto(f"{site.address}/reading/")
    assert answer is not None and answer.status == 404
