"""Ten thousand copies cost as many statements as ten: the list, the page, and each decision that opens nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.quarantine.holding import FORM, ITEM, decision
from tests.conftest import AT
from tests.house.statements import APPLICATION, statements

if TYPE_CHECKING:
    from uuid import UUID

    from fileroom.people.models import School


def copies(at: School, number: int, *, line: str = "", road: str = "web") -> UUID:
    """So many students of a school, and of each a copy of one form. Returns the first."""
    from fileroom.collection.quarantine.examined import examined
    from fileroom.collection.quarantine.holding import Brought, Held, hold
    from fileroom.hosting import durable
    from fileroom.ledger.services import Actor
    from fileroom.people.models import Enrolment, Student
    from fileroom.people.names import search_key
    from fileroom.records.contents import Contents
    from fileroom.screening import TextKind
    from fileroom.screening.parts import Outcome, Part
    from fileroom.screening.screened import Screened

    def child(place: int) -> Student:
        names = f"Kim{place}", "Quill"
        return Student(
            legal_given=names[0], legal_family=names[1], search_name=search_key(*names), grade="4",
            birth_on=make.TODAY - 9 * make.YEAR,
        )  # fmt: skip

    students = [child(place) for place in range(number)]
    told = (FORM + line).format(name="Kim", number="318-44-7265")
    seen = Screened(Outcome.FINDINGS, (), 1, 0, fully_examined=True, says="")
    with durable():
        Student.objects.bulk_create(students)
        Enrolment.objects.bulk_create(
            [Enrolment(student=it, school=at, entered_on=make.TODAY - make.YEAR) for it in students]
        )
        made = examined("", told.encode(), seen, [Part(told, TextKind.PROSE)], on=AT.date())
        brought = [Brought(it.id, ITEM, Contents.document(told.encode(), "text/plain"), made, None) for it in students]
        held = hold(brought, road=road, noted={}, by=Actor(None, "system", "cli"), at=AT)
    assert all(isinstance(it, Held) for it in held)
    return held[0].id


@pytest.fixture
def town(remembered: None) -> make.Town:
    return make.town()


def cost(server: Any, act: Callable[[], Any]) -> int:
    """How many statements the application makes meanwhile."""
    with server[0].log_path.open("rb") as log:
        log.seek(0, 2)
        act()
        return len(statements(log.read().decode(), APPLICATION))


@pytest.mark.parametrize("choice", ["return", "destroy"])
def test_a_decision_about_many_costs_what_one_about_few_does(town: make.Town, server: Any, choice: str) -> None:
    pages = browser(town.principal.by)
    few, many = copies(town.school, 3), copies(town.school, 300, line="Room:\n")
    pages.get("/coming-in/")
    costs = []
    for id_ in (few, many):

        def decides(id_: UUID = id_) -> None:
            answer = pages.post(f"/coming-in/{id_}/decide/", decision(choice))
            assert answer.status_code == 302, answer.content

        costs.append(cost(server, decides))
        pages.get("/coming-in/")
    assert costs[0] == costs[1] > 5


def test_the_list_and_the_page_cost_the_same_however_many_copies_wait(town: make.Town, server: Any) -> None:
    pages = browser(town.principal.by)
    few, many = copies(town.school, 25), copies(town.school, 300, line="Room:\n")
    pages.get("/coming-in/")
    shown = [cost(server, partial(pages.get, f"/coming-in/{id_}/")) for id_ in (few, many)]
    assert shown[0] == shown[1] > 3
    assert "300 copies" in pages.get("/coming-in/").content.decode()
    assert cost(server, lambda: pages.get("/coming-in/")) < 50


def test_the_law_is_asked_each_different_question_once(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.collection.quarantine.deciding import return_to_sender
    from fileroom.people import counsel
    from tests.collection.quarantine.holding import settled

    asked: list[Any] = []
    decide = counsel.decide

    def counted(question: Any) -> Any:
        asked.append(question)
        return decide(question)

    monkeypatch.setattr(counsel, "decide", counted)
    id_ = copies(town.school, 200)
    asked.clear()
    assert settled(return_to_sender(id_, by=town.principal.by, at=AT)).number == 200
    assert len(asked) < 5
