"""Whoever has a link and its code opens what it leads to, if the law lets them today. To everybody else there is one
answer: for a link that never was, one that is over or taken back, a wrong code and a no of the law.

Each of these costs the same: one slow comparison of the code, a look at a student's row, a line in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password

from fileroom.casework.above import Above
from fileroom.casework.judging import for_one, is_open
from fileroom.casework.links import code_as_told, digest
from fileroom.casework.models import SecureLink
from fileroom.disclosure import linked
from fileroom.disclosure.linked import ForOne
from fileroom.disclosure.services import Listed
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing

TOKEN = re.compile(r"[0-9a-f]{64}")
SOMEBODY, DOOR = "somebody", "link"
# What a code is compared with where there is no link: made at the first need, for it takes as long as a comparison.
_nobodys: list[str] = []


@dataclass(frozen=True)
class Entered:
    """What the link leads to. `item`: the record; None: a letter of this `kind`. `fields`: of a record that has some,
    which its page shows; a document is fetched by another act (`fetch`)."""

    link: UUID
    item: Listed | None
    kind: str
    fields: Mapping[str, Any] | None


@dataclass(frozen=True)
class Fetched:
    """A document's bytes. `name`: of the file, without its ending."""

    name: str
    media_type: str
    body: bytes


@durable_transaction
def enter(token: str, code: str, above: Above, *, client: str, at: datetime) -> Entered | None:
    """Try a link with its code. None: it opens nothing, whatever the cause."""
    link, restored_at = _of(token), entries.last_restored_at()
    right = check_password(code_as_told(code), link.code if link else _of_nobody())
    stands = link is not None and is_open(link, at, restored_at=restored_at)
    if link is None or not right or not stands:
        linked.look_at_nobody(district_day(at))
        _in_vain(link, client, at, wrong=stands and not right)
        return None
    it = _answered(link, above, client, at)
    if it is None:
        return None
    by = Actor(account=None, role=it.who.role, door=DOOR, client=client)
    event = ledger.event(
        Act.LINK_ENTERED, student=it.student.id, record=link.id, by=by, decision=it.decision, sealed=True, at=at
    )
    ledger.write(event)
    link.opened, link.opened_at, link.wrong = link.opened + 1, at, 0
    link.save(update_fields=["opened", "opened_at", "wrong"])
    fields = None if it.is_document else linked.open_by_link(it, by=by, at=at).fields
    return Entered(link.id, it.item, it.letter.kind if it.letter else "", fields)


@durable_transaction
def fetch(link_id: UUID, above: Above, *, client: str, at: datetime) -> Fetched | None:
    """The document of a link that was entered just now, as the door knows. The law is asked anew."""
    link = SecureLink.objects.select_for_update(of=("self",)).filter(pk=link_id).first()
    if link is None or link.withdrawn_at is not None or at >= link.until_at:
        linked.look_at_nobody(district_day(at))
        _in_vain(link, client, at, wrong=False)
        return None
    it = _answered(link, above, client, at)
    if it is None or not it.is_document:
        return None
    by = Actor(account=None, role=it.who.role, door=DOOR, client=client)
    contents = linked.open_by_link(it, by=by, at=at)
    return Fetched(it.record.item if it.record else "letter", contents.media_type, contents.body)


def _of(token: str) -> SecureLink | None:
    if not TOKEN.fullmatch(token):
        return None
    rows = SecureLink.objects.select_for_update(of=("self",)).select_related("letter")
    return rows.filter(token=digest(token)).first()


def _answered(link: SecureLink, above: Above, client: str, at: datetime) -> ForOne | None:
    """What the law lets them have; None where it says no, or where the thing is not there any more."""
    try:
        it = for_one(link, above, at=at)
    except Missing:
        _in_vain(link, client, at, wrong=False)
        return None
    if it.granted:
        return it
    linked.refuse_by_link(it, link.id, by=Actor(None, it.who.role, DOOR, client), at=at)
    return None


def _in_vain(link: SecureLink | None, client: str, at: datetime, *, wrong: bool) -> None:
    """The line of a try that came to nothing. A wrong code is counted: after a few the link opens no more."""
    event = ledger.event(
        Act.LINK_REFUSED, student=link.student_id if link else None, record=link.id if link else None,
        part="code" if wrong else "", by=Actor(None, SOMEBODY, DOOR, client), outcome="no", sealed=True, at=at,
    )  # fmt: skip
    ledger.write(event)
    if link is not None and wrong:
        link.wrong += 1
        link.save(update_fields=["wrong"])


def _of_nobody() -> str:
    if not _nobodys:
        _nobodys.append(make_password("nobody's"))
    return _nobodys[0]
