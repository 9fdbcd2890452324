"""What tells of a status by its words bears its mark from the entry on: nobody has to think of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from fileroom.ledger.services import Actor
from tests import factories as make
from tests.api.programs import RATING, program
from tests.attacks.browsing import browser
from tests.casework.test_two_hands_on_one_link import elsewhere, somebody_waits
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry
from tests.disclosure.marks.test_marked_by_a_person import marks, row_of
from tests.programmes.at_once import at_once
from tests.screening.files import bytes_of, pdf

NOTE = "Withdrew in March, as the father was sent home: deportation."


def standing(record: UUID, item: str) -> Any:
    from fileroom.disclosure.marks.standing import of_record
    from fileroom.hosting import district_transaction

    with district_transaction():
        return of_record(record, item)


def marked() -> list[tuple[str, bool]]:
    return [(it.act.value, it.sealed) for it in entries() if it.act.value.startswith("mark:")]


def test_a_note_that_tells_of_a_removal_is_marked_by_its_entry_at_the_counter_and_by_a_program(town: make.Town) -> None:
    noted = {**RATING["fields"], "text": NOTE}
    form = {"item": RATING["item"], "others": "nobody", "once": str(uuid4()), **noted}
    page = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", form)
    assert page.status_code == 200, page.content.decode()
    record = next(it.record for it in entries() if it.act.value == "record:collected")
    assert record and standing(record, RATING["item"]).always
    assert marked() == [("mark:put_on", True)]
    assert "Looked at twice" in browser(town.registrar.by).get(f"/records/{record}/").content.decode()
    told = program(town.registrar).files(town.ana.id, fields=noted)
    assert told.status_code == 201 and standing(UUID(told.json()["record"]), RATING["item"]).always
    assert NOTE not in repr(last_entry())


def test_a_transcript_of_a_school_abroad_is_told_apart_from_one_of_here(town: make.Town) -> None:
    asks = program(town.registrar)
    for words, is_marked in (
        ("Algebra: B. Biology: A.", False),
        ("Evaluation of a foreign transcript: Algebra: B.", True),
    ):
        said = {"item": "marks_and_credits", "others": "nobody"}
        answer = asks.files_document(town.ana.id, "marks.pdf", bytes_of(pdf(words)), **said)
        assert answer.status_code == 201, answer.content
        found = standing(UUID(answer.json()["record"]), "marks_and_credits")
        assert (found.always, found.by_hand is not None) == (is_marked, is_marked), words


def test_the_form_sent_twice_marks_once_and_what_is_always_marked_is_marked_no_more(town: make.Town) -> None:
    asks, once = program(town.registrar), uuid4().hex
    for _ in range(2):
        assert asks.files(town.ana.id, once, fields={**RATING["fields"], "text": NOTE}).status_code == 201
    here: dict[str, Any] = {"item": "place_of_birth", "fields": {"place": "Born in Fresno, California"}, "others": None}
    assert asks.files(town.ana.id, **here).status_code == 201
    assert marked() == [("mark:put_on", True)]


def by_words(record: UUID) -> None:
    """Its own words mark it, in the open transaction."""
    from fileroom.records.marking import mark_by_words
    from fileroom.records.models import Record

    program_itself = Actor(account=None, role="system", door="round")
    told = [(Record.objects.get(pk=record), ["deportation"])]
    mark_by_words(told, by=program_itself, purpose="educational_interest", at=AT)


def test_of_two_who_mark_at_once_what_its_words_had_marked_the_second_is_told_so(town: make.Town) -> None:
    from fileroom.hosting import district_transaction

    kept = filed(town.registrar.by, town.ana)
    with district_transaction():
        by_words(kept)
    came = at_once(lambda: marks(town.registrar.by, kept, once=uuid4()))
    assert sorted(type(it).__name__ for it in came) == ["UUID", "ValidationError"]


def test_a_person_marks_it_while_its_own_words_do_and_their_mark_stands(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import CareMark

    kept, broke = filed(town.registrar.by, town.ana), list[str]()
    with district_transaction():
        by_words(kept)
        person = elsewhere(lambda: marks(town.teacher.by, kept), broke)
        assert somebody_waits()
    person.join(60)
    assert broke == [] and row_of(CareMark, kept).marked_by == town.teacher.by.account.id
