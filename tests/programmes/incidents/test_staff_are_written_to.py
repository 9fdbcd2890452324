"""Whoever works or worked here gets the letter of the statute: posted to an address by hand or by the list, or handed
over; never to an address that two of them share, and none of them is forgotten."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD, blocked, listed, notices, posts, prints
from tests.programmes.incidents.test_handed_over import print_of
from tests.programmes.incidents.test_posted import takes_out
from tests.programmes.incidents.test_told import of_a_breach, prepared, text_of


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


HEADS = "email,street,city,postal code,state\n"


def of_staff(town: make.Town, office: make.Staffed, *rows: str) -> UUID:
    """A breach at a company whose list has the teacher and the registrar, with what it says of where they live."""
    make.change(town.teacher.row, email="teacher@alder.example")
    make.change(town.registrar.row, email="registrar@alder.example")
    of = of_a_breach(town, office, ids=("SIS-unknown",))
    listed(of, office.by, HEADS + "\n".join(rows))
    prepared(of, office)
    return of  # type: ignore[no-any-return]


def test_by_the_lists_address_a_letter_goes_and_without_one_it_lies_ready_to_be_handed_over(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.by_hand import handed_over
    from fileroom.programmes.models import IncidentNotice

    make.change(town.registrar.row, left_on=make.TODAY)  # their last day, on which they are here
    of = of_staff(town, office, "teacher@alder.example,5 Invented Row,Reno,89501,Nevada", "registrar@alder.example,,,,")
    assert notices(of) == [("by_hand", "at_work"), ("not_found", "nobody"), ("written", "")]
    made, pdf = prints(of, office.by)
    assert pdf
    said = text_of(pdf)
    for told in ("Notice of Data Breach", "5 Invented Row", "Reno, Nevada 89501", "your own", "Qué sucedió"):
        assert told in said, told
    with district_transaction():
        ready = IncidentNotice.objects.filter(person__incident=of, state="by_hand")
        assert [len(it.letters) for it in ready] == [2], "in each language, before anybody opens it"
        id_ = ready.get().pk
        ready.update(letters=[])  # as it was left before letters were made at once
    with pytest.raises(ValidationError, match="Open the letter to hand over first"):
        handed_over(of, id_, head=HEAD, by=office.by, at=AT)
    here = f"/incidents/{of}/people/"
    page = browser(office.by).get(here).content.decode()
    link = next(it for it in page.split('"') if it.endswith("/letter/"))
    answer = browser(office.by).get(link)
    assert answer.status_code == 200 and "Registrar Abara" in text_of(answer.content)
    assert posts(of, made, office.by) == (1, 0)
    assert any("not told yet (1)" in it for it in blocked(of, office.by)), "the registrar waits for the envelope"


def test_by_an_address_entered_by_hand_the_letter_waits_to_be_posted_and_a_shared_one_gets_none(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.staff_letters import write_to

    of = of_staff(town, office, "teacher@alder.example,,,,", "registrar@alder.example,,,,")
    first, second = (it.id for it in people(of, by=office.by, at=AT).by_hand)
    desk = browser(office.by)
    answer = desk.post(f"/incidents/{of}/notices/{first}/address/", form(street="7 Invented Row", city="Alder Creek"))
    assert answer.status_code == 422 and "the postal code" in words(answer.content.decode())
    sent = form(street="7 Invented Row", city="Alder Creek", postal_code="93600", state="California")
    assert desk.post(f"/incidents/{of}/notices/{first}/address/", sent).status_code == 302
    assert ("written", "") in notices(of)
    there = {"street": "7  invented row", "city": "Alder Creek", "postal_code": "93600"}
    write_to(of, second, there, head=HEAD, by=office.by, at=AT)
    assert notices(of) == [("by_hand", "shared"), ("not_found", "nobody"), ("written", "")]
    _, pdf = prints(of, office.by)
    assert pdf is None, "the other's address is the same since: no letter goes there any more"
    assert ("by_hand", "shared") in notices(of) and ("written", "") not in notices(of)


def test_a_letter_that_was_to_be_posted_to_an_address_two_have_is_not_what_is_handed_over(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.by_hand import handed_over, letters
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.staff_letters import write_to

    of = of_staff(
        town, office, "teacher@alder.example,7 Invented Row,Alder Creek,93600,", "registrar@alder.example,,,,"
    )
    assert "7 Invented Row" in text_of(prints(of, office.by)[1] or b"")
    (second,) = (it.id for it in people(of, by=office.by, at=AT).by_hand)
    there = {"street": "7 Invented Row", "city": "Alder Creek", "postal_code": "93600"}
    write_to(of, second, there, head=HEAD, by=office.by, at=AT)
    again = browser(office.by).get(f"/incidents/{of}/letters/{print_of(of)}/")
    assert again.status_code == 422, "the other's address is the same since"
    takes_out(of, office)
    for one in people(of, by=office.by, at=AT).by_hand:
        if one.id != second:
            with pytest.raises(ValidationError, match="Open the letter to hand over first"):
                handed_over(of, one.id, head=HEAD, by=office.by, at=AT)
        pdf = letters(of, one.id, head=HEAD, by=office.by, at=AT)
        assert isinstance(pdf, bytes)
        said = text_of(pdf)
        assert one.name in said and "Invented Row" not in said
        handed_over(of, one.id, head=HEAD, by=office.by, at=AT)
    assert not any("not told yet" in it for it in blocked(of, office.by))


def test_whatever_is_done_with_a_letter_about_nobodys_file_stands_under_seal(
    town: make.Town, office: make.Staffed
) -> None:
    before = len(entries())
    of = of_staff(town, office, "teacher@alder.example,5 Invented Row,Reno,89501,Nevada", "registrar@alder.example,,,,")
    prints(of, office.by)
    done = [(it.act.value, it.student, it.sealed) for it in entries()[before:] if it.act.value.startswith("letter:")]
    assert set(done) == {("letter:issued", None, True), ("letter:opened", None, True)}


def test_what_a_list_says_of_where_a_family_lives_counts_for_nothing(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.staff_letters import write_to

    of = of_a_breach(town, office)
    listed(of, office.by, f"student id,street,city,zip\n{town.ana.id},5 Invented Row,Alder Creek,93600\n")
    prepared(of, office)
    assert notices(of) == [("by_hand", "address")]
    (one,) = people(of, by=office.by, at=AT).by_hand
    with pytest.raises(ValidationError, match="one of the staff"):
        write_to(of, one.id, {"street": "5", "city": "A", "postal_code": "9"}, head=HEAD, by=office.by, at=AT)
