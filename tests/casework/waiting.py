"""Links and mails for tests: Ana's mother is on file with an e-mail address, and a record waits for her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed

if TYPE_CHECKING:
    from fileroom.casework.links import Made
    from fileroom.casework.models import Outgoing, SecureLink
    from fileroom.casework.post import Post
    from tests.casework.mailing import MailServer

HERS, HIS = "rosa@home.test", "victor@home.test"
LATER = AT + timedelta(seconds=5)


@dataclass(frozen=True)
class Waiting:
    """A town, a record of Ana's that her mother may have, and the two of them on file."""

    town: make.Town
    record: UUID
    father: make.Related


def waiting(town: make.Town, *, hers: str = HERS, his: str = HIS) -> Waiting:
    """Somebody has filed a telephone card for each parent."""
    from fileroom.collection.services import Collected, collect

    father = make.related("father", town.ana)
    for row, address in ((town.mother.row, hers), (father.row, his)):
        card = {"mobile": "(559) 555-0141", **({"email": address} if address else {})}
        done = collect(town.ana.id, "contact_and_household", card, by=town.registrar.by, at=AT, about=row.id)
        assert isinstance(done, Collected)
    return Waiting(town, filed(town.registrar.by, town.ana), father)


def link(it: Waiting, **said: Any) -> Made:
    """The registrar makes a link for Ana's mother."""
    from fileroom.casework.links import Made, Wanted, link_record

    wanted = {
        "id": uuid4(), "contact": it.town.mother.row.id, "language": "es", "way": "mail", "identity_checked": True,
        "for_days": 14,
    }  # fmt: skip
    made = link_record(it.record, Wanted(**{**wanted, **said}), by=it.town.registrar.by, at=AT)
    assert isinstance(made, Made), made
    return made


def order_against(it: Waiting, who: make.Related, *, at: datetime = AT) -> None:
    """A court's order is handed in: from now on it binds."""
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.law.facts import Order

    protects = it.town.mother.row.id if who.row.id != it.town.mother.row.id else None
    terms = Terms(Order.RECORDS_ORDER_6323_5, who.row.id, protects, (it.town.ana.id,), at.date())
    file_order(terms, Document("order.txt", b"Superior Court.\n"), by=it.town.principal.by, at=at)


def order_against_somebody(it: Waiting, name: tuple[str, str]) -> None:
    """The same, against somebody of this name who is on nobody's file."""
    from dataclasses import replace

    from tests.collection.orders.filing import files, terms

    files(replace(terms(it.town, None), named=name), it.town.principal.by)


def post_to(server: MailServer) -> Post:
    from fileroom.casework.post import server_of

    found = server_of(server.url)
    assert found is not None
    return found


def goes_round(server: MailServer | None, *, at: datetime = LATER) -> int:
    """One round of sending."""
    from fileroom.casework.sending import Site, look_round
    from fileroom.programmes.outgoing import ABOVE

    site = Site("Alder Creek", "(559) 555-0134", "http://alder-creek.test")
    return look_round(post_to(server) if server else None, site, ABOVE, clock=lambda: at)


def mails() -> list[Outgoing]:
    from fileroom.casework.models import Outgoing
    from fileroom.hosting import district_transaction

    with district_transaction():
        return list(Outgoing.objects.order_by("queued_at", "id"))


def links() -> list[SecureLink]:
    from fileroom.casework.models import SecureLink
    from fileroom.hosting import district_transaction

    with district_transaction():
        return list(SecureLink.objects.order_by("made_at"))


def stay_open() -> None:
    """The links that there are, for the clock of a page too."""
    from django.utils import timezone

    for it in links():
        make.change(it, until_at=timezone.now() + timedelta(days=1))


def token_in(server: MailServer, number: int = -1) -> str:
    """What the address in a mail holds."""
    body = server.taken[number][1].get_body(("plain",))
    assert body is not None
    said: str = body.get_content()
    return said.partition("/open/")[2].partition("/")[0]
