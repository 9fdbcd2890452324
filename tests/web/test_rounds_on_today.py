"""A round that nobody asks for and that fails stands on the first screen of those who can mend it, and of no other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from fileroom.hosting.rounds_noted import Round
from tests import factories as make
from tests.attacks.browsing import browser, words


@pytest.fixture
def custodian(town: make.Town) -> make.Staffed:
    who = make.staffed("keeper", "clerk", None)
    make.custodian(who.row, None)
    return who


def went(district: str, *failed: Round, hours: int = 0) -> None:
    """Each round went, so long ago; these did not go through."""
    from fileroom.hosting import rounds_noted

    for it in Round:
        ended = timezone.now() - timedelta(hours=hours)
        rounds_noted.note(district, it, "KeyError at mails.py:12" if it in failed else "", at=ended)


def first_screen(who: make.Staffed) -> str:
    return words(browser(who.by).get("/").content.decode())


def test_one_that_failed_is_told_to_those_who_can_mend_it_with_what_it_means_and_what_to_do(
    district: str, town: make.Town, custodian: make.Staffed
) -> None:
    lead = make.staffed("lead", "it_lead", None)
    went(district)
    for who in (lead, custodian):
        assert "The sending of mails" not in first_screen(who)
    went(district, Round.MAILS)
    for who in (lead, custodian):
        said = first_screen(who)
        assert "Failed The sending of mails No mail goes" in said
        assert "KeyError at mails.py:12" in said and "fileroom check" in said and "Last went well" in said
        assert "The reminders" not in said
    went(district)
    assert "The sending of mails" not in first_screen(lead), "it has gone well again"


def test_nobody_else_is_told(district: str, town: make.Town) -> None:
    went(district, *Round)
    office = make.staffed("office", "administrator", None)
    for who in (town.registrar, town.principal, town.teacher, office):
        said = first_screen(who)
        assert "KeyError" not in said and "The sending of mails" not in said and "Stands still" not in said


def test_whoever_was_the_lead_is_told_no_more(district: str, town: make.Town) -> None:
    lead = make.staffed("lead", "it_lead", None)
    went(district, Round.MAILS)
    make.change(lead.role, to_on=make.TODAY - timedelta(days=400))
    assert "KeyError" not in first_screen(lead)


def test_all_that_stand_still_are_one_row(district: str, town: make.Town, custodian: make.Staffed) -> None:
    went(district, hours=3)
    said = first_screen(custodian)
    assert said.count("Stands still") == 1 and "fileroom up" in said
    assert all(name in said for name in ("The sending of mails", "The look at court orders"))


def test_each_round_says_what_its_failure_means() -> None:
    from fileroom.web.rounds import MEANS

    assert set(MEANS) == set(Round)
