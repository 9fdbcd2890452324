"""The ledger's four tables. Insert-only, without foreign keys: the log outlives what it describes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.ledger import tables
from fileroom.ledger.events import COUNTED, READS


class Event(models.Model):
    """One act as it was noted. `entry` (column `id`) is made by the application; `arrival` only helps to find news."""

    arrival = models.BigAutoField(primary_key=True)
    entry = models.UUIDField(db_column="id", unique=True)
    act = models.TextField()
    student = models.UUIDField(null=True)
    record = models.UUIDField(null=True)
    part = models.TextField()
    account = models.UUIDField(null=True)
    role = models.TextField()
    door = models.TextField()
    client = models.TextField()
    purpose = models.TextField()
    outcome = models.TextField()
    rules = models.TextField()  # ids joined by commas: one text has one form, an array has many
    law_digest = models.TextField()
    at = models.DateTimeField()
    sealed = models.BooleanField()
    salt = models.BinaryField()
    mac = models.BinaryField()

    class Meta:
        db_table = tables.EVENT
        indexes = [
            models.Index(fields=["student", "at"], name="ledger_event_student"),
            # Few among many: what is asked of these alone must not walk the log.
            models.Index(
                fields=["at", "entry"], condition=Q(student__isnull=True, sealed=True), name="ledger_event_apart"
            ),
            models.Index(
                fields=["act", "at"],
                condition=Q(act__in=["gap:explained", "backup:restored"]),
                name="ledger_event_of_gaps",
            ),
            models.Index(fields=["arrival"], condition=Q(act="ledger:checked"), name="ledger_event_checked"),
            models.Index(
                fields=["act", "at"],
                condition=Q(act__in=[act.value for act in COUNTED]),
                name="ledger_event_counted",
            ),
            models.Index(fields=["at"], condition=Q(act__in=[act.value for act in READS]), name="ledger_event_reads"),
        ]


class Leaf(models.Model):
    """One leaf of one of the two logs. An index leaf has no event, no label, no number and no head."""

    pk = models.CompositePrimaryKey("log", "position")
    log = models.TextField()
    position = models.BigIntegerField()
    event = models.UUIDField(null=True, unique=True)
    label = models.BinaryField(null=True)
    number = models.BigIntegerField(null=True)
    hash = models.BinaryField()
    head = models.BinaryField(null=True)

    class Meta:
        db_table = tables.LEAF
        constraints = [
            models.UniqueConstraint(fields=["log", "label", "number"], name="ledger_leaf_number"),
            models.CheckConstraint(
                condition=Q(event__isnull=True, label__isnull=True, number__isnull=True, head__isnull=True)
                | Q(event__isnull=False, label__isnull=False, number__isnull=False, head__isnull=False),
                name="ledger_leaf_event_or_index",
            ),
        ]


class Tile(models.Model):
    """256 hashes side by side and the root over them (C2SP tlog-tiles)."""

    pk = models.CompositePrimaryKey("log", "level", "number")
    log = models.TextField()
    level = models.SmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()
    root = models.BinaryField()

    class Meta:
        db_table = tables.TILE


class Checkpoint(models.Model):
    """The open log at one size, signed, and the sealed log as it stood then.

    `labels` counts the index, `entries` the open log's acts; `salt` opens the commitment to the sealed log; `arrived`
    is the last arrival the sequencer had seen.
    """

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    note = models.TextField()
    index_root = models.BinaryField()
    labels = models.BigIntegerField()
    sealed_size = models.BigIntegerField()
    sealed_root = models.BinaryField()
    salt = models.BinaryField()
    entries = models.BigIntegerField()
    arrived = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = tables.CHECKPOINT
