"""The catalogue: every item of 5 CCR 432, and no other."""

from collections import Counter

import pytest

from fileroom.law.catalogue import CATALOGUE, CLASS_OF_KIND, NOT_PUPIL_RECORDS, HoldingClass, Item
from fileroom.law.facts import RecordClass, RecordKind
from fileroom.law.kernel.citation import Surety
from tests.each import each


def test_every_lettered_item_of_the_regulation_is_there() -> None:
    letters = {item.letter for item in CATALOGUE.values()}
    assert letters >= {f"P-{letter}" for letter in "ABCDEFGHIJK"}
    assert letters >= {f"I-{letter}" for letter in "ABCDEFGHIXY"}
    assert letters >= {f"M-{letter}" for letter in "ABCDEF"}


def test_the_classes_follow_the_letters() -> None:
    first = {
        "P": HoldingClass.PERMANENT,
        "I": HoldingClass.INTERIM,
        "M": HoldingClass.PERMITTED,
        "A": HoldingClass.APART,
    }
    assert all(item.class_ is first[item.letter[0]] for item in CATALOGUE.values())


def test_there_is_no_other() -> None:
    assert not [code for code in CATALOGUE if "other" in code or "misc" in code]
    assert Counter(item.class_ for item in CATALOGUE.values())[HoldingClass.APART] == 2


@each("item", CATALOGUE.values(), ids=lambda item: item.code)
def test_every_item_has_both_titles_a_source_and_a_word_in_the_vocabulary(item: Item) -> None:
    assert item.title.en
    assert item.title.es
    assert item.title.en != item.title.es
    assert item.citation.surety in Surety
    assert RecordKind(item.code).value == item.code


def test_a_consent_is_permanent_and_an_order_lies_apart() -> None:
    assert CATALOGUE["consent_form"].class_ is HoldingClass.PERMANENT
    assert CATALOGUE["court_order"].class_ is HoldingClass.APART
    assert CLASS_OF_KIND[RecordKind.COURT_ORDER] is RecordClass.APART
    assert CLASS_OF_KIND[RecordKind.CONSENT_FORM] is RecordClass.PERMANENT


def test_a_telephone_number_lives_on_the_emergency_card_and_an_address_among_the_permanent_items() -> None:
    assert CATALOGUE["contact_and_household"].class_ is HoldingClass.APART
    assert CATALOGUE["contact_and_household"].citation.surety is Surety.MEMORY
    assert CATALOGUE["parent_name_and_address"].class_ is HoldingClass.PERMANENT
    assert "telephone" not in CATALOGUE


def test_a_file_that_holds_permanent_records_counts_as_permanent() -> None:
    for kind in (RecordKind.CUMULATIVE_FILE, RecordKind.TRANSCRIPT, RecordKind.GRADES):
        assert CLASS_OF_KIND[kind] is RecordClass.PERMANENT
    assert not NOT_PUPIL_RECORDS & {RecordKind(code) for code in CATALOGUE}


def test_the_catalogue_cannot_be_added_to() -> None:
    with pytest.raises(TypeError):
        CATALOGUE["other"] = CATALOGUE["health"]  # type: ignore[index]
