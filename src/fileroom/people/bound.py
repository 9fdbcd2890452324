"""Whom the orders on a child name as restrained: whether or not the file has a tie between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from fileroom.hosting import district_transaction
from fileroom.law.order_terms import KEEPING, last_day
from fileroom.people.borne import may_bear
from fileroom.people.mailboxes import folded, may_fold_to
from fileroom.people.models import (
    Account,
    Contact,
    CourtOrder,
    CourtOrderChild,
    Employee,
    OrderNamesake,
    Relationship,
    Student,
)
from fileroom.people.models.orders import BINDING
from fileroom.people.names import (
    employee_name,
    may_be_one_name,
    person_name,
    shares_family_name,
    student_names,
    words_of,
)

YES, NO = OrderNamesake.Answer.YES, OrderNamesake.Answer.NO
FAMILY_ALONE = Q(answer="", grounds=OrderNamesake.Ground.FAMILY)  # asked, and by nothing but the family's name
IS_IT = Q(answer=YES)


@dataclass(frozen=True)
class Bound:
    """Somebody whom an order that nobody has lifted names as restrained. Past its end it still does. `also`: name and
    family name of each row of which it was said that it is the same person; `others`: the rows, of contacts and of
    employees, of which it was said that it is somebody else."""

    name: str
    family: str
    also: tuple[tuple[str, str], ...] = ()
    others: frozenset[UUID] = frozenset()

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Each name of this person, with the family's."""
        return ((self.name, self.family), *self.also)

    def is_named(self, name: str) -> bool | None:
        """Is this a name of this person? None: not known, where it is the family's and the rest another's. Of a row
        that was said to be the same person it is known who that is: the family of that row is in no doubt."""
        of_the_row = None if not words_of(self.name) or not words_of(name) else may_be_one_name(self.name, name)
        if of_the_row is False and shares_family_name(name, self.family):
            of_the_row = None
        return either(of_the_row, *(may_be_one_name(whole, name) for whole, _ in self.also))

    def may_be(self, row: UUID, name: str) -> bool:
        """May this row be the same person's, by its name? Not where it was said to be somebody else's."""
        return row not in self.others and any(may_be_one_name(whole, name) for whole, _ in self.names)


def may_be_one_person(one: str, other: str) -> bool:
    """Could two rows of these names be one person's? A name without a letter tells nothing; the family's alone neither,
    for everybody around a child may have it."""
    return not words_of(one) or not words_of(other) or may_be_one_name(one, other)


def bound_people(student_id: UUID, *, on: date) -> dict[UUID, Bound]:
    """Everybody an order on this child names as restrained, and that nobody has lifted, by contact."""
    orders = list(_binding(student_id, on).filter(restrained__isnull=False).select_related("restrained"))
    said = _said_of(it.id for it in orders)
    rows: dict[UUID, Contact] = {}
    names: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    others: dict[UUID, set[UUID]] = defaultdict(set)
    for order in orders:
        same = [it for it in said[order.id] if it.answer == YES]
        them = [it for it in (order.restrained, *(it.contact for it in same)) if it]
        no = {who for it in said[order.id] if it.answer == NO and (who := it.contact_id or it.employee_id)}
        for row in them:
            rows[row.id] = row
            names[row.id] |= {*map(_names, them), *(_names(it.employee) for it in same if it.employee)}
            others[row.id] |= no
    return {
        id_: Bound(*_names(row), tuple(sorted(names[id_] - {_names(row)})), frozenset(others[id_] - set(rows)))
        for id_, row in rows.items()
    }


def _said_of(orders: Iterable[UUID]) -> Mapping[UUID, list[OrderNamesake]]:
    """What was said of each row that may be whom one of these orders names, by the order."""
    found: dict[UUID, list[OrderNamesake]] = defaultdict(list)
    rows = OrderNamesake.objects.filter(order__in=list(orders)).exclude(answer="")
    for it in rows.select_related("contact", "employee"):
        found[it.order_id].append(it)
    return found


def _names(row: Contact | Employee) -> tuple[str, str]:
    """Somebody's name, and the family's."""
    return (person_name(row) if isinstance(row, Contact) else employee_name(row)), row.family


def rows_of(barred: Mapping[UUID, Bound]) -> set[UUID]:
    """The contacts that are these people, or may be another row of one of them: the same name as another clerk writes
    it, in any child's file; but for those of which who keeps the order has said that it is somebody else."""
    alike = Contact.objects.filter(may_bear(name for it in barred.values() for name, _ in it.names))
    return {*barred, *(it.id for it in alike if any(who.may_be(it.id, person_name(it)) for who in barred.values()))}


def sign_in_names(people: Collection[UUID]) -> list[str]:
    """The names that these contacts sign in with, or once did."""
    return list(Account.objects.filter(contact__in=people).values_list("sign_in_name", flat=True))


def students_sign_in_names(barred: Collection[Bound], student_id: UUID) -> list[str]:
    """The names that other students sign in with who may be one of these by their name, of those who have a contact in
    common with this child: a grown brother may be barred as somebody of nobody's file."""
    people = Relationship.objects.filter(student=student_id).values("contact")
    kin = Student.objects.filter(relationship__contact__in=people, account__isnull=False).exclude(pk=student_id)
    found = [(it, name) for it in kin.select_related("account").distinct() for name in student_names(it)]
    return [it.account.sign_in_name for it, name in found if any(who.may_be(it.id, name) for who in barred)]


def employees_written_to(box: str, *, on: date) -> list[tuple[UUID, str]]:
    """Employees who are here and are written to, or sign in, by this folded mailbox: each one's id and name."""
    here = Employee.objects.filter(Q(left_on=None) | Q(left_on__gte=on)).select_related("account")
    found = here.filter(may_fold_to("email", [box]) | may_fold_to("account__sign_in_name", [box]))
    signs_in = [(it, it.account.sign_in_name if hasattr(it, "account") else "") for it in found]
    return [(it.id, employee_name(it)) for it, name in signs_in if box in map(folded, (it.email, name))]


def has_namesake(contact: Contact, student_id: UUID, *, on: date) -> bool:
    """Is somebody else of this contact's name on the student's file, or bound by an order on it?

    Which of the two, it does not say: the difference would name whom an order binds. Of whom it was said that this
    contact is somebody else, nothing is left to look at.
    """
    bound = [id_ for id_, it in bound_people(student_id, on=on).items() if contact.id not in it.others]
    on_file = Contact.objects.filter(Q(relationship__student_id=student_id) | Q(pk__in=bound))
    names = [person_name(it) for it in on_file.exclude(pk=contact.pk).distinct()]
    return any(may_be_one_person(person_name(contact), name) for name in names)


def names_nobody(student_id: UUID, *, on: date) -> bool:
    """Is there such an order on this child that does not say whom it restrains? It may be anybody."""
    return _binding(student_id, on).filter(restrained__isnull=True).exists()


def past_its_end(student_id: UUID, contact_id: UUID, *, on: date, collecting: bool = False) -> list[UUID]:
    """The orders that bound this contact towards the child until a day that has passed, on their face or by law, and
    that nobody has lifted; `collecting`: those too that kept them from collecting the child, and from no record."""
    those = Q(kind__in=BINDING) | Q(term__in=KEEPING if collecting else ())
    also = OrderNamesake.objects.filter(IS_IT, contact=contact_id).values("order_id")
    whom = Q(restrained=contact_id) | Q(pk__in=also)
    found = _not_lifted(student_id, on).filter(those, whom, claimed=False)
    ends = {it.id: last_day(it.term or it.kind, it.from_on, it.to_on, **it.made) for it in found}
    return [id_ for id_, end in ends.items() if end is not None and end < on]


def naming(orders: Collection[UUID], account: Account) -> set[UUID]:
    """Those of these orders that name this employee as restrained, or may: of them they are told nothing by any
    office."""
    return naming_employee(orders, account.employee) if account.employee else set()


def naming_employee(orders: Collection[UUID], employee: Employee) -> set[UUID]:
    """The same of an employee, signed in or not."""
    if not orders:
        return set()
    with district_transaction():
        rows = CourtOrder.objects.filter(pk__in=list(orders)).select_related("restrained")
        people: list[tuple[UUID, Contact | Employee | None]] = [(row.id, row.restrained) for row in rows]
        said_so = [it for of in _said_of(orders).values() for it in of if it.answer == YES]
        people += [(it.order_id, it.contact or it.employee) for it in said_so]
        said = OrderNamesake.objects.filter(order__in=list(orders), employee=employee).exclude(FAMILY_ALONE)
        by_order = dict(said.values_list("order_id", "answer"))
    own = employee_name(employee)
    by_name = {id_ for id_, it in people if it and Bound(*_names(it)).is_named(own)}
    somebody_else = {id_ for id_, answer in by_order.items() if answer == NO}
    return (by_name | set(by_order)) - somebody_else


def kept_from(students: Collection[UUID], employee: Employee) -> set[UUID]:
    """Those of these students on whom an order that nobody has lifted names this employee, or may."""
    with district_transaction():
        rows = CourtOrderChild.objects.filter(student__in=list(students), order__lifted_on=None)
        standing = list(rows.values_list("student_id", "order_id"))
        named = naming_employee({order for _, order in standing}, employee)
    return {student for student, order in standing if order in named}


def kept_out_of(orders: Collection[UUID], employee: Employee) -> set[UUID]:
    """Those of these orders of which this employee is told nothing by any office: they name them, or may; or another
    that stands on one of their children does."""
    with district_transaction():
        rows = CourtOrderChild.objects.filter(order__in=list(orders))
        children = list(rows.values_list("order_id", "student_id"))
        away = kept_from({student for _, student in children}, employee)
    return naming_employee(orders, employee) | {order for order, student in children if student in away}


def newest_order(student_id: UUID) -> datetime | None:
    """When the newest order came of those on this student that nobody has lifted, or when it was last said that one of
    them names somebody under another row too. Part of the open transaction."""
    orders = CourtOrder.objects.filter(courtorderchild__student_id=student_id, lifted_on=None)
    came = orders.aggregate(newest=Max("received_at"))["newest"]
    said = OrderNamesake.objects.filter(IS_IT, order__in=orders).aggregate(newest=Max("answered_at"))["newest"]
    return max((it for it in (came, said) if it is not None), default=None)


def _binding(student_id: UUID, on: date) -> QuerySet[CourtOrder]:
    return _not_lifted(student_id, on).filter(kind__in=BINDING)


def _not_lifted(student_id: UUID, on: date) -> QuerySet[CourtOrder]:
    return CourtOrder.objects.filter(courtorderchild__student_id=student_id, lifted_on__isnull=True, from_on__lte=on)


def either(*truths: bool | None) -> bool | None:
    """True where one is; else not known where one is not known."""
    return True if True in truths else None if None in truths else False


def both(one: bool | None, other: bool | None) -> bool | None:
    """False where one is; else not known where one is not known."""
    return False if False in (one, other) else None if None in (one, other) else True
