"""Directory information in words: fields, recipients, purposes, states of a list, and the entries of its acts."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

Words = Mapping[str, "str | Promise"]

FIELDS: Words = {
    "name": gettext_lazy("Name"),
    "address": gettext_lazy("Address"),
    "telephone": gettext_lazy("Telephone number"),
    "birth_date": gettext_lazy("Date of birth"),
    "email": gettext_lazy("E-mail address"),
    "major": gettext_lazy("Major field of study"),
    "activities": gettext_lazy("Part in recognized activities and sports"),
    "weight_height": gettext_lazy("Weight and height of members of athletic teams"),
    "dates_of_attendance": gettext_lazy("Dates of attendance"),
    "awards": gettext_lazy("Degrees and awards"),
    "previous_school": gettext_lazy("The school attended before"),
}
RECIPIENTS: Words = {
    "yearbook": gettext_lazy("The yearbook, programs and the like"),
    "pta": gettext_lazy("Parents’ clubs (PTA)"),
    "media": gettext_lazy("Newspapers and other news media"),
    "nonprofit": gettext_lazy("Nonprofit organizations"),
    "employer": gettext_lazy("Employers, and those who may hire the student"),
    "college": gettext_lazy("Public colleges and universities"),
    "private_school": gettext_lazy("Private schools"),
    "other_school": gettext_lazy("Other schools"),
    "city_agency": gettext_lazy("The city"),
    "county_agency": gettext_lazy("The county"),
}
# Whom a policy from before may name, and no policy names any more: it lets nothing out.
NAMED_ONCE: Words = {"public": gettext_lazy("Anyone, which names nobody: nothing goes out by it")}
# Whom the Board does not name, and who may ask all the same: the law answers.
ASKERS: Mapping[str, str] = {
    "military_recruiter": "A military recruiter",
    "college_recruiter": "A college recruiter",
    "private_college": "A private college or university",
    "for_profit": "A company",
    "police": "Police",
    "federal_agency": "A federal agency",
    "immigration_officer": "An immigration officer",
    "public": "Anybody else",
    "private_professional": "A photographer, lawyer or other professional",
}
PURPOSES: Words = {
    "directory": gettext_lazy("A directory or class list"),
    "news": gettext_lazy("News"),
    "recruitment": gettext_lazy("Recruiting for college or the armed forces"),
    "employment_check": gettext_lazy("Employment"),
}
OTHER_PURPOSES: Mapping[str, str] = {
    "eye_examination": "A free eye examination",
    "oral_health_assessment": "A free oral-health assessment at school",
    "marketing": "Selling something",
    "fundraising": "Raising money",
    "immigration_enforcement": "Immigration enforcement",
    "registry": "A register of people by origin, ethnicity or religion",
}
STATES: Mapping[str, tuple[str, str]] = {
    "waits": ("today", "Waits for a second person"),
    "ready": ("soon", "Ready to be handed over"),
    "handed_over": ("ok", "Handed over"),
    "stopped": ("quiet", "Stopped"),
    "expired": ("quiet", "Over"),
}
# What a family chooses: what it is called, and what it does.
CHOICES: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "directory_refused": (
        gettext_lazy("Directory information"),
        gettext_lazy("No list, yearbook or program names this student, and nobody outside is told of them."),
    ),
    "military_refused": (
        gettext_lazy("Military recruiters"),
        gettext_lazy("Military recruiters do not get the name, address and telephone number."),
    ),
    "college_recruiter_refused": (
        gettext_lazy("Colleges that recruit"),
        gettext_lazy("Colleges that recruit do not get the name, address and telephone number."),
    ),
    "gpa_to_csac_refused": (
        gettext_lazy("Grade averages for financial aid"),
        gettext_lazy("Grade averages are not sent to the California Student Aid Commission for a Cal Grant."),
    ),
    "immunization_registry_refused": (
        gettext_lazy("Immunization registry"),
        gettext_lazy("Immunizations are not shared with the state’s registry."),
    ),
    "screening_refused": (
        gettext_lazy("Eye and dental examinations at school"),
        gettext_lazy("Nobody outside gets the student’s name, or how to reach the family, for such an examination."),
    ),
    "left_out_of_minutes": (
        gettext_lazy("Minutes of the Board"),
        gettext_lazy("The minutes leave out name, address, telephone, date of birth and e-mail of student and family."),
    ),
    "directory_consent_homeless": (
        gettext_lazy("Consent of a family without a fixed home"),
        gettext_lazy("Signed on paper: directory information may be released as of any student."),
    ),
}
# What is wrong with a row of another system's list of choices, by its code.
ASIDE: Mapping[str, str] = {
    "another_person": "its student id and its SSID are those of two students",
    "bad_enum": "it names no choice that is known here",
    "dangling_id": "no student here has this id",
    "empty_required": "it says of no student",
    "impossible_date": "its day is none, or still to come",
    "repeated_row": "the student and the choice stand in the list already",
}
ASIDE_ELSE = "it could not be read"
# What is to be minded about a student: what it is, and what follows for lists.
CIRCUMSTANCES: Mapping[str, tuple[str, str]] = {
    "homeless": ("Without a fixed home", "On no list without the family’s written consent. Ed. Code 49073(c)"),
    "safe_at_home": ("Safe at Home", "On no list: no list can hide where the family lives. Gov. Code 6207"),
    "missing_child_flag": ("Reported missing", "On no list: the police hear first. Ed. Code 49068.6"),
}
CHOSEN = {kind: str(title) for kind, (title, _) in [*CHOICES.items(), *CIRCUMSTANCES.items()]}
OFFICE = {
    "choice:made": ("record", "The family has chosen"),
    "choice:withdrawn": ("record", "The family has withdrawn a choice"),
    "directory:released": ("saw", "Named on a list of directory information"),
    "record:listed": ("saw", "Address or telephone put on a list"),
    "student:listed": ("saw", "Named on a list for the school’s work"),
}
FAMILY: Mapping[str, tuple[str, str | Promise]] = {
    "choice:made": ("record", gettext_lazy("Noted what the family has chosen")),
    "choice:withdrawn": ("record", gettext_lazy("Noted that a choice was withdrawn")),
    "directory:released": ("saw", gettext_lazy("Named the student on a list of directory information")),
    "record:listed": ("saw", gettext_lazy("Put on a list of directory information: %(item)s")),
    "student:listed": ("saw", gettext_lazy("Named the student on a list for the school’s own work")),
}
SEALED = {
    "choice:made": ("record", "The family has chosen"),
    "choice:refused": ("no", "Tried to choose; nothing was changed"),
    "choice:withdrawn": ("record", "The family has withdrawn a choice"),
    "circumstance:noted": ("record", "Noted what is to be minded"),
    "circumstance:over": ("record", "What was to be minded is over"),
    "circumstance:refused": ("no", "Tried to note what is to be minded; nothing was changed"),
    "directory:notice_given": ("record", "Directory information: the year’s notice entered"),
    "directory:policy_adopted": ("record", "Directory information: the Board’s decision entered"),
    "directory:recipient_barred": ("record", "Directory information: a recipient barred for misuse"),
}
