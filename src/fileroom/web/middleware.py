"""Whose request is it, what may a page do in the browser, and how an error is told. In that order, outermost first."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from fileroom.hosting import register, serving
from fileroom.hosting.faults import kind_and_place
from fileroom.people.answers import Missing
from fileroom.web.back import to_go_back_to
from fileroom.web.faults import by_field

logger = logging.getLogger("fileroom.web")
Handler = Callable[[HttpRequest], HttpResponse]

UNPRINTABLE = re.compile("[\\x00\\ud800-\\udfff]")
CONTENT_SECURITY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def serve_district(get_response: Handler) -> Handler:
    """Serve the district that answers at this host; a host the register does not know gets nothing, and no cookie."""

    def serve(request: HttpRequest) -> HttpResponse:
        host = request.META.get("HTTP_HOST", "").rsplit(":", 1)[0].lower()
        name = register.by_host(host) if host.isprintable() else None
        if name is None:
            return HttpResponseNotFound("No district answers at this address.", content_type="text/plain")
        with serving(name):
            return get_response(request)

    return serve


OF_IMPORTS = ("imports", "mapping")


def refuse_too_large(get_response: Handler) -> Handler:
    """A body larger than can be handed in is a 413 before a byte of it is read."""

    def measure(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        size = int(length) if length.isdecimal() else 0
        if size > settings.LARGEST_BODY_OF_A_STRANGER and size > _largest(request):
            problems = [{"says": _too_large(request.path)}]
            return render(request, "invalid.html", {"problems": problems}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return get_response(request)

    return measure


def _too_large(path: str) -> str:
    """What to do instead, on the page of this address."""
    if path == reverse("check_paper"):
        return gettext("No paper of the district is as large as this file. Look its code up without the file.")
    if path in map(reverse, OF_IMPORTS):
        most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 2**20
        says = gettext("A file may have %(most)s MB here. The command on the server takes more: fileroom import.")
        return says % {"most": most}
    return gettext("This is too large to be taken in. A document may have 50 MB: split it, or scan it smaller.")


def _largest(request: HttpRequest) -> int:
    """How much whoever asks may send, in bytes."""
    if SESSION_KEY in request.session or getattr(request, "bearer", None) is not None:  # recognised by the REST door
        return settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    if request.path == reverse("check_paper"):
        return int(settings.LARGEST_PAPER_OF_A_STRANGER)
    return int(settings.LARGEST_BODY_OF_A_STRANGER)


def refuse_unreadable(get_response: Handler) -> Handler:
    """What no page can be about is a 400 before anything acts on it: not UTF-8, a NUL, half a letter, a torn form."""

    def read(request: HttpRequest) -> HttpResponse:
        charset = request.content_params.get("charset", "utf-8") if request.content_params else "utf-8"
        if charset.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise BadRequest
        _decoded(request)
        return get_response(request)

    return read


def _decoded(request: HttpRequest) -> None:
    """Django reads forms when they are first asked for, and what is wrong is raised there. Raises BadRequest."""
    try:
        texts = [request.path, *_texts(request.GET), *(_texts(request.POST) if request.method == "POST" else ())]
    except (UnicodeError, LookupError, MultiPartParserError, UnreadablePostError) as error:
        raise BadRequest from error
    if any(UNPRINTABLE.search(text) for text in texts):
        raise BadRequest


def _texts(fields: QueryDict) -> Iterator[str]:
    for name, values in fields.lists():
        yield name
        yield from values


def security_headers(get_response: Handler) -> Handler:
    """A strict content-security policy, and pages about people stay out of every cache."""

    def add(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Content-Security-Policy", CONTENT_SECURITY)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.setdefault("Cache-Control", "no-store")
        return response

    return add


class answer_errors:  # named like the functions beside it: it is one, with Django's hook for exceptions
    """Four kinds of error, told in one place: refused is a value, and these are the other three.

    And at the address of a form, which is only sent, a page says that there is none."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        page = render(request, "only_sent.html", status=response.status_code)
        page["Allow"] = response["Allow"]
        return page

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Missing is a 404, unreadable input a 422, all else a 500 with a number and nothing more."""
        if isinstance(error, Missing):
            return render(request, "missing.html", status=404)
        if isinstance(error, ValidationError):
            problems = [{"field": name, "says": " ".join(says)} for name, says in by_field(error).items()]
            context = {"problems": problems, "back_url": to_go_back_to(request)}
            return render(request, "invalid.html", context, status=422)
        return None


def report(error: BaseException) -> str:
    """Log what broke and where, never with which values; returns the incident's number."""
    incident = secrets.token_hex(4)
    logger.error("incident %s: %s", incident, kind_and_place(error))
    return incident


def broken(request: HttpRequest) -> HttpResponse:
    """Django's handler for a 500."""
    import sys

    error = sys.exc_info()[1]
    incident = report(error) if error else "unknown"
    request.incident = incident  # type: ignore[attr-defined]  # the REST door tells it in its own words
    return render(request, "broken.html", {"incident": incident}, status=500)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler for a 400: nothing of what was sent is repeated."""
    problems = [{"says": gettext("What was sent cannot be read. Open the page afresh and try again.")}]
    return render(request, "invalid.html", {"problems": problems}, status=400)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler for a 404: the words are those of Missing."""
    return render(request, "missing.html", status=404)
