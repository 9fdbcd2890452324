"""The register of requests by officers and agents, and the reports to the Board. Codes and times only, and no student.

What names anybody (who came, whom they asked for, what was said) lies sealed (records.models.SealedNote).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import School
from fileroom.people.models.rows import Row

CODE_LENGTH = 24


class EnforcementReport(Row):
    """A report to the Board on one term, signed by one and released by another. `lines`: the codes it says.

    It is drawn up when the first signs, of the requests that then name it as theirs (`EnforcementRequest.report`).
    `meeting_on`: for which meeting it is released; None: it was released before one was named. `heard_on`: of which
    somebody says that the Board had it there as its own paper, and not in a packet. `unheard_on`: when somebody said
    last that the Board had not heard it: no packet of a meeting before that day has told it.
    """

    from_on = models.DateField()
    to_on = models.DateField()
    until = models.DateTimeField()
    lines = models.JSONField()
    signed_at = models.DateTimeField()
    signed_by = models.UUIDField()
    signed_entry = models.UUIDField()
    released_at = models.DateTimeField(null=True)
    released_by = models.UUIDField(null=True)
    released_entry = models.UUIDField(null=True)
    meeting_on = models.DateField(null=True)
    heard_on = models.DateField(null=True)
    heard_by = models.UUIDField(null=True)
    heard_entry = models.UUIDField(null=True)
    unheard_on = models.DateField(null=True)
    unheard_by = models.UUIDField(null=True)
    unheard_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_report_waits_for_its_second",
                fields=["released_at"],
                condition=Q(released_at=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_report_is_released_by_another",
                condition=Q(released_at=None, released_by=None, released_entry=None)
                | (
                    Q(released_at__isnull=False, released_by__isnull=False, released_entry__isnull=False)
                    & ~Q(released_by=F("signed_by"))
                ),
            ),
            models.CheckConstraint(
                name="a_report_that_was_heard_says_where",
                condition=Q(heard_on=None, heard_by=None, heard_entry=None)
                | Q(
                    heard_on=F("meeting_on"),
                    heard_by__isnull=False,
                    heard_entry__isnull=False,
                    released_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="that_a_report_was_not_heard_somebody_says",
                condition=Q(unheard_on=None, unheard_by=None, unheard_entry=None)
                | Q(
                    unheard_on__isnull=False,
                    unheard_by__isnull=False,
                    unheard_entry__isnull=False,
                    released_at__isnull=False,
                ),
            ),
        ]


class EnforcementRequest(Row):
    """One request. `channel`, `asker`, `joined`, `harm`, `wants`, `papers`: codes of programmes.enforcement.encounters,
    as they were last answered. `papers`: for each what form it is and what was seen on it.

    `script`: what whoever stood there was told to do. `strict`: the law took it as immigration enforcement; once it
    has, only two people say otherwise (`found_by`, `outcome`). `report`: the one that tells the Board of it.

    `no_inquiry_entry`: by which counsel found that what was called an inquiry of child welfare was none; None: nobody
    has, or it was called one again since.

    `children_noted`: whose child it is, as far as any act says so, is noted as programmes.enforcement.whose notes it;
    false: that was said before, and the round has yet to see to it.
    """

    class Outcome(models.TextChoices):
        GIVEN_ON_A_JUDGES_PAPER = "given_on_paper"  # what counsel said a judge's paper reaches
        GIVEN_WITH_CONSENT = "given_with_consent"  # by the parent's written consent
        NOTHING_GIVEN = "nothing_given"
        NOT_IMMIGRATION = "not_immigration"  # counsel has found that no part of it is
        WENT_IN = "went_in"  # they went in, or took what they came for, all the same

    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    opened_entry = models.UUIDField()
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    channel = models.CharField(max_length=CODE_LENGTH)
    asker = models.CharField(max_length=CODE_LENGTH)
    joined = models.CharField(max_length=CODE_LENGTH, blank=True)
    harm = models.CharField(max_length=CODE_LENGTH, blank=True)
    wants = models.JSONField(default=list)
    papers = models.JSONField(default=list)
    script = models.CharField(max_length=CODE_LENGTH)
    strict = models.BooleanField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    closed_entry = models.UUIDField(null=True)
    outcome = models.CharField(max_length=CODE_LENGTH, choices=Outcome, blank=True)
    found_at = models.DateTimeField(null=True)
    found_by = models.UUIDField(null=True)
    found_entry = models.UUIDField(null=True)
    no_inquiry_entry = models.UUIDField(null=True)
    children_noted = models.BooleanField(default=True, db_default=True)
    report = models.ForeignKey(EnforcementReport, on_delete=models.PROTECT, null=True, related_name="requests")

    class Meta:
        indexes = [models.Index(fields=["opened_at"], name="request_by_when")]
        constraints = [
            models.CheckConstraint(
                name="a_request_that_is_closed_says_how",
                condition=Q(closed_at=None, closed_by=None, closed_entry=None, outcome="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False, closed_entry__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="two_find_that_it_was_not_for_immigration",
                condition=~Q(outcome="not_immigration", strict=True)
                | (
                    Q(found_at__isnull=False, found_by__isnull=False, found_entry__isnull=False)
                    & ~Q(found_by=F("closed_by"))
                ),
            ),
        ]
