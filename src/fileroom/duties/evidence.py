"""What the policy's page counts of what is owed: the duties that are open, and those that are overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count as CountOf
from django.db.models import F, Min, Q
from django.db.models.functions import Coalesce, TruncDate

from fileroom.duties.models import Duty
from fileroom.duties.states import Asked, Count, Evidence, Part, said, stands
from fileroom.law import BY_ID
from fileroom.law.days import PACIFIC


def owed(asked: Asked) -> Evidence:
    """The duties that are open, by rule, and those that are overdue. They name nobody; some are about few."""
    day = Coalesce(F("due_on"), TruncDate("due_at", tzinfo=PACIFIC))
    late = Q(due_on__lt=asked.on) | Q(due_at__lt=asked.at)
    found = Duty.objects.filter(done_at=None).values("rule", "office")
    rows = list(found.annotate(open=CountOf("id"), late=CountOf("id", filter=late), first=Min(day, filter=late)))
    over = sum(row["late"] for row in rows)
    by_rule = Counter[str]()
    for row in rows:
        by_rule[row["rule"]] += row["open"]
    number, whose = by_rule.total(), sorted({row["office"] or "one employee" for row in rows if row["late"]})
    return Evidence(
        said(number, "duty with a clock is open", "duties with a clock are open"), stands(over), number=number,
        why=f"{over} {said(over, 'is', 'are')} overdue" if over else "", whose=", ".join(whose).capitalize(),
        since=min((row["first"] for row in rows if row["first"]), default=None),
        parts=tuple(Part(BY_ID[rule].says, number, rule) for rule, number in by_rule.most_common()), guarded=True,
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"duties.owed": owed}
