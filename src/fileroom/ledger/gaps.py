"""Gaps: receipts that stand while the ledger has no such entry, and the entries by which custodians explain them.

A gap comes of a server that was killed between the release of a key and the commit, or of a database restored to an
older state; or somebody removed the entry. Nobody can tell these apart afterwards, so a named person signs for it,
and a second where a key was given out. That a backup was restored is believed only where the ledger has it so.
An entry that had its number is no gap: its leaf stands, and nothing explains that away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from fileroom.hosting import current_district, district_transaction
from fileroom.law import Outcome
from fileroom.law.casework.log_keeping import EXPLAINED_UNDER, SECONDED_UNDER
from fileroom.ledger import sql
from fileroom.ledger.acts import Act
from fileroom.ledger.events import FIELDS, valid
from fileroom.ledger.streams import copied_out, row
from fileroom.seal.receipts import Receipt
from fileroom.seal.store import key_store

# A key is released before its entry is committed: until then the entry of a slow transaction only looks like a gap.
SETTLES = timedelta(minutes=1)
SEPARATOR = sql.SEPARATOR.encode()
GRANTED = (Outcome.MAY.value, Outcome.MUST.value)


class GapReason(StrEnum):
    """Why an entry is missing, in alphabetical order. A closed list: the ledger holds no free text."""

    RESTORED_FROM_BACKUP = "restored_from_backup"
    SERVER_STOPPED = "server_stopped"


class NotAGap(ValueError):
    """There is nothing to explain; the message says why."""


@dataclass(frozen=True)
class Signature:
    """A genuine entry by which somebody who was let to signed for a gap. `first`: as the one who explains it."""

    entry: UUID
    gap: UUID
    reason: GapReason
    account: UUID
    at: datetime
    first: bool


@dataclass(frozen=True)
class Explanation:
    """A gap's reason with its signatures: the custodian's, and another person's where there is one."""

    reason: GapReason
    signed: Signature
    second: Signature | None

    @property
    def at(self) -> datetime:
        """When the last signature was given."""
        return max(self.signed.at, self.second.at) if self.second else self.signed.at


@dataclass
class Signed:
    """What the open transaction's ledger holds of signatures, by gap, and when backups were restored."""

    signatures: dict[UUID, list[Signature]] = field(default_factory=dict)
    restored: list[datetime] = field(default_factory=list)

    def explanation(self, receipt: Receipt) -> Explanation | None:
        """Why this receipt stands alone: a reason two have signed for, or else one that one has."""
        found = self.explanations(receipt)
        return next((it for it in found if it.second), next(iter(found), None))

    def explanations(self, receipt: Receipt) -> list[Explanation]:
        """One for each who has explained it."""
        of_gap = [it for it in self.signatures.get(receipt.event, []) if self._counts(it, receipt)]
        return [self._with_second(first, of_gap) for first in of_gap if first.first]

    def _counts(self, signature: Signature, receipt: Receipt) -> bool:
        """Given once the gap had settled, and where the reason is a restored backup, after one was restored."""
        if signature.at < receipt.at + SETTLES:
            return False
        of_backup = signature.reason is GapReason.RESTORED_FROM_BACKUP
        return not of_backup or self.was_restored(receipt.at, signature.at)

    def was_restored(self, since: datetime, until: datetime) -> bool:
        """Did the ledger note between these two that a backup was restored?"""
        return any(since < at <= until for at in self.restored)

    def _with_second(self, first: Signature, of_gap: list[Signature]) -> Explanation:
        other = (it for it in of_gap if it.reason is first.reason and it.account != first.account)
        return Explanation(first.reason, first, next(other, None))


def whole(explanation: Explanation | None, receipt: Receipt) -> bool:
    """Has everybody signed who must? Two people, where the receipt let a key go."""
    return explanation is not None and (explanation.second is not None or receipt.data_key is None)


def awaits_second(gap: UUID, reason: str) -> bool:
    """Has somebody explained this gap so, and a key was given out: is the next signature the second?"""
    receipt = key_store().receipt(current_district(), gap)
    if receipt is None or receipt.data_key is None:
        return False
    with district_transaction():
        so_far = signed(key_store().secret(current_district(), "event-mac"), gap)
    return any(it.reason == reason for it in so_far.explanations(receipt))


def must_await_signature(entry: UUID, *, reason: GapReason, account: UUID, at: datetime) -> None:
    """Raise NotAGap unless a receipt of this entry stands alone, has settled, and still lacks this account's name."""
    receipt = key_store().receipt(current_district(), entry)
    if receipt is None or receipt.cancelled:
        raise NotAGap("The key store has no standing receipt of this entry: nothing is missing.")
    with district_transaction():
        if row(sql.EVENTS_AMONG, ([entry],)):
            raise NotAGap("The ledger has this entry: nothing is missing.")
        if row(sql.NUMBERED_AMONG, ([entry],)):
            raise NotAGap("This entry had its number in the tree. It was removed, and nothing explains that.")
        if at < receipt.at + SETTLES:
            raise NotAGap("This entry may still be being written. Check again in a minute.")
        so_far = signed(key_store().secret(current_district(), "event-mac"), entry)
        _must_be_open(so_far, receipt, reason, account, at)


def _must_be_open(so_far: Signed, receipt: Receipt, reason: GapReason, account: UUID, at: datetime) -> None:
    if whole(so_far.explanation(receipt), receipt):
        raise NotAGap("This gap is explained already.")
    if any(it.reason is reason and it.signed.account == account for it in so_far.explanations(receipt)):
        raise NotAGap("You have signed for this gap. A key was given out, so another person must sign too.")
    if reason is GapReason.RESTORED_FROM_BACKUP and not so_far.was_restored(receipt.at, at):
        raise NotAGap("The ledger has no entry that a backup was restored since then. It must have another reason.")


def signed(mac_key: bytes, gap: UUID | None = None) -> Signed:
    """The genuine signatures in the open transaction's ledger, of one gap only where it is given."""
    found = Signed()
    for said in _genuine(mac_key, Act.GAP_EXPLAINED, gap):
        if signature := _read(said):
            found.signatures.setdefault(signature.gap, []).append(signature)
    if any(it.reason is GapReason.RESTORED_FROM_BACKUP for of in found.signatures.values() for it in of) or gap:
        found.restored = [datetime.fromisoformat(said["at"]) for said in _genuine(mac_key, Act.BACKUP_RESTORED, None)]
    return found


def _genuine(mac_key: bytes, act: Act, gap: UUID | None) -> Iterator[dict[str, str]]:
    """The entries of this act whose MAC fits, each as its fields."""
    for line in copied_out(sql.OF_ACT, (act.value, gap, gap is None)):
        text, salt, proof = line.split(b"\t")
        values = text.split(SEPARATOR)
        if valid(values, salt, proof, mac_key):
            yield dict(zip(FIELDS, (value.decode() for value in values), strict=True))


def _read(said: dict[str, str]) -> Signature | None:
    """What an entry signs for; None where the law had not let its account, or its reason is none."""
    under = set(said["rules"].split(","))
    first = not EXPLAINED_UNDER.isdisjoint(under)
    let = said["outcome"] in GRANTED and (first or not SECONDED_UNDER.isdisjoint(under))
    if not (let and said["record"] and said["account"] and said["part"] in set(GapReason)):
        return None
    return Signature(
        UUID(said["id"]),
        UUID(said["record"]),
        GapReason(said["part"]),
        UUID(said["account"]),
        datetime.fromisoformat(said["at"]),
        first,
    )
