"""What is owed about companies and their contracts: worked out from what stands, and brought into the register.

An act that changes something settles its company in its own transaction; each round settles all of them, for days pass
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
from fileroom.programmes.models import AiQuestion, AiUse, Contract, Operator
from fileroom.programmes.vendors.declared import UNREAD, declared, found, silent, unfit
from fileroom.programmes.vendors.lights import lights_of
from fileroom.programmes.vendors.standing import GOOD, NO_CONTRACT, Judged, State, judge_all, nothing_left

CONTRACTS, COMPANIES = "contracts", "companies"  # the rooms: duties about a contract, and about a company
CURE = "programmes.vendors_void.give_notice_to_cure"
COMES_BACK = "programmes.vendors_void.return_records"
NOTHING_LEFT = "retention.vendor_copies.destroy_when_done"
UNDER_A_CONTRACT = "programmes.vendors_limits.nobody_else"
NO_OTHER_WORK = "programmes.vendors_limits.not_the_districts_work"
EXPIRES, UNCOVERED, DECLARED, CURED = "expires", "uncovered", "declared", "cured"  # parts
NOT_KNOWN, WHAT_IT_HOLDS = "not_known", "what_it_holds"  # parts: what somebody is to find out
NO_POLICY = "no_policy"  # part: the contract has its clauses, and the district no policy
UNDECLARED, AWAITED = "undeclared", "declaration_awaited"  # parts: the company is to be asked, and to answer
TO_BE_HELD = "to_be_held"  # part: a person is to look for the sentence in the contract
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
    open_now = [*queries.about(CONTRACTS, rows, at=at), *queries.about(COMPANIES, [operator_id], at=at)]
    there = {(it.room, it.of, it.rule, it.part) for it in open_now}
    return [it for key, it in wanted.items() if key not in there], sorted(there - wanted.keys())


def _key(it: Owed) -> Key:
    return (it.room, it.of, it.rule, it.part)


def _wanted(company: Operator, judged: list[tuple[Contract, Judged]], at: datetime) -> Iterator[Owed]:
    covered = any(it.state in GOOD for _, it in judged)
    for row, it in judged:
        yield from _of_contract(row, it, judged, at)
    if nobody_has_said(company, judged):
        yield Owed(UNDER_A_CONTRACT, COMPANIES, company.id, at, SUPERINTENDENT, part=WHAT_IT_HOLDS, due_on=_soon(at))
    spoken_of = any(_speaks(row, it) for row, it in judged) and company.described_at is None
    if company.holds and not covered and not spoken_of:
        yield Owed(UNDER_A_CONTRACT, COMPANIES, company.id, at, SUPERINTENDENT, part=UNCOVERED)
    said = AiUse.objects.filter(operator=company).order_by("-entered_at").first()
    in_force = {row.id: lights_of(row.clauses) for row, it in judged if it.state in GOOD}
    has_some = covered or (company.holds and not _nothing_left(company, judged))
    if has_some and silent(declared(said) if said else None):
        yield _declaration(company, at)
    elif said is not None and (why := unfit(declared(said), found(said), in_force)):
        part = TO_BE_HELD if why == UNREAD else DECLARED
        yield Owed(NO_OTHER_WORK, COMPANIES, company.id, at, SUPERINTENDENT, part=part)


def _declaration(company: Operator, at: datetime) -> Owed:
    """The company is to be asked what it does with data; where it was and has not answered, it is to answer by the day
    in its letter."""
    asked = AiQuestion.objects.filter(operator=company).order_by("-signed_at").first()
    awaited = asked is not None and not AiUse.objects.filter(question=asked).exists()
    part, day = (AWAITED, asked.due_on) if asked and awaited else (UNDECLARED, _soon(at))
    return Owed(NO_OTHER_WORK, COMPANIES, company.id, at, SUPERINTENDENT, part=part, due_on=day)


def nobody_has_said(company: Operator, judged: Iterable[tuple[Contract, Judged]]) -> bool:
    """Is it not known what the company holds? Where it has certified that nothing of its contracts is left, it is."""
    return not company.holds and not company.holds_nothing and not _nothing_left(company, judged)


def _nothing_left(company: Operator, judged: Iterable[tuple[Contract, Judged]]) -> bool:
    return nothing_left(((it.state, row.returned_on) for row, it in judged), anew=company.described_at is not None)


def _soon(at: datetime) -> date:
    """By when somebody finds it out. No law sets a day: as long as a company has to answer."""
    return district_day(at) + timedelta(days=settings.DEMAND_DAYS)


def _speaks(row: Contract, it: Judged) -> bool:
    """Is there a duty about this contract, or has the company certified that nothing of it is left?"""
    return it.state not in NO_CONTRACT


def _of_contract(
    row: Contract, it: Judged, among: list[tuple[Contract, Judged]], at: datetime
) -> Iterator[Owed]:  # fmt: skip
    on = district_day(at)
    if it.state is State.DEFECTIVE:
        yield Owed(CURE, CONTRACTS, row.id, at, SUPERINTENDENT)
    elif it.state is State.NO_POLICY:
        yield Owed(UNDER_A_CONTRACT, CONTRACTS, row.id, at, SUPERINTENDENT, part=NO_POLICY, due_on=_soon(at))
    elif it.state is State.NOTICE:
        yield Owed(CURE, CONTRACTS, row.id, at, SUPERINTENDENT, part=CURED, due_on=row.cure_by)
    elif it.state is State.NOT_KNOWN:
        yield Owed(UNDER_A_CONTRACT, CONTRACTS, row.id, at, SUPERINTENDENT, part=NOT_KNOWN, due_on=_soon(at))
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
