"""Employees, what they do at which site, the students they serve, and the offices of custodian."""

from __future__ import annotations

from django.db import models

from fileroom.people.models.rows import NAME_LENGTH, Row, in_order, source_id
from fileroom.people.models.schools import School, Term
from fileroom.people.models.students import Student


class Employee(Row):
    """A person employed by the district. `certificated`: holds a credential (5 CCR 431 asks it of a custodian)."""

    source_id = source_id()
    given = models.CharField(max_length=NAME_LENGTH)
    family = models.CharField(max_length=NAME_LENGTH)
    email = models.CharField(max_length=254, blank=True)
    certificated = models.BooleanField(default=False)
    left_on = models.DateField(null=True)


class Assignment(Row):
    """A role at a school, or in the district office where `school` is null."""

    class Role(models.TextChoices):
        TEACHER = "teacher"
        COUNSELOR = "counselor"
        NURSE = "nurse"
        REGISTRAR = "registrar"
        PRINCIPAL = "principal"
        ADMINISTRATOR = "administrator"
        AIDE = "aide"
        COUNSEL = "counsel"
        BOARD_CLERK = "board_clerk"
        IT_LEAD = "it_lead", "IT Lead"

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    role = models.CharField(max_length=16, choices=Role)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)

    class Meta:
        constraints = [in_order("assignment_ends_after_it_begins")]


class Section(Row):
    """A class as it is taught: the course in one term at one school."""

    source_id = source_id()
    school = models.ForeignKey(School, on_delete=models.PROTECT)
    term = models.ForeignKey(Term, on_delete=models.PROTECT, null=True)
    title = models.CharField(max_length=NAME_LENGTH)
    course = models.CharField(max_length=NAME_LENGTH, blank=True)


class SectionTeacher(Row):
    """Who teaches a section, from and to which day. `to_on` is the last day."""

    source_id = source_id()
    section = models.ForeignKey(Section, on_delete=models.PROTECT)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)


class SectionStudent(Row):
    """Who sits in a section, from and to which day. `to_on` is the last day."""

    source_id = source_id()
    section = models.ForeignKey(Section, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)


class Caseload(Row):
    """Whom a counselor, nurse, case manager or aide serves outside a section: one student, for as long as they stay at
    this school (where one is named), or everybody who is enrolled at a school (`grade`: of this grade alone), whoever
    comes there later too. `reason`: why, where one was given.
    `role`: the one in which they serve them, and in no other of theirs; empty where none was named."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    grade = models.CharField(max_length=8, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=16, blank=True)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)

    class Meta:
        constraints = [
            in_order("caseload_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_caseload_is_of_a_student_or_a_school",
                condition=models.Q(student__isnull=False, grade="") | models.Q(student=None, school__isnull=False),
            ),
        ]


class Custodian(Row):
    """The office of custodian of records: of a school, or of the district where `school` is null (5 CCR 431).

    `entry`: the entry of the ledger by which it was given; null where an installation began with it. `mistaken_entry`:
    that by which it was taken back, the day it was given: it ends before it begins, and so holds no day.
    """

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    acting = models.BooleanField(default=False)
    designated_by = models.UUIDField()
    entry = models.UUIDField(null=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    mistaken_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="custodian_ends_after_it_begins_or_was_a_mistake",
                condition=models.Q(mistaken_entry=None, to_on=None)
                | models.Q(mistaken_entry=None, to_on__gte=models.F("from_on"))
                | models.Q(mistaken_entry__isnull=False, to_on__isnull=False, to_on__lt=models.F("from_on")),
            ),
            models.UniqueConstraint(
                name="office_changes_hands_once_a_day",
                fields=["school", "from_on"],
                condition=models.Q(mistaken_entry=None),
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                name="office_has_one_holder_without_end",
                fields=["school"],
                condition=models.Q(to_on=None),
                nulls_distinct=False,
            ),
        ]
