"""Does somebody whom an order restrains read this mailbox? A link that lets its reader in goes by no mail to such a
one, whosever account it is: two who live together may have one mailbox, and the other is not to be in it."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q

from fileroom.collection.orders.ways import keyed, mailbox
from fileroom.people.models import Account, CourtOrder, OrderNamesake


def is_read_by_the_restrained(address: str) -> bool:
    """By what was kept of the mailboxes of those whom an order restrains that nobody has lifted, and by what they sign
    in with: no card is opened. Past its end, and claimed by a list, it restrains for this too. Part of the open
    transaction."""
    boxes = mailbox(address)
    if not boxes:
        return False
    standing = CourtOrder.objects.filter(lifted_on=None)
    kept = reduce(or_, (Q(mailboxes__contains=[it]) for it in keyed(boxes).values()))
    if standing.filter(kept).exists():
        return True
    same = OrderNamesake.objects.filter(order__in=standing, answer=OrderNamesake.Answer.YES)
    whom = Q(contact__in=standing.values("restrained")) | Q(contact__in=same.values("contact"))
    return any(boxes & mailbox(it) for it in Account.objects.filter(whom).values_list("sign_in_name", flat=True))
