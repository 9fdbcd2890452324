"""How a route names its gate. A view without one of these marks does not pass the house's own tests."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn

View = Callable[..., HttpResponse]


def client(request: HttpRequest) -> str:
    """The network address the request came from."""
    return str(request.META.get("REMOTE_ADDR") or "")


def by(request: HttpRequest, account: Any = None) -> SignedIn:
    """Who acts in this request: the session's account, this door, this address."""
    holder: Any = account or request.user
    return SignedIn(holder, "web", client(request))


def public(why: str) -> Callable[[View], View]:
    """Open to anyone, and this is why."""

    def mark(view: View) -> View:
        view.public_because = why  # type: ignore[attr-defined]
        return view

    return mark


def _elsewhere(request: HttpRequest) -> HttpResponse:
    """The first page leads each account to its own; any other page of the wrong door is not there."""
    if request.path == reverse("today"):
        return redirect("family")
    raise Missing


def _gated(service: str, audience: Callable[[Any], bool]) -> Callable[[View], View]:
    def mark(view: View) -> View:
        @functools.wraps(view)
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not audience(request.user):
                return _elsewhere(request)
            return view(request, *args, **kwargs)

        enter.gate = service  # type: ignore[attr-defined]
        return enter

    return mark


def staff(service: str) -> Callable[[View], View]:
    """A page of the office. `service`: the gate that decides what it shows."""
    return _gated(service, lambda account: account.employee_id is not None)


def family(service: str) -> Callable[[View], View]:
    """A page of families and adult students. `service`: the gate that decides what it shows."""
    return _gated(service, lambda account: account.employee_id is None)
