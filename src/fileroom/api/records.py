"""One record opened, its document taken, and one filed: each through the gate that the pages go through."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from fileroom.api import shapes
from fileroom.api.gates import acting, operation
from fileroom.api.once import once
from fileroom.api.problems import as_json, granted
from fileroom.api.shapes import Key, PurposeOf, meant
from fileroom.api.students import listed
from fileroom.collection.items import BY_HAND, form_of
from fileroom.collection.services import Document, collect
from fileroom.disclosure.services import Inspected, inspect, open_file
from fileroom.people.answers import Missing
from fileroom.people.tokens.scopes import Scope

router = Router(tags=["records"])
BYTES = {"responses": {200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}}}


@operation(
    router, "GET", "/records/{uuid:record_id}", gate="disclosure.inspect", scope=Scope.RECORDS_INSPECT,
    gives=shapes.Record,
)  # fmt: skip
def record(request: HttpRequest, record_id: UUID, purpose: PurposeOf) -> shapes.Record:
    """Open one record. A document's own bytes are an act of their own, at `href`."""
    seen = _seen(request, record_id, purpose, copy=False)
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
def document(request: HttpRequest, record_id: UUID, purpose: PurposeOf) -> HttpResponse:
    """Take a copy of a document. A record with fields has none."""
    seen = _seen(request, record_id, purpose, copy=True)
    if seen.contents.form == "structured":
        raise Missing
    response = HttpResponse(seen.contents.body, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{seen.record.item.code}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _seen(request: HttpRequest, record_id: UUID, purpose: str, *, copy: bool) -> Inspected:
    seen = granted(inspect(record_id, by=acting(request, meant(purpose)), at=timezone.now(), copy=copy))
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
    """File one record of one student. What the law keeps out is refused, with the law, and nothing of it is kept."""
    by, at = acting(request, meant(purpose)), timezone.now()
    what = _given(given)
    made = once(key, f"records:{student_id}", by)
    granted(open_file(student_id, by=by, at=at, step=True))
    done = granted(
        collect(student_id, given.item, what, by=by, at=at, about=given.about, others=given.others, once=made)
    )
    return Status(
        201,
        shapes.Filed(
            record=done.record, version=done.version, kept_as=done.kept_as,
            decision=shapes.Decision(**as_json(done.decision)), entry=done.entry,
        ),
    )  # fmt: skip


def _given(given: shapes.GivenRecord) -> dict[str, str] | Document:
    """What was handed in: the texts of an item's fields, or a document. Raises ValidationError."""
    if given.item not in BY_HAND:
        raise ValidationError({"item": "Choose an item of the catalogue of 5 CCR 432 that is filed by hand."})
    if (given.fields is None) == (given.document is None):
        raise ValidationError({"fields": "Send the item's `fields`, or its `document`: one of the two."})
    if given.fields is not None:
        if not set(given.fields) <= {it.name for it in form_of(given.item)}:  # what was made up is not repeated
            raise ValidationError({"fields": "This item’s form has no such field."})
        return dict(given.fields)
    assert given.document is not None, "one of the two"
    try:
        body = b64decode(given.document.base64, validate=True)
    except (NotBase64, ValueError) as error:
        raise ValidationError({"document.base64": "This is not base64."}) from error
    return Document(given.document.name, body)
