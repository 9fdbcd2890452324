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
from fileroom.people.models import Account, CourtOrder, Employee, OrderNamesake
from fileroom.people.names import employee_name, full_name, person_name, words_of


@dataclass(frozen=True)
class _Reader:
    """Somebody of a family, and the mailboxes they read. `same`: the employees who were said to be this person."""

    name: str
    boxes: frozenset[str]
    same: frozenset[UUID] = frozenset()

    def is_another_than(self, who: Employee) -> bool:
        """Whoever may be the same is another, until it is said: so the link is handed over."""
        return who.id not in self.same and sorted(words_of(self.name)) != sorted(words_of(employee_name(who)))


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
    orders = list(CourtOrder.objects.filter(lifted_on=None, restrained__isnull=False))
    said: dict[UUID, list[OrderNamesake]] = {it.id: [] for it in orders}
    for answer in OrderNamesake.objects.filter(order__in=list(said), answer=OrderNamesake.Answer.YES):
        said[answer.order_id].append(answer)
    bound = {it for order in orders for it in _himself(order, said[order.id])}
    accounts = _accounts(looked_at, bound)
    by_contact = {it.contact_id: it.sign_in_name for it in accounts if it.contact_id}
    for order in orders:
        yield _restrained(order, said[order.id], looked_at, by_contact)
    for it in accounts:
        if it.contact_id not in bound:
            name = person_name(it.contact) if it.contact else full_name(it.student) if it.student else ""
            yield _Reader(name, frozenset(mailbox(it.sign_in_name)))


def _himself(order: CourtOrder, same: Iterable[OrderNamesake]) -> set[UUID]:
    """The row that an order names as restrained, and each that was said to be the same person."""
    return {it for it in (order.restrained_id, *(row.contact_id for row in same)) if it}


def _accounts(looked_at: Iterable[str], bound: Collection[UUID]) -> list[Account]:
    """What whom an order restrains signs in with, and each of a family or a student at the hosts of these mailboxes."""
    hosts = {host for box in looked_at for host in hosts_of(box)}
    there = [Q(sign_in_name__iendswith=f"@{host}") for host in sorted(hosts)]
    rows = Account.objects.filter(Q.create([Q(contact__in=bound), *there], connector=Q.OR), employee=None)
    return list(rows.select_related("contact", "student"))


def _restrained(
    order: CourtOrder, same: Sequence[OrderNamesake], looked_at: Mapping[str, str], signs_in: Mapping[UUID, str]
) -> _Reader:
    """Whom this order names, under each of their rows, and what is known of their mailboxes. No name is given: that an
    employee is the very person is said, and not guessed."""
    kept = set(order.mailboxes)
    boxes = {box for box, key in looked_at.items() if key in kept}
    boxes |= {box for it in _himself(order, same) if it in signs_in for box in mailbox(signs_in[it])}
    return _Reader("", frozenset(boxes), frozenset(it.employee_id for it in same if it.employee_id))
