"""A company that asks the district itself whether a student is no longer enrolled, and what it was answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import Student
from fileroom.people.models.rows import NAME_LENGTH, Row
from fileroom.programmes.models.vendors import OPERATOR_LENGTH

ADDRESS_LENGTH = 200


class CompanyQuestion(Row):
    """A company's letter or mail to the district, as it came (Board Policy 5125; Bus. & Prof. Code 22584(d)(3)).

    `given`, `family`, `born_on`: whom the company names, in its own words: it may be nobody whom the district has ever
    known. `answer_to`: where it wants its answer. `encloses`: it has sent the family's own request along. `student`:
    whom it can only mean, where it is one; whoever asked is never told. `answer`: that nothing was confirmed, or the
    letter; `signed_by`: on whose request (null: the former student's own); `ccpa_excluded`, `keeps_official_records`:
    what is known of the company's data then.
    """

    class Channel(models.TextChoices):
        """How it came."""

        LETTER = "letter"
        MAIL = "mail"
        SPOKEN = "spoken"  # on the telephone, or at the counter: it is asked to write, and answered alike

    class Answer(models.TextChoices):
        """What it was answered."""

        NOTHING = "nothing"
        LETTER = "letter"

    operator = models.CharField(max_length=OPERATOR_LENGTH)
    answer_to = models.CharField(max_length=ADDRESS_LENGTH)
    channel = models.CharField(max_length=6, choices=Channel)
    asked_on = models.DateField()
    given = models.CharField(max_length=NAME_LENGTH)
    family = models.CharField(max_length=NAME_LENGTH)
    born_on = models.DateField(null=True)
    encloses = models.BooleanField(default=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    answer = models.CharField(max_length=7, choices=Answer, blank=True)
    signed_by = models.UUIDField(null=True)
    ccpa_excluded = models.BooleanField(null=True)
    keeps_official_records = models.BooleanField(default=False, db_default=False)
    letter = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_company_is_answered_by_somebody_with_a_letter",
                condition=Q(answer="", letter=None, answered_at=None, answered_by=None, signed_by=None)
                | Q(~Q(answer=""), letter__isnull=False, answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_company_is_given_the_letter_of_somebody",
                condition=~Q(answer="letter") | Q(student__isnull=False),
            ),
        ]
