"""Companies that hold students' data, and families who ask them to delete it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import Student
from fileroom.people.models.rows import Row, in_order

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


class Operator(Row):
    """A company that holds, or is to hold, students' data. `does`: what it is used for; `holds`: which data of whom."""

    name = models.CharField(max_length=OPERATOR_LENGTH, unique=True)
    does = models.CharField(max_length=200)
    holds = models.CharField(max_length=400, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()


class Contract(Row):
    """A contract with a company (Ed. Code 49073.1). What it is worth on a day is the law's to say, never stored.

    `clauses`: by number, 1 to 9 in the order of the statute: whether the contract has it, on which page, in which
    words; of the second, `not_applicable` with the argument. `noticed_on`: a written notice of what it lacks was given,
    to be cured until `cure_by`. A changed contract is entered anew.
    """

    operator = models.ForeignKey(Operator, on_delete=models.PROTECT)
    title = models.CharField(max_length=200)
    signed_on = models.DateField(null=True)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    board_policy = models.BooleanField()
    clauses = models.JSONField()
    noticed_on = models.DateField(null=True)
    cure_by = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            in_order("contract_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_notice_says_until_when_it_is_cured",
                condition=Q(noticed_on=None, cure_by=None)
                | (Q(noticed_on__isnull=False, cure_by__isnull=False) & Q(cure_by__gt=F("noticed_on"))),
            ),
        ]
