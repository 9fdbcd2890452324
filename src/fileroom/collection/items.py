"""What is asked for each item of the catalogue: the fields a form has, or a document. None asks what the law bans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fileroom.law.catalogue import CATALOGUE


@dataclass(frozen=True)
class Field:
    """One thing a form asks. `choices` are (code, words) pairs; `kind` is text, date or choice."""

    name: str
    label: str
    kind: str = "text"
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


# The method is recorded, never the paper (Ed. Code 48002 and 48204.1: any of these will do).
PROOFS_OF_AGE = (
    ("certified_birth_record", "Certified copy of a birth record"),
    ("hospital_or_physician_statement", "Statement of the hospital or physician"),
    ("baptism_certificate", "Baptism certificate"),
    ("parent_affidavit", "Affidavit of the parent or guardian"),
    ("other_proof", "Another proper proof of age"),
)
PROOFS_OF_RESIDENCE = (
    ("lease_or_rent_receipt", "Lease or rent receipt"),
    ("property_tax_receipt", "Property tax receipt"),
    ("utility_bill", "Utility bill"),
    ("pay_stub", "Pay stub"),
    ("voter_registration", "Voter registration"),
    ("government_letter", "Letter from a government agency"),
    ("parent_declaration", "Declaration of the parent or guardian"),
)
DATED_AND_SIGNED = (
    Field("observed_on", "Date of what it describes", "date"),
    Field("text", "What was seen or measured"),
    Field("signed_by", "Signed by (name and position)", hint="5 CCR 431: dated and signed by whoever wrote it"),
)

STUDENTS_OWN = "student_email"

FORMS: Mapping[str, tuple[Field, ...]] = {
    "legal_name": (
        Field("given", "Given name"),
        Field("middle", "Middle name", required=False),
        Field("family", "Family name"),
    ),
    "birth_date": (Field("born_on", "Date of birth", "date"),),
    "birth_date_verification": (
        Field("method", "What was shown", "choice", choices=PROOFS_OF_AGE),
        Field("seen_on", "Seen on", "date"),
        Field("note", "Note", required=False, hint="Not the paper's number, and no copy"),
    ),
    "sex": (
        Field("sex", "Sex", "choice", choices=(("female", "Female"), ("male", "Male"), ("nonbinary", "Nonbinary"))),
    ),
    "place_of_birth": (
        Field("place", "Place of birth", hint="City and state or country, as the family states it. 5 CCR 432(b)(1)(E)"),
    ),
    "parent_name_and_address": (
        Field("name", "Parent or guardian"),
        Field("street", "Street address"),
        Field("city", "City"),
        Field("postal_code", "Postal code"),
    ),
    "student_address": (Field("street", "Street address"), Field("city", "City"), Field("postal_code", "Postal code")),
    "annual_verification": (
        Field("method", "What was shown", "choice", choices=PROOFS_OF_RESIDENCE),
        Field("verified_on", "Verified on", "date"),
    ),
    "entry_and_leaving_dates": (
        Field("entered_on", "Entered on", "date"),
        Field("left_on", "Left on", "date", required=False),
    ),
    "graduation_date": (Field("graduated_on", "Graduated on", "date"),),
    "immunization": (
        Field(
            "method",
            "What was shown",
            "choice",
            choices=(
                ("record_seen", "Immunization record seen"),
                ("medical_exemption", "Medical exemption"),
                ("registry", "State registry"),
            ),
        ),
        Field("seen_on", "Seen on", "date"),
    ),
    "contact_and_household": (
        Field("telephone", "Telephone", required=False),
        Field("mobile", "Mobile telephone", required=False),
        Field("email", "E-mail", required=False),
        # Of directory information an e-mail address is the pupil's own (Ed. Code 49061(c)), never the household's.
        Field(
            STUDENTS_OWN,
            "The student’s own school e-mail",
            required=False,
            hint="On the card of the student and the household. Where the Board lets e-mail addresses out, a list of"
            " directory information gives this one, and never the e-mail above.",
        ),
    ),
    "counsellor_or_teacher_rating": DATED_AND_SIGNED,
    "behaviour_report": DATED_AND_SIGNED,
    "progress_notice": DATED_AND_SIGNED,
}


# What somebody has seen of a student, or makes of it: dated and signed by whoever wrote it (5 CCR 431).
OF_AN_ORIGINATOR = frozenset({"counsellor_or_teacher_rating", "behaviour_report"})
# What each of these says is of one person: a contact of the student, or the student and the household as a whole.
OF_ONE_PERSON = frozenset({"contact_and_household", "parent_name_and_address"})

# Nobody files these by hand, and no system sends them: Fileroom makes the log itself, an order comes by a procedure of
# its own, and a consent stays on paper.
CONSENT = "consent_form"
NOT_BY_HAND = frozenset({"access_log", "court_order", CONSENT})
BY_HAND = tuple(code for code in CATALOGUE if code not in NOT_BY_HAND)


def form_of(item: str) -> tuple[Field, ...]:
    """The fields of an item; empty where the item is a document."""
    return FORMS.get(item, ())
