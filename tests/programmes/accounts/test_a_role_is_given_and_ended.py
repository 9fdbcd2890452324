"""A role given on the page is one the law reads that very moment, and one that was ended opens nothing any more."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Missing
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.accounts.people import CHOSEN, chief, gives, let_in, opened

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def maria(town: make.Town) -> SignedIn:
    """Somebody who works here, with an account and no role."""
    who = make.employee("Maria", "Diaz")
    return make.signed_in(make.account("m.diaz@alder-creek.test", employee=who))


def acts() -> list[str]:
    return [it.act.value for it in entries()]


def opens(who: SignedIn, student: UUID) -> bool:
    from fileroom.disclosure.services import open_file
    from fileroom.people.answers import Refused

    return not isinstance(open_file(student, by=who, at=AT), Refused)


def test_a_registrar_opens_the_file_once_given_the_role_and_not_after_it_was_ended(
    town: make.Town, maria: SignedIn
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.accounts.giving import end_role
    from fileroom.programmes.models import RoleGiven

    head = chief()
    assert not opens(maria, town.ana.id)
    row = gives(maria.account.id, "registrar", town.school.id, by=head.by)
    assert isinstance(row, RoleGiven) and row.assignment_id is not None
    assert opens(maria, town.ana.id)
    turn = maria.account.turn
    end_role(row.assignment_id, by=head.by, at=AT)
    with district_transaction():
        maria.account.refresh_from_db()
    assert maria.account.turn == turn + 1, "open sessions end"
    assert not opens(maria, town.ana.id)
    assert [it for it in acts() if it.startswith("role:")] == ["role:given", "role:ended"]


def test_a_role_for_the_whole_district_holds_when_a_second_person_agrees_and_neither_giver_nor_holder_is_one(
    town: make.Town, maria: SignedIn
) -> None:
    from fileroom.programmes.accounts.desk import may_open
    from fileroom.programmes.accounts.giving import agree
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone
    from fileroom.programmes.models import RoleGiven

    head, second = chief(), chief("second")
    row = gives(maria.account.id, "administrator", by=head.by)
    assert isinstance(row, RoleGiven) and row.assignment_id is None
    assert not opens(maria, town.ana.id)
    alone = agree(row.id, by=head.by, at=AT)
    assert isinstance(alone, NotDone) and alone.no is No.SECOND_PERSON
    assert isinstance(agree(row.id, by=second.by, at=AT), RoleGiven)
    assert opens(maria, town.ana.id)
    assert may_open(by=maria, at=AT)
    assert [it for it in acts() if it.startswith("role:")] == ["role:proposed", "role:refused", "role:agreed"]


def test_who_alone_gives_roles_gives_that_one_too_and_the_ledger_says_so(town: make.Town, maria: SignedIn) -> None:
    chief_ = chief()
    make.staffed("unopened", "administrator", None)  # who has not chosen a password is no second person
    gives(maria.account.id, "administrator", by=chief_.by)
    assert [it.outcome for it in entries() if it.act.value == "role:given"] == ["alone"]


def test_counsel_who_has_not_opened_the_account_is_away_still(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.designators import counsels
    from fileroom.programmes.accounts.inviting import choose_password

    head = chief()
    joined = let_in("Cora", "Law", "c.law@alder-creek.test", by=head.by)
    gives(joined.account, "counsel", by=head.by)
    with district_transaction():
        assert not counsels(AT.date()), "what counsel owes would stand on nobody's first screen"
    assert joined.link is not None and choose_password(joined.link.token, CHOSEN, client="", at=AT)
    with district_transaction():
        assert counsels(AT.date())


def test_nobody_gives_themselves_a_role_nor_ends_the_last_that_gives_them(town: make.Town) -> None:
    from fileroom.programmes.accounts.giving import end_role
    from fileroom.programmes.accounts.joining import close_account
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone

    head = chief()
    found = (
        gives(head.by.account.id, "registrar", town.school.id, by=head.by),
        end_role(head.role.id, by=head.by, at=AT), close_account(head.by.account.id, by=head.by, at=AT),
    )  # fmt: skip
    assert [it.no for it in found if isinstance(it, NotDone)] == [No.ONESELF, No.LAST, No.ONESELF]
    assert [it.outcome for it in entries() if it.act.value.endswith(":refused")] == ["oneself", "last", "oneself"]


def test_whoever_runs_the_systems_is_designated_for_no_records_either(town: make.Town, maria: SignedIn) -> None:
    from fileroom.people.services import RUNS_THE_SYSTEMS, designate_custodian

    head = chief()
    gives(maria.account.id, "it_lead", by=head.by, reason="", from_on=make.TODAY + timedelta(days=3))
    assert maria.account.employee_id
    with pytest.raises(ValidationError, match=re.escape(RUNS_THE_SYSTEMS)):
        designate_custodian(maria.account.employee_id, school_id=None, certificated=True, by=head.by, at=AT)


def test_whoever_does_not_hold_the_office_finds_nothing_to_give_to_end_or_to_see(
    town: make.Town, maria: SignedIn
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.accounts import desk, giving, inviting, joining
    from fileroom.programmes.accounts.inviting import Way
    from fileroom.programmes.accounts.joining import New

    make.change(town.registrar.by.account, password="argon2$of-nobody")
    account = maria.account.id
    for by in (town.registrar.by, town.principal.by, town.mother.by, maria):
        for act in (
            lambda by=by: gives(account, "registrar", town.school.id, by=by),
            lambda by=by: giving.end_role(town.registrar.role.id, by=by, at=AT),
            lambda by=by: inviting.invite(account, Way.HAND, by=by, at=AT),
            lambda by=by: joining.make_account(New(None, "A", "B", "a@b.test"), Way.HAND, by=by, at=AT),
            lambda by=by: joining.correct_address(account, "x@y.test", Way.HAND, by=by, at=AT),
            lambda by=by: joining.close_account(account, by=by, at=AT),
            lambda by=by: joining.reopen_account(account, Way.HAND, by=by, at=AT),
            lambda by=by: desk.listed(desk.Which.OPEN, by=by, at=AT),
            lambda by=by: desk.person(account, by=by, at=AT),
        ):  # fmt: skip
            with pytest.raises(Missing):
                act()
    assert entries() == []


def test_of_two_who_end_each_others_role_at_one_moment_one_gives_roles_still(district: str) -> None:
    from django.db import connection

    from fileroom.hosting import district_transaction, serving
    from fileroom.people.models import Assignment
    from fileroom.programmes.accounts.giving import end_role

    one, other, _ = chief("one"), chief("other"), chief("third")

    def ends(who: make.Staffed, of: make.Staffed) -> object:
        try:
            with serving(district):
                return end_role(of.role.id, by=who.by, at=AT)
        except Missing:  # theirs was ended first
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(ends, (one, other), (other, one)))
    assert [isinstance(it, UUID) for it in found].count(True) == 1
    with district_transaction():
        assert Assignment.objects.filter(role="administrator", to_on=None).count() == 2


def test_a_role_of_a_roster_is_not_ended_here_and_a_closed_account_ends_what_a_person_gave(
    town: make.Town, maria: SignedIn
) -> None:
    from fileroom.collection.models import ImportedAssignment
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee
    from fileroom.people.owed import offices_held
    from fileroom.programmes.accounts.giving import end_role
    from fileroom.programmes.accounts.joining import close_account
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone

    head = chief()
    with district_transaction():
        make.keep(ImportedAssignment(assignment=town.teacher.role))
    found = end_role(town.teacher.role.id, by=head.by, at=AT)
    assert isinstance(found, NotDone) and found.no is No.FROM_A_ROSTER
    opened(town.registrar)
    gives(maria.account.id, "nurse", town.school.id, by=head.by)
    close_account(maria.account.id, by=head.by, at=AT)
    with district_transaction():
        who = Employee.objects.get(account=maria.account)
        assert offices_held(who.id, on=AT.date()) == []
    assert who.left_on == AT.date(), "of no roster: with the account they have left"
    assert acts()[-2:] == ["role:ended", "account:closed"]
