"""PostgreSQL as Fileroom uses it: no statement outside a transaction that has chosen its schema.

Django finds this module by the ENGINE setting `fileroom.hosting.postgres`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base

# A statement of `planned_cursor` is kept by the server, with its plan, from this use on.
PLANNED_FROM = 5


class OutsideTransaction(RuntimeError):
    """A statement was tried outside `hosting.district_transaction`: it has no district, so it must not run."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's wrapper, with one more question before each cursor: whose rows?"""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope: str | None = None
        self.rollback_hooks: list[Callable[[], None]] = []

    @property
    def pg_version(self) -> int:
        """Server version from the connection's greeting: Django's own asks through a cursor, which needs a district."""
        self.ensure_connection()
        version: int = self.connection.info.server_version
        return version

    def get_connection_params(self) -> dict[str, Any]:
        """Django's own, which keep no plan, and from which use on psycopg does for the cursors that can."""
        params: dict[str, Any] = super().get_connection_params()
        return params | {"prepare_threshold": PLANNED_FROM}

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor inside a scoped transaction; OutsideTransaction anywhere else."""
        self._refuse_unscoped()
        return super().create_cursor(name)

    def planned_cursor(self) -> Any:
        """The same for the few statements that every page asks: values go apart from the text, so a plan serves again.

        PostgreSQL drops a plan when the search path is another than it was made under: no district gets another's.
        """
        self._refuse_unscoped()
        return self._prepare_cursor(base.ServerBindingCursor(self.connection))  # type: ignore[attr-defined, call-arg]

    def _refuse_unscoped(self) -> None:
        if self.scope is None or not self.in_atomic_block:
            raise OutsideTransaction(
                "A statement was tried outside a district transaction. Open one with "
                "hosting.district_transaction() or mark the service @durable_transaction."
            )
