"""The same form sent twice is one act, and a form that was used keeps nothing else from being kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from fileroom.collection.services import Collected, RefusedByGate
    from fileroom.people.answers import FormUsed

RATING = {
    "item": "counsellor_or_teacher_rating",
    "observed_on": "2026-10-01",
    "text": "Helps others.",
    "signed_by": "T. Abara, teacher",
    "others": "nobody",
}


def kept() -> int:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record, Version

    with district_transaction():
        records, versions = Record.objects.count(), Version.objects.count()
    assert records == versions
    return records


def noted() -> int:
    return sum(event.act == "record:collected" for event in entries())


def test_the_form_a_page_gives_out_files_one_record_however_often_it_is_sent(town: make.Town) -> None:
    office, address = browser(town.registrar.by), f"/students/{town.ana.id}/file/"
    page = office.get(f"{address}?item={RATING['item']}").content.decode()
    given = RATING | {"once": re.findall(r'name="once" value="([^"]+)"', page)[0]}
    pages = [office.post(address, given) for _ in range(3)]
    assert [(it.status_code, b"Filed:" in it.content) for it in pages] == [(200, True)] * 3
    assert len({re.findall(rb"/records/([^/]+)/", it.content)[0] for it in pages}) == 1
    assert (kept(), noted()) == (1, 1)


def test_a_form_sent_twice_at_the_same_moment_files_one_record(town: make.Town) -> None:
    from django.db import connections

    from fileroom.hosting import serving

    once, together = uuid4(), Barrier(2)

    def sent() -> UUID:
        with serving("alder_creek"):
            together.wait()
            try:
                return done(town, once).record
            finally:
                connections.close_all()

    with ThreadPoolExecutor(2) as both:
        assert {it.result() for it in [both.submit(sent), both.submit(sent)]} == {once}
    assert (kept(), noted()) == (1, 1)


def done(town: make.Town, once: UUID, **changed: Any) -> Collected:
    from fileroom.collection.services import Collected

    answer = files(town, once, **changed)
    assert isinstance(answer, Collected)
    return answer


def files(
    town: make.Town, once: UUID, *, by: make.Staffed | None = None, who: Any = None, **changed: Any
) -> Collected | RefusedByGate:
    from fileroom.collection.services import collect
    from fileroom.law.catalogue import Others

    said = RATING | changed
    fields = {name: value for name, value in said.items() if name not in ("item", "others")}
    others = Others(said["others"])
    filer, student = (by or town.registrar).by, (who or town.ana).id
    return collect(student, RATING["item"], fields, by=filer, at=AT, others=others, once=once)


def test_the_second_answer_names_the_first_entry(town: make.Town) -> None:
    once = uuid4()
    assert done(town, once) == done(town, once)


def test_the_first_entry_is_found_among_many_without_reading_them(town: make.Town) -> None:
    from django.db import connection

    read: list[int] = []

    def counted(execute: Callable[..., Any], statement: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(statement, params, many, context)
        if "ledger_event" in statement and "SELECT" in statement:
            read.append(context["cursor"].rowcount)
        return done

    once = uuid4()
    first = done(town, once)
    for _ in range(5):
        done(town, uuid4())
    with connection.execute_wrapper(counted):
        assert done(town, once) == first
    assert max(read) == 1


def test_a_used_form_with_other_words_files_nothing_and_says_so(town: make.Town) -> None:
    office, address = browser(town.registrar.by), f"/students/{town.ana.id}/file/"
    first = form(**RATING)
    assert office.post(address, first).status_code == 200
    answer = office.post(address, first | {"text": "Helps nobody."})
    page = answer.content.decode()
    assert (answer.status_code, kept()) == (422, 1)
    assert "used already" in page and "Helps nobody." in page
    again = first | {"text": "Helps nobody.", "once": re.findall(r'name="once" value="([^"]+)"', page)[0]}
    assert (office.post(address, again).status_code, kept()) == (200, 2)


def used() -> type[FormUsed]:
    from fileroom.people.answers import FormUsed

    return FormUsed


def test_a_form_of_another_person_or_another_student_is_never_taken_for_this_one(town: make.Town) -> None:
    once = uuid4()
    done(town, once)
    with pytest.raises(used()):
        files(town, once, by=town.principal)
    with pytest.raises(used()):
        files(town, once, who=town.ben)
    assert kept() == 1


def test_a_form_without_its_id_is_not_read(town: make.Town) -> None:
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", RATING)
    assert (answer.status_code, kept()) == (422, 0)


def test_a_relationship_verified_twice_is_shown_verified_and_noted_once(town: make.Town) -> None:
    claims = make.related("claims", town.ana, verified=False)
    assert claims.relation is not None
    address, given = f"/relationships/{claims.relation.id}/verify/", {"method": "birth_record", "seen_on": "2026-10-01"}
    office = browser(town.registrar.by)
    assert [office.post(address, given).status_code for _ in range(2)] == [302, 302]
    assert sum(event.act == "rights:verified" for event in entries()) == 1
    assert browser(town.teacher.by).post(address, given).status_code == 404


def test_what_was_said_of_other_students_is_part_of_what_a_form_says(town: make.Town) -> None:
    once = uuid4()
    files(town, once)
    for others in ("can_be_taken_out", "one_piece"):
        with pytest.raises(used()):
            files(town, once, others=others)
    assert kept() == 1
