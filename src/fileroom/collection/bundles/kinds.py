"""Of which kind a bundle is, by what its files begin with. What the zip is called, nobody asks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath
from typing import IO

from fileroom.collection.imports.bundles import UNREADABLE, checked_members, zip_of
from fileroom.collection.imports.faults import refuse, shown
from fileroom.collection.rosters.known_layouts import known_layouts
from fileroom.collection.rosters.maps import Map


class Kind(StrEnum):
    """A kind of bundle; the ledger calls its import the same."""

    EDFI = "edfi"
    ONEROSTER = "oneroster"
    SDS = "sds"


ONEROSTER, EDFI = "OneRoster", "Ed-Fi"
KINDS = {ONEROSTER: Kind.ONEROSTER, EDFI: Kind.EDFI}  # by name; every other name is that of a layout of CSV
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
WIDE = (b"\xff\xfe", b"\xfe\xff")  # the byte-order marks of UTF-16
START = 64 * 1024  # so much of a file is looked at
DEEPEST = 2  # the root, or the one folder in it
FEW = 3
MANIFEST = frozenset({"propertyname", "value"})
STANDING = frozenset({"sourcedid", "status", "datelastmodified"})  # the first three columns of all files of OneRoster
INTERCHANGE = re.compile(r"<(?:[\w.-]+:)?Interchange\w+[\s>]")
EDFI_KEY = re.compile(
    r'"(?:\w+UniqueId|schoolId|localEducationAgencyId|educationServiceCenterId'
    r'|(?:student|staff|contact|parent|school|educationOrganization)Reference)"\s*:'
)
BETWEEN_CELLS = re.compile(r"[,;\t]")


def is_zipped(body: bytes) -> bool:
    """Whether it begins as a zip does."""
    return body.startswith(ZIPPED)


def refuse_no_csv(body: bytes) -> None:
    """Raise BundleRefused where it is no zip and can be no file of CSV either."""
    begin = body[:START]
    text = _text(begin)
    if text.lstrip()[:1] in ("<", "{", "["):
        says = "XML and JSON come in a zip: put all files of the bundle into one, and bring that."
        raise refuse("", "not_zipped", says)
    if b"\0" in begin and not begin.startswith(WIDE):
        raise refuse("", "not_a_bundle", "This is neither a zip nor a file of CSV: nothing in it was read.")


def told_apart(source: IO[bytes]) -> tuple[Kind, str]:
    """The kind of a zip, and its name. Raises BundleRefused: it cannot be opened, is a bomb, of no or of two kinds."""
    damaged = refuse("", "unreadable", "The zip cannot be opened: it is damaged, or did not come whole.")
    with zip_of(source, damaged) as archive:
        signs = _signs(archive)
    if not signs:
        raise refuse("", "unknown_kind", _looked_for())
    if len(signs) > 1:
        found = " and ".join(f"{name} ({', '.join(files)})" for name, files in sorted(signs.items()))
        says = f"The zip holds bundles of {len(signs)} kinds at once: {found}. Bring each in a zip of its own."
        raise refuse("", "two_kinds", says)
    name = next(iter(signs))
    return KINDS.get(name, Kind.SDS), name


def _signs(archive: zipfile.ZipFile) -> dict[str, list[str]]:
    """Of each kind a few of the files that show it."""
    members = checked_members(archive)
    if not members:
        raise refuse("", "no_files", "The zip is empty.")
    shows: list[tuple[PurePosixPath, str]] = []
    managed: set[PurePosixPath] = set()
    for info in members:
        path = PurePosixPath(info.filename)
        if len(path.parts) > DEEPEST or path.name.startswith("."):
            continue
        text = _begin(archive, info)
        shows += [(path, name) for name in _shown_by(text)]
        managed |= {path.parent} if _cells(text) == MANIFEST else set()
    found: dict[str, list[str]] = {}
    for path, name in shows:
        # A manifest says of its neighbours what they are, whichever columns they were left with.
        kind = ONEROSTER if path.parent in managed and name != EDFI else name
        found.setdefault(kind, []).append(shown(path.name))
    return {name: files[:FEW] for name, files in found.items()}


def _begin(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    try:
        with archive.open(info) as file:
            return _text(file.read(START))
    except (*UNREADABLE, RuntimeError) as error:  # a RuntimeError where it is encrypted and the directory does not say
        raise refuse("", "unreadable", "A file of the zip cannot be read: it is damaged or encrypted.") from error


def _text(begin: bytes) -> str:
    encoding = "utf-16" if begin.startswith(WIDE) else "utf-8-sig"
    return begin.decode(encoding, errors="replace")


def _shown_by(text: str) -> Iterator[str]:
    """The kinds of which a file that begins so may be."""
    first = text.lstrip()[:1]
    if first == "<":
        if INTERCHANGE.search(text):
            yield EDFI
    elif first in ("{", "["):
        if EDFI_KEY.search(text):
            yield EDFI
    elif (cells := _cells(text)) == MANIFEST or cells >= STANDING:
        yield ONEROSTER
    else:
        yield from (layout.name for layout in known_layouts() if _is_of(cells, layout))


def _cells(text: str) -> frozenset[str]:
    """The first line's cells, in small letters."""
    line = text.lstrip().partition("\n")[0]
    return frozenset(it.strip(' "\r').casefold() for it in BETWEEN_CELLS.split(line))


def _is_of(cells: frozenset[str], layout: Map) -> bool:
    """Whether the columns are those that one of a layout's files cannot be without."""
    return any(
        all({it.casefold() for it in columns} & cells for columns in source.required())
        for source in layout.sources.values()
        if source.required()
    )


def _looked_for() -> str:
    layouts = "; ".join(f"{it.name} ({', '.join(sorted(it.needs))})" for it in known_layouts())
    return (
        "Nothing in the zip shows of which kind it is. Looked for, at its root and in the folders there: OneRoster 1.1 "
        "or 1.2 (a manifest of properties and values; columns sourcedId, status, dateLastModified); Ed-Fi (XML "
        f"interchanges, or what its API answers in JSON); {layouts}. A CSV of another system is brought by itself, "
        "without a zip."
    )
