"""Whoever has a link and its code opens what it leads to, if the law lets them today. To everybody else there is one
answer: for a link that never was, one that is over or taken back, a wrong code and a no of the law.

Of a link that there is, each try that opens nothing does the same: one slow comparison of the code, the law's whole
question, one count and one pair of lines. Of one that never was there is no question to ask: a look at nobody's row and
one line; its door answers at a fixed moment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import check_password, make_password

from fileroom.casework.above import Above
from fileroom.casework.judging import MOST_WRONG, for_one, is_open
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
    it, stands = _asked(link, above, at), link is not None and is_open(link, at, restored_at=restored_at)
    if link is None or it is None or not (right and stands and it.granted):
        _in_vain(link, it if right and stands else None, client, at, part="code" if stands and not right else "")
        return None
    by = Actor(account=None, role=it.who.role, door=DOOR, client=client)
    event = ledger.event(
        Act.LINK_ENTERED, student=it.student.id, record=link.id, by=by, decision=it.decision, sealed=True, at=at
    )
    ledger.write(event)
    _opens(link, at)
    fields = None if it.is_document else linked.open_by_link(it, by=by, at=at).fields
    return Entered(it.item, it.letter.kind if it.letter else "", fields)


@durable_transaction
def fetch(token: str, above: Above, *, client: str, at: datetime) -> Fetched | None:
    """The document of a link that was entered at this address just now, as the door knows. All is asked anew."""
    link, restored_at = _of(token), entries.last_restored_at()
    it, stands = _asked(link, above, at), link is not None and is_open(link, at, restored_at=restored_at)
    if link is None or it is None or not (stands and it.granted and it.is_document):
        _in_vain(link, it if stands else None, client, at)
        return None
    by = Actor(account=None, role=it.who.role, door=DOOR, client=client)
    _opens(link, at)
    contents, listed = linked.open_by_link(it, by=by, at=at), it.item
    name = "letter" if listed is None else "record" if listed.marked else listed.item.code
    return Fetched(name, contents.media_type, contents.body)


def _of(token: str) -> SecureLink | None:
    if not TOKEN.fullmatch(token):
        return None
    rows = SecureLink.objects.select_for_update(of=("self",)).select_related("letter")
    return rows.filter(token=digest(token)).first()


def _asked(link: SecureLink | None, above: Above, at: datetime) -> ForOne | None:
    """What the law says today, whether or not the code is right; None where there is nothing to ask about."""
    if link is None:
        linked.look_at_nobody(district_day(at))
        return None
    try:
        return for_one(link, above, at=at)
    except Missing:
        return None


def _opens(link: SecureLink, at: datetime) -> None:
    link.opened, link.opened_at, link.wrong = link.opened + 1, at, 0
    link.save(update_fields=["opened", "opened_at", "wrong"])


def _in_vain(link: SecureLink | None, it: ForOne | None, client: str, at: datetime, *, part: str = "") -> None:
    """The lines of a try that came to nothing; `it`: whom the law has said no to. Each counts, a no as a wrong code:
    after a few the link opens no more."""
    law = it.decision if it and not it.decision.granted else None
    by = Actor(None, it.who.role if it and law else SOMEBODY, DOOR, client)
    student, row = (link.student_id, link.id) if link else (None, None)
    refused = ledger.event(
        Act.LINK_REFUSED, student=student, record=row, part=part, by=by, decision=law, outcome="" if law else "no",
        sealed=True, at=at,
    )  # fmt: skip
    ledger.write_many([refused, linked.somebody_asked(student, law, by=by, at=at)] if student else [refused])
    if it is not None:
        it.asked_about(refused.id, at)
    if link is not None:
        link.wrong = min(link.wrong + 1, MOST_WRONG)
        link.save(update_fields=["wrong"])


def _of_nobody() -> str:
    if not _nobodys:
        _nobodys.append(make_password("nobody's"))
    return _nobodys[0]
