"""Browsers an account was opened from before: whoever guesses at its password elsewhere does not keep them out.

One signed cookie holds a random id of the browser and, for each account, a mark made of both and of the password's
hash. It opens nothing: it only says whose wrong guesses are counted. A new password ends every mark.
"""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "fileroom_known"
FOR = timedelta(days=180)
MOST = 8  # accounts on one browser; the one not used for longest is forgotten


def mark_of(request: HttpRequest, account: str, *, on: date) -> str:
    """The mark by which this browser is known for the account (people.accounts.as_it_stands); empty where it is not."""
    device, marks = _read(request, on)
    mark = _mark(device, account) if device else ""
    return mark if mark in marks else ""


def remember(request: HttpRequest, response: HttpResponse, account: str, *, on: date) -> None:
    """The account was opened here on this day, with its password."""
    device, marks = _read(request, on)
    device = device or secrets.token_hex(16)
    mark = _mark(device, account)
    others = sorted(((day, it) for it, day in marks.items() if it != mark), reverse=True)[: MOST - 1]
    kept = {mark: on.toordinal(), **{it: day for day, it in others}}
    response.set_cookie(
        COOKIE,
        signing.dumps([device, kept], salt=COOKIE),
        max_age=FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _mark(device: str, account: str) -> str:
    return salted_hmac(COOKIE, f"{device}:{account}", algorithm="sha256").hexdigest()[:32]


def _read(request: HttpRequest, on: date) -> tuple[str, dict[str, int]]:
    """The browser's id and its marks with their days, those that are over left out; nothing where it is not ours."""
    try:
        device, marks = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE)
    except signing.BadSignature:
        return "", {}
    since = (on - FOR).toordinal()
    fresh: dict[str, Any] = {mark: day for mark, day in marks.items() if day > since}
    return str(device), fresh
