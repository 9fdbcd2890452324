"""Of a child whom the police have reported missing they hear first: each asking is owed to them today, families' pages,
links and copies wait for the word that they were told, and nobody who asks learns of it (Ed. Code 49068.6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import district_day
from fileroom.people.answers import Refused
from tests import factories as make
from tests.api.programs import office, program
from tests.attacks.browsing import browser, form, words
from tests.casework.waiting import Waiting, link, mails, waiting
from tests.conftest import AT
from tests.disclosure.asking import asks, entries, filed, looks
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.disclosure.releases import DANA, ORDER, hands_over

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

SHERIFF, RULE = "Alder County Sheriff", "disclosure.missing_children.alert_police_first"


@pytest.fixture
def there(town: make.Town) -> Waiting:
    """Ana is reported missing; a record of hers was filed before."""
    found = waiting(town)
    minded(town.ana, "missing_child_flag")
    return found


def owed() -> list[tuple[str, str]]:
    """Whose it is to tell the police, and of whom."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        rows = Duty.objects.filter(rule=RULE, done_at=None).order_by("office", "part")
        assert all(it.due_on == district_day(it.began_at) and it.student == it.of for it in rows)
        return [(it.office, it.part) for it in rows]


def tells(there: Waiting, by: SignedIn | None = None, *, agency: str = SHERIFF) -> Any:
    """All whom the page names are told of."""
    from fileroom.disclosure.police_told import Missed, read, tell

    by = by or there.town.principal.by
    page = read(there.town.ana.id, by=by, at=AT)
    assert isinstance(page, Missed)
    return tell(there.town.ana.id, agency, [it.code for it in page.to_tell], by=by, at=AT)


def copy_for(there: Waiting, name: str = "Dana Roe") -> Any:
    """An attorney asks for a copy, with a court's paper, and the registrar hands it over."""
    return hands_over(there.town.registrar.by, there.record, ORDER, to=replace(DANA, name=name))


def at_the_counter(there: Waiting) -> Any:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.programmes.enforcement.visits import at_the_counter

    asker = Asker(f"contact-{there.town.mother.row.id}", identity_checked=True)
    return answer(there.town.ana.id, asker, enter=at_the_counter, by=there.town.registrar.by, at=AT)


ROADS: dict[str, Callable[[Waiting], Any]] = {
    "a mother’s first page": lambda it: my_files(it),
    "a mother opens a record": lambda it: looks(it.town.mother.by, it.record),
    "a mother takes a copy": lambda it: looks(it.town.mother.by, it.record, copy=True),
    "a mother reads who has looked": lambda it: who_looked(it, it.town.mother.by),
    "a teacher opens the file": lambda it: asks(it.town.teacher.by, it.town.ana),
    "a teacher opens a record": lambda it: looks(it.town.teacher.by, it.record),
    "a principal reads who has looked": lambda it: who_looked(it, it.town.principal.by),
    "a father is refused": lambda it: refused_at(it),
    "a program": lambda it: program(it.town.teacher).work(f"/students/{it.town.ana.id}"),
    "somebody at the counter": at_the_counter,
    "an attorney asks for a copy": copy_for,
    "whom one may write to": lambda it: whom_to_write(it),
    "a link is asked for": lambda it: link_of(it),
}


def refused_at(it: Waiting) -> Any:
    """The father is barred by an order, and asks for a record."""
    return looks(it.father.by, it.record)


def my_files(it: Waiting) -> Any:
    from fileroom.disclosure.families import my_files

    return my_files(by=it.town.mother.by, at=AT)


def who_looked(it: Waiting, by: SignedIn) -> Any:
    from fileroom.disclosure.log import who_has_looked

    return who_has_looked(it.town.ana.id, by=by, at=AT)


def whom_to_write(it: Waiting) -> Any:
    from fileroom.disclosure.writing_to import whom_to_write_to

    return whom_to_write_to(it.town.ana.id, by=it.town.registrar.by, at=AT)


def link_of(it: Waiting) -> Any:
    from fileroom.casework.links import Wanted, link_record

    wanted = Wanted(uuid4(), it.town.mother.row.id, "es", "mail", True, 14)
    return link_record(it.record, wanted, by=it.town.registrar.by, at=AT)


@pytest.mark.parametrize("road", ROADS)
def test_whoever_asks_about_a_missing_child_puts_the_police_on_two_lists_today(there: Waiting, road: str) -> None:
    assert owed() == []
    if "refused" in road:
        make.order(there.town.ana, there.father.row)
    ROADS[road](there)
    offices = [office for office, _ in owed()]
    assert offices == ["custodian", "superintendent"]
    ROADS[road](there)  # the same person once more is one asking
    assert [office for office, _ in owed()] == offices


def test_of_a_child_whom_nobody_misses_nothing_is_owed(town: make.Town) -> None:
    there = waiting(town)
    for road in ROADS.values():
        road(there)
    assert owed() == []


def test_a_familys_own_pages_wait_until_they_are_told_and_no_answer_says_why(there: Waiting) -> None:
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.services import Inspected

    mother = browser(there.town.mother.by)
    pages = ["/family/", f"/family/{there.town.ana.id}/", f"/family/records/{there.record}/"]
    said = " ".join(words(mother.get(it).content.decode()) for it in pages)
    assert "police" not in said.lower() and "missing" not in said.lower() and "Alder Creek Elementary" not in said
    for copy in (False, True):
        assert isinstance(looks(there.town.mother.by, there.record, copy=copy), ByOffice)
    assert isinstance(who_looked(there, there.town.mother.by), Refused)
    tells(there)
    assert isinstance(looks(there.town.mother.by, there.record), Inspected)
    assert not isinstance(who_looked(there, there.town.mother.by), Refused)
    assert owed() == []
    week = AT + timedelta(days=8)
    assert isinstance(looks(there.town.mother.by, there.record, at=week), ByOffice)  # it is another asking


def test_what_they_were_told_of_one_opens_nothing_to_another(there: Waiting) -> None:
    from fileroom.disclosure.by_office import ByOffice

    looks(there.town.mother.by, there.record)
    tells(there)
    assert isinstance(looks(there.father.by, there.record), ByOffice)


def test_an_employee_looks_and_is_told_nothing_of_it(there: Waiting) -> None:
    page = browser(there.town.teacher.by).get(f"/records/{there.record}/")
    assert page.status_code == 200 and "police" not in words(page.content.decode()).lower()
    asks_by_token = program(there.town.teacher)
    roads = (f"/students/{there.town.ana.id}", f"/records/{there.record}", f"/students/{there.town.ana.id}/contacts",
             f"/students/{there.town.ana.id}/log")  # fmt: skip
    answers = [asks_by_token.work(it) for it in roads]
    assert [it.status_code for it in answers][:2] == [200, 200]
    said = " ".join(json.dumps(it.json()) for it in answers).lower()
    assert "police" not in said and "tell the requester" not in said


def test_a_copy_for_somebody_outside_waits_and_the_clerk_asks_the_principal(there: Waiting) -> None:
    from fileroom.disclosure.releasing import Released, Waits

    first = copy_for(there)
    assert isinstance(first, Waits) and first.decision.silent and not first.owed
    assert "police" not in json.dumps(first.decision.to_json())
    assert entries()[-1].student == there.town.ana.id and not any(it.act == "record:released" for it in entries())
    tells(there)
    assert isinstance(copy_for(there), Released)
    assert isinstance(copy_for(there, "Pat Quill"), Waits)


def test_at_the_counter_the_card_says_ask_the_principal_and_then_what_the_law_says(there: Waiting) -> None:
    clerk, page = browser(there.town.registrar.by), f"/students/{there.town.ana.id}/"
    asker = form(asker=f"contact-{there.town.mother.row.id}", identity_checked="yes")
    said = words(clerk.post(page, asker).content.decode())
    assert "Ask the principal" in said and "police" not in said.lower()
    assert at_the_counter(there).decision.silent
    tells(there)
    assert at_the_counter(there).decision.granted


def test_a_link_of_before_opens_nothing_and_none_is_made_until_they_are_told(town: make.Town) -> None:
    from fileroom.casework.links import Made
    from fileroom.casework.opening import enter
    from fileroom.programmes.outgoing import ABOVE

    there = waiting(town)
    made = link(there, way="hand")
    assert enter(made.token, made.code, ABOVE, client="x", at=AT)
    minded(town.ana, "missing_child_flag")
    assert enter(made.token, made.code, ABOVE, client="x", at=AT) is None
    assert [it for it in owed() if it[1] != town.mother.row.id.hex] == [] and len(owed()) == 2
    refused = link_of(there)
    assert isinstance(refused, Refused) and refused.decision.silent and not mails()
    tells(there)
    assert enter(made.token, made.code, ABOVE, client="x", at=AT)
    assert isinstance(link_of(there), Made)


def test_the_word_is_the_evidence_and_names_the_agency_under_seal(there: Waiting) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    looks(there.town.mother.by, there.record)
    entry = tells(there, office())
    with district_transaction():
        rows = Duty.objects.filter(rule=RULE)
        assert {(it.evidence, it.done_by, it.moot) for it in rows} == {(entry, office().account.id, False)}
    told = next(it for it in entries() if it.id == entry)
    assert (told.act.value, told.sealed, told.outcome) == ("police:told", True, "asked:1")
    page = words(browser(there.town.principal.by).get(f"/students/{there.town.ana.id}/police/").content.decode())
    assert SHERIFF in page and "The police know who has asked" in page


def test_whoever_asked_does_not_say_themselves_that_they_told_the_police(there: Waiting) -> None:
    looks(there.town.principal.by, there.record)
    assert tells(there) is None and len(owed()) == 2
    assert tells(there, office()) is not None and owed() == []


def test_only_who_keeps_the_records_or_acts_for_the_superintendent_says_so(there: Waiting) -> None:
    from fileroom.disclosure.police_told import read, tell

    looks(there.town.mother.by, there.record)
    code = there.town.mother.row.id.hex
    for by in (there.town.teacher.by, there.town.registrar.by):
        assert isinstance(read(there.town.ana.id, by=by, at=AT), Refused)
        assert isinstance(tell(there.town.ana.id, SHERIFF, [code], by=by, at=AT), Refused)
    for agency in ("  ", "x" * 121, "Sheriff, SSN 123-45-6789"):
        with pytest.raises(ValidationError):
            tells(there, agency=agency)
    assert ("custodian", code) in owed()


def test_a_designee_whom_an_order_binds_is_shown_nobody_who_asked(there: Waiting) -> None:
    from fileroom.disclosure.police_told import read

    looks(there.town.mother.by, there.record)
    head = office()
    assert head.account.employee is not None
    make.change(head.account.employee, given="Father", family="Torres")
    make.order(there.town.ana, there.father.row)
    assert isinstance(read(there.town.ana.id, by=head, at=AT), Refused)


def test_today_leads_to_the_page_and_its_button_ends_it(there: Waiting) -> None:
    looks(there.town.mother.by, there.record)
    desk, page = browser(there.town.principal.by), f"/students/{there.town.ana.id}/police/"
    today = desk.get("/").content.decode()
    assert "Somebody asks about a missing child" in words(today) and page in today
    said = desk.get(page).content.decode()
    assert "Mother Torres" in words(said) and "Which agency did you tell?" in words(said)
    sent = form(agency="", asked=there.town.mother.row.id.hex)
    assert desk.post(f"{page}told/", sent).status_code == 422
    assert desk.post(f"{page}told/", {**sent, "agency": SHERIFF}).status_code == 302
    assert owed() == [] and "Somebody asks about a missing child" not in words(desk.get("/").content.decode())


def test_a_barred_father_who_asks_is_told_of_too_and_sees_what_he_saw(there: Waiting) -> None:
    make.order(there.town.ana, there.father.row)
    answer = asks(there.father.by, there.town.ana)
    assert isinstance(answer, Refused) and answer.hidden
    assert ("superintendent", there.father.row.id.hex) in owed()


def test_the_file_of_another_child_is_open_as_ever(there: Waiting) -> None:
    record = filed(there.town.registrar.by, there.town.ben)
    looks(there.town.registrar.by, record)
    assert owed() == []
