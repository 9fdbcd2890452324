"""The operations, gathered; what becomes of an error; and the description that is printed of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as Unfit

from fileroom.api import about, directory, law, log, records, students
from fileroom.api.problems import MEDIA_TYPE, Kind, Told, broken, invalid, problem, wrong
from fileroom.people.answers import FormUsed, Missing

# pydantic's kinds of error in a sentence; its own words may repeat what was sent.
SAYS = {
    "extra_forbidden": "There is no such name here.",
    "literal_error": "Choose one of the values that the description lists.",
    "enum": "Choose one of the values that the description lists.",
    "missing": "This is needed.",
    "string_too_long": "This is too long.",
    "string_too_short": "This is too short.",
    "value_error": "Choose one of the values that the description lists.",
}
PLACES = frozenset({"body", "query", "header", "path", "cookie", "form", "file"})


class Door(NinjaAPI):
    """The REST door of a district."""

    def described(self) -> dict[str, Any]:
        """The OpenAPI description; problems have their own media type."""
        return _described(self)


@lru_cache
def _described(it: Door) -> dict[str, Any]:
    schema: dict[str, Any] = it.get_openapi_schema(path_prefix="/api/v1/")
    for answer in _answers(schema):
        for code, said in answer.items():
            content = said.get("content", {})
            if int(code) >= 400 and "application/json" in content:
                said["content"] = {MEDIA_TYPE: content["application/json"]}
    return schema


def _answers(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for operations in schema["paths"].values():
        for it in operations.values():
            yield it["responses"]


door = Door(
    title="Fileroom",
    version="1",
    description="A school district’s student records. Every answer about a student is decided by the law, and noted.",
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
)
door.add_router("", about.router)
door.add_router("/students", students.router)
door.add_router("", records.router)
door.add_router("/directory", directory.router)
door.add_router("/ledger", log.router)
door.add_router("", law.router)


@door.exception_handler(Told)
def _told(request: HttpRequest, error: Told) -> HttpResponse:
    return error.response


@door.exception_handler(Missing)
def _missing(request: HttpRequest, error: Missing) -> HttpResponse:
    return problem(Kind.MISSING)


@door.exception_handler(FormUsed)
def _used(request: HttpRequest, error: FormUsed) -> HttpResponse:
    return wrong([("Idempotency-Key", "This key was used for something else already. Nothing new was done.")])


@door.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return invalid(error)


@door.exception_handler(Unfit)
def _unfit(request: HttpRequest, error: Unfit) -> HttpResponse:
    """Where it does not fit its description. A name that was made up by whoever sent it is not repeated."""
    return wrong((_where(it), SAYS.get(it["type"], "This is not what the description says.")) for it in error.errors)


def _where(it: dict[str, Any]) -> str:
    known = it["loc"][:-1] if it["type"] == "extra_forbidden" else it["loc"]
    parts = [part for part in known if isinstance(part, str) and part not in PLACES]
    return ".".join(parts[1:] if parts[:1] == ["given"] else parts)


@door.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(Kind.UNREADABLE)


@door.exception_handler(RequestDataTooBig)
def _large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem(Kind.LARGE)


@door.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    return broken(error)
