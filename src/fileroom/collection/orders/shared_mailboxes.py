"""Does somebody else read the mailbox of who works here? A link that lets its reader in goes by no mail to such a one:
two who live together may have one mailbox, and whom an order restrains is not to be in the other's account.

Any family that signs in by the mailbox counts, with an order or without: a refusal alone tells nobody of an order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from fileroom.collection.orders.ways import keyed, mailbox
from fileroom.people.mailboxes import hosts_of
from fileroom.people.models import Account, Contact, CourtOrder, Employee, OrderNamesake
from fileroom.people.names import employee_name, may_be_one_name, person_name

YES, NO = OrderNamesake.Answer.YES, OrderNamesake.Answer.NO


@dataclass(frozen=True)
class _Reader:
    """Somebody of a family, and the mailboxes they read. `same`, `others`: the employees who were said to be this
    person, or somebody else; `beside`: whom the order protects from them, and who is not they, whatever the name."""

    names: tuple[str, ...]
    boxes: frozenset[str]
    same: frozenset[UUID] = frozenset()
    others: frozenset[UUID] = frozenset()
    beside: str = ""

    def is_another_than(self, who: Employee) -> bool:
        """Who is merely asked about, for the mailbox that both have, is another: so the link is handed over."""
        if who.id in self.same or who.id in self.others:
            return who.id not in self.same
        own = employee_name(who)
        return not any(may_be_one_name(it, own) for it in self.names) or may_be_one_name(self.beside, own)


def is_read_by_another(who: Employee) -> bool:
    """Is their mailbox one that a family reads too? Part of the open transaction."""
    return bool(read_by_others([who]))


def read_by_others(people: Collection[Employee]) -> set[UUID]:
    """Those of these employees whose mailbox somebody else reads: by what was kept of the mailboxes of those whom an
    order restrains that nobody has lifted, past its end or claimed by a list too, and by what families sign in with. No
    card is opened. Part of the open transaction."""
    boxes = {it.id: mailbox(it.email) for it in people}
    looked_at = keyed(set().union(*boxes.values()))
    if not looked_at:
        return set()
    readers: dict[str, list[_Reader]] = {}
    for it in _readers(looked_at):
        for box in it.boxes:
            readers.setdefault(box, []).append(it)
    return {
        who.id for who in people
        if any(it.is_another_than(who) for box in boxes[who.id] for it in readers.get(box, ()))
    }  # fmt: skip


def _readers(looked_at: Mapping[str, str]) -> Iterator[_Reader]:
    """Who reads one of these mailboxes, each known by its key: whom an order restrains, and every other family."""
    rows = CourtOrder.objects.filter(lifted_on=None, restrained__isnull=False)
    orders = list(rows.select_related("restrained", "protected"))
    said: dict[UUID, list[OrderNamesake]] = {it.id: [] for it in orders}
    for answer in OrderNamesake.objects.filter(order__in=list(said)).exclude(answer="").select_related("contact"):
        said[answer.order_id].append(answer)
    bound = {it.id for order in orders for it in _himself(order, said[order.id])}
    accounts = _accounts(looked_at, bound)
    for order in orders:
        yield _restrained(order, said[order.id], looked_at, accounts)
    for it in accounts.values():
        if it.contact is not None and it.contact.id not in bound:
            yield _Reader((person_name(it.contact),), frozenset(mailbox(it.sign_in_name)))


def _himself(order: CourtOrder, said: Iterable[OrderNamesake]) -> list[Contact]:
    """The row that an order names as restrained, and each that was said to be the same person."""
    same = [it.contact for it in said if it.answer == YES and it.contact]
    return [order.restrained, *same] if order.restrained else same


def _accounts(looked_at: Iterable[str], bound: Collection[UUID]) -> dict[UUID | None, Account]:
    """What whom an order restrains signs in with, and each of a family at the hosts of these mailboxes, by contact."""
    hosts = {host for box in looked_at for host in hosts_of(box)}
    there = [Q(sign_in_name__iendswith=f"@{host}") for host in sorted(hosts)]
    rows = Account.objects.filter(Q.create([Q(contact__in=bound), *there], connector=Q.OR), contact__isnull=False)
    return {it.contact_id: it for it in rows.select_related("contact")}


def _restrained(
    order: CourtOrder,
    said: Sequence[OrderNamesake],
    looked_at: Mapping[str, str],
    accounts: Mapping[UUID | None, Account],
) -> _Reader:
    """Whom this order names, under each of their rows, and what is known of their mailboxes."""
    contacts, kept = _himself(order, said), set(order.mailboxes)
    boxes = {box for box, key in looked_at.items() if key in kept}
    boxes |= {box for it in contacts if it.id in accounts for box in mailbox(accounts[it.id].sign_in_name)}
    same, others = (
        frozenset(it.employee_id for it in said if it.employee_id and it.answer == answer) for answer in (YES, NO)
    )
    beside = person_name(order.protected) if order.protected else ""
    return _Reader(tuple(map(person_name, contacts)), frozenset(boxes), same, others, beside)
