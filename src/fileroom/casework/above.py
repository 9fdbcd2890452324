"""What rooms above this one say of what waits here: the law of a kind of letter, and whether a reminder still holds.

A door brings it with each act: this room knows no programme.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fileroom.law import Decision
from fileroom.records.models import Letter

# What the law of its own says today of one letter.
OwnLaw = Callable[[Letter, date], Decision]
# What the address of a mail to an employee ends with, made as it goes: about this row.
NewAddress = Callable[[UUID], str]
# Does a reminder still hold: of this employee, about this row, of this part?
StillSo = Callable[[UUID, UUID, str, datetime], bool]


@dataclass(frozen=True)
class Above:
    """`letters`: by kind; a kind that is not here goes by no link. `reminders`: by the mail's kind; `addresses`: of one
    that leads to a page made for its reader."""

    letters: Mapping[str, OwnLaw] = field(default_factory=dict)
    reminders: Mapping[str, StillSo] = field(default_factory=dict)
    addresses: Mapping[str, NewAddress] = field(default_factory=dict)
