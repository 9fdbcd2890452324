"""What the policy's page counts of what comes in: what was kept out by which law, what waits, forms, orders on file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Count as CountOf
from django.db.models import Min, Q

from fileroom.collection.cards.duties import ROOM as CARDS
from fileroom.collection.declarations.standing import State as Declared
from fileroom.collection.declarations.standing import state_of
from fileroom.collection.models import Declaration
from fileroom.collection.orders.duties import ROOM
from fileroom.collection.possible_orders import ROOM as POSSIBLE
from fileroom.collection.quarantine.gathering import HELD
from fileroom.collection.register.lists import wants
from fileroom.collection.register.standing import Attention
from fileroom.duties.models import Duty
from fileroom.duties.states import Asked, Count, Evidence, Folded, Part, said, stands
from fileroom.law import BY_ID
from fileroom.law.days import district_day
from fileroom.ledger import queries as log
from fileroom.ledger.services import Act
from fileroom.people.cards_awaited import NOTED as CARDS_NOTED
from fileroom.people.models import CourtOrder
from fileroom.records.models import Quarantined
from fileroom.screening import Category

KEPT_OUT = (Act.COLLECTION_REFUSED, Act.FORM_REFUSED, Act.QUARANTINE_HELD)
CUSTODIANS_OF_FILES = "The custodian of records who keeps the file"
CUSTODIANS = "The custodian of records where they wait"
NUMBERS = ("collection.social_security_numbers.",)
STATUS = ("collection.immigration_status.", "collection.kept_out_of_the_file.no_immigration_status")
LISTS = ("disclosure.registries.",)
OF_NUMBERS = (Category.SSN, Category.SSN_LAST4)
OF_STATUS = (Category.A_NUMBER, Category.IMMIGRATION_DOCUMENT, Category.IMMIGRATION_STATUS)
WORDS = {
    Attention.ASKS: "asks what it may not", Attention.UNDECLARED: "asks under a declaration that holds no longer",
    Attention.COUNSEL: "waits for counsel", Attention.UNREAD: "could not be read",
    Attention.LAW_CHANGED: "was screened by a law that has changed",
    Attention.SIEVE_CHANGED: "was screened by an older sieve", Attention.OVERDUE: "is due to be screened again",
}  # fmt: skip


def social_security_numbers(asked: Asked) -> Evidence:
    """Documents and forms kept out for a Social Security number, or its last four digits."""
    return _kept_out(asked, NUMBERS, OF_NUMBERS, "papers or forms kept out for a Social Security number")


def immigration_status(asked: Asked) -> Evidence:
    """Documents and forms kept out for a family's citizenship or immigration status."""
    return _kept_out(asked, STATUS, OF_STATUS, "papers or forms kept out for immigration status")


def lists_by_trait(asked: Asked) -> Evidence:
    """Lists of people by origin, ethnicity or religion that were refused, coming in or going out."""
    says = "lists of people by origin, ethnicity or religion refused"
    return _kept_out(asked, LISTS, (Category.PROTECTED_LIST,), says)


def _kept_out(asked: Asked, rules: tuple[str, ...], found: tuple[Category, ...], says: str) -> Evidence:
    """How many this school year by these rules; attention where such a paper waits longer than the district allows."""
    by_rule, number = Counter[str](), 0
    for spoke, times in log.counted_by_rules((*KEPT_OUT, Act.DISCLOSURE_REFUSED), between=asked.year).items():
        these = [rule for rule in spoke if rule.startswith(rules)]
        number += times if these else 0
        for rule in these:
            by_rule[rule] += times
    those = Q()
    for category in found:
        those |= Q(found__contains=[{"category": category.value}])
    late, oldest = _late(asked, those)
    return Evidence(
        f"{says} this school year", stands(late), number=number,
        why="One or more of them have waited too long for a decision" if late else "",
        whose=CUSTODIANS if late else "", since=district_day(oldest) if oldest else None,
        parts=tuple(Part(BY_ID[it].says, times, it) for it, times in by_rule.most_common() if it in BY_ID),
        folded=Folded(f"{says} this school year"),
    )  # fmt: skip


def quarantine(asked: Asked) -> Evidence:
    """What was held back and waits; attention where it has waited longer than the district allows."""
    waiting, (late, oldest) = Quarantined.objects.filter(state=HELD).count(), _late(asked, Q())
    return Evidence(
        said(waiting, "thing held back at the gate waits", "things held back at the gate wait") + " for a decision",
        stands(late), number=waiting,
        why=f"{late} {said(late, 'is', 'are')} overdue" if late else "",
        whose=CUSTODIANS if late else "", since=district_day(oldest) if oldest else None, route="coming_in",
    )  # fmt: skip


def _late(asked: Asked, those: Q) -> tuple[int, datetime | None]:
    """How many of these have waited too long, and since when the oldest is late."""
    days = timedelta(days=asked.quarantine_days)
    rows = Quarantined.objects.filter(those, state=HELD, brought_at__lt=asked.at - days)
    found = rows.aggregate(late=CountOf("id"), oldest=Min("brought_at"))
    return found["late"], found["oldest"] + days if found["oldest"] else None


def forms(asked: Asked) -> Evidence:
    """The forms by which the district asks families, and those that somebody has to look at."""
    why = wants(asked.on, asked.form_days)
    counted = Counter(it for it in why if it)
    return Evidence(
        f"{said(len(why), 'form', 'forms')} by which the district asks families", stands(counted), number=len(why),
        why="; ".join(f"{counted[it]} {WORDS[it]}" for it in Attention if counted[it]),
        whose="The office that answers for each form" if counted else "", route="forms",
        parts=tuple(Part(f"A form {WORDS[it]}", counted[it]) for it in Attention if counted[it]),
    )  # fmt: skip


def exceptions(asked: Asked) -> Evidence:
    """Declarations that a form asks under a law's exception: in force, and waiting for a second person."""
    rows = Declaration.objects.filter(withdrawn_at=None, to_on__gte=asked.on).select_related("form")
    standing = [(state_of(row, asked.on), row) for row in rows]
    waiting = [row for state, row in standing if state is Declared.WAITING]
    number = sum(it is Declared.IN_FORCE for it, _ in standing)
    return Evidence(
        said(number, "declared exception is in force", "declared exceptions are in force"), stands(waiting),
        number=number,
        why=f"{len(waiting)} {said(len(waiting), 'waits', 'wait')} to be approved" if waiting else "",
        whose="A second person, whom the Superintendent has designated" if waiting else "",
        since=min((district_day(row.declared_at) for row in waiting), default=None), route="declarations",
    )  # fmt: skip


def orders(asked: Asked) -> Evidence:
    """Court orders on file and not lifted; attention where a receipt, counsel's reading or a look is overdue,
    a family waits to be asked whether there is one, or a list claims orders that nobody has agreed to, or whose paper
    is not here."""
    standing = CourtOrder.objects.filter(lifted_on=None)
    number = standing.filter(claimed=False).count()
    claimed = standing.filter(claimed=True).aggregate(n=CountOf("id"), first=Min("received_at"))
    over = Q(due_on__lt=asked.on) | Q(due_at__lt=asked.at)
    late = Duty.objects.filter(over, done_at=None, room__in=(ROOM, POSSIBLE)).aggregate(
        n=CountOf("id"), first=Min("due_on")
    )
    return Evidence(
        said(number, "court order is on file and obeyed", "court orders are on file and obeyed"),
        stands(late["n"] or claimed["n"]), number=number, why=_why(late["n"], claimed["n"]),
        whose="Counsel, the custodian of records, or whoever took it in" if late["n"] or claimed["n"] else "",
        since=late["first"] or (district_day(claimed["first"]) if claimed["first"] else None),
        route="orders",
        guarded=True,
    )  # fmt: skip


def _why(late: int, claimed: int) -> str:
    if late:
        return f"{late} of what is owed about them {said(late, 'is', 'are')} overdue"
    waits = said(claimed, "waits", "wait")
    return f"{claimed} that a list claims {waits} for its paper, or for a second person" if claimed else ""


def addresses(asked: Asked) -> Evidence:
    """What is owed about the addresses of families with a card: how many there are, it does not count."""
    rooms = (CARDS, CARDS_NOTED)
    late = Duty.objects.filter(due_on__lt=asked.on, done_at=None, room__in=rooms)
    found = late.aggregate(n=CountOf("id"), first=Min("due_on"))
    return Evidence(
        "of what is owed about families’ addresses is overdue", stands(found["n"]), number=found["n"],
        why="Somebody is to ask a family for its new card, or where another address came from" if found["n"] else "",
        whose=CUSTODIANS_OF_FILES if found["n"] else "", since=found["first"], route="all_owed", guarded=True,
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "collection.addresses": addresses,
    "collection.exceptions": exceptions,
    "collection.forms": forms,
    "collection.immigration_status": immigration_status,
    "collection.lists_by_trait": lists_by_trait,
    "collection.orders": orders,
    "collection.quarantine": quarantine,
    "collection.social_security_numbers": social_security_numbers,
}
