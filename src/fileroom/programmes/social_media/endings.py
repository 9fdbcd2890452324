"""The end of a company's part: its contract is satisfied, or past in the registry of companies, or the program is over.
It destroys at once all that it gathered, and says so; until then somebody owes the question."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fileroom.duties.services import Owed
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaProgram, SocialMediaVendor
from fileroom.programmes.social_media.asking import noted
from fileroom.programmes.social_media.duties import NOTHING_LEFT, PROGRAM, owe, owed_by
from fileroom.programmes.vendors.standing import State, judge, line_of


def over_since(row: SocialMediaVendor, on: date) -> date | None:
    """Since when its part is over: somebody has said so, or the contract that binds today was ended, has run out, is
    void or never was one; None: it is not. Part of the open transaction."""
    if row.ended_on is not None:
        return row.ended_on
    contract = line_of(row.contract, on)[-1]
    state = judge(contract, on).state
    days = {
        State.ENDED: contract.ended_on, State.OVER: contract.to_on, State.VOID: contract.cure_by,
        State.WITHDRAWN: contract.ended_on,
    }  # fmt: skip
    return (days[state] or on) if state in days else None


def owe_the_question(row: SocialMediaVendor, entry: UUID, at: datetime) -> None:
    """Whether all of it is destroyed is owed, once. Part of the open transaction."""
    if not owed_by(NOTHING_LEFT, PROGRAM, [row.id], at=at):
        owe([Owed(NOTHING_LEFT, PROGRAM, row.id, at, SUPERINTENDENT, due_on=district_day(at))], entry)


def end_company(row: SocialMediaVendor, ended_on: date, role: str, *, by: SignedIn, at: datetime) -> UUID:
    """It gathers nothing more from this day on; the entry. Part of the open transaction."""
    entry = noted(Act.SOCIAL_MEDIA_VENDOR_ENDED, role, by, at, record=row.id)
    row.ended_on = over_since(row, district_day(at)) or ended_on
    row.save(update_fields=["ended_on"])
    owe_the_question(row, entry, at)
    return entry


def end_companies(program: SocialMediaProgram, ended_on: date, role: str, *, by: SignedIn, at: datetime) -> None:
    """The program is over, and with it what each of its companies gathers for. Part of the open transaction."""
    for row in SocialMediaVendor.objects.select_for_update().filter(program=program, ended_on=None):
        end_company(row, ended_on, role, by=by, at=at)
