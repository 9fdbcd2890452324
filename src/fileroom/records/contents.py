"""The one place that opens, writes and shreds contents.

A ciphertext is read only by a statement that also inserts the ledger's event, and the key store gives a key only
against that event's id. So there is no plaintext without its line in the ledger, whatever a caller forgets.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Q

from fileroom import seal
from fileroom.hosting import current_district, durable, on_commit, on_rollback, planned_cursor
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.people.facts import Touch, student_facts
from fileroom.records import places
from fileroom.records.marking import mark_by_words
from fileroom.records.models import Letter, Quarantined, Record, SealedContents, SealedNote, Version
from fileroom.records.objects import new_name, object_store
from fileroom.records.queries import holds, students_on_hold
from fileroom.seal.store import key_store

DESTROY_MANY = """
    UPDATE records_version v SET shredded_at = %s, destruction = going.entry
    FROM unnest(%s::uuid[], %s::uuid[]) AS going (id, entry) WHERE v.id = going.id AND v.shredded_at IS NULL"""
# Above this a ciphertext goes to the object store: PostgreSQL moves larger values out of line in 2 KiB pieces.
FILED_WHOLE = "filed"  # the outcome of a destruction of what was held for nothing: the file has it now
LARGEST_INLINE = 64 * 1024
LARGEST = 50 * 1024 * 1024


class Gone(Exception):
    """The contents were destroyed, or there never were any under this id."""


@dataclass(frozen=True)
class Contents:
    """What a version says: a mapping of fields, or a document's bytes with their media type."""

    form: str
    media_type: str
    body: bytes

    @classmethod
    def structured(cls, fields: dict[str, Any]) -> Contents:
        """Contents made of named values (JSON)."""
        body = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        return cls(Version.Form.STRUCTURED.value, "application/json", body)

    @classmethod
    def document(cls, body: bytes, media_type: str) -> Contents:
        """Contents that are a file's bytes."""
        return cls(Version.Form.DOCUMENT.value, media_type, body)

    @property
    def fields(self) -> dict[str, Any]:
        """The named values of structured contents; ValueError for a document."""
        if self.form != Version.Form.STRUCTURED.value:
            raise ValueError("A document has no fields.")
        fields: dict[str, Any] = json.loads(self.body)
        return fields


@dataclass(frozen=True)
class Filing:
    """A version about to be shelved: a new record's first (`record` made by the caller), or a later one.

    `tells`: by which of its words it tells of a family's status (law.marks); whoever has read it has to say so."""

    record: Record
    number: int
    contents: Contents
    tells: Collection[str]


@dataclass(frozen=True)
class Holding:
    """A document about to be held back at the gate. Its row is made by the caller."""

    quarantined: Quarantined
    contents: Contents


def write(filings: Sequence[Filing], *, by: Actor, purpose: str, at: datetime) -> list[Version]:
    """Seal and shelve versions, set-based, and mark the records whose words tell. Keys go first: a crash leaves keys
    without records, never the reverse."""
    versions = _write([_of_record(filing, by.account, at) for filing in filings], at)
    mark_by_words([(it.record, it.tells) for it in filings], by=by, purpose=purpose, at=at)
    return versions


def hold_back(holdings: Sequence[Holding], *, by: uuid.UUID | None, at: datetime) -> list[Version]:
    """The same of what is held back at the gate: each with a key of its own, and no record of anybody."""
    return _write([_of_quarantine(holding, by, at) for holding in holdings], at)


def issue(letter: Letter, contents: Contents, *, by: uuid.UUID | None, at: datetime) -> Version:
    """Seal and keep what the district wrote, with a key of its own. Its row is made by the caller."""
    said = places.fingerprint_letter(letter, contents)
    version = _version(contents, by, at, letter=letter, number=1, fingerprint=said)
    return _write([(version, contents.body, places.place_letter(version.id, letter))], at)[0]


def note(of: SealedNote, contents: Contents, *, by: uuid.UUID | None, at: datetime) -> Version:
    """Seal and keep what somebody wrote down of no student, with a key of its own. Its row is made by the caller."""
    version = _version(contents, by, at, note=of, number=1, fingerprint=places.fingerprint_note(of, contents))
    return _write([(version, contents.body, places.place_note(version.id, of))], at)[0]


Sealable = tuple[Version, bytes, seal.Place]


def _of_record(filing: Filing, by: uuid.UUID | None, at: datetime) -> Sealable:
    said = places.fingerprint(filing.record, filing.contents)
    version = _version(filing.contents, by, at, record=filing.record, number=filing.number, fingerprint=said)
    return version, filing.contents.body, places.place(version.id, filing.record)


def _of_quarantine(holding: Holding, by: uuid.UUID | None, at: datetime) -> Sealable:
    said = places.fingerprint_held(holding.quarantined, holding.contents)
    version = _version(holding.contents, by, at, quarantined=holding.quarantined, number=1, fingerprint=said)
    return version, holding.contents.body, places.place_held(version.id, holding.quarantined)


def _version(contents: Contents, by: uuid.UUID | None, at: datetime, **of: Any) -> Version:
    size = len(contents.body)
    return Version(form=contents.form, media_type=contents.media_type, size=size, made_at=at, made_by=by, **of)


def _write(these: Sequence[Sealable], at: datetime) -> list[Version]:
    district = current_district()
    keys = key_store().new_data_keys(district, [(where.student, where.kept_as) for _, _, where in these], at)
    sealed = []
    for (version, body, where), key in zip(these, keys, strict=True):
        version.data_key = key.id
        sealed.append(_shelve(version, seal.close(body, key, where)))
    versions = [version for version, _, _ in these]
    Version.objects.bulk_create(versions, batch_size=2000)
    SealedContents.objects.bulk_create(sealed, batch_size=500)
    return versions


def _shelve(version: Version, ciphertext: bytes) -> SealedContents:
    if len(ciphertext) <= LARGEST_INLINE:
        return SealedContents(version=version, ciphertext=ciphertext)
    name = new_name(current_district())
    store = object_store()
    store.put(name, ciphertext)
    on_rollback(lambda: store.delete(name))
    return SealedContents(version=version, object_name=name)


def open_logged(record: Record, version: Version, event: Event) -> Contents:
    """Write the event and read the ciphertext in one statement, then unwrap the key against that event.

    Raises Gone where the contents were destroyed.
    """
    return _open(version, places.place(version.id, record), event)


def open_held(held: Quarantined, version: Version, event: Event) -> Contents:
    """The same of what was held back. Raises Gone."""
    return _open(version, places.place_held(version.id, held), event)


def open_letter(letter: Letter, version: Version, event: Event) -> Contents:
    """The same of a letter. Raises Gone."""
    return _open(version, places.place_letter(version.id, letter), event)


def open_note(of: SealedNote, version: Version, event: Event) -> Contents:
    """The same of a note. Raises Gone."""
    return _open(version, places.place_note(version.id, of), event)


def _open(version: Version, where: seal.Place, event: Event) -> Contents:
    insert, values = ledger.insert_sql(event)
    with planned_cursor() as cursor:
        cursor.execute(
            f"WITH event AS ({insert}) SELECT s.ciphertext, s.object_name "
            "FROM event, records_sealed s WHERE s.version_id = %s",
            [*values, version.id],
        )
        row = cursor.fetchone()
    if row is None:
        raise Gone(f"No contents lie under version {version.id}.")
    district = current_district()
    on_rollback(lambda: key_store().cancel(district, [event.id]))
    try:
        key = key_store().release(district, event.id, version.data_key, event.at)
    except seal.Shredded as error:
        raise Gone(f"The contents of version {version.id} were destroyed.") from error
    ciphertext = bytes(row[0]) if row[0] is not None else object_store().get(row[1])
    body = seal.open(ciphertext, key, where)
    return Contents(version.form, version.media_type, body)


def shred(record: Record, version: Version, event: Event) -> bool:
    """Destroy one version: the leaf and the stub with this transaction, the key as soon as it is committed.

    Returns False, having destroyed nothing, where a hold stands: holds are read under the locks of the student and of
    the record, in the transaction that destroys, and `services.hold` waits for the first of them. Only the key makes
    the difference: the ciphertext in the database, its write-ahead log and its backups is noise without it. A key lies
    in another database and does not come back, so it goes only for an entry that stands and names it; where the server
    stops in between, `finish_destructions` does the rest. Whether the law lets it go is for the caller's decision to
    say. It has the student alone (Touch.CHANGES), so nobody looks first in the same transaction. Raises Gone for what
    was destroyed before.
    """
    student_facts(record.student_id, district_day(event.at), Touch.CHANGES)
    Record.objects.select_for_update().get(pk=record.pk)
    if not Version.objects.filter(pk=version.pk, shredded_at=None).exists():
        raise Gone(f"The contents of version {version.pk} were destroyed.")
    if holds(record.student_id).filter(Q(record=None) | Q(record=record)).exists():
        return False
    ledger.write(replace(event, part=ledger.part_of(record.item, version.data_key)))
    Version.objects.filter(pk=version.pk).update(shredded_at=event.at, destruction=event.id)
    SealedContents.objects.filter(version_id=version.pk).update(ciphertext=None)
    on_commit(lambda: finish_destructions(at=event.at))
    return True


def shred_held(versions: Sequence[Version], event: Event) -> list[Version]:
    """Destroy what was held back, many in a few statements: for each a leaf of its own, made from this event, that
    names its one key. Returns what was destroyed: nothing of a student over whom a hold stands.

    As in `shred` the key goes as soon as all is committed. The caller has the students alone (Touch.CHANGES).
    """
    on_hold = students_on_hold({it.held.student_id for it in versions})
    going = [it for it in versions if it.held.student_id not in on_hold]
    leaves = [_leaf(it, event) for it in going]
    ledger.write_many(leaves)
    with planned_cursor() as cursor:
        cursor.execute(DESTROY_MANY, [event.at, [it.id for it in going], [leaf.id for leaf in leaves]])
    SealedContents.objects.filter(version__in=going).update(ciphertext=None)
    on_commit(lambda: finish_destructions(at=event.at))
    return going


def shred_note(of: SealedNote, version: Version, event: Event) -> None:
    """The same of a note, which is of no student: no hold is asked about, and what it was made from is untouched.

    What a restored backup brought back without its key gets its leaf here. Raises Gone for what has one.
    """
    if not Version.objects.select_for_update().filter(pk=version.pk, destruction=None).exists():
        raise Gone(f"The contents of version {version.pk} were destroyed.")
    ledger.write(replace(event, part=ledger.part_of(of.kind, version.data_key)))
    Version.objects.filter(pk=version.pk).update(shredded_at=event.at, destruction=event.id)
    SealedContents.objects.filter(version_id=version.pk).update(ciphertext=None)
    on_commit(lambda: finish_destructions(at=event.at))


def _leaf(version: Version, event: Event) -> Event:
    part = ledger.part_of(places.QUARANTINE, version.data_key)
    # A family may know that what was held back is gone, and where it was filed whole, that it is not: its line is open,
    # whoever decided.
    outcome = FILED_WHOLE if event.act is Act.QUARANTINE_FILED else ""
    return replace(
        event, id=uuid.uuid4(), act=Act.RECORD_SHREDDED, student=version.held.student_id, record=version.held.id,
        part=part, outcome=outcome, sealed=False,
    )  # fmt: skip


def finish_destructions(*, at: datetime) -> int:
    """Destroy the keys of versions whose destruction is written and committed, and note it; returns how many.

    Safe to repeat: a key that went already is noted as gone.
    """
    with durable():
        pending = Version.objects.filter(destruction__isnull=False, key_gone_at=None).order_by("shredded_at")
        rows = pending.values_list("data_key", "destruction", "shredded_at")
        waiting = [(key, entry, shredded_at) for key, entry, shredded_at in rows if entry and shredded_at]
    if not waiting:
        return 0
    key_store().shred_many(current_district(), waiting)
    with durable():
        return Version.objects.filter(data_key__in=[key for key, _, _ in waiting]).update(key_gone_at=at)


def clear_destroyed(destroyed: Mapping[uuid.UUID, datetime]) -> int:
    """After a restore: of each version whose data key was destroyed keep only what `shred` leaves; returns how many.

    Nothing is destroyed here, and no entry is written: the keys are gone, and the ledger said so when they went.
    """
    back = list(Version.objects.filter(data_key__in=list(destroyed), shredded_at=None))
    for version in back:
        version.shredded_at = version.key_gone_at = destroyed[version.data_key]
    Version.objects.bulk_update(back, ["shredded_at", "key_gone_at"], batch_size=500)
    SealedContents.objects.filter(version__in=back).update(ciphertext=None)
    return len(back)
