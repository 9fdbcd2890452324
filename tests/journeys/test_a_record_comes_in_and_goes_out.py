"""The spine, walked through a browser: filed at the counter, seen by the parent, refused to others, proved to all."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

import fileroom_verify
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]

NOTHING = (
    "No file is open to this account online. This has several ordinary causes. "
    "Call Student Records (559) 555-0134; you may ask for a written answer."
)


def acts(student: str) -> list[tuple[str, str, str]]:
    """(act, role, part) of the student's open log, oldest first."""
    from fileroom.ledger import queries

    noted = queries.entries_of(UUID(student))
    return [(it.event.act.value, it.event.actor.role, it.event.part) for it in reversed(noted)]


def file_birth_verification(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/students/")
    page.get_by_role("main").get_by_role("searchbox").or_(page.locator("#find")).first.fill("torres")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ana").first.click()
    page.get_by_role("link", name="File a document").click()
    page.get_by_role("link", name="How the birth date was verified").click()
    page.locator("[name=method]").select_option("certified_birth_record")
    page.locator("[name=seen_on]").fill("2026-11-20")
    page.get_by_role("button", name="File it").click()


def test_what_the_registrar_files_the_parent_opens_and_finds_in_the_list(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    photograph(desk, "today")
    file_birth_verification(desk, site)
    expect(desk.get_by_role("heading", name="Filed: How the birth date was verified")).to_be_visible()
    photograph(desk, "filed")
    assert ("record:collected", "registrar", "birth_date_verification") in acts(site.ana)

    home = signed_in("parent")
    photograph(home, "family")
    home.get_by_role("link", name="Open the file").click()
    photograph(home, "family-file")
    home.get_by_role("link", name="How the birth date was verified").click()
    expect(home.get_by_text("Certified copy of a birth record")).to_be_visible()
    photograph(home, "family-record")
    assert ("record:inspected", "parent", "birth_date_verification") in acts(site.ana)

    home.get_by_role("link", name="Who has looked").click()
    expect(home.get_by_text("Filed a record: How the birth date was verified")).to_be_visible()
    expect(home.get_by_text("Saw a record: How the birth date was verified")).to_be_visible()
    photograph(home, "family-looked")
    assert acts(site.ana)[-1] == ("log:viewed", "parent", "log")


def test_the_same_list_is_read_in_spanish(signed_in: SignIn, site: Site) -> None:
    home = signed_in("parent")
    home.get_by_role("button", name="Español").or_(home.get_by_role("link", name="Español")).first.click()
    home.goto(f"{site.address}/family/{site.ana}/looked/")
    expect(home.get_by_role("heading", name="Quién ha visto el expediente")).to_be_visible()
    expect(home.locator("html")).to_have_attribute("lang", "es")
    photograph(home, "family-looked-es")


def test_a_restrained_parent_gets_the_page_that_every_account_without_a_file_gets(
    signed_in: SignIn, site: Site
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Contact

    with district_transaction():
        stranger = Contact.objects.create(given="Nobody", family="Linked", search_name="nobody linked")
        account = Account(sign_in_name="unlinked", contact=stranger)
        account.set_password("fileroom-demo-2026")
        account.save(force_insert=True)
    words = []
    for name in ("restrained", "unlinked"):
        page = signed_in(name)
        expect(page.get_by_text(NOTHING)).to_be_visible()
        words.append(page.locator("body").inner_text())
        for path in (f"/family/{site.ana}/", f"/family/{site.ana}/looked/", f"/family/{site.ana}/proof/"):
            page.goto(site.address + path)
            words.append(page.locator("body").inner_text())
        photograph(page, f"nothing-{name}")
    assert len(set(words)) == 1
    assert ("disclosure:refused", "somebody", "file") in acts(site.ana)


def test_a_teacher_opens_the_file_of_a_student_of_hers_and_of_no_other(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("teacher")
    desk.goto(f"{site.address}/students/?q=torres")
    desk.get_by_role("link", name="Ana").first.click()
    expect(desk.get_by_role("heading", name="Ana Lucía Torres")).to_be_visible()
    photograph(desk, "teacher-file")
    desk.goto(f"{site.address}/students/?q=ruiz")
    expect(desk.get_by_text("Devon")).to_have_count(0)
    desk.goto(f"{site.address}/students/{site.devon}/")
    expect(desk.get_by_text("Devon")).to_have_count(0)
    photograph(desk, "teacher-refused")
    assert ("file:opened", "teacher", "file") in acts(site.ana)
    assert acts(site.devon)[-1] == ("disclosure:refused", "teacher", "file")


def test_the_family_takes_the_proof_home_and_a_view_left_out_is_found(
    signed_in: SignIn, site: Site, tmp_path: Path
) -> None:
    home = signed_in("parent")
    home.goto(f"{site.address}/family/{site.ana}/looked/")
    with home.expect_download() as download:
        home.get_by_role("link", name="Download the proof").click()
    bundle = tmp_path / "proof.json"
    download.value.save_as(bundle)
    assert fileroom_verify.main([str(bundle)]) == 0
    short = json.loads(bundle.read_text())
    del short["entries"][1]
    bundle.write_text(json.dumps(short))
    assert fileroom_verify.main([str(bundle)]) == 1


def test_at_the_counter_the_mother_must_be_shown_and_the_father_goes_to_the_principal(
    signed_in: SignIn, site: Site
) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("region", name="Who is asking?").get_by_role("button", name="Rosa Torres").click()
    expect(desk.get_by_role("heading", name="Must show")).to_be_visible()
    desk.get_by_role("button", name="ID checked").click()
    expect(desk.get_by_text("First", exact=True)).to_have_count(0)
    photograph(desk, "counter-mother")
    desk.get_by_role("region", name="Who is asking?").get_by_role("button", name="Victor Torres").click()
    expect(desk.get_by_role("heading", name="Ask the principal")).to_be_visible()
    card = desk.locator("article.decision").inner_text()
    assert "order" not in card.lower() and "restrain" not in card.lower()
    photograph(desk, "counter-father")
    desk.get_by_role("button", name="An officer or agent").click()
    expect(desk.get_by_role("heading", name="Give nothing, open no door, call the Superintendent")).to_be_visible()
    photograph(desk, "counter-officer")
    assert not [it for it in acts(site.ana) if it[1] == "officer"]


def test_a_social_security_number_is_refused_at_the_counter_and_not_shown_again(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/file/?item=birth_date_verification")
    desk.locator("[name=method]").select_option("certified_birth_record")
    desk.locator("[name=seen_on]").fill("2026-11-20")
    desk.locator("[name=note]").fill("her SSN is 123-45-6789")
    desk.get_by_role("button", name="File it").click()
    expect(desk.get_by_text("Nothing was kept").first).to_be_visible()
    expect(desk.get_by_text("Ed. Code 49076.7").first).to_be_visible()
    assert "123-45-6789" not in desk.content()
    photograph(desk, "refused-by-the-gate")
    assert ("collection:refused", "registrar", "birth_date_verification") in acts(site.ana)


def test_the_office_reads_the_ledger_whole(signed_in: SignIn, site: Site) -> None:
    from fileroom.ledger import services as ledger

    ledger.sequence(at=datetime.now(UTC))
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/ledger/")
    desk.get_by_role("button", name="Check it now").click()
    expect(desk.get_by_text("None altered, dropped, added or out of order")).to_be_visible()
    photograph(desk, "ledger")
