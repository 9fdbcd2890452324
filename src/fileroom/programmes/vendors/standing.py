"""What a contract is worth on a day: the law is asked, as it would be before anything is shared."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from fileroom.law import Decision, Purpose, Question, RequesterKind
from fileroom.law.facts import Action, Interest, Paper, PaperKind, Record, RecordKind, Requester, Student
from fileroom.people import counsel
from fileroom.programmes.models import Contract
from fileroom.programmes.vendors.lights import Stands, lights_of

# What a company is asked about where nobody has said which record: an ordinary one of the file.
ORDINARY = RecordKind.GRADES
VOID = "programmes.vendors_void.nothing_shared"


class State(StrEnum):
    """What a contract is on a day."""

    CURED = "cured"
    COMPLIANT = "compliant"
    DEFECTIVE = "defective"
    DRAFT = "draft"
    NOTICE = "notice"
    OVER = "over"
    VOID = "void"


def shares(row: Contract, *, on: date) -> Decision:
    """The law's word: may the district share an ordinary record under this contract on this day?"""
    return may_share(Record(kind=ORDINARY), row, on=on)


def may_share(record: Record, row: Contract | None, *, on: date) -> Decision:
    """The law's word on one kind of record, under this contract or under none."""
    return counsel.decide(
        Question(
            on=on,
            action=Action.SHARE_WITH_VENDOR,
            purpose=Purpose.OUTSOURCED_FUNCTION,
            requester=Requester(kind=RequesterKind.SYSTEM, interest=Interest.STATED_AND_FITS),
            student=Student(),
            record=record,
            papers=(contract_paper(row, on),) if row else (),
            orders=(),
        )
    )


def contract_paper(row: Contract, on: date) -> Paper:
    """The contract in the law's words on this day."""
    lights = lights_of(row.clauses)
    return Paper(
        PaperKind.VENDOR_CONTRACT,
        signed=row.signed_on is not None and row.signed_on <= on,
        valid_on=_runs(row, on),
        board_policy=row.board_policy,
        clauses=tuple(int(it.clause) for it in lights if it.stands is Stands.HAS),
        no_student_content=any(it.stands is Stands.NOT_APPLICABLE for it in lights),
        defect_noticed=row.noticed_on is not None and row.noticed_on <= on,
        time_to_cure_past=row.cure_by is not None and row.cure_by < on,
    )


def _runs(row: Contract, on: date) -> bool:
    begun = row.from_on is None or row.from_on <= on
    return begun and (row.to_on is None or row.to_on >= on) and (row.ended_on is None or row.ended_on > on)


def state_of(row: Contract, on: date) -> State:
    """What it is on this day: by what the law would let rest on it, and by what was noticed."""
    if row.signed_on is None or row.signed_on > on:
        return State.DRAFT
    if not _runs(row, on):
        return State.OVER
    decision = shares(row, on=on)
    noticed = row.noticed_on is not None and row.noticed_on <= on
    if decision.granted:
        return State.CURED if noticed else State.COMPLIANT
    if any(it.rule == VOID for it in decision.because):
        return State.VOID
    return State.NOTICE if noticed else State.DEFECTIVE
