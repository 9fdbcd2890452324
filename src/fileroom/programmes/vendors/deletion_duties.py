"""What is owed about a family's request: the rules that answered name it; here stands only whose each is.

The list of releases and the kept request are the act's own: its entry, and the paper in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import Decision, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.designators import COUNSEL
from fileroom.people.owed import SUPERINTENDENT

ROOM = "deletions"
ISSUE = "programmes.operators_requests.issue_letter"
OWN_DELETION = "programmes.operators_requests.decide_own_deletion"
READ_BY_COUNSEL = "programmes.operators_orders.counsel_review"
POLICE_FIRST = "programmes.operators_orders.alert_police_first"
OFFICES = {
    DutyCode.ISSUE_LETTER: (ISSUE, SUPERINTENDENT),
    DutyCode.DECIDE_OWN_DELETION: (OWN_DELETION, SUPERINTENDENT),
    DutyCode.COUNSEL_REVIEW: (READ_BY_COUNSEL, COUNSEL),
    DutyCode.ALERT_POLICE_FIRST: (POLICE_FIRST, SUPERINTENDENT),
}
TODAY = (READ_BY_COUNSEL, POLICE_FIRST)


def owe(request: UUID, student: UUID, decision: Decision, *, cleared: bool, entry: UUID, at: datetime) -> None:
    """Enter what this decision names. `cleared`: counsel has spoken, and is not asked again."""
    duties.owe(
        _owed(request, student, decision, cleared, at), calendar=calendar() or default_calendar(), caused_by=entry
    )


def owe_police_first(request: UUID, student: UUID, *, entry: UUID, at: datetime) -> None:
    """The child was reported missing after the family had asked: the police hear before the letter goes (again)."""
    told = Owed(POLICE_FIRST, ROOM, request, at, office=SUPERINTENDENT, student=student, due_on=district_day(at))
    duties.owe([told], calendar=calendar() or default_calendar(), caused_by=entry)


def names_counsel(decision: Decision) -> bool:
    """Does the law send it to counsel?"""
    return any(duty.code == DutyCode.COUNSEL_REVIEW for duty in decision.duties)


def _owed(request: UUID, student: UUID, decision: Decision, cleared: bool, at: datetime) -> Iterator[Owed]:
    for duty in decision.duties:
        rule, office = OFFICES.get(DutyCode(duty.code), ("", ""))
        if rule and not (cleared and rule == READ_BY_COUNSEL):
            due_on = district_day(at) if rule in TODAY else None
            yield Owed(rule, ROOM, request, at, office=office, student=student, due_on=due_on)
