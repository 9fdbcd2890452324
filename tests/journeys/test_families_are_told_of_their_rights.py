"""The annual notice is adopted, read on a phone in Spanish and acknowledged; the regulation is adopted, a setting
changes, and it is adopted again; and the policy page counts both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import PASSWORD, SCREENSHOTS, Site, photograph
from tests.journeys.evidence import sentence, stands
from tests.letters.test_letters import text_of
from tests.screening.files import bytes_of, pdf

pytestmark = pytest.mark.browser
FETCH = "async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer()))"
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
PHONE = {"width": 360, "height": 780}


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A telephone whose owner reads Spanish."""
    context = chromium.new_context(locale="es-US", viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def round_() -> None:
    """What the program does each hour."""
    from fileroom.programmes.notices.sending import open_owed

    open_owed(at=datetime.now(UTC))


def says(page: Page, site: Site, name: str, english: str, spanish: str = "") -> None:
    """Say one thing of the district."""
    page.goto(f"{site.address}/notices/settings/")
    card = page.locator(f"#{name}")
    card.locator("[name=en]").fill(english)
    if spanish:
        card.locator("[name=es]").fill(spanish)
    card.get_by_role("button", name="Keep").click()
    expect(page.locator(f"#{name}").get_by_text(re.compile("^Said Today"))).to_be_visible()


def says_everything(page: Page, site: Site) -> None:
    says(page, site, "copy_cost", "10")
    says(page, site, "prospectus", "Ask at the office of your school.", "Pídalo en la oficina de su escuela.")
    says(page, site, "content_of_48980_o", "The words that counsel gave for it.", "Las palabras que dio el abogado.")
    says(page, site, "guide_address", "https://www.alder-creek.test/know-your-rights")


def test_a_notice_is_adopted_read_on_a_phone_in_spanish_and_acknowledged(
    signed_in: Callable[[str], Page], site: Site, phone: Page, tmp_path: Path
) -> None:
    desk = signed_in("custodian")
    round_()
    desk.goto(f"{site.address}/")
    expect(desk.get_by_role("heading", name="The annual notice to families").first).to_be_visible()
    desk.goto(f"{site.address}/programmes/")
    desk.get_by_role("link", name=re.compile("^Annual notice")).click()
    expect(desk.get_by_text("Not adopted", exact=True)).to_be_visible()
    photograph(desk, "notices-before")
    clean(desk)
    desk.get_by_role("link", name="Read the draft").click()
    expect(desk.get_by_text("The notice lacks").first).to_be_visible()
    expect(desk.get_by_role("button", name="adopt it")).to_have_count(0)
    photograph(desk, "notices-draft-lacking")
    clean(desk)

    says_everything(desk, site)
    photograph(desk, "notices-settings")
    clean(desk)
    desk.goto(f"{site.address}/notices/text/")
    photograph(desk, "notices-draft")
    clean(desk)
    desk.get_by_role("button", name="I have read it: adopt it").click()
    expect(desk.get_by_text("Adopted", exact=True)).to_be_visible()

    phone.goto(f"{site.address}/sign-in/")
    phone.locator("input[name=login]").fill("parent")
    phone.locator("input[name=password]").fill(PASSWORD)
    phone.get_by_role("button", name="Iniciar sesión").click()
    phone.get_by_role("link", name=re.compile("^Avisos Sus derechos")).click()
    expect(phone.get_by_role("heading", name="Su derecho a ver el expediente")).to_be_visible()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    phone.screenshot(path=SCREENSHOTS / "family-notices-es.png", full_page=True)
    clean(phone)
    link = phone.get_by_role("link", name=re.compile("^Español")).get_attribute("href")
    said = text_of(bytes(phone.evaluate(FETCH, link)))
    assert "Sus derechos en los expedientes" in said and "$0.10" in said
    found = CODE.search(said)
    assert found
    phone.get_by_role("button", name="Tengo este aviso").first.click()
    expect(phone.get_by_text("Usted dijo que lo tiene").first).to_be_visible()
    phone.set_viewport_size(PHONE)  # type: ignore[arg-type]
    phone.screenshot(path=SCREENSHOTS / "family-notices-acknowledged-es.png", full_page=True)
    clean(phone)
    phone.get_by_role("button", name="Desde ahora por medios electrónicos").click()
    expect(phone.get_by_text("Usted pidió los avisos por medios electrónicos")).to_be_visible()

    anyone = desk.context.browser.new_page() if desk.context.browser else desk
    anyone.goto(f"{site.address}/annual-notice/")
    expect(anyone.get_by_role("heading", name="Your right to see the records")).to_be_visible()
    photograph(anyone, "public-annual-notice")
    clean(anyone)
    anyone.goto(f"{site.address}/check/")
    anyone.get_by_label("Code").fill(found.group())
    anyone.get_by_role("button", name="Check it").click()
    expect(anyone.get_by_text(re.compile("Your rights in student records")).first).to_be_visible()

    desk.goto(f"{site.address}/notices/")
    photograph(desk, "notices")
    clean(desk)
    desk.get_by_role("link", name=re.compile("Elementary")).first.click()
    photograph(desk, "notices-school")
    clean(desk)
    desk.get_by_role("button", name="Note that it went").click()
    expect(desk.get_by_text(re.compile(r"^Families told: \d"))).to_be_visible()
    desk.get_by_role("link", name="Told, not signed").click()
    desk.get_by_text("It did not reach them").first.click()
    photograph(desk, "notices-school-came-back")
    clean(desk)
    desk.get_by_role("button", name="They are to be told again").first.click()
    expect(desk.get_by_text(re.compile(r"^Families to be told again: \d"))).to_be_visible()
    desk.get_by_role("button", name="Handed over today").first.click()
    desk.get_by_role("link", name="Told, not signed").click()
    desk.get_by_role("button", name="The card is signed").first.click()
    desk.get_by_role("link", name="Told", exact=True).click()
    expect(desk.get_by_text("Signed", exact=True).first).to_be_visible()
    photograph(desk, "notices-school-told")
    clean(desk)

    desk.goto(f"{site.address}/policy/evidence/notices.adopted/")
    expect(desk.get_by_text("Running").first).to_be_visible()
    photograph(desk, "evidence-notices")
    clean(desk)


def test_a_language_is_owed_by_one_school_until_its_translation_is_there(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    desk = signed_in("custodian")
    says_everything(desk, site)
    desk.goto(f"{site.address}/notices/text/")
    desk.get_by_role("button", name="I have read it: adopt it").click()
    desk.get_by_role("link", name="Counts by school, and translations").click()
    first = desk.get_by_role("region").filter(has_text="Not counted").first
    first.get_by_text("Enter the count").click()
    first.get_by_label("All students of the census").fill("400")
    for row, (language, speak) in enumerate((("Vietnamese", "66"), ("Armenian", "20"))):
        first.get_by_label("Language").nth(row).select_option(label=language)
        first.get_by_label("Speak it").nth(row).fill(speak)
    photograph(desk, "notices-languages-counting")
    clean(desk)
    first.get_by_role("button", name="Keep this count").click()
    expect(desk.get_by_text("Owed", exact=True)).to_have_count(1)
    photograph(desk, "notices-languages")
    clean(desk)
    expect(desk.get_by_text("As far as practicable", exact=True)).to_have_count(1)
    stands(desk, site, 3, "Attention", "1 is not there yet")
    desk.goto(f"{site.address}/notices/languages/")
    paper = tmp_path / "vi.pdf"
    paper.write_bytes(bytes_of(pdf("Quyen cua quy vi doi voi ho so hoc sinh.")))
    desk.locator("#translation-language").select_option(label="Vietnamese")
    desk.get_by_label("The PDF").set_input_files(paper)
    desk.get_by_role("button", name="Attach it").click()
    expect(desk.get_by_text("Owed", exact=True)).to_have_count(0)
    expect(desk.get_by_text("There", exact=True)).to_be_visible()
    photograph(desk, "notices-languages-there")
    clean(desk)
    third = sentence(desk, site, 3)
    expect(third).to_contain_text(re.compile(r"1 of 1\s*languages that a school writes home in too"))
    expect(third).not_to_contain_text("is not there yet")


def test_the_regulation_is_adopted_a_setting_changes_and_it_is_adopted_again(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("custodian")
    says_everything(desk, site)
    desk.goto(f"{site.address}/programmes/")
    desk.get_by_role("link", name=re.compile("^Administrative regulation")).click()
    photograph(desk, "regulation-draft")
    clean(desk)
    desk.get_by_role("button", name="I have read it: adopt it").click()
    expect(desk.get_by_text("Adopted", exact=True)).to_be_visible()
    link = desk.get_by_role("link", name=re.compile("version 1")).get_attribute("href")
    said = " ".join(text_of(bytes(desk.evaluate(FETCH, link))).split())
    assert "charged $0.10" in said and "Ed. Code 49069.7" in said

    says(desk, site, "copy_cost", "25")
    desk.goto(f"{site.address}/policy/evidence/regulation.adopted/")
    expect(desk.get_by_text("Attention").first).to_be_visible()
    expect(desk.get_by_text("1 thing that it quotes has changed since").first).to_be_visible()
    photograph(desk, "regulation-attention")
    clean(desk)
    desk.goto(f"{site.address}/regulation/")
    expect(desk.get_by_role("definition")).to_contain_text("$0.25")
    photograph(desk, "regulation-changed")
    clean(desk)
    desk.get_by_role("button", name="I have read it: adopt it again").click()
    expect(desk.get_by_text("says what is so")).to_be_visible()
    photograph(desk, "regulation-adopted-again")
    clean(desk)
    desk.goto(f"{site.address}/policy/evidence/regulation.adopted/")
    expect(desk.get_by_text("Running").first).to_be_visible()


def test_a_delegate_acts_in_what_was_delegated(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    teacher = signed_in("teacher")
    teacher.goto(f"{site.address}/notices/settings/")
    expect(teacher.get_by_role("button", name="Keep")).to_have_count(0)
    desk.goto(f"{site.address}/delegations/")
    photograph(desk, "delegations-none")
    clean(desk)
    desk.get_by_label("To whom").select_option(label="Tunde Abara")
    desk.get_by_text("The annual notice: what the district says").click()
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_text("Holds", exact=True)).to_be_visible()
    photograph(desk, "delegations")
    clean(desk)
    teacher.reload()
    expect(teacher.get_by_role("button", name="Keep").first).to_be_visible()
    expect(sentence(desk, site, 2)).to_contain_text("1 delegation holds: who acts for the Superintendent")
    desk.goto(f"{site.address}/delegations/")
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_text("Over", exact=True)).to_be_visible()
    expect(sentence(desk, site, 2)).to_contain_text("0 delegations hold: who acts for the Superintendent")
    teacher.reload()
    expect(teacher.get_by_role("button", name="Keep")).to_have_count(0)
