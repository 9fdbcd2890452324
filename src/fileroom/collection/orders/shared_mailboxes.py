"""Does somebody else read the mailbox of who works here? A link that lets its reader in goes by no mail to such a one:
two who live together may have one mailbox, and whom an order restrains is not to be in the other's account.

Any family that signs in by the mailbox counts, with an order or without: a refusal alone tells nobody of an order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from uuid import UUID

from fileroom.collection.orders.ways import keyed, mailbox
from fileroom.people.mailboxes import may_fold_to
from fileroom.people.models import Account, CourtOrder, Employee, OrderNamesake


def is_read_by_another(who: Employee) -> bool:
    """Is their mailbox one that a family reads too? Part of the open transaction."""
    return bool(read_by_others([who]))


def read_by_others(people: Collection[Employee]) -> set[UUID]:
    """Those of these employees whose mailbox somebody else reads: by what was kept of the mailboxes of those whom an
    order restrains that nobody has lifted, past its end or claimed by a list too, and by what families sign in with. No
    card is opened. Whoever was not said to be the reader is another, whatever their name: the link is handed over. Part
    of the open transaction."""
    boxes = {it.id: mailbox(it.email) for it in people}
    looked_at = keyed(set().union(*boxes.values()))
    if not looked_at:
        return set()
    readers: dict[str, list[Set[UUID]]] = defaultdict(list)
    for box, same in _readers(looked_at):
        readers[box].append(same)
    return {who for who, theirs in boxes.items() if any(who not in same for box in theirs for same in readers[box])}


def _readers(looked_at: Mapping[str, str]) -> Iterator[tuple[str, Set[UUID]]]:
    """Who reads one of these mailboxes, each known by its key: whom an order restrains, under each of their rows, and
    every other family. Of each the mailbox, and the employees who were said to be this person."""
    orders = list(CourtOrder.objects.filter(lifted_on=None, restrained__isnull=False))
    said: dict[UUID, list[OrderNamesake]] = defaultdict(list)
    for it in OrderNamesake.objects.filter(order__in=[it.id for it in orders], answer=OrderNamesake.Answer.YES):
        said[it.order_id].append(it)
    bound: dict[UUID | None, list[Set[UUID]]] = defaultdict(list)
    for order in orders:
        same = {it.employee_id for it in said[order.id] if it.employee_id}
        yield from ((box, same) for box, key in looked_at.items() if key in order.mailboxes)
        for row in {order.restrained_id, *(it.contact_id for it in said[order.id] if it.contact_id)}:
            bound[row].append(same)
    families = Account.objects.filter(may_fold_to("sign_in_name", looked_at), employee=None)
    for contact, name in families.values_list("contact_id", "sign_in_name"):
        yield from ((box, same) for box in mailbox(name) for same in bound.get(contact) or [set()])
