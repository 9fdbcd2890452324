"""The pages of the offices of custodian: who may give one is offered it, a refusal says the law's sentence, and a form
that says nothing possible comes back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from datetime import datetime

    from fileroom.people.signed_in import SignedIn

NOBODY = UUID(int=0)
DRAWER = ("orders", "restrictions", "military", "colleges", "others", "cards")


@pytest.fixture
def now() -> datetime:
    from django.utils import timezone

    return timezone.now()


def page(by: SignedIn, of: UUID, query: str = "") -> str:
    said = browser(by).get(f"/custodians/{of}/{query}")
    assert said.status_code == 200
    return str(said.content.decode())


def gives(by: SignedIn, of: UUID, who: UUID, **said: object) -> tuple[int, str]:
    answer = browser(by).post(f"/custodians/{of}/", form(employee=who, **({"how": "office"} | said)))
    return answer.status_code, answer.content.decode()


def holder(of: UUID | None) -> str:
    from django.utils import timezone

    from fileroom.people.offices import offices

    return next(it.office.holder for it in offices(on=timezone.localdate()) if it.office.school_id == of)


def test_only_whom_the_superintendent_has_designated_is_offered_the_form(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    assert "Hand it over from today" in page(head.by, town.school.id)
    for who in (town.principal, town.registrar, town.teacher):
        assert "Hand it over from today" not in page(who.by, town.school.id)
        assert "Designate them" not in page(who.by, town.school.id)


def test_the_form_offers_employees_who_are_here_those_of_the_school_first(town: make.Town) -> None:
    head, gone = make.staffed("head", "administrator", None), make.employee("Gone", "Abbey")
    make.change(gone, left_on=make.TODAY - timedelta(days=400))
    said = page(head.by, town.school.id)
    first, second = said.split('label="Elsewhere in the district"')[:2]
    assert "Registrar Abara" in first and "Head Abara" in second
    assert "Gone Abbey" not in said and "Torres" not in said


def test_a_name_narrows_the_list(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    make.employee("Helen", "Park")
    said = page(head.by, town.school.id, "?name=helen+pa")
    assert "Helen Park" in said and "Registrar Abara" not in said


def test_an_office_is_given_and_the_history_has_both(town: make.Town) -> None:
    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    assert gives(head.by, town.school.id, new.id)[0] == 302
    assert holder(town.school.id) == "Helen Park"
    said = page(town.registrar.by, town.school.id)
    assert "Helen Park" in said and "Principal Abara" in said and "given by <bdi>Head Abara" in said


def test_the_districts_own_office_is_given_by_the_same_form(town: make.Town) -> None:
    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    assert gives(head.by, NOBODY, new.id)[0] == 302
    assert (holder(None), holder(town.school.id)) == ("Helen Park", "Principal Abara")


def test_a_refusal_says_the_laws_sentence_and_changes_nothing(town: make.Town) -> None:
    head, clerk = make.staffed("head", "administrator", None), make.employee("Noor", "Aziz", certificated=False)
    assert "Noor Aziz (no certificated position on file)" in page(head.by, town.school.id)
    status, said = gives(head.by, town.school.id, clerk.id)
    assert status == 403
    assert "The custodian of records holds a certificated position" in said
    assert holder(town.school.id) == "Principal Abara"
    assert gives(head.by, town.school.id, clerk.id, certificated="on")[0] == 302
    assert "Noor Aziz (no certificated" not in page(head.by, town.school.id)
    status, said = gives(town.registrar.by, town.school.id, town.registrar.row.id)
    assert status == 403
    assert "whom the Superintendent has designated for it" in said
    assert holder(town.school.id) == "Noor Aziz"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"how": "acting", "to_on": "2020-01-01"}, "today or later"),
        ({"how": "office", "to_on": "2099-01-01"}, "Only an acting custodian has a last day"),
        ({"how": "acting", "to_on": "soon"}, "Write the day like"),
        ({"how": "for ever"}, "is not one of the available choices"),
    ],
)
def test_a_form_that_says_nothing_possible_comes_back(town: make.Town, said: dict[str, str], words: str) -> None:
    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    status, page = gives(head.by, town.school.id, new.id, **said)
    assert status == 422
    assert words in page
    assert holder(town.school.id) == "Principal Abara"


def test_an_employee_whom_the_list_has_not_is_nobody_to_give_it_to(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    status, said = gives(head.by, town.school.id, uuid4())
    assert status == 422
    assert "Choose somebody from the list" in said


def test_today_has_each_vacancy_once_with_the_way_to_it(town: make.Town, now: datetime) -> None:
    from fileroom.people.vacancies import look_round

    head = make.staffed("head", "administrator", None)
    look_round(at=now)
    said = browser(head.by).get("/").content.decode()
    assert said.count("Custodian of records · the district") == 2, "the title, and the words of its button"
    assert f'href="/custodians/{NOBODY}/"' in said
    assert gives(head.by, NOBODY, make.employee("Helen", "Park").id)[0] == 302
    assert "Custodian of records · the district" not in browser(head.by).get("/").content.decode()


def test_the_school_is_opened_and_closed_from_its_page(town: make.Town) -> None:
    make.change(town.school, orders_entered_on=None)
    desk, address = browser(town.principal.by), f"/custodians/{town.school.id}/paper/"
    counted = dict.fromkeys(DRAWER, 0) | {"all_of_it": "on"}
    assert desk.post(address, form(**counted | {"orders": 2})).status_code == 422
    assert desk.post(address, form(**counted | {"all_of_it": ""})).status_code == 422
    assert desk.post(address, form(**counted)).status_code == 302
    assert "are signed for" in desk.get(address).content.decode()
    assert desk.post(f"{address}withdraw/", form()).status_code == 302
    assert "Sign: all of it is entered" in desk.get(address).content.decode()
    acts = [it.act.value for it in entries() if it.act.startswith("orders:")]
    assert acts == ["orders:sign_refused", "orders:signed_for", "orders:sign_withdrawn"]


def test_whoever_may_not_sign_reads_who_does_and_no_form(town: make.Town) -> None:
    make.change(town.school, orders_entered_on=None)
    desk, address = browser(town.registrar.by), f"/custodians/{town.school.id}/paper/"
    said = desk.get(address).content.decode()
    assert "Principal Abara" in said and "Sign: all of it is entered" not in said
    refused = desk.post(address, form(**dict.fromkeys(DRAWER, 0), all_of_it="on"))
    assert refused.status_code == 403
    assert "custodian of records alone" in refused.content.decode()


def test_the_protocol_tells_which_school_lacks_a_receiver(town: make.Town) -> None:
    from fileroom.people.receivers import name_receiver

    head = make.staffed("head", "administrator", None)
    assert "A part is lacking" in browser(head.by).get("/orders/protocol/").content.decode()
    name_receiver(uuid4(), town.school.id, town.registrar.row.id, None, by=head.by, at=AT)
    said = browser(town.registrar.by).get("/orders/protocol/").content.decode()
    assert "A part is lacking" not in said
    assert re.search("Registrar Abara", said)


def test_who_ticks_their_own_credential_reads_beside_the_box_who_says_it(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    make.change(head.row, certificated=False)
    status, said = gives(head.by, town.school.id, head.row.id, certificated="on")
    assert status == 422 and "Nobody says it of themselves" in said and "fileroom account begin" in said
    assert holder(town.school.id) == "Principal Abara"


def test_an_office_given_today_is_taken_back_with_one_button_and_the_page_says_that_it_was_a_mistake(
    town: make.Town, now: datetime
) -> None:
    head, wrong = make.staffed("head", "administrator", None), make.employee("Maria", "Paz")
    assert gives(head.by, town.school.id, wrong.id)[0] == 302
    said = page(head.by, town.school.id)
    found = re.search(rf"/custodians/{town.school.id}/mistaken/[0-9a-f-]+/", said)
    assert found and "mistaken" not in page(town.principal.by, town.school.id)
    assert browser(head.by).post(found[0]).status_code == 302
    said = page(head.by, town.school.id)
    assert "is vacant" in said and "by mistake; taken back the same day" in said and "Designate from today" in said
