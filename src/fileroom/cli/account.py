"""`fileroom account begin ADDRESS`: the first account of a district, with the role by which all others are made.

`account link ADDRESS` makes a new link for one that is there: its holder has lost theirs, or the password, and nobody
can make one. The link is printed this once. The operator is asked no law; that it was done is an entry.
Exit status: 0 done; 4 an argument is invalid, or the district has begun; 5 there is no such account.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.urls import reverse

from fileroom.cli.failing import failed
from fileroom.hosting import current_district
from fileroom.law.days import PACIFIC
from fileroom.people.answers import Missing
from fileroom.programmes.accounts.beginning import begin, link_again
from fileroom.programmes.accounts.inviting import Link
from fileroom.programmes.accounts.joining import New
from fileroom.programmes.tasks import site_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction

INVALID, MISSING = 4, 5


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `account` and its subcommands."""
    parser = commands.add_parser("account", help="let the first administrator in; find a lost link again")
    parser.set_defaults(run=run, needs_district=True)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    it = actions.add_parser("begin", help="the first account, which makes all others on the page of accounts")
    it.add_argument("address", metavar="ADDRESS", help="the e-mail address by which they sign in")
    it.add_argument("--given", default="", metavar="NAME", help="first name, of whom no roster knows")
    it.add_argument("--family", default="", metavar="NAME", help="family name")
    it = actions.add_parser("link", help="a new link for an account; the one before opens nothing any more")
    it.add_argument("address", metavar="ADDRESS", help="by which they sign in")


def run(args: Namespace) -> int:
    """Make it, and print the link; returns the exit status."""
    now = datetime.now(UTC)
    try:
        if args.action == "begin":
            link = begin(New(None, args.given, args.family, args.address), at=now)
        else:
            link = link_again(args.address, at=now)
    except ValidationError as error:
        return failed(" ".join(error.messages), INVALID)
    except Missing:
        return failed("Nobody signs in by this address: the account is not there, or is closed.", MISSING)
    print(_told(link))
    return 0


def _told(link: Link) -> str:
    until = link.until_at.astimezone(PACIFIC)
    address = f"{site_of(current_district()).address}{reverse('welcome', args=[link.token])}"
    return "\n".join(
        (
            "Give this link to them alone. It is shown this once, and by it they choose their password:",
            f"  {address}",
            f"It works once, until {until:%Y-%m-%d}. Any link of before opens nothing now.",
        )
    )
