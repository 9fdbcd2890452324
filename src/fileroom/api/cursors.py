"""Where a list goes on: a mark that says the last row shown, signed, and good for that list of that account alone.

What came since before that row moves nothing, and the row itself is named by its id: a mark holds no name.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from fileroom.hosting import current_district

ID, MAC = 16, 16


def cursor(last: UUID, *of: object) -> str:
    """The mark of a list that ended with this row; `of`: which list, and whose."""
    return urlsafe_b64encode(last.bytes + _mac(last, of)).decode().rstrip("=")


def read(mark: str, *of: object) -> UUID | None:
    """The row after which the list goes on; None where there is no mark. Raises ValidationError at any other's."""
    if not mark:
        return None
    try:
        raw = urlsafe_b64decode(mark + "=" * (-len(mark) % 4))
    except (NotBase64, ValueError):
        raw = b""
    if len(raw) != ID + MAC or not hmac.compare_digest(raw[ID:], _mac(last := UUID(bytes=raw[:ID]), of)):
        raise ValidationError({"cursor": "This is no cursor of this list. Begin again without one."})
    return last


def _mac(last: UUID, of: tuple[object, ...]) -> bytes:
    said = "\x1f".join([current_district(), str(last), *map(str, of)])
    return salted_hmac("fileroom.api.cursors", said, algorithm="sha256").digest()[:MAC]
