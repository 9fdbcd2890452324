"""Contacts, how they are related to a student, and, dated, who has legal custody and education rights."""

from __future__ import annotations

from datetime import date

from django.db import models

from fileroom.people.models.rows import NAME_LENGTH, Row, in_force, in_order, source_id
from fileroom.people.models.students import Student

NOTHING_SHOWN = "nothing_shown"  # in place of a paper: what was entered was a mistake


class Contact(Row):
    """A parent, guardian, relative or other person around a student. How to reach them is a record, not a column."""

    source_id = source_id()
    given = models.CharField(max_length=NAME_LENGTH)
    middle = models.CharField(max_length=NAME_LENGTH, blank=True)
    family = models.CharField(max_length=NAME_LENGTH)
    search_name = models.CharField(max_length=3 * NAME_LENGTH, db_index=True)


class Relationship(Row):
    """One contact's relation to one student: *claimed* until an employee has verified it."""

    class Kind(models.TextChoices):
        PARENT = "parent"
        GUARDIAN = "guardian"
        STEPPARENT = "stepparent"
        RELATIVE = "relative"
        CAREGIVER = "caregiver"
        FOSTER_CAREGIVER = "foster_caregiver"
        EDUCATIONAL_RIGHTS_HOLDER = "educational_rights_holder"
        OTHER = "other"

    class Standing(models.TextChoices):
        CLAIMED = "claimed"
        VERIFIED = "verified"
        REFUTED = "refuted"

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT)
    kind = models.CharField(max_length=32, choices=Kind)
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.CLAIMED)
    # The method, never the paper.
    verified_how = models.CharField(max_length=32, blank=True)
    verified_on = models.DateField(null=True)
    verified_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_relationship_per_pair", fields=["student", "contact"]),
            models.CheckConstraint(
                name="verified_relationship_says_when_and_by_whom",
                condition=~models.Q(standing="verified")
                | models.Q(verified_on__isnull=False, verified_by__isnull=False),
            ),
        ]


class Custody(Row):
    """What a court or the law gives a contact over a student, and for which days. Null means nobody has said.

    Of the rows that hold on a day the one that was entered last says what is so, of what it speaks of. None is written
    over.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT)
    legal_custody = models.BooleanField(null=True)
    education_rights = models.BooleanField(null=True)
    rights_terminated = models.BooleanField(default=False)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    # The kind of paper, never the paper. Empty where nobody of the office has entered the row.
    paper = models.CharField(max_length=32, blank=True)
    entered_at = models.DateTimeField(null=True)
    entered_by = models.UUIDField(null=True)
    entry = models.UUIDField(null=True)

    class Meta:
        constraints = [in_order("custody_ends_after_it_begins")]


def custody_on(on: date) -> models.QuerySet[Custody]:
    """What is said of custody on this day: of one relationship's rows the first is what holds (sql/related.sql)."""
    last, since = models.F("entered_at").desc(nulls_last=True), models.F("from_on").desc(nulls_last=True)
    return Custody.objects.filter(in_force(on)).order_by(last, since)
