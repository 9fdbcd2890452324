"""When the student left: re-enrolment undoes every leaving before it (the clock of leaving starts anew)."""

from __future__ import annotations

from datetime import date

from fileroom.law.retention.schedule.cases import Case, Event

LEAVINGS = (Event.LEFT, Event.GRADUATED)


def since_enrolled(case: Case, *events: Event) -> list[date]:
    """The days of these events after the last enrolment."""
    enrolled = case.history.last(Event.ENROLLED)
    return [day for day in case.history.days(*events) if enrolled is None or day > enrolled]


def came_back(case: Case) -> bool:
    """The student left, and was enrolled again (unsettled.RE_ENROLMENT)."""
    enrolled, left = case.history.last(Event.ENROLLED), case.history.first(*LEAVINGS)
    return enrolled is not None and left is not None and left <= enrolled


def left_first(case: Case) -> date | None:
    """The first day on which the student was gone, for a last day."""
    return min(since_enrolled(case, *LEAVINGS, Event.TRANSFERRED), default=None)


def left_last(case: Case, *more: Event) -> date | None:
    """The last day on which the student left, or `more` happened, for a first day. A transfer of the record tells of
    a leaving only where nothing else does."""
    days = since_enrolled(case, *LEAVINGS, *more) or since_enrolled(case, Event.TRANSFERRED)
    return max(days, default=None)


def classified(case: Case) -> date | None:
    """The day the record was last classified as disposable. A classification before re-enrolment is overtaken."""
    return max(since_enrolled(case, Event.CLASSIFIED_DISPOSABLE), default=None)


def forwarded(case: Case) -> bool:
    """The record went to the next school, and the student has not come back."""
    return bool(since_enrolled(case, Event.TRANSFERRED))
