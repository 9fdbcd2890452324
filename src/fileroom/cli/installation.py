"""What the settings read from the environment, prepared where nobody set it: database, keys, place for object files.

`fileroom up` starts the embedded server and keeps it; any other command uses the one that runs, or starts it for as
long as the command lasts. Call before Django reads its settings.
"""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import ExitStack
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from fileroom.hosting.embedded import AlreadyRunning, CannotStart, EmbeddedServer, Urls, WrongMajor
from fileroom.hosting.embedded.account import NoAccount
from fileroom.hosting.embedded.leftover import DoesNotEnd
from fileroom.hosting.embedded.programs import NoPrograms
from fileroom.seal import NotConfigured
from fileroom.seal.root import make_root_file

URLS = ("FILEROOM_DATABASE_URL", "FILEROOM_OWNER_URL", "FILEROOM_KEYS_URL")
ADDRESS = (
    "Its form: postgresql://ROLE:PASSWORD@HOST:PORT/DATABASE, with signs like @ and / in a password as %40 and %2F."
)
PATIENCE_S = 5
SHUT_DOWN = "57P0"  # the class of what a server says as it goes; one that was killed says nothing
ENDED = (
    "The database went away while this ran. Each act is kept whole or not at all: start the database, and run the same "
    "command again."
)
CHECKOUT = Path(__file__).resolve().parents[3]


class Unfit(Exception):
    """The environment or the machine is not as we need it; the words say what to change."""


UNFIT = (Unfit, AlreadyRunning, CannotStart, DoesNotEnd, WrongMajor, NoAccount, NoPrograms, NotConfigured)


def start(parts: ExitStack) -> EmbeddedServer | None:
    """Start the embedded server until `parts` closes, unless the environment names databases. Raises one of UNFIT."""
    _keys_and_objects()
    if _databases_given():
        return None
    server = EmbeddedServer(_var())
    _tell_where(server)
    parts.callback(server.stop)
    _name(parts, server.start())
    return server


def reach(parts: ExitStack) -> None:
    """Make the databases reachable for one command: as given, as running, or started till `parts` closes."""
    _keys_and_objects()
    if _databases_given():
        return
    ways_in = EmbeddedServer(_var()).running()
    if ways_in is None:
        # A dry run too, and a command that then finds nothing to do: nobody is to wonder what ran here.
        print("fileroom: starting the database for this command; it stops with it", file=sys.stderr, flush=True)
        start(parts)
    else:
        _name(parts, ways_in)


def _name(parts: ExitStack, ways_in: Urls) -> None:
    """Let the settings find our own server until `parts` closes: no error is then blamed on what nobody set."""
    for name, url in zip(URLS, ways_in[:3], strict=True):
        os.environ[name] = url
        parts.callback(os.environ.pop, name, None)


def out_of_reach(error: BaseException) -> str:
    """Which of the databases somebody named this error could come from, being out of reach; empty where all answer.

    No password is in the words.
    """
    if not isinstance(error, psycopg.Error) and not isinstance(error.__cause__, psycopg.Error):
        return ""
    return next(filter(None, map(_out_of_reach, filter(os.environ.get, URLS))), "")


def ended(error: BaseException) -> str:
    """What to say where a database went away while it was spoken to; empty where it has said itself what was wrong."""
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    gone = isinstance(cause, psycopg.OperationalError) and (cause.sqlstate or SHUT_DOWN).startswith(SHUT_DOWN)
    return ENDED if gone else ""


def _out_of_reach(name: str) -> str:
    url = os.environ[name]
    try:
        way = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        way = {"host": "@"}
    host, port = str(way.get("host") or "the local socket"), way.get("port") or 5432
    # A password with an @ or a / tears the address: what stands for the host or the port may be a piece of it.
    if "@" in f"{host}{way.get('dbname')}":
        return f"{name} is no address of a database. {ADDRESS}"
    try:
        psycopg.connect(url, connect_timeout=PATIENCE_S).close()
    except psycopg.OperationalError as error:
        # libpq says the cause first, and then what might be done about it.
        words = (str(error).strip() or type(error).__name__).splitlines()[0]
        words = words.replace(str(way.get("password") or "\0"), "…")
        return (
            f"The database that {name} names, at {host}, port {port}, does not let us in: {words}\n"
            f"See that PostgreSQL runs there, and that the variable is right. {ADDRESS}"
        )
    return ""


def _var() -> Path:
    """Everything that an installation keeps on disk."""
    return Path(os.environ.get("FILEROOM_VAR", CHECKOUT / "var")).resolve()


def _databases_given() -> bool:
    given = [name for name in URLS if os.environ.get(name)]
    lacking = [name for name in URLS if name not in given]
    if given and lacking:
        raise Unfit(f"{', '.join(given)} is set, so set {' and '.join(lacking)} too; or none of the three.")
    return bool(given)


def _tell_where(server: EmbeddedServer) -> None:
    if not server.home.at.is_relative_to(_var()):
        words = f"the database is in {server.home.at}, for the account it runs under cannot reach {_var()}"
    elif not server.home.data.exists():
        words = "making the database (once)"
    else:
        return
    print(f"fileroom: {words}", file=sys.stderr, flush=True)


def _keys_and_objects() -> None:
    """Keys and the place for object files, in `var` where the environment names none."""
    for setting, path, make in (
        ("FILEROOM_ROOT_KEY_FILE", _var() / "keys" / "root.key", make_root_file),
        ("FILEROOM_SECRET_KEY_FILE", _var() / "keys" / "cookies.key", _make_cookies_key),
        ("FILEROOM_OBJECTS", _var() / "objects", Path.mkdir),
    ):
        if os.environ.get(setting):
            continue
        _var().mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not path.exists():
            make(path)
            path.chmod(0o700 if path.is_dir() else 0o600)
        os.environ[setting] = str(path)


def _make_cookies_key(path: Path) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
