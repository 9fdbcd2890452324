"""Try a bundle that was handed in, and take it: as the command of its kind does, by whoever may import on a page.

It is in memory for as long as the answer takes, and nowhere else: whoever has tried it sends it again to be taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from fileroom.collection.bundles.kinds import Kind, kind_of
from fileroom.collection.edfi.services import import_edfi
from fileroom.collection.imports.importers import importer
from fileroom.collection.imports.report import Report
from fileroom.collection.oneroster.services import import_bundle
from fileroom.collection.rosters.csv_services import import_sds
from fileroom.people.signed_in import SignedIn

IMPORTS: dict[Kind, Callable[..., Report]] = {
    Kind.EDFI: import_edfi,
    Kind.ONEROSTER: import_bundle,
    Kind.SDS: import_sds,
}


@dataclass(frozen=True)
class Brought:
    """What a bundle is, and what became of it or would."""

    kind: Kind
    report: Report


def mark_of(body: bytes) -> str:
    """By what a bundle that was tried is known again when it is taken."""
    return sha256(body).hexdigest()


def bring(body: bytes, *, dry_run: bool, by: SignedIn, at: datetime, ids_are_no_ssn: bool = False) -> Brought:
    """Import a zip, or only try it. Raises Missing; and BundleRefused where it cannot be told what it is."""
    actor = importer(by=by, at=at)
    kind = kind_of(BytesIO(body))
    take = IMPORTS[kind]
    return Brought(kind, take(BytesIO(body), by=actor, at=at, dry_run=dry_run, ids_are_no_ssn=ids_are_no_ssn))
