"""Lists that reveal no contents."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.db.models import Max, QuerySet

from fileroom.records.models import Hold, Record, SealedContents, Version


def of_student(student_id: uuid.UUID) -> QuerySet[Record]:
    """A student's records, newest first."""
    return Record.objects.filter(student_id=student_id).order_by("-filed_at")


def newest_version(record_id: uuid.UUID) -> Version:
    """The version a record stands at; Version.DoesNotExist where it has none."""
    return Version.objects.filter(record_id=record_id).latest("number")


def next_number(record_id: uuid.UUID) -> int:
    """Number of the version that would come next."""
    highest = Version.objects.filter(record_id=record_id).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def holds(student_id: uuid.UUID) -> QuerySet[Hold]:
    """Holds that stand over a student or one of the student's records."""
    return Hold.objects.filter(student_id=student_id, lifted_at__isnull=True)


def object_names() -> Iterator[str]:
    """Names of the object files that hold contents nobody has destroyed."""
    kept = SealedContents.objects.filter(object_name__isnull=False, version__shredded_at=None)
    for name in kept.order_by("object_name").values_list("object_name", flat=True).iterator():
        yield str(name)
