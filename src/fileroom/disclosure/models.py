"""The names that the law's log lists and the ledger never holds; and the checks of the ledger from its page."""

from __future__ import annotations

from django.db import models

from fileroom.disclosure import tables

NAME_LENGTH, WORD_LENGTH = 120, 40


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
