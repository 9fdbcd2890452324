"""`fileroom screen`, as a person at a terminal or a program meets it."""

from __future__ import annotations

import io
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fileroom.cli import screen, sweeps
from fileroom.collection.crews import Here
from fileroom.screening import screened

NUMBER = "518-22-4471"
MEAL = "Meal application\nAdult signing: R. Oduya, last four of SSN 4471"
Lines = Callable[..., None]


def run(*words: str) -> int:
    parser = ArgumentParser()
    screen.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["screen", *words])
    return int(args.run(args))


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Lines:
    def feed(*lines: dict[str, Any] | str | bytes) -> None:
        made = [it if isinstance(it, str | bytes) else json.dumps(it) for it in lines]
        body = b"".join((it.encode() if isinstance(it, str) else it) + b"\n" for it in made)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))

    return feed


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_has_its_answer_in_order_with_rule_and_citation(
    piped: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(
        {"id": "a", "text": f"SSN: {NUMBER}", "kind": "note"}, {"id": 2, "text": "See you on Monday.", "kind": "note"}
    )
    assert run("-", "--json") == 1
    first, second = told(capsys)
    assert (first["id"], first["outcome"], first["decision"], first["fully_examined"]) == (
        "a",
        "findings",
        "block",
        True,
    )
    (it,) = first["findings"]
    assert (it["category"], it["mode"], it["start"], it["end"]) == ("ssn", "value", 5, 16)
    assert it["citation"] == "Ed. Code 49076.7"
    assert it["rule"] == "collection.social_security_numbers.no_number_and_no_last_four"
    assert 0 < it["confidence"] <= 1 and it["why"]
    assert (second["id"], second["outcome"], second["decision"], second["findings"]) == (2, "clean", "allow", [])


def test_a_declared_exception_is_reported_and_decides(piped: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    declared = {"exception": "nslp_last4", "authority": "42 U.S.C. 1758(d)(1)"}
    piped(
        {"id": "meal", "text": MEAL, "kind": "form_answers", "declared": declared},
        {"id": "card", "text": MEAL.replace("Meal application", "Library card"), "declared": declared},
        {"id": "none", "text": MEAL, "kind": "form_answers", "declared": None},
    )
    assert run("-") == 1
    meal, card, none = told(capsys)
    assert [it["decision"] for it in (meal, card, none)] == ["allow", "block", "block"]
    assert meal["findings"][0]["citation"] == "42 USC 1758(d); 7 CFR 245.6(a)"
    assert meal["findings"][0]["why"][-1] == "covered by nslp_last4"
    assert card["findings"][0]["why"][-1] == "not covered by nslp_last4"


def test_what_is_found_and_allowed_is_nothing_found(piped: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    piped({"id": "meal", "text": MEAL, "kind": "form_answers"})
    assert run("-", "--declare", "nslp_last4") == 0
    assert told(capsys)[0]["outcome"] == "findings"


def test_where_more_was_found_than_is_told_no_exception_clears_it(
    piped: Lines, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screened, "MOST_OF_A_KIND", 1)
    piped({"id": "meal", "text": MEAL + "\n" + MEAL, "kind": "form_answers"})
    assert run("-", "--declare", "nslp_last4") == 1
    (meal,) = told(capsys)
    assert {it["decision"] for it in meal["findings"]} == {"allow"} and meal["decision"] == "block"
    assert meal["fully_examined"] and meal["says"] == screened.MORE


def test_for_review_is_not_let_through(piped: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    piped({"id": "i", "text": "ITIN: 912-78-4410", "kind": "note"})
    assert run("-") == 1
    assert told(capsys)[0]["decision"] == "review"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"SSN {NUMBER}", "not JSON at character 1"),
        (f'["{NUMBER}"]', "not an object"),
        ({"id": "x", "text": [NUMBER]}, "text: is needed"),
        ({"id": "x", "kind": "note"}, "text: is needed"),
        ({"id": "x", "text": NUMBER, "kind": NUMBER}, "kind: one of "),
        ({"id": "x", "text": NUMBER, NUMBER: 1}, "a key that nobody reads"),
        ({"id": [NUMBER], "text": "x"}, "id: text or a number"),
        ({"id": True, "text": "x"}, "id: text or a number"),
        ({"id": "x", "text": NUMBER, "declared": "nslp"}, "declared: write"),
        ({"id": "x", "text": NUMBER, "declared": {"exception": 3}}, "declared.exception: the name"),
        ({"id": "x", "text": NUMBER, "declared": {"exception": "nslp"}}, "nearest allowed: nslp_last4"),
        ({"id": "x", "text": NUMBER, "declared": {"exception": NUMBER}}, "no exception has that name"),
        (f'{{"text": "{NUMBER}", "text": "b"}}', "a key stands twice"),
        (b'{"text": "\xff"}', "not UTF-8 at byte"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_named_without_its_contents_and_the_rest_go_on(
    line: Any, says: str, piped: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    piped({"id": 1, "text": "Good."}, "", line, {"id": 4, "text": "Good."})
    assert run("-") == 4
    out = capsys.readouterr()
    assert NUMBER not in out.out + out.err
    good, bad, after = [json.loads(each) for each in out.out.splitlines()]
    assert (good["id"], after["id"], bad["line"]) == (1, 4, 3)
    assert says in bad["error"]


def test_no_value_found_stands_in_an_answer(piped: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [f"SSN: {NUMBER}", f"ssn,{NUMBER.replace('-', '')}", "A-Number A 204 551 883", "last four of SSN: 4471"]
    piped(*({"id": number, "text": text} for number, text in enumerate(texts)))
    run("-")
    out = capsys.readouterr().out
    assert not any(value in out for value in (NUMBER, NUMBER.replace("-", ""), "204 551 883", "4471"))


def test_folders_are_walked_by_name_and_every_file_has_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("b/2.txt", "Fine."), ("b/1.txt", f"SSN: {NUMBER}"), ("a.txt", "Fine."), ("c.txt", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert run("--json", str(tmp_path)) == 1
    lines = told(capsys)
    assert [Path(line["path"]).relative_to(tmp_path).as_posix() for line in lines] == [
        "a.txt", "b/1.txt", "b/2.txt", "c.txt",
    ]  # fmt: skip
    assert [line["outcome"] for line in lines] == ["clean", "findings", "clean", "empty"]
    assert [line["decision"] for line in lines] == ["allow", "block", "allow", "block"]


def test_what_cannot_be_looked_into_has_a_status_of_its_own_and_is_never_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc/hostname")
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    assert run("--json", str(tmp_path)) == 2
    for line in told(capsys):
        assert line["outcome"] != "clean" and line["decision"] == "block" and line["says"].endswith(".")


def test_a_folder_that_is_out_of_reach_is_not_looked_into_on_a_terminal_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lstat = Path.lstat

    def refused(path: Path) -> os.stat_result:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return lstat(path)

    monkeypatch.setattr(Path, "lstat", refused)
    monkeypatch.setattr(Path, "is_dir", refused)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sweeps, "Processes", lambda jobs: Here())
    assert run("--json", str(tmp_path / "locked")) == 2
    (line,) = told(capsys)
    assert (line["outcome"], line["says"]) == ("unreadable", "It could not be opened: Permission denied.")


def test_what_cannot_be_written_is_said_of_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_text("Fine.")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Full())
        assert run(str(tmp_path)) == 4
    assert "the answers cannot be written (No space left on device)" in capsys.readouterr().err
    assert run(str(tmp_path), "--journal", str(tmp_path / "nowhere" / "j")) == 4
    assert "the journal cannot be written or read (No such file or directory)" in capsys.readouterr().err


def test_one_job_is_a_process_too() -> None:
    with closing(sweeps._crew(Namespace(scheduler=None, jobs=1), [])) as crew:
        assert crew.submit(os.getpid).result() != os.getpid()


def test_a_file_that_is_not_there_is_missing_and_the_others_are_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Fine.", "utf-8")
    assert run("--json", str(tmp_path / "nowhere.txt"), str(tmp_path / "a.txt")) == 5
    assert [line["outcome"] for line in told(capsys)] == ["unreadable", "clean"]


def test_a_person_reads_what_where_and_by_which_law(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note\x1b[2J.txt").write_text(f"SSN: {NUMBER}", "utf-8")
    assert run(str(tmp_path)) == 1
    out = capsys.readouterr()
    assert "block   findings" in out.out
    assert "block: ssn, present" in out.out and "Ed. Code 49076.7" in out.out
    assert NUMBER not in out.out and "\x1b" not in out.out
    assert out.err.endswith("\n1 screened, 1 held back.\n")


def test_more_jobs_give_the_same_answers_in_the_same_order(
    tmp_path: Path, piped: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [{"id": number, "text": f"SSN: {NUMBER}" if number % 3 else "Fine."} for number in range(120)]
    heard = []
    for jobs in ("1", "2"):
        piped(*lines)
        assert run("-", "--jobs", jobs) == 1
        heard.append([{**line, "ms": 0} for line in told(capsys)])
    assert heard[0] == heard[1]


@pytest.mark.parametrize("words", [("-", "a.txt"), ("-", "--declare", "nslp"), ()])
def test_a_wrong_usage_says_what_to_do(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run(*words) == 4
    assert capsys.readouterr().err.startswith("fileroom screen: ")


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "9999", "²"])
def test_jobs_are_a_number_the_machine_can_bear(jobs: str) -> None:
    with pytest.raises(SystemExit):
        run("-", "--jobs", jobs)


def test_the_exceptions_are_listed_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--exceptions") == 0
    assert "nslp_last4  Income application for school meals" in capsys.readouterr().out
    assert run("--exceptions", "--json") == 0
    rows = {row["exception"]: row for row in told(capsys)}
    assert rows["nslp_last4"]["covers"][0]["digits"] == 4
    assert rows["work_permit_b1_1"]["covers"][0]["decision"] == "review"


def test_a_command_of_its_own_starts_without_django() -> None:
    from fileroom.cli.__main__ import PLAIN

    assert PLAIN["screen"] == "screen"


def test_half_a_letter_in_a_line_is_no_reason_to_stop(piped: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    piped('{"id": "\\ud800", "text": "\\ud800 SSN: 518-22-4471", "kind": "note"}', {"id": 2, "text": "Monday."})
    assert run("-", "--json") == 1
    first, second = told(capsys)
    assert (first["outcome"], first["findings"][0]["start"]) == ("findings", 7)
    assert second["outcome"] == "clean"


def test_a_file_with_half_a_letter_in_it_or_in_its_name_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "half.json").write_text('{"a": "\\ud800", "ssn": "518-22-4471"}')
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xf1 SSN 518-22-4471.txt")).write_text("See you on Monday.")
    assert run(str(tmp_path), "--json") == 1
    answers = told(capsys)
    assert {it["outcome"] for it in answers} == {"findings"}
    assert any("\udcf1" in it["path"] for it in answers), "the name as it stands on the disk"


def test_an_authority_is_a_text(piped: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    piped({"text": "SSN", "kind": "note", "declared": {"exception": "nslp_last4", "authority": ["nonsense"]}})
    assert run("-", "--json") == 4
    assert "declared.authority" in told(capsys)[0]["error"]
