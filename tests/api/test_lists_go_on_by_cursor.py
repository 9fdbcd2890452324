"""Lists go on where they were, and what is nobody's secret is told as the commands tell it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.api.programs import program
from tests.conftest import AT
from tests.disclosure.asking import entries, filed


def test_the_law_answers_here_what_the_command_answers_byte_for_byte(
    town: make.Town, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    from fileroom.cli.__main__ import main

    lines = [
        {"id": "q1", "on": "2026-10-19", "action": "inspect", "purpose": "inspection", "orders": [],
         "requester": {"kind": "parent", "identity": "verified", "relationship": "verified"},
         "student": {"age": 9}, "record": {"kind": "grades"}},
        {"id": 2, "on": "2026-10-19", "action": "collect", "record": {"kind": "ssn"}},
        {"id": 3, "action": "no such thing"},
    ]  # fmt: skip
    text = "".join(json.dumps(it) + "\n" for it in lines)
    (tmp_path / "asked").write_text(text)
    assert main(["decide", str(tmp_path / "asked")]) == 4
    printed = capsys.readouterr().out
    asks = program(town.registrar)
    before = len(entries())
    assert asks.post("/decide", text, kind="application/x-ndjson").content.decode() == printed
    first = printed.splitlines()[0]
    assert asks.post("/decide", lines[0]).content.decode() == first
    assert len(entries()) == before, "no district is read, and nothing is noted"
    wrong = asks.post("/decide", lines[2])
    assert (wrong.status_code, "no such thing" in wrong.json()["errors"][0]["says"]) == (422, True)


def test_a_list_goes_on_where_it_was_whatever_was_filed_or_enrolled_meanwhile(town: make.Town) -> None:
    for name in ("Abe", "Bea", "Cal", "Dee"):
        make.enrolment(make.student(name, "Moss"), town.school)
    asks = program(town.principal)
    seen, cursor = [], ""
    for turn in range(9):
        page = asks.work("/students", q="moss", limit=2, cursor=cursor).json()
        seen += [it["name"] for it in page["students"]]
        if turn == 0:
            make.enrolment(make.student("Aaron", "Moss"), town.school)
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["Abe Moss", "Bea Moss", "Cal Moss", "Dee Moss"]
    records = [filed(town.registrar.by, town.ana, f"Note {it}") for it in range(3)]
    page = asks.work(f"/students/{town.ana.id}", limit=2).json()
    filed(town.registrar.by, town.ana, "Meanwhile", at=AT + timedelta(minutes=1))
    rest = asks.work(f"/students/{town.ana.id}", cursor=page["next_cursor"]).json()
    ids = [it["id"] for it in (*page["records"], *rest["records"])]
    assert ids[:3] == sorted(map(str, records), key=lambda it: ids.index(it)) and len(set(ids)) == 4


def test_who_has_looked_turns_by_cursor_and_each_page_is_a_look(town: make.Town) -> None:
    asks = program(town.principal)
    for _ in range(4):
        asks.work(f"/students/{town.ana.id}")
    first = asks.work(f"/students/{town.ana.id}/log", limit=3).json()
    rest = asks.work(f"/students/{town.ana.id}/log", limit=3, cursor=first["next_cursor"]).json()
    shown = [it["entry"] for it in (*first["looks"], *rest["looks"])]
    assert len(shown) == len(set(shown)) == 4
    assert {it["by"] for it in first["looks"]} == {"Principal Abara"}
    assert sum(it.act == "log:viewed" for it in entries()) == 2


def test_a_cursor_is_good_for_its_own_list_and_account_alone_and_holds_no_name(town: make.Town) -> None:
    from base64 import urlsafe_b64decode

    for name in ("Abe", "Bea"):
        make.enrolment(make.student(name, "Moss"), town.school)
    asks = program(town.principal)
    mark = asks.work("/students", q="moss", limit=1).json()["next_cursor"]
    assert b"moss" not in urlsafe_b64decode(mark + "==").lower()
    assert asks.work("/students", q="moss", cursor=mark).status_code == 200
    for it in (
        asks.work("/students", q="mos", cursor=mark),
        program(town.registrar).work("/students", q="moss", cursor=mark),
        asks.work("/students", q="moss", cursor=mark[:-2] + "AA"),
        asks.work(f"/students/{town.ana.id}", cursor=mark),
    ):
        assert it.status_code == 422


def test_the_checkpoint_and_an_entrys_proof_are_those_the_command_gives(town: make.Town) -> None:
    from fileroom.ledger import services as ledger

    asks = program(make.staffed("keeper", "principal", town.school))
    keeper = program(town.principal)
    entry = keeper.work(f"/students/{town.ana.id}").json()["entry"]
    assert keeper.get(f"/ledger/entries/{entry}/proof").status_code == 404, "it waits for its number"
    from django.utils import timezone

    ledger.sequence(at=timezone.now())
    assert keeper.get("/ledger/checkpoint").json()["checkpoint"] == ledger.checkpoint()
    assert keeper.get(f"/ledger/entries/{entry}/proof").json() == ledger.proof(UUID(entry))
    assert program(town.registrar).get(f"/ledger/entries/{entry}/proof").status_code == 403
    assert asks.get("/ledger/checkpoint").status_code == 200
