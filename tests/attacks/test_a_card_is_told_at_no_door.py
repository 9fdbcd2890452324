"""That a family has a Safe at Home card is told at no door of somebody who looks: on a page, by a program, where a
training is lacking, or at the counter in front of the other parent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.api.programs import Program, program
from tests.attacks.browsing import browser, without_ids, words
from tests.collection.cards import carded
from tests.disclosure.asking import filed
from tests.disclosure.gated import sets

HINTS = ("substitute", "safe at home", "safe_at_home", "where the family lives", "6207")
# What whoever keeps the file is told, as every other page of theirs, stands beside (test_where_a_family_lives).


def hints(answer: Any) -> list[str]:
    body = answer.content.decode().casefold()
    text = words(body) if answer["Content-Type"].startswith("text/html") else body
    return [it for it in HINTS if it in without_ids(text)]


@pytest.fixture(params=["entered", "awaited"])
def home(district: str, request: pytest.FixtureRequest) -> carded.Household:
    """A family whose card is entered, or still awaited."""
    from tests.disclosure.directory.test_who_is_on_a_list import minded

    of = carded.household()
    if request.param == "entered":
        carded.entered(of)
    else:
        minded(of.town.ana, "safe_at_home")
    return of


def test_on_no_page_of_a_teacher_or_a_clerk(home: carded.Household) -> None:
    town = home.town
    record, ana = filed(home.keeper, town.ana), f"/students/{town.ana.id}/"
    for by in (town.teacher.by, town.registrar.by):
        client = browser(by)
        answers = [client.get(it) for it in (ana, f"/records/{record}/", f"{ana}looked/")]
        assert [it for answer in answers for it in hints(answer)] == []
        assert answers[1].status_code == 200
    asker = f"contact-{home.father.row.id}"
    for sent in ({"asker": asker}, {"asker": asker, "identity_checked": "yes"}):
        counter = browser(town.registrar.by).post(ana, sent)
        assert (counter.status_code, hints(counter)) == (200, [])


def test_not_where_a_training_is_lacking(home: carded.Household) -> None:
    record = filed(home.keeper, home.town.ana)
    sets(make.staffed("administrator", "administrator", None))
    for road in (f"/records/{record}/", f"/records/{record}/document/"):
        page = browser(home.town.teacher.by).get(road)
        assert (page.status_code, hints(page)) == (403, [])
    assert hints(program(home.town.teacher).work(f"/records/{record}")) == []


def test_on_no_page_of_a_family(home: carded.Household) -> None:
    record, unsaid = filed(home.keeper, home.town.ana), filed(home.keeper, home.town.ana, "Works.", others=None)
    client = browser(home.father.by)
    roads = (f"/family/{home.town.ana.id}/", f"/family/records/{record}/", f"/family/records/{unsaid}/")
    assert [it for road in roads for it in hints(client.get(road))] == []


def test_to_no_program(home: carded.Household) -> None:
    town, asks = home.town, program(home.town.registrar)
    record, address = filed(home.keeper, town.ana), own_address(home)
    answers = {
        road: asks.work(road) for road in (
            f"/students/{town.ana.id}", f"/students/{town.ana.id}/contacts", f"/students/{town.ana.id}/log",
            f"/records/{record}", f"/records/{address}",
        )
    }  # fmt: skip
    answers["filed"] = asks.files(town.ana.id)
    answers["card"] = files_a_telephone_card(asks, town.ana.id)
    assert [(road, it) for road, answer in answers.items() for it in hints(answer)] == []
    assert {it.status_code for it in answers.values()} <= {200, 201, 403}


def own_address(home: carded.Household) -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.get(student=home.town.ana, item="student_address").id


def files_a_telephone_card(asks: Program, student: UUID) -> Any:
    """A record of which the law says what address to write."""
    body = {"item": "contact_and_household", "fields": {"mobile": "(559) 555-0199"}}
    return asks.post(f"/students/{student}/records?purpose=enrolment", body, once="a" * 32)


def test_a_release_still_says_it_to_whoever_hands_the_copy_over(home: carded.Household) -> None:
    from fileroom.law.facts import Purpose
    from tests.disclosure.releases import consent, duties, hands_over

    record = filed(home.keeper, home.town.ana)
    done = hands_over(home.keeper, record, consent(home.town), purpose=Purpose.LITIGATION)
    assert "give_substitute_address" in duties(done)
