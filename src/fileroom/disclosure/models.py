"""Who asked for a copy, or received one: the names that the law's log lists and the ledger never holds."""

from __future__ import annotations

from django.db import models

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
