"""Every list of people that a page of the office shows and that can be taken away: by its code, one catalogue.

Each names the students of its page; who among them may be listed the law says of each (disclosure.exports). A list of
employees names no student, and is for whom its page is for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.collection.models import Absence, PossibleOrder
from fileroom.collection.possible_orders import IS_WAITING, NO_PAPER, naming
from fileroom.disclosure.exports.sources import HEADS, STUDENTS, Cells, Sites, Source, names
from fileroom.disclosure.searching import SETTLES
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.people import bound, queries
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.keepers import custodian_of, keeps_records
from fileroom.people.models import CourtOrder, CourtOrderChild, Student
from fileroom.people.names import employee_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import to_take
from fileroom.programmes.delegations.designees import Programme, designee, holding
from fileroom.programmes.delegations.register import last_day
from fileroom.programmes.models import IncidentPerson
from fileroom.programmes.training.desk import late_on

# What is under seal of a student's log is for the custodian of records alone; so is a list of those with an order.
OF_THE_CUSTODIAN = (Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG)


def _custodians(by: SignedIn, at: datetime) -> Sites:
    """Of which school, or of the district, this account is the custodian of records."""
    employee = by.account.employee_id
    return custodian_of(employee, on=district_day(at)) if employee else ()


def _designees(by: SignedIn, at: datetime) -> Sites:
    """An incident is the district's: whoever handles it, who sees whom it touches."""
    return (None,) if designator_facts(by.account, district_day(at)).designated else ()


def _in_order(these: Q, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """Of these students those whom this account may serve, by name."""
    employee, on = by.account.employee_id, district_day(at)
    if employee is None or not keeps_records(employee, on=on):
        return ()
    rows: QuerySet[Student] = queries.students(these & queries.served_by(employee, on=on), on=on)
    return tuple(rows.order_by("search_name", "id").values_list("id", flat=True))


def _ordered(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """But for those whose order names this account's holder, or may."""
    orders = set(CourtOrder.objects.filter(lifted_on=None).values_list("id", flat=True))
    told = orders - bound.naming(orders, by.account)
    return _in_order(Q(pk__in=CourtOrderChild.objects.filter(order__in=told).values("student")), by, at)


def _perhaps_ordered(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """But for those whose order is filed, and of whom this account is told nothing: the contact may be its holder."""
    rows = list(PossibleOrder.objects.filter(IS_WAITING, NO_PAPER).select_related("contact"))
    own = naming(rows, by.account)
    return _in_order(Q(pk__in={it.student_id for it in rows if it.id not in own}), by, at)


def _absent(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    rows = Absence.objects.filter(state="waiting", student__isnull=False)
    return _in_order(Q(pk__in=rows.values("student")), by, at)


def _affected(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """The students of one incident, `words` its id, for the designee who handles incidents."""
    if not designator_facts(by.account, district_day(at)).designated:
        raise Missing
    try:
        of = UUID(words)
    except ValueError as error:
        raise Missing from error
    people = IncidentPerson.objects.filter(incident=of, student__isnull=False)
    rows = people.order_by("student__search_name", "student").values_list("student", flat=True)
    return tuple(dict.fromkeys(rows))


def _overdue(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """Employees who are overdue in a training, for the designee. Raises Missing."""
    designee(Programme.TRAINING, by=by, at=at)
    return [it for it, _ in late_on(district_day(at), at)]


def _late(ids: Collection[UUID], at: datetime) -> Cells:
    return {it: rows for it, rows in late_on(district_day(at), at) if it in ids}


def _delegates(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """Who acts for the Superintendent today, for whoever may say so. Raises Missing."""
    if not designator_facts(by.account, district_day(at)).designated:
        raise Missing
    return list(
        holding(district_day(at)).order_by("employee__family", "employee__given").values_list("employee", flat=True)
    )


def _delegations(ids: Collection[UUID], at: datetime) -> Cells:
    found: dict[UUID, list[tuple[str, ...]]] = {}
    for it in holding(district_day(at)).filter(employee__in=ids).select_related("employee").order_by("from_on"):
        last = last_day(it.from_on, it.to_on)
        row = (employee_name(it.employee), ", ".join(it.programmes).replace("_", " "), f"{it.from_on}", f"{last}")
        found.setdefault(it.employee_id, []).append(row)
    return found


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        **STUDENTS,
        "absent": Source("absent", "Students the import no longer names", HEADS, _absent, names, needs=(SETTLES,)),
        "accounts": Source(
            "accounts", "Who signs in here", to_take.HEADS, to_take.signing_in, to_take.roles, known_to=_designees,
            of_staff=True,
        ),
        "affected": Source(
            "affected", "Students of an incident", HEADS, _affected, names, sealed=True, asks=True, known_to=_designees
        ),
        "delegates": Source(
            "delegates", "Who acts as designee", ("Name", "Programs", "From", "To"), _delegates, _delegations,
            known_to=_designees, of_staff=True,
        ),
        "orders": Source(
            "orders", "Students with a court’s order", HEADS, _ordered, names, sealed=True, needs=(OF_THE_CUSTODIAN,),
            known_to=_custodians,
        ),
        "overdue": Source(
            "overdue", "Employees overdue in training", ("Name", "Where", "Course", "Was due"), _overdue, _late,
            known_to=_designees, of_staff=True,
        ),
        "possible_orders": Source(
            "possible_orders", "Students with perhaps an order", HEADS, _perhaps_ordered, names, sealed=True,
            needs=(OF_THE_CUSTODIAN,), known_to=_custodians,
        ),
    }
)  # fmt: skip
