"""Nothing from a student's social media comes in but under a program that runs: no form, no import, no service, no
command and no page of another room takes it, before the Board has adopted one or after."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.programmes.social_media.world import SAID, Offices, gathers, offices, proposed, running

ITEM = "social_media_information"


@pytest.fixture(params=["no_program", "proposed", "running"])
def there(town: make.Town, request: pytest.FixtureRequest) -> Offices:
    """Each road is tried with no program, with one that is proposed, and with one that runs: it is never a road."""
    it = offices(town)
    if request.param == "proposed":
        proposed(it)
    if request.param == "running":
        running(it)
    return it


def kept() -> int:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.filter(item=ITEM).count()


def test_the_offices_form_has_no_such_item(there: Offices) -> None:
    principal = browser(there.town.principal.by)
    address = f"/students/{there.town.ana.id}/file/?item={ITEM}"
    assert ITEM not in principal.get(f"/students/{there.town.ana.id}/file/").content.decode()
    principal.post(address, form(item=ITEM, **SAID))
    assert kept() == 0


@pytest.mark.parametrize("door", ["web", "api", "import"])
def test_the_service_behind_every_door_takes_none(there: Offices, door: str) -> None:
    from dataclasses import replace

    from fileroom.collection.services import Document, collect

    by = replace(there.town.principal.by, door=door)
    for given in (SAID, Document("post.txt", b"Tomorrow nobody should come.")):
        with pytest.raises(ValidationError):
            collect(there.town.ana.id, ITEM, given, by=by, at=AT)
    assert kept() == 0


def test_an_import_of_rows_takes_none(there: Offices) -> None:
    from fileroom.collection.batches import Brought, collect_many
    from fileroom.people.answers import Missing

    brought = Brought(there.town.ana.id, ITEM, dict(SAID))
    with pytest.raises(Missing):
        collect_many([brought], by=there.designee.acting_as("system"), at=AT)
    assert kept() == 0


def test_the_law_itself_keeps_it_out_of_a_batch_and_an_archive(there: Offices) -> None:
    from fileroom.collection import gate

    assert not gate.is_taken(ITEM)
    assert not gate.decide_brought(ITEM, on=make.TODAY).granted


def test_a_named_gatherer_of_a_program_that_does_not_run_is_refused_by_its_own_road(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Refused
    from fileroom.programmes.models import SocialMediaGatherer

    it = offices(town)
    program = proposed(it)
    row = SocialMediaGatherer(
        program_id=program, employee=town.principal.row, from_on=make.TODAY, named_by=uuid4(), entry=uuid4()
    )
    make.keep(row)
    assert isinstance(gathers(town.principal.by, town.ana.id), Refused)
    sent = browser(town.principal.by).post(f"/students/{town.ana.id}/social-media/", form(once=str(uuid4()), **SAID))
    assert sent.status_code == 403 and kept() == 0
    with district_transaction():
        assert SocialMediaGatherer.objects.count() == 1


def test_a_row_slipped_in_beside_the_program_turns_the_evidence_to_attention(town: make.Town) -> None:
    """Somebody with the database's own hands files one: the policy page says that no program gathered it."""
    from fileroom.collection import captures
    from fileroom.duties.states import Asked, State
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Action, Purpose, Record, RecordKind
    from fileroom.people import counsel
    from fileroom.people.facts import requester_facts, student_facts
    from fileroom.people.questions import question
    from fileroom.programmes.social_media.evidence import program

    by = town.principal.by
    with district_transaction():
        before = program(Asked(AT, 10, 365))
        who = student_facts(town.ana.id, make.TODAY)
        assert who is not None
        asked = question(
            Action.INSPECT, Purpose.SCHOOL_SAFETY, requester=requester_facts(by.account, who, make.TODAY), student=who,
            record=Record(kind=RecordKind.SOCIAL_MEDIA_INFORMATION), on=make.TODAY,
        )  # fmt: skip
        captures.file(town.ana.id, dict(SAID), counsel.decide(asked), "principal", by=by, at=AT)
        after = program(Asked(AT, 10, 365))
    assert before.state is State.RUNNING and "There is no program, and nothing can be gathered" in before.says
    assert after.state is State.ATTENTION and "no program has gathered" in after.why
