"""From nobody to somebody: the first account by whoever runs the system, all others by a link that holds nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import HOST, browser, words
from tests.casework.mailing import mail_server
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.accounts.people import CHOSEN, chief, gives, let_in, opened

if TYPE_CHECKING:
    from fileroom.people.models import Employee

ADDRESS = re.compile(r"http://[^/\s]+/welcome/([0-9a-f]{64})/")


def run(*given: str) -> int:
    from fileroom.cli.__main__ import main

    return main(["--district", "alder_creek", "account", *given])


def test_the_first_account_is_made_once_and_again_until_it_is_opened_and_then_no_more(
    district: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ("begin", "Chief@alder-creek.test", "--given", "Ada", "--family", "Reyes")
    assert run("begin", "chief@alder-creek.test") == 4, "nobody is known by this address, so a name is needed"
    assert run(*named) == 0
    lost = ADDRESS.search(capsys.readouterr().out)
    assert run(*named) == 0
    link = ADDRESS.search(capsys.readouterr().out)
    assert lost and link and HOST in link[0]
    assert browser().get(f"/welcome/{lost[1]}/").status_code == 404
    assert browser().post(f"/welcome/{link[1]}/", {"password": CHOSEN, "again": CHOSEN}).status_code == 302
    assert run(*named) == 4 and "gives roles here already" in capsys.readouterr().err
    assert run("link", "nobody@alder-creek.test") == 5
    assert run("link", "chief@alder-creek.test") == 0
    into = browser()
    into.post("/sign-in/", {"login": "chief@alder-creek.test", "password": CHOSEN})
    today = words(into.get("/").content.decode())
    assert "Nobody else has an account yet" in today
    assert [(it.act.value, it.actor.role) for it in entries() if it.act.value in ("account:made", "role:given")] == [
        ("account:made", "operator"), ("role:given", "operator"),
    ]  # fmt: skip


def test_a_mail_brings_the_link_and_nothing_else_and_the_link_is_used_once(town: make.Town) -> None:
    from fileroom.casework.post import server_of
    from fileroom.casework.sending import Site, look_round
    from fileroom.programmes.accounts.inviting import Way, choose_password, name_behind
    from fileroom.programmes.accounts.joining import New, make_account
    from fileroom.programmes.outgoing import ABOVE

    make_account(New(None, "Maria", "Diaz", "m.diaz@alder-creek.test"), Way.MAIL, by=chief().by, at=AT)
    site = Site("Alder Creek", "", f"http://{HOST}")
    with mail_server() as server:
        server.to_recipient = "450 later"
        look_round(server_of(server.url), site, ABOVE, clock=lambda: AT)
        server.to_recipient = "250 OK"
        later = AT + timedelta(minutes=2)
        assert look_round(server_of(server.url), site, ABOVE, clock=lambda: later) == 1
        (to, mail) = server.taken[0]
    said = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    link = ADDRESS.search(said)
    assert to == ["m.diaz@alder-creek.test"] and link is not None
    assert "Maria" not in said and "Diaz" not in said and "m.diaz" not in said
    assert name_behind(link[1], at=later) == "m.diaz@alder-creek.test"
    assert name_behind(link[1], at=AT + timedelta(days=8)) is None
    assert choose_password(link[1], CHOSEN, client="192.0.2.9", at=later)
    assert not choose_password(link[1], CHOSEN, client="192.0.2.9", at=later)


def test_whom_the_roster_knows_by_the_address_is_one_person_and_not_two(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Employee

    lena = Employee(given="Lena", family="Roth", email="L.Roth@alder-creek.test", source_id="t77")
    make.keep(lena)
    head = chief()
    let_in("", "", "l.roth@alder-creek.test", by=head.by)
    joined = let_in("Somebody", "Else", "l.roth@alder-creek.test", by=head.by)
    assert joined.link is None
    with district_transaction():
        assert Account.objects.get(pk=joined.account).employee == lena
        assert Employee.objects.filter(family="Roth").count() == 1
    assert [it.part for it in entries() if it.act.value == "account:made"] == ["roster"]


def test_a_closed_account_is_opened_again_as_the_same_without_a_role_and_without_its_old_password(
    town: make.Town,
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account
    from fileroom.people.owed import offices_held
    from fileroom.programmes.accounts import desk
    from fileroom.programmes.accounts.inviting import Way, choose_password
    from fileroom.programmes.accounts.joining import close_account, reopen_account

    head = chief()
    joined = let_in("Maria", "Diaz", "m.diaz@alder-creek.test", by=head.by)
    assert joined.link is not None
    gives(joined.account, "registrar", town.school.id, by=head.by)
    choose_password(joined.link.token, CHOSEN, client="", at=AT)
    close_account(joined.account, by=head.by, at=AT)
    tomorrow = AT + timedelta(days=1)
    closed = desk.listed(desk.Which.CLOSED, "diaz", by=head.by, at=tomorrow)
    assert [it.account for it in closed.people] == [joined.account]
    link = reopen_account(joined.account, Way.HAND, by=head.by, at=tomorrow)
    with district_transaction():
        account = Account.objects.select_related("employee").get(pk=joined.account)
        assert account.is_active and account.password.startswith("!")
        who: Employee | None = account.employee
        assert who is not None and offices_held(who.id, on=tomorrow.date()) == []
    assert choose_password(getattr(link, "token", ""), CHOSEN, client="", at=tomorrow)


def test_the_list_finds_everybody_page_by_page_and_says_who_gave_what(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.accounts import desk
    from fileroom.programmes.accounts.desk import Which

    monkeypatch.setattr(desk, "MOST", 2)
    head = chief()
    gives(town.teacher.by.account.id, "counselor", town.school.id, by=head.by, reason="Her caseload")
    opened(town.teacher)
    waiting, skip = [], 0
    while True:
        page = desk.listed(Which.WAITING, skip=skip, by=head.by, at=AT)
        waiting += [it.name for it in page.people]
        skip += 2
        if not page.more:
            break
    assert sorted(waiting) == ["Principal Abara", "Registrar Abara"]
    (tunde,) = desk.listed(Which.OPEN, "teach abara", by=head.by, at=AT).people
    assert {(it.role, it.by, it.reason) for it in tunde.roles} == {
        ("teacher", "", ""), ("counselor", "Chief Abara", "Her caseload"),
    }  # fmt: skip


def test_accounts_of_a_roster_are_made_at_one_press_for_whom_it_has_at_work_by_an_address_of_their_own(
    town: make.Town,
) -> None:
    from fileroom.casework.models import Outgoing
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Employee
    from fileroom.programmes.accounts import many

    def brought(name: str, email: str, *, at_work: bool = True) -> None:
        row = Employee(given=name, family="Roth", email=email, source_id=f"t-{name}")
        make.keep(row)
        if at_work:
            make.assignment(row, "teacher", town.school)

    head = chief()
    brought("Lena", "L.Roth@alder-creek.test")
    brought("Idle", "idle@alder-creek.test", at_work=False)
    brought("Mute", "")
    brought("Ann", "no address at all")
    brought("Twin", "twins@alder-creek.test")
    brought("Other", "Twins@alder-creek.test")
    brought("Taken", "mother")
    brought("Known", "known@alder-creek.test")
    make.account("known", employee=make.employee("Known", "Roth"))
    assert many.reach(by=head.by, at=AT).by_mail == 1
    assert many.make_for_the_roster(by=head.by, at=AT) == 1
    assert many.make_for_the_roster(by=head.by, at=AT) == 0
    with district_transaction():
        assert Account.objects.get(employee__given="Lena").sign_in_name == "l.roth@alder-creek.test"
        assert Outgoing.objects.filter(kind="account_invited").count() == 1
