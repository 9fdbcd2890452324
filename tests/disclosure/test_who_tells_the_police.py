"""Whoever tells the police of an asking is somebody else than whoever asked, and tells of those they knew of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries, looks
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.disclosure.test_police_hear_first import SHERIFF, owed, tells

if TYPE_CHECKING:
    from tests.casework.waiting import Waiting


@pytest.fixture
def there(town: make.Town) -> Waiting:
    from tests.casework.waiting import waiting

    found = waiting(town)
    minded(town.ana, "missing_child_flag")
    return found


def test_a_custodian_who_is_the_father_does_not_tell_of_the_asking_he_made_as_a_father(there: Waiting) -> None:
    from tests.api.programs import office

    head = there.town.principal.by.account.employee
    assert head is not None
    make.change(head, given="Father", family="Torres")
    looks(there.father.by, there.record)
    page = browser(there.town.principal.by).get(f"/students/{there.town.ana.id}/police/").content.decode()
    assert "This is you" in words(page) and "The police are told" not in words(page)
    assert tells(there) is None and len(owed()) == 2
    assert tells(there, office()) is not None and owed() == []


def test_who_has_asked_without_a_name_since_the_page_was_read_is_told_of_another_time(there: Waiting) -> None:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.disclosure.police_told import Missed, read, tell
    from fileroom.programmes.enforcement.visits import at_the_counter

    def somebody(minutes: int) -> None:
        at = AT + timedelta(minutes=minutes)
        answer(there.town.ana.id, Asker("somebody"), enter=at_the_counter, by=there.town.registrar.by, at=at)

    keeper = there.town.principal.by
    somebody(0)
    page = read(there.town.ana.id, by=keeper, at=AT)
    assert isinstance(page, Missed)
    somebody(5)
    codes = [it.code for it in page.to_tell]
    assert tell(there.town.ana.id, SHERIFF, codes, by=keeper, at=AT + timedelta(minutes=6)) is not None
    left = read(there.town.ana.id, by=keeper, at=AT + timedelta(minutes=7))
    assert isinstance(left, Missed) and [it.asked_at for it in left.waiting] == [AT + timedelta(minutes=5)]


def test_what_the_police_heard_of_the_first_time_opens_nothing_the_second_time_a_child_is_missed(
    there: Waiting,
) -> None:
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.police_found import found
    from fileroom.disclosure.services import Inspected
    from fileroom.people.circumstances import note

    mother, keeper, later = there.town.mother.by, there.town.principal.by, AT + timedelta(days=3)
    looks(mother, there.record)
    tells(there)
    assert isinstance(looks(mother, there.record, at=later), Inspected)
    found(there.town.ana.id, SHERIFF, by=keeper, at=later)
    note(there.town.ana.id, "missing_child_flag", by=keeper, at=later)
    assert isinstance(looks(mother, there.record, at=later), ByOffice)


def test_a_child_who_is_missed_again_the_same_day_is_asked_about_anew(there: Waiting) -> None:
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.police_found import found
    from fileroom.people.circumstances import note

    mother, keeper, soon = there.town.mother.by, there.town.principal.by, AT + timedelta(minutes=20)
    looks(mother, there.record)
    assert tells(there) is not None
    found(there.town.ana.id, SHERIFF, by=keeper, at=AT + timedelta(minutes=10))
    note(there.town.ana.id, "missing_child_flag", by=keeper, at=soon)
    assert isinstance(looks(mother, there.record, at=soon + timedelta(minutes=1)), ByOffice)


def test_who_bears_the_name_of_a_father_who_asked_does_not_say_that_the_child_is_found(there: Waiting) -> None:
    from tests.api.programs import office

    head = there.town.principal.by.account.employee
    assert head is not None
    make.change(head, given="Father", family="Torres")
    looks(there.father.by, there.record)
    assert tells(there, office()) is not None, "and it stays so once the police know that he asked"
    here, over = f"/students/{there.town.ana.id}/minded/", {"kind": "missing_child_flag", "over": "yes"}
    desk = browser(there.town.principal.by)
    unsaid = desk.post(here, form(**over, agency=SHERIFF))
    assert unsaid.status_code == 422 and "Somebody of your name has asked" in words(unsaid.content.decode())
    assert [(it.act.value, it.sealed) for it in entries() if it.outcome == "another_ends_it"] == [
        ("circumstance:refused", True)
    ]
    done = browser(there.town.registrar.by).post(here, form(**over, agency=SHERIFF))
    assert done.status_code == 302, "another says it"
    assert desk.post(here, form(**over, agency="")).status_code == 404, "a page that was read before"


def test_the_page_says_what_is_so_before_anybody_asked_and_after_they_are_told(there: Waiting) -> None:
    desk, page = browser(there.town.principal.by), f"/students/{there.town.ana.id}/police/"
    assert "Nobody has asked" in words(desk.get(page).content.decode())
    looks(there.town.mother.by, there.record)
    desk.post(f"{page}told/", form(agency=SHERIFF, asked=there.town.mother.row.id.hex))
    said = words(desk.get(page).content.decode())
    assert "The police know who has asked" in said and "Until they are told" not in said


def test_a_child_is_missed_until_a_police_agency_says_that_it_is_found(there: Waiting) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.circumstances import end, missing_since

    def is_missed() -> bool:
        with district_transaction():
            return missing_since(there.town.ana.id) is not None

    desk, here = browser(there.town.principal.by), f"/students/{there.town.ana.id}/minded/"
    with pytest.raises(ValidationError, match="Only the police agency ends this"):
        end(there.town.ana.id, "missing_child_flag", by=there.town.principal.by, at=AT)
    over = {"kind": "missing_child_flag", "over": "yes"}
    for nobody in ("  ", "Deputy 123-45-6789"):
        unsaid = desk.post(here, form(**over, agency=nobody))
        assert unsaid.status_code == 422 and "Nothing was changed" in words(unsaid.content.decode())
    assert is_missed()
    said = desk.post(here, form(**over, agency=SHERIFF), follow=True)
    assert "Noted" in words(said.content.decode()) and not is_missed()
    page = words(desk.get(f"/students/{there.town.ana.id}/police/").content.decode())
    assert f"Found, by the word of {SHERIFF}" in page
