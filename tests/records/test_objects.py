"""Two places for large ciphertexts, one behaviour: a folder, and an S3 store spoken to over loopback."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fileroom.hosting.embedded import Urls

if TYPE_CHECKING:
    from fileroom.records.objects import ObjectStore

BODY = os.urandom(100_000)


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of an S3 server of our own, with one bucket."""
    import boto3
    from moto.server import ThreadedMotoServer

    credentials = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": "us-west-2"}
    before = {name: os.environ.get(name) for name in credentials}
    os.environ |= credentials
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    where = {"LocationConstraint": "us-west-2"}
    boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="shelves", CreateBucketConfiguration=where)  # type: ignore[arg-type]
    yield f"s3://shelves/fileroom?endpoint={endpoint}"
    server.stop()
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, installation: Urls, tmp_path: Path) -> ObjectStore:
    from fileroom.records.objects import open_store

    return open_store(request.getfixturevalue("bucket") if request.param == "bucket" else str(tmp_path / "objects"))


def test_what_is_put_is_what_is_got(store: ObjectStore) -> None:
    store.put("alder_creek/ab/one", BODY)
    store.put("alder_creek/ab/empty", b"")
    assert store.get("alder_creek/ab/one") == BODY
    assert store.get("alder_creek/ab/empty") == b""


def test_a_folder_keeps_objects_for_this_account_alone_and_what_a_killed_try_left_is_no_obstacle(
    tmp_path: Path,
) -> None:
    from fileroom.records.objects import Folder

    before = os.umask(0o022)
    try:
        store = Folder(tmp_path / "objects")
        store.put("alder_creek/ab/one", b"first")
        left = tmp_path / "objects" / "alder_creek" / "ab" / "one.part"
        left.write_bytes(b"torn")
        store.put("alder_creek/ab/one", BODY)
    finally:
        os.umask(before)
    assert (store.get("alder_creek/ab/one"), left.exists()) == (BODY, False)
    assert [path for path in (tmp_path / "objects").rglob("*") if path.stat().st_mode & 0o077] == []


def test_an_object_and_the_folders_it_lies_in_are_on_disk_when_put_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.records.objects import Folder

    kept: list[str] = []
    sync = os.fsync

    def synced(descriptor: int) -> None:
        kept.append(os.path.relpath(os.readlink(f"/proc/self/fd/{descriptor}"), tmp_path))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", synced)
    Folder(tmp_path).put("alder_creek/ab/one", BODY)
    assert kept == [".", "alder_creek", "alder_creek/ab/one.part", "alder_creek/ab"]


def test_what_is_not_there_is_not_found(store: ObjectStore) -> None:
    with pytest.raises(FileNotFoundError):
        store.get("alder_creek/ab/never")


def test_what_is_deleted_is_gone_and_deleting_again_does_nothing(store: ObjectStore) -> None:
    store.put("alder_creek/ab/gone", BODY)
    store.delete("alder_creek/ab/gone")
    store.delete("alder_creek/ab/gone")
    with pytest.raises(FileNotFoundError):
        store.get("alder_creek/ab/gone")


def test_objects_of_two_districts_lie_apart(store: ObjectStore) -> None:
    store.put("alder_creek/ab/same", b"here")
    store.put("mesa_verde/ab/same", b"there")
    assert (store.get("alder_creek/ab/same"), store.get("mesa_verde/ab/same")) == (b"here", b"there")


def test_a_bucket_keeps_to_its_prefix(installation: Urls, bucket: str) -> None:
    import boto3

    from fileroom.records.objects import open_store

    open_store(bucket).put("alder_creek/ab/prefixed", b"x")
    client = boto3.client("s3", endpoint_url=bucket.partition("endpoint=")[2])
    assert client.get_object(Bucket="shelves", Key="fileroom/alder_creek/ab/prefixed")["Body"].read() == b"x"


def test_a_file_is_readable_by_this_account_only(installation: Urls, tmp_path: Path) -> None:
    from fileroom.records.objects import Folder

    Folder(tmp_path / "objects").put("alder_creek/ab/one", BODY)
    path = tmp_path / "objects" / "alder_creek" / "ab" / "one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0


def test_a_file_is_there_whole_or_not_at_all(
    installation: Urls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.records.objects import Folder

    def fails(descriptor: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", fails)
    folder = Folder(tmp_path / "objects")
    with pytest.raises(OSError, match="full"):
        folder.put("alder_creek/ab/one", BODY)
    with pytest.raises(FileNotFoundError):
        folder.get("alder_creek/ab/one")


@pytest.mark.parametrize("name", ["../escaped", "a/../../escaped", "/etc/passwd", "a/../../../root"])
def test_a_name_does_not_lead_out_of_the_folder(installation: Urls, tmp_path: Path, name: str) -> None:
    from fileroom.records.objects import Folder

    folder = Folder(tmp_path / "objects")
    for act in (lambda: folder.put(name, b"x"), lambda: folder.get(name), lambda: folder.delete(name)):
        with pytest.raises(ValueError, match="led out"):
            act()


def test_names_cannot_be_guessed_and_lie_in_the_districts_own_folder(installation: Urls) -> None:
    from fileroom.records.objects import new_name

    names = [new_name("alder_creek") for _ in range(50)]
    assert len(set(names)) == 50
    for name in names:
        assert re.fullmatch(r"alder_creek/[0-9a-f]{2}/[0-9a-f]{48}", name)
