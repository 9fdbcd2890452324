"""The demonstration is whole on whatever day it is first made."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

DAYS = [(month, 31 if month == 8 else 1) for month in range(1, 13)]


@pytest.mark.parametrize(("month", "day"), DAYS)
@pytest.mark.usefixtures("district")
def test_in_every_month_the_office_files_and_the_order_binds(month: int, day: int) -> None:
    from fileroom.collection.demonstration import file_first_records
    from fileroom.hosting import district_transaction
    from fileroom.people import founding
    from fileroom.people.models import CourtOrder
    from fileroom.records.models import Record

    at = datetime(2027, month, day, 17, 30, tzinfo=UTC)
    people = founding.demonstration("a long and private phrase", at=at)
    file_first_records(people, at=at)
    with district_transaction():
        items = list(Record.objects.filter(student_id=people.ana).values_list("item", flat=True))
        assert sorted(items) == [
            "contact_and_household", "contact_and_household", "court_order", "immunization", "parent_name_and_address",
            "test_results",
        ]  # fmt: skip
        assert CourtOrder.objects.get().restrained_id == people.father


@pytest.mark.usefixtures("district")
def test_what_the_law_refuses_to_the_demonstrations_office_is_no_demonstration() -> None:
    from fileroom.collection.demonstration import NotFiled, file_first_records
    from fileroom.people import founding

    at = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
    people = founding.demonstration("a long and private phrase", at=at)
    with pytest.raises(NotFiled):
        file_first_records(people, at=at - timedelta(days=365))


@pytest.mark.usefixtures("district")
def test_nobody_signs_in_to_a_half_demonstration_and_the_next_start_makes_it_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from fileroom.cli import demo
    from fileroom.collection import demonstration
    from fileroom.hosting import district_transaction
    from fileroom.people import founding
    from fileroom.people.models import Account, CourtOrder
    from fileroom.records.models import Record

    def refused(*_: object, **__: object) -> None:
        raise demonstration.NotFiled("no order is taken in today")

    at = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
    with monkeypatch.context() as cut_short:
        cut_short.setattr(demonstration, "file_order", refused)
        with pytest.raises(demonstration.NotFiled):
            demo.demonstration(at=at)
    with district_transaction():
        assert Account.objects.count() == 7
        assert not Account.objects.filter(is_active=True).exists()
        assert Record.objects.count() == 5
        assert not CourtOrder.objects.exists()
    assert not founding.is_open()
    demo.demonstration(at=at + timedelta(days=1))
    with district_transaction():
        assert Account.objects.filter(is_active=True).count() == 7
        assert Record.objects.count() == 6
        assert CourtOrder.objects.count() == 1
    assert founding.is_open()


@pytest.mark.usefixtures("district")
def test_in_a_district_of_other_people_no_demonstration_is_made() -> None:
    from fileroom.cli import demo
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Contact

    with district_transaction():
        somebody = Contact.objects.create(given="Noor", family="Haddad", search_name="noor haddad")
        Account.objects.create(sign_in_name="noor", contact=somebody, is_active=False)
    demo.demonstration(at=datetime(2026, 10, 19, 17, 30, tzinfo=UTC))
    with district_transaction():
        assert Account.objects.count() == 1


def test_the_holidays_move_with_the_year_and_none_falls_on_a_weekend() -> None:
    from fileroom.people.founding import _holidays

    assert _holidays(2026)["Juneteenth"] == date(2027, 6, 18)
    assert _holidays(2027)["Thanksgiving"] == date(2027, 11, 25)
    assert _holidays(2027)["New Year's Day"] == date(2027, 12, 31)
    for year in range(2024, 2040):
        assert all(day.weekday() < 5 for day in _holidays(year).values())


@pytest.mark.usefixtures("district")
def test_the_meal_application_is_in_use_under_what_one_declared_and_another_approved() -> None:
    from fileroom.cli import demo
    from fileroom.collection.models import Declaration, RegisteredForm
    from fileroom.hosting import district_transaction

    demo.demonstration(at=datetime(2026, 10, 19, 17, 30, tzinfo=UTC))
    with district_transaction():
        declared, form = Declaration.objects.get(), RegisteredForm.objects.get()
    assert (declared.exception, declared.to_on, declared.form_id) == ("nslp_last4", date(2027, 6, 30), form.id)
    assert declared.approved_by not in (None, declared.declared_by)
    assert (form.state, form.under) == ("used", declared.id)
