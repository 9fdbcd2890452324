"""Which columns are kept, and why each of the others is dropped: by what law, or for want of a place."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.law import citations
from fileroom.screening import banned_field

# Columns whose values reach the database. Everything else of a taken file is dropped and counted.
KEPT: dict[str, frozenset[str]] = {
    "orgs": frozenset({"sourcedId", "name", "type", "identifier"}),
    "academicSessions": frozenset({"sourcedId", "title", "startDate", "endDate", "parentSourcedId"}),
    "courses": frozenset({"sourcedId", "title", "courseCode"}),
    "classes": frozenset({"sourcedId", "title", "courseSourcedId", "schoolSourcedId", "termSourcedIds"}),
    "users": frozenset(
        {
            "sourcedId", "enabledUser", "orgSourcedIds", "role", "userIds", "givenName", "familyName", "middleName",
            "email", "sms", "phone", "agentSourcedIds", "grades", "preferredGivenName", "preferredFamilyName",
        }
    ),
    "roles": frozenset({"sourcedId", "userSourcedId", "role", "beginDate", "endDate", "orgSourcedId"}),
    "demographics": frozenset({"sourcedId", "birthDate"}),
    "enrollments": frozenset(
        {"sourcedId", "classSourcedId", "schoolSourcedId", "userSourcedId", "role", "beginDate", "endDate"}
    ),
}  # fmt: skip
# What steers the reading itself and is not a fact about anybody.
STEERING = frozenset({"status", "dateLastModified"})

RACE = (
    "americanIndianOrAlaskaNative",
    "asian",
    "blackOrAfricanAmerican",
    "nativeHawaiianOrOtherPacificIslander",
    "white",
    "demographicRaceTwoOrMoreRaces",
    "hispanicOrLatinoEthnicity",
)
BIRTH_PLACE = ("countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth")


@dataclass(frozen=True)
class Drop:
    """Why a column is not kept. `citation` is empty where no law forbids it; `always`: named even when empty."""

    citation: str
    says: str
    always: bool = False


NO_PLACE = Drop("", "Fileroom has no place for this column and does not keep it.")
BORN_ELSEWHERE = Drop(
    citations.EC_234_7_A.text,
    "Where a child was born is not taken from a file. The registrar enters it, sealed, where 5 CCR 432 wants it.",
    always=True,
)
NO_LISTS = Drop(
    citations.GC_8310_3.text,
    "Race and ethnicity are not kept beside names: such a column makes a list of persons.",
    always=True,
)
DROPS = {
    **dict.fromkeys(BIRTH_PLACE, BORN_ELSEWHERE),
    **dict.fromkeys(RACE, NO_LISTS),
    "password": Drop("", "Passwords are never kept.", always=True),
    "sex": Drop("", "The registrar enters this by hand: the file does not say from which document it was taken."),
}
HELD_BACK = "A column of the sender's own. It is held back and not kept; a custodian may ask the sender what it is for."


def why_dropped(file: str, column: str) -> Drop | None:
    """The reason a column is dropped, or None where it is kept or only steers."""
    if column in KEPT[file] or column in STEERING:
        return None
    if column in DROPS:
        return DROPS[column]
    finding = banned_field(column)
    if finding is not None:
        return Drop(finding.citation, "The law keeps what this column asks for out of a student's record.", always=True)
    return Drop("", HELD_BACK, always=True) if column.startswith("metadata.") else NO_PLACE
