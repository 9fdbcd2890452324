"""The files of OneRoster 1.1 and 1.2, their columns in order, and which of them must hold a value.

Source: 1EdTech, OneRoster CSV binding 1.1.1 and 1.2.1. A star marks a column whose value is required.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Release(StrEnum):
    """A release of the standard that is read."""

    V1_1 = "1.1"
    V1_2 = "1.2"


class Mode(StrEnum):
    """What the manifest says a file holds."""

    ABSENT = "absent"
    BULK = "bulk"
    DELTA = "delta"


@dataclass(frozen=True)
class Layout:
    """One file's columns in order, and those whose value is required."""

    columns: tuple[str, ...]
    required: frozenset[str]


def _layout(columns: str) -> Layout:
    names = f"sourcedId* status dateLastModified {columns}".split()
    return Layout(
        columns=tuple(name.rstrip("*") for name in names),
        required=frozenset(name.rstrip("*") for name in names if name.endswith("*")),
    )


# Files whose rows are taken, in the order in which they lean on each other.
TAKEN = ("orgs", "academicSessions", "courses", "classes", "users", "roles", "demographics", "enrollments")

# Columns that hold a day, in whichever file.
DAYS = ("startDate", "endDate", "birthDate", "beginDate")

_SHARED = {
    "academicSessions": _layout("title* type* startDate* endDate* parentSourcedId schoolYear*"),
    "classes": _layout(
        "title* grades courseSourcedId* classCode classType* location schoolSourcedId* termSourcedIds* "
        "subjects subjectCodes periods"
    ),
    "classResources": _layout("title classSourcedId* resourceSourcedId*"),
    "courseResources": _layout("title courseSourcedId* resourceSourcedId*"),
    "courses": _layout("schoolYearSourcedId title* courseCode grades orgSourcedId* subjects subjectCodes"),
    "demographics": _layout(
        "birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican "
        "nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity "
        "countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus"
    ),
    "enrollments": _layout("classSourcedId* schoolSourcedId* userSourcedId* role* primary beginDate endDate"),
    "orgs": _layout("name* type* identifier parentSourcedId"),
    "resources": _layout("vendorResourceId* title roles importance vendorId applicationId"),
}

LAYOUTS: dict[Release, dict[str, Layout]] = {
    Release.V1_1: {
        **_SHARED,
        "categories": _layout("title*"),
        "lineItems": _layout(
            "title* description assignDate* dueDate* classSourcedId* categorySourcedId* "
            "gradingPeriodSourcedId* resultValueMin* resultValueMax*"
        ),
        "results": _layout("lineItemSourcedId* studentSourcedId* scoreStatus* score* scoreDate* comment"),
        "users": _layout(
            "enabledUser* orgSourcedIds* role* username* userIds givenName* familyName* middleName identifier "
            "email sms phone agentSourcedIds grades password"
        ),
    },
    Release.V1_2: {
        **_SHARED,
        "categories": _layout("title* weight"),
        "lineItemLearningObjectiveIds": _layout("lineItemSourcedId* source* learningObjectiveId*"),
        "lineItems": _layout(
            "title* description assignDate* dueDate* classSourcedId* categorySourcedId* "
            "academicSessionSourcedId* resultValueMin resultValueMax schoolSourcedId*"
        ),
        "lineItemScoreScales": _layout("title lineItemSourcedId* scoreScaleSourcedId*"),
        "resultLearningObjectiveIds": _layout("resultSourcedId* source* learningObjectiveId* score textScore"),
        "results": _layout(
            "lineItemSourcedId* studentSourcedId* scoreStatus* score scoreDate* comment textScore "
            "classSourcedId inProgress incomplete late missing"
        ),
        "resultScoreScales": _layout("title resultSourcedId* scoreScaleSourcedId*"),
        "roles": _layout("userSourcedId* roleType* role* beginDate endDate orgSourcedId* userProfileSourcedId"),
        "scoreScales": _layout("title* type* orgSourcedId* courseSourcedId* classSourcedId* scoreScaleValue*"),
        "userProfiles": _layout(
            "userSourcedId* profileType* vendorId* applicationId description credentialType* username* password"
        ),
        "userResources": _layout("userSourcedId* orgSourcedId classSourcedId resourceSourcedId*"),
        "users": _layout(
            "enabledUser* username* userIds givenName* familyName* middleName identifier email sms phone "
            "agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName "
            "preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns"
        ),
    },
}


def of_the_other(release: Release) -> str:
    """What stands behind the name of a column of this release in a file of the other."""
    return f" (of {release})"


def other_release(release: Release) -> Release:
    """The release this one is not."""
    return Release.V1_2 if release is Release.V1_1 else Release.V1_1
