"""A clerk called a caseworker an officer: counsel says whether the household hears, and that it was no inquiry."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.officers import LAWYER, SignIn, comes, counsel

pytestmark = pytest.mark.browser


def called_a_caseworker_once() -> UUID:
    """Police they are, as it is answered now; counsel was asked of an inquiry before."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.law.days import district_day
    from fileroom.programmes.enforcement.duties import HOME_HEARS, OF_THE_FAMILY
    from fileroom.programmes.models import EnforcementRequest

    now = datetime.now(UTC)
    with district_transaction():
        EnforcementRequest.objects.update(asker="police", joined="yes", harm="no")
        (of,) = EnforcementRequest.objects.values_list("id", flat=True)
        Duty.objects.filter(rule__in=OF_THE_FAMILY).delete()
    make.keep(Duty(rule=HOME_HEARS, room="enforcement", of=of, office="counsel", began_at=now,
                   due_on=district_day(now), caused_by=uuid4()))  # fmt: skip
    return of


def test_counsel_says_that_it_was_no_inquiry_and_the_family_is_owed_its_copies(signed_in: SignIn, site: Site) -> None:
    counsel()
    comes(signed_in("registrar"), where="At no school, or the district office", who="Not sure")
    of, lawyer = called_a_caseworker_once(), signed_in(LAWYER)
    lawyer.goto(f"{site.address}/enforcement/{of}/")
    expect(lawyer.get_by_role("button", name="They are not told")).to_be_visible()
    photograph(lawyer, "officer-no-inquiry")
    clean(lawyer)
    lawyer.get_by_role("button", name="They may be told: it was no inquiry").click()
    expect(lawyer.get_by_text("Give the family copies of the papers")).to_be_visible()
    photograph(lawyer, "officer-no-inquiry-said")
    clean(lawyer)


def test_of_an_officer_of_no_known_agency_the_office_sees_why_nobody_at_home_hears_yet(
    signed_in: SignIn, site: Site
) -> None:
    counsel()
    comes(signed_in("registrar"), where="At no school, or the district office", who="Not sure")
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        (of,) = EnforcementRequest.objects.values_list("id", flat=True)
    lawyer = signed_in(LAWYER)
    lawyer.goto(f"{site.address}/enforcement/{of}/")
    expect(lawyer.get_by_text("Tell nobody at home.")).to_be_visible()
    photograph(lawyer, "officer-not-asked-about-harm")
    clean(lawyer)


def test_at_the_counter_police_are_asked_whether_it_is_about_a_child_before_anybody_at_home_hears(
    signed_in: SignIn, site: Site
) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/agent/")
    desk.get_by_role("button", name="Police or sheriff").click()
    expect(desk.get_by_text("tell nobody at home that they were here")).to_be_visible()
    photograph(desk, "police-about-a-child")
    clean(desk)
    desk.get_by_role("button", name="Español").click()
    expect(desk.get_by_text("no diga a nadie en casa que estuvieron aquí")).to_be_visible()
    photograph(desk, "police-about-a-child-es")
    clean(desk)
    desk.get_by_role("button", name="English").click()
    asked = desk.get_by_role("group", name="Is it about harm to a child at home?")
    asked.get_by_text("No, they say").click()
    desk.get_by_role("button", name="Keep these answers").click()
    expect(desk.get_by_text("tell nobody at home that they were here")).to_have_count(0)
