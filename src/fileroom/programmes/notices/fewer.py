"""The languages that fewer speak at a school than the share of the law: the annual notice is put into the language of
each home as far as practicable (Ed. Code 49063). Each is owed once a school year, and ends by the paper, or by somebody
who says why it could not be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day, school_year
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.calendars import calendar
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee
from fileroom.programmes.notices.years import ROOM

PRACTICABLE = "programmes.annual_notices.translate_where_practicable"


class Why(StrEnum):
    """Why it could not be put into a language."""

    NOBODY = "nobody"  # nobody who translates it was found
    READ_ALOUD = "read_aloud"  # an interpreter reads it to the families
    ANOTHER = "another"  # the families read a language that it is there in


def settle_fewer(spoken: Mapping[str, bool], on: date, *, entry: UUID, by: UUID | None, at: datetime) -> None:
    """What is owed by now: each language that has no paper, and of which nobody has said why, in this school year.
    `spoken`: the languages, and whether the notice is there in each. Part of the open transaction."""
    year = school_year(on)
    there = {_part(year, language): is_there for language, is_there in spoken.items()}
    said = {part for rule, part in queries.done(ROOM, OF_THE_DISTRICT) if rule == PRACTICABLE}
    rows = [
        Owed(PRACTICABLE, ROOM, OF_THE_DISTRICT, at, office=SUPERINTENDENT, part=part)
        for part, is_there in there.items()
        if not is_there and part not in said
    ]
    duties.owe(rows, calendar=calendar() or default_calendar(), caused_by=entry)
    for part in open_parts(at):
        if there.get(part, True):
            end = duties.discharge if part in there else duties.let_go  # by the count nobody speaks it any more
            end(ROOM, OF_THE_DISTRICT, Over(by, entry, at), rule=PRACTICABLE, part=part)


def _part(year: int, language: str) -> str:
    return f"{year}/{language}"


def year_of(part: str) -> int:
    """The school year of a part."""
    return int(part.partition("/")[0])


def open_parts(at: datetime) -> list[str]:
    """The parts that are still owed in this school year: the year and a language. Joins a transaction."""
    these = [it.part for it in queries.about(ROOM, [OF_THE_DISTRICT], at=at) if it.rule == PRACTICABLE]
    return [it for it in these if year_of(it) == school_year(district_day(at))]


@durable_transaction
def not_practicable(language: str, why: Why, *, by: SignedIn, at: datetime) -> UUID:
    """Say why this year's notice could not be put into this language. Raises Missing and ValidationError."""
    role, part = designee(Programme.NOTICES, by=by, at=at), _part(school_year(district_day(at)), language)
    if part not in open_parts(at):
        raise ValidationError("This language is not owed any more.")
    event = ledger.event(
        Act.NOTICE_NOT_TRANSLATED, record=OF_THE_DISTRICT, part=part, by=by.acting_as(role), outcome=why.value, at=at
    )
    entry = ledger.write(event)
    duties.discharge(ROOM, OF_THE_DISTRICT, Over(by.account.id, entry, at), rule=PRACTICABLE, part=part)
    return entry
