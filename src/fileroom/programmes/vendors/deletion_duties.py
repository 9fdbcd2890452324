"""What is owed about a family's request: the rules that answered name it; here stands only whose each is.

The list of releases and the kept request are the act's own: its entry, and the paper in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import Decision, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.designators import COUNSEL
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.vendors.deletion_knowing import counsels_word, police_first

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
ANSWER = "answer"  # part: counsel says no, and the family is told that it is given no letter


def settle(row: DeletionRequest, decision: Decision, *, entry: UUID, at: datetime) -> None:
    """Enter what the law's answer of today names about a kept request and nobody owes yet, and let go what it names no
    longer: whoever asks it, and each round, for a day or an order may change it without an act. Part of the open
    transaction."""
    owed, over = [] if row.closed_why else list(_owed(row, decision, at)), Over(None, entry, at)
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)
    if not _is_told_no(row, decision):
        duties.let_go(ROOM, row.id, over, rule=READ_BY_COUNSEL, part=ANSWER)
    if not police_first(row, decision):
        duties.let_go(ROOM, row.id, over, rule=POLICE_FIRST)


def names_counsel(decision: Decision) -> bool:
    """Does the law send it to counsel?"""
    return any(duty.code == DutyCode.COUNSEL_REVIEW for duty in decision.duties)


def awaits_counsel(request: UUID, at: datetime) -> bool:
    """Does counsel owe a word on it? Part of the open transaction."""
    return any(it.rule == READ_BY_COUNSEL and it.office == COUNSEL for it in queries.about(ROOM, [request], at=at))


def _owed(row: DeletionRequest, decision: Decision, at: datetime) -> Iterator[Owed]:
    """Each once, but counsel's word, that is owed whenever none stands; and what the police hear, whenever they have
    not. After a no the family is told so, and is not refused in silence."""
    before, today = queries.entered(ROOM, row.id), district_day(at)
    again = {READ_BY_COUNSEL: counsels_word(row) is None, POLICE_FIRST: police_first(row, decision)}
    for duty in decision.duties:
        rule, office = OFFICES.get(DutyCode(duty.code), ("", ""))
        if rule and again.get(rule, rule not in before):
            due_on = today if rule in TODAY else None
            yield Owed(rule, ROOM, row.id, at, office=office, student=row.student_id, due_on=due_on)
    if _is_told_no(row, decision):
        yield Owed(
            READ_BY_COUNSEL, ROOM, row.id, at, office=SUPERINTENDENT, student=row.student_id, part=ANSWER, due_on=today
        )


def _is_told_no(row: DeletionRequest, decision: Decision) -> bool:
    """Has counsel said no, and is that why there is no letter?"""
    return counsels_word(row) is False and row.letter is None and names_counsel(decision)
