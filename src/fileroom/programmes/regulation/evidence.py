"""What the policy's page counts of the regulation: whether one is adopted, and whether it still says what is so."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Part, said, stands
from fileroom.law.days import district_day
from fileroom.programmes.models import AdoptedRegulation
from fileroom.programmes.policy.numbers import records_policy
from fileroom.programmes.regulation.drafting import Installed, draft
from fileroom.programmes.regulation.services import changed, newest


def adopted(asked: Asked) -> Evidence:
    """Attention where none is adopted, or where what it quotes has changed since."""
    row, number = newest(), AdoptedRegulation.objects.count()
    now = draft(Installed(asked.quarantine_days, asked.form_days, asked.lists_above), on=asked.on)
    gone = changed(row, now) if row else []
    wrong, versions = _wrong(row, now.digest, len(gone)), said(number, "version", "versions")
    return Evidence(
        f"{versions} of Administrative Regulation {records_policy(asked.on)} adopted", stands(wrong),
        number=number, why=wrong, whose=SUPERINTENDENT if wrong else "",
        since=district_day(row.adopted_at) if row else None, route="regulation",
        parts=tuple(Part(f"Reads otherwise now: {it.name.replace('_', ' ')}") for it in gone),
    )  # fmt: skip


def _wrong(row: AdoptedRegulation | None, digest: str, gone: int) -> str:
    if row is None:
        return "None is adopted"
    if gone:
        return f"{gone} {said(gone, 'thing', 'things')} that it quotes {said(gone, 'has', 'have')} changed since"
    return "" if row.digest == digest else "Its draft reads otherwise since this release"


EVIDENCE: Mapping[str, Count] = {"regulation.adopted": adopted}
