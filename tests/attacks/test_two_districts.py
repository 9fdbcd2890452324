"""Two districts in one installation, with the very same ids in both: nothing of one is reached from the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import ELSEWHERE, HOST, browser
from tests.conftest import AT
from tests.disclosure.asking import asks, entries, filed, looks

HERE, THERE = "alder_creek", "mesa_verde"


@dataclass(frozen=True)
class Twins:
    """The same town twice, row for row and id for id; there the students have other names. One record, here only."""

    town: make.Town
    record: UUID


@pytest.fixture
def twins(district: str) -> Twins:
    from fileroom.hosting import district_transaction, serving

    town = make.town()
    record = filed(town.registrar.by, town.ana, "Only of Alder Creek.")
    with district_transaction():
        rows = _rows()
    with serving(THERE), district_transaction():
        for row in rows:
            if row._meta.model_name == "student":
                row.legal_family, row.search_name = "Verdugo", "ana verdugo"
            row.save(force_insert=True)
    return Twins(town, record)


def _rows() -> list[Any]:
    """Every row of people, those that others point to first."""
    from fileroom.people import models as m

    order = (
        m.School, m.Student, m.Enrolment, m.Contact, m.Relationship, m.Custody, m.Employee, m.Assignment, m.Custodian,
        m.Section, m.SectionTeacher, m.SectionStudent, m.Account,
    )  # fmt: skip
    return [row for model in order for row in model.objects.all()]


@pytest.fixture
def there(twins: Twins) -> Iterator[Twins]:
    """The same, seen from the other district."""
    from fileroom.hosting import serving

    with serving(THERE):
        yield twins


def test_a_record_of_one_district_is_missing_in_the_other(there: Twins) -> None:
    from fileroom.disclosure.services import Missing

    for by in (there.town.registrar.by, there.town.principal.by, there.town.mother.by):
        with pytest.raises(Missing):
            looks(by, there.record)
    assert entries() == []


def test_the_same_student_has_no_record_in_the_other_district(there: Twins) -> None:
    opened = asks(there.town.registrar.by, there.town.ana)
    assert opened.decision.granted
    assert getattr(opened, "records", None) == ()


def test_the_log_of_one_district_is_not_in_the_other(there: Twins) -> None:
    from fileroom.ledger import queries
    from fileroom.ledger import services as ledger

    assert queries.entries_of(there.town.ana.id) == []
    assert ledger.sequence(at=AT) == 0
    with pytest.raises(ledger.Missing):
        ledger.export(there.town.ana.id)


def test_a_search_finds_only_its_own_district(there: Twins) -> None:
    from fileroom.disclosure.searching import search
    from fileroom.hosting import serving

    by = there.town.registrar.by
    assert search("Torres", by=by, at=AT).students == ()
    assert sorted(it.name for it in search("Verdugo", by=by, at=AT).students) == ["Ana Verdugo", "Ben Verdugo"]
    with serving(HERE):
        assert search("Verdugo", by=by, at=AT).students == ()


def test_the_pages_at_the_other_host_show_the_other_district_alone(there: Twins) -> None:
    page = browser(there.town.registrar.by, host=ELSEWHERE)
    seen = page.get(f"/students/{there.town.ana.id}/").content.decode()
    assert "Ana Verdugo" in seen and "Torres" not in seen.replace("Mother Torres", "")
    for address in (f"/records/{there.record}/", f"/records/{there.record}/document/"):
        assert page.get(address).status_code == 404
    family = browser(there.town.mother.by, host=ELSEWHERE)
    for address in (f"/family/records/{there.record}/", f"/family/records/{there.record}/document/"):
        assert "No file is open to this account" in family.get(address).content.decode()


def test_a_session_of_one_host_is_no_session_at_another(twins: Twins) -> None:
    page, other = browser(twins.town.registrar.by), browser(host=ELSEWHERE)
    other.cookies["fileroom_session"] = page.cookies["fileroom_session"].value
    for address in ("/", f"/students/{twins.town.ana.id}/", "/ledger/", "/family/"):
        answer = other.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"/sign-in/?next={address}")
    assert page.get("/").status_code == 200


def command(*arguments: str) -> tuple[int, str]:
    """Exit status and standard output of a command."""
    from fileroom.cli.__main__ import main

    out = io.StringIO()
    with redirect_stdout(out):
        status = main(list(arguments))
    return status, out.getvalue()


def test_the_command_line_exports_only_from_the_district_it_names(twins: Twins) -> None:
    from fileroom.ledger import services as ledger

    ledger.sequence(at=AT)
    student = str(twins.town.ana.id)
    status, bundle = command("--district", HERE, "ledger", "export", "--student", student)
    assert (status, bool(bundle)) == (0, True)
    assert command("--district", THERE, "ledger", "export", "--student", student) == (5, "")


def test_the_command_line_refuses_to_guess_between_districts(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("ledger", "checkpoint") == (4, "")
    assert "--district" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere", 'alder_creek", "mesa_verde', "public", "fileroom_register", ""])
def test_the_command_line_serves_no_district_it_does_not_know(district: str, name: str) -> None:
    assert command("--district", name, "ledger", "checkpoint")[0] in (4, 5)


def test_a_key_of_one_district_is_unknown_in_the_other(twins: Twins) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version
    from fileroom.seal import UnknownKey
    from fileroom.seal.store import key_store

    with district_transaction():
        data_key = Version.objects.get(record_id=twins.record).data_key
    with pytest.raises(UnknownKey):
        key_store().release(THERE, uuid4(), data_key, AT)


def copied(owner: psycopg.Connection, table: str) -> None:
    """Copy a table's rows to the other district, as a database superuser can."""
    owner.execute(f"INSERT INTO {THERE}.{table} SELECT * FROM {HERE}.{table}".encode())


def test_contents_moved_to_the_other_district_do_not_open_there(there: Twins, owner: psycopg.Connection) -> None:
    from fileroom.seal import UnknownKey

    for table in ("records_record", "records_version", "records_sealed"):
        copied(owner, table)
    with pytest.raises(UnknownKey):
        looks(there.town.registrar.by, there.record)


def test_a_ciphertext_laid_under_the_others_own_record_does_not_open(there: Twins, owner: psycopg.Connection) -> None:
    from fileroom.seal import Tampered

    own = filed(there.town.registrar.by, there.town.ana, "Only of Mesa Verde.")
    moved = owner.execute(
        f"""UPDATE {THERE}.records_sealed SET ciphertext = (SELECT ciphertext FROM {HERE}.records_sealed)
        WHERE version_id = (SELECT id FROM {THERE}.records_version WHERE record_id = %s)""".encode(),
        [own],
    )
    assert moved.rowcount == 1
    with pytest.raises(Tampered):
        looks(there.town.registrar.by, own)


def test_an_act_in_one_district_leaves_no_trace_in_the_other(twins: Twins, owner: psycopg.Connection) -> None:
    looks(twins.town.registrar.by, twins.record)
    found = owner.execute(f"SELECT count(*) FROM {THERE}.ledger_event".encode()).fetchone()
    assert found == (0,)


UNKNOWN = [
    "nowhere.test", f"{HOST}.evil.test", f"evil.{HOST}", "127.0.0.1", "", "localhost", "[::1]", f"{HOST} ", f"{HOST}/",
    f"{HOST},{ELSEWHERE}",
]  # fmt: skip


@pytest.mark.parametrize("host", UNKNOWN)
def test_an_unknown_host_gets_nothing_and_no_cookie(twins: Twins, host: str) -> None:
    page = browser(twins.town.registrar.by)
    page.cookies["fileroom_session"]["domain"] = ""
    for address in ("/", "/sign-in/", f"/students/{twins.town.ana.id}/"):
        answer = page.get(address, HTTP_HOST=host)
        assert answer.status_code == 404
        assert answer.content == b"No district answers at this address."
        assert "Set-Cookie" not in answer and not answer.cookies


def test_a_forwarded_host_does_not_choose_the_district(twins: Twins) -> None:
    page = browser(twins.town.registrar.by)
    answer = page.get(
        f"/students/{twins.town.ana.id}/", HTTP_X_FORWARDED_HOST=ELSEWHERE, HTTP_FORWARDED=f"host={ELSEWHERE}"
    )
    assert "Verdugo" not in answer.content.decode()
    assert "Ana Torres" in answer.content.decode()


@pytest.mark.parametrize("host", [HOST.upper(), f"{HOST}:8000"])
def test_a_known_host_is_known_in_capitals_and_with_a_port(twins: Twins, host: str) -> None:
    assert browser(twins.town.registrar.by).get("/", HTTP_HOST=host).status_code == 200


def test_an_account_of_the_same_name_signs_in_to_its_own_district_only(
    district: str, password: tuple[str, str]
) -> None:
    town = make.town()
    make.change(town.registrar.by.account, password=password[1])
    form = {"login": "registrar", "password": password[0]}
    assert browser(host=ELSEWHERE).post("/sign-in/", form).status_code == 200
    assert browser().post("/sign-in/", form).status_code == 302
