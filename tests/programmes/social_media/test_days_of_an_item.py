"""The last day is a year after the 18th birthday or the last day enrolled, whichever is first; a company has none."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from fileroom.law import default_calendar
from fileroom.law.days import age_on
from tests import factories as make
from tests.conftest import AT
from tests.programmes.social_media.world import Offices, gathers, offices, readable, running

pytestmark = pytest.mark.usefixtures("installation")
DAYS = st.dates(date(1999, 1, 1), date(2035, 12, 31))


def last(born: date | None, left: date | None, *, of_vendor: bool = False) -> date | None:
    from fileroom.programmes.social_media.duties import last_day

    return last_day(born, left, default_calendar(), of_vendor=of_vendor)


def same_day(day: date, years: int) -> date:
    """So many years later, counted by hand: who has no 29 February has the day before."""
    if (day.month, day.day) == (2, 29) and not _leap(day.year + years):
        return date(day.year + years, 2, 28)
    return date(day.year + years, day.month, day.day)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@given(born=DAYS, left=st.none() | DAYS)
def test_it_is_the_earlier_of_the_two_days_and_no_day_later(born: date, left: date | None) -> None:
    by_birth, by_leaving = same_day(same_day(born, 18), 1), same_day(left, 1) if left else date.max
    assert last(born, left) == min(by_birth, by_leaving)


@given(left=DAYS)
def test_without_a_birth_date_the_leaving_alone_counts(left: date) -> None:
    assert last(None, left) == same_day(left, 1)
    assert last(None, None) is None


@given(born=DAYS, left=st.none() | DAYS)
def test_a_company_has_no_year(born: date, left: date | None) -> None:
    assert last(born, left, of_vendor=True) == min(same_day(born, 18), left or date.max)


@given(born=DAYS, left=st.none() | DAYS)
def test_the_clock_runs_from_the_day_and_not_before_and_nobody_is_kept_at_20(born: date, left: date | None) -> None:
    from fileroom.programmes.social_media.rounds import clock_of

    days = default_calendar()
    starts = min(same_day(born, 18), left or date.max)
    assert clock_of(born, left, starts - timedelta(days=1), days).began_on is None
    assert clock_of(born, left, starts, days).began_on == starts
    day = last(born, left)
    assert day is not None and age_on(born, day) <= 19


@pytest.mark.parametrize(
    ("born", "by"),
    [
        (date(2008, 2, 29), date(2027, 2, 28)),
        (date(2008, 3, 1), date(2027, 3, 1)),
        (date(2004, 2, 29), date(2023, 2, 28)),
    ],
)
def test_born_on_29_february_it_goes_by_the_28th(born: date, by: date) -> None:
    assert last(born, None) == by


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def rounds(at: datetime = AT) -> list[tuple[str, date | None]]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.rounds import look_round

    look_round(at=at)
    with district_transaction():
        rows = Duty.objects.filter(done_at=None, room__startswith="social_media").order_by("rule")
        return [(it.rule.rpartition(".")[2], it.due_on) for it in rows]


def test_the_round_owes_a_destruction_once_the_year_runs_and_destroys_nothing(there: Offices) -> None:
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=17 * 365))
    item = gathers(there.town.principal.by, there.town.ana.id)
    assert rounds() == []
    born = date(make.TODAY.year - 18, make.TODAY.month, make.TODAY.day)
    make.change(there.town.ana, birth_on=born)
    due = [("destroy_when_done", same_day(born, 19))]
    assert rounds() == due and rounds() == due, "owed once"
    assert rounds(AT + timedelta(days=800)) != [] and readable(item.record), "no round destroys"


def test_who_comes_back_owes_it_by_the_birthday_alone(there: Offices) -> None:
    left = make.TODAY - timedelta(days=100)
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    gathers(there.town.principal.by, there.town.ana.id)
    make.change(there.town.spell, left_on=left, left_by="office")
    assert rounds() == [("destroy_when_done", same_day(left, 1))]
    make.enrolment(there.town.ana, there.town.school, since=make.TODAY - timedelta(days=2))
    assert rounds() == []


def test_an_absence_that_nobody_has_confirmed_lets_the_year_run_too(there: Offices) -> None:
    left = make.TODAY - timedelta(days=30)
    gathers(there.town.principal.by, there.town.ana.id)
    make.change(there.town.spell, left_on=left, left_by="absence")
    assert rounds() == [("destroy_when_done", same_day(left, 1))]


def test_a_person_destroys_it_and_the_duty_is_done(there: Offices) -> None:
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.retention.services import Disposed

    item = gathers(there.town.principal.by, there.town.ana.id)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=300), left_by="office")
    assert len(rounds()) == 1
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Disposed)
    assert rounds() == [] and not readable(item.record)


def test_the_notice_of_a_new_school_year_is_owed(there: Offices) -> None:
    assert rounds() == []
    next_year = AT + timedelta(days=365)
    assert rounds(next_year) == [("notify_parent_before", None)]


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
    assert ("notify_vendor", make.TODAY) not in rounds()
    assert isinstance(vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT), UUID)


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


def test_what_counsel_owes_on_a_hold_outlives_the_rounds(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.records.services import hold

    item = gathers(there.town.principal.by, there.town.ana.id)
    hold(there.town.ana.id, reason="litigation", by=None, at=AT)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused)
    counsels = ("counsel_review", make.TODAY)
    assert rounds(AT + timedelta(days=1)) == [counsels], "before the year runs"
    left = make.TODAY - timedelta(days=366)
    make.change(there.town.spell, left_on=left, left_by="office")
    for day in (1, 2):
        assert rounds(AT + timedelta(days=day)) == [("destroy_when_done", same_day(left, 1)), counsels]


def test_who_goes_to_another_school_takes_the_duty_along(there: Offices) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=18 * 365 + 30))
    gathers(there.town.principal.by, there.town.ana.id)
    before = rounds()
    other = make.school("Tule Fog High")
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=2), left_by="office")
    make.enrolment(there.town.ana, other, since=make.TODAY - timedelta(days=1))
    assert rounds() == before, "by the same day"
    with district_transaction():
        assert [it.school for it in Duty.objects.filter(done_at=None)] == [other.id]


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


def vendors_item_of(there: Offices, vendor: UUID) -> None:
    gathers(there.town.principal.by, there.town.ana.id, vendor=vendor)
