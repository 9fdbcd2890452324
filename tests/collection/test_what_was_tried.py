"""The mark of a file that was tried: what it is bound to, and what it does not carry."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, without_ids
from tests.collection.conftest import Rows
from tests.collection.test_imports_on_a_page import PAGE, SDS_WITH_LONG_IDS, sent, students, zipped
from tests.collection.test_mapping import BODY, TAKES, page
from tests.collection.trying import mark

SAID = ("students.csv", {"Perm ID": "student.id", "318-44-7265": "student.email"}, "y-m-d", False)
MAPPING = "/coming-in/import/"
BUNDLE = zipped(SDS_WITH_LONG_IDS)
IDS = {"ids_are_no_ssn": "on"}


def a_bundle(act: str, **more: str) -> dict[str, object]:
    return sent(BUNDLE, act=act, **IDS, **more)


def a_file(act: str, **more: str) -> dict[str, object]:
    return page(TAKES, act=act, days="y-m-d", everybody="on", **IDS, **more)


def test_a_mark_says_nothing_of_what_was_said_and_is_as_long_however_much_that_was(district: str) -> None:
    from fileroom.collection.bundles.services import mark_of

    who = make.staffed("office", "administrator", None).by
    marks = [mark_of(b"a file", *said, by=who) for said in (SAID, (False,), ("x" * 10_000, SAID))]
    assert len({len(it) for it in marks}) == 1
    carried = [urlsafe_b64decode(it.partition(":")[0] + "==").decode() for it in marks]
    said = ("students", "Perm ID", "318", "student.id", "y-m-d")
    assert not any(word in without_ids(it) for it in carried for word in said)


def test_a_mark_is_of_all_that_was_said_in_whatever_order_its_columns_came(district: str) -> None:
    from fileroom.collection.bundles.services import mark_of, was_tried

    who = make.staffed("office", "administrator", None).by
    mark, (name, takes, days, everybody) = mark_of(b"a file", *SAID, by=who), SAID
    assert was_tried(mark, b"a file", name, dict(reversed(takes.items())), days, everybody, by=who)
    for others in (
        ("other.csv", takes, days, everybody),
        (name, takes | {"Last": "student.family"}, days, everybody),
        (name, takes | {"Perm ID": "student.ssid"}, days, everybody),
        (name, takes, "m/d/y", everybody),
        (name, takes, days, True),
        SAID[:3],
        (*SAID, False),
    ):
        assert not was_tried(mark, b"a file", *others, by=who)


def test_a_mark_of_one_district_is_none_in_another(district: str) -> None:
    from fileroom.collection.bundles.services import mark_of, was_tried
    from fileroom.hosting import serving

    who = make.staffed("office", "administrator", None).by
    mark = mark_of(b"a file", *SAID, by=who)
    with serving("mesa_verde"):
        assert not was_tried(mark, b"a file", *SAID, by=who)
    assert was_tried(mark, b"a file", *SAID, by=who)


def test_a_file_that_changed_after_it_was_mapped_and_tried_is_tried_anew(district: str, rows: Rows) -> None:
    pages = browser(make.staffed("office", "administrator", None).by)
    tried = mark(pages.post(MAPPING, a_file("try")).content.decode())
    for body in (BODY.replace(b"Okafor", b"Okoro"), BODY + b"u3,Chi,Okafor,2011-04-03,9,1,Alder Creek High,,,,\n"):
        answer = pages.post(MAPPING, a_file("take", tried=tried) | sent(body, "students.csv"))
        assert "Nothing was imported: the file" in answer.content.decode() and mark(answer.content.decode()) != tried
    assert students(rows) == 0


def test_what_one_account_mapped_and_tried_another_tries_anew(district: str, rows: Rows) -> None:
    pages, others = (browser(make.staffed(name, "administrator", None).by) for name in ("office", "another"))
    tried = mark(pages.post(MAPPING, a_file("try")).content.decode())
    assert "Nothing was imported: the file" in others.post(MAPPING, a_file("take", tried=tried)).content.decode()
    assert students(rows) == 0
    assert "What was done" in pages.post(MAPPING, a_file("take", tried=tried)).content.decode()


@pytest.mark.parametrize(("address", "step", "look"), [(PAGE, a_bundle, "look"), (MAPPING, a_file, "try")])
def test_what_was_tried_is_taken_with_one_press_once_another_import_is_over(
    district: str,
    rows: Rows,
    owner: psycopg.Connection[Any],
    address: str,
    step: Callable[..., dict[str, object]],
    look: str,
) -> None:
    from fileroom.collection.imports.services import LOCK

    pages = browser(make.staffed("office", "administrator", None).by)
    tried = mark(pages.post(address, step(look)).content.decode())
    for act in ("take", look):
        with owner.transaction():
            owner.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
            wait = pages.post(address, step(act, tried=tried))
        said = wait.content.decode()
        assert wait.status_code == 409 and "then press Import again" in said and mark(said) == tried
        assert 'value="take"' in said and 'id="ids_are_no_ssn" checked' in said
        assert students(rows) == 0
    done = pages.post(address, step("take", tried=tried)).content.decode()
    assert "What was done" in done and students(rows) == 2


@pytest.mark.parametrize(("address", "step"), [(PAGE, a_bundle), (MAPPING, a_file)])
def test_what_was_not_tried_gets_no_mark_by_waiting(
    district: str, owner: psycopg.Connection[Any], address: str, step: Callable[..., dict[str, object]]
) -> None:
    from fileroom.collection.imports.services import LOCK

    pages = browser(make.staffed("office", "administrator", None).by)
    with owner.transaction():
        owner.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
        for act, tried in (("take", "x"), ("take", ""), ("look" if address == PAGE else "try", "x")):
            said = pages.post(address, step(act, tried=tried)).content.decode()
            assert "then try again" in said and 'name="tried"' not in said and 'value="take"' not in said
