"""The REST door lets in whom the pages let in, and nobody else: each operation as each role, beside the page."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.api.programs import WORK, Program, program
from tests.attacks.browsing import ELSEWHERE, browser
from tests.disclosure.asking import entries, filed


def staff(town: make.Town) -> dict[str, make.Staffed]:
    """One of each role, here and elsewhere."""
    other = make.school("Mesa Middle")
    found = {"registrar": town.registrar, "principal": town.principal, "teacher": town.teacher}
    found |= {f"elsewhere_{it}": make.staffed(f"other{it}", it, other) for it in ("registrar", "teacher", "principal")}
    found |= {
        it: make.staffed(it, it, town.school) for it in ("counselor", "nurse", "aide", "administrator", "counsel")
    }
    return found | {"district": make.staffed("district", "administrator", None)}


def beside(town: make.Town, record: UUID) -> dict[str, tuple[str, str]]:
    """Each reading operation with the page that does the same."""
    ana = town.ana.id
    return {
        "student": (f"/students/{ana}", f"/students/{ana}/"),
        "log": (f"/students/{ana}/log", f"/students/{ana}/looked/"),
        "record": (f"/records/{record}", f"/records/{record}/"),
        "nobody": (f"/students/{uuid4()}", f"/students/{uuid4()}/"),
        "nothing": (f"/records/{uuid4()}", f"/records/{uuid4()}/"),
    }


def test_each_role_is_answered_as_on_the_page(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    for role, who in staff(town).items():
        asks, page = program(who), browser(who.by)
        answers = {
            name: (asks.work(path).status_code, page.get(address).status_code)
            for name, (path, address) in beside(town, record).items()
        }
        assert all(here == there for here, there in answers.values()), (role, answers)
        assert answers["nobody"] == answers["nothing"] == (404, 404), role


def test_a_search_names_whom_the_page_names(town: make.Town) -> None:
    for role, who in staff(town).items():
        found = {it["name"] for it in program(who).work("/students", q="to").json()["students"]}
        page = browser(who.by).get("/students/?q=to").content.decode()
        assert found == {name for name in ("Ana Torres", "Ben Ruiz") if name in page}, role


def test_who_may_not_open_the_file_files_nothing_and_learns_no_contact(town: make.Town) -> None:
    for role, who in staff(town).items():
        asks = program(who)
        opens = asks.work(f"/students/{town.ana.id}").status_code
        if opens == 200:
            continue
        assert asks.work(f"/students/{town.ana.id}/contacts").status_code == opens, role
        assert asks.files(town.ana.id).status_code == opens, role
    assert not [it for it in entries() if it.act == "record:collected"]


def operations(town: make.Town, record: UUID) -> dict[str, Any]:
    """Each operation with a scope, asked as it should be."""
    ana = town.ana.id
    listed = {"recipient": "PTA", "kind": "pta", "purpose": "directory", "fields": ["name"]}
    return {
        "contacts:list": lambda it: it.work(f"/students/{ana}/contacts"),
        "directory:read": lambda it: it.get("/directory/lists"),
        "directory:prepare": lambda it: it.post("/directory/lists", listed, once=uuid4().hex),
        "files:open": lambda it: it.work(f"/students/{ana}"),
        "law:decide": lambda it: it.post("/decide", {"id": 1}),
        "ledger:read": lambda it: it.get("/ledger/checkpoint"),
        "log:read": lambda it: it.work(f"/students/{ana}/log"),
        "records:file": lambda it: it.files(ana),
        "records:inspect": lambda it: it.work(f"/records/{record}"),
        "students:search": lambda it: it.work("/students", q="to"),
    }


def test_a_token_made_for_all_but_one_thing_does_not_do_that_and_nothing_is_noted(town: make.Town) -> None:
    from fileroom.people.tokens.scopes import Scope

    record = filed(town.registrar.by, town.ana)
    asked = operations(town, record)
    assert set(asked) == set(Scope)
    for scope, ask in asked.items():
        lacks = program(town.principal, *(it for it in Scope if it != scope))
        before = len(entries())
        answer = ask(lacks)
        assert (answer.status_code, answer.json()["type"], answer.json()["scope"]) == (
            403, "/api/v1/problems/scope", scope,
        )  # fmt: skip
        assert len(entries()) == before, scope
        assert ask(Program("")).status_code == 401


def test_each_read_leaves_one_line_with_who_what_for_and_by_which_token(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    asks = program(town.principal)
    prefix, ana = asks.get("/me").json()["token"], town.ana.id
    for path, act in (
        (f"/students/{ana}", "file:opened"), (f"/students/{ana}", "file:opened"),
        (f"/students/{ana}/contacts", "contacts:listed"), (f"/students/{ana}/log", "log:viewed"),
        (f"/records/{record}", "record:inspected"),
    ):  # fmt: skip
        before = len(entries())
        answer = asks.get(path, purpose="enrolment")
        (line,) = entries()[before:]
        assert (line.act, line.student, line.purpose) == (act, ana, "enrolment")
        assert (line.actor.account, line.actor.door) == (town.principal.by.account.id, f"api:{prefix}")
        assert answer.json()["entry"] == str(line.id)
    before = len(entries())
    searched = asks.work("/students", q="to").json()
    (line,) = entries()[before:]
    assert (line.act, line.outcome, str(line.id)) == ("student:searched", "1", searched["entry"])


def test_a_refusal_is_a_problem_with_the_law_what_is_missing_and_what_follows(town: make.Town) -> None:
    nurse = make.staffed("nurse", "nurse", town.school)
    make.keep(_caseload(nurse, town))
    record = filed(town.registrar.by, town.ana)
    answer = program(nurse).work(f"/records/{record}")
    body, line = answer.json(), entries()[-1]
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")
    assert (body["type"], body["status"]) == ("/api/v1/problems/refused", 403)
    decision = body["decision"]
    assert body["detail"] == decision["says"] and decision["because"][0]["citation"]
    assert {"outcome", "says", "because", "missing", "duties", "deadline", "limits"} <= set(decision)
    assert not {"silent", "sealed"} & set(decision)
    assert (line.act, str(line.id)) == ("disclosure:refused", body["entry"])


def _caseload(who: make.Staffed, town: make.Town) -> Any:
    from fileroom.people.models import Caseload

    return Caseload(employee=who.row, student=town.ana, from_on=make.TODAY - make.YEAR)


def test_a_session_is_no_token_and_no_cookie_is_read_or_set(town: make.Town) -> None:
    signed_in = browser(town.principal.by)
    assert signed_in.get(f"/students/{town.ana.id}/").status_code == 200
    answer = signed_in.get(f"/api/v1/students/{town.ana.id}", WORK)
    assert (answer.status_code, dict(answer.cookies)) == (401, {})
    ours = program(town.principal).work(f"/students/{town.ana.id}")
    assert not [name for name in ours.headers if name.lower().startswith(("access-control", "set-cookie"))]
    assert ours["Cache-Control"] == "no-store"


def test_another_origin_is_not_let_in(town: make.Town) -> None:
    from django.test import Client

    asks = program(town.principal)
    preflight = Client(HTTP_HOST=asks.host).options(
        "/api/v1/me", HTTP_ORIGIN="https://evil.example", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET"
    )
    assert preflight.status_code == 405
    assert not [name for name in preflight.headers if name.lower().startswith("access-control")]


def test_no_problem_repeats_anything_that_was_sent(town: make.Town) -> None:
    asks, mark = program(town.registrar), "Zebedee219099999"
    ana = f"/students/{town.ana.id}/records?purpose=educational_interest"
    answers = [
        asks.work(f"/students/{mark}"), asks.get("/students", q="to", purpose=mark),
        asks.work("/students", q="to", cursor=mark), asks.work("/students", q="to", limit=mark),
        asks.files(town.ana.id, item=mark), asks.files(town.ana.id, fields={mark: mark}),
        asks.files(town.ana.id, about=mark), asks.files(town.ana.id, **{mark: "1"}), asks.post(ana, mark, once="x" * 9),
        asks.post(ana, b'{"item": "' + mark.encode() + b"\xff", once="x" * 9),
        asks.post(ana, {"item": "x"}, once=mark[:3]),
        asks.post("/directory/lists", {"recipient": mark, "kind": mark}, once="x" * 9), asks.get(f"/{mark}"),
        asks.get(f"/problems/{mark}"), Program(mark).get("/me"),
        asks.files_document(town.ana.id, mark, b"", about=mark),
    ]  # fmt: skip
    for it in answers:
        assert 400 <= it.status_code < 500, it.content
        assert it["Content-Type"] == "application/problem+json", it.content
        assert mark.encode() not in it.content, it.content


def test_a_teacher_cannot_tell_the_student_an_order_keeps_from_her_from_one_she_does_not_teach(
    town: make.Town,
) -> None:
    dan, eve = make.student("Dan", "Moss"), make.student("Eve", "Moss")
    for it in (dan, eve):
        make.enrolment(it, town.school)
    make.order(dan, make.contact("Teacher", "Abara"))
    asks = program(town.teacher)
    for path in ("/students/{}", "/students/{}/contacts", "/students/{}/log"):
        his, hers = (asks.work(path.format(it.id)) for it in (dan, eve))
        assert (his.status_code, his.content, his.headers) == (hers.status_code, hers.content, hers.headers)
        assert his.status_code == 404
    assert {asks.files(it.id).status_code for it in (dan, eve)} == {404}


def test_a_token_of_one_district_is_nobodys_in_another(town: make.Town) -> None:
    asks = program(town.principal)
    asks.host = ELSEWHERE
    assert asks.work(f"/students/{town.ana.id}").status_code == 401
