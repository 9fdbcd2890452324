"""What a contract is worth on a day: the law is asked, as it would be before anything is shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from fileroom.law import Decision, Purpose, Question, RequesterKind
from fileroom.law.citations import EC_49073_1
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, Interest, Paper, PaperKind, Record, RecordKind, Requester, Student
from fileroom.people import counsel
from fileroom.programmes.models import Contract
from fileroom.programmes.vendors.lights import Stands, lights_of

# What a company is asked about where nobody has said which record: an ordinary one of the file.
ORDINARY = RecordKind.GRADES
VOID = "programmes.vendors_void.nothing_shared"
MISTAKE = Contract.Ended.MISTAKE
CLAUSES_SINCE = EC_49073_1.effective  # a contract made before that day holds as it is until it is changed


class State(StrEnum):
    """What a contract is on a day."""

    CURED = "cured"
    COMPLIANT = "compliant"
    DEFECTIVE = "defective"
    DRAFT = "draft"
    ENDED = "ended"
    NOT_KNOWN = "not_known"
    NOTICE = "notice"
    NO_POLICY = "no_policy"
    OVER = "over"
    SUPERSEDED = "superseded"
    VOID = "void"
    WITHDRAWN = "withdrawn"


GOOD = (State.COMPLIANT, State.CURED)
PAST = (State.ENDED, State.OVER, State.VOID)  # nothing of it is to be left with the company
NO_CONTRACT = (State.DRAFT, State.SUPERSEDED, State.WITHDRAWN)


@dataclass(frozen=True)
class Judged:
    """A contract on a day: what it is, and the law's word on sharing an ordinary record under it."""

    state: State
    decision: Decision


def judge(row: Contract, on: date, *, replaced_by: Contract | None = None) -> Judged:
    """What it is on this day: by what the law would let rest on it, by what was noticed, and by what took its place."""
    superseded = replaced_by is not None and _takes_its_place(replaced_by, on)
    decision = _asked(Record(kind=ORDINARY), contract_paper(row, on, runs=_runs(row, on) and not superseded), on)
    return Judged(State.SUPERSEDED if superseded else _state(row, on, decision), decision)


def judge_all(rows: Iterable[Contract], on: date) -> list[tuple[Contract, Judged]]:
    """Each of these, with whatever among them took its place."""
    rows = list(rows)
    after: Mapping[UUID | None, Contract] = {row.replaces_id: row for row in rows if row.ended_why != MISTAKE}
    return [(row, judge(row, on, replaced_by=after.get(row.id))) for row in rows]


def in_its_place(row: Contract) -> Contract | None:
    """What takes its place, today or on a day to come: never one that was itself entered by mistake. Part of the open
    transaction."""
    return Contract.objects.filter(replaces=row).exclude(ended_why=MISTAKE).first()


def line_of(row: Contract, on: date) -> list[Contract]:
    """This contract, and after it each that took the place of the one before by this day: the last of them binds. Part
    of the open transaction."""
    after = in_its_place(row)
    return [row, *(line_of(after, on) if after and _takes_its_place(after, on) else [])]


def nothing_left(of: Iterable[tuple[State, date | None]], *, anew: bool) -> bool:
    """Has the company certified, of each contract that ever was one, that nothing of it is left there? `of`: what each
    is, and the day of the certificate. Where there never was one it has not; nor of what somebody has said `anew`,
    since the certificate, that it holds."""
    ever = [returned_on for state, returned_on in of if state not in NO_CONTRACT]
    return bool(ever) and all(ever) and not anew


def is_of_before(row: Contract) -> bool:
    """Was it made before the law asked for nine clauses?"""
    return bool(row.signed_on and CLAUSES_SINCE and row.signed_on < CLAUSES_SINCE)


def may_share(record: Record, row: Contract | None, *, on: date) -> Decision:
    """The law's word on one kind of record, under this contract or under none."""
    return _asked(record, contract_paper(row, on) if row else None, on)


def _asked(record: Record, paper: Paper | None, on: date) -> Decision:
    return counsel.decide(
        Question(
            on=on,
            action=Action.SHARE_WITH_VENDOR,
            purpose=Purpose.OUTSOURCED_FUNCTION,
            requester=Requester(kind=RequesterKind.SYSTEM, interest=Interest.STATED_AND_FITS),
            student=Student(),
            record=record,
            papers=(paper,) if paper else (),
            orders=(),
        )
    )


def contract_paper(row: Contract, on: date, *, runs: bool | None = None) -> Paper:
    """The contract in the law's words on this day; `runs`: False of one whose place another has taken."""
    lights = lights_of(row.clauses)
    return Paper(
        PaperKind.VENDOR_CONTRACT,
        signed=_signed(row, on),
        valid_on=_runs(row, on) if runs is None else runs,
        board_policy=row.board_policy,
        clauses=tuple(int(it.clause) for it in lights if it.stands is Stands.HAS),
        no_student_content=any(it.stands is Stands.NOT_APPLICABLE for it in lights),
        defect_noticed=row.noticed_on is not None and row.noticed_on <= on,
        time_to_cure_past=row.cure_by is not None and row.cure_by < on,
        made_before_2015=is_of_before(row),
        changed_since_2015=row.changed_since_2015,
    )


def _signed(row: Contract, on: date) -> bool:
    return row.signed_on is not None and row.signed_on <= on


def _runs(row: Contract, on: date) -> bool:
    begun = row.from_on is None or row.from_on <= on
    return begun and (row.to_on is None or row.to_on >= on) and (row.ended_on is None or row.ended_on > on)


def _takes_its_place(other: Contract, on: date) -> bool:
    """A changed contract from the day it runs; a reading that corrects another at once."""
    return other.replaces_why == Contract.Replaces.MISREAD or (
        _signed(other, on) and (other.from_on is None or other.from_on <= on)
    )


def _state(row: Contract, on: date, decision: Decision) -> State:
    if row.ended_why == MISTAKE:
        return State.WITHDRAWN
    if row.ended_on is not None and row.ended_on <= on:
        return State.ENDED
    if not _signed(row, on) or (row.from_on is not None and row.from_on > on):
        return State.DRAFT
    if any(it.rule == VOID for it in decision.because):
        return State.VOID
    if not _runs(row, on):
        return State.OVER
    noticed = row.noticed_on is not None and row.noticed_on <= on
    if decision.granted:
        return State.CURED if noticed else State.COMPLIANT
    if noticed:
        return State.NOTICE
    if not any(duty.code == DutyCode.GIVE_NOTICE_TO_CURE for duty in decision.duties):
        return State.NOT_KNOWN
    whole = all(it.stands is not Stands.LACKS for it in lights_of(row.clauses))
    return State.NO_POLICY if whole and not row.board_policy else State.DEFECTIVE
