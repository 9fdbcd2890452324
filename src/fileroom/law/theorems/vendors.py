"""Vendors, operators and social media: what is never shared, certified or gathered, and what nobody is refused."""

from __future__ import annotations

from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.disclosure.restraining_orders import RIGHTS_LIMITED
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import ConsentBy, PaperKind, Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import CERTIFIES, FOR_IMMIGRATION, IS_APART, IS_PARENT, IS_STUDENT, SHARES
from fileroom.law.programmes import (
    operators,
    operators_requests,
    social_media,
    vendors,
    vendors_at_work,
)
from fileroom.law.programmes.social_media import OF_SOCIAL_MEDIA
from fileroom.law.programmes.social_media_students import CORRECTS
from fileroom.law.programmes.social_media_vendors import TOLD_OF_A_COPY, TOLD_TO_DESTROY
from fileroom.law.programmes.vendors_void import SHARES_RECORDS
from fileroom.law.retention.hard_last_days import A_YEAR_GONE, A_YEAR_PAST_18, SOCIAL_MEDIA
from fileroom.law.theorems.outsiders import OTHER_DOORS, by, only
from fileroom.law.theorems.shapes import granted, never, never_while_open, never_without, not_refused
from fileroom.law.vendor_contracts import (
    A_CONTRACT,
    FOR_ONE_PROGRAM,
    NINE_CLAUSES,
    OF_BEFORE_2015,
    SOCIAL_MEDIA_TERMS,
    VOID,
)
from fileroom.law.vocabulary import (
    OF_NO_STUDENT,
    contact_only,
    orders,
    other,
    purpose,
    record,
    requester,
    restrained,
)

NO_ORDER_IN_FORCE = (
    ~restrained.holds & ~contact_only.holds & ~requester.shared_login.holds
    & ~orders.has("education_rights_limited")
)  # fmt: skip
A_PLAIN_RECORD = record.kind.is_(RecordKind.GRADES, RecordKind.ATTENDANCE, RecordKind.SCHEDULE) & vendors.RECORDS
TO_A_VENDOR = SHARES & requester.kind.is_(Who.VENDOR) & vendors.KNOWN_AND_CONTROLLED & FITS
FOR_OUTSOURCED_WORK = (
    purpose.is_(Purpose.OUTSOURCED_FUNCTION) & ~FOR_IMMIGRATION & NO_ORDER_IN_FORCE & ~requester.barred_for_misuse.holds
)  # fmt: skip
NOT_BY_THE_SCHOOLS_CONSENT = ~other.school_consents_for_parents.holds
ASKED_FOR_DELETION = CERTIFIES & purpose.is_(Purpose.OPERATOR_DELETION) & ~FOR_IMMIGRATION & NO_ORDER_IN_FORCE
LONG_GONE_AND_AWAY = operators.LONG_GONE & ~operators.IS_HERE
OF_A_FORMER_MINOR = A_PARENT & operators.OF_A_MINOR & ~RIGHTS_LIMITED
ASKED_BY_A_RIGHTS_HOLDER = ~some(
    PaperKind.DELETION_REQUEST, by=tuple(by for by in ConsentBy if by != ConsentBy.RIGHTS_HOLDER)
)
OUTSIDE_CCPA = other.ccpa_excluded.holds

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "nothing_is_shared_without_the_nine_clauses",
        "No pupil record goes to a vendor but under a contract in force with all nine clauses, or one of before 2015"
        " that was never changed; and but for the notice that a student is 18 or gone, or had something deleted or"
        " corrected.",
        SHARES_RECORDS & ~record.kind.is_(*OF_NO_STUDENT),
        NINE_CLAUSES,
        OF_BEFORE_2015,
        TOLD_TO_DESTROY,
        TOLD_OF_A_COPY,
    ),
    never(
        "a_click_is_no_contract",
        "No pupil record goes to a vendor on terms that somebody clicked.",
        SHARES_RECORDS & some(PaperKind.CLICK_WRAP_TERMS) & ~A_CONTRACT,
    ),
    never(
        "a_void_contract_shares_nothing",
        "No pupil record goes to a vendor whose contract is void.",
        SHARES_RECORDS & VOID,
    ),
    never(
        "vendors_serve_neither_enforcement_nor_a_registry",
        "No pupil record goes to a vendor for immigration enforcement or a registry, whatever paper is shown.",
        SHARES_RECORDS & ~record.kind.is_(*OF_NO_STUDENT)
        & (FOR_IMMIGRATION | purpose.is_(Purpose.REGISTRY)),
    ),
    never(
        "what_lies_apart_goes_to_no_vendor",
        "What a statute closes to every office by the ordinary rules, from a counseling confidence to a meal record,"
        " goes to no vendor.",
        SHARES & IS_APART,
    ),
    never_without(
        "what_was_gathered_goes_to_a_vendor_on_its_terms",
        "What was gathered from social media goes to a vendor only under the four terms of that statute, but for the"
        " notice that a student is 18 or gone, or had something deleted or corrected.",
        SHARES_RECORDS & SOCIAL_MEDIA,
        SOCIAL_MEDIA_TERMS,
        TOLD_TO_DESTROY,
        TOLD_OF_A_COPY,
    ),
    never_without(
        "no_trait_goes_to_a_vendor_on_a_contract_alone",
        "What a family tells for one program, and where a student lives or goes, no vendor has or sees but by a"
        " contract that names it, once counsel has looked; but for the notice that a student is 18 or gone.",
        (SHARES_RECORDS | by(Who.VENDOR)) & FOR_ONE_PROGRAM,
        some(PaperKind.VENDOR_CONTRACT, names_this_item=True) & other.counsel_cleared.holds,
        TOLD_TO_DESTROY,
        *OTHER_DOORS,
    ),
    *(
        only(name, sentence, by(Who.VENDOR), ground)
        for name, sentence, ground in (
            (
                "vendors_see_nothing_without_the_nine_clauses",
                "A vendor itself sees a pupil record only under such a contract, even in an emergency.",
                NINE_CLAUSES | OF_BEFORE_2015,
            ),
            (
                "vendors_see_the_students_they_serve",
                "A vendor sees no record of a student whom its contract does not serve.",
                requester.has_student.holds,
            ),
            (
                "vendors_see_for_the_districts_work",
                "A vendor sees a pupil record for the district's work alone, and never for immigration enforcement.",
                vendors.THE_DISTRICTS_WORK,
            ),
            (
                "a_void_contract_opens_nothing",
                "A vendor whose contract is void, or not known not to be, sees no pupil record.",
                ~VOID,
            ),
        )
    ),
    granted(
        "vendors_at_work_see_what_they_need",
        "Under a contract in force with all nine clauses a verified vendor under the district's control may see"
        " ordinary records of the students it serves, for the district's work.",
        vendors_at_work.AT_WORK_UNDER_CONTRACT & NINE_CLAUSES & requester.kind.is_(Who.VENDOR) & A_PLAIN_RECORD
        & FOR_OUTSOURCED_WORK & ~SILENCED,
    ),
    granted(
        "nine_clauses_are_enough",
        "Under a contract in force with all nine clauses a vendor under the district's control may have ordinary"
        " records for the district's work.",
        TO_A_VENDOR & NINE_CLAUSES & A_PLAIN_RECORD & FOR_OUTSOURCED_WORK & ~VOID & NOT_BY_THE_SCHOOLS_CONSENT,
    ),
    not_refused(
        "a_defective_contract_is_cured_not_refused",
        "A vendor whose contract lacks a clause, and is not void, is asked for the clause and not refused.",
        TO_A_VENDOR & A_CONTRACT & A_PLAIN_RECORD & FOR_OUTSOURCED_WORK & ~VOID & NOT_BY_THE_SCHOOLS_CONSENT,
    ),
    granted(
        "vendors_are_told_who_is_18_or_gone",
        "A vendor that gathers is always told that a student is 18 or gone.",
        TOLD_TO_DESTROY & requester.kind.is_(Who.VENDOR) & NO_ORDER_IN_FORCE & ~VOID & NOT_BY_THE_SCHOOLS_CONSENT
        & ~requester.barred_for_misuse.holds & vendors.RECORDS & ~some(PaperKind.CLICK_WRAP_TERMS),
    ),
    never_without(
        "no_letter_before_60_days",
        "No enrolment-end letter is given before the student has been gone from the district for 60 days.",
        CERTIFIES,
        operators.LONG_GONE,
    ),
    never(
        "no_letter_for_a_student_who_is_here",
        "No enrolment-end letter is given for a student who is enrolled in any school of the district, or is to be.",
        CERTIFIES & operators.IS_HERE,
    ),
    never_without(
        "no_letter_under_the_ccpa",
        "No enrolment-end letter is given for information that is known to be under the CCPA.",
        CERTIFIES,
        OUTSIDE_CCPA,
    ),
    never(
        "no_letter_for_a_restrained_person",
        "A restrained person is never given the letter that a child has left.",
        CERTIFIES & restrained.holds,
    ),
    never(
        "no_operator_has_the_letter_at_a_rights_holders_word_but_a_preschools",
        "An operator has no letter at the word of an educational rights holder, but for a child who left preschool.",
        CERTIFIES & operators_requests.IS_OPERATOR & ASKED_BY_A_RIGHTS_HOLDER & ~operators.A_PRESCHOOLER,
    ),
    never_while_open(
        "no_letter_while_orders_are_unread",
        "While it is not known whether an order restrains a person, that person is given no letter.",
        CERTIFIES & restrained.holds,
    ),
    never(
        "no_letter_for_a_minor_alone",
        "A former student under 18, neither emancipated nor found incompetent, is never given the letter alone.",
        CERTIFIES & IS_STUDENT & operators.OF_A_MINOR & ~operators.WHOSE_IS_UNSAID,
    ),
    never(
        "no_letter_for_a_parent_of_18",
        "The parent of a former student of 18 whom no court has found incompetent is never given the letter.",
        CERTIFIES & IS_PARENT & operators.FORMER_AND_18,
    ),
    never_without(
        "operators_need_the_familys_request",
        "An operator is never given the letter without the family's signed and dated request.",
        CERTIFIES & operators_requests.IS_OPERATOR,
        operators_requests.ON_REQUEST,
    ),
    granted(
        "parents_of_a_former_minor_get_the_letter",
        "A verified parent of a former minor student gone for 60 days, with no order against them, is given the letter"
        " for information outside the CCPA, whatever official records the operator keeps.",
        ASKED_FOR_DELETION & LONG_GONE_AND_AWAY & OF_A_FORMER_MINOR & OUTSIDE_CCPA,
    ),
    not_refused(
        "parents_of_a_former_minor_are_never_refused_the_letter",
        "That parent is never refused the letter, unless the information is known to be under the CCPA.",
        ASKED_FOR_DELETION & LONG_GONE_AND_AWAY & OF_A_FORMER_MINOR,
        unless=(other.ccpa_excluded.is_(False),),
    ),
    granted(
        "former_students_of_18_get_the_letter",
        "A verified former student of 18, gone for 60 days, is given the letter for information outside the CCPA.",
        ASKED_FOR_DELETION & LONG_GONE_AND_AWAY & THE_STUDENT & operators.FORMER_AND_18 & OUTSIDE_CCPA,
    ),
    *(
        never(
            name,
            sentence,
            OF_SOCIAL_MEDIA & ~step & ~social_media.A_SINGLE_LOOK,
        )
        for name, sentence, step in (
            (
                "nothing_is_gathered_before_families_are_told",
                "Nothing is gathered from social media before students and parents were told of the program, but"
                " in one look that counsel has cleared.",
                social_media.PROPOSAL_IS_TOLD,
            ),
            (
                "nothing_is_gathered_before_the_public_is_heard",
                "Nothing is gathered from social media before the public could comment at a regular meeting, but"
                " in one look that counsel has cleared.",
                social_media.HEARD,
            ),
            (
                "nothing_is_gathered_before_adoption",
                "Nothing is gathered from social media before the board has adopted the program, but in one look"
                " that counsel has cleared.",
                social_media.BOARD_HAS_ADOPTED,
            ),
            (
                "nothing_is_gathered_but_for_safety",
                "Nothing is gathered from social media under a program that is not limited to safety, but in one"
                " look that counsel has cleared.",
                social_media.LIMITED,
            ),
        )
    ),
    never(
        "nothing_is_gathered_for_enforcement",
        "Nothing is gathered, from social media or an account for school, for immigration enforcement.",
        social_media.GATHERING & FOR_IMMIGRATION,
    ),
    never_without(
        "whoever_gathers_is_designated",
        "Nobody gathers or keeps anything from social media but whom the Superintendent has designated, or a vendor on"
        " the four terms.",
        OF_SOCIAL_MEDIA,
        requester.designated.holds,
        social_media.GATHERS_UNDER_CONTRACT & SOCIAL_MEDIA_TERMS,
    ),
    never_without(
        "vendors_gather_on_four_terms",
        "A vendor gathers from social media only under the four terms of the statute.",
        OF_SOCIAL_MEDIA & social_media.GATHERS_UNDER_CONTRACT,
        SOCIAL_MEDIA_TERMS,
    ),
    granted(
        "an_adopted_program_may_gather",
        "Under a program told of, heard, adopted and limited to safety, the Superintendent or designee may gather of a"
        " student whose last day has not passed.",
        OF_SOCIAL_MEDIA & social_media.PROPOSAL_IS_TOLD & social_media.HEARD & social_media.BOARD_HAS_ADOPTED
        & social_media.LIMITED & social_media.FOR_SAFETY & social_media.GATHERS_FOR_THE_DISTRICT & ~A_CONTRACT
        & ~(A_YEAR_PAST_18 | A_YEAR_GONE),
    ),
    granted(
        "students_correct_what_was_gathered",
        "A student, verified, may at any age correct what was gathered of their social media.",
        CORRECTS & THE_STUDENT & ~restrained.holds & ~contact_only.holds,
    ),
)  # fmt: skip
