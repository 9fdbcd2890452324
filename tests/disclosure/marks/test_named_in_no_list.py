"""A record that may show a family's status is named by no list, no program's answer and no name of a saved file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import filed, looks
from tests.disclosure.marks.marked import BORN, born

if TYPE_CHECKING:
    from django.http import HttpResponse

NAMED = "Place of birth"


@pytest.fixture
def record(town: make.Town) -> UUID:
    return born(town)


def scanned(town: make.Town) -> UUID:
    """A record of another kind that may show one, as a scan."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    paper, by = Document("a.txt", b"Reads in two.\n"), town.registrar.by
    done = collect(town.ana.id, "language_training", paper, by=by, at=AT, others=Others.NOBODY)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def test_a_program_is_not_told_which_record_it_was(town: make.Town, record: UUID) -> None:
    from tests.api.programs import program

    looks(town.registrar.by, record)
    looks(town.registrar.by, other := filed(town.registrar.by, town.ana))
    told = program(town.principal).work(f"/students/{town.ana.id}/log").json()["looks"]
    assert {it["record"] for it in told if it["act"] == "record:inspected"} == {None, str(other)}
    assert {it["part"] for it in told} & {BORN} == set()


def test_the_offices_timeline_does_not_name_it(town: make.Town, record: UUID) -> None:
    looks(town.registrar.by, record)
    for who in (town.principal, town.registrar):
        said = words(browser(who.by).get(f"/students/{town.ana.id}/").content.decode())
        assert NAMED not in said and "Filed: A record of the file" in said


def test_nor_where_its_filing_is_not_among_the_entries(
    town: make.Town, record: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure import overview

    monkeypatch.setattr(vars(overview)["entries"], "entries_of", lambda *of, **more: [])
    said = words(browser(town.principal.by).get(f"/students/{town.ana.id}/").content.decode())
    assert NAMED not in said and "Filed: A record of the file" in said


def test_what_waits_to_be_sent_does_not_name_it(town: make.Town, record: UUID, now: None) -> None:
    from tests.casework.waiting import Waiting, link

    link(Waiting(town, record, make.related("father", town.ana)), way="hand")
    link(Waiting(town, filed(town.registrar.by, town.ana), town.mother), way="hand")
    said = words(browser(town.registrar.by).get("/outgoing/").content.decode())
    assert NAMED not in said and "A record of the file" in said and "rating" in said


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import timezone

    from tests.casework.waiting import LATER

    monkeypatch.setattr(timezone, "now", lambda: LATER)


def saved_as(answer: HttpResponse | Any) -> str:
    return str(answer["Content-Disposition"])


def test_no_saved_file_is_named_by_it(town: make.Town, now: None) -> None:
    record = scanned(town)
    for who, page in ((town.registrar, f"/records/{record}/"), (town.mother, f"/family/records/{record}/")):
        client = browser(who.by)
        said = client.get(page).content.decode()
        file = re.search(r'href="([^"]*/document/|[^"]*/file/)"', said)[1]  # type: ignore[index]
        why = {"because": "For the form that the county asks for."}
        got = client.post(file, why) if who is town.registrar else client.get(file)
        assert b"Reads in two" in got.content
        assert saved_as(got) == 'attachment; filename="record.txt"'


def test_nor_the_file_of_a_link(town: make.Town, now: None) -> None:
    from tests.casework.waiting import Waiting, link

    made = link(Waiting(town, scanned(town), make.related("father", town.ana)), way="hand")
    client, address = browser(), f"/open/{made.token}/"
    ticket = re.search(rb'name="ticket" value="([^"]+)"', client.post(address, form(code=made.code)).content)
    assert ticket
    got = client.post(address, form(ticket=ticket[1].decode()))
    assert b"Reads in two" in got.content and saved_as(got) == 'attachment; filename="record.txt"'
