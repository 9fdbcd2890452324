"""Walk the whole ledger and say what is wrong: every event, leaf, head, tile, index, checkpoint and receipt."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from fileroom.hosting import current_district, durable
from fileroom.ledger import sql
from fileroom.ledger.keys import Keys
from fileroom.ledger.standing import Stored, last_checkpoint
from fileroom.ledger.streams import rows
from fileroom.ledger.tables import SEALED
from fileroom.ledger.tree.note import BadNote, Checkpoint
from fileroom.ledger.verifying.destructions import hold_destructions
from fileroom.ledger.verifying.loose import hold_loose, settle_loose
from fileroom.ledger.verifying.report import Explained, Fault, Finding, Gap, Report
from fileroom.ledger.verifying.signed import OpenWalk
from fileroom.ledger.verifying.twice import hold_once
from fileroom.ledger.verifying.walk import Walk

__all__ = ["Explained", "Fault", "Finding", "Gap", "Progress", "Report", "nothing_to_show", "verify"]


Progress = Callable[[int, int], None]


def nothing_to_show(walked: int, of: int) -> None:
    """A progress that shows nothing."""


def verify(*, checkpoint: str | None = None, patience: float = 2.0, progress: Progress = nothing_to_show) -> Report:
    """Check everything as it stood at one moment; `checkpoint` is a signed note kept outside.

    Raises BadNote where the text given is no checkpoint at all. `patience` (seconds) is given to entries that were
    being written while the walk went on. `progress` is told how many entries were walked, and of how many.
    """
    outside = Checkpoint.parse(checkpoint) if checkpoint is not None else None
    keys, report = Keys(current_district()), Report()
    with durable():
        with connection.cursor() as cursor:
            cursor.execute(sql.ONE_MOMENT)
        last = last_checkpoint()
        of = last.entries + last.sealed_size if last else 0

        def passed() -> None:
            """A log with more entries than were signed for is never more than walked."""
            progress(min(report.entries, of), of)

        passed()
        sealed = _walk_sealed(keys, report, passed)
        walk = OpenWalk(keys, report, {outside.size} if outside else set(), sealed.roots)
        walk.run(passed)
        _hold_ends(sealed, walk.last, report)
        hold_once(report)
        loose = hold_loose(keys, report)
        hold_destructions(keys, report)
    settle_loose(loose, keys, report, patience)
    if outside and checkpoint:
        _hold_outside(outside, checkpoint, walk, keys)
    report.settle()
    return report


def _walk_sealed(keys: Keys, report: Report, passed: Callable[[], None]) -> Walk:
    walk = Walk(SEALED, keys, report, {size for (size,) in rows(sql.SEALED_SIZES)})
    walk.run(passed)
    report.sealed_entries = report.entries
    return walk


def _hold_ends(sealed: Walk, last: Stored | None, report: Report) -> None:
    """The sealed log ends where the last checkpoint says; no row belongs to a log that does not exist."""
    signed = last.sealed_size if last else 0
    if sealed.frontier.size > signed:
        report.add(Finding(Fault.ADDED, "There are leaves behind the last checkpoint.", SEALED, signed))
    for log, position in rows(sql.OF_NO_LOG):
        report.add(Finding(Fault.ADDED, f"A row belongs to a log {log!r} that does not exist.", position=position))


def _hold_outside(outside: Checkpoint, note: str, walk: OpenWalk, keys: Keys) -> None:
    """The log must be the one the checkpoint kept outside was signed for, grown."""
    try:
        Checkpoint.opened(note, keys.public)
    except BadNote as error:
        says = f"The checkpoint kept outside is not signed by this district: {error}"
    else:
        root = walk.roots.get(outside.size)
        if root == outside.root:
            return
        if root is None:
            says = f"The checkpoint kept outside has {outside.size} leaves; this log has only {walk.frontier.size}."
        else:
            says = f"At {outside.size} leaves this log is not the one of the checkpoint kept outside: it was rewritten."
    walk.report.add(Finding(Fault.OUTSIDE, says))
