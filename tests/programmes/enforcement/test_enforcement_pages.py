"""The pages: one press from every page of the office, words before questions, and no student anywhere on them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.disclosure.asking import entries, filed
from tests.programmes.enforcement.coming import closes, comes, discharged, owed, row, shown, shows, writes

BUTTON = 'href="/agent/"'


@pytest.fixture
def superintendent(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def test_every_page_of_the_office_has_the_button(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    pages = ("/", "/students/", f"/students/{town.ana.id}/", "/programmes/", "/ledger/", "/district/", "/agent/")
    for page in pages:
        assert BUTTON in desk.get(page).content.decode(), page


def test_the_card_for_whoever_has_no_screen_has_the_strictest_words(town: make.Town) -> None:
    from fileroom.programmes.enforcement.scripts import SCRIPTS

    said = words(browser(town.teacher.by).get("/agent/card/").content.decode())
    assert all(step.text in said for step in SCRIPTS["immigration_no"].steps)
    assert SCRIPTS["immigration_no"].say in said and "(559) 555-0134" in said


def test_no_page_of_a_family_or_the_public_has_it(town: make.Town) -> None:
    assert BUTTON not in browser(town.mother.by).get("/family/").content.decode()
    assert BUTTON not in browser().get("/law/").content.decode()
    assert browser(town.mother.by).get("/agent/").status_code == 404


def test_a_press_and_four_posts_walk_to_the_words_and_each_is_kept(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    sent = desk.post("/agent/", form(asker="police", channel="in_person"))
    assert sent.status_code == 302
    here = sent.headers["Location"]
    said = words(desk.get(here).content.decode())
    assert "Nothing from a file, no entry" in said and "I will call the principal" in said
    standing = desk.get(here).content.decode().split('name="standing" value="')[1].split('"')[0]
    said_now = {"wants": "student", "joined": "yes", "asker": "police", "channel": "in_person", "school": ""}
    desk.post(f"{here}who/", form(**said_now, standing=standing))
    assert "Give nothing, open no door" in words(desk.get(here).content.decode())
    desk.post(f"{here}paper/", form(paper="ao_93", court="federal", judge="yes", signed="yes", fits="yes"))
    said = words(desk.get(here).content.decode())
    assert "Show nothing yet" in said and "AO 93" in said
    written = {"name": "R. Cole", "said": "Asked for Ana Torres.", "asked_about": "Ana Torres"}
    assert desk.post(f"{here}written/", form(**written)).status_code == 302
    page = desk.get(here).content.decode()
    assert "Written down 1 time so far" in words(page) and "Cole" not in page and "Torres" not in page
    request = UUID(here.split("/")[2])
    assert row(request).strict and "report_to_board" in owed(request)


def test_what_no_file_may_hold_comes_back_and_is_not_kept(town: make.Town) -> None:
    opened = comes(town.registrar.by, "immigration")
    page = browser(town.registrar.by).post(f"/agent/{opened.id}/written/", form(said="SSN 123-45-6789"))
    assert page.status_code == 422
    assert "what no file may hold (Ed. Code 49076.7)" in words(page.content.decode())
    assert "document_encounter" in owed(opened.id)


def test_what_was_written_for_a_request_that_was_closed_meanwhile_is_shown_to_be_taken_elsewhere(
    town: make.Town, superintendent: make.Staffed
) -> None:
    opened = comes(town.registrar.by, "immigration")
    discharged(opened.id, superintendent.by)
    closes(opened.id, superintendent.by)
    desk, here = browser(town.registrar.by), f"/agent/{opened.id}/"
    written = desk.post(f"{here}written/", form(agency="ICE, Fresno office", said="SSN 123-45-6789"))
    said = words(written.content.decode())
    assert written.status_code == 422 and "ICE, Fresno office" in said and "123-45-6789" not in said
    seen = desk.post(f"{here}paper/", form(paper="ao_93", court="federal", judge="yes", signed="no"))
    assert seen.status_code == 422 and "United States District Court" in words(seen.content.decode())


def test_a_family_letter_that_may_not_go_keeps_what_was_chosen(town: make.Town, superintendent: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    father = make.related("father", town.ana)
    make.order(town.ana, make.related("uncle", town.ana).row)
    sent = form(student=town.ana.id, contact=father.row.id, language="es", way="mailed")
    answer = browser(superintendent.by).post(f"/enforcement/{opened.id}/family/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    for value in (father.row.id, "es", "mailed"):
        assert f'value="{value}" checked' in page


@pytest.mark.parametrize("sent", [{}, {"asker": "nobody", "channel": "in_person"}, {"asker": "police", "channel": "x"}])
def test_a_press_that_says_nothing_opens_nothing(town: make.Town, sent: dict[str, str]) -> None:
    before = len(entries())
    assert browser(town.registrar.by).post("/agent/", form(**sent)).status_code == 422
    assert len(entries()) == before


def test_the_register_is_for_those_designated_and_the_counter_is_led_back_to_its_own_page(
    town: make.Town, superintendent: make.Staffed
) -> None:
    opened = comes(town.registrar.by, "immigration")
    clerk, office = browser(town.registrar.by), browser(superintendent.by)
    assert clerk.get("/enforcement/").status_code == 403
    assert clerk.get(f"/enforcement/{opened.id}/").headers["Location"] == f"/agent/{opened.id}/"
    assert browser(town.teacher.by).get(f"/enforcement/{opened.id}/").status_code == 404
    assert "Immigration" in words(office.get("/enforcement/").content.decode())
    today = words(office.get("/").content.decode())
    assert "An officer or agent was here" in today and "Torres" not in today
    page = words(office.get(f"/enforcement/{opened.id}/").content.decode())
    assert "Registrar Abara" in page and "Nothing was written down yet" in page


def test_what_was_written_is_shown_by_an_act_and_not_by_the_page(town: make.Town, superintendent: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    writes(opened.id, town.registrar.by)
    office = browser(superintendent.by)
    assert "Cole" not in office.get(f"/enforcement/{opened.id}/").content.decode()
    assert office.get(f"/enforcement/{opened.id}/read/").status_code == 405
    assert "R. Cole" in office.post(f"/enforcement/{opened.id}/read/", form()).content.decode()
    assert browser(town.principal.by).post(f"/enforcement/{opened.id}/read/", form()).status_code == 404


def test_a_duty_is_ticked_off_and_a_request_that_owes_something_is_not_closed(
    town: make.Town, superintendent: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import READ_BY_COUNSEL

    opened, office = comes(town.registrar.by, "immigration"), browser(superintendent.by)
    here = f"/enforcement/{opened.id}/"
    assert office.post(f"{here}done/", form(**shown(opened.id, READ_BY_COUNSEL))).status_code == 302
    assert "counsel_review" not in owed(opened.id)
    refused = office.post(f"{here}close/", form(outcome="nothing_given"))
    assert refused.status_code == 422 and "It stays open" in words(refused.content.decode())


def test_the_boards_report_is_signed_and_released_by_two_on_its_page(
    town: make.Town, superintendent: make.Staffed
) -> None:
    comes(town.registrar.by, "immigration")
    office, second = browser(superintendent.by), browser(make.staffed("kim", "administrator", None).by)
    assert "One or more" in words(office.get("/enforcement/reports/").content.decode())
    assert office.post("/enforcement/reports/sign/", form()).status_code == 302
    page = second.get("/enforcement/reports/").content.decode()
    release = page.split('action="/enforcement/reports/')[1].split('"')[0]
    meeting = (datetime.now(UTC) + timedelta(days=20)).date().isoformat()
    assert office.post(f"/enforcement/reports/{release}", form(meeting_on=meeting)).status_code == 422
    assert second.post(f"/enforcement/reports/{release}", form()).status_code == 422, "for which meeting?"
    assert second.post(f"/enforcement/reports/{release}", form(meeting_on=meeting)).status_code == 302
    page = second.get("/enforcement/reports/").content.decode()
    paper = page.split('href="/enforcement/papers/')[1].split('"')[0]
    pdf = second.get(f"/enforcement/papers/{paper}")
    assert pdf.headers["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF")
    assert browser(town.principal.by).get(f"/enforcement/papers/{paper}").status_code == 404


def test_each_line_of_it_has_its_words_where_the_districts_custodian_reads_what_is_sealed(town: make.Town) -> None:
    from fileroom.ledger.services import Act
    from fileroom.web.words import SEALED

    assert {it for it in Act if it.value.startswith("enforcement:")} <= set(SEALED)
    keeper = make.staffed("keeper", "custodian", None)
    make.custodian(keeper.row, None)
    opened = comes(town.registrar.by, "immigration")
    writes(opened.id, town.registrar.by)
    said = words(browser(keeper.by).get("/ledger/sealed/").content.decode())
    assert "An officer or agent is here: opened" in said and "words sealed" in said and "Cole" not in said


def test_no_page_of_a_student_or_a_family_and_no_log_of_theirs_tells_of_it(
    town: make.Town, superintendent: make.Staffed
) -> None:
    record = filed(town.registrar.by, town.ana)
    office, home = browser(town.principal.by), browser(town.mother.by)
    ana = town.ana.id
    pages = (f"/students/{ana}/", f"/students/{ana}/looked/", f"/students/{ana}/sealed/", f"/records/{record}/")
    theirs = ("/family/", f"/family/{ana}/", f"/family/{ana}/looked/")
    office_pages = [it for it in pages if office.get(it).status_code == 200]
    home_pages = [it for it in theirs if home.get(it).status_code == 200]
    assert office_pages == list(pages) and home_pages == list(theirs)
    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "i_200")
    writes(opened.id, town.registrar.by, asked_about="Ana Torres, grade 4")
    tells(opened.id, superintendent, town)
    for client, addresses in ((office, office_pages), (home, home_pages)):
        for address in addresses:
            main = client.get(address).content.decode().partition("<main")[2].lower()
            main = main.replace(f'<a href="/students/{ana}/letters/">letters</a>', "")  # the tab of every file
            for word in ("enforcement", "immigration", "i-200", "cole", "letter", "we were asked", str(opened.id)):
                assert word not in main, (address, word)
    told = [it for it in entries() if it.act.value.startswith(("enforcement", "letter"))]
    assert {"enforcement:notice_sent", "letter:issued", "letter:opened"} <= {it.act.value for it in told}
    assert {it.student for it in told} == {None}
    assert all(it.sealed for it in told)


def tells(of: UUID, office: make.Staffed, town: make.Town) -> None:
    """The designee's pages, one after the other: find Ana, prepare the letter to her mother, send it, print it."""
    desk, page = browser(office.by), f"/enforcement/{of}/family/"
    assert str(town.ana.id) in desk.get(page, {"of": "torres"}).content.decode()
    shown = words(desk.get(page, {"student": str(town.ana.id)}).content.decode())
    assert "Mother Torres" in shown
    sent = form(student=town.ana.id, contact=town.mother.row.id, language="es", way="handed")
    assert desk.post(page, sent).status_code == 302
    (notice,) = set(re.findall(rf"{page}([0-9a-f-]{{36}})/send/", desk.get(page).content.decode()))
    assert desk.get(f"{page}{notice}/").content.startswith(b"%PDF"), "it is read before it is sent"
    assert desk.post(f"{page}{notice}/send/", form()).status_code == 422, "by the answers that were looked at"
    (standing,) = set(re.findall(r'name="standing" value="(\w+)"', desk.get(page).content.decode()))
    sent = form(standing=standing, language="es")
    assert desk.post(f"{page}{notice}/send/", sent).status_code == 422, "somebody looks at their ID first"
    assert desk.post(f"{page}{notice}/send/", sent | {"identified": "yes"}).status_code == 302
    assert desk.get(f"{page}{notice}/").content.startswith(b"%PDF")


def test_a_barred_party_is_not_offered_and_a_letter_to_them_is_refused_in_the_laws_words(
    town: make.Town, superintendent: make.Staffed
) -> None:
    opened = comes(town.registrar.by, "immigration")
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    desk, page = browser(superintendent.by), f"/enforcement/{opened.id}/family/"
    shown = desk.get(page, {"student": str(town.ana.id)}).content.decode()
    assert f'value="{father.row.id}"' not in shown and f'value="{town.mother.row.id}"' in shown
    sent = form(student=town.ana.id, contact=father.row.id, language="en", way="handed")
    answer = desk.post(page, sent)
    assert answer.status_code == 403
    assert "by what is on file now this person may not be told. A court order on file bars" in words(
        answer.content.decode()
    )
    mailed = form(student=town.ana.id, contact=town.mother.row.id, language="en", way="mailed")
    answer = desk.post(page, mailed)
    assert answer.status_code == 422 and "Hand it over in person" in words(answer.content.decode())
