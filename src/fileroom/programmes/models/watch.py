"""Reading that looks like a machine's: one table of alarms, each about one account or one network address."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models.rows import Row
from fileroom.programmes.models.incidents import Incident

CODE_LENGTH = 24


class ReadingAlarm(Row):
    """An account, or an address, has read as no person reads. It accuses nobody: somebody asks, and says what it was.

    `reasons`: codes of programmes.watch.reading. `students`, `reads`: of how many students something was shown, by how
    many entries; `listed`: how many names its searches and lists had; `seconds`: the middle time from one student to
    the next. While nobody has asked they are what they are now; the signs are those by which it was raised.
    `incident`: as which it is looked into.
    """

    class Outcome(models.TextChoices):
        EXPLAINED = "explained"  # a person says what it was, and whoever asked believes it
        INCIDENT = "incident"  # it is looked into as an incident

    account = models.UUIDField(null=True)
    address = models.CharField(max_length=64, blank=True)
    reasons = models.JSONField(default=list)
    begun_at = models.DateTimeField()
    last_at = models.DateTimeField()
    students = models.PositiveIntegerField()
    listed = models.PositiveIntegerField(default=0)
    reads = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    seconds = models.FloatField(null=True)
    raised_at = models.DateTimeField()
    entry = models.UUIDField()
    outcome = models.CharField(max_length=CODE_LENGTH, choices=Outcome, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)
    settled_entry = models.UUIDField(null=True)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, null=True)

    class Meta:
        indexes = [models.Index(fields=["raised_at"], name="alarm_by_when")]
        constraints = [
            models.UniqueConstraint(
                name="one_open_alarm_of_an_account_or_an_address",
                fields=["account", "address"],
                condition=Q(settled_at=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="an_alarm_is_of_an_account_or_of_an_address",
                condition=(Q(account=None) & ~Q(address="")) | Q(account__isnull=False, address=""),
            ),
            models.CheckConstraint(
                name="an_alarm_that_is_settled_says_how",
                condition=Q(settled_at=None, settled_by=None, settled_entry=None, outcome="")
                | (
                    Q(settled_at__gte=F("raised_at"), settled_by__isnull=False, settled_entry__isnull=False)
                    & ~Q(outcome="")
                ),
            ),
        ]
