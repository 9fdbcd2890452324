"""People who can sign in, for tests of accounts and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from datetime import date

    from fileroom.people.signed_in import SignedIn
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
