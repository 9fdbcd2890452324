"""The day's essential list of each school, made in the night and sealed: when, of how many, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import School
from fileroom.people.models.rows import Row
from fileroom.records.models import SealedNote


class EssentialList(Row):
    """One school's list of one night. Whom it names stands in `note` alone, sealed.

    `sheet`: how many students its sheet of orders and holds names; `agreed_by`: another who keeps these records has
    agreed that the sheet is printed. `opened_at`: somebody opened a grade of it last, the sheet aside; `stored_at`:
    somebody says that it is printed and locked away. `gone_at`: its key is destroyed, by the entry `gone_entry`, and
    this row is its stub.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT)
    night_on = models.DateField()
    note = models.OneToOneField(SealedNote, on_delete=models.PROTECT)
    students = models.PositiveIntegerField()
    sheet = models.PositiveIntegerField(default=0)
    agreed_by = models.UUIDField(null=True)
    agreed_entry = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    entry = models.UUIDField()
    opened_at = models.DateTimeField(null=True)
    stored_at = models.DateTimeField(null=True)
    stored_by = models.UUIDField(null=True)
    stored_entry = models.UUIDField(null=True)
    gone_at = models.DateTimeField(null=True)
    gone_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_school_has_a_list_a_night", fields=["school", "night_on"]),
            models.CheckConstraint(
                name="a_list_that_is_locked_away_was_opened_and_says_by_whom",
                condition=Q(stored_at=None, stored_by=None, stored_entry=None)
                | Q(
                    opened_at__isnull=False,
                    stored_at__isnull=False,
                    stored_by__isnull=False,
                    stored_entry__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_list_that_is_gone_has_its_entry",
                condition=Q(gone_at=None, gone_entry=None) | Q(gone_at__isnull=False, gone_entry__isnull=False),
            ),
        ]
