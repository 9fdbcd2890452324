"""What the ledger notes: ids, enum codes, times and the client's address. No names, no free text, no contents."""

from __future__ import annotations

import hmac
import re
from binascii import Error as BadHex
from binascii import unhexlify
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from fileroom.ledger.acts import Act
from fileroom.ledger.tables import OPEN, SEALED

SALT = 32  # bytes: the first half goes into the leaf and to the family, the second half hides the client for good
CANONICAL = b"fileroom/event/v1"
# The order of these names is the order of the lines in an event's canonical text. It never changes.
FIELDS = (
    "id", "act", "student", "record", "part", "account", "role", "door", "client",
    "purpose", "outcome", "rules", "law_digest", "at", "log",
)  # fmt: skip
CLIENT_AT = FIELDS.index("client")
CODE = re.compile(r"[A-Za-z0-9_.:/-]{0,120}")
RULE = re.compile(r"[!-+\--\[\]-~]{1,200}")  # printable, neither space, comma nor backslash
CLIENT = re.compile(r"[0-9A-Za-z.:%-]{0,64}")
DIGEST = re.compile(r"([0-9a-f]{64})?")


# What the policy's page counts of a school year. An index has these alone (ledger.models): they are few among many.
COUNTED = (
    Act.BACKUP_TAKEN, Act.COLLECTION_REFUSED, Act.DISCLOSURE_ANSWERED, Act.DISCLOSURE_REFUSED, Act.FORM_REFUSED,
    Act.QUARANTINE_HELD, Act.RECORD_RELEASED,
)  # fmt: skip
# By which an account is shown something of a student, finds some by a search, or is refused: all that the scope of an
# incident counts. An index has the times of these alone: who reads like a machine is asked every minute.
READS = (
    Act.ADDRESS_OPENED, Act.CONTACTS_LISTED, Act.DIRECTORY_RELEASED, Act.DISCLOSURE_REFUSED, Act.ENFORCEMENT_READ,
    Act.ESSENTIALS_PRINTED, Act.FILE_OPENED, Act.INCIDENT_LISTED, Act.INCIDENT_READ, Act.LETTER_ISSUED,
    Act.LETTER_OPENED, Act.LINK_REFUSED, Act.LIST_HANDED_OVER, Act.LOG_EXPORTED, Act.LOG_VIEWED, Act.MARK_REASON_READ,
    Act.NONENROLMENT_LOOKED_AT, Act.NOTICE_LISTED, Act.OPENING_READ, Act.ORDER_LOOKED_AT, Act.ORDER_PREVIEWED,
    Act.QUARANTINE_LOOKED_AT, Act.RECORD_COPIED, Act.RECORD_INSPECTED, Act.RECORD_LISTED, Act.RECORD_RELEASED,
    Act.SOCIAL_MEDIA_LISTED, Act.STUDENT_LISTED, Act.STUDENT_SEARCHED, Act.TOOL_ASKED,
)  # fmt: skip


class Uncodable(ValueError):
    """A value meant for the ledger is not an id, a code, a time or an address."""


@dataclass(frozen=True)
class Actor:
    """Who acted, as what, through which door, from where. `client` is an IP address or empty."""

    account: UUID | None
    role: str
    door: str
    client: str = ""

    def __post_init__(self) -> None:
        _coded("role", self.role, CODE)
        _coded("door", self.door, CODE)
        _coded("client", self.client, CLIENT)


@dataclass(frozen=True)
class Event:
    """One act. `at` is aware and kept in UTC; `sealed` says which of the student's two heads it goes to."""

    id: UUID
    act: Act
    student: UUID | None
    record: UUID | None
    part: str
    actor: Actor
    purpose: str
    outcome: str
    rules: tuple[str, ...]
    law_digest: str
    at: datetime
    sealed: bool

    def __post_init__(self) -> None:
        for name in ("part", "purpose", "outcome"):
            _coded(name, getattr(self, name), CODE)
        for rule in self.rules:
            _coded("rule", rule, RULE)
        _coded("law_digest", self.law_digest, DIGEST)
        if self.at.tzinfo is None:
            raise Uncodable("An event's time carries its zone.")
        object.__setattr__(self, "at", self.at.astimezone(UTC))


def _coded(name: str, value: str, shape: re.Pattern[str]) -> None:
    if not shape.fullmatch(value):
        raise Uncodable(f"The ledger takes codes only; {name!r} is not one.")  # the value itself may be private


def _text(id_: UUID | None) -> str:
    return str(id_) if id_ else ""


def instant_of(at: datetime) -> str:
    """A time as the ledger writes it: UTC, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def as_values(event: Event) -> list[bytes]:
    """The event's values in the order of FIELDS, absent ids empty, the client in clear: what `sql.ROW` reads back."""
    who = event.actor
    values = (
        str(event.id), event.act.value, _text(event.student), _text(event.record), event.part,
        _text(who.account), who.role, who.door, who.client, event.purpose, event.outcome,
        ",".join(event.rules), event.law_digest, instant_of(event.at),
        SEALED if event.sealed else OPEN,
    )  # fmt: skip
    return [value.encode() for value in values]


def hidden_client(client: bytes, salt: bytes) -> bytes:
    """The client's address as the canonical text holds it.

    A family's bundle shows every canonical text. A parent's address on the network can lead to a home, so it is
    hashed with the half of the salt that no bundle carries.
    """
    return sha256(salt[16:] + client).hexdigest().encode()


def canonical(values: Sequence[bytes], salt: bytes) -> bytes:
    """The bytes that are hashed into the leaf and covered by the MAC: one line a field, the client hidden."""
    return b"\n".join(
        (CANONICAL, *values[:CLIENT_AT], hidden_client(values[CLIENT_AT], salt), *values[CLIENT_AT + 1 :], b"")
    )


def digest(text: bytes, salt: bytes) -> bytes:
    """What the leaf holds of an event: SHA-256 over the open half of its salt and its canonical text."""
    return sha256(salt[:16] + text).digest()


def mac(key: bytes, salt: bytes, text: bytes) -> bytes:
    """HMAC-SHA-256 over the whole salt and the canonical text, under a key the records' database never sees."""
    return hmac.digest(key, salt + text, "sha256")


def valid(values: list[bytes], salt: bytes, proof: bytes, key: bytes) -> tuple[bytes, bytes] | None:
    """Canonical text and salt of an event whose MAC (hex, like the salt) fits; None for any other."""
    try:
        raw, given = unhexlify(salt), unhexlify(proof)
    except BadHex:
        return None
    text = canonical(values, raw)
    return (text, raw) if mac(key, raw, text) == given else None


def label(key: bytes, student: bytes) -> bytes:
    """The name a student's entries go by in the log: HMAC-SHA-256 over the id's 16 bytes.

    `student` is the id as text; empty for acts on no one student, whose label is the district's own.
    """
    return hmac.digest(key, UUID(student.decode()).bytes if student else b"district", "sha256")
