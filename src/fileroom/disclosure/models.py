"""The names that the law's log lists and the ledger never holds; and the checks of the ledger from its page."""

from __future__ import annotations

from django.db import models

from fileroom.disclosure import tables

NAME_LENGTH = 120


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
