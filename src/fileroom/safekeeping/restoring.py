"""Restoring a backup: read to its end first, then all of it or nothing, then the ledger is asked.

What this first form does:
- It restores one district under its own name, to which keys and contents are bound, where nothing stands under it.
- Keys that the present key store still has are kept, and the archive's are left alone: so a key destroyed after the
  backup stays destroyed, and its version becomes the stub that shredding leaves. Entries written after the backup are
  lost with the records; the key store's receipts tell which, and the report counts them.

What it does not do: where the key store is lost too, the keys come back as they were at the backup, and with them what
was destroyed since. Nothing here knows of those destructions; the district must repeat them from its certificates.
Keys alone, or one student alone, cannot be restored.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fileroom.hosting import backups, districts, drills, register, serving
from fileroom.hosting.backups import Standing
from fileroom.hosting.drills import Drill
from fileroom.hosting.postgres_programs import Program
from fileroom.ledger import services as ledger
from fileroom.ledger.keys import Keys
from fileroom.ledger.services import Act, Actor
from fileroom.ledger.tree.note import BadNote, Checkpoint
from fileroom.records import services as shelves
from fileroom.records.objects import object_store
from fileroom.safekeeping.folder import About, BackupFolder, Manifest, Unusable, hash_of, opened_records, read
from fileroom.safekeeping.ground import BORN_WITH
from fileroom.seal import Tampered
from fileroom.seal.archive import open_stream
from fileroom.seal.store import key_store


@dataclass(frozen=True)
class Restored:
    """A district that is back. `kept_keys`: the present key store's keys were kept; `replayed`: destructions."""

    about: About
    kept_keys: bool
    replayed: int
    objects: int
    report: ledger.Report

    @property
    def lost(self) -> int:
        """Entries written after the backup, which only their receipts remember."""
        return len(self.report.gaps) if self.kept_keys else 0

    @property
    def whole(self) -> bool:
        """The ledger is that of the backup, whatever was written later and is lost."""
        return len(self.report.findings) + self.report.unlisted == self.lost


def restore(folder: Path, *, by: Actor, at: datetime) -> Restored:
    """Restore a backup. Raises NoBackup, NoFittingProgram, Tampered and Unusable before the district is touched.

    Raises ProgramFailed, or Tampered where the folder is altered meanwhile, after what was begun has been removed;
    copies of object files may stay, which say nothing and are overwritten when it is tried again.
    """
    place = BackupFolder(folder)
    about = place.about()
    program = backups.loader(about.pg_dump)
    objects = _read_through(place, about)
    districts.migrate_all()
    kept_keys = _fit(about)
    with _all_or_nothing(about.district):
        _bring_back(place, about, objects, program, kept_keys=kept_keys)
    with serving(about.district):
        done = _examined(about, objects, kept_keys=kept_keys, by=by, at=at)
    drills.record(about.district, Drill(about.taken_at, at, done.whole))
    return done


def _read_through(place: BackupFolder, about: About) -> Manifest:
    """Read every part to its end. Raises Tampered."""
    store, district = key_store(), about.district
    objects, dump = opened_records(place.records(district), store.archive_key(district, "records"), about)
    for _ in dump:
        pass
    if hash_of(place.keys(district)) != about.keys_sha256:
        raise Tampered("The archive of keys is missing, altered, or another backup's.")
    for _ in open_stream(read(place.keys(district)), store.archive_key(district, "keys")):
        pass
    damaged = [name for name, digest in objects.items() if hash_of(place.object(name)) != digest]
    if damaged:
        raise Tampered(f"{len(damaged)} object files are missing or altered; the first is {damaged[0]}.")
    return objects


def _fit(about: About) -> bool:
    """Whether keys that belong to this backup stand here already. Raises Unusable where it cannot be restored here."""
    district = about.district
    if backups.standing(district, besides=BORN_WITH) is Standing.FILLED:
        raise Unusable(f"{district} holds records here. A backup is restored only where there is none.")
    registered = register.host_of(district)
    if registered is None and (other := register.by_host(about.host)) is not None:
        raise Unusable(
            f"{about.host} leads to {other} here. First: fileroom district add {district} --host ANOTHER; then restore."
        )
    if registered is not None and backups.others_connected():
        # They remember the secrets of the empty district, and would sign and seal with them.
        raise Unusable(f"{district} is being served. Stop Fileroom, restore, and start it again.")
    return _keys_stand(about)


def _keys_stand(about: About) -> bool:
    found = key_store().check(about.district)
    if not any(found[2:]):
        return False
    if not found.ok:
        raise Unusable(f"The key store holds keys of {about.district} that do not open: {found.says}")
    try:
        Checkpoint.opened(about.checkpoint, Keys(about.district).public)
    except BadNote:
        raise Unusable(
            f"The key store holds other keys under the name {about.district}, not those of this backup."
        ) from None
    return True


@contextmanager
def _all_or_nothing(district: str) -> Iterator[None]:
    """Where it fails, the district is as absent or as empty as it was."""
    stood = backups.standing(district, besides=BORN_WITH) is not Standing.ABSENT
    registered = register.host_of(district) is not None
    backups.begin(district, besides=BORN_WITH)
    try:
        yield
    except BaseException:
        backups.give_up(district)
        if registered and stood:
            backups.begin(district, besides=BORN_WITH)
            districts.migrate(district)
            backups.finish(district)
        raise


def _bring_back(place: BackupFolder, about: About, objects: Manifest, program: Program, *, kept_keys: bool) -> None:
    """Tables, objects, keys, today's shape, register: in this order, for keys once loaded are not taken out again."""
    district, store = about.district, key_store()
    _, dump = opened_records(place.records(district), store.archive_key(district, "records"), about)
    backups.load(district, dump, program=program)
    for name in objects:
        object_store().put(name, b"".join(read(place.object(name))))
    districts.migrate(district)
    if not kept_keys:
        store.load(district, read(place.keys(district)))
    if register.host_of(district) is None:
        register.add(district, about.host)
    backups.finish(district)


def _examined(about: About, objects: Manifest, *, kept_keys: bool, by: Actor, at: datetime) -> Restored:
    """Replay destructions, verify the ledger against the backup's checkpoint, and note that it was restored.

    From here the log is another than whoever holds a later checkpoint knows. The entry says at which size they part.
    """
    replayed = shelves.replay_destructions(key_store().shreds(about.district))
    report = ledger.verify(checkpoint=about.checkpoint, patience=0)
    outcome, size = f"destructions_replayed:{replayed}", Checkpoint.parse(about.checkpoint).size
    ledger.write(ledger.event(Act.BACKUP_RESTORED, part=f"log_size:{size}", by=by, outcome=outcome, at=at))
    ledger.sequence(at=at)
    return Restored(about, kept_keys, replayed, len(objects), report)
