"""Steps that the tests of the regulation share."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from fileroom.law.days import district_day
from tests.conftest import AT
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.models import AdoptedRegulation
    from fileroom.programmes.regulation.drafting import Installed, Regulation


def drafted(installed: Installed, *, at: datetime = AT) -> Regulation:
    """The regulation as it reads."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.regulation.drafting import draft

    with district_transaction():
        return draft(installed, on=district_day(at))


def adopts(by: SignedIn, installed: Installed, *, at: datetime = AT) -> AdoptedRegulation:
    """It is adopted as it reads."""
    from fileroom.programmes.regulation.services import adopt

    read = drafted(installed, at=at).digest
    return adopt(uuid4(), read, installed=installed, head=steps.head(), by=by, at=at)
