"""Who gathers: employees whom the Superintendent or a designee has named, each by name and from a day on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import Employee
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaGatherer, SocialMediaProgram
from fileroom.programmes.social_media.asking import designee, noted
from fileroom.programmes.social_media.services import program_now


def is_named(program: SocialMediaProgram, by: SignedIn, on: date) -> bool:
    """Is the account's holder named to gather under this program on this day?"""
    employee = by.account.employee_id
    if employee is None:
        return False
    return SocialMediaGatherer.objects.filter(held(on), program=program, employee_id=employee).exists()


@durable_transaction
def name_gatherer(employee_id: UUID, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """This employee gathers from today on; the entry. Raises Missing and ValidationError."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    on, program = district_day(at), program_now()
    employee = Employee.objects.filter(pk=employee_id).first()
    if program is None or employee is None:
        raise Missing
    if employee.left_on is not None and employee.left_on < on:
        raise ValidationError({"employee": "They have left the district."})
    if SocialMediaGatherer.objects.filter(program=program, employee=employee, to_on=None).exists():
        raise ValidationError({"employee": "They are named already."})
    entry = noted(Act.SOCIAL_MEDIA_GATHERER_NAMED, who.role, by, at, record=program.id, part=str(employee_id))
    SocialMediaGatherer.objects.create(
        program=program, employee=employee, from_on=on, named_by=by.account.id, entry=entry
    )
    return entry


@durable_transaction
def end_gatherer(gatherer_id: UUID, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """They gather no more, from this moment; the entry. Raises Missing."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    row = SocialMediaGatherer.objects.select_for_update().filter(pk=gatherer_id, to_on=None).first()
    if row is None:
        raise Missing
    entry = noted(Act.SOCIAL_MEDIA_GATHERER_ENDED, who.role, by, at, record=row.program_id, part=str(row.employee_id))
    on = district_day(at)
    if row.from_on == on:
        row.delete()  # who was named this very day was never named for one: the ledger has both entries
        return entry
    row.to_on = on - timedelta(days=1)
    row.save(update_fields=["to_on"])
    return entry
