"""The law asked: the questions and answers of `fileroom decide`, by the same function. No district is read."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from ninja import Router

from fileroom.api.gates import operation
from fileroom.api.problems import wrong
from fileroom.law import default_calendar
from fileroom.law.streaming import answers
from fileroom.people.tokens.scopes import Scope

router = Router(tags=["law"])
MOST, LARGEST = 1000, 2**20
LINES = "application/x-ndjson"
TEXT = {"schema": {"type": "string", "description": "One question a line, one answer a line, in the same order."}}
EXTRA = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"type": "object"}}, LINES: TEXT},
    },
    "responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}, LINES: TEXT}}},
}


@operation(router, "POST", "/decide", gate="law.answers", scope=Scope.LAW_DECIDE, gives=None, openapi_extra=EXTRA)
def decide(request: HttpRequest) -> HttpResponse:
    """Ask the law. One question as JSON; or as JSON lines up to 1,000, where one that cannot be read has an `error`.

    By the calendar that comes with the program, as the command without one. Nothing is read or written.
    """
    many = request.content_type == LINES
    if len(request.body) > LARGEST:
        return wrong([("", f"At most {LARGEST // 2**20} MB at a time: send several.")])
    lines = request.body.splitlines() if many else [request.body.replace(b"\n", b" ").replace(b"\r", b" ")]
    if len(lines) > MOST:
        return wrong([("", f"At most {MOST:,} questions at a time: send several.")])
    given = list(answers(lines, default_calendar()))
    if many:
        return HttpResponse("".join(f"{text}\n" for text, _ in given), content_type=LINES)
    if not given:
        return wrong([("", "Send a question.")])
    ((text, read),) = given
    if not read:
        return wrong([("", json.loads(text)["error"])])
    return HttpResponse(text, content_type="application/json")
