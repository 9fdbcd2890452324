"""Which of several pg_dump and pg_restore is taken: before PostgreSQL 17 none that only a later server understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from fileroom.hosting.embedded import Urls
from fileroom.hosting.postgres_programs import NoFittingProgram, Program, nearest, written_by


def here(*majors: int) -> list[Program]:
    return [Program(major, Path(f"/{major}/pg_restore")) for major in majors]


def test_the_nearest_that_is_not_older_than_the_server_is_taken() -> None:
    assert nearest("pg_dump", here(14, 16, 15, 18), server=15, reads=0).major == 15
    assert nearest("pg_dump", here(14, 16), server=15, reads=0).major == 16
    assert nearest("pg_dump", here(15, 19, 18), server=17, reads=0).major == 18


def test_what_reads_a_dump_is_not_older_than_what_wrote_it() -> None:
    assert nearest("pg_restore", here(15, 16), server=15, reads=16).major == 16
    assert nearest("pg_restore", here(17, 18), server=17, reads=18).major == 18
    assert nearest("pg_restore", here(15, 17, 18), server=17, reads=15).major == 17, "the old are read by the new"


@pytest.mark.parametrize("server", [15, 16])
def test_no_program_of_17_or_later_works_for_an_older_server(server: int) -> None:
    """pg_restore 17 sets `transaction_timeout`, and pg_dump 17 writes what pg_restore 16 does not read."""
    with pytest.raises(NoFittingProgram, match=f"postgresql-client-{server}"):
        nearest("pg_dump", here(14, 17, 18), server=server, reads=0)


def test_an_older_program_works_for_no_newer_server() -> None:
    with pytest.raises(NoFittingProgram, match="18 or newer"):
        nearest("pg_dump", here(0, 15, 17), server=18, reads=0)


def test_a_dump_that_the_server_cannot_take_back_is_refused_and_says_where_it_can_be_restored() -> None:
    with pytest.raises(NoFittingProgram, match=r"written by pg_dump 18.* on PostgreSQL 17 or newer"):
        nearest("pg_restore", here(15, 18), server=15, reads=18)


def test_what_the_owners_url_says_of_tls_is_said_to_the_programs_and_by_our_own_connection(
    installation: Urls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket takes no notice of sslmode, so a name that the server repeats is asked for too."""
    from django.db import connections

    from fileroom.hosting import backups

    said = {"sslmode": "verify-full", "sslrootcert": "/certificates", "application_name": "owners way"}
    monkeypatch.setitem(connections["owner"].settings_dict, "OPTIONS", {"client_encoding": "UTF8", **said})
    told = b"".join(written_by(Program(18, Path("/usr/bin/env")), [])).decode().splitlines()
    assert {"PGSSLMODE=verify-full", "PGSSLROOTCERT=/certificates", "PGAPPNAME=owners way"} <= set(told)
    with backups._connect() as owner:
        assert owner.execute("SHOW application_name").fetchone() == ("owners way",)
        assert owner.info.get_parameters()["sslmode"] == "verify-full"
