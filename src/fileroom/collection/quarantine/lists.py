"""What waits: by template for the custodian, with nothing of what it says; and its state alone for who brought it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from fileroom.collection import rulings
from fileroom.collection.quarantine.custody import granted, of_whom
from fileroom.collection.quarantine.under_exception import exceptions_for
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.law.takings import Ruling, ruling
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.names import full_name
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined
from fileroom.screening import Category, Mode

MOST_GROUPS, MOST_COPIES, MOST_BROUGHT = 100, 20, 50
ROUNDS = 5
HELD = Quarantined.State.HELD


@dataclass(frozen=True)
class WhatWasFound:
    """One kind of thing on a template: how often in the copy shown, on which pages, and the law's word on it."""

    category: Category
    mode: Mode
    times: int
    pages: tuple[int, ...]
    law: Ruling


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


@dataclass(frozen=True)
class Copy:
    """One of them: whose, and since when."""

    id: UUID
    student: str
    brought_on: date


@dataclass(frozen=True)
class Template:
    """One group, and what may be done about it. `exceptions`: (name, title, what it covers, authority)."""

    waiting: Waiting
    copies: tuple[Copy, ...]
    more: bool
    redactable: bool
    exceptions: tuple[tuple[str, str, str, str], ...]


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


def waiting(*, by: SignedIn, at: datetime, days: int) -> tuple[int, int]:
    """How many templates wait for this account's word, and how many of them are overdue. It names nobody."""
    groups = coming_in(by=by, at=at, days=days)
    return len(groups), sum(it.overdue for it in groups)


def coming_in(*, by: SignedIn, at: datetime, days: int) -> tuple[Waiting, ...]:
    """The templates that wait, the oldest first. Nobody's but a custodian's list has any.

    `days`: how long the custodian may take, as the district has set it; no law says.
    """
    with district_transaction():
        within = of_whom(by=by, at=at)
        rows = Quarantined.objects.filter(within or Q(pk=None), state=HELD)
        for _ in range(ROUNDS if within else 0):
            groups = _grouped(rows)
            heads = list(_heads(rows, [template for template, _ in groups]))
            seen = {it.template: it for it in granted(heads, by=by, at=at)}
            if len(seen) == len(groups):
                return tuple(_waiting(seen[template], copies, at, days) for template, copies in groups)
            # The oldest is of a student who is kept from this account: it is not counted, and the next stands for all.
            rows = rows.exclude(student__in={it.student_id for it in heads if it.template not in seen})
        return ()


def _grouped(rows: QuerySet[Quarantined]) -> list[tuple[str, int]]:
    """Each template with the number of its copies, the one that has waited longest first."""
    counted = rows.order_by().values("template").annotate(copies=Count("id"), oldest=Min("brought_at"))
    return [(it["template"], it["copies"]) for it in counted.order_by("oldest", "template")[:MOST_GROUPS]]


def _heads(rows: QuerySet[Quarantined], templates: Sequence[str]) -> QuerySet[Quarantined]:
    """The oldest copy of each template."""
    return rows.filter(template__in=templates).order_by("template", "brought_at", "id").distinct("template")


def template(held_id: UUID, *, by: SignedIn, at: datetime, days: int) -> Template:
    """The group in which this one waits, for its custodian. Raises Missing: it waits no more, or is not theirs."""
    with district_transaction():
        head = Quarantined.objects.filter(pk=held_id, state=HELD).first()
        within = of_whom(by=by, at=at)
        if head is None or within is None or not granted([head], by=by, at=at):
            raise Missing
        rows = Quarantined.objects.filter(within, template=head.template, state=HELD).select_related("student")
        page = list(rows.order_by("brought_at", "id")[: MOST_COPIES + 1])
        copies = tuple(_copy(it) for it in granted(page, by=by, at=at)[:MOST_COPIES])
        exceptions = exceptions_for(head, on=district_day(at))
        return Template(
            _waiting(head, rows.count(), at, days),
            copies,
            len(page) > MOST_COPIES,
            head.redactable and head.student_id is not None,
            tuple((it.name, it.title, it.says, it.authority.text) for it in exceptions),
        )


def brought(*, by: SignedIn, at: datetime) -> tuple[Stage, ...]:
    """What this account has brought, newest first."""
    with district_transaction():
        rows = Quarantined.objects.filter(brought_by=by.account.id, brought_at__lte=at).order_by("-brought_at", "id")
        return tuple(Stage(it.item, it.brought_at, it.state) for it in rows.defer("found")[:MOST_BROUGHT])


def _copy(row: Quarantined) -> Copy:
    return Copy(row.id, full_name(row.student) if row.student else "", district_day(row.brought_at))


def _waiting(head: Quarantined, copies: int, at: datetime, days: int) -> Waiting:
    oldest_on, today = district_day(head.brought_at), district_day(at)
    due_on = oldest_on + timedelta(days=days)
    found = tuple(_found(head, today))
    return Waiting(
        head.id, head.item, head.road, head.outcome, copies, found, oldest_on, due_on, overdue=due_on < today
    )


def _found(head: Quarantined, on: date) -> Iterator[WhatWasFound]:
    """Each kind of thing once, with the law's word today."""
    for category, mode in dict.fromkeys((it["category"], it["mode"]) for it in head.found):
        these = [it for it in head.found if (it["category"], it["mode"]) == (category, mode)]
        pages = tuple(sorted({it["page"] for it in these if it["page"]}))
        word = _law(category, on, asked=mode == Mode.SOLICIT)
        yield WhatWasFound(Category(category), Mode(mode), len(these), pages, word)


def _law(category: str, on: date, *, asked: bool) -> Ruling:
    listed = category == Category.PROTECTED_LIST
    # By which trait a list is made its words say, and they are sealed: by national origin, where nobody says.
    kind = RecordKind.NATIONAL_ORIGIN if listed else rulings.KINDS[category]
    return ruling(kind, on=on, asked=asked, listed=listed, ask=counsel.decide)
