"""What California counts as directory information, and by which door it leaves: phrases for the chapters on it.

The eleven fields of Ed. Code 49061(c) are a closed list. A photograph, a grade level, a student number or a place of
birth is not on it, whatever federal law would allow.
"""

from __future__ import annotations

from fileroom.law.facts import Action, Choice, Publication, Purpose, RecordKind
from fileroom.law.facts import DirectoryField as Field
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Condition, any_of
from fileroom.law.phrases import FAMILY, SEES, STAFF_KINDS
from fileroom.law.vocabulary import action, choices, district, other, purpose, record, requester, student

FIELD_OF_KIND = {
    RecordKind.LEGAL_NAME: Field.NAME,
    RecordKind.ADDRESS: Field.ADDRESS,
    RecordKind.TELEPHONE: Field.TELEPHONE,
    RecordKind.BIRTH_DATE: Field.BIRTH_DATE,
}
LISTED = record.kind.is_(RecordKind.DIRECTORY_INFORMATION)
IS_DIRECTORY = record.kind.is_(RecordKind.DIRECTORY_INFORMATION, *FIELD_OF_KIND)

PROFIT_MAKING = (Who.FOR_PROFIT, Who.VENDOR, Who.CONTRACTOR, Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY)
BY_A_RULE_OF_THEIR_OWN = (
    Who.PRIVATE_COLLEGE, Who.MILITARY_RECRUITER, Who.COLLEGE_RECRUITER, Who.ELECTIONS_OFFICIAL, Who.IMMIGRATION_OFFICER
)  # fmt: skip
OF_THE_HOUSE = (*STAFF_KINDS, Who.SARB_AIDE, Who.SYSTEM)
RECIPIENTS = tuple(who for who in Who if who not in (*PROFIT_MAKING, *BY_A_RULE_OF_THEIR_OWN, *OF_THE_HOUSE, *FAMILY))

PUBLISHES = action.is_(Action.PUBLISH)
GOES_OUT = SEES | PUBLISHES
BY_THIS_DOOR = (SEES & requester.kind.is_(*RECIPIENTS)) | (PUBLISHES & ~requester.kind.is_(*PROFIT_MAKING))
ANOTHER_LAWS_REQUEST = purpose.is_(Purpose.PUBLIC_RECORDS_REQUEST, Purpose.REGISTRY)
DIRECTORY_ASKED = LISTED | (IS_DIRECTORY & purpose.is_(Purpose.DIRECTORY, Purpose.RECRUITMENT))

NAMED_BY_POLICY = requester.kind.among(district.directory_recipients) | district.directory_recipients.has(Who.PUBLIC)
TO_THE_PUBLIC = PUBLISHES & (
    district.directory_recipients.has(Publication.YEARBOOK)
    | (purpose.is_(Purpose.NEWS) & district.directory_recipients.has(Who.MEDIA))
)
TO_A_NAMED_RECIPIENT = NAMED_BY_POLICY | TO_THE_PUBLIC
NOTICE_GIVEN = district.directory_notice_given.holds | student.former.holds  # 34 CFR 99.37(b)
FOUND_BY_NUMBER = other.matched_by_ssn.holds
DESIGNATED = any_of(
    LISTED & record.fields.among(district.directory_fields),
    *(record.kind.is_(kind) & district.directory_fields.has(field) for kind, field in FIELD_OF_KIND.items()),
)

# Who has refused colleges that recruit, or an examination, has refused them by this door too.
FOR_AN_EXAMINATION = purpose.is_(Purpose.EYE_EXAMINATION, Purpose.ORAL_HEALTH_ASSESSMENT)
A_COLLEGE_RECRUITS = requester.kind.is_(Who.COLLEGE, Who.PRIVATE_COLLEGE) & purpose.is_(Purpose.RECRUITMENT)
REFUSED = any_of(
    choices.has(Choice.DIRECTORY_REFUSED, Choice.DIRECTORY_REFUSED_WHILE_ENROLLED),
    A_COLLEGE_RECRUITS & choices.has(Choice.COLLEGE_RECRUITER_REFUSED),
    FOR_AN_EXAMINATION & choices.has(Choice.SCREENING_REFUSED),
)
HOMELESS_WITHOUT_CONSENT = student.homeless.holds & ~choices.has(Choice.DIRECTORY_CONSENT_HOMELESS)


def only(*fields: Field) -> Condition:
    """No other field than these is asked for."""
    kinds = [kind for kind, field in FIELD_OF_KIND.items() if field in fields]
    listed = LISTED & ~record.fields.has(*(field for field in Field if field not in fields))
    return listed | record.kind.is_(*kinds) if kinds else listed
