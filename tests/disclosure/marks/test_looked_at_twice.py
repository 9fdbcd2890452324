"""A copy of what may show a family's status leaves with a reason or after a second look, and the family sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries, looks
from tests.disclosure.marks.marked import BORN, WHY, asks, born, by_order, goes, typed, waiting
from tests.disclosure.releases import DANA, opened_of


@pytest.fixture
def record(town: make.Town) -> UUID:
    return born(town)


def test_what_nothing_compels_stays_until_another_person_has_looked_and_then_goes_once(
    town: make.Town, record: UUID
) -> None:
    from fileroom.disclosure.marks.looks import decide
    from fileroom.disclosure.releasing import Released, Unlooked

    held = goes(town, record, because=WHY, read_it=True)
    assert isinstance(held, Unlooked) and held.decision.granted and opened_of(record) == []
    asked = asks(town, record)
    (owed,) = waiting(town.principal.by)
    assert owed.of == asked and waiting(town.registrar.by) == []
    assert isinstance(goes(town, record), Unlooked), "it waits"
    decide(asked, "clear", by=town.principal.by, at=AT)
    assert waiting(town.principal.by) == []
    assert isinstance(goes(town, record, at=AT + timedelta(days=4)), Unlooked), "a look is good for three days"
    assert isinstance(goes(town, record), Released)
    assert opened_of(record) == ["record:released"]
    assert isinstance(goes(town, record), Unlooked), "one look serves one copy"


def test_the_look_is_for_this_recipient_and_for_no_other(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.marks.looks import decide
    from fileroom.disclosure.releasing import Released, Unlooked

    decide(asks(town, record), "clear", by=town.principal.by, at=AT)
    other = replace(DANA, organisation="Another office")
    assert isinstance(goes(town, record, to=other), Unlooked)
    assert isinstance(goes(town, record), Released)


def test_whoever_asks_never_looks_and_who_keeps_no_records_of_the_student_does_not(
    town: make.Town, record: UUID
) -> None:
    from fileroom.disclosure.marks.looks import decide, read
    from fileroom.people.answers import Missing, Refused

    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    asked = asks(town, record, by=town.principal.by)
    with pytest.raises(Missing):
        read(asked, by=town.principal.by, at=AT)
    with pytest.raises(Missing):
        decide(asked, "clear", by=town.principal.by, at=AT)
    for by in (town.registrar.by, town.teacher.by):
        assert isinstance(decide(asked, "clear", by=by, at=AT), Refused)
    assert waiting(town.principal.by) == [] and len(waiting(helen.by)) == 1, "the district's custodian looks"
    found = read(asked, by=helen.by, at=AT)
    assert not isinstance(found, Refused)
    assert (found.because, found.recipient, found.item.code) == (WHY, "Dana Roe, Roe and Partners", BORN)


def test_where_the_one_custodian_asks_the_superintendents_office_looks_and_only_there(
    town: make.Town, record: UUID
) -> None:
    from fileroom.disclosure.marks.looks import Look, decide, read
    from fileroom.people.answers import Refused
    from tests.api.programs import office

    designee, head = office(), town.principal
    asked = asks(town, record)
    assert isinstance(read(asked, by=designee, at=AT), Refused), "the principal keeps the school's records"
    alone = asks(town, record, by=head.by)
    assert [it.of for it in waiting(designee)] == [alone]
    seen = read(alone, by=designee, at=AT)
    assert isinstance(seen, Look) and seen.because == WHY
    make.custodian(make.staffed("named_since", "administrator", None).row, None)
    assert isinstance(read(alone, by=designee, at=AT), Look), "it is owed by this office still"
    assert decide(alone, "clear", by=designee, at=AT) == alone
    assert waiting(designee) == []
    assert isinstance(read(alone, by=designee, at=AT), Look), "what they noted is shown to them"


def test_a_custodian_who_cannot_sign_in_keeps_nobody_else_from_looking(town: make.Town, record: UUID) -> None:
    from tests.api.programs import office

    away = make.staffed("away", "administrator", None)
    make.custodian(away.row, None)
    make.change(away.by.account, is_active=False)
    assert [it.of for it in waiting(office())] == []
    alone = asks(town, record, by=town.principal.by)
    assert [it.of for it in waiting(office())] == [alone]


def test_the_database_itself_lets_nobody_take_their_own_second_look(town: make.Town, record: UUID) -> None:
    from django.db import IntegrityError

    from fileroom.disclosure.models import MarkedCopy
    from fileroom.hosting import district_transaction

    asked = asks(town, record)
    with pytest.raises(IntegrityError), district_transaction():
        row = MarkedCopy.objects.get(pk=asked)
        row.looked_by = row.asked_by
        row.save()


def test_whoever_asked_no_longer_asks_and_nobody_has_to_look(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.marks.looks import decide

    desk, here = browser(town.registrar.by), f"/records/{record}/release/"
    page = desk.post(here, form(**typed(town), step="ask_look", because=WHY)).content.decode()
    (owed,) = waiting(town.principal.by, at=datetime.now(UTC))
    asked = owed.of
    assert f"/marks/copies/{asked}/recall/" in page
    assert browser(town.principal.by).post(f"/marks/copies/{asked}/recall/").status_code == 404, "it is not theirs"
    assert desk.post(f"/marks/copies/{asked}/recall/").headers["Location"] == here
    assert waiting(town.principal.by, at=datetime.now(UTC)) == []
    assert (entries()[-1].act.value, entries()[-1].sealed) == ("mark:copy_recalled", True)
    with pytest.raises(ValidationError, match="no longer does"):
        decide(asked, "clear", by=town.principal.by, at=AT)
    again = asks(town, record)
    decide(again, "clear", by=town.principal.by, at=AT)
    assert desk.post(f"/marks/copies/{again}/recall/").status_code == 422, "somebody has looked"


def test_what_was_left_out_stays_and_says_so(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.marks.looks import decide
    from fileroom.disclosure.releasing import Unlooked

    decide(asks(town, record), "leave_out", by=town.principal.by, at=AT)
    held = goes(town, record)
    assert isinstance(held, Unlooked) and held.before.left_out and not held.before.waits


def test_what_the_law_compels_goes_with_a_reason_and_waits_for_nobody(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Released, Unlooked

    for because in ("", "yes", "Her number is 536-22-1234, so it goes."):
        held = by_order(town, record, because=because)
        assert isinstance(held, Unlooked) and held.decision.outcome.value == "must"
    assert opened_of(record) == []
    done = by_order(town, record, because="The judge names this record in the order.")
    assert isinstance(done, Released)
    noted = [it for it in entries() if it.act.value == "mark:copy_reasoned"]
    assert [it.sealed for it in noted] == [True]
    assert "judge names" not in repr(entries())


def test_a_transcript_is_read_before_it_goes_and_whoever_has_not_read_it_hands_nothing_over(town: make.Town) -> None:
    from fileroom.disclosure.releasing import Released, Unlooked
    from tests.disclosure.releases import ORDER, document, hands_over

    kept = document(town)
    order = replace(ORDER, records=("subjects_taken",))
    held = hands_over(town.registrar.by, kept, order, read_it=False)
    assert isinstance(held, Unlooked) and "Read it first" in held.lacks
    assert isinstance(hands_over(town.registrar.by, kept, order), Released)


def test_the_family_and_the_office_open_it_as_ever(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.services import Inspected

    for by in (town.mother.by, town.registrar.by, town.principal.by):
        assert isinstance(looks(by, record), Inspected)


def test_no_list_names_it_to_a_family_and_its_own_page_does(town: make.Town, record: UUID) -> None:
    looks(town.registrar.by, record)
    pages = browser(town.mother.by)
    for page in (f"/family/{town.ana.id}/", f"/family/{town.ana.id}/looked/"):
        said = words(pages.get(page).content.decode())
        assert "Place of birth" not in said and "record of the file" in said.lower(), page
    assert "Place of birth" in words(pages.get(f"/family/records/{record}/").content.decode())


def test_the_offices_list_of_looks_does_not_name_it_either_and_nothing_tells_of_a_mark(
    town: make.Town, record: UUID
) -> None:
    looks(town.registrar.by, record)
    asks(town, record)
    said = words(browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode())
    assert "Place of birth" not in said and "A record of the file" in said
    family = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    for told in (said.lower(), family.lower()):
        assert "second look" not in told and "status" not in told


def test_the_reason_and_the_recipient_lie_under_seal(town: make.Town, record: UUID) -> None:
    from django.db import connection

    from fileroom.hosting import district_transaction

    asks(town, record)
    with district_transaction(), connection.cursor() as cursor:
        for table in ("disclosure_markedcopy", "records_sealed", "ledger_event"):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t")
            (told,) = cursor.fetchone()
            assert "attorney argues" not in told and "Dana" not in told, table


def test_the_page_of_the_release_says_what_it_is_and_why_and_asks_for_a_look(town: make.Town, record: UUID) -> None:
    client = browser(town.registrar.by)
    answer = client.post(f"/records/{record}/release/", form(**typed(town)))
    said = words(answer.content.decode())
    assert "This may show a family’s immigration status" in said and "leave it out" in said
    assert "Hand over the copy" not in said and "Ask for a second look" in said
    sent = form(**typed(town), step="ask_look", because=WHY)
    assert "Waits for a second look" in words(client.post(f"/records/{record}/release/", sent).content.decode())
    (owed,) = waiting(town.principal.by, at=datetime.now(UTC))
    keeper = browser(town.principal.by)
    assert f"/marks/copies/{owed.of}/" in keeper.get("/marks/").content.decode()
    page = words(keeper.get(f"/marks/copies/{owed.of}/").content.decode())
    assert WHY in page and "Roe and Partners" in page
    assert keeper.post(f"/marks/copies/{owed.of}/decide/", {"verdict": "clear"}).status_code == 302
    again = client.post(f"/records/{record}/release/", form(**typed(town)))
    assert "A custodian has looked" in words(again.content.decode())


def test_a_district_weighs_what_rests_on_memory_and_never_what_the_law_itself_marks(town: make.Town) -> None:
    from fileroom.disclosure.marks.register import choose, marks_page
    from fileroom.people.answers import Missing

    chief = make.staffed("chief", "administrator", None)
    choose(uuid4(), "home_language", "perhaps", by=chief.by, at=AT)
    page = marks_page(by=chief.by, at=AT)
    assert {it.mark.code: it.bears.value for it in page.marks}["home_language"] == "perhaps"
    for code, bears in (("birthplace", "perhaps"), ("visa", "always"), ("programs", "never")):
        with pytest.raises(ValidationError):
            choose(uuid4(), code, bears, by=chief.by, at=AT)
    for by in (town.registrar.by, town.mother.by):
        with pytest.raises(Missing):
            choose(uuid4(), "programs", "perhaps", by=by, at=AT)
    for by in (town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            marks_page(by=by, at=AT)


def test_the_policys_page_says_since_which_day_of_the_districts_a_copy_waits(town: make.Town) -> None:
    from fileroom.disclosure.marks.evidence import marks
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from tests.programmes.flips_of_marks import waiting_since

    make.keep(waiting_since(datetime(2026, 10, 10, 5, tzinfo=UTC)))  # the evening before, in California
    with district_transaction():
        assert marks(Asked(AT, 10, 365)).since == date(2026, 10, 9)
