"""What a filer said of other students stands as two facts of the law, and no row holds a pair that nobody can say."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom.law.catalogue import Others
from tests import factories as make
from tests.conftest import AT

SAYABLE = {
    (None, None): None,
    (False, None): Others.NOBODY,
    (True, True): Others.CAN_BE_TAKEN_OUT,
    (True, False): Others.ONE_PIECE,
}
PAIRS = [(involves, apart) for involves in (None, False, True) for apart in (None, False, True)]
CHECK = "only_others_who_are_there_can_be_taken_out"
ITS_STEP, BEFORE = "0004_whoever_tells_of_others_says_whether_they_come_out", "0003_other_students_in_a_record"


def puts(owner: psycopg.Connection[Any], student: UUID, pair: tuple[bool | None, bool | None]) -> UUID:
    """A row with this pair, past the program."""
    row = uuid4()
    owner.execute(
        "INSERT INTO records_record (id, student_id, item, kept_as, involves_other_students, segregable, origin,"
        " filed_at) VALUES (%s, %s, 'discipline', 'interim', %s, %s, 'web', %s)",
        [row, student, *pair, AT],
    )
    return row


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_that_nobody_can_say_does_not_stand(
    owner: psycopg.Connection[Any], pair: tuple[bool | None, bool | None]
) -> None:
    student = make.student().id
    if pair in SAYABLE:
        puts(owner, student, pair)
    else:
        with pytest.raises(psycopg.errors.CheckViolation, match=CHECK):
            puts(owner, student, pair)


@pytest.mark.parametrize(("pair", "said"), SAYABLE.items())
def test_each_pair_is_one_answer_and_each_answer_one_pair(
    installation: object, pair: tuple[bool | None, bool | None], said: Others | None
) -> None:
    from fileroom.records.models import Record

    row = Record()
    row.others = said
    assert (row.involves_other_students, row.segregable) == pair
    assert Record(involves_other_students=pair[0], segregable=pair[1]).others is said


def test_a_pair_that_stood_all_the_same_is_read_as_before(owner: psycopg.Connection[Any]) -> None:
    """Of the law's two facts nothing changes: of what nobody has said, it reads that it is so."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    from fileroom.hosting.districts import owner_in

    loader = MigrationLoader(None)
    step = loader.get_migration("records", ITS_STEP)

    def takes(way: str) -> None:
        with owner_in("alder_creek"), connections["owner"].schema_editor() as editor:
            getattr(step, way)(loader.project_state(("records", BEFORE)), editor)

    def read(row: UUID) -> tuple[bool, bool]:
        told = owner.execute(
            "SELECT coalesce(involves_other_students, true), coalesce(segregable, true) FROM records_record"
            " WHERE id = %s",
            [row],
        ).fetchone()
        assert told is not None
        return told[0], told[1]

    student = make.student().id
    takes("unapply")
    try:
        rows = [puts(owner, student, pair) for pair in PAIRS if pair[0] is not False or pair[1] is None]
        before = [read(row) for row in rows]
    finally:
        takes("apply")
    pairs = owner.execute("SELECT DISTINCT involves_other_students, segregable FROM records_record").fetchall()
    assert set(pairs) == set(SAYABLE)
    assert [read(row) for row in rows] == before
