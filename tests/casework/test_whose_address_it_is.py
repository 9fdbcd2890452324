"""No mail goes to an address that somebody whom an order bars has, had, or signs in with, however it is spelt."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.casework.mailing import MailServer
from tests.casework.waiting import HERS, Waiting, goes_round, link, mails, order_against, waiting
from tests.conftest import AT

if TYPE_CHECKING:
    from uuid import UUID


def card(it: Waiting, about: UUID, address: str, *, of: UUID | None = None, days: int = 1) -> None:
    """A telephone card is filed: a newer one of Ana's, or one in another child's file."""
    from fileroom.collection.services import Collected, collect

    said = {"mobile": "(559) 555-0141", "email": address}
    by, at = it.town.registrar.by, AT + timedelta(seconds=days)
    done = collect(of or it.town.ana.id, "contact_and_household", said, by=by, at=at, about=about)
    assert isinstance(done, Collected)


def kept_back(it: Waiting, smtp: MailServer) -> bool:
    order_against(it, it.father)
    link(it)
    goes_round(smtp)
    (mail,) = mails()
    return (mail.state, mail.why, smtp.taken) == ("withheld", "by_law", [])


@pytest.mark.parametrize("name", [HERS, "Rosa@Home.test", "ro.sa+forms@home.test"])
def test_the_name_that_he_signs_in_with(there: Waiting, smtp: MailServer, name: str) -> None:
    make.change(there.father.by.account, sign_in_name=name)
    assert kept_back(there, smtp)


def test_an_address_that_he_had_before(town: make.Town, smtp: MailServer) -> None:
    there = waiting(town, his=HERS)
    card(there, there.father.row.id, "new@his.test")
    assert kept_back(there, smtp)


def test_the_address_on_his_row_in_another_childs_file(there: Waiting, smtp: MailServer) -> None:
    make.relationship(there.town.ben, there.father.row)
    card(there, there.father.row.id, HERS, of=there.town.ben.id)
    assert kept_back(there, smtp)


def test_the_address_on_another_row_of_his_name(there: Waiting, smtp: MailServer) -> None:
    again = make.contact("Father", "Torres")
    make.relationship(there.town.ben, again)
    card(there, again.id, HERS, of=there.town.ben.id)
    assert kept_back(there, smtp)


@pytest.mark.parametrize("hers", ["rosa+school@home.test", "r.o.s.a@home.test", "ROSA@HOME.TEST"])
def test_his_address_spelt_another_way(town: make.Town, smtp: MailServer, hers: str) -> None:
    assert kept_back(waiting(town, hers=hers, his=HERS), smtp)


def test_the_address_of_an_employee_of_his_name(there: Waiting, smtp: MailServer) -> None:
    make.change(there.town.teacher.row, given="Father", family="Torres", email=HERS)
    assert kept_back(there, smtp)


@pytest.mark.parametrize(("given", "family"), [("Tomasa", "Abara"), ("Mother", "Torres")])
def test_the_address_of_an_employee_of_another_name_is_nobodys_who_is_barred(
    there: Waiting, smtp: MailServer, given: str, family: str
) -> None:
    make.change(there.town.teacher.row, given=given, family=family, email=HERS)
    assert not kept_back(there, smtp) and len(smtp.taken) == 1


def test_what_she_had_before_herself_keeps_nothing_back(there: Waiting, smtp: MailServer) -> None:
    card(there, there.town.mother.row.id, "rosa.torres@home.test")
    assert not kept_back(there, smtp) and smtp.taken[0][0] == ["rosa.torres@home.test"]


@pytest.mark.parametrize("family", ["Tórres", "Torres Ruiz", "TORRES-RUIZ"])
def test_the_address_on_another_row_of_his_name_as_another_clerk_writes_it(
    there: Waiting, smtp: MailServer, family: str
) -> None:
    again = make.contact("Father", family)
    make.relationship(there.town.ben, again)
    card(there, again.id, HERS, of=there.town.ben.id)
    assert kept_back(there, smtp)


@pytest.mark.parametrize(
    ("given", "family", "again"),
    [
        ("Minh", "Đặng", ("Minh", "Đặng")),
        ("Anders", "Sørensen", ("Anders", "Sørensen")),
        ("Juan Garcia", "Lopez", ("Juan", "Garcia")),  # as a list without a comma has it
        ("David Kim", "Jr", ("David", "Kim")),
        ("Juan", "Delacruz", ("J.", "de la Cruz")),
    ],
)
def test_the_address_on_another_row_of_his_name_however_a_list_parted_it(
    there: Waiting, smtp: MailServer, given: str, family: str, again: tuple[str, str]
) -> None:
    make.change(there.father.row, given=given, family=family)
    twin = make.contact(*again)
    make.relationship(there.town.ben, twin)
    card(there, twin.id, HERS, of=there.town.ben.id)
    assert kept_back(there, smtp)


def test_a_grown_students_mail_goes_to_their_own_address_and_never_to_the_households(
    there: Waiting, smtp: MailServer
) -> None:
    from fileroom.collection.services import collect

    make.change(there.town.ana, birth_on=AT.date() - 19 * make.YEAR)
    said, by = {"email": "family@home.test"}, there.town.registrar.by
    collect(there.town.ana.id, "contact_and_household", said, by=by, at=AT)
    link(there, contact=None)
    goes_round(smtp)
    assert smtp.taken == [], "the household's mailbox is a parent's as like as not"
    own = said | {"student_email": "ana@alder.test"}
    collect(there.town.ana.id, "contact_and_household", own, by=by, at=AT + timedelta(seconds=1))
    link(there, contact=None)
    goes_round(smtp)
    assert [to for to, _ in smtp.taken] == [["ana@alder.test"]]
