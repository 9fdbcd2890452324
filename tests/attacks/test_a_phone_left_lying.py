"""A family's session ends when nobody uses it, whatever the browser does; the office's lasts its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests import factories as make
from tests.attacks.browsing import browser

if TYPE_CHECKING:
    from django.test import Client


def signed_in(who: make.Staffed | make.Related, password: tuple[str, str]) -> Client:
    """A browser in which somebody has typed name and password."""
    make.change(who.by.account, password=password[1])
    client = browser()
    done = client.post("/sign-in/", {"login": who.by.account.sign_in_name, "password": password[0]})
    assert done.status_code == 302
    return client


def lies(owner: Any, minutes: int) -> None:
    """So long passes for every session there is, and for the hour at which it ends."""
    owner.execute("UPDATE django_session SET expire_date = expire_date - make_interval(mins => %s)", [minutes])


def test_a_familys_session_lasts_from_one_use_to_the_next(
    town: make.Town, password: tuple[str, str], owner: Any
) -> None:
    family = signed_in(town.mother, password)
    for _ in range(3):
        lies(owner, 11)
        assert family.get("/family/").status_code == 200
    lies(owner, 11)
    assert family.get("/here/").status_code == 204
    lies(owner, 11)
    assert family.get("/family/").status_code == 200
    lies(owner, 12)
    assert family.get("/here/").status_code == 204
    assert "/sign-in/" in family.get("/family/")["Location"]


def test_however_much_it_is_used_it_ends_after_a_day_of_work(
    town: make.Town, password: tuple[str, str], owner: Any
) -> None:
    from fileroom.web.sessions import ENDS

    family = signed_in(town.mother, password)
    session = family.session
    session[ENDS] -= 8 * 3600 - 60
    session.save()
    assert family.get("/family/").status_code == 200
    lies(owner, 2)
    assert family.get("/family/").status_code == 302


def test_it_ends_with_the_browser_too(town: make.Town, password: tuple[str, str]) -> None:
    family = signed_in(town.mother, password)
    family.get("/family/")
    assert family.cookies["fileroom_session"]["max-age"] == ""


def test_the_office_is_not_sent_away_in_the_middle_of_its_work(
    town: make.Town, password: tuple[str, str], owner: Any
) -> None:
    office = signed_in(town.registrar, password)
    lies(owner, 7 * 60)
    assert office.get("/").status_code == 200
    lies(owner, 61)
    assert office.get("/").status_code == 302


def test_who_has_left_is_not_kept(town: make.Town, password: tuple[str, str]) -> None:
    family = signed_in(town.mother, password)
    family.post("/leave/")
    assert family.get("/here/").status_code == 204
    assert family.get("/family/").status_code == 302
