"""Before an order is filed the counter sees what it would change, and nothing of any other order."""

from __future__ import annotations

import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


def test_a_preview_tells_whose_sight_changes_and_keeps_nothing(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.preview import Sees, preview
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    before = len(entries())
    seen = preview(terms(town, father.row.id), by=town.registrar.by, at=AT)
    assert {(it.name, it.sees) for it in seen} == {
        (f"{father.row.given} {father.row.family}", Sees.NOTHING),
        (f"{town.mother.row.given} {town.mother.row.family}", Sees.AS_BEFORE),
    }
    with district_transaction():
        assert not CourtOrder.objects.exists()
    assert [(it.act.value, it.sealed) for it in entries()[before:]] == [("order:previewed", True)]
    assert outcome(father.by, town.ana) == "must"


def test_a_preview_tells_nothing_of_an_order_that_was_there(town: make.Town, father: make.Related) -> None:
    """The clerk who files a second order is not shown whom the first one binds."""
    from fileroom.collection.orders.preview import Sees, preview

    files(terms(town, father.row.id), town.principal.by)
    uncle = make.related("uncle", town.ana)
    seen = preview(terms(town, uncle.row.id), by=town.registrar.by, at=AT)
    told = {it.name: it.sees for it in seen}
    assert told[f"{father.row.given} {father.row.family}"] is Sees.AS_BEFORE
    assert told[f"{uncle.row.given} {uncle.row.family}"] is Sees.NOTHING


def test_of_whom_another_order_keeps_from_the_child_a_preview_does_not_say_that_they_collect_it(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.preview import preview

    files(terms(town, father.row.id), town.principal.by)
    uncle = make.related("uncle", town.ana)
    seen = preview(terms(town, uncle.row.id), by=town.registrar.by, at=AT)
    called = {it.name: it.principal_called for it in seen}
    assert called[f"{uncle.row.given} {uncle.row.family}"] and not called[f"{father.row.given} {father.row.family}"]
    said = {"kind": "records_order_6323_5", "restrained": str(uncle.row.id), "from_on": "2026-09-01", "preview": "yes"}
    page = words(
        browser(town.registrar.by)
        .post(f"/students/{town.ana.id}/orders/", form(**said, language="en"))
        .content.decode()
    )
    table = page[page.index("What this order changes for each person") : page.index("Nothing is filed yet")]
    assert "The principal is called" in table and " Yes " not in table


@pytest.mark.parametrize(
    "kind", [Order.JOINT_LEGAL_CUSTODY, Order.STAY_AWAY_NO_RECORDS_CLAUSE, Order.RIGHTS_TERMINATED]
)
def test_asked_about_each_contact_in_turn_a_preview_tells_no_one_from_another(
    town: make.Town, father: make.Related, kind: Order
) -> None:
    """An order that binds the father lies here. What the preview says of him is what it says of an uncle like him."""
    from fileroom.collection.orders.preview import preview

    uncle = make.related("uncle", town.ana)
    files(terms(town, father.row.id), town.principal.by)

    def told(about: make.Related) -> list[str]:
        seen = preview(terms(town, about.row.id, kind=kind), by=town.registrar.by, at=AT)
        return [str(it.sees) for it in seen if it.name == f"{about.row.given} {about.row.family}"]

    assert told(father) == told(uncle)


def test_a_preview_says_that_two_may_have_to_say_first_whom_the_order_protects(
    town: make.Town, father: make.Related
) -> None:
    """It opens no card, so that it cannot tell whether one speaks against whom the clerk has picked."""
    said = {"kind": "sole_legal_custody_other_parent", "restrained": str(father.row.id), "from_on": "2026-09-01"}

    def page(**more: str) -> str:
        sent = form(**said, preview="yes", language="en", **more)
        return words(browser(town.registrar.by).post(f"/students/{town.ana.id}/orders/", sent).content.decode())

    assert "until two who keep the order have said so" in page(protected=str(town.mother.row.id))
    assert "until two who keep the order have said so" not in page()


def test_a_preview_is_for_whoever_could_file_the_order(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.preview import preview
    from fileroom.people.answers import Missing

    said = terms(town, father.row.id)
    for by in (town.mother.by, father.by, make.staffed("elsewhere", "registrar", make.school("Mesa")).by):
        with pytest.raises(Missing):
            preview(said, by=by, at=AT)


def test_a_stay_away_order_leaves_the_rest_of_the_file_to_counsel_or_the_parent(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.preview import Sees, preview

    seen = preview(terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), by=town.registrar.by, at=AT)
    told = {it.name: it.sees for it in seen}
    assert told[f"{father.row.given} {father.row.family}"] is Sees.NOT_WHERE, "nothing by which she could be found"


def test_a_preview_opens_no_card_and_says_what_it_does_not_see(town: make.Town, father: make.Related) -> None:
    """It would be an opening whose line is taken back, and would tell whose address is whose."""
    from fileroom.collection.orders.preview import Sees, preview
    from fileroom.collection.services import collect

    other = make.related("other", town.ana)
    for it in (father, other):
        said = {"email": "one@mail.test"}
        collect(town.ana.id, "contact_and_household", said, by=town.registrar.by, at=AT, about=it.row.id)
    make.change(other.by.account, sign_in_name="one@mail.test")
    seen = preview(terms(town, father.row.id), by=town.registrar.by, at=AT)
    name = f"{other.row.given} {other.row.family}"
    assert [it.sees for it in seen if it.name == name] == [Sees.AS_BEFORE]
    assert not [it for it in entries() if it.act == "order:compared"]
    said = {"kind": "records_order_6323_5", "restrained": str(father.row.id), "from_on": "2026-09-01", "preview": "yes"}
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/orders/", form(**said, language="en"))
    assert "No card is opened before an order is filed" in words(answer.content.decode())
    files(terms(town, father.row.id), town.registrar.by)
    assert outcome(other.by, town.ana) == "needs_more"
