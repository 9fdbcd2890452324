"""Neither counsel's yes nor their no bears anything once another order binds, or none does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import factories as make
from tests.collection.orders.filing import files, terms
from tests.collection.orders.of_a_list import batch, bring, row
from tests.conftest import AT
from tests.programmes.vendors.test_counsels_word_on_a_letter import STAY_AWAY, lawyer, round_goes, says, waits
from tests.programmes.vendors.test_enrolment_end_letters import DAY, issues, leaves, office
from tests.programmes.vendors.test_letters_decided_again import father_of, owed_now

__all__ = ["lawyer", "office"]


def test_counsels_yes_holds_for_no_order_of_a_list_that_binds_only_after_it(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, tmp_path: Path
) -> None:
    """It came before counsel spoke, and was in doubt then; a second person agrees to the list afterwards."""
    from fileroom.collection.orders.agreeing import confirm
    from fileroom.people.answers import Refused

    keeper, father = make.staffed("keeper", "administrator", None), father_of(town).row.id
    make.custodian(keeper.row, None)
    files(terms(town, father, kind=STAY_AWAY, until=90 * DAY), town.registrar.by)
    bring(tmp_path, row(town.ana, "Father Torres", "stay_away", to="2029-01-31"))
    leaves(town.spell)
    once = waits(town, office, father)
    says(once, True, lawyer, at=AT + DAY / 8)
    assert confirm(batch(), counted=1, by=keeper.by, at=AT + DAY / 4) == 1
    assert isinstance(issues(once, office, at=AT + DAY / 3), Refused)
    assert "counsel_review" in owed_now()
    says(once, True, lawyer, at=AT + DAY / 2)
    assert not isinstance(issues(once, office, at=AT + DAY), Refused)


@pytest.mark.parametrize("then", ["lifted", "another"])
def test_after_a_no_the_family_is_owed_no_answer_that_counsels_no_bears_no_longer(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, then: str
) -> None:
    """The order is lifted, and the letter owed; or another comes, and counsel speaks anew."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    father = father_of(town).row.id
    order = files(terms(town, father, kind=STAY_AWAY), town.registrar.by).id
    leaves(town.spell)
    once = waits(town, office, father)
    says(once, False, lawyer)
    assert owed_now() == ["counsel_review/answer"]
    if then == "lifted":
        with district_transaction():
            CourtOrder.objects.filter(pk=order).update(lifted_on=AT.date())
    else:
        files(terms(town, father, kind=STAY_AWAY), office.by, at=AT + DAY / 8)
    round_goes(AT + DAY)
    assert owed_now() == (["issue_letter"] if then == "lifted" else ["counsel_review"])
    if then == "another":
        says(once, False, lawyer, at=AT + DAY)
        assert owed_now() == ["counsel_review/answer"], "once more"


def test_whoever_may_not_issue_the_letter_lets_go_nothing_that_is_owed_by_pressing(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed
) -> None:
    from fileroom.people.answers import Refused

    father = father_of(town).row.id
    files(terms(town, father, kind=STAY_AWAY), town.registrar.by)
    leaves(town.spell)
    once = waits(town, office, father)
    says(once, False, lawyer)
    assert isinstance(issues(once, town.registrar), Refused)
    assert owed_now() == ["counsel_review/answer"]
    files(terms(town, father, kind=STAY_AWAY), office.by, at=AT + DAY / 8)
    assert isinstance(issues(once, town.registrar, at=AT + DAY / 4), Refused)
    assert owed_now() == ["counsel_review"], "counsel's no bears nothing any longer"
