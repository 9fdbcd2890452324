"""A program comes about step by step, as the statute has it, or it does not come about; and before that nothing can be
gathered."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.social_media.world import (
    BEFORE,
    IN_SPANISH,
    WHAT_FOR,
    Offices,
    gathers,
    offices,
    proposed,
    running,
    steps,
    what_for,
)


@pytest.fixture
def there(town: make.Town) -> Offices:
    return offices(town)


def test_nothing_is_gathered_until_the_last_step_and_then_it_is(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.gatherers import name_gatherer
    from fileroom.programmes.social_media.gathering import Gathered
    from fileroom.programmes.social_media.services import Taken
    from fileroom.programmes.social_media.stages import Verb

    says = []
    program = proposed(there)
    name_gatherer(there.town.principal.row.id, by=there.designee, at=AT)
    for at, verb in enumerate((Verb.TELL_FAMILIES, Verb.HEAR, Verb.ADOPT, Verb.BEGIN)):
        no = gathers(there.town.principal.by, there.town.ana.id)
        assert isinstance(no, Refused)
        says.append(no.decision.because[0].rule)
        (done,) = steps(there, program, verb, since=BEFORE + timedelta(days=7 * at))
        assert isinstance(done, Taken)
    assert says == [
        "programmes.social_media.before_families_are_told",
        "programmes.social_media.before_the_public_is_heard",
        "programmes.social_media.before_adoption",
        "programmes.social_media.beyond_safety",
    ]
    assert isinstance(gathers(there.town.principal.by, there.town.ana.id), Gathered)


def test_comment_at_a_special_meeting_is_none(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.services import Shown, take_step
    from fileroom.programmes.social_media.stages import Verb

    program = proposed(there)
    steps(there, program, Verb.TELL_FAMILIES)
    no = take_step(program, Verb.HEAR, Shown(make.TODAY, "Special meeting", regular=False), by=there.designee, at=AT)
    assert isinstance(no, Refused)
    assert "special meeting does not do" in no.decision.says
    assert "social_media:refused" in {it.act for it in entries()}
    with pytest.raises(ValidationError, match="not the next one"):
        steps(there, program, Verb.ADOPT)


def test_only_the_superintendents_designee_takes_a_step(there: Offices) -> None:
    from fileroom.people.answers import Missing, Refused
    from fileroom.programmes.social_media.services import propose

    no = propose(uuid4(), what_for(), ["threat"], by=there.town.principal.by, at=AT)
    assert isinstance(no, Refused) and "The Superintendent or a designee gathers" in no.decision.says
    with pytest.raises(Missing):
        propose(uuid4(), what_for(), ["threat"], by=there.town.mother.by, at=AT)


def test_a_step_is_not_taken_before_the_one_it_follows(there: Offices) -> None:
    from fileroom.programmes.social_media.services import Shown, take_step
    from fileroom.programmes.social_media.stages import Verb

    program = proposed(there)
    steps(there, program, Verb.TELL_FAMILIES)
    earlier = Shown(BEFORE - timedelta(days=1), "Minutes", regular=True)
    with pytest.raises(ValidationError, match="step before this one was taken later"):
        take_step(program, Verb.HEAR, earlier, by=there.designee, at=AT)
    with pytest.raises(ValidationError, match="has not come yet"):
        take_step(program, Verb.HEAR, Shown(make.TODAY + timedelta(days=1), "x y"), by=there.designee, at=AT)


def test_a_reason_outside_the_list_and_a_second_program_are_not_taken(there: Offices) -> None:
    from fileroom.programmes.social_media.services import propose

    with pytest.raises(ValidationError, match="reason of safety"):
        propose(uuid4(), what_for(), ["threat", "dress_code"], by=there.designee, at=AT)
    proposed(there)
    with pytest.raises(ValidationError, match="a program already"):
        propose(uuid4(), what_for(), ["threat"], by=there.designee, at=AT)


def test_the_same_form_sent_twice_proposes_once(there: Offices) -> None:
    from fileroom.programmes.social_media.services import propose

    id_ = uuid4()
    for _ in range(2):
        propose(id_, what_for(), ["threat"], by=there.designee, at=AT)
    proposals = [it for it in entries() if it.act == "social_media:step"]
    assert len(proposals) == 1


def test_a_status_written_into_what_it_is_for_is_kept_out(there: Offices) -> None:
    from fileroom.programmes.social_media.services import propose

    with pytest.raises(ValidationError, match="keeps out"):
        propose(uuid4(), what_for("For the student whose SSN is 123-45-6789"), ["threat"], by=there.designee, at=AT)


def test_once_it_is_ended_nothing_more_is_gathered_and_another_can_be_proposed(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.services import Shown, take_step
    from fileroom.programmes.social_media.stages import Verb

    program = running(there)
    take_step(program, Verb.END, Shown(make.TODAY, "Board minutes"), by=there.designee, at=AT)
    no = gathers(there.town.principal.by, there.town.ana.id)
    assert isinstance(no, Refused) and no.decision.because[0].rule == "programmes.social_media.before_families_are_told"
    assert proposed(there) != program


def test_who_is_not_named_gathers_nothing_whatever_their_office(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.gatherers import end_gatherer
    from fileroom.programmes.social_media.gathering import Gathered

    running(there)
    assert isinstance(gathers(there.town.principal.by, there.town.ana.id), Gathered)
    no = gathers(there.custodian, there.town.ana.id)
    assert isinstance(no, Refused) and no.decision.because[0].rule == "programmes.social_media_limits.nobody_else"
    assert isinstance(end_gatherer(_row(), by=there.designee, at=AT), UUID)
    assert isinstance(gathers(there.town.principal.by, there.town.ana.id), Refused)


def _row() -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaGatherer

    with district_transaction():
        return SocialMediaGatherer.objects.get().id


def test_what_is_gathered_for_a_reason_the_board_did_not_adopt_is_refused(there: Offices) -> None:
    from fileroom.people.answers import Refused

    running(there)
    no = gathers(there.town.principal.by, there.town.ana.id, reason="weapon")
    assert isinstance(no, Refused) and no.decision.because[0].rule == "programmes.social_media.beyond_safety"
    with pytest.raises(ValidationError):
        gathers(there.town.principal.by, there.town.ana.id, reason="dress_code")
    with pytest.raises(ValidationError):
        gathers(there.town.principal.by, there.town.ana.id, pertains="Bad.")


def test_what_the_law_keeps_out_is_kept_out_here_too(there: Offices) -> None:
    from fileroom.collection.services import RefusedByGate

    running(there)
    no = gathers(there.town.principal.by, there.town.ana.id, said="Her social security number is 123-45-6789")
    assert isinstance(no, RefusedByGate) and no.findings


def test_what_was_typed_stays_where_the_page_asks_again(there: Offices) -> None:
    from tests.attacks.browsing import browser, form

    page = browser(there.designee)
    said = {"what_for": "To notice zyzzyva threats.", "what_for_es": "Para notar zyzzyva."}
    again = page.post("/programmes/social-media/propose/", form(**said)).content.decode()
    assert all(it in again for it in said.values())
    again = page.post("/programmes/social-media/propose/", form(what_for="x", reasons="threat")).content.decode()
    assert 'value="threat" checked' in again
    program = proposed(there)
    day = str(make.TODAY + timedelta(days=9000))
    for verb in ("tell_families", "end"):
        sent = form(verb=verb, taken_on=day, reference="Letter zyzzyva")
        again = page.post(f"/programmes/social-media/{program}/step/", sent).content.decode()
        assert again.count('value="Letter zyzzyva"') == again.count(f'value="{day}"') == 1


def test_families_who_read_spanish_read_what_it_is_for(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.notices import make_notice
    from tests.collection.orders.filing import HEAD
    from tests.letters.test_letters import text_of

    running(there)
    for language, says, other in (("es", IN_SPANISH, WHAT_FOR), ("en", WHAT_FOR, IN_SPANISH)):
        made = make_notice(language, head=HEAD, by=there.designee, at=AT)
        assert not isinstance(made, Refused)
        said = " ".join(text_of(made.pdf).split())
        assert says in said and other not in said
