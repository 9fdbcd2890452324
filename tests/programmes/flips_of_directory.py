"""Flips of directory information: what the Board decided, whether the families had the year's notice of it, and whether
somebody has counted another system's list of what they refuse."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip
from tests.programmes.flips_of_packets import waiting


def lists(town: make.Town) -> Flip:
    """The notice of a decision turns out to be last year's; then this year's is there."""
    from fileroom.disclosure.models import DirectoryNotice, DirectoryPolicy

    noted = {"entered_at": AT, "entered_by": uuid4(), "entry": uuid4()}
    policy = DirectoryPolicy(
        version=1, adopted_on=make.TODAY - 2 * make.YEAR, meeting="Regular meeting", fields=["name"],
        recipients=["pta"], purposes=["directory"], **noted,
    )  # fmt: skip
    given_on = make.TODAY - timedelta(days=9)
    notice = DirectoryNotice(policy=policy, given_on=given_on, refuse_by=make.TODAY - timedelta(days=2), **noted)
    return Flip(
        "The Board has decided, and families have not had this school year’s notice of it",
        lambda: make.keep(policy, notice),
        lambda: make.change(notice, given_on=given_on - make.YEAR),
        lambda: make.change(notice, given_on=given_on),
    )


def uncounted(town: make.Town) -> Flip:
    """Another system's list of choices has come in, and nobody has counted it; then somebody has."""
    from fileroom.collection.choices.duties import ROOM, RULE
    from fileroom.duties.models import Duty
    from fileroom.people.facts import CUSTODIAN

    row = Duty(rule=RULE, room=ROOM, of=uuid4(), office=CUSTODIAN, began_at=AT, due_on=make.TODAY, caused_by=uuid4())
    return Flip(
        "Families’ choices came from another system, and nobody has counted them yet",
        lists(town).right,
        lambda: make.keep(row),
        lambda: make.change(row, done_at=AT, done_by=uuid4(), evidence=uuid4()),
    )


def not_agreed(town: make.Town) -> Flip:
    """A list of directory information waits for its second person past its day; then somebody agrees."""
    from fileroom.disclosure.exports.second_person import OF_DIRECTORY
    from fileroom.disclosure.models import DIRECTORY

    return waiting(town, DIRECTORY, OF_DIRECTORY)
