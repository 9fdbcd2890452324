"""Those who keep the register say what is done, and close a request of which nothing is owed; evidence is counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.enforcement.coming import closes, comes, discharged, owed, row, shows, writes


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
    from fileroom.programmes.enforcement.looking_after import done

    opened = comes(town.registrar.by, "immigration")
    done(opened.id, FAMILY_TOLD, nobody=True, by=superintendent.by, at=AT)
    assert "notify_parent_after" not in owed(opened.id) and last_entry().outcome == "nobody"


def test_when_a_courts_silence_is_over_the_family_is_to_be_told(town: make.Town, superintendent: make.Staffed) -> None:
    from fileroom.programmes.enforcement.duties import SILENCE_OVER
    from fileroom.programmes.enforcement.looking_after import done

    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "ao_93", court="federal", judge="yes", signed="yes", silence="yes")
    done(opened.id, SILENCE_OVER, nobody=False, by=superintendent.by, at=AT)
    assert set(owed(opened.id)) >= {"notify_parent_after", "give_family_the_papers"}
    assert "do_not_notify_parent" not in owed(opened.id)


@pytest.mark.parametrize("rule", ["report_to_board", "notify_superintendent", "document_encounter"])
def test_what_an_act_of_its_own_does_is_not_ticked_off(
    town: make.Town, superintendent: make.Staffed, rule: str
) -> None:
    from fileroom.programmes.enforcement.looking_after import done

    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(ValidationError):
        done(opened.id, f"disclosure.immigration_enforcement.{rule}", nobody=False, by=superintendent.by, at=AT)
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


def test_the_evidence_of_the_year_flips_to_attention_when_nobody_was_told_for_a_day(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.programmes.enforcement import desk
    from fileroom.programmes.enforcement.evidence import this_year

    assert not this_year(at=AT).attention and this_year(at=AT).requests == 0
    opened = comes(town.registrar.by, "immigration")
    now = this_year(at=AT + timedelta(hours=1))
    assert (now.requests, now.told, now.untold, now.unread, now.unreported, now.attention) == (1, 0, 1, 1, 1, False)
    assert this_year(at=AT + timedelta(hours=25)).attention
    desk.request(opened.id, by=superintendent.by, at=AT + timedelta(minutes=8))
    told = this_year(at=AT + timedelta(hours=25))
    assert (told.told, told.untold, told.slowest, told.attention) == (1, 0, timedelta(minutes=8), False)
