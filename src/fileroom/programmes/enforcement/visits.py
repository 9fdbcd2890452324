"""Somebody asks for a student's file or for a copy, and the law takes it as immigration enforcement: it is a request
of this register too, entered in the transaction of that answer (disclosure/apart.py).

Nothing of the student is entered. What one employee notes within the same hour is one visit and one request: who is
noted on a file after "An officer or agent is here" was pressed is no second one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from fileroom.hosting import district_transaction
from fileroom.law import Decision
from fileroom.law.codes import DutyCode
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement.encounters import Asker, Channel, Encounter, Want
from fileroom.programmes.enforcement.papers import Seen, Shown
from fileroom.programmes.enforcement.services import amended, encounter_of, entered
from fileroom.programmes.models import EnforcementRequest

ONE_VISIT = timedelta(hours=1)
# A court's paper that forbids telling, of which no more is known here: whoever stands there notes which form it is.
SILENCES = Shown("court_order", silence=Seen.YES)


def an_officer(decision: Decision, by: SignedIn, at: datetime) -> None:
    """An officer or agent asks, and nobody knows yet from where. Part of the open transaction."""
    _enter(Asker.NOT_SURE, decision, by, at)


def for_immigration(decision: Decision, by: SignedIn, at: datetime) -> None:
    """It is said to be for immigration enforcement, or to be of its officers. Part of the open transaction."""
    _enter(Asker.IMMIGRATION, decision, by, at)


def now(*, by: SignedIn, at: datetime) -> UUID | None:
    """The request of the visit that this account has noted: the page that says what to do is led to by it."""
    with district_transaction():
        row = _visit(by, at)
        return row.id if row else None


def _enter(asker: Asker, decision: Decision, by: SignedIn, at: datetime) -> None:
    # Of two presses at one moment the second waits.
    Account.objects.select_for_update(no_key=True).get(pk=by.account.id)
    row = _held(_visit(by, at))
    silent = any(it.code == DutyCode.DO_NOT_NOTIFY_PARENT for it in decision.duties)
    if row is None:
        papers = (SILENCES,) if silent else ()
        entered(uuid4(), Encounter(Channel.IN_PERSON, asker, wants=(Want.RECORDS,), papers=papers), by, at)
        return
    before = encounter_of(row)
    paper = SILENCES if silent and not any(it.form == SILENCES.form for it in before.papers) else None
    said = replace(
        before,
        asker=asker if before.asker is Asker.NOT_SURE else before.asker,
        wants=tuple(dict.fromkeys((*before.wants, Want.RECORDS))),
        papers=(*before.papers, paper) if paper else before.papers,
    )
    amended(row, said, row.school_id, paper, by, at)


def _held(row: EnforcementRequest | None) -> EnforcementRequest | None:
    """The same as it stands now, held until this transaction ends; None where it was closed meanwhile."""
    these = EnforcementRequest.objects.select_for_update(of=("self",)).filter(closed_at=None)
    return these.filter(pk=row.pk).first() if row else None


def _visit(by: SignedIn, at: datetime) -> EnforcementRequest | None:
    """The newest open one that this account has entered within the hour, and that is answered as immigration: one of
    police alone is another matter."""
    mine = EnforcementRequest.objects.filter(
        opened_by=by.account.id, strict=True, closed_at=None, opened_at__gt=at - ONE_VISIT, opened_at__lte=at
    )
    return mine.order_by("-opened_at", "-id").first()
