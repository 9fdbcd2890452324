"""The policy: its text as the Board adopted it, and each night how it stood."""

from __future__ import annotations

from django.db import models

from fileroom.duties.states import State
from fileroom.people.models.rows import Row

NAME_LENGTH, NUMBER_LENGTH, STATE_LENGTH = 60, 12, 10
UNNUMBERED = "5125"  # by which most districts know it: what holds until a text is entered with its own


class AdoptedPolicy(Row):
    """The policy in the district's own words, as the Board adopted it on a day. Never altered: a new one is added, and
    of two of one day the later entered stands. `number`: by which the district knows it, and the regulation with it.

    `entry`: the ledger's event of its being entered here.
    """

    adopted_on = models.DateField()
    number = models.CharField(max_length=NUMBER_LENGTH, default=UNNUMBERED)
    text = models.TextField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()


class PolicySnapshot(models.Model):
    """What one evidence came to on one night. It tells of nobody: what could point to somebody is not kept."""

    evidence = models.CharField(max_length=NAME_LENGTH)
    on = models.DateField()
    number = models.IntegerField(null=True)
    of = models.IntegerField(null=True)
    state = models.CharField(max_length=STATE_LENGTH, choices=[(it.value, it.name) for it in State])

    class Meta:
        constraints = [models.UniqueConstraint(name="an_evidence_is_kept_once_a_night", fields=["evidence", "on"])]
