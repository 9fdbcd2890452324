"""A demand to which nothing more is awaited is closed: in a sentence, and with the company's certificate if it came by
another way than its link."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.services import Document
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.vendors import proofs
from fileroom.programmes.vendors.demands import ROOM, WORDS_LENGTH, noted, open_demand
from fileroom.programmes.vendors.proofs import Handed, Paper
from fileroom.programmes.vendors.stages import Stage
from fileroom.programmes.vendors.who import Noted, designee

CLOSED = ("shown", "taken_back", "with_counsel")


def close(
    demand_id: UUID, how: str, words: str, *, paper: Document | None = None, by: SignedIn, at: datetime
) -> Noted:  # fmt: skip
    """Nothing more is awaited: it was shown otherwise, the district takes it back, or leaves it to counsel. `paper`:
    the company's certificate, as it came.

    Raises Missing and ValidationError.
    """
    if how not in CLOSED:
        raise ValidationError({"how": "Choose how it ends."})
    if not words.strip() or len(words) > WORDS_LENGTH:
        raise ValidationError({"words": f"Say in a sentence what shows it, in at most {WORDS_LENGTH} letters."})
    with district_transaction():
        role, row = designee(by, at), open_demand(demand_id, by, at)
    of = Handed(row.id, row.student_id, by.acting_as(role), at)
    return _close(demand_id, how, words, proofs.looked_into(paper, of), by, at)


@durable_transaction
def _close(demand_id: UUID, how: str, words: str, paper: Paper | None, by: SignedIn, at: datetime) -> Noted:
    role, row = designee(by, at), open_demand(demand_id, by, at)
    row.stage, row.over_at, row.over_by, row.over_how, row.over_words = (
        Stage.OVER, at, by.account.id, how, words.strip()
    )  # fmt: skip
    outcome = paper.digest if paper else ""
    entry = noted(Act.DEMAND_CLOSED, row.id, row.student_id, role, by, at, part=how, outcome=outcome)
    row.save()
    proofs.keep(paper, row.id, entry=entry, by=by.account.id, at=at)
    over = Over(by.account.id, entry, at)
    end = duties.let_go if how == "taken_back" else duties.discharge
    end(ROOM, row.id, over)
    return Noted(row.id, entry)
