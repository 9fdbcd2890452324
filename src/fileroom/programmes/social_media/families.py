"""What families and students see: whether there is a program, for anyone; and what was gathered, for whom it is of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked, asked_of_each
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaProgram, SocialMediaWish
from fileroom.programmes.social_media.asking import KIND
from fileroom.programmes.social_media.services import program_now, standing
from fileroom.programmes.social_media.stages import State, Verb, days_of, state_of


@dataclass(frozen=True)
class Public:
    """The program as anyone reads it. `state` None: there is none; `gathers`: something may be gathered today.

    `ended_on`: there was one. `holds`: something that it gathered is still kept.
    """

    state: State | None
    what_for: str
    what_for_es: str
    reasons: tuple[str, ...]
    days: dict[Verb, date]
    gathers: bool
    ended_on: date | None
    holds: bool


def public(*, on: date) -> Public:
    """Whether there is a program, and how it stands. It names nobody, and counts nothing."""
    with district_transaction():
        program = program_now()
        _, decision = standing(program, on)
        holds = SocialMediaItem.objects.filter(destroyed_at=None).exists()
        last = SocialMediaProgram.objects.filter(ended_at__isnull=False).order_by("-ended_at").first()
        ended_on = district_day(last.ended_at) if last and last.ended_at else None
        if program is None:
            return Public(None, "", "", (), {}, decision.granted, ended_on, holds)
        days = days_of(program)
        state = state_of(days)
        running = state is State.RUNNING and decision.granted
        said = program.what_for, program.what_for_es
        return Public(state, *said, tuple(program.reasons), days, running, ended_on, holds)


@dataclass(frozen=True)
class OfMine:
    """One thing that was gathered, of a student whose it is to see. `wished`: what this account has asked already;
    `by_company`: one gathered it for the district."""

    record: UUID
    student: UUID
    student_name: str
    own: bool
    gathered_on: date
    wished: tuple[str, ...]
    by_company: bool


@durable_transaction
def mine(*, by: SignedIn, at: datetime) -> tuple[OfMine, ...]:
    """What was gathered of the students of this account, as far as the law lets it see; each list is an entry.

    Who may not see it is told what those are told of whom nothing was gathered.
    """
    on = district_day(at)
    linked = {it.id: it.name for it in queries.students_of(by.account, on=on)}
    items = SocialMediaItem.objects.filter(student__in=linked, destroyed_at=None).order_by("gathered_at")
    rows: dict[UUID, list[SocialMediaItem]] = {}
    for it in items:
        rows.setdefault(it.student_id, []).append(it)
    shown = [id_ for id_, case in asked_of_each(sorted(linked), by, on).items() if id_ in rows and _sees(case, by, at)]
    wishes: dict[UUID, list[str]] = {}
    for item, kind in SocialMediaWish.objects.filter(asked_by=by.account.id, answered_at=None).values_list(
        "item_id", "kind"
    ):
        wishes.setdefault(item, []).append(kind)
    own = by.account.student_id
    return tuple(
        OfMine(
            it.record_id, id_, linked[id_], id_ == own, district_day(it.gathered_at), tuple(wishes.get(it.id, ())),
            it.vendor_id is not None,
        )
        for id_ in shown
        for it in rows[id_]
    )  # fmt: skip


def _sees(case: Asked, by: SignedIn, at: datetime) -> bool:
    """Is it theirs to see today? To be told that there is something is a look, with its line."""
    decision = counsel.decide(case.question(Action.INSPECT, KIND))
    if not decision.granted:
        return False
    event = ledger.event(
        Act.FILE_OPENED, student=case.student.id, part=KIND.value, by=by.acting_as(case.role(KIND)),
        purpose=case.purpose().value, decision=decision, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return True
