"""What the policy's page counts of what is sent: each is decided again, and what was kept back waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Max, Min, Q
from django.db.models.functions import Coalesce

from fileroom.casework.models import Outgoing
from fileroom.casework.outgoing import UNREACHED
from fileroom.casework.states import FOR_A_PERSON, TRIES, State
from fileroom.duties.states import Asked, Count, Evidence, Folded, said, stands
from fileroom.law.days import district_day

WITHIN = timedelta(days=1)  # so long a message that did not go may wait for a person
NO_SERVER = "The mail server has taken no message since one was given up, however often it was tried"


def outgoing(asked: Asked) -> Evidence:
    """Messages that went, each decided again when it did; attention where the mail server takes none, or one that did
    not go has waited for longer than a day."""
    sent = Outgoing.objects.filter(state=State.SENT).count()
    late = Outgoing.objects.filter(state__in=FOR_A_PERSON, link__isnull=False, over_at__lt=asked.at - WITHIN)
    waits, oldest = late.count(), late.order_by("over_at").values_list("over_at", flat=True).first()
    why = f"{waits} that did not go {said(waits, 'waits', 'wait')} for a person for more than a day" if waits else ""
    whose, folded = (
        "The custodian of records of the school",
        "Some that did not go wait for a person for more than a day",
    )
    if since := _no_server_since(asked.at):
        why, whose, folded, oldest = NO_SERVER, "Whoever runs the system", NO_SERVER, since
    went = "sent, each decided again at that moment"
    return Evidence(
        f"{said(sent, 'message', 'messages')} {went}", stands(why), number=sent, why=why, whose=whose if why else "",
        since=district_day(oldest) if oldest else None, route="outgoing", folded=Folded(f"messages {went}", folded),
    )  # fmt: skip


def _no_server_since(at: datetime) -> datetime | None:
    """Since when no mail server takes any: the first that was given up since the last one went, an employee's too, or
    is tried all over again since. None: it takes them."""
    went = Outgoing.objects.filter(state=State.SENT).aggregate(last=Max("over_at"))["last"]
    again = Q(state=State.WAITING, tries__gt=0, queued_at__lt=at - sum(TRIES, timedelta()))
    lost = Outgoing.objects.filter(UNREACHED | again).annotate(tried_at=Coalesce("over_at", "claimed_at"))
    first: datetime | None = lost.filter(Q(tried_at__gt=went) if went else Q()).aggregate(first=Min("tried_at"))[
        "first"
    ]
    return first


EVIDENCE: Mapping[str, Count] = {"casework.outgoing": outgoing}
