"""The page behind the link of an account: its holder chooses a password, once, and signs in by it."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from fileroom.hosting.clients import client
from fileroom.people import tries
from fileroom.programmes.accounts import inviting
from fileroom.web.gates import public
from fileroom.web.link_page import link_page
from fileroom.web.open_link import in_its_language

TRIES = 60  # a minute, from one network


class PasswordForm(forms.Form):
    """The password, twice."""

    password = forms.CharField(
        label=gettext_lazy("A password"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least twelve signs. Several words that only you would put together are good."),
        error_messages={"required": gettext_lazy("Write a password.")},
    )  # fmt: skip
    again = forms.CharField(
        label=gettext_lazy("The same once more"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Write it once more.")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Both are the same, or it is not known which was meant."""
        said: dict[str, Any] = super().clean() or {}
        if {"password", "again"} <= set(said) and said["password"] != said["again"]:
            self.add_error("again", gettext("These two are not the same. Write both again."))
        return said


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@public("the holder of an account chooses a password by a link of 256 bits, once; to look at the page uses nothing up")
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password; a link that opens nothing says so, and what to do. In the language of the mail that led here,
    unless its reader has chosen one."""
    return in_its_language(request, lambda: _answered(request, token))


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    if not tries.may_try("welcome", client(request), most=TRIES, at=timezone.now()):
        stopped: HttpResponse = ratelimit.respond_429(request)
        return stopped
    name = inviting.name_behind(token, at=timezone.now())
    if name is None:
        return link_page(request, "public/welcome_over.html", {}, status=404)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            done = inviting.choose_password(
                token, form.cleaned_data["password"], client=client(request), at=timezone.now()
            )
        except ValidationError as error:
            form.add_error("password", error.messages)
        else:
            return redirect("account_login") if done else link_page(request, "public/welcome_over.html", {}, status=404)
    return link_page(request, "public/welcome.html", {"form": form, "name": name}, status=422 if form.errors else 200)
