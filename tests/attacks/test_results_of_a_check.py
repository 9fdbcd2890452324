"""What the page says the last check of the ledger found: nobody who writes to the records' database alone alters it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

from fileroom.seal.store import key_store
from tests import factories as make
from tests.attacks.browsing import browser, words

HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)


@pytest.fixture
def keeper(district: str) -> make.Staffed:
    """The district's custodian of records."""
    make.town()
    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    return helen


def checked(by: make.Staffed) -> None:
    """A check from the page, begun and carried out."""
    from fileroom.disclosure import ledger_check

    begun = ledger_check.begin(by=by.by, at=datetime.now(UTC))
    assert isinstance(begun, tuple)
    ledger_check.carry_out(
        begun[0].id, by=by.by, progress=lambda walked, entries: None, clock=lambda: datetime.now(UTC)
    )


def gap(district: str) -> UUID:
    """An entry that the key store knows and the ledger has lost."""
    entry = uuid4()
    key_store().note(district, [entry], HOUR_AGO)
    return entry


def test_whoever_writes_to_this_database_alone_cannot_let_the_page_say_that_all_is_whole(
    keeper: make.Staffed, owner: psycopg.Connection, district: str
) -> None:
    lost = gap(district)
    checked(keeper)
    office = browser(keeper.by)
    assert "The ledger does not add up" in words(office.get("/ledger/").content.decode())
    owner.execute(
        "UPDATE disclosure_check SET found = replace(replace(found, '\"ok\": false', '\"ok\": true'), %s, '')",
        [str(lost)],
    )
    for page in ("/ledger/", "/"):
        assert "Whole" not in words(office.get(page).content.decode())


@pytest.mark.parametrize(
    "change",
    [
        "ended_at = ended_at + interval '1 day'",
        "begun_at = begun_at + interval '1 second'",
        "id = gen_random_uuid()",
        "entry = gen_random_uuid()",
    ],
)
def test_a_genuine_result_is_not_made_one_of_another_time(
    keeper: make.Staffed, owner: psycopg.Connection, change: LiteralString
) -> None:
    checked(keeper)
    office = browser(keeper.by)
    assert "Whole" in words(office.get("/ledger/").content.decode())
    owner.execute(sql.SQL("UPDATE disclosure_check SET ") + sql.SQL(change))
    for page in ("/ledger/", "/"):
        assert "Whole" not in words(office.get(page).content.decode())


def test_an_old_genuine_result_put_back_in_place_of_a_newer_one_is_not_shown(
    keeper: make.Staffed, owner: psycopg.Connection, district: str
) -> None:
    checked(keeper)
    owner.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM disclosure_check")
    gap(district)
    checked(keeper)
    office = browser(keeper.by)
    assert "The ledger does not add up" in words(office.get("/ledger/").content.decode())
    owner.execute("DELETE FROM disclosure_check")
    owner.execute("INSERT INTO disclosure_check SELECT * FROM kept")
    for page in ("/ledger/", "/"):
        assert "Whole" not in words(office.get(page).content.decode())
