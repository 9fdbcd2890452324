"""A packet, a folder or a zip: its index, its documents by their names, and what its manifest says of each.

A bag (RFC 8493) has its documents under data/ and a digest of each in a manifest. A plain packet has an index at its
root. No file is unpacked to disk.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from fileroom.collection.imports.bundles import UNREADABLE, checked_members, is_folder, zip_of
from fileroom.collection.imports.faults import Fault, refuse
from fileroom.records.contents import LARGEST

BAG, INDEX, PAYLOAD, ABOUT = "bagit.txt", "index.csv", "data/", "bag-info.txt"
DIGESTS = ("sha512", "sha256")  # the better first; others are no proof any more
LARGEST_TAG_FILE = 8 * 1024**2
MOST_FILES = 5000
SENDER = "source-organization:"


class Files(Protocol):
    """What lies in a packet, by paths with strokes from its root."""

    names: frozenset[str]

    def open(self, name: str) -> IO[bytes]:
        """The bytes of one of `names`; what UNREADABLE names, where they cannot be had."""
        ...


class _Folder:
    def __init__(self, root: Path) -> None:
        files = (it for it in root.rglob("*") if it.is_file() and not it.is_symlink())
        try:
            found = list(islice(files, MOST_FILES + 1))
        except OSError:
            raise refuse("", "unreadable", "A folder of the packet cannot be read.") from None
        if len(found) > MOST_FILES:
            raise refuse("", "too_many_members", f"The packet holds more than {MOST_FILES} files.")
        self.root = root
        self.names = frozenset(it.relative_to(root).as_posix() for it in found)

    def open(self, name: str) -> IO[bytes]:
        return (self.root / name).open("rb")


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.members = {info.filename: info for info in checked_members(archive, MOST_FILES)}
        self.names = frozenset(self.members)

    def open(self, name: str) -> IO[bytes]:
        return self.archive.open(self.members[name])


class _Inside:
    """The files below one folder of others: packets are often sent in a folder of their own."""

    def __init__(self, files: Files, folder: str) -> None:
        self.files, self.folder = files, folder
        self.names = frozenset(it.removeprefix(folder) for it in files.names if it.startswith(folder))

    def open(self, name: str) -> IO[bytes]:
        return self.files.open(f"{self.folder}{name}")


@dataclass(frozen=True)
class Packet:
    """`payload`: where its documents lie. `proof`: by which digest its manifest speaks, blank where it has none.

    It is a bundle of one file, its index, whose rows name the documents.
    """

    files: Files
    payload: str
    index: str
    proof: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    sender: str = ""

    def names(self) -> list[str]:
        """The index alone."""
        return [self.index]

    def open(self, name: str) -> IO[bytes]:
        """The bytes of the index, which its own manifest must fit."""
        body = self._read(name, LARGEST_TAG_FILE)
        if isinstance(body, Fault) or self._changed(name, body):
            raise refuse(name, "unreadable", body.says if isinstance(body, Fault) else CHANGED.says)
        return io.BytesIO(body)

    def read(self, name: str) -> bytes | Fault:
        """One document, as its row names it, or why it is not had."""
        path = f"{self.payload}{name.removeprefix(self.payload)}" if self.payload else name
        if ".." in PurePosixPath(path).parts or path.startswith("/") or "\\" in path:
            return Fault("file", "outside", "The file lies outside the packet.")
        if path not in self.files.names:
            return Fault("file", "missing_file", "There is no such file in the packet.")
        body = self._read(path, LARGEST)
        return CHANGED if isinstance(body, bytes) and self._changed(path, body) else body

    def documents(self) -> frozenset[str]:
        """Paths of all that is no part of the packet itself."""
        return frozenset(it for it in self.files.names if it.startswith(self.payload) and it != self.index)

    def path_of(self, name: str) -> str:
        """The path of what a row names."""
        return f"{self.payload}{name.removeprefix(self.payload)}" if self.payload else name

    def _read(self, path: str, most: int) -> bytes | Fault:
        try:
            with self.files.open(path) as file:
                body = file.read(most + 1)
        except (*UNREADABLE, KeyError):
            return Fault("file", "unreadable", "The file cannot be read.")
        too_big = Fault("file", "too_big", f"The file is larger than the {most // 2**20} MB that are taken.")
        return too_big if len(body) > most else body

    def _changed(self, path: str, body: bytes) -> bool:
        if not self.proof:
            return False
        said = self.digests.get(path, "")
        return not hmac.compare_digest(said.encode(), hashlib.new(self.proof, body).hexdigest().encode())


CHANGED = Fault("file", "changed_on_the_way", "It is not what the packet's manifest says was sent: ask for it again.")


@contextmanager
def opened(path: Path) -> Iterator[Packet]:
    """The packet at a path. FileNotFoundError where there is nothing; BundleRefused where it is none."""
    if is_folder(path):
        yield _packet(_Folder(path))
        return
    with zip_of(path, refuse("", "not_a_packet", "This is neither a folder nor a zip."), MOST_FILES) as archive:
        yield _packet(_Zip(archive))


def _packet(files: Files) -> Packet:
    root = _root(files)
    inside = _Inside(files, root) if root else files
    if BAG not in inside.names:
        return Packet(inside, "", INDEX)
    there = [it for it in (f"{PAYLOAD}{INDEX}", INDEX) if it in inside.names]
    if not there:
        raise refuse("", "no_index", f"The packet has no {INDEX}: nothing says whose each document is, and what.")
    if len(there) > 1:
        says = f"The packet has two {INDEX}, one beside its documents and one among them: which one counts?"
        raise refuse("", "two_indexes", says)
    (index,) = there
    proof = next((it for it in DIGESTS if f"manifest-{it}.txt" in inside.names), "")
    digests = _digests(inside, proof) if proof else {}
    if proof and index not in digests:
        says = "No manifest of the packet speaks of its index: whose each document is, nothing shows. Ask for it again."
        raise refuse(index, "no_index_proof", says)
    return Packet(inside, PAYLOAD, index, proof, digests, _sender(inside))


def _root(files: Files) -> str:
    """Where the packet begins: at the root, or in the one folder that holds its index or says that it is a bag."""
    roots = {
        it[: -len(PurePosixPath(it).name)]
        for it in files.names
        if PurePosixPath(it).name in (BAG, INDEX) and len(PurePosixPath(it).parts) <= 2
    }
    bags = {it for it in roots if f"{it}{BAG}" in files.names} or roots
    if "" in bags:
        return ""
    if len(bags) != 1:
        raise refuse("", "no_index", f"The packet has no {INDEX}: nothing says whose each document is, and what.")
    return bags.pop()


def _tag_file(files: Files, name: str) -> list[str]:
    try:
        with files.open(name) as file:
            body = file.read(LARGEST_TAG_FILE + 1)
        if len(body) > LARGEST_TAG_FILE:
            raise refuse(name, "too_big", "The file is larger than 8 MiB.")
        return body.decode("utf-8-sig").splitlines()
    except UNREADABLE:
        raise refuse(name, "unreadable", "The file cannot be read.") from None


def _digests(files: Files, proof: str) -> dict[str, str]:
    """Path -> digest. The manifest of tag files too, where there is one: it speaks of an index beside the payload."""
    found: dict[str, str] = {}
    for name in (f"tagmanifest-{proof}.txt", f"manifest-{proof}.txt"):
        for line in _tag_file(files, name) if name in files.names else ():
            digest, _, path = line.strip().partition(" ")
            found[path.lstrip(" *")] = digest.lower()
    return found


def _sender(files: Files) -> str:
    lines = _tag_file(files, ABOUT) if ABOUT in files.names else []
    return next((it[len(SENDER) :].strip() for it in lines if it.casefold().startswith(SENDER)), "")
