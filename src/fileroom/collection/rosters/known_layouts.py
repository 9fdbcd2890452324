"""The layouts of CSV that come with the program, each a map: School Data Sync and Clever-like."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fileroom.collection.rosters.map_files import read_map
from fileroom.collection.rosters.maps import Map

LAYOUTS = Path(__file__).resolve().parent / "layouts"


@cache
def known_layouts() -> tuple[Map, ...]:
    """The maps that come with the program."""
    return tuple(read_map(file.read_bytes(), file.name) for file in sorted(LAYOUTS.glob("*.toml")))
