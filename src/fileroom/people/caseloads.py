"""Whether a student whom somebody serves alone is still where they serve them (as people/sql/staff.sql has it)."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from fileroom.people.models import Enrolment
from fileroom.people.models.rows import in_force


def still_there(on: date) -> Q:
    """Caseloads of a school or a grade; and those of one student who is enrolled at its school, and has not left it
    since it was given. Who comes back is given anew."""
    here = Enrolment.objects.filter(student=OuterRef("student"), school=OuterRef("school"))
    left = here.filter(left_on__gte=OuterRef("from_on"), left_on__lt=on)
    now = here.filter(in_force(on, begins="entered_on", ends="left_on"))
    return Q(student=None) | Q(school=None) | (Exists(now) & ~Exists(left))
