"""A table goes to a tool only without the people in it, read by a person, handed over once; and none of it is kept."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import FormUsed, Missing
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.tools.test_may_this_text_go import BUSINESS, DEIDENTIFIED, GRADES, company, office, tool

__all__ = ["office"]
HEADS = "SSID,Name,Grade,Score,Remark"
MANY = "\n".join([HEADS, *(f"44123456{it:02},Ann Poe{it},05,{it},=SUM(A{it}) says Ana Torres" for it in range(12))])
PAGE = "/tools/table/"


def asks(by: make.Staffed, of: Any, table: str, read: str = "", *, once: Any = None) -> Any:
    from fileroom.programmes.tools.asking import Asked
    from fileroom.programmes.tools.tables import ask

    return ask(once or uuid4(), Asked(of, GRADES, table, read), by=by.by, at=AT)


def answer(told: Any) -> tuple[str, ...]:
    return (told.judged.answer.value, *(it.value for it in told.judged.why))


@pytest.fixture
def of(office: make.Staffed) -> Any:
    """A tool of a company whose contract has the nine clauses, approved for what the people were taken out of."""
    return tool(office, DEIDENTIFIED, operator=company(office))


def test_it_is_read_first_and_then_handed_over_without_anybody_in_it(town: make.Town, of: Any) -> None:
    first = asks(town.teacher, of, MANY)
    assert answer(first) == ("deidentify_first", "read_it")
    last = asks(town.teacher, of, MANY, first.digest)
    assert answer(last) == ("deidentified",) and last.left.text == first.left.text
    rows = list(csv.reader(io.StringIO(last.left.text)))
    assert rows[0][0] == "student" and "SSID" not in rows[0] and "Name" not in rows[0]
    assert len(rows) == 13 and not any(it in last.left.text for it in ("Ana", "Torres", "44123456", "Poe"))
    assert all(cell[:1] not in ("=", "+", "@") for row in rows for cell in row), "no cell is a formula"


def test_it_is_handed_over_once(town: make.Town, of: Any) -> None:
    read, once = asks(town.teacher, of, MANY).digest, uuid4()
    asks(town.teacher, of, MANY, read, once=once)
    with pytest.raises(FormUsed):
        asks(town.teacher, of, MANY, read, once=once)


def test_of_another_table_than_was_read_nothing_is_handed_over(town: make.Town, of: Any) -> None:
    read = asks(town.teacher, of, MANY).digest
    assert answer(asks(town.teacher, of, MANY.replace("Grade", "Level"), read)) == ("deidentify_first", "read_it")


def test_where_few_share_what_is_left_or_it_tells_of_what_is_rare_nobody_is_shown_it(town: make.Town, of: Any) -> None:
    few = asks(town.teacher, of, "\n".join(MANY.split("\n")[:6]))
    rare = asks(town.teacher, of, MANY.replace("says Ana Torres", "sits in a wheelchair"))
    status = asks(town.teacher, of, MANY.replace("says Ana Torres", "he is undocumented"))
    assert [answer(it) for it in (few, rare, status)] == [("no", "few"), ("no", "rare"), ("no", "status")]
    assert few.left is rare.left is status.left is None


@pytest.mark.parametrize(
    ("receives", "approved", "why"),
    [((DEIDENTIFIED,), False, "not_approved"), ((BUSINESS, GRADES), True, "not_without")],
)
def test_what_a_tool_is_not_approved_for_is_not_even_read(
    office: make.Staffed, town: make.Town, receives: Any, approved: bool, why: str
) -> None:
    of = tool(office, *receives, approved=approved, operator=company(office))
    told = asks(town.teacher, of, "a,b\n1\n")  # no table: whoever reads it says so
    assert answer(told) == ("no", why) and told.left is None


def test_what_does_harm_is_opened_no_further(town: make.Town, of: Any) -> None:
    harm = r"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    with pytest.raises(ValidationError, match="malicious"):
        asks(town.teacher, of, harm)


@pytest.mark.parametrize("table", ["", "a,b\n1\n", "x" * 500_001])
def test_what_is_no_table_or_too_large_is_said_and_noted_nowhere(town: make.Town, of: Any, table: str) -> None:
    before = len(entries())
    with pytest.raises(ValidationError):
        asks(town.teacher, of, table)
    assert len(entries()) == before


def test_a_family_asks_for_none(town: make.Town, of: Any) -> None:
    with pytest.raises(Missing):
        asks(town.mother, of, MANY)  # type: ignore[arg-type]


def test_its_line_says_how_many_names_were_told_and_nothing_of_the_table(town: make.Town, of: Any) -> None:
    before = len(entries())
    asks(town.teacher, of, MANY)
    (line,) = entries()[before:]
    assert (line.act.value, line.part, line.outcome, line.student, line.record) == (
        "tool:asked", "grades/deidentify_first", "1", None, of,
    )  # fmt: skip


def hidden(page: str, name: str) -> str:
    """What a form of this page carries along."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return unescape(found[1])


def test_on_the_page_it_is_shown_and_then_downloaded_once(town: make.Town, of: Any) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    pages, brought = browser(town.teacher.by), SimpleUploadedFile("grades of Ana.csv", MANY.encode())
    shown = pages.post(PAGE, form(tool=of, kind="grades", file=brought)).content.decode()
    assert "12 rows left" in words(shown) and "nobody was found" in words(shown)
    assert "Torres" not in words(shown)
    read = form(tool=of, kind="grades", table=hidden(shown, "table").replace("\n", "\r\n"), read=hidden(shown, "read"))
    unread = pages.post(PAGE, read)
    assert unread.status_code == 422 and "say that nobody" in words(unread.content.decode())
    took = pages.post(PAGE, read | {"nobody": "yes"})
    assert took["Content-Disposition"] == 'attachment; filename="table.deidentified.csv"'
    assert took.content.decode().startswith('\ufeff"student"') and "Torres" not in took.content.decode()
    again = pages.post(PAGE, read | {"nobody": "yes"})
    assert again.status_code == 422 and "handed over already" in words(again.content.decode())
    bad = pages.post(PAGE, form(tool=of, kind="grades", file=SimpleUploadedFile("t.csv", b"\xff\xfeA\x00")))
    assert "CSV UTF-8" in words(bad.content.decode())
