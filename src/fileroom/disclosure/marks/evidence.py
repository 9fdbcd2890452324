"""What the policy's page counts of marks: what is looked at before it leaves, and what waits to be looked at."""

from __future__ import annotations

from datetime import timedelta

from fileroom.disclosure.marks.standing import weighed
from fileroom.disclosure.models import MarkedCopy
from fileroom.duties.states import Asked, Evidence, Folded, Part, said, stands
from fileroom.law.days import district_day
from fileroom.law.marks import MARKS, Bears, Step
from fileroom.records.models import CareMark

WAITS_AT_MOST = timedelta(days=3)
ONE = "copy looked at by a second person this school year, for what may show a family’s status"
TWICE = "copies looked at by a second person this school year, for what may show a family’s status"
CUSTODIAN = "The custodians of records"


def marks(asked: Asked) -> Evidence:
    """Copies that a second person has let go, or left out, this school year. Part of the open transaction.

    Attention: somebody waits for a second look for longer than it may take; what waits does not go, so a right is held
    up.
    """
    begun, until = asked.year
    copies = MarkedCopy.objects.filter(asked_at__gte=begun, asked_at__lt=until)
    late = MarkedCopy.objects.filter(state=MarkedCopy.State.WAITS, asked_at__lt=asked.at - WAITS_AT_MOST)
    oldest = late.order_by("asked_at").values_list("asked_at", flat=True).first()
    since = district_day(oldest) if oldest else None
    always = sum(it is Bears.ALWAYS for it in weighed().values())
    why = "A copy has waited more than three days for a second look" if oldest else ""
    number, marked = copies.exclude(looked_at=None).count(), CareMark.objects.filter(off_at=None)
    return Evidence(
        said(number, ONE, TWICE), stands(why), number=number, why=why,
        whose=CUSTODIAN if why else "", since=since, route="marks",
        parts=(
            Part(f"Kinds of record, of {len(MARKS)}, that are looked at before a copy leaves", always),
            Part("Copies the law compels, with a reason", copies.filter(step=Step.REASON.value).count()),
            Part("Copies read first that told nothing", copies.filter(step=Step.READ_IT.value).count()),
            Part("Records that a person has marked", marked.exclude(marked_by=None).count()),
            Part("Records marked by their own words as they were filed", marked.filter(marked_by=None).count()),
        ),
        folded=Folded(TWICE),
    )  # fmt: skip
