"""It did not reach them after all: a mailing that was noted and never went, or a letter that came back.

Whoever it was noted of is to be told again, and the school owes it again (Ed. Code 49063). Who has signed that it came
has it, whatever is said of the mailing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count, Min, QuerySet

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day, school_year
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import NoticeToFamily
from fileroom.programmes.notices import duties as notice_duties
from fileroom.programmes.notices.families import apart
from fileroom.programmes.notices.languages import goes_home_in
from fileroom.programmes.notices.later import settle_later
from fileroom.programmes.notices.whose import keeper_at, kept_from

MOST = 30  # of the newest on a page
NOBODY = "By this mailing nobody is told any more, or they have signed that it came. Look at the page again."
NOT_TOLD = {"notice": None, "told_on": None, "method": "", "language": "", "told_by": None, "told_entry": None}


class Why(StrEnum):
    """Why it did not reach them."""

    NOT_SENT = "not_sent"
    CAME_BACK = "came_back"


@dataclass(frozen=True)
class Untelling:
    """By which entry it was noted, and why they are not told after all; everybody of it, or one student's family."""

    school: UUID
    told_entry: UUID
    why: str
    student: UUID | None = None


@dataclass(frozen=True)
class Mailing:
    """What was noted of several families by one press: of those that have not signed. Of those about whom an order
    stands the number does not speak."""

    entry: UUID
    on: date
    method: str
    by: str
    families: int


@durable_transaction
def note_untold(it: Untelling, *, by: SignedIn, at: datetime) -> int:
    """Note that it did not reach them; of how many students the family is to be told again. Raises Missing and
    ValidationError."""
    role, today = keeper_at(it.school, by=by, at=at), district_day(at)
    year, shut = school_year(today), kept_from(by, today)
    if it.student in shut:
        raise Missing
    if it.why not in set(Why) or (it.why == Why.CAME_BACK and it.student is None):
        raise ValidationError("Say why it did not reach them.")
    these = _told(it.school, year).filter(told_entry=it.told_entry)
    rows = list((these.filter(student=it.student) if it.student else these).select_for_update())
    if not rows:
        raise ValidationError(NOBODY)
    event = ledger.event(
        Act.NOTICE_UNTOLD, record=it.school, part=f"{year}/{it.why}", by=by.acting_as(role), outcome=f"{len(rows)}",
        at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    NoticeToFamily.objects.filter(pk__in=[row.id for row in rows]).update(**NOT_TOLD)
    notice_duties.recount(year, entry=entry, by=by.account.id, at=at)
    settle_later(goes_home_in(today), today, entry=entry, by=by.account.id, at=at)
    return len({row.student_id for row in rows} - shut)


def mailings(school: UUID, year: int) -> tuple[Mailing, ...]:
    """Those of a school in one school year, the newest first. Joins an open transaction."""
    told = _told(school, year).exclude(apart()).values("told_entry", "told_by")
    counted = told.annotate(on=Min("told_on"), how=Min("method"), n=Count("student", distinct=True))
    rows: list[Any] = list(counted.filter(n__gt=1).order_by("-on", "told_entry")[:MOST])
    names = queries.account_names(it["told_by"] for it in rows)
    return tuple(_mailing(it, names) for it in rows)


def _mailing(it: dict[str, Any], names: Mapping[UUID, str]) -> Mailing:
    return Mailing(it["told_entry"], it["on"], it["how"], names.get(it["told_by"], ""), it["n"])


def _told(school: UUID, year: int) -> QuerySet[NoticeToFamily]:
    """Who was told, and has not signed."""
    rows = NoticeToFamily.objects.filter(school_id=school, school_year=year, acknowledged_at=None)
    return rows.filter(told_on__isnull=False)
