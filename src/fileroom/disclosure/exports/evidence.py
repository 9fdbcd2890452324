"""What the policy's page counts of lists that are taken away for the office's own work, each by a second person where
the district's limit asks for one."""

from __future__ import annotations

from datetime import timedelta

from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.duties.states import Asked, Evidence, Folded, Part, said, stands
from fileroom.law.days import district_day

State = StudentList.State
WAITS_AT_MOST = timedelta(hours=3)  # a list that waits is good for a day, and then prepared anew
ONE = "list taken for the office’s own work this school year, with a line for each student"
TAKEN = "lists taken for the office’s own work this school year, with a line for each student"


def taken(asked: Asked) -> Evidence:
    """Lists handed over this school year. Attention: one waits for its second person for hours, and soon it lapses."""
    begun, until = asked.year
    own = StudentList.objects.exclude(source=DIRECTORY)
    out = own.filter(state=State.HANDED_OVER, closed_at__gte=begun, closed_at__lt=until)
    waits = own.filter(state=State.WAITS, prepared_at__lt=asked.at - WAITS_AT_MOST, expires_at__gt=asked.at)
    stopped = own.filter(state=State.STOPPED, closed_at__gte=begun, closed_at__lt=until)
    oldest, number = waits.order_by("prepared_at").first(), out.count()
    why = "One waits for its second person for more than three hours" if oldest else ""
    return Evidence(
        said(number, ONE, TAKEN), stands(why), number=number, why=why,
        whose="Whoever may agree to it as its second person" if why else "",
        since=district_day(oldest.prepared_at) if oldest else None, route="taken_lists",
        parts=(
            Part("Agreed to by a second person", out.exclude(approved_by=None).count()),
            Part("Stopped, or not agreed to", stopped.count()),
        ),
        folded=Folded(TAKEN),
    )  # fmt: skip
