"""Idempotency-Key: a write that is sent twice is one act.

The key becomes the id of the row that the write makes, of this account and this kind of write. The second request finds
that row and is told the same; one that says something else is a 422. The primary key decides, so it holds for two at
one moment, and no table remembers keys.
"""

from __future__ import annotations

import re
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from fileroom.hosting import current_district
from fileroom.people.signed_in import SignedIn

SHAPE = re.compile(r"[!-~]{8,200}")


def once(key: str, write: str, by: SignedIn) -> UUID:
    """The id that the row will have. Nobody can guess it who does not know this installation's own key."""
    if not SHAPE.fullmatch(key):
        raise ValidationError({"Idempotency-Key": "Send a key of 8 to 200 letters, new for each act: a UUID will do."})
    said = "\x1f".join([current_district(), str(by.account.id), write, key])
    return UUID(bytes=salted_hmac("fileroom.api.once", said, algorithm="sha256").digest()[:16], version=4)
