"""Typing an address opens no more than following a link: ids of others, guessed ids, values where a name belongs."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, same_page
from tests.disclosure.asking import asks, entries, filed

STUDENT = ("/students/{0}/", "/students/{0}/people/", "/students/{0}/looked/", "/students/{0}/file/")
HOSTILE = (
    "x'); DROP TABLE people_student; --", '"; SET search_path TO mesa_verde; --', "%(student)s", "%s%s",
    "{{ 7|add:7 }}", "<script>alert(1)</script>", "\x00", "' OR '1'='1", "\\x41", "../../etc/passwd", "people_student",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 40,
)  # fmt: skip


@pytest.mark.parametrize("page", STUDENT)
def test_a_teacher_is_refused_the_file_of_anothers_student_and_told_nothing_of_it(town: make.Town, page: str) -> None:
    answer = browser(town.teacher.by).get(page.format(town.ben.id))
    assert answer.status_code == 404
    body = answer.content.decode()
    for told in ("Ben", "Ruiz", town.school.name, "Grade 4", "restrain"):
        assert told not in body


def test_a_teacher_is_refused_a_record_of_anothers_student(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ben, "Only of Ben.")
    teacher = browser(town.teacher.by)
    for address in (f"/records/{record}/", f"/records/{record}/document/"):
        answer = teacher.get(address)
        assert answer.status_code == 404
        assert "Only of Ben" not in answer.content.decode() and "Ruiz" not in answer.content.decode()
    refused = [event for event in entries() if event.act == "disclosure:refused"]
    assert [event.record for event in refused] == [record, record]


@pytest.mark.parametrize("page", STUDENT)
def test_an_id_that_nobody_has_is_missing(town: make.Town, page: str) -> None:
    office = browser(town.registrar.by)
    assert office.get(page.format(uuid4())).status_code == 404


def test_ids_in_a_row_lead_nowhere(district: str) -> None:
    """Ids are drawn at random: the next one after a known id is nobody's."""
    town = make.town()
    office = browser(town.registrar.by)
    ids = [UUID(int=town.ana.id.int ^ step) for step in range(1, 20)]
    assert {office.get(f"/students/{it}/").status_code for it in ids} == {404}


@pytest.mark.parametrize("page", ["/students/1/", "/students/ana/", "/records/0/", "/students/%00/", "/family/1/"])
def test_an_address_without_a_whole_id_is_no_address(town: make.Town, page: str) -> None:
    office = browser(town.registrar.by)
    assert same_page(office, page)[0] == (400 if "%00" in page else 404)


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_searched_for_is_only_searched_for(town: make.Town, words: str) -> None:
    office = browser(town.registrar.by)
    answer = office.get("/students/", {"q": words})
    assert answer.status_code == (400 if "\x00" in words else 200)
    assert "<script>alert" not in answer.content.decode()
    assert asks(town.registrar.by, town.ana).decision.granted, "the tables are still there"


@pytest.mark.parametrize("words", HOSTILE)
def test_a_choice_that_is_not_on_the_page_chooses_nothing(town: make.Town, words: str) -> None:
    office = browser(town.registrar.by)
    for query in ({"asker": words}, {"lane": words}, {"item": words}):
        page = "file/" if "item" in query else ""
        answer = office.get(f"/students/{town.ana.id}/{page}", query)
        assert answer.status_code in ((400,) if "\x00" in words else (200, 404)), query
        assert words not in answer.content.decode() or words in ("%s%s", "people_student")


def test_the_counter_answers_only_for_the_people_of_this_file(town: make.Town) -> None:
    other = make.related("other", town.ben)
    office = browser(town.registrar.by)
    answer = office.get(f"/students/{town.ana.id}/", {"asker": f"contact-{other.row.id}"})
    assert "Other" not in answer.content.decode()


def test_pages_without_a_session_lead_to_the_sign_in_page_and_nowhere_else(town: make.Town) -> None:
    stranger = browser()
    for page in (*STUDENT, "/records/{0}/", "/family/{0}/", "/family/records/{0}/document/"):
        address = page.format(town.ana.id)
        answer = stranger.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"/sign-in/?next={address}")


def test_after_signing_in_nobody_is_led_to_another_site(district: str, password: tuple[str, str]) -> None:
    town = make.town()
    make.change(town.registrar.by.account, password=password[1])
    form = {"login": "registrar", "password": password[0], "next": "https://evil.test/"}
    answer = browser().post("/sign-in/?next=https://evil.test/", form)
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_an_account_that_is_closed_is_out_at_once(town: make.Town) -> None:
    office = browser(town.registrar.by)
    assert office.get("/").status_code == 200
    make.change(town.registrar.by.account, is_active=False)
    assert office.get("/").status_code == 302


@pytest.mark.parametrize("page", ["/", "/students/", "/students/{0}/", "/ledger/", "/district/"])
def test_an_employee_who_left_is_signed_in_nowhere(town: make.Town, page: str) -> None:
    from datetime import date

    office = browser(town.registrar.by)
    make.change(town.registrar.row, left_on=date(2026, 1, 5))
    answer = office.get(page.format(town.ana.id))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/sign-in/")


@pytest.mark.parametrize("page", ["/ledger/verify/", "/ledger/explain/", "/relationships/{0}/verify/"])
def test_what_changes_something_is_not_done_by_following_a_link(town: make.Town, page: str) -> None:
    assert town.mother.relation is not None
    address = page.format(town.mother.relation.id)
    assert browser(town.principal.by).get(address).status_code == 405


def test_a_family_verifies_no_relationship(town: make.Town) -> None:
    claims = make.related("claims", town.ana, verified=False)
    assert claims.relation is not None
    form = {"method": "birth_record", "seen_on": "2026-10-01"}
    address = f"/relationships/{claims.relation.id}/verify/"
    assert browser(claims.by).post(address, form).status_code == 404
    assert browser(town.teacher.by).post(address, form).status_code == 403
    assert asks(claims.by, town.ana).decision.outcome == "needs_more"
