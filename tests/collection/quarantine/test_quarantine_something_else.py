"""It is something else: what was held for nothing is filed whole, by who has looked at it, and by nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.conftest import Rows
from tests.collection.quarantine.holding import brings, decision, held, held_of, settled, state_of
from tests.conftest import AT
from tests.disclosure.asking import entries, looks

if TYPE_CHECKING:
    from fileroom.people.answers import Refused
    from fileroom.people.signed_in import SignedIn

HOMEWORK = b"Student: %b\nInterview: ask a grandparent where they were born and when they came to this country.\n"
INVOICE = "Student: {name}\nInvoice number: {number}\nPaid in cash.\n"
ONE, OTHER = "401-22-6613", "403-22-6619"


def invoice(name: str = "Ana Torres", number: str = ONE) -> bytes:
    """A paper with a number of which the sieve is in doubt."""
    return INVOICE.format(name=name, number=number).encode()


@pytest.fixture
def two(town: make.Town) -> tuple[make.Town, UUID, UUID]:
    """Two such copies, of two students of the school."""
    by = town.registrar.by
    return town, held(by, town.ana, invoice()), held(by, town.ben, invoice("Ben Ruiz", OTHER))


def look_at(held_id: UUID, by: SignedIn) -> None:
    from fileroom.collection.quarantine.looking import Look, look

    assert isinstance(look(held_id, by=by, at=AT), Look)


def filed(held_id: UUID, by: SignedIn, *, cleared: bool = False, **also: Any) -> Any:
    from fileroom.collection.quarantine.something_else import Being, file_as_something_else

    return file_as_something_else(held_id, Being.ANOTHER_NUMBER, cleared=cleared, by=by, at=AT, **also)


def refused(answer: object) -> Refused:
    from fileroom.people.answers import Refused

    assert isinstance(answer, Refused), answer
    return answer


def kept_back(held_id: UUID, by: SignedIn, says: str, **also: Any) -> None:
    """It is not filed, for this reason, and waits on."""
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match=says):
        filed(held_id, by, **also)
    assert state_of(held_id) == "held"


def test_what_was_looked_at_is_filed_whole_and_nothing_lies_here_any_more(
    two: tuple[make.Town, UUID, UUID], rows: Rows
) -> None:
    from fileroom.disclosure.services import Inspected

    town, one, other = two
    look_at(one, town.principal.by)
    done = settled(filed(one, town.principal.by))
    assert (done.number, done.left, state_of(one), state_of(other)) == (1, 1, "filed", "held")
    ((record, origin, filer),) = rows("SELECT id, origin, filed_by FROM records_record")
    assert (origin, filer) == ("web", town.principal.by.account.id)
    seen = looks(town.principal.by, record)
    assert isinstance(seen, Inspected) and seen.contents.body == invoice()
    assert rows("SELECT count(*) FROM records_sealed WHERE ciphertext IS NOT NULL") == [(2,)], "hers was moved"
    assert rows("SELECT found FROM records_quarantined WHERE id = %s", one) == [([],)]
    noted = [(it.act, it.student, it.outcome) for it in entries()[4:] if it.act != "record:inspected"]
    assert sorted(noted) == sorted([
        ("quarantine:read_again", town.ana.id, "may"), ("quarantine:filed", town.ana.id, "another_number"),
        ("record:collected", town.ana.id, "must"), ("record:shredded", town.ana.id, "filed"),
    ])  # fmt: skip


def test_nobody_files_what_they_have_not_looked_at(two: tuple[make.Town, UUID, UUID]) -> None:
    from fileroom.collection.quarantine.lists import whose
    from tests.collection.quarantine.holding import districts_custodian

    town, one, other = two
    by = town.principal.by
    kept_back(one, by, "Look at it first")
    whose(one, by=by, at=AT, days=10)  # whose they are says nothing of what is in them
    look_at(one, districts_custodian().by)  # nor does what another has seen
    kept_back(one, by, "Look at it first")
    look_at(other, by)
    assert settled(filed(one, by)).number == 1
    assert (state_of(one), state_of(other)) == ("held", "filed")


def test_where_the_printed_words_alone_ask_one_look_serves_every_copy(town: make.Town) -> None:
    one, other = (
        held(town.registrar.by, who, HOMEWORK % name)
        for who, name in ((town.ana, b"Ana Torres"), (town.ben, b"Ruiz, Ben"))
    )
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 2
    assert (state_of(one), state_of(other)) == ("filed", "filed")


def test_a_copy_on_which_somebody_asks_for_more_is_looked_at_by_itself(town: make.Town) -> None:
    written = HOMEWORK + b"Notes: write down your immigration status\n"
    one, other = (
        held(town.registrar.by, town.ana, HOMEWORK % b"Ana" + b"Notes: neatly\n"),
        held(town.registrar.by, town.ben, written % b"Ben"),
    )
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 1
    assert (state_of(one), state_of(other)) == ("filed", "held")
    kept_back(other, town.principal.by, "Look at it first", cleared=True)


def test_one_look_serves_them_to_the_last_however_often_one_goes_on(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.quarantine import something_else

    monkeypatch.setattr(something_else, "SECONDS", -1.0)  # one a press
    one, other = (
        held(town.registrar.by, who, HOMEWORK % name)
        for who, name in ((town.ana, b"Ana Torres"), (town.ben, b"Ruiz, Ben"))
    )
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).left == 1
    assert settled(filed(one, town.principal.by, cleared=True)).left == 0
    assert (state_of(one), state_of(other)) == ("filed", "filed")


def test_of_what_could_not_be_read_nobody_says_what_it_is(town: make.Town) -> None:
    from tests.collection.quarantine.test_quarantine_held import LOCKED

    locked = held(town.registrar.by, town.ana, LOCKED, name="scan.pdf")
    look_at(locked, town.principal.by)
    kept_back(locked, town.principal.by, "Nobody knows whole", cleared=True)


def test_what_reads_otherwise_today_waits_on(two: tuple[make.Town, UUID, UUID], rows: Rows) -> None:
    """When it came a request alone had been found: nobody has spoken of the number."""
    town, one, _ = two
    look_at(one, town.principal.by)
    asked = "jsonb_build_array(found->0 || jsonb_build_object('mode', 'solicit'))"
    assert rows(f"UPDATE records_quarantined SET found = {asked} WHERE id = %s RETURNING state", one) == [("held",)]
    kept_back(one, town.principal.by, "Read once more")
    assert rows("SELECT count(*) FROM records_record") == [(0,)]
    told = "SELECT found->0->>'mode', template FROM records_quarantined ORDER BY id = %s"
    (other, its_group), (mode, group) = rows(told, one)
    assert (mode, group) == (other, its_group) == ("value", its_group), "it is told anew, among its like"
    kept_back(one, town.principal.by, "Look at it first")  # they had not been shown what is known of it now
    assert [(it.act, it.student) for it in entries() if it.act == "quarantine:told_anew"] == [
        ("quarantine:told_anew", town.ana.id)
    ]
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by)).number == 1


def test_what_holds_more_than_is_told_waits_on(town: make.Town) -> None:
    """Behind a thousand numbers in doubt stands one that is not, of which nothing was told."""
    body = b"Student: Ana Torres\nInvoice number: 401-22-6613\nPaid in cash.\n\n\n" * 1001
    id_ = held(town.registrar.by, town.ana, body + b"Social Security number: 318-44-7265\n")
    look_at(id_, town.principal.by)
    kept_back(id_, town.principal.by, "Nobody knows whole", cleared=True)


def test_under_a_hold_it_stays_where_it_is(two: tuple[make.Town, UUID, UUID]) -> None:
    from fileroom.records.services import hold

    town, one, other = two
    for it in (one, other):
        look_at(it, town.principal.by)
    hold(town.ana.id, reason="request", by=None, at=AT)
    assert settled(filed(one, town.principal.by)).number == 1
    assert (state_of(one), state_of(other)) == ("held", "filed")
    assert refused(filed(one, town.principal.by)).decision.because[0].rule == "retention.holds.while_on_hold"


def test_nobody_but_its_custodian_files_it(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    for by in (town.registrar.by, town.teacher.by, town.mother.by):
        refused(filed(one, by, cleared=True))
        assert browser(by).post(f"/coming-in/{one}/decide/", decision("file")).status_code in (403, 404)
    assert state_of(one) == "held"


def test_on_the_page_it_is_said_what_it_is_and_by_whom_it_was_looked_at(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    pages, address = browser(town.principal.by), f"/coming-in/{one}/"
    shown = pages.get(address).content.decode()
    assert 'value="file"' in shown and "you looked at it" not in shown and 'name="agreed"' not in shown
    answer = pages.post(f"{address}decide/", decision("file"))
    assert answer.status_code == 422 and "Say what it is instead" in answer.content.decode()
    answer = pages.post(f"{address}decide/", decision("file", being="another_number"))
    assert answer.status_code == 422 and "Look at it first" in answer.content.decode()
    assert 'value="another_number" checked' in answer.content.decode()
    assert "you looked at it" in words(pages.post(f"{address}look/", form()).content.decode())
    assert pages.post(f"{address}decide/", decision("file", being="another_number")).status_code == 302
    listed = words(pages.get("/coming-in/").content.decode())
    assert "1 copy filed, for it is something else. 1 of them still waits" in listed
    brought = words(browser(town.registrar.by).get("/coming-in/").content.decode())
    assert "Filed: it was something else" in brought
    assert "a number of another kind" in words(pages.get(f"/students/{town.ana.id}/sealed/").content.decode())


def test_the_family_reads_that_it_is_in_the_file(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    look_at(one, town.principal.by)
    settled(filed(one, town.principal.by))
    log = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "Found that a paper held back may be kept, and put it into the file" in log
    assert "no copy of it stays" not in log


def test_who_comes_second_is_told_that_it_waits_no_longer(
    two: tuple[make.Town, UUID, UUID], monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    from fileroom.collection import opened
    from tests.collection.quarantine.holding import districts_custodian

    town, one, _ = two
    keeper, read = districts_custodian().by, opened.read

    def meanwhile(*given: Any) -> opened.Read | None:
        monkeypatch.setattr(opened, "read", read)
        settled(filed(one, keeper))
        return read(*given)

    for by in (keeper, town.principal.by):
        look_at(one, by)
    monkeypatch.setattr(opened, "read", meanwhile)
    pages = browser(town.principal.by)
    assert pages.post(f"/coming-in/{one}/decide/", decision("file", being="another_number")).status_code == 302
    assert "It waits no longer" in pages.get("/coming-in/").content.decode()
    assert rows("SELECT filed_by FROM records_record") == [(keeper.account.id,)]


@pytest.mark.parametrize("choice", ["file", "redact"])
def test_what_was_filed_is_not_held_again_where_an_archive_sends_it_again(town: make.Town, choice: str) -> None:
    id_ = held_of(town.ana)
    look_at(id_, town.principal.by)
    sent = decision(choice, being="another_number", agreed="on")
    assert browser(town.principal.by).post(f"/coming-in/{id_}/decide/", sent).status_code == 302
    assert held_of(town.ana) == id_, "it came before"


def test_what_is_in_the_file_to_the_letter_is_not_filed_twice(town: make.Town, rows: Rows) -> None:
    for _ in range(2):
        id_ = held(town.registrar.by, town.ana, invoice())
        look_at(id_, town.principal.by)
        assert settled(filed(id_, town.principal.by)).number == 1
        assert state_of(id_) == "filed"
    assert rows("SELECT count(*) FROM records_record") == [(1,)]
    assert rows("SELECT count(*) FROM records_sealed WHERE ciphertext IS NOT NULL") == [(1,)]


def test_what_came_after_the_page_was_shown_is_not_filed(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    later = brings(town.registrar.by, town.ben, invoice("Ben Ruiz", "406-22-6611"), at=AT + timedelta(minutes=1)).id
    for it in (one, later):
        look_at(it, town.principal.by)
    assert settled(filed(one, town.principal.by, until=AT)).number == 1
    assert (state_of(one), state_of(later)) == ("filed", "held")
