"""Every page carries the policy that lets no foreign script run, and no form is taken without its token."""

from __future__ import annotations

import re

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, without_ids
from tests.disclosure.asking import entries, filed

INLINE = re.compile(r"<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|<style|\sstyle\s*=|javascript:", re.I)
FORMS = (
    "/sign-in/", "/sign-out/", "/language/", "/leave/", "/ledger/verify/", "/ledger/explain/",
    "/students/{student}/file/", "/relationships/{relationship}/verify/", "/records/{record}/release/",
)  # fmt: skip


def pages_of(town: make.Town) -> dict[str, list[str]]:
    """Addresses of every page, by who opens it."""
    record, student = filed(town.registrar.by, town.ana), town.ana.id
    office = ["/", "/students/", "/students/?q=Ana", "/ledger/", "/district/", f"/records/{record}/", "/nowhere/"]
    office += [f"/records/{record}/release/"]
    office += [f"/students/{student}/{end}" for end in ("", "people/", "looked/", "file/", "file/?item=sex")]
    family = [
        "/family/",
        f"/family/{student}/",
        f"/family/{student}/looked/",
        f"/family/records/{record}/",
        "/students/",
    ]
    return {"nobody": ["/sign-in/", "/leave/", "/", "/nowhere/"], "office": office, "family": family}


def test_every_page_has_the_policy_and_nothing_inline(town: make.Town) -> None:
    clients = {"nobody": browser(), "office": browser(town.principal.by), "family": browser(town.mother.by)}
    for who, addresses in pages_of(town).items():
        for address in addresses:
            answer = clients[who].get(address)
            policy = answer["Content-Security-Policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy, address
            assert "frame-ancestors 'none'" in policy and answer["X-Frame-Options"] == "DENY", address
            assert answer["X-Content-Type-Options"] == "nosniff", address
            assert answer["Cache-Control"] == "no-store" or "no-store" in answer["Cache-Control"], address
            assert INLINE.findall(answer.content.decode()) == [], address


def test_nothing_on_a_page_comes_from_another_site(town: make.Town) -> None:
    client = browser(town.principal.by)
    for address in pages_of(town)["office"]:
        fetched = re.findall(
            r"<(?:script|link|img|iframe|form)[^>]*?(?:src|href|action)=\"([^\"]+)",
            client.get(address).content.decode(),
        )
        assert [it for it in fetched if not it.startswith(("/", "?", "#"))] == [], address


# Leaving works from a page of before the last sign-in too (test_signing_in_and_leaving).
@pytest.mark.parametrize("page", [page for page in FORMS if page != "/leave/"])
def test_a_form_without_its_token_is_refused(town: make.Town, page: str) -> None:
    assert town.mother.relation is not None
    record = filed(town.registrar.by, town.ana)
    address = page.format(student=town.ana.id, relationship=town.mother.relation.id, record=record)
    office = browser(town.principal.by, csrf=True)
    assert office.post(address, {"item": "sex", "sex": "female", "login": "x", "password": "y"}).status_code == 403


def test_a_token_of_another_session_is_refused(town: make.Town) -> None:
    office, other = browser(town.principal.by, csrf=True), browser(town.teacher.by, csrf=True)
    page = other.get(f"/students/{town.ana.id}/file/?item=sex").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    given = form(item="sex", sex="female", csrfmiddlewaretoken=token[1])
    assert office.post(f"/students/{town.ana.id}/file/", given).status_code == 403


def test_the_token_of_the_page_itself_is_taken(town: make.Town) -> None:
    office = browser(town.principal.by, csrf=True)
    page = office.get(f"/students/{town.ana.id}/file/?item=sex").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    given = form(item="sex", sex="female", csrfmiddlewaretoken=token[1])
    assert office.post(f"/students/{town.ana.id}/file/", given).status_code == 200


def test_cookies_are_kept_from_scripts_and_from_other_sites(town: make.Town, password: tuple[str, str]) -> None:
    make.change(town.principal.by.account, password=password[1])
    office = browser()
    office.get("/sign-in/")
    assert office.post("/sign-in/", {"login": "principal", "password": password[0]}).status_code == 302
    for name in ("fileroom_session", "csrftoken"):
        cookie = office.cookies[name]
        assert cookie["httponly"] and cookie["samesite"] == "Lax", name
        assert cookie["domain"] == "" and cookie["path"] == "/", name


def test_a_document_is_handed_out_as_a_file_and_never_shown_in_our_own_name(town: make.Town) -> None:
    from fileroom.collection.services import Collected, Document, collect
    from tests.conftest import AT

    body = b"<script>alert(document.cookie)</script>\n"
    done = collect(town.ana.id, "test_results", Document("page.txt", body), by=town.registrar.by, at=AT)
    assert isinstance(done, Collected)
    answer = browser(town.registrar.by).get(f"/records/{done.record}/document/")
    assert answer.content == body
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("seen_on", ["yesterday", "536-91-0427"])
def test_a_number_typed_beside_a_torn_date_is_not_shown_again_and_leaves_its_refusal(
    town: make.Town, seen_on: str
) -> None:
    given = {"observed_on": seen_on, "text": "Her SSN is 536-91-0427.", "signed_by": "T. Abara"}
    page = browser(town.registrar.by).post(
        f"/students/{town.ana.id}/file/", form(item="counsellor_or_teacher_rating", **given)
    )
    assert page.status_code == 403
    assert "0427" not in without_ids(page.content.decode())
    assert "collection:refused" in [event.act.value for event in entries()]
