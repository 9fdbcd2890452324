"""Whom an order restrains may stand here under another row: spelt otherwise, under another name with the same mailbox,
or as an employee. Who keeps the order is asked of each (`telling_apart`).

A contact of the children is likely to be that person by the name; by the same e-mail address or mobile telephone; or by
the same given name with the same telephone or address. An employee by the name, or by the same e-mail address; and who
keeps the records of the child's school by the family's name alone, which shuts the order to them until it is said. That
two have one home says nothing by itself: a household is no person. What was said to be the same person is looked at as
one.
Two of other given names who write one mailbox on their cards are asked about, and nothing is in doubt about one whose
tie was verified: what is mailed there is withheld (disclosure.reaching).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import Q

from fileroom.collection.orders.desk import children_of
from fileroom.collection.orders.duties import owe_whether_it_is, schools_of
from fileroom.collection.orders.ways import Ways, keyed, mailbox, said
from fileroom.hosting import savepoint
from fileroom.law.days import district_day
from fileroom.law.order_terms import NAMES_SOMEBODY
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import Account, Contact, CourtOrder, Custodian, Employee, OrderNamesake, Relationship
from fileroom.people.models.orders import BINDING, DIGEST_LENGTH
from fileroom.people.models.rows import held
from fileroom.people.names import (
    employee_name,
    may_be_one_given_name,
    may_be_one_name,
    person_name,
    shares_family_name,
)
from fileroom.records import queries as shelves
from fileroom.records.contents import Contents
from fileroom.records.models import Record, Version
from fileroom.records.opening_many import Opening, open_many_logged

CARD, HOME = "contact_and_household", "parent_name_and_address"
YES, NO = OrderNamesake.Answer.YES, OrderNamesake.Answer.NO
Ground = OrderNamesake.Ground


@dataclass(frozen=True)
class Staff:
    """Who is employed here today, each with the keyed digests of their mailboxes; the schools of which who is the
    custodian of records (None: of the district); `digest` tells whether any of that has changed."""

    people: Sequence[tuple[Employee, frozenset[str]]]
    keep: Mapping[UUID, Set[UUID | None]]
    digest: str


def staff(*, at: datetime) -> Staff:
    """As of this day. Joins an open transaction."""
    addresses: dict[UUID, set[str]] = defaultdict(set)
    for id_, name in Account.objects.exclude(employee=None).values_list("employee", "sign_in_name"):
        addresses[id_].add(name)
    here = Employee.objects.filter(Q(left_on=None) | Q(left_on__gte=district_day(at))).order_by("id")
    boxes = {it.id: {box for one in (it.email, *addresses[it.id]) for box in mailbox(one)} for it in here}
    known_by = keyed({box for those in boxes.values() for box in those})
    people = [(it, frozenset(known_by[box] for box in boxes[it.id])) for it in here]
    keep: dict[UUID, set[UUID | None]] = defaultdict(set)
    for id_, school in Custodian.objects.filter(held(district_day(at))).values_list("employee_id", "school_id"):
        keep[id_].add(school)
    called = (f"{it.id}{employee_name(it)}{sorted(mails)}{sorted(map(str, keep[it.id]))}" for it, mails in people)
    return Staff(people, keep, _digest(called))


def _digest(of: Iterable[str]) -> str:
    return sha256("\n".join(of).encode()).hexdigest()[: DIGEST_LENGTH // 2]


def names_somebody(order: CourtOrder) -> bool:
    """Does it take something from somebody, who may stand here under another row?"""
    return order.kind in BINDING or (order.term or order.kind) in NAMES_SOMEBODY


@dataclass(frozen=True)
class _Himself:
    """Whom an order restrains: the row that it names, and each that was said to be the same person."""

    contacts: Sequence[Contact]
    employees: Sequence[Employee]

    @property
    def names(self) -> list[str]:
        return [*map(person_name, self.contacts), *map(employee_name, self.employees)]

    @property
    def given(self) -> list[str]:
        return [*(it.given for it in self.contacts), *(it.given for it in self.employees)]

    def is_called(self, name: str) -> bool:
        """Is this, as another clerk writes it, a name of his?"""
        return any(may_be_one_name(it, name) for it in self.names)

    def may_be_called(self, name: str) -> bool:
        """Is the family's his? It leaves who keeps the child's records in doubt (people.bound), until two say no."""
        return any(shares_family_name(name, it.family) for it in self.contacts)


@dataclass(frozen=True)
class Look:
    """One look at one order. `by`: who files it, or the program. `picked`: whom it protects, as the one who files it
    says: a mailbox that two who live together write asks nothing about them, and anything else does as about others.
    `failed`: why a card could not be opened, of each: what it says is not known, and it is looked at again."""

    order: CourtOrder
    by: Actor
    at: datetime
    picked: UUID | None = None
    failed: list[Exception] = field(default_factory=list)

    def look(self, here: Staff) -> None:
        """Have who keeps the order asked of each who may be whom it restrains: once, and again where more speaks for it
        than when they said no. Part of the open transaction.

        Cards are opened when one of them, a name or a name that is signed in with is another than at the last look. Of
        whoever is employed nothing is opened: they are held against what is kept of his mailboxes, anew where a child
        has gone to another school.
        """
        if self.order.restrained is None:
            return
        before = list(OrderNamesake.objects.filter(order=self.order).select_related("contact", "employee"))
        same = [it for it in before if it.answer == YES]
        him = _Himself(
            [self.order.restrained, *(it.contact for it in same if it.contact)],
            [it.employee for it in same if it.employee],
        )
        people = self._of_the_file(children_of(self.order), [it.id for it in him.contacts])
        everybody = [*him.contacts, *people]
        rows = self._cards([it.id for it in everybody])
        signs_in = _sign_in_names([it.id for it in everybody])
        again = [it for it in everybody if it.id != self.picked]  # whom it protects is looked at once
        called = [f"{it.id}{person_name(it)}{sorted(signs_in[it.id])}" for it in again]
        called += [f"{it.id}{employee_name(it)}" for it in him.employees]
        file = _digest([*sorted(str(it.id) for of, it in rows if of.about != self.picked), *called])
        there = schools_of(self.order, district_day(self.at))  # whose custodian is asked about by the family's name
        compared = file + _digest([here.digest, *map(str, there)])
        if self.order.compared == compared:
            return
        found: list[tuple[OrderNamesake, set[str]]] = []
        if not self.order.compared.startswith(file):
            ways = self._ways(signs_in, everybody, rows)
            his = Ways.of_all(ways[it.id] for it in him.contacts)
            found += [
                (OrderNamesake(contact=it), _grounds(him, his, it, ways[it.id], signs_in[it.id])) for it in people
            ]
            kept = set(self.order.mailboxes) if self.failed else set()
            self.order.mailboxes = sorted(kept.union(keyed(his.mailboxes).values()))
        self.order.compared = "" if self.failed else compared
        self.order.save(update_fields=["compared", "mailboxes"])
        found += [(OrderNamesake(employee=it), by) for it, by in self._at_work(him, here, {None, *there})]
        self._ask([(row, grounds) for row, grounds in found if grounds and not self._lives_there(row, grounds)], before)

    def _lives_there(self, row: OrderNamesake, grounds: Set[str]) -> bool:
        """Is it whom the order is said to protect, with no more in common than those who live together have? A home
        speaks of the same given name alone (_grounds): that is his own second row as like as not."""
        return row.contact_id is not None and row.contact_id == self.picked and grounds <= {Ground.SHARED}

    def _of_the_file(self, children: Collection[UUID], himself: Collection[UUID]) -> list[Contact]:
        """The contacts of its children, but for whom it names."""
        tied = Relationship.objects.filter(student__in=children).exclude(standing="refuted").values("contact_id")
        named = [*himself, *([self.order.protected_id] if self.order.protected_id else [])]
        return list(Contact.objects.filter(pk__in=tied).exclude(pk__in=named).order_by("search_name", "id"))

    def _cards(self, people: Collection[UUID]) -> list[tuple[Record, Version]]:
        return [row for item in (CARD, HOME) for row in shelves.versions_about(people, item)]

    def _ways(
        self,
        signs_in: Mapping[UUID, set[str]],
        people: Sequence[Contact],
        rows: Sequence[tuple[Record, Version]],
    ) -> Mapping[UUID, Ways]:
        """How each is reached, by what they sign in with and by these cards and homes, each opened with its line under
        seal."""
        found = {it.id: Ways({box for name in signs_in[it.id] for box in mailbox(name)}) for it in people}
        for whose, fields in self._opened(rows):
            found[whose].add(said(fields))
        return found

    def _opened(self, rows: Sequence[tuple[Record, Version]]) -> Iterator[tuple[UUID, Mapping[str, object]]]:
        try:
            found = self._open(rows)
        except Exception:
            found = [contents for row in rows for contents in self._alone(row)]
        for (record, _), contents in zip(rows, found, strict=True):
            if contents and record.about:
                yield record.about, contents.fields

    def _open(self, rows: Sequence[tuple[Record, Version]]) -> list[Contents | None]:
        with savepoint():
            return open_many_logged([Opening(record, version, self._compared(record)) for record, version in rows])

    def _alone(self, row: tuple[Record, Version]) -> list[Contents | None]:
        """One card by itself: a damaged one keeps no order from being taken in, and no other card from being read."""
        try:
            return self._open([row])
        except Exception as error:
            self.failed.append(error)
            return [None]

    def _compared(self, record: Record) -> ledger.Event:
        return ledger.event(
            Act.ORDER_COMPARED, student=record.student_id, record=record.id, part=record.item, by=self.by, sealed=True,
            at=self.at,
        )  # fmt: skip

    def _at_work(self, him: _Himself, here: Staff, there: Set[UUID | None]) -> Iterator[tuple[Employee, set[str]]]:
        known = {it.id for it in him.employees}
        his = set(self.order.mailboxes).union(*(mails for it, mails in here.people if it.id in known))
        for it, mails in here.people:
            if it.id in known:
                continue
            by_name = him.is_called(employee_name(it))
            in_doubt = not by_name and bool(here.keep[it.id] & there) and him.may_be_called(employee_name(it))
            found = {Ground.NAME: by_name, Ground.MAILBOX: bool(his & mails), Ground.FAMILY: in_doubt}
            yield it, {ground.value for ground, so in found.items() if so}

    def _ask(self, found: Sequence[tuple[OrderNamesake, set[str]]], before: Sequence[OrderNamesake]) -> None:
        """Its custodians owe an answer, the same day, about each who is new, and about whoever was said to be somebody
        else before more spoke for it."""
        there = {(it.contact_id, it.employee_id): it for it in before}
        asked: list[OrderNamesake] = []
        for new, grounds in found:
            row = there.get((new.contact_id, new.employee_id), new)
            known = set(row.grounds.split())
            row.grounds = " ".join(sorted(known | grounds))
            if row is new:
                row.order = self.order
                asked.append(row)
            elif row.answer == NO and known and _more(grounds, known):
                row.answer, row.answered_at, row.answered_by, row.answered_entry = "", None, None, None
                row.no_first_at, row.no_first_by, row.no_first_entry = None, None, None
                asked.append(row)
            elif grounds - known:
                if _more(grounds, known):  # who said no at first did not know of it
                    row.no_first_at, row.no_first_by, row.no_first_entry = None, None, None
                row.save()
        entries = [self._noticed(row) for row in asked]
        for row, entry in zip(asked, entries, strict=True):  # once all are known: none of them is asked of oneself
            owe_whether_it_is(self.order, row, entry, at=self.at)

    def _noticed(self, row: OrderNamesake) -> UUID:
        row.noticed_at, row.noticed_entry = self.at, self.note(str(row.id))
        row.save()
        return row.noticed_entry

    def note(self, part: str) -> UUID:
        """That something is owed of it: one entry under seal for each child; the first."""
        events = [
            ledger.event(
                Act.DUTY_NOTED, student=child, record=self.order.id, part=part, by=self.by, sealed=True, at=self.at
            )
            for child in children_of(self.order)
        ]
        ledger.write_many(events)
        return events[0].id


def _sign_in_names(people: Collection[UUID]) -> Mapping[UUID, set[str]]:
    """What each of these contacts signs in with, or once did."""
    found: dict[UUID, set[str]] = {it: set() for it in people}
    rows = Account.objects.filter(contact__in=people).values_list("contact_id", "sign_in_name")
    for id_, name in rows:
        found[id_].add(name)
    return found


def _more(grounds: Set[str], known: Set[str]) -> bool:
    """Does more speak for it than was known? A home is little; a shared mailbox is nothing new beside a mailbox."""
    return bool(
        grounds - known - {Ground.HOME, Ground.FAMILY} - ({Ground.SHARED} if Ground.MAILBOX in known else set())
    )


def _grounds(him: _Himself, his: Ways, other: Contact, theirs: Ways, signs_in: Iterable[str]) -> set[str]:
    """By what this contact may be that person. What they sign in with is their own: who else reads it may enter."""
    shares_a_given_name = any(may_be_one_given_name(it, other.given) for it in him.given)
    has_one = bool(his.mailboxes & theirs.mailboxes)
    own = shares_a_given_name or any(mailbox(it) & his.mailboxes for it in signs_in)
    found = {
        Ground.NAME: him.is_called(person_name(other)),
        Ground.MAILBOX: has_one and own,
        Ground.SHARED: has_one and not own,
        Ground.MOBILE: bool(his.mobiles & theirs.mobiles),
        Ground.HOME: shares_a_given_name and bool((his.mobiles | his.shared) & (theirs.mobiles | theirs.shared)),
    }
    return {ground.value for ground, is_one in found.items() if is_one}
