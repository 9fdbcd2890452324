"""One copy that is proposed for somebody outside, with everything the law is asked about it and answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import past_its_end, police_first
from fileroom.disclosure.facts import Asked
from fileroom.disclosure.limits import Within
from fileroom.disclosure.marks.before import Before
from fileroom.disclosure.shown import Recipient, Shown
from fileroom.law import Decision
from fileroom.law.facts import Purpose
from fileroom.records.models import Record, Version


@dataclass(frozen=True)
class Case:
    """One copy proposed: everything the law is asked about, its answer, the limits of that, and what comes before a
    marked record goes. `mine`: the employee who hands over. `police_first`: they hear that somebody asks before it may
    go, and have not yet; whoever hands over asks the principal, and is not told why."""

    record: Record
    version: Version
    mine: Asked
    asked: Asked
    to: Recipient
    purpose: Purpose
    shown: Shown | None
    decision: Decision
    within: Within
    may_go_on: date | None
    before: Before | None
    police_first: bool

    @property
    def waits_for_them(self) -> bool:
        return self.police_first and self.decision.granted

    @property
    def told(self) -> Decision:
        """The answer as the employee is shown it."""
        return police_first.as_told(self.decision, shut=self.waits_for_them)

    def asked_about(self, entry: UUID, at: datetime) -> UUID:
        """Somebody asks by this entry: the police are told of them, where they have not heard of them yet; and counsel,
        where an order on them is past its end."""
        who = police_first.who_receives(self.to)
        police_first.asked_about(self.asked.student, self.decision, who, entry, at)
        past_its_end.asked_about(self.asked.student.id, self.to.on_file, entry, at)
        return entry
