"""On which pages those who are absent from the file stand, and in whose lists what became of them is read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.absences import NOW, TODAY, Office, listed, names, settles, short, whole
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import lacking
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    pass


def test_today_leads_to_the_page_and_the_page_settles(office: Office, rows: Rows) -> None:
    pages = browser(office.registrar.by)
    today = pages.get("/").content.decode()
    assert "3 waiting" in today and 'href="/absent/"' in today
    page = pages.get("/absent/").content.decode()
    assert "Amal Ines Okafor" in page and "Dana Ruiz" in page
    absence = office.absence("Amal")
    assert f'action="/absent/{absence}/"' in page
    done = pages.post(f"/absent/{absence}/", {"became": "left"})
    assert (done.status_code, done["Location"]) == (302, "/absent/")
    assert "Amal Ines Okafor" not in pages.get("/absent/").content.decode()
    assert pages.post(f"/absent/{absence}/", {"became": "left"}).status_code == 302, "sent twice"
    assert [it.act.value for it in entries()].count("absence:settled") == 1
    assert pages.post(f"/absent/{office.absence()}/", {"became": "dead"}).status_code == 422
    assert rows("SELECT left_on FROM people_employee WHERE given = 'Dana'") == [(None,)]


def test_a_page_with_nobody_on_it_says_whose_it_is(office: Office) -> None:
    page = browser(office.aide.by).get("/absent/").content.decode()
    assert "Nobody whom you are asked about" in page and "Okafor" not in page


def test_where_nobody_waits_today_does_not_speak_of_it(district: str) -> None:
    assert "absent" not in browser(make.town().registrar.by).get("/").content.decode().lower()


def test_today_counts_those_of_whom_this_account_is_asked_and_no_others(office: Office) -> None:
    from fileroom.collection.absences import waiting

    asked = {who: names(getattr(office, who).by) for who in ("registrar", "elsewhere", "head", "aide")}
    assert len({len(students) + len(employees) for students, employees in asked.values()}) > 1
    for who, (students, employees) in asked.items():
        by = getattr(office, who).by
        assert waiting(by=by, at=NOW) == (len(students) + len(employees), False), who
        assert ("Absent from the file" in browser(by).get("/").content.decode()) is bool(students or employees), who


def test_more_than_the_first_screen_counts_are_more(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.collection import absences

    monkeypatch.setattr(absences, "COUNTED", 1)
    assert "2+ waiting" in browser(office.registrar.by).get("/").content.decode()


def test_the_report_of_an_import_names_the_page(office: Office, bring: Import) -> None:
    from django.urls import reverse

    report = bring(short(), days=3)
    assert reverse("absent") in report.in_words()
    assert "3 students and employees are absent from the file" in report.in_words()


def test_contacts_whom_a_file_no_longer_names_are_counted_and_lose_nothing(
    bring: Import, office: Office, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    owner.execute("UPDATE people_relationship SET standing = 'verified', verified_on = %s, verified_by = id", [TODAY])
    roster = lacking(whole(), "p1")
    roster.row("users", "u1")["agentSourcedIds"] = ""
    report = bring(roster, days=3)
    assert report.written.waiting == 0
    assert listed(office.head.by).contacts == 1
    assert rows("SELECT standing FROM people_relationship") == [("verified",)]


def test_the_family_and_the_office_read_it_in_their_lists(office: Office) -> None:
    parent = make.related("parent", office.amal)
    make.change(office.school, orders_entered_on=TODAY - timedelta(days=400))
    settles(office.registrar.by, office.absence("Amal"), left=False)
    family = browser(parent.by).get(f"/family/{office.amal.id}/looked/").content.decode()
    assert "Noted what became of an absence from the roster" in family
    make.custodian(office.head.row, None, since=TODAY)
    custodian = browser(office.head.by).get(f"/students/{office.amal.id}/looked/").content.decode()
    assert "Absence from the roster: still here" in custodian
