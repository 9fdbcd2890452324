"""What a family has deleted or corrected a company that gathered it destroys too: it is told, and says that it did."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_what_is_gathered_anew import notices
from tests.programmes.social_media.test_wishes_of_families import answers, asks, duties_open, the_student
from tests.programmes.social_media.world import Offices, gathers, offices, running, vendor_row

TELL = "programmes.social_media_students.notify_vendor"
SAY_SO = "retention.vendor_copies.destroy_when_done"
WORDS = "It was the line of a song."


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def by_company(there: Offices) -> Any:
    return gathers(there.town.principal.by, there.town.ana.id, vendor=vendor_row().id)


def wished(there: Offices, record: UUID, kind: str = "delete") -> None:
    """Ana's mother asks, and the office does it."""
    wish = asks(there.town.mother.by, record, kind, WORDS if kind == "correct" else "")
    assert answers(there.custodian, wish.id).outcome == "done"


def told(there: Offices) -> str:
    """The company is told of what waits; what the letter says."""
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_told
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD
    from tests.letters.test_letters import text_of

    (notice,) = [it for it in notices() if it.told_at is None]
    made = tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    assert isinstance(made, Issued)
    assert isinstance(vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT), UUID)
    return " ".join(text_of(made.pdf).split())


def destroyed(there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import vendor_destroyed

    (notice,) = [it for it in notices() if it.destroyed_on is None]
    assert isinstance(vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT), UUID)


@pytest.mark.parametrize("kind", ["delete", "correct"])
def test_the_company_is_told_to_destroy_its_copy_and_says_that_it_did(there: Offices, kind: str) -> None:
    item = by_company(there)
    wished(there, item.record, kind)
    assert duties_open() == [TELL] and [it.item_id for it in notices()] == [item.id]
    said = told(there)
    assert "Ana" in said and "October 19, 2026" in said and WORDS not in said and "18" not in said
    assert duties_open() == [SAY_SO]
    rounds()
    assert duties_open() == [SAY_SO], "a round changes nothing of it"
    destroyed(there)
    assert duties_open() == []


def test_it_is_in_the_same_transaction_and_owed_by_the_superintendents_office_about_the_student(there: Offices) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    wished(there, by_company(there).record)
    with district_transaction():
        (duty,) = Duty.objects.filter(done_at=None, rule=TELL)
    assert (duty.office, duty.student, duty.room, duty.due_on) == (
        "superintendent", there.town.ana.id, "social_media_vendors", make.TODAY,
    )  # fmt: skip


def test_what_is_corrected_once_more_is_told_once_more_only_where_the_company_was_told_and_has_it_still(
    there: Offices,
) -> None:
    item = by_company(there)
    for _ in range(2):
        wished(there, item.record, "correct")
    assert len(notices()) == 1, "one letter does for both"
    told(there)
    wished(there, item.record, "correct")
    assert duties_open() == [TELL, SAY_SO]
    told(there)
    from fileroom.programmes.social_media.vendors import vendor_destroyed

    for notice in notices():
        vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT)
    wished(there, item.record, "correct")
    assert duties_open() == [] and len(notices()) == 2


def test_of_what_no_company_has_and_of_what_nobody_wished_no_company_is_told(there: Offices) -> None:
    from fileroom.programmes.social_media.disposing import destroy

    wished(there, gathers(there.town.principal.by, there.town.ana.id).record)
    destroy(by_company(there).id, by=there.custodian, at=AT)
    assert duties_open() == [] and notices() == []


def test_a_company_that_destroyed_all_of_it_is_told_of_nothing_more(there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import all_destroyed, end_vendor

    first, second = by_company(there), by_company(there)
    wished(there, first.record)
    end_vendor(vendor_row().id, by=there.designee, at=AT)
    all_destroyed(vendor_row().id, make.TODAY, by=there.designee, at=AT)
    assert duties_open() == []
    wished(there, second.record)
    assert duties_open() == [] and len(notices()) == 1


def test_a_company_that_destroyed_one_thing_is_told_of_who_leaves_where_it_has_another(there: Offices) -> None:
    first, second = by_company(there), by_company(there)
    wished(there, first.record)
    told(there)
    destroyed(there)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    assert "notify_vendor" in {rule for rule, _ in rounds()}
    assert [it.item_id for it in notices()] == [first.id, None] and second.id


def test_the_pages_say_that_the_company_is_asked_too_and_what_it_is_told(there: Offices) -> None:
    ana, says = the_student(there.town), "the company is asked to destroy its copy too"
    mine = gathers(there.town.principal.by, there.town.ana.id)
    item, page = by_company(there), browser(ana)
    assert says in page.get(f"/family/social-media/{item.record}/").content.decode()
    assert says not in page.get(f"/family/social-media/{mine.record}/").content.decode()
    page.cookies["django_language"] = "es"
    assert "que destruya también su copia" in page.get(f"/family/social-media/{item.record}/").content.decode()
    wish = asks(ana, item.record, "delete")
    office = browser(there.custodian).get(f"/programmes/social-media/wishes/{wish.id}/").content.decode()
    assert "tells the company to destroy its copy too" in office
    answers(there.custodian, wish.id)
    told(there)
    listed = browser(there.designee).get("/programmes/social-media/gathered/").content.decode()
    assert "had something deleted or corrected here" in listed


def on_hold(there: Offices, record: UUID | None = None) -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.records.services import hold

    with district_transaction():
        return hold(there.town.ana.id, record_id=record, reason="a claim", by=None, at=AT)


@pytest.mark.parametrize("whole", [True, False])
def test_what_a_hold_keeps_here_the_company_keeps_too_until_it_is_lifted(there: Offices, whole: bool) -> None:
    item = by_company(there)
    stands = on_hold(there, None if whole else item.record)
    wished(there, item.record, "correct")
    rounds()
    assert notices() == [], "the older words stay here, and the company is told nothing"
    make.change(stands, lifted_at=AT)
    rounds()
    assert [it.item_id for it in notices()] == [item.id]
    rounds()
    told(there)
    rounds()
    assert len(notices()) == 1, "once"


def test_what_was_corrected_under_a_hold_and_then_goes_is_no_more_the_companys(there: Offices) -> None:
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.retention.services import Disposed

    item = by_company(there)
    stands = on_hold(there, item.record)
    wished(there, item.record, "correct")
    make.change(stands, lifted_at=AT)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Disposed)
    rounds()
    assert [it.item_id for it in notices()] == [item.id]


def test_of_what_was_done_before_companies_were_told_the_round_owes_it_once(there: Offices) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendorNotice

    item, other = by_company(there), by_company(there)
    wished(there, item.record)
    wish = asks(there.town.mother.by, other.record, "correct", WORDS)
    answers(there.custodian, wish.id, declined=True)
    with district_transaction():  # as it was before
        Duty.objects.filter(rule=TELL).delete()
        SocialMediaVendorNotice.objects.all().delete()
    for _ in range(2):
        rounds()
    assert [it.item_id for it in notices()] == [item.id] and TELL in duties_open(), "what was declined stays there"


def test_a_letter_about_a_day_waits_while_a_hold_keeps_another_thing_of_that_day(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaItem
    from fileroom.programmes.social_media.vendors import tell_vendor
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD

    def tells() -> Any:
        return tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)

    item, other = by_company(there), by_company(there)
    before = by_company(there)
    with district_transaction():
        SocialMediaItem.objects.filter(pk=before.id).update(gathered_at=AT - timedelta(days=2))
    on_hold(there, before.record)  # of another day
    stands = on_hold(there, other.record)
    wished(there, item.record)
    (notice,) = notices()
    with pytest.raises(ValidationError, match="kept here for now"):
        tells()
    assert TELL in duties_open(), "it stays owed"
    make.change(stands, lifted_at=AT)
    assert isinstance(tells(), Issued)


def test_a_letter_about_a_day_that_lies_made_is_not_printed_while_the_child_is_missed_and_once_mailed_it_was_sent(
    there: Offices,
) -> None:
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_told
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD

    item, _other = by_company(there), by_company(there)
    wished(there, item.record)
    (notice,) = notices()
    made = tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    assert isinstance(made, Issued)
    desk = browser(there.designee)
    for page in (paper := f"/programmes/social-media/papers/{made.id}/", f"/letters/{made.id}/"):
        assert desk.get(page)["Content-Type"] == "application/pdf"
    minded(there.town.ana, "missing_child_flag")
    for page in (paper, f"/letters/{made.id}/"):
        shut = desk.get(page)
        assert shut.status_code == 422 and "kept here for now" in words(shut.content.decode())
    assert TELL in duties_open(), "it stays owed"
    assert isinstance(vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT), UUID)
    assert SAY_SO in duties_open() and TELL not in duties_open(), "what went is told, and the company is to say so"
    assert desk.get(paper)["Content-Type"] == "application/pdf", "as it was sent"
