"""The district's own steps for officers and agents, the notices to families, and where the Attorney General's guide is
posted. Codes, days and the district's own words; of a notice no student and no parent: whom it is for lies sealed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import School
from fileroom.people.models.rows import Row
from fileroom.programmes.models.enforcement import CODE_LENGTH, EnforcementRequest

ADDRESS_LENGTH = 300


class OwnSteps(Row):
    """One version of the district's own steps (Board Policy 5145.13) and of whom to call: by offices, never by name.

    `words`: by language what to say, what to say on the telephone, and the steps. `calls`: the offices in order, each
    with its number. It is shown once counsel, who has not written it, has approved it; the newest approved one counts.
    """

    class State(models.TextChoices):
        APPROVED = "approved"
        RETURNED = "returned"  # counsel has not approved it: another is written
        WAITS = "waits"
        WITHDRAWN = "withdrawn"  # taken back before anybody approved it

    number = models.PositiveIntegerField(unique=True)
    words = models.JSONField()
    calls = models.JSONField()
    state = models.CharField(max_length=CODE_LENGTH, choices=State, default=State.WAITS)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_entry = models.UUIDField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_version_waits_for_counsel", fields=["state"], condition=Q(state="waits")),
            models.CheckConstraint(
                name="steps_are_approved_by_another",
                condition=Q(state="waits", decided_at=None, decided_by=None, decided_entry=None)
                | (
                    Q(decided_at__isnull=False, decided_by__isnull=False, decided_entry__isnull=False)
                    & ~Q(state="waits")
                    & (Q(state="withdrawn") | ~Q(decided_by=F("written_by")))
                ),
            ),
        ]


class FamilyNotice(Row):
    """A letter that tells a family of a request. It is prepared, and then sent or dropped. For whom it is lies sealed
    (records.models.SealedNote, under this row's id), and so does the letter. `letter`: as it went out; it is set when
    it is sent, by what was answered until then."""

    class Way(models.TextChoices):
        HANDED = "handed"  # handed over in person
        MAILED = "mailed"

    request = models.ForeignKey(EnforcementRequest, on_delete=models.PROTECT)
    language = models.CharField(max_length=5)
    way = models.CharField(max_length=CODE_LENGTH, choices=Way)
    letter = models.UUIDField(null=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.UUIDField()
    prepared_entry = models.UUIDField()
    sent_at = models.DateTimeField(null=True)
    sent_by = models.UUIDField(null=True)
    sent_entry = models.UUIDField(null=True)
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.UUIDField(null=True)
    dropped_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_notice_is_sent_or_dropped", condition=Q(sent_at=None) | Q(dropped_at=None)),
            models.CheckConstraint(
                name="a_notice_that_was_sent_says_by_whom",
                condition=Q(sent_at=None, sent_by=None, sent_entry=None)
                | Q(sent_at__isnull=False, sent_by__isnull=False, sent_entry__isnull=False),
            ),
            models.CheckConstraint(
                name="a_notice_that_was_sent_has_its_letter", condition=Q(sent_at=None) | Q(letter__isnull=False)
            ),
        ]


class GuideEdition(Row):
    """The Attorney General's guide as it stands since a day: where it is found, and in which languages, as a person who
    has looked has noted it. The newest counts."""

    updated_on = models.DateField(unique=True)
    address = models.CharField(max_length=ADDRESS_LENGTH)
    languages = models.JSONField()
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    entry = models.UUIDField()


class GuidePosting(Row):
    """Somebody has seen this edition posted, on a day: in the building or on the web site of a school, or of the
    district where no school is named."""

    class Place(models.TextChoices):
        BUILDING = "building"
        SITE = "site"

    edition = models.ForeignKey(GuideEdition, on_delete=models.PROTECT)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    place = models.CharField(max_length=CODE_LENGTH, choices=Place)
    posted_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="an_edition_is_posted_once_a_place", fields=["edition", "school", "place"], nulls_distinct=False
            )
        ]
