"""Who may collect the child: the counter says yes, or calls the principal, in the same words whatever the cause."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from fileroom.law.order_terms import OF_ONE_PARENT, READINGS, OrderTerm
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.factories import TODAY, change

YESTERDAY = TODAY - timedelta(days=1)
KEEPING = [it.value for it, reading in READINGS.items() if reading.keeps]


@pytest.fixture
def father(town: make.Town) -> make.Related:
    other = make.related("other", town.ana)
    make.change(other.row, given="Victor", family="Torres", search_name="victor torres")
    return other


def collects(town: make.Town, who: make.Related) -> bool:
    from fileroom.disclosure.collecting import may_collect

    return may_collect(town.ana.id, f"contact-{who.row.id}", by=town.registrar.by, at=AT)


def says(town: make.Town, father: make.Related, term: str, **more: object) -> None:
    """An order of this sentence, against the father."""
    kind = READINGS[OrderTerm(term)].order.value
    change(make.order(town.ana, father.row, kind=kind), term=term, **more)


@pytest.mark.parametrize("term", KEEPING)
def test_an_order_keeps_whom_it_names_from_the_child_and_nobody_else(
    town: make.Town, father: make.Related, term: str
) -> None:
    assert collects(town, father)
    says(town, father, term)
    assert (collects(town, town.mother), collects(town, father)) == (True, False)


def test_of_an_order_that_keeps_nobody_from_the_child_nothing_follows(town: make.Town, father: make.Related) -> None:
    for term in set(OrderTerm) - set(KEEPING) - {OrderTerm.EDUCATION_RIGHTS_LIMITED, *OF_ONE_PARENT}:
        says(town, father, term.value)
    assert collects(town, father)


@pytest.mark.parametrize("named", [True, False])
def test_of_custody_of_one_parent_alone_the_principal_is_called_until_it_is_entered_whose_it_is(
    town: make.Town, father: make.Related, named: bool
) -> None:
    more = {} if named else {"restrained": None}
    says(town, father, "sole_legal_custody_other_parent", to_on=YESTERDAY, **more)
    assert not collects(town, father)
    assert father.relation
    custody = make.custody(father.relation, legal=True, since=TODAY)
    assert collects(town, father), "who has it alone takes the child"
    change(custody, legal_custody=False)
    assert not collects(town, father)


def test_whom_an_order_in_force_names_as_without_custody_no_entry_lets_go_with_the_child(
    town: make.Town, father: make.Related
) -> None:
    says(town, father, "sole_legal_custody_other_parent", protected=town.mother.row)
    assert father.relation
    make.custody(father.relation, legal=True)
    assert (collects(town, town.mother), collects(town, father)) == (True, False)


def test_who_collects_on_some_days_is_kept_from_it_on_the_others(town: make.Town, father: make.Related) -> None:
    says(town, father, "collects_on_days", collects_on=str(TODAY.isoweekday()))
    assert collects(town, father)
    says(town, father, "collects_on_days", collects_on=str(TODAY.isoweekday() % 7 + 1))
    assert not collects(town, father)


@pytest.mark.parametrize("term", ["may_not_collect", "collects_on_days", "no_contact"])
def test_an_end_that_passed_gives_nothing_back_and_a_lifting_does(
    town: make.Town, father: make.Related, term: str
) -> None:
    days = {"collects_on": "1234567"} if term == "collects_on_days" else {}
    says(town, father, term, to_on=YESTERDAY, **days)
    assert not collects(town, father)
    from fileroom.duties import queries
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    with district_transaction():
        ids = list(CourtOrder.objects.values_list("id", flat=True))
        assert [it.part for it in queries.about("orders", ids, at=AT)] == ["asks"], "counsel says whether it holds"
        CourtOrder.objects.update(lifted_on=YESTERDAY)
    assert collects(town, father)


def test_who_bears_the_name_under_another_row_waits_for_the_principal(town: make.Town, father: make.Related) -> None:
    says(town, father, "may_not_collect")
    twin = make.related("twin", town.ana)
    make.change(twin.row, given="Victor", family="Torres", search_name="victor torres")
    assert not collects(town, twin)


@pytest.mark.parametrize("term", ["something_else", "may_not_collect"])
def test_where_nobody_is_named_all_wait_but_whom_it_protects(town: make.Town, father: make.Related, term: str) -> None:
    says(town, father, term, restrained=None, protected=town.mother.row)
    assert (collects(town, town.mother), collects(town, father)) == (True, False)


def test_the_page_tells_the_bound_father_what_it_tells_a_stranger_and_no_word_of_an_order(
    town: make.Town, father: make.Related
) -> None:
    says(town, father, "may_not_collect")
    aunt = make.related("aunt", town.ana)
    assert aunt.relation is not None
    make.change(aunt.relation, kind="relative")
    desk, page = browser(town.registrar.by), f"/students/{town.ana.id}/collecting/"

    def told(code: str) -> str:
        answer = desk.post(page, form(asker=code)).content.decode()
        return re.sub(r"<p>[^<]* comes for the child</p>", "", answer[answer.index('<article class="decision') :])

    his, hers, stranger = (told(it) for it in (f"contact-{father.row.id}", f"contact-{aunt.row.id}", "somebody"))
    assert his == hers == stranger
    assert "order" not in re.sub(r"<[^>]+>", " ", his).lower()
    assert "Yes" in told(f"contact-{town.mother.row.id}")
    of_another = desk.post(page, form(asker=f"contact-{make.related('far', town.ben).row.id}")).content.decode()
    assert "Who comes?" in of_another and '<article class="decision' not in of_another


def test_each_answer_is_noted_under_seal_with_who_came(town: make.Town, father: make.Related) -> None:
    says(town, father, "may_not_collect")
    before = len(entries())
    collects(town, father)
    collects(town, town.mother)
    noted = entries()[before:]
    assert [(it.act.value, it.sealed, it.outcome) for it in noted] == [
        ("child:asked_for", True, "no"),
        ("child:asked_for", True, "may"),
    ]
