"""Whose request is it, what may a page do in the browser, and how an error is told. In that order, outermost first."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import render

from fileroom.hosting import register, serving
from fileroom.people.answers import Missing

logger = logging.getLogger("fileroom.web")
Handler = Callable[[HttpRequest], HttpResponse]

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
        name = register.by_host(host)
        if name is None:
            return HttpResponseNotFound("No district answers at this address.", content_type="text/plain")
        with serving(name):
            return get_response(request)

    return serve


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
    """Four kinds of error, told in one place: refused is a value, and these are the other three."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Missing is a 404, unreadable input a 422, all else a 500 with a number and nothing more."""
        if isinstance(error, Missing):
            return render(request, "missing.html", status=404)
        if isinstance(error, ValidationError):
            problems = [{"field": name, "says": " ".join(says)} for name, says in _by_field(error).items()]
            return render(request, "invalid.html", {"problems": problems, "back_url": request.path}, status=422)
        return None


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def report(error: BaseException) -> str:
    """Log what broke and where, never with which values; returns the incident's number."""
    incident = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}:{frame.name}" for frame in reversed(frames))
    logger.error("incident %s: %s at %s", incident, type(error).__qualname__, where)
    return incident


def broken(request: HttpRequest) -> HttpResponse:
    """Django's handler for a 500."""
    import sys

    error = sys.exc_info()[1]
    incident = report(error) if error else "unknown"
    return render(request, "broken.html", {"incident": incident}, status=500)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler for a 404: the words are those of Missing."""
    return render(request, "missing.html", status=404)
