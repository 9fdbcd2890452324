"""Anyone reads who keeps the records, and to whom an order is handed; nobody else is named there."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.factories import TODAY

pytestmark = pytest.mark.usefixtures("district")
KEEPS, HANDS_IN = "/who-keeps-the-records/", "/hand-in-a-court-order/"


def read(address: str, language: str = "en") -> str:
    page = browser().get(address, headers={"accept-language": language})
    assert page.status_code == 200
    return re.sub(r"<[^>]+>|\s+", " ", page.content.decode())


def receives(town: make.Town, who: make.Staffed, backup: make.Staffed | None = None) -> None:
    from fileroom.people.receivers import name_receiver

    head = make.staffed("head", "administrator", None)
    second = backup.row.id if backup else None
    name_receiver(uuid4(), town.school.id, who.row.id, second, by=head.by, at=AT - timedelta(days=1))


def test_the_page_names_custodians_and_nobody_else(town: make.Town) -> None:
    said = read(KEEPS)
    assert "Principal Abara" in said and "Alder Creek Elementary" in said
    for other in (town.registrar, town.teacher):
        assert f"{other.row.given} {other.row.family}" not in said
    assert "Torres" not in said


def test_a_vacant_office_and_an_acting_one_are_said_to_be_so(town: make.Town) -> None:
    assert "The whole district Vacant" in re.sub(" +", " ", read(KEEPS))
    row = make.custodian(make.employee("Helen", "Park"), None)
    assert "acting" not in read(KEEPS)
    make.change(row, acting=True)
    assert re.search(r"Helen Park\s+\(acting\)", read(KEEPS))
    assert re.search(r"Helen Park\s+\(en funciones\)", read(KEEPS, "es"))


def test_whoever_has_left_is_named_no_longer(town: make.Town) -> None:
    make.change(town.principal.row, left_on=TODAY - timedelta(days=400))
    assert "Principal Abara" not in read(KEEPS)


def test_an_order_is_handed_to_an_office_and_no_person_is_named(town: make.Town) -> None:
    receives(town, town.registrar, town.principal)
    said = re.sub(" +", " ", read(HANDS_IN))
    assert "Alder Creek Elementary The school office When they are away: The principal" in said
    assert "Abara" not in said
    assert "La oficina de la escuela" in read(HANDS_IN, "es")


def test_where_nobody_is_designated_it_is_handed_to_the_principal(town: make.Town) -> None:
    assert "Alder Creek Elementary The principal" in re.sub(" +", " ", read(HANDS_IN))


def test_the_number_for_when_schools_are_closed_is_the_districts_setting(town: make.Town) -> None:
    from django.test import override_settings

    assert "In danger call 911" in read(HANDS_IN)
    with override_settings(ORDERS_AFTER_HOURS="(559) 555-0190"):
        assert "When the schools are closed, call (559) 555-0190." in read(HANDS_IN)
        assert "llame al (559) 555-0190" in read(HANDS_IN, "es")


def test_the_sign_in_page_leads_to_both(town: make.Town) -> None:
    page = browser().get("/sign-in/").content.decode()
    assert f'href="{KEEPS}"' in page and f'href="{HANDS_IN}"' in page
