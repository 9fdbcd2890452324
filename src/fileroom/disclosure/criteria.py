"""The published criteria of legitimate educational interest (Ed. Code 49063(d), 34 CFR 99.7): who, for what.

They are a district's text, so they are data; the engine uses the very criteria the annual notice prints.
"""

from __future__ import annotations

from fileroom.law.facts import Interest, Purpose, RecordKind

# Version of the text as the annual notice has it.
VERSION = "2026-07"
STAFF = frozenset({"teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "custodian"})
FITS = {
    Purpose.EDUCATIONAL_INTEREST: STAFF,
    Purpose.ENROLMENT: frozenset({"registrar", "principal", "administrator", "custodian"}),
    Purpose.ENROLMENT_TRANSFER: frozenset({"registrar", "principal", "administrator", "custodian"}),
    Purpose.CORRECTION: frozenset({"registrar", "principal", "administrator", "custodian"}),
    Purpose.SCHOOL_SAFETY: frozenset({"principal", "administrator", "custodian", "counselor"}),
}
# Which records the work of a role needs. Who keeps the file needs all of it; the list of a file is open to each role.
TEACHING = frozenset(
    {
        RecordKind.CUMULATIVE_FILE,
        RecordKind.LEGAL_NAME,
        RecordKind.SUBJECTS_TAKEN,
        RecordKind.MARKS_AND_CREDITS,
        RecordKind.SPECIAL_EDUCATION,
        RecordKind.LANGUAGE_TRAINING,
        RecordKind.PROGRESS_NOTICE,
        RecordKind.PROGRAM_AUTHORIZATION,
        RecordKind.TEST_RESULTS,
        RecordKind.OLD_TEST_RESULTS,
        RecordKind.INDEPENDENT_STUDY_EVALUATION,
        RecordKind.COUNSELLOR_OR_TEACHER_RATING,
        RecordKind.DISCIPLINE,
        RecordKind.BEHAVIOUR_REPORT,
        RecordKind.DISCIPLINARY_NOTICE,
        RecordKind.SUPPLEMENTARY_ATTENDANCE,
        RecordKind.CONTACT_AND_HOUSEHOLD,
    }
)
NURSING = frozenset(
    {
        RecordKind.CUMULATIVE_FILE,
        RecordKind.LEGAL_NAME,
        RecordKind.BIRTH_DATE,
        RecordKind.SEX,
        RecordKind.IMMUNIZATION,
        RecordKind.HEALTH,
        RecordKind.SPECIAL_EDUCATION,
        RecordKind.PROGRAM_AUTHORIZATION,
        RecordKind.CONTACT_AND_HOUSEHOLD,
    }
)
NEEDS = {"teacher": TEACHING, "aide": TEACHING, "counselor": TEACHING | {RecordKind.EXPULSION_FILE}, "nurse": NURSING}


def interest(role: str, purpose: Purpose, kind: RecordKind) -> Interest | None:
    """How a stated purpose measures up for a role and a kind of record; None for people who are not staff."""
    if role not in STAFF:
        return None
    if purpose is Purpose.NONE_STATED:
        return Interest.NOT_STATED
    needed = role not in NEEDS or kind in NEEDS[role]
    fits = needed and role in FITS.get(purpose, ())
    return Interest.STATED_AND_FITS if fits else Interest.STATED_AND_DOES_NOT_FIT
