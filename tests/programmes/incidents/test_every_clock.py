"""Each clock of an incident: the copy, the substitute, Board and insurer, the yearly exercise; and nothing unread."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Acquisition, Holder, Taken
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.programmes.incidents.reporting import HEAD, assesses, blocked, known, listed, owed, reports, words_written
from tests.programmes.incidents.test_told import of_a_breach, text_of

DAY = timedelta(days=1)
COPY, PLAN = "breach_copies.by_the_district", "incident_plans.follow_the_plan"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def parts(of: object) -> dict[str, date | None]:
    """What the plan owes about it, by its part."""
    from fileroom.duties.queries import about

    return {it.part: it.due for it in about("incidents", [of], at=AT) if it.rule.endswith(PLAN)}  # type: ignore[list-item]


def test_the_copy_the_board_and_the_insurer_have_the_days_of_the_district(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.services import done
    from fileroom.programmes.settings.services import say

    say(uuid4(), "incident_insurer_days", {"en": "1"}, by=office.by, at=AT)
    of = reports(town.teacher.by)
    assesses(of, office.by, known(residents=501))
    assert owed(of)[COPY] == date(2026, 11, 3)
    assert parts(of) == {"board": date(2026, 10, 22), "insurer": date(2026, 10, 20)}
    done(of, f"programmes.{PLAN}", "insurer", by=office.by, at=AT)
    assert parts(of) == {"board": date(2026, 10, 22)}, "the Board has not heard of it by the insurer's letter"
    page = words(browser(office.by).get(f"/incidents/{of}/").content.decode())
    assert "The Board is to hear of an incident" in page and "The insurer is to hear" not in page
    assesses(of, office.by, known(unauthorized=False, acquisition=Acquisition.NOT_BELIEVED))
    assert parts(of) == {}
    assesses(of, office.by)
    assert parts(of) == {"board": date(2026, 10, 22)}, "the insurer’s letter has not told the Board"


def test_a_company_has_fifteen_days_for_its_copy_from_when_it_told_the_people(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.services import done

    of = reports(town.teacher.by)
    assesses(of, office.by, known(holder=Holder.VENDOR_FOR_ITSELF, residents=501))
    assert owed(of)["breach_copies.by_a_business"] is None
    done(of, "programmes.breaches.by_a_business", by=office.by, at=AT + 2 * DAY)
    assert owed(of)["breach_copies.by_a_business"] == date(2026, 11, 5)


def test_a_substitute_notice_has_a_day_and_a_text_in_both_languages_that_names_nobody(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.people import papers_of
    from fileroom.programmes.incidents.sending import sample_copy, substitute, substitute_text
    from fileroom.records.issuing import Issued

    of = of_a_breach(town, office)
    with pytest.raises(ValidationError, match="Ask first whether the law"):
        substitute_text(of, head=HEAD, by=office.by, at=AT)
    substitute(of, cost=None, lacking=True, head=HEAD, by=office.by, at=AT)
    assert owed(of)["breach_notice_ways.substitute_notice_in_full"] == date(2026, 11, 28)
    made = substitute_text(of, head=HEAD, by=office.by, at=AT)
    assert isinstance(made, tuple) and all(isinstance(it, Issued) for it in made)
    english, spanish = (text_of(it.pdf) for it in made)
    for said in ("Notice of Data Breach", "in place of a letter", "What Happened", "medical information"):
        assert said in english, said
    assert "en lugar de una carta" in spanish and "información médica" in spanish
    assert "Torres" not in english + spanish
    copies = sample_copy(of, head=HEAD, by=office.by, at=AT)
    assert isinstance(copies, tuple) and "Esta es una muestra" in text_of(copies[1].pdf)
    with district_transaction():
        papers = [(kind, language) for _, kind, language, _ in papers_of(of)]
    assert papers.count(("breach_substitute", "es")) == 1


def test_the_next_exercise_is_owed_from_the_last_and_done_by_its_record(town: make.Town, office: make.Staffed) -> None:
    from fileroom.duties.queries import of_room
    from fileroom.programmes.incidents import desk
    from fileroom.programmes.incidents.closing import close
    from fileroom.programmes.incidents.exercises import learn, owe_the_next
    from fileroom.programmes.settings.services import say

    assert owe_the_next(at=AT) == date(2026, 11, 18), "none was ever held"
    assert owe_the_next(at=AT + DAY) is None
    assert "An incident is to be exercised" in words(browser(office.by).get("/").content.decode())
    of = reports(office.by, exercise=True, systems=("fileroom",))
    assesses(of, office.by, systems=("fileroom",))
    desk.read(of, by=office.by, at=AT)
    learn(uuid4(), of, "Nobody knew where the lists lie.", by=office.by, at=AT)
    close(of, by=office.by, at=AT)
    assert of_room("exercises", at=AT) == []
    assert owe_the_next(at=AT + DAY) == date(2027, 10, 19)
    say(uuid4(), "incident_exercise_days", {"en": "180"}, by=office.by, at=AT)
    assert owe_the_next(at=AT + DAY) == date(2027, 4, 17)
    (one,) = of_room("exercises", at=AT + 200 * DAY)
    assert one.late


def test_it_stays_open_while_a_file_or_a_row_is_unread(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.endings import spare_row
    from fileroom.programmes.incidents.people import people

    of = reports(town.teacher.by, systems=("files",))
    assesses(of, office.by, known(files=None))
    assert any("how many files were in reach" in it for it in blocked(of, office.by))
    with pytest.raises(ValidationError, match="No more files"):
        assesses(of, office.by, known(files=2, files_read=3))
    assesses(of, office.by, known(files=3, files_read=2))
    assert any("lie unread" in it and "(1)" in it for it in blocked(of, office.by))
    words_written(of, office.by)
    listed(of, office.by, "student id\nSIS-unknown\n")
    assert any("nobody has opened and read them (1)" in it for it in blocked(of, office.by))
    (lost,) = people(of, by=office.by, at=AT).lost
    with pytest.raises(ValidationError, match="Open first"):
        spare_row(of, lost.id, by=office.by, at=AT)
    people(of, by=office.by, at=AT, opened=True)
    spare_row(of, lost.id, by=office.by, at=AT)
    assesses(of, office.by, known(files=3, files_read=3))
    assert not any("read" in it and ("file" in it or "Rows" in it) for it in blocked(of, office.by))


def test_nothing_ends_what_nobody_has_read_and_a_list_is_read_once_its_last_row_was_shown(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents import by_hand, endings, people
    from fileroom.programmes.models import IncidentList

    monkeypatch.setattr(people, "MOST", 1)
    ids, grades = (town.ana.id, "SIS-first", "SIS-second"), (Taken.FULL_NAME, Taken.GRADES)
    of = of_a_breach(town, office, ids=ids, data=grades)
    first = people.people(of, by=office.by, at=AT).lost[0].id
    with pytest.raises(ValidationError, match="Open first"):
        by_hand.handed_over(of, first, head=HEAD, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="Open first"):
        endings.spare_all(of, by=office.by, at=AT)
    desk, here, unread = browser(office.by), f"/incidents/{of}/people/", "nobody has opened and read them"
    page = desk.post(here, form()).content.decode()
    assert "SIS-first" in page and "SIS-second" not in page and "Open the next rows" in page
    assert unread in " ".join(blocked(of, office.by))
    assert "SIS-second" in desk.post(here, form(after=str(first))).content.decode()
    assert unread not in " ".join(blocked(of, office.by))
    endings.spare_all(of, by=office.by, at=AT)
    with district_transaction():  # as it was left before a row had to be read first
        IncidentList.objects.filter(incident=of).update(opened_at=None)
    page = words(desk.get(here).content.decode())
    assert "Nobody has opened and read what was settled" in page and "Open what the rows say" in page
    page = desk.post(here, form()).content.decode()
    assert "SIS-first" in page and "Settled already" in page and "not_ours" not in page
    desk.post(here, form(after=str(first)))
    assert unread not in " ".join(blocked(of, office.by))


def test_a_list_that_comes_in_between_two_pages_of_another_is_not_read_by_them(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import people

    monkeypatch.setattr(people, "MOST", 1)
    of = of_a_breach(town, office, ids=("SIS-first", "SIS-second"), data=(Taken.FULL_NAME, Taken.GRADES))

    def opens(after: object = None) -> list[tuple[object, str]]:
        shown = people.people(of, by=office.by, at=AT, opened=True, after=after)  # type: ignore[arg-type]
        return [(it.id, it.says) for it in shown.lost]

    (first, _) = opens()[0]
    for number in range(4):  # whichever ids chance gives them
        listed(of, office.by, f"student id\nSIS-later-{number}\n", at=AT + DAY)
    (last, says) = opens(first)[0]
    assert "SIS-second" in says
    assert any("nobody has opened and read them (4)" in it for it in blocked(of, office.by))
    for left in (3, 2, 1):
        ((last, says),) = opens(last)
        assert "later" in says
        assert any(f"nobody has opened and read them ({left})" in it for it in blocked(of, office.by))
    ((last, _),) = opens(last)
    assert not any("nobody has opened" in it for it in blocked(of, office.by))


def test_where_nothing_is_shown_nothing_is_read(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.people import people

    of = of_a_breach(town, office, ids=("SIS-first", "SIS-second"), data=(Taken.FULL_NAME, Taken.GRADES))
    (_, last) = people(of, by=office.by, at=AT).lost
    assert not people(of, by=office.by, at=AT, opened=True, after=last.id).lost
    assert any("nobody has opened and read them (1)" in it for it in blocked(of, office.by))


def test_the_boards_day_is_counted_from_when_the_plan_first_applied_whatever_was_said_since(
    town: make.Town, office: make.Staffed
) -> None:
    of = reports(town.teacher.by)
    assesses(of, office.by)
    first = parts(of)
    assesses(of, office.by, known(unauthorized=False, acquisition=Acquisition.NOT_BELIEVED), at=AT + 3 * DAY)
    assert parts(of) == {}
    assesses(of, office.by, at=AT + 5 * DAY)
    assert parts(of) == first


def test_what_is_late_as_soon_as_it_is_kept_turns_the_policys_page_on_the_next_day(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.evidence import register

    def why(at: Any) -> str:
        with district_transaction():
            return register(Asked(at, 10, 365)).why

    of = reports(town.teacher.by, noticed_at=AT - 60 * DAY)
    assesses(of, office.by, known(holder=Holder.VENDOR_FOR_ITSELF, residents=501))
    assert owed(of)["breaches.by_a_business"] < make.TODAY  # type: ignore[operator]
    assert "overdue" not in why(AT), "whoever is being looked into reads that page too"
    assert "1 duty of an incident is overdue" in why(AT + DAY)
