"""What a verification found, in words and as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from fileroom.ledger.events import instant_of
from fileroom.ledger.tables import OPEN, SEALED

MOST = 20  # findings of one kind that are written out; the rest are counted


class Fault(StrEnum):
    """What may be wrong, in alphabetical order."""

    ADDED = "added"
    ALTERED = "altered"
    CHECKPOINT = "checkpoint"
    DESTROYED = "destroyed"
    DROPPED = "dropped"
    GAP = "number gap"
    HEAD = "head"
    HIDDEN = "hidden"
    INDEX = "index"
    OUTSIDE = "outside checkpoint"
    RECEIPT = "receipt"
    REORDERED = "reordered"
    TILE = "tile"


@dataclass(frozen=True)
class Finding:
    """One fault: where it is (log, position) and which entry, as far as that can be told."""

    fault: Fault
    says: str
    log: str = ""
    position: int | None = None
    entry: str = ""

    def to_json(self) -> dict[str, Any]:
        """JSON object; absent values are null."""
        return {
            "fault": self.fault.value,
            "log": self.log or None,
            "position": self.position,
            "entry": self.entry or None,
            "says": self.says,
        }


@dataclass(frozen=True)
class Gap:
    """A receipt that stands while the ledger has no such entry; `key_released`: a key was given out against it.

    `reason` and `signed_by` where one person has signed and the second signature is awaited.
    """

    entry: UUID
    at: datetime
    key_released: bool
    reason: str = ""
    signed_by: UUID | None = None

    def to_json(self) -> dict[str, Any]:
        """JSON object."""
        said = {"entry": str(self.entry), "at": instant_of(self.at), "key_released": self.key_released}
        if self.signed_by is None:
            return said
        return {**said, "reason": self.reason, "signed_by": str(self.signed_by), "second_signature_awaited": True}


@dataclass(frozen=True)
class Explained:
    """A gap that is signed for: why, by the custodian's entry and account, and by the second person's; when last."""

    gap: Gap
    reason: str
    explanation: UUID
    account: UUID
    at: datetime
    second: UUID | None = None
    second_account: UUID | None = None

    def to_json(self) -> dict[str, Any]:
        """JSON object."""
        return {
            **self.gap.to_json(),
            "reason": self.reason,
            "explanation": str(self.explanation),
            "account": str(self.account),
            "second_explanation": str(self.second) if self.second else None,
            "second_account": str(self.second_account) if self.second_account else None,
            "explained_at": instant_of(self.at),
        }


@dataclass
class Report:
    """The result. `sizes` and `roots` by log; `pending` entries wait for their number; `receipts` were compared.

    `gaps` and `explained` are whole lists: receipts without entry, still to be explained or explained already.
    `cancelled_with_key` receipts gave a key out, and then their entry's transaction did not commit.
    """

    findings: list[Finding] = field(default_factory=list)
    unlisted: int = 0
    sizes: dict[str, int] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    entries: int = 0
    pending: int = 0
    sealed_entries: int = 0
    receipts: int = 0
    checkpoints: int = 0
    cancelled_with_key: int = 0
    gaps: list[Gap] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
    _suspects: dict[str, bool] = field(default_factory=dict)  # entry with a bad MAC: has it a receipt?

    def add(self, finding: Finding) -> None:
        """Note a fault; beyond MOST of a kind only the number is kept."""
        if sum(known.fault is finding.fault for known in self.findings) < MOST:
            self.findings.append(finding)
        else:
            self.unlisted += 1

    def suspect(self, entry: str) -> None:
        """An event whose MAC does not fit: altered if the key store knows it, added if not."""
        self._suspects[entry] = False

    @property
    def has_suspects(self) -> bool:
        """Some event's MAC did not fit."""
        return bool(self._suspects)

    def suspected(self, entry: UUID) -> bool:
        """The MAC of this entry's event did not fit."""
        return self.has_suspects and str(entry) in self._suspects

    def known(self, entry: UUID) -> None:
        """The key store has a receipt of this entry."""
        if self.suspected(entry):
            self._suspects[str(entry)] = True

    def settle(self) -> None:
        """Tell added events from altered ones, and put the findings in the order of the logs."""
        for at, found in enumerate(self.findings):
            if found.fault is Fault.ALTERED and not self._suspects.get(found.entry, True):
                says = "This event was added: its MAC does not fit and the key store has no receipt of it."
                self.findings[at] = replace(found, fault=Fault.ADDED, says=says)
        order = {OPEN: 0, SEALED: 1}
        self.findings.sort(key=lambda found: (order.get(found.log, 2), found.position is None, found.position or 0))

    @property
    def ok(self) -> bool:
        """Nothing is wrong."""
        return not self.findings

    @property
    def first_bad(self) -> Finding | None:
        """The first fault that names an entry; where none does, the first fault."""
        return next((found for found in self.findings if found.entry), next(iter(self.findings), None))

    def to_json(self) -> dict[str, Any]:
        """JSON object with everything."""
        return {
            "ok": self.ok,
            "first_bad": self.first_bad.to_json() if self.first_bad else None,
            "findings": [finding.to_json() for finding in self.findings],
            "findings_not_listed": self.unlisted,
            "logs": {log: {"size": size, "root": self.roots[log]} for log, size in self.sizes.items()},
            "entries": self.entries,
            "pending": self.pending,
            "receipts": self.receipts,
            "receipts_cancelled_with_key": self.cancelled_with_key,
            "gaps": [gap.to_json() for gap in self.gaps],
            "explained": [explained.to_json() for explained in self.explained],
            "checkpoints": self.checkpoints,
        }
