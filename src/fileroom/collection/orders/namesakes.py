"""Whom an order restrains may stand here under another row: spelt otherwise, under another name with the same mailbox,
or as an employee. Who keeps the order is asked of each (`telling_apart`).

A contact of the children is likely to be that person by the name; by the same e-mail address or mobile telephone; or by
the same given name with the same telephone or address. An employee by the name, or by the same e-mail address. That two
have one home says nothing by itself: a household is no person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import Q

from fileroom.collection.orders.desk import children_of
from fileroom.collection.orders.duties import owe_whether_it_is
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.bound import sign_in_names
from fileroom.people.mailboxes import folded
from fileroom.people.models import Account, Contact, CourtOrder, Employee, OrderNamesake, Relationship
from fileroom.people.models.orders import DIGEST_LENGTH
from fileroom.people.names import employee_name, may_be_one_given_name, may_be_one_name, person_name, words_of
from fileroom.records import queries as shelves
from fileroom.records.models import Record, Version
from fileroom.records.opening_many import Opening, open_many_logged

CARD, HOME = "contact_and_household", "parent_name_and_address"
ADDRESS = ("street", "postal_code")
DIGITS = 10  # of a telephone number, without its country's


@dataclass
class Ways:
    """How one person is reached, each folded: mailboxes and mobile telephones, and what a household shares: its
    telephone and its home."""

    own: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Staff:
    """Who is employed here today, each with their mailboxes; `digest` tells whether any of that has changed."""

    people: Sequence[tuple[Employee, frozenset[str]]]
    digest: str


def staff(*, at: datetime) -> Staff:
    """As of this day. Joins an open transaction."""
    addresses: dict[UUID, set[str]] = defaultdict(set)
    for id_, name in Account.objects.exclude(employee=None).values_list("employee", "sign_in_name"):
        addresses[id_].add(name)
    here = Employee.objects.filter(Q(left_on=None) | Q(left_on__gte=district_day(at))).order_by("id")
    people = [(it, frozenset(folded(one) for one in (it.email, *addresses[it.id]) if "@" in one)) for it in here]
    return Staff(people, _digest(f"{it.id}{employee_name(it)}{sorted(mails)}" for it, mails in people))


def _digest(of: Iterable[str]) -> str:
    return sha256("\n".join(of).encode()).hexdigest()[: DIGEST_LENGTH // 2]


@dataclass(frozen=True)
class Look:
    """One look at one order. `by`: who files it, or the program."""

    order: CourtOrder
    by: Actor
    at: datetime

    def __call__(self, staff: Staff) -> None:
        """Have who keeps the order asked of each who may be whom it restrains, once. Part of the open transaction.

        Cards are opened when any of them was written anew since the last look, and nothing is compared again where
        neither cards nor people have changed.
        """
        whom = self.order.restrained
        if whom is None:
            return
        people = self._of_the_file(children_of(self.order))
        rows = [row for item in (CARD, HOME) for row in shelves.versions_about([it.id for it in (whom, *people)], item)]
        cards = _digest(sorted(str(version.id) for _, version in rows))
        signs_in = sorted(sign_in_names([it.id for it in (whom, *people)]))
        named = _digest([staff.digest, *signs_in, *(f"{it.id}{person_name(it)}" for it in (whom, *people))])
        if self.order.compared == cards + named:
            return
        if self.order.compared.startswith(cards):  # of the others nothing is new but names: his alone are opened again
            rows = [(record, version) for record, version in rows if record.about == whom.id]
        self.order.compared = cards + named
        self.order.save(update_fields=["compared"])
        ways = self._ways([whom, *people], rows)
        found = [OrderNamesake(order=self.order, contact=it) for it in people if _likely(whom, it, ways)]
        found += [OrderNamesake(order=self.order, employee=it) for it in _at_work(whom, ways[whom.id], staff)]
        asked = set(OrderNamesake.objects.filter(order=self.order).values_list("contact_id", "employee_id"))
        self._ask([it for it in found if (it.contact_id, it.employee_id) not in asked])

    def _of_the_file(self, children: Collection[UUID]) -> list[Contact]:
        """The contacts of its children, but for whom it names."""
        tied = Relationship.objects.filter(student__in=children).exclude(standing="refuted").values("contact_id")
        named = [it for it in (self.order.restrained_id, self.order.protected_id) if it]
        return list(Contact.objects.filter(pk__in=tied).exclude(pk__in=named).order_by("search_name", "id"))

    def _ways(self, people: Sequence[Contact], rows: Sequence[tuple[Record, Version]]) -> Mapping[UUID, Ways]:
        """How each is reached, by what they sign in with and by these cards and homes, each opened with its line under
        seal."""
        found: dict[UUID, Ways] = {it.id: Ways() for it in people}
        for it in people:
            found[it.id].own |= {folded(name) for name in sign_in_names([it.id]) if "@" in name}
        for whose, said in self._opened(rows):
            own, shared = _said(said)
            found[whose].own |= own
            found[whose].shared |= shared
        return found

    def _opened(self, rows: Sequence[tuple[Record, Version]]) -> Iterator[tuple[UUID, Mapping[str, object]]]:
        openings = [Opening(record, version, self._compared(record)) for record, version in rows]
        for it, contents in zip(openings, open_many_logged(openings), strict=True):
            if contents and it.record.about:
                yield it.record.about, contents.fields

    def _compared(self, record: Record) -> ledger.Event:
        return ledger.event(
            Act.ORDER_COMPARED, student=record.student_id, record=record.id, part=record.item, by=self.by, sealed=True,
            at=self.at,
        )  # fmt: skip

    def _ask(self, rows: Sequence[OrderNamesake]) -> None:
        """Its custodians owe an answer, the same day. One entry under seal for each child."""
        for row in rows:
            events = [
                ledger.event(
                    Act.DUTY_NOTED, student=child, record=self.order.id, part=str(row.id), by=self.by,
                    sealed=True, at=self.at,
                )
                for child in children_of(self.order)
            ]  # fmt: skip
            ledger.write_many(events)
            row.noticed_at, row.noticed_entry = self.at, events[0].id
            row.save(force_insert=True)
            owe_whether_it_is(self.order, row.id, events[0].id, at=self.at)


def _at_work(whom: Contact, ways: Ways, staff: Staff) -> Iterator[Employee]:
    for it, mailboxes in staff.people:
        if ways.own & mailboxes or may_be_one_name(person_name(whom), employee_name(it)):
            yield it


def _likely(whom: Contact, other: Contact, ways: Mapping[UUID, Ways]) -> bool:
    his, theirs = ways[whom.id], ways[other.id]
    if may_be_one_name(person_name(whom), person_name(other)) or his.own & theirs.own:
        return True
    in_common = (his.shared | his.own) & (theirs.shared | theirs.own)
    return bool(in_common) and may_be_one_given_name(whom.given, other.given)


def _said(fields: Mapping[str, object]) -> tuple[set[str], set[str]]:
    """What a card or a home says is somebody's own, and what a household shares."""
    text = {key: str(value or "").strip() for key, value in fields.items()}
    own = {folded(text["email"])} if "@" in text.get("email", "") else set()
    own |= _number(text.get("mobile", ""))
    shared = _number(text.get("telephone", ""))
    if all(text.get(it) for it in ADDRESS):
        shared.add(" ".join((*words_of(text["street"]), *(_digits(text[it]) for it in ADDRESS))))
    return own, shared


def _number(written: str) -> set[str]:
    digits = _digits(written)[-DIGITS:]
    return {digits} if len(digits) == DIGITS else set()


def _digits(written: str) -> str:
    return "".join(it for it in written if it.isdecimal())
