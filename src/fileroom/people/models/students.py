"""Students and the spells in which they were enrolled."""

from __future__ import annotations

from django.db import models

from fileroom.people.models.rows import NAME_LENGTH, Row, in_order, source_id
from fileroom.people.models.schools import School


class Student(Row):
    """A student, past or present. Names, birth date and SSID are searchable; addresses and telephones are records."""

    source_id = source_id()
    ssid = models.CharField(max_length=10, null=True, unique=True)
    legal_given = models.CharField(max_length=NAME_LENGTH)
    legal_middle = models.CharField(max_length=NAME_LENGTH, blank=True)
    legal_family = models.CharField(max_length=NAME_LENGTH)
    preferred_given = models.CharField(max_length=NAME_LENGTH, blank=True)
    preferred_family = models.CharField(max_length=NAME_LENGTH, blank=True)
    # Letters only, without accents, lower case: what a search compares with (people.names.search_key).
    search_name = models.CharField(max_length=4 * NAME_LENGTH, db_index=True)
    birth_on = models.DateField(null=True)
    grade = models.CharField(max_length=8, blank=True)
    grade_10_completed_on = models.DateField(null=True)
    adjudged_incompetent_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="student_ssid_is_10_digits",
                condition=models.Q(ssid__isnull=True) | models.Q(ssid__regex=r"^[0-9]{10}$"),
            )
        ]


class Enrolment(Row):
    """A spell at a school. `left_on` is the last day enrolled; a student who left is never deleted."""

    class Known(models.TextChoices):
        """How the last day is known. On an absence that nobody has confirmed no letter and no destruction rests."""

        ABSENCE = "absence"  # a roster no longer names the student; nobody has said what became of them
        FILE = "file"  # a roster says so: a last day, or another school
        OFFICE = "office"  # an employee has said so

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    school = models.ForeignKey(School, on_delete=models.PROTECT)
    entered_on = models.DateField()
    left_on = models.DateField(null=True)
    left_by = models.CharField(max_length=7, choices=Known, null=True)

    class Meta:
        constraints = [
            in_order("enrolment_ends_after_it_begins", begins="entered_on", ends="left_on"),
            models.UniqueConstraint(
                name="one_open_enrolment_per_school",
                fields=["student", "school"],
                condition=models.Q(left_on__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["school", "left_on"], name="enrolment_by_school")]
