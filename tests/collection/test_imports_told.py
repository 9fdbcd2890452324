"""What the page of imports tells: each row and column, by what was wrong; who else imports; what still waits."""

from __future__ import annotations

from collections import Counter
from typing import Any

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, crowd, lacking
from tests.collection.test_bundle_kinds import CLEVER
from tests.collection.test_imports_on_a_page import PAGE, mark_for, sent, students, zipped
from tests.collection.test_mapping import TAKES, page
from tests.collection.trying import mark


@pytest.fixture
def office(district: str) -> make.Staffed:
    return make.staffed("office", "administrator", None)


def test_every_row_that_is_not_kept_is_named_on_the_page_and_counted_by_what_was_wrong(
    office: make.Staffed, rows: Rows
) -> None:
    roster = crowd(60)
    for number in range(30):
        roster.row("users", f"x{number}")["givenName"] = ""
    pages, body = browser(office.by), zipped({**roster.contents(), "results.csv": "a,b\n"})
    tried = pages.post(PAGE, sent(body, act="look")).content.decode()
    assert "And 10 more." in words(tried) and tried.count("<bdi>users.csv</bdi> · <bdi>givenName</bdi>") == 30
    pages.post(PAGE, sent(body, act="take", tried=mark(tried)))
    ((problems,),) = rows("SELECT problems FROM collection_import")
    assert problems["empty_required"] == 30


def test_rows_are_counted_by_what_was_wrong_named_or_not() -> None:
    from fileroom.collection.imports import done
    from fileroom.collection.imports.faults import Fault
    from fileroom.collection.imports.report import MOST_NAMED, Tally

    tally = Tally()
    for row in range(MOST_NAMED + 1):
        tally.put_aside("users.csv", row, Fault("", "bad_enum", ""))
    tally.not_taken("results.csv", 840)
    assert done.told(tally.rows_by_code) == {"bad_enum": MOST_NAMED + 1, "file_not_taken": 840}
    assert len(tally.problems) == MOST_NAMED + 2, "those that are named, and that there are more"
    assert done.told(Counter(no_header=1, more_faults=1)) == {"no_header": 1}


def test_what_a_column_is_dropped_for_is_said_of_each(office: make.Staffed) -> None:
    roster = Roster()
    roster.headers["users"] += ["shoe"]
    for row in roster.files["users"]:
        row |= {"password": "x", "shoe": "y"}
    page = browser(office.by).post(PAGE, sent(zipped(roster.contents()), act="look")).content.decode()
    assert "password : Passwords are never kept." in words(page)
    assert "password" not in words(page).partition("No place for:")[2]


def test_a_bundle_is_called_by_its_own_name(office: make.Staffed) -> None:
    page = browser(office.by).post(PAGE, sent(zipped(CLEVER), act="look")).content.decode()
    assert "Clever-like" in words(page).partition("Imports done")[0]


@pytest.mark.parametrize("act", ["look", "take"])
def test_while_another_import_is_under_way_whoever_stands_before_a_page_is_told(
    office: make.Staffed, rows: Rows, owner: psycopg.Connection[Any], act: str
) -> None:
    from fileroom.collection.imports.services import LOCK

    pages, body = browser(office.by), zipped()
    with owner.transaction():
        owner.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
        answer = pages.post(PAGE, sent(body, act=act, tried=mark_for(body, office)))
        mapped = pages.post("/coming-in/import/", page(TAKES, act="try", days="y-m-d"))
    for it in (answer, mapped):
        assert it.status_code == 409 and "Another import is under way" in it.content.decode()
    assert 'lang="en">Another' not in answer.content.decode() and students(rows) == 0
    done = pages.post(PAGE, sent(body, act="take", tried=mark_for(body, office)))
    assert done.status_code == 200 and students(rows) == 2


def test_what_an_import_left_to_a_person_is_told_as_it_was_and_leads_there_while_some_wait(
    office: make.Staffed, bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(crowd(30), days=-3)
    bring(lacking(crowd(30), *(f"x{number}" for number in range(20))), days=-2)
    ((id_,),) = rows("SELECT id FROM collection_import ORDER BY imported_at DESC LIMIT 1")
    pages = browser(office.by)
    before = pages.get(f"{PAGE}{id_}/").content.decode()
    owner.execute("UPDATE collection_absence SET state = 'returned'")
    after = pages.get(f"{PAGE}{id_}/").content.decode()
    assert "they waited for a person" in words(before) and "they waited for a person" in words(after)
    assert 'href="/absent/"' in before and 'button--outline small" href="/absent/"' not in after


def test_a_file_too_large_for_the_page_is_answered_with_its_limit_and_the_command(office: make.Staffed) -> None:
    for address in (PAGE, "/coming-in/import/"):
        answer = browser(office.by).post(address, sent(bytes(65 * 2**20)))
        said = words(answer.content.decode())
        assert answer.status_code == 413 and "64 MB" in said and "fileroom import" in said and "50 MB" not in said
