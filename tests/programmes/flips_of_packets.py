"""Flips of what goes to the Board, of lists that are taken away, and of records opened before a training."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip
from tests.programmes.flips_of_tools import never, rounds, silent, unknown

if TYPE_CHECKING:
    from datetime import date

    from fileroom.programmes.models import EnforcementReport

DAY = timedelta(days=1)
MISSED = "A report was released for a meeting that is over, and nothing here says that the Board has heard it"


def packet_missed(town: make.Town) -> Flip:
    """A report was released for a meeting to come; it is over, and no packet told it; the next packet does."""
    from fileroom.programmes.models import BoardPacket

    row = _report(make.TODAY + 20 * DAY)
    told = BoardPacket(meeting_on=make.TODAY - DAY, made_at=AT, made_by=uuid4(), reports=[str(row.id)])
    return Flip(
        MISSED,
        lambda: make.keep(row),
        lambda: make.change(row, meeting_on=make.TODAY - 9 * DAY),
        lambda: make.keep(told),
    )


def paper_of_its_own(town: make.Town) -> Flip:
    """The same; and then somebody says that the Board had it there as its own paper."""
    row, over_on = _report(make.TODAY + 20 * DAY), make.TODAY - 9 * DAY
    heard = {"heard_on": over_on, "heard_by": uuid4(), "heard_entry": uuid4()}
    return Flip(
        MISSED,
        lambda: make.keep(row),
        lambda: make.change(row, meeting_on=over_on),
        lambda: make.change(row, **heard),
    )


def not_heard(town: make.Town) -> Flip:
    """A packet told it at a meeting that is over; then somebody says that the Board did not meet; the next tells it."""
    from fileroom.programmes.models import BoardPacket

    row, over_on = _report(make.TODAY - 9 * DAY), make.TODAY - 9 * DAY
    told, anew = (
        BoardPacket(meeting_on=it, made_at=AT, made_by=uuid4(), reports=[str(row.id)])
        for it in (over_on, make.TODAY - DAY)
    )
    unheard = {"unheard_on": make.TODAY - 5 * DAY, "unheard_by": uuid4(), "unheard_entry": uuid4()}
    return Flip(MISSED, lambda: make.keep(row, told), lambda: make.change(row, **unheard), lambda: make.keep(anew))


def packet_near(town: make.Town) -> Flip:
    """Its meeting is in two days, and no packet is made; then one is."""
    from fileroom.programmes.models import BoardPacket

    row, soon = _report(make.TODAY + 20 * DAY), make.TODAY + 2 * DAY
    made = BoardPacket(meeting_on=soon, made_at=AT, made_by=uuid4(), reports=[str(row.id)])
    return Flip(
        "A report was released for the next meeting, and its packet is not made",
        lambda: make.keep(row),
        lambda: make.change(row, meeting_on=soon),
        lambda: make.keep(made),
    )


def packet_lacks(town: make.Town) -> Flip:
    """Its meeting is in two days, and its packet was made before it was released; then it is made anew."""
    from fileroom.programmes.models import BoardPacket

    soon = make.TODAY + 2 * DAY
    early, row = _report(soon), _report(make.TODAY + 20 * DAY)
    before = BoardPacket(meeting_on=soon, made_at=AT, made_by=uuid4(), reports=[str(early.id)])
    anew = BoardPacket(
        meeting_on=soon, made_at=AT + timedelta(hours=1), made_by=uuid4(), reports=[str(early.id), str(row.id)]
    )
    return Flip(
        "A report was released for the next meeting since its packet was made: make it anew",
        lambda: make.keep(early, before, row),
        lambda: make.change(row, meeting_on=soon),
        lambda: make.keep(anew),
    )


def _report(meeting_on: date) -> EnforcementReport:
    from fileroom.programmes.models import EnforcementReport

    return EnforcementReport(
        id=uuid4(), from_on=make.TODAY - make.YEAR, to_on=make.TODAY, until=AT, lines=[], signed_at=AT,
        signed_by=uuid4(), signed_entry=uuid4(), released_at=AT, released_by=uuid4(), released_entry=uuid4(),
        meeting_on=meeting_on,
    )  # fmt: skip


def taken(town: make.Town) -> Flip:
    """A list of the office's own waits for its second person, today still; then it is late; then somebody agrees."""
    from fileroom.disclosure.exports.second_person import OF_THE_OFFICE

    return waiting(town, "orders", OF_THE_OFFICE)


def waiting(town: make.Town, source: str, room: str) -> Flip:
    """The same of a list of this source."""
    from fileroom.disclosure.exports.evidence import WAITS
    from fileroom.disclosure.exports.second_person import PART, RULES
    from fileroom.disclosure.models import StudentList
    from fileroom.duties.models import Duty

    row = StudentList(
        source=source, recipient="Registrar", recipient_kind="school", purpose="records", basis="", fields=[],
        size=40, among=b"0" * 32, code="AAAA-BBBB-CCCC", state="waits", prepared_at=AT, prepared_by=uuid4(),
        prepared_entry=uuid4(), expires_at=AT + DAY,
    )  # fmt: skip
    owed = Duty(
        rule=RULES[room], room=room, of=row.id, part=PART, employee=town.registrar.row.id,
        began_at=AT, due_on=make.TODAY, caused_by=row.prepared_entry,
    )  # fmt: skip
    return Flip(
        WAITS,
        lambda: make.keep(row, owed),
        lambda: make.change(owed, due_on=make.TODAY - DAY),
        lambda: make.change(owed, done_at=AT, evidence=uuid4()),
    )


def opened_anyway(town: make.Town) -> Flip:
    """A record was opened before a training; nobody reads the reason by its day; then somebody does."""
    from fileroom.disclosure.opened_anyway import ROOM, RULE
    from fileroom.duties.models import Duty

    row = Duty(
        rule=RULE, room=ROOM, of=uuid4(), office="custodian", began_at=AT - 4 * DAY, due_on=make.TODAY,
        caused_by=uuid4(),
    )  # fmt: skip
    return Flip(
        "One or more reasons were not read by the next business day",
        lambda: make.keep(row),
        lambda: make.change(row, due_on=make.TODAY - DAY),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


FLIPS = {
    "disclosure.exports": taken,
    "disclosure.opened_anyway": opened_anyway,
    "policy.packets": packet_missed,
    "safekeeping.rounds": rounds,
}
ALSO = (
    ("policy.packets", "its meeting is near", packet_near),
    ("policy.packets", "the Board had it as its own paper", paper_of_its_own),
    ("policy.packets", "the Board did not hear what a packet told", not_heard),
    ("policy.packets", "it was released since its packet was made", packet_lacks),
    ("safekeeping.rounds", "it goes no more", silent),
    ("safekeeping.rounds", "one has not gone yet", unknown),
    ("safekeeping.rounds", "none has gone yet", never),
)
