"""The line that says what a file is opened for, and the choice that changes it for one student in one session."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import entries, filed, last_entry

if TYPE_CHECKING:
    from django.test import Client

SAID = re.compile(r"You open this file for: <b>([^<]*)</b>")


def said(client: Client, address: str) -> str:
    """The purpose the page says it was opened for."""
    found = SAID.search(client.get(address).content.decode())
    assert found is not None
    return found[1]


def test_every_page_of_a_file_says_what_it_was_opened_for_and_the_ledger_has_the_same(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    desk, file = browser(town.registrar.by), f"/students/{town.ana.id}/"
    for address in (file, f"{file}people/", f"{file}file/", f"/records/{record}/"):
        assert said(desk, address) == "work with this student"
        assert last_entry().purpose == "educational_interest"


def test_a_purpose_stated_holds_for_that_student_alone_on_every_page(town: make.Town) -> None:
    record, file = filed(town.registrar.by, town.ana), f"/students/{town.ana.id}/"
    desk = browser(town.registrar.by)
    back = desk.post(f"{file}purpose/", {"purpose": "correction", "next": f"/records/{record}/"})
    assert (back.status_code, back["Location"]) == (302, f"/records/{record}/")
    assert [(it.act, it.purpose) for it in entries()][-1] == ("purpose:stated", "correction")
    for address in (file, f"{file}people/", f"/records/{record}/"):
        assert said(desk, address) == "a correction of the record"
        assert last_entry().purpose == "correction"
    assert said(desk, f"/students/{town.ben.id}/") == "work with this student"
    assert said(browser(town.registrar.by), file) == "work with this student"


def test_a_purpose_that_is_none_any_more_counts_as_none_stated(town: make.Town) -> None:
    from fileroom.web.gates import STATED

    desk = browser(town.registrar.by)
    session = desk.session
    session[STATED] = {str(town.ana.id): "gossip"}
    session.save()
    assert said(desk, f"/students/{town.ana.id}/") == "work with this student"
    assert last_entry().purpose == "educational_interest"


def test_whose_record_it_is_is_asked_once_for_a_page(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.disclosure.stating import student_of
    from fileroom.web import gates

    record, desk = filed(town.registrar.by, town.ana), browser(town.registrar.by)
    asked: list[UUID] = []
    desk.post(f"/students/{town.ana.id}/purpose/", {"purpose": "correction"})

    def counted(record_id: UUID) -> UUID:
        asked.append(record_id)
        return student_of(record_id)

    monkeypatch.setattr(gates, "student_of", counted)
    for _ in range(2):
        assert said(desk, f"/records/{record}/") == "a correction of the record"
    assert asked == [record, record]


def test_who_has_one_purpose_is_offered_no_other_and_may_state_none(town: make.Town) -> None:
    desk, file = browser(town.teacher.by), f"/students/{town.ana.id}/"
    page = desk.get(file).content.decode()
    assert "work with this student" in page
    assert "/purpose/" not in page
    refused = desk.post(f"{file}purpose/", {"purpose": "correction"})
    assert refused.status_code == 422
    assert "published criteria" in refused.content.decode()
    assert "purpose:stated" not in [it.act.value for it in entries()]
    assert said(desk, file) == "work with this student"


def test_nobody_states_a_purpose_for_a_student_they_do_not_serve(town: make.Town) -> None:
    for by, who, status in ((town.teacher.by, town.ben, 404), (town.mother.by, town.ana, 404)):
        answer = browser(by).post(f"/students/{who.id}/purpose/", {"purpose": "educational_interest"})
        assert answer.status_code == status
    assert browser().post(f"/students/{town.ana.id}/purpose/", {"purpose": "correction"}).status_code == 302
    assert "purpose:stated" not in [it.act.value for it in entries()]


@pytest.mark.parametrize("elsewhere", ["https://evil.test/", "//evil.test/", "javascript:alert(1)", ""])
def test_a_statement_leads_back_into_the_house_only(town: make.Town, elsewhere: str) -> None:
    file = f"/students/{town.ana.id}/"
    answer = browser(town.registrar.by).post(f"{file}purpose/", {"purpose": "enrolment", "next": elsewhere})
    assert (answer.status_code, answer["Location"]) == (302, file)


HIDDEN = re.compile(r'<input type="hidden" name="(stated|once)" value="([^"]*)">')
SAYS = "have since said “a correction of the record” on another"


def hidden(client: Client, address: str) -> dict[str, str]:
    """What the forms of a page carry: the last one's, where there are several."""
    return dict(HIDDEN.findall(client.get(address).content.decode()))


def writes(client: Client, address: str, form: dict[str, str]) -> tuple[int, str, list[str]]:
    """What a post answers, and the purposes it wrote, but those under which the page itself was opened again."""
    before = len(entries())
    answer = client.post(address, form)
    acts = [it for it in entries()[before:] if it.act.value not in ("file:opened", "record:inspected")]
    return answer.status_code, answer.content.decode(), [it.purpose for it in acts]


def test_what_a_page_said_is_what_its_filing_is_written_with_or_the_form_comes_again(town: make.Town) -> None:
    desk, file = browser(town.registrar.by), f"/students/{town.ana.id}/"
    carried = hidden(desk, f"{file}file/?item=legal_name")
    assert carried["stated"] == "educational_interest"
    desk.post(f"{file}purpose/", {"purpose": "correction"})  # in another tab
    form = {**carried, "item": "legal_name", "given": "Ana", "family": "Torres", "source": "birth_certificate"}
    status, page, written = writes(desk, f"{file}file/", form)
    assert (status, written) == (422, [])
    assert SAYS in page
    assert 'value="Torres"' in page, "what was typed stands there still"
    again = {**form, **dict(HIDDEN.findall(page))}
    assert again["stated"] == "correction"
    status, page, written = writes(desk, f"{file}file/", again)
    assert (status, written) == (200, ["correction"]), page


def test_every_form_of_a_file_is_held_to_the_purpose_of_its_page(town: make.Town) -> None:
    claimed = make.related("claims", town.ana, verified=False)
    record = filed(town.registrar.by, town.ana)
    desk, file = browser(town.registrar.by), f"/students/{town.ana.id}/"
    assert claimed.relation is not None
    forms = {
        f"{file}birth-date/": (file, {}),
        file: (file, {"asker": f"contact-{claimed.row.id}"}),
        f"/relationships/{claimed.relation.id}/verify/": (
            f"{file}people/", {"method": "court_paper", "seen_on": str(make.TODAY)}
        ),
        f"/records/{record}/release/": (f"/records/{record}/release/", {"to": "attorney", "purpose": "litigation"}),
    }  # fmt: skip
    carried = {address: {**more, **hidden(desk, page)} for address, (page, more) in forms.items()}
    assert {it["stated"] for it in carried.values()} == {"educational_interest"}
    desk.post(f"{file}purpose/", {"purpose": "correction"})
    for address, form in carried.items():
        status, page, written = writes(desk, address, form)
        assert (status, written, SAYS in page) == (422, [], True), address


def test_a_form_that_says_a_purpose_there_is_not_does_nothing(town: make.Town) -> None:
    desk, file = browser(town.registrar.by), f"/students/{town.ana.id}/"
    status, page, written = writes(desk, f"{file}birth-date/", {"stated": "gossip"})
    assert (status, written) == (422, [])
    assert "another purpose" in page
    assert "gossip" not in page


def test_a_familys_pages_carry_no_purpose(town: make.Town) -> None:
    assert "stated" not in hidden(browser(town.mother.by), f"/family/{town.ana.id}/")


def test_an_office_that_keeps_the_file_is_offered_to_verify_and_a_teacher_is_not(town: make.Town) -> None:
    make.related("claims", town.ana, verified=False)
    people = f"/students/{town.ana.id}/people/"
    offered = [b"/verify/" in browser(by).get(people).content for by in (town.registrar.by, town.teacher.by)]
    assert offered == [True, False]
