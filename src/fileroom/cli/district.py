"""`fileroom district add NAME --host HOST`: another district, with its own people, ledger and keys."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from fileroom.hosting import BadDistrictName, districts
from fileroom.hosting import register as hosts
from fileroom.law.signing import FIRST_RELEASE
from fileroom.seal.store import key_store

if TYPE_CHECKING:
    from argparse import _SubParsersAction

INVALID = 4


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `district`."""
    parser = commands.add_parser("district", help="add a district to this installation, or list them")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("add", help="make a district's schema, tables and keys")
    new.add_argument("name", metavar="NAME", help="lower-case letters, digits and _")
    new.add_argument("--host", required=True, metavar="HOST", help="the host name at which its pages answer")
    actions.add_parser("list", help="the districts of this installation")
    parser.set_defaults(run=run, needs_district=False)


def run(args: Namespace) -> int:
    """Add or list; returns the exit status."""
    if args.action == "list":
        for name in hosts.names():
            print(name, hosts.host_of(name))
        return 0
    try:
        districts.add(args.name, args.host)
    except (BadDistrictName, hosts.HostTaken) as error:
        print(f"fileroom: {error}", file=sys.stderr)
        return INVALID
    key_store().found(args.name)
    print(f"{args.name} answers at {args.host}. Nobody can sign in yet.")
    print(f"Release {FIRST_RELEASE} of the law decides there: counsel's desk asks the district to sign for it.")
    return 0
