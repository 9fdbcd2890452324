"""What the policy's page counts of delegations: how many hold today; attention where one is held by nobody here."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import Asked, Count, Evidence, said, stands
from fileroom.people.models.rows import held
from fileroom.programmes.delegations.register import held_by_nobody
from fileroom.programmes.models import Delegation


def register(asked: Asked) -> Evidence:
    """Delegations in force. One whose holder has left is taken back, and somebody else designated."""
    number = Delegation.objects.filter(held(asked.on), ended_at=None).count()
    left = list(held_by_nobody(asked.on))
    return Evidence(
        f"{said(number, 'delegation holds', 'delegations hold')}: who acts for the Superintendent, and in what",
        stands(left), number=number,
        why=f"{len(left)} {said(len(left), 'names', 'name')} somebody who works here no more" if left else "",
        whose="The Superintendent" if left else "",
        since=min((it.employee.left_on for it in left if it.employee.left_on), default=None), route="delegations",
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"delegations.register": register}
