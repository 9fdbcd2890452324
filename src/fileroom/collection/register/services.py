"""The verbs of the register: check a form as it is written, register it, register a paper, take a form out of use.

Whoever keeps the records of a school registers its forms, and the district's where they keep the district's. A form
that asks for what may not be asked is never put in use here; one that exists already is registered as it was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection

from fileroom.collection.declarations.standing import Honoured, honoured, honoured_there
from fileroom.collection.forms import (
    REMEMBERED,
    FormAnswer,
    FormDefinition,
)
from fileroom.collection.models import RegisteredForm
from fileroom.collection.opened import LIMITS
from fileroom.collection.packets import Form, check_published
from fileroom.collection.register.answering import Reasons, answer_of, reasons_of
from fileroom.collection.register.definitions import Head, Made, asks_of, checked, checked_head, fits, head_of
from fileroom.collection.register.standing import edition_on
from fileroom.collection.rulings import Scope
from fileroom.hosting import current_district, district_transaction, durable_transaction
from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.kernel.decision import Because
from fileroom.law.takings import Verdict, worst
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.signed_in import SignedIn

CHANGED = "While it was read, what is declared for this form was changed. Nothing was kept: bring it again."
DRAFT, RETIRED, USED = RegisteredForm.State.DRAFT, RegisteredForm.State.RETIRED, RegisteredForm.State.USED


class Outcome(StrEnum):
    """What the ledger notes of a screening."""

    CLEAN = "clean"
    FOUND = "found"


@dataclass(frozen=True)
class Registered:
    """It is in the register, under this entry of the ledger; none where the same was sent twice, which is one act.

    `answer`: the law's word on its title and each of its fields.
    """

    id: UUID
    entry: UUID | None
    answer: FormAnswer


@dataclass(frozen=True)
class NotInUse:
    """It asks for what may not be asked, so it is not in use; nothing was kept of this writing of it."""

    entry: UUID
    answer: FormAnswer


@dataclass(frozen=True)
class PaperRegistered:
    """What a paper asks for is in the register, under this entry (none where the same was sent twice); of the paper
    itself nothing was kept."""

    id: UUID
    entry: UUID | None
    form: Form


@dataclass(frozen=True)
class _Answered:
    """The law's word on a form, as the ledger notes it."""

    because: tuple[Because, ...]
    outcome: Outcome
    sealed: bool = False


def places(*, by: SignedIn, at: datetime) -> set[UUID | None]:
    """The schools whose forms this account may register; None among them: every school's and the district's."""
    if by.account.employee_id is None:
        return set()
    with district_transaction():
        return kept_at(by.account.employee_id, on=district_day(at))


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Are there forms for this account to look after?"""
    return bool(places(by=by, at=at))


def check(definition: FormDefinition, *, by: SignedIn, at: datetime, form_id: UUID | None = None) -> FormAnswer:
    """The law's word on a form while it is written. Nothing is kept, so nothing is noted. `form_id`: the form that is
    changed, for which an exception may be declared; None: a new one. Raises Missing, and ValidationError where there
    is more of it than is looked at."""
    if not places(by=by, at=at):
        raise Missing
    fits(definition)
    on = district_day(at)
    with district_transaction():
        return answer_of(definition, on, honoured_there(form_id, definition.title, on))


def register(form_id: UUID, made: Made, *, in_use: bool, by: SignedIn, at: datetime) -> Registered | NotInUse:
    """Keep a form under this id, for the first time or anew. Raises ValidationError, and Missing (no school of theirs).

    `in_use`: families are asked by it; a form that is refused is not.
    """
    answer = _register(form_id, checked(made), in_use, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _register(form_id: UUID, made: Made, in_use: bool, by: SignedIn, at: datetime) -> Registered | NotInUse | None:
    row = _row(form_id, made.head, by, at)
    if row is None:
        return None
    on = district_day(at)
    under = honoured(form_id, made.head.title, made.head.school, on)
    answer = answer_of(made.definition(), on, under)
    reasons = reasons_of(answer)
    if in_use and answer.verdict is not Verdict.ALLOW:
        return NotInUse(_noted(Act.FORM_REFUSED, form_id, reasons, under, by, at), answer)
    row.state, row.asks = USED if in_use else DRAFT, [it.kept() for it in made.asks]
    _screened(row, answer.verdict, reasons, under, at)
    if _stands_already(row):
        return Registered(form_id, None, answer)
    entry = _noted(Act.FORM_SCREENED, form_id, reasons, under, by, at)
    row.save()
    return Registered(form_id, entry, answer)


def register_paper(form_id: UUID, head: Head, body: bytes, name: str, *, by: SignedIn, at: datetime) -> PaperRegistered:
    """Read an existing form, and keep what it asks for and may not: the kind of thing, the page, the rule. It is in use
    as it is, or it would not be here. Raises ValidationError and Missing."""
    head, on = checked_head(head), district_day(at)
    if not _may(head.school, places(by=by, at=at)):
        raise Missing
    with district_transaction():
        under = honoured(form_id, head.title, head.school, on)
    # In a process of its own and as long as it takes: no transaction waits for it.
    # Each different question is asked once, however often the paper asks for the thing.
    scope = Scope(on, under.exception if under else None, lru_cache(maxsize=REMEMBERED)(_asked))
    answer = _register_paper(form_id, head, check_published(body, name, scope, LIMITS), under, by, at)
    if answer is None:
        raise Missing
    return answer


def _asked(question: Question) -> Decision:
    """The law's answer, in a transaction of its own: a paper is read outside any."""
    with district_transaction():
        return counsel.decide(question)


@durable_transaction
def _register_paper(
    form_id: UUID, head: Head, form: Form, under: Honoured | None, by: SignedIn, at: datetime
) -> PaperRegistered | None:
    row = _row(form_id, head, by, at)
    if row is None:
        return None
    if honoured(form_id, head.title, head.school, district_day(at)) != under:
        raise ValidationError(CHANGED)
    row.state, row.asks, row.whole = USED, [], not form.unexamined
    reasons = [(it.page, it.category, it.ruling) for it in form.asked]
    _screened(row, worst([it.ruling.verdict for it in form.asked]), reasons, under, at)
    if _stands_already(row):
        return PaperRegistered(form_id, None, form)
    entry = _noted(Act.FORM_SCREENED, form_id, reasons, under, by, at)
    row.save()
    return PaperRegistered(form_id, entry, form)


def screen_again(form_id: UUID, *, by: SignedIn, at: datetime) -> RegisteredForm.State:
    """Put a form that was made here to the law of today. One that may not be asked any more stays in the register as a
    draft: how it stands is the answer. Raises Missing (none of theirs, or a paper, which has to be read again)."""
    state = _screen_again(form_id, by, at)
    if state is None:
        raise Missing
    return state


@durable_transaction
def _screen_again(form_id: UUID, by: SignedIn, at: datetime) -> RegisteredForm.State | None:
    row = RegisteredForm.objects.select_for_update().filter(pk=form_id).exclude(asks=[]).exclude(state=RETIRED).first()
    if row is None or not _may(row.school_id, places(by=by, at=at)):
        return None
    on = district_day(at)
    under = honoured(form_id, row.title, row.school_id, on)
    answer = answer_of(Made(head_of(row), asks_of(row.asks)).definition(), on, under)
    reasons = reasons_of(answer)
    _noted(Act.FORM_SCREENED, form_id, reasons, under, by, at)
    if answer.verdict is not Verdict.ALLOW:
        row.state = DRAFT
    _screened(row, answer.verdict, reasons, under, at)
    row.save()
    return RegisteredForm.State(row.state)


def retire(form_id: UUID, *, by: SignedIn, at: datetime) -> None:
    """Families are not asked by it any more. Raises Missing."""
    if not _retire(form_id, by, at):
        raise Missing


@durable_transaction
def _retire(form_id: UUID, by: SignedIn, at: datetime) -> bool:
    row = RegisteredForm.objects.select_for_update().filter(pk=form_id).exclude(state=RETIRED).first()
    if row is None or not _may(row.school_id, places(by=by, at=at)):
        return False
    _noted(Act.FORM_RETIRED, form_id, [], None, by, at)
    row.state = RETIRED
    row.save(update_fields=["state"])
    return True


def _may(school: UUID | None, at: set[UUID | None]) -> bool:
    return None in at or (school is not None and school in at)


def _row(form_id: UUID, head: Head, by: SignedIn, at: datetime) -> RegisteredForm | None:
    """The row to write; None where it is, or would be, another school's."""
    own = places(by=by, at=at)
    with connection.cursor() as cursor:  # of two who send a new form at one moment, the second finds the first's row
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{current_district()} {form_id}"])
    row = RegisteredForm.objects.select_for_update().filter(pk=form_id).first()
    if not _may(head.school, own) or (row is not None and not _may(row.school_id, own)):
        return None
    row = row or RegisteredForm(pk=form_id)
    row.title, row.kind, row.tongue, row.school_id, row.owner = (
        head.title, head.kind, head.tongue, head.school, head.owner,
    )  # fmt: skip
    return row


def _screened(row: RegisteredForm, verdict: Verdict, reasons: Reasons, under: Honoured | None, at: datetime) -> None:
    on = district_day(at)
    by = edition_on(on)
    row.verdict, row.screened_on, row.law, row.sieve = verdict.value, on, by.law, by.sieve
    once = dict.fromkeys((place, category, it.rule) for place, category, it in reasons)
    row.under = under.id if under else None
    row.found = [{"at": place, "category": category, "rule": rule} for place, category, rule in once]


def _stands_already(row: RegisteredForm) -> bool:
    """Whether the register says just this, of this day, by the same law: the page was sent twice."""
    kept = {it.attname: getattr(row, it.attname) for it in RegisteredForm._meta.concrete_fields}
    return bool(RegisteredForm.objects.filter(pk=row.pk).values(*kept).first() == kept)


def _noted(act: Act, form_id: UUID, reasons: Reasons, under: Honoured | None, by: SignedIn, at: datetime) -> UUID:
    """`part`: the exception under which it was asked."""
    role, rulings = keeper_facts(by.account, district_day(at)).role, [it for *_, it in reasons]
    because = dict.fromkeys(Because(it.rule, it.verdict.value, it.citation, it.says) for it in rulings if it.rule)
    said = _Answered(tuple(because), Outcome.FOUND if rulings else Outcome.CLEAN)
    part = under.exception.name if under else ""
    return ledger.write(ledger.event(act, record=form_id, part=part, by=by.acting_as(role), decision=said, at=at))
