"""A copy goes out within the limits of its grant: what the program can keep it keeps, the rest a person confirms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from fileroom.disclosure.shown import Everything
from fileroom.law import Decision, Outcome
from fileroom.law.codes import Limit
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, entry, filed
from tests.disclosure.releases import ORDER, RATING, consent, hands_over, opened_of, proposes

if TYPE_CHECKING:
    from fileroom.disclosure.limits import Within
    from fileroom.disclosure.shown import Shown

pytestmark = pytest.mark.usefixtures("installation")
SCOPE, THREE = Limit.SCOPE_OF_THE_ORDER, Limit.THREE_FIELDS_ONLY
CARD = {"telephone": "559 555 0101", "mobile": "559 555 0102", "email": "ana@example.org"}


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "Only for the court.")


def bounds(
    *limits: Limit, item: str = RATING, has_fields: bool = True, shown: Shown | None = None, of_another: bool = False
) -> Within:
    """The limits of a grant that says just these."""
    from fileroom.disclosure.limits import within

    granted = Decision(Outcome.MAY, "", (), limits=tuple(limit.value for limit in limits))
    return within(granted, item, has_fields=has_fields, shown=shown, awaits_card=False, of_another=of_another)


def acts(since: int) -> list[tuple[str, str, str, bool]]:
    """Act, part, outcome and seal of each entry since then."""
    return [(it.act.value, it.part, it.outcome, it.sealed) for it in entries()[since:]]


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give every grant at the release these limits beside its own."""
    from fileroom.people import counsel

    lawful = counsel.decide

    def limit(*limits: Limit) -> None:
        def decide(question: Any) -> Decision:
            given = lawful(question)
            return replace(given, limits=(*given.limits, *(it.value for it in limits)))

        monkeypatch.setattr("fileroom.disclosure.releasing.counsel.decide", decide)

    return limit


@pytest.mark.parametrize("limit", Limit)
def test_no_limit_of_the_law_is_let_pass_in_silence(limit: Limit) -> None:
    it = bounds(limit)
    assert it.shut or it.kept or it.to_confirm


@pytest.mark.parametrize(
    "limit",
    sorted(
        set(Limit)
        - {
            SCOPE, THREE, Limit.RECORDS_NAMED_IN_THE_CONSENT, Limit.PERMANENT_RECORD_ONLY, Limit.FIXED_LIST_ONLY,
            Limit.RELEVANT_RECORDS_ONLY, Limit.ONLY_WHAT_THE_PURPOSE_NEEDS, Limit.OTHER_STUDENTS_REDACTED,
            Limit.ADDRESS_AND_SCHEDULE_WITHHELD,
        }
    ),
)  # fmt: skip
def test_what_nothing_here_keeps_lets_no_copy_out(limit: Limit) -> None:
    assert bounds(limit, Limit.RELEVANT_RECORDS_ONLY).shut == (limit,)


def test_a_paper_that_does_not_name_the_record_shuts_it_in(town: make.Town) -> None:
    named = Limit.RECORDS_NAMED_IN_THE_CONSENT
    for limit, shown, reaches in (
        (named, consent(town), True),
        (named, consent(town, records=("legal_name",)), False),
        (named, consent(town, records=None), False),
        (named, ORDER, False),
        (named, None, False),
        (SCOPE, ORDER, True),
        (SCOPE, replace(ORDER, records=Everything.RECORDS), True),
        (SCOPE, replace(ORDER, records=("legal_name",)), False),
        (SCOPE, consent(town), False),
    ):
        it = bounds(limit, shown=shown)
        assert (it.kept, it.shut) == (((limit,), ()) if reaches else ((), (limit,)))


def test_of_three_fields_only_those_go_and_of_a_record_without_them_nothing() -> None:
    from fileroom.records.contents import Contents

    card = Contents.structured(CARD)
    assert bounds(THREE, item="contact_and_household").cut(card).fields == {"telephone": "559 555 0101"}
    assert bounds(THREE, item="contact_and_household", of_another=True).shut == (THREE,)
    name = Contents.structured({"given": "Ana", "family": "Torres"})
    assert bounds(THREE, item="legal_name").cut(name).fields == name.fields
    assert bounds(THREE, item="legal_name", has_fields=False).shut == (THREE,)
    assert bounds(THREE, item=RATING).shut == (THREE,)
    assert bounds(THREE, item="parent_name_and_address").shut == (THREE,)  # the student's, not a parent's


def test_an_address_is_left_out_by_field_and_in_writing_a_person_looks() -> None:
    from fileroom.records.contents import Contents

    limit = Limit.ADDRESS_AND_SCHEDULE_WITHHELD
    home = Contents.structured({"name": "Rosa Torres", "street": "1 Elm", "city": "Fresno", "postal_code": "93650"})
    it = bounds(limit, item="parent_name_and_address")
    assert it.cut(home).fields == {"name": "Rosa Torres"}
    assert (it.kept, it.to_confirm) == ((limit,), (limit,))
    document = Contents.document(b"at 1 Elm", "text/plain")
    it = bounds(limit, item="health", has_fields=False)
    assert (it.cut(document), it.kept, it.to_confirm) == (document, (), (limit,))


def test_the_permanent_record_alone_is_told_by_the_class() -> None:
    limit = Limit.PERMANENT_RECORD_ONLY
    assert bounds(limit, item="legal_name").kept == (limit,)
    for item in ("health", RATING, "contact_and_household"):
        assert bounds(limit, item=item).shut == (limit,)


def test_what_a_person_has_to_confirm_holds_the_copy_until_they_have(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Bounded, Released

    before = len(entries())
    held = hands_over(town.registrar.by, record, ORDER, confirmed=())
    assert isinstance(held, Bounded)
    assert (held.unconfirmed, held.within.kept) == ((SCOPE,), (SCOPE,))
    assert acts(before) == [("disclosure:answered", RATING, "unconfirmed", False)]
    assert opened_of(record) == []
    wrong = hands_over(town.registrar.by, record, ORDER, confirmed=set(Limit) - {SCOPE})
    assert isinstance(wrong, Bounded)
    before = len(entries())
    done = hands_over(town.registrar.by, record, ORDER, confirmed=(SCOPE,))
    assert isinstance(done, Released)
    said = acts(before)
    assert sorted(said) == [
        ("limit:confirmed", SCOPE.value, "must", False), ("record:released", RATING, "must", False),
    ]  # fmt: skip
    (confirmed,) = (it for it in entries()[before:] if it.act == "limit:confirmed")
    assert (confirmed.actor.account, confirmed.record) == (town.registrar.by.account.id, record)
    assert confirmed.student == entry(done.entry).student


def test_what_is_confirmed_under_an_order_to_tell_nobody_is_told_nobody(town: make.Town, record: UUID) -> None:
    before = len(entries())
    hands_over(town.registrar.by, record, replace(ORDER, nondisclosure=True, family_told_on=None))
    assert {(act, sealed) for act, _, _, sealed in acts(before)} == {
        ("limit:confirmed", True), ("record:released", True),
    }  # fmt: skip


def test_a_limit_that_no_copy_keeps_is_answered_before_and_refused_at_the_hand_over(
    town: make.Town, record: UUID, limited: Any
) -> None:
    from fileroom.disclosure.releasing import Bounded

    limited(Limit.VIEW_ONLY)
    before = len(entries())
    asked = proposes(town.registrar.by, record, ORDER)
    assert (asked.ready, asked.within.shut) == (False, (Limit.VIEW_ONLY,))
    done = hands_over(town.registrar.by, record, ORDER)
    assert isinstance(done, Bounded)
    assert acts(before) == [("disclosure:answered", RATING, "beyond_its_limits", False)] * 2
    assert opened_of(record) == []


def test_only_the_fields_of_the_limit_leave_the_shelf(town: make.Town, limited: Any) -> None:
    from fileroom.collection.services import Collected, collect
    from fileroom.disclosure.releasing import Released

    filed_ = collect(town.ana.id, "contact_and_household", CARD, by=town.registrar.by, at=AT)
    assert isinstance(filed_, Collected)
    limited(THREE)
    order = replace(ORDER, records=Everything.RECORDS)
    done = hands_over(town.registrar.by, filed_.record, order)
    assert isinstance(done, Released)
    assert set(done.contents.fields) == {"telephone"}
    assert b"ana@example.org" not in done.contents.body


def test_whoever_gets_the_three_gets_of_a_card_what_a_list_would_give_and_nothing_of_a_contacts_own(
    town: make.Town, limited: Any
) -> None:
    """A mobile telephone is one person's, and the card of a household does not say whose."""
    from fileroom.collection.services import Collected, collect
    from fileroom.disclosure.releasing import Bounded, Released

    def card(about: UUID | None = None) -> UUID:
        filed_ = collect(town.ana.id, "contact_and_household", CARD, by=town.registrar.by, at=AT, about=about)
        assert isinstance(filed_, Collected)
        return filed_.record

    limited(THREE)
    order = replace(ORDER, records=Everything.RECORDS)
    household, mothers = card(), card(town.mother.row.id)
    done = hands_over(town.registrar.by, household, order)
    assert isinstance(done, Released)
    assert b"0102" not in done.contents.body and b"0101" in done.contents.body
    held = hands_over(town.registrar.by, mothers, order)
    assert isinstance(held, Bounded) and held.within.shut == (THREE,)
    assert opened_of(mothers) == []


def test_of_two_posts_of_one_form_what_was_confirmed_is_noted_once(town: make.Town, record: UUID) -> None:
    from uuid import uuid4

    once, before = uuid4(), len(entries())
    for _ in range(2):
        hands_over(town.registrar.by, record, ORDER, once=once)
    assert [act for act, *_ in acts(before)].count("limit:confirmed") == 1
