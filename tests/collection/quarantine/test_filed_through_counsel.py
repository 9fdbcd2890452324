"""What was held for nothing is filed by a rule of law, which its entry names; what is not in doubt through counsel."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.quarantine.holding import decision, held, settled, state_of
from tests.collection.quarantine.test_quarantine_something_else import filed, invoice, look_at, refused
from tests.disclosure.asking import entries


def test_of_what_is_not_in_doubt_district_counsel_has_to_agree(town: make.Town) -> None:
    id_ = held(town.registrar.by, town.ana)
    look_at(id_, town.principal.by)
    answer = refused(filed(id_, town.principal.by))
    assert [it.fact for it in answer.decision.missing] == ["other.counsel_cleared"]
    assert [it.rule for it in answer.decision.because] == ["collection.held_for_nothing.through_counsel"]
    noted = entries()[-1]
    assert (noted.act, noted.record, noted.rules, noted.sealed, state_of(id_)) == (
        "quarantine:refused", id_, ("collection.held_for_nothing.through_counsel",), True, "held"
    )  # fmt: skip
    assert settled(filed(id_, town.principal.by, cleared=True)).number == 1


@pytest.mark.parametrize(("sure", "rule"), [(True, "through_counsel"), (False, "what_is_in_doubt")])
def test_by_which_rule_it_is_filed_its_entry_names(town: make.Town, sure: bool, rule: str) -> None:
    id_ = held(town.registrar.by, town.ana, None if sure else invoice())
    look_at(id_, town.principal.by)
    settled(filed(id_, town.principal.by, cleared=sure))
    (noted,) = [it for it in entries() if it.act == "quarantine:filed"]
    assert noted.rules == (f"collection.held_for_nothing.{rule}",) and noted.law_digest
    assert noted.sealed, "what the custodian decided here is under seal, whatever it rests on"


def test_where_one_thing_is_in_doubt_and_another_is_not_counsel_has_to_agree(town: make.Town) -> None:
    id_ = held(town.registrar.by, town.ana, invoice() + b"\n\nImmigration status: undocumented\n")
    look_at(id_, town.principal.by)
    refused(filed(id_, town.principal.by))
    settled(filed(id_, town.principal.by, cleared=True))
    (noted,) = [it for it in entries() if it.act == "quarantine:filed"]
    assert noted.rules == ("collection.held_for_nothing.through_counsel",)


def test_on_the_page_it_is_said_by_which_law_counsel_looks_first_and_the_form_is_kept(town: make.Town) -> None:
    id_ = held(town.registrar.by, town.ana)
    look_at(id_, town.principal.by)
    sent = decision("file", being="another_number")
    answer = browser(town.principal.by).post(f"/coming-in/{id_}/decide/", sent)
    said = words(answer.content.decode())
    assert answer.status_code == 422 and state_of(id_) == "held"
    assert 'value="another_number" checked' in answer.content.decode()
    assert "say that district counsel has looked and agrees" in said and "49076.7" in said
    assert "You will hear from the office" not in said, "they are the office"
    assert entries()[-1].rules == ("collection.held_for_nothing.through_counsel",)


def test_what_counsel_agreed_to_is_said_in_the_ledger(town: make.Town) -> None:
    id_ = held(town.registrar.by, town.ana)
    look_at(id_, town.principal.by)
    settled(filed(id_, town.principal.by, cleared=True))
    assert [it.outcome for it in entries() if it.act == "quarantine:filed"] == ["another_number:counsel"]
    sealed = words(browser(town.principal.by).get(f"/students/{town.ana.id}/sealed/").content.decode())
    assert "it is a number of another kind; counsel agrees" in sealed
