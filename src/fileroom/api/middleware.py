"""Before anything else at this door: no cookie is read or set, the token is recognised, and no answer is a page."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from fileroom.api.problems import BY_STATUS, MEDIA_TYPE, Kind, broken, problem
from fileroom.hosting.clients import client
from fileroom.people.tokens.recognising import Bearer, TooMany, TurnedAway, recognise
from fileroom.programmes.vendors.tokens import holds

Handler = Callable[[HttpRequest], HttpResponse]
HERE = "/api/"
SCHEME = "bearer "
# What a browser would send by itself, and what would turn sentences into another language in an answer for a program.
NOT_READ = ("HTTP_COOKIE", "HTTP_ACCEPT_LANGUAGE")
KEPT = ("Allow", "Retry-After")


def at_the_rest_door(get_response: Handler) -> Handler:
    """Who carries a token, and problems in place of pages, for every address under /api/."""

    def serve(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(HERE):
            return get_response(request)
        for name in NOT_READ:
            request.META.pop(name, None)
        try:
            _recognised(request)
        except Exception as error:
            return broken(error)
        response = get_response(request)
        response.cookies.clear()
        return response if _is_ours(response) else _as_problem(request, response)

    return serve


def _recognised(request: HttpRequest) -> None:
    """`bearer`: whose token it is, None where it is nobody's. `too_many`: it has asked too often."""
    asked = request.META.get("HTTP_AUTHORIZATION", "")
    found: Bearer | TurnedAway | TooMany | None = None
    if asked[: len(SCHEME)].lower() == SCHEME:
        found = recognise(
            asked[len(SCHEME) :].strip(), client=client(request), most=settings.TOKEN_RATE, contract_holds=holds,
            at=timezone.now(),
        )  # fmt: skip
    request.bearer = found if isinstance(found, Bearer) else None  # type: ignore[attr-defined]
    request.too_many = found if isinstance(found, TooMany) else None  # type: ignore[attr-defined]


def _is_ours(response: HttpResponse) -> bool:
    return response.status_code < 300 or response.headers.get("Content-Type") == MEDIA_TYPE


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An answer that Django or a page's middleware made, in this door's words."""
    kind = BY_STATUS.get(response.status_code, Kind.MISSING if response.status_code < 500 else Kind.BROKEN)
    incident = getattr(request, "incident", None)
    made = problem(kind, **({"incident": incident} if incident else {}))
    for name in KEPT:
        if name in response.headers:
            made[name] = response.headers[name]
    return made
