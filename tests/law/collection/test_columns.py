"""The closed list of columns, and the names no column may bear."""

import pytest

from fileroom.law.collection.columns import BANNED, COLUMNS, ColumnClass, banned_in, read_columns, unlisted


@pytest.mark.parametrize(
    "name",
    [
        "ssn", "parent_ssn", "ssn_last4", "SocialSecurityNumber", "citizenship", "immigrationStatus", "visa_type",
        "religion", "national_origin", "countryOfBirth", "birth_country", "ethnicity", "race", "races",
        "is_immigrant", "us_entry_date",
    ],
)  # fmt: skip
def test_a_banned_name_is_caught_in_every_spelling(name: str) -> None:
    assert banned_in(name) in BANNED


@pytest.mark.parametrize(
    "name", ["trace", "embrace_on", "visage", "assn_code", "birth_on", "place", "session", "alienate"]
)
def test_a_word_that_only_contains_a_banned_one_passes(name: str) -> None:
    assert banned_in(name) is None


def test_a_column_is_read_with_its_class() -> None:
    columns = read_columns('[people_student]\nlegal_name = "permanent"\n')
    assert columns["people_student", "legal_name"].class_ is ColumnClass.PERMANENT


def test_a_banned_column_and_an_unknown_class_are_refused() -> None:
    with pytest.raises(ValueError, match=r"people_student\.religion: a column may not ask for religion"):
        read_columns('[people_student]\nreligion = "permanent"\n')
    with pytest.raises(ValueError, match="'other' is not a valid ColumnClass"):
        read_columns('[people_student]\nlegal_name = "other"\n')


def test_columns_that_are_not_listed_are_named() -> None:
    listed = list(COLUMNS)
    assert unlisted([*listed, ("people_student", "shoe_size")]) == [("people_student", "shoe_size")]
