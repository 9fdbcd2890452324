"""What waits: by template for the custodian, with nothing of what it says; and its state alone for who brought it.

A name beside what was found would tell it of a student: names are shown where somebody asks whose the copies are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet

from fileroom.collection import rulings
from fileroom.collection.quarantine.custody import Custody, custody, granted, of_whom
from fileroom.collection.quarantine.deciding import goes_back
from fileroom.collection.quarantine.gathering import HELD, KEPT, WHOSE
from fileroom.collection.quarantine.something_else import SomethingElse, looked_at, something_else
from fileroom.collection.quarantine.under_exception import Declared, exceptions_for, undeclared_for
from fileroom.hosting import district_transaction, durable, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.law.takings import Ruling, ruling
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.names import full_name
from fileroom.people.paging import first_granted
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined
from fileroom.screening import Category, Mode

MOST_GROUPS, MOST_COPIES, MOST_BROUGHT = 100, 20, 50


@dataclass(frozen=True)
class WhatWasFound:
    """One kind of thing on a template: how often in the copy shown, on which pages, and the law's word on it.

    `doubted`: at each place it may be something else, and whoever decides says what it is.
    """

    category: Category
    mode: Mode
    times: int
    pages: tuple[int, ...]
    law: Ruling
    doubted: bool


@dataclass(frozen=True)
class Waiting:
    """Copies of one template that wait. `id` is of the oldest of them; `due_on`: by when the custodian decides."""

    id: UUID
    item: str
    road: str
    outcome: str
    copies: int
    found: tuple[WhatWasFound, ...]
    oldest_on: date
    due_on: date
    overdue: bool
    kept_on: date | None = None  # of what waits no more, but is kept under a declared exception


@dataclass(frozen=True)
class Copy:
    """One of them, and since when. `student`: whose, where that was asked; empty, where it is nobody's. `looked_at`: by
    this account."""

    id: UUID
    student: str
    brought_on: date
    looked_at: bool


@dataclass(frozen=True)
class May:
    """What may be done besides destroying it. `exceptions`: what is declared and covers it. `undeclared`: titles of
    what would cover it, if the district declared it for that form. `something_else`: what its custodian has to do
    before it is filed whole, where it may be."""

    goes_back: bool = False
    redactable: bool = False
    exceptions: tuple[Declared, ...] = ()
    undeclared: tuple[str, ...] = ()
    something_else: SomethingElse | None = None


@dataclass(frozen=True)
class Template:
    """One group. `newest_at`: when the last of its copies was brought: what comes later nobody has been shown."""

    waiting: Waiting
    copies: tuple[Copy, ...]
    more: bool
    newest_at: datetime
    may: May


@dataclass(frozen=True)
class Apart:
    """Something that is kept under a declared exception, since when, and what is in it."""

    id: UUID
    item: str
    kept_on: date
    found: tuple[WhatWasFound, ...]


@dataclass(frozen=True)
class Stage:
    """What became of something that this account brought: its state and nothing else of it."""

    item: str
    brought_at: datetime
    state: str


def student_of(held_id: UUID) -> UUID | None:
    """The student for whom it was brought; None: nobody, or there is no such thing."""
    with district_transaction():
        return Quarantined.objects.filter(pk=held_id).values_list("student_id", flat=True).first()


def decides(*, by: SignedIn, at: datetime) -> bool:
    """Is this a custodian's account, whatever waits for it?"""
    with district_transaction():
        return of_whom(by=by, at=at) is not None


def waiting(*, by: SignedIn, at: datetime, days: int) -> tuple[int, int, bool]:
    """How many templates wait for this account's word, how many of them are overdue, and whether there are more.

    It names nobody.
    """
    groups, more = coming_in(by=by, at=at, days=days)
    return len(groups), sum(it.overdue for it in groups), more


def coming_in(*, by: SignedIn, at: datetime, days: int) -> tuple[tuple[Waiting, ...], bool]:
    """The templates that wait, the oldest first, and whether there are more. Nobody's but a custodian's list has any.

    `days`: how long the custodian may take, as the district has set it; no law says. Each try is a transaction of its
    own, as those of first_granted are.
    """
    kept_from: set[UUID | None] = set()
    while True:
        with durable():
            within = of_whom(by=by, at=at)
            if within is None or not Quarantined.objects.filter(state=HELD).exists():
                return (), False
            rows = _but(Quarantined.objects.filter(within, state=HELD), kept_from)
            groups = _grouped(rows)
            heads = list(_heads(rows, [template for template, _ in groups]))
            seen = {it.template: it for it in granted(heads, by=by, at=at)}
            if len(seen) == len(groups):
                told = [_waiting(seen[template], copies, at, days) for template, copies in groups]
                return tuple(told[:MOST_GROUPS]), len(told) > MOST_GROUPS
        # The oldest is of a student who is kept from this account: it is not counted, and the next stands for all.
        kept_from |= {it.student_id for it in heads if it.template not in seen}


def kept(*, by: SignedIn, at: datetime) -> tuple[tuple[Apart, ...], bool]:
    """What is kept under a declared exception, the oldest first, and whether there is more. It names nobody."""
    with district_transaction():
        within = of_whom(by=by, at=at)
    if within is None:
        return (), False
    rows = Quarantined.objects.filter(within, state=KEPT)

    def apart(page: list[Quarantined]) -> list[Apart]:
        seen, today = granted(page, by=by, at=at), district_day(at)
        return [Apart(it.id, it.item, district_day(_decided(it)), tuple(_found(it, today))) for it in seen]

    return first_granted(rows, "decided_at", "id", most=MOST_GROUPS, granted=apart)


def _but(rows: QuerySet[Quarantined], students: set[UUID | None]) -> QuerySet[Quarantined]:
    named = rows.exclude(student__in=students - {None})
    return named.exclude(student=None) if None in students else named


def _grouped(rows: QuerySet[Quarantined]) -> list[tuple[str, int]]:
    """Each template with the number of its copies, the one that has waited longest first."""
    counted = rows.order_by().values("template").annotate(copies=Count("id"), oldest=Min("brought_at"))
    return [(it["template"], it["copies"]) for it in counted.order_by("oldest", "template")[: MOST_GROUPS + 1]]


def _heads(rows: QuerySet[Quarantined], templates: Sequence[str]) -> QuerySet[Quarantined]:
    """The oldest copy of each template."""
    return rows.filter(template__in=templates).order_by("template", "brought_at", "id").distinct("template")


def template(held_id: UUID, *, by: SignedIn, at: datetime, days: int) -> Template:
    """The group in which this one is, for its custodian, and of whom it is not said.

    Raises Missing: it is there no more, or is not theirs.
    """
    return _there(_template(held_id, by, at, days, named=False))


def whose(held_id: UUID, *, by: SignedIn, at: datetime, days: int) -> Template:
    """The same with the students of the copies that are shown. It is a line in the log of each. Raises Missing."""
    return _there(_template(held_id, by, at, days, named=True))


def _there(answer: Template | None) -> Template:
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _template(held_id: UUID, by: SignedIn, at: datetime, days: int, *, named: bool) -> Template | None:
    head = Quarantined.objects.filter(pk=held_id, state__in=(HELD, KEPT)).first()
    within = of_whom(by=by, at=at)
    if head is None or within is None:
        return None
    rows = Quarantined.objects.filter(within, template=head.template, state=head.state).select_related("student")
    page = list(rows.order_by("brought_at", "id")[: MOST_COPIES + 1])
    answers = custody({it.student_id for it in (head, *page)}, by=by, at=at)
    let = {it for it, answer in answers.items() if answer.decision.granted}
    if head.student_id not in let:
        return None
    shown = [it for it in page if it.student_id in let][:MOST_COPIES]
    if named:
        ledger.write_many([_named(it, answers[it.student_id], by, at) for it in shown])
    looked = looked_at(shown, by=by)
    copies = _but(rows, answers.keys() - let).aggregate(Count("id"), newest=Max("brought_at"))
    return Template(
        _waiting(head, copies["id__count"], at, days),
        tuple(_copy(it, named=named, looked=it.id in looked) for it in shown),
        copies["id__count"] > len(shown),
        copies["newest"],
        _may(head, district_day(at)),
    )


def _may(head: Quarantined, on: date) -> May:
    if head.state == KEPT:
        return May()
    declared = tuple(exceptions_for(head, on=on))
    undeclared = () if declared else tuple(it.title for it in undeclared_for(head, on=on))
    redactable = head.redactable and head.student_id is not None
    return May(goes_back(head), redactable, declared, undeclared, something_else(head))


def _named(row: Quarantined, own: Custody, by: SignedIn, at: datetime) -> Event:
    return ledger.event(
        Act.QUARANTINE_LOOKED_AT, student=row.student_id, record=row.id, part=row.item, by=by.acting_as(own.role),
        purpose=by.purpose.value, decision=own.decision, outcome=WHOSE, at=at,
    )  # fmt: skip


def brought(*, by: SignedIn, at: datetime) -> tuple[Stage, ...]:
    """What this account has brought, newest first."""
    with district_transaction():
        rows = Quarantined.objects.filter(brought_by=by.account.id, brought_at__lte=at).order_by("-brought_at", "id")
        return tuple(Stage(it.item, it.brought_at, it.state) for it in rows.defer("found")[:MOST_BROUGHT])


def _copy(row: Quarantined, *, named: bool, looked: bool) -> Copy:
    student = full_name(row.student) if named and row.student else ""
    return Copy(row.id, student, district_day(row.brought_at), looked)


def _decided(row: Quarantined) -> datetime:
    assert row.decided_at, "the table's own constraint: what waits no more has its hour"
    return row.decided_at


def _waiting(head: Quarantined, copies: int, at: datetime, days: int) -> Waiting:
    oldest_on, today = district_day(head.brought_at), district_day(at)
    due_on = oldest_on + timedelta(days=days)
    found = tuple(_found(head, today))
    kept_on = district_day(_decided(head)) if head.state == KEPT else None
    overdue = kept_on is None and due_on < today
    return Waiting(head.id, head.item, head.road, head.outcome, copies, found, oldest_on, due_on, overdue, kept_on)


def _found(head: Quarantined, on: date) -> Iterator[WhatWasFound]:
    """Each kind of thing once, with the law's word today."""
    for category, mode in dict.fromkeys((it["category"], it["mode"]) for it in head.found):
        these = [it for it in head.found if (it["category"], it["mode"]) == (category, mode)]
        pages = tuple(sorted({it["page"] for it in these if it["page"]}))
        word = _law(category, on, asked=mode == Mode.SOLICIT)
        doubted = all(it.get("doubted") for it in these)  # of a row of before nobody said so
        yield WhatWasFound(Category(category), Mode(mode), len(these), pages, word, doubted)


def _law(category: str, on: date, *, asked: bool) -> Ruling:
    listed = category == Category.PROTECTED_LIST
    # By which trait a list is made its words say, and they are sealed: by national origin, where nobody says.
    kind = RecordKind.NATIONAL_ORIGIN if listed else rulings.KINDS[category]
    return ruling(kind, on=on, asked=asked, listed=listed, ask=counsel.decide)
