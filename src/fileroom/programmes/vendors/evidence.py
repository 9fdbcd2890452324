"""What the policy's page counts of companies: the letters by which they delete, and who still waits for one."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import Asked, Count, Evidence, said, stands
from fileroom.law.days import district_day
from fileroom.programmes.models import Contract, DeletionRequest
from fileroom.programmes.vendors.standing import State, state_of

WANTING = (State.DEFECTIVE, State.NOTICE, State.VOID)
GOOD = (State.COMPLIANT, State.CURED)


def letters(asked: Asked) -> Evidence:
    """Letters issued this school year; attention where a request has waited for its letter over a night."""
    began, today = asked.year
    number = DeletionRequest.objects.filter(issued_at__gte=began, issued_at__lt=today).count()
    waits = DeletionRequest.objects.filter(letter=None, entered_at__lt=today).order_by("entered_at").first()
    return Evidence(
        f"{said(number, 'letter', 'letters')} issued this school year, so that a company deletes", stands(waits),
        number=number, why="One or more families wait for theirs" if waits else "",
        whose="The Superintendent or designee" if waits else "",
        since=district_day(waits.entered_at) if waits else None, folded=True,
    )  # fmt: skip


def contracts(asked: Asked) -> Evidence:
    """Contracts in force that the law lets rest on; attention where one lacks what Ed. Code 49073.1 asks."""
    states = [(state_of(row, asked.on), row) for row in Contract.objects.all()]
    good, bad = sum(it in GOOD for it, _ in states), [row for it, row in states if it in WANTING]
    return Evidence(
        f"{said(good + len(bad), 'contract', 'contracts')} with a company fit for the nine clauses", stands(bad),
        number=good, of=good + len(bad),
        why=f"{len(bad)} {said(len(bad), 'lacks', 'lack')} what the law asks, and nothing is shared" if bad else "",
        whose="The Superintendent or designee" if bad else "",
        since=min((row.noticed_on for row in bad if row.noticed_on), default=None), route="vendors",
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"vendors.contracts": contracts, "vendors.letters": letters}
