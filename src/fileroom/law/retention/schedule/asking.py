"""The question the rules are asked about the same record on a day: shall it be destroyed?"""

from __future__ import annotations

from datetime import date

from fileroom.law.days import add_months, months_over, school_year
from fileroom.law.facts.groups import District, Other, Record, Requester, Student
from fileroom.law.facts.question import Question
from fileroom.law.facts.record_kinds import RecordKind
from fileroom.law.facts.words import Action, Purpose, RequesterKind
from fileroom.law.retention.schedule.cases import Case, Event, HeldBy
from fileroom.law.retention.schedule.clocks import clock
from fileroom.law.retention.schedule.holding import holds_on
from fileroom.law.retention.schedule.last_days import suits_running
from fileroom.law.retention.schedule.stays import came_back, classified, forwarded, left_first, left_last

REQUEST = (Event.INSPECTION_REQUESTED, Event.INSPECTION_GIVEN)


def asked(case: Case, on: date, action: Action = Action.DESTROY) -> Question:
    """The facts as they stand on this day, all events past."""
    return Question(
        on=on,
        action=action,
        purpose=Purpose.RETENTION_SCHEDULE,
        requester=Requester(kind=RequesterKind.VENDOR if of_a_vendor(case) else RequesterKind.CUSTODIAN_OF_RECORDS),
        student=_student(case, on),
        record=_record(case, on),
        papers=(), orders=(), choices=(),
        district=District(interim_reading=case.district.interim_reading),
        other=Other(suit_pending=case.record.kind is RecordKind.CHALLENGE_FILE and bool(suits_running(case))),
    )  # fmt: skip


def _student(case: Case, on: date) -> Student:
    gone, left = left_first(case), left_last(case)
    return Student(
        age=_years(case.history.last(Event.BORN), on),
        enrolled=gone is None or gone > on,
        former=gone is not None and gone <= on,
        came_back=came_back(case),
        graduated=bool(case.history.days(Event.GRADUATED)),
        court_jurisdiction_ended=bool(case.history.days(Event.COURT_JURISDICTION_ENDED)),
        school_years_since_classified=_school_years(classified(case), on),
        school_years_since_left=_school_years(left, on),
        days_since_left_lea=(on - gone).days if gone is not None and gone <= on else None,
        months_since_left=_full_months(left_last(case, Event.COMPLETED_PROGRAMME), on),
    )


def _record(case: Case, on: date) -> Record:
    used = case.history.last(Event.CREATED, Event.AUDIT_COMPLETED)
    by_the_board = case.history.last(Event.BOARD_DECISION)
    # Where the board has decided, its year runs and no other (Ed. Code 49070(c)(4)).
    unappealed = None if by_the_board else case.history.last(Event.SUPERINTENDENT_DECISION)
    holds = [pair for pair in holds_on(case) if case.history.open(*pair)]
    return Record(
        kind=_called(case),
        class_=None if of_a_vendor(case) else case.record.class_,
        district_class=case.record.district_class,
        classified_in_time=case.record.district_class is not None,  # who asks for its days has classified it
        pending_request=REQUEST in holds,
        on_hold=any(pair != REQUEST for pair in holds),
        no_longer_needed=True if classified(case) else None,
        forwarded=forwarded(case),
        on_its_last_day=clock(case).latest == on,
        school_years_since_origin=_school_years(case.history.last(Event.CREATED), on),
        school_years_since_last_use=_school_years(used, on),
        years_since_board_decision=_years(by_the_board, on),
        years_since_superintendent_decision=_years(unappealed, on),
        contract_satisfied=bool(case.history.days(Event.CONTRACT_SATISFIED)),
    )


def of_a_vendor(case: Case) -> bool:
    return case.record.held_by is HeldBy.VENDOR


def _called(case: Case) -> RecordKind | None:
    """A vendor's copy is called that, whatever it is a copy of; what it gathered from social media has its own name."""
    if of_a_vendor(case) and case.record.kind is not RecordKind.SOCIAL_MEDIA_INFORMATION:
        return RecordKind.VENDOR_HELD_DATA
    return case.record.kind


def _school_years(since: date | None, on: date) -> int | None:
    return None if since is None else max(0, school_year(on) - school_year(since))


def _months(since: date | None, on: date) -> int | None:
    """Whole months, as the schedule counts them: from 29 February a year is over on the 28th."""
    if since is None:
        return None
    months = max(0, (on.year - since.year) * 12 + on.month - since.month)
    return months if add_months(since, months) <= on else max(0, months - 1)


def _full_months(since: date | None, on: date) -> int | None:
    """Months that are over, for a first day: one that has no such day ends on the first of the next."""
    months = _months(since, on)
    return months - 1 if since and months and months_over(since, months) > on else months


def _years(since: date | None, on: date) -> int | None:
    months = _months(since, on)
    return None if months is None else months // 12
