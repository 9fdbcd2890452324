"""Companies that hold students' data, and families who ask them to delete it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import Student
from fileroom.people.models.rows import Row

OPERATOR_LENGTH = 120


class DeletionRequest(Row):
    """A family asks a company to delete what it holds of a former student, and the company asks for the district's word
    that the student has not been enrolled (Bus. & Prof. Code 22584(d)(3)).

    `asked_by`: the contact who asks; null: the former student. `letter`: the district's word, once it is issued.
    """

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    asked_by = models.UUIDField(null=True)
    operator = models.CharField(max_length=OPERATOR_LENGTH)
    asked_on = models.DateField()
    language = models.CharField(max_length=5)
    ccpa_excluded = models.BooleanField(null=True)
    keeps_official_records = models.BooleanField(default=False)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    letter = models.UUIDField(null=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_letter_that_is_issued_says_by_whom",
                condition=Q(letter=None, issued_at=None, issued_by=None)
                | Q(letter__isnull=False, issued_at__isnull=False, issued_by__isnull=False),
            )
        ]
