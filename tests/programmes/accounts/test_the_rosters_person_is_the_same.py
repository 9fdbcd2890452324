"""Whoever was let in before the roster brought them is one person with the roster's row, by another's word alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.accounts.people import chief, gives, let_in, opened

if TYPE_CHECKING:
    from fileroom.people.models import Employee, School


def brought(email: str, given: str, family: str, at: School) -> Employee:
    """A roster's row: a teacher of a section, without an account."""
    from fileroom.collection.models import ImportedAssignment
    from fileroom.people.models import Assignment, Employee, SectionTeacher

    row = Employee(given=given, family=family, email=email, source_id=f"t-{family}")
    place = Assignment(employee=row, school=at, role="teacher")
    make.keep(row, place, ImportedAssignment(assignment=place))
    make.keep(SectionTeacher(section=make.section(at), employee=row))
    return row


def test_the_account_keeps_what_it_has_and_gets_what_the_roster_gives(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account
    from fileroom.people.owed import offices_held
    from fileroom.programmes.accounts import desk
    from fileroom.programmes.accounts.same import is_same, twins

    head = chief()
    account = let_in("Maria", "Diaz", "m.diaz@alder-creek.test", by=head.by).account
    gives(account, "registrar", town.school.id, by=head.by)
    row = brought("M.Diaz@alder-creek.test", "María", "Díaz", town.school)
    assert [it.employee for it in twins(account, by=head.by, at=AT)] == [row.id]
    assert is_same(account, row.id, by=head.by, at=AT) == account
    with district_transaction():
        who = Account.objects.select_related("employee").get(pk=account).employee
        assert who is not None and (who.source_id, who.family) == ("t-Díaz", "Díaz")
        held = {role for role, _ in offices_held(who.id, on=AT.date())}
        assert held == {"registrar", "teacher"} and offices_held(row.id, on=AT.date()) == []
    assert twins(account, by=head.by, at=AT) == ()
    assert desk.listed(desk.Which.WITHOUT, "díaz", by=head.by, at=AT).people == ()
    assert [it.part for it in entries() if it.act.value == "account:joined"] == [str(row.id)]


def test_nobody_says_it_of_themselves_nor_of_who_runs_the_systems_nor_of_somebody_unlike(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.same import is_same
    from fileroom.programmes.accounts.standing import NotDone

    head = chief()
    opened(chief("second"))
    mine = brought("", "Chief", "Abara", town.school)
    lead = let_in("Ida", "Lead", "i.lead@alder-creek.test", by=head.by).account
    gives(lead, "it_lead", by=head.by)
    teaches = brought("i.lead@alder-creek.test", "Ida", "Lead", town.school)
    found = (
        is_same(head.by.account.id, mine.id, by=head.by, at=AT), is_same(lead, teaches.id, by=head.by, at=AT)
    )  # fmt: skip
    assert [it.no for it in found if isinstance(it, NotDone)] == [No.ONESELF, No.RUNS_THE_SYSTEM]
    with pytest.raises(Missing):
        is_same(lead, mine.id, by=head.by, at=AT)
