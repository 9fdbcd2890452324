"""May this account act as the Superintendent's designee in this programme: by office, or by a delegation in force?

By office it is whoever the table of offices says (people.designators). A delegation opens its own programmes and
nothing else: by it nobody names custodians, signs for the law, keeps the register of officers' requests or delegates.
It holds for a year at most, and while whoever gave it holds such an office: it is their trust, and no one else's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.designators import DesignatorFacts, accounts_designated, designator_facts
from fileroom.people.keepers import keeper_facts
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Delegation

DELEGATED = "designee"
LONGEST = timedelta(days=365)
OF_BEFORE = Q(to_on=None)  # given before each had its last day: it has the longest


class Programme(StrEnum):
    """What can be delegated. Each is asked for by the acts of its own room alone."""

    NOTICES = "notices"
    REGULATION = "regulation"
    POLICY = "policy"
    VENDORS = "vendors"
    TOOLS = "tools"
    SOCIAL_MEDIA = "social_media"
    TRAINING = "training"
    GUIDE = "guide"
    CALENDAR = "calendar"


# Whose duties, of those that the Superintendent or a designee owes, are a delegate's too. What is of one student, a
# letter of non-enrolment, is done by who serves that student, and told to nobody else (people.owed); what was gathered
# of one is done by office, not by delegation.
ROOMS: Mapping[Programme, tuple[str, ...]] = {
    Programme.NOTICES: ("notices",),
    Programme.VENDORS: ("companies", "company_questions", "contracts", "deletions", "demands", "vendor_breaches"),
    Programme.SOCIAL_MEDIA: ("social_media", "social_media_vendors"),
    Programme.TOOLS: ("tools",),
    Programme.GUIDE: ("posted_guide",),
}


def holding(on: date) -> QuerySet[Delegation]:
    """The delegations that hold on this day. Joins an open transaction."""
    rows = Delegation.objects.filter(held(on), ended_at=None, given_by__in=accounts_designated(on).values("id"))
    return rows.exclude(OF_BEFORE, from_on__lte=on - LONGEST)


def acting(programme: Programme, *, by: SignedIn, at: datetime) -> DesignatorFacts:
    """The account's holder as one who would act in this programme, for the law to judge. A delegate stays of the kind
    that they are. Joins an open transaction."""
    on = district_day(at)
    who = designator_facts(by.account, on)
    if who.designated or programme not in _delegated(by, at):
        return who
    return DesignatorFacts(keeper_facts(by.account, on).kind, DELEGATED, designated=True)


def may_act(programme: Programme, *, by: SignedIn, at: datetime) -> bool:
    """Is this account designated, by office or by delegation? Joins an open transaction."""
    return acting(programme, by=by, at=at).designated


def designee(programme: Programme, *, by: SignedIn, at: datetime) -> str:
    """The role in which this account acts as designee. Raises Missing for anybody else."""
    who = acting(programme, by=by, at=at)
    if not who.designated:
        raise Missing
    return who.role


def rooms_of(*, by: SignedIn, at: datetime) -> tuple[str, ...]:
    """The rooms in which this account owes, by delegation, what the Superintendent or a designee owes."""
    with district_transaction():
        return tuple(room for it in _delegated(by, at) for room in ROOMS.get(it, ()))


def _delegated(by: SignedIn, at: datetime) -> Iterator[Programme]:
    mine = by.account.employee_id
    # Most were never given any: who may give one is asked of the others alone.
    if mine is None or not Delegation.objects.filter(employee_id=mine).exists():
        return iter(())
    held = holding(district_day(at)).filter(employee_id=mine).values_list("programmes", flat=True)
    opened = {name for names in held for name in names}
    return (it for it in Programme if it.value in opened)
