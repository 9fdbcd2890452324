"""Who guesses passwords is stopped in every worker process alike, by name and by address, and only for a while."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries

ANOTHER_WORKER = """
import django
django.setup()
from tests.attacks.browsing import browser
page = browser().post("/sign-in/", {"login": "principal", "password": "guess"}, REMOTE_ADDR="192.0.2.99")
print(page.status_code, "Too many" in page.content.decode())
"""


def tries(login: str, address: str, **more: Any) -> tuple[int, bool]:
    page = browser().post("/sign-in/", {"login": login, "password": "guess"}, REMOTE_ADDR=address, **more)
    return page.status_code, "Too many" in page.content.decode()


def test_a_name_is_locked_after_five_guesses_from_wherever_they_come(town: make.Town) -> None:
    assert [tries("principal", f"192.0.2.{n}") for n in range(5)] == [(200, False)] * 5
    assert tries("principal", "192.0.2.200") == (200, True)
    assert tries("teacher", "192.0.2.200") == (200, False)


def test_another_worker_process_counts_the_same_guesses(town: make.Town) -> None:
    for n in range(5):
        tries("principal", f"192.0.2.{n}")
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", ANOTHER_WORKER],
        cwd=root,
        env=_environment(root),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.stdout.split() == ["200", "True"], run.stderr


def _environment(root: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"}


def test_an_address_is_locked_after_ten_guesses_at_whichever_names(town: make.Town) -> None:
    assert [tries(f"nobody{n}", "192.0.2.7") for n in range(10)] == [(200, False)] * 10
    assert tries("principal", "192.0.2.7") == (200, True)
    assert tries("principal", "192.0.2.8") == (200, False)


def test_a_guesser_behind_a_proxy_cannot_write_a_new_address_for_each_guess(town: make.Town) -> None:
    for n in range(10):
        tries(f"nobody{n}", "192.0.2.7", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}")
    assert tries("principal", "192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.77") == (200, True)


def test_two_addresses_that_come_by_a_socket_of_both_kinds_are_two(town: make.Town) -> None:
    assert [tries(f"nobody{n}", "::ffff:192.0.2.7") for n in range(10)] == [(200, False)] * 10
    assert tries("principal", "::ffff:192.0.2.7") == (200, True)
    assert tries("principal", "::ffff:192.0.2.8") == (200, False)


def test_the_right_password_is_not_counted_as_a_guess(town: make.Town, password: tuple[str, str]) -> None:
    make.change(town.principal.by.account, password=password[1])
    form = {"login": "principal", "password": password[0]}
    assert [browser().post("/sign-in/", form).status_code for _ in range(7)] == [302] * 7


def at_once(*tries: tuple[str, str], address: str) -> list[tuple[int, bool]]:
    """Sign-ins of this name with this password, all at one moment from one address: status, and were they locked?"""
    from django.db import connections

    from fileroom.hosting import serving

    def one(login: str, given: str) -> tuple[int, bool]:
        with serving("alder_creek"):
            page = browser().post("/sign-in/", {"login": login, "password": given}, REMOTE_ADDR=address)
        connections.close_all()
        return page.status_code, "Too many" in page.content.decode()

    with ThreadPoolExecutor(len(tries)) as crowd:
        return list(crowd.map(one, *zip(*tries, strict=True)))


def test_of_two_who_sign_in_from_one_address_neither_waits_for_the_other_s_password(
    town: make.Town, password: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A school has one address, and everybody there signs in at eight."""
    from django.contrib.auth.base_user import AbstractBaseUser

    names = ("principal", "registrar")
    for name, who in zip(names, (town.principal, town.registrar), strict=True):
        assert who.by.account.sign_in_name == name
        make.change(who.by.account, password=password[1])
    both, checks = Barrier(2, timeout=10), AbstractBaseUser.check_password

    def meets(account: Any, given: str) -> bool:
        both.wait()  # breaks where one has to wait for the other to be done
        return checks(account, given)

    monkeypatch.setattr(AbstractBaseUser, "check_password", meets)
    assert at_once(*((name, password[0]) for name in names), address="192.0.2.7") == [(302, False)] * 2


def test_guesses_sent_at_one_moment_are_counted_each(town: make.Town) -> None:
    answers = at_once(*[("principal", "guess")] * 8, address="192.0.2.7")
    assert sum(locked for _, locked in answers) >= 3
    assert tries("principal", "192.0.2.8") == (200, True)


def test_so_many_tries_a_minute_from_one_address_and_no_more(town: make.Town) -> None:
    from django.test import override_settings

    with override_settings(ACCOUNT_RATE_LIMITS={"entrance": "2/m/ip", "login_failed": "", "login": ""}):
        assert [tries("principal", "192.0.2.7")[0] for _ in range(3)] == [200, 200, 429]
        assert tries("principal", "192.0.2.8")[0] == 200
        assert browser().get("/sign-in/", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_a_guess_whose_page_breaks_is_counted(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.base_user import AbstractBaseUser

    def breaks(account: Any, given: str) -> bool:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(AbstractBaseUser, "check_password", breaks)
        assert [tries("principal", f"192.0.2.{n}")[0] for n in range(5)] == [500] * 5
    assert tries("principal", "192.0.2.200") == (200, True)


def test_one_district_s_guesses_lock_nobody_out_of_another(town: make.Town, password: tuple[str, str]) -> None:
    from fileroom.hosting import serving
    from tests.attacks.browsing import ELSEWHERE

    with serving("mesa_verde"):
        there = make.town()
        make.change(there.principal.by.account, password=password[1])
    for n in range(5):
        tries("principal", f"192.0.2.{n}")
    assert tries("principal", "192.0.2.200") == (200, True)
    form = {"login": "principal", "password": password[0]}
    assert browser(host=ELSEWHERE).post("/sign-in/", form).status_code == 302
    assert browser(host=ELSEWHERE).post("/sign-in/", {**form, "password": "guess"}).status_code == 200


def test_what_is_remembered_says_neither_the_name_nor_the_address_and_is_soon_forgotten(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import recent
    from fileroom.people.models import Recent

    tries("principal", "192.0.2.7")
    with district_transaction():
        rows = list(Recent.objects.values_list("key", "value"))
        assert len(rows) >= 2
        assert not any("principal" in str(row) or "192.0.2.7" in str(row) for row in rows)
        recent.remember("x", value=1, at=AT, until=AT + timedelta(minutes=1))
        assert recent.recall("x", at=AT + timedelta(seconds=59)) == 1
        assert recent.recall("x", at=AT + timedelta(minutes=1)) is None
        recent.remember("y", value=1, at=AT + timedelta(days=400), until=AT + timedelta(days=401))
        assert Recent.objects.count() == 1


def test_only_one_is_first_until_it_is_over(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import recent

    soon = AT + timedelta(minutes=1)
    with district_transaction():
        assert recent.remember_first("x", value=1, at=AT, until=soon)
        assert not recent.remember_first("x", value=2, at=AT, until=soon)
        assert recent.remember_first("x", value=3, at=soon, until=soon + timedelta(minutes=1))
        assert recent.recall("x", at=soon) == 3
        assert recent.forget("x") and not recent.forget("x")


CLIENTS = [
    ("192.0.2.7", "", "", "192.0.2.7"),
    ("192.0.2.7", "198.51.100.1", "", "192.0.2.7"),
    ("192.0.2.7", "198.51.100.1", "192.0.2.7", "198.51.100.1"),
    ("192.0.2.7", "203.0.113.9, 198.51.100.1", "192.0.2.7", "198.51.100.1"),
    ("192.0.2.7", "203.0.113.9, 198.51.100.1", "192.0.2.7, 198.51.100.1", "203.0.113.9"),
    ("192.0.2.8", "198.51.100.1", "192.0.2.7", "192.0.2.8"),
    ("192.0.2.7", "198.51.100.1, nonsense", "192.0.2.7", "192.0.2.7"),
    ("192.0.2.7", "", "192.0.2.7", "192.0.2.7"),
    ("2001:db8::7", "2001:db8::1", "2001:db8::7", "2001:db8::1"),
    ("::ffff:192.0.2.7", "", "", "192.0.2.7"),
    ("::FFFF:192.0.2.7", "::ffff:198.51.100.1", "192.0.2.7", "198.51.100.1"),
]


@pytest.mark.parametrize(("remote", "told", "trusted", "client"), CLIENTS)
def test_the_ledger_believes_only_the_district_s_own_proxies(
    town: make.Town, remote: str, told: str, trusted: str, client: str
) -> None:
    from django.test import override_settings

    proxies = frozenset(filter(None, trusted.split(", ")))
    with override_settings(TRUSTED_PROXIES=proxies):
        browser(town.principal.by).get("/students/?q=ana", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=told)
    assert entries()[-1].actor.client == client


def test_a_guesser_with_a_whole_network_of_addresses_is_one_address_and_its_lock_one_line(town: make.Town) -> None:
    """One line to a house has as many IPv6 addresses as nobody can count."""
    for n in range(16):
        tries(f"nobody{n}", f"2001:db8:0:1::{n:x}")
    assert tries("principal", "2001:db8:0:1::ffff") == (200, True)
    assert [it.act.value for it in entries()].count("account:sign_in_locked") == 1
    assert tries("principal", "2001:db8:0:2::1") == (200, False)
