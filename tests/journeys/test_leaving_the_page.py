"""A family leaves at once, however slow the server is; and a phone left lying leaves by itself, asleep or not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]
AWAY = re.compile("weather.gov")
MINUTE = 60 * 1000  # milliseconds
SOON = 15_000  # for a busy machine; at once, for whoever leaves


@pytest.fixture
def home(signed_in: SignIn) -> Page:
    """The parent's first page, in a browser whose clock the test holds. The neutral page is not fetched."""
    page = signed_in("parent")
    page.route(AWAY, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page.clock.install()
    page.reload()
    return page


def test_leaving_does_not_wait_for_the_server(home: Page) -> None:
    held: list[Route] = []
    home.route("**/leave/", lambda route: held.append(route))
    home.keyboard.press("Escape")
    home.keyboard.press("Escape")
    home.wait_for_timeout(100)
    home.clock.fast_forward(1000)
    home.wait_for_url(AWAY, timeout=SOON)
    assert len(held) == 1, "the server was asked, and has not answered"


def test_who_leaves_is_signed_out(home: Page, site: Site) -> None:
    home.get_by_role("button", name="Leave quickly").click()
    home.wait_for_url(AWAY, timeout=SOON)
    for _ in range(20):  # the page does not wait for the server: the test does
        home.wait_for_timeout(500)
        home.goto(f"{site.address}/family/")
        if "sign-in" in home.url:
            break
    expect(home).to_have_url(re.compile("sign-in"))


def test_on_a_slow_line_the_going_is_not_begun_again(home: Page) -> None:
    asked: list[Route] = []
    home.unroute(AWAY)
    home.route(AWAY, lambda route: asked.append(route))
    home.get_by_role("button", name="Leave quickly").click(no_wait_after=True)
    home.wait_for_timeout(1000)
    assert len(asked) == 1, "the neutral page is asked for once, and is still coming"
    asked[0].fulfill(body="<title>Weather</title>", content_type="text/html")
    home.wait_for_url(AWAY, timeout=SOON)


def test_a_phone_that_slept_for_hours_asks_nobody_whether_they_are_still_there(home: Page) -> None:
    home.clock.fast_forward(180 * MINUTE)
    home.wait_for_url(AWAY, timeout=SOON)


def test_the_touch_that_wakes_a_phone_is_no_sign_that_its_owner_is_there(home: Page) -> None:
    home.clock.set_system_time(home.evaluate("Date.now()") + 180 * MINUTE)  # no timer ran: they stood still
    home.mouse.click(5, 300)
    home.wait_for_timeout(100)
    home.clock.fast_forward(1000)
    home.wait_for_url(AWAY, timeout=SOON)


def test_a_page_in_use_stays_and_one_left_lying_asks_first(home: Page, site: Site) -> None:
    still_there = home.get_by_role("dialog", name="Are you still there?")
    home.clock.fast_forward(9 * MINUTE)
    with home.expect_request("**/here/"):
        home.mouse.click(5, 300)
    home.clock.fast_forward(9 * MINUTE)
    expect(still_there).to_be_hidden()
    home.clock.fast_forward(MINUTE + 1000)
    with home.expect_request("**/here/"):
        home.get_by_role("button", name="Stay signed in").click()
    home.clock.fast_forward(9 * MINUTE)
    expect(still_there).to_be_hidden()
    home.clock.fast_forward(MINUTE + 1000)
    expect(still_there).to_be_visible()
    home.clock.fast_forward(MINUTE)
    home.wait_for_url(AWAY, timeout=SOON)
