"""The files of an archive, each once: the riskiest folders' first, then by name; no link is followed.

The walk is made once for each grade of risk, and once more for what was renamed meanwhile and had its turn in none. It
holds one folder's names at a time, of a large one not even those, and what it told of on disk: how many files there are
makes no difference to memory.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import os
import sqlite3
import stat
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from fileroom.collection.wordings import plain, words

_WORDS = tomllib.loads(files("fileroom.collection.sweep").joinpath("risk.toml").read_text("utf-8"))
GRADES = (words(tuple(_WORDS["first"])), words(tuple(_WORDS["next"])))
ORDINARY = len(GRADES)
RUN = 20_000  # names of one folder held at once; those of a larger one are sorted in pieces, on disk


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file under these paths, once, in the order of the sweep. What is no folder stands for itself."""
    roots, closed = _apart(paths), set[Path]()
    with closing(_Told()) as told:
        for grade in (*range(ORDINARY + 1), None):
            for root in roots:
                own = grade_of(root.name)
                if _is_folder(root):
                    yield from _walk(root, own, grade, closed, told)
                elif own == grade:
                    yield root


class _Told:
    """The files told of, each by its name in its folder, whatever that folder is called now.

    A system gives the number of a folder that is deleted to the next one: so a file counts by its own number and times
    too. One that was written to meanwhile is told of twice, and none is left out.
    """

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._kept.executescript("PRAGMA journal_mode = OFF; PRAGMA cache_size = -4096")
        self._kept.executescript("CREATE TABLE told (file BLOB PRIMARY KEY) WITHOUT ROWID; BEGIN")

    def close(self) -> None:
        self._kept.close()

    def is_new(self, which: str, path: Path) -> bool:
        """Whether it was not told of, in the folder that is known by this; from here on it is."""
        known = f"{which}/{path.name}/{_own(path)}"
        file = hashlib.blake2b(known.encode("utf-8", "surrogateescape"), digest_size=16).digest()
        return self._kept.execute("INSERT OR IGNORE INTO told VALUES (?)", (file,)).rowcount == 1


def _which(folder: Path) -> str:
    """What a folder is known by when it is renamed; by its name where the system does not say."""
    try:
        about = folder.stat()
    except OSError:
        return str(folder)
    return f"{about.st_dev} {about.st_ino}" if about.st_ino else str(folder)


def _own(path: Path) -> str:
    """What tells a file from another of its name in another folder of the same number; its path where nothing does."""
    try:
        about = path.lstat()
    except OSError:
        return str(path)
    return f"{about.st_dev} {about.st_ino} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}"


def grade_of(name: str) -> int:
    """How soon what bears this name is looked into: 0 first, ORDINARY last."""
    spaced = "".join(it if it.isalnum() or it == "-" else "_" for it in name)
    # Once more in small letters: only there is I20 two words, and only with its capitals is StudentVisas.
    both = f"{plain(spaced)}\n{plain(spaced.casefold())}"
    return next((grade for grade, these in enumerate(GRADES) if these.search(both)), ORDINARY)


def _is_folder(root: Path) -> bool:
    """Whether it is one, and no link to one. What is out of reach is none: its answer says so."""
    try:
        return stat.S_ISDIR(root.lstat().st_mode)
    except OSError:
        return False


def _apart(paths: Iterable[Path]) -> list[Path]:
    """The paths without those that lie in others of them, or are named twice."""
    given = dict.fromkeys(paths)
    real = {path: Path(os.path.abspath(path)) for path in given}
    firsts = {at: path for path, at in reversed(real.items())}
    return [path for path, at in real.items() if firsts[at] is path and not any(it in firsts for it in at.parents)]


def _walk(root: Path, own: int, wanted: int | None, closed: set[Path], told: _Told) -> Iterator[Path]:
    """The files of one grade, of each where it is None, that were not told of.

    A folder that cannot be listed stands for itself, once: its answer says so. `closed`: those that could not. One that
    fails but once may have hidden what was sought just then.
    """
    if wanted is not None and own < wanted:
        return
    open_folders = [(root, _which(root), own, _entries(root))]
    while open_folders:
        folder, which, grade, entries = open_folders[-1]
        try:
            name, is_folder = next(entries)
        except StopIteration:
            open_folders.pop()
        except OSError:
            open_folders.pop()
            if folder not in closed:
                closed.add(folder)
                yield folder
        else:
            inner = min(grade, grade_of(name))
            if is_folder and (wanted is None or inner >= wanted):
                open_folders.append((folder / name, _which(folder / name), inner, _entries(folder / name)))
            elif not is_folder and wanted in (inner, None) and told.is_new(which, folder / name):
                yield folder / name


def _entries(folder: Path) -> Iterator[tuple[str, bool]]:
    """The names in a folder, in order, each with whether it is a folder. Raises OSError where it cannot be listed."""
    runs: list[Iterator[tuple[str, bool]]] = []
    names: list[tuple[str, bool]] = []
    with os.scandir(folder) as listed:
        for entry in listed:
            names.append((entry.name, entry.is_dir(follow_symlinks=False)))
            if len(names) == RUN:
                runs.append(_put_by(sorted(names)))
                names = []
    yield from heapq.merge(sorted(names), *runs)


def _put_by(names: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """These names, held on disk until they are asked for."""
    file = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115  # closed by whoever has read it
    file.writelines(json.dumps(name) + "\n" for name in names)
    file.seek(0)

    def again() -> Iterator[tuple[str, bool]]:
        with file:
            for line in file:
                name, is_folder = json.loads(line)
                yield name, is_folder

    return again()
