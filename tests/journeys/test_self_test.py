"""What `fileroom check` turns red for besides backups and broken logs: a key store that is away, proxies unnamed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from fileroom.hosting.embedded import Urls

AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)


def found(name: str) -> tuple[str, str]:
    """State of one part of the self-test, and what it says."""
    from fileroom.safekeeping import selftest

    (part,) = [it for it in selftest.parts("alder_creek", at=AT) if it.name == name]
    return part.state.value, part.says


@pytest.mark.parametrize(
    ("behind_tls", "proxies", "state"),
    [(True, (), "red"), (True, ("192.0.2.7",), "ok"), (False, (), "ok"), (False, ("192.0.2.7",), "ok")],
)
def test_behind_a_proxy_that_nobody_has_named_the_check_is_red(
    district: str, behind_tls: bool, proxies: tuple[str, ...], state: str
) -> None:
    from django.test import override_settings

    with override_settings(BEHIND_TLS=behind_tls, TRUSTED_PROXIES=frozenset(proxies)):
        assert found("proxies")[0] == state


def test_a_key_store_that_cannot_be_read_is_red_and_stops_no_other_part(
    district: str, receipts: psycopg.Connection, installation: Urls
) -> None:
    receipts.execute("ALTER TABLE key_encryption_key RENAME COLUMN wrapped TO away")
    try:
        state, says = found("keys")
        assert (state, "key store cannot be read" in says) == ("red", True)
        assert found("migrations")[0] == "ok"
    finally:
        receipts.execute("ALTER TABLE key_encryption_key RENAME COLUMN away TO wrapped")
    assert found("keys")[0] == "ok"


@pytest.mark.parametrize(("days", "state"), [(92, "ok"), (93, "red")])
def test_a_backup_that_is_old_is_red_however_lately_it_was_tried(district: str, days: int, state: str) -> None:
    from fileroom.hosting import drills

    drills.record(district, drills.Drill(AT - timedelta(days=days), AT, True))
    try:
        assert found("backups")[0] == state
    finally:
        with connections["owner"].cursor() as cursor:
            cursor.execute("DELETE FROM fileroom_register.drill WHERE district = %s", [district])


def test_a_root_key_that_is_missing_is_red_and_stops_no_other_part(
    district: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.seal.store import _of_process

    monkeypatch.setenv("FILEROOM_ROOT_KEY_FILE", str(tmp_path / "lost.key"))
    _of_process.cache_clear()
    try:
        state, says = found("keys")
        assert (state, "FILEROOM_ROOT_KEY_FILE" in says) == ("red", True)
        assert found("migrations")[0] == "ok"
    finally:
        _of_process.cache_clear()


@pytest.mark.parametrize("right", ["UPDATE", "DELETE", "TRUNCATE", "UPDATE (at)"])
def test_an_application_that_may_alter_the_log_is_red(district: str, owner: psycopg.Connection, right: str) -> None:
    from fileroom.hosting import districts

    assert found("grants")[0] == "ok"
    owner.execute(f"GRANT {right} ON {district}.ledger_event TO fileroom_app")
    try:
        state, says = found("grants")
        assert (state, "ledger_event" in says) == ("red", True)
    finally:
        districts.migrate(district)
    assert found("grants")[0] == "ok"
