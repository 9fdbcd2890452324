"""Taking a backup: the ledger first, then keys and records of one moment, sealed before they touch the disk."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from fileroom.hosting import backups, current_district, district_transaction, register
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.ledger.tables import EVENT
from fileroom.records import queries as shelves
from fileroom.records.objects import object_store
from fileroom.safekeeping.folder import VERSION, About, BackupFolder, Manifest, Unusable, records_plain, write
from fileroom.seal.archive import close_stream
from fileroom.seal.store import key_store

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """A backup that was taken; `lacking` names object files that the store did not have."""

    about: About
    objects: int
    lacking: tuple[str, ...]


def take(folder: Path, *, by: Actor, at: datetime) -> Taken:
    """Back the served district up into an empty folder. Raises Unusable, backups.Busy, NoFittingProgram, ProgramFailed.

    The entry is written before the act, so the backup holds the entry of its own taking. Where none is taken after all,
    another says so.
    """
    place, host = BackupFolder(folder), register.host_of(current_district())
    if host is None:
        raise Unusable(f"There is no district {current_district()} here.")
    place.make()
    try:
        ledger.write(ledger.event(Act.BACKUP_TAKEN, by=by, at=at))
        return _take(place, host, at)
    except BaseException:
        place.clear()
        _note_failure(by, at)
        raise


def _note_failure(by: Actor, at: datetime) -> None:
    """What stopped the backup may be what stops this entry: the first error is the one to tell."""
    try:
        ledger.write(ledger.event(Act.BACKUP_FAILED, by=by, at=at))
    except Exception as error:
        logger.error("That a backup failed could not be noted in the ledger: %s.", type(error).__qualname__)


def _take(place: BackupFolder, host: str, at: datetime) -> Taken:
    district, store = current_district(), key_store()
    checkpoint = _checkpoint(at)
    with backups.one_moment(district, quiet=EVENT) as moment:
        keys = _begun(store.dump(district))
        moment.let_go()
        keys_hash = write(place.keys(district), keys)
        about = About(VERSION, district, host, at.astimezone(UTC).isoformat(), checkpoint, keys_hash, moment.dumped_by)
        objects, lacking = _copy_objects(place)
        plain = records_plain(about, objects, moment.dump())
        write(place.records(district), close_stream(plain, store.archive_key(district, "records")))
    place.finish(about)
    return Taken(about, len(objects), lacking)


def _begun(archive: Iterator[bytes]) -> Iterator[bytes]:
    """The same archive, past its header and first block: from then on the key store's snapshot stands."""
    return chain(list(islice(archive, 2)), archive)


def _checkpoint(at: datetime) -> str:
    """The newest checkpoint, after numbering what waits (which another process may be doing just now)."""
    ledger.sequence(at=at)
    try:
        return ledger.checkpoint()
    except ledger.Missing:
        raise backups.Busy("The ledger's first checkpoint is being signed. Try again.") from None


def _copy_objects(place: BackupFolder) -> tuple[Manifest, tuple[str, ...]]:
    """Copy the object files that the shelves name. Read after the moment, so no file of the dump is forgotten."""
    with district_transaction():
        names = list(shelves.object_names())
    objects, lacking = {}, []
    for name in names:
        try:
            body = object_store().get(name)
        except FileNotFoundError:
            lacking.append(name)
            continue
        write(place.object(name), [body])
        objects[name] = sha256(body).hexdigest()
    return objects, tuple(lacking)
