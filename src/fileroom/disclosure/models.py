"""The names that the law's log lists and the ledger never holds; the checks of the ledger from its page; the Board's
policy on directory information, and the lists that were made under it; marks, and what came before a marked copy."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.disclosure import tables
from fileroom.people.models import School, Section
from fileroom.people.models.rows import Row, in_order

NAME_LENGTH, WORD_LENGTH = 120, 40
DIRECTORY = "directory"


class Recipient(models.Model):
    """The party of one entry of the ledger (Ed. Code 49064). Rows are added and never changed.

    Neither student nor record stands here: the entry has them, and whether it is sealed. `mac` binds the row to its
    entry, under a key that this database never sees (parties.py).
    """

    entry = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=NAME_LENGTH)
    organisation = models.CharField(max_length=NAME_LENGTH, blank=True)
    kind = models.CharField(max_length=40)
    # The kind of paper shown, empty where none was; and the day the family was told, where it had to be (5 CCR 435).
    shown = models.CharField(max_length=40, blank=True)
    told_on = models.DateField(null=True)
    # The form that handed the copy over, which does so once; and a digest of all it said, empty for other entries.
    once = models.UUIDField(null=True, unique=True)
    said = models.BinaryField()
    mac = models.BinaryField()


class Check(models.Model):
    """One walk of the whole ledger from its page: how far it is, and then what it found (ledger_check.py).

    `alive_at`: when the walk was last heard of. `mac` binds what was found to the entry that says so, under a key that
    this database never sees.
    """

    id = models.UUIDField(primary_key=True)
    begun_at = models.DateTimeField()
    begun_by = models.UUIDField()
    walked = models.BigIntegerField(default=0)
    entries = models.BigIntegerField(default=0)
    alive_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    entry = models.UUIDField(null=True)
    found = models.TextField(blank=True)  # JSON
    mac = models.BinaryField(default=b"")

    class Meta:
        db_table = tables.CHECK


class DirectoryPolicy(Row):
    """What the Board has decided about directory information (Ed. Code 49073), as it holds from a day on.

    A row is added at each meeting that changes it, and none is altered. `fields`, `recipients`, `purposes`: codes of
    law.facts. `meeting`: which meeting it was, in words. `screenings`: homeless students may be named for the free eye
    and oral-health screenings (49073(c)(2)).
    """

    version = models.PositiveIntegerField(unique=True)
    adopted_on = models.DateField()
    meeting = models.CharField(max_length=NAME_LENGTH)
    fields = models.JSONField()
    recipients = models.JSONField()
    purposes = models.JSONField()
    screenings = models.BooleanField(default=False)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()


class DirectoryNotice(Row):
    """The year's notice of one policy was given to the families; from the day after `refuse_by` lists may be made."""

    policy = models.ForeignKey(DirectoryPolicy, on_delete=models.PROTECT)
    given_on = models.DateField()
    refuse_by = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [in_order("refusing_ends_after_the_notice", begins="given_on", ends="refuse_by")]


class BarredRecipient(Row):
    """A recipient misused information about students, and has none by the directory for a time (Ed. Code 49073(a))."""

    name = models.CharField(max_length=NAME_LENGTH)
    found_on = models.DateField()
    until_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [in_order("a_bar_ends_after_the_finding", begins="found_on", ends="until_on")]


class StudentList(Row):
    """A list of students that somebody asked for: what for, for whom, how many; never who is on it.

    `among`: a digest of the students it would name, made anew when it is handed over: a list that would no longer be
    the same is not handed over. The file itself is made in that moment, and not kept. `code` stands in it.
    """

    class State(models.TextChoices):
        WAITS = "waits"  # for a second person
        READY = "ready"
        HANDED_OVER = "handed_over"
        STOPPED = "stopped"

    # Which list it is: of directory information, or one of the office's own pages (exports.sources), asked for so.
    source = models.CharField(max_length=WORD_LENGTH, default=DIRECTORY)
    asked = models.JSONField(default=dict)
    recipient = models.CharField(max_length=NAME_LENGTH)
    recipient_kind = models.CharField(max_length=40)
    purpose = models.CharField(max_length=40)
    basis = models.CharField(max_length=200)
    policy = models.ForeignKey(DirectoryPolicy, on_delete=models.PROTECT, null=True)
    fields = models.JSONField()
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True)
    grades = models.JSONField(default=list)
    size = models.PositiveIntegerField()
    among = models.BinaryField(max_length=32)
    code = models.CharField(max_length=14, unique=True)
    state = models.CharField(max_length=11, choices=State)
    prepared_at = models.DateTimeField()
    prepared_by = models.UUIDField()
    prepared_entry = models.UUIDField()
    expires_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approved_entry = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    closed_entry = models.UUIDField(null=True)
    form = models.CharField(max_length=3, blank=True)  # of the file that was handed over

    class Meta:
        indexes = [models.Index(fields=["-prepared_at"], name="list_by_day")]
        constraints = [
            models.CheckConstraint(
                name="a_list_is_approved_by_another",
                condition=Q(approved_by=None) | ~Q(approved_by=F("prepared_by")),
            ),
            models.CheckConstraint(
                name="a_list_that_waits_or_is_ready_is_not_closed",
                condition=Q(state__in=["waits", "ready"], closed_at=None)
                | Q(state__in=["handed_over", "stopped"], closed_at__isnull=False),
            ),
        ]


class OpenedAnyway(models.Model):
    """Somebody of the office opened a sensitive record before a training that was lacking (training_gate.py).

    `on`: the day for which it is open to that account; `course`: the training. The reason lies under seal
    (records.models.SealedNote, about this row). `outcome`: what the custodian's look came to, empty while it is owed.
    """

    id = models.UUIDField(primary_key=True)
    account = models.UUIDField()
    student = models.UUIDField()
    record = models.UUIDField()
    item = models.CharField(max_length=WORD_LENGTH)
    course = models.CharField(max_length=WORD_LENGTH)
    on = models.DateField()
    opened_at = models.DateTimeField()
    entry = models.UUIDField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.UUIDField(null=True)
    review = models.UUIDField(null=True)
    outcome = models.CharField(max_length=WORD_LENGTH, blank=True)

    class Meta:
        indexes = [models.Index(fields=["record", "account", "on"], name="opened_anyway_by_record")]
        constraints = [
            models.CheckConstraint(
                name="another_looks_at_what_was_opened",
                condition=models.Q(reviewed_by=None) | ~models.Q(reviewed_by=models.F("account")),
            ),
            models.CheckConstraint(
                name="what_was_looked_at_has_its_entry",
                condition=models.Q(reviewed_at=None, reviewed_by=None, review=None, outcome="")
                | models.Q(reviewed_at__isnull=False, reviewed_by__isnull=False, review__isnull=False),
            ),
        ]


class MarkedCopy(models.Model):
    """What came before a copy of a marked record: a reading, a reason, or a second person's look, for one recipient.

    `step`: of law.marks; `whom`: a digest of recipient and purpose, under a key this database never sees. Who it is
    for, and why, lies under seal (SealedNote, about this row). A look that lets it go serves one copy, for some days.
    """

    class State(models.TextChoices):
        WAITS = "waits"  # for a second person
        CLEARED = "cleared"
        LEFT_OUT = "left_out"
        GONE = "gone"  # the copy was handed over
        RECALLED = "recalled"  # by whoever asked, before anybody looked

    id = models.UUIDField(primary_key=True)
    record = models.UUIDField()
    mark = models.CharField(max_length=WORD_LENGTH)
    step = models.CharField(max_length=WORD_LENGTH)
    whom = models.BinaryField(max_length=32)
    state = models.CharField(max_length=8, choices=State)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    entry = models.UUIDField()
    looked_at = models.DateTimeField(null=True)
    looked_by = models.UUIDField(null=True)
    look = models.UUIDField(null=True)
    expires_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["record", "state"], name="marked_copy_by_record"),
            models.Index(fields=["-asked_at"], name="marked_copy_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="another_takes_the_second_look", condition=Q(looked_by=None) | ~Q(looked_by=F("asked_by"))
            ),
            models.CheckConstraint(
                name="what_was_cleared_was_looked_at",
                condition=~Q(state__in=["cleared", "left_out"]) | Q(looked_at__isnull=False, look__isnull=False),
            ),
            models.CheckConstraint(
                name="nothing_goes_by_a_second_look_that_nobody_took",
                condition=~Q(step="second_look", state="gone") | Q(looked_by__isnull=False),
            ),
        ]


class MarkChoice(models.Model):
    """How the district weighs a kind of record of which the law's list is not sure. The newest of a mark counts."""

    id = models.UUIDField(primary_key=True)
    mark = models.CharField(max_length=WORD_LENGTH)
    bears = models.CharField(max_length=WORD_LENGTH)
    chosen_at = models.DateTimeField()
    chosen_by = models.UUIDField()
    entry = models.UUIDField()
