"""Where large ciphertexts lie: a folder, or any S3-compatible store. Names are random; bytes are sealed already."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


class ObjectStore(Protocol):
    """Bytes by name."""

    def put(self, name: str, body: bytes) -> None:
        """Store a new object; it is on disk when this returns."""

    def get(self, name: str) -> bytes:
        """The object's bytes; FileNotFoundError where there is none."""

    def delete(self, name: str) -> None:
        """Remove the object; nothing happens where there is none."""


def new_name(district: str) -> str:
    """A name nobody can guess, in the district's own folder."""
    token = secrets.token_hex(24)
    return f"{district}/{token[:2]}/{token}"


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """A file for this account only: on disk, whole and under its name, when this returns; else not there.

    What an earlier try left beside it, or under its name, is replaced.
    """
    _private(path.parent)
    partial = path.with_name(path.name + ".part")
    partial.unlink(missing_ok=True)
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    _keep(path.parent)


def _private(folder: Path) -> None:
    """Make a folder, and those it lies in, each for this account only."""
    if not folder.is_dir():
        _private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        _keep(folder.parent)


def _keep(folder: Path) -> None:
    """Have the disk keep which names are in a folder: a file's own fsync does not say so."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Folder:
    """Objects as files below one folder, readable by this account only."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _path(self, name: str) -> Path:
        path = (self.root / name).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise ValueError("An object's name led out of the object folder.")
        return path

    def put(self, name: str, body: bytes) -> None:
        write_whole(self._path(name), [body])

    def get(self, name: str) -> bytes:
        return self._path(name).read_bytes()

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)


class Bucket:
    """Objects in an S3 bucket. Credentials come from the environment, as every S3 client reads them."""

    def __init__(self, bucket: str, prefix: str, client: S3Client) -> None:
        self.bucket, self.prefix, self.client = bucket, prefix, client

    def _key(self, name: str) -> str:
        return f"{self.prefix}/{name}" if self.prefix else name

    def put(self, name: str, body: bytes) -> None:
        self.client.put_object(Bucket=self.bucket, Key=self._key(name), Body=body)

    def get(self, name: str) -> bytes:
        try:
            return self.client.get_object(Bucket=self.bucket, Key=self._key(name))["Body"].read()
        except self.client.exceptions.NoSuchKey as error:
            raise FileNotFoundError(name) from error

    def delete(self, name: str) -> None:
        self.client.delete_object(Bucket=self.bucket, Key=self._key(name))


def open_store(address: str) -> ObjectStore:
    """A folder's path, or `s3://bucket/prefix?endpoint=http://…` (the endpoint only for stores other than AWS)."""
    parts = urlsplit(address)
    if parts.scheme != "s3":
        return Folder(Path(address))
    import boto3  # slow to import, and only districts with a bucket need it

    endpoint = parse_qs(parts.query).get("endpoint", [None])[0]
    return Bucket(parts.netloc, parts.path.strip("/"), boto3.client("s3", endpoint_url=endpoint))


@lru_cache(maxsize=1)
def object_store() -> ObjectStore:
    """The installation's store, from FILEROOM_OBJECTS."""
    if not settings.OBJECTS:
        raise RuntimeError("Set FILEROOM_OBJECTS to a folder or to s3://bucket: large documents need a place.")
    return open_store(settings.OBJECTS)
