"""What counsel, or the Superintendent's designee, has signed for: the law that rests on memory, readings, releases."""

from __future__ import annotations

from django.db import models

from fileroom.people.models.rows import Row

CODE_LENGTH = 200
DIGEST_LENGTH = 64


class CounselSignature(Row):
    """One signature. It is never altered: who changes their mind signs again, and the newest counts.

    `item`: a rule's address, a figure's name, a catalogue code, or the number of a release. `text`: SHA-256 of what was
    signed. `signed_by` null: the program itself, when the district was founded. `entry`: the ledger's event.
    """

    class Kind(models.TextChoices):
        RULE = "rule"
        FIGURE = "figure"
        ITEM = "item"
        RELEASE = "release"

    class Effect(models.TextChoices):
        CONFIRMED = "confirmed"
        COUNSEL_FIRST = "counsel_first"

    kind = models.CharField(max_length=8, choices=Kind)
    item = models.CharField(max_length=CODE_LENGTH)
    text = models.CharField(max_length=DIGEST_LENGTH)
    effect = models.CharField(max_length=16, choices=Effect)
    from_on = models.DateField()
    signed_at = models.DateTimeField()
    signed_by = models.UUIDField(null=True)
    entry = models.UUIDField()


class ReadingChoice(Row):
    """The district's choice between readings of an unclear text (law/readings.toml), from a day on. Never altered."""

    reading = models.CharField(max_length=CODE_LENGTH)
    option = models.CharField(max_length=CODE_LENGTH)
    text = models.CharField(max_length=DIGEST_LENGTH)
    from_on = models.DateField()
    signed_at = models.DateTimeField()
    signed_by = models.UUIDField()
    entry = models.UUIDField()
