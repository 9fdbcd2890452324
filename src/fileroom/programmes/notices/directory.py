"""Which categories of directory information the notice names: those that the Board has decided on."""

from __future__ import annotations

from datetime import date

from fileroom.disclosure.directory import policy
from fileroom.law.facts.things import DirectoryField


def categories(on: date) -> tuple[DirectoryField, ...]:
    """The Board's of this day; where it has decided nothing yet, the closed list of Ed. Code 49061(c), beyond which no
    decision of a Board can go. Joins an open transaction."""
    adopted = policy.in_force(on)
    return adopted.fields if adopted else tuple(DirectoryField)
