"""Open a bundle, a folder or a zip, and hand out its files as bytes. No file is unpacked to disk."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from fileroom.collection.imports.faults import BundleRefused, refuse
from fileroom.screening.opening.zip_layout import files_listed

LARGEST_FILE_BYTES = 2 * 1024**3
LARGEST_BUNDLE_BYTES = 4 * 1024**3
MOST_MEMBERS = 1000
LARGEST_LINE = 2**10  # bytes of a zip's directory for one file: its name, and what else is said of it
# A file may have a line for the folder it lies in too, and a Mac packs a twin beside each: those are not counted.
LINES_OF_A_FILE = 4
# Rosters repeat themselves, so a ratio means little on small members; DEFLATE itself ends near 1:1032.
HIGHEST_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 8 * 1024**2
# What a file that is damaged, or packed in a way the standard library lacks, raises while it is read. A name that is
# not in the letters it says is a ValueError.
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, ValueError)


# Where a bundle lies: at a path; or, a zip that was handed in on a page, in memory.
Source = Path | IO[bytes]


@dataclass(frozen=True)
class Shape:
    """What lies in a bundle: files of these endings, and at its root the file `root`, or any of them where blank."""

    endings: tuple[str, ...]
    root: str = ""

    def takes(self, name: str) -> bool:
        """Whether a file of this name is the bundle's."""
        return name.lower().endswith(self.endings) and not name.startswith(".")

    def shows_root(self, name: str) -> bool:
        """Whether a folder that holds this file is the bundle's."""
        return name == self.root if self.root else self.takes(name)


class Bundle(Protocol):
    """Files by their plain name (`users.csv`), whatever they lie in."""

    def names(self) -> list[str]:
        """Names of the files at the bundle's root, sorted."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """The bytes of one file; OSError, KeyError or zipfile.BadZipFile where they cannot be had."""
        ...


class Folder:
    """A bundle in a folder, or in the one folder inside it."""

    def __init__(self, path: Path, shape: Shape) -> None:
        self.path = _root_of_folder(path, shape)
        self._names = sorted(entry.name for entry in self.path.iterdir() if entry.is_file() and shape.takes(entry.name))

    def names(self) -> list[str]:
        return self._names

    def open(self, name: str) -> IO[bytes]:
        path = self.path / name
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise refuse(name, "too_big", "The file is larger than 2 GiB.")
        return path.open("rb")


class Single(Folder):
    """One file, without its neighbours."""

    def __init__(self, path: Path) -> None:
        self.path, self._names = path.parent, [path.name]


def _root_of_folder(path: Path, shape: Shape) -> Path:
    if _is_root(path, shape):
        return path
    inner = [child for child in path.iterdir() if child.is_dir() and _is_root(child, shape)]
    return inner[0] if len(inner) == 1 else path


def _is_root(path: Path, shape: Shape) -> bool:
    return any(shape.shows_root(entry.name) and entry.is_file() for entry in path.iterdir())


class Zip:
    """A bundle in a zip: members at its root, or in the one folder that shows it is the root."""

    def __init__(self, archive: zipfile.ZipFile, shape: Shape) -> None:
        self.archive = archive
        self.shape = shape
        self.members = _members(archive, shape)

    def names(self) -> list[str]:
        return sorted(filter(self.shape.takes, self.members))

    def open(self, name: str) -> IO[bytes]:
        return self.archive.open(self.members[name])


def _members(archive: zipfile.ZipFile, shape: Shape) -> dict[str, zipfile.ZipInfo]:
    """Checked members at the root, by plain name."""
    infos = checked_members(archive)
    root = _root_of_zip([PurePosixPath(info.filename) for info in infos], shape)
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        path = PurePosixPath(info.filename)
        if path.parent != root:
            continue
        if path.name in found:
            raise refuse("", "member_twice", f"The zip holds two files named {path.name}.")
        found[path.name] = info
    return found


def checked_members(archive: zipfile.ZipFile, most: int = MOST_MEMBERS) -> list[zipfile.ZipInfo]:
    """The files of a zip, at whatever depth, each once. Raises BundleRefused: one lies outside, is a link or a bomb."""
    infos = [info for info in archive.infolist() if not info.is_dir() and not info.filename.startswith("__MACOSX/")]
    if len(infos) > most:
        raise _too_many(most)
    if len({info.filename for info in infos}) < len(infos):
        raise refuse("", "member_twice", "The zip holds two files of one name.")
    if sum(info.file_size for info in infos) > LARGEST_BUNDLE_BYTES:
        raise refuse("", "bomb", "The zip would unpack to more than 4 GiB.")
    for info in infos:
        _check_member(info)
    return infos


def _too_many(most: int) -> BundleRefused:
    return refuse("", "too_many_members", f"The zip holds more than {most} files.")


def _check_member(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\x00" in name:
        raise refuse("", "bad_member_name", "The zip names a file outside itself.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise refuse("", "link", "The zip holds a link to another file.")
    if info.flag_bits & 0x1:
        raise refuse("", "encrypted", "The zip is encrypted: it cannot be read or checked.")
    if info.file_size > LARGEST_FILE_BYTES:
        raise refuse("", "too_big", "The zip holds a file larger than 2 GiB.")
    if info.file_size > RATIO_COUNTS_FROM_BYTES and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
        raise refuse("", "bomb", f"A file of the zip unpacks to more than {HIGHEST_RATIO} times its size.")


def _root_of_zip(paths: list[PurePosixPath], shape: Shape) -> PurePosixPath:
    roots = {path.parent for path in paths if shape.shows_root(path.name) and len(path.parts) <= 2}
    if PurePosixPath() in roots:
        return PurePosixPath()
    return roots.pop() if len(roots) == 1 else PurePosixPath()


@contextmanager
def opened(source: Source, shape: Shape) -> Iterator[Bundle]:
    """The bundle at a path, or the zip in memory. FileNotFoundError where there is nothing; BundleRefused where it is
    no bundle."""
    if isinstance(source, Path) and (folder := _folder(source, shape)):
        yield folder
        return
    with zip_of(source, _not_a_bundle(shape)) as archive:
        yield Zip(archive, shape)


def zip_of(source: Source, no_zip: BundleRefused, most: int = MOST_MEMBERS) -> zipfile.ZipFile:
    """The zip; none of its files is looked at. Raises BundleRefused: `no_zip` where it is none.

    Each line of its directory is held in memory from then on, so one of many more files than `most` is refused before.
    """
    lines = most * LINES_OF_A_FILE
    try:
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as file:
            there = files_listed(file, lines, most * LARGEST_LINE)
        if there is None:
            raise no_zip
        if there > lines:
            raise _too_many(most)
        return zipfile.ZipFile(source)
    except UNREADABLE as error:
        raise no_zip from error


def is_folder(path: Path) -> bool:
    """Whether a folder is there. FileNotFoundError where there is nothing; BundleRefused where nobody may look."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise FileNotFoundError(path) from None
    except OSError as error:
        raise _cannot_be_read(error) from None


def _folder(path: Path, shape: Shape) -> Folder | None:
    """The bundle in a folder; None where something else is there."""
    try:
        return Folder(path, shape) if is_folder(path) else None
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _cannot_be_read(error) from None


def _cannot_be_read(error: OSError) -> BundleRefused:
    return refuse("", "unreadable", f"It cannot be read: {error.strerror}.")


def _not_a_bundle(shape: Shape) -> BundleRefused:
    kinds = " or ".join(ending.removeprefix(".").upper() for ending in shape.endings)
    return refuse("", "not_a_bundle", f"This is neither a folder nor a zip of {kinds} files.")
