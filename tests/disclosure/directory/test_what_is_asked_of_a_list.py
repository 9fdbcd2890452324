"""What is asked of a list besides the law: a second person, the form's own id, the Board's decision as it is today."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from fileroom.people.answers import FormUsed, Refused
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.listing import hands_over, prepares, rows, wanted
from tests.factories import TODAY, change


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district()


def state(list_id: Any) -> str:
    from fileroom.disclosure.models import StudentList
    from fileroom.hosting import district_transaction

    with district_transaction():
        return str(StudentList.objects.get(pk=list_id).state)


def test_a_list_that_is_cut_up_waits_for_somebody_else_as_the_whole_would(here: listing.Listed) -> None:
    town = here.town
    change(town.ana, grade="09")
    change(town.ben, grade="10")

    def part(grade: str, at: datetime = AT, **said: Any) -> Any:
        return prepares(town.principal.by, wanted(town.school, grades=(grade,), **said), above=1, at=at)

    first = part("09")
    assert not first.waits
    assert part("10").waits and part("10", recipient=" alder creek pta ").waits
    assert part("10", recipient="The other club").waits, "of the same kind, for the same purpose, at the same school"
    assert not part("10", recipient="The Alder Sun", kind="media", purpose="news").waits
    assert part("10", at=AT + timedelta(hours=25)).waits, "those that wait may go out still"
    assert not part("10", at=AT + timedelta(days=4)).waits, "what was never handed over is over by then"


def test_what_a_second_person_has_looked_at_is_looked_at_no_more(here: listing.Listed) -> None:
    from fileroom.disclosure.directory.lists import approve

    town = here.town
    change(town.ana, grade="09")
    whole = prepares(town.principal.by, wanted(town.school), above=1)
    approve(whole.id, by=here.district.by, at=AT)
    assert not prepares(town.principal.by, wanted(town.school, grades=("09",)), above=1).waits


def test_a_list_that_went_out_counts_for_days_with_those_after_it(here: listing.Listed) -> None:
    town = here.town
    change(town.ana, grade="09")
    change(town.ben, grade="10")
    first = prepares(town.principal.by, wanted(town.school, grades=("09",)), above=1)
    hands_over(town.principal.by, first.id)
    asked = wanted(town.school, grades=("10",))
    assert prepares(town.principal.by, asked, above=1, at=AT + timedelta(days=7)).waits
    later = AT + timedelta(days=10)  # the one that waited a week after has lapsed too
    assert not prepares(town.principal.by, asked, above=1, at=later).waits


@pytest.mark.parametrize("said", [{"fields": ("name",)}, {"identified": False}])
def test_the_same_form_with_other_fields_is_not_answered_with_the_list_before(
    here: listing.Listed, said: dict[str, Any]
) -> None:
    from django.core.exceptions import ValidationError

    by, form, both = here.town.principal.by, uuid4(), ("name", "address", "telephone")
    prepares(by, wanted(here.town.school, fields=both), once=form)
    with pytest.raises(ValidationError):
        prepares(by, wanted(here.town.school, **{"fields": both} | said), once=form)


def test_a_notice_of_the_same_day_corrects_the_one_before(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy

    told, day = TODAY - timedelta(days=19), timedelta(days=1)
    for minute, refuse_by in enumerate([TODAY - day, TODAY + 30 * day, TODAY - day, TODAY + 30 * day], start=1):
        at = AT + timedelta(minutes=minute)
        policy.give_notice(uuid4(), told, refuse_by, by=here.superintendent.by, at=at)
        adopted = policy.in_force(TODAY)
        assert adopted is not None and adopted.notice_given(TODAY) is (refuse_by < TODAY)


def test_a_decision_and_a_notice_sent_twice_are_one(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy
    from fileroom.disclosure.models import DirectoryNotice
    from fileroom.hosting import district_transaction

    by, decision, notice = here.superintendent.by, uuid4(), uuid4()
    text = policy.Text(TODAY, "Special meeting", ("name",), ("pta",), ("directory",))
    for _ in range(2):
        policy.adopt(decision, text, notice_days=30, by=by, at=AT)
        policy.give_notice(notice, TODAY, TODAY + timedelta(days=9), by=by, at=AT)
    assert [it.version for it in policy.versions(TODAY)] == [2, 1]
    with district_transaction():
        assert DirectoryNotice.objects.count() == 2
    with pytest.raises(FormUsed):
        policy.adopt(decision, replace(text, fields=("name", "address")), notice_days=30, by=by, at=AT)
    with pytest.raises(FormUsed):
        policy.give_notice(notice, TODAY, TODAY + timedelta(days=8), by=by, at=AT)


def test_a_purpose_that_the_board_has_dropped_meanwhile_stops_the_list(here: listing.Listed) -> None:
    from fileroom.disclosure.exports.lifecycle import Stopped

    made = prepares(here.town.principal.by, wanted(here.town.school))
    listing.decided(here.superintendent.by, purposes=("news",))
    assert isinstance(hands_over(here.town.principal.by, made.id), Stopped)
    assert state(made.id) == "stopped"


def test_no_policy_names_anyone_and_one_from_before_that_does_lets_nothing_out_to_anybody(
    here: listing.Listed,
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.disclosure.directory import policy
    from fileroom.disclosure.models import DirectoryPolicy
    from fileroom.hosting import district_transaction

    with pytest.raises(ValidationError, match="the law closes it"):
        listing.decided(here.superintendent.by, recipients=("public",))
    with district_transaction():
        DirectoryPolicy.objects.update(recipients=["public"])
    assert policy.district_facts(policy.in_force(TODAY), TODAY, told=True).directory_recipients == ()
    for kind in ("police", "federal_agency", "public", "pta"):
        assert isinstance(prepares(here.town.principal.by, wanted(here.town.school, kind=kind)), Refused)


def test_the_register_has_every_list_a_page_at_a_time(here: listing.Listed, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.disclosure.directory import register

    monkeypatch.setattr(register, "MOST", 2)
    by = here.town.principal.by
    made = [prepares(by, wanted(here.town.school), at=AT + timedelta(minutes=it)).id for it in range(3)]
    pages = [register.lists(number, by=by, at=AT) for number in (1, 2)]
    assert [[it.id for it in page.lists] for page in pages] == [[made[2], made[1]], [made[0]]]
    assert [page.older for page in pages] == [True, False]
    first, second = (browser(by).get(f"/directory/?page={it}").content.decode() for it in (1, 2))
    assert "?page=2" in first and "?page=1" in second


def test_a_policy_that_allows_the_screenings_allows_lists_for_them(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    town = here.town
    asked = wanted(town.school, kind="nonprofit", purpose="eye_examination", recipient="Eyes for All")
    listing.decided(here.superintendent.by, recipients=("nonprofit",))
    with pytest.raises(ValidationError, match="names no lists"):
        prepares(town.principal.by, asked)
    listing.decided(here.superintendent.by, recipients=("nonprofit",), screenings=True)
    assert len(rows(hands_over(town.principal.by, prepares(town.principal.by, asked).id))) == 2


def test_a_class_of_another_school_is_told_beside_the_class_and_nothing_typed_is_lost(here: listing.Listed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Section

    with district_transaction():
        section = Section.objects.get()
    form = {"kind": "pta", "recipient": "Alder Creek PTA", "identified": "on", "purpose": "directory",
            "school": "district", "section": str(section.id),
            "fields_": ["name"], "once": str(uuid4())}  # fmt: skip
    page = browser(here.district.by).post("/directory/lists/new/", form)
    assert page.status_code == 422
    assert "This class is of another school" in page.content.decode()
    assert 'value="Alder Creek PTA"' in page.content.decode()
