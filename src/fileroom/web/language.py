"""The language of a page: what the browser asks for, until its holder has chosen one. The choice goes with the
account."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views import i18n

from fileroom.people import accounts
from fileroom.web.gates import public


@public("the language of a page is nobody's secret")
def set_language(request: HttpRequest) -> HttpResponse:
    """Turn to another language, and remember it for whoever is signed in."""
    response: HttpResponse = i18n.set_language(request)
    chosen = request.POST.get(i18n.LANGUAGE_QUERY_PARAMETER, "")
    whose: Any = request.user
    if request.method == "POST" and whose.is_authenticated and chosen in dict(settings.LANGUAGES):
        accounts.choose_language(whose, chosen)
    return response


def begin(response: HttpResponse, account: Any) -> None:
    """Whoever has just signed in starts in the language they chose, whatever this browser was left in."""
    if account.language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            account.language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            path=settings.LANGUAGE_COOKIE_PATH,
            domain=settings.LANGUAGE_COOKIE_DOMAIN,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        )
