"""A list of court orders from another system, brought and agreed to, for tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.imports.report import Report

HEAD = "student_id,contact_id,restrained,relationship,terms,court,case_number,from,to,paper,protects\n"


def bring(folder: Path, *rows: str, by: Any = None, dry_run: bool = False, at: Any = AT) -> Report:
    from fileroom.collection.orders.imports import import_orders
    from fileroom.ledger.services import Actor

    path = folder / "orders.csv"
    path.write_text(HEAD + "".join(f"{it}\n" for it in rows), encoding="utf-8")
    return import_orders(path, by=by or Actor(account=uuid4(), role="employee", door="cli"), at=at, dry_run=dry_run)


def row(child: Any, name: str = "Victor Torres", said: str = "records", paper: str = "yes", **more: str) -> str:
    of = {
        "contact": "",
        "relation": "father",
        "court": "Superior Court of Fresno",
        "case": "",
        "from": "",
        "to": "",
        "protects": "",
    }
    of |= more
    return ",".join(
        (str(child.id), of["contact"], f'"{name}"', of["relation"], said, of["court"], of["case"], of["from"], of["to"],
         paper, of["protects"])
    )  # fmt: skip


def batch() -> UUID:
    from fileroom.collection.models import OrderBatch
    from fileroom.hosting import district_transaction

    with district_transaction():
        return OrderBatch.objects.order_by("-brought_at").values_list("id", flat=True)[0]


def orders(**of: Any) -> list[Any]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    with district_transaction():
        return list(CourtOrder.objects.filter(**of).select_related("restrained").order_by("kind"))


def agree(by: Any, counted: int = 1) -> int:
    from fileroom.collection.orders.agreeing import confirm

    return confirm(batch(), counted=counted, by=by, at=AT)


def counsel_duties() -> list[tuple[str, str]]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return sorted(Duty.objects.filter(room="orders", done_at=None).values_list("rule", "office"))
