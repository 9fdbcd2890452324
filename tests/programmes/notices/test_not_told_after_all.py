"""A mailing that was noted and did not go, and a letter that came back, are owed again; who has signed has it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.programmes.notices.desk import SchoolPage

LATER = AT + timedelta(hours=1)


@pytest.fixture
def sent(town: make.Town) -> make.Town:
    """The notice went to Ana's family and Bo's."""
    from fileroom.programmes.notices.sending import Sending, note_told, open_owed

    by = steps.designee().by
    steps.everything_said(by)
    steps.adopted(by)
    child = make.student("Bo", "Zamora")
    make.related("bo", child)
    steps.enrols(child, town, days=200)
    open_owed(at=AT)
    note_told(Sending(town.school.id, "mail", ("en",), make.TODAY), by=town.registrar.by, at=AT)
    return town


def entry() -> UUID:
    found = {it.told_entry for it in steps.rows() if it.told_entry}
    assert len(found) == 1
    (only,) = found
    assert only is not None
    return only


def takes_back(
    town: make.Town, told_entry: UUID, why: str = "not_sent", by: make.Staffed | None = None, **of: Any
) -> int:
    from fileroom.programmes.notices.untelling import Untelling, note_untold

    return note_untold(Untelling(town.school.id, told_entry, why, **of), by=(by or town.registrar).by, at=LATER)


def shown(town: make.Town, which: str) -> SchoolPage:
    from fileroom.programmes.notices.desk import school

    return school(town.school.id, which, by=town.registrar.by, at=LATER)


def test_a_mailing_noted_by_mistake_is_taken_back_whole_with_its_entry_and_owed_again(sent: make.Town) -> None:
    assert not any(rule == "each_year" and of == sent.school.id for rule, of, _ in steps.open_duties(LATER))
    assert takes_back(sent, entry()) == 2
    event = last_entry()
    assert (event.act, event.part, event.outcome) == ("notice:untold", "2026/not_sent", "2")
    assert [it.name for it in shown(sent, "untold").families] == ["Ana Torres", "Bo Zamora"]
    assert ("each_year", sent.school.id, "2026") in steps.open_duties(LATER)


def test_taken_back_twice_is_once_and_what_went_since_stays(sent: make.Town) -> None:
    from fileroom.programmes.notices.sending import Sending, note_told

    before = entry()
    takes_back(sent, before)
    note_told(Sending(sent.school.id, "mail", ("en",), make.TODAY), by=sent.registrar.by, at=LATER)
    with pytest.raises(ValidationError, match="Look at the page again"):
        takes_back(sent, before)
    assert all(it.told_on for it in steps.rows())


def test_a_letter_that_came_back_is_one_familys(sent: make.Town) -> None:
    assert takes_back(sent, entry(), "came_back", student=sent.ana.id) == 1
    assert [it.name for it in shown(sent, "untold").families] == ["Ana Torres"]
    with pytest.raises(ValidationError, match="why"):
        takes_back(sent, entry(), "came_back")


def test_who_has_signed_that_it_came_has_it(sent: make.Town) -> None:
    from fileroom.programmes.notices.sending import note_signature

    note_signature(sent.school.id, sent.ana.id, by=sent.registrar.by, at=LATER)
    assert takes_back(sent, entry()) == 1
    assert [it.name for it in shown(sent, "untold").families] == ["Bo Zamora"]


def test_another_school_takes_nothing_back(sent: make.Town) -> None:
    from fileroom.programmes.notices.untelling import Untelling, note_untold

    other = make.school("Birch")
    clerk = make.staffed("clerk", "registrar", other)
    with pytest.raises(Missing):
        takes_back(sent, entry(), by=clerk)
    with pytest.raises(ValidationError):
        note_untold(Untelling(other.id, entry(), "not_sent"), by=clerk.by, at=LATER)


def test_on_the_page_a_mailing_is_taken_back_by_one_press_and_a_letter_at_its_family(sent: make.Town) -> None:
    pages, address = browser(sent.registrar.by), f"/notices/schools/{sent.school.id}/"
    html = pages.get(f"{address}?show=told").content.decode()
    assert "to 2 families that have not signed" in html and "It did not reach them" in html
    said = {"told_entry": str(entry())}
    came = pages.post(f"{address}not-sent/", form(**said, why="came_back", student=str(sent.ana.id)), follow=True)
    assert "Families to be told again: 1." in came.content.decode()
    assert (
        "Families to be told again: 1."
        in pages.post(f"{address}not-sent/", form(**said, why="not_sent"), follow=True).content.decode()
    )
    assert pages.post(f"{address}not-sent/", form(**said, why="not_sent")).status_code == 422
