"""The packets made for meetings of the Board."""

from __future__ import annotations

from django.db import models

from fileroom.people.models.rows import Row


class BoardPacket(Row):
    """One packet, whose paper is the letter of the same id. Made anew for the same meeting, both are kept.

    `reports`: ids of the reports on officers' requests that it tells of.
    """

    meeting_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    reports = models.JSONField(default=list)
