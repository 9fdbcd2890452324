"""Signing in through allauth, each of its pages inside one transaction of the district, each outcome in the ledger."""

from __future__ import annotations

import functools
from typing import Any

from allauth.account import signals
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.views import LoginView, LogoutView
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from fileroom.hosting import district_transaction
from fileroom.people import accounts
from fileroom.people.services import note_sign_in, note_sign_in_refused, note_sign_out
from fileroom.web.gates import by, client, public


class InDistrict(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """allauth's password check; the signed-in account comes with its holder in one query."""

    def get_user(self, user_id: Any) -> Any:
        return accounts.account_of(user_id, on=timezone.localdate())


class NoSelfRegistration(DefaultAccountAdapter):  # type: ignore[misc]
    """The office makes accounts, after it has seen who the person is."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client(request)


def _in_district(view: Any) -> Any:
    @functools.wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with district_transaction():
            response: Any = view(request, *args, **kwargs)
            # Rendered here: its template may still read rows, and nothing reads a row outside a transaction.
            answer: HttpResponse = response.render() if hasattr(response, "render") else response
            return answer

    return inside


login = public("the page where people say who they are")(_in_district(LoginView.as_view()))
logout = public("whoever is here may leave")(_in_district(LogoutView.as_view()))


@receiver(signals.user_logged_in)
def _signed_in(request: HttpRequest, user: Any, **_: Any) -> None:
    note_sign_in(by(request, user), at=timezone.now())


@receiver(user_login_failed)
def _refused(request: HttpRequest | None, **_: Any) -> None:
    if request is not None:
        note_sign_in_refused(client(request), at=timezone.now())


@receiver(signals.user_logged_out)
def _signed_out(request: HttpRequest, user: Any, **_: Any) -> None:
    note_sign_out(by(request, user), at=timezone.now())
