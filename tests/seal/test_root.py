from __future__ import annotations

import os
from pathlib import Path

import pytest

from fileroom.seal import NotConfigured
from fileroom.seal.root import Root, make_root_file, read_root
from fileroom.seal.store import _of_process

SECRET = b"never shown to anybody, 32 bytes"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "root.key"
    path.write_bytes(SECRET)
    path.chmod(0o600)
    return path


def test_a_new_root_file_is_its_owners_alone_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "root.key"
    make_root_file(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_size == 32
    assert read_root(str(path)).wrapping.id == Root(path.read_bytes()).wrapping.id


def test_a_root_file_that_stands_is_never_written_over(key_file: Path) -> None:
    with pytest.raises(FileExistsError):
        make_root_file(key_file)
    assert key_file.read_bytes() == SECRET


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o610, 0o602, 0o644])
def test_a_root_file_others_may_touch_is_refused(key_file: Path, mode: int) -> None:
    key_file.chmod(mode)
    with pytest.raises(NotConfigured, match=f"mode {mode:04o}"):
        read_root(str(key_file))


@pytest.mark.parametrize("secret", [b"", SECRET[:-1], SECRET + b"\n"])
def test_a_root_key_of_another_length_is_refused(key_file: Path, secret: bytes) -> None:
    key_file.write_bytes(secret)
    with pytest.raises(NotConfigured, match="exactly 32 bytes"):
        read_root(str(key_file))


def test_the_refusal_names_the_setting_and_the_file_and_never_the_contents(
    key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_file.write_bytes(SECRET[:20])
    monkeypatch.setenv("FILEROOM_ROOT_KEY_FILE", str(key_file))
    with pytest.raises(NotConfigured) as refused:
        read_root()
    assert "FILEROOM_ROOT_KEY_FILE" in str(refused.value)
    assert str(key_file) in str(refused.value)
    assert "never" not in str(refused.value)


def test_a_missing_root_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotConfigured, match="No such file"):
        read_root(str(tmp_path / "absent"))
    with pytest.raises(NotConfigured, match="FILEROOM_ROOT_KEY_FILE"):
        read_root(str(tmp_path))


def test_an_unset_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FILEROOM_ROOT_KEY_FILE", raising=False)
    with pytest.raises(NotConfigured, match="FILEROOM_ROOT_KEY_FILE is not set"):
        read_root()
    monkeypatch.delenv("FILEROOM_KEYS_URL", raising=False)
    with pytest.raises(NotConfigured, match="FILEROOM_KEYS_URL is not set"):
        _of_process(-1)  # of no process: this one's may be open already, and stays so


def test_a_root_key_shows_its_id_and_not_itself() -> None:
    root = Root(SECRET)
    assert repr(root) == f"Root(id={root.wrapping.id})"
    assert root.wrapping.secret != SECRET


def test_each_district_and_purpose_has_an_archive_key_of_its_own() -> None:
    one, other = Root(SECRET), Root(os.urandom(32))
    keys = [
        root.archive_key(district, purpose)
        for root in (one, other)
        for district in ("alder_creek", "birch_valley")
        for purpose in ("keys", "records")
    ]
    assert len(set(keys)) == len(keys) == 8
    assert one.archive_key("alder_creek", "keys") == keys[0]
