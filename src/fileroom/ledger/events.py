"""What the ledger notes: ids, enum codes, times and the client's address. No names, no free text, no contents."""

from __future__ import annotations

import hmac
import re
from binascii import Error as BadHex
from binascii import unhexlify
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

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


class Act(StrEnum):
    """What was done, noun:verb, in alphabetical order."""

    ABSENCE_NOTED = "absence:noted"
    ABSENCE_RETURNED = "absence:returned"
    ABSENCE_SETTLE_REFUSED = "absence:settle_refused"
    ABSENCE_SETTLED = "absence:settled"
    ACCOUNT_SIGN_IN_LOCKED = "account:sign_in_locked"
    ACCOUNT_SIGN_IN_REFUSED = "account:sign_in_refused"
    ACCOUNT_SIGNED_IN = "account:signed_in"
    ACCOUNT_SIGNED_OUT = "account:signed_out"
    BACKUP_FAILED = "backup:failed"
    BACKUP_RESTORED = "backup:restored"
    BACKUP_TAKEN = "backup:taken"
    BUNDLE_IMPORTED = "bundle:imported"
    COLLECTION_REFUSED = "collection:refused"
    CONTRACT_ENTERED = "contract:entered"
    CONTRACT_NOTICED = "contract:noticed"
    CUSTODIAN_DESIGNATED = "custodian:designated"
    CUSTODIAN_HELD_AGAIN = "custodian:held_again"
    CUSTODIAN_REFUSED = "custodian:refused"
    CUSTODIAN_VACANT = "custodian:vacant"
    DISCLOSURE_ANSWERED = "disclosure:answered"
    DISCLOSURE_PUT_OFF = "disclosure:put_off"
    DISCLOSURE_REFUSED = "disclosure:refused"
    EMPLOYEE_CERTIFICATED = "employee:certificated"
    ENFORCEMENT_ANSWERED = "enforcement:answered"
    ENFORCEMENT_CLOSED = "enforcement:closed"
    ENFORCEMENT_DONE = "enforcement:done"
    ENFORCEMENT_LOOKED_AT = "enforcement:looked_at"
    ENFORCEMENT_NOTED = "enforcement:noted"
    ENFORCEMENT_OPENED = "enforcement:opened"
    ENFORCEMENT_READ = "enforcement:read"
    ENFORCEMENT_REFUSED = "enforcement:refused"
    ENFORCEMENT_REPORT_SIGNED = "enforcement:report_signed"
    ENFORCEMENT_REPORTED = "enforcement:reported"
    EXCEPTION_APPROVED = "exception:approved"
    EXCEPTION_DECLARED = "exception:declared"
    EXCEPTION_REFUSED = "exception:refused"
    EXCEPTION_WITHDRAWN = "exception:withdrawn"
    FILE_OPENED = "file:opened"
    FORM_REFUSED = "form:refused"
    FORM_RETIRED = "form:retired"
    FORM_SCREENED = "form:screened"
    GAP_EXPLAINED = "gap:explained"
    INCIDENT_SCOPED = "incident:scoped"
    LAW_SIGN_REFUSED = "law:sign_refused"
    LAW_SIGNED = "law:signed"
    LEDGER_CHECKED = "ledger:checked"
    LETTER_ISSUED = "letter:issued"
    LETTER_OPENED = "letter:opened"
    LIMIT_CONFIRMED = "limit:confirmed"
    LOG_EXPORTED = "log:exported"
    LOG_VIEWED = "log:viewed"
    MAP_SAVED = "map:saved"
    MILESTONE_ENDED = "milestone:ended"
    MILESTONE_ENTERED = "milestone:entered"
    MILESTONE_REFUSED = "milestone:refused"
    NONENROLMENT_ASKED = "nonenrolment:asked"
    NONENROLMENT_REFUSED = "nonenrolment:refused"
    OPENING_READ = "opening:read"
    OPENING_REVIEWED = "opening:reviewed"
    ORDER_FILED = "order:filed"
    ORDER_LIFT_PROPOSED = "order:lift_proposed"
    ORDER_LIFT_REFUSED = "order:lift_refused"
    ORDER_LIFT_WITHDRAWN = "order:lift_withdrawn"
    ORDER_LIFTED = "order:lifted"
    ORDER_LOOKED_AT = "order:looked_at"
    ORDER_PREVIEWED = "order:previewed"
    ORDER_REVIEWED = "order:reviewed"
    ORDERS_NOT_SIGNED_FOR = "orders:not_signed_for"
    ORDERS_PROTOCOL_LACKS = "orders:protocol_lacks"
    ORDERS_PROTOCOL_WHOLE = "orders:protocol_whole"
    ORDERS_RECEIVER_NAMED = "orders:receiver_named"
    ORDERS_SIGN_REFUSED = "orders:sign_refused"
    ORDERS_SIGN_WITHDRAWN = "orders:sign_withdrawn"
    ORDERS_SIGNED_FOR = "orders:signed_for"
    POLICY_ENTERED = "policy:entered"
    POSSIBLE_ORDER_LOOKED_INTO = "possible_order:looked_into"
    POSSIBLE_ORDER_REFUSED = "possible_order:refused"
    PURPOSE_STATED = "purpose:stated"
    QUARANTINE_DESTROYED = "quarantine:destroyed"
    QUARANTINE_HELD = "quarantine:held"
    QUARANTINE_KEPT = "quarantine:kept"
    QUARANTINE_LOOKED_AT = "quarantine:looked_at"
    QUARANTINE_REDACTED = "quarantine:redacted"
    QUARANTINE_REFUSED = "quarantine:refused"
    QUARANTINE_RETURNED = "quarantine:returned"
    RECORD_COLLECTED = "record:collected"
    RECORD_COPIED = "record:copied"
    RECORD_INSPECTED = "record:inspected"
    RECORD_OPENED_ANYWAY = "record:opened_anyway"
    RECORD_RELEASED = "record:released"
    RECORD_SHREDDED = "record:shredded"
    RIGHTS_VERIFIED = "rights:verified"
    RIGHTS_VERIFY_REFUSED = "rights:verify_refused"
    STUDENT_SEARCHED = "student:searched"
    TRAINING_ASSIGNED = "training:assigned"
    TRAINING_COMPLETED = "training:completed"
    TRAINING_GATE_SET = "training:gate_set"
    TRAINING_LET_GO = "training:let_go"
    TRAINING_LISTED = "training:listed"
    TRAINING_REFUSED = "training:refused"
    TRANSFER_RECEIVED = "transfer:received"
    VENDOR_ENTERED = "vendor:entered"


# What the policy's page counts of a school year. An index has these alone (ledger.models): they are few among many.
COUNTED = (
    Act.BACKUP_TAKEN, Act.COLLECTION_REFUSED, Act.DISCLOSURE_ANSWERED, Act.DISCLOSURE_REFUSED, Act.FORM_REFUSED,
    Act.QUARANTINE_HELD, Act.RECORD_RELEASED,
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
