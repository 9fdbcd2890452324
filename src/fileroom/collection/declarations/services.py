"""The verbs of the register of declared exceptions: declare, approve, withdraw. Each is one act.

Whoever keeps the records where a form is used declares; another person, of the district's office, approves. What the
law opens to nobody is declared by nobody: the law is asked about the exception itself as well as about the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.collection.declarations.standing import State, state_of
from fileroom.collection.models import Declaration, RegisteredForm
from fileroom.collection.register.services import places
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.exceptions import EXCEPTIONS, DeclaredException
from fileroom.law.takings import question
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.designators import designator_facts
from fileroom.people.keepers import keeper_facts
from fileroom.people.questions import approval, declaration
from fileroom.people.signed_in import SignedIn

TO_BE_WITHDRAWN = (State.WAITING, State.COMING, State.IN_FORCE, State.RENAMED)


@dataclass(frozen=True)
class Terms:
    """What is declared: the exception by its name, for which form of the register, from which day to which."""

    exception: str
    form: UUID
    from_on: date
    to_on: date


@dataclass(frozen=True)
class Noted:
    """It is done, under this entry of the ledger; none where the same was sent twice, which is one act."""

    id: UUID
    entry: UUID | None


def declare(id_: UUID, terms: Terms, *, days: int, by: SignedIn, at: datetime) -> Noted | Refused:
    """Declare, under this id, that a form asks under a law's exception. It waits until another has approved it.

    `days`: for so many at the most. Raises Missing (no such form that they may know of), FormUsed, and ValidationError.
    """
    return _there(_declare(id_, terms, _checked(terms, days, district_day(at)), by, at))


@durable_transaction
def _declare(
    id_: UUID, terms: Terms, exception: DeclaredException, by: SignedIn, at: datetime
) -> Noted | Refused | None:
    own, on = places(by=by, at=at), district_day(at)
    # Alone with its form: of two who declare for it at one moment, the second finds what the first has declared.
    rows = RegisteredForm.objects.select_for_update().filter(pk=terms.form)
    form = rows.exclude(state=RegisteredForm.State.RETIRED).first()
    if form is None or not _knows_of(form, own):
        return None
    granted, role = _declares(form, own, by, on)
    decision = _opens(exception, terms.from_on) if granted.granted else granted
    if not decision.granted:
        return _refused(form.id, exception.name, decision, role, by, at)
    said = {"exception": terms.exception, "form_id": form.id, "from_on": terms.from_on, "to_on": terms.to_on}
    said |= {"title": form.title, "school_id": form.school_id, "declared_by": by.account.id}
    if sent := Declaration.objects.filter(pk=id_).first():
        return _sent_twice(sent, said)
    if _others(form, on).filter(from_on__lte=terms.to_on, to_on__gte=terms.from_on).exists():
        raise ValidationError(
            {"form": "For some of these days this form has a declaration already. Withdraw it first."}
        )
    row = Declaration(pk=id_, declared_at=at, **said)
    entry = _noted(Act.EXCEPTION_DECLARED, row, granted, role, by, at)
    row.save(force_insert=True)
    return Noted(id_, entry)


def approve(id_: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Approve what another has declared. Raises Missing, and ValidationError where it waits no longer."""
    return _there(_approve(id_, by, at))


@durable_transaction
def _approve(id_: UUID, by: SignedIn, at: datetime) -> Noted | Refused | None:
    on = district_day(at)
    row = _row(id_, by, at)
    if row is None:
        return None
    if row.approved_by == by.account.id and row.withdrawn_at is None:
        return Noted(id_, None)
    exception = _waits(row, on)
    who = designator_facts(by.account, on)
    granted = counsel.decide(approval(who, declared_by_oneself=row.declared_by == by.account.id, on=on))
    decision = _opens(exception, max(on, row.from_on)) if granted.granted else granted
    if not decision.granted:
        return _refused(id_, row.exception, decision, who.role, by, at)
    entry = _noted(Act.EXCEPTION_APPROVED, row, granted, who.role, by, at)
    row.approved_by, row.approved_at = by.account.id, at
    row.save(update_fields=["approved_by", "approved_at"])
    return Noted(id_, entry)


def withdraw(id_: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Take it back, approved or not: from now on nothing is asked or kept under it. Raises Missing, and ValidationError
    where it holds no longer anyway."""
    return _there(_withdraw(id_, by, at))


@durable_transaction
def _withdraw(id_: UUID, by: SignedIn, at: datetime) -> Noted | Refused | None:
    on = district_day(at)
    row = _row(id_, by, at)
    if row is None:
        return None
    if row.withdrawn_by == by.account.id:
        return Noted(id_, None)
    if state_of(row, on) not in TO_BE_WITHDRAWN:
        raise ValidationError("It holds no longer. Nothing was done.")
    decision, role = _declares(row.form, places(by=by, at=at), by, on)
    if not decision.granted:
        return _refused(id_, row.exception, decision, role, by, at)
    entry = _noted(Act.EXCEPTION_WITHDRAWN, row, decision, role, by, at)
    row.withdrawn_by, row.withdrawn_at = by.account.id, at
    row.save(update_fields=["withdrawn_by", "withdrawn_at"])
    return Noted(id_, entry)


def _there(answer: Noted | Refused | None) -> Noted | Refused:
    if answer is None:
        raise Missing
    return answer


def _checked(terms: Terms, days: int, on: date) -> DeclaredException:
    """The exception that is named; else ValidationError, by field."""
    exception, faults = EXCEPTIONS.get(terms.exception), {}
    if exception is None:
        faults["exception"] = "Choose one of the list."
    elif not (exception.binds(terms.from_on) and exception.binds(terms.to_on)):
        faults["exception"] = f"{exception.authority.text} is not in force on all of these days."
    if terms.from_on < on:
        faults["from_on"] = "It holds from today or from a later day: what was asked before stays unasked."
    if terms.to_on < terms.from_on:
        faults["to_on"] = "It ends on the day on which it begins, or later."
    elif terms.to_on - terms.from_on > timedelta(days=days):
        faults["to_on"] = f"At most {days} days, a school year: then it is declared and approved anew."
    if faults or exception is None:
        raise ValidationError(faults)
    return exception


def _knows_of(form: RegisteredForm, own: set[UUID | None]) -> bool:
    """Is it on the list that this account sees (register.lists)?"""
    return bool(own) and (None in own or form.school_id is None or form.school_id in own)


def _row(id_: UUID, by: SignedIn, at: datetime) -> Declaration | None:
    """The declaration, alone until the act is over; None: there is none, or none they may know of."""
    rows = Declaration.objects.select_for_update(of=("self",)).select_related("form")
    row = rows.filter(pk=id_).first()
    return row if row is not None and _knows_of(row.form, places(by=by, at=at)) else None


def _waits(row: Declaration, on: date) -> DeclaredException:
    """The exception of a declaration that waits for approval; else ValidationError."""
    if state_of(row, on) is not State.WAITING:
        raise ValidationError("It does not wait for approval any more. Nothing was done.")
    return EXCEPTIONS[row.exception]


def _declares(form: RegisteredForm, own: set[UUID | None], by: SignedIn, on: date) -> tuple[Decision, str]:
    """May this account declare for this form, and in which office?"""
    who = keeper_facts(by.account, on)
    keeps = None in own or (form.school_id is not None and form.school_id in own)
    return counsel.decide(declaration(who, keeps_records=keeps, on=on)), who.role


def _opens(exception: DeclaredException, on: date) -> Decision:
    """The law's word on the exception itself: the grant of one of its fields, asked for or brought; else a refusal."""
    answers = [
        counsel.decide(question(it.kind, on=on, asked=asked, listed=False, covered=(exception, it)))
        for it in exception.covers
        for asked in (True, False)
    ]
    return next((it for it in answers if it.granted), answers[0])


def _others(form: RegisteredForm, on: date) -> QuerySet[Declaration]:
    """What is declared for this form and is not over, under whatever title: it may have that title again."""
    return Declaration.objects.filter(form=form, withdrawn_at=None, to_on__gte=on)


def _sent_twice(row: Declaration, said: dict[str, object]) -> Noted:
    """The answer of the first time, where this is the same act. Raises FormUsed."""
    if any(getattr(row, name) != value for name, value in said.items()):
        raise FormUsed
    return Noted(row.id, None)


def _noted(act: Act, row: Declaration, decision: Decision, role: str, by: SignedIn, at: datetime) -> UUID:
    """The entry says all that the row says: which exception, for which form, from when to when."""
    outcome = f"{row.form_id}:{row.from_on}:{row.to_on}"
    said = ledger.event(
        act, record=row.id, part=row.exception, by=by.acting_as(role), decision=decision, outcome=outcome, at=at
    )
    return ledger.write(said)


def _refused(of: UUID, exception: str, decision: Decision, role: str, by: SignedIn, at: datetime) -> Refused:
    """`of`: the declaration, or the form for which there is none yet."""
    event = ledger.event(
        Act.EXCEPTION_REFUSED, record=of, part=exception, by=by.acting_as(role), decision=decision, at=at
    )
    return Refused(decision, ledger.write(event))
