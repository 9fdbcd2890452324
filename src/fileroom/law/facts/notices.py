"""What a district sends, posts and teaches: a notice, a training, and the items each has of its checklist."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.law.facts.groups import fact
from fileroom.law.facts.words import Word


class NoticeKind(Word):
    ANNUAL_RIGHTS = "annual_rights"
    BREACH = "breach"
    ENFORCEMENT_ON_SITE = "enforcement_on_site"
    GRADE_AVERAGES = "grade_averages"
    IMMIGRATION_RIGHTS = "immigration_rights"
    POSTED_GUIDE = "posted_guide"
    OTHER = "other"


class NoticeMethod(Word):
    """`substitute`: in place of a notice to each person (Civ. Code 1798.29(i)(3))."""

    MAIL = "mail"
    ELECTRONIC = "electronic"
    USUAL_WRITTEN = "usual_written"
    SUBSTITUTE = "substitute"


class NoticeItem(Word):
    """What a notice may hold; which items each needs: `checklists.toml`."""

    TYPES_OF_RECORDS = "types_of_records"
    OFFICIALS_RESPONSIBLE = "officials_responsible"
    PLACE_OF_THE_LOG = "place_of_the_log"
    CRITERIA_OF_INTEREST = "criteria_of_interest"
    REVIEW_AND_EXPUNGING = "review_and_expunging"
    RIGHT_OF_ACCESS = "right_of_access"
    CHALLENGES = "challenges"
    COST_OF_COPIES = "cost_of_copies"
    DIRECTORY_CATEGORIES = "directory_categories"
    DIRECTORY_RECIPIENTS = "directory_recipients"
    OTHER_RIGHTS_AND_COMPLAINT = "other_rights_and_complaint"
    PROSPECTUS = "prospectus"
    CONSENT_TO_DISCLOSURE = "consent_to_disclosure"
    CONTENT_OF_48980_O = "content_of_48980_o"
    TITLE = "title"
    WHAT_HAPPENED = "what_happened"
    WHAT_INFORMATION = "what_information"
    WHAT_WE_ARE_DOING = "what_we_are_doing"
    WHAT_YOU_CAN_DO = "what_you_can_do"
    FOR_MORE_INFORMATION = "for_more_information"
    SENDER_AND_CONTACT = "sender_and_contact"
    KINDS_OF_INFORMATION = "kinds_of_information"
    DATES = "dates"
    DELAY_BY_POLICE = "delay_by_police"
    PLAIN_LANGUAGE = "plain_language"
    TYPE_SIZE = "type_size"
    CREDIT_BUREAUS = "credit_bureaus"
    OFFER_OF_MITIGATION = "offer_of_mitigation"
    RIGHT_TO_SCHOOLING = "right_to_schooling"
    KNOW_YOUR_RIGHTS = "know_your_rights"
    FAMILY_SAFETY = "family_safety"
    RIGHT_TO_KEEP_IT_BACK = "right_to_keep_it_back"
    WHO_KEEPS_IT_BACK = "who_keeps_it_back"
    IN_ADMINISTRATIVE_BUILDINGS = "in_administrative_buildings"
    ON_THE_DISTRICTS_SITE = "on_the_districts_site"
    ON_EACH_SCHOOLS_SITE = "on_each_schools_site"
    IN_EVERY_LANGUAGE_PROVIDED = "in_every_language_provided"


@dataclass(frozen=True)
class Notice:
    """A notice, sent or posted. Whoever receives it is the requester, where it goes to one person."""

    kind: NoticeKind | None = fact("which notice")
    items: tuple[NoticeItem, ...] | None = fact("the items of its checklist that it has")
    method: NoticeMethod | None = fact("how it is sent")
    electronic_asked_for: bool | None = fact("the recipient has asked for, or agreed to, notices by electronic means")
    at_enrolment: bool = fact("it goes to a family that enrols for the first time", False)
    to_everybody: bool = fact("it is posted or published for everybody, or its text alone is asked about", False)
    names_people: bool = fact("it names, or shows, somebody other than whom it is sent to", False)
    to_the_breached_account: bool = fact("it goes to the very account whose password was taken", False)
    days_to_refuse: int | None = fact("the days it gives to refuse")
    cost: int | None = fact("what notice to each person would cost, in dollars")
    contact_data_lacking: bool | None = fact("there is not enough contact data to tell each person")
    enforcement_confirmed: bool | None = fact("the school has confirmed that immigration enforcement is on its site")


class Subject(Word):
    """What a training is about."""

    CYBERSECURITY = "cybersecurity"
    SPECIAL_EDUCATION_RECORDS = "special_education_records"
    STUDENT_INFORMATION = "student_information"


class Topic(Word):
    """What a training may cover; which topics each subject needs: `checklists.toml`."""

    GATHERING = "gathering"
    HANDLING = "handling"
    WHAT_IS_NOT_ASKED_FOR = "what_is_not_asked_for"
    CYBERSECURITY = "cybersecurity"
    PROTECTING_RECORDS_FROM_BREACHES = "protecting_records_from_breaches"
    STATE_POLICIES_ON_CONFIDENTIALITY = "state_policies_on_confidentiality"


@dataclass(frozen=True)
class Training:
    """A training for one person, the requester."""

    subject: Subject | None = fact("what it is about")
    topics: tuple[Topic, ...] | None = fact("what it covers")
    handles_student_information: bool | None = fact("the person gathers or handles student information")
    handles_special_education: bool | None = fact(
        "the person collects or uses information that identifies students with disabilities"
    )
