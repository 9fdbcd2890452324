"""Wrong guesses made elsewhere do not keep a family out of the browser in which it has signed in before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

COOKIE = "fileroom_known"


@pytest.fixture
def town(district: str, password: tuple[str, str]) -> make.Town:
    town = make.town()
    for person in (town.mother, town.principal):
        make.change(person.by.account, password=password[1])
    return town


@pytest.fixture
def home(town: make.Town, password: tuple[str, str]) -> Client:
    """The mother's own browser, from which she has signed in and out again."""
    home = browser()
    assert signs_in(home, "mother", password[0]) == "in"
    home.post("/sign-out/")
    return home


def signs_in(client: Client, name: str, password: str, *, address: str = "192.0.2.50") -> str:
    """What becomes of it: in, wrong, locked."""
    page: HttpResponse = client.post(  # type: ignore[assignment]  # the client's own class of answers
        "/sign-in/", {"login": name, "password": password}, REMOTE_ADDR=address
    )
    if page.status_code == 302:
        return "in"
    return "locked" if "Too many" in page.content.decode() else "wrong"


def somebody_guesses(name: str, times: int = 5) -> None:
    for n in range(times):
        signs_in(browser(), name, "guess", address=f"198.51.100.{n}")


def test_a_browser_that_signed_in_before_is_let_in_while_the_name_is_locked(
    home: Client, password: tuple[str, str]
) -> None:
    somebody_guesses("mother")
    assert signs_in(browser(), "mother", password[0]) == "locked"
    assert signs_in(home, "mother", password[0]) == "in"


def test_a_known_browser_has_its_own_five_guesses_and_no_more(home: Client, password: tuple[str, str]) -> None:
    somebody_guesses("mother")
    assert [signs_in(home, "mother", "guess", address=f"203.0.113.{n}") for n in range(6)] == ["wrong"] * 5 + ["locked"]
    assert signs_in(home, "mother", password[0]) == "locked"


def test_the_limit_of_an_address_holds_for_known_browsers_too(home: Client, password: tuple[str, str]) -> None:
    for n in range(10):
        signs_in(browser(), f"nobody{n}", "guess", address="192.0.2.50")
    assert signs_in(home, "mother", password[0]) == "locked"
    assert signs_in(home, "mother", password[0], address="192.0.2.51") == "in"


def test_a_browser_is_known_for_the_account_opened_in_it_alone(home: Client, password: tuple[str, str]) -> None:
    somebody_guesses("principal")
    assert signs_in(home, "principal", password[0]) == "locked"


def test_two_accounts_opened_in_one_browser_are_both_known(home: Client, password: tuple[str, str]) -> None:
    assert signs_in(home, "principal", password[0]) == "in"
    home.post("/sign-out/")
    for name in ("mother", "principal"):
        somebody_guesses(name)
        assert signs_in(home, name, password[0]) == "in"
        home.post("/sign-out/")


def test_a_new_password_ends_what_browsers_were_known_for(town: make.Town, home: Client) -> None:
    from django.contrib.auth.hashers import make_password

    make.change(town.mother.by.account, password=make_password("another private phrase"))
    somebody_guesses("mother")
    assert signs_in(home, "mother", "another private phrase") == "locked"


@pytest.mark.parametrize("forged", ["", "x", "CUT", "OTHER"])
def test_a_cookie_that_was_made_up_or_altered_makes_no_browser_known(
    town: make.Town, home: Client, password: tuple[str, str], forged: str
) -> None:
    genuine = home.cookies[COOKIE].value
    home.cookies[COOKIE] = {"CUT": genuine[:-3], "OTHER": genuine.replace(genuine[4], "A", 1)}.get(forged, forged)
    somebody_guesses("mother")
    assert signs_in(home, "mother", password[0]) == "locked"


def test_it_is_known_for_180_days(town: make.Town, home: Client) -> None:
    from django.test import RequestFactory
    from django.utils import timezone

    from fileroom.people import accounts
    from fileroom.web import known

    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = home.cookies[COOKIE].value
    account, today = accounts.named("mother"), timezone.localdate()
    assert account is not None
    mother = accounts.as_it_stands(account)
    assert known.mark_of(request, mother, on=today + timedelta(days=179))
    assert not known.mark_of(request, mother, on=today + timedelta(days=180))


def test_the_cookie_opens_nothing_and_no_script_reads_it(home: Client, town: make.Town) -> None:
    cookie = home.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 180 * 24 * 3600)
    assert str(town.mother.by.account.id) not in cookie.value
    assert home.get("/family/").status_code == 302


def test_a_wrong_password_makes_no_browser_known(town: make.Town) -> None:
    stranger = browser()
    assert signs_in(stranger, "mother", "guess") == "wrong"
    assert COOKIE not in stranger.cookies


def locks() -> list[tuple[str, str]]:
    return [(it.part, it.actor.client) for it in entries() if it.act.value == "account:sign_in_locked"]


def test_a_lock_is_one_entry_however_often_it_is_tried(town: make.Town) -> None:
    somebody_guesses("mother", times=5)
    assert locks() == []
    for _ in range(4):
        assert signs_in(browser(), "mother", "guess") == "locked"
    assert locks() == [("name", "192.0.2.50")]
    somebody_guesses("principal", times=6)
    assert [part for part, _ in locks()] == ["name", "name"]


def test_an_address_that_is_locked_is_one_entry_whichever_names_it_tries(town: make.Town) -> None:
    for n in range(14):
        signs_in(browser(), f"nobody{n}", "guess", address="192.0.2.7")
    assert locks() == [("address", "192.0.2.7")]


def test_the_spelling_of_a_name_buys_no_more_guesses(town: make.Town) -> None:
    spelt = ["mother", "MOTHER", "Mother", "mOTHER", "moTHer", "motheR"]
    tried = [signs_in(browser(), name, "guess", address=f"198.51.100.{n}") for n, name in enumerate(spelt)]
    assert tried == ["wrong"] * 5 + ["locked"]
