"""Material with a day of its own: social media, the file of a challenge, a juvenile court's notice, a vendor's data.

A day of a person born on 29 February falls on the 28th in a common year: for a last day the earlier counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.days import add_years
from fileroom.law.figures import ADULT, FIGURES
from fileroom.law.retention.hard_last_days import EXTRA
from fileroom.law.retention.schedule.cases import Case, Event, HeldBy
from fileroom.law.retention.schedule.spans import Span, not_yet
from fileroom.law.retention.schedule.stays import came_back, left_first

VENDORS_EXTRA = FIGURES["social_media_vendor_destruction"].value
AFTER_DECISION = FIGURES["challenge_file_destruction"].value
NOTICE_AGE = FIGURES["juvenile_notice_last_birthday"].value


def _born_plus(case: Case, years: int) -> list[date]:
    born = case.history.last(Event.BORN)
    return [] if born is None else [add_years(born, years)]


def _of(*days: date | None) -> list[date]:
    return [day for day in days if day is not None]


def social_media(case: Case) -> Span:
    """No least time; a last day a year after the 18th birthday or the last day enrolled. A vendor gets no year."""
    vendor = case.record.held_by is HeldBy.VENDOR
    starts = [*_born_plus(case, ADULT), *_of(left_first(case))]
    ends = [add_years(day, VENDORS_EXTRA if vendor else EXTRA) for day in starts]
    if vendor:
        ends += _of(case.history.first(Event.CONTRACT_SATISFIED))
    says = "Destroyed by the 18th birthday, the last day enrolled or the end of the contract, whichever is first."
    if not vendor:
        says = "Destroyed within a year after the 18th birthday or the last day enrolled, whichever is first."
    first = case.history.first(Event.CREATED) or min(case.history.every_day(), default=None)
    last = min(ends, default=None)
    if first is not None and last is not None:
        first = min(first, last)
    cites = u.RE_ENROLMENT if came_back(case) else c.EC_49073_6_C3
    return Span(first, last, says, cites, () if first else ("no day is known",), hard=True)


def challenge_file(case: Case) -> Span:
    """One year after the board's decision; a suit filed in time stops it until it is over."""
    board, decided = case.history.last(Event.BOARD_DECISION), _decided(case)
    if decided is None:
        return not_yet("The year starts with the board's decision.", c.EC_49070_C4, "the challenge is not decided")
    day = add_years(decided, AFTER_DECISION)
    says = "One year after the board's decision."
    blocked: tuple[str, ...] = ()
    if board is None:
        says = "No appeal, so one year after the superintendent's decision: counsel confirms it."
        blocked = ("counsel has not confirmed",)
    running = suits_running(case)
    if running:
        return not_yet(says + " A suit was filed in time.", c.EC_49070_C4, f"suit filed on {running[0].isoformat()}")
    over = case.history.ended(Event.SUIT_FILED, Event.SUIT_CLOSED) if _filed_by(case, day) else None
    if over is not None and over > day:
        day, says = over, says + " The suit filed in time is over."
    return Span(day, day, says, c.EC_49070_C4 if board else c.EC_49070_UNAPPEALED, blocked, hard=True)


def _decided(case: Case) -> date | None:
    return case.history.last(Event.BOARD_DECISION) or case.history.last(Event.SUPERINTENDENT_DECISION)


def suits_running(case: Case) -> list[date]:
    """The days of suits that were filed in time, within the year of a challenge's file, and are not over."""
    decided = _decided(case)
    filed = case.history.open(Event.SUIT_FILED, Event.SUIT_CLOSED)
    return [day for day in filed if decided is None or day <= add_years(decided, AFTER_DECISION)]


def _filed_by(case: Case, day: date) -> bool:
    first = case.history.first(Event.SUIT_FILED)
    return first is not None and first <= day


def court_notice(case: Case) -> Span:
    """At graduation, release from the court, or 18, whichever is first."""
    ends = [*_born_plus(case, NOTICE_AGE), *case.history.days(Event.GRADUATED, Event.COURT_JURISDICTION_ENDED)]
    says = "At graduation, at release from the court's jurisdiction, or at 18, whichever is first."
    if not ends:
        return not_yet(says, c.WIC_827_D, "none of the three days is known")
    return Span(min(ends), min(ends), says, c.WIC_827_D, hard=True)


def police_notice(case: Case) -> Span:
    """Like a juvenile court's notice, once counsel has confirmed it."""
    span = court_notice(case)
    return replace(span, citation=c.WIC_828_1, blocked_by=(*span.blocked_by, "counsel has not confirmed"))


def vendor_data(case: Case) -> Span:
    """Gone when the contract is satisfied."""
    day = case.history.first(Event.CONTRACT_SATISFIED)
    says = "A vendor keeps nothing when its contract is satisfied."
    if day is None:
        return not_yet(says, c.EC_49073_1_B7, "the contract runs")
    return Span(day, day, says, c.EC_49073_1_B7, hard=True)
