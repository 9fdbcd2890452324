"""One record opened, its document taken, and one filed: each through the gate that the pages go through."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Router
from ninja.files import UploadedFile
from ninja.responses import Status

from fileroom.api import shapes
from fileroom.api.gates import acting, operation
from fileroom.api.once import once
from fileroom.api.problems import as_json, granted
from fileroom.api.shapes import Key, PurposeOf, Reason, meant
from fileroom.api.students import listed
from fileroom.collection.items import BY_HAND, form_of
from fileroom.collection.services import Document, collect
from fileroom.disclosure.marks.before import Looked
from fileroom.disclosure.services import Inspected, inspect, open_file
from fileroom.law import Purpose
from fileroom.law.catalogue import Others
from fileroom.people.answers import Missing
from fileroom.people.tokens.scopes import Scope

router = Router(tags=["records"])
BYTES = {"responses": {200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}}}


@operation(
    router, "GET", "/records/{uuid:record_id}", gate="disclosure.inspect", scope=Scope.RECORDS_INSPECT,
    gives=shapes.Record,
)  # fmt: skip
def record(request: HttpRequest, record_id: UUID, purpose: PurposeOf, reason: Reason = "") -> shapes.Record:
    """Open one record. A document's own bytes are an act of their own, at `href`."""
    seen = _seen(request, record_id, purpose, reason, copy=False)
    said: dict[str, Any] = {"fields": seen.contents.fields} if seen.contents.form == "structured" else {}
    if not said:
        href = f"/api/v1/records/{record_id}/document" if seen.may_copy else None
        said["document"] = shapes.Document(
            media_type=seen.contents.media_type, bytes=len(seen.contents.body), href=href
        )  # fmt: skip
    return shapes.Record(
        record=listed(seen.record), student=seen.student, version=seen.version,
        decision=shapes.Decision(**as_json(seen.decision)), entry=seen.entry, **said,
    )  # fmt: skip


@operation(
    router, "GET", "/records/{uuid:record_id}/document", gate="disclosure.inspect", scope=Scope.RECORDS_INSPECT,
    gives=None, openapi_extra=BYTES,
)  # fmt: skip
def document(request: HttpRequest, record_id: UUID, purpose: PurposeOf, reason: Reason = "") -> HttpResponse:
    """Take a copy of a document. A record with fields has none."""
    seen = _seen(request, record_id, purpose, reason, copy=True)
    if seen.contents.form == "structured":
        raise Missing
    response = HttpResponse(seen.contents.body, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{seen.record.item.code}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _seen(request: HttpRequest, record_id: UUID, purpose: str, reason: str, *, copy: bool) -> Inspected:
    who, looked = acting(request, meant(purpose)), Looked(because=reason)
    seen = granted(inspect(record_id, by=who, at=timezone.now(), copy=copy, looked=looked))
    if not isinstance(seen, Inspected):
        raise Missing  # what the office prepares for a family; a token is no family's
    return seen


@operation(
    router, "POST", "/students/{uuid:student_id}/records", gate="collection.collect", scope=Scope.RECORDS_FILE,
    gives=shapes.Filed, status=201,
)  # fmt: skip
def file_record(
    request: HttpRequest, student_id: UUID, purpose: PurposeOf, key: Key, given: shapes.GivenRecord
) -> Status[shapes.Filed]:
    """File one record with fields. What the law keeps out is refused, with the law, and nothing of it is kept."""
    if not set(given.fields) <= {it.name for it in form_of(_by_hand(given.item))}:  # what was made up is not repeated
        raise ValidationError({"fields": "This item’s form has no such field."})
    said = {"about": given.about, "others": given.others}
    return _filed(request, student_id, given.item, dict(given.fields), meant(purpose), key, **said)


@operation(
    router, "POST", "/students/{uuid:student_id}/documents", gate="collection.collect", scope=Scope.RECORDS_FILE,
    gives=shapes.Filed, status=201,
)  # fmt: skip
def file_document(
    request: HttpRequest,
    student_id: UUID,
    purpose: PurposeOf,
    key: Key,
    item: Annotated[str, Form(max_length=60)],
    file: Annotated[UploadedFile, File()],
    about: Annotated[UUID | None, Form()] = None,
    others: Annotated[Others | None, Form()] = None,
) -> Status[shapes.Filed]:
    """File one document, as multipart/form-data, of 50 MB at most. It is opened and read before it is kept."""
    given = Document(str(file.name), file.read())
    return _filed(request, student_id, _by_hand(item), given, meant(purpose), key, about=about, others=others)


def _by_hand(item: str) -> str:
    """The item. Raises ValidationError."""
    if item not in BY_HAND:
        raise ValidationError({"item": "Choose an item of the catalogue of 5 CCR 432 that is filed by hand."})
    return item


def _filed(
    request: HttpRequest, student_id: UUID, item: str, given: dict[str, str] | Document, purpose: Purpose, key: str,
    **said: Any,
) -> Status[shapes.Filed]:  # fmt: skip
    """As at the counter: the file is opened first, and whom that is refused files nothing."""
    by, at = acting(request, purpose), timezone.now()
    made = once(key, f"records:{student_id}", by)
    granted(open_file(student_id, by=by, at=at, step=True))
    done = granted(collect(student_id, item, given, by=by, at=at, once=made, **said))
    filed = shapes.Filed(
        record=done.record, version=done.version, kept_as=done.kept_as,
        decision=shapes.Decision(**as_json(done.decision)), entry=done.entry,
    )  # fmt: skip
    return Status(201, filed)
