"""A program on social media, from its proposal to the day on which a student of 18 has what was gathered destroyed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, counted, stands
from tests.journeys.officers import LAWYER, counsel
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser
# What the button of the notice sends, without the new window that it opens.
MAKES = """async (language) => {
    const form = document.querySelector('form[action$="/notice/"]'), body = new URLSearchParams(new FormData(form));
    body.append('language', language);
    const made = await fetch(form.action, {method: 'POST', body});
    return Array.from(new Uint8Array(await made.arrayBuffer()));
}"""
SAID = "Tomorrow nobody should come to Alder Creek High."


def weeks_ago(number: int) -> str:
    from django.utils import timezone

    today: date = timezone.localdate()
    return str(today - timedelta(weeks=number))


def enters(desk: Page, heading: str, on: str, by: str, *, meeting: str = "") -> None:
    """The next step, as the page asks for it."""
    expect(desk.get_by_role("heading", name=f"Next: {heading}")).to_be_visible()
    desk.locator("#taken_on").fill(on)
    if meeting:
        desk.get_by_text(meeting, exact=True).click()
    desk.locator("#reference").fill(by)
    desk.get_by_role("button", name="Enter this step").click()


def proposes(desk: Page, site: Site) -> None:
    """There is no program; one is proposed."""
    desk.goto(f"{site.address}/programmes/")
    desk.get_by_role("link", name="Social media").first.click()
    expect(desk.get_by_text("There is no program, and nothing can be gathered")).to_be_visible()
    photograph(desk, "social-media-none")
    clean(desk)
    desk.get_by_label("What it is for").fill("To notice threats against a school before anybody is hurt.")
    desk.get_by_label("The same in Spanish").fill("Para notar amenazas contra una escuela a tiempo.")
    desk.get_by_text("A threat against the school, or against people there").click()
    desk.get_by_text("A student may harm themselves").click()
    desk.get_by_role("button", name="Propose it").click()


def comes_about(desk: Page, site: Site) -> None:
    """Told, heard (a special meeting does not do), adopted, begun; nothing is gathered before."""
    enters(desk, "Tell all students and parents", weeks_ago(8), "Letter home and the web site")
    enters(desk, "Let the public comment", weeks_ago(6), "Special meeting, item 2", meeting="A special meeting")
    expect(desk.get_by_text("A special meeting does not do").first).to_be_visible()
    photograph(desk, "social-media-special-meeting")
    clean(desk)
    desk.goto(f"{site.address}/students/{site.priya}/social-media/")
    expect(desk.get_by_text("Nothing may be gathered").first).to_be_visible()
    expect(desk.get_by_role("button", name="Keep it")).to_have_count(0)
    desk.goto(f"{site.address}/programmes/social-media/")
    enters(
        desk,
        "Let the public comment",
        weeks_ago(5),
        "Regular meeting, item 12",
        meeting="A regular meeting of the Board",
    )
    enters(desk, "The Board adopts it", weeks_ago(3), "Regular meeting, item 9")
    photograph(desk, "social-media-adopted")
    clean(desk)
    enters(desk, "Send the notice to the parents", weeks_ago(1), "The yearly notice, page 4")
    expect(desk.get_by_text("A program that the Board adopted runs")).to_be_visible()


def gathers(desk: Page) -> None:
    """Named, then one thing of Priya."""
    desk.get_by_label("Name somebody").select_option(label="Helen Park")
    desk.get_by_role("button", name="Name them").click()
    photograph(desk, "social-media-runs")
    clean(desk)
    desk.get_by_label("Name or SSID").fill("Priya")
    desk.get_by_role("button", name="Find the student").click()
    desk.get_by_role("link", name=re.compile("^Gather.*Priya")).click()
    photograph(desk, "social-media-gather")
    clean(desk)
    desk.get_by_text("A threat against the school, or against people there").click()
    desk.get_by_label("How does it directly pertain to safety?").fill("The post threatens the school by name.")
    desk.get_by_label("Where it was found").fill("A public post on a picture site")
    desk.get_by_label("What it says or shows").fill(SAID)
    desk.get_by_role("button", name="Keep it").click()
    expect(desk.get_by_text(SAID)).to_be_visible()
    photograph(desk, "social-media-item")
    clean(desk)


def sees_and_asks(student: Page, site: Site) -> None:
    """The student sees it, in Spanish too, corrects it in words of their own, and asks that it be deleted."""
    student.get_by_role("link", name="What was gathered from social media").click()
    photograph(student, "social-media-family-list")
    clean(student)
    student.get_by_role("link", name="About me").click()
    expect(student.get_by_text(SAID)).to_be_visible()
    photograph(student, "social-media-family-item")
    clean(student)
    student.get_by_role("button", name="Español").click()
    expect(student.get_by_role("heading", name="Reunido de redes sociales")).to_be_visible()
    photograph(student, "social-media-family-item-es")
    clean(student)
    student.get_by_text("Que se borre", exact=True).click()
    student.get_by_role("button", name="Pedirlo a la oficina").click()
    expect(student.get_by_text("Pidió que se borre. La oficina responde.")).to_be_visible()
    student.get_by_role("button", name="English").click()


def test_what_was_gathered_of_a_student_of_18_is_seen_deleted_and_on_the_policy_page(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("custodian")
    proposes(desk, site)
    comes_about(desk, site)
    gathers(desk)
    for page in ("social-media/", "programmes/social-media/", "programmes/social-media/gathered/"):
        desk.goto(f"{site.address}/{page}")
        clean(desk)
    photograph(desk, "social-media-gathered")
    desk.goto(f"{site.address}/social-media/")
    photograph(desk, "social-media-public")

    student = signed_in("student")
    sees_and_asks(student, site)
    stranger = signed_in("parent")
    stranger.goto(f"{site.address}/family/social-media/")
    expect(stranger.get_by_text("There is nothing here to show you")).to_be_visible()

    a_night_passes("programmes.SocialMediaWish", "asked_at")
    stands(desk, site, 17, "Attention", "A student or a parent waits for an answer")
    desk.goto(f"{site.address}/")
    expect(desk.get_by_role("heading", name="A family’s wish about what was gathered")).to_be_visible()
    photograph(desk, "social-media-today")
    desk.get_by_role("link", name=re.compile("^Answer")).first.click()
    photograph(desk, "social-media-wish")
    clean(desk)
    desk.get_by_role("button", name="Decline").click()
    expect(desk.get_by_text("is done, not declined")).to_be_visible()
    desk.get_by_role("button", name="Destroy it, as they ask").click()
    expect(desk.get_by_text("Nothing is kept")).to_be_visible()
    student.goto(f"{site.address}/family/social-media/")
    expect(student.get_by_text("There is nothing here to show you")).to_be_visible()
    student.goto(f"{site.address}/family/")
    student.get_by_role("link", name="Who has looked").first.click()
    expect(student.get_by_text("Destroyed").first).to_be_visible()

    stands(desk, site, 17, "Running", "A program that the Board adopted runs")
    clean(desk)
    counted(desk, site, "social_media.program", "Running", "A program that the Board adopted runs")
    photograph(desk, "social-media-evidence")


def test_what_a_missed_student_wants_deleted_waits_for_counsels_word_and_then_goes(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    from django.utils import timezone

    from fileroom.people.models import Circumstance
    from fileroom.records.models import Hold

    counsel()
    desk = signed_in("custodian")
    proposes(desk, site)
    comes_about(desk, site)
    gathers(desk)
    sees_and_asks(signed_in("student"), site)
    missed = {"kind": "missing_child_flag", "from_on": timezone.localdate(), "noted_by": uuid4(), "entry": uuid4()}
    make.keep(Circumstance(student_id=site.priya, **missed))
    make.keep(Hold(student_id=site.priya, reason="a claim", placed_at=timezone.now()))
    desk.goto(f"{site.address}/")
    desk.get_by_role("link", name=re.compile("^Answer")).first.click()
    desk.get_by_role("button", name="Destroy it, as they ask").click()
    expect(desk.get_by_text("A hold is in force").first).to_be_visible()

    lawyer = signed_in(LAWYER)
    lawyer.get_by_role("link", name="Say what holds").click()
    expect(lawyer.get_by_role("heading", name="Does this go, or does it wait?")).to_be_visible()
    expect(lawyer.get_by_text("Priya")).to_have_count(0)
    photograph(lawyer, "social-media-for-counsel")
    clean(lawyer)
    lawyer.get_by_role("button", name="Lift it").click()
    expect(lawyer.get_by_text("The hold over the whole file")).to_have_count(0)
    lawyer.get_by_role("button", name="It goes").click()
    expect(lawyer.get_by_text("Say why: choose one of these.")).to_be_visible()
    photograph(lawyer, "social-media-for-counsel-wrong")
    clean(lawyer)
    address = lawyer.url
    lawyer.get_by_text("The police have what they need of it").click()
    lawyer.get_by_role("button", name="It goes").click()
    lawyer.goto(address)
    expect(lawyer.get_by_text("Nothing is asked here")).to_be_visible()
    photograph(lawyer, "social-media-for-counsel-said")

    desk.goto(f"{site.address}/")
    desk.get_by_role("link", name=re.compile("^Answer")).first.click()
    desk.get_by_role("button", name="Destroy it, as they ask").click()
    expect(desk.get_by_text("Nothing is kept")).to_be_visible()


def test_the_notice_to_the_parents_is_there_in_both_languages(signed_in: Callable[[str], Page], site: Site) -> None:
    from fileroom.letters import KINDS

    desk = signed_in("custodian")
    proposes(desk, site)
    enters(desk, "Tell all students and parents", weeks_ago(8), "Letter home")
    enters(desk, "Let the public comment", weeks_ago(5), "Item 12", meeting="A regular meeting of the Board")
    enters(desk, "The Board adopts it", weeks_ago(3), "Item 9")
    expect(desk.locator("form[action$='/notice/']")).to_be_visible()
    for language in ("en", "es"):
        made = bytes(desk.evaluate(MAKES, language))
        said = " ".join(text_of(made).split())
        assert KINDS["social_media_notice"].words[language].title in said
        assert {"en": "To notice threats", "es": "Para notar amenazas"}[language] in said and "Priya" not in said


def a_company_is_to_be_told_of(student: UUID) -> None:
    """A program runs, a company gathers under it, and this student has turned 18."""
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.services import InWords, Shown, propose, take_step
    from fileroom.programmes.social_media.stages import Verb
    from tests.programmes.social_media.world import vendor_row

    now, program = timezone.now(), uuid4()
    with district_transaction():
        by = SignedIn(Account.objects.get(sign_in_name="custodian"), "web")
    propose(program, InWords("To notice threats.", "Para notar amenazas."), ["threat"], by=by, at=now)
    for ago, verb in zip((40, 30, 20, 10), (Verb.TELL_FAMILIES, Verb.HEAR, Verb.ADOPT, Verb.BEGIN), strict=True):
        shown = Shown(timezone.localdate() - timedelta(days=ago), "Minutes, item 12", regular=True)
        take_step(program, verb, shown, by=by, at=now)
    vendor = vendor_row()
    with district_transaction():
        SocialMediaVendorNotice.objects.create(
            vendor=vendor, student_id=student, why="adult", due_on=timezone.localdate(), noticed_at=now
        )


def is_back(student: UUID) -> None:
    """As the round finds it, after the letter was made."""
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendorNotice

    with district_transaction():
        SocialMediaVendorNotice.objects.filter(student=student).update(back_at=timezone.now())


def test_a_company_is_told_once_somebody_says_that_the_letter_went(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("custodian")
    a_company_is_to_be_told_of(UUID(site.priya))
    desk.goto(f"{site.address}/programmes/social-media/gathered/")
    desk.get_by_role("button", name="Make the letter").click()
    expect(desk.get_by_text("the letter is made, and waits to be sent")).to_be_visible()
    photograph(desk, "social-media-letter-waits")
    clean(desk)
    is_back(UUID(site.priya))
    desk.reload()
    expect(desk.get_by_text("is back: the letter is not sent any more")).to_be_visible()
    expect(desk.get_by_role("link", name="The letter")).to_have_count(0)
    photograph(desk, "social-media-letter-of-who-is-back")
    clean(desk)
    desk.get_by_label("It went out on").fill("2020-01-01")
    desk.get_by_label("By which way").fill("Registered letter")
    desk.get_by_role("button", name="It was sent").click()
    expect(desk.get_by_text("Read the day again")).to_be_visible()
    expect(desk.get_by_label("By which way")).to_have_value("Registered letter")
    photograph(desk, "social-media-letter-asked-again")
    clean(desk)
    desk.get_by_label("It went out on").fill(weeks_ago(0))
    desk.get_by_role("button", name="It was sent").click()
    expect(desk.get_by_text("Registered letter")).to_be_visible()
    photograph(desk, "social-media-letter-sent")
    clean(desk)
