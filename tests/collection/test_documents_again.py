"""Documents that come again, or are kept nowhere: what is counted and told, and what the ledger has."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from fileroom.screening.opening.identify import EICAR
from tests.collection.conftest import Rows
from tests.collection.test_documents_import import HEAD, Bring, filed

NUMBER = "Student's Social Security Number: 518-22-4471\n"
ONE = f"{HEAD}u1,test_results,one.txt,2019-05-01\n"
REFUSED = "SELECT part, outcome, rules <> '' FROM ledger_event WHERE act = 'collection:refused'"


def decided(owner: psycopg.Connection[Any], state: str) -> None:
    owner.execute(
        "UPDATE records_quarantined SET state = %s, decided_at = now(), decision = gen_random_uuid()", [state]
    )


def test_what_lies_here_already_is_not_counted_as_held_back(archive: Bring) -> None:
    twice = ONE + "u1,test_results,two.txt,2019-05-01\n"
    files: dict[str, str | bytes] = {"one.txt": NUMBER, "two.txt": NUMBER}
    assert archive(twice, dict(files), dry_run=True).written.held == 1
    assert archive(twice, dict(files)).written.held == 1
    assert archive(twice, dict(files), days=1, dry_run=True).written.held == 0
    again = archive(twice, dict(files), days=1)
    assert (again.written.held, again.tally.refused) == (0, 2)
    assert "until the custodian of records has decided" in again.in_words()


@pytest.mark.parametrize(("state", "says"), [("kept", "declared exception"), ("redacted", "without what was found")])
def test_of_what_was_decided_about_the_report_says_what_became_of_it(
    archive: Bring, rows: Rows, owner: psycopg.Connection[Any], state: str, says: str
) -> None:
    archive(ONE, {"one.txt": NUMBER})
    decided(owner, state)
    again = archive(ONE, {"one.txt": NUMBER}, days=1)
    assert again.written.held == 0
    assert says in again.in_words() and "until the custodian" not in again.in_words()
    assert rows("SELECT state FROM records_quarantined") == [(state,)]
    assert filed(rows) == []


@pytest.mark.parametrize("state", ["destroyed", "returned"])
def test_what_is_gone_and_comes_again_waits_again(archive: Bring, owner: psycopg.Connection[Any], state: str) -> None:
    archive(ONE, {"one.txt": NUMBER})
    decided(owner, state)
    assert archive(ONE, {"one.txt": NUMBER}, days=1).written.held == 1


def test_what_is_neither_filed_nor_held_is_in_the_students_log_by_its_law_or_as_not_read(
    archive: Bring, rows: Rows
) -> None:
    index = f"{HEAD}u1,test_results,Amal SSN 518-22-4471.txt,2019-05-01\nu1,test_results,harm.txt,2019-05-01\n"
    files: dict[str, str | bytes] = {"Amal SSN 518-22-4471.txt": EICAR, "harm.txt": EICAR}
    archive(index, dict(files), dry_run=True)
    assert rows(REFUSED) == []
    report = archive(index, dict(files))
    assert (report.written.held, report.tally.refused, report.tally.set_aside) == (0, 1, 1)
    assert sorted(rows(REFUSED)) == [("test_results", "no", True), ("test_results", "not_read", False)]
