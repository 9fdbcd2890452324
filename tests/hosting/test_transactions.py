"""No statement without a district, no district beyond its transaction."""

from __future__ import annotations

import threading
from contextlib import suppress

import psycopg
import pytest

from fileroom.hosting import (
    BadDistrictName,
    Nested,
    NoDistrict,
    current_district,
    district_transaction,
    durable,
    durable_transaction,
    on_rollback,
    planned_cursor,
    serving,
)
from fileroom.hosting.embedded import Urls
from tests import factories as make


def asked(statement: str) -> object:
    """The first value of a statement on the application's connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def schools() -> list[str]:
    from fileroom.people.models import School

    return sorted(School.objects.values_list("name", flat=True))


class ItWentWrong(Exception):
    """What goes wrong in a transaction."""


def test_a_statement_outside_a_transaction_does_not_run(district: str) -> None:
    from fileroom.hosting.postgres.base import OutsideTransaction

    with pytest.raises(OutsideTransaction):
        asked("SELECT 1")
    with pytest.raises(OutsideTransaction):
        schools()


def test_a_plain_transaction_of_djangos_own_is_not_enough(district: str) -> None:
    from django.db import transaction

    from fileroom.hosting.postgres.base import OutsideTransaction

    with pytest.raises(OutsideTransaction), transaction.atomic():
        asked("SELECT 1")


def test_where_no_district_is_served_there_is_no_transaction(installation: Urls) -> None:
    with pytest.raises(NoDistrict):
        current_district()
    with pytest.raises(NoDistrict), district_transaction():
        pass


def test_the_search_path_does_not_outlive_its_transaction(district: str) -> None:
    """The same server connection, looked at past Django's guard, as a pooler would hand it to the next district."""
    from django.db import connection

    with district_transaction():
        assert asked("SHOW search_path") == "alder_creek"
        backend = asked("SELECT pg_backend_pid()")
    with connection.connection.cursor() as raw:
        assert raw.execute("SHOW search_path").fetchone() == ('"$user", public',)
        assert raw.execute("SELECT pg_backend_pid()").fetchone() == (backend,)
        with pytest.raises(psycopg.errors.UndefinedTable):
            raw.execute("SELECT * FROM people_student")
    connection.connection.rollback()


def test_one_connection_serves_each_district_its_own_rows(district: str) -> None:
    make.school("Alder Creek High")
    with serving("mesa_verde"):
        make.school("Mesa High")
        with district_transaction():
            assert schools() == ["Mesa High"]
    with district_transaction():
        assert schools() == ["Alder Creek High"]


def test_a_plan_the_connection_keeps_serves_each_district_its_own_rows(district: str) -> None:
    from fileroom.hosting.postgres.base import PLANNED_FROM, OutsideTransaction

    make.school("Alder Creek High")
    with serving("mesa_verde"):
        make.school("Mesa High")
    for _ in range(PLANNED_FROM + 2):
        for name, school in (("mesa_verde", "Mesa High"), ("alder_creek", "Alder Creek High")):
            with serving(name), district_transaction(), planned_cursor() as cursor:
                cursor.execute("SELECT name FROM people_school WHERE name <> %s", ["none"])
                assert cursor.fetchall() == [(school,)]
    with district_transaction():
        kept = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT name FROM people_school%'"
        assert asked(kept) == 1
    with pytest.raises(OutsideTransaction):
        planned_cursor()


def test_a_transaction_of_one_district_is_not_joined_by_another(district: str) -> None:
    with district_transaction(), serving("mesa_verde"), pytest.raises(Nested), district_transaction():
        pass
    with district_transaction(), pytest.raises(Nested), durable():
        pass


def test_a_transaction_joins_the_open_one_of_its_district(district: str) -> None:
    with suppress(ItWentWrong), durable():
        make.school("Alder Creek High")
        raise ItWentWrong
    with district_transaction():
        assert schools() == []


def test_a_service_is_one_transaction_and_refuses_to_be_part_of_another(district: str) -> None:
    @durable_transaction
    def found_a_school(name: str) -> str:
        """Found a school."""
        make.school(name)
        return name

    assert found_a_school("Alder Creek High") == "Alder Creek High"
    assert found_a_school.__doc__ == "Found a school."
    with district_transaction(), pytest.raises(Nested):
        found_a_school("Another")
    with district_transaction():
        assert schools() == ["Alder Creek High"]


def test_what_was_done_outside_is_taken_back_when_the_transaction_fails_and_only_then(district: str) -> None:
    taken_back: list[str] = []
    with suppress(ItWentWrong), durable():
        on_rollback(lambda: taken_back.append("first"))
        on_rollback(lambda: taken_back.append("second"))
        raise ItWentWrong
    with durable():
        on_rollback(lambda: taken_back.append("of one that committed"))
    with suppress(ItWentWrong), durable():
        raise ItWentWrong
    assert taken_back == ["first", "second"]
    with pytest.raises(Nested):
        on_rollback(lambda: taken_back.append("outside"))


def test_a_hook_that_fails_hides_neither_the_acts_own_error_nor_the_hooks_after_it(district: str) -> None:
    taken_back: list[str] = []

    def fails() -> None:
        raise ConnectionError

    with pytest.raises(ItWentWrong), durable():
        on_rollback(fails)
        on_rollback(lambda: taken_back.append("second"))
        raise ItWentWrong
    assert taken_back == ["second"]


def test_an_interrupt_takes_back_what_was_done_outside_too(district: str) -> None:
    taken_back: list[str] = []
    with pytest.raises(KeyboardInterrupt), durable():
        on_rollback(lambda: taken_back.append("interrupted"))
        raise KeyboardInterrupt
    assert taken_back == ["interrupted"]


def test_another_thread_serves_no_district_until_it_says_which(district: str) -> None:
    seen: list[str] = []

    def work() -> None:
        try:
            seen.append(current_district())
        except NoDistrict:
            seen.append("none")
        with serving("mesa_verde"):
            seen.append(current_district())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert (seen, current_district()) == (["none", "mesa_verde"], "alder_creek")


@pytest.mark.parametrize(
    "name",
    ["", "A", "1a", "a-b", "a b", 'a"; --', "public", "pg_catalog", "information_schema", "fileroom_register", "é",
     "a" * 42, "mesa_verde\n"],
)  # fmt: skip
def test_a_name_that_could_not_be_a_schema_is_never_served(name: str) -> None:
    with pytest.raises(BadDistrictName), serving(name):
        pass


def test_after_an_error_the_connection_still_guards(district: str) -> None:
    from django.db import ProgrammingError

    from fileroom.hosting.postgres.base import OutsideTransaction

    with pytest.raises(ProgrammingError), durable():
        asked("SELECT * FROM no_such_table")
    with pytest.raises(OutsideTransaction):
        asked("SELECT 1")
    with durable():
        assert asked("SELECT current_schema()") == "alder_creek"
