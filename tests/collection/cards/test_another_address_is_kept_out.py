"""What is brought of a household with a card, another address in any spelling, is kept out, and a person is told."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.collection.cards import carded
from tests.collection.cards.carded import BOX, LIVES, STREET, Household
from tests.collection.quarantine.holding import decision, held, state_of
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY

AGAIN = (
    STREET, "8128 N. Quillfeather Ct #3", "8128 QUILLFEATHER CT", "8128 north quillfeather", "8128 Quillféather Court",
)  # fmt: skip


@pytest.mark.parametrize("street", AGAIN)
def test_the_old_address_is_kept_out_however_it_is_written_and_a_person_is_told(home: Household, street: str) -> None:
    from fileroom.collection.services import collect

    carded.entered(home)
    where = {"street": street, "city": "Sanger", "postal_code": "93657"}
    for item, about in (("student_address", None), ("parent_name_and_address", home.father.row.id)):
        fields = where if about is None else {"name": "Victor Ortega", **where}
        with pytest.raises(ValidationError) as error:
            collect(home.town.ana.id, item, fields, by=home.town.registrar.by, at=AT, about=about)
        says = str(error.value)
        assert "card" not in says.casefold()
        assert "Safe at Home" not in says
    assert ("collection.substitute_addresses.never_in_the_file", "brought", TODAY) in carded.owed()
    assert last_entry().sealed
    assert carded.stands(home.town.ana, home.keeper, "student_address") == [BOX["street"]]


def test_a_new_address_of_the_household_is_kept_out_too_and_the_father_may_move(home: Household) -> None:
    from fileroom.collection.services import collect

    carded.entered(home)
    moved = {"street": "5 Harrow Lane", "city": "Reedley", "postal_code": "93654"}
    with pytest.raises(ValidationError):
        collect(home.town.ben.id, "student_address", moved, by=home.town.registrar.by, at=AT)
    carded.files(
        home.town.registrar.by, home.town.ana, "parent_name_and_address", {"name": "V", **moved}, home.father.row.id
    )


def test_a_mother_who_comes_again_under_another_row_is_of_the_household(home: Household) -> None:
    from fileroom.collection.services import collect

    carded.entered(home)
    twin = make.related("mother2", home.town.ana)
    make.change(twin.row, given="Mother", family="Torres", search_name="mother torres")
    moved = {"name": "Mother", "street": "5 Harrow Lane", "city": "Reedley", "postal_code": "93654"}
    with pytest.raises(ValidationError):
        collect(home.town.ana.id, "parent_name_and_address", moved, by=home.town.registrar.by, at=AT, about=twin.row.id)


def test_words_and_documents_that_name_the_house_are_kept_out(home: Household) -> None:
    from fileroom.collection.services import Document, collect
    from fileroom.law.catalogue import Others

    carded.entered(home)
    rating = {"observed_on": "2026-10-01", "text": "Walks home to 8128 Quillfeather after class.", "signed_by": "T."}
    with pytest.raises(ValidationError):
        collect(home.town.ana.id, "counsellor_or_teacher_rating", rating, by=home.town.registrar.by, at=AT)
    lease = Document("plan.txt", b"Plan of Ana. Lives at 8128 N Quillfeather Ct, Sanger.\n")
    with pytest.raises(ValidationError):
        collect(home.town.ana.id, "health", lease, by=home.town.principal.by, at=AT, others=Others.NOBODY)


@pytest.mark.parametrize("choice", ["file", "redact"])
def test_what_was_held_back_and_names_the_house_is_not_filed_either(home: Household, choice: str) -> None:
    carded.entered(home)
    body = b"Reading assessment\nSocial Security number: 318-44-7265\nLives at 8128 N Quillfeather Ct, Sanger.\n"
    id_ = held(home.town.registrar.by, home.town.ana, body)
    pages = browser(home.town.principal.by)
    assert pages.post(f"/coming-in/{id_}/look/", form()).status_code == 200
    sent = decision(choice, being="another_number", agreed="on")
    assert pages.post(f"/coming-in/{id_}/decide/", sent).status_code == 403
    assert state_of(id_) == "held"
    assert ("collection.substitute_addresses.never_in_the_file", "brought") in [it[:2] for it in carded.owed()]
    kept_out = [it for it in entries() if it.act == "collection:refused"]
    assert [(it.student, it.sealed) for it in kept_out] == [(home.town.ana.id, True)]


def test_what_an_import_brings_of_it_is_held_back_and_told(home: Household) -> None:
    from fileroom.collection.batches import Brought, collect_many
    from fileroom.hosting import durable
    from fileroom.ledger.services import Actor

    carded.entered(home)
    system = Actor(account=None, role="system", door="cli")
    brought = [
        Brought(home.town.ana.id, "student_address", LIVES),
        Brought(home.town.ana.id, "student_address", BOX),
        Brought(home.town.ben.id, "contact_and_household", {"telephone": "(559) 555-0100"}),
    ]
    with durable():
        done = collect_many(brought, by=system, at=AT)
    assert (done.held_back, done.filed) == ((0,), (1, 2))
    assert ("collection.substitute_addresses.never_in_the_file", "brought", TODAY) in carded.owed()
    for child in (home.town.ana, home.town.ben):
        assert set(carded.stands(child, home.keeper, "student_address")) == {BOX["street"]}


def test_a_plain_document_of_an_archive_that_names_the_house_is_not_filed(home: Household) -> None:
    from fileroom.collection.archive.filing import Ready, file_documents
    from fileroom.hosting import durable
    from fileroom.ledger.services import Actor
    from fileroom.records.contents import Contents

    carded.entered(home)

    def ready(words: bytes) -> Ready:
        return Ready(home.town.ana.id, "health", None, Contents.document(words, "text/plain"), tells=frozenset())

    batch = [ready(b"Glasses. Home: 8128 N Quillfeather Ct."), ready(b"Wears glasses.")]
    with durable():
        new, refused = file_documents(
            batch, by=Actor(account=None, role="system", door="cli"), at=AT, on=TODAY, seen=set()
        )
    assert (new, refused) == ({1}, {0})
    assert ("collection.substitute_addresses.never_in_the_file", "brought", TODAY) in carded.owed()
