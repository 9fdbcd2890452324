"""Due days worked out a second time, as a clerk with a wall calendar would: one day after another, crossing off.

Written apart from `fileroom.law.clocks` and sharing nothing with it but the figures and the calendar's own lists.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, datetime, timedelta, timezone

from fileroom.law.days import Calendar
from fileroom.law.figures import FIGURES

DAY = timedelta(days=1)
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LISTED = ("business_days", "schooldays", "days")
STAY_WHERE_THEY_FALL = (
    "federal_inspection", "federal_special_education_inspection", "redisclosure_log_answer", "federal_complaint",
    "federal_conflict_of_laws", "recruiter_answer", "sevis_one_student", "sevis_class", "sevis_in_custody",
    "social_media_vendor_destruction", "juvenile_notice_last_birthday", "social_media_destruction",
    "class_2_while_classified_late", "test_results_stay_interim",
    "challenge_file_destruction", "annual_notice_on_enrolment", "emergency_parent_notice",
    "breach_notice_by_a_business", "breach_sample_copy_by_a_business", "juvenile_court_notice",
)  # fmt: skip


def open_office(day: date, calendar: Calendar) -> bool:
    return day.isoweekday() not in (6, 7) and day not in calendar.closed


def in_session(day: date, calendar: Calendar) -> bool:
    """School is in, or it is summer."""
    kinds = {span.kind for span in calendar.breaks if span.first <= day and day <= span.last}
    return not kinds or "summer" in kinds


def counts(day: date, unit: str, calendar: Calendar) -> bool:
    if unit == "days":
        return True
    return open_office(day, calendar) and (unit == "business_days" or in_session(day, calendar))


def crossed_off(start: date, count: int, unit: str, calendar: Calendar) -> date:
    """Cross off days after `start` until `count` of them counted."""
    crossed: list[date] = []
    day = start
    while len(crossed) < count:
        day = day + DAY
        if counts(day, unit, calendar):
            crossed.append(day)
    return crossed[-1] if crossed else start


def length(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else LENGTHS[month - 1]


def months_on(start: date, count: int, *, late: bool) -> date:
    """Turn the leaf `count` times; where the leaf has no such day, its last day, or (late) the first of the next."""
    year, month = start.year, start.month
    for _ in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    if start.day <= length(year, month):
        return date(year, month, start.day)
    last = date(year, month, length(year, month))
    return last + DAY if late else last


def due_on(kind: str, start: date, calendar: Calendar) -> date:
    """The day a clock of days, months or years ends."""
    figure = FIGURES[kind]
    unit, nature = figure.unit.value, figure.nature.value
    if unit in LISTED:
        day = crossed_off(start, figure.value, unit, calendar)
    else:
        day = months_on(start, figure.value * (12 if unit == "years" else 1), late=nature in ("floor", "default"))
    if kind in STAY_WHERE_THEY_FALL:
        return day
    while nature in ("ceiling", "window") and not open_office(day, calendar):
        day = day + DAY
    return day


def summer_time(at: datetime) -> bool:
    """Pacific daylight time, for an instant in universal time: second Sunday of March to first Sunday of November."""
    march, november = date(at.year, 3, 8), date(at.year, 11, 1)
    while march.isoweekday() != 7:
        march += DAY
    while november.isoweekday() != 7:
        november += DAY
    begins = datetime(march.year, march.month, march.day, 10)  # noqa: DTZ001  2 a.m. standard time
    ends = datetime(november.year, november.month, november.day, 9)  # noqa: DTZ001  2 a.m. daylight time
    return begins <= at < ends


def hours_on(start: datetime, hours: int) -> datetime:
    """So many hours after an instant given in universal time, on a Pacific wall clock."""
    end = start.replace(tzinfo=None) + timedelta(hours=hours)
    offset = timezone(timedelta(hours=-7 if summer_time(end) else -8))
    return end.replace(tzinfo=timezone.utc).astimezone(offset)  # noqa: UP017
