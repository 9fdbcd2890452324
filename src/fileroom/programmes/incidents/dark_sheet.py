"""The sheet of a school for when every screen is dark: orders in force, holds, and the clocks that run there.

The night seals it with the essential list. It is opened by whoever keeps the orders: of each child the law is asked
anew, each order shown leaves its line under seal, and a child from whom an order keeps whoever prints stands on none.
Nor does a clock about an order: whom one names would read there that there is one. Where the sheet names many, another
of its keepers agrees first. At the server the operator opens it when no page does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.casework.whose import shut_to
from fileroom.collection.orders import desk as orders
from fileroom.duties import queries as duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.order_terms import OrderTerm
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.letters import Letter, Letterhead, Part, Unfit, compose
from fileroom.letters.setting import spoken_instant, spoken_on
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.models import CourtOrderChild, Student
from fileroom.people.names import full_name, person_name
from fileroom.people.owed import AHEAD, offices_held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import EssentialList
from fileroom.records import noting
from fileroom.records.models import Hold

KIND, PART = "dark_sheet", "sheet"
THE_OPERATOR = "the operator"  # for whom a paper is printed at the server
MOST_CLOCKS = 200
# Rooms of duties whose words tell of an order.
ABOUT_ORDERS = ("order_lists", "orders", "orders_drawers", "possible_orders")
ORDERS, HOLDS, CLOCKS = "Orders in force", "Holds: nothing of these files is destroyed", "Clocks that run"
MORE = "More clocks run than have room here: each office finds the rest on its own first page"
NO_SHEET = "This night’s list was sealed without its sheet. The next has one."
GONE = "This list is destroyed: a newer one has taken its place. Look at the page again."
SECOND = "It names many: another who keeps these records agrees first that it is printed."
ANOTHER = "Whoever has agreed does not print it: another does."
FEW = "It names few: whoever keeps the orders prints it alone."
NOTHING = "Nothing of this stood on file that night, of which you may know."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What each sentence of an order asks of a front desk; one that is not here is for the principal to read.
ASKS: Mapping[str, str] = {
    OrderTerm.RECORDS: "sees no record and is told nothing",
    OrderTerm.STAY_AWAY: "stays away, and does not collect the child",
    OrderTerm.NO_CONTACT: "has no contact, and does not collect the child",
    OrderTerm.PEACEFUL_CONTACT: "has only peaceful contact, and does not collect the child",
    OrderTerm.SUPERVISED_CONTACT: "has only supervised contact, and does not collect the child",
    OrderTerm.MAY_NOT_COLLECT: "does not collect the child",
    OrderTerm.COLLECTS_ON_DAYS: "collects the child only on some days",
    OrderTerm.JUVENILE_COURT: "decides nothing, and does not collect the child",
    OrderTerm.RIGHTS_TERMINATED: "has no rights any more, and does not collect the child",
    OrderTerm.EDUCATION_RIGHTS_LIMITED: "decides nothing about school",
    OrderTerm.SOLE_LEGAL_CUSTODY: "has no custody: the other parent alone takes the child",
}
Said = dict[str, Any]


def gathered(school: UUID, at: datetime) -> dict[str, list[Said]]:
    """What the night seals of a school. Part of the open transaction; nobody is shown it."""
    on = district_day(at)
    names = {it.id: full_name(it) for it in queries.at_school(school, on=on)}
    holds = Hold.objects.filter(student__in=list(names), lifted_at=None).order_by("student__search_name", "id")
    return {
        "orders": [_order(it, names) for it in _in_force(names, on)],
        "holds": [{"student": str(it), "name": names[it]} for it in dict.fromkeys(it.student_id for it in holds)],
        "clocks": _clocks(school, at),
    }  # fmt: skip


def _clocks(school: UUID, at: datetime) -> list[Said]:
    """What its offices owe soon, the most pressing first, and whether there is more than fits; nothing of an order."""
    those, until = Q(school=school, employee=None) & ~Q(room__in=ABOUT_ORDERS), district_day(at) + AHEAD
    found = duties.open_duties(those, at=at, until=until, most=MOST_CLOCKS + 1)
    more = [{"office": "", "says": MORE, "cites": "", "due": "", "student": ""}] if len(found) > MOST_CLOCKS else []
    return [
        {"office": it.office, "says": it.says, "cites": it.citation, "due": it.due.isoformat() if it.due else "",
         "student": str(it.student or "")}
        for it in found[:MOST_CLOCKS]
    ] + more  # fmt: skip


def _in_force(students: Iterable[UUID], on: date) -> Iterable[CourtOrderChild]:
    """An end never opens anything again by itself: what is past it stands here until somebody lifts it."""
    named = CourtOrderChild.objects.filter(student__in=list(students), order__lifted_on=None, order__from_on__lte=on)
    return named.select_related("order__restrained", "order__protected").order_by("student__search_name", "id")


def _order(it: CourtOrderChild, names: Mapping[UUID, str]) -> Said:
    of = it.order
    return {
        "order": str(of.id), "student": str(it.student_id), "name": names[it.student_id], "term": of.term or of.kind,
        "restrained": person_name(of.restrained) if of.restrained else "",
        "protected": person_name(of.protected) if of.protected else "", "from": of.from_on.isoformat(),
        "to": of.to_on.isoformat() if of.to_on else "", "days": of.collects_on, "claimed": of.claimed,
    }  # fmt: skip


def named(sheet: Mapping[str, list[Said]]) -> int:
    """How many students it names."""
    return len({it["student"] for it in (*sheet["orders"], *sheet["holds"])})


@durable_transaction
def agree(list_id: UUID, *, second_above: int, by: SignedIn, at: datetime) -> UUID:
    """Another who keeps these records agrees that the sheet is printed; said twice it is one act.

    Raises Missing, and ValidationError (it names no more than `second_above`, and whoever keeps the orders prints it).
    """
    row = _theirs(list_id, by, at)
    if row.sheet <= second_above:
        raise ValidationError(FEW)
    if row.agreed_entry is not None:
        return row.agreed_entry
    role = keeper_facts(by.account, district_day(at)).role
    event = ledger.event(Act.LIST_APPROVED, record=row.id, part=PART, by=by.acting_as(role), sealed=True, at=at)
    row.agreed_by, row.agreed_entry = by.account.id, ledger.write(event)
    row.save(update_fields=["agreed_by", "agreed_entry"])
    return row.agreed_entry


@durable_transaction
def open_sheet(
    list_id: UUID, *, second_above: int, head: Letterhead, by: SignedIn, at: datetime
) -> bytes:  # fmt: skip
    """The sheet as a PDF that says on each page for whom it was printed. `second_above`: from how many named students
    on another agrees first. Raises Missing and ValidationError."""
    row = _theirs(list_id, by, at)
    if row.sheet > second_above and row.agreed_by in (None, by.account.id):
        raise ValidationError(ANOTHER if row.agreed_by else SECOND)
    on, employee = district_day(at), by.account.employee_id
    assert employee is not None, "whoever keeps records works here"
    actor = by.acting_as(keeper_facts(by.account, on).role)
    sheet = _read(row, actor, by.purpose.value, at)
    if sheet is None:
        raise ValidationError(NO_SHEET)
    there = Student.objects.filter(pk__in=_students(sheet)).values_list("pk", flat=True)
    shut = {str(it) for it in shut_to(there, by=by, on=on)}
    offices = {""} | {office for office, school in offices_held(employee, on=on) if school in (None, row.school_id)}
    named_on = {UUID(it["order"]) for it in sheet["orders"]}
    kept = {str(it) for it in orders.known_among(named_on, by=by, at=at, kept=True)}
    shown: dict[str, list[Said]] = {
        "orders": [it for it in sheet["orders"] if it["order"] in kept and it["student"] not in shut],
        "holds": [it for it in sheet["holds"] if it["student"] not in shut],
        "clocks": [it for it in sheet["clocks"] if it["office"] in offices and it["student"] not in shut],
    }  # fmt: skip
    name = queries.account_names([by.account.id]).get(by.account.id, "")
    return _printed(row, shown, name, actor, by.purpose.value, head=head, at=at)


def at_the_server(row: EssentialList, *, head: Letterhead, by: Actor, at: datetime) -> bytes | None:
    """The whole of it for the operator, who is asked no law; None: there is nothing, or it was sealed without one.
    Part of the open transaction. Raises ValidationError where it cannot be set as a paper: no line says it was."""
    sheet = _read(row, by, "", at)
    if sheet is None or not any(sheet.values()):
        return None
    return _printed(row, sheet, THE_OPERATOR, by, "", head=head, at=at)


def _theirs(list_id: UUID, by: SignedIn, at: datetime) -> EssentialList:
    """The list, alone until the act is over, for whoever keeps that school's records."""
    employee = by.account.employee_id
    kept = kept_at(employee, on=district_day(at)) if employee else set()
    rows = EssentialList.objects.select_for_update(of=("self",)).select_related("note", "school")
    row = rows.filter(pk=list_id).first()
    if row is None or not (None in kept or row.school_id in kept):
        raise Missing
    if row.gone_at is not None or not noting.stands(row.note):
        raise ValidationError(GONE)
    return row


def _read(row: EssentialList, by: Actor, purpose: str, at: datetime) -> dict[str, list[Said]] | None:
    """What it says; None: the list was sealed without a sheet. That the list of grades was printed it does not say."""
    event = ledger.event(
        Act.ESSENTIALS_PRINTED, record=row.school_id, part=PART, by=by, purpose=purpose, outcome=str(row.sheet),
        sealed=True, at=at,
    )  # fmt: skip
    said = noting.open_daily(row.note, event).get("sheet")
    return None if said is None else {name: list(said[name]) for name in ("orders", "holds", "clocks")}


def _students(sheet: Mapping[str, list[Said]]) -> set[UUID]:
    return {UUID(it["student"]) for of in sheet.values() for it in of if it["student"]}


def _printed(
    row: EssentialList, sheet: Mapping[str, list[Said]], name: str, by: Actor, purpose: str, *, head: Letterhead,
    at: datetime,
) -> bytes:  # fmt: skip
    """The paper, with a line of each child for each order, and for each hold. Raises ValidationError: nothing stands
    on it, or it cannot be set, and nobody was shown anything."""
    if not any(sheet.values()):
        raise ValidationError(NOTHING)
    pdf = _set(row, sheet, name, head=head, at=at)
    noted: dict[str, Any] = {"by": by, "purpose": purpose, "sealed": True, "at": at}
    ledger.write_many(
        ledger.event(Act.ORDER_LOOKED_AT, student=UUID(it["student"]), record=UUID(it["order"]), **noted)
        for it in sheet["orders"]
    )
    ledger.write_many(
        ledger.event(Act.STUDENT_LISTED, student=UUID(it["student"]), record=row.id, part="holds", **noted)
        for it in sheet["holds"]
    )
    return pdf


def _set(row: EssentialList, sheet: Mapping[str, list[Said]], name: str, *, head: Letterhead, at: datetime) -> bytes:
    """Set as a paper. Raises ValidationError."""
    parts = [_of_order(number, it) for number, it in enumerate(sheet["orders"], start=1)]
    parts += [Part("", str(number), it["name"], "", ()) for number, it in enumerate(sheet["holds"], start=1)]
    parts += [
        Part("", str(number), f"{it['says']} ({it['cites']})" if it["cites"] else it["says"],
             f"By {_day(it['due'])}" if it["due"] else "", ())
        for number, it in enumerate(sheet["clocks"], start=1)
    ]  # fmt: skip
    starts = (0, len(sheet["orders"]), len(sheet["orders"]) + len(sheet["holds"]))
    for start, of, heading in zip(starts, ("orders", "holds", "clocks"), (ORDERS, HOLDS, CLOCKS), strict=True):
        if sheet[of]:
            it = parts[start]
            parts[start] = Part(heading, it.number, it.says, it.state, it.lines)
    mark = f"For {name}, {spoken_instant(at, 'en')} · Not to be copied"
    facts = {
        "school": row.school.name, "at": spoken_instant(row.made_at, "en"),
        "printed": f"Printed for {name} {spoken_instant(at, 'en')}.",
    }  # fmt: skip
    try:
        return compose(Letter(KIND, "en", head, at, "", facts, parts=tuple(parts), mark=mark))
    except Unfit as error:
        raise ValidationError(str(error)) from None


def _of_order(number: int, it: Said) -> Part:
    asks = ASKS.get(it["term"], "is spoken of in an order: the principal reads it")
    days = ", ".join(DAYS[int(day) - 1] for day in it["days"])
    lines = [
        f"Only on these days: {days}" if days else "",
        f"It protects {it['protected']}" if it["protected"] else "",
        f"From {_day(it['from'])}" + (f", until {_day(it['to'])}; past that day it is obeyed until somebody lifts it"
                                if it["to"] else ", with no end on its face"),
        "Its paper is not here yet: it is in doubt, and obeyed" if it["claimed"] else "",
    ]  # fmt: skip
    return Part("", str(number), it["name"], f"{it['restrained'] or 'Somebody'} {asks}.", tuple(filter(None, lines)))


def _day(iso: str) -> str:
    return spoken_on(date.fromisoformat(iso), "en")
