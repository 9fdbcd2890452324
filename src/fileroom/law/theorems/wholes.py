"""Whoever may not have an item does not get it with the whole: vendors, contractors and officers at a school."""

from __future__ import annotations

from fileroom.law.disclosure import emergencies
from fileroom.law.facts import PaperKind, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.programmes.social_media_vendors import TOLD_TO_DESTROY
from fileroom.law.programmes.vendors_void import SHARES_RECORDS
from fileroom.law.theorems.outsiders import by, only
from fileroom.law.vendor_contracts import FOR_ONE_PROGRAM
from fileroom.law.vocabulary import record, student

# Said here again, kind by kind, and not taken from the rules: who forgets one there is found out here.
THE_WHOLE = record.kind.is_(RecordKind.CUMULATIVE_FILE, RecordKind.PERMANENT_RECORD, RecordKind.INTERIM_RECORD)
WHERE_A_HOMELESS_STUDENT_LIVES = student.homeless.holds & record.kind.is_(
    RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.ANNUAL_VERIFICATION,
    RecordKind.CONTACT_AND_HOUSEHOLD,
)  # fmt: skip
BY_THE_CONTRACT = some(PaperKind.VENDOR_CONTRACT, names_this_item=True) & CLEARED_BY_COUNSEL
BY_AN_AGREEMENT = some(PaperKind.WRITTEN_AGREEMENT, names_this_item=True) & CLEARED_BY_COUNSEL
TO_A_VENDOR = SHARES_RECORDS | by(Who.VENDOR)

THEOREMS: tuple[Theorem, ...] = (
    only(
        "what_no_vendor_has_by_itself_it_does_not_get_with_the_whole",
        "A vendor has or sees no cumulative file, permanent or interim record but by a contract that names it, once"
        " counsel has looked; but for the notice that a student is 18 or gone.",
        TO_A_VENDOR & THE_WHOLE,
        BY_THE_CONTRACT,
        TOLD_TO_DESTROY,
    ),
    only(
        "no_contract_alone_tells_where_a_homeless_student_lives",
        "Where a homeless student lives no vendor is told but by a contract that names it, once counsel has looked; but"
        " for the notice that a student is 18 or gone.",
        TO_A_VENDOR & WHERE_A_HOMELESS_STUDENT_LIVES,
        BY_THE_CONTRACT,
        TOLD_TO_DESTROY,
    ),
    only(
        "no_agreement_alone_opens_a_whole_file_or_a_homeless_students_address",
        "A contractor sees neither a whole file nor where a homeless student lives but by an agreement or contract that"
        " names it, once counsel has looked; but in an emergency.",
        by(Who.CONTRACTOR) & (THE_WHOLE | WHERE_A_HOMELESS_STUDENT_LIVES),
        BY_AN_AGREEMENT,
        BY_THE_CONTRACT,
        emergencies.IN_DANGER,
    ),
    only(
        "no_designation_opens_a_trait_or_a_whole_file",
        "An officer at a school sees neither what is told for one program, nor a whole file, nor where a homeless"
        " student lives, before counsel has looked; but in an emergency.",
        by(Who.SCHOOL_RESOURCE_OFFICER) & (FOR_ONE_PROGRAM | THE_WHOLE | WHERE_A_HOMELESS_STUDENT_LIVES),
        CLEARED_BY_COUNSEL,
        emergencies.IN_DANGER,
    ),
)
