"""Until when an employee's training counts, as the programme of training says; from when on the gate asks for it."""

from __future__ import annotations

from django.db import models

from fileroom.people.models.rows import Row
from fileroom.people.models.staff import Employee

COURSE_LENGTH = 40


class TrainedUntil(Row):
    """The last day of an employee's training in one course: of one whose edition counts no more, the day before a newer
    one was asked for. Who has had none has no row.

    The programme of training writes it with each completion and each night: a room below cannot ask that room.
    """

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    course = models.CharField(max_length=COURSE_LENGTH)
    until_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_last_day_of_a_training", fields=["employee", "course"])]


class TrainingGate(Row):
    """From which day on sensitive records stay shut to staff without a current training, and with how many days of
    grace for each; `from_on` null: never. What was set last stands. Rows are added and never changed."""

    from_on = models.DateField(null=True)
    grace_days = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()
    set_by = models.UUIDField()
    entry = models.UUIDField()
