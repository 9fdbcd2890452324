"""A database cluster: made by initdb, then its roles and databases. Passwords are random and never logged."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import LiteralString, NamedTuple
from urllib.parse import quote

import psycopg
from psycopg import sql

from fileroom.hosting.embedded.home import Home

SUPERUSER, OWNER, APP, KEYS = "postgres", "fileroom_owner", "fileroom_app", "fileroom_keys"
RECORDS_DATABASE, KEYS_DATABASE = "fileroom", "fileroom_keys"
UNFINISHED = "data-unfinished-"


class WrongMajor(RuntimeError):
    """The data folder was made by another major version of PostgreSQL."""


class Urls(NamedTuple):
    """Ways in, as postgresql:// URLs: `records` as the application's role, `owner` for migrations, `keys` for the key
    store in its own database, `superuser` for tests and repairs."""

    records: str
    owner: str
    keys: str
    superuser: str


def urls(home: Home, socket_folder: Path) -> Urls:
    """The four ways in through this socket."""
    passwords = json.loads(home.passwords.read_text())

    def url(role: str, database: str) -> str:
        return f"postgresql://{role}:{passwords[role]}@/{database}?host={quote(str(socket_folder), safe='')}&port=5432"

    return Urls(
        url(APP, RECORDS_DATABASE), url(OWNER, RECORDS_DATABASE), url(KEYS, KEYS_DATABASE), url(SUPERUSER, "postgres")
    )


def found(home: Home, programs: Path) -> None:
    """Make the cluster where there is none; all or nothing, so a start that was cut short is begun again.

    Each try has a folder of its own: what an interrupted initdb started may write for a moment yet.
    """
    if home.data.exists():
        _same_major(home, programs)
        return
    for left in home.at.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    unfinished = home.account.private_folder(Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=home.at)))
    passwords = _new_passwords(home)
    word = _handed_over(home, home.at / "superuser-password", passwords[SUPERUSER])
    try:
        _initdb(home, programs, unfinished, word)
    finally:
        word.unlink()
    unfinished.rename(home.data)


def _initdb(home: Home, programs: Path, data: Path, word: Path) -> None:
    command: list[str | Path] = [
        programs / "initdb",
        "--no-instructions",
        f"--pgdata={data}",
        f"--username={SUPERUSER}",
    ]
    command += ["--auth=scram-sha-256", f"--pwfile={word}", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8"]
    try:
        home.account.run(command)
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"initdb could not make the database in {data}:\n{error.stderr}") from error


def _new_passwords(home: Home) -> dict[str, str]:
    passwords = {role: secrets.token_urlsafe(32) for role in (SUPERUSER, OWNER, APP, KEYS)}
    _write_private(home.passwords, json.dumps(passwords))
    return passwords


def _handed_over(home: Home, path: Path, password: str) -> Path:
    """A file that only the server's account reads, for the moment of initdb."""
    path.unlink(missing_ok=True)
    _write_private(path, password)
    home.account.own(path)
    return path


def _write_private(path: Path, words: str) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(words)


def _same_major(home: Home, programs: Path) -> None:
    made_by = (home.data / "PG_VERSION").read_text().strip()
    told = home.account.run([programs / "postgres", "--version"]).stdout.split()[-1]  # "postgres (PostgreSQL) 18.6"
    ours = told.split(".")[0]
    if made_by != ours:
        raise WrongMajor(
            f"The database in {home.data} was made by PostgreSQL {made_by}; this Fileroom brings {ours}, which cannot "
            f"open it. With the Fileroom that made it, run `fileroom backup DIR`; then move {home.at} away, start this "
            "one and run `fileroom restore DIR`. If it holds only the demonstration, moving it away is enough."
        )


def settle(home: Home, superuser: str) -> None:
    """Roles and databases with no more than each needs. Safe to repeat; a start that was cut short is finished."""
    passwords = json.loads(home.passwords.read_text())
    with psycopg.connect(superuser, autocommit=True) as connection:
        for role in (OWNER, APP, KEYS):
            _role(connection, role, passwords[role])
        for database, owner in ((RECORDS_DATABASE, OWNER), (KEYS_DATABASE, KEYS)):
            if not _exists(connection, "SELECT FROM pg_database WHERE datname = %s", database):
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(*map(sql.Identifier, (database, owner)))
                )
        for database in (RECORDS_DATABASE, KEYS_DATABASE, "postgres", "template1"):
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(*map(sql.Identifier, (RECORDS_DATABASE, APP)))
        )
    for database in (RECORDS_DATABASE, KEYS_DATABASE):
        with psycopg.connect(superuser, dbname=database, autocommit=True) as connection:
            connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")


def _exists(connection: psycopg.Connection[tuple[object, ...]], query: LiteralString, name: str) -> bool:
    return connection.execute(query, [name]).fetchone() is not None


def _role(connection: psycopg.Connection[tuple[object, ...]], role: str, password: str) -> None:
    """A role that may sign in and nothing else. The server is sent the SCRAM verifier, never the password."""
    if _exists(connection, "SELECT FROM pg_roles WHERE rolname = %s", role):
        return
    verifier = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    connection.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(role), sql.Literal(verifier)))
