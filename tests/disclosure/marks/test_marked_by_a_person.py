"""A person marks one record with a reason, and it takes two to take that off; the law's own marks nobody takes off."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, without_ids, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.disclosure.marks.marked import born

SAID = "It says why the father is no longer at home."


@pytest.fixture
def rating(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


def marks(by: Any, record: UUID, because: str = SAID, once: UUID | None = None) -> Any:
    from fileroom.disclosure.marks.marking import put_on

    return put_on(once or uuid4(), record, because, by=by, at=AT)


def is_marked(record: UUID) -> bool:
    from fileroom.disclosure.marks.standing import of_record
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        standing = of_record(record, Record.objects.get(pk=record).item)
    return standing is not None and standing.always


def test_whoever_may_open_it_marks_it_and_then_no_copy_goes_without_a_look(town: make.Town, rating: UUID) -> None:
    from fileroom.disclosure.releasing import Unlooked
    from tests.disclosure.releases import ORDER, hands_over

    assert marks(town.teacher.by, rating) == rating and is_marked(rating)
    assert isinstance(hands_over(town.registrar.by, rating, ORDER), Unlooked)
    noted = entries()[-2:]
    assert [(it.act.value, it.sealed) for it in entries() if it.act.value.startswith("mark:")] == [
        ("mark:put_on", True)
    ]
    assert SAID not in repr(noted)


def test_who_may_not_open_it_marks_nothing(town: make.Town, rating: UUID) -> None:
    from fileroom.people.answers import Refused

    stranger = make.staffed("stranger", "teacher", make.school("Mesa Middle"))
    for by in (stranger.by, town.mother.by):
        assert isinstance(marks(by, rating), Refused)
    assert not is_marked(rating)


@pytest.mark.parametrize("because", ["", "now", "She was deported in 2025 and is undocumented."])
def test_a_mark_has_a_reason_and_the_reason_does_not_tell(because: str, town: make.Town, rating: UUID) -> None:
    with pytest.raises(ValidationError):
        marks(town.teacher.by, rating, because)
    assert not is_marked(rating)


def test_two_custodians_take_it_off_and_never_one_alone(town: make.Town, rating: UUID) -> None:
    from django.db import IntegrityError

    from fileroom.disclosure.marks.marking import propose_off, take_off
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Refused
    from fileroom.records.models import CareMark

    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    marks(town.teacher.by, rating)
    with pytest.raises(ValidationError, match="First somebody proposes"):
        take_off(rating, by=helen.by, at=AT)
    for by in (town.teacher.by, town.registrar.by):
        assert isinstance(propose_off(rating, "It tells nothing of the kind.", by=by, at=AT), Refused)
    propose_off(rating, "It tells nothing of the kind.", by=town.principal.by, at=AT)
    with pytest.raises(ValidationError, match="Another person"):
        take_off(rating, by=town.principal.by, at=AT)
    with pytest.raises(IntegrityError), district_transaction():
        row = CareMark.objects.get(record=rating)
        row.off_at, row.off_by, row.off = AT, row.proposed_by, uuid4()
        row.save()
    assert is_marked(rating)
    take_off(rating, by=helen.by, at=AT)
    assert not is_marked(rating)


def test_what_the_laws_list_marks_no_two_people_take_off(town: make.Town) -> None:
    from fileroom.disclosure.marks.marking import propose_off

    record = born(town)
    with pytest.raises(ValidationError, match="stays marked"):
        propose_off(record, "It tells nothing of the kind.", by=town.principal.by, at=AT)
    with pytest.raises(ValidationError, match="marked already"):
        marks(town.registrar.by, record)
    assert is_marked(record)


def test_what_its_words_have_marked_a_person_marks_too_and_whoever_proposed_it_off_proposes_anew(
    town: make.Town,
) -> None:
    """A word that told nothing may go; what the person read between the lines stays."""
    from fileroom.disclosure.marks.marking import propose_off, take_off
    from fileroom.records.models import CareMark
    from tests.api.programs import RATING, program

    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    told = program(town.registrar).files(town.ana.id, fields={**RATING["fields"], "text": "He paid by visa card."})
    record = UUID(told.json()["record"])
    propose_off(record, "It is about a card of a bank.", by=town.principal.by, at=AT)
    once = uuid4()
    for _ in range(2):
        assert marks(town.teacher.by, record, once=once) == record
    with pytest.raises(ValidationError, match="First somebody proposes"):
        take_off(record, by=helen.by, at=AT)
    with pytest.raises(ValidationError, match="marked already"):
        marks(town.registrar.by, record)
    assert [it.act.value for it in entries() if it.act == "mark:put_on"] == ["mark:put_on"] * 2
    assert is_marked(record) and row_of(CareMark, record).marked_by == town.teacher.by.account.id


def test_the_page_offers_it_where_words_alone_have_marked(town: make.Town) -> None:
    from tests.api.programs import RATING, program

    told = program(town.registrar).files(town.ana.id, fields={**RATING["fields"], "text": "He paid by visa card."})
    record, client = UUID(told.json()["record"]), browser(town.registrar.by)
    assert "Mark this record" in words(client.get(f"/records/{record}/").content.decode())
    assert client.post(f"/records/{record}/mark/", form(because=SAID)).status_code == 302
    assert "Mark this record" not in words(client.get(f"/records/{record}/").content.decode())


def row_of(table: Any, record: UUID) -> Any:
    from fileroom.hosting import district_transaction

    with district_transaction():
        return table.objects.get(record=record, off_at=None)


def test_no_table_joins_a_mark_to_a_student_and_no_page_lists_marked_records(town: make.Town, rating: UUID) -> None:
    from fileroom.disclosure.models import MarkedCopy
    from fileroom.records.models import CareMark

    for table in (CareMark, MarkedCopy):
        assert "student" not in {it.name for it in table._meta.get_fields()}
    marks(town.teacher.by, rating)
    page = browser(town.principal.by).get("/marks/").content.decode()
    assert str(rating) not in page and "Ana" not in without_ids(page) and SAID not in page


def test_the_page_of_a_record_offers_the_mark_and_then_says_it(town: make.Town, rating: UUID) -> None:
    client = browser(town.registrar.by)
    assert "Mark this record" in words(client.get(f"/records/{rating}/").content.decode())
    assert client.post(f"/records/{rating}/mark/", form(because="short")).status_code == 422
    assert client.post(f"/records/{rating}/mark/", form(because=SAID)).status_code == 302
    said = words(client.get(f"/records/{rating}/").content.decode())
    assert "This may show a family’s immigration status" in said and "The mark is wrong" not in said
    assert "The mark is wrong" in words(browser(town.principal.by).get(f"/records/{rating}/").content.decode())
