"""Whose account is closed learns no more from the sign-in page than a stranger; whoever leaves has left."""

from __future__ import annotations

import pytest

from fileroom.ledger.services import Act
from tests import factories as make
from tests.attacks.browsing import HOST, TOKEN, browser
from tests.disclosure.asking import entries

PAGE = "/sign-in/"


def told(login: str, given: str, **more: str) -> tuple[int, bytes, dict[str, str], set[str]]:
    """What the sign-in page answers: status, body, headers, names of its cookies."""
    page = browser().post(PAGE, {"login": login, "password": given}, **more)  # type: ignore[arg-type]
    body = TOKEN.sub(b"", page.content)
    headers = {name: value for name, value in page.items() if name not in ("Content-Length", "Expires")}
    return page.status_code, body, headers, set(page.cookies)


@pytest.mark.parametrize("name", ["registrar", "mother"])
def test_a_closed_account_is_told_of_its_right_password_what_it_is_told_of_a_wrong_one(
    town: make.Town, password: tuple[str, str], name: str
) -> None:
    account = {"registrar": town.registrar.by, "mother": town.mother.by}[name].account
    make.change(account, password=password[1], is_active=False)
    before = len(entries())
    assert told(name, password[0]) == told(name, "a wrong password")
    assert [it.act for it in entries()[before:]] == [Act.ACCOUNT_SIGN_IN_REFUSED] * 2
    assert [it.actor.account for it in entries()[before:]] == [None] * 2


def test_tries_at_a_closed_account_are_counted_as_guesses(town: make.Town, password: tuple[str, str]) -> None:
    make.change(town.registrar.by.account, password=password[1], is_active=False)
    pages = [told("registrar", password[0], REMOTE_ADDR=f"192.0.2.{n}")[1] for n in range(6)]
    assert [b"Too many" in page for page in pages] == [False] * 5 + [True]


@pytest.mark.parametrize("header", [{"HTTP_ACCEPT": "application/json"}, {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}])
def test_no_header_makes_the_sign_in_page_repeat_what_was_typed(town: make.Town, header: dict[str, str]) -> None:
    page = browser().post(PAGE, {"login": "registrar", "password": "what-was-typed"}, **header)  # type: ignore[arg-type]
    assert (page.status_code, page["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"what-was-typed" not in page.content


@pytest.mark.parametrize("method", ["head", "options", "put", "patch", "delete", "trace"])
def test_signing_in_and_out_is_done_by_the_forms_of_their_pages_and_by_nothing_else(
    town: make.Town, method: str
) -> None:
    office = browser(town.registrar.by)
    for page in (PAGE, "/sign-out/", "/leave/"):
        assert getattr(office, method)(page).status_code == 405, page
    assert office.get("/sign-out/").status_code == 200
    assert office.get("/").status_code == 200


def test_whoever_leaves_quickly_is_signed_out_and_the_ledger_says_so(town: make.Town) -> None:
    family = browser(town.mother.by)
    before = len(entries())
    assert family.post("/leave/").status_code == 302
    (line,) = entries()[before:]
    assert (line.act, line.actor.account) == (Act.ACCOUNT_SIGNED_OUT, town.mother.by.account.id)
    assert family.get("/family/").status_code == 302
    assert family.post("/leave/").status_code == 302
    assert len(entries()) == before + 1


def test_a_page_of_before_the_last_sign_in_leaves_as_well(town: make.Town) -> None:
    family = browser(town.mother.by, csrf=True)
    assert family.post("/leave/", {"csrfmiddlewaretoken": "of another sign-in"}).status_code == 302
    assert family.get("/family/").status_code == 302


def test_another_site_signs_nobody_out(town: make.Town) -> None:
    """Its form comes without the session's cookie: the browser holds it back."""
    from django.conf import settings

    assert settings.SESSION_COOKIE_SAMESITE in ("Lax", "Strict")
    office = browser(town.registrar.by, csrf=True)
    assert office.post("/sign-out/", HTTP_ORIGIN="https://evil.test").status_code == 403
    assert office.get("/").status_code == 200


@pytest.mark.parametrize("host", [f"{HOST}\x00", f"\x00{HOST}", f"{HOST}\n", "\x7f"])
def test_a_host_that_cannot_be_is_no_district(town: make.Town, host: str) -> None:
    assert browser().get(PAGE, HTTP_HOST=host).status_code == 404
