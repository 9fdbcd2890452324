"""Letters that were issued are found again: by whose work they are, of nobody by name, and each is decided again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.casework.waiting import Waiting
from tests.collection.orders.filing import HEAD, files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves

if TYPE_CHECKING:
    import psycopg

    from fileroom.casework.issued import Asking, Found, Page, Wanted
    from fileroom.records.models import Letter

LATER = AT + timedelta(days=1)


def asking(by: make.Staffed, *, at: Any = LATER) -> Asking:
    from fileroom.casework.issued import Asking

    return Asking(by.by, at, HEAD)


def found(by: make.Staffed, wanted: Wanted | None = None) -> Page:
    from fileroom.casework.issued import Wanted, page
    from fileroom.programmes.issued import KINDS

    return page(KINDS, wanted or Wanted(), by=by.by, at=LATER)


def in_file(student: Any, by: make.Staffed) -> tuple[Found, ...]:
    from fileroom.casework.issued import of_student
    from fileroom.programmes.issued import KINDS

    return of_student(student.id, KINDS, by=by.by, at=LATER)


def opens(letter: UUID, by: make.Staffed) -> Any:
    from fileroom.casework.issued import open_again
    from fileroom.programmes.issued import KINDS

    return open_again(letter, KINDS, asking(by))


def hands(letter: UUID, by: make.Staffed) -> Any:
    from fileroom.casework.handing import hand_over
    from fileroom.programmes.issued import KINDS

    return hand_over(letter, KINDS, asking(by))


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("office", "administrator", None)


@pytest.fixture
def letter(town: make.Town, office: make.Staffed) -> UUID:
    """Ana has left; her mother is given the word by which a company deletes."""
    leaves(town.spell)
    made: UUID = issues(asks(town, office, town.mother.row.id).id, office).id
    return made


@pytest.fixture
def receipt(town: make.Town) -> UUID:
    """An order was handed in that keeps her father from Ana's records, and its receipt made."""
    from fileroom.collection.orders.receipts import issue_receipt

    order = files(terms(town, make.related("father", town.ana).row.id), town.principal.by).id
    return issue_receipt(order, language="en", pages=2, head=HEAD, by=town.principal.by, at=AT).id


def test_whoever_keeps_her_file_finds_the_letter_and_it_opens_again_with_its_line(
    town: make.Town, letter: UUID
) -> None:
    (one,) = found(town.registrar).letters
    assert (one.id, one.kind, one.language, one.stands, one.may_hand) == (letter, "nonenrolment", "en", "waits", True)
    assert "Ana Torres" in text_of(opens(letter, town.registrar))
    last = entries()[-1]
    assert (last.act.value, last.record, last.student) == ("letter:opened", letter, town.ana.id)
    assert [it.id for it in in_file(town.ana, town.registrar)] == [letter]
    assert in_file(town.ben, town.registrar) == ()


def test_the_page_names_nobody(town: make.Town, letter: UUID) -> None:
    page = browser(town.registrar.by).get("/outgoing/").content.decode()
    said = words(page)
    assert f"/letters/{letter}/" in page and "That a student is not enrolled" in said
    assert "Torres" not in said and "Ana" not in said and "Reading Star" not in said


def test_by_a_file_that_changed_since_it_is_refused_and_not_shown(town: make.Town, letter: UUID) -> None:
    from fileroom.people.answers import Refused

    make.enrolment(town.ana, town.school, since=AT.date())
    assert isinstance(opens(letter, town.registrar), Refused), "she is here again"
    assert entries()[-1].act.value == "nonenrolment:refused"
    assert isinstance(hands(letter, town.registrar), Refused)
    answer = browser(town.registrar.by).get(f"/letters/{letter}/")
    assert answer.status_code == 403 and not answer.content.startswith(b"%PDF")


def test_it_is_handed_over_once_and_the_family_sees_that(town: make.Town, letter: UUID) -> None:
    client = browser(town.registrar.by)
    assert client.post(f"/letters/{letter}/handed-over/", form(file="yes"))["Location"].endswith("/letters/")
    handed = [it for it in entries() if it.act.value == "letter:handed_over"]
    assert [(it.student, it.record, it.sealed) for it in handed] == [(town.ana.id, letter, False)]
    assert hands(letter, town.registrar) == handed[0].id, "a second time changes nothing"
    (one,) = found(town.registrar).letters
    assert (one.stands, one.may_hand) == ("handed_over", False)
    assert len([it for it in entries() if it.act.value == "letter:handed_over"]) == 1


def test_whom_an_order_keeps_from_the_child_is_handed_nothing(town: make.Town, letter: UUID) -> None:
    from fileroom.people.answers import Refused

    make.order(town.ana, town.mother.row)
    assert isinstance(hands(letter, town.registrar), Refused)
    assert found(town.registrar).letters[0].stands == "waits"


def test_an_employee_whom_an_order_binds_finds_and_opens_nothing_of_that_child(there: Waiting, letter: UUID) -> None:
    from fileroom.people.answers import Missing

    make.order(there.town.ana, there.father.row)
    assert [it.id for it in found(there.town.registrar).letters] == [letter]
    make.change(there.town.registrar.row, given="Father", family="Torres")
    assert found(there.town.registrar).letters == ()
    assert in_file(there.town.ana, there.town.registrar) == ()
    for act in (opens, hands):
        with pytest.raises(Missing):
            act(letter, there.town.registrar)


def test_a_teacher_finds_no_letter_and_the_page_is_not_there(town: make.Town, letter: UUID) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        found(town.teacher)
    with pytest.raises(Missing):
        opens(letter, town.teacher)
    assert browser(town.teacher.by).get("/outgoing/").status_code == 404


def test_a_receipt_for_an_order_is_found_here_and_in_no_students_file(town: make.Town, receipt: UUID) -> None:
    (one,) = found(town.registrar).letters
    assert (one.kind, one.stands, one.may_hand) == ("order_receipt", "kept", True), "for whoever comes with its code"
    assert in_file(town.ana, town.registrar) == () == in_file(town.ana, town.principal)
    assert str(receipt) not in browser(town.principal.by).get(f"/students/{town.ana.id}/letters/").content.decode()
    assert opens(receipt, town.registrar).startswith(b"%PDF")
    hands(receipt, town.registrar)
    handed = entries()[-1]
    assert (handed.act.value, handed.sealed) == ("letter:handed_over", True)


def test_no_kind_of_an_officers_visit_is_found_and_every_other_has_its_way() -> None:
    from fileroom.letters import KINDS as THERE_ARE
    from fileroom.programmes.issued import KINDS
    from fileroom.web.issued import TITLES

    visits = {it for it in THERE_ARE if it.startswith(("enforcement_", "court_paper_")) or "enforcement" in it}
    printed_anew = {"dark_sheet", "essential_list"}
    assert len(visits) == 5 and not visits & KINDS.keys()
    assert KINDS.keys() == TITLES.keys() == THERE_ARE.keys() - visits - printed_anew


def test_whoever_speaks_for_the_superintendent_finds_what_an_incident_wrote_and_no_other_does(
    town: make.Town, office: make.Staffed
) -> None:
    from tests.programmes.incidents.reporting import lives, posts, prints
    from tests.programmes.incidents.test_told import of_a_breach, prepared

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    theirs = found(office).letters
    assert {(it.kind, it.stands, it.may_hand) for it in theirs} == {("breach_notice", "waits", False)}
    assert {it.language for it in theirs} == {"en", "es"}
    assert found(town.registrar).letters == () == in_file(town.ana, town.registrar)
    assert posts(of, prints(of, office.by)[0], office.by) == (1, 0)
    assert {it.stands for it in in_file(town.ana, office)} == {"sent"}
    page = browser(office.by).get(f"/students/{town.ana.id}/letters/").content.decode()
    assert f"/letters/{theirs[0].id}/" in page and "12 Invented Lane" not in page
    assert (
        f"/letters/{theirs[0].id}/" not in browser(office.by).get(f"/students/{town.ben.id}/letters/").content.decode()
    )
    assert "12 Invented Lane" in text_of(opens(theirs[0].id, office))
    make.order(town.ana, make.contact("Luis", "Torres"))
    with pytest.raises(ValidationError, match="could not go as it is"):
        opens(theirs[0].id, office)
    answer = browser(office.by).get(f"/letters/{theirs[0].id}/")
    assert answer.status_code == 422 and "could not go as it is" in words(answer.content.decode())


def test_a_letter_that_was_handed_over_is_found_and_opened_again_while_it_may_go(
    town: make.Town, office: make.Staffed
) -> None:
    from tests.programmes.incidents.test_handed_over import hands as handed_over
    from tests.programmes.incidents.test_handed_over import printed, waiting
    from tests.programmes.incidents.test_told import of_a_breach, prepared

    of = of_a_breach(town, office)
    prepared(of, office)
    (one,) = waiting(of, office)
    printed(of, office, one.id)
    assert {it.stands for it in found(office).letters} == {"waits"}
    handed_over(of, one.id, office)
    letters = found(office).letters
    assert {it.stands for it in letters} == {"handed_over"} and len(letters) == 2
    assert opens(letters[0].id, office).startswith(b"%PDF")
    make.order(town.ana, town.mother.row)
    with pytest.raises(ValidationError, match="could not go as it is"):
        opens(letters[0].id, office)


def test_the_newest_stand_first_some_at_a_time_and_by_kind_and_day(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.casework import issued
    from fileroom.casework.issued import Wanted

    monkeypatch.setattr(issued, "ON_A_PAGE", 2)
    made = [_made(AT - timedelta(days=it // 2)).id for it in range(5)]
    first = found(office)
    assert first.more and len(first.letters) == 2
    second = found(office, Wanted(after=first.letters[-1].id))
    third = found(office, Wanted(after=second.letters[-1].id))
    listed = [it.id for page in (first, second, third) for it in page.letters]
    assert sorted(listed) == sorted(made) and not third.more
    assert listed[-1] == made[-1]
    older = found(office, Wanted(until_on=(AT - timedelta(days=1)).date()))
    assert {it.id for it in older.letters} == set(made[2:4])
    assert found(office, Wanted(kind="breach_notice")).letters == ()
    client = browser(office.by)
    page = client.get("/outgoing/").content.decode()
    after = page.partition("letters_after=")[2].partition("#")[0]
    assert f"/letters/{listed[2]}/" in client.get(f"/outgoing/?letters_after={after}").content.decode()


def _made(at: Any) -> Letter:
    from fileroom.records.models import Letter

    made = Letter(
        kind="regulation", wording=1, language="en", about=uuid4(), code=uuid4().hex[:14], digest="0" * 64,
        issued_at=at, entry=uuid4(),
    )  # fmt: skip
    make.keep(made)
    return made


def test_with_many_letters_a_page_still_reads_few_rows(
    town: make.Town, office: make.Staffed, owner: psycopg.Connection
) -> None:
    # The list, however long, is read by its index from the newest on, also behind an edge deep down.
    from django.db import connection

    from fileroom.casework.issued import Wanted
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Letter

    deep = _made(AT - timedelta(days=2000)).id
    with district_transaction():
        Letter.objects.bulk_create(
            [
                Letter(
                    kind="regulation", wording=1, language="en", about=uuid4(), code=f"{it:014}", digest="0" * 64,
                    issued_at=AT - timedelta(hours=it), entry=uuid4(),
                )
                for it in range(100_000)
            ],
            batch_size=2000,
        )  # fmt: skip
    owner.execute("ANALYZE records_letter")  # the program may not: the server would skip it
    plans: list[str] = []

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "LIMIT 51" in sql and "records_letter" in sql:
            with connection.cursor() as cursor:
                cursor.cursor.execute(f"EXPLAIN ANALYZE {sql}", params)
                plans.append("\n".join(row[0] for row in cursor.cursor.fetchall()))
        return execute(sql, params, many, context)

    with district_transaction(), connection.execute_wrapper(explained):
        found(office)
        found(office, Wanted(after=deep))
    assert [("letter_by_its_day" in it) for it in plans] == [True, True], "\n\n".join(plans)
