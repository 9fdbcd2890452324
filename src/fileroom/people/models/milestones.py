"""Dated facts of a student's life that no roster tells, each with the paper it rests on and who entered it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.db.models import Q

from fileroom.people.models.rows import Row, in_order
from fileroom.people.models.students import Student


class Milestone(Row):
    """It holds from `from_on` to the day before `over_on`; over on its first day, it never held.

    What follows from it is the law's to say. The paper's kind is kept, never the paper.
    """

    class Kind(models.TextChoices):
        ATTENDS_POSTSECONDARY = "attends_postsecondary"
        EMANCIPATED = "emancipated"
        GRADUATED = "graduated"
        RIGHTS_PASSED = "rights_passed"

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    kind = models.CharField(max_length=24, choices=Kind)
    paper = models.CharField(max_length=32)
    from_on = models.DateField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    over_on = models.DateField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            in_order("milestone_is_over_after_it_begins", ends="over_on"),
            models.UniqueConstraint(
                name="one_open_milestone_of_a_kind", fields=["student", "kind"], condition=Q(over_on__isnull=True)
            ),
            models.CheckConstraint(
                name="milestone_that_is_over_says_by_whom",
                condition=Q(over_on__isnull=True) | Q(ended_by__isnull=False, ended_entry__isnull=False),
            ),
        ]


# What each rests on: whoever enters one says what was shown, and with that which it is.
PAPERS: Mapping[str, Milestone.Kind] = {
    "declaration_of_emancipation": Milestone.Kind.EMANCIPATED,
    "marriage_certificate": Milestone.Kind.EMANCIPATED,
    "active_duty_orders": Milestone.Kind.EMANCIPATED,
    "college_enrolment": Milestone.Kind.ATTENDS_POSTSECONDARY,
    "counsels_finding": Milestone.Kind.RIGHTS_PASSED,
    "diploma": Milestone.Kind.GRADUATED,
}
