"""Signing in through allauth, each outcome in the ledger.

Not in one transaction: a try is counted, and that is committed, before its password is checked. Those who are counted
wait for each other, and the check takes a tenth of a second on purpose: a school, with its one address, would queue.
Each count is one transaction, in which the next waits: by itself allauth waits a second for its lock, then says no.
"""

from __future__ import annotations

import functools
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.views import LoginView, LogoutView
from allauth.core import ratelimit
from allauth.core.internal.ratelimit import truncate_ip
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from fileroom.hosting import district_transaction
from fileroom.hosting.clients import client
from fileroom.people import accounts
from fileroom.people.services import note_sign_in, note_sign_in_locked, note_sign_in_refused, note_sign_out
from fileroom.web import known
from fileroom.web.gates import by, public
from fileroom.web.language import begin
from fileroom.web.sessions import begin_for_family

# How long allauth's two limits on wrong passwords last (settings.ACCOUNT_RATE_LIMITS).
ADDRESS_LOCKED, NAME_LOCKED = timedelta(minutes=1), timedelta(minutes=5)


class InDistrict(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """allauth's password check; the signed-in account comes with its holder in one query, anew with each request."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        """Nobody is signed in whose next request would not know them: an employee who has left, a closed account."""
        with district_transaction():
            user = super().authenticate(request, **credentials)
        return user if user is None else self.get_user(user.pk)

    def user_can_authenticate(self, user: Any) -> bool:
        """`get_user` says who may. At a no from here allauth tells the right password that the account is closed."""
        return True

    def get_user(self, user_id: Any) -> Any:
        return accounts.account_of(user_id, on=timezone.localdate())


class Doorkeeper(DefaultAccountAdapter):  # type: ignore[misc]
    """The office makes accounts, after it has seen who the person is. Wrong passwords are counted, and end in a lock:
    ten a minute from one address, five in five minutes for one account, and apart for each browser it knows."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy("This name and this password do not belong together."),
        "too_many_login_attempts": gettext_lazy("Too many tries. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client(request)

    def is_ajax(self, request: HttpRequest) -> bool:
        return False  # one answer, in one form; allauth's other is JSON and repeats what was typed

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        with district_transaction():
            try:
                return super().pre_authenticate(request, **credentials)  # type: ignore[no-any-return]
            except ValidationError as error:
                self._note_lock(request, self._get_login_attempts_cache_key(request, **credentials))
                locked = error
        raise locked  # once the line of the lock is committed

    def _rollback_login_failed_rl_usage(self) -> None:
        """The password was right: the try is counted no more."""
        with district_transaction():
            super()._rollback_login_failed_rl_usage()

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        with district_transaction():
            note_sign_in_refused(client(request), at=timezone.now())

    def login(self, request: HttpRequest, user: Any) -> None:
        with district_transaction():
            note_sign_in(by(request, user), at=timezone.now())
            super().login(request, user)

    def logout(self, request: HttpRequest) -> None:
        with district_transaction():
            note_sign_out(by(request), at=timezone.now())
            super().logout(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Whose wrong passwords are counted together: this browser's for the account, the account's, or the name's."""
        name = str(credentials.get("username", ""))
        account = accounts.named(name)
        if account is None:
            return name.upper().lower()
        return known.mark_of(request, accounts.as_it_stands(account), on=timezone.localdate()) or str(account.id)

    def _note_lock(self, request: HttpRequest, whose: str) -> None:
        """One line of the ledger for each lock: of the address where that is full, else of whose guesses they were."""
        address = client(request)
        nobodys = ""  # a key under which nothing is counted: what refuses it is the address's own limit
        free = ratelimit.consume(request, action="login_failed", key=nobodys, dry_run=True)
        # As the limit counts: whoever has one IPv6 address has a network of them.
        network = truncate_ip(address)
        lock, lasts = (("name", whose), NAME_LOCKED) if free else (("address", network), ADDRESS_LOCKED)
        at = timezone.now()
        note_sign_in_locked(address, lock=lock, at=at, until=at + lasts)


def _limited(view: Any) -> Any:
    """So many tries a minute from one address, however they end."""

    @functools.wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with district_transaction():
            free = ratelimit.consume(request, action="entrance")
        response: HttpResponse = view(request, *args, **kwargs) if free else ratelimit.respond_429(request)
        return response

    return inside


def _known(view: Any) -> Any:
    """Whoever has just signed in has done so in this browser, and reads on in their own language; a family for as long
    as it is used."""

    @functools.wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        if request.method == "POST" and request.user.is_authenticated:
            whose: Any = request.user
            begin(response, whose)
            known.remember(request, response, accounts.as_it_stands(whose), on=timezone.localdate())
            if whose.employee_id is None:
                begin_for_family(request.session, at=timezone.now())
        return response

    return inside


def leave(request: HttpRequest) -> None:
    """Sign out, with its line in the ledger; whoever is not signed in has nothing to leave."""
    if request.user.is_authenticated:
        Doorkeeper(request).logout(request)


_methods = require_http_methods(["GET", "POST"])
login = public("the page where people say who they are")(_methods(_limited(_known(LoginView.as_view()))))
logout = public("whoever is here may leave")(_methods(LogoutView.as_view()))
