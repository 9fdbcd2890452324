"""The page of marks: what the law's list marks and how the district weighs it, and the last copies it held up.

It names no student and lists no record: how many a person has marked is a number, and nothing leads to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.disclosure.marks.standing import weighed
from fileroom.disclosure.models import MarkChoice, MarkedCopy
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.marks import MARKS, Bears, Mark, Step
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import designator_facts
from fileroom.people.keepers import kept_at
from fileroom.people.models import Account, Student
from fileroom.people.queries import account_names, served_by
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import CareMark, Record

MOST = 50


@dataclass(frozen=True)
class Weighed:
    """One mark as the district weighs it. `chosen_at`: None where the law's list holds as it is."""

    mark: Mark
    bears: Bears
    chosen_at: datetime | None
    chosen_by: str


@dataclass(frozen=True)
class Copy:
    """What came before one copy. `state`: of MarkedCopy; `mine`: the reader has asked; `looked_by`: or nobody yet."""

    id: UUID
    mark: Mark
    step: Step
    state: str
    asked_at: datetime
    asked_by: str
    looked_at: datetime | None
    looked_by: str
    mine: bool


@dataclass(frozen=True)
class MarksPage:
    """`by_hand`: how many records a person has marked; `may_choose`: the reader is designated for the district."""

    marks: tuple[Weighed, ...]
    copies: tuple[Copy, ...]
    by_hand: int
    may_choose: bool


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account keep records, or is it designated?"""
    employee, on = by.account.employee_id, district_day(at)
    with district_transaction():
        return employee is not None and bool(kept_at(employee, on=on) or designator_facts(by.account, on).designated)


def marks_page(*, by: SignedIn, at: datetime) -> MarksPage:
    """The page, for whoever keeps records or is designated: of copies the district's keepers see all, a school's
    those of its students. Raises Missing."""
    employee, on = by.account.employee_id, district_day(at)
    with district_transaction():
        designated = employee is not None and designator_facts(by.account, on).designated
        there = kept_at(employee, on=on) if employee else set()
        if not there and not designated:
            raise Missing
        whole = designated or None in there
        own = Q() if whole else _of_ones_students(by, on)
        copies = list(MarkedCopy.objects.filter(own).order_by("-asked_at")[:MOST])
        by_hand = CareMark.objects.filter(off_at=None).count() if whole else 0
        return MarksPage(_weighed(), _copies(copies, by), by_hand, designated)


def _of_ones_students(by: SignedIn, on: date) -> Q:
    """The copies of one's own asking, and those of records of students one serves."""
    assert by.account.employee_id is not None
    served = Student.objects.filter(served_by(by.account.employee_id, on=on))
    return Q(asked_by=by.account.id) | Q(record__in=Record.objects.filter(student__in=served).values("id"))


def _weighed() -> tuple[Weighed, ...]:
    newest = {row.mark: row for row in MarkChoice.objects.order_by("mark", "-chosen_at").distinct("mark")}
    names, bears = account_names([row.chosen_by for row in newest.values()]), weighed()
    return tuple(
        Weighed(
            it, bears[code], newest[code].chosen_at if code in newest else None,
            names.get(newest[code].chosen_by, "") if code in newest else "",
        )
        for code, it in MARKS.items()
    )  # fmt: skip


def _copies(rows: list[MarkedCopy], by: SignedIn) -> tuple[Copy, ...]:
    names = account_names([it for row in rows for it in (row.asked_by, row.looked_by)])
    return tuple(
        Copy(
            row.id, MARKS[row.mark], Step(row.step), row.state, row.asked_at, names.get(row.asked_by, ""),
            row.looked_at, names.get(row.looked_by, "") if row.looked_by else "", row.asked_by == by.account.id,
        )
        for row in rows
    )  # fmt: skip


@durable_transaction
def choose(once: UUID, code: str, bears: str, *, by: SignedIn, at: datetime) -> None:
    """Weigh a mark that rests on memory otherwise, or as the list has it again. `once`: the row's id.

    Raises Missing (not designated for the whole district), FormUsed, and ValidationError.
    """
    who = designator_facts(by.account, district_day(at))
    if by.account.employee_id is None or not who.designated:
        raise Missing
    mark = MARKS.get(code)
    if mark is None or not mark.open_to_choice or bears not in set(Bears):
        raise ValidationError("This mark is the law’s own: the district cannot weigh it otherwise.")
    Account.objects.select_for_update(no_key=True).get(
        pk=by.account.id
    )  # of two presses at one moment the second waits
    if sent := MarkChoice.objects.filter(pk=once).first():
        if (sent.mark, sent.bears, sent.chosen_by) != (code, bears, by.account.id):
            raise FormUsed
        return
    event = ledger.event(Act.MARK_CHOSEN, record=once, part=code, by=by.acting_as(who.role), outcome=bears, at=at)
    entry = ledger.write(event)
    MarkChoice.objects.create(id=once, mark=code, bears=bears, chosen_at=at, chosen_by=by.account.id, entry=entry)
