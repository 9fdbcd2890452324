"""What two custodians took off a record stays off as long as its words tell nothing that they have not looked at; and
the log has a line for each mark that there is, and for no other."""

from __future__ import annotations

import contextvars
import time
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.records.shelf import acting, shelved

if TYPE_CHECKING:
    from fileroom.people.models import Student
    from fileroom.records.models import Record


def files(record: Record, number: int, *words: str) -> None:
    """A later version of the record, which tells by these words."""
    from fileroom.hosting import durable
    from fileroom.records import contents

    with durable():
        said = contents.Contents.document(f"Version {number}".encode(), "text/plain")
        contents.write([contents.Filing(record, number, said, tells=words)], by=acting(), purpose="", at=AT)


def marks() -> list[Any]:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import CareMark

    with district_transaction():
        return list(CareMark.objects.order_by("marked_at", "id"))


def is_open() -> bool:
    return any(it.off_at is None for it in marks())


def put_on() -> int:
    return len([it for it in entries() if it.act == "mark:put_on"])


def taken_off() -> None:
    """Two people have taken the mark off."""
    (row,) = [it for it in marks() if it.off_at is None]
    make.change(
        row, proposed_at=AT, proposed_by=uuid4(), proposal=uuid4(), off_at=AT + timedelta(hours=1), off_by=uuid4(),
        off=uuid4(),
    )  # fmt: skip


def test_a_mark_that_was_taken_off_does_not_come_back_for_the_same_words(ana: Student) -> None:
    record, _ = shelved(ana)
    files(record, 2, "deportation", "asylum")
    taken_off()
    files(record, 3, "asylum", "deportation")
    files(record, 4, "asylum")
    assert not is_open() and put_on() == 1


def test_it_comes_back_for_a_word_that_nobody_has_looked_at_and_goes_once_for_all_of_them(ana: Student) -> None:
    record, _ = shelved(ana)
    files(record, 2, "deportation")
    taken_off()
    files(record, 3, "deportation", "asylum")
    assert is_open() and put_on() == 2
    taken_off()
    files(record, 4, "deportation")
    assert not is_open() and put_on() == 2


def test_whoever_takes_it_off_has_looked_at_what_came_while_it_was_on(ana: Student) -> None:
    record, _ = shelved(ana)
    files(record, 2, "deportation")
    files(record, 3, "asylum")
    assert put_on() == 1
    taken_off()
    files(record, 4, "asylum", "deportation")
    assert not is_open()


def test_a_persons_mark_too_is_taken_off_for_the_words_that_came_while_it_was_on(ana: Student) -> None:
    from fileroom.records.models import CareMark

    record, _ = shelved(ana)
    make.keep(CareMark(id=uuid4(), record=record.id, marked_at=AT, marked_by=uuid4(), entry=uuid4()))
    files(record, 2, "deportation")
    taken_off()
    files(record, 3, "deportation")
    assert not is_open() and put_on() == 0


def test_who_proposed_that_it_comes_off_has_not_seen_the_word_that_came_since(ana: Student) -> None:
    record, _ = shelved(ana)
    files(record, 2, "visa")
    (row,) = marks()
    make.change(row, proposed_at=AT, proposed_by=uuid4(), proposal=uuid4())
    files(record, 3, "visa")
    assert marks()[0].proposed_by is not None, "nothing new: it stays proposed"
    files(record, 4, "visa", "deportation")
    (row,) = marks()
    assert (row.proposed_at, row.proposed_by, row.proposal) == (None, None, None)


def test_what_one_record_was_looked_at_for_says_nothing_of_another(ana: Student) -> None:
    (one, _), (other, _) = shelved(ana), shelved(ana, b"another")
    files(one, 2, "deportation")
    taken_off()
    files(other, 2, "deportation")
    (mark,) = [it for it in marks() if it.off_at is None]
    assert mark.record == other.id


def test_the_table_says_no_word(ana: Student) -> None:
    record, _ = shelved(ana)
    files(record, 2, "deportation", "asylum")
    (row,) = marks()
    assert len(row.told) == 2 and "deport" not in repr(row.told) and "asylum" not in repr(row.told)


def test_where_a_person_marks_the_record_at_this_moment_no_line_tells_of_a_second_mark(ana: Student) -> None:
    from django.db import connections

    from fileroom.hosting import district_transaction
    from fileroom.records.models import CareMark

    record, _ = shelved(ana)

    def file_it() -> None:
        try:
            files(record, 2, "deportation")
        finally:
            connections.close_all()

    with district_transaction():
        CareMark.objects.create(id=uuid4(), record=record.id, marked_at=AT, marked_by=uuid4(), entry=uuid4())
        thread = Thread(target=contextvars.copy_context().run, args=(file_it,))
        thread.start()
        time.sleep(1)
        assert thread.is_alive(), "it waits for whoever marks the record"
    thread.join(30)
    assert len(marks()) == 1 and put_on() == 0
