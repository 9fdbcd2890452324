"""Import folders of CSV: by a map of the district's own, or by a layout that is known (School Data Sync, Clever)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from fileroom.collection.imports.bundles import Bundle, Shape, Source, opened
from fileroom.collection.imports.faults import refuse
from fileroom.collection.imports.kept_out import SAID, part_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.rosters.csv_drops import why_dropped
from fileroom.collection.rosters.csv_files import check_headers, walk
from fileroom.collection.rosters.known_layouts import known_layouts
from fileroom.collection.rosters.map_files import LARGEST_MAP, read_map
from fileroom.collection.rosters.maps import Map
from fileroom.collection.rosters.services import Roster, take
from fileroom.ledger.services import Actor

CSV, SDS = "csv", "sds"
SHAPE = Shape((".csv", ".txt"))


def import_mapped(
    path: Path,
    *,
    map_file: Path,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
    ids_are_no_ssn: bool = False,
) -> Report:
    """Import by a map. As `oneroster.services.import_bundle` does; raises FileNotFoundError, for the map too."""
    errand = Errand(part_of(CSV, ids_are_no_ssn=ids_are_no_ssn), by, at, dry_run)
    return _import(path, lambda bundle: _own_map(map_file), errand, progress)


def import_file(
    file: Bundle, how: Map, *, by: Actor, at: datetime, dry_run: bool, ids_are_no_ssn: bool = False
) -> Report:
    """Import what is in memory already, by a map that was made on a page."""
    errand, tally = Errand(part_of(CSV, ids_are_no_ssn=ids_are_no_ssn), by, at, dry_run), Tally()
    return carry_out(lambda: _taken(file, how, tally, errand, nothing_to_show), lambda: tally.refused_by_law, errand)


def import_sds(
    source: Source,
    *,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
    ids_are_no_ssn: bool = False,
) -> Report:
    """Import a bundle whose layout is known by its files: School Data Sync v1 and v2.1, and Clever's."""
    return _import(
        source, _known_layout, Errand(part_of(SDS, ids_are_no_ssn=ids_are_no_ssn), by, at, dry_run), progress
    )


def _import(source: Source, how_of: Callable[[Bundle], Map], errand: Errand, progress: Progress) -> Report:
    tally = Tally()

    def taken() -> Report:
        with opened(source, SHAPE) as bundle:
            return _taken(bundle, how_of(bundle), tally, errand, progress)

    return carry_out(taken, lambda: tally.refused_by_law, errand)


def _taken(bundle: Bundle, how: Map, tally: Tally, errand: Errand, progress: Progress) -> Report:
    check_headers(bundle, how, tally)
    said = errand.part.endswith(SAID)
    return take(Roster(lambda: walk(bundle, how), how, why_dropped, tally, ids_are_no_ssn=said), errand, progress)


def _own_map(file: Path) -> Map:
    if not file.is_file():
        raise FileNotFoundError(file)
    if file.stat().st_size > LARGEST_MAP:
        raise refuse(file.name, "too_big", "The map is larger than 1 MiB.")
    return read_map(file.read_bytes(), file.name)


def _known_layout(bundle: Bundle) -> Map:
    """The layout all of whose needed files are there. BundleRefused where none is."""
    there = {name.casefold() for name in bundle.names()}
    for how in known_layouts():
        if how.needs <= there:
            return how
    wanted = "; ".join(f"{how.name}: {', '.join(sorted(how.needs))}" for how in known_layouts())
    raise refuse("", "unknown_layout", f"The files are those of no layout that is known. {wanted}.")
