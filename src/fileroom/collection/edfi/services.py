"""Import an Ed-Fi bundle: a folder or zip of interchanges, or of what an API answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from fileroom.collection.edfi import json_files, xml
from fileroom.collection.edfi.drops import why_dropped
from fileroom.collection.imports.bundles import UNREADABLE, Bundle, Shape, Source, opened
from fileroom.collection.imports.faults import refuse
from fileroom.collection.imports.kept_out import part_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.rosters.map_files import read_map
from fileroom.collection.rosters.maps import Map
from fileroom.collection.rosters.said import Said
from fileroom.collection.rosters.services import Roster, take
from fileroom.ledger.services import Actor

PART = "edfi"
SHAPE = Shape((".xml", ".json"))
MAP = Path(__file__).resolve().parent / "map.toml"


def import_edfi(
    source: Source,
    *,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
    ids_are_no_ssn: bool = False,
) -> Report:
    """Import into the district being served. As `oneroster.services.import_bundle` does; raises FileNotFoundError."""
    errand, tally = Errand(part_of(PART, ids_are_no_ssn=ids_are_no_ssn), by, at, dry_run), Tally()

    def taken() -> Report:
        with opened(source, SHAPE) as bundle:
            roster = Roster(lambda: walk(bundle), edfi_map(), why_dropped, tally, ids_are_no_ssn=ids_are_no_ssn)
            return take(roster, errand, progress)

    return carry_out(taken, lambda: tally.refused_by_law, errand)


@cache
def edfi_map() -> Map:
    """Where each fact stands in Ed-Fi's records."""
    return read_map(MAP.read_bytes(), MAP.name)


def walk(bundle: Bundle) -> Iterator[Said]:
    """Every record of the bundle, file by file. Raises BundleRefused."""
    for name in bundle.names():
        try:
            with bundle.open(name) as raw:
                yield from (xml if name.lower().endswith(".xml") else json_files).records(name, raw)
        except UNREADABLE:
            raise refuse(name, "unreadable", "The file cannot be read.") from None
