"""The office that keeps the file notes what a paper shows of a student, and ends it; nobody else, and each is noted."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry, opened
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.people.services import Done
    from fileroom.people.signed_in import SignedIn

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
COURT, COLLEGE, FINDING = "declaration_of_emancipation", "college_enrolment", "counsels_finding"


def enters(by: SignedIn, town: make.Town, paper: str = COURT, *, since: date = YESTERDAY) -> Any:
    from fileroom.people.milestones import enter_milestone

    return enter_milestone(town.ana.id, paper=paper, from_on=since, by=by, at=AT)


def ends(by: SignedIn, town: make.Town, done: Done, day: date = TODAY) -> Any:
    from fileroom.people.milestones import end_milestone

    return end_milestone(town.ana.id, done.id, over_on=day, by=by, at=AT)


def noted(town: make.Town) -> list[tuple[str, str, date, date | None, str, str]]:
    from fileroom.hosting import district_transaction
    from fileroom.people.milestones import of_student

    with district_transaction():
        return [
            (it.kind, it.paper, it.from_on, it.over_on, it.entered_by, it.ended_by) for it in of_student(town.ana.id)
        ]


def milestones() -> list[str]:
    """The acts about milestones that the ledger has."""
    return [event.act.value for event in entries() if event.act.value.startswith("milestone:")]


def test_what_a_paper_shows_stands_with_its_day_and_who_saw_it_and_ends_the_same_way(town: make.Town) -> None:
    done = enters(town.registrar.by, town)
    event = last_entry()
    assert (event.id, event.act, event.part, event.student) == (
        done.entry, "milestone:entered", "emancipated", town.ana.id,
    )  # fmt: skip
    assert event.actor.account == town.registrar.by.account.id
    assert noted(town) == [("emancipated", COURT, YESTERDAY, None, "Registrar Abara", "")]
    over = ends(town.principal.by, town, done)
    assert (last_entry().act, last_entry().part, last_entry().id) == ("milestone:ended", "emancipated", over.entry)
    assert noted(town) == [("emancipated", COURT, YESTERDAY, TODAY, "Registrar Abara", "Principal Abara")]


def test_only_the_office_that_keeps_the_file_enters_and_ends(town: make.Town) -> None:
    from fileroom.people.answers import Missing, Refused

    done, before = enters(town.registrar.by, town), noted(town)
    outsider = make.staffed("other", "registrar", make.school("Mesa Middle"))
    for by in (town.teacher.by, town.mother.by, outsider.by):
        for act in (partial(enters, by, town, COLLEGE), partial(ends, by, town, done)):
            with suppress(Missing):
                assert isinstance(act(), Refused)
                assert by is town.teacher.by, "who does not serve the student is not told that there is one"
            assert (last_entry().act, last_entry().outcome) == ("milestone:refused", "no")
            assert last_entry().sealed is (by is town.mother.by)
    assert noted(town) == before


def test_the_same_form_twice_is_one_act(town: make.Town) -> None:
    first = enters(town.registrar.by, town)
    assert enters(town.registrar.by, town) == first
    over = ends(town.registrar.by, town, first)
    assert ends(town.registrar.by, town, first) == over
    assert milestones() == ["milestone:entered", "milestone:ended"]


@pytest.mark.parametrize("since", [TOMORROW, date(1999, 12, 31)])
def test_a_day_that_cannot_be_is_not_taken(town: make.Town, since: date) -> None:
    with pytest.raises(ValidationError, match="cannot be right"):
        enters(town.registrar.by, town, since=since)
    assert noted(town) == []


def test_it_ends_between_its_first_day_and_today(town: make.Town) -> None:
    done = enters(town.registrar.by, town)
    for day in (YESTERDAY - timedelta(days=1), TOMORROW):
        with pytest.raises(ValidationError, match="cannot be right"):
            ends(town.registrar.by, town, done, day)
    ends(town.registrar.by, town, done, YESTERDAY)  # on its own first day: it never held
    with pytest.raises(ValidationError, match="over already"):
        ends(town.registrar.by, town, done, TODAY)
    enters(town.registrar.by, town, since=TODAY)
    assert [(since, over) for _, _, since, over, *_ in noted(town)] == [(YESTERDAY, YESTERDAY), (TODAY, None)]


def test_a_second_of_its_kind_waits_for_the_end_of_the_first(town: make.Town) -> None:
    enters(town.registrar.by, town)
    for since, paper in ((TODAY, COURT), (YESTERDAY, "marriage_certificate")):
        with pytest.raises(ValidationError, match="entered already"):
            enters(town.registrar.by, town, paper, since=since)
    with pytest.raises(ValidationError, match="entered already"):
        enters(town.principal.by, town)


def test_counsels_finding_is_of_a_minor_at_a_college(town: make.Town) -> None:
    with pytest.raises(ValidationError, match="college first"):
        enters(town.registrar.by, town, FINDING)
    enters(town.registrar.by, town, COLLEGE, since=TODAY)
    with pytest.raises(ValidationError, match="college first"):
        enters(town.registrar.by, town, FINDING, since=YESTERDAY)
    enters(town.registrar.by, town, FINDING, since=TODAY)
    assert [kind for kind, *_ in noted(town)] == ["attends_postsecondary", "rights_passed"]


def test_counsels_finding_ends_with_the_college_it_was_made_for(town: make.Town) -> None:
    college = enters(town.registrar.by, town, COLLEGE)
    finding = enters(town.registrar.by, town, FINDING, since=TODAY)
    over = ends(town.registrar.by, town, college, YESTERDAY)
    assert over.ended == (college.id, finding.id)
    assert [(it.act, it.part) for it in entries()[-2:]] == [
        ("milestone:ended", "attends_postsecondary"), ("milestone:ended", "rights_passed"),
    ]  # fmt: skip
    days = [(kind, since, over_on) for kind, _, since, over_on, *_ in noted(town)]
    assert days == [("attends_postsecondary", YESTERDAY, YESTERDAY), ("rights_passed", TODAY, TODAY)]
    assert ends(town.registrar.by, town, college, YESTERDAY) == over, "the same form sent twice tells the same"
    enters(town.registrar.by, town, COLLEGE, since=TODAY)
    assert [kind for kind, _, _, over_on, *_ in noted(town) if over_on is None] == ["attends_postsecondary"]


@pytest.mark.parametrize(("found_on", "over_on"), [(YESTERDAY - timedelta(days=1), YESTERDAY), (TODAY, TODAY)])
def test_a_finding_that_outlived_its_college_is_revived_by_no_other(
    town: make.Town, found_on: date, over_on: date
) -> None:
    """Where a college ended before findings ended with theirs, the finding still stands open."""
    finding = make.milestone(town.ana, "rights_passed", since=found_on)
    college = enters(town.registrar.by, town, COLLEGE, since=YESTERDAY)
    assert college.ended == (finding.id,)
    assert [(it.act, it.part) for it in entries()[-2:]] == [
        ("milestone:ended", "rights_passed"), ("milestone:entered", "attends_postsecondary"),
    ]  # fmt: skip
    assert {kind: over for kind, _, _, over, *_ in noted(town)} == {
        "attends_postsecondary": None, "rights_passed": over_on,
    }  # fmt: skip
    enters(town.registrar.by, town, FINDING, since=TODAY)
    assert len(noted(town)) == 3


def test_a_finding_is_left_alone_by_what_is_no_college(town: make.Town) -> None:
    enters(town.registrar.by, town, COLLEGE)
    finding = enters(town.registrar.by, town, FINDING)
    court = enters(town.registrar.by, town)
    assert court.ended == finding.ended == ()
    assert ends(town.registrar.by, town, court).ended == (court.id,)
    assert milestones() == ["milestone:entered"] * 3 + ["milestone:ended"]


def test_a_paper_that_is_none_is_not_taken(town: make.Town) -> None:
    with pytest.raises(ValidationError, match="which paper"):
        enters(town.registrar.by, town, "library_card")


def test_the_heading_names_nobody_whose_right_counsel_has_to_settle_and_the_student_whom_counsel_has_found(
    town: make.Town,
) -> None:
    from fileroom.disclosure import overview

    def holders() -> tuple[str, ...]:
        return overview.head(opened(town.registrar.by, town.ana), on=TODAY).rights_holders

    assert holders() == ("Mother Torres",)
    done = enters(town.registrar.by, town)
    assert holders() == ("ask counsel",)
    ends(town.registrar.by, town, done)
    enters(town.registrar.by, town, COLLEGE)
    assert holders() == ("Mother Torres",)
    enters(town.registrar.by, town, FINDING)
    assert holders() == ("Ana Torres",)


def test_whoever_files_the_date_of_graduation_has_entered_that_the_student_has_graduated(town: make.Town) -> None:
    from fileroom.collection.services import Collected, collect

    filed = [
        collect(town.ana.id, "graduation_date", {"graduated_on": day}, by=town.registrar.by, at=AT)
        for day in ("2026-06-04", "2026-06-05")
    ]
    assert all(isinstance(it, Collected) for it in filed)
    assert noted(town) == [("graduated", "graduation_date", date(2026, 6, 4), None, "Registrar Abara", "")]


def test_a_graduation_that_is_still_to_come_is_not_filed(town: make.Town) -> None:
    from fileroom.collection.services import collect

    with pytest.raises(ValidationError, match="has not come yet"):
        given = {"graduated_on": TOMORROW.isoformat()}
        collect(town.ana.id, "graduation_date", given, by=town.registrar.by, at=AT)
    assert noted(town) == []
