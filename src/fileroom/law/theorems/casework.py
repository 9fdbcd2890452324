"""Challenges, statements, grades, names, fees and debts: what nobody may do, and what nobody is refused."""

from __future__ import annotations

from fileroom.law.casework.additions import GONE, LISTED_KIND
from fileroom.law.casework.appeals import APPEALS, WAS_REFUSED, WAS_SUSTAINED
from fileroom.law.casework.challenge_duties import A_GRADE
from fileroom.law.casework.challenges import (
    FILES,
    IN_WRITING,
    INSPECTED_FIRST,
    IS_OF_THE_FAMILY,
    LEGAL_CUSTODY,
    MAY_CHALLENGE,
    ON_A_GROUND,
    REQUESTS,
)
from fileroom.law.casework.corrections import AMENDS, BY_WHO_MAY_CORRECT, KEPT_UP_TO_DATE, WON
from fileroom.law.casework.debts import FROM_A_SCHOOL, HOMELESS_OR_FOSTER, WILFUL, WITHHOLDS
from fileroom.law.casework.fees import CHARGES, STILL_FREE
from fileroom.law.casework.grades import ONE_OF_FOUR, TEACHER_HEARD, WHO_CHANGES_IT
from fileroom.law.casework.hearing_panels import TO_THE_PANEL
from fileroom.law.casework.names import NAME_IN_A_RECORD, PROVED, RENAMES
from fileroom.law.casework.slips import A_SLIP, BY_ITS_KEEPER
from fileroom.law.casework.statements import ATTACHES, OF_DISCIPLINE
from fileroom.law.casework.who_adds import ADDED_BY_STATUTE, ADDS
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.restraining_orders import TOUCHES_THE_FILE
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import FeeKind, Purpose
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import (
    ADULT,
    CONSENT_BY_STATE_LAW,
    EMANCIPATED,
    IS_FORMER_STUDENT,
    IS_PARENT,
    IS_STUDENT,
    PARENT_OR_STUDENT,
    consent_with,
)
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA
from fileroom.law.theorems.shapes import granted, never, never_without, not_refused
from fileroom.law.vocabulary import (
    contact_only,
    fee_blocks_access,
    is_pupil_record,
    other,
    purpose,
    restrained,
    student,
)

NOBODY_RESTRAINED = ~restrained.holds & ~contact_only.holds
FOUR_AND_HEARD = ONE_OF_FOUR & TEACHER_HEARD

THEOREMS: tuple[Theorem, ...] = (
    never(
        "restrained_parties_touch_nothing",
        "A restrained person never brings a challenge, adds or attaches anything, nor has a record changed,"
        " destroyed or judged disposable.",
        TOUCHES_THE_FILE & restrained.holds,
    ),
    never(
        "no_challenge_without_legal_custody",
        "A parent without legal custody never brings a challenge.",
        FILES & IS_PARENT & ~LEGAL_CUSTODY,
    ),
    never(
        "a_sustained_item_is_not_appealed",
        "An item whose challenge was sustained is never appealed: there is nothing to appeal.",
        APPEALS & WAS_SUSTAINED,
    ),
    never_without(
        "no_appeal_before_a_refusal",
        "No appeal goes to the board before the superintendent has refused.",
        APPEALS,
        WAS_REFUSED,
    ),
    never(
        "no_challenge_by_a_minor",
        "A student under 18 who attends no college and is not emancipated never brings a challenge.",
        FILES & IS_STUDENT & ~ADULT & ~student.attends_postsecondary.holds & ~student.emancipated.holds,
    ),
    never_without(
        "grades_are_final",
        "A grade is never changed but on one of four grounds, the teacher heard or out of reach, by who may order"
        " it, by the teacher for a slip, or after a challenge that was won; a former student's proved name on it may"
        " be.",
        AMENDS & A_GRADE,
        FOUR_AND_HEARD & WHO_CHANGES_IT,
        FOUR_AND_HEARD & BY_WHO_MAY_CORRECT & WON,
        NAME_IN_A_RECORD,
    ),
    never_without(
        "records_change_for_cause",
        "No record that is no grade and no name is changed but for a former student's proved name, after a sustained"
        " challenge, at the family's wish if it was gathered from social media, to bring an address or telephone up to"
        " date, or by its keeper to mend a slip.",
        AMENDS & ~A_GRADE & ~RENAMES,
        WON,
        NAME_IN_A_RECORD,
        SOCIAL_MEDIA & (THE_STUDENT | HOLDS_THE_RIGHTS),
        KEPT_UP_TO_DATE & other.routine_update.holds,
        A_SLIP & BY_ITS_KEEPER,
    ),
    never_without(
        "hearing_panels_need_consent",
        "A member of a hearing panel never sees a record without the parent's written consent.",
        TO_THE_PANEL,
        CONSENT_BY_STATE_LAW,
    ),
    never(
        "no_search_fee",
        "Nobody is ever charged for the search for a record.",
        CHARGES & other.fee_kind.is_(FeeKind.SEARCH),
    ),
    never(
        "no_fee_that_shuts_a_family_out",
        "A fee that would keep a family from the records is never charged.",
        CHARGES & fee_blocks_access.holds,
    ),
    never(
        "first_copies_are_free",
        "A copy that is still free for a former student is never charged.",
        CHARGES & STILL_FREE,
    ),
    never(
        "debts_never_stop_a_transfer",
        "Nothing is withheld from the student's next school.",
        WITHHOLDS & FROM_A_SCHOOL,
    ),
    never(
        "debts_never_stop_a_look",
        "No debt keeps a family from looking at the records.",
        WITHHOLDS & purpose.is_(Purpose.INSPECTION, Purpose.SELF_INSPECTION),
    ),
    never(
        "homeless_and_foster_youth_owe_nothing_here",
        "Nothing is withheld from a student who is or was homeless or in foster care.",
        WITHHOLDS & HOMELESS_OR_FOSTER,
    ),
    never_without(
        "only_the_familys_own_copy_is_withheld",
        "Nothing is withheld from a court, an agency, a school or anybody else but the family or former student.",
        WITHHOLDS,
        PARENT_OR_STUDENT & ~FROM_A_SCHOOL & ~purpose.is_(Purpose.COURT_PROCESS, Purpose.ENROLMENT),
    ),
    never_without(
        "nothing_is_withheld_without_due_process",
        "Nothing is withheld but for wilful damage, after due process.",
        WITHHOLDS,
        WILFUL & other.due_process_given.holds,
    ),
    never_without(
        "nothing_new_after_leaving",
        "After the student has left no listed item is added but what a statute adds, routine updates, and what the"
        " rights holder consents to.",
        ADDS & GONE & LISTED_KIND & ~ADDED_BY_STATUTE,
        other.routine_update.holds,
        consent_with("records"),
    ),
    granted(
        "whoever_holds_the_rights_may_challenge",
        "Whoever holds the rights, no order standing against them, may challenge a record they have seen, in writing,"
        " on any of six grounds.",
        REQUESTS & MAY_CHALLENGE & IS_OF_THE_FAMILY & is_pupil_record.holds & IN_WRITING & INSPECTED_FIRST & ON_A_GROUND
        & NOBODY_RESTRAINED,
    ),
    not_refused(
        "a_challenge_badly_begun_is_mended_not_refused",
        "Whoever holds the rights is asked for what a first challenge still lacks, and never refused.",
        REQUESTS & MAY_CHALLENGE & IS_OF_THE_FAMILY & is_pupil_record.holds & NOBODY_RESTRAINED,
    ),
    not_refused(
        "an_emancipated_minors_challenge_waits_for_counsel",
        "An emancipated student who brings a challenge is never refused before counsel has said so.",
        REQUESTS & THE_STUDENT & EMANCIPATED & is_pupil_record.holds & NOBODY_RESTRAINED,
        unless=(other.counsel_cleared.is_(False),),
    ),
    granted(
        "statements_to_discipline_are_always_taken",
        "A statement to a record of discipline is always taken from whoever holds the rights, no order standing against"
        " them.",
        ATTACHES & MAY_CHALLENGE & IS_OF_THE_FAMILY & OF_DISCIPLINE & NOBODY_RESTRAINED,
    ),
    granted(
        "former_students_are_renamed",
        "A former student who shows proof of a new name or gender has the records changed, however long ago it was.",
        RENAMES & IS_FORMER_STUDENT & THE_STUDENT & PROVED & NOBODY_RESTRAINED,
    ),
    granted(
        "former_students_records_bear_the_new_name",
        "A former student who shows proof has the new name in every pupil record but the log, the transcript among"
        " them, without any challenge and any ground for a grade.",
        NAME_IN_A_RECORD & THE_STUDENT & NOBODY_RESTRAINED,
    ),
    granted(
        "actual_cost_may_be_charged",
        "The actual cost of copies may be charged where it keeps nobody from the records.",
        CHARGES & other.fee_kind.is_(FeeKind.ACTUAL_COPY_COST) & ~fee_blocks_access.holds,
    ),
)  # fmt: skip
