"""The notice goes home in English and Spanish; where a school of those it touches writes home in a third language, a
person sees to it that the families have it in that one too (Ed. Code 48985), and says how.

Nobody here knows which family speaks which language: it is owed by the school's census, as the annual notice is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.calendars import calendar
from fileroom.people.models import Enrolment
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import ROOM, finish
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.notice_words import LANGUAGES
from fileroom.programmes.models import Incident, IncidentPerson
from fileroom.programmes.notices.languages import owed
from fileroom.programmes.notices.years import TRANSLATE


class How(StrEnum):
    """How the families of a language have the notice in it, as somebody says."""

    GOES_ALONG = "goes_along"  # a person's translation goes with the letters
    BY_A_PERSON = "by_a_person"
    NOBODY_SPEAKS_IT = "nobody_speaks_it"  # of the families it touches


def owe_translations(row: Incident, *, by: SignedIn, role: str, at: datetime) -> None:
    """Each further language in which the schools of those it touches write home is owed, once. Part of the open
    transaction, which has the incident alone."""
    known = {part for rule, part in queries.done(ROOM, row.id) if rule == TRANSLATE}
    known |= {it.part for it in queries.about(ROOM, [row.id], at=at) if it.rule == TRANSLATE}
    if new := sorted(_languages(row, at) - known):
        entry = note(Act.INCIDENT_NOTED, row, by, role, at, part="languages", outcome=" ".join(new))
        rows: Iterable[Owed] = (Owed(TRANSLATE, ROOM, row.id, at, office=SUPERINTENDENT, part=it) for it in new)
        duties.owe(rows, calendar=calendar() or default_calendar(), caused_by=entry)


def _languages(row: Incident, at: datetime) -> set[str]:
    on = district_day(at)
    spells = Enrolment.objects.filter(
        Q(left_on=None) | Q(left_on__gte=on), entered_on__lte=on,
        student__in=IncidentPerson.objects.filter(incident=row).values("student"),
    )  # fmt: skip
    schools = set(spells.values_list("school", flat=True))
    return {it.language for it in owed(on) if it.school in schools} - set(LANGUAGES)


@durable_transaction
def in_their_language(incident_id: UUID, language: str, how: How, *, by: SignedIn, at: datetime) -> UUID:
    """Say how the families of a language have the notice in it. Raises Missing, and ValidationError where it is owed in
    no such language."""
    row, who = taken_up(incident_id, by, at, designee=True)
    if (TRANSLATE, language) not in {(it.rule, it.part) for it in queries.about(ROOM, [row.id], at=at)}:
        raise ValidationError("This is not owed any more.")
    entry = note(Act.INCIDENT_DONE, row, by, who.role, at, part=f"language:{language}", outcome=how.value)
    finish(row.id, (TRANSLATE,), by=by, entry=entry, at=at, part=language)
    return entry
