"""What a question is asked about: one frozen group of facts for each subject.

`None` means *not known*. A flag the district keeps itself starts as False: absent means not flagged
(contracts.md, "What an absence means"). Each fact says what it means, for `decide --vocabulary`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fileroom.law.facts import things
from fileroom.law.facts import words as w
from fileroom.law.facts.record_kinds import RecordKind


def fact(says: str, default: Any = None) -> Any:
    """A fact with its meaning in plain words."""
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True)
class Requester:
    """Who asks. For a rule about a person the district trains, that person; about one it names, the one who names."""

    kind: w.RequesterKind | None = fact("who the requester is")
    identity: w.Standing | None = fact("is the person who they say they are")
    relationship: w.Standing | None = fact("is the person related to this student as they say")
    legal_custody: bool | None = fact("holds legal custody")
    rights_terminated: bool | None = fact("a court has ended the parental rights")
    restrained_from_records: bool | None = fact("an order under Fam. Code 6323.5 bars this person from the records")
    restrained_contact_only: bool | None = fact("a stay-away order without a records clause binds this person")
    may_not_collect: bool | None = fact("by an order on file this person does not collect the child today")
    holds_education_rights: bool | None = fact("a court has given this person the education rights")
    lives_with_student: bool | None = fact("lives in the student's home")
    responsible_for_education: bool | None = fact("is responsible for the student's education or case")
    tax_dependency: w.TaxDependency | None = fact("the student is this parent's dependent for federal tax")
    interest: w.Interest | None = fact("educational interest by the district's published criteria")
    has_student: bool | None = fact(
        "serves this student: class, caseload or site; of a vendor: by its contract; for a member of the board, a"
        " matter on this student before it"
    )
    age: int | None = fact("age in years of the requester")
    investigated: bool | None = fact("background was investigated")
    trained: bool | None = fact("has been trained for the task")
    legally_responsible: bool | None = fact("the agency is legally responsible for the child")
    education_authority: bool | None = fact(
        "an education authority, the Comptroller General, the Attorney General or the Secretary of Education itself"
    )
    student_aid_commission: bool | None = fact("the California Student Aid Commission")
    on_agency_list: bool | None = fact("named on the list the agency has filed in writing")
    designated: bool | None = fact("designated by the district for this function")
    under_direct_control: bool | None = fact("works under the district's direct control as to records")
    out_of_state: bool | None = fact("a school outside California")
    panel_member: bool = fact("sits on a hearing panel under Ed. Code 49071", False)
    shared_login: bool = fact("asks through an account or address that somebody else also uses", False)
    barred_for_misuse: bool = fact("barred for a time from pupil information, for having misused it", False)
    keeps_records: bool | None = fact("the published function of the person's office is to keep pupil records")
    whole_district: bool | None = fact("holds the office for the whole district, not for one school")
    may_be_restrained: bool = fact(
        "may be the very person whom an order on this child names: a namesake, say, into whom nobody has looked", False
    )


@dataclass(frozen=True)
class Student:
    """Whose record it is, on the day of the decision."""

    age: int | None = fact("age in years of the student")
    grade: w.Grade | None = fact("grade level")
    enrolled: bool | None = fact("enrolled in the district")
    former: bool = fact("was enrolled and has left", False)
    completed_grade_10: bool | None = fact("has completed the 10th grade")
    attends_postsecondary: bool = fact("attends a postsecondary institution", False)
    homeless: bool = fact("a homeless child or youth", False)
    unaccompanied: bool = fact("not in the physical custody of a parent or guardian", False)
    foster: bool = fact("a pupil in foster care", False)
    disability: bool = fact("an individual with exceptional needs", False)
    adjudged_incompetent: bool = fact("a court has found the adult student incompetent", False)
    safe_at_home: bool = fact("in the Safe at Home program", False)
    missing_child_flag: bool = fact("police have reported the child missing", False)
    rights_passed: bool = fact(
        "counsel has found, and noted why, that the rights of this minor at a college have passed to the student", False
    )
    eighteen_by_one_count: bool = fact(
        "born on 29 February, on 28 February of the year of the 18th birthday: 18 by one count, and not by the other",
        False,
    )
    emancipated: bool = fact("a minor whom a court or the law has emancipated", False)
    visa: w.StudentVisa | None = fact("an F-1 student at a certified school")
    days_since_left: int | None = fact("days since the student left the school")
    days_since_left_lea: int | None = fact("days since the student left the district")
    school_years_since_classified: int | None = fact("school years since the record was classified as disposable")
    months_since_left: int | None = fact("whole months since the student left or completed the program")
    school_years_since_left: int | None = fact("school years begun since the student left")
    school_years_since_conduct: int | None = fact("school years begun since the conduct of which teachers are warned")
    was_homeless_or_foster: bool = fact("was homeless or in foster care at some time", False)
    graduated: bool | None = fact("has graduated")
    court_jurisdiction_ended: bool | None = fact("the juvenile court has released the student from its jurisdiction")
    from_another_school: bool | None = fact("comes from a school of another district")
    came_back: bool = fact("had left, and is enrolled again", False)
    enters_later: bool = fact("has a place at a school of the district from a later day", False)
    home_language_at_threshold: bool = fact(
        "15 percent or more of the school's students speak this family's language (Ed. Code 48985)", False
    )
    home_language_not_english: bool = fact("the language of the student's home is not English", False)


@dataclass(frozen=True)
class Record:
    """What is asked for, or proposed to be collected, kept or destroyed."""

    kind: RecordKind | None = fact("a catalogue code, a group of records, or a thing to collect")
    is_pupil_record: bool | None = fact("a pupil record under Ed. Code 49061(b); absent: follows from the kind")
    involves_other_students: bool = fact("is directly related to other students too", False)
    segregable: bool | None = fact("the parts about other students can be taken out; absent: yes, if on paper")
    pending_request: bool = fact("a request to inspect it is open", False)
    on_hold: bool = fact("a hold is in force", False)
    class_: things.RecordClass | None = fact("class under 5 CCR 430; absent: follows from the kind")
    fields: tuple[things.DirectoryField, ...] | None = fact("which fields of Ed. Code 49061(c)")
    directly_related: bool | None = fact("directly related to this student; absent: yes")
    told_under_12: bool = fact("was told to the counselor before the student was 12", False)
    confided_by: things.ConfidedBy = fact("who told it to the counselor", things.ConfidedBy.STUDENT)
    about_gender_or_orientation: bool = fact(
        "tells of the student's sexual orientation, gender identity or expression", False
    )
    shared_with: things.SharedWith | None = fact("to whom a maker's own note was shown")
    identifies_student: bool | None = fact("identifies a student; absent of what tells of nobody: no")
    no_longer_needed: bool | None = fact("its usefulness has ceased; absent of a permitted record: yes")
    small_cells: bool | None = fact("the counts contain small cells, hidden or not")
    primary_suppression: bool | None = fact("small cells are withheld")
    complementary_suppression: bool | None = fact("cells that would give them back are withheld")
    reidentification_checked: bool | None = fact("checked against single and multiple releases")
    code_basis: things.CodeBasis | None = fact("what a record code is made from; absent of de-identified data: no code")
    separate_from_enrolment: bool | None = fact("collected apart from enrolment")
    part_of_federal_form: bool | None = fact("an item of the form a federal law prescribes")
    whose: things.Whose | None = fact("whose number or paper a form asks for")
    in_doubt: bool = fact("the words about it speak of another thing than it was taken for", False)
    describes_nothing_kept: bool = fact("a log of which no described record is kept any longer", False)
    on_its_last_day: bool = fact("today itself is the last day on which it may be kept", False)
    forwarded: bool = fact("an interim record sent to the next school as a whole", False)
    has_statement: bool = fact("a family's statement is attached", False)
    includes_discipline: bool | None = fact("disciplinary action stands in it; absent: from the kind, if it can")
    dated_and_signed: bool | None = fact("the originator has dated and signed it")
    school_years_since_origin: int | None = fact("school years begun since the one in which it originated")
    years_since_board_decision: int | None = fact("whole years since the board decided the challenge")
    years_since_superintendent_decision: int | None = fact("whole years since the superintendent decided, unappealed")
    contract_satisfied: bool | None = fact("the contract under which a vendor holds it is satisfied")
    set_time_over: bool | None = fact(
        "the time is over that the district has set for keeping what a statute keeps apart and gives no day"
    )
    copy_kept_for_ever: bool | None = fact("a true and certified copy is kept, open and for good (5 CCR 16022)")
    basic_to_an_audit: bool | None = fact("basic to an audit")
    school_years_since_audit: int | None = fact("school years begun since the audit was complete")
    district_class: things.DistrictClass | None = fact("class of a district record under 5 CCR 16022-16025")
    of_an_accident_claim: bool = fact("the report of a minor's accident over which a claim was filed", False)
    years_since_claim_ended: int | None = fact("whole years since that claim was settled, or the time to sue ran out")
    years_since_classification_due: int | None = fact(
        "whole years since 1 January by which its school year was to be classified"
    )
    classified_in_time: bool = fact("its school year was classified in time, by 1 January (5 CCR 16022)", False)
    years_since_test: int | None = fact("whole years since the standardized test; absent of test results: within three")
    school_years_since_last_use: int | None = fact(
        "school years begun since its origin, the audit, or what another agency asks, whichever is last (5 CCR 16027)"
    )


@dataclass(frozen=True)
class SocialMedia:
    """Where the district stands with a programme under Ed. Code 49073.6."""

    pupils_and_parents_notified: bool | None = fact("pupils and parents were told of the proposed programme")
    comment_at_regular_meeting: bool | None = fact("the public could comment at a regular board meeting")
    adopted: bool | None = fact("the board has adopted the programme")
    limited_to_safety: bool | None = fact("gathers only what directly pertains to safety")
    parent_notice_sent: bool | None = fact("each parent of a student in the adopted programme was told what it gathers")


@dataclass(frozen=True)
class District:
    """What the district has done or decided."""

    directory_notice_given: bool | None = fact("the yearly directory notice was given; time to refuse is past")
    directory_fields: tuple[things.DirectoryField, ...] | None = fact("the categories the policy releases")
    directory_recipients: tuple[w.RequesterKind | w.Publication, ...] | None = fact("the recipients the policy names")
    annual_notice_given: bool | None = fact("the annual notice of rights was given")
    annual_notice_forwarding: bool | None = fact("the annual notice says records are forwarded on transfer")
    social_media: SocialMedia = fact("the social-media programme", SocialMedia())
    homeless_screenings_in_policy: bool = fact("the directory policy allows the eye and oral-health screenings", False)
    meal_disaggregation_authorized: bool = fact("the board allows meal status for disaggregating achievement", False)
    minimum_cell: int | None = fact("smallest count that may be shown")
    order_protocols: tuple[w.ProtocolPart, ...] | None = fact(
        "what its protocols for orders that bar a party from records hold"
    )
    interim_reading: things.InterimReading = fact(
        "the board's recorded reading of 5 CCR 437(c): from classification, origin or leaving", things.InterimReading.A
    )


@dataclass(frozen=True)
class Other:
    """Facts of the case that a rule names."""

    emergency: things.Emergency | None = fact("an emergency to health or safety")
    fee_kind: things.FeeKind | None = fact("what the fee is for")
    fee_blocks_access: bool | None = fact("the fee would keep the person from the records")
    challenge_ground: things.ChallengeGround | None = fact("the ground of the challenge")
    grade_ground: things.GradeGround | None = fact("the ground for changing a grade")
    inspected_first: bool | None = fact("the record was inspected before the challenge")
    teacher_heard: bool | None = fact("the teacher was heard as far as practicable")
    teacher_out_of_reach: bool = fact("hearing the teacher is not practicable, and why is noted", False)
    channel: things.Channel | None = fact("how the request came")
    consent_refused: bool = fact("the family refused to consent, or has withdrawn its consent", False)
    parent_initiated: bool | None = fact("the parent or adult student started it")
    matched_by_ssn: bool = fact("the student would be found or confirmed by a Social Security number", False)
    in_own_class: bool | None = fact("used in the student's own class")
    aid_applied_for: bool | None = fact("the student applied for or receives the aid")
    school_consents_for_parents: bool | None = fact("the school consents as the parents' agent")
    other_parent_objects: bool | None = fact("the other parent objects")
    student_objects: bool | None = fact("the student objects")
    parents_notified: bool | None = fact("the parents have been notified")
    required_before_1974: bool | None = fact(
        "a state law of before 19 November 1974 requires just this report, and it serves the juvenile justice system"
    )
    crime_reported: bool | None = fact("the school itself reported the crime, to this very authority")
    recipient_in_same_agency: bool | None = fact(
        "it would go to someone of the same agency who has a legitimate interest in it"
    )
    kidnap_probable_cause: bool | None = fact("probable cause of kidnap, abductor may have enrolled the child")
    confirming_letter: bool | None = fact("the agency's confirming letter is in hand")
    debt: things.Debt | None = fact("what the family is said to owe")
    due_process_given: bool | None = fact("due process was given")
    survey_protected_areas: bool | None = fact("the survey touches a protected area")
    survey_required: bool | None = fact("students are required to answer")
    ed_funded: bool | None = fact("funded by the U.S. Department of Education")
    anonymous: bool | None = fact("answers identify no one")
    ccpa_excluded: bool | None = fact("covered information not subject to the CCPA; absent of a letter: yes")
    former_student_is_18: bool | None = fact("the former student is 18 or over")
    operator_keeps_official_records: bool = fact("the operator keeps official records for the district", False)
    school_account: bool = fact(
        "an account used only for education, or mainly for a school-sponsored publication (Ed. Code 49073.6)", False
    )
    one_look: bool = fact("one look at one student's social media, under no programme", False)
    consumer_objection: bool = fact("the consumer moved to quash or objected", False)
    days_since_notice: int | None = fact("whole days since parent and student were told of a court's paper")
    nominee_certificated: bool | None = fact("the person to be named holds a certificated position in the district")
    nominee_left: bool = fact("the person to be named has left the district", False)
    of_oneself: bool = fact("it is about the requester's own employment", False)
    declared_by_oneself: bool | None = fact("the requester is who declared it")
    proposed_by_oneself: bool | None = fact("the requester is who proposed it")
    counsel_speaks_here: bool | None = fact("district counsel has an account here, and may be told of this")
    recipient_purpose_noncommercial: bool | None = fact("the recipient has no commercial purpose")
    in_board_minutes: bool = fact("it would stand in the minutes of the board", False)
    telling_parents_endangers: bool = fact("the counselor believes that telling the parents is a danger", False)
    crime_with_injury_or_loss: bool = fact("tells of a crime with likely injury or major loss", False)
    assists_immigration_enforcement: bool = fact("any part of the request helps immigration enforcement", False)
    litigation_with_family: bool | None = fact("the district and this family are parties to the lawsuit")
    particular_paper_demanded: bool = fact("one particular paper, or all of them, is demanded as proof", False)
    contradicted_by_facts: bool = fact("facts the school knows show otherwise than the paper says", False)
    parent_left_against_will: bool = fact("the parent left California against their will (Ed. Code 48204.4)", False)
    lived_and_enrolled_before: bool | None = fact("the student lived, and was in a public school, in California before")
    commission_requires_number: bool | None = fact("the Student Aid Commission has determined that it needs the number")
    psychological_evaluation: bool = fact("a behavioral, mental or emotional evaluation", False)
    part_of_state_test: bool = fact("part of the state's testing program", False)
    counsel_cleared: bool | None = fact("district counsel has looked at this case and cleared it")
    family_may_be_told: bool | None = fact("counsel has found whether the household may be told of the inquiry")
    challenge_step: things.ChallengeStep | None = fact("the request to the superintendent, or the appeal to the board")
    challenge_decision: things.ChallengeDecision | None = fact("what has become of the challenge of this item")
    removal_ordered: bool | None = fact(
        "the sustained challenge ordered this item removed and destroyed, not corrected (Ed. Code 49070)"
    )
    appeal_in_time: bool | None = fact("came by the due day of the clock `challenge_appeal`")
    suit_pending: bool | None = fact("a suit over the challenged information was filed in time and is open")
    government_proof: bool | None = fact("government-issued proof of the new legal name or gender was shown")
    routine_update: bool | None = fact("updates what the record already holds, and judges nothing")
    drugs_or_alcohol: bool = fact("a suspension or expulsion for drugs or alcohol (Ed. Code 48902)", False)
    dangerous_conduct: bool | None = fact("conduct of which teachers are warned (Ed. Code 49079)")
