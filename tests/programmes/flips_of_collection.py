"""Flips of what is counted of collection: what is held back at the gate, forms, and declared exceptions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip

UNDECIDED = "One or more of them have waited too long for a decision"


def held_back(town: make.Town, category: str, why: str = UNDECIDED) -> Flip:
    """A paper held back at the gate waits for longer than it may; then it is decided."""
    from fileroom.records.models import Quarantined

    row = Quarantined(
        student=town.ana, item="health", road="web", brought_at=AT - timedelta(days=1), outcome="held", template="t",
        found=[{"category": category, "mode": "value", "page": 1}], covered_by=[], redactable=False,
    )  # fmt: skip
    decided = {"state": "destroyed", "decided_at": AT, "decided_by": uuid4(), "decision": uuid4()}
    return Flip(
        why, lambda: make.keep(row), lambda: make.change(row, brought_at=LONG_AGO), lambda: make.change(row, **decided)
    )


def form(town: make.Town) -> Flip:
    """A form in use is found to ask what it may not."""
    from fileroom.collection.models import RegisteredForm
    from fileroom.collection.register.standing import edition_on
    from fileroom.hosting import district_transaction

    with district_transaction():
        now = edition_on(make.TODAY)
    row = RegisteredForm(
        title="Enrollment", kind="packet", tongue="en", owner="registrar", state="used", verdict="allow",
        screened_on=make.TODAY, law=now.law, sieve=now.sieve,
    )  # fmt: skip
    return Flip(
        "1 asks what it may not",
        lambda: make.keep(row),
        lambda: make.change(row, verdict="block"),
        lambda: make.change(row, verdict="allow"),
    )


def exception(town: make.Town) -> Flip:
    """A declared exception waits for a second person."""
    from fileroom.collection.models import Declaration, RegisteredForm
    from fileroom.law.exceptions import EXCEPTIONS

    name = next(name for name, it in EXCEPTIONS.items() if it.binds(make.TODAY))
    asks = RegisteredForm(
        title="Title III", kind="packet", tongue="en", owner="registrar", state="used", verdict="allow",
        screened_on=make.TODAY, law="", sieve="",
    )  # fmt: skip
    row = Declaration(
        exception=name, form=asks, title="Title III", from_on=make.TODAY, to_on=make.TODAY + make.YEAR,
        declared_by=uuid4(), declared_at=AT, approved_by=uuid4(), approved_at=AT,
    )  # fmt: skip
    approved = {"approved_by": row.approved_by, "approved_at": AT}
    return Flip(
        "1 waits to be approved",
        lambda: make.keep(asks, row),
        lambda: make.change(row, approved_by=None, approved_at=None),
        lambda: make.change(row, **approved),
    )


FLIPS: dict[str, Callable[[make.Town], Flip]] = {
    "collection.exceptions": exception,
    "collection.forms": form,
    "collection.immigration_status": lambda town: held_back(town, "immigration_status"),
    "collection.lists_by_trait": lambda town: held_back(town, "protected_list"),
    "collection.quarantine": lambda town: held_back(town, "ssn_last4", "1 is overdue"),
    "collection.social_security_numbers": lambda town: held_back(town, "ssn"),
}
