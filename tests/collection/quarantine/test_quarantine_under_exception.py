"""Kept under a law: where the district has declared its exception for that form, and it is in force on the day."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories as make
from tests.collection.conftest import Rows
from tests.collection.declaring import draft, in_force, waiting
from tests.collection.quarantine.holding import districts_custodian, held, settled, state_of
from tests.collection.quarantine.test_quarantine_decided import MEALS
from tests.conftest import AT
from tests.disclosure.asking import entries


def test_a_form_of_a_law_is_kept_apart_under_just_its_exception(town: make.Town, rows: Rows) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.quarantine.lists import template
    from fileroom.collection.quarantine.under_exception import keep_under

    office = districts_custodian()
    id_, meals = held(town.registrar.by, town.ana, MEALS), in_force(town, office)
    payroll = in_force(town, office, exception="staff_payroll")
    assert [it.id for it in template(id_, by=town.principal.by, at=AT, days=10).may.exceptions] == [meals]
    for other in (payroll, uuid4()):
        with pytest.raises(ValidationError):
            keep_under(id_, other, by=town.principal.by, at=AT)
    settled(keep_under(id_, meals, by=town.principal.by, at=AT))
    noted = entries()[-1]
    assert (noted.act, noted.part, noted.outcome) == ("quarantine:kept", "nslp_last4", f"copies:1:{meals}")
    assert noted.rules[0] == "retention.never_taken_in.with_the_form_of_a_law"
    assert rows("SELECT count(*) FROM records_record") == [(0,)], "apart from every file"
    assert rows("SELECT count(*) FROM records_sealed WHERE ciphertext IS NOT NULL") == [(1,)]


def test_under_what_nobody_has_approved_or_what_is_over_or_withdrawn_nothing_is_kept(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.declarations.services import approve, withdraw
    from fileroom.collection.quarantine.lists import template
    from fileroom.collection.quarantine.under_exception import keep_under

    office, id_ = districts_custodian(), held(town.registrar.by, town.ana, MEALS)
    declared = waiting(town.registrar, draft(town))

    def offered(days: int) -> tuple[int, int]:
        may = template(id_, by=town.principal.by, at=AT + timedelta(days=days), days=10).may
        return len(may.exceptions), len(may.undeclared)

    def refused(days: int = 0) -> None:
        with pytest.raises(ValidationError, match="declared and that is in force"):
            keep_under(id_, declared, by=town.principal.by, at=AT + timedelta(days=days))

    assert offered(0) == (0, 1), "its law is named, and that nobody has declared it"
    refused()
    approve(declared, by=office.by, at=AT)
    assert [offered(days) for days in (0, 30, 31)] == [(1, 0), (1, 0), (0, 1)]
    refused(31)
    withdraw(declared, by=office.by, at=AT)
    assert offered(0) == (0, 1)
    refused()
    assert state_of(id_) == "held"


def test_a_form_of_one_school_is_kept_of_the_students_of_that_school(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.quarantine.under_exception import keep_under

    office, mesa = districts_custodian(), make.school("Mesa Middle")
    child = make.student("Lía", "Ortega")
    make.enrolment(child, mesa)
    meals = in_force(town, office)
    here = held(town.registrar.by, town.ana, MEALS)
    there = held(make.staffed("mesa", "registrar", mesa).by, child, MEALS)
    with pytest.raises(ValidationError, match="does not cover all"):
        keep_under(there, meals, by=office.by, at=AT)
    assert settled(keep_under(here, meals, by=office.by, at=AT)).number == 1
    assert (state_of(here), state_of(there)) == ("kept", "held")


def test_the_same_number_on_another_form_is_covered_by_no_exception(town: make.Town) -> None:
    from fileroom.collection.quarantine.lists import template

    in_force(town, districts_custodian())
    id_ = held(town.registrar.by, town.ana, b"Field trip permission\nLast four digits of SSN of parent: XXX-XX-4471\n")
    may = template(id_, by=town.principal.by, at=AT, days=10).may
    assert (may.exceptions, may.undeclared) == ((), ())
