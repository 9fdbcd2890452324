"""One look of a family is one line; what it asks for again and again in vain is noted without flooding a log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, filed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from fileroom.disclosure.families import Child
    from fileroom.ledger.services import Event
    from fileroom.people.signed_in import SignedIn


def new(act: Callable[[], object]) -> list[Event]:
    """The entries that this act left."""
    before = {event.id for event in entries()}
    act()
    return [event for event in entries() if event.id not in before]


def files(by: SignedIn, *, at: datetime = AT) -> tuple[Child, ...]:
    from fileroom.disclosure.families import my_files

    return my_files(by=by, at=at)


def restrained(town: make.Town, name: str = "victor") -> make.Related:
    who = make.related(name, town.ana)
    make.order(town.ana, who.row)
    return who


def test_a_first_page_that_names_a_child_leaves_one_line_for_that_child(town: make.Town) -> None:
    (event,) = new(lambda: files(town.mother.by))
    assert (event.act, event.student, event.part, event.outcome) == ("file:opened", town.ana.id, "list", "must")
    assert event.rules and event.law_digest and not event.sealed
    page = browser(town.mother.by)
    assert [it.part for it in new(lambda: page.get("/family/"))] == ["list"]


def test_each_page_of_a_family_is_one_act_and_one_line(town: make.Town) -> None:
    record, family = filed(town.registrar.by, town.ana), browser(town.mother.by)
    for page, act in (
        (f"/family/{town.ana.id}/", "file:opened"),
        (f"/family/records/{record}/", "record:inspected"),
        (f"/family/{town.ana.id}/looked/", "log:viewed"),
        (f"/family/{town.ana.id}/proof/", "log:exported"),
    ):
        assert [event.act for event in new(lambda page=page: family.get(page))] == [act], page  # type: ignore[misc]


def test_a_family_s_pages_name_the_child_and_say_whose_file_it_is(town: make.Town) -> None:
    record, grown = filed(town.registrar.by, town.ana), make.student("Priya", "Nair", birth_on=date(2005, 1, 1))
    make.enrolment(grown, town.school)
    own = make.signed_in(make.account("priya", student=grown))
    for page, heading in (
        (f"/family/{town.ana.id}/", "The file of Ana Torres"),
        (f"/family/records/{record}/", "Objective counsellor or teacher rating"),
        (f"/family/{town.ana.id}/looked/", "Who has looked at the file"),
    ):
        seen = browser(town.mother.by).get(page).content.decode()
        assert (f"<h1>{heading}</h1>" in seen, "The file of Ana Torres" in seen) == (True, True), page
    assert "My file" in browser(own).get(f"/family/{grown.id}/").content.decode()


def test_a_page_reloaded_in_vain_is_one_request_for_ten_minutes_and_then_another(town: make.Town) -> None:
    who = restrained(town)
    assert len(new(lambda: files(who.by))) == 2, "the entry, sealed, and the open log's line that names nobody"
    assert new(lambda: [files(who.by, at=AT + timedelta(seconds=s)) for s in range(599)][-1]) == []
    assert len(new(lambda: files(who.by, at=AT + timedelta(seconds=600)))) == 2


def test_another_person_another_file_or_another_answer_is_another_request(town: make.Town) -> None:
    who = restrained(town)
    files(who.by)
    assert len(new(lambda: files(restrained(town, "other").by))) == 2
    make.relationship(town.ben, who.row, verified=False)
    asked = new(lambda: files(who.by))
    assert {event.student for event in asked} == {town.ben.id}
    claim = make.relationship(town.ben, make.contact("Eva", "Ruiz"), verified=False)
    eva = make.signed_in(make.account("eva", contact=claim.contact))
    files(eva)
    make.order(town.ben, claim.contact)
    assert len(new(lambda: files(eva))) == 2, "the claim became an order: the law's answer is another"


def test_what_staff_are_refused_is_noted_each_time(town: make.Town) -> None:
    office = browser(town.teacher.by)
    for _ in range(2):
        assert len(new(lambda: office.get(f"/students/{town.ben.id}/"))) == 1


def test_a_request_whose_entry_was_rolled_back_is_not_taken_as_noted(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.people import recent

    remember = recent.remember

    def breaks(*key: object, **values: Any) -> None:
        remember(*key, **values)
        raise ZeroDivisionError

    who = restrained(town)
    monkeypatch.setattr(recent, "remember", breaks)
    with pytest.raises(ZeroDivisionError):
        files(who.by)
    monkeypatch.undo()
    assert len(new(lambda: files(who.by))) == 2


@pytest.mark.parametrize("page", ["/family/", "/family/{0}/", "/family/records/{0}/", "/family/{0}/looked/"])
def test_who_asks_for_what_is_not_there_is_noted_as_one_whose_file_is_shut(town: make.Town, page: str) -> None:
    stranger = make.related("stranger", None)
    noted = new(lambda: browser(stranger.by).get(page.format(uuid4())))
    assert [(it.act, it.student, it.sealed) for it in noted] == [
        ("disclosure:refused", None, True),
        ("disclosure:refused", None, False),
    ]
    assert noted[0].rules, "the law was asked"


def test_whom_a_stay_away_order_binds_sees_the_file_on_the_first_page_and_not_which_school_it_is(
    town: make.Town,
) -> None:
    father = make.related("victor", town.ana)
    (before,) = files(father.by)
    make.order(town.ana, father.row, kind="stay_away_no_records_clause")
    (after,) = files(father.by)
    assert before.school and after.name == before.name
    assert after.school == ""
    assert before.school.encode() not in browser(father.by).get("/family/").content


def test_a_page_offers_the_list_of_looks_to_whom_it_opens(town: make.Town) -> None:
    """Under a stay-away order the file is open, and the list, which names the school's people, is not."""
    father, record = make.related("victor", town.ana), filed(town.registrar.by, town.ana)
    looked = f"/family/{town.ana.id}/looked/"
    pages = ("/family/", f"/family/{town.ana.id}/", f"/family/records/{record}/")

    def offered(by: Any) -> list[bool]:
        family = browser(by)
        return [looked in family.get(page).content.decode() for page in pages]

    assert offered(father.by) == [True] * 3
    make.order(town.ana, father.row, kind="stay_away_no_records_clause")
    assert [browser(father.by).get(page).status_code for page in pages] == [200] * 3
    assert f"/family/{town.ana.id}/" in browser(father.by).get("/family/").content.decode()
    assert offered(father.by) == [False] * 3
    assert offered(town.mother.by) == [True] * 3
