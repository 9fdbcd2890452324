"""The register by family: a student's is told when nobody of it is left to tell, whoever they are.

Numbers and lists are of students: of two parents one may be barred by an order, and nothing here may differ for it.
A student about whom an order stands is in no number, whoever reads it: it would be another for whoever that order
keeps from them, and by the difference they would know.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from fileroom.people.models import CourtOrderChild
from fileroom.programmes.models import NoticeToFamily

TO_TELL = Q(told_on=None, left_out=False)
IN_IT = TO_TELL | Q(told_on__isnull=False)  # of whom the law has nobody told, they are on no list and in no number


@dataclass(frozen=True)
class Share:
    """Of how many students the family is to be told, of how many it was, and of how many somebody has signed."""

    of: int = 0
    told: int = 0
    signed: int = 0


def apart() -> Q:
    """The rows of students about whom an order stands, or is claimed to."""
    return Q(student__in=CourtOrderChild.objects.filter(order__lifted_on=None).values("student"))


def shares(year: int) -> dict[UUID, Share]:
    """Each school's, of one school year, the same for every reader. Three statements."""
    rows = NoticeToFamily.objects.filter(IN_IT, ~apart(), school_year=year)
    of, to_tell = _by_school(rows), _by_school(rows.filter(TO_TELL))
    signed = _by_school(rows.filter(acknowledged_at__isnull=False))
    return {it: Share(n, n - to_tell.get(it, 0), signed.get(it, 0)) for it, n in of.items()}


def _by_school(rows: QuerySet[NoticeToFamily]) -> dict[UUID, int]:
    counted = rows.values("school_id").annotate(n=Count("student", distinct=True)).order_by()
    return {it["school_id"]: it["n"] for it in counted}


def whole(year: int) -> Share:
    """The district's."""
    every = shares(year).values()
    return Share(sum(it.of for it in every), sum(it.told for it in every), sum(it.signed for it in every))
