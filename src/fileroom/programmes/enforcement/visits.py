"""Somebody asks for a student's file or for a copy, and the law takes it as immigration enforcement: it is a request
of this register too, entered in the transaction of that answer (disclosure/apart.py).

Nothing of the student is entered: whose child it is is sealed (whose.py). The door says how the
request came. What one employee notes at the counter within the same hour is one visit and one request: who is noted on
a file after "An officer or agent is here" was pressed is no second one. What is asked for in writing is one request for
each form, agency by agency: papers that one clerk enters one after the other are as many requests, or the report to the
Board says too few. Whoever enters a further record that the same paper names says so, and it is one request still.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from fileroom.disclosure.apart import Enter
from fileroom.hosting import current_district, district_transaction
from fileroom.law import Decision
from fileroom.law.codes import DutyCode
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement.encounters import Asker, Channel, Encounter, Want
from fileroom.programmes.enforcement.papers import Seen, Shown
from fileroom.programmes.enforcement.services import amended, encounter_of, entered, school_of
from fileroom.programmes.models import EnforcementRequest

ONE_VISIT = timedelta(hours=1)
# A court's paper that forbids telling, of which no more is known here: whoever stands there notes which form it is.
SILENCES = Shown("court_order", silence=Seen.YES)
# Who may be the officer that is noted on a file. A process server, say, is somebody else, whoever rides along.
AN_OFFICER = (Asker.IMMIGRATION.value, Asker.NOT_SURE.value, Asker.POLICE.value)


def at_the_counter(decision: Decision, by: SignedIn, at: datetime, student: UUID | None) -> UUID | None:
    """An officer or agent stands there, and nobody knows yet from where; the request's id. Part of the open
    transaction."""
    _alone(by)
    row, said = _held(_visits(by, at)), Encounter(Channel.IN_PERSON, Asker.NOT_SURE)
    if row is None:
        return _enter(uuid4(), said, decision, by, at, student)
    return _add(row, said.asker, decision, by, at, student)


def in_writing(asking: UUID, agency: str) -> Enter:
    """What enters a copy or a list that is asked for immigration enforcement, or by its officers. `asking`: the id of
    the form, or of the write, by which it is asked; `agency`: whose it is, as the form says."""

    def enter(decision: Decision, by: SignedIn, at: datetime, student: UUID | None) -> UUID | None:
        _alone(by)
        id_, row = _last(asking, agency, by)
        if row is not None:
            return _add(row, Asker.IMMIGRATION, decision, by, at, student)
        return _enter(id_, Encounter(Channel.WRITTEN, Asker.IMMIGRATION), decision, by, at, student)

    return enter


def here(*, by: SignedIn, at: datetime) -> UUID | None:
    """The request of the visit that this account has noted: the page that says what to do is led to by it."""
    with district_transaction():
        row = _visits(by, at).first()
        return row.id if row else None


def asked_in_writing(asking: UUID, agency: str, *, by: SignedIn) -> UUID | None:
    """The request that was entered by this form, for the same."""
    with district_transaction():
        _, row = _last(asking, agency, by)
        return row.id if row else None


def _last(asking: UUID, agency: str, by: SignedIn) -> tuple[UUID, EnforcementRequest | None]:
    """The open request of this form, held until this transaction ends, and its id; None: there is none, and this is the
    id that it would have. Of one that is closed nobody is told any more: a record that the same paper names after that
    is another request."""
    id_, rows = _id_of(asking, agency, by), EnforcementRequest.objects.select_for_update(of=("self",))
    while (row := rows.filter(pk=id_).first()) and row.closed_at is not None:
        id_ = _id_of(id_, agency, by)
    return id_, row


def _id_of(asking: UUID, agency: str, by: SignedIn) -> UUID:
    """The id of the row. Nobody who reads it finds the form by it, or the list that a form becomes."""
    said = "\x1f".join((current_district(), str(by.account.id), str(asking), " ".join(agency.casefold().split())))
    return UUID(bytes=salted_hmac("fileroom.enforcement.in_writing", said, algorithm="sha256").digest()[:16], version=4)


def _alone(by: SignedIn) -> None:
    """Of two presses at one moment the second waits."""
    Account.objects.select_for_update(no_key=True).get(pk=by.account.id)


def _enter(id_: UUID, said: Encounter, decision: Decision, by: SignedIn, at: datetime, student: UUID | None) -> UUID:
    papers = (SILENCES,) if _silent(decision) else ()
    return entered(id_, replace(said, wants=(Want.RECORDS,), papers=papers), by, at, student=student).id


def _add(
    row: EnforcementRequest, asker: Asker, decision: Decision, by: SignedIn, at: datetime, student: UUID | None
) -> UUID:
    before = encounter_of(row)
    paper = None
    if _silent(decision) and not any(it.form == SILENCES.form for it in before.papers):
        paper = SILENCES
    said = replace(
        before,
        asker=asker if before.asker is Asker.NOT_SURE else before.asker,
        wants=tuple(dict.fromkeys((*before.wants, Want.RECORDS))),
        papers=(*before.papers, paper) if paper else before.papers,
    )
    return amended(row, said, row.school_id, paper, by, at, student=student).id


def _silent(decision: Decision) -> bool:
    return any(it.code == DutyCode.DO_NOT_NOTIFY_PARENT for it in decision.duties)


def _held(rows: QuerySet[EnforcementRequest]) -> EnforcementRequest | None:
    """The first of these as it stands now, held until this transaction ends; None where it was closed meanwhile."""
    row = rows.first()
    these = EnforcementRequest.objects.select_for_update(of=("self",)).filter(closed_at=None)
    return these.filter(pk=row.pk).first() if row else None


def _visits(by: SignedIn, at: datetime) -> QuerySet[EnforcementRequest]:
    """The open ones of officers that this account has entered within the hour, as in person where it works, and that
    are answered as immigration: one of police alone is another matter. The newest first."""
    mine = EnforcementRequest.objects.filter(
        opened_by=by.account.id, strict=True, closed_at=None, opened_at__gt=at - ONE_VISIT, opened_at__lte=at,
        channel=Channel.IN_PERSON.value, asker__in=AN_OFFICER,
    )  # fmt: skip
    if school := school_of(by, at):  # of one whose school nobody has said yet nothing speaks against it
        mine = mine.filter(Q(school=None) | Q(school=school))
    return mine.order_by("-opened_at", "-id")
