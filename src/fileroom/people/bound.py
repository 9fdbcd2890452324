"""Whom the orders on a child name as restrained: whether or not the file has a tie between the two."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, Func, Q, QuerySet

from fileroom.hosting import district_transaction
from fileroom.law.order_terms import KEEPING, last_day
from fileroom.people.models import Account, Contact, CourtOrder, Employee, OrderNamesake
from fileroom.people.models.orders import BINDING
from fileroom.people.names import employee_name, may_be_one_name, person_name, shares_family_name, words_of

# Of a family's name as it is written the letters alone, small and without their accents: Núñez-Díaz is nunezdiaz.
FAMILY_LETTERS = Func(
    "family",
    template="regexp_replace(lower(normalize(%(expressions)s, NFKD)), '[^[:alnum:]]', '', 'g')",
    output_field=CharField(),
)

IS_IT = Q(answer=OrderNamesake.Answer.YES)


@dataclass(frozen=True)
class Bound:
    """Somebody whom an order that nobody has lifted names as restrained. Past its end it still does."""

    name: str
    family: str

    def is_named(self, name: str) -> bool | None:
        """Is this a name of this person? None: not known, where it is the family's and the rest another's."""
        if not words_of(self.name) or not words_of(name):
            return None
        if may_be_one_name(self.name, name):
            return True
        return None if shares_family_name(name, self.family) else False


def may_be_one_person(one: str, other: str) -> bool:
    """Could two rows of these names be one person's? A name without a letter tells nothing; the family's alone neither,
    for everybody around a child may have it."""
    return not words_of(one) or not words_of(other) or may_be_one_name(one, other)


def bound_people(student_id: UUID, *, on: date) -> dict[UUID, Bound]:
    """Everybody an order on this child names as restrained, and that nobody has lifted, by contact."""
    binding = _binding(student_id, on).filter(restrained__isnull=False)
    also = OrderNamesake.objects.filter(IS_IT, order__in=binding.values("pk"), contact__isnull=False)
    whom = Q(pk__in=binding.values("restrained_id")) | Q(pk__in=also.values("contact_id"))
    return {it.id: Bound(person_name(it), it.family) for it in Contact.objects.filter(whom)}


def rows_of(barred: Mapping[UUID, Bound]) -> set[UUID]:
    """The contacts that are these people, or may be another row of one of them: the same name as another clerk writes
    it, in any child's file."""
    named = {it.name for it in barred.values()}
    words = {word for it in barred.values() for word in words_of(it.family)}
    families = Q.create([Q(letters__contains=word) for word in words], connector=Q.OR)
    alike = Contact.objects.annotate(letters=FAMILY_LETTERS).filter(families) if words else []
    return {*barred, *(it.id for it in alike if any(may_be_one_name(person_name(it), name) for name in named))}


def sign_in_names(people: Collection[UUID]) -> list[str]:
    """The names that these contacts sign in with, or once did."""
    return list(Account.objects.filter(contact__in=people).values_list("sign_in_name", flat=True))


def employees_written_to(host: str, *, on: date) -> list[tuple[str, tuple[str, str]]]:
    """Employees who are here and are written to at this host: each one's name, e-mail address and sign-in name."""
    here = Employee.objects.filter(Q(left_on=None) | Q(left_on__gte=on)).select_related("account")
    found = here.filter(Q(email__iendswith=f"@{host}") | Q(account__sign_in_name__iendswith=f"@{host}"))
    return [(employee_name(it), (it.email, it.account.sign_in_name if hasattr(it, "account") else "")) for it in found]


def has_namesake(contact: Contact, student_id: UUID, *, on: date) -> bool:
    """Is somebody else of this contact's name on the student's file, or bound by an order on it?

    Which of the two, it does not say: the difference would name whom an order binds.
    """
    on_file = Contact.objects.filter(Q(relationship__student_id=student_id) | Q(pk__in=bound_people(student_id, on=on)))
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
    ends = {it.id: last_day(it.kind, it.from_on, it.to_on) for it in found}
    return [id_ for id_, end in ends.items() if end is not None and end < on]


def naming(orders: Collection[UUID], account: Account) -> set[UUID]:
    """Those of these orders that name this employee as restrained, or may: of them they are told nothing by any
    office."""
    return naming_employee(orders, account.employee) if account.employee else set()


def naming_employee(orders: Collection[UUID], employee: Employee) -> set[UUID]:
    """The same of an employee, signed in or not."""
    with district_transaction():
        rows = CourtOrder.objects.filter(pk__in=list(orders)).select_related("restrained")
        people = [(row.id, row.restrained) for row in rows if row.restrained]
        said = OrderNamesake.objects.filter(order__in=list(orders), employee=employee)
        by_order = dict(said.values_list("order_id", "answer"))
    own = employee_name(employee)
    by_name = {id_ for id_, it in people if Bound(person_name(it), it.family).is_named(own)}
    somebody_else = {id_ for id_, answer in by_order.items() if answer == OrderNamesake.Answer.NO}
    return (by_name | set(by_order)) - somebody_else


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
