"""What somebody wants deleted of a missed child waits for counsel, who says that it goes or until when it waits: there
is a way out of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_wishes_at_the_counter import asks, counsels, found
from tests.programmes.social_media.test_wishes_of_families import answers
from tests.programmes.social_media.world import Offices, gathers, offices, readable, running

DAY = timedelta(days=1)
GOES: dict[str, Any] = {"goes": True, "reason": "police_have_it"}
WAITS: dict[str, Any] = {"goes": False, "reason": "may_find"}
SOON = make.TODAY + 10 * DAY


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


@pytest.fixture
def lawyer(town: make.Town) -> make.Staffed:
    return make.staffed("lawyer", "counsel", None)


def waits(there: Offices, kind: str = "delete") -> tuple[Any, Any]:
    """An item of a missed child, and the mother's wish that it be deleted."""
    item = gathers(there.town.principal.by, there.town.ana.id)
    minded(there.town.ana, "missing_child_flag")
    return item, asks(there, item.id, kind, there.town.mother.row.id)


def says(by: Any, item: UUID, *, goes: bool, reason: str, until: date | None = None, at: Any = AT, **more: Any) -> Any:
    from fileroom.programmes.social_media.counsels_word import Said, say

    return say(item, Said(goes, reason, until), by=by, at=at, **({"seen": shown(item)} | more))


def shown(item: UUID) -> list[UUID]:
    """What its page shows as owed by counsel now."""
    from fileroom.duties.queries import about

    return [it.id for it in about("social_media_items", [item], at=AT) if it.office == "counsel"]


def said() -> list[tuple[str, str, bool]]:
    return [(it.outcome, it.actor.role, it.sealed) for it in entries() if it.act == "social_media:counsel_said"]


def test_counsel_says_that_it_goes_and_the_deletion_goes_on_by_its_own_way(
    there: Offices, lawyer: make.Staffed
) -> None:
    from fileroom.people.answers import Refused

    item, wish = waits(there)
    assert isinstance(answers(there.custodian, wish.id), Refused)
    assert not isinstance(says(lawyer.by, item.id, **GOES), Refused)
    assert said() == [("goes:police_have_it", "counsel", True)] and entries()[-1].rules, "the law has decided"
    assert counsels() == [] and readable(item.record), "counsel destroys nothing"
    answers(there.custodian, wish.id)
    assert not readable(item.record)


def test_what_waits_is_looked_at_again_on_the_day_that_counsel_names(there: Offices, lawyer: make.Staffed) -> None:
    from fileroom.people.answers import Refused

    item, wish = waits(there)
    says(lawyer.by, item.id, until=SOON, **WAITS)
    assert said() == [("waits:may_find", "counsel", True)]
    assert isinstance(answers(there.custodian, wish.id), Refused)
    rounds()
    assert counsels() == [SOON], "neither a round nor another asking brings the day forward"
    asks(there, item.id, "delete")
    assert counsels() == [SOON]
    says(lawyer.by, item.id, at=AT + 10 * DAY, **GOES)
    assert counsels() == []


@pytest.mark.parametrize(
    ("word", "until"),
    [
        (WAITS, None), (WAITS, make.TODAY), (WAITS, make.TODAY + 91 * DAY), (GOES, SOON),
        ({"goes": True, "reason": "may_find"}, None), ({"goes": False, "reason": "no_use"}, SOON),
        ({"goes": True, "reason": ""}, None),
    ],
)  # fmt: skip
def test_a_word_has_its_reason_and_what_waits_its_day(
    there: Offices, lawyer: make.Staffed, word: dict[str, Any], until: date | None
) -> None:
    item, _ = waits(there)
    with pytest.raises(ValidationError):
        says(lawyer.by, item.id, until=until, **word)
    assert said() == [] and counsels() == [make.TODAY]


def test_what_waits_is_looked_at_again_by_the_laws_last_day(there: Offices, lawyer: make.Staffed) -> None:
    make.change(there.town.ana, birth_on=make.TODAY - 19 * make.YEAR + 40 * DAY)
    item, _ = waits(there)
    with pytest.raises(ValidationError, match="by 20"):
        says(lawyer.by, item.id, until=make.TODAY + 60 * DAY, **WAITS)
    says(lawyer.by, item.id, until=SOON, **WAITS)
    assert counsels() == [SOON]


def test_nobody_says_it_for_counsel_who_has_an_account(there: Offices, lawyer: make.Staffed) -> None:
    from fileroom.people.answers import Missing, Refused

    item, _ = waits(there)
    refused = says(there.custodian, item.id, **GOES)
    assert isinstance(refused, Refused)
    assert [it.rule for it in refused.decision.because] == ["casework.counsel_speaks.nobody_says_it_for_counsel"]
    for other in (there.town.teacher.by, there.town.mother.by):
        with pytest.raises(Missing):
            says(other, item.id, **GOES)
    assert said() == [] and counsels() == [make.TODAY]
    refusals = [it for it in entries() if it.act == "social_media:refused"]
    assert len(refusals) == 2 and all(it.sealed for it in refusals), "of a family nothing is asked here"


def test_where_counsel_has_no_account_who_keeps_the_file_notes_what_counsel_said(there: Offices) -> None:
    item, wish = waits(there)
    says(there.custodian, item.id, **GOES)
    answers(there.custodian, wish.id)
    assert not readable(item.record)


def test_counsel_whom_an_order_keeps_from_the_child_says_nothing(there: Offices, lawyer: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    item, _ = waits(there)
    himself = make.related("father", there.town.ana)
    make.change(himself.row, given=lawyer.row.given, family=lawyer.row.family)
    make.order(there.town.ana, himself.row)
    with pytest.raises(Missing):
        says(lawyer.by, item.id, **GOES)
    says(there.custodian, item.id, **GOES)
    assert len(said()) == 1, "another lawyer was asked, and who keeps the file notes it"


def test_who_wants_it_deleted_after_counsel_spoke_is_asked_about_anew(there: Offices, lawyer: make.Staffed) -> None:
    from fileroom.people.answers import Refused

    item, wish = waits(there)
    says(lawyer.by, item.id, **GOES)
    asks(there, item.id, "delete", there.town.mother.row.id)
    assert counsels() == [], "the same wish pressed again is none"
    later = AT + DAY
    from fileroom.programmes.social_media.counter import AtCounter, ask

    ask(uuid4(), item.id, AtCounter(None, True, "delete"), by=there.designee, at=later)
    assert len(counsels()) == 1
    assert isinstance(answers(there.custodian, wish.id), Refused) and readable(item.record)


def test_a_child_who_is_found_and_missed_again_is_another_case(there: Offices, lawyer: make.Staffed) -> None:
    from fileroom.people.answers import Refused

    item, wish = waits(there)
    says(lawyer.by, item.id, **GOES)
    found(there)
    minded_later(there, AT + DAY)
    refused = answers(there.custodian, wish.id)
    assert isinstance(refused, Refused) and counsels() == [make.TODAY]


def minded_later(there: Offices, at: Any) -> None:
    """The police miss the child again."""
    from fileroom.people.models import Circumstance

    row = Circumstance(
        student=there.town.ana, kind="missing_child_flag", from_on=at.date(), noted_by=uuid4(), entry=uuid4()
    )
    make.keep(row)


def test_a_hold_on_the_item_is_lifted_by_the_same_word_and_one_on_the_whole_file_is_not(
    there: Offices, lawyer: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.records.services import hold

    item = gathers(there.town.principal.by, there.town.ana.id)
    with district_transaction():
        whole = hold(there.town.ana.id, reason="a claim", by=None, at=AT)
        hold(there.town.ana.id, record_id=item.record, reason="a claim", by=None, at=AT)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused) and counsels() == [make.TODAY]
    with pytest.raises(ValidationError, match="all that is kept of this student"):
        says(lawyer.by, item.id, goes=True, reason="hold_over")
    says(lawyer.by, item.id, goes=False, reason="court", until=SOON)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused) and counsels() == [SOON]
    make.change(whole, lifted_at=AT)
    says(lawyer.by, item.id, goes=True, reason="hold_over")
    assert not isinstance(destroy(item.id, by=there.custodian, at=AT), Refused)


def test_pressed_twice_it_is_said_once_and_where_nothing_is_owed_nothing_is_said(
    there: Offices, lawyer: make.Staffed
) -> None:
    from fileroom.programmes.social_media.counsels_word import ForCounsel, for_counsel

    item, _ = waits(there)
    asked = for_counsel(item.id, by=lawyer.by, at=AT)
    assert isinstance(asked, ForCounsel)
    seen = asked.owed
    for _ in range(2):
        says(lawyer.by, item.id, until=SOON, seen=seen, **WAITS)
    assert len(said()) == 1 and counsels() == [SOON]
    found(there)
    rounds()
    says(lawyer.by, item.id, **GOES)
    assert len(said()) == 1


def test_the_policys_page_counts_what_counsel_said_and_what_is_late(there: Offices, lawyer: make.Staffed) -> None:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.evidence import program

    item, _ = waits(there)
    says(lawyer.by, item.id, until=SOON, **WAITS)

    def counted(days: int) -> Any:
        with district_transaction():
            return program(Asked(AT + days * DAY, 10, 365))

    line = "District counsel’s words on what is held, this school year"
    assert [it.number for it in counted(1).parts if it.says == line] == [1]
    assert "counsel has not said whether" not in counted(5).why
    assert "counsel has not said whether" in counted(12).why


def test_counsel_is_asked_the_same_day_of_what_a_hold_keeps_here_and_a_company_is_told_to_destroy(
    there: Offices, lawyer: make.Staffed
) -> None:
    """The statute has the company told all the same: a hold over its copy moves no last day by itself."""
    from fileroom.programmes.social_media.vendors import tell_vendor
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD
    from tests.programmes.social_media.test_the_companys_copy import by_company, on_hold
    from tests.programmes.social_media.test_what_is_gathered_anew import notices

    held, free = by_company(there), by_company(there)
    on_hold(there, held.record)
    rounds()
    assert shown(held.id) == [], "nobody is told of who is here"
    make.change(there.town.spell, left_on=make.TODAY - DAY, left_by="office")
    rounds()
    once = shown(held.id)
    assert len(once) == 1 and shown(free.id) == []
    rounds()
    assert shown(held.id) == once, "once"
    (notice,) = notices()
    assert isinstance(tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT), Issued)
    assert hasattr(says(lawyer.by, held.id, goes=True, reason="hold_over"), "entry")
    rounds()
    assert shown(held.id) == [], "what held it is lifted"
