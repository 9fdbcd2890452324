"""A receipt says when and to whom an order was handed in; it names no child, and its code finds it again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.collection.orders.filing import HEAD, files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


def test_the_receipt_says_when_and_to_whom_and_names_no_child_and_no_parent(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.receipts import issue_receipt, open_receipt
    from fileroom.people.owed import owed
    from tests.letters.test_letters import text_of

    done = files(terms(town, father.row.id), town.registrar.by)
    made = issue_receipt(done.id, language="en", pages=4, head=HEAD, by=town.registrar.by, at=AT)
    said = text_of(made.pdf)
    assert "October 19, 2026, 10:30 a.m." in said and town.school.name in said and made.code in said
    assert f"{town.registrar.row.given} {town.registrar.row.family}" in said
    names = {town.ana.legal_given, town.mother.row.given, father.row.given, town.mother.row.family}
    assert [
        it for it in names if it in said.replace(f"{town.registrar.row.given} {town.registrar.row.family}", "")
    ] == []
    assert open_receipt(made.id, by=town.registrar.by, at=AT) == made.pdf
    assert owed(by=town.registrar.by, at=AT) == []
    told = [(it.act.value, it.sealed, it.outcome) for it in entries()[-2:]]
    from hashlib import sha256

    assert told == [("letter:issued", True, sha256(made.pdf).hexdigest()), ("letter:opened", True, "")]


def test_a_receipt_is_for_its_taker_and_the_custodian(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.receipts import issue_receipt, open_receipt, receipts
    from fileroom.people.answers import Missing

    done = files(terms(town, father.row.id), town.registrar.by)
    made = issue_receipt(done.id, language="es", pages=1, head=HEAD, by=town.registrar.by, at=AT)
    assert [it.code for it in receipts(done.id, by=town.principal.by, at=AT)] == [made.code]
    elsewhere = make.staffed("second", "registrar", make.school("Mesa Middle"))
    for by in (elsewhere.by, town.mother.by, father.by):
        for act in (
            lambda by=by: receipts(done.id, by=by, at=AT),
            lambda by=by: open_receipt(made.id, by=by, at=AT),
            lambda by=by: issue_receipt(done.id, language="en", pages=1, head=HEAD, by=by, at=AT),
        ):
            with pytest.raises(Missing):
                act()


def test_two_receipts_made_at_one_moment_are_two_papers_and_the_duty_is_done_once(
    town: make.Town, father: make.Related
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from fileroom.collection.orders.receipts import issue_receipt, open_receipt, receipts
    from fileroom.people.owed import owed
    from tests.attacks.test_an_order_and_a_look_at_one_moment import elsewhere

    done = files(terms(town, father.row.id), town.registrar.by)
    makes = elsewhere(lambda: issue_receipt(done.id, language="en", pages=4, head=HEAD, by=town.registrar.by, at=AT))
    with ThreadPoolExecutor(2) as pool:
        made = [it.result() for it in [pool.submit(makes), pool.submit(makes)]]
    assert len({it.code for it in made}) == 2
    assert {it.code for it in receipts(done.id, by=town.registrar.by, at=AT)} == {it.code for it in made}
    assert [open_receipt(it.id, by=town.registrar.by, at=AT) == it.pdf for it in made] == [True, True]
    assert owed(by=town.registrar.by, at=AT) == []


@pytest.mark.parametrize(("language", "pages"), [("vi", 1), ("en", 0), ("en", 5000)])
def test_a_receipt_that_could_not_be_true_is_not_made(
    town: make.Town, father: make.Related, language: str, pages: int
) -> None:
    from fileroom.collection.orders.receipts import issue_receipt

    done = files(terms(town, father.row.id), town.registrar.by)
    with pytest.raises(ValidationError):
        issue_receipt(done.id, language=language, pages=pages, head=HEAD, by=town.registrar.by, at=AT)


def test_anyone_checks_a_paper_by_its_code_and_learns_nothing_else(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.receipts import issue_receipt
    from fileroom.disclosure.papers import check

    done = files(terms(town, father.row.id), town.registrar.by)
    made = issue_receipt(done.id, language="en", pages=4, head=HEAD, by=town.registrar.by, at=AT)
    found = check(made.code.lower().replace("-", " "), None, language="es")
    assert found and (found.title, found.same) == ("Recibo de una orden judicial", None)
    same, other = (check(made.code, pdf, language="en") for pdf in (made.pdf, made.pdf + b" "))
    assert same and same.same is True
    assert other and other.same is False
    assert check("AAAA-AAAA-AAAA", made.pdf, language="en") is None
    assert check("", None, language="en") is None


def test_a_receipt_is_found_again_by_its_code_and_the_school_on_it_is_the_takers(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.receipts import by_code, issue_receipt, open_receipt
    from tests.letters.test_letters import text_of

    done = files(terms(town, father.row.id), town.registrar.by)
    make.change(town.spell, left_on=AT.date())
    make.enrolment(town.ana, make.school("Safe Harbor Middle"), since=AT.date())
    made = issue_receipt(done.id, language="en", pages=1, head=HEAD, by=town.registrar.by, at=AT)
    said = text_of(made.pdf)
    assert town.school.name in said and "Safe Harbor" not in said
    clerk, later = make.staffed("second", "registrar", town.school), AT + timedelta(days=40)
    make.enrolment(town.ana, town.school, since=later.date())
    found = by_code(made.code.lower(), by=clerk.by, at=later)
    assert found == made.id and open_receipt(found, by=clerk.by, at=later) == made.pdf
    stranger = make.staffed("stranger", "registrar", make.school("Mesa Middle"))
    assert by_code(made.code, by=stranger.by, at=later) is None


def test_one_that_was_not_handed_out_on_its_day_is_its_keepers_to_hand_out_and_stands_on_their_screen(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.nightly import look_round
    from fileroom.collection.orders.receipts import issue_receipt
    from fileroom.duties.queries import about

    done, next_day = files(terms(town, father.row.id), town.registrar.by), AT + timedelta(days=1)

    def owe() -> list[str]:
        return [it.office for it in about("orders", [done.id], at=next_day) if it.rule.endswith("receipt_to_submitter")]

    look_round(at=AT)
    assert owe() == [""]
    for _ in range(2):
        look_round(at=next_day)
        assert sorted(owe()) == ["", "custodian"]
    issue_receipt(done.id, language="en", pages=4, head=HEAD, by=town.principal.by, at=next_day)
    assert owe() == []
