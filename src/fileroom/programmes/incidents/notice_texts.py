"""The district's own words in a breach notice: written by the Superintendent's office in both languages, and sealed.

They are for everybody whom the notice reaches, so they name nobody: the sieve looks at them, and a person reads them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Question
from fileroom.law.facts import Action, Notice, NoticeItem, NoticeKind, NoticeMethod
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.known import Known
from fileroom.programmes.incidents.services import texts_of
from fileroom.programmes.models import Incident
from fileroom.records import noting

NOTE = "incident_notice"
FIELDS = ("happened_en", "happened_es", "doing_en", "doing_es")
NOT_WRITTEN = "Write first what the notice says of this incident, in both languages."


@durable_transaction
def write_notice(
    id_: UUID, incident_id: UUID, fields: Mapping[str, str], *, plain: bool, by: SignedIn, at: datetime
) -> UUID | None:
    """Write the notice's own words; the newest hold. `plain`: they have read that it is plain and names nobody.

    `id_`: the second call with it writes nothing. Raises Missing and ValidationError, by field.
    """
    row, who = taken_up_for_words(incident_id, by, at)
    if any(it.id == id_ for it in noting.notes(NOTE, row.id)):
        return None
    said = texts_of({name: fields.get(name, "") for name in FIELDS})
    if not plain:
        raise ValidationError({"plain": "Read it once more: it is in plain words, and names nobody."})
    entry = note(Act.INCIDENT_NOTED, row, by, who, at, part=NOTE)
    noting.write_note(id_, NOTE, row.id, said, entry=entry, by=by, at=at)
    return entry


def taken_up_for_words(incident_id: UUID, by: SignedIn, at: datetime) -> tuple[Incident, str]:
    """The incident, for those designated. Raises Missing and ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    return row, who.role


def texts_now(row: Incident, *, by: SignedIn, role: str, at: datetime) -> Mapping[str, str]:
    """The newest words, opened with their line; they name nobody. Raises ValidationError where there are none."""
    written = noting.notes(NOTE, row.id)
    if not written:
        raise ValidationError(NOT_WRITTEN)
    return noting.open_note(written[-1], Act.INCIDENT_LOOKED_AT, by=by, role=role, decision=None, at=at).fields


@durable_transaction
def words(incident_id: UUID, *, by: SignedIn, at: datetime) -> Mapping[str, str]:
    """The notice's own words as they stand, opened to be corrected. Raises Missing and ValidationError."""
    row, role = taken_up_for_words(incident_id, by, at)
    return texts_now(row, by=by, role=role, at=at)


def may_go(
    known: Known, items: Collection[NoticeItem], *, on: date, method: NoticeMethod = NoticeMethod.MAIL,
    cost: int | None = None, lacking: bool | None = None,
) -> Decision:  # fmt: skip
    """The law's word on the text alone, whomever it goes to; each recipient is asked about besides."""
    notice = Notice(NoticeKind.BREACH, tuple(items), method, to_everybody=True, cost=cost, contact_data_lacking=lacking)
    return counsel.decide(Question(on=on, action=Action.SEND_NOTICE, notice=notice, incident=known.incident))
