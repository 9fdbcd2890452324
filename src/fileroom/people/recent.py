"""A short memory that every worker process shares: a table of the district, with keys nobody can read back.

Keys are HMACs of what they stand for, values are JSON. Call inside the transaction of the act that is remembered: what
is rolled back was never remembered.
"""

from __future__ import annotations

import hmac
import json
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from fileroom.hosting import current_district
from fileroom.people.models import Recent
from fileroom.people.models.recent import TABLE
from fileroom.seal.store import key_store

PUT = f"""INSERT INTO {TABLE} (key, value, until) VALUES (%s, %s, %s)
    ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, until = EXCLUDED.until"""
# Two that would be first at one moment: the second waits for the first to end, and then is not the first.
PUT_FIRST = f"{PUT} WHERE {TABLE}.until <= %s RETURNING key"
# What another transaction is just looking at it will forget itself: to wait for it could be to wait for each other.
TIDY = f"DELETE FROM {TABLE} WHERE key IN (SELECT key FROM {TABLE} WHERE until <= %s FOR UPDATE SKIP LOCKED)"


def recall(*key: object, at: datetime, lasting: timedelta | None = None) -> Any:
    """What is remembered under this key, or None.

    `lasting`: what is to be remembered for longer than this from now on is of a time that has not come, and is not.
    """
    there = Recent.objects.filter(key=_hashed(key), until__gt=at)
    if lasting is not None:
        there = there.filter(until__lte=at + lasting)
    return there.values_list("value", flat=True).first()


def remember(*key: object, value: Any, at: datetime, until: datetime) -> None:
    """Remember this from now on, and forget all that is over."""
    with connection.cursor() as cursor:
        cursor.execute(TIDY, [at])
        cursor.execute(PUT, [_hashed(key), json.dumps(value), until])


def remember_first(*key: object, value: Any, at: datetime, until: datetime) -> bool:
    """The same where nothing is remembered under this key; False where something is."""
    with connection.cursor() as cursor:
        cursor.execute(PUT_FIRST, [_hashed(key), json.dumps(value), until, at])
        return cursor.fetchone() is not None


def forget(*key: object) -> bool:
    """Forget it now; False where there was nothing."""
    deleted, _ = Recent.objects.filter(key=_hashed(key)).delete()
    return deleted > 0


def _hashed(key: tuple[object, ...]) -> str:
    """64 hexadecimal digits. Without the key store nobody can tell which address or account they stand for."""
    secret = key_store().secret(current_district(), "search")
    return hmac.digest(secret, "\x1f".join(["recent", *map(str, key)]).encode(), "sha256").hex()
