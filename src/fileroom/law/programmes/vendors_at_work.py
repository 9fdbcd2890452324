"""What a vendor itself sees, copies or is given, of the students it serves: a school official by both laws."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import SEES, SERVES_THE_STUDENT
from fileroom.law.programmes.vendors import KNOWN_AND_CONTROLLED, RECORDS, THE_DISTRICTS_WORK
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA
from fileroom.law.vendor_contracts import A_CONTRACT, BY_A_CONTRACT, SOCIAL_MEDIA_TERMS, VOID
from fileroom.law.vocabulary import is_pupil_record, requester

law = Chapter(__name__)

A_VENDOR_SEES = SEES & requester.kind.is_(Who.VENDOR)
# A contractor has a ground of its own, the written agreement; a vendor's contract does as well.
ON_A_CONTRACT = A_VENDOR_SEES | (SEES & requester.kind.is_(Who.CONTRACTOR) & A_CONTRACT)
OF_THOSE_IT_SERVES = RECORDS & SERVES_THE_STUDENT & (~SOCIAL_MEDIA | SOCIAL_MEDIA_TERMS)
AT_WORK_UNDER_CONTRACT = ON_A_CONTRACT & KNOWN_AND_CONTROLLED & FITS & THE_DISTRICTS_WORK & OF_THOSE_IT_SERVES & ~VOID
CONTRACT_IS_CLAIMED = ON_A_CONTRACT & (A_CONTRACT | THE_DISTRICTS_WORK)
RECEIVES = ON_A_CONTRACT & is_pupil_record.holds

law.allows(
    "under_the_nine_clauses",
    when=AT_WORK_UNDER_CONTRACT & BY_A_CONTRACT,
    claimed=CONTRACT_IS_CLAIMED,
    says="A vendor may see what its work for the district needs, of the students it serves, under a contract with all"
    " nine clauses.",
    cites=c.EC_49073_1,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_outsourced_function",
    when=AT_WORK_UNDER_CONTRACT & BY_A_CONTRACT,
    claimed=CONTRACT_IS_CLAIMED,
    key=Key.FEDERAL,
    says="Federal law counts as a school official a vendor doing the district's work under its direct control.",
    cites=c.CFR_99_31_A1_B,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.obliges(
    DutyCode.RETURN_RECORDS,
    when=RECEIVES & VOID,
    says="Have every record returned by all parties to the contract, before any copy is destroyed.",
    cites=c.EC_49073_1,
)

law.closes(
    "a_void_contract",
    when=RECEIVES & VOID,
    says="The contract was not cured after notice, and is void: it opens nothing more, and every record comes back.",
    cites=c.EC_49073_1,
)

law.closes(
    "students_it_does_not_serve",
    when=A_VENDOR_SEES & is_pupil_record.holds & requester.has_student.is_(False),
    says="A vendor sees the records of the students whom its contract serves, and of nobody else.",
    cites=c.EC_49076_2G_I,
)

law.closes(
    "not_the_districts_work",
    when=A_VENDOR_SEES & is_pupil_record.holds & ~THE_DISTRICTS_WORK,
    says="A vendor has records for the work its contract names, and for nothing else.",
    cites=c.EC_49073_1_B,
)

law.closes(
    "not_under_direct_control",
    when=A_VENDOR_SEES & requester.under_direct_control.is_(False),
    says="A vendor whom the district does not direct as to the records is no school official.",
    cites=c.CFR_99_31_A1_B,
)
