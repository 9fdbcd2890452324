"""The watch over reading: a machine that reads is noticed within five minutes, a busy person never."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.core.exceptions import ValidationError
from psycopg import sql

from tests import factories as make
from tests.conftest import AT

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
SEPTEMBER = datetime(2026, 9, 2, 15, 30, tzinfo=UTC)  # half past eight in the morning
NIGHT = datetime(2026, 9, 2, 9, 30, tzinfo=UTC)  # half past two
READ, REFUSED = "record:inspected", "disclosure:refused"
Entry = tuple[datetime, UUID | None, str]


def note(by: UUID, entries: Iterable[Entry], address: str = "192.0.2.7", outcome: str = "") -> None:
    """Entries of the ledger, as they would lie there: time, student, act."""
    from django.db import connection

    from fileroom.hosting import district_transaction

    rows = [
        (uuid4(), act, student, str(by), address, outcome, at, bytes(32), bytes(32)) for at, student, act in entries
    ]  # fmt: skip
    with district_transaction(), connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO ledger_event (id, act, student, part, account, role, door, client, purpose, outcome, rules,"
            " law_digest, at, sealed, salt, mac) VALUES (%s, %s, %s, '', %s, 'teacher', 'web', %s, '', %s, '', '', %s,"
            " false, %s, %s)",
            rows,
        )


def every(seconds: float, number: int, *, at: datetime = SEPTEMBER, act: str = READ) -> list[Entry]:
    return [(at + it * seconds * SECOND, uuid4(), act) for it in range(number)]


def rounds(begins: datetime, minutes: int) -> list[datetime]:
    """Go round each minute; when alarms were raised."""
    from fileroom.programmes.watch.looking import look
    from fileroom.programmes.watch.reading import Limits

    return [at for it in range(1, minutes + 1) if look(limits=Limits(), at=(at := begins + it * MINUTE))]


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    it = make.staffed("keeper", "registrar", None)
    make.custodian(it.row, None)
    return it


@pytest.mark.parametrize("seconds", [1.0, 4.0, 7.0, 10.0, 14.0])
def test_a_script_that_reads_student_after_student_is_noticed_within_five_minutes(
    town: make.Town, seconds: float
) -> None:
    note(town.teacher.by.account.id, every(seconds, int(900 / seconds)))
    raised = rounds(SEPTEMBER, 15)
    assert len(raised) == 1, "once, however long it goes on"
    assert raised[0] - SEPTEMBER <= 5 * MINUTE


def test_a_script_that_waits_a_while_of_any_length_is_noticed_by_how_much_it_reads(town: make.Town) -> None:
    chance, at, entries = random.Random(4), SEPTEMBER, []
    while at < SEPTEMBER + 5 * MINUTE:
        entries.append((at, uuid4(), READ))
        at += chance.uniform(0.5, 9) * SECOND
    note(town.teacher.by.account.id, entries)
    assert rounds(SEPTEMBER, 5)


def test_one_that_reads_by_night_is_noticed_sooner(town: make.Town) -> None:
    chance = random.Random(2)
    entries = [(NIGHT + it * 15 * SECOND + chance.uniform(0, 14) * SECOND, uuid4(), READ) for it in range(20)]
    note(town.teacher.by.account.id, entries)
    by_day = [(at + 8 * 60 * MINUTE, student, act) for at, student, act in entries]
    note(town.registrar.by.account.id, by_day)
    assert rounds(NIGHT, 5)
    assert rounds(NIGHT + 8 * 60 * MINUTE, 6) == []


def busy_day(seed: int) -> list[Entry]:
    """A registrar in September: families at the counter one after another, files opened in bursts, papers of one file
    read one after another, a queue before eight and after lunch."""
    chance, at = random.Random(seed), SEPTEMBER
    entries: list[Entry] = []
    while at < SEPTEMBER + 4 * 60 * MINUTE:
        student = uuid4()
        for _ in range(chance.randrange(1, 9)):
            entries.append((at, student, READ))
            at += chance.lognormvariate(1.4, 0.8) * SECOND
        rush = chance.random() < 0.4
        at += chance.lognormvariate(2.6 if rush else 4.4, 0.9) * SECOND
    return entries


@pytest.mark.parametrize("seed", range(3))
def test_a_busy_registrar_in_september_is_not(town: make.Town, seed: int) -> None:
    entries = busy_day(seed)
    assert len({student for _, student, _ in entries}) > 70, "busy"
    note(town.registrar.by.account.id, entries)
    assert rounds(SEPTEMBER, 4 * 60 + 5) == []


def test_many_papers_of_one_student_are_one_student(town: make.Town) -> None:
    student = uuid4()
    note(town.teacher.by.account.id, [(SEPTEMBER + it * SECOND, student, READ) for it in range(300)])
    assert rounds(SEPTEMBER, 6) == []


def test_a_school_behind_one_address_is_no_machine_and_one_beat_through_many_accounts_is(town: make.Town) -> None:
    chance = random.Random(9)
    staff = [make.staffed(f"t{it}", "teacher", town.school) for it in range(12)]
    for it in staff:
        entries = [(SEPTEMBER + chance.uniform(0, 600) * SECOND, uuid4(), READ) for _ in range(9)]
        note(it.by.account.id, entries, "198.51.100.20")
    assert rounds(SEPTEMBER, 10) == []
    beat = every(3, 120, at=SEPTEMBER + 60 * MINUTE)
    for number, it in enumerate(staff):
        note(it.by.account.id, beat[number::12], "203.0.113.5")
    assert rounds(SEPTEMBER + 60 * MINUTE, 5)


def test_one_refusal_after_another_is_noticed(town: make.Town) -> None:
    chance = random.Random(3)
    tries = [(SEPTEMBER + it * 6 * SECOND + chance.uniform(0, 5) * SECOND, None, REFUSED) for it in range(40)]
    note(town.mother.by.account.id, tries)
    assert rounds(SEPTEMBER, 5)


def test_a_script_that_walks_through_the_search_is_noticed_by_the_names_it_was_shown(town: make.Town) -> None:
    chance, searched = random.Random(3), "student:searched"
    walks = [(SEPTEMBER + it * 11 * SECOND + chance.uniform(0, 8) * SECOND, None, searched) for it in range(26)]
    note(town.teacher.by.account.id, walks, outcome="25")
    assert rounds(SEPTEMBER, 5)
    finds = [(SEPTEMBER + it * 20 * SECOND, None, searched) for it in range(30)]
    note(town.registrar.by.account.id, finds, "192.0.2.8", outcome="6")
    assert len(rounds(SEPTEMBER + 5 * MINUTE, 6)) == 0, "a counter searches too"


def test_what_one_press_shows_of_many_is_one_look_and_a_long_list_one_list(town: make.Town) -> None:
    from fileroom.programmes.watch.looking import look
    from fileroom.programmes.watch.reading import Limits

    fifty = [(SEPTEMBER + it * 90 * SECOND, uuid4(), "letter:opened") for it in range(4) for _ in range(50)]
    note(town.teacher.by.account.id, [*fifty, *every(0, 60, act="file:opened")])
    note(town.teacher.by.account.id, [(SEPTEMBER, None, "essentials:printed")], outcome="700")
    assert rounds(SEPTEMBER, 10) == []
    assert look(limits=Limits(day=200), at=SEPTEMBER + 60 * MINUTE) == 0, "nor by the day"


def test_the_watch_sees_all_that_the_scope_of_an_incident_counts(installation: object) -> None:
    from fileroom.ledger.events import READS
    from fileroom.programmes.incidents.scope import IN_VAIN, SEARCHED, SHOWN

    assert {*READS} == {*SHOWN, *IN_VAIN, *SEARCHED}


def test_an_alarm_that_nobody_has_asked_about_says_how_much_it_has_become(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.programmes.watch import desk

    note(town.teacher.by.account.id, every(2, 900))
    first, *_ = rounds(SEPTEMBER, 4)
    rounds(first, 30)
    (found,) = desk.alarms(by=keeper.by, at=first + 30 * MINUTE)
    assert (found.students, found.reads) == (900, 900)
    assert found.last_at == SEPTEMBER + 1798 * SECOND
    desk.settle(found.id, "explained", by=keeper.by, at=first + 30 * MINUTE)
    note(town.teacher.by.account.id, every(60, 3, at=first + 31 * MINUTE))
    rounds(first + 31 * MINUTE, 3)
    (after,) = desk.alarms(by=keeper.by, at=first + 40 * MINUTE)
    assert after.students == 900, "what was asked about stays as it was then"


def test_a_slow_reader_is_noticed_by_the_day(town: make.Town) -> None:
    chance = random.Random(3)
    slow = [(SEPTEMBER + it * 60 * SECOND + chance.uniform(0, 55) * SECOND, uuid4(), READ) for it in range(420)]
    note(town.teacher.by.account.id, slow)
    from fileroom.programmes.watch.looking import look
    from fileroom.programmes.watch.reading import Limits

    assert look(limits=Limits(), at=SEPTEMBER + 421 * MINUTE) == 1


def test_an_alarm_is_owed_to_the_custodian_and_the_designee_and_one_of_them_settles_it(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.people.owed import owed
    from fileroom.programmes.watch import desk

    office = make.staffed("office", "administrator", None)
    note(town.teacher.by.account.id, every(2, 200))
    (at,) = rounds(SEPTEMBER, 4)
    for it in (keeper, office):
        assert [duty.room for duty in owed(by=it.by, at=at) if duty.room == "reading"] == ["reading"]
    (found,) = desk.alarms(by=keeper.by, at=at)
    assert (found.who, found.open) == ("Teacher Abara", True)
    assert found.signs == ("steady",), "it is noticed in the first minute, before it is fast"
    one = desk.alarm(found.id, by=keeper.by, at=at)
    assert max(one.minutes.values()) == 30, "two seconds from one student to the next"
    for outcome in ("nonsense", "incident"):  # an incident is reported first
        with pytest.raises(ValidationError):
            desk.settle(found.id, outcome, by=keeper.by, at=at)
    desk.settle(found.id, "explained", by=keeper.by, at=at)
    for it in (keeper, office):
        assert [duty.room for duty in owed(by=it.by, at=at) if duty.room == "reading"] == []
    with pytest.raises(ValidationError):
        desk.settle(found.id, "incident", by=office.by, at=at)


def test_an_alarm_looked_into_as_an_incident_leads_to_it_and_pressed_twice_it_is_one(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents import desk as incidents
    from fileroom.programmes.models import Incident
    from fileroom.programmes.watch import desk
    from tests.attacks.browsing import browser, form

    office = make.staffed("office", "administrator", None)
    note(town.teacher.by.account.id, every(2, 200))
    (at,) = rounds(SEPTEMBER, 4)
    rounds(at, 8)
    (found,) = desk.alarms(by=office.by, at=at)
    page = browser(office.by)
    for _ in range(2):
        page.post(f"/reading/{found.id}/settle/", form(outcome="incident"))
    with district_transaction():
        (row,) = Incident.objects.all()
    assert row.noticed_at == at and row.systems == ["fileroom"]
    ((noted, _),) = incidents.read(row.id, by=office.by, at=AT)
    says = " ".join(noted.fields.values())
    assert "Teacher Abara" in says and "200 students" in says
    assert f"/incidents/{row.id}/" in page.get(f"/reading/{found.id}/").content.decode()


def test_nobody_looks_into_their_own_reading_and_others_see_no_alarm(town: make.Town, keeper: make.Staffed) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.watch import desk

    note(keeper.by.account.id, every(2, 200))
    (at,) = rounds(SEPTEMBER, 4)
    assert desk.alarms(by=keeper.by, at=at) == []
    office = make.staffed("office", "administrator", None)
    (found,) = desk.alarms(by=office.by, at=at)
    for it in (keeper, town.registrar, town.principal, town.teacher, town.mother):
        with pytest.raises(Missing):
            desk.alarm(found.id, by=it.by, at=at)
        with pytest.raises(Missing):
            desk.settle(found.id, "explained", by=it.by, at=at)


def test_what_was_explained_is_not_asked_again_and_what_goes_on_is(town: make.Town, keeper: make.Staffed) -> None:
    from fileroom.programmes.watch import desk

    note(town.teacher.by.account.id, every(2, 900))
    (at,) = rounds(SEPTEMBER, 4)
    (found,) = desk.alarms(by=keeper.by, at=at)
    desk.settle(found.id, "explained", by=keeper.by, at=at)
    again = rounds(at, 26)
    assert len(again) == 1, "half an hour of it: one more"
    assert again[0] - at > 9 * MINUTE


def test_the_watch_reads_by_an_index_of_times(town: make.Town, owner: psycopg.Connection) -> None:
    """What a planner takes for a table of few rows is by chance: the other indexes are away while it is asked."""
    from fileroom.programmes.watch.reading import STATEMENT

    others = """SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'ledger_event'::regclass
        AND NOT indisunique AND indexrelid <> 'ledger_event_reads'::regclass"""
    with owner.transaction(force_rollback=True):
        for (name,) in owner.execute(others).fetchall():
            owner.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
        owner.execute("SET LOCAL enable_seqscan = off")
        asked = {"since": AT - 10 * MINUTE, "until": AT, "least": 15}
        plan = "\n".join(row[0] for row in owner.execute(f"EXPLAIN {STATEMENT}", asked).fetchall())
    assert "ledger_event_reads" in plan
