"""Lists of directory information: the register, one prepared, and one handed over. As on the page."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Router
from ninja.responses import Status
from pydantic import Field

from fileroom.api.gates import acting, operation
from fileroom.api.once import once
from fileroom.api.problems import Told, granted, refused
from fileroom.api.shapes import Given, Key, Shape
from fileroom.disclosure.directory import lists as made
from fileroom.disclosure.directory import register
from fileroom.disclosure.directory.asking import Wanted, as_said
from fileroom.disclosure.exports.files import CSV
from fileroom.disclosure.exports.lifecycle import Stopped
from fileroom.hosting import current_district
from fileroom.hosting.current import in_words
from fileroom.letters import Letterhead
from fileroom.people.answers import Refused
from fileroom.people.tokens.scopes import Scope
from fileroom.programmes.enforcement.visits import in_writing
from fileroom.programmes.notices.directory import not_yet_told
from fileroom.screening import LOOKS_AT_WRITING, findings_in

router = Router(tags=["directory"])
Code = Annotated[str, Field(max_length=60)]
TEXT = {"responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}}


class Entered(Shape):
    """One list: who made it, for whom, what for, how many. Never who is on it."""

    id: UUID
    code: str
    recipient: str
    kind: str
    purpose: str
    basis: str
    fields: list[str]
    school: str
    size: int
    state: str
    prepared_at: datetime
    expires_at: datetime


class Lists(Shape):
    lists: list[Entered]


class Asked(Given):
    """A list that is asked for; `school` null: the whole district. `identified`: the recipient was checked."""

    recipient: str = Field(max_length=120)
    kind: Code
    purpose: Code
    fields: list[Code] = Field(max_length=20)
    school: UUID | None = None
    section: UUID | None = None
    grades: list[Code] = Field(default=[], max_length=20)
    identified: bool = False


class Prepared(Shape):
    """`waits`: for a second person, on a page."""

    id: UUID
    waits: bool


@operation(router, "GET", "/lists", gate="disclosure.lists", scope=Scope.DIRECTORY_READ, gives=Lists)
def directory_lists(request: HttpRequest) -> Lists:
    """The newest lists of those whose students' records the token's owner keeps."""
    newest = register.lists(by=acting(request), at=timezone.now()).lists
    return Lists(lists=[_entered(it) for it in newest])


def _entered(it: register.Entered) -> Entered:
    return Entered(
        id=it.id, code=it.code, recipient=it.recipient, kind=it.recipient_kind, purpose=it.purpose, basis=it.basis,
        fields=list(it.fields), school=it.school, size=it.size, state=it.state, prepared_at=it.prepared_at,
        expires_at=it.expires_at,
    )  # fmt: skip


@operation(
    router, "POST", "/lists", gate="disclosure.prepare", scope=Scope.DIRECTORY_PREPARE, gives=Prepared, status=201
)
def prepare_list(request: HttpRequest, key: Key, given: Asked) -> Status[Prepared]:
    """Prepare a list. Nothing is handed over yet, and a long one waits for a second person."""
    by = acting(request)
    asking, wanted = once(key, "lists", by), _wanted(given)
    done = granted(
        made.prepare(
            asking,
            wanted,
            second_above=settings.LISTS_SECOND_ABOVE,
            within=settings.LISTS_SECOND_WITHIN,
            enter=in_writing(asking, wanted.recipient),
            untold=not_yet_told,
            by=by,
            at=timezone.now(),
        )
    )
    return Status(201, Prepared(id=done.id, waits=done.waits))


def _wanted(given: Asked) -> Wanted:
    """Raises ValidationError."""
    if found := findings_in(given.recipient, LOOKS_AT_WRITING):
        raise ValidationError({"recipient": f"This held what no record may hold ({found[0].citation})."})
    try:
        return as_said(
            recipient=given.recipient.strip(), kind=given.kind, purpose=given.purpose, fields=given.fields,
            school=given.school, section=given.section, grades=given.grades, identified=given.identified,
        )  # fmt: skip
    except ValueError as error:
        raise ValidationError("A code of this list is none that there is: kind, purpose, fields or grades.") from error


@operation(
    router, "POST", "/lists/{uuid:list_id}/hand-over", gate="disclosure.hand_over", scope=Scope.DIRECTORY_PREPARE,
    gives=None, openapi_extra=TEXT,
)  # fmt: skip
def hand_over_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """The file as CSV, made now for whom the law names now, once: no file is kept, and the list itself is the key."""
    head = Letterhead(
        in_words(current_district()),
        settings.STUDENT_RECORDS_TELEPHONE,
        request.build_absolute_uri(reverse("check_paper")),
    )
    done = made.hand_over(list_id, form=CSV, head=head, untold=not_yet_told, by=acting(request), at=timezone.now())
    if isinstance(done, Refused):
        raise Told(refused(done))
    if isinstance(done, Stopped):
        raise ValidationError("What it rests on has changed since it was prepared. It was stopped: prepare it anew.")
    response = HttpResponse(b"".join(done.file.pieces), content_type="text/csv")
    response["Content-Disposition"] = f'attachment; filename="{done.name}"'
    return response
