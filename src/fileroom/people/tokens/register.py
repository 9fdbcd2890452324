"""The register of tokens: offered by whoever acts for the Superintendent, accepted by the owner, withdrawn by either.

Who makes an employee's token never sees its key: else it would be their way into what the law shows the owner and not
them. The owner's acceptance makes the key and shows it once. A company's opens nothing of a student, and its maker is
shown its key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import designator_facts
from fileroom.people.models import Account, Employee, School, Token
from fileroom.people.models.tokens import LABEL_LENGTH
from fileroom.people.names import employee_name
from fileroom.people.owed import offices_held
from fileroom.people.signed_in import SignedIn
from fileroom.people.tokens import keys
from fileroom.people.tokens.recognising import Holds, Why, why_not
from fileroom.people.tokens.scopes import OF_A_CONTRACT, Scope

USUAL, LONGEST = timedelta(days=90), timedelta(days=366)
MOST = 200


@dataclass(frozen=True)
class InOffice:
    """An employee in one office they hold; `school` None: the district's own."""

    employee: UUID
    role: str
    school: UUID | None


@dataclass(frozen=True)
class UnderContract:
    """A company under one contract."""

    contract: UUID


@dataclass(frozen=True)
class Wanted:
    """A token about to be made: what it is for, whose, what it may be used for, and its last day."""

    label: str
    owner: InOffice | UnderContract
    scopes: tuple[Scope, ...]
    until_on: date


@dataclass(frozen=True)
class Made:
    """The token is there. `key`: shown now and never again; empty where this very form has made it before, and where it
    is `offered`: its owner has still to accept it."""

    id: UUID
    prefix: str
    key: str
    offered: bool = False


@dataclass(frozen=True)
class Listed:
    """One of the register. `why`: why it opens nothing today; None: it holds. `owner` is empty of a company's.
    `to_accept`: by the reader, whose it is."""

    id: UUID
    prefix: str
    label: str
    owner: str
    role: str
    school: str
    contract: UUID | None
    scopes: tuple[str, ...]
    until_on: date
    made_by: str
    made_at: datetime
    used_on: date | None
    why: Why | None
    to_accept: bool


@dataclass(frozen=True)
class Register:
    """Those this account may see, those that hold first. `may_make`: it acts for the Superintendent."""

    listed: tuple[Listed, ...]
    may_make: bool


@dataclass(frozen=True)
class Candidate:
    """Somebody who could own a token, in an office they hold."""

    owner: InOffice
    name: str
    school: str


@durable_transaction
def make(id_: UUID, wanted: Wanted, *, by: SignedIn, at: datetime) -> Made:
    """Offer an employee a token; one's own is accepted with it. Raises Missing (not one who may), FormUsed and
    ValidationError."""
    if not isinstance(wanted.owner, InOffice):
        raise ValidationError({"owner": "Choose whose it is."})
    role, owner, on = may_make(by, at), wanted.owner, district_day(at)
    account = Account.objects.filter(employee=owner.employee, is_active=True).first()
    if account is None or (owner.role, owner.school) not in offices_held(owner.employee, on=on):
        raise ValidationError({"owner": "Choose somebody who works here, in an office they hold."})
    return keep(id_, wanted, account, role, by=by, at=at)


def may_make(by: SignedIn, at: datetime) -> str:
    """The role in which this account makes tokens. Raises Missing for anybody else. Part of an open transaction."""
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    return who.role


def keep(id_: UUID, wanted: Wanted, account: Account | None, role: str, *, by: SignedIn, at: datetime) -> Made:
    """Its row and its entry, whose owner the caller has checked. Raises FormUsed and ValidationError."""
    return act_once(lambda: _kept(id_, wanted, by), lambda: _keep(id_, wanted, account, role, by, at))


def _kept(id_: UUID, wanted: Wanted, by: SignedIn) -> Made | None:
    """What this form has made already, without its key. Raises FormUsed."""
    before = Token.objects.filter(pk=id_).first()
    if before is None:
        return None
    if (before.label, before.made_by) != (wanted.label.strip(), by.account.id):
        raise FormUsed
    return Made(before.id, before.prefix, "", offered=_waits(before))


def _keep(id_: UUID, wanted: Wanted, account: Account | None, role: str, by: SignedIn, at: datetime) -> Made:
    _fit(wanted, district_day(at))
    key, owner = keys.make(), wanted.owner
    own = account is not None and account.id == by.account.id
    offered = account is not None and not own
    scopes = [it.value for it in Scope if it in wanted.scopes]
    event = ledger.event(
        Act.TOKEN_MADE, record=id_, part=key.prefix, by=by.acting_as(role),
        outcome=f"{wanted.until_on}/{len(scopes)}", at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    Token.objects.create(
        id=id_, prefix=key.prefix, digest=keys.NOBODYS if offered else key.digest, label=wanted.label.strip(),
        account=account, role=owner.role if isinstance(owner, InOffice) else "",
        school_id=owner.school if isinstance(owner, InOffice) else None,
        contract=owner.contract if isinstance(owner, UnderContract) else None,
        scopes=scopes, until_on=wanted.until_on, made_at=at, made_by=by.account.id, made_entry=entry,
        accepted_at=at if own else None, accepted_entry=entry if own else None,
    )  # fmt: skip
    return Made(id_, key.prefix, "" if offered else key.text, offered=offered)


@durable_transaction
def accept(token_id: UUID, *, by: SignedIn, at: datetime) -> Made:
    """Take a token that is offered to this account: only now it has a key, which is shown to its owner alone, once.

    Raises Missing (none is theirs) and ValidationError (it holds no more)."""
    row = Token.objects.select_for_update(of=("self",)).filter(pk=token_id).first()
    if row is None or not _is_own(row, by):
        raise Missing
    if row.withdrawn_at is not None or row.until_on < district_day(at):
        raise ValidationError("This token is over, or was withdrawn. Ask for another.")
    if not _waits(row):
        return Made(row.id, row.prefix, "")
    event = ledger.event(Act.TOKEN_ACCEPTED, record=row.id, part=row.prefix, by=by.acting_as(row.role), at=at)
    key = keys.make(row.prefix)
    row.digest, row.accepted_at, row.accepted_entry = key.digest, at, ledger.write(event)
    row.save(update_fields=["digest", "accepted_at", "accepted_entry"])
    return Made(row.id, row.prefix, key.text)


def _waits(row: Token) -> bool:
    return row.account_id is not None and row.accepted_at is None


def _fit(wanted: Wanted, on: date) -> None:
    """Raises ValidationError."""
    label = wanted.label.strip()
    if not label or len(label) > LABEL_LENGTH:
        raise ValidationError({"label": f"Say which program uses it, in at most {LABEL_LENGTH} letters."})
    if not wanted.scopes:
        raise ValidationError({"scopes": "Choose what it may be used for."})
    if isinstance(wanted.owner, UnderContract) and not set(wanted.scopes) <= OF_A_CONTRACT:
        raise ValidationError({"scopes": "A company’s token opens nothing of a student: take the other uses away."})
    if not on <= wanted.until_on <= on + LONGEST:
        raise ValidationError({"until_on": "A token holds for a year at the most, and until today at the least."})


@durable_transaction
def withdraw(token_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Take it back, from this moment. Raises Missing: there is none that is theirs to withdraw."""
    who = designator_facts(by.account, district_day(at))
    row = Token.objects.select_for_update(of=("self",)).filter(pk=token_id).first()
    if row is None or not (who.designated or _is_own(row, by)):
        raise Missing
    if row.withdrawn_at is None:
        event = ledger.event(Act.TOKEN_WITHDRAWN, record=row.id, part=row.prefix, by=by.acting_as(who.role), at=at)
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_entry = at, by.account.id, ledger.write(event)
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_entry"])
    return row.id


def _is_own(row: Token, by: SignedIn) -> bool:
    return by.account.employee_id is not None and row.account_id == by.account.id


def register(contract_holds: Holds, *, by: SignedIn, at: datetime) -> Register:
    """All of them for whoever makes them; for any other employee their own. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    on = district_day(at)
    with district_transaction():
        may = designator_facts(by.account, on).designated
        rows = _newest(Q() if may else Q(account=by.account.id))
        names = queries.account_names([*(it.made_by for it in rows), *(it.account_id for it in rows)])
        listed = [_listed(it, names, why_not(it, contract_holds, on=on), by) for it in rows]
    return Register(tuple(sorted(listed, key=lambda it: it.why is not None)), may)


def _newest(whose: Q) -> QuerySet[Token]:
    return Token.objects.filter(whose).select_related("school").order_by("-made_at", "id")[:MOST]


def _listed(it: Token, names: Mapping[UUID, str], why: Why | None, by: SignedIn) -> Listed:
    return Listed(
        it.id, it.prefix, it.label, names.get(it.account_id, "") if it.account_id else "", it.role,
        it.school.name if it.school else "", it.contract, tuple(it.scopes), it.until_on, names.get(it.made_by, ""),
        it.made_at, it.used_on, why, why is Why.OFFERED and _is_own(it, by),
    )  # fmt: skip


def candidates(words: str, *, by: SignedIn, at: datetime) -> tuple[list[Candidate], bool]:
    """Employees with an account, each in each office, whose names hold every word. True: there are more.

    Raises Missing.
    """
    on = district_day(at)
    with district_transaction():
        may_make(by, at)
        fits = Q(Q(left_on=None) | Q(left_on__gte=on), account__is_active=True)
        for word in words.split():
            fits &= Q(given__icontains=word) | Q(family__icontains=word)
        people = list(Employee.objects.filter(fits).order_by("family", "given", "id")[: MOST + 1])
        schools = dict(School.objects.values_list("id", "name"))
        return [it for who in people[:MOST] for it in _in_each_office(who, schools, on)], len(people) > MOST


def _in_each_office(who: Employee, schools: Mapping[UUID, str], on: date) -> Iterable[Candidate]:
    for role, school in dict.fromkeys(offices_held(who.id, on=on)):
        named = schools.get(school, "") if school else ""
        yield Candidate(InOffice(who.id, role, school), employee_name(who), named)
