"""Flips of what the programmes of the policy count: companies, their contracts, training."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip


def deletion(town: make.Town) -> Flip:
    """A family has waited for its letter over a night; then it is issued."""
    from fileroom.programmes.models import DeletionRequest

    row = DeletionRequest(
        student=town.ana, operator="Quizly", asked_on=make.TODAY, language="en", entered_at=AT, entered_by=uuid4(),
        entry=uuid4(),
    )  # fmt: skip
    issued = {"letter": uuid4(), "issued_at": AT, "issued_by": uuid4()}
    return Flip(
        lambda: make.keep(row), lambda: make.change(row, entered_at=LONG_AGO), lambda: make.change(row, **issued)
    )


def training(town: make.Town, course: str) -> Flip:
    """An employee's course becomes overdue; then it is done."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.training.courses import COURSES
    from fileroom.programmes.training.noting import ROOM

    row = Duty(
        rule="programmes.training.every_employee_in_cybersecurity", room=ROOM, of=COURSES[course].id,
        employee=town.teacher.row.id, began_at=LONG_AGO, due_on=make.TODAY, caused_by=uuid4(),
    )  # fmt: skip
    return Flip(
        lambda: make.keep(row),
        lambda: make.change(row, due_on=make.TODAY - timedelta(days=1)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def contract(town: make.Town) -> Flip:
    """A contract is read again, and lacks a clause; then the changed one has it."""
    from fileroom.law.vendor_contracts import Clause
    from fileroom.programmes.models import Contract, Operator
    from fileroom.programmes.vendors.lights import Light, Stands, as_kept

    whole = as_kept(Light(it, Stands.HAS, 3, "As the statute has it.") for it in Clause)
    lacking = {number: light | {"stands": Stands.LACKS.value} for number, light in whole.items()}
    company = Operator(name="Reading Star, Inc.", does="Reading", entered_at=AT, entered_by=uuid4(), entry=uuid4())
    row = Contract(
        operator=company, title="Service agreement", signed_on=make.TODAY - timedelta(days=30), board_policy=True,
        clauses=whole, entered_at=AT, entered_by=uuid4(), entry=uuid4(),
    )  # fmt: skip
    return Flip(
        lambda: make.keep(company, row),
        lambda: make.change(row, clauses=lacking),
        lambda: make.change(row, clauses=whole),
    )
