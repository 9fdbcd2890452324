"""A host leads to one district; a district is made once, brought up to date again and again, and harms no other."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from fileroom.hosting import BadDistrictName
from fileroom.hosting.embedded import Urls
from tests.conftest import DISTRICTS

NEW = "oak_grove"


@pytest.fixture
def superuser(installation: Urls) -> Iterator[psycopg.Connection]:
    with psycopg.connect(installation.superuser, dbname="fileroom", autocommit=True) as connection:
        yield connection


@pytest.fixture
def new_district(superuser: psycopg.Connection) -> Iterator[str]:
    """A third district for one test."""
    from fileroom.hosting import districts, register

    districts.add(NEW, "oak-grove.test", "records.oak-grove.test")
    yield NEW
    superuser.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(NEW)))
    superuser.execute("DELETE FROM fileroom_register.host WHERE district = %s OR host LIKE 'oak%%'", [NEW])
    superuser.execute("DELETE FROM fileroom_register.district WHERE name = %s", [NEW])
    register._known.clear()


def test_each_host_leads_to_its_district(installation: Urls) -> None:
    from fileroom.hosting import register

    for name, host in DISTRICTS.items():
        assert register.by_host(host) == name
        assert register.host_of(name) == host
    assert register.names() == sorted(DISTRICTS)


@pytest.mark.parametrize("host", ["", "nowhere.test", "alder-creek.test.", "alder_creek", "%", "' OR true --"])
def test_a_host_nobody_entered_leads_nowhere(installation: Urls, host: str) -> None:
    from fileroom.hosting import register

    assert register.by_host(host) is None
    assert register.by_host(host) is None, "asked twice: what was not found is not remembered as found"


def test_a_host_of_one_district_is_not_given_to_another(installation: Urls) -> None:
    from fileroom.hosting import register

    with pytest.raises(register.HostTaken, match="alder_creek"):
        register.add(NEW, "oak-grove.test", DISTRICTS["alder_creek"])
    assert NEW not in register.names()
    assert register.by_host("oak-grove.test") is None


def test_where_a_district_answers_at_its_hosts_the_demonstration_is_not_made_and_the_words_say_why(
    superuser: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.cli import demo, installation

    monkeypatch.setattr(demo, "DISTRICT", NEW)
    monkeypatch.setattr(demo, "HOSTS", ("oak-grove.test", DISTRICTS["mesa_verde"]))
    with pytest.raises(installation.Unfit, match=r"leads to the district mesa_verde\..*fileroom up"):
        demo.create()
    assert superuser.execute("SELECT to_regnamespace(%s)", [NEW]).fetchone() == (None,), "no schema was made"


@pytest.mark.parametrize("name", ["Oak", "oak-grove", "public", "pg_oak", 'oak"; DROP SCHEMA public; --'])
def test_a_name_that_cannot_be_a_schema_is_refused_before_anything_is_made(
    superuser: psycopg.Connection, name: str
) -> None:
    from fileroom.hosting import districts, register

    with pytest.raises(BadDistrictName):
        districts.add(name, "bad.test")
    assert register.by_host("bad.test") is None
    made = superuser.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [name]).fetchone()
    assert made == (1 if name == "public" else 0,)


def test_a_new_district_answers_at_its_hosts_and_has_every_table(
    new_district: str, superuser: psycopg.Connection
) -> None:
    from fileroom.hosting import register

    assert [register.by_host(host) for host in ("oak-grove.test", "records.oak-grove.test")] == [NEW, NEW]
    assert register.host_of(NEW) == "oak-grove.test"
    tables = {
        schema: {
            name for (name,) in superuser.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema])
        }
        for schema in (NEW, "alder_creek")
    }
    assert tables[NEW] == tables["alder_creek"] and len(tables[NEW]) > 30


def test_adding_again_changes_no_rows_and_only_the_hosts(new_district: str) -> None:
    from fileroom.hosting import districts, register, serving
    from tests import factories as make

    with serving(NEW):
        school = make.school("Oak Grove High")
    districts.add(NEW, "new.oak-grove.test")
    assert [register.by_host(host) for host in ("oak-grove.test", "new.oak-grove.test")] == [None, NEW]
    with serving(NEW):
        make.change(school, name="Oak Grove")


def test_bringing_all_districts_up_to_date_is_safe_to_repeat(new_district: str) -> None:
    from fileroom.hosting import districts

    districts.migrate_all()
    districts.migrate_all()


def test_grants_of_a_new_district_are_those_of_the_old(new_district: str, superuser: psycopg.Connection) -> None:
    asked = """SELECT table_name, privilege_type FROM information_schema.role_table_grants
        WHERE grantee = 'fileroom_app' AND table_schema = %s"""
    grants = [set(superuser.execute(asked, [schema])) for schema in (NEW, "alder_creek")]
    assert grants[0] == grants[1]
    assert {kind for table, kind in grants[0] if table == "ledger_event"} == {"INSERT", "SELECT"}
    assert {kind for _, kind in grants[0]} == {"DELETE", "INSERT", "SELECT", "UPDATE"}


def test_while_one_district_is_migrated_the_owner_sees_that_one_alone(installation: Urls) -> None:
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in("mesa_verde"), connections["owner"].cursor() as cursor:
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == ("mesa_verde",)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == ('"$user", public',)


@pytest.mark.parametrize("host", ["", "records.oak-grove.test:8000", "oak grove.test", "-oak.test", "oak..test", "*"])
def test_what_is_no_host_founds_no_district(installation: Urls, host: str) -> None:
    from fileroom.hosting import districts, register

    with pytest.raises(register.BadHost):
        districts.add(NEW, host)
    assert NEW not in register.names()


def test_a_host_answers_however_it_is_written(new_district: str) -> None:
    from fileroom.hosting import districts, register

    districts.add(new_district, "Records.Oak-Grove.Test")
    assert register.host_of(new_district) == "records.oak-grove.test"
    assert register.by_host("records.oak-grove.test") == new_district


def test_a_host_that_was_given_away_is_believed_a_minute_at_most(
    new_district: str, superuser: psycopg.Connection
) -> None:
    from fileroom.hosting import register

    assert register.by_host("oak-grove.test") == new_district
    superuser.execute("UPDATE fileroom_register.host SET district = 'mesa_verde' WHERE host = 'oak-grove.test'")
    assert register.by_host("oak-grove.test") == new_district
    register._known["oak-grove.test"] = (0.0, new_district)  # the minute is over
    assert register.by_host("oak-grove.test") == "mesa_verde"
