"""An inquiry of child welfare is counsel's to say first, also where its household was owed the telling before the law
had it so; and of what was ever called one nobody has the papers until counsel has said that it was none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.programmes.enforcement.encounters import Asker
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.programmes.enforcement.coming import (
    HEAD,
    RIGHTS,
    answers,
    closes,
    comes,
    discharged,
    owed,
    read,
    row,
    says_done,
    sends,
    shown,
    shows,
)  # fmt: skip

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

HEARS = "programmes.immigration_requests.ask_whether_home_hears"
OVER = "disclosure.court_process_limits.review_at_expiry"
ASKED, TOLD, PAPERS = "ask_whether_home_hears", "notify_parent_after", "give_family_the_papers"
GAG: dict[str, Any] = {"court": "federal", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "yes"}
HOUR = timedelta(hours=1)


@pytest.fixture
def pat(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


@pytest.fixture
def lee(town: make.Town) -> make.Staffed:
    return make.staffed("lee", "counsel", None)


def of_before(town: make.Town) -> UUID:
    """A caseworker's inquiry as it stood when its household was told of it like any other's: counsel was not asked."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    of = comes(town.registrar.by, "immigration").id
    with district_transaction():
        EnforcementRequest.objects.filter(pk=of).update(asker="child_welfare", joined="not_seen")
    assert {TOLD, PAPERS} <= set(owed(of)) and ASKED not in owed(of)
    return of


def ready(of: UUID, to: UUID, student: UUID, by: SignedIn) -> UUID:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import Prepared, prepare
    from fileroom.programmes.enforcement.recipients import To

    made = prepare(uuid4(), of, To(student, to), Desk(HEAD, RIGHTS), language="en", way="handed", by=by, at=AT)
    assert isinstance(made, Prepared)
    return made.id


def round_goes(hours: int = 1) -> None:
    from fileroom.programmes.tasks import _owe_to_families

    _owe_to_families("", AT + hours * HOUR)


def test_no_household_is_told_of_an_inquiry_of_before_until_counsel_has_said_so(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Missing
    from fileroom.programmes.models import EnforcementRequest

    of = comes(town.registrar.by, "immigration").id
    letter = ready(of, town.mother.row.id, town.ana.id, pat.by)
    with district_transaction():
        EnforcementRequest.objects.filter(pk=of).update(asker="child_welfare", joined="not_seen")
    with pytest.raises(ValidationError, match="counsel has not said"):
        sends(letter, pat.by)
    with pytest.raises(Missing):
        read(letter, pat.by)
    round_goes()
    assert owed(of)[ASKED] == make.TODAY and not {TOLD, PAPERS} & set(owed(of))
    noted = last_entry()
    assert (noted.act.value, noted.record, noted.sealed, noted.student) == ("enforcement:answered", of, True, None)
    with pytest.raises(ValidationError, match="counsel has not said"):
        sends(letter, pat.by)
    says_done(of, HEARS, lee.by, at=AT + 2 * HOUR)
    assert {TOLD, PAPERS} & set(owed(of)) == {TOLD}, "of an inquiry nobody has the papers"
    assert isinstance(sends(letter, pat.by, at=AT + 3 * HOUR), UUID)


def test_counsel_is_asked_of_it_once_and_a_no_stands(town: make.Town, lee: make.Staffed) -> None:
    of = of_before(town)
    round_goes()
    written = len(entries())
    round_goes(2)
    assert len(entries()) == written
    says_done(of, HEARS, lee.by, otherwise=True, at=AT + 3 * HOUR)
    round_goes(4)
    assert not {ASKED, TOLD, PAPERS} & set(owed(of))


def test_no_letter_follows_to_another_home_of_what_a_household_was_told_before(
    town: make.Town, pat: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    father, of = make.related("father", town.ana).row.id, comes(town.registrar.by, "immigration").id
    sends(ready(of, town.mother.row.id, town.ana.id, pat.by), pat.by)
    with district_transaction():
        EnforcementRequest.objects.filter(pk=of).update(asker="child_welfare", joined="not_seen")
    with pytest.raises(ValidationError, match="counsel has not said"):
        ready(of, father, town.ana.id, pat.by)


def test_the_round_asks_of_nothing_else(town: make.Town, pat: make.Staffed) -> None:
    agents, silent, closed, own = (comes(town.registrar.by, "immigration").id for _ in range(4))
    shows(silent, town.registrar.by, "ao_93", **GAG)
    discharged(closed, pat.by)
    closes(closed, pat.by)
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        EnforcementRequest.objects.filter(pk__in=[silent, closed]).update(asker="child_welfare")
    answers(own, town.registrar.by, joined="not_seen", asker=Asker.CHILD_WELFARE)
    says_done(own, HEARS, pat.by)
    before = [owed(it) for it in (agents, silent, closed, own)]
    round_goes()
    assert before == [owed(it) for it in (agents, silent, closed, own)]
    says_done(silent, OVER, pat.by)
    assert ASKED in owed(silent) and TOLD not in owed(silent), "after the silence it is asked"


def test_of_one_of_before_with_nobody_to_tell_the_round_asks_nothing(town: make.Town, pat: make.Staffed) -> None:
    of = of_before(town)
    for rule in (f"disclosure.immigration_enforcement.{TOLD}", f"programmes.immigration_requests.{PAPERS}"):
        says_done(of, rule, pat.by, otherwise=True)
    round_goes()
    assert not {ASKED, TOLD, PAPERS} & set(owed(of))


def test_who_said_at_first_not_of_which_agency_and_was_a_caseworker_alone_is_counsels_too(
    town: make.Town, pat: make.Staffed
) -> None:
    of = comes(town.registrar.by, "not_sure").id
    assert TOLD in owed(of)
    answers(of, town.registrar.by, joined="no", wants=("student",), asker=Asker.CHILD_WELFARE)
    assert ASKED in owed(of) and not {TOLD, PAPERS} & set(owed(of))


def once_called(town: make.Town, was: str = "not_sure") -> UUID:
    """Somebody keyed a caseworker, and then an officer."""
    of = comes(town.registrar.by, was).id
    answers(of, town.registrar.by, joined="not_seen", wants=("student",), asker=Asker.CHILD_WELFARE)
    answers(of, town.registrar.by, joined="yes", harm="no", wants=("student",), asker=Asker.POLICE)
    return of


def test_that_a_household_may_hear_is_no_word_on_the_papers(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    of = once_called(town)
    says_done(of, HEARS, lee.by)
    shows(of, town.registrar.by, "i_200")
    answers(of, town.registrar.by, joined="yes", wants=("student", "records"))
    assert TOLD in owed(of) and PAPERS not in owed(of)
    page = browser(pat.by).get(f"/enforcement/{of}/family/").content.decode()
    assert "right to an education" in page and "copies of the papers" not in page and "copias de los" not in page


def test_what_counsel_found_to_be_no_inquiry_is_told_of_with_its_papers(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    of, button = once_called(town), "They may be told: it was no inquiry"
    assert button not in browser(pat.by).get(f"/enforcement/{of}/").content.decode(), "that is counsel’s to say"
    counsel = browser(lee.by)
    assert button in counsel.get(f"/enforcement/{of}/").content.decode()
    counsel.post(f"/enforcement/{of}/done/", shown(of, HEARS) | {"no_inquiry": "yes"})
    noted = [it for it in entries() if it.act.value == "enforcement:done"]
    assert (noted[-1].outcome, noted[-1].sealed) == ("no_inquiry", True)
    assert {TOLD, PAPERS} <= set(owed(of)) and ASKED not in owed(of)
    page = browser(pat.by).get(f"/enforcement/{of}/family/").content.decode()
    assert "copies of the papers" in page and "copias de los papeles" in page
    shows(of, town.registrar.by, "ao_93", **GAG)
    assert not {TOLD, PAPERS} & set(owed(of))
    says_done(of, OVER, lee.by)
    assert {TOLD, PAPERS} <= set(owed(of)), "what counsel has found stands after a court’s silence"
    answers(of, town.registrar.by, joined="yes", wants=("student",), asker=Asker.CHILD_WELFARE)
    assert ASKED in owed(of) and not {TOLD, PAPERS} & set(owed(of)), "a caseworker after all is new to counsel"
    says_done(of, HEARS, lee.by)
    assert {TOLD, PAPERS} & set(owed(of)) == {TOLD}


def test_as_long_as_it_is_called_an_inquiry_counsel_is_not_offered_that_it_was_none(
    town: make.Town, lee: make.Staffed
) -> None:
    of = comes(town.registrar.by, "child_welfare").id
    answers(of, town.registrar.by, joined="not_seen", wants=("student",))
    assert "it was no inquiry" not in browser(lee.by).get(f"/enforcement/{of}/").content.decode()
    assert row(of).asker == "child_welfare"
    with pytest.raises(ValidationError, match="noted as a caseworker"):
        says_done(of, HEARS, lee.by, no_inquiry=True)
