"""The file behind a link is fetched at the address that was entered, by the same rules as the link itself."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.attacks.browsing import browser, form
from tests.casework.test_a_link_is_opened import tries
from tests.casework.waiting import LATER, Waiting, link, links
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.casework.links import Made


@pytest.fixture
def made(there: Waiting) -> Made:
    """A link to a scanned test, handed over."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    paper, by = Document("a.txt", b"Reads.\n"), there.town.registrar.by
    scan = collect(there.town.ana.id, "test_results", paper, by=by, at=AT, others=Others.NOBODY)
    assert isinstance(scan, Collected)
    return link(Waiting(there.town, scan.record, there.father), way="hand")


def fetched(token: str) -> Any:
    from fileroom.casework.opening import fetch
    from fileroom.programmes.outgoing import ABOVE

    return fetch(token, ABOVE, client="x", at=LATER)


def test_a_locked_link_hands_out_no_file(made: Made) -> None:
    assert tries(made.token, made.code)
    assert fetched(made.token).body == b"Reads.\n"
    for _ in range(5):
        tries(made.token, "AAAA-2222")
    assert fetched(made.token) is None


def test_each_fetch_is_counted_and_the_last_is_the_last(made: Made) -> None:
    from fileroom.casework.judging import MOST_OPENED

    assert tries(made.token, made.code)
    got = [fetched(made.token) for _ in range(MOST_OPENED + 2)]
    assert [it is not None for it in got] == [True] * (MOST_OPENED - 1) + [False] * 3
    assert links()[0].opened == MOST_OPENED


def test_after_a_backup_was_restored_it_hands_out_no_file(made: Made) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act, Actor

    assert tries(made.token, made.code)
    with district_transaction():
        by = Actor(None, "system", "cli")
        ledger.write(ledger.event(Act.BACKUP_RESTORED, by=by, at=AT + timedelta(seconds=2)))
    assert fetched(made.token) is None


def test_a_ticket_is_of_one_address_alone(there: Waiting, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import timezone

    monkeypatch.setattr(timezone, "now", lambda: LATER)
    other, client = link(Waiting(there.town, there.record, there.father), way="hand"), browser()
    body = client.post(f"/open/{made.token}/", form(code=made.code)).content
    ticket = re.search(rb'name="ticket" value="([^"]+)"', body)
    assert ticket
    said = form(ticket=ticket[1].decode())
    assert client.post(f"/open/{other.token}/", said).status_code == 404
    assert client.post(f"/open/{'0' * 64}/", said).status_code == 404
    assert b"Reads." in client.post(f"/open/{made.token}/", said).content
