"""An account is made, its address corrected before it was ever opened, closed, and opened again. None is deleted: what
its holder did stands in the ledger under it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from fileroom.casework.post import is_an_address
from fileroom.collection.models import ImportedAssignment
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.accounts import NOT_CHOSEN
from fileroom.people.answers import Missing
from fileroom.people.leaving import note_left
from fileroom.people.models import Account, Assignment, Employee, Token
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.giving import take_back, take_out
from fileroom.programmes.accounts.inviting import Link, Way, end_links, make_link, may_not_go
from fileroom.programmes.accounts.rules import No
from fileroom.programmes.accounts.serving import end_caseloads
from fileroom.programmes.accounts.standing import (
    NotDone,
    account_for,
    giving_places,
    hands,
    has_left,
    may_manage,
    not_done,
    not_done_by,
    to_come,
    waiting_of,
    was_opened,
    who_gave,
    who_give,
)

NAME_LENGTH = 100


@dataclass(frozen=True)
class New:
    """Somebody who is to have an account. `employee`: whom the roster knows already; None: whose e-mail is on file, or
    somebody whom no roster knows, and then their name is needed."""

    employee: UUID | None
    given: str
    family: str
    email: str


@dataclass(frozen=True)
class Joined:
    """They have an account. `link` None: it was there before, and nothing was made anew."""

    account: UUID
    link: Link | None


@durable_transaction
def make_account(new: New, way: Way, *, by: SignedIn, at: datetime) -> Joined | NotDone:
    """An account for somebody who works here, and the link by which they choose a password. Who has one is found, and
    gets no second; where the link does not go in this way, nothing is made. Raises Missing and ValidationError."""
    return join(new, way, by.acting_as(may_manage(by, at)), at=at)


def join(new: New, way: Way, by: Actor, *, at: datetime) -> Joined | NotDone:
    """The same for whom it was asked already. Part of an open transaction."""
    email = new.email.strip().lower()

    def again() -> Joined | NotDone | None:
        return _there(new, email)

    return act_once(again, lambda: _join(new, email, way, by, at))


def _there(new: New, email: str) -> Joined | None:
    """Whoever signs in by this address, or is this employee, has one. Raises ValidationError."""
    named = Account.objects.filter(sign_in_name__iexact=email).first() if email else None
    if named is not None and named.employee_id is None:
        raise ValidationError({"email": "A family signs in by this address. Somebody who works here has one apart."})
    theirs = Account.objects.filter(employee=new.employee).first() if new.employee else None
    if named and theirs is None and new.employee and named.employee_id != new.employee:
        says = "Somebody signs in by this address. If it is the same person, say so on their page of accounts."
        raise ValidationError({"email": says})
    found = theirs or named
    return Joined(found.id, None) if found else None


def _join(new: New, email: str, way: Way, by: Actor, at: datetime) -> Joined | NotDone:
    who = _employee(new, email)
    if has_left(who, district_day(at)):
        raise ValidationError("They work here no more. If that is wrong, say so under Absent from the file.")
    if (there := Account.objects.filter(employee=who).first()) is not None:
        return Joined(there.id, None)
    if not is_an_address(email or who.email):
        raise ValidationError({"email": "Write an e-mail address like r.diaz@district.org."})
    account = Account(id=uuid4(), sign_in_name=(email or who.email).lower(), employee=who, password=NOT_CHOSEN)
    if no_way := may_not_go(account, who, way):
        return not_done_by(Act.ACCOUNT_REFUSED, no_way, who.id, "make", by, at=at)
    who.save()
    part = "roster" if who.source_id else "hand"
    ledger.write(ledger.event(Act.ACCOUNT_MADE, record=account.id, part=part, by=by, at=at))
    account.save(force_insert=True)
    return Joined(account.id, make_link(account, way, by, at=at))


def _employee(new: New, email: str) -> Employee:
    """Whom the roster knows by this id or address, or somebody new, not saved yet. Their mails go where they sign in
    by. Raises Missing and ValidationError."""
    held = Employee.objects.select_for_update(no_key=True)
    if new.employee is not None:
        who = held.filter(pk=new.employee).first()
        if who is None:
            raise Missing
    else:
        same = list(held.filter(email__iexact=email)[:2]) if email else []
        if len(same) > 1:
            raise ValidationError({"email": "Two people of the roster have this address. Choose one of them there."})
        who = same[0] if same else None
    if who is None:
        return _somebody_new(new, email)
    if email and who.email.lower() != email:
        who.email = email
    return who


def _somebody_new(new: New, email: str) -> Employee:
    given, family = new.given.strip(), new.family.strip()
    if not given or not family:
        raise ValidationError({"family": "Nobody of the roster has this address: write their name."})
    if max(len(given), len(family)) > NAME_LENGTH:
        raise ValidationError({"family": f"A name has at most {NAME_LENGTH} letters here."})
    return Employee(given=given, family=family, email=email)


@durable_transaction
def correct_address(account_id: UUID, email: str, way: Way, *, by: SignedIn, at: datetime) -> Link | NotDone:
    """The address was wrong, and nobody has opened the account: the right one, with a link of its own; what was sent to
    the wrong one opens nothing. Where the link does not go in this way, nothing is changed. Raises Missing
    and ValidationError."""
    account, who = account_for(account_id, district_day(at))
    role, said = may_manage(by, at), email.strip().lower()
    if was_opened(account) or not account.is_active:
        raise ValidationError({"email": "Its holder has signed in by this address. It is theirs, and is not changed."})
    if not is_an_address(said):
        raise ValidationError({"email": "Write an e-mail address like r.diaz@district.org."})
    if Account.objects.filter(sign_in_name__iexact=said).exclude(pk=account.pk).exists():
        raise ValidationError({"email": "Somebody else signs in by this address."})
    account.sign_in_name = who.email = said
    if no_way := may_not_go(account, who, way):
        return not_done(Act.ACCOUNT_REFUSED, no_way, account.id, "address", role, by=by, at=at)
    actor = by.acting_as(role)
    ledger.write(ledger.event(Act.ACCOUNT_CORRECTED, record=account.id, by=actor, at=at))
    account.save(update_fields=["sign_in_name"])
    who.save(update_fields=["email"])
    return make_link(account, way, actor, at=at)


@durable_transaction
def close_account(account_id: UUID, *, by: SignedIn, at: datetime) -> UUID | NotDone:
    """From this moment nobody is signed in by it, and no token of it opens anything; roles and caseloads that a person
    gave end. Who is of no roster has left with it. Where one alone would give roles then, that role of theirs rests
    with the account and does not end: what two give waits for the second still. Raises Missing; a second time changes
    nothing."""
    on = district_day(at)
    account, who = account_for(account_id, on)
    role = may_manage(by, at)
    if not account.is_active:
        return account.id
    givers = who_give(on)
    answer = rules.may_close(
        oneself=account.id == by.account.id, gives=who.id in givers, others=bool(givers - {who.id})
    )
    if isinstance(answer, No):
        return not_done(Act.ACCOUNT_REFUSED, answer, account.id, "close", role, by=by, at=at)
    actor = by.acting_as(role)
    rests = who.id in who_gave(on) and rules.leaves_one_alone(hands(givers - {who.id}, on))
    _end_roles(who, role, by, at, but=giving_places(who.id, on) if rests else Assignment.objects.none())
    entry = ledger.write(ledger.event(Act.ACCOUNT_CLOSED, record=account.id, by=actor, at=at))
    end_links(account.id, at=at)
    Token.objects.filter(account=account, withdrawn_at=None).update(
        withdrawn_at=at, withdrawn_by=by.account.id, withdrawn_entry=entry
    )
    Account.objects.filter(pk=account.pk).update(is_active=False, password=NOT_CHOSEN, turn=F("turn") + 1)
    if who.source_id is None and not rests:
        note_left([who.id], last_on=on)
    return account.id


def _end_roles(who: Employee, role: str, by: SignedIn, at: datetime, *, but: QuerySet[Assignment]) -> None:
    """What a person gave, a caseload too, and what waits; what a roster gave, the roster ends. `but`: what rests."""
    on = district_day(at)
    rosters = ImportedAssignment.objects.values("assignment")
    theirs = to_come(who.id, on).exclude(pk__in=[it.pk for it in but])
    for place in Assignment.objects.select_for_update().filter(pk__in=theirs).exclude(pk__in=rosters):
        take_out(place, role, by=by, at=at)
    for row in waiting_of(who.id).select_for_update():
        take_back(row, role, by=by, at=at)
    end_caseloads(who.id, None, role, by=by, at=at)


@durable_transaction
def reopen_account(account_id: UUID, way: Way, *, by: SignedIn, at: datetime) -> Link | NotDone:
    """They work here again, or still: the same account, with no role but a roster's and what rested, and a new link.

    Raises Missing."""
    on = district_day(at)
    account, who = account_for(account_id, on)
    role = may_manage(by, at)
    if has_left(who, on) and who.source_id is not None:
        return not_done(Act.ACCOUNT_REFUSED, No.LEFT, account.id, "open", role, by=by, at=at)
    if no_way := may_not_go(account, who, way):
        return not_done(Act.ACCOUNT_REFUSED, no_way, account.id, "open", role, by=by, at=at)
    actor = by.acting_as(role)
    if not account.is_active:
        ledger.write(ledger.event(Act.ACCOUNT_REOPENED, record=account.id, by=actor, at=at))
        account.is_active = True
        account.save(update_fields=["is_active"])
        if who.source_id is None:
            Employee.objects.filter(pk=who.pk).update(left_on=None)
    return make_link(account, way, actor, at=at)
