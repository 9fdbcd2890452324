"""An employee who has left the district opens nothing from that moment on: by a page that is open, or by signing in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.oneroster_bundles import Roster
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from pathlib import Path

    from fileroom.people.models import Account


@pytest.fixture
def dana(district: str, tmp_path: Path, password: tuple[str, str]) -> Account:
    """A teacher whom a roster brought, with an account."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee

    brought(Roster(), tmp_path / "first")
    with district_transaction():
        row = Employee.objects.get(source_id="t1")
    return make.account("dana", employee=row, password=password[1])


def brought(roster: Roster, path: Path) -> None:
    """A roster, imported now: the pages' clock is the machine's."""
    from datetime import UTC, datetime

    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.ledger.services import Actor

    assert import_bundle(roster.folder(path), by=Actor(None, "system", "cli"), at=datetime.now(UTC)).whole


def without_dana() -> Roster:
    roster = Roster().without("orgs", "academicSessions", "courses", "classes", "demographics", "enrollments")
    roster.delta("users", [roster.row("users", "t1") | {"enabledUser": "false"}])
    return roster


def test_a_session_that_is_open_ends_with_the_next_request(dana: Account, tmp_path: Path) -> None:
    pages = browser(make.signed_in(dana))
    assert pages.get("/").status_code == 200
    brought(without_dana(), tmp_path / "second")
    answer = pages.get("/")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/")
    assert pages.get("/students/?q=okafor").status_code == 302


def test_nobody_signs_in_who_has_left_and_the_answer_is_that_of_a_wrong_password(
    dana: Account, tmp_path: Path, password: tuple[str, str]
) -> None:
    def signs_in(given: str) -> tuple[int, bool]:
        page = browser().post("/sign-in/", {"login": "dana", "password": given})
        return page.status_code, "do not belong together" in page.content.decode()

    assert signs_in(password[0]) == (302, False)
    brought(without_dana(), tmp_path / "second")
    before = len(entries())
    assert signs_in(password[0]) == signs_in("a wrong one") == (200, True)
    assert [it.act.value for it in entries()[before:]] == ["account:sign_in_refused"] * 2


def test_the_last_day_is_worked_to_its_end(dana: Account) -> None:
    from django.utils import timezone

    assert dana.employee is not None
    pages, today = browser(make.signed_in(dana)), timezone.localdate()
    make.change(dana.employee, left_on=today)
    assert pages.get("/").status_code == 200
    make.change(dana.employee, left_on=today - timedelta(days=1))
    assert pages.get("/").status_code == 302


def test_the_office_of_a_custodian_who_has_left_is_vacant(dana: Account, tmp_path: Path) -> None:
    from fileroom.disclosure import overview

    assert dana.employee is not None
    make.custodian(dana.employee, None)
    keeper = make.staffed("keeper", "administrator", None)

    def vacant() -> int:
        from datetime import UTC, datetime

        return overview.today(by=keeper.by, at=datetime.now(UTC)).counts.vacant

    before = vacant()
    brought(without_dana(), tmp_path / "second")
    assert vacant() == before + 1
