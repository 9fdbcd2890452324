"""An office of custodian that was given to the wrong person today is taken back at once. Its row stays, and holds no
day: whoever held it opens nothing by it from this moment, and the office is vacant until it is given anew.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel, vacancies
from fileroom.people.answers import Missing, Refused
from fileroom.people.designators import NomineeFacts, designator_facts
from fileroom.people.models import Custodian, School
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.people.questions import designation
from fileroom.people.services import Done
from fileroom.people.signed_in import SignedIn

BY_MISTAKE = "by_mistake"  # as the entry says it
WHOEVER = NomineeFacts(certificated=True, left=False)  # may they designate at all: that is asked of the law


@durable_transaction
def take_back_office(office_id: UUID, *, by: SignedIn, at: datetime) -> Done | Refused:
    """Take an office back that was given today, by this row of it. What its holder signed for today is not signed for
    any more. Once more changes nothing. Raises Missing: it was not given today, or has gone to another."""
    on = district_day(at)
    given_today = Q(from_on=on, mistaken_entry=None) & (Q(to_on=None) | Q(to_on__gte=on))
    row = Custodian.objects.select_for_update().filter(given_today | ~Q(mistaken_entry=None), pk=office_id).first()
    if row is None:
        raise Missing
    who = designator_facts(by.account, on)
    decision = counsel.decide(designation(who, WHOEVER, on=on))
    part = vacancies.part_of(row.school_id or OF_THE_DISTRICT)
    actor = by.acting_as(who.role)
    noted: dict[str, Any] = {"record": row.id, "part": part, "by": actor, "decision": decision}
    if not decision.granted:
        return Refused(decision, ledger.write(ledger.event(Act.CUSTODIAN_REFUSED, **noted, at=at)))
    if row.mistaken_entry:
        return Done(row.id, row.mistaken_entry)
    entry = ledger.write(ledger.event(Act.CUSTODIAN_VACANT, **noted, outcome=BY_MISTAKE, at=at))
    row.mistaken_entry, row.to_on = entry, on - timedelta(days=1)
    row.save(update_fields=["mistaken_entry", "to_on"])
    vacancies.owe_office(row.school_id or OF_THE_DISTRICT, entry, at)
    if row.school_id:
        _sign_anew(row.school_id, actor, at)
    return Done(row.id, entry)


def _sign_anew(school_id: UUID, by: Actor, at: datetime) -> None:
    """Who signed today that the paper orders are entered may be the wrong one: the next custodian counts."""
    signed = School.objects.select_for_update(no_key=True).filter(pk=school_id, orders_entered_on=district_day(at))
    for school in signed:
        event = ledger.event(Act.ORDERS_SIGN_WITHDRAWN, record=school.id, by=by, outcome=BY_MISTAKE, at=at)
        entry = ledger.write(event)
        school.orders_entered_on = None
        school.save(update_fields=["orders_entered_on"])
        vacancies.owe_signature(school.id, entry, at)
