"""A foster student's attorney and social worker get the papers of a suspension or expulsion as a parent would."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.caseworkers import IS_CASEWORKER, RESPONSIBLE
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import OF_THE_FILE
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED, NOT_OF_THE_SCHOOL, SEES
from fileroom.law.vocabulary import record, requester, student

law = Chapter(__name__)

IS_ATTORNEY = requester.kind.is_(Who.MINORS_COUNSEL)
PAPERS_OF_DISCIPLINE = record.kind.is_(Kind.DISCIPLINE, Kind.DISCIPLINARY_NOTICE, Kind.EXPULSION_FILE)
PAPERS_ASKED_FOR = SEES & student.foster.holds & PAPERS_OF_DISCIPLINE
DUE = PAPERS_ASKED_FOR & ~NOT_OF_THE_SCHOOL & OF_THE_FILE
THE_ATTORNEY = IS_ATTORNEY & IDENTIFIED

law.compels(
    "attorney_and_social_worker",
    when=DUE & (RESPONSIBLE | THE_ATTORNEY),
    claimed=PAPERS_ASKED_FOR & (IS_CASEWORKER | IS_ATTORNEY),
    says="A foster student's attorney and social worker get notices and papers of discipline as a parent would.",
    cites=c.EC_48853_5_D,
)

law.allows(
    "federal_social_worker",
    when=DUE & RESPONSIBLE,
    claimed=PAPERS_ASKED_FOR & IS_CASEWORKER,
    key=Key.FEDERAL,
    says="Federal law lets records go to the caseworker of an agency legally responsible for the child.",
    cites=c.USC_1232G_B1L,
)

law.allows(
    "federal_attorney_through_counsel",
    when=DUE & THE_ATTORNEY & CLEARED_BY_COUNSEL,
    claimed=PAPERS_ASKED_FOR & IS_ATTORNEY,
    key=Key.FEDERAL,
    says="Federal law does not name the child's attorney: it may go out once counsel has said on what ground.",
    cites=c.CFR_99_31_A5,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=PAPERS_ASKED_FOR & IS_ATTORNEY,
    says="Ask counsel the same day: state law gives the attorney these papers, federal law does not name attorneys.",
    cites=c.EC_48853_5_D,
)
