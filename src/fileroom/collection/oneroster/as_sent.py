"""What schools really send: another encoding, headers spelled otherwise, users of the other release.

All of it is read where there is no doubt what is meant, and the report says so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fileroom.collection.imports.bundles import UNREADABLE, Bundle
from fileroom.collection.imports.faults import BundleRefused, Problem
from fileroom.collection.imports.lines import UTF_8, records
from fileroom.collection.oneroster.fates import KEPT
from fileroom.collection.oneroster.layouts import LAYOUTS, Mode, Release, of_the_other, other_release
from fileroom.collection.oneroster.manifest import Manifest

CHUNK = 1024**2
UTF_16, WINDOWS = "utf-16", "cp1252"
BYTE_ORDER = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SPELLING = re.compile(r"[\W_]")
ROLE_IN_USERS = {"role", "orgSourcedIds"}


@dataclass(frozen=True)
class Table:
    """One file: its header in the standard's spelling, and its rows, the header being row 1."""

    header: list[str]
    rows: Iterator[tuple[int, list[str]]]


def table(bundle: Bundle, file: str, manifest: Manifest) -> Table:
    """A file of the bundle, opened. Raises BundleRefused."""
    rows = records(bundle, f"{file}.csv", encoding=manifest.encodings.get(file, UTF_8))
    header = next(rows, (1, []))[1]
    return Table(spelled(file, [name.strip() for name in header], manifest.release), rows)


def spelled(file: str, header: list[str], release: Release) -> list[str]:
    """The header with the standard's own spelling: `SourcedID` and `sourced_id` are `sourcedId`.

    A column of the other release says nothing in this one, and is named for what it is.
    """
    columns = LAYOUTS[release][file].columns
    plain = {_plain(name): name for name in columns}
    found = []
    for name in header:
        meant = plain.get(_plain(name), name)
        if name not in columns and meant in columns and meant not in header:
            name = meant
        elif name not in columns and name in KEPT.get(file, ()):
            name += of_the_other(other_release(release))
        found.append(name)
    return found


def _plain(name: str) -> str:
    return SPELLING.sub("", name).casefold()


def as_sent(bundle: Bundle, manifest: Manifest) -> Manifest:
    """The manifest, and what it does not say: each file's encoding, and the release the users themselves are of."""
    there = set(bundle.names())
    encodings = {file: _encoding(bundle, f"{file}.csv") for file in manifest.present() if f"{file}.csv" in there}
    others = {file: encoding for file, encoding in encodings.items() if encoding != UTF_8}
    remarks = [
        Problem(f"{file}.csv", 0, "", "other_encoding", f"The file is not UTF-8; it was read as {_said(encoding)}.")
        for file, encoding in others.items()
    ]
    manifest = replace(manifest, encodings=others, remarks=(*manifest.remarks, *remarks))
    if "users" not in encodings or manifest.release is Release.V1_1 or manifest.mode("roles") is not Mode.ABSENT:
        return manifest
    try:
        header = table(bundle, "users", replace(manifest, release=Release.V1_1)).header
    except BundleRefused:
        return manifest  # the survey names the fault
    if not set(header) >= ROLE_IN_USERS:
        return manifest
    says = "The manifest says 1.2 and the users say their roles themselves, as in 1.1: the bundle was read as 1.1."
    remark = Problem("users.csv", 1, "role", "release_by_header", says)
    return replace(manifest, release=Release.V1_1, remarks=(*manifest.remarks, remark))


def _said(encoding: str) -> str:
    return "UTF-16" if encoding == UTF_16 else "Windows-1252: see that names with accents are right"


def _encoding(bundle: Bundle, name: str) -> str:
    """UTF-8 where it is; else UTF-16 with its mark, or Windows-1252. What is none is refused when it is read."""
    if _decodes(bundle, name, UTF_8):
        return UTF_8
    try:
        with bundle.open(name) as raw:
            start = raw.read(2)
    except UNREADABLE:
        return UTF_8
    if start in BYTE_ORDER:
        return UTF_16
    return WINDOWS if _decodes(bundle, name, WINDOWS) else UTF_8


def _decodes(bundle: Bundle, name: str, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with bundle.open(name) as raw:
            while chunk := raw.read(CHUNK):
                if encoding == WINDOWS and b"\x00" in chunk:
                    return False
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    except (*UNREADABLE, BundleRefused):
        return True  # the survey names the fault
    return True
