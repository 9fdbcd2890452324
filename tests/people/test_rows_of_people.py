"""What the tables themselves refuse, and what follows from a day: names, offices, accounts, spells."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fileroom.people.names import search_key
from tests import factories as make
from tests.conftest import AT
from tests.factories import TODAY, change, keep

if TYPE_CHECKING:
    from django.db.models import Model

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def refused(constraint: str, make_rows: Callable[[], Model]) -> None:
    """The database refuses the row, by this constraint."""
    from django.db import IntegrityError

    with pytest.raises(IntegrityError, match=constraint):
        keep(make_rows())


def test_an_account_belongs_to_exactly_one_person(district: str) -> None:
    from fileroom.people.models import Account

    employee, contact = make.employee(), make.contact()
    refused("account_belongs_to_exactly_one", lambda: Account(sign_in_name="nobody"))
    refused("account_belongs_to_exactly_one", lambda: Account(sign_in_name="two", employee=employee, contact=contact))
    refused("account_belongs_to_exactly_one", lambda: Account(
        sign_in_name="three", employee=employee, contact=contact, student=make.student()
    ))  # fmt: skip
    make.account("one", employee=employee)
    refused("employee_id", lambda: Account(sign_in_name="second", employee=employee))
    refused("sign_in_name", lambda: Account(sign_in_name="one", contact=contact))


def test_a_relationship_is_not_verified_without_a_day_and_a_person(district: str) -> None:
    from fileroom.people.models import Relationship

    student, contact = make.student(), make.contact()
    for half in ({}, {"verified_on": TODAY}, {"verified_by": uuid4()}):
        refused("says_when_and_by_whom", lambda half=half: Relationship(  # type: ignore[misc]
            student=student, contact=contact, kind="parent", standing="verified", **half
        ))  # fmt: skip
    make.relationship(student, contact)
    refused("one_relationship_per_pair", lambda: Relationship(student=student, contact=contact, kind="guardian"))


def test_spells_do_not_end_before_they_begin(district: str) -> None:
    from fileroom.people import models as m

    school, student, employee = make.school(), make.student(), make.employee()
    relation = make.relationship(student, make.contact())
    spell = {"from_on": TODAY, "to_on": YESTERDAY}
    refused("enrolment_ends", lambda: m.Enrolment(student=student, school=school, entered_on=TODAY, left_on=YESTERDAY))
    refused("assignment_ends", lambda: m.Assignment(employee=employee, role="teacher", **spell))
    refused("caseload_ends", lambda: m.Caseload(employee=employee, student=student, **spell))
    refused("custodian_ends", lambda: m.Custodian(employee=employee, designated_by=uuid4(), **spell))
    refused("custody_ends", lambda: m.Custody(relationship=relation, **spell))
    refused("order_ends", lambda: m.CourtOrder(kind="x", received_at=AT, received_by=uuid4(), **spell))
    refused("term_ends", lambda: m.Term(name="fall", **spell))
    refused("break_ends", lambda: m.Break(kind="fall", **spell))


def test_a_student_has_one_open_spell_at_a_school(district: str) -> None:
    from fileroom.people.models import Enrolment

    school, student = make.school(), make.student()
    first = make.enrolment(student, school)
    refused("one_open_enrolment", lambda: Enrolment(student=student, school=school, entered_on=TODAY))
    change(first, left_on=YESTERDAY)
    make.enrolment(student, school, since=TODAY)


@pytest.mark.parametrize("ssid", ["123456789", "12345678901", "12345x7890", "", "١٢٣٤٥٦٧٨٩٠", "1234567890\n"])
def test_an_ssid_is_ten_digits(district: str, ssid: str) -> None:
    from django.db import DataError, IntegrityError

    with pytest.raises((IntegrityError, DataError)):
        change(make.student(), ssid=ssid)


def test_the_code_of_a_school_is_fourteen_digits_with_its_zeros(district: str) -> None:
    from django.db import IntegrityError

    school = make.school()
    change(school, cds_code="00999990100001")
    with pytest.raises(IntegrityError):
        change(school, cds_code="999990100001")


def test_who_is_pointed_to_is_not_deleted(district: str) -> None:
    from django.db.models import ProtectedError

    student = make.student()
    make.enrolment(student, make.school())
    with pytest.raises(ProtectedError):
        make.drop(student)


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("José", "", "Núñez-Díaz"), "jose nunez-diaz"),
        (("ÁNA", "LUCÍA"), "ana lucia"),
        (("Strauß",), "strauss"),
        (("\u202eana\u202c", "T\u200dorres"), "ana torres"),
        (("  Ana\t\n", " Torres "), "ana torres"),
        (("\x00\x1b[31m",), "[31m"),
        (("İpek",), "ipek"),
        ((), ""),
    ],
)
def test_a_search_key_has_neither_accents_nor_case_nor_marks(names: tuple[str, ...], key: str) -> None:
    assert search_key(*names) == key


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=40), max_size=3))
def test_a_search_key_is_found_again_however_the_name_is_typed(names: list[str]) -> None:
    key = search_key(*names)
    assert search_key(unicodedata.normalize("NFC", " ".join(names))) == search_key(" ".join(filter(None, names)))
    assert search_key(unicodedata.normalize("NFD", " ".join(filter(None, names)))) == key
    assert search_key(key) == key
    assert not any(unicodedata.category(letter) in ("Mn", "Cf", "Cc") for letter in key)


def test_the_name_people_use_comes_before_the_legal_one(district: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import queries

    student = make.student("Anastasia", "Torres")
    make.enrolment(student, make.school())
    change(student, preferred_given="Ana")
    with district_transaction():
        named = queries.named(student.id, on=TODAY)
    assert named is not None
    assert (named.name, named.school, named.grade) == ("Ana Torres", "Alder Creek Elementary", "4")


def test_an_office_is_held_on_its_days_and_vacant_after_them(district: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import queries

    school, ruth = make.school(), make.employee("Ruth", "Whitfield")
    office = make.custodian(ruth, school, since=TODAY)
    change(office, to_on=TODAY)

    def holders(on: object) -> list[str]:
        with district_transaction():
            return [it.holder for it in queries.offices(on=on)]  # type: ignore[arg-type]

    days = (YESTERDAY, TODAY, TOMORROW)
    assert [holders(day) for day in days] == [["", ""], ["", "Ruth Whitfield"], ["", ""]]
    with district_transaction():
        assert [queries.counts(on=day).vacant for day in days] == [2, 1, 2]


def test_an_account_comes_with_its_holder_and_a_closed_one_does_not_come(district: str) -> None:
    from fileroom.people.accounts import account_of, holder

    town = make.town()
    found = account_of(town.principal.by.account.id, on=TODAY)
    assert found is not None
    who = holder(found)
    assert (who.name, who.kind, who.office) == ("Principal Abara", "staff", "Custodian of records")
    family = account_of(town.mother.by.account.id, on=TODAY)
    assert family is not None and holder(family).kind == "family"
    change(town.mother.by.account, is_active=False)
    assert account_of(town.mother.by.account.id, on=TODAY) is None
    assert account_of(uuid4(), on=TODAY) is None


def test_names_are_signed_in_with_in_any_case(district: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    account = make.account("ruth", employee=make.employee())
    with district_transaction():
        assert Account.objects.get_by_natural_key("RUTH").id == account.id
