"""What is owed about companies and their contracts: worked out from what stands, and brought into the register.

An act that changes something settles its company in its own transaction; the night settles all of them, for days pass
without an act: a term begins or ends, a time to cure runs out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import AiUse, Contract, Operator
from fileroom.programmes.vendors.declared import declared, unfit
from fileroom.programmes.vendors.lights import lights_of
from fileroom.programmes.vendors.standing import GOOD, NO_CONTRACT, Judged, State, judge_all

CONTRACTS, COMPANIES = "contracts", "companies"  # the rooms: duties about a contract, and about a company
CURE = "programmes.vendors_void.give_notice_to_cure"
COMES_BACK = "programmes.vendors_void.return_records"
NOTHING_LEFT = "retention.vendor_copies.destroy_when_done"
UNDER_A_CONTRACT = "programmes.vendors_limits.nobody_else"
NO_OTHER_WORK = "programmes.vendors_limits.not_the_districts_work"
EXPIRES, UNCOVERED, DECLARED = "expires", "uncovered", "declared"  # parts
Key = tuple[str, UUID, str, str]


def settle(operator_id: UUID, *, by: UUID | None, entry: UUID, at: datetime) -> None:
    """Owe what stands to be owed about this company, and let go of what no longer is. Part of the open transaction."""
    missing, moot = differences(operator_id, at)
    duties.owe(missing, calendar=calendar() or default_calendar(), caused_by=entry)
    for room, of, rule, part in moot:
        duties.let_go(room, of, Over(by, entry, at), rule=rule, part=part)


def differences(operator_id: UUID, at: datetime) -> tuple[list[Owed], list[Key]]:
    """What is to be owed and is not yet, and what is owed and no longer stands."""
    company = Operator.objects.get(pk=operator_id)
    judged = judge_all(Contract.objects.filter(operator=company), district_day(at))
    wanted = {_key(it): it for it in _wanted(company, judged, at)}
    rows = [row.id for row, _ in judged]
    found = [*queries.about(CONTRACTS, rows, at=at), *queries.about(COMPANIES, [operator_id], at=at)]
    there = {(it.room, it.of, it.rule, it.part) for it in found}
    return [it for key, it in wanted.items() if key not in there], sorted(there - wanted.keys())


def _key(it: Owed) -> Key:
    return (it.room, it.of, it.rule, it.part)


def _wanted(company: Operator, judged: list[tuple[Contract, Judged]], at: datetime) -> Iterator[Owed]:
    covered = any(it.state in GOOD for _, it in judged)
    for row, it in judged:
        yield from _of_contract(row, it, judged, at)
    if company.holds and not covered and not any(_speaks(row, it) for row, it in judged):
        yield Owed(UNDER_A_CONTRACT, COMPANIES, company.id, at, SUPERINTENDENT, part=UNCOVERED)
    said = AiUse.objects.filter(operator=company).order_by("-entered_at").first()
    in_force = [lights_of(row.clauses) for row, it in judged if it.state in GOOD]
    if said is not None and unfit(declared(said), in_force):
        yield Owed(NO_OTHER_WORK, COMPANIES, company.id, at, SUPERINTENDENT, part=DECLARED)


def _speaks(row: Contract, it: Judged) -> bool:
    """Is there a duty about this contract, or has the company certified that nothing of it is left?"""
    return it.state not in NO_CONTRACT


def _of_contract(
    row: Contract, it: Judged, among: list[tuple[Contract, Judged]], at: datetime
) -> Iterator[Owed]:  # fmt: skip
    on = district_day(at)
    if it.state is State.DEFECTIVE:
        yield Owed(CURE, CONTRACTS, row.id, at, SUPERINTENDENT)
    elif it.state is State.VOID and row.returned_on is None:
        yield Owed(COMES_BACK, CONTRACTS, row.id, at, SUPERINTENDENT)
    elif it.state in (State.ENDED, State.OVER) and row.returned_on is None and not _goes_on(row, among, on):
        yield Owed(NOTHING_LEFT, CONTRACTS, row.id, at, SUPERINTENDENT)
    elif it.state in GOOD and row.to_on is not None and _runs_out(row, row.to_on, among, on):
        yield Owed(UNDER_A_CONTRACT, CONTRACTS, row.id, at, SUPERINTENDENT, part=EXPIRES, due_on=row.to_on)


def _runs_out(row: Contract, to_on: date, among: list[tuple[Contract, Judged]], on: date) -> bool:
    """Does it run out soon, with nothing to follow it?"""
    soon = to_on <= on + timedelta(days=settings.CONTRACT_DAYS)
    return soon and not _goes_on(row, among, to_on + timedelta(days=1))


def _goes_on(row: Contract, among: Iterable[tuple[Contract, Judged]], day: date) -> bool:
    """Does another contract with the company let the district go on sharing on this day?"""
    others = [other for other, _ in among if other.pk != row.pk]
    return any(judged.state in GOOD for _, judged in judge_all(others, day))
