"""A company answers a demand by the link in its letter, without an account. The link is for one demand, and ends.

What it says is kept as it said it; whoever has the link is shown what the letter says, and never a student's name.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from fileroom.collection.services import Document
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Purpose
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import queries, tries
from fileroom.people.answers import FormUsed, Missing
from fileroom.programmes.models import Demand, DemandAnswer
from fileroom.programmes.models.vendors import OPERATOR_LENGTH
from fileroom.programmes.vendors import proofs
from fileroom.programmes.vendors.demands import (
    ASKED,
    AWAITED,
    LINK_LASTS,
    REFUSED,
    ROOM,
    WORDS_LENGTH,
    owe_of,
    token_digest,
    until,
)
from fileroom.programmes.vendors.proofs import Handed, Paper
from fileroom.programmes.vendors.stages import Stage, Step, after

Said = DemandAnswer.Said
STEPS = {Said.DELETED: Step.DELETED, Said.WILL_DELETE: Step.WILL_DELETE, Said.REFUSED: Step.REFUSE}
TOKEN = re.compile(r"[0-9a-f]{40}")
OPERATOR = "operator"  # the role in which the ledger has a company
TRIES = 20  # a minute, from one network
EARLIEST = date(2000, 1, 1)  # what was deleted before that day never was the district's to ask for
LATEST = 366  # days from now by which a company may promise it


@dataclass(frozen=True)
class Answer:
    """What the company says, and who says it. `on`: the day it was done, or will be by; `destroyed`: what was destroyed
    or given back, of which it signs by its name, or sends a certificate."""

    said: str
    on: date | None
    reason: str
    name: str
    position: str
    destroyed: str = ""


@dataclass(frozen=True)
class Given:
    """An answer as it stands in the register, with the digest that its entry has."""

    said: str
    on: date | None
    reason: str
    name: str
    position: str
    destroyed: str
    answered_at: datetime
    digest: str
    entry: UUID


@dataclass(frozen=True)
class Shown:
    """A demand as its link shows it: nobody's name. `about_one`: it is about one student, whom the letter names."""

    company: str
    ground: str
    what: str
    code: str
    signed_at: datetime
    due_on: date
    about_one: bool
    over: bool
    given: tuple[Given, ...]


def may_try(address: str, *, at: datetime) -> bool:
    """May this network try a link now?"""
    return tries.may_try("answer", address, most=TRIES, at=at)


def open_link(token: str, *, at: datetime) -> Shown:
    """The demand that this link opens. Raises Missing for a link that is none, or is over."""
    with district_transaction():
        row = _of(token, at)
        return Shown(
            row.operator.name, row.ground, row.what, row.code, row.signed_at, row.due_on, row.student_id is not None,
            row.over_at is not None, given(row.id),
        )  # fmt: skip


def given(demand_id: UUID) -> tuple[Given, ...]:
    """The answers to a demand, the newest first."""
    fields = ("said", "on", "reason", "name", "position", "destroyed", "answered_at", "digest", "entry")
    rows = DemandAnswer.objects.filter(demand=demand_id).order_by("-answered_at")
    return tuple(Given(*its) for its in rows.values_list(*fields))


def answer(
    id_: UUID, token: str, said: Answer, *, paper: Document | None = None, client: str, at: datetime
) -> Given:  # fmt: skip
    """The company answers; `paper`: its certificate that it is done. Raises Missing (no such link), FormUsed and
    ValidationError."""
    with district_transaction():
        row = _of(token, at)  # of a link that is none, no file is looked into
    _checked(said, district_day(at))
    if said.said == Said.DELETED and not said.destroyed and paper is None:
        raise ValidationError({"destroyed": gettext("Say what was destroyed or given back, or send your certificate.")})
    of = Handed(row.id, row.student_id, _company(client), at)
    return _answer(id_, token, said, proofs.looked_into(paper, of), client, at)


@durable_transaction
def _answer(id_: UUID, token: str, said: Answer, paper: Paper | None, client: str, at: datetime) -> Given:
    found = _of(token, at)
    row = Demand.objects.select_for_update(of=("self",)).select_related("operator").get(pk=found.pk)

    def again() -> Given | None:
        before = DemandAnswer.objects.filter(pk=id_).first()
        if before is None:
            return None
        if before.demand_id != row.pk or before.digest != _digest(row, said, paper):
            raise FormUsed
        return next(it for it in given(row.pk) if it.entry == before.entry)

    def act() -> Given:
        stage = after(row.stage, _step(row, said, district_day(at)))
        if stage is None:
            raise ValidationError(
                gettext("Nothing more is awaited to this letter. If something has changed, write to the district.")
            )
        digest = _digest(row, said, paper)
        event = ledger.event(
            Act.DEMAND_ANSWERED, student=row.student_id, record=row.id, part=said.said, by=_company(client),
            purpose=Purpose.OPERATOR_DELETION.value, outcome=digest, at=at,
        )  # fmt: skip
        entry = ledger.write(event)
        DemandAnswer.objects.create(
            id=id_, demand=row, **asdict(said), answered_at=at, digest=digest, entry=entry
        )  # fmt: skip
        proofs.keep(paper, row.id, entry=entry, by=None, at=at)
        _follow(row, said, stage, entry, at)
        return Given(
            said.said, said.on, said.reason, said.name, said.position, said.destroyed, at, digest, entry
        )  # fmt: skip

    return act_once(again, act)


def _company(client: str) -> Actor:
    """The company, as the ledger has it."""
    return Actor(account=None, role=OPERATOR, door="web", client=client)


def _step(row: Demand, said: Answer, on: date) -> Step:
    """What the answer does. The company sets its own last day once, within the time that a demand gives: a later day,
    or another, it asks for, and whoever signed gives it or reminds."""
    step = STEPS[Said(said.said)]
    again = DemandAnswer.objects.filter(demand=row, said=Said.WILL_DELETE).exists()
    late = said.on is not None and said.on > on + timedelta(days=settings.DEMAND_DAYS)
    return Step.ASK if step is Step.WILL_DELETE and (again or late) else step


def _follow(row: Demand, said: Answer, stage: Stage, entry: UUID, at: datetime) -> None:
    """What the answer changes: the demand's stage, and what is owed about it."""
    duties.discharge(ROOM, row.id, Over(None, entry, at))
    row.stage = stage
    if stage is Stage.OVER:
        row.over_at, row.over_how = at, Said.DELETED
    elif stage is Stage.REFUSED:
        owe_of(row, REFUSED, entry, at)
    elif said.on is not None:
        asks, signer = stage is Stage.ASKED, queries.employee_of(row.signed_by)
        row.due_on = row.due_on if asks else said.on
        row.link_until = max(row.link_until, until(said.on + LINK_LASTS))  # by it the company says that it is done
        owe_of(row, ASKED if asks else AWAITED, entry, at, employee=signer, due_on=row.due_on)
    row.save(update_fields=["stage", "over_at", "over_how", "due_on", "link_until"])


def _of(token: str, at: datetime) -> Demand:
    """The demand of this link. Raises Missing."""
    if not TOKEN.fullmatch(token):
        raise Missing
    digest = token_digest(token)
    row = Demand.objects.select_related("operator").filter(token=digest, link_until__gte=at).first()
    if row is None:
        raise Missing
    return row


def _digest(row: Demand, said: Answer, paper: Paper | None) -> str:
    """Of all that was said and sent, as the entry has it: whoever alters a row is found out."""
    whole = [str(row.pk), asdict(said), paper.digest if paper else ""]
    return sha256(json.dumps(whole, default=str, sort_keys=True).encode()).hexdigest()


def _checked(said: Answer, on: date) -> None:
    wrong = {}
    if said.said not in Said.values:
        wrong["said"] = "Choose one."
    if not said.name.strip() or len(said.name) > OPERATOR_LENGTH:
        wrong["name"] = "Write your name."
    if not said.position.strip() or len(said.position) > OPERATOR_LENGTH:
        wrong["position"] = "Write your position at the company."
    if len(said.destroyed) > WORDS_LENGTH:
        wrong["destroyed"] = f"At most {WORDS_LENGTH} letters."
    if said.said == Said.REFUSED:
        if not said.reason.strip() or len(said.reason) > WORDS_LENGTH:
            wrong["reason"] = f"Say why, in at most {WORDS_LENGTH} letters."
        if said.on is not None:
            wrong["on"] = gettext("A refusal has no day.")
    elif said.on is None or not _can_be(said.said, said.on, on):
        wrong["on"] = gettext(
            "Write the day on which it was done; or, if it is still to be done, a day within a year from now."
        )
    if wrong:
        raise ValidationError(wrong)


def _can_be(said: str, day: date, on: date) -> bool:
    """What was deleted was so until today: perhaps before the letter, when its contract was over. What will be, is
    within a year."""
    return EARLIEST <= day <= on if said == Said.DELETED else on < day and (day - on).days <= LATEST
