"""What the policy's page counts of lists that are taken away for the office's own work, each by a second person where
the district's limit asks for one."""

from __future__ import annotations

from fileroom.disclosure.exports.second_person import late_since
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.duties.states import Asked, Evidence, Folded, Part, said, stands

State = StudentList.State
WAITS = "One waits for its second person, and the day by which somebody was to agree is over"
WHOSE = "Whoever may agree to it as its second person"
ONE = "list taken for the office’s own work this school year, with a line for each student"
TAKEN = "lists taken for the office’s own work this school year, with a line for each student"


def taken(asked: Asked) -> Evidence:
    """Lists handed over this school year. Attention: one waits for its second person past the day on which somebody
    was to agree, and soon it lapses."""
    begun, until = asked.year
    own = StudentList.objects.exclude(source=DIRECTORY)
    out = own.filter(state=State.HANDED_OVER, closed_at__gte=begun, closed_at__lt=until)
    stopped = own.filter(state=State.STOPPED, closed_at__gte=begun, closed_at__lt=until)
    since, number = late_since(own, at=asked.at), out.count()
    why = WAITS if since else ""
    return Evidence(
        said(number, ONE, TAKEN), stands(why), number=number, why=why,
        whose=WHOSE if why else "", since=since, route="taken_lists",
        parts=(
            Part("Agreed to by a second person", out.exclude(approved_by=None).count()),
            Part("Stopped, or not agreed to", stopped.count()),
        ),
        folded=Folded(TAKEN),
    )  # fmt: skip
