"""A row of the ledger that somebody altered breaks no page: what cannot be read is left out, and the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import filed, looks

CODES = ("act", "part", "role", "door", "client", "purpose", "outcome", "rules", "law_digest")


@pytest.fixture
def town(district: str) -> make.Town:
    """Ana's file with a look of the teacher's, numbered."""
    from fileroom.ledger import services as ledger

    town = make.town()
    looks(town.teacher.by, filed(town.registrar.by, town.ana))
    ledger.sequence(at=AT)
    return town


@contextmanager
def altered(owner: psycopg.Connection, column: str, value: str) -> Iterator[None]:
    """Another value in the teacher's look, for a while."""
    name, look = sql.Identifier(column), "act = 'record:inspected'"
    (id_, was) = owner.execute(sql.SQL("SELECT id, {} FROM ledger_event WHERE " + look).format(name)).fetchone() or ()
    change = sql.SQL("UPDATE ledger_event SET {} = %s WHERE id = %s").format(name)
    owner.execute(change, [value, id_])
    yield
    owner.execute(change, [was, id_])


@pytest.mark.parametrize("value", ["no:such_thing", "a code of no kind, ünd", ""])
def test_who_has_looked_is_shown_whatever_one_row_says(town: make.Town, owner: psycopg.Connection, value: str) -> None:
    family, office = browser(town.mother.by), browser(town.principal.by)
    for column in CODES:
        with altered(owner, column, value):
            for page in (f"/family/{town.ana.id}/", f"/family/{town.ana.id}/looked/"):
                assert family.get(page).status_code == 200, (column, page)
            for page in (f"/students/{town.ana.id}/", f"/students/{town.ana.id}/looked/"):
                assert office.get(page).status_code == 200, (column, page)


def test_a_list_with_a_row_that_cannot_be_read_is_not_said_to_be_whole(
    town: make.Town, owner: psycopg.Connection
) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    for column in CODES:
        with altered(owner, column, "a code of no kind, ünd"):
            seen = who_has_looked(town.ana.id, by=town.mother.by, at=AT)
        assert isinstance(seen, Looked)
        assert not seen.complete, column
        assert "record:inspected" not in [it.event.act for it in seen.entries], column
    seen = who_has_looked(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(seen, Looked) and seen.complete
