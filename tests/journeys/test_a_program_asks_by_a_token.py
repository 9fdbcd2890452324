"""A token is made for a program, used, and withdrawn: its key is seen once, and then by nobody."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Callable
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]


def asks(site: Site, key: str, path: str) -> tuple[int, dict[str, object]]:
    """What the program is answered, over the network."""
    status, _, body = answer(site, key, path)
    return status, json.loads(body)


def answer(site: Site, key: str, path: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """The same as it came: status, headers, body."""
    host = site.address.removeprefix("http://")
    here = f"http://127.0.0.1:{host.partition(':')[2]}/api/v1{path}"
    request = urllib.request.Request(here, headers={"Host": host, "Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request) as answered:
            return answered.status, answered.headers.items(), answered.read()
    except HTTPError as refused:
        return refused.code, refused.headers.items(), refused.read()


def offers(office: Page, label: str, owner: str, *uses: str) -> None:
    """The form of a token is filled in and sent: nobody has its key yet."""
    office.get_by_label("Which program uses it?").fill(label)
    asked = office.get_by_label("In whose name?")
    asked.select_option(asked.locator("option", has_text=owner).first.get_attribute("value"))
    for use in uses:
        office.get_by_role("group", name="What may it be used for").get_by_text(use).click()
    office.get_by_role("button", name="Make it").click()
    expect(office.get_by_role("heading", name="Now its owner accepts it")).to_be_visible()


def accepts(owner: Page, label: str) -> str:
    """Whoever it asks for accepts it, on the page of their tokens: the key that is shown once."""
    owner.get_by_role("button", name=re.compile(f"Accept it, and show the key once.*{label}")).click()
    expect(owner.get_by_role("heading", name="Copy the key now")).to_be_visible()
    return owner.get_by_label("The key").inner_text().strip()


def test_a_token_is_offered_accepted_shown_once_used_and_withdrawn(signed_in: SignIn, site: Site) -> None:
    office, owner = signed_in("custodian"), signed_in("registrar")
    office.goto(f"{site.address}/programmes/")
    office.get_by_role("link", name=re.compile("Tokens")).click()
    photograph(office, "tokens-first")
    clean(office)
    office.get_by_role("button", name="Make it").click()
    expect(office.get_by_role("alert").first).to_contain_text("Choose at least one.")
    photograph(office, "tokens-problem")
    clean(office)
    label = "Library system, nightly"
    offers(office, label, "Ocampo", "Find students by name", "Ask whom one may write to today")
    photograph(office, "tokens-offered")
    clean(office)
    owner.goto(f"{site.address}/tokens/")
    photograph(owner, "tokens-to-accept")
    clean(owner)
    key = accepts(owner, label)
    photograph(owner, "tokens-made")
    clean(owner)

    status, me = asks(site, key, "/me")
    assert (status, me["scopes"]) == (200, ["contacts:list", "students:search"])
    status, _ = asks(site, key, f"/students/{site.ana}/contacts?purpose=educational_interest")
    assert status in (200, 404)
    assert asks(site, key, f"/students/{site.ana}?purpose=educational_interest")[0] == 403

    office.get_by_role("link", name="Tokens").first.click()
    row = office.get_by_role("listitem").filter(has_text=label)
    expect(row).to_contain_text("Holds")
    expect(row).to_contain_text(key[: len("fileroom_") + 10])
    assert key not in office.content()
    photograph(office, "tokens-register")
    clean(office)
    row.get_by_role("button", name="Withdraw").click()
    expect(row).to_contain_text("Withdrawn")
    assert asks(site, key, "/me")[0] == 401
    photograph(office, "tokens-withdrawn")
    clean(office)


def test_an_employee_sees_their_own_and_makes_none(signed_in: SignIn, site: Site) -> None:
    teacher = signed_in("teacher")
    teacher.goto(f"{site.address}/tokens/")
    expect(teacher.get_by_role("heading", name="Yours")).to_be_visible()
    expect(teacher.get_by_role("heading", name="Make a token")).to_have_count(0)
    photograph(teacher, "tokens-of-a-teacher")
    clean(teacher)
