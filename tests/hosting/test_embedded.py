"""The embedded PostgreSQL: what each role may do, what survives, what stays shut."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from fileroom.hosting.embedded import (
    AlreadyRunning,
    EmbeddedServer,
    Urls,
    WrongMajor,
    home,
    programs,
    server,
    throwaway,
)

NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root has a lesser account to run the server under")


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[EmbeddedServer, Urls]]:
    with throwaway() as both:
        yield both


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder like a checkout's var/: its parents can be passed through, by a lesser account too."""
    folder = Path(tempfile.mkdtemp(prefix="fileroom-test-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def refused(url: str, statement: str) -> bool:
    with psycopg.connect(url, autocommit=True) as connection:
        try:
            connection.execute(statement.encode())
        except psycopg.errors.InsufficientPrivilege:
            return True
    return False


def count(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM kept.row").fetchone()
    assert row is not None
    return int(row[0])


def keep_rows(url: str, number: int) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE SCHEMA kept")
        connection.execute("CREATE TABLE kept.row (number int)")
        connection.execute("INSERT INTO kept.row SELECT generate_series(1, %s::int)", [number])


def ends_by_itself(url: str) -> bool:
    """Whether nobody answers there any more, some seconds later at the latest."""
    for _ in range(100):
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    "statement", ["CREATE SCHEMA mine", "CREATE TABLE public.mine (a int)", "CREATE TEMPORARY TABLE mine (a int)"]
)
def test_the_application_s_role_can_make_nothing(shared: tuple[EmbeddedServer, Urls], statement: str) -> None:
    assert refused(shared[1].records, statement)


def test_nobody_works_in_the_public_schema(shared: tuple[EmbeddedServer, Urls]) -> None:
    with psycopg.connect(shared[1].owner) as connection:
        connection.execute("CREATE TABLE public.there (a int)")
        connection.execute("GRANT ALL ON public.there TO PUBLIC")
    assert refused(shared[1].records, "SELECT * FROM public.there")


@pytest.mark.parametrize(
    ("role", "database"), [("records", "fileroom_keys"), ("records", "postgres"), ("keys", "fileroom")]
)
def test_a_role_enters_no_database_but_its_own(shared: tuple[EmbeddedServer, Urls], role: str, database: str) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(getattr(shared[1], role), dbname=database)


def test_no_role_enters_without_its_password(shared: tuple[EmbeddedServer, Urls]) -> None:
    for url in shared[1]:
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(url, password="wrong")


def test_the_server_listens_on_no_network_and_checks_its_pages(shared: tuple[EmbeddedServer, Urls]) -> None:
    with psycopg.connect(shared[1].superuser) as connection:
        for setting, value in (
            ("listen_addresses", ""),
            ("data_checksums", "on"),
            ("password_encryption", "scram-sha-256"),
        ):
            assert connection.execute("SELECT current_setting(%s)", [setting]).fetchone() == (value,)


def test_the_server_s_log_quotes_no_value_of_a_statement_that_failed(shared: tuple[EmbeddedServer, Urls]) -> None:
    embedded, urls = shared
    with psycopg.connect(urls.owner, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA quoted")
        connection.execute("CREATE TABLE quoted.name (name text PRIMARY KEY)")
        for _ in range(2):
            with suppress(psycopg.errors.UniqueViolation):
                connection.execute("INSERT INTO quoted.name VALUES ('Canary Ramírez')")
    log = embedded.log_path.read_text()
    assert "duplicate key" in log
    assert "Canary" not in log


def test_statements_are_logged_with_their_values_only_where_a_test_asks_for_it() -> None:
    with throwaway(log_statements=True) as (embedded, urls), psycopg.connect(urls.records) as connection:
        connection.execute("SELECT 'seen by the test'")
        connection.execute("SELECT %s::text", ["bound apart from it"])
        for _ in range(2):
            connection.execute("SELECT %s::text", ["bound to a plan that is kept"], prepare=True)
        log = embedded.log_path.read_text()
    assert "seen by the test" in log and "bound apart from it" in log
    assert log.count("bound to a plan that is kept") == 2


def test_rows_committed_before_a_crash_are_there_after_the_next_start(var: Path) -> None:
    embedded = EmbeddedServer(var)
    keep_rows(embedded.start().owner, 20_000)
    embedded.kill()
    assert embedded.ended() is False
    try:
        assert count(embedded.start().owner) == 20_000
    finally:
        embedded.stop()


def test_a_server_does_not_outlive_the_killed_process_that_started_it(var: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from fileroom.hosting.embedded import EmbeddedServer;"
        "print(EmbeddedServer(Path(sys.argv[1])).start().owner, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(var)], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        url = starter.stdout.readline().strip()
        keep_rows(url, 7)
        starter.send_signal(signal.SIGKILL)
    if sys.platform == "linux":
        assert ends_by_itself(url)
    embedded = EmbeddedServer(var)
    try:
        assert count(embedded.start().owner) == 7
    finally:
        embedded.stop()


def test_a_process_number_that_now_belongs_to_another_program_is_not_in_the_way(var: Path) -> None:
    embedded = EmbeddedServer(var)
    keep_rows(embedded.start().owner, 3)
    embedded.kill()
    with open(os.devnull, "wb") as nowhere:
        other = embedded.account.spawn(["sleep", "60"], log=nowhere)
    number = embedded.home.data / "postmaster.pid"
    number.write_text("\n".join([str(other.pid), *number.read_text().split("\n")[1:]]))
    try:
        assert count(embedded.start().owner) == 3
        assert other.poll() is None
    finally:
        embedded.stop()
        other.kill()
        other.wait()


def test_a_first_start_that_was_cut_short_is_begun_again(var: Path) -> None:
    embedded = EmbeddedServer(var)
    unfinished = embedded.home.account.private_folder(embedded.home.at / "data-unfinished-1")
    (unfinished / "PG_VERSION").write_text("18")
    try:
        keep_rows(embedded.start().owner, 1)
    finally:
        embedded.stop()
    assert not unfinished.exists()


def test_a_second_process_is_told_who_runs_the_server(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE_S", 0.2)
    first = EmbeddedServer(var)
    with first.home.lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write("4711")
        held.flush()
        with pytest.raises(AlreadyRunning, match="Process 4711 runs the database"):
            EmbeddedServer(var).start()


def test_a_folder_of_another_major_is_refused_with_what_to_do(var: Path) -> None:
    embedded = EmbeddedServer(var)
    embedded.start()
    embedded.stop()
    version = embedded.home.data / "PG_VERSION"
    version.write_text("15\n")
    with pytest.raises(WrongMajor, match=r"made by PostgreSQL 15; .*fileroom restore DIR"):
        embedded.start()


def test_a_path_too_long_for_a_socket_gets_a_short_private_folder_that_is_removed_again(var: Path) -> None:
    embedded = EmbeddedServer(var / ("long" * 30))
    urls = embedded.start()
    try:
        with psycopg.connect(urls.records) as connection:
            socket = Path(connection.info.host)
        assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    finally:
        embedded.stop()
    assert not socket.exists()


def test_what_holds_data_or_a_password_is_shut_and_no_folder_above_is_changed(var: Path) -> None:
    before = {folder: folder.stat().st_mode for folder in (var, *var.parents)}
    embedded = EmbeddedServer(var)
    embedded.start()
    try:
        for path in (embedded.home.data, embedded.home.at / "socket", embedded.home.passwords, embedded.log_path):
            assert path.stat().st_mode & 0o077 == 0, path
    finally:
        embedded.stop()
    assert {folder: folder.stat().st_mode for folder in before} == before


@NEEDS_ROOT
def test_where_the_lesser_account_cannot_reach_var_its_home_is_elsewhere_and_var_stays_shut(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "SYSTEM", var / "system")
    shut = var / "shut"
    shut.mkdir(mode=0o700)
    embedded = EmbeddedServer(shut)
    assert embedded.home.at.parent == var / "system"
    assert EmbeddedServer(shut).home == embedded.home
    keep_rows(embedded.start().owner, 2)
    embedded.stop()
    assert stat.S_IMODE(shut.stat().st_mode) == 0o700


@NEEDS_ROOT
def test_programs_the_lesser_account_cannot_reach_are_copied_to_where_it_cannot_change_them(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = var / "shut"
    shut.mkdir(mode=0o700)
    for name in (programs.WHEEL, programs.LIBRARIES):
        shutil.copytree(programs.packages() / name, shut / name, symlinks=True)
    monkeypatch.setattr(sys, "path", [str(shut), *sys.path])
    embedded = EmbeddedServer(var)
    keep_rows(embedded.start().owner, 2)
    embedded.stop()
    copied = programs.bin_folder(embedded.home.at / "programs") / "postgres"
    assert copied.stat().st_uid == 0
    assert copied.stat().st_mode & 0o022 == 0


def test_a_command_beside_a_running_server_is_given_the_same_ways_in(var: Path) -> None:
    embedded = EmbeddedServer(var)
    assert embedded.running() is None
    ways_in = embedded.start()
    try:
        assert EmbeddedServer(var).running() == ways_in
    finally:
        embedded.stop()
    assert EmbeddedServer(var).running() is None
