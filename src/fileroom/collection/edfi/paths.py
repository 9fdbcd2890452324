"""The same words for the same things: of XML of every release, and of the API's JSON."""

from __future__ import annotations

from functools import lru_cache

# Repeated groups in which a word says what kind each is: the group's name, and the ends of names that say it.
TYPED = {
    "ElectronicMail": ("ElectronicMailType",),
    "StaffIdentificationCode": ("StaffIdentificationSystem",),
    "StudentIdentificationCode": ("StudentIdentificationSystem",),
    "Telephone": ("TelephoneNumberType",),
}
# Kinds that are told apart. Of any other the group's plain name stands, so that no value of a sender's becomes a path.
KINDS = frozenset({"Fax", "Home", "Home/Personal", "Mobile", "Organization", "SSN", "State", "Work"})
# In the API some groups bear a shorter name than in the interchanges.
GROUPS_OF = {
    ("Staff", "IdentificationCode"): "StaffIdentificationCode",
    ("Student", "IdentificationCode"): "StudentIdentificationCode",
    ("StudentEducationOrganizationAssociation", "StudentIdentificationCode"): "StudentIdentificationCode",
    ("School", "IdentificationCode"): "EducationOrganizationIdentificationCode",
    ("LocalEducationAgency", "IdentificationCode"): "EducationOrganizationIdentificationCode",
}
# What the API says of a record and no sender of facts does.
STEERING = frozenset({"@id", "Id", "_etag", "_lastModifiedDate", "Link", "@ref"})


@lru_cache(maxsize=4096)
def word_of(key: str, *, many: bool) -> str:
    """`electronicMails` -> `ElectronicMail`, `citizenshipStatusDescriptor` -> `CitizenshipStatus`."""
    word = key[:1].upper() + key[1:] if key[:1] != "_" else key
    word = word.removesuffix("Descriptor") if word != "Descriptor" else word
    return one_of(word) if many else word


def one_of(word: str) -> str:
    """One of many: `Addresses` -> `Address`, `Races` -> `Race`, `Agencies` -> `Agency`."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def value_of(text: str) -> str:
    """The word a descriptor says: `uri://ed-fi.org/SexDescriptor#Female` -> `Female`; any other text as it stands."""
    text = text.strip()
    return text.rsplit("#", 1)[1].strip() if text.startswith("uri://") and "#" in text else text
