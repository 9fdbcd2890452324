"""What is owed because an officer or agent came: the rules that answered name it; here stands only whose each is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import Decision, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import EnforcementRequest

ROOM, COUNSEL = "enforcement", "counsel"
TOLD = "disclosure.immigration_enforcement.notify_superintendent"
WRITTEN_DOWN = "disclosure.immigration_enforcement.document_encounter"
READ_BY_COUNSEL = "disclosure.immigration_enforcement.counsel_review"
TO_THE_BOARD = "disclosure.immigration_enforcement.report_to_board"
FAMILY_TOLD = "disclosure.immigration_enforcement.notify_parent_after"
PAPERS_GIVEN = "programmes.immigration_requests.give_family_the_papers"
WRITTEN_TO_JUSTICE = "programmes.immigration_requests.write_to_childrens_justice"
SILENT = "disclosure.court_notices.do_not_notify_parent"
SILENCE_OVER = "disclosure.court_process_limits.review_at_expiry"
OFFICERS_AT_THE_DOOR = "disclosure.nonpublic_areas.officers_without_a_judges_paper"

RULES = {
    DutyCode.NOTIFY_SUPERINTENDENT: TOLD,
    DutyCode.DOCUMENT_ENCOUNTER: WRITTEN_DOWN,
    DutyCode.COUNSEL_REVIEW: READ_BY_COUNSEL,
    DutyCode.REPORT_TO_BOARD: TO_THE_BOARD,
    DutyCode.NOTIFY_PARENT_AFTER: FAMILY_TOLD,
    DutyCode.GIVE_FAMILY_THE_PAPERS: PAPERS_GIVEN,
    DutyCode.WRITE_TO_CHILDRENS_JUSTICE: WRITTEN_TO_JUSTICE,
    DutyCode.DO_NOT_NOTIFY_PARENT: SILENT,
    DutyCode.REVIEW_AT_EXPIRY: SILENCE_OVER,
}
TODAY = (TOLD, WRITTEN_DOWN, READ_BY_COUNSEL, OFFICERS_AT_THE_DOOR)
OF_THE_FAMILY = (FAMILY_TOLD, PAPERS_GIVEN)
BY_READING = (TOLD, OFFICERS_AT_THE_DOOR)  # done when the Superintendent or a designee says that they have read it
OF_SILENCE = (SILENT, SILENCE_OVER)
# What somebody says is done; the rest is done by the act itself.
BY_HAND = (*BY_READING, READ_BY_COUNSEL, *OF_THE_FAMILY, WRITTEN_TO_JUSTICE, *OF_SILENCE)


def owe(
    row: EnforcementRequest, decided: Iterable[Decision], *, again: bool, by: SignedIn, entry: UUID, at: datetime
) -> None:
    """Enter what these decisions name, each once; what is owed or done stays so, whatever is answered later.

    `again`: counsel has something new to read. While a court's paper forbids telling the family, it is not told; where
    that was answered by mistake, it is owed again. Part of the open transaction.
    """
    named, open_ = _named(list(decided)), {it.rule for it in queries.about(ROOM, [row.id], at=at)}
    no_more = SILENT in open_ and SILENT not in named
    anew = ({READ_BY_COUNSEL} if again else set()) | (set(OF_THE_FAMILY) if no_more else set())
    rules = named - (queries.entered(ROOM, row.id) - (anew - open_))
    duties.owe(_owed(row, rules, by, at), calendar=calendar() or default_calendar(), caused_by=entry)
    silent = SILENT in rules or (SILENT in named and SILENT in open_)
    for rule in (*(OF_THE_FAMILY if silent else ()), *(OF_SILENCE if no_more else ())):
        duties.let_go(ROOM, row.id, Over(by.account.id, entry, at), rule=rule)


def owe_the_family(row: EnforcementRequest, *, by: SignedIn, entry: UUID, at: datetime) -> None:
    """The silence that a court had ordered is over: from now on the family is to be told."""
    owed = _owed(row, OF_THE_FAMILY, by, at)
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def _named(decided: Collection[Decision]) -> set[str]:
    rules = {RULES[code] for it in decided for duty in it.duties if (code := DutyCode(duty.code)) in RULES}
    if any(it.rule == OFFICERS_AT_THE_DOOR for decision in decided for it in decision.because):
        rules.add(OFFICERS_AT_THE_DOOR)
    return rules - set(OF_THE_FAMILY) if SILENT in rules else rules


def _owed(row: EnforcementRequest, rules: Iterable[str], by: SignedIn, at: datetime) -> Iterator[Owed]:
    for rule in sorted(rules):
        due_on = district_day(at) if rule in TODAY else None
        if rule == WRITTEN_DOWN:
            yield Owed(rule, ROOM, row.id, at, employee=by.account.employee_id, due_on=due_on)
        else:
            office = COUNSEL if rule == READ_BY_COUNSEL else SUPERINTENDENT
            yield Owed(rule, ROOM, row.id, at, office=office, due_on=due_on)
