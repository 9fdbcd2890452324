"""What happened a moment ago and is soon forgotten: sign-ins that failed, requests that were just answered."""

from __future__ import annotations

from django.db import models

TABLE = "people_recent"


class Recent(models.Model):
    """A value under a keyed hash, until an instant. Whose it is cannot be read from the row."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        db_table = TABLE
