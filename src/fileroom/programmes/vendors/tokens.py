"""Tokens of companies: none is made, and none holds, but under a contract on which the law lets something rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.people.signed_in import SignedIn
from fileroom.people.tokens import register
from fileroom.people.tokens.register import Made, UnderContract, Wanted
from fileroom.programmes.models import Contract
from fileroom.programmes.vendors.standing import GOOD, Judged, in_its_place, judge, judge_all


@durable_transaction
def make_for_company(id_: UUID, wanted: Wanted, *, by: SignedIn, at: datetime) -> Made:
    """Make one. Raises Missing, FormUsed, and ValidationError, with the law's word on a contract that does not do."""
    role = register.may_make(by, at)
    if not isinstance(wanted.owner, UnderContract):
        raise ValidationError({"owner": "Choose the company’s contract."})
    judged = _judged(wanted.owner.contract, district_day(at))
    if judged is None:
        raise ValidationError({"owner": "Choose the company’s contract."})
    if judged.state not in GOOD:
        raise ValidationError({"owner": f"Nothing rests on this contract today. {judged.decision.says}"})
    return register.keep(id_, wanted, None, role, by=by, at=at)


def holds(contract_id: UUID, on: date) -> bool:
    """Does the law let anything rest on this contract? Joins an open transaction."""
    judged = _judged(contract_id, on)
    return judged is not None and judged.state in GOOD


def word_on(contract_id: UUID, *, on: date) -> Decision | None:
    """The law's word on sharing an ordinary record under it; None where there is no such contract."""
    with district_transaction():
        judged = _judged(contract_id, on)
        return judged.decision if judged else None


def _judged(contract_id: UUID, on: date) -> Judged | None:
    row = Contract.objects.filter(pk=contract_id).first()
    return judge(row, on, replaced_by=in_its_place(row)) if row else None


def contracts(*, on: date) -> list[tuple[UUID, str]]:
    """The contracts under which a company may own one: each with the company's name and its own."""
    with district_transaction():
        rows = Contract.objects.select_related("operator").order_by("operator__name", "title", "id")
        return [(row.id, _called(row)) for row, judged in judge_all(rows, on) if judged.state in GOOD]


def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Company and contract of these."""
    with district_transaction():
        return {row.id: _called(row) for row in Contract.objects.filter(pk__in=list(ids)).select_related("operator")}


def _called(row: Contract) -> str:
    return f"{row.operator.name}: {row.title}"
