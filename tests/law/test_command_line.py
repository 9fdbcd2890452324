"""`fileroom decide` and `fileroom law`, as a person at a terminal meets them."""

from __future__ import annotations

import io
import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fileroom.cli import law
from fileroom.law.clocks import KINDS
from fileroom.law.examples import bases
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.kernel.proof import Proof
from fileroom.law.lawbook import pages

QUESTION = json.dumps({**bases()["parent"], "id": "q1"})


def run(*words: str) -> int:
    parser = ArgumentParser()
    law.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(words)
    return int(args.run(args))


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Any:
    def feed(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return feed


def test_a_question_on_standard_input_is_answered_and_the_answer_says_whose_calendar(
    piped: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(QUESTION + "\n")
    assert run("decide") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["outcome"], told["calendar"]) == ("q1", "must", "default")
    assert told["deadline"]["on"] == "2026-10-26"


def test_a_calendar_of_the_districts_own_replaces_the_default(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.jsonl").write_text(QUESTION, "utf-8")
    (tmp_path / "calendar.json").write_text('{"closed": ["2026-10-20"]}', "utf-8")
    assert run("decide", str(tmp_path / "q.jsonl"), "--calendar", str(tmp_path / "calendar.json")) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["deadline"]["on"] == "2026-10-27"
    assert "calendar" not in told


def test_one_line_that_cannot_be_read_makes_the_exit_status_4(piped: Any, capsys: pytest.CaptureFixture[str]) -> None:
    piped(f'{QUESTION}\n{{"id": "q2"}}\n{QUESTION}\n')
    assert run("decide", "-") == 4
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["q1", "q2", "q1"]
    assert "error" in lines[1]


@pytest.mark.parametrize("text", ["{", '{"closd": []}', b"\xff"])
def test_a_calendar_that_cannot_be_read_is_named(
    text: str | bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "calendar.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (tmp_path / "q.jsonl").write_text(QUESTION, "utf-8")
    assert run("decide", str(tmp_path / "q.jsonl"), "--calendar", str(path)) == 4
    assert str(path) in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "q.jsonl").write_text(QUESTION, "utf-8")
    nowhere = str(tmp_path / "none.json")
    for words in (
        ("decide", nowhere),
        ("decide", str(tmp_path / "q.jsonl"), "--calendar", nowhere),
        ("law", "due", "parent_inspection", "--received", "2026-10-19", "--calendar", nowhere),
    ):
        assert run(*words) == 5
        said = capsys.readouterr()
        assert "none.json: No such file" in said.err
        assert said.out == ""


def test_a_folder_where_a_file_should_be_is_invalid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", str(tmp_path)) == 4
    assert str(tmp_path) in capsys.readouterr().err
    assert run("law", "due", "parent_inspection", "--received", "2026-10-19", "--calendar", str(tmp_path)) == 4


def test_whoever_stops_listening_is_no_missing_file(piped: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    piped(QUESTION + "\n")
    monkeypatch.setattr(sys, "stdout", Gone())
    with pytest.raises(BrokenPipeError):
        run("decide")


def test_the_vocabulary_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", "--vocabulary") == 0
    assert "requester.kind" in json.loads(capsys.readouterr().out)["facts"]


def test_the_book_is_printed_or_written_page_by_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "book") == 0
    assert "# The law book" in capsys.readouterr().out
    assert run("law", "book", "--out", str(tmp_path / "book")) == 0
    assert {str(path.relative_to(tmp_path / "book")) for path in (tmp_path / "book").rglob("*.md")} == set(pages())
    assert capsys.readouterr().out == ""


def test_proofs_are_told_and_a_failure_makes_the_exit_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    proofs = [Proof("one", "One.", None), Proof("two", "Two.", lambda: ["requester.kind=teacher"])]
    asked: list[date] = []

    def prove(on: date) -> list[Proof]:
        asked.append(on)
        return proofs

    monkeypatch.setattr("fileroom.law.theorems.prove", prove)
    assert run("law", "prove", "--on", "2026-11-24") == 1
    assert asked == [date(2026, 11, 24)]
    told = capsys.readouterr().out
    assert "proved  one: One." in told
    assert "whoever asks is a teacher" in told
    assert run("law", "prove", "--json") == 1
    assert json.loads(capsys.readouterr().out)[1]["counterexample"] == ["requester.kind=teacher"]
    proofs.pop()
    assert run("law", "prove") == 0


def test_the_rules_are_listed_and_so_is_what_rests_on_memory(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "list") == 0
    assert "disclosure.parents.absolute_access" in capsys.readouterr().out
    assert run("law", "list", "--surety", "memory", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["surety"] for row in rows} == {"memory"}


def test_the_figures_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "figures", "--json") == 0
    assert {row["name"] for row in json.loads(capsys.readouterr().out)} == set(EVERY_FIGURE)
    assert run("law", "figures") == 0
    assert "parent_inspection: 5 business days, ceiling" in capsys.readouterr().out


def test_a_due_day_is_told_with_its_steps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "due", "parent_inspection", "--received", "2026-10-19", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["due_on"], told["early_safe_on"], told["within"]) == ("2026-10-26", "2026-10-24", "5 business days")
    (tmp_path / "c.json").write_text('{"closed": ["2026-10-20"]}', "utf-8")
    assert (
        run("law", "due", "parent_inspection", "--received", "2026-10-19", "--calendar", str(tmp_path / "c.json")) == 0
    )
    words = capsys.readouterr().out
    assert "aim at 2026-10-26, safe by any reading\ndue 2026-10-27 (Ed. Code 49069.7(b))" in words
    asked = ("law", "due", "social_media_destruction", "--received", "2026-10-19", "--born", "2008-03-02", "--json")
    assert run(*asked) == 0
    assert json.loads(capsys.readouterr().out)["due_on"] == "2027-03-02"
    assert run("law", "due", "truancy_parent_notice", "--received", "2026-10-19T14:30", "--json") == 0
    assert json.loads(capsys.readouterr().out)["due_on"] == "2026-10-20T14:30:00-07:00"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("parent_inspection",),
        ("tomorrow", "--received", "2026-10-19"),
        ("parent_inspection", "--received", "19 Oct"),
        ("parent_inspection", "--received", "yesterday"),
        ("truancy_parent_notice", "--received", "2026-10-19"),
        ("parent_inspection", "--before", "2026-10-19"),
        ("parent_inspection", "--received", "9999-12-31"),
        ("parent_inspection", "transfer_to_school", "--before", "2026-10-19"),
    ],
)
def test_a_due_day_that_cannot_be_counted_makes_the_exit_status_4(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("law", "due", *words) == 4
    assert capsys.readouterr().err


def test_a_day_that_is_none_is_named_with_its_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "due", "parent_inspection", "--received", "2026-13-01") == 4
    assert capsys.readouterr().err.startswith("--received 2026-13-01: no day or local time like 2026-10-19T14:30")


def test_of_several_kinds_the_shortest_governs(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = ("foster_transfer", "special_education_transfer", "transfer_to_school")
    assert run("law", "due", *kinds, "--received", "2026-10-19", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["due_on"], told["citation"]) == ("2026-10-21", "Ed. Code 49069.5(d)")
    assert "transfer_to_school would run until 2026-11-02" in told["steps"]


def test_a_floor_is_counted_back_from_what_it_must_precede(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "due", "court_process_notice", "--before", "2026-10-22", "--json") == 0
    assert json.loads(capsys.readouterr().out)["due_on"] == "2026-10-19"


def test_a_day_the_law_names_once_needs_no_day_that_starts_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "due", "records_order_protocols", "--json") == 0
    assert json.loads(capsys.readouterr().out)["due_on"] == "2023-02-01"
    assert run("law", "due", "records_order_protocols", "parent_inspection") == 4


def test_the_kinds_of_clock_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("law", "due", "--kinds") == 0
    assert capsys.readouterr().out.split() == list(KINDS)
    assert run("law", "due", "--kinds", "--json") == 0
    assert json.loads(capsys.readouterr().out) == list(KINDS)
