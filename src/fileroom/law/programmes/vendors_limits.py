"""What is no contract with a vendor, and what a contract binds to."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import PaperKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import SHARES
from fileroom.law.programmes.vendors import IS_PARTY, IS_VENDOR, RECORDS, SENT_BY_THE_DISTRICT, THE_DISTRICTS_WORK
from fileroom.law.programmes.vendors_at_work import RECEIVES
from fileroom.law.programmes.vendors_void import SHARES_RECORDS
from fileroom.law.vendor_contracts import A_CONTRACT
from fileroom.law.vocabulary import OF_NO_STUDENT, record, requester

law = Chapter(__name__)

A_CLICK = some(PaperKind.CLICK_WRAP_TERMS) & ~A_CONTRACT

law.forbids(
    "a_click_is_no_contract",
    when=SHARES_RECORDS & A_CLICK,
    says="Terms that somebody clicks are never the contract with all nine clauses. Ask the district to make one.",
    cites=c.EC_49073_1_B,
)

law.obliges(
    DutyCode.WRITTEN_AGREEMENT,
    when=(SHARES_RECORDS & IS_VENDOR) | RECEIVES,
    says="What is shared rests on a signed contract, whose number stands in the log.",
    cites=c.EC_49073_1,
)

law.obliges(
    DutyCode.NO_REDISCLOSURE_NOTICE,
    when=SHARES_RECORDS & IS_PARTY,
    upon=Upon.GRANT,
    says="Bind the vendor to use the records for this work alone and to pass them on to nobody.",
    cites=c.CFR_99_33,
)

law.obliges(
    DutyCode.LOG_RELEASE,
    when=SHARES_RECORDS & SENT_BY_THE_DISTRICT,
    upon=Upon.GRANT,
    says="List which vendor received what, for which work.",
    cites=c.EC_49064,
)

law.closes(
    "volunteers",
    when=SHARES & requester.kind.is_(Who.VOLUNTEER),
    says="A volunteer is never a school official: pupil records are closed to volunteers without written consent.",
    cites=c.EC_49076_2G,
)

law.closes(
    "not_the_districts_work",
    when=SHARES_RECORDS & IS_PARTY & ~THE_DISTRICTS_WORK,
    says="A vendor has records for the work its contract names, and for nothing else.",
    cites=c.EC_49073_1_B,
)

law.closes(
    "not_by_contract",
    when=SHARES & IS_PARTY & ~RECORDS & ~record.kind.is_(*OF_NO_STUDENT),
    says="This lies apart under a law of its own, or is never kept: a vendor's contract does not open it.",
    cites=c.EC_49073_1,
)

law.closes(
    "nobody_else",
    when=SHARES & ~record.kind.is_(*OF_NO_STUDENT),
    says="Records go to a vendor under a contract with all nine clauses and the district's control, in no other way.",
    cites=c.EC_49073_1,
)
