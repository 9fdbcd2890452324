"""A mother is signed in at home, a link waits for her, a mail is queued, programs ask in her name and for the office,
and tonight's list names her child. Then a court's order against her is handed in at the counter: every door obeys with
the next ask, and what it answers is what strangers, links that have run out and students nobody knows are answered."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import district_day
from tests.attacks.browsing import TOKEN
from tests.casework.mailing import MailServer
from tests.casework.waiting import token_in
from tests.journeys.axe import clean
from tests.journeys.conftest import PASSWORD, Site, photograph
from tests.journeys.test_a_family_says_no import asks as asks_for_a_list
from tests.journeys.test_a_family_says_no import decides, rosa, taken
from tests.journeys.test_a_link_is_sent import goes_round, hand_in_an_order, make_link, opens, phone, shown, smtp
from tests.journeys.test_a_program_asks_by_a_token import accepts, answer, offers
from tests.journeys.test_an_order_is_handed_in import FETCH
from tests.letters.test_letters import text_of

__all__ = ["phone", "rosa", "smtp"]
pytestmark = pytest.mark.browser
A_TIME = re.compile(r"\d{1,2}(?::\d\d)?&nbsp;[ap]\.m\.|\bnoon\b|\bmidnight\b")  # as it is said, and at the full hour
SOON_S = 5.0
HERS, WHOM = "Carmen Ruiz, parent", "Carmen Ruiz (parent)"
USES = ("Find students by name", "Open a file: which records there are", "Ask whom one may write to today")
# What no answer to her, or to whoever asks in her place, may have a word of.
HINTS = re.compile(r"\border\b|court|judge|restrain|orden|juez|tribunal|Devon", re.IGNORECASE)
# What is by chance, or of the moment, in two answers that are one.
BY_CHANCE = {"content-length", "date", "etag", "expires"}
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


@dataclass(frozen=True)
class World:
    """Devon's mother, who also works in the office of Devon's school; a stranger's account; the token and the code of a
    link that is too old."""

    devon: str
    ling: str
    stranger: str
    old_link: str
    old_code: str


@pytest.fixture
def world(site: Site, rosa: str) -> World:
    from django.contrib.auth.hashers import make_password

    from fileroom.collection.services import collect
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Contact, School, Student
    from tests import factories as make

    now = datetime.now(UTC)
    with district_transaction():
        registrar = make.signed_in(Account.objects.get(sign_in_name="registrar"))
        carmen = Contact.objects.get(given="Carmen")
        school = School.objects.get(name="Alder Creek Elementary")
        ling = Student.objects.get(legal_given="Ling")
        devon = Student.objects.get(pk=site.devon)
    collect(devon.id, "contact_and_household", {"email": "carmen@home.test"}, by=registrar, at=now, about=carmen.id)
    seen = {"method": "record_seen", "seen_on": now.date().isoformat()}
    record = collect(devon.id, "immunization", seen, by=registrar, at=now)
    assert hasattr(record, "record")
    at_work = make.employee("Carmen", "Ruiz")
    make.assignment(at_work, "registrar", school)
    make.account("carmen-at-work", employee=at_work, password=make_password(PASSWORD))
    make.account("stranger", contact=make.contact("Noor", "Haddad"), password=make_password(PASSWORD))
    token, code = _run_out(record.record, carmen.id, registrar, now)
    return World(site.devon, str(ling.id), "stranger", token, code)


def _run_out(record: Any, contact: Any, by: Any, now: datetime) -> tuple[str, str]:
    """A link that was good for an hour, and is not any more: its token and its code."""
    from fileroom.casework.links import Made, Wanted, link_record
    from fileroom.casework.models import SecureLink
    from fileroom.hosting import district_transaction

    made = link_record(record, Wanted(uuid4(), contact, "es", "hand", True, 14), by=by, at=now)
    assert isinstance(made, Made)
    with district_transaction():
        SecureLink.objects.update(until_at=now - timedelta(hours=1))
    return made.token, made.code


def sleeps(name: str) -> None:
    """The sessions of this account have not been used for a while, and have ended by themselves."""
    from django.contrib.sessions.models import Session

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    with district_transaction():
        whose = str(Account.objects.get(sign_in_name=name).pk)
        theirs = [it.pk for it in Session.objects.all() if it.get_decoded().get("_auth_user_id") == whose]
        assert Session.objects.filter(pk__in=theirs).update(expire_date=datetime.now(UTC) - timedelta(minutes=1))


def came(page: Page, address: str, name: str = "") -> list[Any]:
    """All that this browser is answered on its way to where the address leads: status, headers and body of each step,
    but for what is by chance and the reader's own name."""
    response = page.goto(address)
    steps: list[Any] = []
    while response is not None:
        is_page = response.status not in (301, 302)
        body = TOKEN.sub(b"", response.body()).decode().replace(name or "\0", "-") if is_page else ""
        headers = [(it["name"].lower(), it["value"]) for it in response.headers_array()]
        kept = [(key, re.sub("=[^;]+", "=", says) if key == "set-cookie" else says) for key, says in headers]
        steps.append((response.status, sorted(it for it in kept if it[0] not in BY_CHANCE), body))
        before = response.request.redirected_from
        response = before.response() if before else None
    return steps


def told(site: Site, key: str, path: str) -> tuple[int, list[tuple[str, str]], str]:
    """What a program is answered, but for the ledger's line of this very ask."""
    status, headers, body = answer(site, key, f"{path}purpose=educational_interest")
    kept = [(name, says) for name, says in headers if name.lower() not in BY_CHANCE]
    return status, kept, re.sub(r'"entry": ?"[^"]+"', '"entry"', body.decode())


def test_every_door_obeys_with_the_next_ask_and_none_of_them_hints(
    signed_in: Callable[[str], Page], site: Site, world: World, smtp: MailServer, phone: Page, tmp_path: Path
) -> None:
    # Before: everything is open to her.
    family, stranger = signed_in("carmen"), signed_in(world.stranger)
    file = f"{site.address}/family/{world.devon}/"
    family.goto(file)
    expect(family.get_by_role("heading", name="The file of Devon Ruiz")).to_be_visible()
    photograph(family, "reach-1-file-open")
    stranger.goto(f"{site.address}/family/")
    desk = signed_in("registrar")
    first = make_link(desk, site, world.devon, HERS)
    assert goes_round(smtp, site) == 1 and smtp.taken[0][0] == ["carmen@home.test"]
    token = token_in(smtp)
    make_link(desk, site, world.devon, HERS)  # its mail is queued, and not sent yet
    office = signed_in("custodian")
    keys = []
    for owner, theirs in (("Carmen Ruiz", signed_in("carmen-at-work")), ("Maribel Ocampo", desk)):
        label = f"Library, {owner.split()[1]}"
        office.goto(f"{site.address}/tokens/")
        offers(office, label, owner, *USES)
        theirs.goto(f"{site.address}/tokens/")
        keys.append(accepts(theirs, label))
    hers, offices = keys
    assert told(site, hers, f"/students/{world.devon}?")[0] == 200
    assert world.devon in told(site, hers, "/students?q=Ruiz&")[2]
    assert "Carmen Ruiz" in told(site, offices, f"/students/{world.devon}/contacts?")[2]
    decides(office, site)
    principal = signed_in("principal")
    asks_for_a_list(principal, site)
    principal.get_by_role("button", name="Prepare it").click()
    expect(principal.get_by_text("It is made the moment you take it")).to_be_visible()

    # The order is handed in, and the receipt is in the hand of whoever brought it.
    hand_in_an_order(desk, site, tmp_path, world.devon, WHOM)
    in_force = time.monotonic()
    photograph(desk, "reach-2-in-force")

    # Her next click.
    sleeps(world.stranger)
    next_click = came(family, file)
    assert time.monotonic() - in_force < SOON_S
    expect(family).to_have_url(re.compile("/sign-in/"))
    assert [it[0] for it in next_click] == [200, 302] and "Sign in" in next_click[0][2]
    photograph(family, "reach-3-next-click")
    assert next_click == came(stranger, file), "as of a session that was not used for a while"
    # What programs are told: in her name what is said of a student nobody knows, for the office a child of nobody.
    nobody = uuid4()
    assert told(site, hers, f"/students/{world.devon}?") == told(site, hers, f"/students/{nobody}?")
    assert told(site, hers, f"/students/{world.devon}/contacts?") == told(site, hers, f"/students/{nobody}/contacts?")
    assert told(site, hers, "/students?q=Ruiz&") == told(site, hers, "/students?q=Nobody&")
    of_devon = told(site, offices, f"/students/{world.devon}/contacts?")
    of_ling = told(site, offices, f"/students/{world.ling}/contacts?")
    assert of_devon[0] == 200 and of_devon[2].replace(world.devon, "-") == of_ling[2].replace(world.ling, "-")
    # The link that she has, and the mail that waits.
    opens(phone, f"{site.address}/open/{token}/", first)
    expect(phone.get_by_role("heading", name="Esto no se abre")).to_be_visible()
    refused = shown(phone, token)
    photograph(phone, "reach-4-link")
    opens(phone, f"{site.address}/open/{world.old_link}/", world.old_code)
    assert shown(phone, world.old_link) == refused, "as a link that has run out"
    assert goes_round(smtp, site) == 0 and len(smtp.taken) == 1
    assert _time_passes(smtp, site) == 1, "nor later, nor anything else to anybody"

    _the_receipt_is_right(desk)
    _counsel_has_no_account_so_the_designee_is_told(office, site)
    _she_signs_in_again(family, stranger, site, file)
    _tonights_list_leaves_the_child_out(principal, site, world)
    for page in (family, phone):
        assert not HINTS.search(re.sub("<[^>]+>", " ", page.content()))
    assert not HINTS.search(re.sub("<[^>]+>", " ", refused))


def _time_passes(smtp: MailServer, site: Site) -> int:
    """A second round, as the program goes it every few seconds; how many mails have gone out in all."""
    goes_round(smtp, site)
    return len(smtp.taken)


def _the_receipt_is_right(desk: Page) -> None:
    """When, to whom, where, how many pages; not a word of whom it binds, whom it is about, or what it says."""
    made = bytes(desk.evaluate(FETCH, desk.get_by_role("link", name="Open to print").first.get_attribute("href")))
    said = text_of(made)
    today = datetime.now().astimezone()
    for says in ("Receipt for a court’s order", "Handed in", f"{today:%B}", "Handed to Maribel Ocampo"):
        assert says in said, says
    assert "At Alder Creek Elementary" in said and "Pages 4" in said and CODE.search(said)
    for word in ("Ruiz", "Carmen", "Devon", "2029", "records of", "see the child", "safe tonight", "served"):
        assert word not in said, word


def _counsel_has_no_account_so_the_designee_is_told(office: Page, site: Site) -> None:
    """Counsel is to read the order the same day: that stands on the designee's first screen, and names nobody."""
    office.goto(site.address)
    owed = office.get_by_role("listitem").filter(has_text="Counsel reads a court’s order")
    expect(owed.first).to_contain_text("District counsel has no account here: ask counsel, and note what they say.")
    assert not re.search("Ruiz|Devon", office.inner_text("main"))
    photograph(office, "reach-7-today-of-the-designee")
    clean(office)


def _she_signs_in_again(family: Page, stranger: Page, site: Site, file: str) -> None:
    """Both are let in, and find the page of whoever has no file, wherever they go."""
    for page, name in ((family, "carmen"), (stranger, "stranger")):
        page.goto(f"{site.address}/sign-in/")
        page.locator("input[name=login]").fill(name)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_text("No file is open to this account online.")).to_be_visible()
    photograph(family, "reach-5-signed-in-again")
    clean(family)
    for address in (f"{site.address}/family/", file, f"{file}looked/", f"{file}choices/"):
        assert came(family, address, "Carmen Ruiz") == came(stranger, address, "Noor Haddad"), address


def _tonights_list_leaves_the_child_out(principal: Page, site: Site, world: World) -> None:
    """It is stopped as any list of which something has changed, and made anew it does not have the child."""
    principal.get_by_role("button", name="Take it as a spreadsheet").click()
    expect(principal.get_by_role("heading", name="Not handed over")).to_be_visible()
    stopped = _as_any(principal)
    photograph(principal, "reach-6-list-stopped")
    asks_for_a_list(principal, site)
    principal.get_by_role("button", name="Prepare it").click()
    made = taken(principal, "Take it as a spreadsheet").decode("utf-8-sig")
    assert '"Zhao","Ling"' in made and "Devon" not in made and "Ruiz" not in made
    asks_for_a_list(principal, site)
    principal.get_by_role("button", name="Prepare it").click()
    _leaves(world.ling)
    principal.get_by_role("button", name="Take it as a spreadsheet").click()
    expect(principal.get_by_role("heading", name="Not handed over")).to_be_visible()
    assert _as_any(principal) == stopped, "as a list of which a student has left the school"


def _leaves(student: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Enrolment

    with district_transaction():
        Enrolment.objects.filter(student_id=student).update(left_on=district_day(datetime.now(UTC)) - timedelta(days=1))


def _as_any(page: Page) -> str:
    """The page of a list, but for which list it is and how many it was to name."""
    page.wait_for_load_state()
    body = TOKEN.sub(b"", page.content().encode()).decode()
    for by_chance in (ID, CODE, A_TIME, re.compile(r"<dd>\d+ students?</dd>")):
        body = by_chance.sub("-", body)
    return body
