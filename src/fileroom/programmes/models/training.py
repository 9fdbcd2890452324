"""One table: who has completed which course, when, and until when it counts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import Employee
from fileroom.people.models.rows import Row

NAME_LENGTH = 40


class TrainingCompletion(Row):
    """An employee has completed a course. `course`: its name; `version`: the edition that was taken here, or
    the one of that day.

    `until_on`: the last day on which it counts, as the certificate says: what the district sets later moves no day that
    was given. `how`: here, by another system's list, or by a sign-in sheet. `noted_by`: an account; null for a command.
    """

    class How(models.TextChoices):
        HERE = "here"
        IMPORTED = "imported"
        SHEET = "sheet"

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    course = models.CharField(max_length=NAME_LENGTH)
    version = models.PositiveSmallIntegerField()
    passed_on = models.DateField()
    until_on = models.DateField()
    how = models.CharField(max_length=8, choices=How)
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField(null=True)
    entry = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["course", "until_on"], name="training_by_course_and_end")]
        constraints = [
            models.UniqueConstraint(
                name="an_edition_is_completed_once_a_day", fields=["employee", "course", "version", "passed_on"]
            ),
            models.CheckConstraint(name="a_training_counts_from_its_day", condition=Q(until_on__gt=F("passed_on"))),
        ]
