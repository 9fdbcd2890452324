"""Limits on signing in that hold between workers: allauth counts in Django's cache, and this is ours (decision 0024).

Values are JSON in a table of the district (people.recent). Django's own database cache keeps pickles: there whoever
can write a row could run a program.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.utils import timezone

from fileroom.hosting import district_transaction
from fileroom.people import recent


class Limits(BaseCache):
    """Of Django's cache what allauth's limits use. Each call joins the transaction that is open, or opens one."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)  # the table is the district's own; there is no location to choose

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with district_transaction():
            value = recent.recall(self.make_key(key, version), at=timezone.now())
        return default if value is None else value

    def set(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        at = timezone.now()
        with district_transaction():
            recent.remember(self.make_key(key, version), value=value, at=at, until=self._until(timeout, at))

    def add(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        at = timezone.now()
        with district_transaction():
            return recent.remember_first(
                self.make_key(key, version), value=value, at=at, until=self._until(timeout, at)
            )

    def delete(self, key: str, version: int | None = None) -> bool:
        with district_transaction():
            return recent.forget(self.make_key(key, version))

    def _until(self, timeout: float | None, at: datetime) -> datetime:
        """Nothing is remembered for ever: a limit without an end would shut somebody out for good."""
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT or timeout is None else timeout
        return at + timedelta(seconds=seconds or 0)
