"""Whom it touches is told: by a letter where the law lets one go, else by a person; and it stays open until all are."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from uuid import uuid4

import pikepdf
import pypdfium2
import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Taken
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import (
    HEAD,
    assesses,
    blocked,
    known,
    listed,
    lives,
    notices,
    owed,
    posts,
    prints,
    reports,
    words_written,
)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def of_a_breach(town: make.Town, office: make.Staffed, *, ids: tuple[object, ...] = (), **said: object):  # type: ignore[no-untyped-def]
    """A breach at a company, assessed, with its list and its words."""
    of = reports(town.teacher.by, systems=("vendor",))
    assesses(of, office.by, known(**said), systems=("vendor",))
    listed(of, office.by, "student id\n" + "\n".join(str(it) for it in ids or (town.ana.id,)))
    words_written(of, office.by)
    return of


def prepared(of, office: make.Staffed):  # type: ignore[no-untyped-def]
    from fileroom.programmes.incidents.telling import prepare

    return prepare(of, head=HEAD, by=office.by, at=AT)


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def letters(of, office: make.Staffed) -> str:  # type: ignore[no-untyped-def]
    _, pdf = prints(of, office.by)
    return text_of(pdf) if pdf else ""


def test_a_mother_with_an_address_gets_a_letter_in_both_languages_with_the_statutes_headings(
    town: make.Town, office: make.Staffed
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    made = prepared(of, office)
    assert (made.written, made.by_hand, made.left) == (1, 0, 0)
    said = letters(of, office)
    for words in (
        "Notice of Data Breach", "What Happened", "What Information Was Involved", "What We Are Doing",
        "What You Can Do", "For More Information", "Mother Torres", "12 Invented Lane", "Ana Torres",
        "medical information", "October 18, 2026", "Qué sucedió", "información médica", "Alguien copió archivos.",
    ):  # fmt: skip
        assert words in said, words
    assert "Equifax" not in said
    opened = [it for it in entries() if it.act == "letter:opened"]
    assert len(opened) == 2


def test_no_letter_of_the_notice_has_type_below_the_laws_ten_points(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    _, pdf = prints(of, office.by)
    assert pdf
    sizes = set()
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        for page in paper.pages:
            for it in pikepdf.parse_content_stream(page):
                if str(it.operator) == "Tf":
                    sizes.add(float(str(it.operands[1])))
    assert sizes and min(sizes) >= 10, sizes


def test_where_an_order_is_on_file_nothing_is_mailed_and_no_contact_is_named(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "order")]
    (one,) = people(of, by=office.by, at=AT).by_hand
    assert (one.name, one.to) == ("Ana Torres", "")


def test_an_order_that_comes_after_the_letter_was_made_takes_it_out_of_the_print_and_the_post(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.taking_out import taken_out

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    opened, _ = prints(of, office.by)
    make.order(town.ana, make.contact("Luis", "Torres"))
    assert posts(of, opened, office.by) == (0, 1)
    assert notices(of) == [("to_take_out", "order")]
    (out,) = people(of, by=office.by, at=AT).take_out
    taken_out(of, out.id, gone=False, by=office.by, at=AT)
    assert notices(of) == [("by_hand", "order")]
    (one,) = people(of, by=office.by, at=AT).by_hand
    assert (one.name, one.to) == ("Ana Torres", ""), "no contact is named of a file with an order"
    barred = [it for it in entries() if (it.act, it.part) == ("incident:noted", "barred")]
    assert [(it.student, it.outcome, it.sealed) for it in barred] == [(town.ana.id, "order", True)]


@pytest.mark.parametrize("bar", ["shared", "address", "nobody", "not_signed_for"])
def test_whoever_may_not_or_cannot_be_written_to_is_handed_it_by_a_person(
    town: make.Town, office: make.Staffed, bar: str
) -> None:
    if bar != "address":
        lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    if bar == "shared":
        other = make.related("father", town.ana)
        assert other.relation
        make.change(make.custody(other.relation), rights_terminated=True)
        lives(town.ana, other.row, "12  Invented Lane", town.registrar.by)
    if bar == "nobody":
        assert town.mother.relation
        make.change(town.mother.relation, standing="refuted")
    if bar == "not_signed_for":
        make.change(town.school, orders_entered_on=None)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", bar)]


def test_no_envelope_bears_the_address_of_a_family_in_safe_at_home(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.models import Circumstance

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    make.keep(Circumstance(student=town.ana, kind="safe_at_home", from_on=make.TODAY, noted_by=uuid4(), entry=uuid4()))
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "substitute_address")]


def carded(town: make.Town, *, at: datetime = AT) -> None:
    """The mother shows a card: mail reaches the family by its address."""
    from fileroom.collection.cards.services import Entered, Said, enter

    box = {"street": "P.O. Box 1679, No. 4471", "city": "Sacramento", "postal_code": "95812"}
    until = make.TODAY + timedelta(days=30)
    said = Said(town.mother.row.id, (town.ana.id,), (), "4471", box, {}, make.TODAY, until, seen=True)
    assert isinstance(enter(uuid4(), said, by=town.principal.by, at=at), Entered)


def test_a_family_with_a_card_is_written_to_at_the_address_on_it(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    carded(town, at=AT - timedelta(minutes=1))
    of = of_a_breach(town, office)
    prepared(of, office)
    said = letters(of, office)
    assert "P.O. Box 1679" in said
    assert "Invented" not in said


def test_a_letter_that_was_addressed_before_the_card_was_shown_is_handed_over(
    town: make.Town, office: make.Staffed
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("written", "")]
    carded(town, at=AT + timedelta(minutes=1))
    assert letters(of, office) == ""
    assert notices(of) == [("by_hand", "substitute_address")]


def test_a_letter_to_where_the_family_lived_before_is_not_posted(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    lives(town.ana, town.mother.row, "3 Another Street", town.registrar.by, at=AT + timedelta(minutes=1))
    assert letters(of, office) == ""
    assert notices(of) == [("by_hand", "moved")]


def test_without_words_in_both_languages_or_with_numbers_and_no_kinds_no_letter_is_made(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.notice_texts import write_notice

    of = reports(town.teacher.by, systems=("vendor",))
    assesses(of, office.by, known(data=()), systems=("vendor",))
    listed(of, office.by, f"student id\n{town.ana.id}")
    with pytest.raises(ValidationError, match="both languages"):
        prepared(of, office)
    with pytest.raises(ValidationError):
        write_notice(uuid4(), of, {"happened_en": "x"}, plain=True, by=office.by, at=AT)
    words_written(of, office.by)
    assert isinstance(prepared(of, office), Refused), "it does not say what was taken"
    assert notices(of) == []


def test_where_numbers_were_taken_the_letter_names_the_bureaus(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, data=(Taken.FULL_NAME, Taken.SSN))
    prepared(of, office)
    said = letters(of, office)
    assert "Equifax: 1-" in said and "TransUnion" in said and "Número" not in said


def test_the_bureaus_are_named_as_the_district_names_them(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.settings.services import say

    say(uuid4(), "credit_bureaus", {"en": "Onefax: 1-800-555-0199"}, by=office.by, at=AT)
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, data=(Taken.FULL_NAME, Taken.SSN))
    prepared(of, office)
    said = letters(of, office)
    assert "Onefax: 1-800-555-0199" in said and "Equifax" not in said


def test_it_stays_open_until_the_last_is_told_and_the_duty_is_done_with_them(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents import by_hand
    from fileroom.programmes.incidents.by_hand import handed_over
    from fileroom.programmes.incidents.people import people

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    make.related("hugo", town.ben)
    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id, "SIS-unknown"))
    assert any("worked out" in it and "(2)" in it for it in blocked(of, office.by))
    prepared(of, office)
    assert notices(of) == [("by_hand", "address"), ("not_found", "nobody"), ("written", "")]
    said = " ".join(blocked(of, office.by))
    assert "not told yet (2)" in said and "nobody here, and nobody has settled them (1)" in said
    assert posts(of, prints(of, office.by)[0], office.by) == (1, 0)
    found = people(of, by=office.by, at=AT, opened=True)
    assert found.lost[0].says == "SIS-unknown"
    handed_over(of, found.lost[0].id, head=HEAD, by=office.by, at=AT)
    assert "breaches.by_the_district" in owed(of)
    by_hand.letters(of, None, head=HEAD, by=office.by, at=AT)
    handed_over(of, found.by_hand[0].id, head=HEAD, by=office.by, at=AT)
    assert "breaches.by_the_district" not in owed(of)
    told = [it for it in entries() if it.act == "incident:told"]
    assert {it.student for it in told} == {town.ana.id, town.ben.id, None} and all(it.sealed for it in told)


def test_a_list_that_comes_twice_adds_nobody_twice_and_an_employee_is_told_at_work(
    town: make.Town, office: make.Staffed
) -> None:
    make.change(town.teacher.row, email="teacher@alder.example")
    of = of_a_breach(town, office)
    again = listed(of, office.by, f"student id,email\n{town.ana.id},\n,teacher@alder.example\n")
    assert (again.new, again.there, again.lost) == (1, 1, 0)
    prepared(of, office)
    assert ("by_hand", "at_work") in notices(of)


def test_the_district_spares_nobody_whom_the_law_has_it_tell(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.endings import spare_all

    of = of_a_breach(town, office)
    with pytest.raises(ValidationError, match="Not as things stand"):
        spare_all(of, by=office.by, at=AT)
    assesses(of, office.by, known(police_wait=True), systems=("vendor",))
    with pytest.raises(ValidationError, match="Not as things stand"):
        spare_all(of, by=office.by, at=AT)
    assesses(of, office.by, known(data=(Taken.FULL_NAME, Taken.GRADES)), systems=("vendor",))
    assert spare_all(of, by=office.by, at=AT) == 1
    assert notices(of) == [("spared", "")]
