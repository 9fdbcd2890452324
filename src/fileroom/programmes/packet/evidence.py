"""What the policy's page counts of packets: meetings of the Board for which one was made, and one that is lacking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from fileroom.duties.states import Asked, Count, Evidence, Part, said, stands
from fileroom.programmes.enforcement.meetings import next_with_a_report
from fileroom.programmes.models import BoardPacket, EnforcementReport
from fileroom.programmes.packet.told import heard, told_at
from fileroom.programmes.settings.services import packet_days

WHOSE = "The clerk of the Board, or the Superintendent or designee"


def packets(asked: Asked) -> Evidence:
    """Attention where a meeting is near, and a report that was released for it is not in its newest packet, or there
    is none; or one is over, no packet has told what was released for it, and nobody has said that the Board had it as
    its own paper."""
    rows = BoardPacket.objects.filter(meeting_on__gte=asked.year_began)
    number = rows.values("meeting_on").distinct().count()
    over = EnforcementReport.objects.exclude(released_at=None).filter(meeting_on__lt=asked.on)
    missed = over.exclude(pk__in=heard(asked.on)).order_by("meeting_on").values_list("meeting_on", flat=True).first()
    why = ""
    if missed:
        why = "A report was released for a meeting that is over, and nothing here says that the Board has heard it"
    else:
        why = _untold_soon(asked.on)
    return Evidence(
        f"{said(number, 'meeting', 'meetings')} of the Board this school year with a packet of its reports",
        stands(why), number=number, why=why, whose=WHOSE if why else "", since=missed, route="board_packets",
        parts=(Part("Packets made, also anew for one meeting", rows.count()),),
    )  # fmt: skip


def _untold_soon(on: date) -> str:
    """What is wrong with the packet of the next meeting for which a report was released; empty: nothing, or it is not
    near."""
    near = next_with_a_report(on)
    if near is None or near - on > timedelta(days=packet_days()):
        return ""
    if not BoardPacket.objects.filter(meeting_on=near).exists():
        return "A report was released for the next meeting, and its packet is not made"
    released = EnforcementReport.objects.exclude(released_at=None).filter(meeting_on=near)
    lacking = released.exclude(pk__in=told_at(near)).exists()
    return "A report was released for the next meeting since its packet was made: make it anew" if lacking else ""


EVIDENCE: Mapping[str, Count] = {"policy.packets": packets}
