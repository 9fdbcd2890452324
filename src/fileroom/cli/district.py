"""`fileroom district add NAME --host HOST`: another district, with its own people, ledger and keys.

`district move NAME --host HOST` lets one that is there answer elsewhere, and at none of its hosts before.
Exit status: 0 done; 4 the name or the host will not do; 5 there is no such district.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from fileroom.cli.failing import failed
from fileroom.hosting import BadDistrictName, districts
from fileroom.hosting import register as hosts
from fileroom.law.signing import FIRST_RELEASE
from fileroom.safekeeping.services import NoGround, hold_ground
from fileroom.seal.store import key_store

if TYPE_CHECKING:
    from argparse import _SubParsersAction

INVALID, MISSING = 4, 5


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `district`."""
    parser = commands.add_parser("district", help="add a district to this installation, or list them")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for action, does in (
        ("add", "make a district's schema, tables and keys"),
        ("move", "let a district answer at this host, and no longer at those it had"),
    ):
        one = actions.add_parser(action, help=does)
        one.add_argument("name", metavar="NAME", help="lower-case letters, digits and _")
        one.add_argument("--host", required=True, metavar="HOST", help="the host name at which its pages answer")
    actions.add_parser("list", help="the districts of this installation")
    parser.set_defaults(run=run, needs_district=False)


def run(args: Namespace) -> int:
    """Add, move or list; returns the exit status."""
    if args.action == "list":
        for name in hosts.names():
            print(name, hosts.host_of(name))
        return 0
    is_here = args.name in hosts.names()
    if args.action == "move" and not is_here:
        return failed(f"There is no district {args.name} here.", MISSING)
    try:
        if args.action == "move":
            hosts.add(args.name, args.host)
            print(f"{args.name} answers at {hosts.host_of(args.name)}.")
            return 0
        return _known(args.name, args.host) if is_here else _add(args.name, args.host)
    except (BadDistrictName, hosts.BadHost, hosts.HostTaken, NoGround) as error:
        return failed(error, INVALID)


def _known(name: str, host: str) -> int:
    """Finish what a stop left undone; change nothing about a district that is there."""
    answers = hosts.host_of(name)
    if answers != hosts.checked_host(host):
        words = f"{name} is here, and answers at {answers}. To move it: fileroom district move {name} --host {host}"
        return failed(words, INVALID)
    hold_ground(name)
    key_store().found(name)
    print(f"{name} is here, and answers at {answers}.")
    return 0


def _add(name: str, host: str) -> int:
    districts.add(name, host)
    key_store().found(name)
    print(f"{name} answers at {hosts.host_of(name)}. Nobody can sign in yet: fileroom --district {name} account begin")
    print(f"Release {FIRST_RELEASE} of the law decides there: counsel's desk asks the district to sign for it.")
    return 0
