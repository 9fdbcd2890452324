"""A link and its code open one thing for one person, and are asked the law each time. All else looks alike."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.attacks.browsing import TOKEN, browser, form
from tests.casework.mailing import MailServer
from tests.casework.waiting import LATER, Waiting, goes_round, link, links, order_against, token_in
from tests.conftest import AT

if TYPE_CHECKING:
    from django.http import HttpResponse

NOWHERE = "0" * 64


def tries(token: str, code: str, *, at: datetime = LATER) -> Any:
    """What the service answers to somebody with this address and code."""
    from fileroom.casework.opening import enter
    from fileroom.programmes.outgoing import ABOVE

    return enter(token, code, ABOVE, client="192.0.2.9", at=at)


def page(token: str, code: str, **more: object) -> tuple[int, bytes, dict[str, str]]:
    """The same through the door: status, body and headers, but for the form's token and the address typed."""
    answer: HttpResponse = browser().post(f"/open/{token}/", form(code=code, **more))  # type: ignore[assignment]
    body = TOKEN.sub(b"", answer.content).replace(f"/open/{token}/".encode(), b"-")
    moments = ("Set-Cookie", "Content-Length", "Expires")  # Expires is the second of the answer, by the real clock
    return answer.status_code, body, {k: v for k, v in answer.items() if k not in moments}


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The doors ask a clock: here it says the time of the tests."""
    from django.utils import timezone

    monkeypatch.setattr(timezone, "now", lambda: LATER)
    return LATER


def test_it_opens_with_the_code_that_the_office_tells(there: Waiting, smtp: MailServer) -> None:
    made = link(there)
    goes_round(smtp)
    found = tries(token_in(smtp), made.code.lower().replace("-", " "))
    assert found is not None and found.fields is not None
    assert found.fields["text"] == "Helps others."


def test_who_received_it_stands_in_the_log(there: Waiting, smtp: MailServer) -> None:
    from fileroom.disclosure import parties
    from fileroom.hosting import district_transaction
    from fileroom.ledger import queries

    made = link(there)
    goes_round(smtp)
    tries(token_in(smtp), made.code)
    (copied,) = [it for it in queries.entries_of(there.town.ana.id) if it.event.act == "record:copied"]
    assert (copied.event.record, copied.event.actor.role) == (there.record, "parent")
    with district_transaction():
        (party,) = parties.of([copied.event.id]).values()
    assert party.name == "Mother Torres"


def test_the_wrong_code_opens_nothing_and_after_five_the_right_one_neither(there: Waiting, smtp: MailServer) -> None:
    made = link(there)
    goes_round(smtp)
    token = token_in(smtp)
    assert [tries(token, "AAAA-2222") for _ in range(5)] == [None] * 5
    assert tries(token, made.code) is None
    assert links()[0].opened == 0


def test_one_that_is_over_or_taken_back_opens_nothing(there: Waiting, smtp: MailServer) -> None:
    from fileroom.casework.links import withdraw

    made, other = link(there), link(there)
    goes_round(smtp)
    one, two = token_in(smtp, 0), token_in(smtp, 1)
    codes = {one: made.code, two: other.code}
    by_row = {it.id: it for it in links()}
    assert tries(one, codes[one], at=AT + timedelta(days=14)) is None
    assert any(tries(token, code) for token, code in ((one, made.code), (one, other.code)))
    for row in by_row:
        withdraw(row, by=there.town.registrar.by, at=LATER)
    assert [tries(token, code) for token in (one, two) for code in (made.code, other.code)] == [None] * 4


def test_every_answer_that_opens_nothing_is_byte_for_byte_the_same(
    there: Waiting, smtp: MailServer, now: datetime
) -> None:
    made = link(there)
    goes_round(smtp)
    token = token_in(smtp)
    assert page(token, made.code)[0] == 200
    wrong = page(token, "AAAA-2222")
    order_against(there, there.town.mother, at=AT + timedelta(seconds=3))
    refused = page(token, made.code)
    assert refused[0] == 404
    assert refused == page(NOWHERE, made.code) == page("x", made.code) == wrong
    said = set(re.findall(r"[a-z]+", re.sub(r"<[^>]*>", " ", refused[1].decode()).lower()))
    assert said & {"ana", "order", "court", "restrained", "judge", "mother", "torres", "principal"} == set()


def test_after_an_order_the_file_of_a_link_just_opened_is_fetched_no_more(
    there: Waiting, smtp: MailServer, now: datetime
) -> None:
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    paper, by = Document("a.txt", b"Reads.\n"), there.town.registrar.by
    scan = collect(there.town.ana.id, "test_results", paper, by=by, at=AT, others=Others.NOBODY)
    assert isinstance(scan, Collected)
    made = link(Waiting(there.town, scan.record, there.father))
    goes_round(smtp)
    token = token_in(smtp)
    status, body, _ = page(token, made.code)
    ticket = re.search(rb'name="ticket" value="([^"]+)"', body)
    assert status == 200 and ticket
    client = browser()
    assert b"Reads." in client.post(f"/open/{token}/", form(ticket=ticket[1].decode())).content
    order_against(there, there.town.mother, at=AT + timedelta(seconds=3))
    assert page(token, "", ticket=ticket[1].decode()) == page(NOWHERE, made.code)
    assert page(token, "", ticket="forged") == page(NOWHERE, made.code)


def test_the_page_that_asks_for_the_code_is_the_same_for_every_address(there: Waiting, smtp: MailServer) -> None:
    link(there)
    goes_round(smtp)
    client, token = browser(), token_in(smtp)

    def asks(address: str) -> tuple[int, bytes]:
        answer = client.get(f"/open/{address}/")
        return answer.status_code, TOKEN.sub(b"", answer.content).replace(f"/open/{address}/".encode(), b"-")

    assert asks(token) == asks(NOWHERE) == asks("x")


def test_the_tries_of_one_network_are_counted(there: Waiting, now: datetime) -> None:
    client = browser()
    answers = [client.post(f"/open/{NOWHERE}/", form(code="AAAA-2222")).status_code for _ in range(12)]
    assert answers == [404] * 10 + [429] * 2


def test_a_link_is_made_for_nobody_whom_the_law_refuses(there: Waiting) -> None:
    from fileroom.casework.links import Wanted, link_record
    from fileroom.people.answers import Refused

    order_against(there, there.father)
    by = there.town.registrar.by
    for contact, checked in ((there.father.row.id, True), (there.town.mother.row.id, False)):
        wanted = Wanted(uuid4(), contact, "en", "mail", checked, 14)
        assert isinstance(link_record(there.record, wanted, by=by, at=AT), Refused)
    assert links() == []


def test_a_teacher_makes_no_link(there: Waiting) -> None:
    from fileroom.casework.links import Wanted, link_record
    from fileroom.people.answers import Refused

    wanted = Wanted(uuid4(), there.town.mother.row.id, "en", "mail", True, 14)
    assert isinstance(link_record(there.record, wanted, by=there.town.teacher.by, at=AT), Refused)


def test_the_form_sent_twice_makes_one_link_and_shows_a_code_that_opens_it_until_somebody_has(there: Waiting) -> None:
    id_ = uuid4()
    first, second = (link(there, id=id_, way="hand") for _ in range(2))
    assert len(links()) == 1 and first.code != second.code
    assert tries(first.token, second.code) is None, "the page that was lost opens nothing"
    assert tries(second.token, second.code) is not None
    third = link(there, id=id_, way="hand")
    assert (third.code, third.token) == ("", "")


def test_a_link_to_hand_over_has_its_address_at_once_and_queues_nothing(there: Waiting) -> None:
    from tests.casework.waiting import mails

    made = link(there, way="hand")
    assert mails() == []
    assert tries(made.token, made.code) is not None


def test_addresses_of_one_network_are_one(there: Waiting, now: datetime) -> None:
    client = browser()
    said, answers = form(code="AAAA-2222"), []
    for number in range(12):
        answers.append(client.post(f"/open/{NOWHERE}/", said, REMOTE_ADDR=f"2001:db8:1:1::{number:x}").status_code)
    assert answers == [404] * 10 + [429] * 2
