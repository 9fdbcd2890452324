"""What the Superintendent's office owes this very day is told by a mail at once: one an hour, and it says nothing."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.casework.mailing import MailServer
from tests.casework.waiting import goes_round, mails
from tests.conftest import AT
from tests.programmes.enforcement.coming import comes, discharged

CHIEF = "chief@alder-creek.test"


@pytest.fixture
def chief(town: make.Town) -> make.Staffed:
    """Of the Superintendent's office."""
    chief = make.staffed("chief", "administrator", None)
    make.change(chief.row, email=CHIEF)
    make.change(town.registrar.row, email="maribel@alder-creek.test")
    return chief


def told(minutes: int = 0) -> int:
    from fileroom.programmes.told_today import tell

    return tell(at=after(minutes))


def after(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def owes(began_at: datetime = AT, **of: Any) -> None:
    """Something that the Superintendent's office owes."""
    from fileroom.duties import services as duties
    from fileroom.law import default_calendar

    rule = "disclosure.missing_children.alert_police_first"
    owed = duties.Owed(rule, "missing_children", uuid4(), began_at, "superintendent", **of)
    duties.owe([owed], calendar=default_calendar(), caused_by=uuid4())


def still(who: make.Staffed, minutes: int = 0) -> bool:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.told_today import still_so

    with district_transaction():
        return still_so(who.row.id, UUID(int=0), "", after(minutes))


def test_an_officer_at_the_counter_is_told_once_and_the_next_one_within_the_hour_later(
    town: make.Town, chief: make.Staffed, smtp: MailServer
) -> None:
    assert told() == 0
    comes(town.registrar.by, "immigration")
    assert told(1) == 1 and told(2) == 0
    comes(town.registrar.by, "immigration", at=after(30))
    assert told(31) == 0 and told(62) == 1
    assert goes_round(smtp, at=after(63)) == 2
    to, said = smtp.taken[0]
    assert to == [CHIEF] and "http://alder-creek.test/owed/" in said.as_string()
    assert not re.search(r"\b(agent|custodian|immigration|officer|order)s?\b", said.as_string().lower())


def test_what_was_read_meanwhile_is_told_to_nobody(town: make.Town, chief: make.Staffed, smtp: MailServer) -> None:
    of = comes(town.registrar.by, "immigration").id
    assert told(1) == 1 and still(chief, 1) and not still(town.registrar, 1)
    discharged(of, chief.by, at=after(2))
    goes_round(smtp, at=after(3))
    assert smtp.taken == [] and mails()[0].why == "gone"


def test_an_office_that_nobody_holds_is_told_and_what_is_due_later_is_not(town: make.Town, chief: make.Staffed) -> None:
    from fileroom.people.vacancies import look_round

    owes(due_on=make.TODAY + timedelta(days=1))
    assert told() == 0
    look_round(at=AT)
    assert told(1) == 1


def test_who_is_kept_from_the_child_learns_by_no_mail_that_anything_waits(town: make.Town, chief: make.Staffed) -> None:
    owes(student=town.ana.id, due_on=make.TODAY)
    assert still(chief)
    make.order(town.ana, make.contact("Chief", "Abara"))
    assert not still(chief) and told() == 0


def test_what_begins_within_the_hour_before_midnight_is_told_after_it(town: make.Town, chief: make.Staffed) -> None:
    late = 13 * 60 + 30  # midnight, in minutes from now
    owes(after(late - 55), due_on=make.TODAY)
    assert told(late - 55) == 1
    owes(after(late - 30), due_on=make.TODAY)
    assert told(late - 30) == 0 and told(late + 6) == 1
    assert told(late + 70) == 0, "it was told"
    assert still(chief, late + 70), "what a mail server puts off goes after midnight too"
    assert not still(chief, late + 25 * 60) and told(late + 25 * 60) == 0


def test_a_reported_incident_is_told_at_once_on_whatever_day_it_is_due_and_an_exercise_is_not(
    town: make.Town, chief: make.Staffed
) -> None:
    from tests.programmes.incidents.reporting import assesses, reports

    reports(chief.by, exercise=True)
    assert told() == 0
    of = reports(town.teacher.by)
    assert told(1) == 1 and still(chief, 1)
    assesses(of, chief.by, at=after(120))
    assert told(121) == 1, "the people are to be told"


def test_a_mail_that_no_server_took_is_no_telling(town: make.Town, chief: make.Staffed, smtp: MailServer) -> None:
    smtp.to_recipient = "450 not now"
    owes(due_on=make.TODAY)
    assert told(1) == 1
    for minutes in (2, 5, 20, 90, 460):
        goes_round(smtp, at=after(minutes))
    assert [(it.state, it.why) for it in mails()] == [("given_up", "unreached")]
    assert told(461) == 1
    smtp.to_recipient = "250 OK"
    assert goes_round(smtp, at=after(462)) == 1 and told(600) == 0
