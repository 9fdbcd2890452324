"""That a family has no card any more, or never had one, is the family's to say, and not the office's to conclude:
whoever confirms the end of one says how they said so, and when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.core.exceptions import ValidationError


class GivenBack(StrEnum):
    """How they said so."""

    IN_PERSON = "in_person"
    BY_TELEPHONE = "by_telephone"
    IN_WRITING = "in_writing"
    NOT_REACHED = "not_reached"


def their_word(how: str, said_on: date | None, *, since: date, today: date) -> str:
    """How and when they said so, as the entry tells it: no word of before `since`, when the card was last shown, or
    noted. A card that has lapsed protects its household too. Raises ValidationError."""
    if how == GivenBack.NOT_REACHED:
        raise ValidationError("Ask them first. Until they have said so, it stands.")
    if how not in set(GivenBack):
        raise ValidationError("Say how they have said so.")
    if said_on is None or not since <= said_on <= today:
        raise ValidationError(
            "Write the day on which they said so, like 2026-11-20: one since the card was last shown, or noted."
        )
    return f"{how}:{said_on.isoformat()}"
