"""The two answers that are not the thing asked for: refused by law, and not there (or not yours to know of)."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.law import Decision


@dataclass(frozen=True)
class Refused:
    """The law said no, or needs more first. A value, never an exception: its ledger entry must be committed.

    `serves`: False of an employee who has no work with the student.
    """

    decision: Decision
    entry: UUID
    serves: bool = field(default=True, kw_only=True)

    @property
    def hidden(self) -> bool:
        """Is the asker shown just what Missing shows? Whom an order binds is; and so is every employee who has no work
        with the student, or the one could be told from the other."""
        return self.decision.silent or not self.serves


class Missing(LookupError):
    """Nothing there. The same words for what is absent and for what this person may not know to exist."""

    def __init__(self) -> None:
        super().__init__("There is nothing here that this account may open.")


class FormUsed(ValidationError):
    """A form that has already made a row was sent again with other contents: the second act needs a form of its own."""

    def __init__(self) -> None:
        super().__init__("This form has been used already, for something else. Nothing new was kept; send it again.")
