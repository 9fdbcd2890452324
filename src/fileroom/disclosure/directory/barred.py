"""Who misused information about students, and has none of it for a time (Ed. Code 49073(a); 34 CFR 99.67): a register
beside the Board's decision. A row is added and none is altered; of one name the row that was entered last counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.directory.policy import designated, noted
from fileroom.disclosure.models import BarredRecipient
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import add_years, district_day
from fileroom.law.figures import FIGURES
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed
from fileroom.people.names import may_be_one_name, words_of
from fileroom.people.signed_in import SignedIn

YEARS = FIGURES["directory_misuse_suspension"].value


@dataclass(frozen=True)
class Bar:
    """A recipient who is barred, since when, and the last day of it."""

    name: str
    found_on: date
    until_on: date


@durable_transaction
def bar(once: UUID, name: str, found_on: date, until_on: date | None, *, by: SignedIn, at: datetime) -> UUID:
    """Enter that somebody misused it; its id, which is `once`. Without `until_on` for as long as Ed. Code 49073(a) says
    of a private school. Raises Missing (whoever asks is not designated), FormUsed and ValidationError."""
    who, ends = designated(by, at), until_on or add_years(found_on, YEARS)
    said = (name.strip(), found_on, ends, by.account.id)

    def again() -> UUID | None:
        sent = BarredRecipient.objects.filter(pk=once).first()
        if sent and (sent.name, sent.found_on, sent.until_on, sent.entered_by) != said:
            raise FormUsed
        return once if sent else None

    def act() -> UUID:
        if not words_of(name):
            raise ValidationError({"name": "Write their name."})
        if found_on > district_day(at):
            raise ValidationError({"found_on": "Enter it once it is found: this day is still to come."})
        if ends < found_on:
            raise ValidationError({"until_on": "It ends after it was found."})
        row = BarredRecipient(id=once, name=said[0], found_on=found_on, until_on=ends, entered_at=at)
        row.entered_by = by.account.id
        row.entry = noted(Act.DIRECTORY_RECIPIENT_BARRED, row.id, f"until:{ends}", who, by, at)
        row.save(force_insert=True)
        return row.id

    return act_once(again, act)


def is_barred(name: str, on: date) -> bool:
    """Is a recipient of this name barred on this day, or may they be, by another spelling of it?"""
    return any(may_be_one_name(name, it.name) for it in barred(on))


def barred(on: date) -> tuple[Bar, ...]:
    """Who is barred on this day, whoever was found last first."""
    with district_transaction():
        return tuple(it for it in _newest() if it.found_on <= on <= it.until_on)


def _newest() -> Iterator[Bar]:
    """Of each name what was entered last."""
    seen = set()
    for row in BarredRecipient.objects.order_by("-entered_at", "-id"):
        if (words := words_of(row.name)) not in seen:
            seen.add(words)
            yield Bar(row.name, row.found_on, row.until_on)
