"""A role is given, agreed to by a second person where it opens much, and ended at once: each an act with its entry."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import F, Q

from fileroom.collection.models import ImportedAssignment
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.models import Account, Assignment, Employee, School, Token
from fileroom.people.owed import offices_held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.rules import Asked, No
from fileroom.programmes.accounts.serving import end_caseloads
from fileroom.programmes.accounts.standing import (
    WAITS,
    NotDone,
    Place,
    account_for,
    hands,
    has_left,
    hold,
    holds,
    may_manage,
    not_done,
    of_one_hand,
    to_come,
    waiting_of,
    who_gave,
    who_give,
)
from fileroom.programmes.models import RoleGiven

DISTRICT = "district"
ALONE, WAITS_FOR_ANOTHER = "alone", "waits"


@durable_transaction
def give_role(id_: UUID, account_id: UUID, wanted: Place, *, by: SignedIn, at: datetime) -> RoleGiven | NotDone:
    """Give this role to the holder of this account, or ask a second person to agree.

    `id_`: of the form, and of its row. Raises Missing and FormUsed.
    """
    account, who = account_for(account_id, district_day(at))
    role = may_manage(by, at)  # once it is held: what was ended meanwhile gives nothing
    return act_once(lambda: _given(id_, who.id, wanted, by), lambda: _give(id_, account, who, wanted, role, by, at))


def _given(id_: UUID, who: UUID, wanted: Place, by: SignedIn) -> RoleGiven | NotDone | None:
    """What this form has given already. Raises FormUsed."""
    row = RoleGiven.objects.filter(pk=id_).first()
    if row is None:
        return None
    sent = (who, wanted.role, wanted.school, wanted.from_on, wanted.to_on, by.account.id)
    if (row.employee_id, row.role, row.school_id, row.from_on, row.to_on, row.given_by) != sent:
        raise FormUsed
    return row


def _give(
    id_: UUID, account: Account, who: Employee, wanted: Place, role: str, by: SignedIn, at: datetime
) -> RoleGiven | NotDone:
    on = district_day(at)
    if wanted.school is not None and not School.objects.filter(pk=wanted.school).exists():
        raise Missing
    others = who_gave(on) - {by.account.employee_id, who.id}
    asked = _asked(account, who, wanted, on, oneself=who.id == by.account.employee_id, another=bool(others))
    answer = rules.may_give(asked, on=on)
    if isinstance(answer, No):
        return not_done(Act.ROLE_REFUSED, answer, who.id, place_of(wanted.role, wanted.school), role, by=by, at=at)
    row = RoleGiven(
        id=id_, employee=who, role=wanted.role, school_id=wanted.school, from_on=wanted.from_on, to_on=wanted.to_on,
        reason=wanted.reason, given_at=at, given_by=by.account.id,
    )  # fmt: skip
    second = rules.asks_second(wanted.role, at_school=wanted.school is not None)
    alone = ALONE if second and not answer.waits else ""
    event = ledger.event(
        Act.ROLE_PROPOSED if answer.waits else Act.ROLE_GIVEN, record=id_, part=place_of(row.role, row.school_id),
        by=by.acting_as(role), outcome=WAITS_FOR_ANOTHER if answer.waits else alone, at=at,
    )  # fmt: skip
    row.entry = ledger.write(event)
    if not answer.waits:
        end_caseloads(who.id, row.role, role, by=by, at=at)  # of an earlier time in it
        row.assignment = put_in(row)
    row.save(force_insert=True)
    return row


def _asked(
    account: Account, who: Employee, wanted: Place, on: date, *, oneself: bool, another: bool, of: UUID | None = None
) -> Asked:
    """`of`: the row that waits itself, which is no role held already."""
    same = Q(role=wanted.role, school=wanted.school)
    there = to_come(who.id, on).filter(same).exists()
    waits = waiting_of(who.id).filter(same).exclude(pk__in=[of] if of else []).exists()
    held = holds(who.id, on) - ({wanted.role} if of else set())
    return Asked(
        role=wanted.role, at_school=wanted.school is not None, from_on=wanted.from_on, to_on=wanted.to_on,
        reason=bool(wanted.reason.strip()), oneself=oneself, holds=held, already=there or waits,
        closed=not account.is_active, left=has_left(who, on), another=another,
    )  # fmt: skip


def put_in(row: RoleGiven) -> Assignment:
    """The place itself: from now on the law reads it. Part of an open transaction."""
    place = Assignment(
        id=uuid4(), employee_id=row.employee_id, role=row.role, school_id=row.school_id, from_on=row.from_on,
        to_on=row.to_on,
    )  # fmt: skip
    place.save(force_insert=True)
    return place


def place_of(role: str, school: UUID | None) -> str:
    """How an entry names a role: by its word and its place."""
    return f"{role}:{school or DISTRICT}"


@durable_transaction
def agree(given_id: UUID, *, by: SignedIn, at: datetime) -> RoleGiven | NotDone:
    """A second person agrees: it holds from now on, or from its first day. Raises Missing."""
    on = district_day(at)
    hold(on, Q(employee__rolegiven=given_id))
    role = may_manage(by, at)
    row = _waiting(given_id)
    account = Account.objects.filter(employee=row.employee_id).first()
    if account is None:
        raise Missing
    wanted = Place(row.role, row.school_id, max(row.from_on, on), row.to_on, row.reason)
    oneself = row.employee_id == by.account.employee_id
    asked = _asked(account, row.employee, wanted, on, oneself=oneself, another=True, of=row.id)
    same = row.given_by == by.account.id or of_one_hand(row.given_by, by.account.id, on)
    answer = rules.may_agree(asked, is_giver=same, on=on)
    if isinstance(answer, No):
        return not_done(Act.ROLE_REFUSED, answer, row.id, place_of(row.role, row.school_id), role, by=by, at=at)
    event = ledger.event(
        Act.ROLE_AGREED, record=row.id, part=place_of(row.role, row.school_id), by=by.acting_as(role), at=at
    )
    row.agreed_at, row.agreed_by, row.agreed_entry = at, by.account.id, ledger.write(event)
    row.from_on = wanted.from_on
    end_caseloads(row.employee_id, row.role, role, by=by, at=at)  # of an earlier time in it
    row.assignment = put_in(row)
    row.save()
    return row


def _waiting(given_id: UUID) -> RoleGiven:
    """Raises Missing: a role that waits no more is nobody's to agree to."""
    rows = RoleGiven.objects.select_for_update(of=("self",)).select_related("employee")
    found = rows.filter(WAITS, pk=given_id).first()
    if found is None:
        raise Missing
    return found


@durable_transaction
def turn_back(given_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """A role that waits is not given after all: said by whoever asked for it, or by the second person. Raises
    Missing."""
    role = may_manage(by, at)
    row = _waiting(given_id)
    take_back(row, role, by=by, at=at)
    return row.id


def take_back(row: RoleGiven, role: str, *, by: SignedIn, at: datetime) -> None:
    """A role that waits is given to nobody: its entry, and the end of the row, which the open transaction holds."""
    event = ledger.event(
        Act.ROLE_TURNED_BACK, record=row.id, part=place_of(row.role, row.school_id), by=by.acting_as(role), at=at
    )
    row.ended_at, row.ended_by, row.ended_entry = at, by.account.id, ledger.write(event)
    row.save(update_fields=["ended_at", "ended_by", "ended_entry"])


@durable_transaction
def end_role(place_id: UUID, *, by: SignedIn, at: datetime) -> UUID | NotDone:
    """From this moment the place is over: its holder's open pages lead to the sign-in page, and tokens that rest on it
    open nothing. Raises Missing."""
    on = district_day(at)
    hold(on, Q(employee__assignment=place_id))
    role = may_manage(by, at)
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("employee")
    place = rows.filter(pk=place_id).first()
    if place is None or (place.to_on is not None and place.to_on < on):
        raise Missing
    gives = rules.gives_roles(place.role, at_school=place.school_id is not None) and place.employee_id in who_gave(on)
    answer = rules.may_end(
        from_a_roster=ImportedAssignment.objects.filter(pk=place.pk).exists(), gives=gives,
        others=hands(who_give(on, without=place), on), oneself=place.employee_id == by.account.employee_id,
    )  # fmt: skip
    named = place_of(place.role, place.school_id)
    if isinstance(answer, No):
        return not_done(Act.ROLE_REFUSED, answer, place.id, named, role, by=by, at=at)
    return take_out(place, role, by=by, at=at)


def take_out(place: Assignment, role: str, *, by: SignedIn, at: datetime) -> UUID:
    """End it, and with it its holder's sessions and what caseload no other place of theirs bears. Part of an open
    transaction; the caller has asked whether it may.

    The last day of a place is a day on which it holds: so one that is over now ended yesterday, and one that never held
    for a day is no place. What was given, when, and when it was ended, stands in its row and in the ledger.
    """
    on = district_day(at)
    given = RoleGiven.objects.select_for_update().filter(assignment=place).first()
    event = ledger.event(
        Act.ROLE_ENDED, record=given.id if given else place.id, part=place_of(place.role, place.school_id),
        by=by.acting_as(role), at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    if given is not None:
        given.ended_at, given.ended_by, given.ended_entry = at, by.account.id, entry
        given.save(update_fields=["ended_at", "ended_by", "ended_entry"])
    if place.from_on is None or place.from_on < on:
        Assignment.objects.filter(pk=place.pk).update(to_on=on - timedelta(days=1))
    else:
        Assignment.objects.filter(pk=place.pk).delete()
    Account.objects.filter(employee=place.employee_id).update(turn=F("turn") + 1)
    _end_tokens(place, entry, by=by, at=at)
    end_caseloads(place.employee_id, place.role, role, by=by, at=at)
    return entry


def _end_tokens(place: Assignment, entry: UUID, *, by: SignedIn, at: datetime) -> None:
    """The tokens that rest on it open nothing any more, be the role given again one day: that one makes its own."""
    if (place.role, place.school_id) in offices_held(place.employee_id, on=district_day(at)):
        return
    theirs = Token.objects.filter(account__employee=place.employee_id, role=place.role, school=place.school_id)
    theirs.filter(withdrawn_at=None).update(withdrawn_at=at, withdrawn_by=by.account.id, withdrawn_entry=entry)
