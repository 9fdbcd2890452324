"""Foster parents, foster family agencies and residential staff: six things about the student, and nothing else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import FOR_THE_CHILDS_SCHOOLING, OF_THE_FILE
from fileroom.law.phrases import IDENTIFIED, PARENTS_HOLD_THE_RIGHTS, RELATED, SEES
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

IS_FOSTER_CAREGIVER = requester.kind.is_(Who.FOSTER_CAREGIVER)
IS_FOSTER_AGENCY = requester.kind.is_(Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF)
FOSTERS = IS_FOSTER_CAREGIVER | IS_FOSTER_AGENCY
ON_THE_LIST = record.kind.is_(
    Kind.GRADES, Kind.MARKS_AND_CREDITS, Kind.TRANSCRIPT, Kind.ATTENDANCE, Kind.SUPPLEMENTARY_ATTENDANCE,
    Kind.DISCIPLINE, Kind.DISCIPLINARY_NOTICE, Kind.EXPULSION_FILE, Kind.ONLINE_COMMUNICATION, Kind.IEP_OR_504_PLAN,
)  # fmt: skip
IN_CHARGE = IDENTIFIED & RELATED & requester.responsible_for_education.holds & FOR_THE_CHILDS_SCHOOLING
THE_LIST = SEES & IN_CHARGE & ON_THE_LIST & OF_THE_FILE

law.compels(
    "the_fixed_list",
    when=THE_LIST & FOSTERS,
    claimed=FOSTERS,
    says="Whoever is responsible for a foster student sees the current or latest grades, transcripts, attendance,"
    " discipline, messages on the school's platforms, and the IEP or 504 plan.",
    cites=c.EC_49076_1O,
    limits=(Limit.FIXED_LIST_ONLY,),
)

law.allows(
    "federal_foster_parent",
    when=THE_LIST & IS_FOSTER_CAREGIVER & PARENTS_HOLD_THE_RIGHTS,
    claimed=IS_FOSTER_CAREGIVER,
    key=Key.FEDERAL,
    says="Federal law counts as a parent one who acts as a parent in the absence of a parent or guardian, until the"
    " student is 18.",
    cites=c.CFR_99_3_PARENT,
)

law.allows(
    "federal_agency_in_charge",
    when=THE_LIST & IS_FOSTER_AGENCY,
    claimed=IS_FOSTER_AGENCY,
    key=Key.FEDERAL,
    says="Federal law lets records go to those who act for the agency responsible for the child.",
    cites=c.USC_1232G_B1L,
)

law.closes(
    "beyond_the_list",
    when=SEES & FOSTERS & ~ON_THE_LIST,
    says="The list for foster caregivers ends there. The educational rights holder or the caseworker may see more.",
    cites=c.EC_49076_1O,
)

law.closes(
    "no_longer_in_charge",
    when=SEES & FOSTERS & requester.responsible_for_education.is_(False),
    says="The student is not in this person's charge today; with that the access has ended.",
    cites=c.EC_49076_1O,
)
