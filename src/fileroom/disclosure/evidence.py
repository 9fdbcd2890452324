"""What the policy's page counts of what goes out: requests answered, immigration enforcement, the ledger's check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from fileroom.disclosure.directory.evidence import lists
from fileroom.disclosure.exports.evidence import taken
from fileroom.disclosure.ledger_check import ended
from fileroom.disclosure.marks.evidence import marks
from fileroom.disclosure.models import OpenedAnyway
from fileroom.disclosure.opened_anyway import ROOM as ANYWAY
from fileroom.disclosure.tables import RECIPIENT
from fileroom.duties.models import Duty
from fileroom.duties.states import Asked, Count, Evidence, Folded, Part, said, stands
from fileroom.law import BY_ID
from fileroom.law.days import district_day
from fileroom.law.facts import Purpose
from fileroom.ledger import queries as log
from fileroom.ledger.services import Act

ANSWERED = (Act.DISCLOSURE_ANSWERED, Act.RECORD_RELEASED)
MOST = 20  # rules by which they were answered, on the page of that number
MONTH = timedelta(days=31)  # law/policy.toml: the ledger is checked every month
CUSTODIAN = "The district’s custodian of records"
ENFORCEMENT = Purpose.IMMIGRATION_ENFORCEMENT.value


def answered(asked: Asked) -> Evidence:
    """Requests from outside that were answered this school year, each with who asked (Ed. Code 49064)."""
    found = log.counted_by_rules(ANSWERED, between=asked.year)
    number, by_rule, each = found.total(), Counter[str](), "answered this school year, each with who asked"
    for spoke, times in found.items():
        for rule in spoke:
            by_rule[rule] += times
    lost = log.counted_without(RECIPIENT, ANSWERED, between=asked.year)
    return Evidence(
        f"{said(number, 'request', 'requests')} {each}", stands(lost),
        number=number,
        why="Beside one or more of them nobody stands who asked" if lost else "", whose=CUSTODIAN if lost else "",
        parts=tuple(Part(BY_ID[it].says, times, it) for it, times in by_rule.most_common(MOST) if it in BY_ID),
        folded=Folded(f"requests {each}"),
    )  # fmt: skip


def immigration(asked: Asked) -> Evidence:
    """Whether anything was asked for immigration enforcement this year, and whether anything went out for it.

    No number: in a small district two numbers of two days tell the day.
    """
    refused = log.counted_for(ENFORCEMENT, (Act.DISCLOSURE_REFUSED, Act.DISCLOSURE_ANSWERED), between=asked.year)
    released = log.counted_for(ENFORCEMENT, (Act.RECORD_RELEASED,), between=asked.year)
    asked_for = "One or more requests" if refused else "No request"
    return Evidence(
        f"{asked_for} at the counter for immigration enforcement this school year", stands(released),
        why="A copy went out for it. Counsel reads the paper it rested on" if released else "",
        whose="Counsel, with the Superintendent" if released else "", guarded=True,
    )  # fmt: skip


def ledger_checked(asked: Asked) -> Evidence:
    """The last check of the whole ledger: when, and whether it added up."""
    check, state = ended(at=asked.at), log.state()
    on = district_day(check.ended_at) if check and check.ended_at else None
    wrong = ""
    if on is None or check is None:
        wrong = "It was never checked from end to end"
    elif not check.whole:
        wrong = "The last check found something. Change nothing before it is understood"
    elif asked.on - on > MONTH:
        wrong = "The last check is more than a month old"
    return Evidence(
        said(state.entries, "line stands in the ledger", "lines stand in the ledger"), stands(wrong),
        number=state.entries, why=wrong, whose=CUSTODIAN if wrong else "",
        since=on, route="ledger", parts=(Part("Last check of the whole ledger"),) if on else (),
    )  # fmt: skip


def opened_anyway(asked: Asked) -> Evidence:
    """The gate before sensitive records: those opened with a reason and without the training, each read by another on
    the next business day; attention where one was not."""
    begun, until = asked.year
    rows = OpenedAnyway.objects.filter(opened_at__gte=begun, opened_at__lt=until)
    late = Duty.objects.filter(room=ANYWAY, done_at=None, due_on__lt=asked.on).order_by("due_on").first()
    number, so = rows.count(), "opened this school year before a training, each with a reason that another reads"
    return Evidence(
        f"{said(number, 'record', 'records')} {so}", stands(late), number=number,
        why="One or more reasons were not read by the next business day" if late else "",
        whose="The custodians of records" if late else "", since=late.due_on if late else None,
        parts=(Part("Read by a custodian of records, or a designee", rows.exclude(reviewed_at=None).count()),),
        folded=Folded(f"records {so}"),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "disclosure.answered": answered,
    "disclosure.exports": taken,
    "disclosure.immigration": immigration,
    "disclosure.ledger_checked": ledger_checked,
    "disclosure.lists": lists,
    "disclosure.marks": marks,
    "disclosure.opened_anyway": opened_anyway,
}
