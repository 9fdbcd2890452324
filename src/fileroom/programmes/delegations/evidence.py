"""What the policy's page counts of delegations: how many hold today; attention where one is held by nobody here."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import Asked, Count, Evidence, said, stands
from fileroom.programmes.delegations.designees import holding
from fileroom.programmes.delegations.register import given_by_nobody, held_by_nobody


def register(asked: Asked) -> Evidence:
    """Delegations in force. One whose holder has left, or that nobody who holds the office has given, is taken back or
    given anew."""
    number = holding(asked.on).count()
    left, lapsed = list(held_by_nobody(asked.on)), list(given_by_nobody(asked.on))
    why = [f"{len(left)} {said(len(left), 'names', 'name')} somebody who works here no more"] if left else []
    if lapsed:
        why += [f"{len(lapsed)} {said(len(lapsed), 'holds', 'hold')} no more: whoever gave it does not hold the office"]
    return Evidence(
        f"{said(number, 'delegation holds', 'delegations hold')}: who acts for the Superintendent, and in what",
        stands([*left, *lapsed]), number=number, why="; ".join(why), whose="The Superintendent" if why else "",
        since=min((it.employee.left_on for it in left if it.employee.left_on), default=None), route="delegations",
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"delegations.register": register}
