"""Students, their files, who may be written to and who has looked: read as the office's pages are."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from fileroom.api import cursors, shapes
from fileroom.api.gates import acting, operation
from fileroom.api.problems import as_json, granted
from fileroom.api.shapes import Cursor, Limit, PurposeOf, meant
from fileroom.disclosure import overview
from fileroom.disclosure.log import Looked, Turn, who_has_looked
from fileroom.disclosure.searching import search
from fileroom.disclosure.services import SEALED_ITEM, Listed, open_file
from fileroom.disclosure.writing_to import whom_to_write_to
from fileroom.people.tokens.scopes import Scope

router = Router(tags=["students"])
Words = Annotated[str, Query(min_length=1, max_length=300, description="Parts of a name, an SSID, a birth date.")]


@operation(router, "GET", "", gate="disclosure.search", scope=Scope.STUDENTS_SEARCH, gives=shapes.Students)
def students(
    request: HttpRequest, q: Words, purpose: PurposeOf, limit: Limit = 25, cursor: Cursor = ""
) -> shapes.Students:
    """Find students, of those whom the token's owner may open. A date is read year first: 2015-03-02."""
    by = acting(request, meant(purpose))
    of = ("students", by.account.id, q)
    found = search(q, by=by, at=timezone.now(), most=limit, after=cursors.read(cursor, *of))
    return shapes.Students(
        students=[shapes.Found(id=it.id, name=it.name, grade=it.grade, school=it.school) for it in found.students],
        next_cursor=cursors.cursor(found.students[-1].id, *of) if found.more else None,
        unread=found.unread,
        entry=found.entry,
    )


@operation(router, "GET", "/{uuid:student_id}", gate="disclosure.open_file", scope=Scope.FILES_OPEN, gives=shapes.File)
def student(
    request: HttpRequest, student_id: UUID, purpose: PurposeOf, limit: Limit = 50, cursor: Cursor = ""
) -> shapes.File:
    """Open a student's file: which records there are, of those the owner may open; what they say is in none of them."""
    by, at = acting(request, meant(purpose)), timezone.now()
    of = ("records", by.account.id, student_id)
    last = cursors.read(cursor, *of)
    opened = granted(open_file(student_id, by=by, at=at))
    head = overview.head(opened, on=timezone.localdate())
    records, more = _page(opened.records, last, limit)
    return shapes.File(
        student=shapes.Found(id=student_id, name=head.name, grade=head.grade, school=head.school),
        decision=shapes.Decision(**as_json(opened.decision)),
        records=[listed(it) for it in records],
        next_cursor=cursors.cursor(records[-1].id, *of) if more else None,
        entry=opened.entry,
    )


def _page(records: tuple[Listed, ...], last: UUID | None, limit: int) -> tuple[list[Listed], bool]:
    """The oldest first, so that what is filed meanwhile comes at the end. A row that is gone begins the list anew.

    A court's order is not among them: as on the page, it is led to from what is kept under seal alone.
    """
    open_ = (it for it in records if it.item.code != SEALED_ITEM)
    oldest = sorted(open_, key=lambda it: (it.filed_at, it.id))
    begins = next((place for place, it in enumerate(oldest, 1) if it.id == last), 0)
    return oldest[begins : begins + limit], len(oldest) > begins + limit


def listed(it: Listed) -> shapes.Listed:
    """A record as a list shows it."""
    who = it.about
    return shapes.Listed(
        id=it.id, item=it.item.code, title=it.item.title.en, kept_as=it.item.class_.value,
        citation=it.item.citation.text, filed_at=it.filed_at,
        about=shapes.Person(contact=who.contact, name=who.name, kind=who.kind) if who else None, others=it.others,
    )  # fmt: skip


@operation(
    router, "GET", "/{uuid:student_id}/contacts", gate="disclosure.whom_to_write_to", scope=Scope.CONTACTS_LIST,
    gives=shapes.Contacts,
)  # fmt: skip
def contacts(request: HttpRequest, student_id: UUID, purpose: PurposeOf) -> shapes.Contacts:
    """Whom one may write to about the student today. Ask each time before anything is sent: an order may have come."""
    found = granted(whom_to_write_to(student_id, by=acting(request, meant(purpose)), at=timezone.now()))
    return shapes.Contacts(
        student=student_id,
        contacts=[shapes.Addressee(contact=it.contact, name=it.name, kind=it.kind) for it in found.addressees],
        entry=found.entry,
    )


@operation(
    router, "GET", "/{uuid:student_id}/log", gate="disclosure.who_has_looked", scope=Scope.LOG_READ, gives=shapes.Looks
)
def log(
    request: HttpRequest, student_id: UUID, purpose: PurposeOf, limit: Limit = 50, cursor: Cursor = ""
) -> shapes.Looks:
    """Who has looked, the newest first, for those whom the law lets read it (Ed. Code 49064)."""
    by = acting(request, meant(purpose))
    of = ("log", by.account.id, student_id)
    last = cursors.read(cursor, *of)
    turn = Turn(last, newer=False) if last else None
    found = granted(who_has_looked(student_id, by=by, at=timezone.now(), turn=turn, most=limit, each=True))
    page = found.page
    return shapes.Looks(
        student=student_id,
        decision=shapes.Decision(**as_json(found.decision)),
        looks=_looks(found),
        total=page.total,
        complete=found.complete,
        next_cursor=cursors.cursor(page.entries[-1].event.id, *of) if page.older and page.entries else None,
        entry=found.entry,
    )


def _looks(found: Looked) -> list[shapes.Look]:
    """As the page shows them: of a record that may show a family's status no line says which it is."""
    events = [it.event for it in found.entries]
    names = overview.names([it.actor.account for it in events], families=True)
    parties = {it: party.name for it, party in found.parties.items()}
    return [
        shapes.Look(
            entry=it.id, at=it.at, act=it.act.value, by=names.get(it.actor.account, "") if it.actor.account else "",
            role=it.actor.role, purpose=it.purpose, outcome=it.outcome, part="" if neutral else it.part,
            record=None if neutral else it.record, party=parties.get(it.id),
        )
        for it in events
        for neutral in [it.id in found.neutral]
    ]  # fmt: skip
