"""An incident to the district's data: what happened to a system, and what was taken from it."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.law.facts.groups import fact
from fileroom.law.facts.words import Word


class Harm(Word):
    """What was done to a system, a network, a program or data."""

    ALTERED = "altered"
    DELETED = "deleted"
    DAMAGED = "damaged"
    USERS_SHUT_OUT = "users_shut_out"


class Acquisition(Word):
    """Did somebody without authority acquire the information?"""

    KNOWN = "known"
    REASONABLY_BELIEVED = "reasonably_believed"
    NOT_BELIEVED = "not_believed"


class Encryption(Word):
    NONE = "none"
    KEY_SAFE = "key_safe"
    KEY_TAKEN = "key_taken"


class Holder(Word):
    """Whose system it was, and for whom it held the data."""

    DISTRICT = "district"
    DISTRICT_FOR_ANOTHER = "district_for_another"
    VENDOR_FOR_DISTRICT = "vendor_for_district"
    VENDOR_FOR_ITSELF = "vendor_for_itself"


class Taken(Word):
    """A kind of information, as Civ. Code 1798.29(g) and 1798.82(h) tell them apart."""

    FULL_NAME = "full_name"
    SSN = "ssn"
    GOVERNMENT_ID_NUMBER = "government_id_number"
    ACCOUNT_NUMBER_WITH_CODE = "account_number_with_code"
    MEDICAL = "medical"
    HEALTH_INSURANCE = "health_insurance"
    BIOMETRIC = "biometric"
    LICENSE_PLATE_READER = "license_plate_reader"
    GENETIC = "genetic"
    LOGIN_WITH_PASSWORD = "login_with_password"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"
    DISCIPLINE = "discipline"
    GRADES = "grades"
    OTHER = "other"


@dataclass(frozen=True)
class Incident:
    """What is known of one incident. `received_on` of the question: the day it was discovered or told of."""

    unauthorized_access: bool | None = fact("somebody got into a system without authority")
    harms: tuple[Harm, ...] | None = fact("what was done to systems, programs or data; users shut out by others")
    people: int | None = fact("students and personnel touched, counted together: people, not records")
    report_names_people: bool = fact("the report names somebody, or tells who they are", False)
    holder: Holder | None = fact("whose system it was, and for whom it held the data")
    data: tuple[Taken, ...] | None = fact(
        "kinds of information in reach; `full_name`: first name or initial, and last; `medical`: history,"
        " condition, treatment or diagnosis; `login_with_password`: user name or e-mail with its password or answer"
    )
    acquisition: Acquisition | None = fact("did somebody without authority acquire it, for all that is known")
    encryption: Encryption | None = fact("was it encrypted, and was the key taken too")
    good_faith_by_staff: bool = fact(
        "acquired only by an employee or agent, in good faith for the district, and used or passed on no further", False
    )
    police_ask_to_wait: bool = fact("police have determined that a notice would impede a criminal investigation", False)
    residents: int | None = fact("residents of California who are told, or are to be told, of this one breach")
