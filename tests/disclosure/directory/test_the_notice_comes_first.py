"""Nobody stands on a list before their family has had the year's notice, and as long to refuse as everybody had."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from fileroom.disclosure.shown import Recipient
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.listing import hands_over, names, prepares, wanted
from tests.disclosure.releases import proposes
from tests.factories import TODAY, change
from tests.programmes.notices.steps import adopted, designee, everything_said

if TYPE_CHECKING:
    from fileroom.people.models import Student

BOTH, BEN = ["Ben Ruiz", "Ana Torres"], ["Ben Ruiz"]
DAY = timedelta(days=1)
WINDOW = 14  # days that everybody had: listing.decided
GIVEN = TODAY - 19 * DAY


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district()


def told_of(who: Student, town: make.Town, on: date | None) -> None:
    """A row of the register: this student's mother was told on this day; None: she is still to be told."""
    from fileroom.programmes.models import NoticeToFamily
    from tests.programmes.notices.steps import newest

    by = designee("head")
    everything_said(by.by)
    adopted(by.by)
    said: dict[str, Any] = {}
    if on is not None:
        said = {
            "notice": newest(), "told_on": on, "method": "mail", "language": "en", "told_by": by.row.id,
            "told_entry": by.row.id,
        }  # fmt: skip
    make.keep(
        NoticeToFamily(
            student=who, contact=town.mother.row, school=town.school, school_year=2026, since_on=GIVEN,
            at_enrolment=True, **said,
        )
    )  # fmt: skip


def test_who_enrolled_after_the_notice_was_given_is_on_no_list(here: listing.Listed) -> None:
    change(here.town.spell, entered_on=GIVEN + DAY)
    assert names(here.town.principal.by, wanted(here.town.school)) == BEN


def test_who_enrolled_on_the_very_day_had_it_with_everybody(here: listing.Listed) -> None:
    change(here.town.spell, entered_on=GIVEN)
    assert names(here.town.principal.by, wanted(here.town.school)) == BOTH


def test_who_only_changed_school_since_had_it_at_the_one_before(here: listing.Listed) -> None:
    town = here.town
    change(town.spell, left_on=TODAY - 3 * DAY)
    make.enrolment(town.ana, town.school, since=TODAY - 2 * DAY)
    assert names(town.principal.by, wanted(town.school)) == BOTH


@pytest.mark.parametrize(("ago", "listed"), [(WINDOW, BEN), (WINDOW + 1, BOTH)])
def test_a_newcomer_comes_on_once_the_family_was_told_and_had_as_long_to_refuse(
    here: listing.Listed, ago: int, listed: list[str]
) -> None:
    town, on = here.town, TODAY - ago * DAY
    change(town.spell, entered_on=GIVEN + DAY)
    told_of(town.ana, town, on)
    assert names(town.principal.by, wanted(town.school)) == listed


def test_what_the_family_was_told_before_the_board_decided_is_no_notice_of_it(here: listing.Listed) -> None:
    change(here.town.spell, entered_on=GIVEN + DAY)
    told_of(here.town.ana, here.town, GIVEN - DAY)
    assert names(here.town.principal.by, wanted(here.town.school)) == BEN


def test_who_was_to_be_told_with_everybody_and_was_not_stays_off(here: listing.Listed) -> None:
    told_of(here.town.ana, here.town, None)
    assert names(here.town.principal.by, wanted(here.town.school)) == BEN


def test_a_school_that_never_mailed_has_no_list(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.programmes.notices.sending import open_owed

    make.related("luz", here.town.ben)
    open_owed(at=AT)
    with pytest.raises(ValidationError, match="empty"):
        prepares(here.town.principal.by, wanted(here.town.school))


def test_a_list_prepared_before_a_mailing_was_taken_back_is_stopped(here: listing.Listed) -> None:
    from fileroom.disclosure.exports.lifecycle import Stopped

    made = prepares(here.town.principal.by, wanted(here.town.school))
    told_of(here.town.ana, here.town, None)
    assert isinstance(hands_over(here.town.principal.by, made.id), Stopped)


def test_federal_law_gives_a_recruiter_three_fields_whether_or_not_the_notice_came(here: listing.Listed) -> None:
    town = here.town
    for who in (town.ana, town.ben):
        change(who, grade="11")
    change(town.spell, entered_on=GIVEN + DAY)
    asked = wanted(town.school, kind="military_recruiter", purpose="recruitment", recipient="The Army")
    assert names(town.principal.by, asked) == BOTH


@pytest.mark.parametrize(("since", "granted"), [(GIVEN, True), (GIVEN + DAY, False)])
def test_one_fact_of_a_newcomer_waits_as_a_list_does(here: listing.Listed, since: date, granted: bool) -> None:
    from fileroom.collection.services import Collected, collect
    from fileroom.disclosure.releasing import Answered

    town = here.town
    change(town.spell, entered_on=since)
    name = collect(town.ana.id, "legal_name", {"given": "Ana", "family": "Torres"}, by=town.registrar.by, at=AT)
    assert isinstance(name, Collected)
    club = Recipient("Dee Park", RequesterKind.PTA, "Alder Creek PTA", identity_checked=True)
    done = proposes(town.registrar.by, name.record, to=club, purpose=Purpose.DIRECTORY)
    assert isinstance(done, Answered) and done.decision.granted is granted
