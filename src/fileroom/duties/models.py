"""One table: the register of duties. It holds no words of its own: what a duty says is its rule's sentence."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

RULE_LENGTH = 200
PART_LENGTH = 40
WORD_LENGTH = 24


class Duty(models.Model):
    """Something somebody has to do. `rule` is a rule of the law; its sentence and citation say what.

    `room`, `of`: where it came from, and which row of that room it is about. `part`: which of several by one rule.
    `office`: whose it is, a word of law/offices.toml or `superintendent`; of `school`, or of the district where that is
    null; or the duty of one `employee` alone. `began_at` starts the `clock` (a kind of law.clocks), from which `due_on`
    or `due_at` is counted anew when the calendar changes; a day that no clock counts stands as it was given.
    `caused_by`, `evidence`: entries of the ledger. `moot`: it is over without being done, for there is nothing left to
    do.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rule = models.CharField(max_length=RULE_LENGTH)
    room = models.CharField(max_length=WORD_LENGTH)
    of = models.UUIDField()
    part = models.CharField(max_length=PART_LENGTH, blank=True)
    office = models.CharField(max_length=WORD_LENGTH, blank=True)
    school = models.UUIDField(null=True)
    employee = models.UUIDField(null=True)
    student = models.UUIDField(null=True)
    began_at = models.DateTimeField()
    clock = models.CharField(max_length=PART_LENGTH, blank=True)
    due_on = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    caused_by = models.UUIDField()
    done_at = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)
    evidence = models.UUIDField(null=True)
    moot = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["office", "school"], condition=Q(done_at=None), name="duty_open_by_office"),
            models.Index(fields=["room", "of"], name="duty_by_what_it_is_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_duty_is_owed_once",
                fields=["room", "rule", "of", "part", "office", "school", "employee"],
                condition=Q(done_at=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_duty_that_is_over_has_its_evidence",
                condition=Q(done_at=None, evidence=None, moot=False) | Q(done_at__isnull=False, evidence__isnull=False),
            ),
            models.CheckConstraint(
                name="a_duty_is_of_an_office_or_of_one_employee",
                condition=(Q(employee=None) & ~Q(office="")) | Q(employee__isnull=False, office=""),
            ),
            models.CheckConstraint(
                name="a_duty_is_due_on_a_day_or_at_an_hour", condition=Q(due_on=None) | Q(due_at=None)
            ),
        ]
