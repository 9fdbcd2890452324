"""Which columns are kept, and why each of the others is dropped: by what law, or for want of a place."""

from __future__ import annotations

from fileroom.collection.imports.drops import BORN_ELSEWHERE, NO_LISTS, NO_PLACE, PASSWORD, SEX, Drop, asks_for_banned

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
DROPS = {
    **dict.fromkeys(BIRTH_PLACE, BORN_ELSEWHERE),
    **dict.fromkeys(RACE, NO_LISTS),
    "password": PASSWORD,
    "sex": SEX,
}
HELD_BACK = "A column of the sender's own. It is held back and not kept; a custodian may ask the sender what it is for."


def why_dropped(file: str, column: str) -> Drop | None:
    """The reason a column is dropped, or None where it is kept or only steers."""
    if column in KEPT[file] or column in STEERING:
        return None
    if column in DROPS:
        return DROPS[column]
    if banned := asks_for_banned(column):
        return banned
    return Drop("", HELD_BACK, always=True) if column.startswith("metadata.") else NO_PLACE
