"""What the policy's page counts of companies: under which contract each holds what, and the letters by which they
delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from fileroom.duties.models import Duty
from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Folded, said, stands
from fileroom.law.days import district_day
from fileroom.programmes.models import CompanyQuestion, DeletionRequest, Demand
from fileroom.programmes.vendors.company_questions import ANSWER
from fileroom.programmes.vendors.company_questions import ROOM as QUESTIONS
from fileroom.programmes.vendors.deletion_duties import ISSUE, ROOM
from fileroom.programmes.vendors.demands import ESCALATED, REFUSED, REMIND
from fileroom.programmes.vendors.demands import ROOM as DEMANDS
from fileroom.programmes.vendors.owing import COMPANIES, CONTRACTS, EXPIRES
from fileroom.programmes.vendors.registry import Listed, companies


def letters(asked: Asked) -> Evidence:
    """Letters issued this school year; attention where the district owes one over a night."""
    began, today = asked.year
    issued = DeletionRequest.objects.filter(issued_at__gte=began, issued_at__lt=today).count()
    by_hand = DeletionRequest.objects.filter(by_hand_on__gte=asked.year_began, closed_at__lt=today).count()
    waits = Duty.objects.filter(room=ROOM, rule=ISSUE, done_at=None, began_at__lt=today).order_by("began_at").first()
    number, issued_so = issued + by_hand, "issued this school year, so that a company deletes"
    return Evidence(
        f"{said(number, 'letter', 'letters')} {issued_so}", stands(waits),
        number=number, why="One or more families wait for theirs" if waits else "",
        whose=SUPERINTENDENT if waits else "",
        since=district_day(waits.began_at) if waits else None, folded=Folded(f"letters {issued_so}"),
    )  # fmt: skip


def questions(asked: Asked) -> Evidence:
    """Companies' own questions answered this school year; attention where one's last day has passed unanswered."""
    began, today = asked.year
    number = CompanyQuestion.objects.filter(answered_at__gte=began, answered_at__lt=today).count()
    late = (
        Duty.objects.filter(room=QUESTIONS, rule=ANSWER, done_at=None, due_on__lt=asked.on).order_by("due_on").first()
    )
    so = "of a company about a student answered this school year; without a family’s request nothing is confirmed"
    return Evidence(
        f"{said(number, 'question', 'questions')} {so}", stands(late), number=number,
        why="One or more companies wait past the day" if late else "",
        whose=SUPERINTENDENT if late else "", since=late.due_on if late else None,
        route="company_asks", folded=Folded(f"questions {so}"),
    )  # fmt: skip


def demands(asked: Asked) -> Evidence:
    """Demands to which an answer is awaited; attention where one was refused, or its last day passed, a night ago."""
    _, today = asked.year
    number = Demand.objects.filter(over_at=None, signed_at__lt=today).count()
    gone = Duty.objects.filter(room=DEMANDS, part__in=(REFUSED, REMIND, ESCALATED), done_at=None, began_at__lt=today)
    first, so = gone.order_by("began_at").first(), "to companies that they delete, to which an answer is awaited"
    return Evidence(
        f"{said(number, 'demand', 'demands')} {so}", stands(first), number=number,
        why="One or more companies have refused, or let their day pass" if first else "",
        whose=SUPERINTENDENT if first else "",
        since=district_day(first.began_at) if first else None, route="vendors", folded=Folded(f"demands {so}"),
    )  # fmt: skip


def contracts(asked: Asked) -> Evidence:
    """Companies that hold students' data, and how many of them under a contract that the law lets rest on; attention
    too where it is not known what one holds, or what it does with it."""
    hold = [it for it in companies(on=asked.on) if it.has_something or it.covered or it.not_known]
    wanting = [it for it in hold if it.wanting or it.unread or it.not_known or it.undeclared]
    number = len(hold) - len(wanting)
    return Evidence(
        f"{said(len(hold), 'company', 'companies')} with students’ data, each under a contract with the nine clauses",
        stands(wanting), number=number, of=len(hold), why=_why(hold),
        whose=SUPERINTENDENT if wanting else "", since=_since(wanting),
        route="vendors",
    )  # fmt: skip


def _why(hold: list[Listed]) -> str:
    bare, dark = sum(it.wanting for it in hold), sum(it.not_known for it in hold)
    silent, unread = sum(it.undeclared for it in hold), sum(it.unread for it in hold)
    told = (
        f"{bare} {said(bare, 'holds', 'hold')} data without one, or against what theirs allows" if bare else "",
        f"Of {dark} nobody has said what it holds" if dark else "",
        f"{silent} {said(silent, 'has', 'have')} not declared what it does with data" if silent else "",
        f"Of {unread} nobody has looked whether the contract permits what it trains" if unread else "",
    )
    return ". ".join(filter(None, told))


def _since(wanting: list[Listed]) -> date | None:
    """Since when the oldest open duty about these companies or their contracts stands. That one of these nears its last
    day is no want of it."""
    theirs = Q(room=COMPANIES, of__in=[it.id for it in wanting])
    theirs |= Q(room=CONTRACTS, of__in=[held.id for it in wanting for held in it.contracts])
    first = Duty.objects.filter(theirs, done_at=None).exclude(part=EXPIRES).order_by("began_at").first()
    return district_day(first.began_at) if first else None


EVIDENCE: Mapping[str, Count] = {
    "vendors.contracts": contracts,
    "vendors.demands": demands,
    "vendors.letters": letters,
    "vendors.questions": questions,
}
