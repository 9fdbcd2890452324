"""Sessions in the district's own schema: a session of one district is nothing to another."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db

from fileroom.hosting import district_transaction


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

    def save(self, must_create: bool = False) -> None:
        with district_transaction():
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        with district_transaction():
            super().delete(session_key)
