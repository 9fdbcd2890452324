"""A sweep answers every file once, whoever does the work and however it is broken off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from fileroom.collection import looking
from fileroom.collection.answers import ENDED, SHUT, Answer, answer_file
from fileroom.collection.crews import Crew, Here, OutOfReach, Processes
from fileroom.collection.rulings import Scope
from fileroom.collection.sweep import sweeping
from fileroom.collection.sweep.journal import Journal
from fileroom.collection.sweep.sweeping import Sweep, Swept, named
from fileroom.law.exceptions import exception_named
from fileroom.screening.clock import LATE
from fileroom.screening.opening.scanner import SILENT
from fileroom.screening.parts import BROKE, IN_TIME

SCOPE = Scope(date(2026, 10, 19))
NUMBER = "518-22-4471"


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path = path.with_name(f"{path.name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def swept(root: Path, journal: Path | None = None, crew: Crew | None = None, scope: Scope = SCOPE) -> list[Swept]:
    with closing(crew or Here()) as hands, Journal(journal, named([root], scope)) as written:
        return list(Sweep([root], scope, written).answers(hands))


def names(answers: list[Swept]) -> list[str]:
    return [Path(it.answer.line["path"]).name for it in answers]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the documents that were opened, as they were."""
    opened: list[str] = []
    look = looking.look_at_document

    def noted(body: bytes, name: str) -> looking.Looked:
        opened.append(name)
        return look(body, name)

    monkeypatch.setattr(looking, "look_at_document", noted)
    yield opened


def test_the_same_bytes_are_looked_into_once(tmp_path: Path, looked: list[str]) -> None:
    write(tmp_path, a=f"SSN: {NUMBER}", b=f"SSN: {NUMBER}", **{"far__letter to Rosa": f"SSN: {NUMBER}"}, c="Fine.")
    answers = swept(tmp_path)
    assert names(answers) == ["a.txt", "b.txt", "c.txt", "letter to Rosa.txt"]
    assert looked == ["a.txt", "c.txt"]
    assert [it.copy_of for it in answers] == ["", str(tmp_path / "a.txt"), "", str(tmp_path / "a.txt")]
    for copy in (answers[1], answers[3]):
        assert copy.answer.line["findings"] == answers[0].answer.line["findings"] and copy.answer.found
        assert copy.answer.line["copy_of"] == answers[0].answer.line["path"] and copy.answer.line["id"].endswith(".txt")


def test_bytes_are_looked_into_anew_where_the_other_name_says_something(tmp_path: Path, looked: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Fine.")
    for name in ("a.pdf", f"SSN {NUMBER}.txt", "essay for class.txt"):
        shutil.copy(tmp_path / "a.txt", tmp_path / name)
    assert len(swept(tmp_path)) == len(looked) == 4


def test_copies_named_by_the_clock_are_looked_into_once(tmp_path: Path, looked: list[str]) -> None:
    for number in range(5):
        (tmp_path / f"Scan_2019-03-1{number}_10.15.0{number}.txt").write_text("Fine.")
    assert len(swept(tmp_path)) == 5
    assert len(looked) == 1


def test_under_an_exception_a_name_can_say_which_form_it_is(tmp_path: Path, looked: list[str]) -> None:
    write(tmp_path, meal="Adult: last four of SSN 4471", card="Adult: last four of SSN 4471")
    swept(tmp_path, scope=Scope(SCOPE.on, exception_named("nslp_last4")))
    assert len(looked) == 2


def test_a_sweep_that_was_broken_off_goes_on_and_tells_each_file_once(tmp_path: Path, looked: list[str]) -> None:
    root, journal = tmp_path / "archive", tmp_path / "journal"
    write(root, **{f"n{number:02}": f"Note {number}" for number in range(30)})
    with Journal(journal, named([root], SCOPE)) as written:
        begun = Sweep([root], SCOPE, written).answers(Here())
        first = [next(begun) for _ in range(9)]
        begun.close()
    before = len(looked)
    assert 9 <= before < 30
    answers = swept(root, journal)
    assert names(answers) == sorted(f"n{number:02}.txt" for number in range(30))
    assert len(looked) == 30 and sum(it.before for it in answers) == before
    assert [it.answer.line for it in answers[:9]] == [it.answer.line for it in first]


def test_a_file_that_has_changed_since_is_looked_into_anew(tmp_path: Path) -> None:
    root, journal = tmp_path / "archive", tmp_path / "journal"
    write(root, a="Fine.", b="Fine too.")
    swept(root, journal)
    write(root, a=f"SSN: {NUMBER}")
    answers = swept(root, journal)
    assert [(it.before, it.answer.found) for it in answers] == [(False, True), (True, False)]
    assert all(it.before for it in swept(root, journal))


@pytest.mark.parametrize("says", [SILENT, BROKE, LATE, IN_TIME, f"{SHUT}Permission denied.", ENDED])
def test_what_could_not_be_looked_into_just_then_is_looked_into_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    root, journal = tmp_path / "archive", tmp_path / "journal"
    write(root, a=f"SSN: {NUMBER}", b=f"SSN: {NUMBER}", c="Fine.")

    def silent(body: bytes, name: str) -> looking.Looked:
        return look(body, name) if b"Fine" in body else looking.not_examined("quarantine", says)

    look = looking.look_at_document
    with monkeypatch.context() as patch:
        patch.setattr(looking, "look_at_document", silent)
        assert [it.answer.unexamined for it in swept(root, journal)] == [True, True, False]
    answers = swept(root, journal)
    assert [(it.answer.found, it.before) for it in answers] == [(True, False), (True, False), (False, True)]
    assert [Path(it.copy_of).name for it in answers] == ["", "a.txt", ""] and all(
        it.before for it in swept(root, journal)
    )


def test_what_cannot_be_examined_at_all_is_not_asked_about_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, journal = tmp_path / "archive", tmp_path / "journal"
    write(root, a="x")
    locked = looking.not_examined("encrypted", "It opens with a password only.")
    monkeypatch.setattr(looking, "look_at_document", lambda *_: locked)
    assert [it.before for _ in range(2) for it in swept(root, journal)] == [False, True]


def test_a_file_that_changes_while_it_is_looked_into_answers_for_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a="Fine.", b="Fine.", c="Fine.")

    def late(path: Path, scope: Scope) -> Answer:
        if path.name == "a.txt":
            path.write_text(f"SSN: {NUMBER}")
        return answer_file(path, scope)

    monkeypatch.setattr(sweeping, "answer_file", late)
    answers = swept(tmp_path)
    assert [it.answer.found for it in answers] == [True, False, False]
    assert [Path(it.copy_of).name for it in answers] == ["", "", "b.txt"]


def fatal(path: Path, scope: Scope) -> Answer:
    if path.name.startswith("killer"):
        os._exit(9)
    if path.name.startswith("raiser"):
        raise ZeroDivisionError
    return answer_file(path, scope)


class Fatal(Processes):
    """Processes in which some files are fatal."""

    def submit(self, work, *given):  # type: ignore[no-untyped-def]
        return super().submit(_fatally, work, *given)

    def alone(self, work, *given):  # type: ignore[no-untyped-def]
        return super().alone(_fatally, work, *given)


def _fatally(work, *given):  # type: ignore[no-untyped-def]
    vars(sweeping)["answer_file"] = fatal
    return work(*given)


def test_a_file_that_ends_its_worker_is_told_of_and_the_sweep_goes_on(tmp_path: Path) -> None:
    write(tmp_path, **{f"n{number:02}": f"Note {number}" for number in range(20)}, killer="x", killer2="x", raiser="y")
    answers = swept(tmp_path, crew=Fatal(2))
    told = {Path(it.answer.line["path"]).stem: it.answer.line["outcome"] for it in answers}
    assert len(answers) == len(told) == 23
    assert {name for name, outcome in told.items() if outcome == "quarantine"} == {"killer", "killer2", "raiser"}
    assert all(it.answer.line["decision"] == "block" for it in answers if it.answer.line["outcome"] == "quarantine")
    assert [it.copy_of for it in answers if "killer2" in it.answer.line["path"]] == [str(tmp_path / "killer.txt")]


def test_what_cannot_be_opened_and_what_is_not_there_is_told_of(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc/hostname")
    with Journal(None, named([tmp_path], SCOPE)) as journal:
        answers = list(Sweep([tmp_path, tmp_path / "..gone"], SCOPE, journal).answers(Here()))
    assert [it.answer.line["outcome"] for it in answers] == ["rejected", "rejected"]
    with Journal(None, named([tmp_path], SCOPE)) as journal:
        (gone,) = Sweep([tmp_path.parent / "nowhere"], SCOPE, journal).answers(Here())
    assert gone.answer.missing


def test_a_flood_of_copies_is_told_of_as_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "OFTEN", 5)
    write(tmp_path, **{f"n{number:03}": "Fine." for number in range(100)})
    with Journal(None, named([tmp_path], SCOPE)) as journal:
        sweep = Sweep([tmp_path], SCOPE, journal)
        open_then = [len(sweep._slots) for _ in sweep.answers(Here())]
        assert len(open_then) == 100 and max(open_then) <= 16


def test_a_worker_of_another_edition_answers_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match="another edition"):
        sweeping.looked_into(sweeping.Met(str(tmp_path), 0, 0), SCOPE, "another", "")


def test_a_worker_that_does_not_see_the_archive_is_no_word_on_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a", a="Fine.", b=f"SSN: {NUMBER}")
    journal = tmp_path / "journal"

    def elsewhere(path: Path, scope: Scope) -> Answer:
        return answer_file(tmp_path / "gone" / path.name, scope)

    with monkeypatch.context() as patch:
        patch.setattr(sweeping, "answer_file", elsewhere)
        with pytest.raises(OutOfReach, match="does not see"):
            swept(tmp_path / "a", journal)
    answers = swept(tmp_path / "a", journal)
    assert [(it.answer.missing, it.answer.found, it.before) for it in answers] == [
        (False, False, False),
        (False, True, False),
    ]


def test_a_file_that_is_gone_by_the_time_it_is_looked_into_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a="Fine.", b="Quiet.")

    def late(path: Path, scope: Scope) -> Answer:
        if path.name == "a.txt":
            path.unlink()
        return answer_file(path, scope)

    monkeypatch.setattr(sweeping, "answer_file", late)
    assert [it.answer.missing for it in swept(tmp_path)] == [True, False]


def test_a_folder_that_cannot_be_listed_is_unreadable(tmp_path: Path) -> None:
    answer = answer_file(tmp_path, SCOPE)
    assert answer.line["outcome"] == "unreadable" and "folder" in answer.line["says"] and answer.unexamined


def test_what_the_path_of_a_file_holds_is_found_and_what_it_is_called_after_is_not(
    tmp_path: Path, looked: list[str]
) -> None:
    names = (
        "Garcia 545-61-2231/letter", "Garcia 545-61-2231/2 letter", "Perez/letter", "Visas/SSN forms/letter",
        "Lopez SSN last four 9999/letter",
    )  # fmt: skip
    write(tmp_path, **{name.replace("/", "__"): "Loans in March." for name in names})
    told = {it.answer.line["path"].removeprefix(f"{tmp_path}/"): it for it in swept(tmp_path)}
    found = {path: [one["category"] for one in it.answer.line["findings"]] for path, it in told.items()}
    assert found == {
        "Garcia 545-61-2231/letter.txt": ["ssn"], "Garcia 545-61-2231/2 letter.txt": ["ssn"],
        "Perez/letter.txt": [], "Visas/SSN forms/letter.txt": [], "Lopez SSN last four 9999/letter.txt": ["ssn_last4"],
    }  # fmt: skip
    assert [it.answer.line["outcome"] for it in told.values() if it.answer.found] == ["findings"] * 3
    assert {it["where"] for it in told["Garcia 545-61-2231/letter.txt"].answer.line["findings"]} == {"file name"}
    assert [it.copy_of for path, it in told.items() if it.answer.found] == ["", "", ""]


def test_a_number_in_a_files_own_name_is_told_of_once(tmp_path: Path) -> None:
    (tmp_path / f"SSN {NUMBER}.txt").write_text("Fine.")
    (answer,) = swept(tmp_path)
    assert [it["category"] for it in answer.answer.line["findings"]] == ["ssn"]
