"""Two presses at one moment are one act; what a company declares, an app that is wanted, a breach that is told of."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, enters, held, lights, office
from tests.programmes.vendors.test_contracts_over_time import again, counted, owed

__all__ = ["company", "office"]


def at_one_moment(acts: list[Any]) -> list[str]:
    """Each in a thread of its own; the kinds of what was raised."""
    from django.db import connection

    from fileroom.hosting import serving

    raised: list[str] = []
    line = threading.Barrier(len(acts))

    def run(act: Any) -> None:
        try:
            with serving("alder_creek"):
                line.wait(10)
                act()
        except Exception as error:
            raised.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_two_presses_of_one_form_at_one_moment_are_one_act(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.contracts import Terms, enter_contract, enter_operator

    terms = Terms(company, "T", TODAY, None, None, True, lights())
    for once in (uuid4(), uuid4()):
        press = lambda: enter_contract(once, terms, by=office.by, at=AT)  # noqa: B023, E731
        assert at_one_moment([press] * 4) == []
    assert len(held(company).contracts) == 2
    once = uuid4()
    before = len(entries())
    assert at_one_moment([lambda: enter_operator(once, "Acme", "x", "", by=office.by, at=AT)] * 4) == []
    assert len(entries()) == before + 1, "one entry, of the one act"


def test_one_company_in_two_spellings_at_one_moment_is_entered_once(office: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Operator
    from fileroom.programmes.vendors.contracts import enter_operator

    def enter(name: str) -> Any:
        return lambda: enter_operator(uuid4(), name, "x", "", by=office.by, at=AT)

    assert at_one_moment([enter(name) for name in ("Acme", "ACME", "acme")]) == ["ValidationError"] * 2
    with district_transaction():
        assert Operator.objects.count() == 1


def test_what_a_company_declares_is_held_against_its_contract(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.declared import PASSES_ON, SAYS_NOTHING, TRAINS, UNREAD, Declared
    from fileroom.programmes.vendors.declaring import declare, hold_to_contract

    clock = iter(range(1, 100))

    def says(**more: Any) -> None:
        said: dict[str, Any] = {"uses": True, "trains": False, "subprocessors": "", "page": None, "words": ""} | more
        now = AT + timedelta(minutes=next(clock))
        declare(uuid4(), company, Declared(**said, by="P. Park", on=TODAY), by=office.by, at=now)

    first = enters(office, company, lights())
    assert counted().state == "running"
    for wrong, why in (({"trains": True}, TRAINS), ({"trains": None}, SAYS_NOTHING)):
        says(**wrong)
        assert held(company).unfit == why and owed(office) == ["not_the_districts_work/declared"]
        assert counted().state == "attention"
    says(trains=True, page=4, words="The provider may train a model on the records.")
    assert held(company).unfit == UNREAD and owed(office) == ["not_the_districts_work/to_be_held"]
    hold_to_contract(held(company).found.use, first, by=office.by, at=AT)
    assert held(company).unfit == "" and owed(office) == []
    again(office, company, lights(lacks=(Clause.NO_OTHER_USE,)), first, "amended")
    says(subprocessors="Cloud Co.")
    assert held(company).unfit == PASSES_ON
    with pytest.raises(ValidationError):
        says(trains=True, page=4)


def test_a_click_is_no_contract_and_the_district_learns_who_wants_what(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    from fileroom.people.answers import Missing, Refused
    from fileroom.programmes.vendors.apps_wanted import MayBeUsed, want, wanted

    def asks(name: str, *, clicked: bool) -> Any:
        return want(uuid4(), name, "Quizzes", clicked=clicked, by=town.teacher.by, at=AT)

    answer = asks("Quizly", clicked=True)
    assert isinstance(answer, Refused) and "never the contract" in answer.decision.says
    assert entries()[-1].act.value == "vendor:app_refused"
    assert isinstance(asks("Quizly", clicked=False), Refused)
    assert isinstance(asks("reading star, inc.", clicked=True), Refused), "no contract yet"
    enters(office, company, lights())
    assert isinstance(asks("reading star, inc.", clicked=True), MayBeUsed)
    assert [it.clicked for it in wanted(by=office.by, at=AT)].count(True) == 3
    with pytest.raises(Missing):
        wanted(by=town.teacher.by, at=AT)


def test_a_breach_has_a_clock_and_an_incident_report_ends_it(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.owed import owed as on_today
    from fileroom.programmes.vendors.breaches import Notice, breach, passed_on, told

    said = Notice(company, AT - 2 * DAY, "P. Park", "Names of one class", TODAY - 4 * DAY)
    id_ = told(uuid4(), said, by=office.by, at=AT).id
    (duty,) = [it for it in on_today(by=office.by, at=AT) if it.room == "vendor_breaches"]
    assert (duty.of, duty.due) == (id_, TODAY - 2 * DAY), "its clock runs from when the company said so"
    assert breach(id_, by=office.by, at=AT).days_between == 2
    passed_on(id_, None, by=office.by, at=AT)
    assert [it for it in on_today(by=office.by, at=AT) if it.room == "vendor_breaches"] == []
    with pytest.raises(ValidationError):
        passed_on(id_, None, by=office.by, at=AT)
    with pytest.raises(ValidationError):
        told(uuid4(), Notice(company, AT + DAY, "P. Park", "x", None), by=office.by, at=AT)


def test_a_breach_is_reported_as_an_incident_with_one_press_and_leads_to_it(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.breaches import Notice, breach, told
    from tests.attacks.browsing import browser, form

    id_ = told(uuid4(), Notice(company, AT, "P. Park", "Names of one class", None), by=office.by, at=AT).id
    pages = browser(office.by)
    assert pages.post(f"/breaches/{id_}/incident/", form(what=" ")).status_code == 422, "emptied is not as it came"
    assert breach(id_, by=office.by, at=AT).passed_on_at is None
    answer = pages.post(f"/breaches/{id_}/incident/", form(what="Names of one class"))
    incident = breach(id_, by=office.by, at=AT).incident
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/incidents/{incident}/")
    assert f"/incidents/{incident}/" in pages.get(f"/breaches/{id_}/").content.decode()
    assert pages.get(f"/incidents/{incident}/").status_code == 200
    again = pages.post(f"/breaches/{id_}/incident/", form(what="Names of one class"))
    assert again.status_code == 422 and b"opened for this already" in again.content


def test_what_the_register_of_incidents_may_not_hold_is_written_anew_and_the_notice_stays(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.breaches import Notice, breach, told
    from tests.attacks.browsing import browser, form

    what = "Files with the Social Security number 219-09-9999 of a student"
    id_ = told(uuid4(), Notice(company, AT, "P. Park", what, None), by=office.by, at=AT).id
    pages = browser(office.by)
    assert pages.post(f"/breaches/{id_}/incident/", form(what=what)).status_code == 422
    assert breach(id_, by=office.by, at=AT).passed_on_at is None
    shown = pages.get(f"/breaches/{id_}/").content.decode()
    assert "What happened, in the incident’s report" in shown
    assert pages.post(f"/breaches/{id_}/incident/", form(what="Files with numbers of students")).status_code == 302
    assert breach(id_, by=office.by, at=AT).what == what


def test_families_read_in_spanish_what_a_company_does_where_somebody_has_put_it_so(office: make.Staffed) -> None:
    from tests.attacks.browsing import browser, form

    said = {"name": "Star", "does": "Reading practice", "holds": "Names of grade 3"}
    pages = browser(office.by)
    pages.post("/vendors/new/", form(**said, does_es="Práctica de lectura"))
    html = browser().get("/companies/", headers={"accept-language": "es"}).content.decode()
    assert '<p lang="es">Práctica de lectura</p>' in html and 'lang="en">Names of grade 3</p>' in html
    html = browser().get("/companies/", headers={"accept-language": "en"}).content.decode()
    assert '<p lang="en">Reading practice</p>' in html
