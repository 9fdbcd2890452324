"""What the policy's page counts of what is sent: each is decided again, and what was kept back waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from fileroom.casework.models import Outgoing
from fileroom.casework.states import FOR_A_PERSON, State
from fileroom.duties.states import Asked, Count, Evidence, Folded, said, stands
from fileroom.law.days import district_day

WITHIN = timedelta(days=1)  # so long a message that did not go may wait for a person


def outgoing(asked: Asked) -> Evidence:
    """Messages that went, each decided again when it did; attention where one that did not go has waited for longer
    than a day."""
    sent = Outgoing.objects.filter(state=State.SENT).count()
    late = Outgoing.objects.filter(state__in=FOR_A_PERSON, link__isnull=False, over_at__lt=asked.at - WITHIN)
    waits, oldest = late.count(), late.order_by("over_at").values_list("over_at", flat=True).first()
    went = "sent, each decided again at that moment"
    return Evidence(
        f"{said(sent, 'message', 'messages')} {went}", stands(waits), number=sent,
        why=f"{waits} that did not go {said(waits, 'waits', 'wait')} for a person for more than a day" if waits else "",
        whose="The custodian of records of the school" if waits else "",
        since=district_day(oldest) if oldest else None, route="outgoing",
        folded=Folded(f"messages {went}", "Some that did not go wait for a person for more than a day"),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"casework.outgoing": outgoing}
