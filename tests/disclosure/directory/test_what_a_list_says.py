"""A list has a column for each category the Board has adopted of which the district keeps anything, and no other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.asking import entries
from tests.disclosure.listing import hands_over, prepares, rows, wanted
from tests.factories import TODAY

MORE = ("name", "telephone", "email", "awards", "previous_school")


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district(fields=MORE)


def said(here: listing.Listed, *fields: str) -> dict[str, list[str]]:
    """What a list says of each, by the given name."""
    made = prepares(here.town.principal.by, wanted(here.town.school, fields=("name", *fields)))
    return {row[1]: row[2:] for row in rows(hands_over(here.town.principal.by, made.id))}


def came_from(here: listing.Listed, left: int) -> Any:
    """Ben came from another school of the district, which he left so many days before he entered this one."""
    from fileroom.people.models import Enrolment

    elsewhere = make.school("Bishop Pine Middle")
    entered = TODAY - make.YEAR
    spell = Enrolment(
        student=here.town.ben, school=elsewhere, entered_on=entered - 5 * make.YEAR,
        left_on=entered - timedelta(days=left), left_by="file",
    )  # fmt: skip
    make.keep(spell)
    return spell


def test_it_says_by_what_address_a_student_is_reached_what_they_have_earned_and_where_they_were(
    here: listing.Listed,
) -> None:
    from fileroom.collection.services import collect

    town = here.town
    card = {"telephone": "(559) 555-0100", "student_email": "ana@alder.example"}
    collect(town.ana.id, "contact_and_household", card, by=town.registrar.by, at=AT)
    of_the_mother = {"email": "rosa@home.example"}
    collect(town.ana.id, "contact_and_household", of_the_mother, by=town.registrar.by, at=AT, about=town.mother.row.id)
    make.milestone(town.ana, "graduated", since=TODAY - timedelta(days=3), paper="diploma")
    came_from(here, 60)
    before = len(entries())
    found = said(here, *MORE[1:])
    assert found == {
        "Ana": ["(559) 555-0100", "ana@alder.example", "Graduated 2026-10-16", ""],
        "Ben": ["", "", "", "Bishop Pine Middle"],
    }
    opened = [it.part for it in entries()[before:] if it.act == "record:listed"]
    assert opened == ["contact_and_household"], "one card is opened once, whatever is read from it"


def test_what_is_the_households_or_of_nobody_knows_whom_is_not_handed_out_as_the_students(here: listing.Listed) -> None:
    from fileroom.collection.services import collect

    card = {"mobile": "(559) 555-0142", "email": "rosa@home.example"}
    collect(here.town.ana.id, "contact_and_household", card, by=here.town.registrar.by, at=AT)
    assert said(here, "telephone", "email")["Ana"] == ["", ""]


def test_what_a_roster_says_of_the_students_own_row_is_the_students_own(here: listing.Listed) -> None:
    from fileroom.collection.imports.reaching import Reached

    fields = {"telephone": "(559) 555-0100", "email": "ana@alder.example"}
    student, parent = (Reached(here.town.ana.id, about, 1, fields) for about in (None, here.town.mother.row.id))
    assert student.filed() == {"telephone": "(559) 555-0100", "student_email": "ana@alder.example"}
    assert parent.filed() == fields


def test_of_somebody_who_was_away_for_a_school_year_nobody_knows_which_school_was_the_last(
    here: listing.Listed,
) -> None:
    came_from(here, 700)
    assert said(here, "previous_school")["Ben"] == [""]


def test_what_the_board_has_not_adopted_is_not_offered_and_what_is_not_kept_here_is_said(here: listing.Listed) -> None:
    page = browser(here.district.by).get("/directory/lists/new/").content.decode()
    offered = [it for it in ("name", "address", "telephone", "email", "awards", "previous_school", "birth_date",
                             "dates_of_attendance", "activities") if f'value="{it}"' in page]  # fmt: skip
    assert offered == ["name", "address", "telephone", "email", "awards", "previous_school"], "three are a recruiter’s"
    listing.decided(here.superintendent.by, fields=("name", "weight_height"))
    page = browser(here.district.by).get("/directory/").content.decode()
    assert "On no list, for it is not kept here: Weight and height of members of athletic teams" in page
