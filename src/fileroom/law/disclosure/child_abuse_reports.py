"""Child-abuse reports: confidential, outside the file, and not known of to anyone but the agencies the law lists."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, RELEASED, SEES
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

A_REPORT = record.kind.is_(RecordKind.CHILD_ABUSE_REPORT)
AN_AGENCY = requester.kind.is_(
    Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER, Who.POLICE, Who.DISTRICT_ATTORNEY, Who.PROBATION_OFFICER,
    Who.MINORS_COUNSEL, Who.JUDGE, Who.COURT,
)  # fmt: skip
WHOM_THE_LAW_LISTS = AN_AGENCY & CLEARED_BY_COUNSEL

law.forbids(
    "to_nobody_else",
    when=RELEASED & A_REPORT & ~(SEES & WHOM_THE_LAW_LISTS),
    says="There is nothing of the kind in the pupil record. Ask the custodian of records.",
    cites=c.PENAL_11167_5,
    silent=True,
)

law.allows(
    "agencies_the_law_lists",
    when=SEES & A_REPORT & WHOM_THE_LAW_LISTS,
    claimed=AN_AGENCY,
    key=Key.BOTH,
    says="The Penal Code lists who may have a report: this agency may, once counsel has found it among them.",
    cites=c.PENAL_11167_5,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & A_REPORT & AN_AGENCY,
    says="Ask counsel the same day whether this agency is one the Penal Code lists; never name who reported.",
    cites=c.PENAL_11167_5,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=RELEASED & A_REPORT,
    says="Keep the entry under seal, whoever asked and whatever the answer: the list that the family reads does not"
    " tell that there is a report.",
    cites=c.PENAL_11167_5,
    seals=True,
)
