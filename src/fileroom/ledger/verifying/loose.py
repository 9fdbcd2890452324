"""What no tree covers: entries that wait for their number, and the key store's receipts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from fileroom.hosting import durable
from fileroom.ledger import sql
from fileroom.ledger.events import FIELDS, valid
from fileroom.ledger.gaps import SEPARATOR, Explanation, signed, whole
from fileroom.ledger.keys import Keys
from fileroom.ledger.sequencing import passed_by
from fileroom.ledger.streams import copied_out, row, rows
from fileroom.ledger.verifying.report import Explained, Fault, Finding, Gap, Report
from fileroom.seal.receipts import Range, Receipt
from fileroom.seal.store import key_store

LOG = FIELDS.index("log")
AMONG = 10_000  # ids asked for in one statement

GONE = "The key store has its receipt, the ledger has no such entry: it was removed, or the server died writing."
AWAITED = f"{GONE} One person has signed for it; a key was given out, so a second signature is awaited."
NUMBERED = "The key store has its receipt and the tree its leaf, the ledger has no such entry: it was removed."
HIDDEN = (
    "It waits while entries that arrived after it have their numbers: it was hidden from the sequencer, or it was"
    " committed ten minutes late. It will have its number by the next day's first call."
)
NO_RECEIPT = "It has its number, and the key store has no receipt of it: the receipt was removed."
CANCELLED = "The key store has its receipt as cancelled, as if it had never been committed, and here it stands."


@dataclass
class Loose:
    """What looked wrong at the moment of the walk, and may have been caught half done."""

    missing: list[Receipt]
    awaited: dict[UUID, Explanation]  # of those missing, what one person has signed for
    explained: list[tuple[Receipt, Explanation]]
    hidden: dict[UUID, str]  # entry: its log


def hold_loose(keys: Keys, report: Report) -> Loose:
    """Pending entries against their MACs, entries against receipts, in the open transaction."""
    hidden, signatures = _hold_pending(keys, report), signed(keys.mac)
    loose = Loose([], {}, [], hidden)
    for receipt in _hold_receipts(keys, report):
        explanation = signatures.explanation(receipt)
        if explanation and whole(explanation, receipt):
            loose.explained.append((receipt, explanation))
            continue
        loose.missing.append(receipt)
        if explanation:
            loose.awaited[receipt.event] = explanation
    return loose


def _hold_pending(keys: Keys, report: Report) -> dict[UUID, str]:
    """Each entry without a leaf must carry a valid MAC; those that the sequencer has passed by are returned."""
    horizon, hidden = passed_by(), {}
    for line in copied_out(sql.UNSEQUENCED):
        text, salt, proof, arrival = line.split(b"\t")
        values = text.split(SEPARATOR)
        entry, log = values[0].decode(), values[LOG].decode()
        report.pending += 1
        if valid(values, salt, proof, keys.mac) is None:
            report.suspect(entry)
            says = "This waiting event is not the one that was noted: its MAC does not fit."
            report.add(Finding(Fault.ALTERED, says, log, None, entry))
        elif int(arrival) <= horizon:
            hidden[UUID(entry)] = log
    return hidden


def _hold_receipts(keys: Keys, report: Report) -> list[Receipt]:
    """Entries and receipts, range by range of ids; where both are the same there is no more to look at."""
    missing: list[Receipt] = []
    for among, entries in _entries():
        found = key_store().receipts_in_short(keys.district, among)
        report.receipts += found.number
        report.cancelled_with_key += found.cancelled_with_key
        if found.standing != entries or report.has_suspects:
            receipts = list(key_store().receipts(keys.district, among))
            missing += _compare(receipts, [UUID(entries[at : at + 32]) for at in range(0, len(entries), 32)], report)
    return missing


def _entries() -> Iterator[tuple[Range, str]]:
    """Every entry's id (32 hex digits), in order, joined; the last range has no end."""
    after: UUID | None = None
    while True:
        found = row(sql.EVENT_IDS, (after, after, AMONG))
        entries = (found[0] if found else None) or ""
        upto = UUID(entries[-32:]) if len(entries) == 32 * AMONG else None
        yield Range(after, upto), entries
        if upto is None:
            return
        after = upto


def _compare(receipts: list[Receipt], entries: list[UUID], report: Report) -> list[Receipt]:
    """Name what does not fit; the receipts that stand alone are returned."""
    for receipt in receipts:
        report.known(receipt.event)
    standing, known = set(entries), {receipt.event for receipt in receipts}
    for receipt in receipts:
        if receipt.cancelled and receipt.event in standing:
            report.add(Finding(Fault.RECEIPT, CANCELLED, entry=str(receipt.event)))
    unknown = [entry for entry in entries if entry not in known and not report.suspected(entry)]
    # A waiting entry may be without a receipt for a moment; a numbered one never is, for the sequencer saw to it.
    numbered = {entry for (entry,) in rows(sql.NUMBERED_AMONG, (unknown,))} if unknown else set()
    for entry in unknown:
        if entry in numbered:
            report.add(Finding(Fault.RECEIPT, NO_RECEIPT, entry=str(entry)))
    return [receipt for receipt in receipts if not receipt.cancelled and receipt.event not in standing]


def settle_loose(loose: Loose, keys: Keys, report: Report, patience: float) -> None:
    """Name what is still wrong after at most `patience` seconds, in which what was half done is done."""
    until = time.monotonic() + patience
    while (loose.missing or loose.hidden) and time.monotonic() < until:
        time.sleep(min(0.2, patience))
        _look_again(loose, keys)
    for entry, log in loose.hidden.items():
        report.add(Finding(Fault.HIDDEN, HIDDEN, log, None, str(entry)))
    alone = [*loose.missing, *(receipt for receipt, _ in loose.explained)]
    numbered = _numbered([receipt.event for receipt in alone])
    for receipt in alone:
        if receipt.event in numbered:
            report.add(Finding(Fault.DROPPED, NUMBERED, entry=str(receipt.event)))
    _name_gaps(loose, numbered, report)


def _name_gaps(loose: Loose, numbered: set[UUID], report: Report) -> None:
    """What the tree never had: gaps, and gaps for which somebody has signed."""
    for receipt in loose.missing:
        if receipt.event not in numbered:
            first = loose.awaited.get(receipt.event)
            report.gaps.append(_gap(receipt, first))
            report.add(Finding(Fault.DROPPED, AWAITED if first else GONE, entry=str(receipt.event)))
    for receipt, why in loose.explained:
        if receipt.event not in numbered:
            report.explained.append(_explained(receipt, why))


def _gap(receipt: Receipt, awaits: Explanation | None = None) -> Gap:
    first = (awaits.reason.value, awaits.signed.account) if awaits else ("", None)
    return Gap(receipt.event, receipt.at, receipt.data_key is not None, *first)


def _explained(receipt: Receipt, why: Explanation) -> Explained:
    second = (why.second.entry, why.second.account) if why.second else (None, None)
    return Explained(_gap(receipt), why.reason.value, why.signed.entry, why.signed.account, why.at, *second)


def _look_again(loose: Loose, keys: Keys) -> None:
    missing = [receipt.event for receipt in loose.missing]
    present, numbered = _among(sql.EVENTS_AMONG, missing), _numbered(list(loose.hidden))
    loose.hidden = {entry: log for entry, log in loose.hidden.items() if entry not in numbered}
    rest = set(missing) - present
    taken_back = key_store().cancelled(keys.district, rest) if rest else set()
    loose.missing = [receipt for receipt in loose.missing if receipt.event in rest - taken_back]


def _numbered(entries: list[UUID]) -> set[UUID]:
    return _among(sql.NUMBERED_AMONG, entries)


def _among(statement: str, entries: list[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    if entries:
        with durable():
            for first in range(0, len(entries), AMONG):
                found.update(it for (it,) in rows(statement, (entries[first : first + AMONG],)))
    return found
