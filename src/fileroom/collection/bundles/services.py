"""Try a bundle that was handed in, and take it: as the command of its kind does, by whoever may import on a page.

It is in memory for as long as the answer takes, and nowhere else: whoever has tried it sends it again to be taken.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO

from django.core import signing

from fileroom.collection.bundles.kinds import Kind, told_apart
from fileroom.collection.edfi.services import import_edfi
from fileroom.collection.imports.importers import importer
from fileroom.collection.imports.report import Report
from fileroom.collection.oneroster.services import import_bundle
from fileroom.collection.rosters.csv_services import import_sds
from fileroom.hosting import current_district
from fileroom.people.signed_in import SignedIn

SALT, AN_HOUR = "a bundle that was tried", timedelta(hours=1)
IMPORTS: dict[Kind, Callable[..., Report]] = {
    Kind.EDFI: import_edfi,
    Kind.ONEROSTER: import_bundle,
    Kind.SDS: import_sds,
}


@dataclass(frozen=True)
class Brought:
    """What a bundle is, what that is called, and what became of it or would."""

    kind: Kind
    name: str
    report: Report


def mark_of(body: bytes, *said: object, by: SignedIn) -> str:
    """By what a file that was tried is known again when it is taken: nobody but this program can make one.

    `said` is what its holder said of it, as JSON holds it: of its ids, of its columns. The mark goes through pages and
    says none of it: a head that is none is somebody's row.
    """
    return signing.dumps(_tried(body, said, by), salt=SALT)


def was_tried(mark: str, body: bytes, *said: object, by: SignedIn) -> bool:
    """Has this account tried this very file here, saying the same of it, within the hour?"""
    try:
        return bool(signing.loads(mark, salt=SALT, max_age=AN_HOUR) == _tried(body, said, by))
    except signing.BadSignature:
        return False


def _tried(body: bytes, said: tuple[object, ...], by: SignedIn) -> list[str]:
    words = json.dumps(said, sort_keys=True).encode()
    return [sha256(body).hexdigest(), str(by.account.id), current_district(), sha256(words).hexdigest()]


def bring(body: bytes, *, dry_run: bool, by: SignedIn, at: datetime, ids_are_no_ssn: bool = False) -> Brought:
    """Import a zip, or only try it. Raises Missing; and BundleRefused where it cannot be told what it is."""
    actor = importer(by=by, at=at)
    kind, name = told_apart(BytesIO(body))
    take = IMPORTS[kind]
    return Brought(kind, name, take(BytesIO(body), by=actor, at=at, dry_run=dry_run, ids_are_no_ssn=ids_are_no_ssn))
