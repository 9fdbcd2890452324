"""What the district says of itself, the annual notice as it was adopted, who has been told, in which languages."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import Contact, School, Student
from fileroom.people.models.rows import Row

CODE_LENGTH, DIGEST_LENGTH, LANGUAGE_LENGTH = 40, 64, 8


class DistrictSetting(Row):
    """One thing the district has said of itself, a name of programmes.settings, in each language. Never altered: the
    newest row of a name holds. `entry`: the ledger's event of its being said."""

    name = models.CharField(max_length=CODE_LENGTH)
    said = models.JSONField()
    set_at = models.DateTimeField()
    set_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["name", "-set_at"], name="setting_by_when")]


class AnnualNotice(Row):
    """The annual notice of one school year as it was adopted, frozen. `text`: by language its sections.

    `number`: which version of that year; `criteria`: the version of the criteria of educational interest it prints;
    `composed`: of what it was composed (programmes.notices.composing.fingerprint); `digest`: of the text.
    """

    school_year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    text = models.JSONField()
    criteria = models.CharField(max_length=CODE_LENGTH)
    composed = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    adopted_at = models.DateTimeField()
    adopted_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_notice_of_a_number_a_year", fields=["school_year", "number"]),
            models.CheckConstraint(name="notices_are_numbered_from_1", condition=Q(number__gte=1)),
        ]


class AdoptedRegulation(Row):
    """Administrative Regulation 5125 as it was adopted, frozen. `text`: its sections with their sentences; `quotes`:
    what it quotes of the district's settings and the law's numbers, by name, as they stood."""

    number = models.PositiveSmallIntegerField(unique=True)
    text = models.JSONField()
    quotes = models.JSONField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    adopted_at = models.DateTimeField()
    adopted_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(name="regulations_are_numbered_from_1", condition=Q(number__gte=1))]


class PublishedPaper(Row):
    """A paper for everybody, as it was issued: the PDF lies sealed with its letter, and here for anyone to take.

    `of`: the notice or the regulation; `letter`: whose code it bears.
    """

    of = models.UUIDField()
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    letter = models.UUIDField(unique=True)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    pdf = models.BinaryField()
    published_at = models.DateTimeField()
    published_by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_paper_in_a_language", fields=["of", "language"])]


class LanguageCensus(Row):
    """One school's home languages, counted by the census of that school year; where all speak English none lies below.

    `students`: all of the school's students of that census. A later count of the same census takes its place.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT)
    census = models.PositiveSmallIntegerField()
    students = models.PositiveIntegerField()
    counted_at = models.DateTimeField()
    counted_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_school_is_counted_once", fields=["school", "census"])]


class LanguageCount(Row):
    """How many of a census spoke one language at home: no child's."""

    census = models.ForeignKey(LanguageCensus, on_delete=models.PROTECT)
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    speak = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_language_is_counted_once_in_a_census", fields=["census", "language"])
        ]


class NoticeToFamily(Row):
    """One person to be told of the rights in a student's records in one school year; `contact` null: the student,
    of full age.

    `since_on`: from which day it is owed; `at_enrolment`: they enrolled during the year; `left_out`: by the last round
    the law would not have them told, or they have left. `told_on`, `method`, `language`, `notice`: when, how, in which
    languages, also those it was sent in later, which version. `acknowledged_*`: the signature, or a click.
    """

    class Method(models.TextChoices):
        MAIL = "mail"
        USUAL_WRITTEN = "usual_written"
        ELECTRONIC = "electronic"

    class Acknowledged(models.TextChoices):
        COUNTER = "counter"
        PAGE = "page"

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    school = models.ForeignKey(School, on_delete=models.PROTECT)
    school_year = models.PositiveSmallIntegerField()
    since_on = models.DateField()
    at_enrolment = models.BooleanField()
    left_out = models.BooleanField(default=False)
    notice = models.ForeignKey(AnnualNotice, on_delete=models.PROTECT, null=True)
    told_on = models.DateField(null=True)
    method = models.CharField(max_length=13, choices=Method, blank=True)
    language = models.CharField(max_length=CODE_LENGTH, blank=True)
    told_by = models.UUIDField(null=True)
    told_entry = models.UUIDField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_how = models.CharField(max_length=7, choices=Acknowledged, blank=True)
    acknowledged_by = models.UUIDField(null=True)
    acknowledged_entry = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["school", "school_year"], condition=Q(told_on=None), name="not_told_by_school"),
            models.Index(fields=["contact", "school_year"], name="notice_by_contact"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_person_is_told_once_a_year", fields=["student", "contact", "school_year"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="who_was_told_was_told_a_version_in_a_way",
                condition=Q(told_on=None, notice=None, method="", language="", told_by=None, told_entry=None)
                | (
                    Q(told_on__isnull=False, notice__isnull=False, told_by__isnull=False, told_entry__isnull=False)
                    & ~Q(method="")
                    & ~Q(language="")
                ),
            ),
            models.CheckConstraint(
                name="who_acknowledged_was_told",
                condition=Q(acknowledged_at=None, acknowledged_how="", acknowledged_by=None, acknowledged_entry=None)
                | (
                    Q(
                        told_on__isnull=False,
                        acknowledged_at__isnull=False,
                        acknowledged_by__isnull=False,
                        acknowledged_entry__isnull=False,
                    )
                    & ~Q(acknowledged_how="")
                ),
            ),
        ]


class ElectronicWish(Row):
    """Whether somebody has asked for notices by electronic means (Ed. Code 48981). The newest row of a person holds.

    `whom`: the contact, or the student of full age.
    """

    whom = models.UUIDField()
    electronic = models.BooleanField()
    said_at = models.DateTimeField()
    entry = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["whom", "-said_at"], name="wish_by_when")]
