"""One verb destroys: key gone, leaf in the ledger, stub left, nothing else touched; a hold is an answer, no error."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.programmes.social_media.world import Offices, gathers, offices, readable, running


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def disposes(record: UUID, by: object) -> object:
    from fileroom.programmes.social_media.asking import for_its_end
    from fileroom.retention.services import dispose

    return dispose(record, by=for_its_end(by), at=AT)  # type: ignore[arg-type]


def test_what_goes_leaves_a_leaf_and_a_stub_and_no_key_and_nothing_else_is_touched(there: Offices) -> None:
    from fileroom.disclosure.services import inspect
    from fileroom.hosting import current_district, district_transaction
    from fileroom.people.answers import Missing
    from fileroom.records.models import Version
    from fileroom.retention.services import Disposed
    from fileroom.seal.store import key_store

    beside = filed(there.town.registrar.by, there.town.ana)
    other = gathers(there.town.principal.by, there.town.ana.id)
    item = gathers(there.town.principal.by, there.town.ana.id)
    done = disposes(item.record, there.custodian)
    assert isinstance(done, Disposed)
    (leaf,) = [it for it in entries() if it.act == "record:shredded"]
    assert (leaf.record, leaf.student) == (item.record, there.town.ana.id)
    with district_transaction():
        stub = Version.objects.get(record_id=item.record)
        gone = dict(key_store().shreds(current_district()))
    assert leaf.part == f"social_media_information/{stub.data_key}"
    assert stub.shredded_at == AT and stub.destruction == leaf.id and stub.data_key in gone
    assert set(gone) == {stub.data_key}, "one key went, and no other"
    with pytest.raises(Missing):
        inspect(item.record, by=there.custodian, at=AT)
    assert readable(beside) and readable(other.record)


@pytest.mark.parametrize("reason", ["litigation", "open_request"])
def test_a_hold_and_an_open_request_are_refusals_that_the_ledger_has(there: Offices, reason: str) -> None:
    from fileroom.people.answers import Refused
    from fileroom.records.services import hold

    item = gathers(there.town.principal.by, there.town.ana.id)
    hold(there.town.ana.id, reason=reason, by=None, at=AT)
    no = disposes(item.record, there.custodian)
    assert isinstance(no, Refused)
    asked = "while_a_request_is_open" if reason == "open_request" else "while_on_hold"
    assert no.decision.because[0].rule == f"retention.holds.{asked}"
    assert "disposal:refused" in {it.act for it in entries()} and readable(item.record)


def test_a_hold_over_another_record_does_not_keep_this_one(there: Offices) -> None:
    from fileroom.records.services import hold
    from fileroom.retention.services import Disposed

    beside = filed(there.town.registrar.by, there.town.ana)
    item = gathers(there.town.principal.by, there.town.ana.id)
    hold(there.town.ana.id, record_id=beside, reason="litigation", by=None, at=AT)
    assert isinstance(disposes(item.record, there.custodian), Disposed)


def test_an_ordinary_record_does_not_go_by_it_before_the_law_lets_it(there: Offices) -> None:
    from fileroom.people.answers import Refused

    rating = filed(there.town.registrar.by, there.town.ana)
    assert isinstance(disposes(rating, there.custodian), Refused)
    assert readable(rating)


def test_nobody_destroys_who_does_not_keep_the_records(there: Offices) -> None:
    from fileroom.people.answers import Missing, Refused

    item = gathers(there.town.principal.by, there.town.ana.id)
    for by in (there.town.teacher.by, there.town.registrar.by):
        assert isinstance(disposes(item.record, by), Refused)
    with pytest.raises(Missing):  # a parent may ask that it goes, and destroys nothing
        disposes(item.record, there.town.mother.by)
    assert readable(item.record)


def test_what_is_not_there_or_gone_already_is_missing(there: Offices) -> None:
    from fileroom.people.answers import Missing

    item = gathers(there.town.principal.by, there.town.ana.id)
    disposes(item.record, there.custodian)
    for record in (item.record, uuid4()):
        with pytest.raises(Missing):
            disposes(record, there.custodian)


def test_a_destruction_that_fails_half_way_destroys_nothing(there: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """The leaf, the stub and the item's own row stand together, or none does."""
    from fileroom.programmes.social_media import disposing

    item = gathers(there.town.principal.by, there.town.ana.id)
    before = len(entries())

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("fileroom.duties.services.discharge", breaks)
    with pytest.raises(RuntimeError):
        disposing.destroy(item.id, by=there.custodian, at=AT)
    assert readable(item.record) and len(entries()) == before
