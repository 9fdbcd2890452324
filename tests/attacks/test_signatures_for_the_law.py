"""What a district has signed for of the law is altered, added or taken away by nobody unseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import LiteralString
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors, sql

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.conftest import AT

COLUMNS: LiteralString = "(id, kind, item, text, effect, from_on, signed_at, signed_by, entry)"


@pytest.fixture
def signed(district: str) -> None:
    """Counsel has put a rule that rests on memory in doubt."""
    from fileroom.law.signing import signables
    from fileroom.people.signing import sign

    make.town()
    signer = make.staffed("counsel", "counsel", None)
    kind, item = next(place for place in signables() if place[0] == "rule")
    sign(kind, item, effect="counsel_first", from_on=AT.date(), by=signer.by, at=AT)


@pytest.fixture
def chosen(district: str) -> None:
    """Counsel has chosen between the readings of a text."""
    from fileroom.law.readings import READINGS
    from fileroom.people.signing import choose

    make.town()
    signer = make.staffed("counsel", "counsel", None)
    code, reading = next(iter(READINGS.items()))
    choose(code, next(iter(reading.options)), from_on=AT.date(), by=signer.by, at=AT)


@pytest.fixture
def application(installation: Urls, district: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(installation.records, autocommit=True) as connection:
        connection.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(district)))
        yield connection


def named() -> list[tuple[str, str]]:
    """What the check finds beside the log itself."""
    from fileroom.ledger.services import Report
    from fileroom.people import signature_check

    report = Report()
    signature_check.check(report)
    return [(it.fault.value, it.entry) for it in report.findings]


def test_what_was_signed_and_nothing_else_is_whole(signed: None) -> None:
    assert named() == []


@pytest.mark.parametrize("table", ["people_counselsignature", "people_readingchoice"])
def test_the_application_itself_alters_and_removes_no_signature(application: psycopg.Connection, table: str) -> None:
    for statement in ("UPDATE {} SET item = item", "DELETE FROM {}", "TRUNCATE {}"):
        words = statement.replace("item", "reading") if table == "people_readingchoice" else statement
        with pytest.raises(errors.InsufficientPrivilege):
            application.execute(sql.SQL(words).format(sql.Identifier(table)))


@pytest.mark.parametrize(
    "change",
    [
        "effect = 'confirmed'",
        "from_on = from_on + 1",
        "item = 'another'",
        "text = repeat('0', 64)",
        "signed_by = gen_random_uuid()",
        "signed_at = signed_at + interval '1 second'",
    ],
)
def test_a_signature_altered_past_the_application_is_named(
    signed: None, owner: psycopg.Connection, change: LiteralString
) -> None:
    (entry,) = owner.execute("SELECT entry FROM people_counselsignature").fetchone() or ()
    owner.execute(sql.SQL("UPDATE people_counselsignature SET ") + sql.SQL(change))
    assert named() == [("altered", str(entry))]


@pytest.mark.parametrize("change", ["option = 'another'", "text = repeat('0', 64)"])
def test_a_reading_altered_past_the_application_is_named(
    chosen: None, owner: psycopg.Connection, change: LiteralString
) -> None:
    assert named() == []
    (entry,) = owner.execute("SELECT entry FROM people_readingchoice").fetchone() or ()
    owner.execute(sql.SQL("UPDATE people_readingchoice SET ") + sql.SQL(change))
    assert named() == [("altered", str(entry))]


def test_a_signature_taken_away_is_named(signed: None, owner: psycopg.Connection) -> None:
    (entry,) = owner.execute("DELETE FROM people_counselsignature RETURNING entry").fetchone() or ()
    assert named() == [("dropped", str(entry))]


@pytest.mark.parametrize(("later", "faults"), [("0 seconds", ["added"]), ("1 day", ["added", "altered"])])
def test_a_signature_that_was_taken_back_is_not_put_in_force_again_unseen(
    signed: None, application: psycopg.Connection, later: str, faults: list[str]
) -> None:
    """The application may add rows: whoever has its password inserts the old one once more, as the newest."""
    (entry,) = application.execute("SELECT entry FROM people_counselsignature").fetchone() or ()
    application.execute(
        f"INSERT INTO people_counselsignature {COLUMNS} SELECT gen_random_uuid(), kind, item, text, effect, from_on,"
        " signed_at + %s::interval, signed_by, entry FROM people_counselsignature",
        [later],
    )
    assert sorted(named()) == [(fault, str(entry)) for fault in faults]


def test_a_signature_without_an_entry_is_named(signed: None, owner: psycopg.Connection) -> None:
    made = uuid4()
    owner.execute(
        f"INSERT INTO people_counselsignature {COLUMNS} SELECT gen_random_uuid(), kind, item, text, effect, from_on,"
        " signed_at, signed_by, %s FROM people_counselsignature",
        [made],
    )
    assert named() == [("altered", str(made))]
