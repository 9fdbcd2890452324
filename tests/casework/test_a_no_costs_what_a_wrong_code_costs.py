"""A no of the law at a link is told from a wrong code by nothing: its work, its lines, its moment, its count."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tests.casework.mailing import MailServer
from tests.casework.test_a_link_is_opened import NOWHERE, page, tries
from tests.casework.waiting import LATER, Waiting, goes_round, link, links, order_against, token_in
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from fileroom.casework.links import Made

WRONG = "AAAA-2222"


def costs(token: str, code: str) -> tuple[int, list[tuple[str, bool]]]:
    """What a try that opens nothing does: how many statements, and the lines that it leaves."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    before = len(entries())
    with CaptureQueriesContext(connection) as seen:
        assert tries(token, code) is None
    return len(seen), [(it.act, it.sealed) for it in entries()[before:]]


def barred(there: Waiting, smtp: MailServer) -> tuple[Made, str]:
    """A link whose reader an order has barred since, and what its address holds."""
    made = link(there)
    goes_round(smtp)
    order_against(there, there.town.mother, at=AT + timedelta(seconds=3))
    return made, token_in(smtp)


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the district has signed for is remembered for a moment, whoever asks: here it is read each time."""
    from fileroom.people import counsel

    monkeypatch.setattr(counsel, "REMEMBERED_S", 0.0)


def test_a_no_does_the_same_work_and_leaves_the_same_lines(there: Waiting, smtp: MailServer, forgetful: None) -> None:
    made, token = barred(there, smtp)
    tries(token, made.code)  # the first comparison of a process makes what it compares with
    assert costs(token, made.code) == costs(token, WRONG)


def test_so_does_a_link_that_was_taken_back(there: Waiting, smtp: MailServer, forgetful: None) -> None:
    from fileroom.casework.links import withdraw

    made, token = barred(there, smtp)
    tries(token, WRONG)
    refused = costs(token, made.code)
    withdraw(made.id, by=there.town.registrar.by, at=LATER)
    assert costs(token, made.code) == refused == costs(token, WRONG)


def test_noes_count_as_wrong_codes_do(there: Waiting, smtp: MailServer) -> None:
    made, token = barred(there, smtp)
    for _ in range(7):
        tries(token, made.code)
    assert links()[0].wrong == 5, "it is locked now, whatever becomes of the order"


def test_a_no_of_the_law_names_its_rules_under_seal_alone(there: Waiting, smtp: MailServer) -> None:
    made, token = barred(there, smtp)
    tries(token, made.code)
    sealed, open_ = entries()[-2:] if entries()[-2].sealed else reversed(entries()[-2:])
    assert sealed.rules and sealed.act == "link:refused"
    assert (open_.act, open_.rules, open_.actor.role) == ("disclosure:refused", (), "somebody")


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The door's clock stands at a third of a moment when it has its answer; here is how long it then waits."""
    from fileroom.web import open_link

    found: list[float] = []
    clock = iter(0.17 * it for it in range(1000))
    monkeypatch.setattr(open_link, "time", SimpleNamespace(monotonic=lambda: next(clock), sleep=found.append))
    return found


def test_what_opens_nothing_is_answered_at_a_fixed_moment(
    there: Waiting, smtp: MailServer, monkeypatch: pytest.MonkeyPatch, slept: list[float]
) -> None:
    from django.utils import timezone

    monkeypatch.setattr(timezone, "now", lambda: LATER)
    made, token = barred(there, smtp)
    for address, code in ((token, made.code), (token, WRONG), (NOWHERE, WRONG)):
        assert page(address, code)[0] == 404
    assert slept == pytest.approx([0.33] * 3)
