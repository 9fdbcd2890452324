"""What a contract with a vendor has to say (Ed. Code 49073.1 and 49073.6), and when it is defective or void: phrases
for the chapters on vendors.

A contract is a draft until it is signed. One that lacks a clause is defective, and shares nothing; after a written
notice it is cured, or, when a reasonable time has passed, void. How long that time is, the statute does not say.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from fileroom.law.facts import DirectoryField, PaperKind, RecordKind
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import UNREFUTED, members, some, to_show
from fileroom.law.vocabulary import other, record, student


class Clause(IntEnum):
    """The nine clauses of Ed. Code 49073.1(b), in its order."""

    RECORDS_STAY_THE_DISTRICTS = 1
    STUDENTS_OWN_CONTENT = 2
    NO_OTHER_USE = 3
    REVIEW_AND_CORRECTION = 4
    SECURITY = 5
    NOTICE_OF_DISCLOSURE = 6
    NOTHING_KEPT_AFTERWARDS = 7
    FERPA_TOGETHER = 8
    NO_TARGETED_ADVERTISING = 9


class SocialMediaTerm(IntEnum):
    """The four terms of Ed. Code 49073.6(c)(3)(C), in its order."""

    NO_OTHER_USE = 1
    NEITHER_SOLD_NOR_SHARED = 2
    DESTROYED_WHEN_SATISFIED = 3
    DESTROYED_AT_18_OR_LEAVING = 4


_IN_FORCE: dict[str, Any] = {"signed": UNREFUTED, "valid_on": UNREFUTED, "void": False}


def _nine(**more: Any) -> Condition:
    """Made under a policy of the board, with all nine. The second may say that it does not apply, but has to say so."""
    others = [clause for clause in Clause if clause is not Clause.STUDENTS_OWN_CONTENT]
    whole = members("clauses", *Clause)
    whole_but_the_second = members("clauses", *others) | {"no_student_content": True}
    return to_show(PaperKind.VENDOR_CONTRACT, board_policy=True, **whole, **more) | to_show(
        PaperKind.VENDOR_CONTRACT, board_policy=True, **whole_but_the_second, **more
    )


A_CONTRACT = some(PaperKind.VENDOR_CONTRACT)
NINE_CLAUSES = _nine(**_IN_FORCE)
IS_OF_BEFORE_2015 = some(PaperKind.VENDOR_CONTRACT, made_before_2015=True)
OF_BEFORE_2015 = some(PaperKind.VENDOR_CONTRACT, made_before_2015=True, changed_since_2015=False, **_IN_FORCE)

# What a family tells for one program alone, or where the student sleeps and goes (Gov. Code 8310.3; 42 USC
# 11432(g)(3)(G)). That a contract is in force opens none of it: it names this item, and counsel has looked.
TOLD_FOR_ONE_PROGRAM = record.kind.is_(
    RecordKind.ETHNICITY, RecordKind.PLACE_OF_BIRTH, RecordKind.HOME_LANGUAGE, RecordKind.TRIBAL_ENROLMENT,
    RecordKind.MIGRATORY_MOVES, RecordKind.HOMELESS_STATUS, RecordKind.TRANSFER_DESTINATION,
    RecordKind.PROOF_OF_RESIDENCY, RecordKind.PROOF_OF_AGE,
)  # fmt: skip
# Whoever may not have an item does not get it with the whole: the place of birth stands in the permanent record, the
# log of accesses in the interim one, and what a copy or an original is of nobody has said.
WHOLES = record.kind.is_(
    RecordKind.CUMULATIVE_FILE,
    RecordKind.PERMANENT_RECORD,
    RecordKind.INTERIM_RECORD,
    RecordKind.COPIED_ORIGINAL,
    RecordKind.STUDY_COPY,
)
WHERE_A_HOMELESS_STUDENT_LIVES = student.homeless.holds & (
    record.kind.is_(
        RecordKind.ADDRESS, RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS,
        RecordKind.ANNUAL_VERIFICATION, RecordKind.CONTACT_AND_HOUSEHOLD,
    )
    | (record.kind.is_(RecordKind.DIRECTORY_INFORMATION) & record.fields.has(DirectoryField.ADDRESS))
)  # fmt: skip
FOR_ONE_PROGRAM = TOLD_FOR_ONE_PROGRAM | WHOLES | WHERE_A_HOMELESS_STUDENT_LIVES


def opened_by(agreement: Condition, naming_the_item: Condition) -> Condition:
    """This agreement opens the record; of what is told for one program, one that names it, once counsel has looked."""
    return (~FOR_ONE_PROGRAM & agreement) | (naming_the_item & other.counsel_cleared.holds)


_NAMED: dict[str, Any] = {"names_this_item": True, **_IN_FORCE}
BY_THE_NINE_CLAUSES = opened_by(NINE_CLAUSES, _nine(**_NAMED))
BY_ONE_OF_BEFORE_2015 = opened_by(
    OF_BEFORE_2015, some(PaperKind.VENDOR_CONTRACT, made_before_2015=True, changed_since_2015=False, **_NAMED)
)
BY_A_CONTRACT = BY_THE_NINE_CLAUSES | BY_ONE_OF_BEFORE_2015

LACKS_A_CLAUSE = ~_nine() & ~OF_BEFORE_2015
NOTICED = some(PaperKind.VENDOR_CONTRACT, defect_noticed=True)
UNCURED = some(PaperKind.VENDOR_CONTRACT, defect_noticed=True, time_to_cure_past=True) & LACKS_A_CLAUSE
DECLARED_VOID = some(PaperKind.VENDOR_CONTRACT, void=True) & ~NINE_CLAUSES & ~OF_BEFORE_2015
VOID = DECLARED_VOID | UNCURED
DEFECTIVE = some(PaperKind.VENDOR_CONTRACT, **_IN_FORCE) & LACKS_A_CLAUSE & ~VOID

SOCIAL_MEDIA_TERMS = to_show(
    PaperKind.VENDOR_CONTRACT, **_IN_FORCE, **members("social_media_terms", *SocialMediaTerm)
)  # fmt: skip
