"""What the policy's page counts of companies: the letters by which they delete, and who still waits for one."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import Asked, Count, Evidence, said, stands
from fileroom.law.days import district_day
from fileroom.programmes.models import DeletionRequest


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


EVIDENCE: Mapping[str, Count] = {"vendors.letters": letters}
