"""What nobody may be refused: the law is not proved by refusing everybody."""

from __future__ import annotations

from fileroom.law.disclosure.educational_rights_holders import APPOINTED
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.disclosure.safe_at_home import TRUE_ADDRESS
from fileroom.law.facts import Action, Order, Purpose, RecordKind, Standing
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import (
    ADULT,
    ASKS_FOR,
    FOR_IMMIGRATION,
    IDENTIFIED,
    IS_APART,
    IS_CUSTODIAN,
    IS_PARENT,
    IS_STUDENT,
    LOOKS,
    MINOR,
    NOT_OF_THE_SCHOOL,
    OF_THE_DISTRICT,
    PARENTS_MAY_CONSENT,
    SEES,
    SERVES_THE_STUDENT,
    THE_STUDENT_HOLDS_THE_RIGHTS,
)
from fileroom.law.theorems.shapes import granted, not_refused
from fileroom.law.vocabulary import (
    about_this_student,
    action,
    can_be_separated,
    completed_grade_10,
    contact_only,
    is_pupil_record,
    orders,
    other,
    purpose,
    record,
    requester,
    restrained,
    rights_terminated,
    student,
)

NO_ORDER_BITES = (
    ~restrained.holds
    & ~contact_only.holds
    & ~rights_terminated.holds
    & ~orders.has(Order.EDUCATION_RIGHTS_LIMITED)
    & ~requester.shared_login.holds
)
OF_THIS_CHILD = about_this_student.holds & (can_be_separated.holds | ~action.is_(Action.COPY))
AN_ORDINARY_RECORD = (
    is_pupil_record.holds
    & ~record.kind.is_(RecordKind.COURT_ORDER)
    & ~IS_APART
    & ~TRUE_ADDRESS
    & (OF_THIS_CHILD | ~record.involves_other_students.holds)
)
AN_ORDINARY_REQUEST = NO_ORDER_BITES & AN_ORDINARY_RECORD & ~FOR_IMMIGRATION
NOT_PASSED = ~student.rights_passed.holds
NOT_EMANCIPATED = ~student.emancipated.holds
FOUND_NOT_THEIRS = student.emancipated.holds & other.counsel_cleared.is_(False)
PROVED_STUDENT = IS_STUDENT & requester.identity.is_(Standing.VERIFIED) & requester.relationship.is_(Standing.VERIFIED)

THEOREMS: tuple[Theorem, ...] = (
    granted(
        "parents_of_minors_see",
        "A verified parent of a minor, with no order against them, sees any ordinary record, custody or not.",
        SEES & A_PARENT & MINOR & NOT_PASSED & NOT_EMANCIPATED & AN_ORDINARY_REQUEST,
    ),
    not_refused(
        "parents_of_minors_are_never_refused",
        "A verified parent of a minor, with no order against them, is never told no, at a college or not;"
        " of an emancipated minor, not before counsel has said so.",
        SEES & A_PARENT & MINOR & NOT_PASSED & AN_ORDINARY_REQUEST,
        unless=(FOUND_NOT_THEIRS,),
    ),
    not_refused(
        "unverified_parents_are_asked_not_refused",
        "A parent of a minor whose identity or relationship is only claimed is asked for proof, not refused.",
        SEES
        & IS_PARENT
        & requester.identity.is_(Standing.VERIFIED, Standing.CLAIMED)
        & requester.relationship.is_(Standing.VERIFIED, Standing.CLAIMED)
        & MINOR
        & NOT_PASSED
        & AN_ORDINARY_REQUEST,
        unless=(FOUND_NOT_THEIRS,),
    ),
    granted(
        "parents_read_the_log",
        "A verified parent of a minor, with no order against them, reads who has looked.",
        LOOKS & A_PARENT & MINOR & NOT_PASSED & NOT_EMANCIPATED & AN_ORDINARY_REQUEST,
    ),
    granted(
        "a_parent_whose_consent_is_taken_looks",
        "A parent whose consent would be taken sees ordinary records, and never waits for what the consent does not.",
        SEES & A_PARENT & PARENTS_MAY_CONSENT & AN_ORDINARY_REQUEST,
    ),
    granted(
        "a_student_whose_consent_is_taken_looks",
        "A student whose own consent is taken sees ordinary records.",
        SEES & PROVED_STUDENT & THE_STUDENT_HOLDS_THE_RIGHTS & AN_ORDINARY_REQUEST,
    ),
    granted(
        "educational_rights_holders_see",
        "An educational rights holder of a minor, appointed and identified, sees ordinary records as a parent would.",
        SEES & APPOINTED & MINOR & AN_ORDINARY_REQUEST,
    ),
    granted(
        "adult_students_see",
        "An adult student, verified, sees any ordinary record.",
        SEES & PROVED_STUDENT & ADULT & ~student.adjudged_incompetent.holds & AN_ORDINARY_REQUEST,
    ),
    granted(
        "students_of_sixteen_see",
        "A student of 16, or with the 10th grade completed, verified, sees ordinary records.",
        SEES
        & PROVED_STUDENT
        & (student.age.at_least(FIGURES["own_access_age"].value) | completed_grade_10.holds)
        & AN_ORDINARY_REQUEST,
    ),
    granted(
        "custodians_open_the_files_of_their_site",
        "The custodian of records, known to be that, opens any file of the site for the school's purposes, but what"
        " lies apart.",
        SEES
        & IS_CUSTODIAN
        & IDENTIFIED
        & SERVES_THE_STUDENT
        & purpose.is_(Purpose.EDUCATIONAL_INTEREST, Purpose.RETENTION_SCHEDULE, Purpose.CORRECTION)
        & ~restrained.holds
        & ~contact_only.holds
        & ~requester.shared_login.holds
        & ~IS_APART
        & ~TRUE_ADDRESS
        & ~FOR_IMMIGRATION,
    ),
    granted(
        "place_of_birth_is_collected",
        "The place of birth, which the regulation demands, is collected for the school's own ends in spite of the"
        " ban on immigration data.",
        OF_THE_DISTRICT & ASKS_FOR & record.kind.is_(RecordKind.PLACE_OF_BIRTH) & ~NOT_OF_THE_SCHOOL & ~FOR_IMMIGRATION,
    ),
)
