"""People who can sign in, for tests of accounts and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from datetime import date

    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.accounts.joining import Joined
    from fileroom.programmes.accounts.standing import NotDone
    from fileroom.programmes.models import RoleGiven

CHOSEN = "a password that nobody else has"


def chief(name: str = "chief") -> make.Staffed:
    """An administrator of the whole district who has chosen a password."""
    found = make.staffed(name, "administrator", None)
    opened(found)
    return found


def opened(who: make.Staffed) -> None:
    """They have chosen a password: no test asks which."""
    make.change(who.by.account, password="argon2$of-nobody")


def let_in(given: str, family: str, address: str, *, by: SignedIn) -> Joined:
    """An account is made of this name, or found by this address; a link is handed over."""
    from fileroom.programmes.accounts.inviting import Way
    from fileroom.programmes.accounts.joining import Joined, New, make_account

    joined = make_account(New(None, given, family, address), Way.HAND, by=by, at=AT)
    assert isinstance(joined, Joined)
    return joined


def gives(
    to: UUID,
    role: str,
    school: UUID | None = None,
    *,
    by: SignedIn,
    reason: str = "She keeps the files",
    from_on: date = make.TODAY,
    to_on: date | None = None,
) -> RoleGiven | NotDone:
    """Give this role to the holder of this account."""
    from fileroom.programmes.accounts.giving import give_role
    from fileroom.programmes.accounts.standing import Place

    return give_role(uuid4(), to, Place(role, school, from_on, to_on, reason), by=by, at=AT)
