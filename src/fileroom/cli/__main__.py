"""`fileroom COMMAND …`: finds the command, serves the district, and gives each kind of error its exit status.

0 done · 1 a check failed or something was found · 2 not all of it could be looked into · 3 refused by law ·
4 invalid input or usage, or a database is out of reach · 5 missing · 70 broken
"""

from __future__ import annotations

import logging
import os
import secrets
import sys
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from importlib import import_module
from itertools import pairwise
from typing import NoReturn

INVALID, MISSING, BROKEN = 4, 5, 70
# Which module each command is in; it adds its parsers by register(commands). What a command does not need, Django and
# the databases above all, is not imported: `decide` is started for one question as well as for a hundred thousand.
PLAIN = {"decide": "law", "law": "law", "screen": "screen", "up": "up"}
WITH_DATABASES = {
    "account": "account",
    "deidentify": "deidentify", "district": "district", "ledger": "ledger", "import": "import_",
    "incident": "incident", "backup": "keeping", "restore": "keeping", "check": "keeping",
}  # fmt: skip
HELP = {"-h", "--help"}


class Parser(ArgumentParser):
    """argparse with our exit status for a wrong usage."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(INVALID, f"{self.prog}: {message}\n")


def parser(command: str = "") -> ArgumentParser:
    """That command with its words, where it is one that reaches a database; else every command. Needs the settings."""
    about = "A school district's student records: what comes in, what goes out, and the proof."
    top = Parser(prog="fileroom", description=about)
    top.add_argument("--district", metavar="NAME", help="the district to work on (needed where there are several)")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    _set_up_django()
    every = dict.fromkeys([*PLAIN.values(), *WITH_DATABASES.values()])
    for name in [WITH_DATABASES[command]] if command in WITH_DATABASES else every:
        import_module(f"fileroom.cli.{name}").register(commands)
    return top


def _command_of(given: list[str]) -> str:
    """The first word, or the first after `--district NAME`. Whatever else it is, the whole parser has the words for."""
    rest = given[2:] if given[:1] == ["--district"] else given
    return next(iter(rest), "")


def _set_up_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fileroom.config.settings")
    django.setup()


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        with ExitStack() as parts:
            return _run(_plain_parser(given) or _with_databases(given, parts))
    except BrokenPipeError:
        # Whoever reads us has heard enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _unfit(error) or _broken(error)


def _unfit(error: Exception) -> int:
    """Say what the environment lacks, where it is that; else 0."""
    from fileroom.cli import installation

    unfit = isinstance(error, installation.UNFIT)
    says = str(error) if unfit else installation.out_of_reach(error) or installation.ended(error)
    if not says:
        return 0
    print(f"fileroom: {says}", file=sys.stderr)
    return INVALID


def _with_databases(given: list[str], parts: ExitStack) -> Namespace:
    """The settings are read as the parser is made, so the databases must be there before, for what needs them."""
    if not (HELP & set(given) or ("ledger", "vectors") in pairwise(given)):
        from fileroom.cli import installation

        installation.reach(parts)
    return parser(_command_of(given)).parse_args(given)


def _plain_parser(given: list[str]) -> Namespace | None:
    """`law`, `decide`, `screen` and `up` run without tables (`up` must prepare the settings before they are read)."""
    if not given or given[0] not in PLAIN:
        return None
    top = Parser(prog="fileroom")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    import_module(f"fileroom.cli.{PLAIN[given[0]]}").register(commands)
    return top.parse_args(given)


def _run(args: Namespace) -> int:
    if not getattr(args, "needs_district", False):
        return int(args.run(args))
    import psycopg
    from django.db import DatabaseError

    from fileroom.hosting import serving
    from fileroom.seal import UnknownKey

    name = _district(args.district)
    if name is None:
        return INVALID
    with serving(name):
        try:
            return int(args.run(args))
        except (DatabaseError, psycopg.Error, UnknownKey):
            if lacking := _ground_of(name):
                raise lacking from None
            raise


def _ground_of(name: str) -> Exception | None:
    """What is amiss with the district itself, where that is why a command could not be carried out."""
    import psycopg

    from fileroom.cli.installation import Unfit
    from fileroom.safekeeping.services import NoGround, hold_ground

    try:
        hold_ground(name)
    except NoGround as error:
        return Unfit(str(error))
    except psycopg.OperationalError:
        return None  # the database is away: that is why
    return None


def _district(asked: str | None) -> str | None:
    """The district asked for, or the only one there is; else None, having said which there are."""
    from fileroom.hosting import register

    names = register.names()
    if asked in names or (asked is None and len(names) == 1):
        return asked or names[0]
    known = ", ".join(names) or "none yet: fileroom district add NAME --host HOST"
    print(f"fileroom: say which district with --district NAME. Known: {known}", file=sys.stderr)
    return None


def _broken(error: Exception) -> int:
    """An incident number and where it broke; never the values, which may be about a child."""
    from fileroom.hosting.faults import kind_and_place

    incident = secrets.token_hex(4)
    logging.getLogger("fileroom.cli").error("incident %s: %s", incident, kind_and_place(error))
    print(f"fileroom: something broke on our side. Incident {incident}.", file=sys.stderr)
    return BROKEN


if __name__ == "__main__":
    sys.exit(main())
