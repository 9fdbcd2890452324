"""A roster says of a delegate that they have left: the delegation ends, and whoever holds the office looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from tests import factories as make
from tests.conftest import AT
from tests.programmes.delegations.test_who_acts_as_designee import DAY, acts, gives
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn


def owed(by: SignedIn) -> list[tuple[str, UUID]]:
    from fileroom.people.owed import owed as on_today

    return [(it.part, it.of) for it in on_today(by=by, at=AT) if it.room == "delegations"]


def left_by_mistake(town: make.Town) -> tuple[SignedIn, UUID]:
    """Who gave it, and the delegation: a roster said of its holder that they have left, and the round was there."""
    from fileroom.programmes.delegations.leavers import end_of_leavers

    chief = steps.designee().by
    given = gives(chief, town.registrar)
    make.change(town.registrar.row, left_on=make.TODAY - DAY)
    end_of_leavers(at=AT)
    return chief, given


def test_whoever_holds_the_office_is_owed_a_look_at_what_a_roster_has_ended(town: make.Town) -> None:
    chief, given = left_by_mistake(town)
    assert owed(chief) == [("left", given)] and owed(town.teacher.by) == []
    make.change(town.registrar.row, left_on=None)
    assert owed(chief) == [("left", given)], "the roster is mended, and the delegation is still over"
    gives(chief, town.registrar)
    assert owed(chief) == [] and acts(town.registrar)


def test_that_they_have_left_indeed_is_said_once_by_a_person(town: make.Town) -> None:
    from tests.attacks.browsing import browser, form, words
    from tests.disclosure.asking import entries

    chief, given = left_by_mistake(town)
    desk = browser(chief)
    assert "A roster has ended a delegation" in words(desk.get("/").content.decode())
    page = words(desk.get("/delegations/").content.decode())
    assert "They have left" in page and "give it anew" in page
    assert "They have left" not in browser(town.teacher.by).get("/delegations/").content.decode()
    for _ in range(2):
        assert desk.post("/delegations/end/", form(delegation=str(given))).status_code == 302
    assert owed(chief) == []
    looked = [it for it in entries() if it.act == "delegation:ended" and it.actor.account == chief.account.id]
    assert [(it.record, it.outcome) for it in looked] == [(given, "left")]
    assert "They have left" not in desk.get("/delegations/").content.decode()
    assert "It ended by itself" in words(desk.get("/delegations/").content.decode())


def test_of_who_has_left_with_a_delegation_that_lapsed_the_page_says_of_each_what_is_so(town: make.Town) -> None:
    from tests.attacks.browsing import browser, words

    chief = make.staffed("chief", "administrator", None)
    gives(chief.by, town.registrar)
    make.change(chief.role, to_on=make.TODAY - DAY)
    make.change(town.registrar.row, left_on=make.TODAY - DAY)
    page = words(browser(town.teacher.by).get("/delegations/").content.decode())
    assert "they work here no more, and whoever gave it does not hold the office any more" in page
    assert "gives it anew" not in page
