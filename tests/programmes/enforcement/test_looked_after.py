"""Those who keep the register say what is done, and close a request of which nothing is owed; evidence is counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from fileroom.duties.states import Asked, Evidence, State
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.enforcement.coming import closes, comes, discharged, owed, row, says_done, shows, writes


@pytest.fixture
def superintendent(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def test_a_request_is_not_closed_while_something_is_owed(town: make.Town, superintendent: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(ValidationError, match="stays open"):
        closes(opened.id, superintendent.by)
    discharged(opened.id, superintendent.by)
    closes(opened.id, superintendent.by)
    assert set(owed(opened.id)) == {"report_to_board"}, "the Board is told all the same"
    assert (row(opened.id).outcome, last_entry().outcome) == ("nothing_given", "nothing_given")


def test_what_is_closed_takes_no_more_answers(town: make.Town, superintendent: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    discharged(opened.id, superintendent.by)
    closes(opened.id, superintendent.by)
    with pytest.raises(ValidationError, match="closed"):
        writes(opened.id, town.registrar.by)
    with pytest.raises(ValidationError, match="closed"):
        shows(opened.id, town.registrar.by, "i_200")


def test_a_family_that_nobody_named_is_let_go_and_says_so(town: make.Town, superintendent: make.Staffed) -> None:
    from fileroom.programmes.enforcement.duties import FAMILY_TOLD

    opened = comes(town.registrar.by, "immigration")
    says_done(opened.id, FAMILY_TOLD, superintendent.by, otherwise=True)
    assert "notify_parent_after" not in owed(opened.id) and last_entry().outcome == "nobody"


def test_when_a_courts_silence_is_over_the_family_is_to_be_told(town: make.Town, superintendent: make.Staffed) -> None:
    from fileroom.programmes.enforcement.duties import SILENCE_OVER

    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "ao_93", court="federal", judge="yes", signed="yes", silence="yes")
    says_done(opened.id, SILENCE_OVER, superintendent.by)
    assert set(owed(opened.id)) >= {"notify_parent_after", "give_family_the_papers"}
    assert "do_not_notify_parent" not in owed(opened.id)


@pytest.mark.parametrize("rule", ["report_to_board", "document_encounter"])
def test_what_an_act_of_its_own_does_is_not_ticked_off(
    town: make.Town, superintendent: make.Staffed, rule: str
) -> None:
    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(ValidationError):
        says_done(opened.id, f"disclosure.immigration_enforcement.{rule}", superintendent.by)
    assert rule in owed(opened.id)


@pytest.mark.parametrize("who", ["registrar", "principal", "teacher"])
def test_nobody_else_reads_the_register_closes_or_ticks_off(town: make.Town, who: str) -> None:
    from fileroom.people.answers import Missing, Refused
    from fileroom.programmes.enforcement import desk

    opened, by = comes(town.registrar.by, "immigration"), getattr(town, who).by
    assert isinstance(desk.register(by=by, at=AT), Refused)
    assert (last_entry().act.value, last_entry().sealed, last_entry().student) == ("enforcement:refused", True, None)
    for act in (lambda: desk.request(opened.id, by=by, at=AT), lambda: closes(opened.id, by)):
        with pytest.raises(Missing):
            act()


def test_the_evidence_of_the_year_says_how_long_the_superintendent_did_not_know(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import TOLD

    assert (year(0).number, year(0).state) == (0, State.RUNNING)
    opened = comes(town.registrar.by, "immigration")
    assert (year(1).number, [it.number for it in year(1).parts], year(1).state) == (1, [0, 1, 1], State.RUNNING)
    assert year(25).state is State.ATTENTION
    says_done(opened.id, TOLD, superintendent.by, at=AT + timedelta(minutes=8))
    assert ([it.number for it in year(25).parts], year(25).state) == ([1, 8, 1, 1], State.RUNNING)


def test_a_request_of_which_the_board_has_not_heard_is_evidence_against_it_when_the_half_year_is_over(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import TOLD

    opened = comes(town.registrar.by, "immigration")
    says_done(opened.id, TOLD, superintendent.by, at=AT + timedelta(minutes=8))
    assert year(24 * 15).state is State.RUNNING
    assert "the half-year is over" in year(24 * 120).why
    assert "the half-year is over" in year(24 * 365).why, "nor is it forgotten with the school year"


def year(hours: int) -> Evidence:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.evidence import requests

    with district_transaction():
        return requests(Asked(AT + timedelta(hours=hours), quarantine_days=10, form_days=365))
