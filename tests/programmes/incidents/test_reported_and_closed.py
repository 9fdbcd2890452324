"""An incident: reported by anybody in one form, looked into by whoever handles it, closed when nothing blocks."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Acquisition, Harm, Holder, Taken
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import assesses, blocked, known, owed, reports, row

DAY = timedelta(days=1)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def test_a_teacher_reports_in_one_form_and_the_superintendent_has_it_on_the_list(
    town: make.Town, office: make.Staffed
) -> None:
    desk = browser(town.teacher.by)
    assert "/incidents/report/" in desk.get("/").content.decode()
    sent = form(happened="My laptop is gone.", noticed_at="2026-10-19T08:00", systems="device", going_on="not_known")
    answer = desk.post("/incidents/report/", sent)
    assert answer.status_code == 302
    here = answer.headers["Location"]
    assert "it is reported" in words(desk.get(here).content.decode())
    assert "laptop" not in desk.get(here).content.decode()
    assert "An incident: report it to the Center" in words(browser(office.by).get("/").content.decode())
    page = browser(office.by).get(here).content.decode()
    assert "What keeps it open" in page and "laptop" not in page
    assert "My laptop is gone." in words(browser(office.by).post(f"{here}read/", form()).content.decode())


def test_what_no_file_may_hold_is_not_kept_and_nothing_is_reported(town: make.Town) -> None:
    before = len(entries())
    sent = form(happened="SSN 123-45-6789 was seen", noticed_at="2026-10-19T08:00", systems="device", going_on="no")
    answer = browser(town.teacher.by).post("/incidents/report/", sent)
    assert answer.status_code == 422 and "what no file may hold" in words(answer.content.decode())
    assert len(entries()) == before


def test_the_same_form_sent_twice_is_one_incident(town: make.Town) -> None:
    id_ = uuid4()
    assert reports(town.teacher.by, id_=id_) == reports(town.teacher.by, id_=id_)
    assert sum(it.act == "incident:reported" for it in entries()) == 1


def test_nobody_but_those_who_handle_it_sees_its_page_and_its_words(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.incidents import desk, services

    of = reports(town.teacher.by)
    for by in (town.teacher.by, town.registrar.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            desk.page(of, by=by, at=AT)
        with pytest.raises(Missing):
            desk.read(of, by=by, at=AT)
    assert browser(town.registrar.by).get(f"/incidents/{of}/").status_code == 404
    assert browser(town.mother.by).get("/incidents/").status_code == 404
    services.hand_to(of, town.registrar.row.id, by=office.by, at=AT)
    assert desk.page(of, by=town.registrar.by, at=AT).designated is False
    with pytest.raises(Missing):
        services.hand_to(of, town.teacher.row.id, by=town.registrar.by, at=AT)


def test_until_it_is_known_to_be_no_attack_the_policys_report_stays_owed(town: make.Town, office: make.Staffed) -> None:
    of = reports(town.teacher.by)
    assert set(owed(of)) == {"cyberattacks.every_one"}
    nothing = known(unauthorized=False, acquisition=Acquisition.NOT_BELIEVED, data=())
    assesses(of, office.by, nothing)
    assert set(owed(of)) == {"breach_duties.keep_the_analysis"}


@pytest.mark.parametrize(("people", "by_statute"), [(500, False), (501, True)])
def test_the_statute_counts_students_and_staff_together(
    town: make.Town, office: make.Staffed, people: int, by_statute: bool
) -> None:
    of = reports(town.teacher.by)
    assesses(of, office.by, known(harms=(Harm.USERS_SHUT_OUT,), students=people - 1, staff=1, data=()))
    assert ("cyberattacks.of_many_people" in owed(of)) is by_statute
    assert "cyberattacks.every_one" in owed(of)


def test_the_statute_ends_and_the_policy_does_not(town: make.Town, office: make.Staffed) -> None:
    after = AT.replace(year=2027, month=1, day=4)
    of = reports(town.teacher.by, at=after)
    assesses(of, office.by, known(harms=(Harm.USERS_SHUT_OUT,), students=5000), at=after)
    assert "cyberattacks.every_one" in owed(of, at=after)
    assert "cyberattacks.of_many_people" not in owed(of, at=after)


def test_a_company_has_thirty_days_and_the_district_none_that_the_law_names(
    town: make.Town, office: make.Staffed
) -> None:
    ours, theirs = reports(town.teacher.by), reports(town.teacher.by)
    assesses(ours, office.by)
    assesses(theirs, office.by, known(holder=Holder.VENDOR_FOR_ITSELF))
    assert owed(ours)["breaches.by_the_district"] is None
    assert owed(theirs)["breaches.by_a_business"] == date(2026, 11, 18)
    assert "breaches.by_the_district" not in owed(theirs)
    assert "breach_duties.follow_the_contract" in owed(theirs)


def test_names_with_grades_are_no_breach_by_statute_and_are_reported_all_the_same(
    town: make.Town, office: make.Staffed
) -> None:
    of = reports(town.teacher.by)
    assesses(of, office.by, known(data=(Taken.FULL_NAME, Taken.GRADES), students=5000))
    assert set(owed(of)) == {"cyberattacks.every_one", "incident_plans.follow_the_plan"}


def test_the_attorney_general_is_owed_a_copy_of_more_than_five_hundred_told_and_until_they_are_counted(
    town: make.Town, office: make.Staffed
) -> None:
    of = reports(town.teacher.by)
    for residents, copy in ((None, True), (500, False), (501, True)):
        assesses(of, office.by, known(residents=residents))
        assert ("breach_copies.by_the_district" in owed(of)) is copy, residents


def test_while_police_ask_to_wait_the_notice_waits_and_then_is_owed(town: make.Town, office: make.Staffed) -> None:
    from fileroom.duties.queries import done
    from fileroom.programmes.incidents.duties import POLICE, ROOM

    of = reports(town.teacher.by)
    assesses(of, office.by, known(police_wait=True))
    assert "breaches.by_the_district" not in owed(of) and "breach_duties.notify_when_police_allow" in owed(of)
    assesses(of, office.by)
    assert "breaches.by_the_district" in owed(of) and "breach_duties.notify_when_police_allow" not in owed(of)
    assert (POLICE, "") in done(ROOM, of), "what was waited for came: it is done, not let go"


def test_it_is_not_closed_while_anything_blocks_and_each_thing_is_said(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents import closing, desk

    of = reports(town.teacher.by, systems=("fileroom",), going_on="not_known")
    with pytest.raises(ValidationError) as refused:
        closing.close(of, by=office.by, at=AT)
    assert set(refused.value.messages) == set(blocked(of, office.by))
    said = " ".join(refused.value.messages)
    for what in (
        "what is known",
        "still going on",
        "unread (1)",
        "asks for facts",
        "touches Fileroom",
        "owed about it",
    ):
        assert what in said, what
    desk.read(of, by=office.by, at=AT)
    assert not any("unread" in it for it in blocked(of, office.by))
    assesses(of, office.by, known(unauthorized=False, acquisition=Acquisition.NOT_BELIEVED, data=()))
    assert blocked(of, office.by) == ("Something is still owed about it (1).",)


def test_an_incident_of_which_nothing_is_owed_is_closed_by_the_office_alone(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.incidents import closing, desk, services
    from fileroom.programmes.incidents.duties import ANALYSIS

    of = reports(town.teacher.by)
    services.hand_to(of, town.registrar.row.id, by=office.by, at=AT)
    desk.read(of, by=town.registrar.by, at=AT)
    assesses(of, town.registrar.by, known(unauthorized=False, acquisition=Acquisition.NOT_BELIEVED, data=()))
    services.done(of, ANALYSIS, by=town.registrar.by, at=AT)
    with pytest.raises(Missing):
        closing.close(of, by=town.registrar.by, at=AT)
    closing.close(of, by=office.by, at=AT)
    assert row(of).closed_at == AT
    with pytest.raises(ValidationError, match="closed"):
        assesses(of, office.by)


def test_what_somebody_writes_after_it_was_read_keeps_it_open(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents import desk, services

    of = reports(town.teacher.by)
    desk.read(of, by=office.by, at=AT)
    services.write(uuid4(), of, "The note is back.", by=town.teacher.by, at=AT + DAY)
    assert any("unread (1)" in it for it in blocked(of, office.by, at=AT + DAY))


def test_every_entry_stands_under_seal(town: make.Town, office: make.Staffed) -> None:
    of = reports(town.teacher.by)
    assesses(of, office.by)
    assert all(it.sealed for it in entries() if it.act.startswith("incident:"))


def test_an_exercise_owes_nothing_tells_nobody_and_closes_with_its_lessons(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.incidents import closing, desk, exercises, sending, telling
    from tests.programmes.incidents.reporting import HEAD

    with pytest.raises(Missing):
        reports(town.teacher.by, exercise=True)
    of = reports(office.by, exercise=True, systems=("fileroom", "sis"))
    assesses(of, office.by, systems=("fileroom", "sis"))
    assert owed(of) == {}
    for act in (telling.prepare, sending.center_report):
        with pytest.raises(ValidationError, match="exercise"):
            act(of, head=HEAD, by=office.by, at=AT)
    desk.read(of, by=office.by, at=AT)
    assert blocked(of, office.by) == ("It was an exercise, and nobody has written down what was learnt.",)
    exercises.learn(uuid4(), of, "Nobody knew the number of the Center.", by=office.by, at=AT)
    closing.close(of, by=office.by, at=AT)


def test_a_note_that_waited_while_somebody_read_is_unread_though_its_clock_says_otherwise(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents import desk, services

    of = reports(town.teacher.by)
    desk.read(of, by=office.by, at=AT + timedelta(seconds=2))
    services.write(uuid4(), of, "The note is back.", by=town.teacher.by, at=AT + timedelta(seconds=1))
    assert any("unread (1)" in it for it in blocked(of, office.by, at=AT + DAY))
    desk.read(of, by=office.by, at=AT + timedelta(seconds=3))
    assert not any("unread" in it for it in blocked(of, office.by, at=AT + DAY))


def test_a_page_that_was_opened_before_somebody_else_kept_more_takes_nothing_of_theirs_back(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.known import System
    from fileroom.programmes.incidents.services import Answer, assess

    of = reports(town.teacher.by)
    assesses(of, office.by, known(police_wait=True))
    with pytest.raises(ValidationError, match="kept more since"):
        assess(of, known(), (System.DRIVES,), Answer.NO, seen=None, by=office.by, at=AT + DAY)
    assert "breach_duties.notify_when_police_allow" in owed(of)
    desk = browser(office.by)
    sent = form(systems="files", going_on="no", students="4321")
    assert desk.post(f"/incidents/{of}/known/", sent).status_code == 422
    kept_at = row(of).assessed_at
    assert kept_at
    sent["seen"] = kept_at.isoformat()
    assert desk.post(f"/incidents/{of}/known/", sent).status_code == 302


def test_what_was_typed_stays_on_the_page_that_says_what_stands_against_it(
    town: make.Town, office: make.Staffed
) -> None:
    of = reports(town.teacher.by)
    desk = browser(office.by)
    for to, sent, kept in (
        ("known", {"systems": "device", "going_on": "no", "students": "4321", "from_on": "2026-10-18",
                   "to_on": "2026-10-10"}, "4321"),
        ("known", {"going_on": "no", "students": "4321"}, "4321"),
        ("write", {"text": "Her number is 123-45-6789 on the desk"}, "on the desk"),
        ("sent", {"what": "center", "sent_on": "2019-10-18", "channel": "the web form"}, "the web form"),
        ("substitute", {"cost": "260000"}, "260000"),
        ("count", {"begun_at": "2026-10-18T08:00", "accounts": "mallory"}, "mallory"),
    ):  # fmt: skip
        answer = desk.post(f"/incidents/{of}/{to}/", form(**sent))
        assert answer.status_code == 422 and kept in answer.content.decode(), to


def test_the_notices_own_words_are_opened_to_be_corrected(town: make.Town, office: make.Staffed) -> None:
    from tests.programmes.incidents.reporting import TEXTS, words_written

    of = reports(town.teacher.by)
    desk = browser(office.by)
    words_written(of, office.by)
    assert TEXTS["doing_es"] not in desk.get(f"/incidents/{of}/").content.decode()
    opened = desk.post(f"/incidents/{of}/notice/words/", form()).content.decode()
    assert all(it in opened for it in TEXTS.values())
