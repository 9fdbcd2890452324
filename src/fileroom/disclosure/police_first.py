"""A child whom the police have reported missing is asked about: the agency hears of it first (Ed. Code 49068.6).

Every asking is owed, in its own transaction and for today, to the Superintendent or a designee and to the custodians of
the child's records: a look of an employee's, a page of a family's, a link, a copy for somebody outside, a refusal.
Until one of them has noted which agency they told of it (police_told.py), no page of a family's, no link and no copy
opens to whoever asked; an employee's own look does not wait. Nobody who asks is told why.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from fileroom.disclosure import parties
from fileroom.disclosure.shown import Recipient
from fileroom.duties import queries as duties_done
from fileroom.duties import services as duties
from fileroom.duties.models import PART_LENGTH
from fileroom.duties.services import Owed
from fileroom.law import Decision, Outcome, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import PACIFIC, district_day
from fileroom.people.calendars import calendar
from fileroom.people.circumstances import missing_since
from fileroom.people.facts import CUSTODIAN, StudentFacts
from fileroom.people.names import employee_name, may_be_one_name
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn

ROOM = "missing_children"
RULE = "disclosure.missing_children.alert_police_first"
# So long what the police were told of somebody's asking covers that they ask again: within it nobody is alerted anew,
# but where the child is reported missing a second time.
TOLD_FOR = timedelta(days=7)
SOMEBODY = "somebody"  # of whom nobody has a name: whoever asks next is somebody else, and told of by themselves


def who_asks(by: SignedIn) -> str:
    """The holder of an account, as the register of duties parts one asking from another."""
    account = by.account
    return (account.employee_id or account.contact_id or account.student_id or account.id).hex


def is_named(by: SignedIn, name: str) -> bool:
    """Does this employee bear the name of whoever asked? Who works here may be a parent, and asks as one."""
    employee = by.account.employee
    return employee is not None and may_be_one_name(employee_name(employee), name)


def who_receives(to: Recipient) -> str:
    """The same of somebody who would be given a copy: one on file by their id, another by a digest of their name, under
    a key that this database never sees."""
    if to.on_file is not None:
        return to.on_file.hex
    if not to.name and not to.organisation:
        return SOMEBODY
    said = json.dumps(["asks", to.name.casefold(), to.organisation.casefold()])
    return hmac.digest(parties.key(), said.encode(), "sha256").hex()[:PART_LENGTH]


def is_owed(decision: Decision) -> bool:
    """Does the law say that the police hear of this first?"""
    return any(it.code == DutyCode.ALERT_POLICE_FIRST for it in decision.duties)


def waits(student: StudentFacts, decision: Decision, who: str, *, on: date) -> bool:
    """Are they to hear of it, and has nobody noted yet that they did? Part of the open transaction."""
    return is_owed(decision) and not _told(student.id, who, on)


def _told(student: UUID, who: str, on: date) -> bool:
    if who == SOMEBODY:
        return False
    week_ago = datetime.combine(on - TOLD_FOR, time(), PACIFIC)
    since = max(week_ago, missing_since(student) or datetime.combine(on, time(), PACIFIC))
    return duties_done.was_done(ROOM, student, part=who, since=since)


def asked_about(student: StudentFacts, decision: Decision, who: str, entry: UUID, at: datetime) -> None:
    """Somebody has asked, by this entry: it is owed today. Part of the open transaction."""
    today = district_day(at)
    if not waits(student, decision, who, on=today):
        return
    part = entry.hex if who == SOMEBODY else who
    offices: list[tuple[str, UUID | None]] = [(SUPERINTENDENT, None)]
    offices += [(CUSTODIAN, school) for school in student.schools or (None,)]
    owed = [
        Owed(RULE, ROOM, student.id, at, office, school, student=student.id, part=part, due_on=today)
        for office, school in offices
    ]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def held_back(decision: Decision) -> Decision:
    """The answer meanwhile: no, and not why. The office is shown whom to ask; that the police hear first stands in it
    still, for it is owed by this answer too."""
    return replace(decision, outcome=Outcome.NO, says="", because=(), missing=(), limits=(), first=(), silent=True)


def as_told(decision: Decision, *, shut: bool) -> Decision:
    """The answer as the office is shown it: without this duty, which stands with whom it is owed by. `shut`: it waits
    for them."""
    decision = held_back(decision) if shut else decision
    others = tuple(it for it in decision.duties if it.code != DutyCode.ALERT_POLICE_FIRST)
    first = tuple(it for it in decision.first if it.code != DutyCode.ALERT_POLICE_FIRST)
    return replace(decision, duties=others, first=first)
