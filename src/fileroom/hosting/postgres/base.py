"""PostgreSQL as Fileroom uses it: no statement outside a transaction that has chosen its schema.

Django finds this module by the ENGINE setting `fileroom.hosting.postgres`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base


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

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor inside a scoped transaction; OutsideTransaction anywhere else."""
        if self.scope is None or not self.in_atomic_block:
            raise OutsideTransaction(
                "A statement was tried outside a district transaction. Open one with "
                "hosting.district_transaction() or mark the service @durable_transaction."
            )
        return super().create_cursor(name)
