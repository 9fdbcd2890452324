"""A student has something deleted that a company gathered: the page says that the company is asked too, and it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.officers import LAWYER, counsel
from tests.journeys.test_social_media_is_watched import comes_about, gathers, proposes

pytestmark = pytest.mark.browser


def a_company_gathered_it() -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaItem
    from tests.programmes.social_media.world import vendor_row

    vendor = vendor_row()
    with district_transaction():
        SocialMediaItem.objects.update(vendor=vendor)


def test_the_company_is_told_to_destroy_its_copy(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    proposes(desk, site)
    comes_about(desk, site)
    gathers(desk)
    a_company_gathered_it()

    student = signed_in("student")
    student.goto(f"{site.address}/family/social-media/")
    student.get_by_role("link", name=re.compile("About me")).click()
    expect(student.get_by_text("the company is asked to destroy its copy too")).to_be_visible()
    photograph(student, "social-media-family-company")
    clean(student)
    student.get_by_text("Delete it", exact=True).click()
    student.get_by_role("button", name="Ask the office").click()

    desk.goto(f"{site.address}/")
    desk.get_by_role("link", name=re.compile("^Answer")).first.click()
    expect(desk.get_by_text("tells the company to destroy its copy too")).to_be_visible()
    photograph(desk, "social-media-wish-company")
    clean(desk)
    desk.get_by_role("button", name="Destroy it, as they ask").click()
    expect(desk.get_by_text("had something deleted or corrected here")).to_be_visible()
    photograph(desk, "social-media-company-copy")
    clean(desk)
    desk.goto(f"{site.address}/")
    expect(desk.get_by_role("heading", name="Tell a company to destroy its copy")).to_be_visible()
    photograph(desk, "social-media-company-copy-today")


def the_company_was_told_and_a_hold_stands() -> None:
    """The student left, the letter went, and then a hold was placed; the round has found it."""
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaItem, SocialMediaVendorNotice
    from fileroom.programmes.social_media.rounds import look_round
    from fileroom.records.models import Hold

    now, today = timezone.now(), timezone.localdate()
    with district_transaction():
        item = SocialMediaItem.objects.get()
    went = {"made_at": now, "made_by": uuid4(), "letter": uuid4(), "told_at": now, "told_by": uuid4(), "told_on": today}
    of_whom = {"vendor_id": item.vendor_id, "student_id": item.student_id}
    make.keep(
        SocialMediaVendorNotice(why="left", due_on=today, noticed_at=now, **of_whom, **went),
        Hold(student_id=item.student_id, record_id=item.record_id, reason="a claim", placed_at=now),
    )
    look_round(at=now)


def test_counsel_reads_that_the_company_was_told_and_that_what_goes_lifts_the_hold(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    counsel()
    desk = signed_in("custodian")
    proposes(desk, site)
    comes_about(desk, site)
    gathers(desk)
    a_company_gathered_it()
    the_company_was_told_and_a_hold_stands()
    lawyer = signed_in(LAWYER)
    lawyer.get_by_role("link", name="Say what holds").click()
    expect(lawyer.get_by_text("was told on")).to_be_visible()
    expect(lawyer.get_by_text("It lifts the hold here, too.")).to_be_visible()
    photograph(lawyer, "social-media-for-counsel-told")
    clean(lawyer)
