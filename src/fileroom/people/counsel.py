"""Every decision of the program is asked here: by the district's calendar and readings, and the law it has signed for.

What was signed is remembered for some seconds in each worker: a signature bites within that time everywhere.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from fileroom import law
from fileroom.hosting import current_district, district_transaction
from fileroom.law import Decision, Question, default_calendar
from fileroom.law.days import Calendar
from fileroom.law.readings import READINGS, read_as
from fileroom.law.signing import FIRST_RELEASE
from fileroom.people.calendars import calendar
from fileroom.people.models import CounselSignature, ReadingChoice

REMEMBERED_S = 5.0


@dataclass(frozen=True)
class Standing:
    """What a district has signed, newest first, and its calendar; None where the shipped one holds.

    `releases`: (from which day, number); `doubts`: (from which day, rule, is it in doubt); `readings`: (from which
    day, reading, option).
    """

    calendar: Calendar | None
    releases: tuple[tuple[date, int], ...]
    doubts: tuple[tuple[date, str, bool], ...]
    readings: tuple[tuple[date, str, str], ...]

    def release(self, on: date) -> int:
        """The newest release of the law that bites on this day."""
        return max((number for from_on, number in self.releases if from_on <= on), default=FIRST_RELEASE)

    def doubted(self, on: date) -> frozenset[str]:
        """Rules of which the newest signature in force says: counsel first."""
        newest: dict[str, bool] = {}
        for from_on, rule, in_doubt in self.doubts:
            if from_on <= on:
                newest.setdefault(rule, in_doubt)
        return frozenset(rule for rule, in_doubt in newest.items() if in_doubt)

    def chosen(self, on: date) -> dict[str, str]:
        """The option of each reading that was chosen; a reading this book no longer has is left out."""
        newest: dict[str, str] = {}
        for from_on, reading, option in self.readings:
            if from_on <= on and reading in READINGS and option in READINGS[reading].options:
                newest.setdefault(reading, option)
        return newest


_remembered: dict[str, tuple[float, Standing]] = {}


def decide(question: Question) -> Decision:
    """The law's answer, by what this district has signed for on the day of the question. Joins an open transaction."""
    standing = standing_now()
    return law.decide(
        read_as(question, standing.chosen(question.on)),
        standing.calendar or default_calendar(),
        standing.release(question.on),
        standing.doubted(question.on),
    )


def standing_now() -> Standing:
    """What the district has signed, not older than REMEMBERED_S."""
    district, now = current_district(), time.monotonic()
    held = _remembered.get(district)
    if held is not None and now - held[0] < REMEMBERED_S:
        return held[1]
    standing = _read()
    _remembered[district] = (now, standing)
    return standing


def forget() -> None:
    """Read anew at the next decision in this worker: something was signed."""
    _remembered.pop(current_district(), None)


def _read() -> Standing:
    with district_transaction():
        signed = list(CounselSignature.objects.order_by("-signed_at").values_list("kind", "item", "effect", "from_on"))
        chosen = list(ReadingChoice.objects.order_by("-signed_at").values_list("from_on", "reading", "option"))
        days = calendar()
    return Standing(
        days,
        tuple((from_on, int(item)) for kind, item, _, from_on in signed if kind == "release"),
        tuple((from_on, item, effect == "counsel_first") for kind, item, effect, from_on in signed if kind == "rule"),
        tuple(chosen),
    )
