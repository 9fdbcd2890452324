"""How often a page asks the database: what is asked twice, or of each of many, is found here before it is felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.each import each

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

OF_A_TRANSACTION = ("BEGIN", "SET LOCAL", "COMMIT")


def statements(by: SignedIn, address: str) -> int:
    """So many a page asks at its second opening: the first may fill what lives as long as the program."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = browser(by)
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return sum(not str(it["sql"]).startswith(OF_A_TRANSACTION) for it in seen)


@pytest.fixture
def people(remembered: None, town: make.Town) -> dict[str, SignedIn]:
    keeper = make.staffed("keeper", "clerk", None)
    make.custodian(keeper.row, None)
    head, lawyer = make.staffed("head", "administrator", None), make.staffed("lawyer", "counsel", None)
    return {
        "counsel": lawyer.by, "custodian": keeper.by, "mother": town.mother.by, "principal": town.principal.by,
        "registrar": town.registrar.by, "superintendent": head.by,
    }  # fmt: skip


def test_a_page_that_shows_nothing_asks_for_its_session_and_for_who_reads_it(people: dict[str, SignedIn]) -> None:
    assert statements(people["registrar"], "/students/") == 3  # and where they work, for their office in the rail


@each(
    ("who", "most"), [("registrar", 35), ("principal", 37), ("custodian", 42), ("superintendent", 38), ("counsel", 31)]
)
def test_the_first_screen(people: dict[str, SignedIn], who: str, most: int) -> None:
    seen = statements(people[who], "/")
    assert seen <= most, seen


def test_the_first_screen_asks_as_often_of_many_who_wait_as_of_one(
    town: make.Town, people: dict[str, SignedIn]
) -> None:
    make.related("father", town.ben, verified=False)
    before = statements(people["principal"], "/")
    for number in range(5):
        child = make.student(f"Kid {number}", "Moss")
        make.enrolment(child, town.school)
        make.related(f"parent{number}", child, verified=False)
    assert statements(people["principal"], "/") == before


@each(("page", "most"), [("", 15), ("people/", 27), ("file/", 12), ("orders/", 14), ("choices/", 22), ("address/", 11)])
def test_the_pages_of_a_students_file(town: make.Town, people: dict[str, SignedIn], page: str, most: int) -> None:
    seen = statements(people["registrar"], f"/students/{town.ana.id}/{page}")
    assert seen <= most, seen


@each(("page", "most"), [("", 8), ("{}/", 7), ("{}/looked/", 8), ("notices/", 7)])
def test_the_pages_of_a_family(town: make.Town, people: dict[str, SignedIn], page: str, most: int) -> None:
    seen = statements(people["mother"], "/family/" + page.format(town.ana.id))
    assert seen <= most, seen
