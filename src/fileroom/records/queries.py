"""Lists that reveal no contents."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from fileroom.hosting import planned_cursor
from fileroom.law.facts import RecordKind
from fileroom.people.models import FamilyChoice
from fileroom.records.models import Hold, Record, SealedContents, Version

RESTRICTION = RecordKind.DIRECTORY_RESTRICTION.value


def of_student(student_id: uuid.UUID) -> QuerySet[Record]:
    """A student's records, newest first."""
    return Record.objects.filter(student_id=student_id).order_by("-filed_at")


def holds(student_id: uuid.UUID) -> QuerySet[Hold]:
    """Holds that stand over a student or one of the student's records."""
    return Hold.objects.filter(student_id=student_id, lifted_at__isnull=True)


def is_held(student_id: uuid.UUID | None) -> bool:
    """Does a hold stand over anything of this student; None: over anything of anybody?"""
    standing = Hold.objects.filter(lifted_at=None)
    return (standing.filter(student_id=student_id) if student_id else standing).exists()


def students_on_hold(students: Collection[uuid.UUID | None]) -> set[uuid.UUID | None]:
    """Of these students, those over all of whose things a hold stands."""
    return set(whose_all_is_on_hold().filter(student__in=[it for it in students if it]))


def whose_all_is_on_hold() -> QuerySet[Hold, uuid.UUID]:
    """The students over all of whose things a hold stands."""
    return Hold.objects.filter(record=None, lifted_at=None).values_list("student_id", flat=True)


def object_names() -> Iterator[str]:
    """Names of the object files that hold contents nobody has destroyed."""
    kept = SealedContents.objects.filter(object_name__isnull=False, version__shredded_at=None)
    for name in kept.order_by("object_name").values_list("object_name", flat=True).iterator():
        yield str(name)


def destructions_pending() -> int:
    """Versions whose destruction is written and whose key is not yet known to be gone."""
    return Version.objects.filter(destruction__isnull=False, key_gone_at=None).count()


# Every page of a record begins with this row; the ORM's own statement took three times as long to build.
SHELVED = """
    SELECT r.id, r.student_id, r.item, r.kept_as, r.about, r.origin, r.filed_at, r.involves_other_students,
           r.segregable, v.id, v.number, v.form, v.media_type, v.size, v.data_key, v.made_at
    FROM records_record r CROSS JOIN LATERAL (
        SELECT * FROM records_version WHERE record_id = r.id ORDER BY number DESC LIMIT 1
    ) v
    WHERE r.id = %s AND v.shredded_at IS NULL"""


def shelved(record_id: uuid.UUID) -> tuple[Record, Version] | None:
    """A record with its newest version; None where there is none, or that one was destroyed.

    What a destroyed version had corrected is not the record again.
    """
    with planned_cursor() as cursor:
        cursor.execute(SHELVED, [record_id])
        row = cursor.fetchone()
    if row is None:
        return None
    record = Record(
        id=row[0],
        student_id=row[1],
        item=row[2],
        kept_as=row[3],
        about=row[4],
        origin=row[5],
        filed_at=row[6],
        involves_other_students=row[7],
        segregable=row[8],
    )
    version = Version(
        id=row[9],
        record=record,
        number=row[10],
        form=row[11],
        media_type=row[12],
        size=row[13],
        data_key=row[14],
        made_at=row[15],
    )
    return record, version


def refusing_on_paper(student: uuid.UUID | None = None) -> dict[uuid.UUID, datetime]:
    """The students in whose files a refusal of directory information lies (5 CCR 432) that nobody has taken back since
    it was filed, and when that was; of all, or of one."""
    papers = Record.objects.filter(item=RESTRICTION)
    back = FamilyChoice.objects.filter(source=FamilyChoice.Source.PAPER)
    if student is not None:
        papers, back = papers.filter(student=student), back.filter(student=student)
    taken = dict(back.values_list("student_id").annotate(Max("noted_at")))
    filed = dict(papers.values_list("student_id").annotate(Max("filed_at")))
    return {who: at for who, at in filed.items() if who not in taken or taken[who] < at}


# Of each student, and each person of theirs it is about, the newest record of an item with its newest version.
NEWEST_OF_EACH = """
    SELECT r.id, r.student_id, r.item, r.kept_as, r.about, v.id, v.number, v.form, v.media_type, v.size, v.data_key
    FROM (
        SELECT DISTINCT ON (student_id, about) id, student_id, item, kept_as, about FROM records_record
        WHERE item = %s AND student_id = ANY(%s::uuid[]) AND (about IS NULL OR about = student_id OR %s)
        ORDER BY student_id, about, filed_at DESC, id
    ) r CROSS JOIN LATERAL (
        SELECT * FROM records_version WHERE record_id = r.id ORDER BY number DESC LIMIT 1
    ) v
    WHERE v.shredded_at IS NULL AND v.form = 'structured'
    ORDER BY r.student_id, r.id"""


def newest_of_each(students: Collection[uuid.UUID], item: str, *, of_people: bool) -> list[tuple[Record, Version]]:
    """The newest records of an item of these students, in one statement. `of_people`: those about a person of theirs
    too."""
    with planned_cursor() as cursor:
        cursor.execute(NEWEST_OF_EACH, [item, list(students), of_people])
        found = cursor.fetchall()
    return [_with_version(row) for row in found]


def versions_about(people: Collection[uuid.UUID], item: str) -> list[tuple[Record, Version]]:
    """Of an item, every version that is about one of these people, in whosever file, but for those destroyed."""
    kept = Version.objects.filter(record__item=item, record__about__in=people, shredded_at=None, form="structured")
    rows = kept.select_related("record").order_by("record_id", "number")
    return [(it.record, it) for it in rows if it.record is not None]


def last_written(
    students: Collection[uuid.UUID], items: Collection[str]
) -> dict[tuple[uuid.UUID, uuid.UUID], datetime]:
    """When a record of one of these items was written or changed last: by the student and whom it is about, which is
    the student where it is about nobody else."""
    versions = Version.objects.filter(record__student__in=students, record__item__in=items)
    rows = versions.values_list("record__student", "record__about").annotate(Max("made_at"))
    return {(student, about or student): at for student, about, at in rows}


def _with_version(row: tuple[Any, ...]) -> tuple[Record, Version]:
    record = Record(id=row[0], student_id=row[1], item=row[2], kept_as=row[3], about=row[4])
    version = Version(
        id=row[5], record=record, number=row[6], form=row[7], media_type=row[8], size=row[9], data_key=row[10]
    )
    return record, version
