"""What a page that names many costs does not grow with them: one statement asks for the facts of all."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from fileroom.hosting import register
from tests import factories as make
from tests.attacks.browsing import browser
from tests.factories import TODAY, keep
from tests.house.statements import APPLICATION, statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from fileroom.people.models import School

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def town(remembered: None) -> make.Town:
    town = make.town()
    make.custodian(town.principal.row, None)
    return town


def waits(school: School, number: int) -> None:
    """A student with a claimed parent and an employee, both absent from the last roster."""
    from fileroom.collection.models import Absence

    child, teacher = make.student(f"Kim{number:02}", "Quill"), make.employee(f"Lee{number:02}", "Quill")
    spell = make.enrolment(child, school)
    make.relationship(child, make.contact("Pat", f"Quill{number}"), verified=False)
    make.assignment(teacher, "teacher", school)
    keep(Absence(student=child, enrolment=spell, state="waiting", noticed_on=YESTERDAY))
    keep(Absence(employee=teacher, state="waiting", noticed_on=YESTERDAY))


def told(page: str) -> int:
    """How often a page names one of them; the first screen names nobody, and counts them."""
    return page.count("Quill</") + sum(int(number) for number in re.findall(r">(\d+) waiting<", page))


def costs(server: Any, by: Any, page: str) -> tuple[int, Counter[str]]:
    """How many the page tells of, and which statements it takes once it has been looked at before, their values cut."""
    pages = browser(by)
    pages.get(page)
    register._known.clear()  # whose host it is is asked anew now and then: here each time
    with server[0].log_path.open("rb") as log:
        log.seek(0, 2)
        answer = pages.get(page)
        said = statements(log.read().decode(), APPLICATION)
    assert answer.status_code == 200
    return told(answer.content.decode()), Counter(it[:120] for it in said)


# How often a page tells of each who waits: of the claim, the child and the teacher; by name, and in what a button says.
EACH = {"/": 3, "/students/?q=quill": 1, "/students/?waiting": 1, "/absent/": 6}


def said_by(server: Any, act: Callable[[], Any]) -> list[str]:
    with server[0].log_path.open("rb") as log:
        log.seek(0, 2)
        act()
        return statements(log.read().decode(), APPLICATION)


def test_a_request_from_outside_costs_the_same_however_many_the_orders_on_a_student_bind(
    town: make.Town, server: Any
) -> None:
    from tests.disclosure.asking import filed
    from tests.disclosure.releases import proposes

    record = filed(town.registrar.by, town.ana)
    make.order(town.ana, make.contact("Al", "Quill"))
    proposes(town.registrar.by, record)
    one = said_by(server, lambda: proposes(town.registrar.by, record))
    for number in range(5):
        make.order(town.ana, make.contact(f"Al{number}", "Moss"))
    many = said_by(server, lambda: proposes(town.registrar.by, record))
    assert len(many) == len(one) > 5


def test_a_list_of_many_orders_costs_as_many_statements_as_one_of_few(town: make.Town, server: Any) -> None:
    from fileroom.collection.orders.desk import orders
    from tests.conftest import AT

    def of_more() -> list[str]:
        for number in range(4):
            make.order(town.ana, make.contact(f"Al{number}", "Moss"))
        assert orders(by=town.principal.by, at=AT).listed
        return said_by(server, lambda: orders(by=town.principal.by, at=AT))

    few, many = of_more(), of_more()
    assert len(many) == len(few) > 5


def test_the_head_of_a_page_asks_nothing_twice(town: make.Town, server: Any) -> None:
    from fileroom.disclosure.overview import head
    from fileroom.disclosure.services import Opened, open_file
    from tests.conftest import AT

    opened = open_file(town.ana.id, by=town.principal.by, at=AT)
    assert isinstance(opened, Opened)
    said = said_by(server, lambda: head(opened, on=TODAY))
    assert sorted(set(said)) == sorted(said) and len(said) > 5


@pytest.mark.parametrize("who", ["registrar", "mother"])
def test_a_file_of_many_records_costs_as_many_statements_as_one_of_few(town: make.Town, server: Any, who: str) -> None:
    from tests.disclosure.asking import filed, opened

    by = getattr(town, who).by

    def of_each() -> list[str]:
        for others in ("nobody", "can_be_taken_out", "one_piece", None):
            filed(town.registrar.by, town.ana, others=others)
        opened(by, town.ana)
        return said_by(server, lambda: opened(by, town.ana))

    few, many = of_each(), of_each()
    assert len(many) == len(few) > 5
    assert len(opened(by, town.ana).records) == 8


@pytest.mark.parametrize("page", EACH)
@pytest.mark.parametrize("who", ["principal", "registrar"])
def test_a_list_of_many_costs_as_many_statements_as_a_list_of_few(
    town: make.Town, server: Any, who: str, page: str
) -> None:
    by = getattr(town, who).by
    for number in range(3):
        waits(town.school, number)
    few, cost = costs(server, by, page)
    for number in range(3, 20):
        waits(town.school, number)
    many, cost_of_many = costs(server, by, page)
    assert (few, many) == (3 * EACH[page], 20 * EACH[page])
    assert cost_of_many.total() == cost.total(), (cost_of_many - cost, cost - cost_of_many)
