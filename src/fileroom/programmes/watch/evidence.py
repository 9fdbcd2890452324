"""What the policy's page counts of the watch: alarms of this school year, and one that nobody has asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from fileroom.duties.states import Asked, Count, Evidence, said, stands
from fileroom.law.days import district_day
from fileroom.programmes.models import ReadingAlarm

A_DAY = timedelta(days=1)


def alarms(asked: Asked) -> Evidence:
    """Alarms until last night; attention where nobody has asked about one for more than a day."""
    began, today = asked.year
    number = ReadingAlarm.objects.filter(raised_at__gte=began, raised_at__lt=today).count()
    waits = ReadingAlarm.objects.filter(settled_at=None, raised_at__lt=asked.at - A_DAY).order_by("raised_at").first()
    return Evidence(
        f"{said(number, 'alarm', 'alarms')} this school year of reading that looks like a machine’s", stands(waits),
        number=number, why="Nobody has asked about one for more than a day" if waits else "",
        whose="The district’s custodian of records, or the Superintendent or designee" if waits else "",
        since=district_day(waits.raised_at) if waits else None, route="reading_alarms",
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"reading.alarms": alarms}
