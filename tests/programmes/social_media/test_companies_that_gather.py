"""A company that gathers is told when a student is 18 or gone, once the letter was sent, and destroys at once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.programmes.social_media.test_days_of_an_item import rounds, same_day
from tests.programmes.social_media.world import Offices, gathers, offices, running


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def vendors_item(there: Offices) -> UUID:
    from tests.programmes.social_media.world import vendor_row

    done = gathers(there.town.principal.by, there.town.ana.id, vendor=vendor_row().id)
    id_: UUID = done.id
    return id_


def test_a_company_is_told_of_a_student_who_has_left_once_and_answers(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.letters import KINDS
    from fileroom.people.answers import Missing
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import LETTER, tell_vendor, vendor_destroyed, vendor_told
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD
    from tests.letters.test_letters import text_of

    vendors_item(there)
    left = make.TODAY - timedelta(days=1)
    make.change(there.town.spell, left_on=left, left_by="office")
    owed = [("destroy_when_done", same_day(left, 1)), ("notify_vendor", make.TODAY)]
    assert rounds() == owed and rounds() == owed
    with district_transaction():
        notice = SocialMediaVendorNotice.objects.get()
    assert notice.why == "left" and notice.due_on == left
    made = tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    assert isinstance(made, Issued)
    assert rounds() == owed, "a letter that lies there tells nobody"
    with pytest.raises(Missing):
        vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT)
    for day in (left, make.TODAY + timedelta(days=1)):
        with pytest.raises(ValidationError):
            vendor_told(notice.id, day, "registered letter", by=there.designee, at=AT)
    assert isinstance(vendor_told(notice.id, make.TODAY, "registered letter", by=there.designee, at=AT), UUID)
    said = " ".join(text_of(made.pdf).split())
    assert KINDS[LETTER].words["en"].title in said and "Ana" in said and "no further year" in said
    born = there.town.ana.birth_on
    assert born is not None and str(born.year) not in said, "it tells no birthday"
    says_it_did = ("destroy_when_done", make.TODAY)
    assert rounds() == [owed[0], says_it_did] and rounds() == [owed[0], says_it_did], "once"
    assert unsaid(0) == 0 and unsaid(1) == 1, "a night later the policy's page has it"
    assert isinstance(vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT), UUID)
    assert rounds() == owed[:1] and unsaid(1) == 0


def unsaid(days: int) -> int:
    """Does the policy's page have, so many days later, a company that was told and has not said that it destroyed?"""
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.evidence import UNSAID, program

    with district_transaction():
        return int(UNSAID in program(Asked(AT + timedelta(days=days), 10, 365)).why)


def test_a_company_told_before_that_was_owed_is_asked_by_the_round(there: Offices) -> None:
    from uuid import uuid4

    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import all_destroyed, end_vendor
    from tests.disclosure.asking import entries
    from tests.programmes.social_media.world import vendor_row

    vendor = vendor_row()
    told = SocialMediaVendorNotice(
        vendor=vendor, student=there.town.ana, why="adult", due_on=make.TODAY, noticed_at=AT, made_at=AT,
        made_by=uuid4(), letter=uuid4(), told_at=AT, told_by=uuid4(), told_on=make.TODAY, told_how="mail",
    )  # fmt: skip
    make.keep(told)
    assert rounds() == [("destroy_when_done", make.TODAY)]
    end_vendor(vendor.id, by=there.designee, at=AT)
    all_destroyed(vendor.id, make.TODAY, by=there.designee, at=AT)
    assert rounds() == [], "all of it is of each student too"
    assert (entries()[-1].act.value, entries()[-1].student) == ("social_media:vendor_destroyed", there.town.ana.id)


def test_whom_an_order_keeps_from_a_student_tells_no_company_of_them_by_an_id(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Missing
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_destroyed, vendor_told
    from tests.collection.orders.filing import HEAD

    vendors_item(there)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    rounds()
    row = make.employee("Bo", "Quill")
    make.assignment(row, "administrator", None)
    bound = make.signed_in(make.account("bo", employee=row))
    make.order(there.town.ana, make.contact("Bo", "Quill"))
    with district_transaction():
        notice = SocialMediaVendorNotice.objects.get()
    with pytest.raises(Missing):
        tell_vendor(notice.id, head=HEAD, by=bound, at=AT)
    tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    with pytest.raises(Missing):
        vendor_told(notice.id, make.TODAY, "mail", by=bound, at=AT)
    vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT)
    with pytest.raises(Missing):
        vendor_destroyed(notice.id, make.TODAY, by=bound, at=AT)


def test_a_company_is_not_told_of_who_is_back_and_is_told_again_of_who_is_gone_again(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Missing
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import tell_vendor
    from tests.collection.orders.filing import HEAD

    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    vendors_item(there)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=9), left_by="office")
    assert ("notify_vendor", make.TODAY) in rounds()
    spell = make.enrolment(there.town.ana, there.town.school, since=make.TODAY - timedelta(days=5))
    assert rounds() == [] and rounds() == []
    with district_transaction():
        first = SocialMediaVendorNotice.objects.get()
    with pytest.raises(Missing):
        tell_vendor(first.id, head=HEAD, by=there.designee, at=AT)
    make.change(spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    assert ("notify_vendor", make.TODAY) in rounds()
    with district_transaction():
        assert [it.due_on for it in SocialMediaVendorNotice.objects.filter(back_at=None)] == [
            make.TODAY - timedelta(days=1)
        ]


def test_a_company_is_not_told_of_who_goes_on_to_another_school_of_the_district_and_the_year_runs(
    there: Offices,
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Refused
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import tell_vendor
    from tests.collection.orders.filing import HEAD

    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    vendors_item(there)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=9), left_by="office")
    assert ("notify_vendor", make.TODAY) in rounds()
    with district_transaction():
        notice = SocialMediaVendorNotice.objects.get()
    make.enrolment(there.town.ana, make.school("Mesa Middle"), since=make.TODAY + timedelta(days=60))
    assert isinstance(tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT), Refused)
    assert "notify_vendor" not in {rule for rule, _ in rounds()}
    assert rounds(), "the year in which it is destroyed here runs until she enters"


@pytest.mark.parametrize("place_known_first", [True, False])
@pytest.mark.parametrize(("days", "told"), [(365, False), (366, True)])
def test_past_a_year_gone_a_company_is_told_though_the_student_enters_another_school_later(
    there: Offices, place_known_first: bool, days: int, told: bool
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_told
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD

    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    vendors_item(there)
    left = make.TODAY - timedelta(days=days)
    make.change(there.town.spell, entered_on=left - make.YEAR, left_on=left, left_by="office")
    if not place_known_first:
        rounds()
    make.enrolment(there.town.ana, make.school("Mesa Middle"), since=make.TODAY + timedelta(days=60))
    assert ("notify_vendor" in {rule for rule, _ in rounds()}) is told
    if told:
        with district_transaction():
            notice = SocialMediaVendorNotice.objects.get(back_at=None)
        assert isinstance(tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT), Issued)
        assert isinstance(vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT), UUID)


def test_who_is_back_between_the_letter_and_its_sending_is_not_told_of(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Refused
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_told
    from tests.collection.orders.filing import HEAD

    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    vendors_item(there)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=9), left_by="office")
    rounds()
    with district_transaction():
        notice = SocialMediaVendorNotice.objects.get()
    tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    make.enrolment(there.town.ana, there.town.school, since=make.TODAY - timedelta(days=1))
    assert isinstance(vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT), Refused)


def test_a_contract_that_lacks_a_term_lets_no_company_gather(there: Offices) -> None:
    from fileroom.law.vendor_contracts import SocialMediaTerm
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.vendors import enter_vendor
    from tests.programmes.social_media.world import vendor_row

    contract = vendor_row().contract_id
    from uuid import uuid4

    three: dict[SocialMediaTerm, tuple[int, str]] = {
        it: (4, "as the law asks") for it in SocialMediaTerm if it is not SocialMediaTerm.NO_OTHER_USE
    }
    no = enter_vendor(uuid4(), contract, three, by=there.designee, at=AT)
    assert isinstance(no, Refused) and [it.fact for it in no.decision.missing] == [
        "papers.vendor_contract.social_media_terms.1"
    ]


def test_a_company_whose_contract_is_over_gathers_nothing_more(there: Offices) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.social_media.vendors import all_destroyed, end_vendor
    from tests.programmes.social_media.world import vendor_row

    row = vendor_row()
    assert isinstance(end_vendor(row.id, by=there.designee, at=AT), UUID)
    with pytest.raises(Missing):
        vendors_item_of(there, row.id)
    assert rounds() == [("destroy_when_done", make.TODAY)], "the company is asked until it says so"
    assert isinstance(all_destroyed(row.id, make.TODAY, by=there.designee, at=AT), UUID)
    assert rounds() == []


def test_the_end_of_the_program_ends_what_each_of_its_companies_gathers(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendor
    from fileroom.programmes.social_media.services import Shown, program_now, take_step
    from fileroom.programmes.social_media.stages import Verb
    from fileroom.programmes.social_media.vendors import all_destroyed
    from tests.disclosure.asking import entries

    vendors_item(there)
    with district_transaction():
        program = program_now()
    assert program is not None
    take_step(program.id, Verb.END, Shown(make.TODAY, "Minutes"), by=there.designee, at=AT)
    with district_transaction():
        row = SocialMediaVendor.objects.get()
    assert row.ended_on == make.TODAY
    assert [it.record for it in entries() if it.act.value == "social_media:vendor_ended"] == [row.id]
    assert rounds() == [("destroy_when_done", make.TODAY)]
    all_destroyed(row.id, make.TODAY, by=there.designee, at=AT)
    assert rounds() == []


def vendors_item_of(there: Offices, vendor: UUID, student: UUID | None = None) -> None:
    gathers(there.town.principal.by, student or there.town.ana.id, vendor=vendor)
