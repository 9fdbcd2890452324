"""One press opens the incident; answers amend it, what is interrupted is kept, and words lie sealed, apart."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.programmes.enforcement.coming import answers, comes, owed, row, says_done, shows, writes


@pytest.fixture
def superintendent(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def test_the_first_press_is_enough_for_the_register_the_ledger_and_the_superintendent(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.people.owed import owed as owed_by

    opened = comes(town.registrar.by, "immigration")
    assert opened.script.code == "immigration_no"
    assert row(opened.id).school_id == town.school.id, "where the clerk works"
    mine = {it.rule.rpartition(".")[2] for it in owed_by(by=superintendent.by, at=AT)}
    assert {"notify_superintendent", "report_to_board", "notify_parent_after"} <= mine
    assert [it.rule.rpartition(".")[2] for it in owed_by(by=town.registrar.by, at=AT)] == ["document_encounter"]


def test_the_same_press_sent_twice_is_one_incident(town: make.Town) -> None:
    id_ = uuid4()
    for _ in range(2):
        assert comes(town.registrar.by, "police", id_=id_).id == id_
    assert sum(it.act.value == "enforcement:opened" for it in entries()) == 1


def test_an_answer_that_says_nothing_new_leaves_no_entry(town: make.Town) -> None:
    opened = comes(town.registrar.by, "police")
    answers(opened.id, town.registrar.by, joined="no", wants=("entry",))
    before = len(entries())
    assert answers(opened.id, town.registrar.by, joined="no", wants=("entry",)).entry is None
    assert len(entries()) == before


def test_police_who_will_not_say_who_rides_with_them_are_answered_as_immigration(town: make.Town) -> None:
    opened = comes(town.registrar.by, "police")
    assert opened.script.code == "police_no" and "report_to_board" not in owed(opened.id)
    assert answers(opened.id, town.registrar.by, joined="not_seen").script.code == "immigration_no"
    assert "report_to_board" in owed(opened.id)


def test_an_answer_taken_back_at_the_counter_takes_no_duty_back(town: make.Town) -> None:
    from fileroom.programmes.enforcement.encounters import Asker

    opened = comes(town.registrar.by, "not_sure")
    before = set(owed(opened.id))
    said = answers(opened.id, town.registrar.by, asker=Asker.PROCESS_SERVER, joined="no")
    assert said.script.code == "process_server"
    assert set(owed(opened.id)) >= before and row(opened.id).strict


def test_a_paper_that_forbids_it_keeps_the_family_from_being_told(town: make.Town) -> None:
    opened = comes(town.registrar.by, "immigration")
    assert "notify_parent_after" in owed(opened.id)
    shows(opened.id, town.registrar.by, "court_order", court="federal", judge="yes", signed="yes", silence="yes")
    open_now = set(owed(opened.id))
    assert not open_now & {"notify_parent_after", "give_family_the_papers"}
    assert open_now >= {"do_not_notify_parent", "review_at_expiry"}


def test_an_agencys_own_word_silences_nobody(town: make.Town) -> None:
    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "i_138", silence="yes")
    assert "notify_parent_after" in owed(opened.id) and "do_not_notify_parent" not in owed(opened.id)


def test_a_paper_noted_again_is_one_paper_and_counsel_reads_anew(town: make.Town, superintendent: make.Staffed) -> None:
    from fileroom.programmes.enforcement.duties import READ_BY_COUNSEL

    opened = comes(town.registrar.by, "immigration")
    says_done(opened.id, READ_BY_COUNSEL, superintendent.by)
    assert "counsel_review" not in owed(opened.id)
    shows(opened.id, town.registrar.by, "ao_93")
    shows(opened.id, town.registrar.by, "ao_93", court="federal", judge="yes")
    assert [it["judge"] for it in row(opened.id).papers] == ["yes"]
    assert "counsel_review" in owed(opened.id)


def test_what_was_written_down_is_in_no_column_and_is_opened_by_an_act_alone(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.programmes.enforcement import desk

    opened = comes(town.registrar.by, "immigration")
    writes(opened.id, town.registrar.by)
    assert "document_encounter" not in owed(opened.id)
    page = desk.at_the_counter(opened.id, by=town.registrar.by, at=AT)
    assert page.written == 1 and "Cole" not in repr(page) and "Torres" not in repr(page)
    assert "Cole" not in repr(desk.request(opened.id, by=superintendent.by, at=AT))
    ((note, by),) = desk.read(opened.id, by=superintendent.by, at=AT)
    assert (note.fields["name"], by) == ("R. Cole", "Registrar Abara")
    assert note.fields["said"] == "Asked for Ana Torres at 9:12."
    noted = last_entry()
    assert (noted.act.value, noted.record, noted.student, noted.sealed) == ("enforcement:read", opened.id, None, True)


def test_whoever_wrote_it_does_not_read_it_again(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.enforcement import desk

    opened = comes(town.registrar.by, "immigration")
    writes(opened.id, town.registrar.by)
    for who in (town.registrar, town.principal, town.teacher):
        with pytest.raises(Missing):
            desk.read(opened.id, by=who.by, at=AT)


@pytest.mark.parametrize("said", ["She is undocumented.", "SSN 123-45-6789", "He said that the mother has no visa."])
def test_what_no_file_may_hold_is_not_written_down(town: make.Town, said: str) -> None:
    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(ValidationError) as fault:
        writes(opened.id, town.registrar.by, said=said)
    assert said not in str(fault.value)
    assert "document_encounter" in owed(opened.id)


def test_the_name_of_a_form_may_be_written(town: make.Town) -> None:
    opened = comes(town.registrar.by, "immigration")
    assert writes(opened.id, town.registrar.by, said="He held up an I-200 and would not let go of it.")


def test_a_note_sent_twice_is_one_note(town: make.Town) -> None:
    from fileroom.programmes.enforcement import desk

    opened, id_ = comes(town.registrar.by, "immigration"), uuid4()
    assert writes(opened.id, town.registrar.by, id_=id_) and writes(opened.id, town.registrar.by, id_=id_) is None
    assert desk.at_the_counter(opened.id, by=town.registrar.by, at=AT).written == 1


def test_another_clerk_finds_nothing_there_and_the_schools_custodian_goes_on(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.enforcement import desk

    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(Missing):
        desk.at_the_counter(opened.id, by=town.teacher.by, at=AT)
    with pytest.raises(Missing):
        answers(opened.id, town.teacher.by, wants=("entry",))
    answers(opened.id, town.principal.by, wants=("entry",))
    assert row(opened.id).wants == ["entry"]


def test_the_superintendent_says_that_they_have_read_it_and_counsel_is_not_the_superintendent(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import TOLD

    lawyer = make.staffed("lee", "counsel", None)
    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(ValidationError, match="The Superintendent or a designee"):
        says_done(opened.id, TOLD, lawyer.by)
    assert "notify_superintendent" in owed(opened.id)
    says_done(opened.id, TOLD, superintendent.by)
    assert "notify_superintendent" not in owed(opened.id)


def test_a_last_day_is_not_dropped_nor_taken_where_it_can_be_none(installation: object) -> None:
    from django.http import QueryDict
    from django.utils import timezone

    from fileroom.web.agent_form import PaperForm

    today, wrong = timezone.localdate(), []
    for silence, days, fits in (
        ("yes", 40, True), ("yes", 0, True), ("no", 40, False), ("", 40, False), ("yes", -1, False),
        ("yes", 6 * 365, False),
    ):  # fmt: skip
        until = (today + timedelta(days=days)).isoformat()
        form = PaperForm(QueryDict(f"paper=court_order&silence={silence}&until={until}"))
        if form.is_valid() is not fits or ("until" in form.errors) is fits:
            wrong.append((silence, days))
        elif fits:
            assert form.shown().until is not None
    assert wrong == []
