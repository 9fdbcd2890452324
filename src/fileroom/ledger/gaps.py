"""Gaps: receipts that stand while the ledger has no such entry, and the entries by which custodians explain them.

A gap comes of a server that was killed between the release of a key and the commit, or of a database restored to an
older state; or somebody removed the entry. Nobody can tell these apart afterwards, so a named person signs for it.
An entry that had its number is no gap: its leaf stands, and nothing explains that away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from fileroom.hosting import current_district, district_transaction
from fileroom.law import Outcome
from fileroom.law.casework.log_keeping import EXPLAINED_UNDER
from fileroom.ledger import sql
from fileroom.ledger.events import FIELDS, Act, valid
from fileroom.ledger.streams import copied_out, row
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
class Explanation:
    """A genuine entry by which somebody who was let to explained a gap."""

    entry: UUID
    gap: UUID
    reason: GapReason
    account: UUID
    at: datetime


def must_be_gap(entry: UUID, *, at: datetime) -> None:
    """Raise NotAGap unless a receipt of this entry stands alone, has settled, and nobody has explained it yet."""
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
        if explanations(key_store().secret(current_district(), "event-mac"), entry):
            raise NotAGap("This gap is explained already.")


def explanations(mac_key: bytes, gap: UUID | None = None) -> dict[UUID, Explanation]:
    """The genuine explanations in the open transaction's ledger, by gap; of one gap only, where it is given."""
    found: dict[UUID, Explanation] = {}
    for line in copied_out(sql.EXPLANATIONS, (Act.GAP_EXPLAINED.value, gap, gap is None)):
        text, salt, proof = line.split(b"\t")
        values = text.split(SEPARATOR)
        if valid(values, salt, proof, mac_key) and (explanation := _read(values)):
            found.setdefault(explanation.gap, explanation)
    return found


def _read(values: list[bytes]) -> Explanation | None:
    """What an entry explains; None where the law had not let its account, or its reason is none."""
    said = dict(zip(FIELDS, (value.decode() for value in values), strict=True))
    let = said["outcome"] in GRANTED and not EXPLAINED_UNDER.isdisjoint(said["rules"].split(","))
    if not (let and said["record"] and said["account"] and said["part"] in set(GapReason)):
        return None
    return Explanation(
        UUID(said["id"]),
        UUID(said["record"]),
        GapReason(said["part"]),
        UUID(said["account"]),
        datetime.fromisoformat(said["at"]),
    )
