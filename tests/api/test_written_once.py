"""A write that is sent twice is one act; what the law keeps out is refused here as at the counter."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.api.programs import RATING, program
from tests.attacks.browsing import without_ids
from tests.disclosure.asking import entries


def kept() -> int:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.count()


def test_the_same_key_and_body_is_one_record_and_one_answer(town: make.Town) -> None:
    asks, once = program(town.registrar), uuid4().hex
    answers = [asks.files(town.ana.id, once) for _ in range(3)]
    assert {it.status_code for it in answers} == {201}
    assert len({it.content for it in answers}) == 1
    assert kept() == 1
    assert sum(it.act == "record:collected" for it in entries()) == 1


def test_the_same_key_for_something_else_is_invalid_and_keeps_nothing(town: make.Town) -> None:
    asks, once = program(town.registrar), uuid4().hex
    assert asks.files(town.ana.id, once).status_code == 201
    other = asks.files(town.ana.id, once, fields={**RATING["fields"], "text": "Something else."})
    assert (other.status_code, other.json()["errors"][0]["field"]) == (422, "Idempotency-Key")
    assert kept() == 1


def test_the_same_key_of_another_account_or_for_another_student_is_an_act_of_its_own(town: make.Town) -> None:
    once = uuid4().hex
    for who, student in ((town.registrar, town.ana), (town.principal, town.ana), (town.registrar, town.ben)):
        assert program(who).files(student.id, once).status_code == 201
    assert kept() == 3


def test_two_at_one_moment_are_one_write(town: make.Town) -> None:
    from django.db import connections

    asks, once, together = [program(town.registrar) for _ in range(2)], uuid4().hex, Barrier(2)

    def sent(it: Any) -> Any:
        together.wait()
        try:
            return it.files(town.ana.id, once)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        answers = [it.result() for it in [both.submit(sent, it) for it in asks]]
    assert {it.status_code for it in answers} == {201}
    assert len({it.json()["record"] for it in answers}) == 1
    assert kept() == 1


@pytest.mark.parametrize("key", ["", "short", "x" * 201, "with a blank"])
def test_a_write_without_a_key_is_invalid(town: make.Town, key: str) -> None:
    asks = program(town.registrar)
    address = f"/students/{town.ana.id}/records?purpose=educational_interest"
    answer = asks.post(address, RATING, once=key)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "Idempotency-Key")
    assert kept() == 0


def test_the_gate_in_refuses_with_its_law_and_says_where_never_what(town: make.Town) -> None:
    asks = program(town.registrar)
    answer = asks.files(town.ana.id, fields={**RATING["fields"], "text": "Her SSN is 219-09-9999."})
    body = answer.json()
    assert (answer.status_code, body["type"]) == (403, "/api/v1/problems/refused")
    assert body["findings"][0]["category"] == "ssn"
    assert body["decision"]["because"][0]["citation"] == "Ed. Code 49076.7"
    assert "219" not in without_ids(answer.content.decode())
    assert entries()[-1].act == "collection:refused"
    assert kept() == 0


def test_a_document_comes_in_and_goes_out_the_same(town: make.Town) -> None:
    asks, paper = program(town.registrar), b"Vision screening: 20/20 in both eyes.\n"
    made = asks.files_document(town.ana.id, "screening.txt", paper)
    assert made.status_code == 201, made.content
    record = made.json()["record"]
    opened = asks.work(f"/records/{record}").json()
    assert opened["document"]["bytes"] == len(paper)
    assert opened["document"]["href"] == f"/api/v1/records/{record}/document"
    taken = asks.work(f"/records/{record}/document")
    assert (taken.status_code, taken.content) == (200, paper)
    assert entries()[-1].act == "record:copied"


def test_a_document_of_several_megabytes_is_taken_in_and_one_of_a_social_security_number_is_not(
    town: make.Town,
) -> None:
    asks = program(town.registrar)
    large = b"Vision screening: passed. Nothing else was seen on this day.\n" * 45_000
    assert asks.files_document(town.ana.id, "screening.txt", large).status_code == 201
    refused = asks.files_document(town.ana.id, "screening.txt", b"Her SSN is 219-09-9999.\n")
    assert (refused.status_code, refused.json()["findings"][0]["category"]) == (403, "ssn")
    assert asks.files_document(town.ana.id, "screening.exe", b"MZ\x00").status_code == 422
    assert asks.files_document(town.ana.id, "x.txt", b"Seen.", item="no such item").status_code == 422
    assert kept() == 1


def test_a_body_larger_than_a_stranger_may_send_is_refused_unread_without_a_token(town: make.Town) -> None:
    from tests.api.programs import Program

    body = {"name": "x" * 200_000}
    address = f"/students/{town.ana.id}/records?purpose=educational_interest"
    assert Program("").post(address, body, once="x" * 9).status_code == 413
    assert program(town.registrar).post(address, body, once="x" * 9).status_code == 422


def test_a_list_is_prepared_once_and_handed_over_once_and_an_order_stops_the_next(district: str) -> None:
    from tests.disclosure import listing

    here = listing.district(at=listing.now_that_this_year_is_old(days=20))
    asks, once = program(here.superintendent), uuid4().hex
    body = {
        "recipient": "Alder Creek PTA", "kind": "pta", "purpose": "directory", "fields": ["name"], "identified": True,
        "school": str(here.town.school.id),
    }  # fmt: skip
    made, again = (asks.post("/directory/lists", body, once=once) for _ in range(2))
    assert (made.status_code, made.content) == (201, again.content)
    assert asks.post("/directory/lists", {**body, "recipient": "Another"}, once=once).status_code == 422
    assert [it["size"] for it in asks.get("/directory/lists").json()["lists"]] == [2]
    address = f"/directory/lists/{made.json()['id']}/hand-over"
    taken = asks.post(address, {})
    assert (taken.status_code, taken["Content-Type"]) == (200, "text/csv")
    assert b"Torres" in taken.content and b"Ruiz" in taken.content
    assert asks.post(address, {}).status_code == 422, "once"
    second = asks.post("/directory/lists", body, once=uuid4().hex).json()["id"]
    make.order(here.town.ana, make.related("father", here.town.ana).row)
    stopped = asks.post(f"/directory/lists/{second}/hand-over", {})
    assert (stopped.status_code, b"Torres" in stopped.content) == (422, False)
    third = asks.post("/directory/lists", body, once=uuid4().hex).json()["id"]
    assert b"Torres" not in asks.post(f"/directory/lists/{third}/hand-over", {}).content


def test_a_recipients_name_holds_nothing_that_no_record_may_hold(town: make.Town) -> None:
    body = {"recipient": "PTA 219-09-9999 SSN", "kind": "pta", "purpose": "directory", "fields": ["name"]}
    answer = program(town.principal).post("/directory/lists", body, once=uuid4().hex)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "recipient")
