"""Who is told by a person gets the letter of the statute on paper: asked of the file when it is printed and when it is
handed over, never for whom an order binds, with nobody's address on it; and nothing is closed before."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD, blocked, listed, lives, notices
from tests.programmes.incidents.test_posted import takes_out
from tests.programmes.incidents.test_told import letters as posted_letters
from tests.programmes.incidents.test_told import of_a_breach, prepared, text_of


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def waiting(of: UUID, by: make.Staffed) -> list[Any]:
    from fileroom.programmes.incidents.people import people

    return list(people(of, by=by.by, at=AT).by_hand)


def printed(of: UUID, by: make.Staffed, notice: UUID | None = None) -> str:
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.by_hand import letters

    pdf = letters(of, notice, head=HEAD, by=by.by, at=AT)
    assert not isinstance(pdf, Refused), pdf
    return text_of(pdf) if pdf else ""


def hands(of: UUID, notice: UUID, by: make.Staffed) -> Any:
    from fileroom.programmes.incidents.by_hand import handed_over

    return handed_over(of, notice, head=HEAD, by=by.by, at=AT)


def ordered(town: make.Town, **said: Any) -> make.Related:
    """An order on Ana's file keeps her father, who is verified, from her records."""
    father = make.related("father", town.ana)
    make.order(town.ana, father.row, **said)
    return father


def test_with_an_order_on_file_the_mother_alone_is_printed_a_letter_and_no_address_stands_on_it(
    town: make.Town, office: make.Staffed
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    ordered(town)
    of = of_a_breach(town, office)
    prepared(of, office)
    (one,) = waiting(of, office)
    said = printed(of, office, one.id)
    for told in ("Notice of Data Breach", "What Happened", "Qué sucedió", "Mother Torres", "Ana Torres"):
        assert told in said, told
    assert "Father" not in said and "Invented" not in said and "93600" not in said
    assert sorted(it.act.value for it in entries()[-4:]) == ["letter:issued", "letter:issued"] + ["letter:opened"] * 2
    again = printed(of, office, one.id)
    assert again == said, "the same letters, opened once more"
    assert len([it for it in entries() if it.act == "letter:issued"]) == 2


@pytest.mark.parametrize("kind", ["records_order_6323_5", "stay_away_no_records_clause"])
def test_whoever_an_order_binds_gets_none_by_any_kind_of_it(town: make.Town, office: make.Staffed, kind: str) -> None:
    ordered(town, kind=kind)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert "Father" not in printed(of, office) and "Mother" in printed(of, office)


def test_an_order_between_print_and_hand_takes_the_letter_back(town: make.Town, office: make.Staffed) -> None:
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "address")]
    (one,) = waiting(of, office)
    with pytest.raises(ValidationError, match="Open the letter to hand over first"):
        hands(of, one.id, office)
    assert "Mother Torres" in printed(of, office, one.id)
    make.order(town.ana, town.mother.row)
    with pytest.raises(ValidationError, match="goes to nobody"):
        hands(of, one.id, office)
    assert printed(of, office, one.id) == ""
    answer = browser(office.by).get(f"/incidents/{of}/notices/{one.id}/letter/")
    assert answer.status_code == 422 and "nobody who is known here" in words(answer.content.decode())


def test_it_is_open_until_it_is_handed_over_and_the_page_says_by_whom_and_when(
    town: make.Town, office: make.Staffed
) -> None:
    of = of_a_breach(town, office)
    prepared(of, office)
    assert any("not told yet (1)" in it for it in blocked(of, office.by))
    (one,) = waiting(of, office)
    desk = browser(office.by)
    assert desk.post(f"/incidents/{of}/by-hand/", form()).content.startswith(b"%PDF")
    assert desk.post(f"/incidents/{of}/notices/{one.id}/", form()).status_code == 302
    assert notices(of) == [("told", "address")]
    assert not any("not told" in it for it in blocked(of, office.by))
    said = words(desk.get(f"/incidents/{of}/people/").content.decode())
    assert "Told by a person" in said and "by Pat Abara" in said


def test_all_who_wait_are_printed_as_one_paper_in_type_of_the_statutes_size(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.by_hand import letters

    make.change(town.teacher.row, email="teacher@alder.example")
    make.related("hugo", town.ben)
    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id))
    listed(of, office.by, "student id,email\n,teacher@alder.example\n")
    prepared(of, office)
    pdf = letters(of, None, head=HEAD, by=office.by, at=AT)
    assert isinstance(pdf, bytes)
    said = text_of(pdf)
    for name in ("Mother Torres", "Hugo", "Teacher Abara"):
        assert name in said, name
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        tokens = [it for page in paper.pages for it in pikepdf.parse_content_stream(page)]
    sizes = {float(str(it.operands[1])) for it in tokens if str(it.operator) == "Tf"}
    assert sizes and min(sizes) >= 10, sizes


def test_a_letter_that_was_to_be_posted_is_not_what_is_handed_over(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert "12 Invented Lane" in posted_letters(of, office)
    make.order(town.ana, make.contact("Luis", "Torres"))
    again = browser(office.by).get(f"/incidents/{of}/letters/{print_of(of)}/")
    assert again.status_code == 422 and not waiting(of, office), "it lies printed: it is taken out first"
    takes_out(of, office)
    (one,) = waiting(of, office)
    with pytest.raises(ValidationError, match="Open the letter"):
        hands(of, one.id, office)
    said = printed(of, office, one.id)
    assert "Mother Torres" in said and "Invented" not in said
    hands(of, one.id, office)


def print_of(of: UUID) -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import IncidentPrint

    with district_transaction():
        return IncidentPrint.objects.get(incident=of).pk


def test_worked_out_anew_an_address_that_was_filed_since_gets_a_letter_by_mail(
    town: make.Town, office: make.Staffed
) -> None:
    of = of_a_breach(town, office)
    prepared(of, office)
    (one,) = waiting(of, office)
    printed(of, office, one.id)
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    assert browser(office.by).post(f"/incidents/{of}/notices/{one.id}/anew/", form()).status_code == 302
    assert notices(of) == [("to_write", "")]
    prepared(of, office)
    assert notices(of) == [("written", "")]
    assert "12 Invented Lane" in posted_letters(of, office)


def test_worked_out_anew_whom_an_order_binds_since_is_let_go_and_the_other_is_told(
    town: make.Town, office: make.Staffed
) -> None:
    father = make.related("father", town.ana)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "address")] * 2
    make.order(town.ana, father.row)
    one = waiting(of, office)[0]
    browser(office.by).post(f"/incidents/{of}/notices/{one.id}/anew/", form())
    prepared(of, office)
    assert notices(of) == [("by_hand", "order"), ("spared", ""), ("spared", "")]
    (left,) = waiting(of, office)
    said = printed(of, office, left.id)
    assert "Mother Torres" in said and "Father" not in said


def test_an_employee_whom_an_order_keeps_from_the_child_prints_nothing_of_it(
    town: make.Town, office: make.Staffed
) -> None:
    other = make.staffed("kim", "administrator", None)
    make.change(other.row, family="Oyelaran")  # an order against an Abara may bind any of that name
    of = of_a_breach(town, other)
    prepared(of, other)
    (one,) = waiting(of, other)
    make.order(town.ana, make.contact("Pat", "Abara"))
    with pytest.raises(ValidationError, match="no notice that a person hands over"):
        printed(of, office, one.id)
    with pytest.raises(ValidationError, match="no notice that a person hands over"):
        printed(of, office)
    assert "Mother" in printed(of, other)
