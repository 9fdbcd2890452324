"""Staff whose own data was in reach are in the scope of an incident: whose row was shown, whose account was used."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from fileroom.ledger.services import Act, Actor
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.programmes.incidents.reporting import assesses, blocked, reports, row
from tests.programmes.incidents.test_counted_and_listed import counts
from tests.programmes.incidents.test_scope import BEGUN, ENDED, HOUR, OPERATOR

ADDRESS = "203.0.113.77"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def staff(*names: str, addresses: tuple[str, ...] = (), begun: Any = BEGUN, ended: Any = ENDED) -> dict[UUID, Any]:
    """Of the staff who is in scope, by id; the total says the same number."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.scope import exposed, scope

    asked, found = scope(names, addresses, begun, ended, by=OPERATOR, at=AT)
    with district_transaction():
        rows = {it.employee: it for it in exposed(asked)}
    assert found.staff == len(rows)
    return rows


def plant(town: make.Town, account: UUID, *, client: str, at: Any = AT) -> None:
    """Somebody has seen the teacher's row by this account, from there, then."""
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger

    with district_transaction():
        who = Actor(account, "administrator", "web", client)
        ledger.write(ledger.event(Act.EMPLOYEE_LISTED, record=town.teacher.row.id, by=who, at=at))


def test_by_account_by_address_and_by_hour_it_names_whose_row_was_shown_and_whose_account_was_used(
    town: make.Town, office: make.Staffed
) -> None:
    plant(town, office.by.account.id, client=ADDRESS)
    plant(town, town.registrar.by.account.id, client="192.0.2.7", at=AT - 3 * HOUR)
    teacher, pat, registrar = (it.row.id for it in (town.teacher, office, town.registrar))
    by_account, by_address = staff("pat"), staff(addresses=(ADDRESS,))
    by_hour = staff(begun=AT - HOUR / 2, ended=AT + HOUR / 2)
    assert [set(it) for it in (by_account, by_address, by_hour)] == [{teacher, pat}] * 3
    assert (by_account[teacher].shown, by_account[teacher].used) == (1, 0)
    assert (by_account[pat].shown, by_account[pat].used) == (0, 1), "the account that was used tells of its holder"
    assert set(staff("registrar")) == {teacher, registrar}
    assert staff("teacher") == {}


def test_a_page_of_staff_leaves_a_line_for_each_whom_it_has_shown(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.accounts import desk

    shown = desk.listed(desk.Which.WAITING, by=office.by, at=AT)
    found = staff("pat")
    assert town.teacher.row.id in {it.employee for it in shown.people}
    assert {it.employee for it in shown.people} <= {who for who, it in found.items() if it.shown}
    desk.person(town.teacher.by.account.id, by=office.by, at=AT)
    assert staff("pat")[town.teacher.row.id].shown == found[town.teacher.row.id].shown + 1


def test_the_staff_of_a_count_keep_it_open_until_they_stand_on_the_list(town: make.Town, office: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.reaching import list_counted
    from fileroom.programmes.models import IncidentPerson

    plant(town, town.registrar.by.account.id, client=ADDRESS)
    of = reports(town.teacher.by, systems=("fileroom",))
    assesses(of, office.by, systems=("fileroom",))
    kept = counts(of, office, "registrar")
    assert (kept.students, kept.staff) == (0, 2)
    assert any("was counted" in it for it in blocked(of, office.by))
    list_counted(of, kept.id, by=office.by, at=AT)
    assert not any("was counted" in it for it in blocked(of, office.by))
    with district_transaction():
        listed = set(IncidentPerson.objects.filter(incident=row(of)).values_list("employee", flat=True))
    assert listed == {town.teacher.row.id, town.registrar.row.id}
    counts(of, office)
    page = words(browser(office.by).get(f"/incidents/{of}/").content.decode())
    assert page.count("It was counted by time alone") == 1, "said before all who worked then are put on the list"
