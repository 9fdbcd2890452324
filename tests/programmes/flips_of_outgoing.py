"""The flip of what is counted of messages: one that did not go has waited for days; then somebody has seen to it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.casework.behind import waits_for
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.programmes.flip import Flip


def kept_back(town: make.Town) -> Flip:
    """A message is kept back; two days later nobody has looked; then it was taken back."""
    from fileroom.casework.models import Outgoing
    from fileroom.hosting import district_transaction

    ids = waits_for(town.ana, filed(town.registrar.by, town.ana))
    with district_transaction():
        row = Outgoing.objects.get(pk=ids["outgoing_id"])
    late = AT - timedelta(days=2)
    return Flip(
        "1 that did not go waits for a person for more than a day",
        lambda: make.change(row, state="withheld", why="address", over_at=AT, entry=uuid4()),
        lambda: make.change(row, over_at=late),
        lambda: make.change(row, state="withdrawn"),
    )
