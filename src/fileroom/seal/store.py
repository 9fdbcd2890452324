"""The key store: wrapped keys in a database apart from the records, and a receipt for each key it lets go.

A key leaves only by `release`, whose one statement writes the receipt and reads the key, so the receipts can be held
against the ledger: an event dropped from the ledger still has its receipt here. Keys are committed here before the
record that needs them is; a crash leaves a key without a record, never a record without its key.
"""

from __future__ import annotations

import atexit
import os
import select
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from uuid import UUID

from psycopg import Connection, errors
from psycopg_pool import ConnectionPool

from fileroom.seal import classes, keybook, receipts, schema
from fileroom.seal.archive import close_stream, open_stream
from fileroom.seal.envelope import DataKey, fresh_key
from fileroom.seal.faults import AlreadyUsed, NotConfigured, Shredded, UnknownKey
from fileroom.seal.receipts import ALL, CANCEL, CONFIRM, Range, Receipt, Sum
from fileroom.seal.releases import RELEASE, RELEASE_MANY, unwrapped
from fileroom.seal.ring import ClassKey, Owner, Ring, YearKey
from fileroom.seal.root import Root, read_root
from fileroom.seal.schema import within
from fileroom.seal.shreds import SHRED, SHRED_CLASS, SHRED_KEYS_OF_CLASS, SHREDDED_BY, SHREDS

SETTING = "FILEROOM_KEYS_URL"
SECRETS = ("checkpoint-signing", "event-mac", "search", "student-label")

ADD_SECRET = "INSERT INTO {secret} (name, wrapped) VALUES (%s, %s) ON CONFLICT DO NOTHING"
SECRET = "SELECT wrapped FROM {secret} WHERE name = %s"
ADD_DATA_KEYS = "COPY {data_key} (id, class_key_id, wrapped, made_at) FROM STDIN"
NOTE = "INSERT INTO {release} (event_id, at) VALUES (%s, %s)"
NOTE_MANY = "COPY {release} (event_id, at) FROM STDIN"
SCOUR = "VACUUM (FULL) {data_key}, {class_key}"


class KeyStore:
    """The keys of all districts of an installation. One per process; safe to share between threads."""

    def __init__(self, url: str, root: Root) -> None:
        self._ring = Ring(root)
        self._secrets: dict[tuple[str, str], bytes] = {}
        # Autocommit: a release is one round trip, committed when its answer is read. The check spares every pooled
        # connection its one failure after the database was restarted.
        self._pool = ConnectionPool(
            url,
            kwargs={"autocommit": True},
            min_size=1,
            max_size=8,
            timeout=10,
            check=_check_where_heard_from,
            name="fileroom-keys",
            open=True,
        )

    def close(self) -> None:
        """Close the connections and let go of every key."""
        self._pool.close()
        self._secrets.clear()

    def found(self, district: str) -> None:
        """Create the district's schema, tables and secrets where they are not yet there. Safe to repeat."""
        with self._transaction() as connection:
            self._create(connection, district)
            for name in SECRETS:
                connection.execute(within(district, ADD_SECRET), (name, self._ring.new_secret(district, name)))

    def secret(self, district: str, name: str) -> bytes:
        """A secret of 32 bytes: one of SECRETS, else UnknownKey. Read once per process."""
        if (district, name) not in self._secrets:
            with self._pool.connection() as connection:
                row = connection.execute(within(district, SECRET), (name,)).fetchone()
            if row is None:
                raise UnknownKey(f"The key store of {district} has no secret named {name!r}.")
            self._secrets[district, name] = self._ring.secret(district, name, row[0])
        return self._secrets[district, name]

    def new_data_keys(self, district: str, owners: Sequence[Owner], at: datetime) -> list[DataKey]:
        """A fresh key for each (student or None, class), in order; committed before it returns."""
        if not owners:
            return []
        keys = [fresh_key() for _ in owners]
        with self._transaction() as connection:
            above = classes.class_keys(connection, self._ring, district, owners, at)
            with connection.cursor().copy(within(district, ADD_DATA_KEYS)) as copy:
                for key, owner in zip(keys, owners, strict=True):
                    class_id, cipher = above[owner]
                    copy.write_row((key.id, class_id, self._ring.wrap(district, key, cipher), at))
        return keys

    def release(self, district: str, event_id: UUID, data_key_id: UUID, at: datetime) -> DataKey:
        """The data key, against the event that says why. Raises Shredded, UnknownKey, AlreadyUsed, Tampered.

        The receipt is committed before the key is unwrapped and stands also where there is no key to give.
        """
        with self._pool.connection() as connection, _one_receipt_each():
            row = connection.execute(within(district, RELEASE), (event_id, data_key_id, at)).fetchone()
        assert row is not None, "the statement returns a row or fails"
        wrapped, class_id, student, kept_as, class_wrapped, year_id, year, year_wrapped, shredded_at = row
        if wrapped is None:
            raise _no_key(data_key_id, shredded_at)
        cipher = self._ring.year(district, YearKey(year_id, year, year_wrapped))
        above = self._ring.class_(district, ClassKey(class_id, student, kept_as, class_wrapped), cipher)
        return self._ring.unwrap(district, data_key_id, wrapped, above)

    def release_many(self, district: str, wanted: Sequence[tuple[UUID, UUID]], at: datetime) -> dict[UUID, DataKey]:
        """The data keys of these (event, key), by the key's id: each event opens its one key. Those destroyed are not
        among them; their receipts are. Raises AlreadyUsed, Tampered."""
        events, keys = [event for event, _ in wanted], [key for _, key in wanted]
        with self._pool.connection() as connection, _one_receipt_each():
            rows = connection.execute(within(district, RELEASE_MANY), (at, events, keys)).fetchall()
        return unwrapped(self._ring, district, rows)

    def note(self, district: str, event_ids: Iterable[UUID], at: datetime) -> None:
        """Receipts for events that open nothing, all or none. Raises AlreadyUsed."""
        events = list(event_ids)
        with self._pool.connection() as connection, _one_receipt_each():
            if len(events) == 1:
                connection.execute(within(district, NOTE), (events[0], at))
            elif events:
                with connection.cursor().copy(within(district, NOTE_MANY)) as copy:
                    for event in events:
                        copy.write_row((event, at))

    def confirm(self, district: str, event_ids: Iterable[UUID], at: datetime) -> int:
        """Leave receipts for those of the events that have none; returns how many that were."""
        with self._pool.connection() as connection:
            return connection.execute(within(district, CONFIRM), (at, list(event_ids))).rowcount

    def cancel(self, district: str, event_ids: Iterable[UUID]) -> None:
        """Mark receipts whose events were rolled back. They stay: a key may have been read against them."""
        with self._pool.connection() as connection:
            connection.execute(within(district, CANCEL), (list(event_ids),))

    def receipts(self, district: str, among: Range = ALL) -> Iterator[Receipt]:
        """Receipts in order of event id, streamed."""
        with self._transaction() as connection:
            yield from receipts.each(connection, district, among)

    def receipt(self, district: str, event_id: UUID) -> Receipt | None:
        """The receipt of one event, or None."""
        with self._pool.connection() as connection:
            return receipts.one(connection, district, event_id)

    def cancelled(self, district: str, event_ids: Iterable[UUID]) -> set[UUID]:
        """Those of the events whose receipt was cancelled; asks for no others."""
        with self._pool.connection() as connection:
            return receipts.cancelled(connection, district, list(event_ids))

    def receipts_in_short(self, district: str, among: Range) -> Sum:
        """The same receipts as one text, to be compared at once."""
        with self._pool.connection() as connection:
            return receipts.sum_of(connection, district, among)

    def shred(self, district: str, data_key_id: UUID, event_id: UUID, at: datetime) -> bool:
        """Delete one wrapped data key, for the event that says why; what it closed cannot be opened again.

        False where there was none to delete. The event must be committed: a key that is gone does not come back.
        """
        return self.shred_many(district, [(data_key_id, event_id, at)]) == 1

    def shred_many(self, district: str, going: Sequence[tuple[UUID, UUID, datetime]]) -> int:
        """The same for many, in one statement: key, event and time of each. Returns how many there were to delete."""
        with self._pool.connection() as connection:
            return connection.execute(
                within(district, SHRED), [list(column) for column in zip(*going, strict=True)]
            ).rowcount

    def shred_class(self, district: str, student: UUID | None, kept_as: str, event_id: UUID, at: datetime) -> int:
        """Delete the class key of (student, class) and all data keys under it; returns how many data keys went."""
        with self._transaction() as connection:
            row = connection.execute(within(district, SHRED_CLASS), (at, student, kept_as)).fetchone()
            if row is None:
                return 0
            # A statement of its own: it sees the keys of those who held the class key until just now.
            return connection.execute(within(district, SHRED_KEYS_OF_CLASS), (row[0], event_id, at)).rowcount

    def shreds(self, district: str) -> Iterator[tuple[UUID, datetime]]:
        """Every destroyed data key and when it went, streamed: what a restore replays."""
        with self._transaction() as connection, connection.cursor(name="shreds") as cursor:
            cursor.execute(within(district, SHREDS))
            yield from cursor

    def shredded_by(self, district: str) -> Iterator[tuple[UUID, UUID | None, bool]]:
        """Every destroyed data key, the event it went for, and whether that event's receipt stands; streamed."""
        with self._transaction() as connection, connection.cursor(name="shredded_by") as cursor:
            cursor.execute(within(district, SHREDDED_BY))
            yield from cursor

    def scour(self, district: str) -> None:
        """Write the key tables anew, so that deleted wrapped keys leave their files. Openings wait meanwhile (seconds).

        PostgreSQL otherwise keeps a deleted row's bytes until the room is needed. The write-ahead log and the backups
        of the key store hold them until they expire: keep those short.
        """
        with self._pool.connection() as connection:
            connection.execute(within(district, SCOUR))

    def newest_year(self, district: str) -> int | None:
        """The year of the newest yearly key; None where nothing was closed yet."""
        with self._pool.connection() as connection:
            return classes.newest_year(connection, district)

    def rotate(self, district: str, year: int, at: datetime) -> int:
        """Wrap all class keys anew under the key of `year`, and drop the older years' keys; returns how many.

        Data keys and data stay as they are. Safe to repeat; ValueError for a year before the newest.
        """
        with self._transaction() as connection:
            rewrapped = classes.rotate(connection, self._ring, district, year, at)
        self._ring.forget(district)
        return rewrapped

    def founded(self, district: str) -> bool:
        """Whether the district has its secrets here."""
        with self._transaction() as connection:
            return keybook.founded(connection, district)

    def check(self, district: str) -> keybook.Check:
        """Whether the root key opens this district's keys, and how many there are; a bad key is an answer here."""
        with self._transaction() as connection:
            return keybook.check(connection, self._ring, district)

    def dump(self, district: str) -> Iterator[bytes]:
        """All wrapped keys and receipts of one moment, as a sealed archive only this root key opens."""
        with self._transaction() as connection:
            key = self._ring.archive_key(district, "keys")
            yield from close_stream(keybook.write(connection, district), key)

    def load(self, district: str, chunks: Iterable[bytes]) -> None:
        """Put a dump back into a district without keys, all or nothing. Raises Tampered, NotEmpty.

        Keys shredded since the dump come back with it: replay those destructions, then `check`, before serving.
        """
        with self._transaction() as connection:
            self._create(connection, district)
            key = self._ring.archive_key(district, "keys")
            keybook.read(connection, district, open_stream(chunks, key))
        self._secrets = {place: secret for place, secret in self._secrets.items() if place[0] != district}

    def archive_key(self, district: str, purpose: str) -> bytes:
        """The key for `archive.close_stream` of another kind of backup ("records" …)."""
        return self._ring.archive_key(schema.checked(district), purpose)

    def _create(self, connection: Connection, district: str) -> None:
        # CREATE … IF NOT EXISTS of two founders at once can still collide; the lock ends with the transaction.
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('fileroom key store'))")
        for statement in schema.CREATE:
            connection.execute(within(district, statement))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._pool.connection() as connection, connection.transaction():
            yield connection


def _check_where_heard_from(connection: Connection) -> None:
    """Ask only where something waits to be read: a server that ends its connections leaves its farewell there."""
    unread = select.poll()
    unread.register(connection.fileno(), select.POLLIN)
    if unread.poll(0):
        ConnectionPool.check_connection(connection)


@contextmanager
def _one_receipt_each() -> Iterator[None]:
    try:
        yield
    except errors.UniqueViolation:
        raise AlreadyUsed("This event has its receipt already: each event opens at most one key, once.") from None


def _no_key(data_key_id: UUID, shredded_at: datetime | None) -> Exception:
    if shredded_at is not None:
        return Shredded(f"Data key {data_key_id} was destroyed on {shredded_at:%Y-%m-%d}.")
    return UnknownKey(f"There is no data key {data_key_id} in this district.")


def key_store() -> KeyStore:
    """This process's key store, from FILEROOM_KEYS_URL and FILEROOM_ROOT_KEY_FILE; raises NotConfigured."""
    return _of_process(os.getpid())


@cache
def _of_process(process: int) -> KeyStore:
    # By process id: a worker that was forked must not share its parent's connections, nor close them when it ends.
    url = os.environ.get(SETTING, "")
    if not url:
        raise NotConfigured(f"{SETTING} is not set: it must name the database the keys are kept in.")
    store = KeyStore(url, read_root())
    atexit.register(lambda: store.close() if os.getpid() == process else None)
    return store
