"""One act leaves one line: its steps stand under the line that let the person in, and nobody is let in without one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.law.facts import Purpose
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.web.test_release_page import consent


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


class Desk:
    """The pages of one account, and the open log's lines that each act on them leaves."""

    def __init__(self, by: Any, student: UUID) -> None:
        self.pages, self.file, self.seen = browser(by), f"/students/{student}/", len(entries())

    def lines(self) -> list[str]:
        """The acts noted since this was last asked, sealed ones too."""
        noted = entries()[self.seen :]
        self.seen += len(noted)
        return [it.act.value for it in noted]

    def gets(self, *addresses: str) -> list[str]:
        for address in addresses:
            assert self.pages.get(address).status_code == 200, address
        return self.lines()

    def posts(self, address: str, given: dict[str, Any]) -> list[str]:
        assert self.pages.post(address, given).status_code == 200, address
        return self.lines()


@pytest.fixture
def desk(town: make.Town, record: UUID) -> Desk:
    """The registrar's, who has just opened Ana's file."""
    desk = Desk(town.registrar.by, town.ana.id)
    assert desk.gets(desk.file) == ["file:opened"]
    return desk


def test_a_record_opened_from_the_file_leaves_its_own_line(desk: Desk, record: UUID) -> None:
    assert desk.gets(f"/records/{record}/") == ["record:inspected"]


def test_the_file_seen_again_is_another_look(desk: Desk) -> None:
    assert desk.gets(desk.file) == ["file:opened"]
    assert desk.gets(f"{desk.file}people/") == ["file:opened"]


def test_filing_leaves_the_filing(desk: Desk) -> None:
    item = "counsellor_or_teacher_rating"
    assert desk.gets(f"{desk.file}file/", f"{desk.file}file/?item={item}") == []
    given = form(item=item, observed_on="2026-10-01", text="Helps.", signed_by="T. Abara", others="nobody")
    assert desk.posts(f"{desk.file}file/", given) == ["record:collected"]


def test_a_copy_leaves_who_asked_and_who_received(desk: Desk, record: UUID, town: make.Town) -> None:
    address = f"/records/{record}/release/"
    assert desk.gets(address) == []
    assert desk.posts(address, consent(town)) == ["disclosure:answered"]
    assert desk.posts(address, form(**consent(town, step="hand_over"))) == ["record:released"]


def test_a_claim_that_was_checked_leaves_the_word_and_the_page_that_shows_it_nothing(town: make.Town) -> None:
    claims = make.related("claims", town.ana, verified=False)
    assert claims.relation is not None
    desk = Desk(town.principal.by, town.ana.id)
    assert desk.gets(f"{desk.file}people/") == ["file:opened"]
    given = {"method": "birth_record", "seen_on": "2026-10-01"}
    done = desk.pages.post(f"/relationships/{claims.relation.id}/verify/", given)
    assert (done.status_code, desk.gets(done["Location"])) == (302, ["rights:verified"])
    assert Desk(town.registrar.by, town.ana.id).gets(done["Location"]) == ["file:opened"]


def test_another_lane_is_the_same_look_and_an_answer_at_the_counter_is_the_answer(desk: Desk, town: make.Town) -> None:
    assert desk.gets(f"{desk.file}?lane=records", f"{desk.file}?lane=views&most=400") == []
    assert desk.posts(desk.file, {"asker": f"contact-{town.mother.row.id}"}) == ["disclosure:answered"]


def test_an_address_alone_says_of_nobody_that_they_asked(desk: Desk, town: make.Town) -> None:
    asks = f"asker=contact-{town.mother.row.id}"
    assert desk.gets(f"{desk.file}?{asks}", f"{desk.file}?{asks}&identity_checked=yes") == []
    pages = browser(town.registrar.by, csrf=True)
    assert pages.post(desk.file, {"asker": f"contact-{town.mother.row.id}"}).status_code == 403


def test_showing_the_date_of_birth_leaves_that_it_was_shown(desk: Desk) -> None:
    assert desk.posts(f"{desk.file}birth-date/", {}) == ["record:inspected"]


def test_reading_the_list_leaves_the_reading_and_turning_its_pages_nothing(town: make.Town, record: UUID) -> None:
    desk = Desk(town.principal.by, town.ana.id)
    assert desk.gets(f"{desk.file}looked/") == ["log:viewed"]
    (oldest,) = (it.id for it in entries() if it.act == "record:collected")
    assert desk.gets(f"{desk.file}looked/?newer={oldest}") == []
    assert desk.gets(f"{desk.file}sealed/") == ["log:viewed"]
    (sealed,) = (it.id for it in entries() if it.sealed)
    assert desk.gets(f"{desk.file}sealed/?newer={sealed}") == []
    mother = Desk(town.mother.by, town.ana.id)
    looked = f"/family/{town.ana.id}/looked/"
    assert mother.gets(looked, f"{looked}?newer={oldest}", looked) == ["log:viewed", "log:viewed"]


def test_an_address_that_names_no_entry_of_the_list_opens_its_first_page_with_a_line(
    town: make.Town, record: UUID
) -> None:
    browser(make.related("victor", town.ana, verified=False).by).get(f"/family/{town.ana.id}/")
    of_ben = filed(town.registrar.by, town.ben)
    (elsewhere,) = (it.id for it in entries() if it.record == of_ben)
    (sealed,) = (it.id for it in entries() if it.sealed)
    mother, looked = Desk(town.mother.by, town.ana.id), f"/family/{town.ana.id}/looked/"
    assert mother.gets(looked) == ["log:viewed"]
    for nowhere in (uuid4(), elsewhere, sealed):
        assert mother.gets(f"{looked}?older={nowhere}") == ["log:viewed"], nowhere


@pytest.mark.parametrize(
    "step", ["file/", "file/?item=contact_and_household", "?lane=records"], ids=["catalogue", "form", "lane"]
)
def test_a_step_by_which_somebody_comes_in_is_a_look_with_its_line(town: make.Town, record: UUID, step: str) -> None:
    desk = Desk(town.registrar.by, town.ana.id)
    assert desk.gets(f"{desk.file}{step}", f"{desk.file}{step}") == ["file:opened"]
    release = Desk(town.principal.by, town.ana.id)
    assert release.gets(f"/records/{record}/release/") == ["file:opened"]


def steps(town: make.Town, by: Any, *, seconds: int = 0, who: Any = None) -> bool:
    """A step of the file, so long after AT: does it leave a line?"""
    from fileroom.disclosure.services import open_file

    before = len(entries())
    opened = open_file((who or town.ana).id, by=by, at=AT + timedelta(seconds=seconds), step=True)
    assert opened.decision.granted
    return len(entries()) > before


def test_a_sitting_lasts_ten_minutes_from_the_line_that_let_them_in(town: make.Town) -> None:
    assert steps(town, town.registrar.by)
    assert not steps(town, town.registrar.by, seconds=600)
    assert steps(town, town.registrar.by, seconds=601)


def test_anothers_line_another_file_and_another_purpose_let_nobody_in(town: make.Town) -> None:
    assert steps(town, town.registrar.by)
    assert steps(town, town.principal.by)
    assert steps(town, town.registrar.by, who=town.ben)
    assert steps(town, make.signed_in(town.registrar.by.account, stated=Purpose.CORRECTION))


def test_a_line_of_the_list_of_a_family_s_files_lets_nobody_into_one(town: make.Town) -> None:
    from fileroom.disclosure.families import my_files

    my_files(by=town.mother.by, at=AT)
    assert steps(town, town.mother.by)


def test_the_law_is_asked_at_every_step_and_a_refusal_is_an_entry(town: make.Town, record: UUID) -> None:
    desk = Desk(town.registrar.by, town.ana.id)
    desk.gets(desk.file)
    make.change(town.registrar.role, to_on=make.TODAY - timedelta(days=1))
    for _ in range(2):
        assert desk.pages.get(f"{desk.file}file/").status_code in (403, 404)
        assert desk.lines() == ["disclosure:refused"]


def lines_of(town: make.Town) -> list[str]:
    """The lines of the mother's list, as she reads them."""
    page = browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode()
    return [words(it.partition("</time>")[2].partition("</li>")[0]) for it in page.split('<li class="seen')[1:]]


def test_what_one_person_did_alike_on_one_day_is_one_line_of_the_familys_list(desk: Desk, town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    for _ in range(2):
        desk.gets(f"/records/{record}/", desk.file)
    said = [it for it in lines_of(town) if "The school office" in it and "Filed" not in it]
    assert [it.partition(" For the")[0] for it in said] == [
        "The school office Opened the list of records 3 times",
        "The school office Saw a record: Objective counsellor or teacher rating 2 times",
    ]


def test_two_people_of_one_role_are_two_lines(town: make.Town, record: UUID) -> None:
    other = make.staffed("other", "registrar", town.school)
    for by in (town.registrar.by, other.by, town.registrar.by):
        browser(by).get(f"/records/{record}/")
    said = [it for it in lines_of(town) if "Saw a record" in it]
    assert [" 2 times" in it for it in said] == [True, False]


def test_every_entry_is_counted_however_few_the_lines_are(town: make.Town, record: UUID) -> None:
    from fileroom.ledger import services as ledger

    for _ in range(3):
        browser(town.registrar.by).get(f"/records/{record}/")
    page = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "4 entries." in page
    ledger.sequence(at=AT)
    assert ledger.export(town.ana.id).count("record:inspected") == 3


def test_an_act_of_two_forms_at_one_moment_is_noted_for_each(town: make.Town) -> None:
    """A line stands for steps, never for an act: two records filed in one sitting are two lines."""
    desk = Desk(town.registrar.by, town.ana.id)
    desk.gets(desk.file)
    given = {"item": "student_address", "street": "1 Elm", "city": "Alder Creek", "postal_code": "93600"}
    for _ in range(2):
        assert desk.posts(f"{desk.file}file/", {"once": str(uuid4()), **given}) == ["record:collected"]
