"""What the notice says of directory information, which is the Board's; and who has not had it long enough to refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Q

from fileroom.disclosure.directory import policy
from fileroom.disclosure.directory.policy import MAY_BE_NAMED, Adopted
from fileroom.law.days import school_year
from fileroom.law.facts import DirectoryField, Publication, RequesterKind
from fileroom.people.telling import newcomers
from fileroom.programmes.models import NoticeToFamily
from fileroom.programmes.notices.families import TO_TELL


@dataclass(frozen=True)
class Decided:
    """What may be given, and to whom: the Board's words for them."""

    categories: tuple[DirectoryField, ...]
    recipients: tuple[RequesterKind | Publication, ...]


def decided(on: date) -> Decided:
    """By the Board's decision of this day; where it has decided nothing yet, the closed list of Ed. Code 49061(c),
    beyond which no decision of a Board can go, and nobody. Joins an open transaction."""
    adopted = policy.in_force(on)
    if adopted is None:
        return Decided(tuple(DirectoryField), ())
    return Decided(adopted.fields, tuple(it for it in adopted.recipients if it in MAY_BE_NAMED))


def not_yet_told(adopted: Adopted, on: date, student: UUID | None = None) -> set[UUID]:
    """The students, or this one of them, who may stand on no list yet: somebody of the family is still to be told of
    this year's rights, or was told so lately that they have had less time to refuse than everybody; or they enrolled
    after the notice was given, and nobody was told since. Part of the open transaction."""
    if adopted.given_on is None or adopted.refuse_by is None:
        return set()
    one = Q(student=student) if student else Q()
    rows = NoticeToFamily.objects.filter(one, school_year=school_year(on)).values("student")
    counted = rows.annotate(last=Max("told_on"), wait=Count("id", filter=TO_TELL)).order_by()
    known = {it["student"]: it for it in counted.values("student", "last", "wait")}
    time = adopted.refuse_by - adopted.given_on
    late = {it for it, row in known.items() if row["wait"] or (row["last"] and on <= row["last"] + time)}
    told = {it for it, row in known.items() if row["last"] and row["last"] >= adopted.given_on} - late
    return late | newcomers(adopted.given_on, on=on, among=one) - told
