"""The manifest: which release of the standard, and for each file whether it is whole, a change, or not there."""

from __future__ import annotations

from dataclasses import dataclass, field

from fileroom.collection.imports.bundles import Bundle, Shape
from fileroom.collection.imports.faults import Problem, refuse, shown
from fileroom.collection.imports.lines import records
from fileroom.collection.oneroster.layouts import LAYOUTS, Mode, Release

MANIFEST = "manifest.csv"
SHAPE = Shape((".csv",), root=MANIFEST)
HEADER = ["propertyName", "value"]


@dataclass(frozen=True)
class Manifest:
    """What the sender says the bundle is. Files it does not name are absent."""

    release: Release
    modes: dict[str, Mode]
    remarks: tuple[Problem, ...] = ()
    # Of files that are not UTF-8 (as_sent).
    encodings: dict[str, str] = field(default_factory=dict)

    def mode(self, file: str) -> Mode:
        """What the manifest says of a file."""
        return self.modes.get(file, Mode.ABSENT)

    def present(self) -> list[str]:
        """Files that must be there, in the standard's order."""
        return [file for file in LAYOUTS[self.release] if self.mode(file) is not Mode.ABSENT]


def manifest_of(bundle: Bundle) -> Manifest:
    """Read and check `manifest.csv`. Raises BundleRefused."""
    if MANIFEST not in bundle.names():
        raise refuse(
            MANIFEST,
            "no_manifest",
            "There is no manifest.csv. Without one a bundle is OneRoster 1.0, which cannot say whether a file is "
            "whole or a change; ask the sender for 1.1 or 1.2.",
        )
    properties = _properties(bundle)
    release = _release(properties)
    modes: dict[str, Mode] = {}
    remarks: list[Problem] = []
    for name, (row, value) in properties.items():
        file = name.removeprefix("file.")
        if file == name:
            continue
        if file not in LAYOUTS[release]:
            remarks.append(_unknown_file(row, file, release))
        else:
            modes[file] = _mode(row, name, value)
    return Manifest(release, modes, tuple(remarks))


def _properties(bundle: Bundle) -> dict[str, tuple[int, str]]:
    """Property name -> (row, value)."""
    found: dict[str, tuple[int, str]] = {}
    rows = records(bundle, MANIFEST)
    header = next(rows, (1, []))[1]
    if [name.strip() for name in header] != HEADER:
        raise refuse(MANIFEST, "unknown_layout", "The header must be propertyName,value.", row=1)
    for row, cells in rows:
        if len(cells) != len(HEADER):
            raise refuse(MANIFEST, "field_count", "Each row holds a property and its value.", row=row)
        name, value = (cell.strip() for cell in cells)
        if name in found:
            raise refuse(MANIFEST, "property_twice", f"{shown(name)} stands twice.", row=row, column="propertyName")
        found[name] = (row, value)
    return found


def _release(properties: dict[str, tuple[int, str]]) -> Release:
    row, version = properties.get("oneroster.version", (0, ""))
    for release in Release:
        # An erratum (1.1.1, 1.2.1) changes no column.
        if version == release.value or version.startswith(f"{release.value}."):
            return release
    says = f"oneroster.version is {shown(version)}" if version else "The manifest does not say oneroster.version"
    if version in ("1", "1.0"):
        says = "OneRoster 1.0 cannot say whether a file is whole or a change"
    raise refuse(MANIFEST, "unknown_release", f"{says}: 1.1 and 1.2 are read.", row=row, column="value")


def _mode(row: int, name: str, value: str) -> Mode:
    try:
        return Mode(value.lower())
    except ValueError as error:
        says = f"{name} is {shown(value)}: it must be absent, bulk or delta."
        raise refuse(MANIFEST, "bad_enum", says, row=row, column="value") from error


def _unknown_file(row: int, file: str, release: Release) -> Problem:
    says = f"OneRoster {release} has no file {shown(file)}: it was not looked at."
    return Problem("manifest.csv", row, "propertyName", "unknown_file", says)
