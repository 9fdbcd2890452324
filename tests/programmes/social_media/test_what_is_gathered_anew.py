"""Of whom what is gathered would have to be destroyed already, nothing is gathered; and a company that destroyed, and
has gathered since, is told once more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.programmes.social_media.test_days_of_an_item import rounds, same_day
from tests.programmes.social_media.world import Offices, gathers, offices, running, vendor_row

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

LIMITS = "programmes.social_media_limits."
BORN_TODAY_18 = same_day(make.TODAY, -18)
TELL = ("notify_vendor", make.TODAY)


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def who_serves_the_district(there: Offices) -> SignedIn:
    """Somebody of the district's office who is named to gather: no school keeps who has left."""
    from fileroom.programmes.social_media.gatherers import name_gatherer

    who = make.staffed("dora", "administrator", None)
    name_gatherer(who.row.id, by=there.designee, at=AT)
    return who.by


def refused_by(there: Offices, *, vendor: UUID | None = None, by: SignedIn | None = None) -> list[str]:
    """By which rules it is kept out; none: it was gathered. Nothing more is to be found out first."""
    answer = gathers(by or there.town.principal.by, there.town.ana.id, vendor=vendor)
    if not hasattr(answer, "decision"):
        return []
    assert answer.decision.missing == ()
    return [it.rule.removeprefix(LIMITS) for it in answer.decision.because]


@pytest.mark.parametrize(
    ("years", "by_district", "by_company"),
    [
        (17, [], []),
        (18, [], ["by_a_vendor_of_who_is_18_or_gone"]),
        (19, ["past_its_last_day"], ["past_its_last_day", "by_a_vendor_of_who_is_18_or_gone"]),
    ],
)
def test_nothing_is_gathered_that_would_have_to_be_destroyed_already(
    there: Offices, years: int, by_district: list[str], by_company: list[str]
) -> None:
    make.change(there.town.ana, birth_on=same_day(make.TODAY, -years))
    assert refused_by(there) == by_district
    assert refused_by(there, vendor=vendor_row().id) == by_company


def test_without_a_birth_date_it_is_asked_for_before_anything_is_gathered(there: Offices) -> None:
    make.change(there.town.ana, birth_on=None)
    answer = gathers(there.town.principal.by, there.town.ana.id)
    assert [it.fact for it in answer.decision.missing] == ["student.age"]


@pytest.mark.parametrize(
    ("days", "by_district", "by_company"),
    [
        (10, [], ["by_a_vendor_of_who_is_18_or_gone"]),
        (400, ["past_its_last_day"], ["past_its_last_day", "by_a_vendor_of_who_is_18_or_gone"]),
    ],
)
def test_of_who_has_left_it_is_gathered_until_a_year_is_over_and_by_a_company_not_at_all(
    there: Offices, days: int, by_district: list[str], by_company: list[str]
) -> None:
    districts = who_serves_the_district(there)
    left = make.TODAY - timedelta(days=days)
    make.change(there.town.spell, entered_on=left - make.YEAR, left_on=left, left_by="office")
    assert refused_by(there, by=districts) == by_district
    assert refused_by(there, by=districts, vendor=vendor_row().id) == by_company


def test_in_a_summer_between_two_schools_it_is_gathered_by_a_company_too(there: Offices) -> None:
    districts = who_serves_the_district(there)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=10), left_by="office")
    make.enrolment(there.town.ana, make.school("Bear Valley"), since=make.TODAY + timedelta(days=30))
    assert refused_by(there, by=districts) == []
    assert refused_by(there, by=districts, vendor=vendor_row().id) == []


def notices() -> list[Any]:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendorNotice

    with district_transaction():
        return list(SocialMediaVendorNotice.objects.order_by("noticed_at", "item"))


def told_and_destroyed(there: Offices, at: datetime) -> None:
    """The company that waits is told, and says at once that it destroyed."""
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_destroyed, vendor_told
    from tests.collection.orders.filing import HEAD

    (notice,) = [it for it in notices() if it.destroyed_on is None and it.back_at is None]
    on, by = at.date(), there.designee
    assert not hasattr(tell_vendor(notice.id, head=HEAD, by=by, at=at), "decision")
    assert isinstance(vendor_told(notice.id, on, "mail", by=by, at=at), UUID)
    assert isinstance(vendor_destroyed(notice.id, on, by=by, at=at), UUID)


def test_what_a_company_gathered_after_it_destroyed_opens_another_notice(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaItem
    from fileroom.programmes.vendors.still_there import Why, listed

    vendor = vendor_row()
    item = gathers(there.town.principal.by, there.town.ana.id, vendor=vendor.id)
    make.change(there.town.ana, birth_on=BORN_TODAY_18)
    assert TELL in rounds()
    told_and_destroyed(there, AT)
    assert TELL not in rounds()
    with district_transaction():
        company = vendor_row().contract.operator_id
        SocialMediaItem.objects.filter(pk=item.id).update(gathered_at=AT + timedelta(hours=1))
    assert TELL in rounds() and TELL in rounds(), "once"
    assert len(notices()) == 2
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    assert [it.why for it in listed(company, by=there.designee, at=AT)] == [Why.GATHERED]


def test_who_is_back_and_gone_again_is_told_of_only_where_something_was_gathered_in_between(there: Offices) -> None:
    vendor, by = vendor_row(), there.town.principal.by

    def after(days: int) -> datetime:
        return AT + timedelta(days=days)

    def told(days: int) -> bool:
        return "notify_vendor" in {rule for rule, _ in rounds(after(days))}

    assert hasattr(gathers(by, there.town.ana.id, vendor=vendor.id), "id")
    make.change(there.town.spell, left_on=after(2).date(), left_by="office")
    assert told(4)
    told_and_destroyed(there, after(5))
    spell = make.enrolment(there.town.ana, there.town.school, since=after(6).date())
    assert not told(7)
    make.change(spell, left_on=after(9).date(), left_by="office")
    assert not told(11), "it has nothing"
    assert hasattr(gathers(by, there.town.ana.id, vendor=vendor.id, at=after(8)), "id")
    assert told(11)
    assert [it.destroyed_on is None for it in notices()] == [False, True]
