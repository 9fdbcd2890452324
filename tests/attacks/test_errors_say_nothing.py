"""When something breaks, the page has a number and the log has where, and neither has what was being handled."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from io import StringIO

import pytest

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import filed, looks

SECRET = "canary-of-a-broken-service"


class Lines(logging.Handler):
    """Everything the program says: to its own loggers, and straight to the standard error as a last resort."""

    def __init__(self, stderr: Callable[[], str]) -> None:
        super().__init__(logging.DEBUG)
        self.stderr = stderr
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))

    @property
    def text(self) -> str:
        """All of it until now."""
        self.said.append(self.stderr())
        return "\n".join(self.said)


@pytest.fixture
def lines(installation: Urls, capsys: pytest.CaptureFixture[str]) -> Iterator[Lines]:
    handler, loggers = Lines(lambda: capsys.readouterr().err), [logging.getLogger(name) for name in ("", "fileroom")]
    for logger in loggers:
        logger.addHandler(handler)
    yield handler
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, town: make.Town) -> make.Town:
    """A district whose key store breaks in the middle of every opening, with what it held in its words."""
    from fileroom.seal import store

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(f"cannot handle {SECRET}") from ValueError(SECRET)

    monkeypatch.setattr(store.KeyStore, "release", breaks)
    return town


def test_a_page_that_breaks_shows_a_number_and_nothing_else(broken: make.Town, lines: Lines) -> None:
    record = filed(broken.registrar.by, broken.ana)
    answer = browser(broken.registrar.by).get(f"/records/{record}/?note={SECRET}")
    body = answer.content.decode()
    assert answer.status_code == 500
    incident = re.search(r"\b[0-9a-f]{8}\b", body)
    assert incident is not None and incident[0] in lines.text
    assert SECRET not in body and "Traceback" not in body and "RuntimeError" not in body
    assert "Content-Security-Policy" in answer.headers


def test_the_log_of_what_broke_says_where_and_never_with_what(broken: make.Town, lines: Lines) -> None:
    record = filed(broken.registrar.by, broken.ana)
    browser(broken.registrar.by).get(f"/records/{record}/?note={SECRET}")
    assert "RuntimeError" in lines.text and "contents.py" in lines.text
    for told in (SECRET, str(record), str(broken.ana.id), "Torres", "Traceback", "192.0.2.7"):
        assert told not in lines.text


def test_where_the_log_itself_cannot_be_written_nothing_of_what_broke_is_printed_instead(
    broken: make.Town, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a logger trips over it prints, with the error it was to tell of: its words, and what it was raised from."""
    gone = StringIO()
    gone.close()
    for handler in logging.getLogger("fileroom").handlers:
        if type(handler) is logging.StreamHandler:
            monkeypatch.setattr(handler, "stream", gone)
    record = filed(broken.registrar.by, broken.ana)
    assert browser(broken.registrar.by).get(f"/records/{record}/").status_code == 500
    assert "RuntimeError" in lines.text and SECRET not in lines.text


def test_a_form_that_breaks_leaves_what_was_typed_out_of_the_log(
    town: make.Town, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.records import contents

    def breaks(*_: object, **given: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(contents, "write", breaks)
    said = {"observed_on": "2026-10-01", "text": SECRET, "signed_by": "T. Abara, teacher", "others": "nobody"}
    given = form(item="behaviour_report", **said)
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    assert answer.status_code == 500
    assert "KeyError" in lines.text
    assert SECRET not in answer.content.decode() and SECRET not in lines.text


def test_a_database_that_refuses_a_value_does_not_repeat_it(
    town: make.Town, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL quotes the row in the words of its errors; those words reach neither the page nor the log."""
    from fileroom.records import contents
    from fileroom.records.models import Record

    twin = filed(town.registrar.by, town.ana)

    def same_id(*_: object, **values: object) -> None:
        Record(id=twin, student_id=town.ana.id, item="sex", filed_at=AT).save(force_insert=True)

    monkeypatch.setattr(contents, "write", same_id)
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", form(item="sex", sex="female"))
    assert answer.status_code == 500
    assert "IntegrityError" in lines.text
    assert str(twin) not in lines.text and "already exists" not in lines.text


def test_what_is_refused_or_missing_is_no_incident(town: make.Town, lines: Lines) -> None:
    from uuid import uuid4

    record = filed(town.registrar.by, town.ben)
    pages = browser(town.teacher.by)
    assert pages.get(f"/students/{town.ana.id}/looked/").status_code == 403
    assert pages.get(f"/records/{record}/").status_code == 404
    assert pages.get(f"/records/{uuid4()}/").status_code == 404
    assert "incident" not in lines.text and str(record) not in lines.text


def test_a_broken_opening_leaves_neither_an_entry_nor_contents(broken: make.Town) -> None:
    from tests.disclosure.asking import entries

    record = filed(broken.registrar.by, broken.ana)
    with pytest.raises(RuntimeError):
        looks(broken.registrar.by, record)
    assert [event.act.value for event in entries()] == ["record:collected"]


def test_the_command_line_breaks_with_a_number_and_nothing_else(
    town: make.Town, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.cli import ledger
    from fileroom.cli.__main__ import main

    def breaks(*_: object) -> int:
        raise RuntimeError(SECRET)

    monkeypatch.setitem(ledger.ACTIONS, "checkpoint", breaks)
    assert main(["--district", "alder_creek", "ledger", "checkpoint"]) == 70
    said = lines.text
    assert re.search(r"Incident [0-9a-f]{8}", said)
    assert SECRET not in said
