"""A refusal is an entry at whichever door it was met, and the same entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries, filed

if TYPE_CHECKING:
    from fileroom.ledger.services import Event


@pytest.fixture
def closed(town: make.Town) -> UUID:
    """A record of Ana's that is none of her teacher's work."""
    from fileroom.collection.services import Collected, collect

    fields = {"method": "record_seen", "seen_on": "2026-10-01"}
    done = collect(town.ana.id, "immunization", fields, by=town.registrar.by, at=AT)
    assert isinstance(done, Collected)
    return done.record


def noted(since: int) -> list[Event]:
    return entries()[since:]


def told(event: Event) -> tuple[str, str, str]:
    return event.act.value, event.actor.role, event.outcome


def test_what_is_stated_for_another_teachers_student_is_refused_and_noted(town: make.Town) -> None:
    before = len(entries())
    answer = browser(town.teacher.by).post(f"/students/{town.ben.id}/purpose/", form(purpose="educational_interest"))
    assert answer.status_code == 404
    (event,) = noted(before)
    assert (event.student, event.part) == (town.ben.id, "file")
    assert told(event) == ("disclosure:refused", "teacher", "no")


def test_an_employee_whom_an_order_binds_states_nothing_and_the_open_log_does_not_say_who_tried(
    town: make.Town,
) -> None:
    make.order(town.ana, make.contact("Registrar", "Abara"))
    before = len(entries())
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/purpose/", form(purpose="correction"))
    assert answer.status_code == 404
    assert [(it.sealed, it.actor.role) for it in noted(before)] == [(True, "registrar"), (False, "somebody")]


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_form_of_a_copy_of_a_closed_record_answers_and_notes_as_the_record_itself_does(
    town: make.Town, closed: UUID, method: str
) -> None:
    def asked(address: str) -> tuple[int, list[Any]]:
        before, pages = len(entries()), browser(town.teacher.by)
        answer = getattr(pages, method)(address, form() if method == "post" else {})
        return answer.status_code, [(told(it), it.record, it.part, it.rules) for it in noted(before)]

    status, lines = asked(f"/records/{closed}/release/")
    assert (status, len(lines)) == (403, 1)
    assert lines[0][:3] == (("disclosure:refused", "teacher", "no"), closed, "immunization")
    if method == "get":
        assert asked(f"/records/{closed}/") == (status, lines)


def test_a_record_that_is_not_there_is_missing_and_tells_of_nobody(town: make.Town) -> None:
    from uuid import uuid4

    before = len(entries())
    assert browser(town.teacher.by).get(f"/records/{uuid4()}/release/").status_code == 404
    assert noted(before) == []


def test_a_counter_at_a_file_that_is_shut_to_the_clerk_is_refused_and_noted(town: make.Town) -> None:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.people.answers import Missing
    from fileroom.programmes.enforcement.visits import at_the_counter

    before = len(entries())
    with pytest.raises(Missing):
        answer(town.ben.id, Asker("somebody"), enter=at_the_counter, by=town.teacher.by, at=AT)
    (event,) = noted(before)
    assert (event.student, event.part) == (town.ben.id, "file")
    assert told(event) == ("disclosure:refused", "teacher", "no")


def test_the_copy_of_an_open_record_is_still_prepared(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    assert browser(town.registrar.by).get(f"/records/{record}/release/").status_code == 200
