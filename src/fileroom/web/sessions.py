"""Sessions in the district's own schema: a session of one district is nothing to another.

The office's lasts a day of work. A family's lasts from one use to the next: the page asks after ten minutes, leaves
after another, and tells of a touch within a minute; where it sleeps, or was closed, the session has ended by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from fileroom.hosting import district_transaction

IDLE_SECONDS = 10 * 60
UNUSED = timedelta(seconds=IDLE_SECONDS + 60 + 60)
ENDS = "ends_at"  # key, of a family's session alone: when it ends however much it is used


def begin_for_family(session: SessionBase, *, at: datetime) -> None:
    """From now on the session ends where it is not used."""
    session[ENDS] = at.timestamp() + settings.SESSION_COOKIE_AGE
    _use(session, at=at)


def end_unused(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Each request is a use of the session it comes with."""

    def use(request: HttpRequest) -> HttpResponse:
        _use(request.session, at=timezone.now())
        return get_response(request)

    return use


def _use(session: SessionBase, *, at: datetime) -> None:
    if ends := session.get(ENDS):
        session.set_expiry(max(1, min(int(UNUSED.total_seconds()), int(ends - at.timestamp()))))


class SessionStore(db.SessionStore):
    """Django's own store; each visit to the table is inside a district transaction."""

    def _get_session_from_db(self) -> Any:
        with district_transaction():
            return super()._get_session_from_db()  # type: ignore[misc]  # a method the stubs leave out

    def _validate_session_key(self, key: str | None) -> bool:
        """A key of another alphabet than ours is no session; PostgreSQL would not even take a NUL."""
        return super()._validate_session_key(key) and str(key).isalnum()  # type: ignore[misc]

    def exists(self, session_key: str) -> bool:
        with district_transaction():
            return bool(super().exists(session_key))

    def get_expire_at_browser_close(self) -> bool:
        """Always, however soon it ends by itself: the cookie is no longer kept than the browser is open."""
        return True

    def save(self, must_create: bool = False) -> None:
        with district_transaction():
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        with district_transaction():
            super().delete(session_key)
