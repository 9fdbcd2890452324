"""The programme at the office: where it stands and what is next, for any employee; of whom something was gathered, for
those whom the law lets list it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure.facts import asked_of_each
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import Action
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import Employee, Student
from fileroom.people.names import employee_name, full_name
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import (
    SocialMediaGatherer,
    SocialMediaItem,
    SocialMediaNotice,
    SocialMediaProgram,
    SocialMediaStep,
    SocialMediaVendor,
    SocialMediaWish,
)
from fileroom.programmes.social_media import copies
from fileroom.programmes.social_media.asking import KIND, for_safety, lists, noted
from fileroom.programmes.social_media.endings import over_since
from fileroom.programmes.social_media.gatherers import is_named
from fileroom.programmes.social_media.rounds import clocks
from fileroom.programmes.social_media.services import program_now, standing
from fileroom.programmes.social_media.stages import State, Verb, state_of, verbs_of


@dataclass(frozen=True)
class StepTaken:
    """One step, as a page lists it."""

    verb: Verb
    taken_on: date
    reference: str


@dataclass(frozen=True)
class Named:
    """An employee who gathers; `id` of the row that names them."""

    id: UUID
    name: str
    since: date


@dataclass(frozen=True)
class Company:
    """A company that gathers, or did."""

    id: UUID
    name: str
    contract: str
    ended_on: date | None
    destroyed_on: date | None


@dataclass(frozen=True)
class Page:
    """The programme for one account. `state` None: there is no program. `next_`: what this account may enter next."""

    id: UUID | None
    state: State | None
    what_for: str
    what_for_es: str
    reasons: tuple[str, ...]
    steps: tuple[StepTaken, ...]
    next_: tuple[Verb, ...]
    decision: Decision
    gatherers: tuple[Named, ...]
    companies: tuple[Company, ...]
    notice_sent_on: date | None
    designated: bool
    gathers: bool
    lists: bool


def page(*, by: SignedIn, at: datetime) -> Page:
    """Where it stands. Names of no student. Raises Missing (it is the office's)."""
    on = district_day(at)
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        program, designated = program_now(), may_act(Programme.SOCIAL_MEDIA, by=by, at=at)
        _, decision = standing(program, on)
        may_list = lists(by, on=on)[0].granted
        if program is None:
            return Page(
                None, None, "", "", (), (), (), decision, (), _companies(None, on), None, designated, False, may_list
            )
        steps = tuple(
            StepTaken(Verb(it.step), it.taken_on, it.reference)
            for it in SocialMediaStep.objects.filter(program=program).order_by("taken_on", "entered_at")
        )
        state = state_of(it.verb for it in steps)
        notice = SocialMediaNotice.objects.filter(program=program, school_year=school_year(on)).first()
        return Page(
            program.id, state, program.what_for, program.what_for_es, tuple(program.reasons), steps,
            verbs_of(state) if designated else (), decision, _named(program, on), _companies(program, on),
            notice.sent_on if notice else None, designated, state is State.RUNNING and is_named(program, by, on),
            may_list,
        )  # fmt: skip


def _named(program: SocialMediaProgram, on: date) -> tuple[Named, ...]:
    rows = SocialMediaGatherer.objects.filter(program=program, to_on=None).select_related("employee")
    return tuple(
        sorted(
            (Named(it.id, employee_name(it.employee), it.from_on) for it in rows),
            key=lambda it: it.name,
        )
    )


def _companies(program: SocialMediaProgram | None, on: date) -> tuple[Company, ...]:
    """Those of this program; and of any other, those that have not said that they destroyed. One is over too where its
    contract is past."""
    rows = SocialMediaVendor.objects.select_related("contract__operator", "program").order_by("entered_at")
    return tuple(
        Company(it.id, it.contract.operator.name, it.contract.title, over_since(it, on), it.destroyed_on)
        for it in rows
        if it.destroyed_on is None or it.program == program
    )


def may_be_named(*, by: SignedIn, at: datetime) -> list[tuple[UUID, str]]:
    """The employees who may be named to gather, for who may name them. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        if not may_act(Programme.SOCIAL_MEDIA, by=by, at=at):
            raise Missing
        rows = Employee.objects.exclude(left_on__lt=on)
        return sorted(((it.id, employee_name(it)) for it in rows), key=lambda it: it[1])


@dataclass(frozen=True)
class Kept:
    """One thing that was gathered, as a list shows it: of whom, when, by whom; never what it says."""

    id: UUID
    record: UUID
    student: UUID
    student_name: str
    gathered_at: datetime
    gathered_by: str
    company: str
    runs_since: date | None
    last_day: date | None
    late: bool


@dataclass(frozen=True)
class Told:
    """A company that is to be told, or was: `why` (a family had deleted or corrected what was gathered on that day;
    else of all of it), whether there is a letter, when and how it went, when it destroyed. `back`: the student was
    back before anybody said that it went, and what has not gone does not go."""

    id: UUID
    student_name: str
    company: str
    why: str
    letter: UUID | None
    told_on: date | None
    told_how: str
    destroyed_on: date | None
    gathered_on: date | None
    back: bool


@dataclass(frozen=True)
class Listed:
    """What was gathered and is not destroyed, what families wish, and which companies are to be told."""

    kept: tuple[Kept, ...]
    wishes: tuple[tuple[UUID, str, str, datetime], ...]
    companies: tuple[Told, ...]


@durable_transaction
def gathered(*, by: SignedIn, at: datetime) -> Listed | Refused:
    """Of whom something was gathered, for those who run the program or see to its end. To list it is an act.

    Of each student the law is asked besides whether they may see it. Raises Missing (it is the office's).
    """
    by, on = for_safety(by), district_day(at)
    decision, role = lists(by, on=on)
    if not decision.granted:
        return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, role, by, at, decision=decision, part="list"))
    items = SocialMediaItem.objects.filter(destroyed_at=None).select_related("vendor__contract__operator")
    rows = list(items.order_by("gathered_at"))
    told = list(copies.listed().select_related("vendor__contract__operator", "item"))
    theirs = {it.student_id for it in rows} | {it.student_id for it in told}
    seen = {
        id_
        for id_, case in asked_of_each(sorted(theirs), by, on).items()
        if counsel.decide(case.question(Action.INSPECT, KIND)).granted
    }
    names = {it.id: full_name(it) for it in Student.objects.filter(pk__in=seen)}
    noted(Act.SOCIAL_MEDIA_LISTED, role, by, at, decision=decision, outcome=str(len(names)))
    wishes = SocialMediaWish.objects.filter(answered_at=None, item__student__in=seen).select_related("item")
    return Listed(
        _kept([it for it in rows if it.student_id in seen], names, on),
        tuple(
            (it.id, names[it.item.student_id], it.kind, it.asked_at) for it in wishes.order_by("asked_at")
        ),
        tuple(
            Told(
                it.id, names[it.student_id], it.vendor.contract.operator.name, it.why, it.letter, it.told_on,
                it.told_how, it.destroyed_on, district_day(it.item.gathered_at) if it.item else None,
                copies.was_back_first(it),
            )
            for it in told
            if it.student_id in seen
        ),
    )  # fmt: skip


def _kept(rows: list[SocialMediaItem], names: Mapping[UUID, str], on: date) -> tuple[Kept, ...]:
    found, by = clocks({it.student_id for it in rows}, on), account_names(it.gathered_by for it in rows)
    return tuple(
        Kept(
            it.id, it.record_id, it.student_id, names[it.student_id], it.gathered_at, by.get(it.gathered_by, ""),
            it.vendor.contract.operator.name if it.vendor else "", found[it.student_id].began_on,
            found[it.student_id].last_day, (last := found[it.student_id].last_day) is not None and last < on,
        )
        for it in rows
    )  # fmt: skip


@dataclass(frozen=True)
class WishShown:
    """One wish, as the office answers it: which record, and the record of the words that they wrote."""

    id: UUID
    kind: str
    record: UUID
    words: UUID | None
    asked_at: datetime
    by_company: bool


def wish_of(wish_id: UUID) -> WishShown:
    """The ids of an open wish; what they lead to is opened by the gate out, which asks the law. Raises Missing."""
    with district_transaction():
        row = SocialMediaWish.objects.filter(pk=wish_id, answered_at=None).select_related("item").first()
        if row is None:
            raise Missing
        return WishShown(
            row.id, row.kind, row.item.record_id, row.words_id, row.asked_at, row.item.vendor_id is not None
        )


@dataclass(frozen=True)
class ItemShown:
    """The ids of an item, its clock, and the open wishes about it."""

    id: UUID
    record: UUID
    student: UUID
    gathered_at: datetime
    gathered_by: str
    company: str
    clock_began_on: date | None
    last_day: date | None
    destroyed_at: datetime | None
    wishes: tuple[UUID, ...]


def item_of(item_id: UUID, *, at: datetime) -> ItemShown:
    """One item without what it says. Raises Missing."""
    with district_transaction():
        row = SocialMediaItem.objects.select_related("vendor__contract__operator").filter(pk=item_id).first()
        if row is None:
            raise Missing
        clock = clocks([row.student_id], district_day(at))[row.student_id]
        wishes = SocialMediaWish.objects.filter(item=row, answered_at=None).order_by("asked_at")
        return ItemShown(
            row.id, row.record_id, row.student_id, row.gathered_at,
            account_names([row.gathered_by]).get(row.gathered_by, ""),
            row.vendor.contract.operator.name if row.vendor else "", clock.began_on, clock.last_day, row.destroyed_at,
            tuple(wishes.values_list("id", flat=True)),
        )  # fmt: skip
