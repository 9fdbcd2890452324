"""What the policy's page counts of the policy itself: when the Board adopted it last, in which words."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import Asked, Count, Evidence, State, said
from fileroom.law.days import add_years
from fileroom.programmes.models import AdoptedPolicy

BOARD = "The Governing Board"


def adopted(asked: Asked) -> Evidence:
    """The Board's own duty: it looks at the policy every year, and adopts it again (law/policy.toml)."""
    rows = AdoptedPolicy.objects.filter(adopted_on__lte=asked.on)
    last = rows.order_by("-adopted_on").values_list("adopted_on", flat=True).first()
    over = last is not None and add_years(last, 1) < asked.on
    wrong = "It is more than a year since" if over else "" if last else "The text that the Board adopted is not entered"
    number = rows.count()
    return Evidence(
        f"{said(number, 'version', 'versions')} of the policy entered, as the Board adopted it",
        State.ATTENTION if wrong else State.DUTY, number=number, why=wrong, whose=BOARD, since=last,
        route="policy_text",
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"policy.adopted": adopted}
