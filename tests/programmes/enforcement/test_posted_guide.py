"""The guide for families: noted with its place and languages, and seen posted, place by place, by somebody on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import last_entry

GUIDE = "https://oag.ca.example/know-your-rights"
FIRST, SECOND = date(2025, 12, 1), date(2026, 9, 1)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def noted(by: Any, updated_on: date = FIRST, *, at: Any = AT, id_: UUID | None = None, **more: Any) -> UUID:
    from fileroom.programmes.enforcement.guide import note_edition

    said = {"address": GUIDE, "languages": ["English", "Español"]} | more
    return note_edition(id_ or uuid4(), updated_on=updated_on, by=by, at=at, **said)


def seen(by: Any, school: UUID | None, place: str, *, on: date = make.TODAY, at: Any = AT) -> UUID:
    from fileroom.programmes.enforcement.guide import note_posting

    return note_posting(school, place, posted_on=on, by=by, at=at)


def owed() -> dict[UUID, date | None]:
    """What is open, by place."""
    from fileroom.duties.queries import about
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School
    from fileroom.people.owed import OF_THE_DISTRICT

    with district_transaction():
        places = [OF_THE_DISTRICT, *School.objects.values_list("id", flat=True)]
        return {it.of: it.due for it in about("posted_guide", places, at=AT)}


def test_each_school_and_the_district_owe_it_until_building_and_site_have_it(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.owed import OF_THE_DISTRICT

    noted(office.by)
    assert owed() == {OF_THE_DISTRICT: AT.date(), town.school.id: AT.date()}
    seen(office.by, None, "building")
    assert OF_THE_DISTRICT in owed()
    seen(office.by, None, "site")
    assert set(owed()) == {town.school.id}
    seen(town.principal.by, town.school.id, "building")
    seen(town.principal.by, town.school.id, "site")
    assert owed() == {}
    assert (last_entry().act.value, last_entry().part, last_entry().student) == ("guide:posted", "site", None)


def test_a_new_edition_is_owed_by_the_first_day_of_the_school_year_after_it(
    town: make.Town, office: make.Staffed
) -> None:
    noted(office.by)
    for school in (None, town.school.id):
        for place in ("building", "site"):
            seen(office.by, school, place)
    noted(office.by, SECOND)
    assert set(owed().values()) == {date(2027, 7, 1)}
    from fileroom.programmes.enforcement.guide import standing

    now = standing(by=office.by, at=AT)
    assert not now.whole and not any(it.building_on for it in now.places), "the one before counts for the one before"


def test_a_school_notes_its_own_and_no_others(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    other = make.school("Mesa Middle")
    noted(office.by)
    for school in (None, other.id, uuid4()):
        with pytest.raises(Missing):
            seen(town.principal.by, school, "site")
    with pytest.raises(Missing):
        seen(town.teacher.by, town.school.id, "site")
    with pytest.raises(Missing):
        noted(town.principal.by, SECOND)


@pytest.mark.parametrize("on", [date(2025, 11, 30), date(2026, 10, 20)])
def test_it_was_not_posted_before_it_was_there_nor_will_it_have_been(office: make.Staffed, on: date) -> None:
    noted(office.by)
    with pytest.raises(ValidationError, match="posted on a day"):
        seen(office.by, None, "site", on=on)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"address": "http://oag.ca.example/"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"languages": []}, "languages"),
        ({"languages": ["x" * 41]}, "languages"),
        ({"updated_on": date(2026, 10, 20)}, "updated_on"),
    ],
)
def test_what_does_not_fit_is_said_by_its_field(office: make.Staffed, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as fault:
        noted(office.by, **changed)
    assert field in fault.value.message_dict


def test_a_school_that_opens_after_the_edition_owes_it_too(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.enforcement.guide import owe_new_schools

    noted(office.by)
    for place in ("building", "site"):
        seen(office.by, town.school.id, place)
    birch = make.school("Birch")
    for _ in range(2):
        owe_new_schools(at=AT)
    assert owed()[birch.id] == make.TODAY and town.school.id not in owed()
    assert (last_entry().act.value, last_entry().outcome) == ("guide:owed", "1")
    seen(office.by, birch.id, "building")
    seen(office.by, birch.id, "site")
    owe_new_schools(at=AT)
    assert birch.id not in owed()


def about_the_guide(at: Any) -> list[tuple[str, date | None]]:
    """What is open about the guide itself."""
    from fileroom.duties.queries import about
    from fileroom.programmes.enforcement.guide import EDITION

    return [(it.part, it.due) for it in about("posted_guide", [EDITION], at=at)]


def test_that_nobody_has_noted_it_or_looked_this_school_year_stands_on_today(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.duties.states import Asked, State
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.evidence import UNLOOKED
    from fileroom.programmes.enforcement.evidence import guide as evidence
    from fileroom.programmes.enforcement.guide import owe_a_look

    for _ in range(2):
        owe_a_look(at=AT)
    assert about_the_guide(AT) == [("edition", make.TODAY + timedelta(days=1))]
    assert "Note where the guide for families is found" in browser(office.by).get("/").content.decode()
    noted(office.by)
    owe_a_look(at=AT)
    assert about_the_guide(AT) == []
    for school in (None, town.school.id):
        for place in ("building", "site"):
            seen(office.by, school, place)
    next_year = AT + timedelta(days=365)
    owe_a_look(at=next_year)
    assert about_the_guide(next_year) == [("look", next_year.date() + timedelta(days=1))]
    with district_transaction():
        after = evidence(Asked(next_year + timedelta(days=2), 7, 7))
    assert (after.state, after.why) == (State.ATTENTION, UNLOOKED)
    desk = browser(office.by)
    assert desk.post("/enforcement/guide/", {"unchanged": "yes"}).status_code == 302
    assert about_the_guide(next_year) == [] and last_entry().outcome == "unchanged"


def test_an_edition_of_the_same_day_is_not_noted_again_but_the_same_form_is_one(office: make.Staffed) -> None:
    from fileroom.people.answers import FormUsed

    id_ = uuid4()
    assert noted(office.by, id_=id_) == noted(office.by, id_=id_) == id_
    with pytest.raises(FormUsed):
        noted(office.by, id_=id_, languages=["English"])
    with pytest.raises(ValidationError):
        noted(office.by)


def test_families_find_the_guide_and_its_languages_without_an_account(office: make.Staffed) -> None:
    page = browser(None).get("/know-your-rights/").content.decode()
    assert GUIDE not in page and "Ask at any school office" in words(page)
    noted(office.by)
    page = browser(None).get("/know-your-rights/").content.decode()
    assert f'href="{GUIDE}"' in page and "English, Español" in words(page)
    spanish = browser(None)
    spanish.post("/language/", {"language": "es", "next": "/"})
    assert "Todo niño tiene derecho" in words(spanish.get("/know-your-rights/").content.decode())
