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
    """Everybody has been told; then the teacher's course becomes overdue; then it is done."""
    from tests.programmes.training.steps import answers, night

    def overdue() -> None:
        from fileroom.duties.models import Duty
        from fileroom.hosting import district_transaction

        with district_transaction():
            row = Duty.objects.get(employee=town.teacher.row.id, part=course)
        make.change(row, due_on=make.TODAY - timedelta(days=1))

    return Flip(night, overdue, lambda: answers(town.teacher.by, course))


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


def told_at_once(town: make.Town) -> Flip:
    """The Superintendent does not know of a request for more than a day; then it is opened and read."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.enforcement.duties import ROOM, TOLD

    row = Duty(rule=TOLD, room=ROOM, of=uuid4(), office="superintendent", began_at=AT, caused_by=uuid4())
    return Flip(
        lambda: make.keep(row),
        lambda: make.change(row, began_at=AT - timedelta(days=2)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def board_report(town: make.Town) -> Flip:
    """A signed report has waited for its second person for months; then it goes to the Board."""
    from fileroom.programmes.models import EnforcementReport

    row = EnforcementReport(
        from_on=make.TODAY - make.YEAR, to_on=make.TODAY, until=AT, lines=[], signed_at=AT, signed_by=uuid4(),
        signed_entry=uuid4(),
    )  # fmt: skip
    released = {"released_at": AT, "released_by": uuid4(), "released_entry": uuid4()}
    return Flip(
        lambda: make.keep(row), lambda: make.change(row, signed_at=LONG_AGO), lambda: make.change(row, **released)
    )
