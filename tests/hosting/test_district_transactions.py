"""No statement without a district: each transaction chooses one schema, and nothing of the choice outlives it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Model

from fileroom.hosting import (
    Nested,
    NoDistrict,
    district_transaction,
    durable,
    durable_transaction,
    on_rollback,
    serving,
)
from fileroom.hosting.postgres.base import OutsideTransaction


def schools() -> type[Model]:
    from fileroom.people.models import School

    return School


def path() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        return str(cursor.fetchone()[0])


def test_a_statement_outside_a_district_transaction_is_refused(district: str) -> None:
    with pytest.raises(OutsideTransaction):
        schools()._default_manager.count()
    with pytest.raises(OutsideTransaction):
        path()


def test_a_list_that_is_read_too_late_is_refused(district: str) -> None:
    with district_transaction():
        later = schools()._default_manager.all()
    with pytest.raises(OutsideTransaction):
        list(later)


def test_without_a_district_there_is_no_transaction(installation: object) -> None:
    with pytest.raises(NoDistrict), district_transaction():
        pass


def test_a_transaction_sees_its_own_schema_alone(district: str) -> None:
    with district_transaction():
        assert path() == district
        schools()._default_manager.create(name="Alder Creek Elementary")
    with serving("mesa_verde"), district_transaction():
        assert path() == "mesa_verde"
        assert schools()._default_manager.count() == 0


def test_the_choice_of_a_district_ends_with_its_transaction(district: str) -> None:
    with district_transaction():
        pass
    held = connection.connection
    with held.cursor() as plain:  # the very connection that the next request is given
        plain.execute("SHOW search_path")
        assert district not in plain.fetchone()[0]


def test_a_district_is_not_entered_from_within_another(district: str) -> None:
    with district_transaction(), serving("mesa_verde"), pytest.raises(Nested), district_transaction():
        pass


def test_a_query_joins_the_open_transaction_and_a_service_refuses_to(district: str) -> None:
    with district_transaction():
        with district_transaction():
            assert path() == district
        with pytest.raises(Nested), durable():
            pass


def test_a_service_that_fails_leaves_nothing_and_its_hooks_run(district: str) -> None:
    undone: list[str] = []

    @durable_transaction
    def service() -> None:
        schools()._default_manager.create(name="Alder Creek Elementary")
        on_rollback(lambda: undone.append("object"))
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        service()
    assert undone == ["object"]
    with district_transaction():
        assert schools()._default_manager.count() == 0


def test_what_was_committed_is_not_taken_back(district: str) -> None:
    undone: list[str] = []
    with durable():
        on_rollback(lambda: undone.append("object"))
    with durable():
        pass
    assert undone == []
    with pytest.raises(Nested):
        on_rollback(lambda: undone.append("object"))


def test_what_fails_in_a_savepoint_is_taken_back_alone(district: str) -> None:
    from fileroom.hosting import savepoint

    taken_back: list[str] = []
    with district_transaction():
        on_rollback(lambda: taken_back.append("outer"))
        with savepoint():
            on_rollback(lambda: taken_back.append("kept"))
            schools()._default_manager.create(name="Alder Creek Elementary")
        with pytest.raises(ValueError, match="alone"), savepoint():
            on_rollback(lambda: taken_back.append("alone"))
            schools()._default_manager.create(name="Mesa Middle")
            raise ValueError("alone")
        assert taken_back == ["alone"]
        assert schools()._default_manager.filter(name="Mesa Middle").count() == 0
    assert taken_back == ["alone"]
    with pytest.raises(ValueError, match="whole"), district_transaction():
        with savepoint():
            on_rollback(lambda: taken_back.append("inner"))
        raise ValueError("whole")
    assert taken_back == ["alone", "inner"]
    with pytest.raises(Nested), savepoint():
        pass


def test_what_follows_an_act_and_fails_leaves_nothing_behind_and_the_act_stands(
    district: str, caplog: pytest.LogCaptureFixture
) -> None:
    from fileroom.hosting.attempts import attempt

    taken_back: list[str] = []

    def fails(name: str) -> None:
        on_rollback(lambda: taken_back.append(name))
        schools()._default_manager.create(name=name)
        raise ValueError(name)

    with district_transaction():
        on_rollback(lambda: taken_back.append("act"))
        schools()._default_manager.create(name="Alder Creek Elementary")
        assert not attempt(lambda: fails("Mesa Middle"))
        assert attempt(lambda: attempt(lambda: fails("Inner")))
        assert taken_back == ["Mesa Middle", "Inner"]
    with district_transaction():
        assert set(schools()._default_manager.values_list("name", flat=True)) == {"Alder Creek Elementary"}
    assert taken_back == ["Mesa Middle", "Inner"]
    assert caplog.text == "", "a line has its minute, and what some acts are followed by is under seal"
