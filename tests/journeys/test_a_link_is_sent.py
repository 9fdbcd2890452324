"""The office sends a record by a secure link; a mother opens it on her telephone, in Spanish, with the code that she
was told; a court's order is handed in against her, and her next try finds what a stranger's finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.attacks.browsing import TOKEN
from tests.casework.mailing import MailServer, mail_server
from tests.casework.waiting import post_to, token_in
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import sentence
from tests.journeys.test_an_order_is_handed_in import PAPER, fills

pytestmark = pytest.mark.browser


@pytest.fixture
def smtp() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A telephone of 360 px whose owner reads Spanish."""
    context = chromium.new_context(locale="es-MX", viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def goes_round(smtp: MailServer, site: Site) -> int:
    """One round of sending, as the program goes every few seconds."""
    from fileroom.casework.sending import Site as Sends
    from fileroom.casework.sending import look_round
    from fileroom.programmes.outgoing import ABOVE

    here = Sends("Alder Creek", "(559) 555-0134", site.address)
    return look_round(post_to(smtp), here, ABOVE, clock=lambda: datetime.now(UTC) + timedelta(seconds=1))


def make_link(desk: Page, site: Site, student: str = "", whom: str = "Rosa Torres, parent") -> str:
    """The registrar sends a child's immunization card (Ana's) to a mother; the code to be told."""
    desk.goto(f"{site.address}/students/{student or site.ana}/")
    desk.get_by_role("link", name="Immunization").first.click()
    desk.get_by_role("link", name="Send by a secure link").click()
    desk.get_by_role("button", name="Make the link").click()
    expect(desk.get_by_role("heading", name="Not made yet")).to_be_visible()
    desk.get_by_text(whom).click()
    desk.get_by_text("Spanish", exact=True).click()
    photograph(desk, "links-new")
    clean(desk)
    desk.get_by_role("button", name="Make the link").click()
    expect(desk.get_by_text("the code is for them alone").first).to_be_visible()
    desk.locator("label", has_text="I know who they are").click()
    desk.get_by_role("button", name="Make the link").click()
    expect(desk.get_by_role("heading", name="Tell them this code")).to_be_visible()
    photograph(desk, "links-made")
    clean(desk)
    return desk.locator(".told-code b").inner_text()


def opens(phone: Page, address: str, code: str) -> None:
    phone.goto(address)
    phone.get_by_label("Clave de la oficina").fill(code)
    phone.get_by_role("button", name="Abrirlo").click()


def hand_in_an_order(
    desk: Page, site: Site, folder: Path, student: str = "", whom: str = "Rosa Torres (parent)"
) -> None:
    paper = folder / "order.txt"
    paper.write_bytes(PAPER)
    desk.goto(f"{site.address}/students/{student or site.ana}/")
    desk.get_by_role("link", name="A court’s order was handed in").click()
    fills(desk, whom)
    desk.get_by_label("The order", exact=True).set_input_files(paper)
    desk.get_by_label("Pages handed in").fill("4")
    desk.get_by_role("button", name="File it, and make the receipt").click()
    expect(desk.get_by_role("heading", name="This order is in force")).to_be_visible()


def shown(page: Page, token: str) -> str:
    """The page as it stands, but for the form's token and the address typed."""
    page.wait_for_load_state()
    body = TOKEN.sub(b"", page.content().encode()).decode()
    return body.replace(token, "-")


def test_a_link_opens_until_an_order_says_no_and_then_nothing_hints(
    signed_in: Callable[[str], Page], site: Site, smtp: MailServer, phone: Page, tmp_path: Path
) -> None:
    desk = signed_in("registrar")
    code = make_link(desk, site)
    assert goes_round(smtp, site) == 1
    token = token_in(smtp)
    address = f"{site.address}/open/{token}/"
    phone.goto(address)
    expect(phone.get_by_role("heading", name="Algo le espera")).to_be_visible()
    photograph(phone, "links-open")
    clean(phone)
    phone.set_viewport_size({"width": 360, "height": 740})
    opens(phone, address, code)
    expect(phone.locator("dl.contents")).to_be_visible()
    photograph(phone, "links-opened")
    clean(phone)

    second = make_link(desk, site)
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="Immunization").first.click()
    expect(desk.get_by_role("heading", name="Open links")).to_be_visible()
    photograph(desk, "record-open-links")
    expect(desk.get_by_role("button", name=re.compile("Take it back.*Rosa Torres"))).to_have_count(2)
    clean(desk)
    desk.goto(f"{site.address}/outgoing/")
    expect(desk.get_by_text("Waiting", exact=True)).to_be_visible()
    photograph(desk, "outgoing")
    clean(desk)
    hand_in_an_order(desk, site, tmp_path)

    opens(phone, address, code)
    expect(phone.get_by_role("heading", name="Esto no se abre")).to_be_visible()
    refused = shown(phone, token)  # before axe, which leaves its marks on a page
    photograph(phone, "links-not-open")
    clean(phone)
    opens(phone, f"{site.address}/open/{'0' * 64}/", second)
    expect(phone.get_by_role("heading", name="Esto no se abre")).to_be_visible()
    assert shown(phone, "0" * 64) == refused, "as a link that never was"
    assert not re.search("orden|juez|tribunal|Ana|Torres", re.sub("<[^>]+>", " ", refused))

    assert goes_round(smtp, site) == 0
    assert len(smtp.taken) == 1
    keeper = signed_in("principal")
    keeper.goto(f"{site.address}/programmes/")
    keeper.get_by_role("link", name=re.compile("^Outgoing")).click()
    keeper.get_by_role("link", name=re.compile("^Not sent: 1")).click()
    expect(keeper.get_by_text("by what is on file now it may not go")).to_be_visible()
    photograph(keeper, "outgoing-kept-back")
    clean(keeper)
    keeper.goto(site.address)
    expect(keeper.get_by_role("heading", name="A message to a family did not go")).to_be_visible()
    keeper.get_by_role("link", name="Look at it").first.click()
    photograph(keeper, "outgoing-mail")
    clean(keeper)
    expect(sentence(keeper, site, 16)).to_contain_text("1 message sent, each decided again at that moment")
    keeper.go_back()
    keeper.get_by_role("button", name="Take it back").click()
    expect(keeper.get_by_role("heading", name="Outgoing")).to_be_visible()
